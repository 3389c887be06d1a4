/** What it costs to read many logs, and long ones: so much that it would fill the fast suites. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../tools/docs/examples.ts';
import { commandOf, reportOf, runProgram } from '../support/program.ts';

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
