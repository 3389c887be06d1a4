/** Kinds of failure of builders, engines and their caches. */

import { evidenceIs, logShows, only } from '../conditions.ts';
import { clue, type Kind, kind, plain, texts } from '../kind.ts';

const BUILDER = 'docker buildx create --use';

export const builderKinds = (): readonly Kind[] => [
  plain(
    'docker-driver',
    'the builder’s driver cannot build for several platforms',
    [
      ...texts(`
        multi-platform build is not supported for the docker driver
        | multiple platforms feature is currently not supported for docker driver
        | not supported for the docker driver | is not supported for docker driver
      `),
    ],
    [
      'The driver docker of this builder cannot build for several platforms at once, or export a cache',
      'Make a builder of the driver docker-container (docker/setup-buildx-action), or turn on the containerd image store',
      BUILDER,
    ],
    { rank: 'cause', sources: 'cloudbees-oss/smart-tests-cli!1036 chatwork/dockerfiles!1080' },
  ),
  plain(
    'load-several-platforms',
    'the result for several platforms cannot be loaded',
    [
      { has: 'exporting manifest lists', and: /does not (?:currently )?support exporting manifest lists/ },
      { has: 'exporter "docker" could not be found' },
      {
        has: 'not supported',
        and: /(?:load|docker exporter|output).{0,60}(?:multiple platforms|manifest list)/i,
      },
    ],
    [
      '--load cannot bring a result for several platforms, a manifest list, into the classic image store',
      'Push it, load one platform at a time, or turn on the containerd image store',
      'docker buildx build --platform linux/amd64 --load .',
      'docker buildx build --push .',
    ],
    { rank: 'cause', sources: 'billimek/prometheus-speedtest-exporter#4' },
  ),
  plain(
    'buildx-missing',
    'buildx is missing, or too old',
    [
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
    [
      'buildx is missing on this machine, is too old for an option, or its plugin is not called docker-buildx',
      'Install a current buildx plugin (docker-buildx-plugin, docker/setup-buildx-action), as ~/.docker/cli-plugins/docker-buildx',
      'docker buildx version',
      'sudo apt-get install docker-buildx-plugin',
    ],
    {
      rank: 'cause',
      explains: ['command-not-found', 'workflow-error'],
      sources: 'docker/buildx#132 ddev/ddev#2588',
    },
  ),
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
    { has: '---> running in ', and: /^ ?---> Running in [\da-f]{12}$/ },
    { has: 'sending build context to docker daemon' },
    { has: 'docker_buildkit=0' },
  ),
  plain(
    'engine-too-old',
    'the engine does not know --platform or manifest lists',
    [
      ...texts(`
        "--platform" is only supported on a docker daemon with experimental
        | only supported on a docker daemon with experimental features | only supported with experimental
        | only supported on a docker cli with experimental | the --mount option requires buildkit
      `),
      { has: 'only supported when experimental', and: /cli features|experimental/ },
      {
        has: 'schema version',
        and: /(?:unsupported|not supported).{0,80}schema version|schema version.{0,80}(?:unsupported|not supported)/i,
        about: /manifest|docker|image|registry|mediatype/i,
        not: /terraform|lock ?file|config/i,
      },
      {
        has: 'application/vnd.oci.image.index.v1+json',
        and: /unsupported|unknown|not supported|unexpected/i,
      },
      { has: 'requires api version', and: /platform|client|daemon/ },
      { has: 'unsupported config option for ', and: /: 'platform'$/ },
    ],
    [
      'The engine is too old, or lets --platform and manifest lists be used in its experimental mode only',
      'Use a newer engine (20.10 or later), or switch its experimental features on',
      'docker version',
    ],
    { rank: 'cause', sources: 'vectara/vectara-ingest#80' },
  ),
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
  kind('engine-not-running', 'the container engine does not answer', {
    bearing: 'elsewhere',
    signs: [
      { has: 'cannot connect to the docker daemon' },
      { has: 'cannot connect to podman' },
      { has: 'dial unix ', and: /docker(?:\.raw)?\.sock|podman\.sock|buildkitd\.sock|containerd\.sock/ },
      { has: 'error during connect: ' },
      ...texts(`
        could not find a valid docker environment | can't get docker image: | cannot access containerd socket | fetching server api version
        | failed to start daemon: 
      `),
    ],
    explains: ['permission', 'file-missing', 'network'],
    causes: [
      {
        text: 'This user may not use the engine’s socket: the right to do so is missing',
        when: only(evidenceIs(/permission denied/i)),
        specific: true,
        elsewhere: true,
        remedy: 'Let the user into the group of the socket and log in anew, or run the step as root',
        commands: ['ls -l /var/run/docker.sock', 'sudo usermod -aG docker "$USER"'],
      },
      {
        text: 'The service of the job in which the engine should run (docker:dind) was started without privileges, and ended before it could answer',
        when: logShows('engine-without-privileges'),
        specific: true,
        elsewhere: true,
        remedy:
          'Set privileged = true in the runner’s config.toml, and restart the runner; where nobody may, build with a rootless builder (rootless BuildKit, Buildah)',
        commands: ['[runners.docker]', '  privileged = true', 'sudo gitlab-runner restart'],
      },
      {
        text: 'The container engine does not run here, or this user or address does not reach it',
        shown: true,
        elsewhere: true,
        remedy: 'Start it, look at DOCKER_HOST, and at who may use its socket',
        commands: ['docker context ls'],
      },
    ],
  }),
  // What docker:dind says when it starts where it may not.
  clue(
    'engine-without-privileges',
    { has: 'could not mount /sys/kernel/security' },
    { has: 'detection and --privileged mode might break' },
    { has: 'mount: permission denied (are you root?)' },
    { has: 'permission denied (you must be root)', and: /iptables|ip6tables|nft/ },
  ),
  plain(
    'container-not-set-up',
    'the engine cannot set up the container',
    [
      // As runc, crun and the engines above them say it
      ...texts(`
        doesn't work on cgroups v2 | cannot found cgroup mount destination | mountpoint for devices not found
        | unable to apply cgroup configuration | applying cgroup configuration for process caused | cgroup mountpoint does not exist | setting cgroup config for
        | cannot set up namespace using " | error while creating mount source path
        | error gathering device information while adding
        | error setting rlimits for ready process | error setting rlimit type
        | is unsupported for this graph driver | a mount_program is required | error creating overlay mount to
        | failed to set up container networking | netavark: | could not find "netavark" | unable to find network configuration for
        | cannot find cgroup mount destination | can't initialize iptables table | kernel namespaces that are required for sandboxing | fuse: device not found | lchown /etc/gshadow: invalid
        | sandbox (veth | error creating overlay mount
      `),
      {
        has: 'error mounting "',
        and: /error mounting "[^"]{1,300}" to rootfs/,
        not: /binfmt|\bexpect\b|toContain/,
      },
      { has: 'mount `', and: /^Error: crun: mount `[^`]{1,100}` to `/ },
      { has: 'cgroup controller `', and: /cgroup controller `\w{1,20}` (?:is )?not available/ },
      { has: 'does not exist: unknown', and: /namespace \{"\w{1,12}" "[^"]{0,80}"\} does not exist/ },
      { has: 'failed to mount overlay:', and: /operation not permitted|invalid argument|no such device/i },
      {
        has: 'failed to register layer: ',
        and: /lsetxattr|operation not (?:supported|permitted)|read-only/i,
      },
      { has: 'rootlesskit:parent] error: ', and: /failed to (?:setup|start|create|share)/ },
      {
        has: 'slirp4netns',
        and: /(?:could not find|unable to find|failed to find) slirp4netns|slirp4netns failed/,
      },
      { has: 'driver failed programming external', not: /port is already allocated/ },
      { has: 'pasta failed with exit code' },
    ],
    [
      'The engine could not set up the container before anything in it ran: a mount, a control group, a namespace, the network or the file system below its storage',
      'Look at what it names: the file that is mounted (a folder where a file is meant), the control groups of the host, the storage driver and the file system below it; a current engine, or --privileged where an engine runs in a container, mends many',
      'docker info',
    ],
    { rank: 'cause', explains: ['permission', 'file-missing', 'builder-store-damaged'] },
  ),
  plain(
    'profile-refused',
    'the engine cannot load a profile of AppArmor or SELinux',
    texts(`
      profile could not be loaded | apply apparmor profile | apparmor_parser: | unable to apply apparmor
      | process label: | relabel failed
    `),
    [
      'The engine may not load or apply a profile of AppArmor or SELinux: it runs inside a container, or the kernel lacks that module',
      'Run the engine on the host itself, or let it mount /sys/kernel/security',
      'docker info --format "{{.SecurityOptions}}"',
    ],
    { rank: 'cause', explains: ['permission'] },
  ),
  plain(
    'cache-unavailable',
    'the build’s cache could not be read or written',
    texts(`
      cache service responded | failed to save cache | legacy service is shutting down | gha cache exporter
      | gha cache importer | error writing layer blob | failed to configure registry cache
      | error: failed to solve: failed to import cache | failed to solve: maximum timeout reached | failed to solve: blob not found
      | failed to reserve cache
    `),
    [
      'The service that keeps the build’s cache did not answer, refused, or knows a newer protocol only',
      'Run it again with a current buildx and BuildKit; ignore-error=true in cache-to keeps a lost cache from failing a build',
    ],
    { rank: 'cause', explains: ['network', 'registry-unreachable'] },
  ),
  plain(
    'no-shell',
    'the image has no shell',
    [{ has: 'exec: "/bin/sh": stat /bin/sh: no such file or directory' }],
    [
      'The image has no shell /bin/sh (it is made from scratch, or distroless), and a RUN line without brackets needs one',
      'Write RUN ["/path/of/program", "argument"], or run the step in a stage that has a shell and copy what it made',
    ],
    { rank: 'cause', explains: ['file-missing'] },
  ),
];
