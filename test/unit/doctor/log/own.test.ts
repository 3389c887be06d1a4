import { describe, expect, it } from 'vitest';
import { undecorated } from '../../../../src/doctor/log/lines.ts';
import { type LineSigns, openOwn } from '../../../../src/doctor/log/own.ts';

const SIGNS: LineSigns = {
  bears: ({ whole }) => /exec format error|Segmentation fault|QEMU internal/.test(whole),
  fails: ({ whole }) => /refused/.test(whole),
};

/** The lines of others among these, in their order, and how many were left out. */
function read(...lines: readonly string[]): { readonly given: readonly string[]; readonly own: number } {
  const given: string[] = [];
  const reading = openOwn(({ raw, number }) => {
    expect(lines[number]).toBe(raw);
    given.push(raw);
  }, SIGNS);
  for (const [number, raw] of lines.entries()) reading.take({ raw, whole: undecorated(raw), number });
  return { own: reading.end(), given };
}

function others(...lines: readonly string[]): readonly string[] {
  const { given, own } = read(...lines);
  expect(own).toBe(lines.length - given.length);
  return given;
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
    '2 of 3 failures come from emulation, 1 of them surely: a, b.',
    'Not healthy: 2 errors',
    'Healthy, with 1 warning: linux/arm64 runs here',
    'Nothing is set up yet: programs of no other architecture run here (1 warning)',
    '##[error]Possible: No handler for linux/arm64 is registered with the kernel that ran this',
    '##[error]./tool was built for another architecture than the machine that started it: a wrong download',
    '::error title=SB020 no flag F::The entry lacks it',
    '2026-11-28T20:00:00.0000000Z ::warning title=SB-IMAGE x::y',
    '#9 0.345 SB043 qemu-aarch64 is old (warning)',
    '  asking ghcr.io again in 12.5 s (3 of 4)',
    '+ linux/arm64  would be set up: no entry',
    'registry   docker.io   the image   connection refused   12',
    'the log of build cannot be read: ECONNREFUSED',
    'Cause (SB020): The entry for linux/arm64 lacks the flag F, so that its interpreter is looked for inside',
  ])('knows %s', (line) => {
    expect(others(line)).toEqual([]);
  });

  it.each([
    'exec format error',
    'SBOM 001 exec format error',
    '/src/SB001/configure: line 3: ./conftest: exec format error',
    'SB001/configure: exec format error',
    '#9 0.1 exec /src/SB001/configure: exec format error',
    '#9 ERROR: process "/bin/sh -c /src/SB-TOOL/configure" did not complete successfully: exit code: 255',
    '+ linux/build.sh x',
    '::error title=Build of SB001::exec format error',
    'make: SB043 exec format error',
    'exec format error: the tool asking x again in 1.0 s (1 of 2)',
    'exec /app was built for another architecture than the machine that started it: exec format error',
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

  it('knows all that follows its rule, where it has counted', () => {
    expect(read(HEADLINE, RULE, 'a', 'a note', TALLY, 'connection refused')).toEqual({
      given: ['connection refused'],
      own: 5,
    });
    expect(others(RULE, 'a', TALLY)).toEqual([RULE, 'a', TALLY]);
  });

  it('passes over nothing that follows a rule where nothing was counted', () => {
    const long = Array<string>(500).fill('a note');
    for (const end of [[], [TALLY]]) {
      expect(others(HEADLINE, RULE, ...long, ...end)).toEqual([RULE, ...long, ...end]);
      expect(others(HEADLINE, RULE, ...long.slice(0, 399), ...end).length).toBe(end.length === 0 ? 400 : 0);
    }
    // What is its own among them stays so.
    expect(others(HEADLINE, RULE, 'a note', 'SB043 old', 'refused')).toEqual([RULE, 'a note', 'refused']);
  });

  it.each([
    'docker: Error response from daemon: exec /bin/sh: exec format error',
    'make: *** [Makefile:3: all] Error 1',
    '  exec /bin/sh: exec format error',
    '    Segmentation fault',
    'exec format error',
    '  error: the build failed',
    '  /bin/sh: exit code: 2',
  ])('hides no line that tells of a failure, whatever stands around it: %j', (line) => {
    const around: (readonly [readonly string[], readonly string[]])[] = [
      [[HEADLINE], []],
      [[HEADLINE], [HEADLINE, RULE, TALLY]],
      [[HEADLINE, RULE], [TALLY]],
      [
        [HEADLINE, RULE, 'a note'],
        ['a note', TALLY],
      ],
      [['SB043 old (warning)'], ['SB043 old (warning)']],
      [
        [HEADLINE, '  The step that failed: x'],
        ['SB043 old', TALLY],
      ],
    ];
    for (const [before, after] of around) expect(others(...before, line, ...after)).toContain(line);
  });

  it('takes a title for its own where what it quotes follows', () => {
    expect(others(HEADLINE, 'exec format error', '  line 4: exec format error')).toEqual([]);
    expect(others(HEADLINE, 'QEMU internal SIGABRT', '  line 4: QEMU internal SIGABRT')).toEqual([]);
    expect(others(HEADLINE, 'exec format error')).toEqual(['exec format error']);
    expect(others(HEADLINE, 'exec format error', RULE, TALLY)).toEqual(['exec format error']);
  });

  it.each([
    '#12 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2',
    '#12 0.345 exec /bin/sh: exec format error',
    ' > [linux/arm64 2/2] RUN make:',
    ' => ERROR [linux/arm64 2/2] RUN make',
    'STEP 3/5: RUN make',
    'Run make',
    "The command '/bin/sh -c make' returned a non-zero code: 2",
    'ERROR: failed to solve: process "make" did not complete successfully',
    '##[error]Process completed with exit code 1.',
    '::error ::it failed',
    'make: exited with code 2',
  ])('does not pass over a step of another program between its rule and a count: %s', (line) => {
    const crafted = [RULE, 'exec format error', line, 'Segmentation fault', TALLY];
    expect(others(HEADLINE, ...crafted)).toEqual(crafted);
  });

  it('ends an answer after a hundred lines', () => {
    const long = Array<string>(500).fill('  a line');
    expect(read(HEADLINE, ...long).own).toBe(100);
  });

  it('looks at no line more than twice, whatever rules follow one another', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? HEADLINE : RULE));
    const begun = performance.now();
    expect(others(...lines).every((line) => line === RULE)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
