/** Kinds of what an emulator answers otherwise than a kernel, and what 32-bit programs meet. */

import { OLDEST_TRUSTED } from '../../qemu/advisories.ts';
import { BUNDLED_EMULATOR, NATIVE_STAGE, OLD_QEMU, REPLACE, VERSION } from './common.ts';
import { ALSO_SHOWN } from './emulator.ts';
import {
  evidenceIs,
  type Kind,
  kind,
  qemuOlder,
  qemuWithin,
  type Sign,
  texts,
  thirtyTwoBit,
  type View,
} from './kind.ts';
import { emulatedOrForeign } from './runtimes.ts';

/** The kind that leads where nothing else is known of a step that ran under an emulator. */
export const ONLY_FAILED = 'foreign-step-failed';

/** The platform in question has 32 bits, or, where none is named, the machine has. */
const thirtyTwoBitHere = (view: View): boolean =>
  thirtyTwoBit({ ...view, platform: view.platform ?? (view.machine && `linux/${view.machine}`) }) === true;

/** What programs say that find a directory empty since they take the error of its first entry for its end. */
const SEEMS_EMPTY = texts(`
  could not find cmake_root | does not appear to contain cmakelists.txt | cannot locate jar for module
  | could not find or load main class | classnotfoundexception: org. | no input .v files
`);
/** What programs say that do not find in /proc/cpuinfo what they look for. */
const PROCESSOR: readonly Sign[] = [
  {
    has: 'cpuinfo',
    and: /fail|unable|unknown|cannot|can't|could not|couldn't|error|not found|missing|no such|pars/i,
  },
  { has: 'failure getting variant' },
  {
    has: 'cpu',
    and: /\bcpu (?:architecture|implementer|variant|model|frequency|vendor|mhz|info|type)\b.{0,40}(?:not found|missing|not (?:available|detected|recognized))|(?:unable|failed|could not|couldn't|cannot) (?:to )?(?:determine|detect|identify|get|read|parse|find) (?:the )?(?:host )?(?:cpu|processor) ?(?:architecture|implementer|variant|model|frequency|vendor|mhz|info|type|features?|count)/i,
  },
];
const overflows = (view: View): boolean => evidenceIs(/too large|EOVERFLOW|\b75\b/i)(view) === true;

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
  kind('network-interfaces', 'iptables, nft, ip or tc fail under the emulator', {
    bearing: 'foreign',
    rank: 'cause',
    signs: texts(`
      failed to initialize nft | iptables who? | can't initialize iptables table | cannot talk to rtnetlink
      | can't initialize ip6tables table | unsupported setsockopt level | unsupported ioctl: cmd | qemu_ifla
      | unsupported ancillary data | iptables-nft is not installed | netlink: operation not supported
    `),
    applies: (view) =>
      emulatedOrForeign(view) !== false && (view.log.emulated || view.platform !== undefined),
    explains: ['call-not-implemented'],
    causes: [
      {
        text: 'The program talks to the kernel’s network (netlink, iptables, a tunnel’s ioctl) or a device in a way that QEMU’s user mode does not translate: this does not work under emulation, whatever the handler',
        remedy:
          'Run this step on a runner of that architecture; in a build, leave it out or do it when the container starts (iptables-legacy in place of nft helps some)',
      },
    ],
    sources:
      'multiarch/qemu-user-static#191 tonistiigi/binfmt#107 multiarch/qemu-user-static#171 alexei-led/pumba#156',
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
      { has: 'hlock: invalid argument' },
      { has: ' -38', and: /\b(?:err|error|ret|res|rc|result|returned|failed)\b.{0,20} -38\b/i },
    ],
    applies: (view) => emulatedOrForeign(view) !== false && view.platform !== undefined,
    explains: ['package-failed'],
    causes: [
      {
        text: 'The program uses a system call that QEMU’s user mode does not have (aio, io_uring, ptrace, keyctl, some file locks, namespaces), or this version of it does not: error 38 is ENOSYS',
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
      ...texts(`
        landlock is not supported | seccomp unavailable | switching to sandbox user | restricting syscalls via seccomp
        | restricting filesystem access
      `),
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
  kind('own-file', '/proc/self/exe or /proc/cpuinfo shows the emulator or the host', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: '/proc/self/exe', and: /bad file descriptor|not a zip|failed|cannot|error/i },
      { has: 'failed to open', and: /as a zip file/ },
      { has: 'unknown option', and: /qemu[\w-]{0,20}: unknown option '/ },
      { has: 'ensure we are a cloned binary' },
      { has: 're-exec', and: /(?:failed|cannot|could not|unable) to re-exec/i },
      ...PROCESSOR,
    ],
    // Where no platform is named, a processor that is not known is no emulator's doing.
    applies: (view) =>
      view.platform !== undefined ||
      view.log.emulated ||
      evidenceIs(/self\/exe|zip file|qemu/)(view) === true,
    causes: [
      {
        text: 'The program reads its own file (/proc/self/exe) or the processor (/proc/cpuinfo), and finds the emulator or the host’s in their place, as older emulators show them',
        remedy: 'Use a current QEMU, or run this program on $BUILDPLATFORM or a native runner',
        commands: [REPLACE, NATIVE_STAGE],
      },
    ],
    sources: 'docker/setup-qemu-action#119',
  }),
  kind('large-inode-numbers', 'Value too large for defined data type', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      // As glibc and musl say it, and its number.
      ...texts('value too large for defined data type | value too large for data type | eoverflow'),
      { has: 'rror 75', and: /\bos error 75\b/ },
      { has: 'errno', and: /\berrno\b\D{0,8}75\b/i },
      ...SEEMS_EMPTY,
    ],
    applies: (view) => overflows(view) || (thirtyTwoBit(view) === true && emulatedOrForeign(view) === true),
    explains: ['compile-error', 'file-missing', 'dependency'],
    causes: [
      {
        text: 'A 32-bit program reads a directory of a 64-bit host, whose inode numbers and positions (ext4) are too large for 32 bits',
        when: (view) => (overflows(view) && thirtyTwoBit(view)) || undefined,
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
    causes: [
      {
        text: 'A 32-bit program for {platform} cannot read directories of a 64-bit file system under an emulator: their inode numbers are too large for it, and it finds them empty',
        when: (view) => (thirtyTwoBit(view) === true ? undefined : false),
        remedy: 'Put the directory on a tmpfs, or run the step natively',
        commands: ['RUN --mount=type=tmpfs,target=/work COMMAND'],
      },
      {
        text: 'The emulator that ran the step for {platform} is old or faulty, or does not have a system call that the program uses',
        remedy:
          'Run the same step natively (on a runner for {platform}, or in a stage FROM --platform=$BUILDPLATFORM) to see whether it fails there, too; and use a current QEMU',
        commands: [NATIVE_STAGE, REPLACE, VERSION],
      },
      {
        text: 'The step fails by itself, and would on any platform',
        elsewhere: true,
        remedy: 'Look at the last errors of the log',
      },
    ],
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
      { has: 'is not valid yet', and: /invalid for another (?:\d{4,6}d|\d{2} years)/ },
      {
        has: 'operation not permitted',
        and: /^(?:.{0,60} )?(?:uname|wait|date|sleep|stat|touch|cp|make): (?:.{0,80}: )?(?:Operation not permitted|EPERM)/i,
      },
    ],
    applies: (view) => (view.platform === undefined ? undefined : thirtyTwoBit(view) === true),
    explains: ['python-crash', 'package-failed', 'dependency'],
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
      ...texts(`
        out of memory allocating | cannot allocate memory | virtual memory exhausted
        | could not reserve enough space for
      `),
      { has: 'memory allocation of', and: /memory allocation of \d+ bytes failed/ },
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
];
