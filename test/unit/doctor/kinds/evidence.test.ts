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

  it.each([
    [
      'SELinux',
      'avc:  denied  { read } for  pid=1 comm="sh" path="/usr/bin/qemu-aarch64-static" dev="overlay"',
      'emulator-denied emulation',
    ],
    [
      'AppArmor',
      'audit: apparmor="DENIED" operation="exec" name="/usr/bin/qemu-arm-static" pid=3',
      'emulator-denied emulation',
    ],
    [
      'a compiled program in an emulated step',
      '#4 [linux/arm64 2/3] RUN ./configure\n#4 7.5 configure: error: cannot run C compiled programs.',
      'made-program-not-run unknown',
    ],
    [
      'a compiled program',
      "configure: error: cannot run C++ compiled programs.\nIf you meant to cross compile, use `--host'.",
      'made-program-not-run not-emulation',
    ],
    [
      'a race detector under QEMU',
      '#4 [linux/arm64 2/3] RUN make test\n#4 9.1 FATAL: ThreadSanitizer: unsupported VMA range\n#4 9.1 FATAL: Found 47 - Supported 48',
      'sanitizer emulation',
    ],
    ['a race detector in a sandbox', 'FATAL: Found 47 - Supported 48', 'sanitizer unknown'],
    ['a race detector on a small kernel', 'FATAL: Found 39 - Supported 48', 'sanitizer not-emulation'],
    [
      'the loader of an image for another architecture',
      '| /lib64/ld-linux-x86-64.so.2: No such file or directory',
      'loader-not-found emulation',
    ],
    [
      'the installer’s name of an architecture',
      'docker run tonistiigi/binfmt --install mips64el\ninstalling: mips64el unsupported architecture: mips64el',
      'architecture-unknown emulation',
    ],
    [
      'a tool’s',
      `${INSTALLED}Error: Unsupported architecture: arm64`,
      'package-of-another-architecture not-emulation',
    ],
  ])('tell %s', (_, log, expected) => {
    expect(first(log)).toBe(expected);
  });

  it('know a build on its own machine', () => {
    const log =
      '#1 [linux/amd64 2/3] RUN apk add mail\n#1 5.66 ERROR: lib/apk/exec/mail-1.0.post-install: exited with error 127';
    expect(first(`${NATIVE}${log}`)).toBe('package-scripts-not-started not-emulation');
  });
});
