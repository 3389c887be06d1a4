/** Signatures of handlers that could not be registered. */

import { evidenceIs, kernelOlder, logShows, not, type Signature, signature, someEntry } from './signature.ts';

const SETUP = 'node dist/cli.js setup {platform}';
const MOUNT = 'sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc';

export const REGISTERING: readonly Signature[] = [
  signature('mount-failed', 'cannot mount binfmt_misc filesystem', {
    patterns: [
      { has: 'cannot mount binfmt_misc' },
      { has: 'binfmt_misc', and: /^mount: .{0,200}(?:permission denied|not permitted|unknown filesystem)/i },
    ],
    explains: ['installer-said-nothing'],
    causes: [
      {
        text: 'The installer’s container has no privilege over the host: rootless or nested Docker, or a runner that is a container',
        when: (facts, log) =>
          logShows('errno-not-permitted')(facts, log) ?? facts.rootless ?? (facts.contained || undefined),
        remedy: 'Register the handlers on the host itself, once, as root',
        commands: [`sudo ${SETUP}`],
      },
      {
        text: 'The kernel has no binfmt_misc, or its module is not loaded and cannot be loaded from the container',
        when: (facts, log) => logShows('errno-no-device')(facts, log) ?? not(facts.supported),
        specific: true,
        remedy: 'Load the module on the host',
        commands: ['sudo modprobe binfmt_misc', MOUNT],
      },
    ],
    sources: 'docker/setup-qemu-action#88 docker/setup-qemu-action#67 vegardit/docker-gitea-act-runner#51',
  }),
  signature('register-invalid', '/proc/sys/fs/binfmt_misc/register: invalid argument', {
    patterns: [
      { has: 'binfmt_misc/register', and: /invalid argument/i },
      { has: 'write error: invalid argument', near: true },
    ],
    causes: [
      {
        text: 'The kernel is older than 4.8 and does not know the flag F',
        when: kernelOlder('4.8'),
        remedy: 'Use a kernel 4.8 or newer: without F no handler works inside containers',
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
  signature('register-exists', 'write error: File exists, or already registered', {
    relevance: 'note',
    patterns: [
      { has: 'write error: file exists', near: true },
      { has: 'binfmt_misc/register', and: /file exists/i },
      { has: 'already registered', and: /qemu-[\w-]{1,40} already registered/i },
    ],
    causes: [
      {
        text: 'An entry of that name is there already, and keeps its old emulator and its old flags',
        when: someEntry((entry) => entry.name.startsWith('qemu-')),
        remedy: 'See whether the old entry works; replace it if not, or if another version is wanted',
        commands: ['grep -s . /proc/sys/fs/binfmt_misc/qemu-*', `${SETUP} --on-conflict replace`],
      },
    ],
    sources: 'multiarch/qemu-user-static#27 multiarch/qemu-user-static#49 docker/setup-qemu-action#21',
  }),
  signature('register-missing', '/proc/sys/fs/binfmt_misc/register: no such file or directory', {
    patterns: [
      { has: 'binfmt_misc/register', and: /no such file or directory|directory nonexistent/i },
      { has: 'write error: no such file or directory', near: true },
    ],
    causes: [
      {
        text: 'binfmt_misc is not mounted where the line was to be written',
        when: (facts, log) =>
          evidenceIs('register-missing', /nonexistent|open \/proc\/\S{1,80}register/i)(facts, log) ??
          not(facts.mounted),
        specific: true,
        remedy: 'Mount it on the host, and leave it mounted',
        commands: ['sudo modprobe binfmt_misc', MOUNT, SETUP],
      },
      {
        text: 'The interpreter that the line names does not exist: with the flag F the kernel opens it at once',
        when: evidenceIs('register-missing', /write error|write \/proc\//i),
        remedy:
          'Name a static QEMU that exists; an installer that runs on the same architecture carries none for it',
        commands: ['ls -l /usr/bin/qemu-*', SETUP],
      },
    ],
    sources: 'dbhi/qus#14 tonistiigi/binfmt#138 systemd/systemd#21178 postmarketOS/pmbootstrap#1444',
  }),
  signature('register-denied', '/proc/sys/fs/binfmt_misc: permission denied, or read-only', {
    patterns: [
      { has: 'sys/fs/binfmt_misc', and: /permission denied|operation not permitted|read-only file system/i },
    ],
    causes: [
      {
        text: 'The container’s view of /proc/sys is read-only or masked, or belongs to another user namespace',
        when: (facts) => facts.contained ?? facts.rootless,
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
  signature('module-missing', 'Module binfmt_misc not found', {
    patterns: [
      { has: 'module binfmt_misc not ' },
      { has: 'no binfmt support in the kernel' },
      { has: "couldn't load the binfmt_misc module" },
      { has: 'binfmt_misc module seemed to be loaded, but no' },
    ],
    causes: [
      {
        text: 'The modules of the running kernel are not there: the kernel was updated without a reboot, or this is a container without /lib/modules',
        when: evidenceIs('module-missing', /not found in directory/i),
        remedy: 'Reboot into the installed kernel, or load the module on the host',
        commands: ['uname -r', 'ls /lib/modules', 'sudo modprobe binfmt_misc'],
      },
      {
        text: 'binfmt_misc is built into the kernel, and the script looked only for a loaded module',
        when: (facts) => facts.supported,
        remedy: 'Nothing needs to be loaded: mount the file system if it is not mounted',
        commands: ['grep binfmt_misc /proc/filesystems', MOUNT],
      },
      {
        text: 'The kernel was built without CONFIG_BINFMT_MISC',
        when: (facts) => not(facts.supported),
        remedy: 'Use a kernel that has it, or a runner of the architecture itself',
        commands: ['grep BINFMT_MISC /boot/config-$(uname -r)'],
      },
    ],
    sources: 'RPi-Distro/pi-gen!372 RPi-Distro/pi-gen#264 revyos/thead-kernel#18',
  }),
  signature('interpreter-busy', 'qemu-…: Text file busy', {
    patterns: [
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
  signature('architecture-unknown', 'unsupported architecture', {
    patterns: [{ has: 'unsupported architecture', near: true }],
    causes: [
      {
        text: 'The installer does not know this name, says so, and ends as if nothing had happened',
        remedy:
          'Use the OCI name of the platform (mips64le, not mips64el); this program understands both and names the nearest one',
        commands: ['node dist/cli.js plan mips64le'],
      },
    ],
    sources: 'docker/setup-qemu-action#158',
  }),
  signature('installer-said-nothing', 'Unexpected end of JSON input', {
    patterns: [{ has: 'unexpected end of json input', near: true }],
    causes: [
      {
        text: 'docker/setup-qemu-action reads the installer’s answer, and the installer failed before it gave one',
        remedy: 'Look at the lines above: the installer’s own error stands there',
        commands: ['node dist/cli.js doctor'],
      },
    ],
    sources: 'docker/setup-qemu-action#88',
  }),
  signature('docker-missing', 'Unable to locate executable file: docker', {
    relevance: 'possible',
    patterns: [{ has: 'unable to locate executable file: docker' }],
    causes: [
      {
        text: 'docker/setup-qemu-action needs Docker only to run its installer',
        when: (facts) => not(facts.docker),
        remedy: 'Register without Docker',
        commands: [SETUP],
      },
      {
        text: 'Docker is installed on the host, but the job runs in a container without it',
        when: (facts) => facts.contained,
        remedy: 'Register on the host: the job’s container uses the host’s kernel',
        commands: [`sudo ${SETUP}`],
      },
    ],
    sources: 'docker/setup-qemu-action#24 docker/setup-qemu-action#164',
  }),
  clue('installer-ok', { has: 'installing: ', and: /installing: \S{1,20} ok\b/i }),
  clue('errno-not-permitted', { has: 'error: operation not permitted' }),
  clue('errno-no-device', { has: 'error: no such device' }),
];

/** A line that is no failure by itself, but tells causes apart. */
function clue(id: string, pattern: Signature['patterns'][number]): Signature {
  return signature(id, id, { relevance: 'clue', patterns: [pattern], causes: [] });
}
