/** Texts of other tools, years and systems than those of the corpus: what is known of a kind carries over to them. */

import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../support/logs.ts';

/** The kind that leads, its platform and the verdict; `-` where there is none. */
const answer = (log: string) => {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  const [first] = diagnoses;
  return [verdict, first?.id ?? '-', first?.platform ?? '-'].join(' ');
};
const causes = (log: string) =>
  diagnoseLog(readLog(`${log}\n`), {}, { here: false }).diagnoses.flatMap(({ causes: all }) => all);

const step = (platform: string, command: string, said: string) =>
  `#9 [${platform} 4/4] RUN ${command}\n#9 1.1 ${said}`;
const ON_A_MAC = '$ uname -m\narm64\n$ docker run --rm --platform linux/amd64 app';

type Case = readonly [name: string, log: string, answer: string];
const check = (_: string, log: string, expected: string) => expect(answer(log)).toBe(expected);

describe('a crash of which there is only the status', () => {
  const crash = 'emulation foreign-step-crash linux/amd64';
  it.each<Case>([
    ['echo $?', `${ON_A_MAC}\n$ echo $?\n139`, crash],
    ['words around it', `${ON_A_MAC}\n$ echo "ended with $?"\nended with 133`, crash],
    ['a variable', `${ON_A_MAC}\n+ echo rc=132\nrc=132`, crash],
    ['PowerShell', `${ON_A_MAC}\nPS> echo $LASTEXITCODE\n139`, crash],
    ['docker inspect', `${ON_A_MAC}\n$ docker inspect --format '{{.State.ExitCode}}' app\n139`, crash],
    ['JSON', `${ON_A_MAC}\n    "ExitCode": 139,`, crash],
    [
      'compose',
      "$ docker version --format '{{.Client.Os}}/{{.Client.Arch}} {{.Server.Os}}/{{.Server.Arch}}'\ndarwin/arm64 linux/arm64\n    platform: linux/amd64\noracle-1 exited with code 139",
      crash,
    ],
    ['fish', `${ON_A_MAC}\nfish: Job 1 terminated by signal SIGSEGV (Address boundary error)`, crash],
    ['a Mac’s shell', `${ON_A_MAC}\nzsh: bus error  ./tool`, crash],
    ['a call refused', `${ON_A_MAC}\nBad system call (core dumped)`, crash],
    [
      'uname -a of a Mac',
      '$ uname -a\nDarwin Mac 21.6.0 Darwin Kernel Version 21.6.0: root:xnu-8020~2/RELEASE_ARM64_T6000 arm64 arm Darwin\n$ podman run --arch=amd64 busybox true\n$ echo $?\n139',
      crash,
    ],
    ['a pasted log, indented', `  ${ON_A_MAC.replaceAll('\n', '\n  ')}\n  $ echo $?\n  139`, crash],
    ['a plain failure', '$ docker run --platform linux/arm64 app\n$ echo $?\n1', 'unknown - -'],
    ['success', '$ docker run --platform linux/arm64 app\n$ echo $?\n0', 'nothing-failed - -'],
  ])('%s', check);

  it.each([
    'SIGSEGV: segmentation violation',
    'PC=0x43a8ae m=4 sigcode=1 addr=0xffffffff404cbdf0',
    'goroutine 0 gp=0xc000102700 m=4 mp=0xc000101808 [idle]:',
    'goroutine 0 [idle]:',
  ])('Go’s runtime: %s', (line) => {
    expect(answer(step('linux/arm64', 'go mod download', line))).toBe('emulation go-crash linux/arm64');
  });

  it('names Rosetta where the log says that it runs', () => {
    const names = (log: string) => causes(log)[0]?.text.startsWith('Rosetta');
    expect(names(`$ podman machine inspect --format {{.Rosetta}}\ntrue\n${ON_A_MAC}\n$ echo $?\n139`)).toBe(
      true,
    );
    expect(names(`$ colima start --vz-rosetta\n${ON_A_MAC}\nSegmentation fault`)).toBe(true);
    expect(names(`$ colima start --vz-rosetta\n${ON_A_MAC}\nqemu: uncaught target signal 11`)).toBe(false);
    expect(names(`${ON_A_MAC}\nSegmentation fault`)).toBe(false);
  });
});

describe('a refusal in words at a log’s end', () => {
  it.each<Case>([
    ['hosts', 'Only hosts with glibc 2.28 are supported.', 'unknown - -'],
    ['a version', 'This installer requires a kernel 5.4 or newer.', 'unknown - -'],
    ['advice before success', 'Please install linux-image to use it.\n#12 DONE 3.1s', 'nothing-failed - -'],
    ['advice', 'npm notice This version requires at least Node 20', 'nothing-failed - -'],
    [
      'pbuilder',
      'E: cross-arch pbuilder requires the qemu-user-static package',
      'emulation emulator-not-found -',
    ],
    ['mkosi', 'Package qemu-user-static is required to build for aarch64', 'emulation emulator-not-found -'],
    ['vmdb2', 'RuntimeError: qemu-user-static must be installed', 'emulation emulator-not-found -'],
    [
      'Python',
      "FileNotFoundError(2, 'No such file or directory: qemu-aarch64-static')",
      'emulation emulator-not-found linux/arm64',
    ],
    ['page size', 'Only ARM64 hosts with 4k page size is supported.', 'not-emulation page-size -'],
    ['pages', 'This program requires a kernel with 4k page size. Aborting.', 'not-emulation page-size -'],
  ])('%s', check);
});

describe('the platform of several', () => {
  it.each<Case>([
    [
      'is that of the last command',
      '$ docker run --platform linux/s390x alpine true\n$ docker run --platform linux/ppc64le alpine true\nexec /bin/true: exec format error',
      'emulation exec-format-error linux/ppc64le',
    ],
    [
      'is the own one, too',
      "$ podman run --platform=linux/arm64 x sudo id\n$ podman run --platform=linux/amd64 x sudo id\nsudo: effective uid is not 0, is /usr/bin/sudo on a file system with the 'nosuid' option set",
      'emulation set-uid-ignored linux/amd64',
    ],
    [
      'is none of several at once',
      '$ docker run --platform linux/s390x alpine true\n$ docker build --platform linux/amd64,linux/arm64 .\nexec /bin/true: exec format error',
      'emulation exec-format-error linux/s390x',
    ],
    [
      'is what the line names',
      'Base image i386/debian:bullseye was pulled\narmel: not supported on this machine/kernel',
      'emulation arch-test-failed linux/arm/v6',
    ],
    [
      'is the one that was asked for',
      'image with reference app was found but its platform (linux/arm64) does not match the specified platform (linux/amd64)',
      'not-emulation local-image-of-another-platform linux/amd64',
    ],
  ])('%s', check);
});

describe('what leads', () => {
  const bundled = (said: string) =>
    `${step('linux/arm64', 'make', said)}\n#9 ERROR: process "/dev/.buildkit_qemu_emulator /bin/sh -c make" did not complete successfully: exit code: 1`;
  it.each<Case>([
    [
      'the bundled emulator',
      bundled('sanity... no'),
      'emulation bundled-emulator-started-nothing linux/arm64',
    ],
    ['a cause under it', bundled('FAILED a.py::b - AssertionError: 1'), 'unknown test-failure linux/arm64'],
    [
      'pages before files',
      step(
        'linux/amd64',
        'a',
        'a: error while loading shared libraries: libm.so.6: ELF load command address/offset not page-aligned',
      ),
      'emulation page-size linux/amd64',
    ],
    [
      'a missing library',
      'a: error while loading shared libraries: libssl.so: cannot open shared object file: No such file',
      'not-emulation file-missing -',
    ],
    [
      'what failed, and no warning',
      `Warning: Failed to restore: Cache service responded with 503\n${step('linux/arm64', 'make', 'undefined reference to `a`')}\n#9 ERROR: exit code: 2`,
      'not-emulation compile-error linux/arm64',
    ],
    [
      'no socket as a server',
      'Failed to connect to socket /run/dbus/system_bus_socket: No such file',
      'unknown - -',
    ],
    [
      'Rust’s last word alone',
      step('linux/amd64', 'cargo build', 'error: could not compile `syn`'),
      'unknown - -',
    ],
    [
      'the end of a package alone',
      step('linux/arm64', 'apt-get install a', 'dpkg: error processing package a'),
      'unknown package-failed linux/arm64',
    ],
    [
      'a leg that went on long',
      ' => CANCELED [linux/arm64 4/4] RUN npm ci    2901.2s\nERROR: failed to solve: Canceled: context canceled',
      'emulation build-hangs linux/arm64',
    ],
    [
      'the processor’s data',
      step('linux/arm/v7', 'buildah bud .', 'error="getCPUInfo for pattern: Cpu architecture: not found"'),
      'emulation own-file linux/arm/v7',
    ],
    [
      'a command that is missing',
      step('linux/arm64', '/missing', '/bin/sh: missing: not found'),
      'not-emulation command-not-found linux/arm64',
    ],
  ])('%s', check);
});

it('a shell that misses a program proves the handler that started it', () => {
  const arm64 = { arch: 'arm64', verdict: 'emulated', entry: 'qemu-aarch64', enabled: true } as const;
  const broken = { ...arm64, fixed: false, interpreter: 'dynamic' } as const;
  const ask = (said: string) =>
    diagnoseLog(
      readLog(step('linux/arm64', 'a', said)),
      { hostArch: 'amd64', archs: [broken] },
      { here: true },
    );
  expect(ask('/bin/sh: /missing: not found').verdict).toBe('not-emulation');
  expect(ask('exec /bin/sh: no such file or directory').verdict).toBe('emulation');
});

describe('what is downloaded and not there', () => {
  it.each<Case>([
    ['curl', 'curl: (22) The requested URL returned error: 404', 'not-emulation download-gone -'],
    ['curl, and a server', 'curl: (22) The requested URL returned error: 503', 'not-emulation network -'],
    ['wget', '2024-01-01 10:00:01 ERROR 404: Not Found.', 'not-emulation download-gone -'],
    ['Python', 'urllib.error.HTTPError: HTTP Error 404: Not Found', 'not-emulation download-gone -'],
    ['Node.js', 'Error: Response code 404 (Not Found)', 'not-emulation download-gone -'],
    ['Go', 'go: reading https://example.org/x/@v/v1.mod: 404 Not Found', 'not-emulation download-gone -'],
    [
      'an image',
      'failed to resolve source metadata for a: unexpected status from HEAD request to https://a/v2/b/manifests/c: 404 Not Found',
      'not-emulation image-not-found -',
    ],
    [
      'a test of it',
      '--- FAIL: TestHandler (0.00s)\n    got status 404, want 200 from https://example.org',
      'not-emulation test-failure -',
    ],
    [
      'too large',
      'failed to push a: unexpected status: 413 Request Entity Too Large',
      'not-emulation registry-refuses-content -',
    ],
  ])('%s', check);
});

describe('words for platforms that are empty', () => {
  const [id, legacy] = ['not-emulation platform-words-empty -', /legacy builder built it/];
  it.each<readonly [string, string, RegExp]>([
    [
      'FROM',
      'Sending build context to Docker daemon  2kB\nfailed to parse platform : "" is an invalid component of ""',
      legacy,
    ],
    [
      'an index',
      'DEPRECATED: The legacy builder is deprecated\nError: no child with platform  in index a',
      legacy,
    ],
    [
      'an address',
      'Step 3/5 : RUN curl -f https://a/b_$TARGETARCH.tar.gz\n ---> Running in 0a1b2c3d4e5f\ncurl: (22) The requested URL returned error: 404',
      legacy,
    ],
    [
      'a stage without ARG',
      'RUN wget https://a/tool-linux-.tar.gz\nwget: server returned error: HTTP/1.1 404 Not Found',
      /its stage does not name it/,
    ],
  ])('%s', (_, log, cause) => {
    expect(answer(log)).toBe(id);
    expect(causes(log)[0]?.text).toMatch(cause);
  });
});

describe('what failed nothing, or of nothing that is known', () => {
  it.each<Case>([
    [
      'names of packages',
      `${step('linux/arm64', 'a', 'Setting up liberror-perl (0.17) ...')}\n#9 DONE 1.0s`,
      'nothing-failed - -',
    ],
    [
      'a warning of an engine',
      "WARNING: The requested image's platform (linux/arm64) does not match the detected host platform (linux/amd64)\nok",
      'unknown platform-mismatch linux/arm64',
    ],
    ['a processor without a name', 'configure: error: could not determine CPU features', 'unknown - -'],
    ['an answer of a server', '$ curl -i https://example.org\nHTTP/1.1 404 Not Found', 'unknown - -'],
    ['a step', '#9 [linux/amd64 2/3] RUN rm -f missing error\n#9 DONE 0.3s', 'nothing-failed - -'],
    ['a step whose end is not there', '#9 [linux/arm64 2/3] RUN npm ci', 'unknown - -'],
    [
      'a list to a command for one',
      '"amd64,linux" is an invalid component of "linux/amd64,linux/arm64"',
      'not-emulation platform-unknown -',
    ],
    [
      'a copied emulator',
      "cp /usr/bin/qemu-arm-static root/\nchroot: failed to run command '/bin/sh': No such file or directory",
      'emulation root-not-started linux/arm/v7',
    ],
    [
      'a program that starts itself',
      step('linux/amd64', 'a', 'Failed to re-execute libcrun via memory file descriptor'),
      'unknown own-file linux/amd64',
    ],
  ])('%s', check);
});

describe('a step that somebody ended', () => {
  const hang = 'emulation build-hangs linux/s390x';
  const ON = '$ uname -m\nx86_64\n$ docker run --platform linux/s390x';
  it.each<Case>([
    ['timeout', `${ON} app\n$ echo $?\n124`, hang],
    ['a status', `${ON} app\nexited with code 124`, hang],
    ['time', `${ON} -it app sh\n/ # time npm ci\nCommand terminated`, hang],
    [
      'on the machine itself',
      '$ uname -m\nx86_64\n$ timeout 5 make\n$ echo $?\n124',
      'not-emulation job-time-limit -',
    ],
  ])('%s', check);
});

describe('what a whole machine says', () => {
  const console = '[  142.118245] systemd[1]: Detected architecture arm64.';
  it.each<Case>([
    [
      'systemd of a machine',
      `$ qemu-system-aarch64 -M virt -kernel Image\n${console}\n[  144.8] systemd[1]: Freezing execution.`,
      'not-emulation virtual-machine linux/arm64',
    ],
    [
      'a panic',
      `${console}\nKernel panic - not syncing: No working init found.`,
      'not-emulation virtual-machine linux/arm64',
    ],
    [
      'a login',
      'starting qemu-system-riscv64 -m 2G\nerror: no login prompt after 300 seconds',
      'not-emulation virtual-machine -',
    ],
    [
      'systemd of a container',
      '$ uname -m\nx86_64\n$ docker run --platform linux/arm64 image /sbin/init\nsystemd 249 running in system mode\nDetected architecture arm64.',
      'emulation init-in-container linux/arm64',
    ],
  ])('%s', check);
});

describe('a script as Windows saves it', () => {
  const refused = 'exec /entrypoint.sh: exec format error';
  const saved = 'not-emulation not-a-program -';
  it.each<Case>([
    [
      'file',
      `$ file entrypoint.sh\nentrypoint.sh: Bourne-Again shell script, ASCII text executable, with CRLF line terminators\n${refused}`,
      saved,
    ],
    [
      'after it',
      `${refused}\n$ file entrypoint.sh\nentrypoint.sh: Python script, Unicode text, UTF-8 (with BOM) text executable`,
      saved,
    ],
    ['cat -A', `$ cat -A entrypoint.sh\n#!/bin/sh^M$\n${refused}`, saved],
    [
      'od -c',
      `$ head -c 8 entrypoint.sh | od -c\n0000000 357 273 277   #   !   /   b   i\n${refused}`,
      saved,
    ],
    ['xxd', `$ xxd entrypoint.sh\n00000000: ef bb bf 23 21 2f 62 69\n${refused}`, saved],
    ['a program', `$ file entrypoint.sh\nentrypoint.sh: data\n${refused}`, 'emulation exec-format-error -'],
  ])('%s', check);
});

describe('a script that an interpreter does not find', () => {
  const under = (command: string, said: string) =>
    `${step('linux/arm64', command, said)}\n#9 ERROR: executor failed running [/dev/.buildkit_qemu_emulator /bin/sh -c ${command}]: exit code: 2`;
  const lost = 'emulation loads-wrong-path linux/arm64';
  const missing = 'not-emulation file-missing linux/arm64';
  it.each<Case>([
    [
      'Python',
      under('pip install a', "python: can't open file '//pip': [Errno 2] No such file or directory"),
      lost,
    ],
    ['a shell', under('cd /a && configure', '/bin/sh: 0: cannot open configure: No such file'), lost],
    ['Perl', under('autoconf', 'Can\'t open perl script "autoconf": No such file or directory'), lost],
    ['Node.js', under('npm ci', "Error: Cannot find module '//npm'"), lost],
    ['Ruby', under('bundle install', 'ruby: No such file or directory -- bundle (LoadError)'), lost],
    [
      'an argument',
      under('python setup.py', "python: can't open file '/setup.py': [Errno 2] No such file or directory"),
      missing,
    ],
    [
      'no emulator',
      step('linux/arm64', 'pip install a', "python: can't open file '//pip': [Errno 2] No such file"),
      missing,
    ],
  ])('%s', check);
});

describe('what is of one architecture', () => {
  const ON = '$ uname -m\nx86_64';
  it.each<Case>([
    [
      'a root, whose file was looked at',
      `${ON}\nchroot: failed to run command ‘/second-phase’: Exec format error\n$ file out/rootfs/bin/cat\nout/rootfs/bin/cat: ELF 64-bit LSB executable, ARM aarch64, version 1`,
      'emulation exec-format-error linux/arm64',
    ],
    [
      'a root',
      'chroot: failed to run command ‘/second-phase’: Exec format error',
      'emulation exec-format-error -',
    ],
    [
      'a program',
      `${ON}\n$ ./tool\nbash: ./tool: cannot execute binary file: Exec format error\n$ file tool\ntool: ELF 64-bit LSB executable, ARM aarch64, version 1`,
      'not-emulation file-of-another-architecture -',
    ],
    [
      'Nix, of old',
      "error: a 'aarch64-linux' is required to build '/nix/store/a.drv', but I am a 'x86_64-linux'",
      'emulation nix-platforms linux/arm64',
    ],
    [
      'Guix',
      'guix build: error: a `aarch64-linux’ is required to build `/gnu/store/a.drv’, but I am a `x86_64-linux’',
      'emulation nix-platforms linux/arm64',
    ],
    [
      'pages',
      '$ uname -m\naarch64\nLoading failed: File offset must be page-aligned.',
      'not-emulation page-size -',
    ],
    [
      'segments',
      '$ uname -m\naarch64\nld.so: a.so: LOAD segment not page aligned',
      'not-emulation page-size -',
    ],
  ])('%s', check);
});

describe('what this program prints, and documents, show nothing', () => {
  it.each([
    'SB043 qemu-aarch64 is old: tar: Cannot open: Function not implemented (warning)',
    'asking registry-1.docker.io again in 1.0 s (2 of 4), after connection timed out',
    'registry-1.docker.io: ETIMEDOUT; try 2 of 4',
    'This failure most likely comes from emulation (linux/arm64): exec format error.',
    '  "mediaType": "application/vnd.oci.image.index.v1+json",',
    '  "description": "says exec format error",',
  ])('%s', (line) => {
    expect(readLog(`#5 [linux/arm64 2/3] RUN a\n${line}\n`).matches).toEqual([]);
  });

  it.each([
    '{"errorDetail":{"message":"exec format error"}}',
    '  "message": "exec format error",',
    '"linux/arm46": unknown operating system or architecture: invalid argument',
    'this failure is known: exec format error',
  ])('but: %s', (line) => {
    expect(readLog(`${line}\n`).matches.length).toBeGreaterThan(0);
  });
});

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

describe('where it ran', () => {
  const signature =
    '#9 [linux/arm/v7 2/3] RUN apt-get update\n#9 1.1 At least one invalid signature was encountered.';
  const folders =
    '#9 1.1 Error: [/usr/share/dotnet/host/fxr] does not contain any version-numbered child folders';
  const compiler = 'Project ERROR: failed to parse default include paths from compiler output.';
  const failed = '--- FAIL: TestX (0.01s)';
  it.each<Case>([
    ['apt under an emulator', signature, 'emulation apt-signature linux/arm/v7'],
    [
      'apt on a board',
      `Linux pi 5.4.83-v7l+ #1379 SMP armv7l GNU/Linux\n${signature}`,
      'not-emulation apt-signature linux/arm/v7',
    ],
    [
      'dotnet of 32 bits',
      `#9 [linux/arm/v7 2/3] RUN dotnet restore\n${folders}`,
      'emulation dotnet-crash linux/arm/v7',
    ],
    [
      'dotnet of 64 bits',
      `#9 [linux/arm64 2/3] RUN dotnet restore\n${folders}`,
      'emulation dotnet-crash linux/arm64',
    ],
    ['a compiler somewhere', compiler, 'unknown compiler-not-understood -'],
    [
      'a compiler under an emulator',
      `linux/arm64\n${compiler}`,
      'emulation compiler-not-understood linux/arm64',
    ],
    [
      'a compiler near another platform',
      `release notes of linux/arm64 follow\n${compiler}`,
      'unknown compiler-not-understood linux/arm64',
    ],
    [
      'a test under a silent emulator',
      `Unsupported ancillary data: 1/2\n${failed}`,
      'emulation network-call-unknown -',
    ],
    [
      'a test under an emulator near another platform',
      `release notes of linux/arm64 follow\nUnsupported ancillary data: 1/2\n${failed}`,
      'emulation network-call-unknown linux/arm64',
    ],
    ['a test', failed, 'not-emulation test-failure -'],
  ])('matters to %s', check);
});
