import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logFile, readLogs } from '../../../../src/doctor/evidence/evidence.ts';
import type { Evidence } from '../../../../src/doctor/log/evidence.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-evidence-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* texts;
}

describe('readLogs', () => {
  it('reads a file', async () => {
    const path = join(folder, 'build.log');
    writeFileSync(path, '#7 0.25 exec /bin/sh: exec format error\n');
    const { read, unreadable } = await readLogs([logFile(path)]);
    expect(unreadable).toEqual([]);
    expect(read).toMatchObject([{ evidence: { name: path, from: 'file' }, log: { lines: 1 } }]);
    expect(read[0]?.log.matches.map(({ id }) => id)).toContain('exec-format-error');
  });

  it('streams a file, its letters whole wherever a piece ends', async () => {
    const path = join(folder, 'long.log');
    writeFileSync(path, `${`${'é'.repeat(60)}\n`.repeat(20_000)}exec /bin/sh: exec format error\n`);
    const { read } = await readLogs([logFile(path)]);
    const match = read[0]?.log.matches.find(({ id }) => id === 'exec-format-error');
    expect(match?.evidence).toEqual([{ line: 20_001, text: 'exec /bin/sh: exec format error' }]);
  });

  it('reads standard input', () => {
    expect(logFile('-')).toMatchObject({ name: 'standard input', from: 'stdin', text: process.stdin });
  });

  it('says which could not be read, and reads the others', async () => {
    const { read, unreadable } = await readLogs([
      logFile(join(folder, 'none.log')),
      logFile(folder),
      { name: 'build', from: 'engine', here: true, text: pieces('a\n', new TextEncoder().encode('b')) },
    ]);
    expect(unreadable).toEqual([
      { name: join(folder, 'none.log'), from: 'file', reason: 'ENOENT' },
      { name: folder, from: 'file', reason: 'it is not a plain file' },
    ]);
    expect(read.map(({ evidence, log }) => [evidence.name, log.lines])).toEqual([['build', 2]]);
  });

  it('reads the error that is on record, too', async () => {
    const evidence: Evidence = {
      name: 'build',
      from: 'engine',
      step: { error: 'exec /bin/sh: exec format error' },
      text: pieces(),
    };
    const { read } = await readLogs([evidence]);
    expect(read[0]?.log.matches.map(({ id }) => id)).toContain('exec-format-error');
  });

  it.each([
    ['missing', 'ENOENT'],
    ['', 'it is not a plain file'],
    ['fifo', 'it is not a plain file'],
    ['device', 'it is not a plain file'],
    ['holes', 'it has more than 1 GiB: give its end alone'],
  ])('says why "%s" cannot be read', async (name, unreadable) => {
    const path = join(folder, name);
    if (name === 'fifo') execFileSync('mkfifo', [path]);
    if (name === 'device') symlinkSync('/dev/zero', path);
    if (name === 'holes') writeFileSync(path, '');
    if (name === 'holes') truncateSync(path, 1024 ** 3 + 1);
    const answer = await readLogs([logFile(path)]);
    expect(answer).toEqual({ read: [], unreadable: [{ name: path, from: 'file', reason: unreadable }] });
  });

  it('gives the words of an error that has no name', async () => {
    const broken: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('gone')) }),
    };
    const { unreadable } = await readLogs([{ name: 'job', from: 'job', text: broken }]);
    expect(unreadable).toEqual([{ name: 'job', from: 'job', reason: 'gone' }]);
  });
});
