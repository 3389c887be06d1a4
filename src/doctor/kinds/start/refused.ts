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
  either,
  evidenceIs,
  logShows,
  missing,
  only,
  programIs,
  runsHere,
} from '../conditions.ts';
import { type Cause, type Condition, clue, type Kind, kind, type Sign, texts } from '../kind.ts';

/** The words as somebody quotes them: a test's expectation, a message of a script, a comment. */
const QUOTED =
  /\b(?:got|want(?:ed)?|expect(?:ed|s)?|assert\w*|contains?|toMatch\w*|grep|echo|printf|hint|explain\w*|if you (?:see|get))\b.{0,300}(?:exec format error|cannot execute)|^\s{0,40}(?:#(?!\d)|\/\/|\*|it\(|test\()|error while loading/i;

const REFUSED: readonly Sign[] = [
  { has: 'exec format error', not: QUOTED },
  { has: 'cannot execute binary file', not: QUOTED },
  { has: 'enoexec', and: /\b(?:spawn(?:Sync)?|exec)\b.{0,300}\bENOEXEC\b|Errno::ENOEXEC/ },
  { has: 'bad cpu type in executable' },
  { has: 'unknown system error -8' },
  { has: 'status=203/exec', about: /exec format|(?:aarch64|arm64|armhf|x86_64|amd64|riscv64)/i },
];

const basic = programIs(BASIC);

/** The log itself tells that the platform is not the machine's own. */
const differsInLog: Condition = (view) =>
  view.foreign === true && view.log.machine !== undefined && !(view.here && runsHere(view))
    ? true
    : undefined;

/** A shell or a program of the machine itself says that it could not start another one: so what it runs on works. */
const BY_A_RUNNING_PROGRAM =
  /line \d{1,6}: |cannot execute binary file|^(?:npm \S{1,6} )?-?(?:\S{0,60}\/)?(?:ba|da|a|z|k|fi)?sh: |\bspawn(?:Sync)? \S|Errno 8|error=8|fork\/exec|os error 8|cannot run program|not valid: failed to fetch|no_?exec|bad cpu type|syntax error|ELF.{0,5}: |system error -8|trying to start process|could not be run|(?:^|Reason: )exec: Exec format error$|Win32Exception|^(?:g?make(?:\[\d+\])?|su-exec|gosu|env|nohup|sudo|nice|time|timeout|xargs|find|strace|gdb|s6-\S{1,20}|\[?dumb-init\]?|supervisor): |\btini \(\d+\)|\.service: |\bcode: 8, kind|\bat \S{1,200} line \d{1,6}\.$/i;

/** The first program of a root did not start: what the root holds is of one architecture. */
const OF_A_ROOT = /chroot: failed to run command|\bexec user process\b|\bLaunch error: fork\/exec/i;

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

const SCRIPT = programIs(/\.(?:sh|bash|py|rb|pl|js)$/);

/** The log shows what the file is: no program of Linux. */
const noProgram = either(
  logShows('file-is-text', 'other-system', 'saved-for-windows'),
  ({ foreign }) => (foreign === true ? false : undefined),
  logShows('script-seen'),
  // A container’s runtime says the same where the interpreter of the script is of another architecture.
  (view) => {
    if (evidenceIs(OF_A_ROOT)(view) === true && view.foreign !== false) return undefined;
    return view.foreign === false || evidenceIs(BY_A_RUNNING_PROGRAM)(view) ? SCRIPT(view) : undefined;
  },
);

const THE_FIRST_LINE: Cause = {
  text: 'The file is a script whose first line names no interpreter, or names it too late',
  when: logShows('script-seen'),
  elsewhere: true,
  remedy: 'Let the very first line of the script be one such as #!/bin/sh',
  commands: ['head -c 64 {program} | od -c'],
};

export const refusedKinds = (): readonly Kind[] => [
  kind('not-a-program', 'the file that was started is no program of this system', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...REFUSED,
      { has: 'doctype html', and: /: line \d{1,3}: .{0,4}<!doctype html/i },
      { has: 'not: command not found', and: /: line 1: Not: command not found/ },
      { has: 'unexpected token', and: /: line 1: syntax error near unexpected token .(?:<|newline)/ },
    ],
    applies: only(noProgram),
    explains: ['exec-format-error', 'file-of-another-architecture', 'platform-mismatch'],
    causes: [
      {
        text: 'The file is not a program: a failed download or a wrong path left a text or a page in its place',
        when: only(logShows('file-is-text')),
        specific: true,
        elsewhere: true,
        remedy:
          'Look at the file, and mend the download (curl --fail ends with an error where the server has no file)',
        commands: [FILE, 'head -c 200 {program}'],
      },
      {
        text: 'The program was built for another system than Linux (macOS or Windows): another system’s file cannot be started',
        when: only(logShows('other-system')),
        specific: true,
        elsewhere: true,
        remedy: 'Build or fetch the one for Linux (GOOS=linux)',
        commands: [FILE],
      },
      {
        text: 'The file is a script that was saved as Windows does, so that its first line is none for the kernel: its lines end with a carriage return (CRLF), or it begins with a byte order mark',
        when: only(logShows('saved-for-windows')),
        specific: true,
        elsewhere: true,
        remedy:
          'Save the script as UTF-8 without a mark and with line feeds alone, and let Git keep them (*.sh text eol=lf in .gitattributes)',
        commands: ['head -c 64 {program} | od -c', 'sed -i "s/\\r$//; 1s/^\\xef\\xbb\\xbf//" {program}'],
      },
      THE_FIRST_LINE,
    ],
    sources: 'moby/moby#27723 xcat2/xcat-core#916 moby/moby#22469',
  }),
  kind('installer-of-another-architecture', 'the installer of handlers is itself for another architecture', {
    rank: 'cause',
    signs: [
      {
        has: 'exec format error',
        and: /exec (?:user process|container process|\/register|\/usr\/bin\/binfmt|\/qus)/i,
        about: /multiarch\/qemu-user-static|tonistiigi\/binfmt|aptman\/qus|dbhi\/qus|hypriot\/qemu-register/,
      },
    ],
    explains: ['exec-format-error', 'platform-mismatch', 'not-a-program'],
    causes: [
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
      { has: 'cannot open shared object file', and: /wrong ELF|invalid ELF header|cannot execute/i },
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
        /^(?!.*shared library).*(?:exec format error|cannot execute|enoexec|status=203|system error -8|bad cpu type)/i.test(
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
            /ELF class|ELF header|incompatible|wrong format|can't load|incorrect format|wrong arch|to link with|shared library/i,
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
      { ...RUNS_NOW, when: (view) => (differsInLog(view) ? false : RUNS_NOW.when?.(view)) },
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
        when: (view) => (view.platform === undefined ? false : (differsInLog(view) ?? missing(view))),
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
    'file-is-text',
    { has: 'not found', and: /^(?:404: )?Not Found$/i },
    { has: 'doctype html' },
    { has: 'not: command not found', and: /: line 1: Not: command not found/ },
    { has: ': html document' },
    { has: ': line 1: `<' },
    { has: 'ascii text', and: /: (?:ASCII|UTF-8|Unicode) text/i, not: /script|CRLF|BOM/i },
    { has: ': empty', and: /: empty$/ },
    { has: 'access denied</' },
  ),
  clue(
    'other-system',
    { has: 'mach-o' },
    { has: ': pe32' },
    { has: 'goos=', and: /\bGOOS=(?:darwin|windows|freebsd)\b/ },
    { has: 'bazel run', about: /^Darwin (?:x86_64|arm64)/m },
    {
      has: ' build',
      and: /^(?:\S{0,40}[$%] ?)?(?:go|cargo|swift) build/,
      about: /^Darwin (?:x86_64|arm64)/m,
    },
  ),
  clue(
    'saved-for-windows',
    { has: 'with crlf line terminators' },
    { has: '(with bom)' },
    { has: '#!/', and: /^#!.{1,100}(?:\^M\$?|\\r)/ },
    { has: '357 273 277' },
    { has: 'bb bf', and: /\bef ?bb bf ?23\b/i },
  ),
  clue('script-seen', { has: '#!/', and: /^#!\s?\//, about: /\b(?:head|cat|sed|less|tail)\b/ }),
  clue(
    'engine-in-machine',
    ...texts('colima is running | colima start | podman machine start | limactl start | rancher desktop'),
  ),
];
