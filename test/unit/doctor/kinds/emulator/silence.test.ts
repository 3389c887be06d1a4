import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { answerOf, readLog } from '../../../../support/logs.ts';

/** What is answered where somebody asks about a platform. */
const asked = (log: string) => {
  const answer = diagnoseLog(readLog(`${log}\n`), { asked: ['linux/arm64'] }, { here: false });
  return `${answer.verdict} ${answer.diagnoses[0]?.id ?? '-'}`;
};

/** What a job that failed ends with, whatever failed. */
const ENDS = [
  'ERROR: Job failed: command terminated with exit code 1',
  'ERROR: Job failed: exit code 1',
  'command terminated with exit code 2',
  'ERROR: script returned exit code 1\nFinished: FAILURE',
  "##[error]Bash exited with code '1'.\n##[section]Finishing: Build",
  'Exited with code exit status 1\nCircleCI received exit code 1',
  '🚨 Error: The command exited with status 1',
  'user command error: exit status 1',
  'pipeline step exit code 1',
  '✖ Failed to execute: make\nBuild teardown',
  'failed to get logs for task build : container step-build has failed  : [{"key":"StartedAt","value":"2024","type":3}]',
  'time="2024" level=info msg="sub-process exited" argo=true error="<nil>"\nError: exit status 1',
  'ERROR: build step 0 "docker" failed: step exited with non-zero status: 1',
];

describe('the last words of a job', () => {
  it.each(ENDS)('tell nothing of what failed: %s', (end) => {
    expect(asked(end)).toMatch(/^unknown /);
    expect(asked(`unauthorized: authentication required by registry\n${end}`)).toBe(
      'not-emulation registry-unauthorized',
    );
    expect(asked(`COPY failed: file not found in build context: stat a: file does not exist\n${end}`)).toBe(
      'not-emulation file-missing',
    );
  });

  it.each([
    'ERROR: Job failed: execution took longer than 1h0m0s seconds',
    'WARNING: step_script could not run to completion because the timeout was exceeded.',
    "The job's timeout of 3600 s was exceeded",
    'TaskRun "build" failed to finish within "1h0m0s"',
    'Pod was active on the node longer than the specified deadline',
    'Exceeded build time limit of 120 minutes.',
    'Cancelling nested steps due to timeout\nTimeout has been exceeded\nFinished: ABORTED',
    'Finished: ABORTED',
  ])('are those of a time limit: %s', (end) => {
    expect(asked(end)).toBe('emulation build-hangs');
    expect(answerOf(end)).toBe('unknown job-time-limit');
  });

  it('are none of a limit that was not reached', () => {
    expect(asked('Timeout set to expire in 1 hr 0 min\nTests: 3 failed, 2 passed')).toBe(
      'unknown test-failure',
    );
  });
});

/** The first command that is given for a step of a foreign platform, or of none. */
const commandOf = (command: string, said: readonly string[], platform = 'linux/arm64 ', code = 1) => {
  const lines = said.map((line, index) => `#9 ${index + 1}.0 ${line}`).join('\n');
  const log = `#9 [${platform}build 2/3] RUN ${command}\n${lines}\n#9 ERROR: process "/bin/sh -c ${command}" did not complete successfully: exit code: ${code}\n`;
  const { diagnoses } = diagnoseLog(readLog(log), {}, { here: false });
  return [diagnoses[0]?.id, diagnoses[0]?.causes.length, diagnoses[0]?.causes[0].commands[0]];
};

describe('a step that was killed', () => {
  const rustc =
    "process didn't exit successfully: `/usr/local/bin/rustc --crate-name a` (signal: 9, SIGKILL: kill)";
  const index = '    Updating crates.io index';
  it.each([
    ['while rustc ran', [index, '   Compiling a v0.1.0 (/src)', rustc], 101, 'ENV CARGO_BUILD_JOBS=1'],
    ['while rustc ran, without a word', ['   Compiling a v0.1.0 (/src)'], 137, 'ENV CARGO_BUILD_JOBS=1'],
    [
      'while Cargo fetched its index',
      [index, 'Killed'],
      137,
      'ENV CARGO_REGISTRIES_CRATES_IO_PROTOCOL=sparse',
    ],
    ['while something else ran', ['Killed'], 137, 'FROM --platform=$BUILDPLATFORM IMAGE AS build'],
  ] as const)('%s', (_, said, code, command) => {
    expect(commandOf('cargo build', said, undefined, code)).toEqual(['killed-under-emulation', 1, command]);
  });

  it('on the machine itself', () => {
    expect(commandOf('cargo build', [rustc], '', 101)).toEqual([
      'out-of-memory',
      1,
      'export CARGO_BUILD_JOBS=1',
    ]);
    expect(commandOf('make', ['Killed'], '', 137)).toEqual(['out-of-memory', 1, undefined]);
  });
});

describe('a download that takes too long', () => {
  it.each([
    [
      'pip install a',
      "pip._vendor.urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool(host='files.pythonhosted.org', port=443): Read timed out.",
      'pip install --timeout 120 --retries 10 PACKAGE',
    ],
    [
      'yarn install',
      'error An unexpected error occurred: "https://registry.yarnpkg.com/a: ESOCKETTIMEDOUT".',
      'yarn install --network-timeout 600000',
    ],
    ['npm ci', 'npm error code ERR_SOCKET_TIMEOUT', 'npm ci --fetch-timeout=600000 --fetch-retries=10'],
    [
      'go mod download',
      'Get "https://proxy.test/a": net/http: TLS handshake timeout',
      'FROM --platform=$BUILDPLATFORM IMAGE AS build',
    ],
  ])('is given more time by the option of %s', (command, said, first) => {
    expect(commandOf(command, [said])).toEqual(['downloads-time-out', 1, first]);
  });
});
