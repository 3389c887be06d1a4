/** Kinds of failure of the emulator itself: crashes, system calls, memory, silence. */

import { OLDEST_TRUSTED } from '../../qemu/advisories.ts';
import {
  BUNDLED_EMULATOR,
  CRASHES,
  FIXED_ADDRESS,
  GUEST_OR_EMULATOR,
  NATIVE_STAGE,
  NOT_PINNED,
  NOTHING_REGISTERED,
  OLD_QEMU,
  REPLACE,
  ROSETTA,
  SETUP,
  VERSION,
} from './common.ts';
import {
  type Cause,
  clue,
  evidenceIs,
  type Kind,
  kind,
  only,
  platformIs,
  qemuOlder,
  qemuWithin,
  texts,
} from './kind.ts';
import { emulatedOrForeign } from './runtimes.ts';

const ADDRESS_RANDOMISATION: Cause = {
  text: 'The emulator and the kernel’s address space randomisation disagree about where memory may lie',
  remedy: 'Try once without randomisation, for this build only',
  commands: [
    'sudo sysctl -w kernel.randomize_va_space=0',
    'sudo sysctl -w kernel.randomize_va_space=2  # after the build',
  ],
};

/** What a crash of a program under the emulator brings about, and what says less than the emulator’s own line. */
export const ALSO_SHOWN = [
  'bundled-emulator',
  'foreign-step-crash',
  'native-crash',
  'package-failed',
  'build-hangs',
];

const notNative = (view: Parameters<typeof emulatedOrForeign>[0]): boolean =>
  emulatedOrForeign(view) !== false;

/** Silence or a time limit. */
const ENDED_FROM_OUTSIDE = [
  ...texts(`
    the operation was canceled | exceeded the maximum execution time | execution took longer than
    | has timed out after | no output has been received in the last | too long with no output
  `),
  { has: 'context canceled', and: /^(?:error: )?(?:failed to solve: )?(?:canceled: )?context canceled$/i },
  // A step that ran for more than ten minutes until then.
  { has: '=> canceled [', and: / RUN .{1,1000} (?:[6-9]\d\d|\d{4,6})\.\ds$/ },
  { has: 'no output for', and: /too long with no output|no output for \d+/i },
  {
    has: 'timed out',
    and: /^(?:.{0,40} )?(?:job|build|step|cancelling|execution|the job) .{0,60}timed out/i,
  },
  { has: 'timeout of', and: /job .{0,60}timeout/i },
  { has: 'ran longer than the maximum time' },
];

export const emulatorKinds = (): readonly Kind[] => [
  kind('ldconfig-crash', 'libc-bin: post-installation script returned error exit status 139', {
    rank: 'cause',
    signs: [
      { has: 'libc-bin package post-installation script', and: /exit status (?:139|132|134)\b/ },
      {
        has: 'uncaught target signal',
        about: /ldconfig|processing triggers for libc-bin|setting up libc-bin/i,
      },
    ],
    explains: ['guest-crash', ...ALSO_SHOWN],
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
  kind('emulator-crash', 'QEMU internal SIGSEGV', {
    rank: 'cause',
    signs: [
      { has: 'qemu internal sig' },
      { has: 'qemu: fatal: ', not: /outside RAM|kvm|VFIO/i },
      { has: 'qemu: unhandled cpu exception' },
      { has: 'assertion', and: /(?:^|\s|\/)qemu-(?!system)\w{2,12}(?:-static)?: .{0,300}assertion/i },
      {
        has: 'assertion failed: ',
        and: /\((?:\S{0,80}\/)?(?:qemu|linux-user|accel|tcg|include|util|target)\/\S{1,80}\.[ch](?:\.inc)?: \S{1,60}: \d/,
      },
      { has: 'tcg fatal error' },
      { has: 'error:../', and: /\bERROR:\.\.\/\S{0,40}(?:tcg|linux-user|accel|target|plugins)\// },
    ],
    explains: ['guest-crash', 'compiler-crash', ...ALSO_SHOWN],
    causes: [
      {
        text: 'The emulator itself crashed, and not the program under it',
        shown: true,
        remedy:
          'Use a newer QEMU (8.2 crashes so in many steps; systemd 260’s scripts in arm64 images bring it about too), or a runner of that architecture',
        commands: [REPLACE, VERSION],
      },
      FIXED_ADDRESS,
      BUNDLED_EMULATOR,
    ],
    sources: 'tonistiigi/binfmt#316 systemd/systemd#41279 podman-container-tools/podman#23219',
  }),
  kind('guest-crash', 'a program crashed under the emulator (qemu: uncaught target signal)', {
    signs: [{ has: 'uncaught target signal' }],
    explains: ALSO_SHOWN,
    causes: [
      OLD_QEMU,
      BUNDLED_EMULATOR,
      {
        text: 'The program uses instructions that the emulator does not know',
        when: only(evidenceIs(/signal 4\b/)),
        remedy:
          'Use a current QEMU, or run the step natively in a stage FROM --platform=$BUILDPLATFORM or on a runner of that architecture',
        commands: [REPLACE],
      },
      FIXED_ADDRESS,
      GUEST_OR_EMULATOR,
      ADDRESS_RANDOMISATION,
    ],
    sources:
      'tonistiigi/binfmt#215 actions/runner-images#11471 home-assistant/builder!229 multiarch/qemu-user-static#39',
  }),
  kind('emulator-in-place-of-program', 'qemu: no user program specified', {
    rank: 'cause',
    signs: [{ has: 'no user program specified' }],
    explains: ['bundled-emulator'],
    causes: [
      {
        text: 'A program that starts itself once more as /proc/self/exe (the shell of a busybox does) starts QEMU in its place: QEMU is too old for it',
        when: qemuOlder(OLDEST_TRUSTED),
        finding: 'SB040',
        remedy: 'Put a current QEMU in its place and register it anew, with the flag P',
        commands: [REPLACE, VERSION],
      },
      BUNDLED_EMULATOR,
    ],
  }),
  kind('illegal-instruction', 'an instruction that the emulated processor lacks', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'illegal instruction', about: /riscv|rva23|rv64|march=|vector|-mcpu/i },
      { has: 'sigill', about: /riscv|rva23|rv64|march=/i },
    ],
    applies: notNative,
    explains: ['guest-crash', 'compiler-crash', ...ALSO_SHOWN],
    causes: [
      {
        text: 'The program was built for a level of the processor (RVA23 in Ubuntu 26.04’s riscv64, vector extensions) that this emulator’s CPU lacks: QEMU before 8 does not know it, later ones must be told',
        remedy: 'Use a current QEMU, ask for the fullest CPU (QEMU_CPU=max), or an image for a lower level',
        commands: [REPLACE, 'docker run -e QEMU_CPU=max --platform {platform} IMAGE'],
      },
    ],
    sources: 'plctlab/plct-qemu#4',
  }),
  kind('foreign-step-crash', 'a step for another platform crashed', {
    bearing: 'foreign',
    signs: CRASHES.filter(({ has }) => has !== 'uncaught target signal'),
    applies: ({ foreign, platform }) => foreign === true || (foreign === undefined && platform !== undefined),
    explains: ['bundled-emulator', 'native-crash', 'package-failed'],
    causes: [ROSETTA, OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS, GUEST_OR_EMULATOR],
    sources: 'wofferl/proxmox-backup-arm64#57 docker/buildx#2785',
  }),
  kind('build-hangs', 'a step for another platform stops saying anything, until the job is cancelled', {
    bearing: 'foreign',
    rank: 'symptom',
    signs: ENDED_FROM_OUTSIDE,
    applies: (view) =>
      emulatedOrForeign(view) === true || (view.foreign === undefined && view.platform !== undefined),
    explains: ['job-time-limit'],
    causes: [
      {
        text: 'The step for {platform} hung or was too slow under the emulator: programs can deadlock there without a last word (Node.js on 32-bit Arm, mamba, npm, pip)',
        remedy:
          'Run the step natively: on a runner of that architecture, or in a stage FROM --platform=$BUILDPLATFORM; and set a time limit',
        commands: [NATIVE_STAGE, 'timeout-minutes: 30', REPLACE],
      },
    ],
    sources: 'ekino/docker-buildbox!2021 zereight/gitlab-mcp!729',
  }),
  kind('downloads-time-out', 'a package manager’s downloads time out in a step for another platform', {
    bearing: 'foreign',
    signs: [
      ...texts(`
        trouble with your network connection | esockettimedout | idle timeout reached for host
        | exceeded the timeout of | err_socket_timeout | readtimeouterror | read timed out
      `),
      // An engine’s own requests run on the machine itself.
      { has: 'tls handshake timeout', not: /\/v2\/|daemon/ },
    ],
    applies: (view) => emulatedOrForeign(view) === true,
    explains: ['network', 'dependency'],
    causes: [
      {
        text: 'The package manager is so slow under emulation that its own time limit for the network runs out; or the network is slow',
        remedy:
          'Raise its limit (yarn --network-timeout 600000, npm fetch-timeout, pip --timeout), or run the step natively: in a stage FROM --platform=$BUILDPLATFORM, or on a runner of that architecture',
        commands: ['yarn install --network-timeout 600000', NATIVE_STAGE],
      },
    ],
    sources: 'unixfox/periodic-build-with-github-actions#1',
  }),
  kind('guest-address-space', 'the emulator cannot place the program in memory', {
    rank: 'cause',
    signs: [
      ...texts(`
        unable to reserve 0x | unable to find a guest_base | guest address space | bytes for jit buffer
        | in reserved address space below | internal error: unable to commit
        | requires virtual address space
      `),
      { has: 'error mapping file: ', and: /qemu-\w{2,12}(?:-static)?: Error mapping file/ },
      { has: 'mmap_min_addr', and: /qemu|guest|vm/i },
    ],
    explains: ['foreign-step-crash', 'guest-crash'],
    causes: [
      {
        text: 'The address space limit (ulimit -v) leaves the emulator less memory than it reserves at its start (128 MiB in QEMU 7.2)',
        when: only(evidenceIs(/jit buffer/i)),
        remedy: 'Raise or lift the limit',
        commands: ['ulimit -v unlimited'],
      },
      {
        text: 'The emulator cannot reserve the program’s address space where it wants it: vm.mmap_min_addr is too high, memory is limited, or QEMU is old',
        shown: true,
        remedy:
          'Use a current QEMU, which places programs better; else lower vm.mmap_min_addr or lift the limit on memory, or run natively',
        commands: [REPLACE, 'sudo sysctl vm.mmap_min_addr'],
      },
    ],
    sources: 'balena-io/qemu#21 fsquillace/junest#159 SJTU-IPADS/OS-Course-Lab#86',
  }),
  kind('page-size', 'Unsupported system page size', {
    bearing: 'foreign',
    signs: [
      { has: 'unsupported system page size' },
      { has: 'madv_dontneed', and: /does not work|jemalloc|memset/i },
      { has: 'elf load command alignment not page-aligned' },
      { has: 'elf load command address/offset not' },
      {
        has: 'page size',
        and: /only .{0,60}\b\d{1,2} ?k(?:i?b)? page sizes?|requires? .{0,60}page sizes?|page sizes? .{0,60}(?:not supported|unsupported|too (?:large|small)|mismatch|must be|expected)|(?:unsupported|wrong|different|incompatible|invalid) .{0,20}page size/i,
      },
      { has: 'page-aligned', and: /\bload command|segment|\bmmap|\bELF\b/i },
    ],
    rank: 'cause',
    explains: ['file-missing', 'foreign-step-crash'],
    causes: [
      {
        text: 'The allocator (jemalloc) or the program meets an old QEMU that answers MADV_DONTNEED wrongly, or was built for another page size than the kernel’s',
        // No machine for amd64 has other pages than of 4 KiB.
        when: only((view) => emulatedOrForeign(view) ?? platformIs('amd64')(view)),
        remedy: 'Use a current QEMU, or a build for the kernel’s page size',
        commands: [REPLACE, 'getconf PAGESIZE'],
      },
      {
        text: 'The allocator (jemalloc) or the program was built for smaller pages than this kernel has (16 or 64 KiB)',
        shown: true,
        elsewhere: true,
        remedy: 'Use a build for this page size, or a kernel with 4 KiB pages',
        commands: ['getconf PAGESIZE'],
      },
    ],
  }),
  kind('killed-under-emulation', 'the emulated step ran out of memory', {
    bearing: 'foreign',
    signs: [
      ...texts(`
        exit code: 137 | killed signal terminated program | insufficient memory for the java runtime
        | sigkill
      `),
      { has: 'killed', and: /^(?:\S{0,200} )?Killed$|signal 9|Killed \(program|SIGKILL/ },
    ],
    applies: (view) => emulatedOrForeign(view) === true,
    explains: ['out-of-memory'],
    rank: 'cause',
    causes: [
      {
        text: 'The kernel killed the step, for memory ran out: under an emulator a program takes several times as much (cargo’s index above all)',
        remedy:
          'Use cargo’s sparse index or net.git-fetch-with-cli, fewer jobs side by side, a machine with more memory, or a native runner or cross-compilation',
        commands: ['ENV CARGO_REGISTRIES_CRATES_IO_PROTOCOL=sparse', NATIVE_STAGE],
      },
    ],
    sources: 'keenanjohnson/ros2_rust_workspace#21',
  }),
  kind('rosetta', 'rosetta error', {
    rank: 'cause',
    signs: [
      ...texts('rosetta error: | vmallocationtracker | vmtracker attempted'),
      { has: 'assertion failed [', and: /^assertion failed \[/ },
      { has: 'basicblock requested for' },
    ],
    explains: ['foreign-step-crash', 'guest-crash', 'go-crash', 'node-crash', 'exec-format-error'],
    causes: [
      {
        text: 'Rosetta, which runs amd64 programs here in place of QEMU, failed',
        shown: true,
        remedy:
          'Switch Rosetta off, so that QEMU emulates, update it with the system, or use the image for arm64 natively',
        commands: ['docker buildx imagetools inspect IMAGE'],
      },
    ],
    sources: 'docker/for-mac#7037',
  }),
  kind(
    'package-scripts-not-started',
    'apk’s package scripts end with 127: execve: No such file or directory',
    {
      rank: 'cause',
      signs: [
        { has: 'execve: no such file or directory', about: /apk|alpine|trigger|install/i },
        { has: 'lib/apk/exec/', and: /exited with error 127/ },
        { has: 'script exited with error 127' },
      ],
      explains: ['bundled-emulator', 'command-not-found'],
      causes: [
        {
          text: 'BuildKit ran the step with the emulator it carries itself, for the kernel had no handler for {platform}, and that emulator does not start all scripts of apk’s packages (those of apk-tools 3, Alpine 3.23 and newer, never)',
          shown: true,
          remedy:
            'Register a handler for {platform} before the builder is made: the kernel’s own handlers start these scripts',
          commands: [SETUP, 'docker buildx rm BUILDER', 'docker buildx create --use'],
        },
      ],
      sources: 'moby/buildkit#6400 apache/arrow-nanoarrow#831',
    },
  ),
  kind('loads-wrong-path', 'Error while loading …: No such file or directory, or Exec format error', {
    signs: [
      {
        has: 'error while loading /',
        and: /^(?:.{0,60}: )?Error while loading \/[^\s:]{1,300}: (?:no such file|exec format error)/i,
        not: /\.(?:so[\d.]{0,12}|conf|json|ya?ml|toml|xml|pem): /,
      },
    ],
    rank: 'cause',
    explains: ['bundled-emulator', 'exec-format-error', 'package-failed'],
    causes: [{ ...BUNDLED_EMULATOR, shown: true }, NOT_PINNED, NOTHING_REGISTERED],
    sources: 'docker/buildx#495 docker-library/python#760 moby/buildkit#1929 devcontainers/ci#305',
  }),
  kind('bundled-emulator-started-nothing', 'a step failed under the emulator that BuildKit carries', {
    rank: 'echo',
    signs: [{ has: '.buildkit_qemu_emulator', and: /\.buildkit_qemu_emulator.{0,2000}exit code: \d/ }],
    explains: ['bundled-emulator'],
    causes: [
      {
        ...BUNDLED_EMULATOR,
        // A program that has run may have failed of itself.
        when: ({ match }) => match.evidence.some(({ text }) => /exit code: 12[67]\b/.test(text)) || undefined,
      },
    ],
    sources: 'docker/buildx#464',
  }),
  kind('bundled-emulator', '/dev/.buildkit_qemu_emulator in the log', {
    bearing: 'note',
    signs: [{ has: '.buildkit_qemu_emulator' }],
    causes: [BUNDLED_EMULATOR],
    sources: 'docker/buildx#493 sivert-io/matchzy-auto-tournament#202',
  }),
  // What failed, as BuildKit says at the end; its emulator would stand there.
  clue(
    'started-directly',
    { has: 'process "', and: /process "(?!\/dev\/)/ },
    { has: 'executor failed running [', and: /running \[(?!\/dev\/)/ },
  ),
];
