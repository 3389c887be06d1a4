/** Kinds of handlers that are missing, off or wrong, or have the wrong flags. */

import {
  FILE,
  NEWER_QEMU,
  NOT_PINNED,
  NOT_STATIC,
  NOTHING_REGISTERED,
  REPLACE,
  SWITCHED_OFF,
} from '../common.ts';
import {
  archOf,
  broken,
  emulatedOrForeign,
  evidenceIs,
  kernelOlder,
  logShows,
  missing,
  not,
  only,
  someEntry,
} from '../conditions.ts';
import { type Condition, clue, type Kind, kind, texts, type View } from '../kind.ts';

/**
 * A shell that says `not found` of what its own command hands to echo was itself given one argument too few: it is no
 * missing command. The other signs are always this.
 */
const takesArgumentForCommand: Condition = ({ match, log }) =>
  match.evidence.some(({ text }) => {
    const word = /: (\S+): not found$/.exec(text)?.[1];
    return word === undefined || log.failed?.command.includes(`echo ${word}`) === true;
  });

/** What bash says where its script is a shell: with the name of that one for its own. */
const GIVEN_A_PROGRAM = /(?:^|\s)(\/\S{0,200}sh): \1: cannot execute binary file/i;

/** Another platform may play a part, or what was taken for an applet is no tool’s name. */
const otherPlatform = (view: View): boolean =>
  emulatedOrForeign(view) !== false &&
  (view.platform !== undefined ||
    view.here === true ||
    evidenceIs(/(?:^|\s)(?![a-z][a-z\d-]+:)\S+: applet not found/)(view) === true);

/** debootstrap says that a root does not start its simplest program, and not why; all others say why. */
const saysSo: Condition = (view) => (evidenceIs(/ \/bin\/true$/)(view) ? missing(view) : true);

/** A shell, an engine or a runtime that starts a program; what works on files met links that lead to themselves. */
const STARTED_IN_A_LOOP =
  /(?:: line \d{1,6}: |(?:^|[\s/])-?(?:ba|da|a|z|k|fi)?sh: (?:(?:line )?\d{1,4}: )?|\bexec(?:v[pe]{0,2})?\b(?: user process| container process)?[ :("'`]{0,3}|\bspawn(?:Sync)? |failed to (?:run|execute)\b.{0,40}|cannot (?:run|execute)\b.{0,40})["'`‘]?\/?(?![^\s:]{0,200}\.(?:so|json|[cm]?js|ts|py|h|go|java|ya?ml|conf|txt|md)\b)\S{1,200}: too many levels/i;

/** What debootstrap says when it has tried whether the new system’s programs start. */
const TRIED = /failure trying to run: chroot/i;

export const entryKinds = (): readonly Kind[] => [
  kind('handler-disabled', 'the entry of the kernel’s table is switched off', {
    rank: 'cause',
    signs: [{ has: 'qemu-', and: /^qemu-\w{1,20} \(disabled\)/ }],
    explains: [],
    causes: [{ ...SWITCHED_OFF, when: () => true }],
    sources: 'michaelfranzl/rpi23-gen-image#5',
  }),
  kind('arch-test-failed', 'not supported on this machine/kernel', {
    signs: [
      ...texts(`
        not supported on this machine/kernel | binfmt not working | cannot find node for platform | unable to execute target architecture | failed to update binfmts | failed to find binfmt_misc for | no binfmt_misc handler | requires qemu binfmt emulation to be | can neither be executed natively nor
        | emulation or abi wrong
      `),
      { has: 'failure trying to run: chroot', and: / \/bin\/true$/ },
      { has: 'runtime execution on platform', and: /not supported/i },
      { has: 'no support for running processes with', and: /with linux\/(?!amd64\/v)/ },
      {
        has: 'binfmt',
        and: /(?:handler|entry|interpreter|format) .{0,40}(?:not (?:found|registered|enabled|installed)|missing)/i,
      },
    ],
    rank: 'cause',
    // A program of the machine’s own that does not start says nothing of handlers.
    applies: ({ machine, match, platform }) =>
      platform === undefined ||
      archOf(platform) !== machine ||
      !match.evidence.every(({ text }) => TRIED.test(text)),
    causes: [SWITCHED_OFF, { ...NOTHING_REGISTERED, when: saysSo }, NOT_STATIC, NOT_PINNED],
    sources: 'usimd/pi-gen-action#179 mkaczanowski/packer-plugin-builder-arm#61',
  }),
  kind('interpreter-loop', 'Too many levels of symbolic links when any program is started', {
    rank: 'cause',
    signs: [{ has: 'too many levels of symbolic links', and: STARTED_IN_A_LOOP, about: /qemu|binfmt/i }],
    causes: [
      {
        text: 'A handler was registered for the machine’s own architecture, so that starting the handler needs the handler',
        finding: 'SB030',
        shown: true,
        remedy:
          'Take that entry out from a shell that is still open (its echo needs no other program), or reboot',
        commands: ['echo -1 > /proc/sys/fs/binfmt_misc/ENTRY'],
      },
    ],
    sources: 'hypriot/qemu-register#4',
  }),
  kind('arguments-shifted', 'applet not found', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      { has: ': applet not found' },
      // A program that started itself once more.
      { has: 'unknown command "/', and: /unknown command "\/\S{0,100}" for "/ },
      { has: ": line 0: can't open" },
      { has: ': 0: cannot open ' },
      // A shell was given a program as its script.
      { has: ': cannot execute binary file', and: GIVEN_A_PROGRAM },
      { has: ': line 0: syntax error' },
      { has: 'not found', and: /sh: (?:line \d{1,4}: )?\S{1,200}: not found$/ },
    ],
    applies: takesArgumentForCommand,
    explains: [
      'command-not-found',
      'workflow-error',
      'not-a-program',
      'file-of-another-architecture',
      'exec-format-error',
    ],
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
        commands: [NEWER_QEMU],
      },
      {
        text: 'A shell was given a shell as its script: the image’s entrypoint is one, and the command begins with one, too',
        when: (view) => (evidenceIs(GIVEN_A_PROGRAM)(view) ? !otherPlatform(view) || undefined : false),
        elsewhere: true,
        remedy: 'Leave the shell out of the command, or name the entrypoint',
        commands: ['docker run --entrypoint /bin/bash IMAGE -c COMMAND'],
      },
      {
        text: 'The busybox in the image was built without this applet',
        when: (view) => (evidenceIs(GIVEN_A_PROGRAM)(view) ? false : undefined),
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
      ...texts(`
        effective uid is not 0 | must be setuid root | must be suid to work | have the setuid bit set
      `),
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
        when: logShows('no-new-privileges'),
        specific: true,
        elsewhere: true,
        remedy: 'Run the step as root instead of with sudo, or lift the restriction',
        commands: ['grep NoNewPrivs /proc/self/status', 'findmnt -no OPTIONS -T /usr/bin/sudo'],
      },
    ],
    sources: 'multiarch/qemu-user-static#17 uraimo/run-on-arch-action!75 moby/moby#36730',
  }),
  kind('file-for-another-emulator', 'Invalid ELF image for this architecture', {
    rank: 'cause',
    signs: [
      // BuildKit chooses its own emulator by the platform of the build.
      { has: 'invalid elf image for this architecture', not: /\.buildkit_qemu_emulator: / },
    ],
    explains: ['exec-format-error', 'register-exists'],
    causes: [
      {
        text: 'The entry {entry} starts the QEMU of another architecture than that of the programs it takes',
        when: only((view) => view.here === true && broken(view) === true),
        specific: true,
        finding: 'SB034',
        remedy: 'Register the right QEMU for {platform}',
        commands: [REPLACE],
      },
      {
        text: 'The program is of another architecture than this emulator: 64-bit files under the emulator for 32 bits, since the image is the wrong one or the wrong handler answers for it',
        shown: true,
        remedy:
          'Use the image for the platform that is meant, or register the handler for that of the files (linux/arm64)',
        commands: [FILE, 'grep -s . /proc/sys/fs/binfmt_misc/qemu-*'],
      },
    ],
    sources: 'guysoft/CustomPiOS#114',
  }),
  clue(
    'entry-off',
    { has: '(disabled)', and: /^qemu-\w{1,20} \(disabled\)/ },
    { has: 'disabled', and: /^disabled$/, about: /binfmt_misc\/qemu-/ },
  ),
  clue('table-off', {
    has: 'disabled',
    and: /^disabled$/,
    about: /binfmt_misc\/status[^\n]{0,20}\ndisabled$/,
  }),
  clue('entry-without-f', {
    has: 'flags:',
    and: /^flags: ?[A-EG-Z]{0,4}$/,
    about: /binfmt_misc|interpreter \//,
  }),
  clue('entry-without-c', {
    has: 'flags:',
    and: /^flags: ?[ABD-Z]{0,4}$/,
    about: /binfmt_misc|interpreter \//,
  }),
  clue('no-new-privileges', { has: 'no-new-privileges' }, { has: 'allowprivilegeescalation: false' }),
  clue('installer-ok', { has: 'installing: ', and: /installing: \S{1,20} ok\b/i }),
];
