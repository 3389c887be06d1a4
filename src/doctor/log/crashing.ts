/** Signatures of emulated programs that crash, and of system calls that the emulator answers wrongly. */

import { OLDEST_TRUSTED } from '../../qemu/advisories.ts';
import { BUNDLED_EMULATOR } from './running.ts';
import {
  type Cause,
  foreignStep,
  hostIs,
  logShows,
  not,
  qemuOlder,
  qemuWithin,
  type Signature,
  signature,
  someHandler,
  thirtyTwoBit,
} from './signature.ts';

const REPLACE = 'node dist/cli.js setup {platform} --on-conflict replace';
const VERSION = 'docker run --rm -e QEMU_VERSION=1 --platform {platform} alpine true';

const OLD_QEMU: Cause = {
  text: `QEMU is older than ${OLDEST_TRUSTED}; many crashes of earlier versions on newer kernels and images are mended`,
  when: qemuOlder(OLDEST_TRUSTED),
  remedy: 'Use a current QEMU',
  commands: [VERSION, REPLACE],
};

const FIXED_ADDRESS: Cause = {
  text: 'This QEMU is linked at a fixed address, which newer kernels’ randomised heap (brk) can run into',
  when: (facts, log) =>
    facts.interpreterType === undefined ? someHandler(facts, log) : facts.interpreterType === 'exec',
  specific: true,
  remedy: 'Use a QEMU that is linked static-pie, as current builds are',
  commands: [`${REPLACE} --qemu-from image`],
};

const GUEST_OR_EMULATOR: Cause = {
  text: 'The program itself crashed, or the emulator has a fault that a current version still has',
  remedy:
    'Run the step natively: on a runner of that architecture, or in a stage FROM --platform=$BUILDPLATFORM that cross-compiles',
  commands: [VERSION],
};

const ADDRESS_RANDOMISATION: Cause = {
  text: 'The emulator and the kernel’s address space randomisation disagree about where memory may lie',
  remedy: 'Try once without randomisation, for this build only',
  commands: [
    'sudo sysctl -w kernel.randomize_va_space=0',
    'sudo sysctl -w kernel.randomize_va_space=2  # after the build',
  ],
};

/** What a crash brings about, and what says less than QEMU's own line. */
const ALSO_SHOWN = ['bundled-emulator', 'foreign-step-crash'];

const GUEST_CRASHES = ['guest-illegal-instruction', 'guest-segfault', 'guest-abort'];

export const CRASHING: readonly Signature[] = [
  signature('ldconfig-crash', 'libc-bin: post-installation script returned error exit status 139', {
    patterns: [
      { has: 'libc-bin package post-installation script', and: /exit status (?:139|132|134)\b/ },
      { has: 'ldconfig', and: /qemu: uncaught target signal/, near: true },
    ],
    explains: ['guest-segfault', ...ALSO_SHOWN],
    causes: [
      OLD_QEMU,
      BUNDLED_EMULATOR,
      {
        text: 'QEMU 10.1.3 was reported to crash in ldconfig of Ubuntu 22.04 again',
        when: qemuWithin('10.1.3', '10.1.4'),
        specific: true,
        remedy: 'Use 10.2.3 or newer',
        commands: [REPLACE],
      },
      FIXED_ADDRESS,
      ADDRESS_RANDOMISATION,
      {
        text: 'The ldconfig of the base image does not run under this emulator',
        remedy: 'Use another release of the base image, or a runner of that architecture',
        commands: ['docker run --rm --platform {platform} BASE_IMAGE ldconfig'],
      },
    ],
    sources: 'docker/buildx#1170 docker/setup-qemu-action#198 tonistiigi/binfmt#240 tonistiigi/binfmt#298',
  }),
  signature('guest-segfault', 'qemu: uncaught target signal 11 (Segmentation fault)', {
    patterns: [{ has: 'uncaught target signal 11' }],
    explains: ALSO_SHOWN,
    causes: [OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS, GUEST_OR_EMULATOR, ADDRESS_RANDOMISATION],
    sources: 'tonistiigi/binfmt#215 actions/runner-images#11471 home-assistant/builder!229',
  }),
  signature('guest-illegal-instruction', 'qemu: uncaught target signal 4 (Illegal instruction)', {
    patterns: [{ has: 'uncaught target signal 4 ' }],
    explains: ALSO_SHOWN,
    causes: [
      BUNDLED_EMULATOR,
      OLD_QEMU,
      {
        text: 'The program (often Node.js’s just-in-time compiler) uses instructions that the emulator does not know',
        remedy:
          'Run the step natively in a stage FROM --platform=$BUILDPLATFORM or on a runner of that architecture; a glibc base image instead of Alpine helped some',
        commands: [VERSION],
      },
    ],
    sources: 'Kuadrant/mcp-gateway#687 interledger/rafiki!3731 mattogodoy/nametag!212',
  }),
  signature('guest-abort', 'qemu: uncaught target signal 5, 6, 7, 8 or 31', {
    patterns: [{ has: 'uncaught target signal ', and: /target signal (?:5|6|7|8|31)\b/ }],
    explains: ALSO_SHOWN,
    causes: [OLD_QEMU, BUNDLED_EMULATOR, GUEST_OR_EMULATOR],
    sources: 'docker/for-mac#6264 evilmartians/fullstaq-ruby-docker#17 multiarch/qemu-user-static#39',
  }),
  signature('emulator-crash', 'QEMU internal SIGSEGV', {
    patterns: [{ has: 'qemu internal sig' }],
    explains: ALSO_SHOWN,
    causes: [
      {
        text: 'The emulator itself crashed; seen with systemd 260 and newer in arm64 images, and not mended in the versions named there',
        remedy:
          'Use the newest QEMU, or keep systemd’s scripts out of the image, or use a runner of that architecture',
        commands: [VERSION, REPLACE],
      },
      FIXED_ADDRESS,
      BUNDLED_EMULATOR,
    ],
    sources: 'tonistiigi/binfmt#316 systemd/systemd#41279',
  }),
  signature(
    'foreign-step-crash',
    'a step for another platform crashed (exit code 132, 133, 134, 135 or 139)',
    {
      relevance: 'possible',
      patterns: [
        { has: 'exit code: 13', step: true, and: /exit code: 13[24359]\b/ },
        { has: 'segmentation fault', step: true },
        { has: 'illegal instruction', step: true },
        { has: '(core dumped)', step: true, and: /\b(?:aborted|bus error|trap) +\(core dumped\)/i },
      ],
      applies: foreignStep('foreign-step-crash'),
      explains: ['bundled-emulator'],
      causes: [OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS, GUEST_OR_EMULATOR],
      sources: 'wofferl/proxmox-backup-arm64#57 docker/buildx#2785',
    },
  ),
  signature('build-hangs', 'The build stops saying anything after a crash, until the job is cancelled', {
    patterns: [
      { has: 'the operation was canceled', after: GUEST_CRASHES },
      { has: 'exceeded the maximum execution time', after: GUEST_CRASHES },
    ],
    causes: [
      {
        text: 'A crashed emulated process can leave the step waiting for ever, so that only the job’s time limit ends it',
        remedy: 'Set timeout-minutes on the job, and mend the crash itself',
        commands: ['timeout-minutes: 30'],
      },
    ],
    sources: 'ekino/docker-buildbox!2021 zereight/gitlab-mcp!729',
  }),
  signature('go-address-space', 'runtime: lfstack.push invalid packing', {
    patterns: [{ has: 'lfstack.push' }],
    explains: ['foreign-step-crash'],
    causes: [
      {
        text: 'This amd64 Go program packs pointers into 48 bits, and QEMU on an arm64 host maps memory higher',
        when: (facts, log) => not(hostIs('amd64')(facts, log)),
        remedy:
          'Cross-compile with GOARCH instead of running the compiler emulated, or use an arm64 build of the tool',
        commands: ['GOOS=linux GOARCH=amd64 go build ./...'],
      },
      GUEST_OR_EMULATOR,
    ],
    sources: 'tonistiigi/binfmt#269 golang/go#69255',
  }),
  signature('openat2-missing', 'tar: Cannot open: Function not implemented', {
    patterns: [{ has: 'tar: ', and: /cannot (?:open|mkdir): function not implemented/i }],
    explains: ['bundled-emulator'],
    causes: [
      {
        text: 'QEMU is older than 9.2 and does not know the system call openat2, which newer tar uses',
        when: qemuOlder('9.2.0'),
        remedy: 'Use a current QEMU (at least 10.1.3)',
        commands: [VERSION, REPLACE],
      },
      BUNDLED_EMULATOR,
      {
        text: 'An old container engine’s seccomp profile refuses openat2',
        remedy: 'Update the engine; bsdtar extracts without openat2 until then',
      },
    ],
    sources: 'armbian/build#10713 abiosoft/colima#1613',
  }),
  signature('openat2-flags', 'tar: Cannot open: Invalid argument', {
    relevance: 'possible',
    patterns: [{ has: 'tar: ', and: /cannot (?:open|mkdir): invalid argument/i }],
    explains: ['bundled-emulator'],
    causes: [
      {
        text: 'QEMU 9.2 to 10.1.2 built with musl passes a flag of openat2 on wrongly for arm64',
        when: qemuWithin('9.2.0', OLDEST_TRUSTED),
        remedy: 'Use QEMU 10.1.3 or newer',
        commands: [VERSION, REPLACE],
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
  signature('syscall-unknown', 'qemu: Unsupported syscall', {
    patterns: [{ has: 'qemu: unsupported syscall' }],
    explains: ['guest-segfault', ...ALSO_SHOWN],
    causes: [
      {
        ...OLD_QEMU,
        text: `QEMU is older than ${OLDEST_TRUSTED} and lacks a system call that the program uses`,
      },
      {
        text: 'The program is not made for emulation; .NET says that it does not support QEMU',
        remedy:
          'Run the step on $BUILDPLATFORM and cross-compile (dotnet publish --arch), or use a native runner',
        commands: ['FROM --platform=$BUILDPLATFORM IMAGE AS build'],
      },
    ],
    sources: 'dotnet/dotnet-docker#993 dotnet/runtime#8614 dotnet/dotnet-docker#5355',
  }),
  signature('large-inode-numbers', 'Value too large for defined data type', {
    relevance: 'possible',
    patterns: [{ has: 'value too large for defined data type' }],
    causes: [
      {
        text: 'A 32-bit program reads a directory of a 64-bit host, whose positions (ext4) do not fit into 32 bits',
        when: thirtyTwoBit,
        remedy: 'Put the directory on a tmpfs, or cross-compile on a 64-bit platform',
        commands: ['RUN --mount=type=tmpfs,target=/usr/local/cargo/registry cargo build --release'],
      },
    ],
    sources: 'rust-lang/cargo#8719 docker/buildx#395 microsoft/vcpkg#21189',
  }),
  signature('emulator-memory', 'qemu: allocate … bytes for jit buffer', {
    patterns: [{ has: 'bytes for jit buffer' }],
    explains: ['foreign-step-crash'],
    causes: [
      {
        text: 'The address space limit (ulimit -v) leaves the emulator less than it reserves at its start (128 MiB in QEMU 7.2)',
        remedy: 'Raise or lift the limit',
        commands: ['ulimit -v unlimited'],
      },
    ],
  }),
  signature('level-not-emulated', 'no support for running processes with linux/amd64/v3', {
    patterns: [{ has: 'no support for running processes with' }],
    explains: ['platform-mismatch'],
    causes: [
      {
        text: 'BuildKit runs no steps for amd64/v3 and v4 by emulation',
        when: (facts, log) => not(hostIs('amd64')(facts, log)) ?? logShows('bundled-emulator')(facts, log),
        remedy: 'Build for linux/amd64 or v2, cross-compile, or use a runner whose CPU has that level',
        commands: ['docker buildx build --platform linux/amd64 .'],
      },
    ],
    sources: 'moby/buildkit#2588',
  }),
];
