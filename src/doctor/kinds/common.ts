/** Causes that several kinds of failure share, and the commands that mend them. */

import { OLDEST_TRUSTED } from '../../qemu/advisories.ts';
import {
  either,
  fixedAddress,
  logShows,
  misnamed,
  missing,
  not,
  only,
  qemuOlder,
  runsHere,
  someEntry,
  switchedOff,
} from './conditions.ts';
import { type Cause, type Sign, texts } from './kind.ts';

export const SETUP = 'node dist/cli.js setup {platform}';
export const REPLACE = `${SETUP} --on-conflict replace`;
/** Names the source that has one: where it cannot be had, setup says so, and takes no other. */
export const NEWER_QEMU = `${REPLACE} --qemu-from image`;
export const VERSION = 'docker run --rm -e QEMU_VERSION=1 --platform {platform} alpine true';
export const FILE = 'file {program}';
export const FILE_IN_IMAGE =
  'docker cp "$(docker create --platform {platform} IMAGE)":{program} ./program && file ./program';
export const INSPECT = 'docker buildx imagetools inspect IMAGE';
/** For platforms that GitHub has runners of; left out for others. */
export const NATIVE_RUNNER = 'runs-on: {runner}';
/** Lines of a Dockerfile: a stage of the machine's own, with what it runs, and the one that takes what it made. */
export const nativeStage = (...runs: readonly string[]): readonly string[] => [
  'FROM --platform=$BUILDPLATFORM IMAGE AS build',
  ...runs,
  'FROM IMAGE',
  'COPY --from=build /WHAT/IT/MADE /WHERE/IT/BELONGS',
];
export const NATIVE_STAGE = nativeStage();

/** Programs that every image and every root has: they are of its architecture, or nothing in it is. */
export const BASIC =
  /(?:^|\/)(?:(?:ba|da|a|z|k)?sh|busybox|env|sleep|cat|ls|true|false|uname|arch|id|whoami|hostname|date|mkdir|rm|cp|mv|ln|touch|stat|dd|df|head|tail|wc|cut|sort|tr|chmod|chown|u?mount|readlink|apt(?:-get|-key)?|apk|dpkg(?:-\w+)?|yum|dnf|microdnf|zypper|pacman|rpm|debootstrap|init|systemd|systemctl|ldconfig|sed|grep|awk|tar|gzip|find|test|echo|sudo|su|passwd|locale-gen|update-ca-certificates|(?:add|del)(?:user|group)|(?:user|group)(?:add|mod|del))$/;

export const OLD_QEMU: Cause = {
  text: `QEMU is older than ${OLDEST_TRUSTED}, or faulty; many crashes of earlier versions on newer kernels and images are mended`,
  when: qemuOlder(OLDEST_TRUSTED),
  remedy: 'Put a current QEMU in its place and register it anew, or run the step natively',
  commands: [NEWER_QEMU, VERSION],
};

export const FIXED_ADDRESS: Cause = {
  text: 'This QEMU is linked at a fixed address, which newer kernels’ randomised heap (brk) can run into',
  when: only(fixedAddress),
  specific: true,
  remedy: 'Use a QEMU that is linked static-pie, as current builds are',
  commands: [NEWER_QEMU],
};

export const ROSETTA: Cause = {
  text: 'Rosetta, which runs amd64 programs here in place of QEMU, crashed, or does not take what the program does',
  when: only((view) => (view.log.emulated ? false : logShows('rosetta-on')(view))),
  leading: true,
  remedy:
    'Switch Rosetta off, so that QEMU emulates, update it with the system, or use the image for arm64 natively',
};

export const GUEST_OR_EMULATOR: Cause = {
  text: 'The program itself crashed, or the emulator has a fault that a current version still has',
  remedy:
    'Run the step natively: on a runner of that architecture, or in a stage FROM --platform=$BUILDPLATFORM that cross-compiles',
  commands: [VERSION],
};

/** The builder looked at the kernel before the handlers were there, or never saw them. */
export const BUNDLED_EMULATOR: Cause = {
  text: 'BuildKit ran the step with the emulator it carries itself, because the kernel had no usable handler for {platform} when the builder looked',
  when: either(
    logShows('bundled-emulator'),
    ({ log }) => (log.matches.some(({ id }) => id === 'started-directly') ? false : undefined),
    ({ host, here }) => (here === true ? host.staleBuilder : host.staleBuilder || undefined),
    ({ log }) => (log.buildkit ? undefined : false),
  ),
  specific: true,
  remedy: 'Register a handler for {platform} before the builder is created, and create the builder anew',
  commands: [SETUP, 'docker buildx rm BUILDER', 'docker buildx create --use'],
};

export const SWITCHED_OFF: Cause = {
  text: 'The entry {entry}, which takes these programs, is in the kernel’s table and switched off',
  when: only(either(switchedOff, logShows('entry-off'))),
  specific: true,
  finding: 'SB027',
  remedy: 'Switch the entry on',
  commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/{entry}'],
};

export const TABLE_OFF: Cause = {
  text: 'The whole table of handlers is switched off, and no entry is used',
  when: only(either(({ host }) => host.tableOff, logShows('table-off'))),
  specific: true,
  finding: 'SB006',
  remedy: 'Switch the table on',
  commands: ['echo 1 | sudo tee /proc/sys/fs/binfmt_misc/status'],
};

/** The entry lacks the flag F, as the host or the log shows it. */
export const lacksF = either(
  someEntry((entry) => not(entry.fixed)),
  logShows('entry-without-f'),
);

export const NOT_PINNED: Cause = {
  text: 'The entry for {platform} lacks the flag F, so that its interpreter is looked for inside the container or the new root, and is not there',
  when: only(lacksF),
  specific: true,
  finding: 'SB020',
  remedy: 'Register the handler for {platform} again, with the flag F',
  commands: [REPLACE],
};

export const NOT_STATIC: Cause = {
  text: 'The interpreter is dynamically linked: its loader and libraries are not in the container (packages qemu-user and qemu-user-binfmt of older releases)',
  when: only(someEntry((entry) => entry.interpreter && entry.interpreter === 'dynamic')),
  finding: 'SB022',
  remedy: 'Register a statically linked QEMU',
  commands: [NEWER_QEMU],
};

export const INTERPRETER_GONE: Cause = {
  text: 'The entry’s interpreter is no longer there, or is no program',
  when: only(someEntry(({ interpreter }) => interpreter === 'missing' || interpreter === 'script')),
  specific: true,
  finding: 'SB021',
  remedy: 'Register again, with an emulator that is there',
  commands: [REPLACE],
};

export const MISNAMED: Cause = {
  text: 'An entry is named after the emulator for {platform}, but its magic and mask do not take these programs',
  when: only(misnamed),
  specific: true,
  finding: 'SB011',
  remedy: 'Register the handler for {platform} anew: its own magic and mask are known',
  commands: [REPLACE],
};

export const INTERPRETER_FOREIGN: Cause = {
  text: 'The interpreter of the entry {entry} is itself a program of another architecture than this machine',
  when: only(someEntry(({ interpreter }) => interpreter === 'foreign')),
  specific: true,
  finding: 'SB023',
  remedy: 'Register again, with an emulator that was built for this machine',
  commands: [REPLACE],
};

export const NOTHING_REGISTERED: Cause = {
  text: 'No handler for {platform} is registered with the kernel that ran this',
  when: missing,
  finding: 'SB011',
  remedy: 'Register a handler for {platform} before this step; with persist it outlives a reboot',
  commands: [SETUP],
};

/** What is not so now, and may have been: to set up what runs would change nothing. */
export const RUNS_NOW: Cause = {
  text: '{platform} runs here now: what failed ran before that was set up, or on another machine, or by a builder that looked before',
  when: (view) =>
    view.here !== true && view.platform !== undefined && runsHere(view) === true ? undefined : false,
  remedy:
    'Run it again here, with a builder that is made anew; what failed on another machine needs the handler for {platform} there',
  commands: ['docker buildx rm BUILDER', 'docker buildx create --use'],
};

const MOUNT_AND_REGISTER = {
  remedy: 'Mount binfmt_misc on the host, leave it mounted, and register a handler for {platform} again',
  commands: ['sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc', SETUP],
};

export const NOT_MOUNTED: Cause = {
  text: 'binfmt_misc is not mounted here, and nothing here runs programs of {platform}: a handler that was registered from a container may have gone with its mount',
  when: only((view) => view.host.mounted === false && missing(view)),
  specific: true,
  finding: 'SB009',
  ...MOUNT_AND_REGISTER,
};

/** The log shows that handlers were registered, and not that they went. */
export const GONE_WITH_INSTALLER: Cause = {
  text: 'The handlers were registered from a container, and on newer kernels they go with the last mount of binfmt_misc when it ends: no handler for {platform} may have been left',
  when: (view) => (logShows('installer-ok')(view) ? undefined : false),
  ...MOUNT_AND_REGISTER,
};

export const REMOTE_ENGINE: Cause = {
  text: 'The engine runs on another machine, and only that machine’s kernel decides',
  when: only(({ host }) => host.remoteEngine),
  specific: true,
  finding: 'SB052',
  remedy: 'Register the handler on the machine where the engine runs',
  commands: ['docker context ls', SETUP],
};

export const OWN_TABLE: Cause = {
  text: 'The rootless engine has a table of its own since Linux 6.7, and the handlers were written into another one',
  when: only(({ host }) => host.rootless),
  specific: true,
  finding: 'SB055',
  remedy: 'Register the handlers in the engine’s own user namespace',
  commands: [`${SETUP} --scope engine`],
};

/** A program of one architecture among others: what to look at. */
export const OTHER_ARCHITECTURE: Cause = {
  text: '{program} was built for another architecture than the machine that started it: a wrong download, a cache key without the architecture, a file copied from another machine, or a helper that is shipped for one architecture alone',
  elsewhere: true,
  remedy:
    'Look at the file, get the one for this machine, and put the architecture (runner.arch) into the key of a cache that holds programs',
  commands: [FILE, 'uname -m'],
};

/** The emulator’s words as a test or a script quotes them. */
export const IN_A_TEST =
  /\b\w{1,60}_test\.go:\d|\b(?:got|want(?:ed)?|expect(?:ed|s)?|input|assert\w*|contains?|toMatch\w*|grep|echo|printf)\b.{0,80}["'`/(].{0,60}uncaught/i;

/** A crash as the exit code that Python and others make of it. */
const NEGATIVE = /\b(?:status|code):? -(?:4|5|7|11)\b/i;

/** How a program that crashed shows itself, whoever says so. */
export const CRASHES: readonly Sign[] = [
  ...texts(`
    illegal hardware instruction | caught segfault | daemon has disappeared
    | server terminated abruptly | tns:lost contact | end-of-file on communication channel
    | server process was terminated by signal | : trace trap | : bus error | abort trap: 6
    | caught illegal operation | double free or corruption | malloc(): corrupted | corrupted size vs. prev_size
    | corrupted double-linked list | caught bus error | munmap_chunk(): invalid pointer | free(): invalid | malloc(): invalid size | futex facility returned an unexpected
    | monitored command dumped core | stuck spinlock detected at
  `),
  { has: 'uncaught target signal', not: IN_A_TEST },
  { has: 'program crashed: ', and: /^💣 Program crashed: / },
  { has: 'status -', and: NEGATIVE },
  { has: 'code -', and: NEGATIVE },
  { has: 'code: -', and: NEGATIVE },
  { has: 'exited with unknown exit code (139)' },
  { has: 'segmentation fault', not: /internal compiler error|uncaught target/i },
  { has: 'illegal instruction', not: /uncaught target|instruction was encountered/i },
  { has: 'trace/breakpoint trap', not: /uncaught target/i },
  { has: '(core dumped)', and: /\b(?:aborted|bus error|trap|bad system call) +\(core dumped\)/i },
  { has: 'sig', and: /^SIG(?:SEGV|ILL|BUS|TRAP|ABRT): / },
  { has: 'exit code: 13', and: /exit code: 13[24359]\b/ },
  { has: 'non-zero code: 13', and: /code: 13[24359]\b/ },
  {
    has: 'signal',
    and: /(?<!target )\bsignal:? \(?(?:(?:4|5|6|7|11|(?:SIG)?(?:SEGV|ILL|BUS|TRAP|ABRT))\b(?!\.\d\.)|segmentation fault|illegal instruction)/i,
    not: /\[signal |^Go |: segmentation violation|uncaught target/,
  },
  { has: 'malloc.c:', and: /\bmalloc\.c:\d{1,5}: \w{1,40}: Assertion / },
  { has: 'via signal [sig', and: /via signal \[SIG(?:SEGV|ILL|BUS|TRAP|ABRT)\]/ },
  { has: 'bus error at address 0x' },
  { has: '] bus error', and: /\*\*\* \[.{1,300}\] Bus error$/ },
  { has: '] aborted', and: /\*\*\* \[.{1,300}\] Aborted$/ },
  { has: 'signals.sig', and: /<Signals\.SIG(?:SEGV|ILL|BUS|TRAP|ABRT)/ },
  { has: '=dumped', and: /code=dumped/ },
  {
    has: ' 13',
    and: /\b(?:exit(?:ed)?(?: status| code| value)?:?|(?:with|return(?:ed)?)(?: return| exit)?(?: code| status)?|errno|Error) {1,8}13[24569]\b/i,
  },
  { has: '=13', and: /\b(?:rc|ret|status|\w{0,12}code)=13[24569]\b/i },
  { has: '": 13', and: /code": 13[24569]\b/i },
  { has: '(13', and: /\b(?:Restarting|Exited) \(13[24569]\)/ },
];

/** What a crash of a program under the emulator brings about, and what says less than the emulator’s own line. */
export const ALSO_SHOWN = [
  'bundled-emulator',
  'foreign-step-crash',
  'native-crash',
  'package-failed',
  'build-hangs',
];

/** A time limit, or somebody who waited no longer, ended what ran. */
export const ENDED_FROM_OUTSIDE: readonly Sign[] = [
  ...texts(`
    the operation was canceled | exceeded the maximum execution time | execution took longer than
    | ran longer than the maximum time | has timed out after | test timed out after
    | job failed: canceled | no output has been received in the last | too long with no output
    | cancelling nested steps due to timeout | timeout has been exceeded | because the timeout was exceeded
    | longer than the specified deadline | exceeded build time limit of
  `),
  // What `time` says; Kubernetes ends every job that failed with more words.
  { has: 'command terminated', and: /^Command terminated$/ },
  // Jenkins ends so what somebody or a time limit stopped.
  { has: 'finished: aborted', and: /^Finished: ABORTED$/ },
  { has: 'failed to finish within', and: /(?:Task|Pipeline)Run "[^"]{1,120}" failed to finish within "/ },
  { has: "job's timeout", and: /job's timeout.{0,60}(?:exceeded|expired|reached)/i },
  { has: 'no output for', and: /no output for \d+/i },
  {
    has: 'timed out',
    and: /^(?:.{0,40} )?(?:job|build|step|cancelling|execution|the job) .{0,60}timed out/i,
  },
  { has: 'timeout of', and: /job .{0,60}timeout/i },
  // What `timeout` ends with.
  {
    has: ' 124',
    and: /\b(?:exit(?:ed)?(?: status| code| value)?:?|(?:with|returned)(?: exit)?(?: code| status)?|Error) {1,8}124\b/i,
  },
];
