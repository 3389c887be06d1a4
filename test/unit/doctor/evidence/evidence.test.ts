import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBudget } from '../../../../src/doctor/evidence/budget.ts';
import { judgeLogs, logFile, readLogs } from '../../../../src/doctor/evidence/evidence.ts';
import type { Evidence } from '../../../../src/doctor/log/evidence.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-evidence-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* texts;
}

const SPENT = (mebibytes: number, seconds: number): string =>
  `of all logs together no more is read than ${mebibytes} MiB, and for no longer than ${seconds} s of a processor: give the end of this one alone`;

/** A log of these pieces, of which it is not known how long it is. */
const stream = (name: string, ...texts: readonly string[]): Evidence => ({
  name,
  from: 'job',
  text: pieces(...texts),
});

describe('readLogs', () => {
  it('reads a file', async () => {
    const path = join(folder, 'build.log');
    writeFileSync(path, '#7 0.25 exec /bin/sh: exec format error\n');
    const { read, unreadable } = await readLogs([logFile(path)]);
    expect(unreadable).toEqual([]);
    expect(read).toMatchObject([{ evidence: { name: path, from: 'file' }, log: { lines: 1 } }]);
    expect(read[0]?.log.matches.map(({ id }) => id)).toContain('exec-format-error');
  });

  it.each([
    [[0x1f, 0x8b, 8, 0], 'it is compressed by gzip: unpack it first'],
    [[0x50, 0x4b, 3, 4], 'it is a zip archive: unpack it first'],
    [[0xff, 0xfe, 0x65, 0], 'it is written in UTF-16: write it in UTF-8'],
    [[0x65, 0, 1, 2], 'it is no text'],
  ])('does not judge what is no text: %j', async (bytes, reason) => {
    const path = join(folder, 'odd.log');
    writeFileSync(path, Buffer.from(bytes));
    expect(await readLogs([logFile(path)])).toEqual({
      read: [],
      unreadable: [{ name: path, from: 'file', reason }],
    });
  });

  it('streams a file, its letters whole wherever a piece ends', async () => {
    const path = join(folder, 'long.log');
    writeFileSync(path, `${`${'é'.repeat(60)}\n`.repeat(20_000)}exec /bin/sh: exec format error\n`);
    const { read } = await readLogs([logFile(path)]);
    const match = read[0]?.log.matches.find(({ id }) => id === 'exec-format-error');
    expect(match?.evidence).toEqual([{ line: 20_001, text: 'exec /bin/sh: exec format error' }]);
  });

  it('reads no file that a link leads to, out of the folder that a pattern begins with', async () => {
    const below = mkdtempSync(join(folder, 'below-'));
    const path = join(below, 'build.log');
    writeFileSync(join(folder, 'elsewhere'), 'exec /bin/sh: exec format error\n');
    writeFileSync(path, 'exec /bin/sh: exec format error\n');
    expect((await readLogs([logFile(path, below), logFile(path, '/')])).read).toHaveLength(2);
    const found = logFile(path, below);
    // Put there since it was found.
    rmSync(path);
    symlinkSync('../elsewhere', path);
    expect(await readLogs([found])).toEqual({
      read: [],
      unreadable: [
        {
          name: path,
          from: 'file',
          reason: 'a link leads to it, out of the folder that the pattern begins with',
        },
      ],
    });
    expect((await readLogs([logFile(path)])).read).toHaveLength(1);
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
    ['holes', `${SPENT(256, 30)}`],
  ])('says why "%s" cannot be read', async (name, unreadable) => {
    const path = join(folder, name);
    if (name === 'fifo') execFileSync('mkfifo', [path]);
    if (name === 'device') symlinkSync('/dev/zero', path);
    if (name === 'holes') writeFileSync(path, '');
    if (name === 'holes') truncateSync(path, 256 * 1024 ** 2 + 1);
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

  it('reads no more than so much of all together, and what is short enough of what comes later', async () => {
    const paths = [700, 600, 300, 100].map((size, at) => {
      const path = join(folder, `many-${at}.log`);
      writeFileSync(path, 'x'.repeat(size));
      return path;
    });
    const { read, unreadable } = await readLogs(
      paths.map((path) => logFile(path)),
      openBudget({ bytes: 1024, ms: 30_000 }),
    );
    expect(read.map(({ evidence }) => evidence.name)).toEqual([paths[0], paths[2]]);
    expect(unreadable).toEqual(
      [paths[1], paths[3]].map((name) => ({ name, from: 'file', reason: SPENT(1 / 1024, 30) })),
    );
  });

  it('reads no further where that takes too long, and does not judge by what it has read', async () => {
    const failed = 'exec /bin/sh: exec format error\n';
    const { read, unreadable } = await readLogs(
      [stream('a', failed, failed.repeat(200), failed), stream('b', failed), stream('c', '')],
      openBudget({ bytes: 1024 ** 2, ms: 0.001 }),
    );
    expect(read).toEqual([]);
    expect(unreadable.map(({ name, reason }) => [name, reason])).toEqual(
      ['a', 'b', 'c'].map((name) => [name, SPENT(1, 0.000_001)]),
    );
  });

  it('does not count what it waits', async () => {
    async function* slow(): AsyncGenerator<string> {
      await new Promise((resolve) => setTimeout(resolve, 60));
      yield 'a\n';
    }
    const logs = [1, 2].map((at): Evidence => ({ name: `${at}`, from: 'stdin', text: slow() }));
    const { read } = await readLogs(logs, openBudget({ bytes: 1024 ** 2, ms: 50 }));
    expect(read).toHaveLength(2);
  });

  it('counts all work with a log, not its feeding alone', async () => {
    const failed = `${'error '.repeat(600)}\n`.repeat(400);
    const logs = Array.from({ length: 64 }, (_, at) => stream(`${at}`, failed));
    const { read, unreadable } = await readLogs(logs, openBudget({ bytes: 1024 ** 3, ms: 1 }));
    expect(read.length).toBeLessThan(2);
    expect(read.length + unreadable.length).toBe(64);
  });

  it('lets others have their turn, in the midst of a long piece too', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const log = stream('engine', 'exec /bin/sh: exec format error\n'.repeat(100_000));
    await readLogs([log]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it('ends with what has no end', async () => {
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield 'x'.repeat(1000);
    }
    const { unreadable } = await readLogs(
      [{ name: 'stdin', from: 'stdin', text: endless() }],
      openBudget({ bytes: 1024 ** 2, ms: 30_000 }),
    );
    expect(unreadable).toEqual([{ name: 'stdin', from: 'stdin', reason: SPENT(1, 30) }]);
  });
});

describe('the error of a step', () => {
  it('counts as the log does', async () => {
    const evidence: Evidence = { ...stream('build', 'x\n'), step: { error: 'y'.repeat(2 * 1024 ** 2) } };
    const { unreadable } = await readLogs([evidence], openBudget({ bytes: 1024 ** 2, ms: 30_000 }));
    expect(unreadable).toEqual([{ name: 'build', from: 'job', reason: SPENT(1, 30) }]);
  });
});

describe('judgeLogs', () => {
  it('judges as long as the budget lasts, and says which logs are left', async () => {
    const { read } = await readLogs(['a', 'b', 'c'].map((name) => stream(name, 'x\n')));
    const names: string[] = [];
    const { judged, left } = await judgeLogs(read, openBudget({ bytes: 0, ms: 1 }), ({ evidence }) => {
      const begun = process.cpuUsage().user;
      while (process.cpuUsage().user - begun < 2000) names.push(evidence.name);
      return evidence.name;
    });
    // The first costs the budget nothing.
    expect([judged, new Set(names)]).toEqual([['a', 'b'], new Set(['a', 'b'])]);
    expect(left).toEqual(['c'].map((name) => ({ name, from: 'job', reason: SPENT(0, 0.001) })));
  });
});
