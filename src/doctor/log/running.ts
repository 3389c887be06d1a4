/** Signatures of programs that do not start, or start with less than they should have. */

import {
  broken,
  type Cause,
  evidenceIs,
  hostIs,
  kernelOlder,
  logShows,
  missing,
  not,
  qemuOlder,
  runsHere,
  type Signature,
  signature,
  someEntry,
} from './signature.ts';

const SETUP = 'node dist/cli.js setup {platform}';
const LIST = 'grep -rs . /proc/sys/fs/binfmt_misc/';

/** The builder looked at the kernel before the handlers were there, or never saw them. */
export const BUNDLED_EMULATOR: Cause = {
  text: 'BuildKit ran the step with the emulator it carries itself, because the host had no usable handler when the builder looked',
  when: (facts, log) => logShows('bundled-emulator')(facts, log) ?? facts.staleBuilder,
  specific: true,
  remedy: 'Register the handlers before the builder is created, and create the builder anew',
  commands: [SETUP, 'docker buildx ls', 'docker buildx rm BUILDER', 'docker buildx create --use'],
};

const NOT_PINNED: Cause = {
  text: 'The handler is registered without the flag F, so that its interpreter is looked for inside the container',
  when: someEntry((entry) => not(entry.fixed)),
  remedy: 'Register the handlers again, pinned',
  commands: [`${SETUP} --on-conflict replace`],
};

const NOT_STATIC: Cause = {
  text: 'The interpreter is dynamically linked: its loader and libraries are not in the container (packages qemu-user and qemu-user-binfmt)',
  when: someEntry((entry) => entry.interpreter && entry.interpreter !== 'static'),
  remedy: 'Register a statically linked QEMU',
  commands: [`${SETUP} --on-conflict replace --qemu-from image`],
};

const NOTHING_REGISTERED: Cause = {
  text: 'No handler for this architecture is registered with the kernel that runs the program',
  when: missing,
  remedy: 'Register a handler before the step that failed',
  commands: [SETUP],
};

const REMOTE_ENGINE: Cause = {
  text: 'The engine runs on another machine, and only that machine’s kernel decides',
  when: (facts) => facts.remoteEngine,
  specific: true,
  remedy: 'Register the handlers on the machine where the engine runs',
  commands: ['docker context ls', SETUP],
};

const OWN_TABLE: Cause = {
  text: 'The rootless engine has a table of its own since Linux 6.7, and the handlers were written into another one',
  when: (facts) => facts.rootless,
  specific: true,
  remedy: 'Register the handlers in the engine’s own user namespace',
  commands: [`${SETUP} --scope engine`],
};

export const RUNNING: readonly Signature[] = [
  signature('exec-format-error', 'exec format error', {
    patterns: [
      { has: 'exec format error' },
      { has: 'enoexec', and: /\bspawn(?:Sync)?\b.{0,300}\bENOEXEC\b/ },
    ],
    explains: ['platform-mismatch', 'bundled-emulator'],
    causes: [
      NOTHING_REGISTERED,
      {
        text: 'The handlers were registered from a container, and went away with the last mount of binfmt_misc when it ended',
        when: (facts, log) => not(facts.mounted) ?? logShows('installer-ok')(facts, log),
        specific: true,
        remedy: 'Mount binfmt_misc on the host, leave it mounted, and register the handlers again',
        commands: ['sudo mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc', SETUP],
      },
      REMOTE_ENGINE,
      OWN_TABLE,
      {
        text: 'The image is for another architecture than this host, and nothing here emulates it',
        when: logShows('platform-mismatch'),
        specific: true,
        remedy: 'Use an image for this host’s architecture, or register a handler for that of the image',
        commands: [SETUP],
      },
      {
        text: 'The handler is switched off',
        when: someEntry((entry) => not(entry.enabled)),
        remedy: 'Register the handlers again',
        commands: [LIST, `${SETUP} --on-conflict replace`],
      },
      {
        text: 'A handler is registered, but it does not work',
        when: broken,
        remedy: 'Replace it by one that is proven',
        commands: [`${SETUP} --on-conflict replace`],
      },
      {
        text: 'This host runs the architecture: the program inside the image is of yet another one',
        when: runsHere,
        remedy: 'Look at the file that could not be run, and build or copy the one for the image’s platform',
        commands: ['file ./the-program', 'docker buildx imagetools inspect IMAGE'],
      },
      {
        text: 'The file is a script whose first line names no interpreter',
        when: evidenceIs('exec-format-error', /\.(?:sh|bash|py|rb|pl)\b['"`]?:? .{0,40}exec format error/i),
        specific: true,
        elsewhere: true,
        remedy: 'Begin the script with a line such as #!/bin/sh',
      },
    ],
    sources:
      'tonistiigi/binfmt#360 awslabs/amazon-eks-ami#2789 tonistiigi/binfmt#261 podman-desktop/extension-bootc!2142',
  }),
  signature('arch-test-failed', 'not supported on this machine/kernel', {
    patterns: [{ has: 'not supported on this machine/kernel' }],
    causes: [NOTHING_REGISTERED, NOT_STATIC, NOT_PINNED],
    sources: 'usimd/pi-gen-action#179',
  }),
  signature('interpreter-not-in-container', 'exec …: no such file or directory, although the file is there', {
    relevance: 'possible',
    patterns: [
      { has: 'exec user process caused', and: /no such file or directory/i },
      { has: 'no such file or directory', and: /\bexec (?:container process )?[`"']?\/[^\s:]{1,200}:? /i },
    ],
    causes: [
      NOT_PINNED,
      NOT_STATIC,
      {
        text: 'The program’s own loader, or the interpreter that its first line names, is not in the image (or that line ends with a carriage return)',
        elsewhere: true,
        remedy: 'Look at the first line of the script, or at the loader that the program names',
        commands: ['head -c 64 ./entrypoint | od -c', 'file ./the-program'],
      },
    ],
    sources: 'docker/buildx#464 amazonlinux/container-images#18 usimd/pi-gen-action!181',
  }),
  signature('loader-not-found', 'Could not open /lib…/ld-…: No such file or directory', {
    patterns: [
      { has: "could not open '/lib", and: /qemu-[\w.-]{1,40}: could not open/i },
      { has: 'rosetta error: failed to open elf' },
    ],
    causes: [
      {
        text: 'Emulation works, but a program of one architecture was put into an image of another, which lacks its loader and libraries',
        remedy: 'Build the whole image for one platform, or fetch the program for the platform of the image',
        commands: ['docker build --platform linux/amd64 .', 'file ./the-program'],
      },
    ],
    sources: 'Wide-Moat/open-computer-use#27 sameersbn/docker-gitlab#2689 docker/for-mac#7644',
  }),
  signature('loads-wrong-path', 'Error while loading /usr/sbin/dpkg-split: No such file or directory', {
    patterns: [{ has: 'error while loading /', and: /while loading \/[^\s:]{1,200}: no such file/i }],
    explains: ['bundled-emulator'],
    causes: [BUNDLED_EMULATOR, NOT_PINNED, NOTHING_REGISTERED],
    sources: 'docker/buildx#495 docker-library/python#760 moby/buildkit#1929',
  }),
  signature('platform-mismatch', 'The requested image’s platform does not match the detected host platform', {
    relevance: 'note',
    patterns: [{ has: 'does not match the detected host platform' }],
    causes: [
      {
        text: 'The image has no variant for this host, and was started without saying which platform is meant',
        remedy: 'Name the platform, and register a handler for it if it is meant to be emulated',
        commands: ['docker run --platform {platform} IMAGE', SETUP],
      },
    ],
    sources: 'multiarch/qemu-user-static#199',
  }),
  signature('platform-not-published', 'no match for platform in manifest', {
    patterns: [{ has: 'no match for platform in manifest' }, { has: 'no matching manifest for linux/' }],
    causes: [
      {
        text: 'The image is not published for this platform; a handler cannot supply it',
        remedy:
          'See which platforms the image has, and ask for one of them; a foreign one then needs a handler',
        commands: [
          'docker buildx imagetools inspect IMAGE',
          'node dist/cli.js setup linux/amd64',
          'docker pull --platform linux/amd64 IMAGE',
        ],
      },
    ],
    sources: 'link-assistant/hive-mind#962 docker/for-mac#6356',
  }),
  signature('interpreter-loop', 'Too many levels of symbolic links when any program is started', {
    patterns: [{ has: 'too many levels of symbolic links', near: true }],
    causes: [
      {
        text: 'A handler was registered for the machine’s own architecture, so that starting the handler needs the handler',
        remedy:
          'Take that entry out from a shell that is still open (its echo needs no other program), or reboot',
        commands: ['echo -1 > /proc/sys/fs/binfmt_misc/ENTRY'],
      },
    ],
    sources: 'hypriot/qemu-register#4',
  }),
  signature('arguments-shifted', 'applet not found', {
    relevance: 'possible',
    patterns: [{ has: ': applet not found' }],
    causes: [
      {
        text: 'The entry lacks the flag P: argv[0] is replaced, or every argument is shifted where QEMU expects the flag',
        when: someEntry((entry) => not(entry.preserved)),
        remedy: 'Register the handlers again, with the flags that this QEMU expects',
        commands: [`${SETUP} --on-conflict replace`],
      },
      {
        text: 'The kernel is older than 5.12 and cannot tell QEMU that the flag P is set',
        when: kernelOlder('5.12'),
        remedy: 'Use a QEMU that is built to expect the flag, as the default image is, or a newer kernel',
        commands: [`${SETUP} --on-conflict replace --qemu-from image`],
      },
      {
        text: 'The busybox in the image was built without this applet',
        elsewhere: true,
        remedy: 'List the applets, and install the tool if it is not among them',
        commands: ['busybox --list'],
      },
    ],
    sources: 'lima-vm/alpine-lima#81 podman-container-tools/podman-machine-os!157',
  }),
  signature('set-uid-ignored', 'sudo: effective uid is not 0', {
    relevance: 'possible',
    patterns: [{ has: 'effective uid is not 0' }],
    causes: [
      {
        text: 'The entry lacks the flag C, so that set-uid programs of this architecture run without their rights',
        when: someEntry((entry) => not(entry.credentials)),
        remedy:
          'Run this step as root, or, where nobody else can log in, register the handlers again with credentials',
        commands: [`${SETUP} --credentials true --on-conflict replace`],
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
  signature('cpu-level', 'CPU does not support x86-64-v2', {
    relevance: 'possible',
    patterns: [{ has: 'cpu does not support x86-64-v' }],
    causes: [
      {
        text: 'QEMU is older than 7.2, whose default CPU model lacks this level',
        when: qemuOlder('7.2.0'),
        remedy: 'Use a current QEMU; until then QEMU_CPU=max helps',
        commands: [`${SETUP} --on-conflict replace`, 'docker run -e QEMU_CPU=max IMAGE'],
      },
      {
        text: 'The image asks for a level that this emulator does not offer',
        remedy: 'Ask for the fullest model, or use an image for a lower level',
        commands: ['docker run -e QEMU_CPU=max IMAGE'],
      },
      {
        text: 'This machine is x86-64 itself, and its CPU (or the model that a virtual machine shows) is too old for the image',
        when: hostIs('amd64'),
        elsewhere: true,
        remedy: 'Give the virtual machine the host’s CPU model, or use an image for the first level',
      },
    ],
    sources:
      'podman-container-tools/podman#14314 podman-container-tools/podman#15456 pulp/pulp-oci-images#772',
  }),
  signature('bundled-emulator', '/dev/.buildkit_qemu_emulator in the log', {
    relevance: 'note',
    patterns: [{ has: '.buildkit_qemu_emulator' }],
    causes: [BUNDLED_EMULATOR],
    sources: 'docker/buildx#493 sivert-io/matchzy-auto-tournament#202',
  }),
  signature('windows-interop-lost', 'Windows programs no longer start from WSL', {
    patterns: [{ has: 'run-detectors: unable to find an interpreter for' }],
    causes: [
      {
        text: 'The entry WSLInterop was removed or shadowed by systemd-binfmt or binfmt-support',
        remedy: 'Put the entry back, and keep it in /etc/binfmt.d',
        commands: [
          "echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /etc/binfmt.d/WSLInterop.conf",
          'sudo /usr/lib/systemd/systemd-binfmt /etc/binfmt.d/WSLInterop.conf',
        ],
      },
    ],
    sources: 'microsoft/WSL#8952 microsoft/WSL#8843',
  }),
];
