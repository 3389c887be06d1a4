import { describe, expect, it } from 'vitest';
import {
  EVIDENCE_LIMIT,
  LINE_LIMIT,
  openLog,
  openSteps,
  PLATFORM_LIMIT,
  STEP_LIMIT,
} from '../../../../src/doctor/log/reader.ts';
import { readLog } from '../../../support/logs.ts';

const CRASH = 'qemu: uncaught target signal 11 (Segmentation fault) - core dumped';
const ids = (text: string) => readLog(text).matches.map(({ id }) => id);
const evidence = (text: string) => readLog(text).matches[0]?.evidence[0]?.text;

describe('readLog', () => {
  it.each([
    ['nothing', ''],
    ['GitHub', '2024-12-31T07:18:16.4450240Z '],
    ['gh run view --log', 'build\tSet up QEMU\t\ufeff2024-12-31T07:18:16.4450240Z '],
    ['BuildKit', '#7 99.79 '],
    ['GitHub and BuildKit', '2024-12-31T07:18:16.4450240Z #7 99.79 '],
    ['BuildKit’s summary', '48.06 '],
    ['Jenkins and bake', '[2026-02-18T09:48:49.571Z] [docker-bake] [WARNING] [stderr] 49.83 '],
    ['colours', '\u001b[36;1m#7 \u001b[0m99.79 \u001b[31m'],
    ['a byte order mark', '\ufeff'],
  ])('sees through %s', (_what, prefix) => {
    const log = readLog(`begin\n${prefix}${CRASH}\n`);
    expect(log.matches).toEqual([
      { id: 'guest-segfault', count: 1, nearEmulator: true, evidence: [{ line: 2, text: CRASH }] },
    ]);
  });

  it('counts lines as an editor does', () => {
    expect(readLog('').lines).toBe(0);
    expect(readLog('a').lines).toBe(1);
    expect(readLog('a\nb\n').lines).toBe(2);
    expect(readLog('a\r\nb\r\nc').lines).toBe(3);
    expect(readLog('5%\r10%\r100%\nb').lines).toBe(2);
  });

  it('reads what a progress bar wrote over', () => {
    const log = readLog(`5%\r${CRASH}\r100%\n`);
    expect(log.matches[0]?.evidence).toEqual([{ line: 1, text: CRASH }]);
  });

  it('counts all, and keeps the first', () => {
    const log = readLog(`${CRASH}\n`.repeat(1000));
    expect(log.matches[0]).toMatchObject({ count: 1000 });
    expect(log.matches[0]?.evidence.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(EVIDENCE_LIMIT).toBe(3);
  });

  it('looks at the beginning of a long line only, and goes on behind it', () => {
    const log = readLog(`${'x'.repeat(LINE_LIMIT)}${CRASH}\n${CRASH}\n${CRASH}${'y'.repeat(LINE_LIMIT)}\n`);
    expect(log.matches[0]?.evidence.map(({ line }) => line)).toEqual([2, 3]);
    expect(log.matches[0]?.evidence[1]?.text.length).toBeLessThanOrEqual(240);
  });

  it('needs the emulator nearby for what others say too', () => {
    expect(ids('npm ERR! Unexpected end of JSON input')).toEqual([]);
    expect(ids('docker run tonistiigi/binfmt\nError: Unexpected end of JSON input')).toContain(
      'installer-said-nothing',
    );
    const far = `docker run tonistiigi/binfmt\n${'words\n'.repeat(20)}Error: Unexpected end of JSON input`;
    expect(ids(far)).not.toContain('installer-said-nothing');
  });

  it('takes the end of the job for a hang only after a crash', () => {
    expect(ids('##[error]The operation was canceled.')).toEqual([]);
    expect(ids(`${CRASH}\n##[error]The operation was canceled.`)).toContain('build-hangs');
    expect(ids(`##[error]The operation was canceled.\n${CRASH}`)).not.toContain('build-hangs');
  });

  it('notes the platforms, each once', () => {
    const log = readLog(
      '#9 [linux/arm64 2/3] RUN x\n#9 [linux/arm64 2/3] DONE\ndocker build --platform=linux/arm/v7,linux/s390x . # linux/docker src/linux/arm64\n',
    );
    expect(log.platforms).toEqual(['linux/arm64', 'linux/arm/v7', 'linux/s390x']);
  });

  it('keeps a bounded number of platforms', () => {
    const many = Array.from({ length: 90 }, (_, index) => `linux/arm/v${index + 1}`).join(' ');
    expect(readLog(many).platforms).toHaveLength(PLATFORM_LIMIT);
  });

  it('keeps secrets, queries and home folders out of the evidence', () => {
    const shown = evidence(
      'exec format error https://user:pass@example.org/a?Signature=abc123&Key=x ghp_0123456789abcdefABCD token=s3cr3tvalue /home/alice/x',
    );
    expect(shown).toBe('exec format error https://…@example.org/a?… … token=… /home/…/x');
    expect(evidence('x509: Authorization: Bearer abcdef0123456789')).toBe('x509: Authorization: Bearer …');
  });

  it('leaves no workflow command and no control character in the evidence', () => {
    const shown = evidence('::error::exec format error \u0007\u202e##[endgroup]');
    expect(shown).toBe(': :error: :exec format error # # [endgroup]');
  });
});

describe('openLog', () => {
  const text = `a\r\n#1 [linux/arm64 1/2] RUN ü\r\n${CRASH}\r\nb\rc\n`;

  it('does not mind where the pieces are cut', () => {
    const whole = readLog(text);
    const bytes = new TextEncoder().encode(text);
    for (let size = 1; size < bytes.length; size += 1) {
      const [pieces, letters] = [openLog(), openLog()];
      for (let at = 0; at < bytes.length; at += size) pieces.feed(bytes.subarray(at, at + size));
      for (let at = 0; at < text.length; at += size) letters.feed(text.slice(at, at + size));
      expect(pieces.report()).toEqual(whole);
      expect(letters.report()).toEqual(whole);
    }
  });

  it('cuts a long line that comes in many pieces', () => {
    const reading = openLog();
    for (let index = 0; index < 1000; index += 1) reading.feed('x'.repeat(999));
    reading.feed(`${CRASH}\n${CRASH}`);
    expect(reading.report().matches[0]?.evidence).toEqual([{ line: 2, text: CRASH }]);
  });

  it('takes an empty piece', () => {
    const reading = openLog();
    reading.feed('a\r');
    reading.feed('');
    reading.feed(`\n${CRASH}`);
    expect(reading.report().matches[0]?.evidence[0]?.line).toBe(2);
  });
});

/** The platform of the last line. */
function last(...lines: readonly string[]): string | undefined {
  const steps = openSteps();
  return lines.map((line) => steps.platformOf(line)).at(-1);
}

describe('the platform of a line', () => {
  it.each([
    ['#1 [linux/arm64 1/2] RUN a', 'linux/arm64'],
    ['#1 [linux/arm/v7 build  3/15] RUN a', 'linux/arm/v7'],
    ['#1 [linux/amd64->arm64 build 1/2] RUN a', 'linux/amd64'],
    [' > [linux/s390x 1/2] RUN a:', 'linux/s390x'],
    ['[linux/arm64 builder 6/6] RUN a', 'linux/arm64'],
    ['#1 [1/2] RUN a', undefined],
    ['#1 [internal] load build definition', undefined],
    ['#1 linux/arm64', undefined],
    ['', undefined],
  ])('%s', (line, platform) => {
    expect(last(line)).toBe(platform);
  });

  it('is that of its step, whatever came between', () => {
    const begin = ['#1 [linux/arm64 1/2] RUN a', '#2 [linux/s390x 1/2] RUN a', '#3 [1/2] RUN b'];
    expect(last(...begin, '#1 0.1 x')).toBe('linux/arm64');
    expect(last(...begin, '#2 0.1 x')).toBe('linux/s390x');
    expect(last(...begin, '#3 0.1 x')).toBeUndefined();
    expect(last(...begin, '#4 0.1 x')).toBeUndefined();
    expect(last(...begin, 'x')).toBeUndefined();
    expect(last(...begin, '#1 [1/2] RUN c', '#1 0.1 x')).toBeUndefined();
  });

  it('reaches from a repeated label to the rule below it, and not far', () => {
    const label = ' > [linux/arm64 1/2] RUN a:';
    expect(last(label, '0.1 x')).toBe('linux/arm64');
    expect(last(label, '0.1 x', '------', 'x')).toBeUndefined();
    expect(last(label, ...Array.from({ length: 100 }, () => 'x'))).toBeUndefined();
  });

  it.each([
    ['docker buildx build --platform linux/arm64 .', 'linux/arm64'],
    ['docker build --platform=linux/arm/v7 -t x .', 'linux/arm/v7'],
    ['docker buildx build --platform linux/arm64,linux/amd64 .', undefined],
    ['docker buildx build .', undefined],
  ])('is that of the whole build: %s', (command, platform) => {
    expect(last(command, '#1 [1/2] RUN a', '#1 0.1 x')).toBe(platform);
    expect(last(command, '#1 [linux/s390x 1/2] RUN a', '#1 0.1 x')).toBe('linux/s390x');
  });

  it('is remembered for a bounded number of steps', () => {
    const many = Array.from({ length: STEP_LIMIT + 1 }, (_, index) => `#${index} [linux/arm64 1/2] RUN a`);
    expect(last(...many, `#${STEP_LIMIT - 1} x`)).toBe('linux/arm64');
    expect(last(...many, `#${STEP_LIMIT} x`)).toBeUndefined();
  });
});
