/** Kinds of failure of the tools around: builders, engines, packages, and other ways to foreign programs. */

import { NATIVE_STAGE, REPLACE, SETUP } from './common.ts';
import { clue, type Kind, kind, logShows, not, texts } from './kind.ts';
import { ranForeign } from './runtimes.ts';

const BUILDER = 'docker buildx create --use';

/** A shell, make, env, Go, Rust or Python that did not find a program of QEMU’s user mode; its other programs are no emulators. */
const EMULATOR_NOT_FOUND =
  /(?:^|[\s"'`‘“(])(?:\/(?!\S{0,80}binfmt)\S{0,80}\/)?qemu-(?!system|img|nbd|io\b|ga\b|kvm|bridge|pr-|storage|user|guest|utils)\w{2,12}(?:-static)?["'’”]?(?:: (?:command )?not found|: (?:executable file not found|no such file)| not found)|(?:errno 2|could not execute process|cannot run program|failed to execute)\b.{0,80}qemu-(?!system|img)\w{2,12}/i;

export const toolKinds = (): readonly Kind[] => [
  kind('docker-driver', 'the builder’s driver cannot build for several platforms', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...texts(`
        multi-platform build is not supported for the docker driver
        | multiple platforms feature is currently not supported for docker driver
        | not supported for the docker driver | is not supported for docker driver
      `),
    ],
    causes: [
      {
        text: 'The driver docker of this builder cannot build for several platforms at once, or export a cache',
        shown: true,
        elsewhere: true,
        remedy:
          'Make a builder of the driver docker-container (docker/setup-buildx-action), or turn on the containerd image store',
        commands: [BUILDER],
      },
    ],
    sources: 'cloudbees-oss/smart-tests-cli!1036 chatwork/dockerfiles!1080',
  }),
  kind('load-several-platforms', 'the result for several platforms cannot be loaded', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'exporting manifest lists', and: /does not (?:currently )?support exporting manifest lists/ },
      { has: 'exporter "docker" could not be found' },
      {
        has: 'not supported',
        and: /(?:load|docker exporter|output).{0,60}(?:multiple platforms|manifest list)/i,
      },
    ],
    causes: [
      {
        text: '--load cannot bring a result for several platforms, a manifest list, into the classic image store',
        shown: true,
        elsewhere: true,
        remedy: 'Push it, load one platform at a time, or turn on the containerd image store',
        commands: ['docker buildx build --platform linux/amd64 --load .', 'docker buildx build --push .'],
      },
    ],
    sources: 'billimek/prometheus-speedtest-exporter#4',
  }),
  kind('buildx-missing', 'buildx is missing, or too old', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...texts(`
        'buildx' is not a docker command | unknown command: docker buildx
        | buildx component is missing or broken | requires the buildx component
        | buildkit is enabled but the buildx | buildx: command not found | failed to find driver "
      `),
      { has: 'unknown shorthand flag', and: /'o' in -o/ },
      {
        has: 'unknown flag: --',
        and: /--(?:platform|load|push|provenance|attest|sbom|builder|output|cache-(?:from|to)|driver(?:-opt)?|bootstrap|metadata-file|annotation|allow|secret|ssh|progress|buildkitd-flags|append|use)\b/,
      },
      { has: 'unable to find', and: /unable to find (?:the )?buildx/i },
      {
        has: 'docker-buildx',
        and: /docker-buildx\S{0,3}: (?:command )?(?:not found|no such file)|docker-buildx: executable file not found/i,
      },
    ],
    explains: ['command-not-found', 'workflow-error'],
    causes: [
      {
        text: 'buildx is missing on this machine, is too old for an option, or its plugin is not called docker-buildx',
        shown: true,
        elsewhere: true,
        remedy:
          'Install a current buildx plugin (docker-buildx-plugin, docker/setup-buildx-action), as ~/.docker/cli-plugins/docker-buildx',
        commands: ['docker buildx version', 'sudo apt-get install docker-buildx-plugin'],
      },
    ],
    sources: 'docker/buildx#132 ddev/ddev#2588',
  }),
  kind('platform-words-empty', 'TARGETPLATFORM, TARGETARCH or BUILDPLATFORM is empty', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: '"" is an invalid component of' },
      {
        has: 'platform ',
        and: /\b(?:failed to parse|invalid|unknown|unsupported) platform(?: specified)?:? ?(?::|""|''|linux\/[:"'\s]|$)/i,
      },
      { has: 'platform  ', and: /\bplatform {2}(?:in|not|is|for)\b/i },
      {
        has: 'platform=',
        and: /(?:--platform=(?:["']{2}|linux\/)?|\b(?:TARGET|BUILD)PLATFORM=(?:["']{2})?)(?::|["'] |$)/,
      },
      // A name of a file from which the architecture is gone.
      {
        has: 'linux',
        and: /(?:\b404\b|not found|no such file).{0,200}\blinux[-_]\.|\blinux[-_]\.(?:tar|tgz|t?xz|zip|gz|deb|rpm|apk|sha256)\S{0,40}.{0,60}(?:\b404\b|not found|no such file)/i,
      },
      {
        has: '404',
        about:
          /\blinux[-_]\.(?:tar|tgz|t?xz|zip|gz|deb|rpm|apk)|^Step \d{1,4}\/\d{1,4} : .{0,1000}\$\{?(?:TARGET|BUILD)(?:ARCH|PLATFORM|OS)\b/m,
      },
    ],
    explains: [
      'platform-not-published',
      'platform-unknown',
      'download-gone',
      'workflow-error',
      'image-not-found',
      'file-missing',
    ],
    causes: [
      {
        text: 'Docker’s legacy builder built it, which leaves TARGETPLATFORM, TARGETARCH and BUILDPLATFORM empty: only BuildKit (buildx) fills them in',
        when: logShows('legacy-builder'),
        specific: true,
        elsewhere: true,
        remedy: 'Install the buildx plugin, or build with DOCKER_BUILDKIT=1',
        commands: ['docker buildx version', 'DOCKER_BUILDKIT=1 docker build .'],
      },
      {
        text: 'A word that BuildKit fills in (TARGETPLATFORM, TARGETARCH, BUILDPLATFORM) is empty: its stage does not name it after FROM, or a builder that does not fill it in was used (Docker’s legacy one)',
        shown: true,
        elsewhere: true,
        remedy: 'Write ARG TARGETARCH after the FROM of the stage that uses it, and build by buildx',
        commands: ['ARG TARGETARCH', 'docker buildx version'],
      },
    ],
  }),
  clue(
    'legacy-builder',
    { has: 'the legacy builder is deprecated' },
    { has: ' ---> running in ', and: /^ ---> Running in [\da-f]{12}$/ },
    { has: 'sending build context to docker daemon' },
    { has: 'docker_buildkit=0' },
  ),
  kind('engine-too-old', 'the engine does not know --platform or manifest lists', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...texts(`
        "--platform" is only supported on a docker daemon with experimental
        | only supported on a docker daemon with experimental features | only supported with experimental
        | only supported on a docker cli with experimental | the --mount option requires buildkit
      `),
      { has: 'only supported when experimental', and: /cli features|experimental/ },
      { has: 'schema version', and: /unsupported|not supported/i },
      {
        has: 'application/vnd.oci.image.index.v1+json',
        and: /unsupported|unknown|not supported|unexpected/i,
      },
      { has: 'requires api version', and: /platform|client|daemon/ },
    ],
    causes: [
      {
        text: 'The engine is too old, or lets --platform and manifest lists be used in its experimental mode only',
        shown: true,
        elsewhere: true,
        remedy: 'Use a newer engine (20.10 or later), or switch its experimental features on',
        commands: ['docker version'],
      },
    ],
    sources: 'vectara/vectara-ingest#80',
  }),
  kind('package-renamed', 'the package of QEMU is not there under this name', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      {
        has: 'qemu-user-static',
        and: /has no installation candidate|unable to locate package|unable to find a match|no match for argument|no provider of|not available|is a virtual package|has been obsoleted|unmet dependenc/i,
      },
      {
        has: 'qemu-user-static',
        and: /^(?:\S{0,60} )?qemu-user-static$/,
        about: /dependenc|not installed|required|installing/i,
      },
      {
        has: 'qemu',
        and: /(?:qemu-user|binfmt-qemu|qemu-binfmt)\S{0,30} was not found|target not found: (?:qemu-user|binfmt-qemu)/,
      },
      { has: 'qemu-user-binfmt', and: /conflicts|breaks|no installation candidate/i },
    ],
    causes: [
      {
        text: 'The package qemu-user-static has no such name any more in this release (Debian 13 and newer, Ubuntu 26.04): it was renamed to qemu-user, which is static there, with qemu-user-binfmt',
        shown: true,
        elsewhere: true,
        remedy: 'Install qemu-user and qemu-user-binfmt, or set up without packages by this program',
        commands: ['sudo apt-get install qemu-user qemu-user-binfmt', SETUP],
      },
    ],
    sources: 'RPi-Distro/pi-gen#897',
  }),
  kind('emulator-not-found', 'a tool does not find QEMU’s program', {
    rank: 'cause',
    signs: [
      {
        has: 'qemu',
        and: /(?:cannot|can't|could not|couldn't|unable to|failed to) (?:find|locate|stat) (?!image|package|a match).{0,60}qemu[- ](?:static|user|\w{3,12}-static)/i,
      },
      { has: 'not found', and: EMULATOR_NOT_FOUND },
      { has: 'no such file or directory', and: EMULATOR_NOT_FOUND, not: /chroot: / },
      { has: 'could not execute process', and: EMULATOR_NOT_FOUND },
      {
        has: 'no such file or directory: ',
        and: /directory: ['"]?(?:\/\S{1,80}\/)?qemu-(?!system|img)\w{2,12}(?:-static)?\b/i,
      },
      { has: 'is not installed', and: /qemu-user\S{0,20} is not installed/ },
      {
        has: 'qemu-',
        and: /\b(?:requires?|missing|needs?|please install|depends on|install) (?:the )?(?:package )?["'`]?(?:\/\S{1,60}\/)?(?:qemu-user\S{0,20}|qemu-(?!system|img)\w{2,12}-static)\b(?! (?:is )?already)/i,
        not: /\b(?:apt(?:-get)?|dnf|yum|apk|pacman|zypper)\b|missing.{0,3}: 0|["'`][^"'`]{0,200}(?:exec format|not found)/,
      },
      {
        has: 'qemu-',
        and: /\bqemu-user(?:-static|-binfmt)?\S{0,8} (?:package )?(?:(?:is not|must be|needs to be|has to be) (?:installed|present)|(?:is|are) (?:required|needed))/i,
      },
      { has: 'qemu static', and: /cannot find .{1,40} qemu static/i },
      {
        has: 'no such file or directory',
        and: /(?:cannot stat|cp:|stat|install:|copy|which|lstat) .{0,80}qemu-\w{3,12}(?:-static)?['"’]?/i,
      },
      { has: 'qemu-', and: /COPY .{0,40}qemu-\w{1,12}-static.{0,200}not found/i },
      {
        has: 'qemu-',
        and: /(?:COPY failed|ADD failed|cache key|checksum|stat).{0,200}qemu-\w{1,12}-static.{0,60}(?:not found|not exist|no such file)/i,
      },
      { has: 'update-binfmts: command not found' },
    ],
    explains: ['command-not-found', 'file-missing', 'python-crash'],
    causes: [
      {
        text: 'The tool wants to copy or to call QEMU’s own program (qemu-aarch64-static), and it is not installed here under that name',
        shown: true,
        remedy:
          'Install it (qemu-user-static; qemu-user in newer releases), or register a pinned handler, with which nothing needs to be copied',
        commands: ['sudo apt-get install qemu-user-static', SETUP],
      },
    ],
    sources: 'bitnami/minideb#143',
  }),
  kind('nix-platforms', 'Nix may not build for this system', {
    rank: 'cause',
    signs: [
      {
        has: 'is required to build',
        and: /an? '(\w{3,20})-linux' with features .{0,80}is required to build(?!.{0,400} I am an? '\1-linux')/i,
      },
      {
        has: 'current system: ',
        about: /Required system: '(\w{3,20})-linux'[^\n]{0,200}\n\s{0,20}Current system: '(?!\1-)/,
      },
    ],
    causes: [
      {
        text: 'Nix is not told that it may build for {platform}: the handler alone is not enough, extra-platforms has to name the system',
        shown: true,
        remedy:
          'Add extra-platforms = aarch64-linux to nix.conf (boot.binfmt.emulatedSystems on NixOS does both), register the handler, and start the daemon again',
        commands: [SETUP, 'echo "extra-platforms = aarch64-linux" | sudo tee -a /etc/nix/nix.conf'],
      },
    ],
    sources: 'nix-community/nixos-generators#202',
  }),
  kind('apptainer', 'Apptainer or Singularity refuses an image of another architecture', {
    rank: 'cause',
    signs: [
      { has: 'image targets ', and: /image targets .{1,30}, cannot run on/ },
      { has: "could not run on the host's" },
      { has: 'failed to execv()', and: /exec format error/i },
      { has: 'while checking image architecture' },
      { has: 'not compatible with host', and: /architecture \S{1,12} not compatible with host/ },
    ],
    explains: ['exec-format-error', 'file-of-another-architecture'],
    causes: [
      {
        text: 'The image is for another architecture ({platform}) than the machine, and Apptainer found no handler for it: binfmt_misc is not mounted where it looks, or holds no entry',
        shown: true,
        remedy: 'Use an image that was built for this machine, or mount binfmt_misc and register a handler',
        commands: ['ls /proc/sys/fs/binfmt_misc', SETUP],
      },
    ],
    sources: 'apptainer/singularity#1488 apptainer/singularity#4239',
  }),
  kind('namespace-refused', 'a new namespace is refused', {
    bearing: 'foreign',
    rank: 'cause',
    signs: [
      {
        has: 'new namespace',
        and: /bwrap: (?:creating new namespace failed|no permissions to create a? ?new namespace)/i,
      },
      {
        has: 'bwrap: ',
        and: /setting up uid map: permission denied|unshare|capset failed|can't mount|pivot_root/i,
      },
      {
        has: 'unshare',
        and: /unshare(?:\(\S{1,60}\))?(?: failed)?: (?:failed: )?(?:invalid argument|operation not permitted|permission denied|function not implemented)|unshare(?:\(\S{1,60}\))? failed|failed to unshare/i,
      },
      {
        has: 'clon',
        and: /\b(?:clone3?(?:\(\S{0,60}\))?(?: failed)?|cloning (?:builder )?process): (?:invalid argument|operation not permitted)/i,
      },
      {
        has: 'user namespace',
        and: /(?:cannot|can't|could not|failed to|unable to) .{0,30}(?:clone|create|set ?up|set|enter|write).{0,40}user namespace|user namespaces? (?:are|is) (?:not|disabled|restricted)|does not support user namespaces?/i,
      },
      {
        has: 'uid_map',
        and: /(?:write|open|newuidmap).{0,80}uid_map.{0,40}(?:not permitted|permission denied)/i,
      },
      { has: 'no usable sandbox' },
    ],
    explains: ['call-not-implemented', 'permission'],
    causes: [
      {
        text: 'QEMU’s user mode passes on no call that makes several namespaces at once (clone and unshare as bubblewrap, Nix’s sandbox and systemd use them): a sandbox cannot be set up under emulation',
        when: ranForeign,
        remedy:
          'Switch the sandbox off for this step (sandbox = false in nix.conf), or run the tool natively and let it only look into the root of the other platform',
        commands: [NATIVE_STAGE, REPLACE],
      },
      {
        text: 'Whoever ran it may not make a user namespace: AppArmor or a setting of the kernel restricts them (Ubuntu 23.10 and newer), or the container’s seccomp profile does',
        when: (view) => not(ranForeign(view)),
        elsewhere: true,
        remedy:
          'Give the program an AppArmor profile that allows it, lift the restriction, or start the container with --security-opt seccomp=unconfined or --privileged',
        commands: ['sysctl kernel.apparmor_restrict_unprivileged_userns user.max_user_namespaces'],
      },
    ],
    sources:
      'osbuild/bootc-image-builder#207 bootc-dev/bootc#2111 multiarch/qemu-user-static#168 NixOS/nixpkgs#321654',
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
  kind('cache-reserved', 'Unable to reserve cache with key', {
    bearing: 'note',
    signs: [{ has: 'unable to reserve cache with key' }],
    causes: [
      {
        text: 'Another job saved this cache first, which is harmless',
        elsewhere: true,
        remedy: 'Nothing needs to be done; this program asks before it saves',
      },
    ],
    sources: 'docker/setup-qemu-action#306',
  }),
];
