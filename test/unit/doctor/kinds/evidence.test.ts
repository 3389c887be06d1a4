import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../support/logs.ts';

const verdict = (log: string): string => diagnoseLog(readLog(`${log}\n`), {}, { here: false }).verdict;
const first = (log: string): string => {
  const [lead] = diagnoseLog(readLog(`${log}\n`), {}, { here: false }).diagnoses;
  return lead === undefined ? '-' : `${lead.id} ${lead.standing}`;
};

const INSTALLED = 'Run docker/setup-qemu-action@v3\nSetting up docker/binfmt\n';
const NATIVE = '$ uname -m\nx86_64\n';

describe('words of emulators that others use, too', () => {
  it.each([
    ['a program’s own limit of memory', 'ghc: internal error: Unable to commit 1048576 bytes of memory'],
    [
      'a database on its own machine',
      `${NATIVE}sqlservr: Invalid mapping of address 0x40092b8000 in reserved address space below 0x400000000000.`,
    ],
    [
      'programs for 16 bits',
      'wine: You need to set vm.mmap_min_addr to 0 for 16-bit programs\nerror: failed',
    ],
    [
      'links that lead to themselves',
      `${INSTALLED}Run make dist\ncp: cannot stat 'node_modules/a': Too many levels of symbolic links`,
    ],
    [
      'an answer that another step read',
      `${INSTALLED}Run ./ci/tags.sh\nSyntaxError: Unexpected end of JSON input`,
    ],
    ['a sandbox without a system call', 'runsc: Unsupported syscall fanotify_init(0x0, 0x0)\nerror: exited'],
    [
      'a root of the machine’s own',
      `${NATIVE}$ sudo debootstrap --arch amd64 sid /mnt\nW: Failure trying to run: chroot "/mnt" /bin/true`,
    ],
    ['a tool for disk images', "cp: cannot create regular file '/usr/bin/qemu-img': Text file busy"],
    ['a graphics card', 'RuntimeError: CUDA error: an illegal instruction was encountered\nlinux/arm64'],
    [
      'a script whose interpreter is missing',
      '  Executing mail-1.0.2.post-install\n  * execve: No such file or directory\nERROR: lib/apk/exec/mail-1.0.2.post-install: exited with error 127\nExecuting busybox-1.37.0-r30.trigger',
    ],
  ])('blame no emulation: %s', (_, log) => {
    expect(verdict(log)).not.toBe('emulation');
  });

  it.each([
    [
      'a database at QEMU’s address',
      'sqlservr: Invalid mapping of address 0x40092b8000 in reserved address space below 0x400000000000.',
      'guest-address-space emulation',
    ],
    [
      'a program’s limit of memory on another platform',
      '#9 [linux/arm/v7 2/3] RUN cabal build\n#9 0.5 ghc: internal error: Unable to commit 1048576 bytes of memory',
      'guest-address-space emulation',
    ],
    [
      'every program',
      'docker run --privileged hypriot/qemu-register\n/register.sh: line 39: ls: Too many levels of symbolic links',
      'interpreter-loop emulation',
    ],
    [
      'the installer’s own answer',
      `${INSTALLED}Error: Unexpected end of JSON input`,
      'installer-said-nothing emulation',
    ],
    [
      'the shell’s own scripts',
      'Executing busybox-1.37.0-r29.trigger\n* execve: No such file or directory\nERROR: lib/apk/exec/busybox-1.37.0-r29.trigger: exited with error 127',
      'package-scripts-not-started emulation',
    ],
    [
      'a script in a build of an unknown machine',
      '#20 5.66   * execve: No such file or directory\n#20 5.66 ERROR: lib/apk/exec/bash-5.3.3-r1.post-install: exited with error 127\n#20 ERROR: process "/bin/sh -c apk add bash" did not complete successfully: exit code: 1',
      'package-scripts-not-started emulation',
    ],
    [
      'a script in a build of another platform',
      '#20 [linux/arm64 2/3] RUN apk add bash\n#20 5.66 ERROR: lib/apk/exec/bash-5.3.3-r1.post-install: exited with error 127',
      'package-scripts-not-started emulation',
    ],
    [
      'a builder of images that asks for handlers',
      '"amd64" requires QEMU binfmt emulation to be configured (not compatible with "arm64")',
      'arch-test-failed emulation',
    ],
    [
      'pages of another size',
      'Box64 with Dynarec v0.2.4\nError: PageSize configuration is wrong: configured with 4096, but got 16384',
      'page-size not-emulation',
    ],
  ])('are what they are of it: %s', (_, log, expected) => {
    expect(first(log)).toBe(expected);
  });

  it('know a build on its own machine', () => {
    const log =
      '#1 [linux/amd64 2/3] RUN apk add mail\n#1 5.66 ERROR: lib/apk/exec/mail-1.0.post-install: exited with error 127';
    expect(first(`${NATIVE}${log}`)).toBe('package-scripts-not-started not-emulation');
  });
});
