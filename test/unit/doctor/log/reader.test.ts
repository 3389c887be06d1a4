import { describe, expect, it } from 'vitest';
import { COUNT_LIMIT, EVIDENCE_LIMIT, openLog } from '../../../../src/doctor/log/reader.ts';
import { readLog } from '../../../support/logs.ts';

const CRASH = 'qemu: uncaught target signal 11 (Segmentation fault) - core dumped';
const match = (text: string, id: string) => readLog(text).matches.find((one) => one.id === id);

describe('openLog', () => {
  it('sees through collectors, builders and quotation marks', () => {
    for (const prefix of [
      '2024-12-31T07:18:16.4450240Z #7 99.79 ',
      '[2026-02-18T09:48:49.571Z] [docker-bake] [WARNING] [stderr] 49.83 ',
      '\u001b[36;1m#7 \u001b[0m99.79 \u001b[31m',
      ' => => # ',
    ]) {
      expect(match(`begin\n${prefix}${CRASH}\n`, 'guest-crash')).toMatchObject({
        count: 1,
        evidence: [{ line: 2, text: CRASH }],
      });
    }
  });

  it('counts many, and keeps the first', () => {
    const log = Array.from({ length: COUNT_LIMIT + 5 }, (_, index) => `${CRASH} ${index}\n`).join('');
    expect(match(log, 'guest-crash')?.count).toBe(COUNT_LIMIT);
    expect(match(log, 'guest-crash')?.evidence.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(match(`${CRASH}\n`.repeat(9), 'guest-crash')).toMatchObject({ count: 9, evidence: [{ line: 1 }] });
    expect(EVIDENCE_LIMIT).toBe(3);
  });

  it('asks what a line is about: of the step, and of the lines before', () => {
    const step = '#18 [linux/arm64 3/10] RUN mix local.hex\n';
    expect(match(`${step}#18 1.3 ${CRASH}\n`, 'erlang-crash')).toBeDefined();
    expect(match(`Setting up libc-bin (2.31)\n${CRASH}\n`, 'ldconfig-crash')).toBeDefined();
    const far = `Setting up libc-bin (2.31)\n${'x\n'.repeat(20)}${CRASH}\n`;
    expect(match(far, 'ldconfig-crash')).toBeUndefined();
  });

  it('does not take what is installed for what runs', () => {
    const step = '#18 [linux/arm64 3/10] RUN apt-get install -y nodejs npm erlang && ./x\n';
    expect(match(`${step}#18 1.3 ${CRASH}\n`, 'erlang-crash')).toBeUndefined();
  });

  it('asks no more than so often', () => {
    const log = `${'x: command not found segmentation fault\n'.repeat(6000)}make mix\n${CRASH}\n`;
    expect(match(log, 'erlang-crash')).toBeUndefined();
    expect(match(log, 'guest-crash')).toBeDefined();
  });

  it.each([
    ['exec /usr/bin/tool: exec format error', '/usr/bin/tool'],
    ["chroot: failed to run command '/bin/bash': Exec format error", '/bin/bash'],
    ['/x/y.sh: line 1: /opt/tool: cannot execute binary file: Exec format error', '/opt/tool'],
    ['fork/exec /bin/sh: exec format error', '/bin/sh'],
    ['Error: spawn /app/node_modules/a ENOEXEC', '/app/node_modules/a'],
    ["OSError: [Errno 8] Exec format error: './chromedriver'", './chromedriver'],
    ['zsh: exec format error: ./tool', './tool'],
    ['sh: 1: ./tool: Exec format error', './tool'],
    ['exec user process caused "exec format error"', undefined],
  ])('%s: %s did not start', (line, program) => {
    const { matches } = readLog(line);
    expect(matches.find(({ id }) => id === 'exec-format-error')?.program).toBe(program);
  });

  it('keeps the last lines that speak of an error', () => {
    const { errors } = readLog(
      `error: 1\nfine\n0 errors\nerror: 2\nit failed\nfatal: 3\n${'fine\n'.repeat(9)}`,
    );
    expect(errors).toEqual([
      { line: 4, text: 'error: 2' },
      { line: 5, text: 'it failed' },
      { line: 6, text: 'fatal: 3' },
    ]);
    expect(readLog(`error: 1\n${'fine\n'.repeat(500)}`).errors).toEqual([]);
  });

  it('hides secrets in what it keeps', () => {
    const log = readLog('token=abcdef exec /bin/x: exec format error\nerror: password=hunter2\n');
    expect(JSON.stringify(log)).not.toMatch(/abcdef|hunter2/);
  });

  it('puts the platform of the failed step first', () => {
    const log = readLog(
      'docker build --platform linux/s390x .\n > [linux/arm64 2/3] RUN a:\n1.0 x\n------\nlinux/arm64\n',
    );
    expect(log.platforms[0]).toEqual({ platform: 'linux/arm64', by: 'label' });
    expect(log.buildkit).toBe(true);
  });

  it('says the same however it is cut', () => {
    const text = `#7 [linux/arm64 2/4] RUN true\r\n#7 0.25 exec /bin/sh: exec format error\n${CRASH}`;
    const reading = openLog();
    for (const letter of text) reading.feed(letter);
    expect(reading.report()).toEqual(readLog(text));
  });
});

describe('what this program printed', () => {
  const HEADLINE = 'This failure most likely comes from emulation (linux/arm64): exec format error.';
  const RULE = '─'.repeat(40);
  const TALLY = '31 checks found nothing, 4 found something, 43 were skipped';

  it('is left out, and nothing of another program that stands among it', () => {
    const own = readLog(`${HEADLINE}\n  Take another image.\n${RULE}\nlinux/arm64: it runs\n${TALLY}\n`);
    expect([own.own, own.matches]).toEqual([5, []]);
    const others = readLog(`${HEADLINE}\n  exec /bin/sh: exec format error\n`);
    expect(others.own).toBe(1);
    expect(others.matches.map(({ id }) => id)).toContain('exec-format-error');
    const member = readLog(`${HEADLINE}\n  "text": "exec /bin/sh: exec format error",\n`);
    expect(member.matches).toEqual([]);
    const failed = readLog(`${HEADLINE}\n${RULE}\nthe frobs are insufficient\n${TALLY}\n`);
    expect(failed.errors.map(({ line }) => line)).toContain(3);
  });
});
