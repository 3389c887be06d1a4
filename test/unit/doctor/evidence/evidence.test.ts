import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logFile, readLogs } from '../../../../src/doctor/evidence/evidence.ts';

describe('readLogs', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-log-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('streams a file, its letters whole wherever a piece ends', async () => {
    const path = join(folder, 'log');
    writeFileSync(path, `${`${'é'.repeat(60)}\n`.repeat(20_000)}exec /bin/sh: exec format error\n`);
    const { read, unreadable } = await readLogs([logFile(path)]);
    expect(unreadable).toEqual([]);
    const evidence = [{ line: 20_001, text: 'exec /bin/sh: exec format error' }];
    expect(read[0]?.log.matches).toContainEqual(
      expect.objectContaining({ id: 'exec-format-error', evidence }),
    );
  });

  it('has nothing to say where there is no log', async () => {
    expect(await readLogs([])).toEqual({ read: [], unreadable: [] });
  });

  it.each([
    ['missing', 'ENOENT'],
    ['', 'EISDIR'],
  ])('says why "%s" cannot be read, and reads the next', async (file, reason) => {
    const path = join(folder, file);
    const next = join(folder, 'next');
    writeFileSync(next, 'all is well\n');
    const { read, unreadable } = await readLogs([logFile(path), logFile(next)]);
    expect(unreadable).toEqual([{ name: path, from: 'file', reason }]);
    expect(read.map(({ evidence }) => evidence.name)).toEqual([next]);
  });
});
