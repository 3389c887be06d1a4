/** Kinds of programs that the kernel refuses to start: no handler, or a file of another architecture, or none at all. */

import {
  BASIC,
  FILE,
  FILE_IN_IMAGE,
  GONE_WITH_INSTALLER,
  INSPECT,
  INTERPRETER_FOREIGN,
  INTERPRETER_GONE,
  MISNAMED,
  NATIVE_RUNNER,
  NOT_MOUNTED,
  NOT_PINNED,
  OTHER_ARCHITECTURE,
  OWN_TABLE,
  REMOTE_ENGINE,
  REPLACE,
  RUNS_NOW,
  SETUP,
  SWITCHED_OFF,
  TABLE_OFF,
} from '../common.ts';
import {
  archOf,
  broken,
  evidenceIs,
  logShows,
  missing,
  only,
  platformIs,
  programIs,
  runsHere,
} from '../conditions.ts';
import { type Condition, clue, type Kind, kind, texts } from '../kind.ts';
import { BY_A_RUNNING_PROGRAM, OF_A_ROOT, REFUSED, SCRIPT, THE_FIRST_LINE } from './programs.ts';

const basic = programIs(BASIC);

/** The log itself tells that the platform is not the machine's own. */
const differsInLog: Condition = (view) =>
  view.foreign === true && view.log.machine !== undefined && !(view.here && runsHere(view))
    ? true
    : undefined;

/** The emulator is what the kernel does not start. */
const EMULATOR_REFUSED =
  /(?:^|[\s/'"`‘])qemu-(?!system|img|ga)\w{2,12}(?:-static)?['"`’]?: (?:cannot execute binary file: )?exec format error/i;

/** The log tells that the image is for the machine’s own architecture, so that no handler is asked. */
const madeForMachine = only(
  (view) => view.here !== true && view.foreign === false && view.log.machine !== undefined,
);

/** The program alone is of another architecture, and not all that surrounds it. */
const programAlone: Condition = (view) => {
  const { log, foreign, machine } = view;
  const differs = log.object !== undefined && machine !== undefined && log.object !== machine;
  if (basic(view) === true || evidenceIs(OF_A_ROOT)(view) === true) return false;
  if (differs && log.machine !== undefined)
    return foreign !== true || archOf(view.platform as string) !== log.object;
  if (foreign === false) return true;
  return evidenceIs(BY_A_RUNNING_PROGRAM)(view);
};

export const refusedKinds = (): readonly Kind[] => [
  kind('installer-of-another-architecture', 'the installer of handlers is itself for another architecture', {
    rank: 'cause',
    signs: [
      {
        has: 'exec format error',
        and: /exec (?:user process|container process|\/register|\/usr\/bin\/binfmt|\/qus)/i,
        about: /multiarch\/qemu-user-static|tonistiigi\/binfmt|aptman\/qus|dbhi\/qus|hypriot\/qemu-register/,
      },
      { has: 'exec format error', and: EMULATOR_REFUSED },
    ],
    explains: [
      ...['exec-format-error', 'platform-mismatch', 'not-a-program', 'file-of-another-architecture'],
    ],
    causes: [
      {
        text: 'QEMU’s program was itself built for another architecture than this machine: most packages and downloads of it are for amd64',
        when: only(evidenceIs(EMULATOR_REFUSED)),
        shown: true,
        specific: true,
        remedy:
          'Take the QEMU that is built for this machine, from its own distribution or by this program, and register that',
        commands: ['file {program}', SETUP],
      },
      {
        text: 'The image that registers handlers is itself for another architecture than this machine, so that its own program cannot be started: the image is for another architecture and no handler is there yet',
        shown: true,
        remedy: 'Use an installer that is built for this machine; this program is one for all',
        commands: [SETUP],
      },
    ],
    sources: 'multiarch/qemu-user-static#199',
  }),
  kind('file-of-another-architecture', 'a program of another architecture than what surrounds it', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...REFUSED,
      { has: 'elf: not found' },
      { has: 'elf', and: /^\S{1,200}: (?:line )?\d{1,3}: .{0,12}ELF.{0,40}: not found/ },
      {
        has: 'syntax error',
        and: /^(?:\/bin\/sh: )?(?!\S*\/(?:ba|da|a|z)?sh:)\S{0,200}\/\S{1,200}: (?:line )?\d{1,3}: (?:\S{1,200}: )?syntax error: (?:(?:unexpected )?(?:word|EOF|"[()]"|redirection|newline|unterminated)|unexpected)/i,
        not: /^\S{1,200}\.(?:sh|bash|py|rb|pl|js|ya?ml): /,
      },
      { has: 'wrong elf class' },
      { has: 'but wrong architecture' },
      { has: 'attempting to link with file built for' },
      { has: 'error loading shared library', and: /exec format error/i },
      {
        has: 'cannot open shared object file',
        and: /wrong ELF|invalid ELF header|cannot execute|exec format/i,
      },
      { has: 'instead of em_', and: /is for EM_\w{1,12} \(\d{1,4}\) instead of EM_/ },
      { has: 'has unexpected e_machine: ' },
      { has: 'file format not recognized', and: /: file not recognized: file format not recognized/i },
      { has: 'invalid elf header' },
      { has: "can't load ", and: /can't load (?:AMD|IA|ARM|AARCH|Power|RISC|S390|LE|BE).{0,40} on an? /i },
      { has: 'is not a valid win32 application' },
      { has: 'load a program with an incorrect format' },
      { has: 'incompatible architecture', and: /\(have |need /i },
      { has: 'file in wrong format' },
      { has: 'relocations in generic elf' },
      { has: 'is incompatible with', and: /\bld\b|input file|architecture/i },
    ],
    applies: (view) =>
      view.match.evidence.some(({ text }) =>
        /^(?!.*shared (?:library|object)).*(?:exec format error|cannot execute|enoexec|status=203|system error -8|bad cpu type|format der programm|format pour exec|ejecutable incorrecto|formato di exec)/i.test(
          text,
        ),
      )
        ? programAlone(view) === true
        : true,
    explains: ['exec-format-error', 'platform-mismatch', 'buildx-missing'],
    causes: [
      {
        text: 'A library of another architecture, or of another class (32 or 64 bits), was loaded or linked in place of the right one',
        when: only(
          evidenceIs(
            /ELF class|ELF header|incompatible|wrong format|can't load|incorrect format|wrong arch|to link with|shared (?:library|object)|EM_|e_machine|not recognized/i,
          ),
        ),
        shown: true,
        elsewhere: true,
        remedy: 'Look at the file, and install the one for the platform of the program that loads it',
        commands: ['file THE_LIBRARY'],
      },
      {
        text: 'A shell read {program} as a script, because the kernel refused it: it is a program of another architecture, or one whose header the handler’s mask does not take (an AppImage)',
        when: only(evidenceIs(/ELF.{0,40}not found|syntax error/i)),
        elsewhere: true,
        remedy:
          'Look at the file, and get the one for this machine; for an AppImage, register the handler with a mask that leaves its bytes free, as this program does',
        commands: [FILE, 'uname -m'],
      },
      {
        text: 'The image holds a program for another architecture than its own ({platform}), or a text or page in its place: {program} was built, copied or downloaded wrongly',
        when: ({ foreign, match }) =>
          foreign === false && !match.evidence.some(({ text }) => /line \d|^bash:/.test(text)),
        specific: true,
        elsewhere: true,
        remedy:
          'Look at the program inside the image, and build or copy the one for the image’s platform; the publisher may have to mend the image',
        commands: [FILE_IN_IMAGE, INSPECT],
      },
      OTHER_ARCHITECTURE,
    ],
    sources:
      'actions/runner-images#14302 EmbarkStudios/cargo-deny-action#102 elastic/logstash#17722 quipper/actions-runner!10',
  }),
  kind('own-programs-refused', 'the machine’s own programs do not start', {
    rank: 'cause',
    signs: [
      {
        has: 'an error occurred trying to start process',
        and: /start process '(?:\/(?:usr\/)?s?bin\/|\S{0,200}\/externals\/).{0,300}exec format error/i,
      },
      {
        has: 'cannot execute binary file',
        and: /(?:_temp\/|-bash|^bash)\S{0,200}: (?:line \d{1,4}: )?\/(?:usr\/)?s?bin\/(?:sudo|env|cat|ls|sh|bash|mount|umount|chmod|mkdir|cp|rm): /,
      },
    ],
    explains: ['exec-format-error', 'file-of-another-architecture', 'file-missing'],
    causes: [
      {
        text: 'The kernel refuses the machine’s own programs: an entry of the table takes its own architecture, and its handler does not work',
        finding: 'SB030',
        remedy:
          'Take out the entry for the machine’s own architecture, from a shell that is still open (its echo needs no other program), or start the machine again',
        commands: ['echo -1 > /proc/sys/fs/binfmt_misc/ENTRY'],
      },
    ],
    sources: 'pguyot/arm-runner-action#114',
  }),
  kind('exec-format-error', 'exec format error', {
    signs: REFUSED,
    explains: ['platform-mismatch', 'bundled-emulator', 'register-exists', 'handler-disabled'],
    causes: [
      TABLE_OFF,
      SWITCHED_OFF,
      INTERPRETER_FOREIGN,
      MISNAMED,
      INTERPRETER_GONE,
      NOT_PINNED,
      REMOTE_ENGINE,
      OWN_TABLE,
      {
        text: 'The engine runs in a virtual machine, and that one has no handler for {platform}, or lost it when it was started again',
        when: only(logShows('engine-in-machine')),
        specific: true,
        remedy:
          'Register the handler inside the virtual machine (colima ssh, podman machine ssh), or start the machine again with emulation switched on',
        commands: [SETUP],
      },
      {
        text: 'Rosetta, which is switched on here in place of QEMU, does not start this program, or is not set up in the engine’s virtual machine: nothing else there runs programs of {platform}',
        when: only((view) => (platformIs('amd64')(view) ? logShows('rosetta-on')(view) : false)),
        specific: true,
        remedy:
          'Switch Rosetta off, so that QEMU emulates, or off and on again with the engine updated; or use the image for arm64 natively',
        commands: [INSPECT],
      },
      { ...RUNS_NOW, when: (view) => (differsInLog(view) ? false : RUNS_NOW.when?.(view)) },
      NOT_MOUNTED,
      GONE_WITH_INSTALLER,
      {
        text: 'The image or the root is for another architecture than the machine, and no handler there emulates it',
        when: (view) => (view.platform === undefined ? missing(view) : false),
        remedy:
          'Use one that is made for this machine, or register a handler for its architecture; in a cluster of mixed nodes, choose the node by kubernetes.io/arch',
        commands: [INSPECT, SETUP],
      },
      {
        text: 'No handler for {platform} is registered with the kernel that ran this, and the image or root is made for {platform}: without one, a machine of another architecture cannot start its programs',
        when: (view) =>
          view.platform === undefined || madeForMachine(view) ? false : (differsInLog(view) ?? missing(view)),
        finding: 'SB011',
        remedy:
          'Register a handler for {platform} before the step that builds (with persist it outlives a reboot); or run it on a machine of that architecture, or use what is made for this one',
        commands: [SETUP, NATIVE_RUNNER],
      },
      {
        text: 'A handler for {platform} is registered, but it does not work',
        when: only(broken),
        finding: 'SB034',
        remedy: 'Replace it by one that is proven',
        commands: [REPLACE],
      },
      { ...THE_FIRST_LINE, when: (view) => (SCRIPT(view) ? undefined : false) },
      {
        text: 'The image is marked for {platform}, as the machine is, and what is in it was built for another architecture: a base image or a stage of another platform was taken while it was built',
        when: madeForMachine,
        specific: true,
        elsewhere: true,
        remedy:
          'Look at a program inside the image, and build it again from base images for {platform}; the publisher may have to mend it',
        commands: [FILE_IN_IMAGE, INSPECT],
      },
      {
        text: 'The program inside the image is of yet another architecture than the image ({platform})',
        when: (view) => {
          if (view.platform === undefined) return undefined;
          if (view.here) return runsHere(view);
          return basic(view) === true ? false : undefined;
        },
        elsewhere: true,
        remedy: 'Look at the file that could not be run, and build or copy the one for the image’s platform',
        commands: [FILE_IN_IMAGE, INSPECT],
      },
    ],
    sources:
      'tonistiigi/binfmt#360 awslabs/amazon-eks-ami#2789 tonistiigi/binfmt#261 podman-desktop/extension-bootc!2142',
  }),
  kind('windows-interop-lost', 'Windows programs no longer start from WSL', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'run-detectors: unable to find an interpreter for', and: /\/mnt\/|\.exe/i },
      {
        has: '.exe',
        and: /\.exe: (?:cannot execute binary file|exec format error)|exec format error: .{0,100}\.exe/i,
      },
    ],
    explains: ['exec-format-error', 'file-of-another-architecture', 'not-a-program'],
    causes: [
      {
        text: 'The entry WSLInterop, which starts Windows programs, was removed or shadowed by systemd-binfmt or binfmt-support',
        shown: true,
        finding: 'SB042',
        remedy: 'Put the entry back, and keep it in /etc/binfmt.d',
        commands: [
          "echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /etc/binfmt.d/WSLInterop.conf",
          'sudo /usr/lib/systemd/systemd-binfmt /etc/binfmt.d/WSLInterop.conf',
        ],
      },
    ],
    sources: 'microsoft/WSL#8952 microsoft/WSL#8843 microsoft/WSL#9722',
  }),
  clue(
    'engine-in-machine',
    ...texts('colima is running | colima start | podman machine start | limactl start | rancher desktop'),
  ),
];
