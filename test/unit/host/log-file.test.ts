import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLogFile } from '../../../src/host/log-file.ts';

describe('readLogFile', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-log-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('streams a file, its letters whole wherever a piece ends', async () => {
    const path = join(folder, 'log');
    writeFileSync(path, `${`${'é'.repeat(60)}\n`.repeat(20_000)}exec /bin/sh: exec format error\n`);
    const report = await readLogFile(path);
    expect(report.matches.map(({ id }) => id)).toEqual(['exec-format-error']);
    expect(report.matches[0]?.evidence).toEqual([{ line: 20_001, text: 'exec /bin/sh: exec format error' }]);
  });

  it.each([
    ['missing', /the file cannot be read \(ENOENT\)/],
    ['', /the file cannot be read \(EISDIR\)/],
  ])('says why "%s" cannot be read, without its path', async (name, message) => {
    await expect(readLogFile(join(folder, name))).rejects.toMatchObject({
      id: 'SB-INPUT',
      exitCode: 2,
      message: expect.stringMatching(message),
    });
  });
});
