/** Kinds of what an emulator answers otherwise than a kernel. */

import { OLDEST_TRUSTED } from '../../../qemu/advisories.ts';
import { ALSO_SHOWN, BUNDLED_EMULATOR, NATIVE_STAGE, NEWER_QEMU, OLD_QEMU, VERSION } from '../common.ts';
import {
  emulatedOrForeign,
  evidenceIs,
  logShows,
  not,
  qemuOlder,
  qemuWithin,
  ranForeign,
} from '../conditions.ts';
import { type Kind, kind, type Sign, texts } from '../kind.ts';

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
    not: /qemu/i,
  },
];

/** An engine without root makes its own namespace, on the machine itself. */
const OF_THE_ENGINE = /\bnew[ug]idmap\b|rootlesskit/i;

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
        commands: [NEWER_QEMU, VERSION],
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
        commands: [NEWER_QEMU, VERSION],
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
      | can't initialize ip6tables table | iptables-nft is not installed | netlink: operation not supported
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
  // QEMU’s own words: many programs go on after them.
  kind('network-call-unknown', 'QEMU: Unsupported ioctl, setsockopt or netlink message', {
    bearing: 'foreign',
    rank: 'symptom',
    signs: texts(
      'unsupported setsockopt level | unsupported getsockopt level | unsupported ioctl: cmd | qemu_ifla | unsupported ancillary data',
    ),
    applies: (view) => view.log.emulated,
    explains: ['call-not-implemented'],
    causes: [
      {
        text: 'The program talks to the kernel’s network (netlink, a tunnel’s or a device’s ioctl, a socket’s options) in a way that QEMU’s user mode does not translate; many programs go on after such a line, those that need it do not work under emulation, whatever the handler',
        remedy:
          'Where nothing else is named that failed, run this step on a runner of that architecture, or do it when the container starts',
      },
    ],
    sources: 'multiarch/qemu-user-static#101',
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
    signs: [{ has: 'unsupported syscall', not: /seccomp|runsc|gvisor|sentry|strace|\bebpf?\b/i }],
    explains: ['guest-crash', ...ALSO_SHOWN],
    causes: [
      {
        ...OLD_QEMU,
        text: `QEMU is older than ${OLDEST_TRUSTED} and lacks a system call that the program uses`,
      },
      {
        text: 'The program uses a system call that QEMU’s user mode does not have (unshare and others were added late)',
        remedy: 'Use a current QEMU, or run the step natively or in a stage FROM --platform=$BUILDPLATFORM',
        commands: [NEWER_QEMU, ...NATIVE_STAGE],
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
      // Locks of an open file (OFD), as GHC, cabal and systemd take them
      { has: 'hlock: invalid argument', and: /\(Invalid argument\)/ },
      { has: 'fdlock: invalid argument', and: /\(Invalid argument\)/ },
      { has: '/etc/passwd lock: invalid argument' },
      { has: 'native aio', and: /native aio .{0,30}not supported/i },
      { has: 'error number 38' },
      { has: ' -38', and: /\b(?:err|error|ret|res|rc|result|returned|failed)\b.{0,20} -38\b/i },
    ],
    applies: (view) => emulatedOrForeign(view) !== false && view.platform !== undefined,
    explains: ['package-failed'],
    causes: [
      {
        text: 'The program uses a system call that QEMU’s user mode does not have (aio, io_uring, ptrace, keyctl, some file locks, namespaces), or this version of it does not: error 38 is ENOSYS',
        remedy: 'Use a current QEMU, or run the step natively or in a stage FROM --platform=$BUILDPLATFORM',
        commands: [NEWER_QEMU, ...NATIVE_STAGE],
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
      { has: 'seccomp', and: /(?:prctl|seccomp).{0,70}(?:invalid argument|EINVAL|: 22\b)/i },
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
  kind('own-file', '/proc/self or /proc/cpuinfo shows the emulator or the host', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      {
        has: '/proc/self/exe',
        and: /bad file descriptor|not a zip|failed|cannot|error/i,
        not: /exec \/proc\/self\/exe: (?:operation not permitted|permission denied|invalid argument)/i,
      },
      { has: 'failed to open', and: /as a zip file/ },
      { has: '/proc/self/maps', and: /failed to parse|cannot|could not|error|unable/i },
      { has: 'issinglethreaded()', and: /Check failed: .{0,40}IsSingleThreaded/ },
      { has: '/proc/self/task', and: /failed|cannot|could not|error|unable/i },
      { has: 'unknown option', and: /qemu[\w-]{0,20}: unknown option '/ },
      { has: 'ensure we are a cloned binary' },
      { has: 're-exec', and: /(?:failed|cannot|could not|unable) to re-exec/i },
      ...PROCESSOR,
    ],
    // Where no platform is named, a processor that is not known is no emulator's doing.
    applies: (view) =>
      view.platform !== undefined ||
      view.log.emulated ||
      evidenceIs(/self\/(?:exe|maps|task)|zip file|qemu/)(view) === true,
    causes: [
      {
        text: 'The program reads of itself or of the processor in /proc (self/exe, self/maps, self/task, cpuinfo), and finds what the emulator or the host puts there, as older emulators show them',
        remedy: 'Use a current QEMU, or run this program on $BUILDPLATFORM or a native runner',
        commands: [NEWER_QEMU, ...NATIVE_STAGE],
      },
    ],
    sources: 'docker/setup-qemu-action#119',
  }),
  kind('compiler-not-understood', 'a build tool cannot read what the compiler says of itself', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'failed to parse default', and: /parse default (?:include|search) paths from compiler output/ },
      { has: 'qmake_cxx.compiler_macros' },
    ],
    explains: ['compile-error'],
    causes: [
      {
        text: 'The compiler, which the build tool (qmake) asks for its paths, answers nothing under an old emulator (QEMU 7.2)',
        when: (view) => emulatedOrForeign(view) ?? (view.platform === undefined ? false : undefined),
        remedy: 'Use a current QEMU, or a native runner',
        commands: [NEWER_QEMU, VERSION],
      },
      {
        text: 'The compiler that the build tool (qmake) asks for its paths is not there, or is not the one that it expects',
        when: (view) => not(emulatedOrForeign(view)),
        elsewhere: true,
        remedy: 'Call the compiler that is named, and install it or name another one',
      },
    ],
    sources: 'omacom/omarchy-pkgs!518 flatpak/flatpak-github-actions#139',
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
    // A machine that boots has a kernel of its own.
    applies: (view) =>
      emulatedOrForeign(view) !== false &&
      view.platform !== undefined &&
      logShows('machine-boots')(view) !== true,
    causes: [
      {
        text: 'systemd cannot run as the first process of an emulated container: user mode emulation lacks the system calls (netlink, cgroups, namespaces) that it needs',
        remedy:
          'Run it on a real or a virtual machine of that architecture (qemu-system), or start the service without systemd',
      },
    ],
    sources: 'freeipa/freeipa-container#238',
  }),
  kind('namespace-refused', 'a new namespace is refused', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      {
        has: 'new namespace',
        and: /bwrap: (?:creating new namespace failed|no permissions to create a? ?new namespace)/i,
      },
      {
        has: 'bwrap: ',
        and: /setting up uid map: permission denied|unshare|capset failed|can't mount|pivot_root/i,
      },
      {
        has: 'unshare',
        and: /unshare(?:\(\S{1,60}\))?(?: failed)?: (?:failed: )?(?:invalid argument|operation not permitted|permission denied|function not implemented)|unshare(?:\(\S{1,60}\))? failed|failed to unshare/i,
      },
      {
        has: 'clon',
        and: /\b(?:clone3?(?:\(\S{0,60}\))?(?: failed)?|cloning (?:builder )?process): (?:invalid argument|operation not permitted)/i,
      },
      {
        has: 'user namespace',
        and: /(?:cannot|can't|could not|failed to|unable to) .{0,30}(?:clone|create|set ?up|set|enter|write).{0,40}user namespace|user namespaces? (?:are|is) (?:not|disabled|restricted)|does not support user namespaces?/i,
      },
      {
        has: 'uid_map',
        and: /(?:write|open|newuidmap).{0,80}uid_map.{0,40}(?:not permitted|permission denied)/i,
      },
      { has: 'no usable sandbox' },
      {
        has: '/proc/self/exe',
        and: /exec \/proc\/self\/exe: (?:operation not permitted|permission denied|invalid argument)/i,
      },
    ],
    explains: ['call-not-implemented', 'permission'],
    causes: [
      {
        text: 'QEMU’s user mode passes on no call that makes several namespaces at once (clone and unshare as bubblewrap, Nix’s sandbox and systemd use them): a sandbox cannot be set up under emulation',
        when: (view) => (evidenceIs(OF_THE_ENGINE)(view) ? false : ranForeign(view)),
        remedy:
          'Switch the sandbox off for this step (sandbox = false in nix.conf), or run the tool natively and let it only look into the root of the other platform',
        commands: [...NATIVE_STAGE, NEWER_QEMU],
      },
      {
        text: 'Whoever ran it may not make a user namespace: AppArmor or a setting of the kernel restricts them (Ubuntu 23.10 and newer), or the container’s seccomp profile does',
        when: (view) => evidenceIs(OF_THE_ENGINE)(view) ?? not(ranForeign(view)),
        elsewhere: true,
        remedy:
          'Give the program an AppArmor profile that allows it, lift the restriction, or start the container with --security-opt seccomp=unconfined or --privileged',
        commands: ['sysctl kernel.apparmor_restrict_unprivileged_userns user.max_user_namespaces'],
      },
    ],
    sources:
      'osbuild/bootc-image-builder#207 bootc-dev/bootc#2111 multiarch/qemu-user-static#168 NixOS/nixpkgs#321654',
  }),
];
