/** Kinds of handlers that could not be registered, and of the steps that set them up. */

import { REPLACE, SETUP } from '../common.ts';
import { evidenceIs, kernelOlder, logShows, not, only, someEntry } from '../conditions.ts';
import { type Cause, clue, type Kind, kind, texts } from '../kind.ts';

/** Programs of QEMU that start whole machines, or work on their disks. */
const OF_MACHINES = /qemu-(?:system|img|nbd|io|ga|bridge|storage)/i;

/** Lines of those who register. */
const INSTALLER = /qemu-user|binfmt|setup-qemu|qemu-\w{1,12}-static|\bqus\b/i;

/** What lies behind an automount of systemd's that cannot be carried out answers so. */
const BEHIND_AUTOMOUNT =
  /(?:systemd-binfmt.{0,200}|\bbinfmt\.d\/.{0,200}|\/proc\/sys\/fs\/binfmt_misc[^\s:]{0,40}(?: .{0,60})?|binfmt_misc rules, .{0,20}): too many levels of symbolic links/i;

/** It is said not to be there. */
const LACKED =
  /(?:\b(?:no|without|lacks?|missing|needs?|(?:does|do|did)(?: not|n't) (?:have|support|provide|include)|not compiled with|enable)\b.{0,60}(?:binfmt[_ ]misc|binfmt support|miscellaneous binaries)|(?:binfmt[_ ]misc(?!\/(?!status)\w)|binfmt support|miscellaneous binaries).{0,60}\b(?:not (?:be )?(?:found|available|supported|enabled|loaded|detected|present|mounted|compiled|built|there|exist)|unavailable|unsupported|missing|disabled|does(?: not|n't) exist|isn't (?:available|supported|enabled|loaded|mounted)|no such file or directory))/i;

/** Somebody goes on after it, or asks. */
const IN_PASSING =
  /^\W{0,3}(?:info|debug|note|notice|warn(?:ing)?|echo|if|\+)\b|^W: |\bwarning: |\bmounting\b|\b(?:skip|ignor)\w{0,6}|\|\| |\bfi$/i;

const MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';

const ALREADY_THERE: Cause = {
  text: 'An entry of that name is there already, and keeps its old emulator and its old flags',
  remedy: 'See whether the old entry works; replace it if not, or if another version is wanted',
  commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', REPLACE],
};

export const registeringKinds = (): readonly Kind[] => [
  kind('mount-failed', 'cannot mount binfmt_misc filesystem', {
    rank: 'cause',
    signs: [
      { has: 'cannot mount binfmt_misc' },
      {
        has: 'binfmt_misc',
        and: /(?:^mount: |failed to mount |failed to check if |mounting ).{0,200}(?:permission denied|not permitted|unknown filesystem|no such device|failed|operation not supported|does(?: not|n't) exist)/i,
      },
      { has: 'failed to mount arbitrary executable file formats' },
      {
        has: 'binfmt_misc.mount: ',
        and: /\.mount: (?:mount process exited|failed with result|main process exited)/i,
      },
      // systemd mounts it when somebody looks, and could not.
      { has: 'binfmt', and: BEHIND_AUTOMOUNT },
      { has: 'mount: permission denied', about: INSTALLER },
    ],
    explains: [
      'installer-said-nothing',
      'module-missing',
      'register-missing',
      'interpreter-loop',
      'exec-format-error',
    ],
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
        when: (view) => logShows('errno-no-device', 'kernel-without')(view) ?? not(view.host.supported),
        specific: true,
        remedy:
          'Load the module on the host; where the kernel was built without it (CONFIG_BINFMT_MISC), use another kernel, or a machine of the architecture itself',
        commands: ['sudo modprobe binfmt_misc', MOUNT],
      },
      {
        text: 'systemd is to mount binfmt_misc when somebody looks into it, and that mount fails: the kernel has no binfmt_misc, its module cannot be loaded, or another mount lies over it',
        when: only(evidenceIs(BEHIND_AUTOMOUNT)),
        shown: true,
        specific: true,
        remedy:
          'Look at why systemd’s mount of it failed, load the module, and start that mount again; or mount it yourself',
        commands: [
          'systemctl status proc-sys-fs-binfmt_misc.mount proc-sys-fs-binfmt_misc.automount',
          'sudo modprobe binfmt_misc',
          'sudo systemctl restart proc-sys-fs-binfmt_misc.automount',
        ],
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
    causes: [{ ...ALREADY_THERE, when: someEntry((arch) => arch.entry?.startsWith('qemu-')) }],
    sources: 'multiarch/qemu-user-static#27 multiarch/qemu-user-static#49 docker/setup-qemu-action#21',
  }),
  kind('registered-before', 'already registered', {
    bearing: 'note',
    signs: [{ has: 'already registered', and: /qemu-[\w-]{1,40} already registered/i }],
    causes: [ALREADY_THERE],
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
            /nonexistent|(?:open|creat\w{0,8}) \/proc\/\S{1,80}register|: \/proc\/\S{1,60}register: no such/i,
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
      { has: 'cannot write to /proc/sys/fs/binfmt_misc' },
      { has: 'failed to add binary format', and: /permission denied|not permitted|read-only/i },
      { has: 'unable to enable binary format', and: /permission denied|not permitted|read-only/i },
      {
        has: 'privileged',
        and: /privileged (?:mode is incompatible|containers are not allowed)|is privileged; not allowed|privileged: (?:true|invalid value)/i,
        about: INSTALLER,
      },
      {
        has: 'write error: ',
        and: /write error: (?:read-only file system|permission denied|operation not permitted)/i,
        about: INSTALLER,
      },
      {
        has: 'operation not permitted',
        and: /OCI runtime|container init|daemon/i,
        about: /--privileged.{0,80}(?:qemu-user|binfmt|\bqus\b)/,
      },
    ],
    explains: ['module-missing'],
    causes: [
      {
        text: 'Whoever registers has no right to: the container’s view of /proc/sys is read-only or masked, or belongs to another user namespace',
        when: ({ host }) => host.contained ?? host.rootless,
        remedy: 'Register the handlers on the host itself, once, as root',
        commands: [`sudo ${SETUP}`],
      },
      {
        text: 'Only root may write there, and a container only where it was started with --privileged',
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
        | binfmt_misc module seemed to be loaded, but no | can't load module binfmt_misc
        | failed to find module 'binfmt_misc' | failed to insert module 'binfmt_misc'
        | failed to load module binfmt_misc | failed to load module 'binfmt_misc'
      `),
      { has: 'binfmt_misc', and: LACKED, not: IN_PASSING },
      { has: 'binfmt misc', and: LACKED, not: IN_PASSING },
      { has: 'binfmt support', and: LACKED, not: IN_PASSING },
      { has: 'miscellaneous binaries', and: LACKED, not: IN_PASSING },
      { has: 'could not insert', and: /could not insert (?:module )?\S{0,200}'?binfmt[_-]misc/ },
    ],
    explains: ['register-missing', 'exec-format-error', 'file-missing', 'permission'],
    causes: [
      {
        text: 'The module binfmt_misc is there, and the kernel does not take it: it is not signed for Secure Boot, is of another kernel, or whoever loads it may not',
        when: only(evidenceIs(/could not insert|failed to insert/i)),
        shown: true,
        specific: true,
        remedy: 'Load it on the host itself, as root, with the modules of the kernel that runs',
        commands: ['uname -r', 'sudo modprobe binfmt_misc', 'sudo dmesg | tail'],
      },
      {
        text: 'The modules of the running kernel are not there: the kernel was updated without a reboot, or this is a container without /lib/modules',
        when: evidenceIs(/not found in directory|failed to find module/i),
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
        text: 'binfmt_misc is not mounted where the tool looked for it: nobody mounted it, this is a container that does not see it, or the kernel has none',
        when: only(evidenceIs(/\b(?:not|isn't) (?:be )?mounted|does(?: not|n't) exist|no such file/i)),
        shown: true,
        remedy: 'Load its module and mount it on the host, and leave it mounted',
        commands: ['sudo modprobe binfmt_misc', MOUNT],
      },
      {
        text: 'The kernel was built without CONFIG_BINFMT_MISC, or its module is not loaded',
        when: (view) =>
          logShows('kernel-without')(view) ??
          not(view.host.supported) ??
          evidenceIs(/\bkernel\b|support|compiled|config_|(?:not|n't|cannot) (?:be )?load/i)(view),
        specific: true,
        remedy:
          'Load the module; where there is none, use a kernel that has it, or a runner of the architecture itself',
        commands: ['grep BINFMT_MISC /boot/config-$(uname -r)', 'sudo modprobe binfmt_misc'],
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
      { has: 'text file busy', and: /qemu/i, not: OF_MACHINES },
      { has: 'etxtbsy', and: /qemu/i, not: OF_MACHINES },
    ],
    causes: [
      {
        text: 'The kernel holds the interpreter open: an entry pins it, or emulated programs still run',
        remedy:
          'Write the new file beside the old one and rename it; the entry keeps the old one until it is registered again',
        commands: [
          'sudo cp qemu-aarch64 /usr/bin/qemu-aarch64.new && sudo mv -f /usr/bin/qemu-aarch64.new /usr/bin/qemu-aarch64',
          REPLACE,
        ],
      },
    ],
    sources: 'guysoft/CustomPiOS#114',
  }),
  kind('architecture-unknown', 'unsupported architecture', {
    rank: 'cause',
    // Tools that know only some architectures begin it with a capital.
    signs: [{ has: 'unsupported architecture', and: /unsupported architecture/, about: INSTALLER }],
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
    // Another step of the job ended so.
    applies: ({ match }) => match.steps.every(({ command }) => INSTALLER.test(command)),
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
  clue('kernel-without', {
    has: 'config_binfmt_misc',
    and: /CONFIG_BINFMT_MISC(?: is not set|=n\b|: missing)/,
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
    // A kernel that has it has the folder to mount it on.
    { has: 'cannot mount binfmt_misc', about: /^error: no such file or directory$/m },
    { has: 'binfmt_misc', and: /mount point (?:\S{1,80} )?does(?: not|n't) exist/i },
    { has: 'unknown filesystem type' },
  ),
];
