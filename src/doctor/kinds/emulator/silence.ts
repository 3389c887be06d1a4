/** Kinds of steps for another platform that end without a word of their own: silence, a time limit, no memory. */

import { ENDED_FROM_OUTSIDE, NATIVE_STAGE, NEWER_QEMU, VERSION } from '../common.ts';
import { emulatedOrForeign, logShows, thirtyTwoBit } from '../conditions.ts';
import { type Cause, clue, type Kind, kind, texts, type View } from '../kind.ts';

/** The kind that leads where nothing else is known of a step that ran under an emulator. */
export const ONLY_FAILED = 'foreign-step-failed';

const NATIVELY =
  'run the step natively: in a stage FROM --platform=$BUILDPLATFORM, or on a runner of that architecture';

/** Package managers, how they show themselves, and the command that makes each wait longer. */
const LIMITS: readonly (readonly [name: string, shows: RegExp, command: string])[] = [
  ['pip', /\bpip3?\b|_vendor|pypi|pythonhosted/i, 'pip install --timeout 120 --retries 10 PACKAGE'],
  [
    'Yarn',
    /\byarn(?:pkg)?\b|ESOCKETTIMEDOUT|trouble with your network/i,
    'yarn install --network-timeout 600000',
  ],
  [
    'npm',
    /\bnpm (?:ERR!|error|ci|i|install)\b|\bERR_SOCKET_TIMEOUT\b/,
    'npm ci --fetch-timeout=600000 --fetch-retries=10',
  ],
];

/** The package manager whose lines or command these are. */
function managerOf({ match: { evidence, steps } }: View): string | undefined {
  const said = [...evidence.map(({ text }) => text), ...steps.map(({ command }) => command)];
  return LIMITS.find(([, shows]) => said.some((text) => shows.test(text)))?.[0];
}

/** Cargo had nothing to compile yet. */
function readsIndex(view: View): boolean {
  return logShows('cargo-index')(view) === true && logShows('cargo-compiles')(view) !== true;
}

export const silenceKinds = (): readonly Kind[] => [
  kind('build-hangs', 'a step for another platform stops saying anything, until the job is cancelled', {
    bearing: 'foreign',
    rank: 'symptom',
    signs: [
      ...ENDED_FROM_OUTSIDE,
      {
        has: 'context canceled',
        and: /^(?:error: )?(?:failed to solve: )?(?:canceled: )?context canceled$/i,
      },
      // A step that ran for more than ten minutes until then.
      { has: '=> canceled [', and: /(?<= )(?:[6-9]\d\d|\d{4,6})\.\ds$(?<= RUN .{1,1000})/ },
    ],
    applies: (view) =>
      logShows('other-leg-failed')(view) !== true &&
      (emulatedOrForeign(view) === true || (view.foreign === undefined && view.platform !== undefined)),
    explains: ['job-time-limit'],
    causes: [
      {
        text: 'The step for {platform} hung or was too slow under the emulator: programs can deadlock there without a last word (Node.js on 32-bit Arm, mamba, npm, pip)',
        remedy:
          'Run the step natively: on a runner of that architecture, or in a stage FROM --platform=$BUILDPLATFORM; and set a time limit',
        commands: [...NATIVE_STAGE, 'timeout-minutes: 30', NEWER_QEMU],
      },
    ],
    sources: 'ekino/docker-buildbox!2021 zereight/gitlab-mcp!729',
  }),
  clue(
    'other-leg-failed',
    { has: 'strategy configuration was cancel' },
    { has: 'higher priority waiting request' },
  ),
  kind('downloads-time-out', 'a package manager’s downloads time out in a step for another platform', {
    bearing: 'foreign',
    signs: [
      ...texts(`
        trouble with your network connection | esockettimedout | idle timeout reached for host
        | exceeded the timeout of | err_socket_timeout | readtimeouterror | read timed out
      `),
      // An engine’s own requests run on the machine itself.
      { has: 'tls handshake timeout', not: /\/v2\/|daemon/ },
    ],
    applies: (view) => emulatedOrForeign(view) === true,
    explains: ['network', 'dependency'],
    causes: [
      ...LIMITS.map(
        ([name, , command]): Cause => ({
          text: `${name} is so slow under emulation that its own time limit for the network runs out; or the network is slow`,
          when: (view) => (managerOf(view) === name ? undefined : false),
          remedy: `Raise its limit, or ${NATIVELY}`,
          commands: [command, ...NATIVE_STAGE],
        }),
      ),
      {
        text: 'The package manager is so slow under emulation that its own time limit for the network runs out; or the network is slow',
        when: (view) => (managerOf(view) === undefined ? undefined : false),
        remedy: `Raise its limit (yarn --network-timeout 600000, npm fetch-timeout, pip --timeout), or ${NATIVELY}`,
        commands: NATIVE_STAGE,
      },
    ],
    sources: 'unixfox/periodic-build-with-github-actions#1',
  }),
  clue('cargo-index', { has: 'updating crates.io index' }),
  clue(
    'cargo-compiles',
    { has: 'compiling ', and: /^\s{0,4}Compiling \S{1,80} v\d/ },
    { has: 'exit successfully: `', and: /`(?:\S{0,200}\/)?rustc / },
    { has: 'error: could not compile `' },
  ),
  kind('killed-under-emulation', 'the emulated step ran out of memory', {
    bearing: 'foreign',
    signs: [
      ...texts(`
        exit code: 137 | killed signal terminated program | insufficient memory for the java runtime
        | sigkill
      `),
      { has: 'killed', and: /^(?:\S{0,200} )?Killed$|signal 9|Killed \(program|SIGKILL/ },
    ],
    applies: (view) => emulatedOrForeign(view) === true,
    explains: ['out-of-memory'],
    rank: 'cause',
    causes: [
      {
        text: 'Cargo was killed while it fetched its index, as a rule since memory ran out: older releases take the whole of it by Git, which under an emulator needs several times as much memory',
        when: (view) => (readsIndex(view) ? undefined : false),
        remedy:
          'Use cargo’s sparse index (the default since Rust 1.70) or net.git-fetch-with-cli, a machine with more memory, or a native runner or cross-compilation',
        commands: ['ENV CARGO_REGISTRIES_CRATES_IO_PROTOCOL=sparse', ...NATIVE_STAGE],
      },
      {
        text: 'rustc was killed, as a rule since memory ran out: under an emulator it takes several times as much, and Cargo starts as many side by side as there are processors',
        when: (view) => (logShows('cargo-compiles')(view) === true ? undefined : false),
        remedy:
          'Let Cargo run one job at a time, take a machine with more memory, or a native runner or cross-compilation',
        commands: ['ENV CARGO_BUILD_JOBS=1', ...NATIVE_STAGE],
      },
      {
        text: 'The step was killed, as a rule since memory ran out: under an emulator a program takes several times as much',
        when: (view) => (logShows('cargo-compiles')(view) === true || readsIndex(view) ? false : undefined),
        remedy:
          'Use fewer jobs side by side, a machine with more memory, or a native runner or cross-compilation',
        commands: NATIVE_STAGE,
      },
    ],
    sources: 'keenanjohnson/ros2_rust_workspace#21',
  }),
  kind(ONLY_FAILED, 'a step for another platform failed, and does not tell why', {
    bearing: 'note',
    rank: 'echo',
    signs: texts(`
      did not complete successfully | returned a non-zero code | exit code | exit status | exited with
      | error: | fatal: | exception | failed
    `),
    // Only where the log proves it: a cross-compiler names its target, too.
    applies: (view) =>
      emulatedOrForeign(view) === true &&
      view.platform !== undefined &&
      [view.log.emulated, view.log.machine, view.log.failed?.platform].some(Boolean),
    explains: ['platform-mismatch'],
    causes: [
      {
        text: 'The emulator that ran the step for {platform} is old or faulty, or does not have a system call that the program uses',
        remedy:
          'Run the same step natively (on a runner for {platform}, or in a stage FROM --platform=$BUILDPLATFORM) to see whether it fails there, too; and use a current QEMU',
        commands: [...NATIVE_STAGE, NEWER_QEMU, VERSION],
      },
      {
        text: 'A 32-bit program for {platform} cannot read directories of a 64-bit file system under an emulator: their inode numbers are too large for it, and it finds them empty',
        when: (view) => (thirtyTwoBit(view) === true ? undefined : false),
        remedy: 'Put the directory on a tmpfs, or run the step natively',
        commands: ['RUN --mount=type=tmpfs,target=/work COMMAND'],
      },
      {
        text: 'The step fails by itself, and would on any platform',
        elsewhere: true,
        remedy: 'Look at the last errors of the log',
      },
    ],
  }),
];
