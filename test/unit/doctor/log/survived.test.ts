import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../support/logs.ts';

const answer = (log: string): string => {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  return `${verdict} ${diagnoses[0]?.id ?? '-'}`;
};

const REFUSED = "chroot: failed to run command '/bin/bash': Exec format error";

describe('what a job went on after', () => {
  it.each([
    'curl: (22) The requested URL returned error: 404',
    "error: pathspec 'v1' did not match any file(s) known to git",
    '/bin/sh: shellcheck: command not found',
    "rm: cannot remove '/tmp/x': Permission denied",
  ])('explains nothing of a later failure of an emulator: %s', (line) => {
    expect(answer(`${line}\n${REFUSED}`)).toBe('emulation exec-format-error');
  });

  it('is told from what made that failure', () => {
    const quota = 'Error response from daemon: toomanyrequests: You have reached your pull rate limit.';
    expect(answer(`${quota}\n${REFUSED}`)).toBe('not-emulation registry-rate-limit');
  });

  it.each([
    'tag does not exist: registry.example.com/app:ci',
    'docker: Error response from daemon: pull access denied for app, repository does not exist',
    "cp: cannot stat 'dist/app': No such file or directory",
  ])('explains nothing where it comes of that failure: %s', (line) => {
    expect(answer(`${REFUSED}\n${line}`)).toBe('emulation exec-format-error');
  });

  it('is what failed after a step that ended well, or in the step that failed', () => {
    const done = '#9 [linux/arm64 3/4] RUN make\n#9 3.1 Illegal instruction, going on\n#9 DONE 4.0s\n';
    const denied = '#20 ERROR: failed to push ghcr.io/o/a:1: denied: permission_denied: write_package';
    expect(answer(`${done}${denied}`)).toBe('not-emulation registry-unauthorized');
    const gone = `${REFUSED}\n#9 [2/4] RUN curl -f x\n#9 3.1 curl: (22) The requested URL returned error: 404\n`;
    const failed = '#9 ERROR: process "/bin/sh -c curl -f x" did not complete successfully: exit code: 22';
    expect(answer(`${gone}${failed}`)).toBe('not-emulation download-gone');
  });

  it('was a warning', () => {
    const warned = 'npm warn deprecated: no module named six\nlevel=warning msg="no module named six"';
    expect(answer(`${warned}\nerror: dependency x: No module named yaml`)).toBe('not-emulation dependency');
    expect(answer(`${warned}\nerror TS2307: cannot find it\nfatal: not a git repository`)).toBe(
      'not-emulation compile-error',
    );
    expect(answer('npm warn EBADENGINE Unsupported engine {\nnpm error code 1')).toMatch(/^unknown/);
  });
});

describe('a job’s own command after a build for another platform', () => {
  const built = 'Run docker/build-push-action@v6\n#1 [linux/arm64 2/2] RUN make\n#1 DONE 9.1s\n';
  it.each([
    ['a test on the runner', 'Run pytest -x', 'unknown'],
    ['a test with a wrapper', 'Run ./gradlew test', 'unknown'],
    ['one in a container', 'Run python ci/docker.py', 'emulation'],
    ['a script', 'Run ci/test.sh', 'emulation'],
  ])('is %s', (_, command, expected) => {
    expect(answer(`${built}${command}\nSegmentation fault (core dumped)`).split(' ')[0]).toBe(expected);
  });
});
