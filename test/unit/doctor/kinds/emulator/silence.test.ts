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
