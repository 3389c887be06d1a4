/** Kinds of what an emulator answers otherwise than a kernel, and what 32-bit programs meet. */

import { OLDEST_TRUSTED } from '../../qemu/advisories.ts';
import { BUNDLED_EMULATOR, NATIVE_STAGE, OLD_QEMU, REPLACE, VERSION } from './common.ts';
import { ALSO_SHOWN } from './emulator.ts';
import {
  type Condition,
  evidenceIs,
  type Kind,
  kernelOlder,
  kind,
  logShows,
  not,
  only,
  qemuOlder,
  qemuWithin,
  someEntry,
  thirtyTwoBit,
  type View,
} from './kind.ts';
import { emulatedOrForeign } from './runtimes.ts';

/**
 * A shell that says `not found` of what its own command hands to echo was itself given one argument too few: it is no
 * missing command. The other signs are always this.
 */
const takesArgumentForCommand: Condition = ({ match, log }) =>
  match.evidence.some(({ text }) => {
    const word = /: (\S+): not found$/.exec(text)?.[1];
    return word === undefined || log.failed?.command.includes(`echo ${word}`) === true;
  });

/** Another platform may play a part, or what was taken for an applet is no tool’s name. */
const otherPlatform = (view: View): boolean =>
  emulatedOrForeign(view) !== false &&
  (view.platform !== undefined ||
    view.here === true ||
    evidenceIs(/(?:^|\s)(?![a-z][a-z\d-]+:)\S+: applet not found/)(view) === true);

/** The platform in question has 32 bits, or, where none is named, the machine has. */
const thirtyTwoBitHere = (view: View): boolean =>
  thirtyTwoBit({ ...view, platform: view.platform ?? (view.machine && `linux/${view.machine}`) }) === true;

export const callKinds = (): readonly Kind[] => [
  kind('openat2-missing', 'tar: Cannot open: Function not implemented', {
    rank: 'cause',
    signs: [{ has: 'function not implemented', and: /\btar: .{0,200}cannot (?:open|mkdir)/i }],
    explains: ['bundled-emulator', 'syscall-unknown', 'package-failed'],
    causes: [
      {
        text: 'QEMU is older than 9.2 and does not know the system call openat2, which newer tar uses',
        when: qemuOlder('9.2.0'),
        remedy: `Use a current QEMU (at least ${OLDEST_TRUSTED})`,
        commands: [REPLACE, VERSION],
      },
      BUNDLED_EMULATOR,
      {
        text: 'An old container engine’s seccomp profile refuses openat2',
        remedy: 'Update the engine; bsdtar extracts without openat2 until then',
      },
    ],
    sources: 'armbian/build#10713 abiosoft/colima#1613',
  }),
  kind('openat2-flags', 'tar: Cannot open: Invalid argument', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [{ has: 'invalid argument', and: /\btar: .{0,200}cannot (?:open|mkdir): invalid argument/i }],
    explains: ['bundled-emulator'],
    causes: [
      {
        text: 'QEMU 9.2 to 10.1.2 built with musl passes a flag of openat2 on wrongly for arm64',
        when: qemuWithin('9.2.0', OLDEST_TRUSTED),
        remedy: 'Use QEMU 10.1.3 or newer',
        commands: [REPLACE, VERSION],
      },
      BUNDLED_EMULATOR,
      {
        text: 'The file system cannot hold such a name (FAT, exFAT, a share)',
        elsewhere: true,
        remedy: 'Extract into a Linux file system',
      },
    ],
    sources: 'tonistiigi/binfmt#285 moby/buildkit#6475 crate/docker-crate#255',
  }),
  kind('tracing', 'ptrace: Function not implemented', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      {
        has: 'ptrace',
        and: /ptrace.{0,80}(?:function not implemented|not permitted|input\/output error|failed)/i,
      },
      { has: 'cannot ptrace' },
    ],
    causes: [
      {
        text: 'QEMU’s user mode has no ptrace system call: strace, gdb and profilers do not work inside an emulated container',
        remedy: 'Trace on a native machine, or attach gdb to the emulator itself (QEMU_GDB) from the host',
        commands: ['docker run -e QEMU_GDB=1234 -p 1234:1234 --platform {platform} IMAGE'],
      },
    ],
    sources: 'benfred/py-spy#530',
  }),
  kind('syscall-unknown', 'qemu: Unsupported syscall', {
    rank: 'cause',
    signs: [{ has: 'unsupported syscall' }],
    explains: ['guest-crash', ...ALSO_SHOWN],
    causes: [
      {
        ...OLD_QEMU,
        text: `QEMU is older than ${OLDEST_TRUSTED} and lacks a system call that the program uses`,
      },
      {
        text: 'The program uses a system call that QEMU’s user mode does not have (unshare and others were added late)',
        remedy: 'Use a current QEMU, or run the step natively or in a stage FROM --platform=$BUILDPLATFORM',
        commands: [REPLACE, NATIVE_STAGE],
      },
    ],
    sources: 'dotnet/dotnet-docker#993 proot-me/proot#88',
  }),
  kind('call-not-implemented', 'Function not implemented, in a step for another platform', {
    bearing: 'foreign',
    signs: [
      { has: 'function not implemented', not: /\btar: / },
      { has: 'enosys' },
      { has: 'errno', and: /\berrno\b\D{0,8}38\b/i },
      { has: 'os error 38' },
      { has: ' -38', and: /\b(?:err|error|ret|res|rc|result|returned|failed)\b.{0,20} -38\b/i },
    ],
    applies: (view) => emulatedOrForeign(view) !== false && view.platform !== undefined,
    explains: ['package-failed'],
    causes: [
      {
        text: 'The program uses a system call that QEMU’s user mode does not have (aio, io_uring, ptrace, keyctl, namespaces), or this version of it does not: error 38 is ENOSYS',
        remedy: 'Use a current QEMU, or run the step natively or in a stage FROM --platform=$BUILDPLATFORM',
        commands: [REPLACE, NATIVE_STAGE],
      },
    ],
    sources: 'multiarch/qemu-user-static#114',
  }),
  kind('sandbox-refused', 'Landlock or another sandbox is not there under the emulator', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'landlock is not supported' },
      { has: 'switching to sandbox user' },
      { has: 'restricting syscalls via seccomp' },
      { has: 'restricting filesystem access' },
      { has: 'seccomp', and: /(?:prctl|seccomp)\S{0,30}.{0,40}(?:invalid argument|EINVAL|: 22\b)/i },
    ],
    causes: [
      {
        text: 'An emulator’s user mode does not have the system calls of Landlock and seccomp, with which pacman and others shut themselves into a sandbox',
        when: (view) =>
          emulatedOrForeign(view) === false ? false : evidenceIs(/seccomp.{0,60}(?:\b22\b|inval)/i)(view),
        remedy:
          'Switch the sandbox off (pacman --disable-sandbox, DisableSandbox in pacman.conf), or run it natively',
        commands: ['pacman -Syu --disable-sandbox'],
      },
      {
        text: 'The kernel is too old for Landlock, or was built without it',
        elsewhere: true,
        remedy: 'Use a newer kernel, or switch the sandbox off (DisableSandbox in pacman.conf)',
      },
    ],
    sources: 'CoelacanthusHex/archriscv-scriptlet!23',
  }),
  kind('own-file', '/proc/self/exe is the emulator', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: '/proc/self/exe', and: /bad file descriptor|not a zip|failed|cannot|error/i },
      { has: 'failed to open', and: /as a zip file/ },
      { has: 'unknown option', and: /qemu[\w-]{0,20}: unknown option '/ },
      { has: '/proc/cpuinfo', and: /fail|unable|unknown|cannot/i },
    ],
    causes: [
      {
        text: 'The program reads its own file or processor through /proc/self/exe, which older emulators show as themselves',
        remedy: 'Use a current QEMU, or run this program on $BUILDPLATFORM or a native runner',
        commands: [REPLACE, NATIVE_STAGE],
      },
    ],
    sources: 'docker/setup-qemu-action#119',
  }),
  kind('large-inode-numbers', 'Value too large for defined data type', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [{ has: 'value too large for defined data type' }, { has: 'eoverflow' }],
    causes: [
      {
        text: 'A 32-bit program reads a directory of a 64-bit host, whose inode numbers and positions (ext4) are too large for 32 bits',
        when: (view) => thirtyTwoBit(view) || undefined,
        remedy:
          'Put the directory on a tmpfs, use cargo’s sparse index, or cross-compile on a 64-bit platform',
        commands: [
          'RUN --mount=type=tmpfs,target=/usr/local/cargo/registry cargo build --release',
          'ENV CARGO_REGISTRIES_CRATES_IO_PROTOCOL=sparse',
        ],
      },
    ],
    sources: 'rust-lang/cargo#8719 docker/buildx#395 microsoft/vcpkg#21189 uraimo/run-on-arch-action#9',
  }),
  kind('apt-signature', 'apt: At least one invalid signature was encountered', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'at least one invalid signature was encountered' },
      { has: 'not signed', and: /repository '.{1,300}' is not signed/i },
      { has: 'apt-key', and: /gpgv, gpgv2 or gpgv1 required/i },
    ],
    causes: [
      {
        text: '32-bit Arm under emulation: gpgv fails under an old QEMU, or an old libseccomp of the engine’s host refuses its time calls, and apt takes that for an invalid signature',
        when: (view) => thirtyTwoBit(view) === true && emulatedOrForeign(view) !== false,
        remedy:
          'Use a current QEMU and a current engine with its libseccomp (2.4.2 or newer), or a native runner',
        commands: [REPLACE, 'docker version'],
      },
      {
        text: 'A new 32-bit image on an older engine’s host: its libseccomp or runc refuses the 64-bit time calls (time64), and gpgv and apt take that for an invalid signature',
        when: (view) => ((view.machine ?? 'arm') === 'arm' && thirtyTwoBitHere(view) ? undefined : false),
        elsewhere: true,
        remedy:
          'Update libseccomp2 (2.4.2 or newer), runc and the engine on the host, or use an older release of the image',
        commands: ['sudo apt-get install --only-upgrade libseccomp2 docker-ce', 'docker version'],
      },
      {
        text: 'The emulator is old, or apt’s lists are damaged: a full disk, a proxy, a stale cache',
        when: (view) => (emulatedOrForeign(view) === true && thirtyTwoBit(view) !== true ? undefined : false),
        remedy: 'Use a current QEMU; look at the free space, and clean apt’s lists',
        commands: [REPLACE, 'df -h', 'docker system df'],
      },
      {
        text: 'apt could not check the lists’ signatures: the disk is full, a proxy or a stale cache gave damaged lists, or /tmp cannot be written',
        when: (view) => (emulatedOrForeign(view) === true ? false : undefined),
        elsewhere: true,
        remedy: 'Look at the free space, empty apt’s lists and the build’s cache, and run it again',
        commands: ['df -h', 'docker system prune'],
      },
    ],
  }),
  kind('time-of-64-bits', 'calls of 64-bit time are refused in a 32-bit image', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'cannot utime: operation not permitted' },
      { has: "can't initialize time" },
      { has: 'errno 1] operation not permitted', about: /time\.(?:time|sleep|monotonic)|_startTime|\bclock/ },
      { has: 'operation not permitted', about: /sys\/\S{1,40}\/time\.rs|clock_gettime|gettimeofday|mktime/ },
      { has: 'clock_gettime', and: /fail|error|not permitted|abort|assert/i },
      { has: 'cannot read realtime clock' },
      {
        has: 'operation not permitted',
        and: /^(?:.{0,60} )?(?:uname|wait|date|sleep|stat|touch|cp|make): (?:.{0,80}: )?(?:Operation not permitted|EPERM)/i,
      },
    ],
    applies: (view) => (view.platform === undefined ? undefined : thirtyTwoBit(view) === true),
    explains: ['python-crash', 'package-failed'],
    causes: [
      {
        text: 'The engine’s host is too old for this image: its libseccomp or runc refuses the 64-bit time system calls (time64) that new 32-bit images use',
        remedy:
          'Update libseccomp2 (2.4.2 or newer), runc and the engine on the host, or use an older release of the image',
        commands: [
          'sudo apt-get install --only-upgrade libseccomp2 docker-ce',
          'docker run --security-opt seccomp=unconfined IMAGE',
        ],
        elsewhere: true,
      },
    ],
    sources: 'moby/moby#40734',
  }),
  kind('memory-of-32-bits', 'a 32-bit program ran out of memory', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'out of memory allocating' },
      { has: 'memory allocation of', and: /memory allocation of \d+ bytes failed/ },
      { has: 'cannot allocate memory' },
      { has: 'virtual memory exhausted' },
      { has: 'could not reserve enough space for' },
      { has: 'out of memory', and: /llvm error|cc1|ld: |dnf|microdnf|error: out of memory/i },
    ],
    applies: (view) => thirtyTwoBit(view) === true,
    explains: ['foreign-step-crash', 'guest-crash', 'out-of-memory', 'compiler-crash', 'hotspot-crash'],
    causes: [
      {
        text: 'The address space of a 32-bit program is used up: under the emulator it has less than 4 GiB, whatever memory the machine has',
        remedy:
          'Use microdnf in place of dnf, an older or smaller release, or cross-compile on a 64-bit platform; else a native runner',
        commands: [NATIVE_STAGE],
      },
    ],
    sources: 'uraimo/run-on-arch-action#86',
  }),
  kind('init-in-container', 'systemd as the first process of an emulated container', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'running in system mode', and: /systemd \S{1,40} running in system mode/ },
      { has: 'detected architecture ', about: /systemd/ },
      { has: 'failed to open netlink: protocol not available' },
      { has: 'failed to allocate manager object' },
    ],
    applies: (view) => emulatedOrForeign(view) !== false && view.platform !== undefined,
    causes: [
      {
        text: 'systemd cannot run as the first process of an emulated container: user mode emulation lacks the system calls (netlink, cgroups, namespaces) that it needs',
        remedy:
          'Run it on a real or a virtual machine of that architecture (qemu-system), or start the service without systemd',
      },
    ],
    sources: 'freeipa/freeipa-container#238',
  }),
  kind('arguments-shifted', 'applet not found', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: ': applet not found' },
      { has: ": line 0: can't open" },
      { has: ': line 0: syntax error' },
      { has: 'not found', and: /sh: (?:line \d{1,4}: )?\S{1,200}: not found$/ },
    ],
    applies: takesArgumentForCommand,
    explains: ['command-not-found', 'not-a-program', 'file-of-another-architecture'],
    causes: [
      {
        text: 'The flags of the entry {entry} are not those that its QEMU expects: the probe on this machine received other arguments than it was given',
        when: only(someEntry(({ shifted }) => shifted)),
        specific: true,
        finding: 'SB033',
        remedy: 'Register the handlers again, with a current QEMU and the flags that it expects',
        commands: [REPLACE],
      },
      {
        text: 'The entry lacks the flag P: argv[0] is replaced, or every argument is shifted where QEMU expects the flag',
        when: (view) => (otherPlatform(view) ? someEntry((entry) => not(entry.preserved))(view) : false),
        finding: 'SB033',
        remedy: 'Register the handlers again, with the flags that this QEMU expects',
        commands: [REPLACE],
      },
      {
        text: 'The kernel is older than 5.12 and cannot tell QEMU that the flag P is set',
        when: (view) => (otherPlatform(view) ? kernelOlder('5.12')(view) : false),
        remedy: 'Use a QEMU that is built to expect the flag, as the default image is, or a newer kernel',
        commands: [`${REPLACE} --qemu-from image`],
      },
      {
        text: 'The busybox in the image was built without this applet',
        elsewhere: true,
        remedy: 'List the applets, and install the tool if it is not among them',
        commands: ['busybox --list'],
      },
    ],
    sources: 'lima-vm/alpine-lima#81 podman-container-tools/podman-machine-os!157',
  }),
  kind('set-uid-ignored', 'sudo: effective uid is not 0', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'effective uid is not 0' },
      { has: 'must be setuid root' },
      { has: 'must be suid to work' },
      { has: 'have the setuid bit set' },
    ],
    causes: [
      {
        text: 'The entry lacks the flag C, so that set-uid programs of this architecture run without their rights',
        when: (view) => {
          if (emulatedOrForeign(view) === false) return false;
          return logShows('entry-without-c')(view) ?? someEntry((entry) => not(entry.credentials))(view);
        },
        finding: 'SB032',
        remedy:
          'Run this step as root, or, where nobody else can log in, register the handlers again with credentials',
        commands: [`${REPLACE} --credentials true`],
      },
      {
        text: 'The container was started with no-new-privileges, or the file system is mounted nosuid',
        elsewhere: true,
        remedy: 'Run the step as root instead of with sudo, or lift the restriction',
        commands: ['grep NoNewPrivs /proc/self/status', 'findmnt -no OPTIONS -T /usr/bin/sudo'],
      },
    ],
    sources: 'multiarch/qemu-user-static#17 uraimo/run-on-arch-action!75 moby/moby#36730',
  }),
];
