/** Kinds of crashes under an emulator, of a program or of the emulator itself. */

import { OLDEST_TRUSTED } from '../../../qemu/advisories.ts';
import {
  ALSO_SHOWN,
  BUNDLED_EMULATOR,
  CRASHES,
  FIXED_ADDRESS,
  GUEST_OR_EMULATOR,
  IN_A_TEST,
  NEWER_QEMU,
  OLD_QEMU,
  ROSETTA,
  VERSION,
} from '../common.ts';
import {
  either,
  emulatedOrForeign,
  evidenceIs,
  logShows,
  not,
  only,
  qemuOlder,
  qemuWithin,
} from '../conditions.ts';
import { type Cause, type Condition, clue, type Kind, kind, texts } from '../kind.ts';

const ADDRESS_RANDOMISATION: Cause = {
  text: 'The emulator and the kernel’s address space randomisation disagree about where memory may lie',
  remedy: 'Try once without randomisation, for this build only',
  commands: [
    'sudo sysctl -w kernel.randomize_va_space=0',
    'sudo sysctl -w kernel.randomize_va_space=2  # after the build',
  ],
};

const UNKNOWN_INSTRUCTION: Cause = {
  text: 'The program uses instructions that the emulator, or the processor that it shows, does not know',
  when: only(evidenceIs(/signal:? \(?4\b|illegal (?:hardware )?instruction|sigill|\b132\b/i)),
  remedy:
    'Use a current QEMU, or run the step natively in a stage FROM --platform=$BUILDPLATFORM or on a runner of that architecture',
  commands: [NEWER_QEMU],
};

/** What a program says that cannot have the memory where it wants it, under an emulator or not. */
const OF_THE_PROGRAM = /unable to commit|in reserved address space below|requires virtual address space/i;

/** What QEMU says of a single program alone. */
const OF_USER_MODE =
  /qemu internal sig|unhandled cpu exception|qemu-(?!system)\w{2,12}(?:-static)?: |linux-user|user-exec|tcg fatal/i;

/** The address is QEMU’s, and the machine is none on which the program would need no emulator. */
const isAtQemusAddress: Condition = (view) =>
  view.machine !== 'amd64' && evidenceIs(/address 0x400\d/)(view) === true;

export const crashKinds = (): readonly Kind[] => [
  kind('ldconfig-crash', 'libc-bin: post-installation script returned error exit status 139', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: 'libc-bin package post-installation script', and: /exit status (?:139|132|134)\b/ },
      {
        has: 'uncaught target signal',
        about: /ldconfig|processing triggers for libc-bin|setting up libc-bin/i,
      },
    ],
    explains: ['guest-crash', ...ALSO_SHOWN],
    applies: (view) => view.log.emulated || view.foreign !== false,
    causes: [
      OLD_QEMU,
      BUNDLED_EMULATOR,
      {
        text: 'QEMU 10.1.3 was reported to crash in ldconfig of Ubuntu 22.04 again',
        when: qemuWithin('10.1.3', '10.1.4'),
        specific: true,
        remedy: 'Use 10.2.3 or newer',
        commands: [NEWER_QEMU],
      },
      FIXED_ADDRESS,
      ADDRESS_RANDOMISATION,
      {
        text: 'ldconfig crashed by itself, on the machine’s own processor: damaged memory, disk or libraries, or a library that it cannot read',
        when: (view) => not(emulatedOrForeign(view)),
        elsewhere: true,
        remedy: 'Run ldconfig by itself, see at which library it stops, and install libc-bin anew',
        commands: ['sudo ldconfig -v'],
      },
      {
        text: 'The ldconfig of the base image does not run under this emulator',
        remedy: 'Use another release of the base image, or a runner of that architecture',
        commands: ['docker run --rm --platform {platform} BASE_IMAGE ldconfig'],
      },
    ],
    sources: 'docker/buildx#1170 docker/setup-qemu-action#198 tonistiigi/binfmt#240 tonistiigi/binfmt#298',
  }),
  kind('emulator-crash', 'the emulator itself crashed', {
    rank: 'cause',
    titles: ['SEGV', 'ABRT', 'ILL', 'BUS', 'TRAP', 'FPE'].map((name) => `QEMU internal SIG${name}`),
    signs: [
      { has: 'qemu internal sig' },
      { has: 'qemu: fatal: ', not: /outside RAM|kvm|VFIO/i },
      { has: 'qemu: unhandled cpu exception' },
      { has: 'assertion', and: /(?:^|\s|\/)qemu-(?!system)\w{2,12}(?:-static)?: .{0,300}assertion/i },
      {
        has: 'assertion failed: ',
        and: /\((?:[^\s(]{0,80}\/)?(?:qemu|linux-user|accel|tcg|include|util|target)\/[^\s(]{1,80}\.[ch](?:\.inc)?: \S{1,60}: \d/,
      },
      { has: 'tcg fatal error' },
      { has: 'received signal outside vcpu context' },
      { has: 'unhandled trap: 0x', and: /^qemu(?!-system)\S{0,30}: Unhandled trap: 0x/ },
      {
        has: 'assertion',
        and: /(?:^|\s)(?:\.\.\/)?(?:accel\/tcg|tcg|linux-user|target\/\w{1,12})\/\S{1,80}\.[ch](?:\.inc)?:\d{1,6}: \w{1,80}: Assertion/,
      },
      { has: 'qemu: qemu_thread_create: ' },
      { has: 'error:../', and: /\bERROR:\.\.\/\S{0,40}(?:tcg|linux-user|accel|target|plugins)\// },
    ],
    // QEMU says some of it of whole machines, too.
    applies: either(evidenceIs(OF_USER_MODE), (view) =>
      not(logShows('virtual-machine', 'machine-boots')(view)),
    ),
    explains: ['guest-crash', 'compiler-crash', ...ALSO_SHOWN],
    causes: [
      {
        text: 'The emulator itself crashed, and not the program under it',
        shown: true,
        remedy:
          'Use a newer QEMU (8.2 crashes so in many steps; systemd 260’s scripts in arm64 images bring it about too), or a runner of that architecture',
        commands: [NEWER_QEMU, VERSION],
      },
      FIXED_ADDRESS,
      BUNDLED_EMULATOR,
    ],
    sources: 'tonistiigi/binfmt#316 systemd/systemd#41279 podman-container-tools/podman#23219',
  }),
  kind('guest-crash', 'a program crashed under the emulator (qemu: uncaught target signal)', {
    signs: [{ has: 'uncaught target signal', not: IN_A_TEST }],
    explains: ALSO_SHOWN,
    causes: [
      OLD_QEMU,
      BUNDLED_EMULATOR,
      UNKNOWN_INSTRUCTION,
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
        commands: [NEWER_QEMU, VERSION],
      },
      BUNDLED_EMULATOR,
    ],
  }),
  kind('foreign-step-crash', 'a step for another platform crashed', {
    bearing: 'foreign',
    signs: CRASHES.filter(({ has }) => has !== 'uncaught target signal'),
    applies: ({ foreign, platform }) => foreign === true || (foreign === undefined && platform !== undefined),
    explains: ['bundled-emulator', 'native-crash', 'package-failed'],
    causes: [ROSETTA, UNKNOWN_INSTRUCTION, OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS, GUEST_OR_EMULATOR],
    sources: 'wofferl/proxmox-backup-arm64#57 docker/buildx#2785',
  }),
  kind('own-check-failed', 'a check of the program’s own ended it', {
    bearing: 'elsewhere',
    rank: 'cause',
    doubtful: true,
    signs: [
      {
        has: 'assertion',
        and: /: Assertion [`'"‘].{1,1000}['"’] failed\.?$/,
        // The allocator's own checks are those of a crash.
        not: /qemu|linux-user|accel\/tcg|rosetta|\bmalloc\.c:\d/i,
      },
      { has: 'summary: ', and: /\bSUMMARY: (?:Address|Memory|UndefinedBehavior|Leak)Sanitizer: / },
      { has: 'terminate called after throwing' },
    ],
    // What the emulator says itself of the end tells more.
    applies: (view) => logShows('guest-crash', 'emulator-crash')(view) !== true,
    explains: ['foreign-step-crash', 'native-crash'],
    causes: [
      {
        text: 'The program ended itself, for a check of its own (an assertion, a sanitizer, an exception that nobody took) failed: a fault of the program, on this platform at least; an emulator that answers wrongly can bring it about, too',
        elsewhere: true,
        remedy:
          'Look at the check that is named, and run the same natively on that architecture to see whether it fails there, too',
      },
    ],
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
      { has: 'mmap_min_addr', and: /qemu|guest|address space/i },
    ],
    explains: ['foreign-step-crash', 'guest-crash'],
    // Programs of the machine’s own say the same of its limits; QEMU gives out memory from 0x4000000000 on.
    applies: (view) => {
      const own = view.match.evidence.every(({ text }) => OF_THE_PROGRAM.test(text));
      if (!own || emulatedOrForeign(view) === true) return true;
      return view.foreign ?? (view.platform !== undefined || isAtQemusAddress(view));
    },
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
        commands: [NEWER_QEMU, 'sudo sysctl vm.mmap_min_addr'],
      },
    ],
    sources: 'balena-io/qemu#21 fsquillace/junest#159 SJTU-IPADS/OS-Course-Lab#86',
  }),
  kind('rosetta', 'rosetta error', {
    rank: 'cause',
    signs: [
      ...texts('rosetta error: | rosetta/rosetta: unable to | vmallocationtracker | vmtracker attempted'),
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
  clue(
    'rosetta-on',
    {
      has: 'rosetta',
      and: /rosetta["']?[:=] ?["']?true|--(?:vz-)?rosetta\b(?!=false)|\/rosetta(?:\s|$)|use rosetta for(?!.{0,80}\b(?:off|false|disabled|no)\b)/i,
    },
    { has: 'true', and: /^true$/, about: /\{\{ ?\.Rosetta ?\}\}['"]?\n/ },
  ),
];
