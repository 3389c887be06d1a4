import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { allKinds } from '../../src/doctor/kinds/index.ts';
import { diagnoseLog } from '../../src/doctor/log/diagnose.ts';
import { LINE_LIMIT } from '../../src/doctor/log/lines.ts';
import type { LogReport } from '../../src/doctor/log/model.ts';
import { PLATFORM_LIMIT } from '../../src/doctor/log/places.ts';
import { EVIDENCE_LIMIT, openLog } from '../../src/doctor/log/reader.ts';
import { EXAMPLES } from '../../tools/docs/examples.ts';
import { readLog } from '../support/logs.ts';
import { commandOf, reportOf, runProgram } from '../support/program.ts';

/** What no log may bring about, whatever it holds. */
function expectBounded(log: LogReport): void {
  expect(log.matches.length).toBeLessThanOrEqual(allKinds().length);
  expect(log.platforms.length).toBeLessThanOrEqual(PLATFORM_LIMIT);
  for (const { platform } of log.platforms)
    expect(platform).toMatch(/^linux\/[a-z0-9]{1,12}(?:\/v\d{1,2})?$/);
  for (const { evidence, count, program = '' } of log.matches) {
    expect(program.length).toBeLessThanOrEqual(120);
    expect(evidence.length).toBeLessThanOrEqual(Math.min(EVIDENCE_LIMIT, count));
    for (const { line, text } of evidence) {
      expect(line).toBeLessThanOrEqual(log.lines);
      expect(text.length).toBeLessThanOrEqual(240);
      expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]|::|##\[/);
    }
  }
  const { verdict, diagnoses } = diagnoseLog(log);
  expect(diagnoses.length === 0 && verdict === 'emulation').toBe(false);
}

/** Text in which the signatures' own words are likely. */
const WORDS = [
  ...allKinds().flatMap(({ signs }) => signs.map(({ has }) => has)),
  ...Object.values(EXAMPLES).flat(),
];
const DECORATION = ['2024-09-27T03:16:11.7069951Z ', '#12 3.456 ', '[a] ', '/home/x/', 'https://u:p@h/?q '];
const BREAKS = ['\n', '\r', '\r\n', ' ', '\t', '::error::', '##[group]', '\u001b[31m', '\u001b[', '\ufeff'];
const logLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(...WORDS),
      fc.constantFrom(...BREAKS, ...DECORATION, 'qemu ', 'linux/arm64 '),
      fc.string({ maxLength: 40 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('a hostile log', () => {
  it('of arbitrary bytes is read to its end', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 }), (pieces) => {
        const reading = openLog();
        for (const piece of pieces) reading.feed(piece);
        expectBounded(reading.report());
      }),
      { numRuns: 300 },
    );
  });

  it('made of the kinds’ own words stays bounded and printable', () => {
    fc.assert(
      fc.property(logLike, (text) => expectBounded(readLog(text))),
      { numRuns: 400 },
    );
  });

  it('says the same however it is cut', () => {
    fc.assert(
      fc.property(logLike, fc.integer({ min: 1, max: 50 }), (text, size) => {
        const reading = openLog();
        for (let at = 0; at < text.length; at += size) reading.feed(text.slice(at, at + size));
        expect(reading.report()).toEqual(readLog(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '\u001b[',
    `\u001b[${'0;'.repeat(200)}`,
    '1',
    'a\t',
    '[a] ',
    '2024-09-27T03:16:11.7Z ',
    '/',
    `"'`,
    'https://',
    '://a',
    '://?',
    ' ',
    ':',
    'token= ',
    'linux/arm',
    'exec ',
    'exec /a',
    '#1 [linux/arm64 1/2] ',
    ' > [linux/arm64 a',
    '--platform linux/arm64',
    ...WORDS,
  ])('that repeats %j does not hold the reader up', (unit) => {
    for (const tail of ['', '\n', ' exec format error', ' no such file or directory: x509: tar: ']) {
      expectBounded(readLog(`qemu ${unit.repeat(Math.ceil((2 * LINE_LIMIT) / unit.length))}${tail}`));
    }
  });

  it('of one endless line takes no more memory than a short one', () => {
    const reading = openLog();
    for (let piece = 0; piece < 2000; piece += 1) reading.feed('exec format error '.repeat(500));
    const log = reading.report();
    expect(log.lines).toBe(1);
    expect(log.matches.find(({ id }) => id === 'exec-format-error')).toMatchObject({ count: 1 });
    expectBounded(log);
  });
});

describe('many logs', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const fresh = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-logs-'));
    folders.push(folder);
    return folder;
  };
  /** Says at its end what it took, in seconds of a processor and MB. */
  const MEASURE = `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process._rawDebug(JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1e3 }));
  });`;
  const doctor = (folder: string, logs = [join(folder, 'many*.log')], ...options: readonly string[]) =>
    runProgram([...commandOf('cli.js'), 'doctor', ...logs.flatMap((log) => ['--log', log]), ...options], {
      cwd: folder,
      env: {
        ...{ PATH: '/usr/bin:/bin', HOME: folder, DOCKER_HOST: 'unix:///nowhere/docker.sock' },
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MEASURE)}`,
      },
    });

  it('of 100 MB together are read in bounded time and 150 MB', async () => {
    const folder = fresh();
    const line = (at: number): string =>
      at % 100 === 0
        ? `#12 ${at / 10} /bin/sh: ${at}: exec format error\n`
        : `#12 ${at / 10} Selecting previously unselected package libfoo${at}:arm64 from /var/cache/apt\n`;
    const text = Array.from({ length: 130_000 }, (_, at) => line(at)).join('');
    expect(text.length).toBeGreaterThan(10_000_000);
    writeFileSync(join(folder, 'many0.log'), text);
    for (let at = 1; at < 10; at += 1) writeFileSync(join(folder, `many${at}.log`), text);
    const ended = await doctor(folder, undefined, '--json');
    expect(reportOf(ended).diagnosis?.logs).toHaveLength(10);
    const { seconds, memory } = JSON.parse(ended.stderr.trim().split('\n').at(-1) ?? '');
    // Seconds of a processor: twice what it takes where nothing else runs.
    expect(seconds).toBeLessThan(20);
    expect(memory).toBeLessThan(150);
  });

  it.each([
    ['the same', () => 0],
    ['something else each', (at: number) => at],
  ])('that a host of patterns name are read once, and what they say is bounded: %s', async (_, turn) => {
    const folder = fresh();
    const lines = Object.values(EXAMPLES).flat();
    for (let at = 0; at < 80; at += 1) {
      const from = (turn(at) * 7) % lines.length;
      const text = [...lines.slice(from), ...lines.slice(0, from)].join('\n');
      writeFileSync(join(folder, `many${at}.log`), `${text}\nerror: ${turn(at)}\n`);
    }
    const patterns = Array.from(
      { length: 500 },
      (_, at) => `${'*'.repeat((at % 4) + 1)}${'m?*'[at % 3]}${'any*'.slice(at % 4)}*`,
    );
    const ended = await doctor(folder, patterns);
    const { seconds, memory } = JSON.parse(ended.stderr.trim().split('\n').at(-1) ?? '');
    expect(seconds).toBeLessThan(10);
    expect(memory).toBeLessThan(250);
    // Each of the 64 shows all kinds that there are.
    expect(ended.stdout.length).toBeLessThan(64 * 10_000);
    expect(ended.stdout).toContain('16 further logs were not read: no more than 64 are');
  });

  it('that are too much are named, and those that are not are read', async () => {
    const folder = fresh();
    for (const name of ['many1.log', 'many2.log', 'many3.log']) {
      writeFileSync(join(folder, name), 'a line of a log\n'.repeat(40));
      truncateSync(join(folder, name), 150 * 1024 ** 2);
    }
    writeFileSync(join(folder, 'many4.log'), 'SB043 old (warning)\nexec /bin/sh: exec format error\n');
    const ended = await doctor(folder, undefined, '--json');
    const { diagnosis, findings, notes } = reportOf(ended);
    expect(diagnosis?.logs.map(({ name }) => name.slice(-9))).toEqual(['many1.log', 'many4.log']);
    expect(notes.join()).toMatch(/itself printed were left out: 1 of \S+many4\.log/);
    const { evidence = '' } = findings.find(({ id }) => id === 'SB066') ?? {};
    expect(evidence).toMatch(/many2\.log: of all logs together no more is read than 256 MiB.*many3\.log: /);
  });
});
