/** Kinds of handlers that could not be registered or have the wrong flags, and of the steps that set them up. */

import { REPLACE, SETUP } from './common.ts';
import {
  type Condition,
  clue,
  evidenceIs,
  type Kind,
  kernelOlder,
  kind,
  logShows,
  not,
  only,
  someEntry,
  texts,
  type View,
} from './kind.ts';
import { emulatedOrForeign } from './runtimes.ts';

/** Lines of those who register. */
const INSTALLER = /qemu-user|binfmt|setup-qemu|qemu-\w{1,12}-static|\bqus\b/i;

const MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';

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

export const registeringKinds = (): readonly Kind[] => [
  kind('mount-failed', 'cannot mount binfmt_misc filesystem', {
    rank: 'cause',
    signs: [
      { has: 'cannot mount binfmt_misc' },
      {
        has: 'binfmt_misc',
        and: /(?:^mount: |failed to mount |failed to check if |mounting ).{0,200}(?:permission denied|not permitted|unknown filesystem|no such device|failed|operation not supported)/i,
      },
      { has: 'failed to mount arbitrary executable file formats' },
    ],
    explains: ['installer-said-nothing', 'module-missing'],
    causes: [
      {
        text: 'The installer’s container has no privilege over the host: rootless or nested Docker, or a runner that is a container',
        when: (view) =>
          logShows('errno-not-permitted')(view) ?? view.host.rootless ?? (view.host.contained || undefined),
        remedy: 'Register the handlers on the host itself, once, as root',
        commands: [`sudo ${SETUP}`],
      },
      {
        text: 'The kernel has no binfmt_misc, or its module is not loaded and cannot be loaded from the container',
        when: (view) => logShows('errno-no-device')(view) ?? not(view.host.supported),
        specific: true,
        remedy: 'Load the module on the host',
        commands: ['sudo modprobe binfmt_misc', MOUNT],
      },
    ],
    sources: 'docker/setup-qemu-action#88 docker/setup-qemu-action#67 vegardit/docker-gitea-act-runner#51',
  }),
  kind('register-invalid', '/proc/sys/fs/binfmt_misc/register: invalid argument', {
    rank: 'cause',
    signs: [
      { has: 'binfmt_misc/register', and: /invalid argument/i },
      { has: 'failed to add binary format', and: /invalid argument/i },
      { has: 'write error: invalid argument', about: INSTALLER },
    ],
    causes: [
      {
        text: 'The kernel of the machine that printed this is older than 4.8 (that of CentOS 7 is 3.10), and does not know the flag F',
        when: (view) => logShows('old-system')(view) ?? (view.here ? kernelOlder('4.8')(view) : undefined),
        remedy:
          'Look at uname -r of that machine: below 4.8 it needs a newer kernel, for without F no handler works inside containers',
        commands: ['uname -r'],
      },
      {
        text: 'The line has a flag or a field that this kernel does not know, or is longer than 1920 bytes',
        remedy: 'Register by this program, which writes only what the running kernel understands',
        commands: [SETUP],
      },
    ],
    sources: 'tonistiigi/binfmt#92 tonistiigi/binfmt#53 docker/buildx#493 RPi-Distro/pi-gen#435',
  }),
  kind('register-exists', 'write error: File exists, or already registered', {
    rank: 'cause',
    signs: [
      { has: 'write error: file exists', about: INSTALLER },
      { has: 'binfmt_misc/register', and: /file exists/i },
      { has: 'failed to add binary format', and: /file exists/i },
    ],
    causes: [
      {
        text: 'An entry of that name is there already, and keeps its old emulator and its old flags',
        when: someEntry((arch) => arch.entry?.startsWith('qemu-')),
        remedy: 'See whether the old entry works; replace it if not, or if another version is wanted',
        commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', `${SETUP} --on-conflict replace`],
      },
    ],
    sources: 'multiarch/qemu-user-static#27 multiarch/qemu-user-static#49 docker/setup-qemu-action#21',
  }),
  kind('registered-before', 'already registered', {
    bearing: 'note',
    signs: [{ has: 'already registered', and: /qemu-[\w-]{1,40} already registered/i }],
    causes: [
      {
        text: 'An entry of that name is there already, and keeps its old emulator and its old flags',
        remedy: 'See whether the old entry works; replace it if not, or if another version is wanted',
        commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', `${SETUP} --on-conflict replace`],
      },
    ],
    sources: 'docker/setup-qemu-action#21',
  }),
  kind('register-missing', '/proc/sys/fs/binfmt_misc/register: no such file or directory', {
    rank: 'cause',
    signs: [
      {
        has: 'binfmt_misc/register',
        and: /no such file or directory|directory nonexistent|nonexistent directory/i,
      },
      { has: 'failed to add binary format', and: /no such file or directory/i },
      { has: 'unable to enable binary format', and: /no such file or directory/i },
      { has: 'write error: no such file or directory', about: INSTALLER },
    ],
    causes: [
      {
        text: 'binfmt_misc is not mounted where the line was to be written',
        when: (view) =>
          evidenceIs(
            /nonexistent|(?:open|creat\w*) \/proc\/\S{1,80}register|: \/proc\/\S{1,60}register: no such/i,
          )(view) ?? not(view.host.mounted),
        specific: true,
        remedy: 'Mount it on the host, and leave it mounted',
        commands: ['sudo modprobe binfmt_misc', MOUNT, SETUP],
      },
      {
        text: 'The interpreter that the line names does not exist: with the flag F the kernel opens it at once',
        when: evidenceIs(/write error|write \/proc\/|binary format/i),
        remedy:
          'Name a static QEMU that exists; an installer that runs on the same architecture carries none for it',
        commands: ['ls -l /usr/bin/qemu-*', SETUP],
      },
    ],
    sources: 'dbhi/qus#14 tonistiigi/binfmt#138 systemd/systemd#21178 postmarketOS/pmbootstrap#1444',
  }),
  kind('register-denied', '/proc/sys/fs/binfmt_misc: permission denied, or read-only', {
    rank: 'cause',
    signs: [
      { has: 'sys/fs/binfmt_misc', and: /permission denied|operation not permitted|read-only file system/i },
      { has: 'failed to add binary format', and: /permission denied|not permitted|read-only/i },
      { has: 'unable to enable binary format', and: /permission denied|not permitted|read-only/i },
      {
        has: 'privileged',
        and: /privileged (?:mode is incompatible|containers are not allowed)/,
        about: INSTALLER,
      },
      {
        has: 'operation not permitted',
        and: /OCI runtime|container init|daemon/i,
        about: /--privileged.{0,80}(?:qemu-user|binfmt|\bqus\b)/,
      },
    ],
    causes: [
      {
        text: 'Whoever registers has no right to: the container’s view of /proc/sys is read-only or masked, or belongs to another user namespace',
        when: ({ host }) => host.contained ?? host.rootless,
        remedy: 'Register the handlers on the host itself, once, as root',
        commands: [`sudo ${SETUP}`],
      },
      {
        text: 'Only root may write there',
        remedy: 'Register as root',
        commands: [`sudo ${SETUP}`],
      },
    ],
    sources: 'multiarch/qemu-user-static#118 nektos/act#2342',
  }),
  kind('module-missing', 'Module binfmt_misc not found', {
    rank: 'cause',
    signs: [
      ...texts(`
        module binfmt_misc not  | no binfmt support in the kernel | couldn't load the binfmt_misc module
        | binfmt_misc module seemed to be loaded, but no
      `),
    ],
    causes: [
      {
        text: 'The modules of the running kernel are not there: the kernel was updated without a reboot, or this is a container without /lib/modules',
        when: evidenceIs(/not found in directory/i),
        remedy: 'Reboot into the installed kernel, or load the module on the host',
        commands: ['uname -r', 'ls /lib/modules', 'sudo modprobe binfmt_misc'],
      },
      {
        text: 'binfmt_misc is built into the kernel, and the script looked only for a loaded module',
        when: ({ host }) => host.supported,
        remedy: 'Nothing needs to be loaded: mount the file system if it is not mounted',
        commands: ['grep binfmt_misc /proc/filesystems', MOUNT],
      },
      {
        text: 'The kernel was built without CONFIG_BINFMT_MISC',
        when: ({ host }) => not(host.supported),
        remedy: 'Use a kernel that has it, or a runner of the architecture itself',
        commands: ['grep BINFMT_MISC /boot/config-$(uname -r)'],
      },
    ],
    sources: 'RPi-Distro/pi-gen!372 RPi-Distro/pi-gen#264 revyos/thead-kernel#18',
  }),
  kind('format-unknown', 'update-binfmts does not know the format', {
    rank: 'cause',
    signs: [
      { has: 'not in database of installed binary formats' },
      { has: 'no executable', and: /update-binfmts: .{0,80}no executable/ },
    ],
    causes: [
      {
        text: 'No handler of this name is registered with binfmt-support: its package (qemu-user-static, qemu-user-binfmt) is not installed, or its newer version registers by systemd alone',
        shown: true,
        remedy: 'Install the package that brings the handler, or register it without one by this program',
        commands: ['update-binfmts --display', 'sudo apt-get install qemu-user-static', SETUP],
      },
    ],
  }),
  kind('interpreter-busy', 'qemu-…: Text file busy', {
    rank: 'cause',
    signs: [
      { has: 'text file busy', and: /qemu/i },
      { has: 'etxtbsy', and: /qemu/i },
    ],
    causes: [
      {
        text: 'The kernel holds the interpreter open: an entry pins it, or emulated programs still run',
        remedy:
          'Write the new file beside the old one and rename it; the entry keeps the old one until it is registered again',
        commands: [
          'sudo cp qemu-aarch64 /usr/bin/qemu-aarch64.new && sudo mv -f /usr/bin/qemu-aarch64.new /usr/bin/qemu-aarch64',
          `${SETUP} --on-conflict replace`,
        ],
      },
    ],
    sources: 'guysoft/CustomPiOS#114',
  }),
  kind('architecture-unknown', 'unsupported architecture', {
    rank: 'cause',
    signs: [{ has: 'unsupported architecture', about: INSTALLER }],
    causes: [
      {
        text: 'The installer does not know this name, says so, and ends as if nothing had happened',
        remedy:
          'Use the OCI name of the platform (mips64le, not mips64el); this program understands both and names the nearest one',
        commands: ['node dist/cli.js plan'],
      },
    ],
    sources: 'docker/setup-qemu-action#158',
  }),
  kind('installer-said-nothing', 'Unexpected end of JSON input', {
    signs: [{ has: 'unexpected end of json input', about: INSTALLER, not: /npm|while parsing near|HTTP \d/ }],
    causes: [
      {
        text: 'docker/setup-qemu-action reads the installer’s answer, and the installer failed before it gave one',
        remedy: 'Look at the lines above: the installer’s own error stands there',
        commands: ['node dist/cli.js doctor'],
      },
    ],
    sources: 'docker/setup-qemu-action#88',
  }),
  kind('docker-missing', 'Unable to locate executable file: docker', {
    bearing: 'elsewhere',
    signs: [{ has: 'unable to locate executable file: docker' }],
    causes: [
      {
        text: 'docker/setup-qemu-action needs Docker only to run its installer',
        when: ({ host }) => not(host.docker),
        remedy: 'Register without Docker',
        commands: [SETUP],
      },
      {
        text: 'Docker is installed on the host, but the job runs in a container without it',
        when: ({ host }) => host.contained,
        remedy: 'Register on the host: the job’s container uses the host’s kernel',
        commands: [`sudo ${SETUP}`],
      },
    ],
    sources: 'docker/setup-qemu-action#24 docker/setup-qemu-action#164',
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
        commands: [`${REPLACE} --qemu-from image`],
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
        elsewhere: true,
        remedy: 'Run the step as root instead of with sudo, or lift the restriction',
        commands: ['grep NoNewPrivs /proc/self/status', 'findmnt -no OPTIONS -T /usr/bin/sudo'],
      },
    ],
    sources: 'multiarch/qemu-user-static#17 uraimo/run-on-arch-action!75 moby/moby#36730',
  }),
  clue('old-system', { has: 'centos', and: /\bcentos[-: ]?7\b/i }, { has: '.el7.' }),
  clue(
    'errno-not-permitted',
    { has: 'error: operation not permitted' },
    { has: 'operation not permitted', and: /binfmt_misc/ },
  ),
  clue(
    'errno-no-device',
    { has: 'error: no such device' },
    { has: 'no such device', and: /binfmt_misc/ },
    { has: 'unknown filesystem type' },
  ),
];
