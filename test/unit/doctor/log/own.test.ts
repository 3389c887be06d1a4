import { describe, expect, it } from 'vitest';
import { openOwn } from '../../../../src/doctor/log/own.ts';

/** The lines of others among these. */
function others(...lines: readonly string[]): readonly string[] {
  const isOwn = openOwn();
  return lines.filter((line) => !isOwn(line));
}

const HEADLINE = 'This failure most likely comes from emulation (linux/arm64): exec format error.';
const RULE = '─'.repeat(40);
const TALLY = '31 checks found nothing, 4 found something, 43 were skipped, 0 failed';

describe('openOwn', () => {
  it.each([
    'SB043 qemu-aarch64 is old (warning)',
    'SB-RUNNER Cannot set up: it failed.',
    'asking registry-1.docker.io again in 1.0 s (2 of 4), after connection timed out',
    'registry-1.docker.io: ETIMEDOUT; try 2 of 4',
    '✓ linux/arm64  emulated by QEMU 10.2.3',
    '✗ linux/s390x  exec format error',
    '✗ rule wine  not registered',
    HEADLINE,
    `build (linux/arm64): ${HEADLINE}`,
    'Whether this failure comes from emulation is not known: the log names no other platform.',
    'Nothing in this log failed.',
    '2 of 3 failures come from emulation, 1 of them surely: a and b.',
    'Not healthy: 2 errors',
    'Healthy, with 1 warning: linux/arm64 runs here',
    '##[error]Possible: No handler for linux/arm64 is registered with the kernel that ran this',
    '##[error]./tool was built for another architecture than the machine that started it: a wrong download',
    'Cause (SB020): The entry for linux/arm64 lacks the flag F',
  ])('knows %s', (line) => {
    expect(others(line)).toEqual([]);
  });

  it.each([
    'exec format error',
    'SBOM 001 exec format error',
    'Healthy',
    'this failure comes from emulation',
    '+ docker build --platform linux/arm64 .',
    'Nothing in this log failed. But exec format error',
  ])('leaves %s to others', (line) => {
    expect(others(line)).toEqual([line]);
  });

  it('knows an answer by its lines, until another program prints one', () => {
    const answer = [
      HEADLINE,
      '  The step that failed: RUN make',
      'exec format error',
      '  line 4: exec /bin/sh: exec format error',
      '    node dist/cli.js setup linux/arm64',
      'On this host the checks found 1 error.',
    ];
    const next = ['Segmentation fault', '  line 4: exec format error'];
    expect(others(...answer, ...next)).toEqual(next);
    const steps = [' => ERROR [2/2] RUN make', '  - exec format error'];
    expect(others(HEADLINE, ...steps)).toEqual(steps);
  });

  it('knows all that follows its rule, until it has counted', () => {
    expect(others(HEADLINE, RULE, 'connection refused', 'a note', TALLY, 'connection refused')).toEqual([
      'connection refused',
    ]);
    expect(others(RULE, 'connection refused')).toEqual([RULE, 'connection refused']);
    const long = Array<string>(500).fill('connection refused');
    expect(others(HEADLINE, RULE, ...long).length).toBe(100);
  });
});
