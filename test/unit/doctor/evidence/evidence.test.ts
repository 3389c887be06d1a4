import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLogFile } from '../../../../src/doctor/evidence/evidence.ts';

describe('readLogFile', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-log-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('streams a file, its letters whole wherever a piece ends', async () => {
    const path = join(folder, 'log');
    writeFileSync(path, `${`${'é'.repeat(60)}\n`.repeat(20_000)}exec /bin/sh: exec format error\n`);
    const read = await readLogFile(path);
    if (read.log === undefined) throw new Error(read.unreadable);
    const [match] = read.log.matches;
    expect(match?.id).toBe('exec-format-error');
    expect(match?.evidence).toEqual([{ line: 20_001, text: 'exec /bin/sh: exec format error' }]);
  });

  it('has nothing to say where there is no log', async () => {
    expect(await readLogFile(undefined)).toEqual({});
  });

  it.each([
    ['missing', 'ENOENT'],
    ['', 'it is not a plain file'],
    ['fifo', 'it is not a plain file'],
    ['device', 'it is not a plain file'],
    ['holes', 'it has more than 1 GiB: give its end alone'],
  ])('says why "%s" cannot be read, without its path', async (name, unreadable) => {
    const path = join(folder, name);
    if (name === 'fifo') execFileSync('mkfifo', [path]);
    if (name === 'device') symlinkSync('/dev/zero', path);
    if (name === 'holes') writeFileSync(path, '');
    if (name === 'holes') truncateSync(path, 1024 ** 3 + 1);
    expect(await readLogFile(path)).toEqual({ unreadable });
  });
});
