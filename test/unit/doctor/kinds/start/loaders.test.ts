import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../support/logs.ts';

describe('a root whose shell does not start', () => {
  const lost = 'emulation root-not-started';
  it.each([
    ['chroot', 'chroot: failed to run command ‘/bin/bash’: No such file or directory'],
    ['busybox', "chroot: can't execute '/bin/sh': No such file or directory"],
    ['unshare', 'unshare: failed to execute /bin/sh: No such file or directory'],
    ['systemd-nspawn', 'execv(/bin/bash) failed: No such file or directory'],
    [
      'Docker of old',
      'Step 2/8 : RUN npm install\n ---> Running in 7177fe29f80c\nstandard_init_linux.go:195: exec user process caused "no such file or directory"',
    ],
    ['Docker', 'exec /bin/sh: no such file or directory'],
    [
      'bubblewrap',
      '$ flatpak-builder --arch=aarch64 build a.json\nbwrap: execvp sh: No such file or directory',
    ],
  ])('most likely is for another architecture: %s', (_, log) => {
    expect(answerOf(log)).toBe(lost);
  });

  it.each([
    [
      'the machine’s own',
      '$ uname -m\nx86_64\nchroot: failed to run command ‘/bin/bash’: No such file or directory',
    ],
    ['another program', 'chroot: failed to run command ‘/root/1-setup.sh’: No such file or directory'],
    ['bubblewrap of no platform', 'bwrap: execvp sh: No such file or directory'],
  ])('may be empty: %s', (_, log) => {
    expect(answerOf(log)).toMatch(/^unknown /);
  });

  it('is the first program of a function’s image', () => {
    const log = 'IMAGE Launch error: fork/exec /entrypoint.sh: exec format error';
    expect(answerOf(log)).toBe('emulation exec-format-error');
  });
});
