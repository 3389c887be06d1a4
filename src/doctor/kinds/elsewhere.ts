/** Kinds of failure that have nothing to do with emulation: what a build dies of anywhere. */

import { CRASHES } from './common.ts';
import { evidenceIs, type Kind, kind, not, plain, texts } from './kind.ts';
import { emulatedOrForeign } from './runtimes.ts';

/** A socket of the machine’s own, behind which no server is. */
const LOCAL = /\b(?:to|the) (?:socket|bus)\b|remote store 'daemon'|\bunix[: ]|\.sock(?:et)?\b/i;

export const elsewhereKinds = (): readonly Kind[] => [
  plain(
    'disk-full',
    'no space left on device',
    [
      { has: 'no space left on device' },
      { has: 'enospc', not: /watch/i },
      { has: 'disk quota exceeded' },
      { has: 'not enough free space' },
    ],
    [
      'The disk is full',
      'Make room: prune the build’s cache, or take a runner with a larger disk',
      'df -h',
      'docker system prune -af',
    ],
    { rank: 'cause', explains: ['network', 'apt-signature', 'package-failed'] },
  ),
  plain(
    'virtual-machine',
    'a virtual machine failed',
    [
      ...texts(`
        guest agent binary could not be found | error starting vm | qemu has exited | hv_unsupported
        | qemu has already exited | qemu failed to start | qemu test failed | could not access kvm
        | failed to initialize kvm | is not supported by the qemu2 emulator | kvm is required
        | uefi interactive shell | pxe-e | vm-test-run | timeout waiting for ssh
        | trying to execute code outside | qemu exited | qemu unexpectedly closed the monitor | libvirt::error | error launching vm
      `),
      {
        has: 'qemu-system-',
        and: /qemu-system-\w+(?:\.exe)?: (?!(?:command )?not found)|deprecated, please use qemu-system|qemu-system-\S+ .{0,200}(?:exited|failed|terminat)/i,
      },
      { has: '/dev/kvm', and: /permission denied|no such file|not found|could not access/i },
      { has: 'qcow2', and: /lock|corrupt|permission denied|failed/i },
      { has: 'domain not found', and: /libvirt/i },
      {
        has: 'is required to build',
        and: /with features \{[^}]{0,80}\b(?:kvm|nixos-test)\b[^}]{0,40}\} is required/,
      },
      { has: 'hardware acceleration', and: /emulator|kvm|hvf|haxm/i },
      {
        has: 'qemu-img',
        and: /qemu-img: (?!command not found|not found)|qemu-img['"]? .{0,80}(?:failed|error)/i,
      },
    ],
    [
      'A whole virtual machine (qemu-system, a disk image, KVM) failed: that is another program than QEMU’s user mode, which runs single programs',
      'Look at the machine’s own log, at its disk image and at /dev/kvm',
    ],
    {
      rank: 'cause',
      explains: ['registry-unreachable', 'network', 'permission', 'emulator-crash'],
      // A tool for disk images that crashes under an emulator is a program like any other.
      applies: ({ log, match }) =>
        !log.emulated || !match.evidence.every(({ text }) => /\bkilled by signal|dumped/.test(text)),
    },
  ),
  plain(
    'heap-full',
    'the program’s heap is full',
    texts(`
      heap out of memory | outofmemoryerror | gc overhead limit exceeded | <--- last few gcs
    `),
    [
      'The program’s own heap is full: its limit is lower than what the build needs',
      'Give it more (NODE_OPTIONS=--max-old-space-size=4096, -Xmx), or build less at once',
    ],
    {
      rank: 'cause',
      explains: ['node-crash', 'hotspot-crash', 'foreign-step-crash', 'native-crash', 'out-of-memory'],
    },
  ),
  plain(
    'out-of-memory',
    'the machine ran out of memory',
    [
      ...texts(`
        internal compiler error: killed | killed (program | signal: 9, sigkill | oom-kill
        | killed signal terminated program | insufficient memory for the java runtime | exit code: 137
        | exit code 137 | cannot allocate memory
      `),
      { has: 'out of memory', and: /\b(?:ran )?out of memory\b/i },
    ],
    [
      'The machine ran out of memory, and the kernel ended the step',
      'Use fewer jobs side by side, or a machine with more memory',
    ],
    { rank: 'cause' },
  ),
  kind('native-crash', 'a program crashed', {
    bearing: 'foreign',
    signs: [
      ...CRASHES,
      { has: 'a fatal error has been detected by the java runtime' },
      { has: 'interrupted by sigsegv' },
      { has: 'unexpected signal during runtime' },
      { has: '(illegal)' },
    ],
    applies: (view) =>
      view.foreign === undefined && view.platform !== undefined ? false : emulatedOrForeign(view) !== true,
    causes: [
      {
        text: 'The processor, or the one that a virtual machine shows, lacks an instruction that the program was built for (AVX, x86-64-v2, Armv8.1)',
        when: (view) =>
          evidenceIs(/illegal|sigill|\b132\b/i)(view) === true ? not(emulatedOrForeign(view)) : false,
        specific: true,
        elsewhere: true,
        remedy: 'Give the virtual machine the host’s CPU model, or use a build for an older processor',
      },
      {
        text: 'The program ran on the machine’s own architecture, as far as the log tells: this crash is its own',
        when: (view) => not(emulatedOrForeign(view)),
        elsewhere: true,
        remedy: 'Look at the program, its version, and the processor’s level',
      },
    ],
  }),
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
  plain(
    'file-missing',
    'a file that the build names is not there',
    [
      ...texts(`
        failed to read dockerfile | failed to compute cache key | failed to calculate checksum of ref
        | copy failed:  | unable to evaluate symlinks in dockerfile path | can't open file
        | cannot find module | modulenotfounderror | error loading shared library | cannot open shared object file | cannot load such file --
        | executable doesn't exist at
      `),
      {
        has: 'no such file or directory',
        and: /^(?:.{0,80} )?(?:open|stat|lstat|cat|cp|mv|cd|ls|rm|mkdir|source|bash|sh|make|python\d?|node): .{0,200}no such file or directory/i,
        not: /\bexec|qemu|binfmt|ld-linux|ld-musl|chroot: /,
      },
      { has: 'error while loading shared libraries', and: /no such file|cannot open shared object/i },
      { has: 'no such file or directory', and: /exec: "[^"]{1,200}": stat \// },
    ],
    [
      'A file or folder that the build names is not there',
      'Look at the path, at .dockerignore, and at the step that should have made it',
    ],
  ),
  plain(
    'engine-not-running',
    'the container engine does not answer',
    [
      { has: 'cannot connect to the docker daemon' },
      { has: 'cannot connect to podman' },
      { has: 'dial unix ', and: /docker\.sock|podman\.sock|buildkitd\.sock|containerd\.sock/ },
      { has: 'error during connect: ' },
    ],
    [
      'The container engine does not run here, or this user or address does not reach it',
      'Start it, look at DOCKER_HOST, and at who may use its socket',
      'docker context ls',
    ],
    { explains: ['permission', 'file-missing', 'network'] },
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
    'threads-refused',
    'pthread_create: Operation not permitted',
    [{ has: 'operation not permitted', and: /pthread_create\S{0,8}:? .{0,20}Operation not permitted/i }],
    [
      'The engine’s host is too old for this image: its seccomp profile refuses the system call clone3, which newer libraries use',
      'Update the engine (Docker 20.10.10 or newer), its runc and libseccomp, or use an older release of the image',
      'docker run --security-opt seccomp=unconfined IMAGE',
    ],
    { rank: 'cause', explains: ['native-crash'], applies: (view) => emulatedOrForeign(view) !== true },
  ),
  plain(
    'permission',
    'permission denied',
    [{ has: 'permission denied', not: /binfmt|qemu-user/i }, { has: 'eacces' }],
    [
      'A file or a socket may not be used by this user',
      'Look at its owner and its mode, and at who runs the step',
    ],
  ),
  plain(
    'command-not-found',
    'a command is not there',
    [
      { has: 'command not found' },
      { has: 'not found', and: /^(?:\S{1,200}: )?(?:line )?\d{1,5}: \S{1,200}: not found$/ },
      { has: 'not found', and: /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z|k)?sh: [\w.+-]{1,80}: not found$/ },
      { has: 'executable file not found in $path' },
    ],
    [
      'A command that the script calls is not installed, or not on PATH',
      'Install it in the image or on the runner, or mend the path',
    ],
  ),
  plain(
    'network',
    'a server did not answer',
    [
      ...texts(`
        could not resolve host | temporary failure in name resolution | temporary failure resolving
        | connection timed out | connection refused | connection reset by peer | network is unreachable
        | temporary error (try again later) | network error (check internet connection | econnreset
        | etimedout | esockettimedout | trouble with your network connection | i/o timeout
        | no route to host | getaddrinfo | could not connect to | failed to connect to | read/write on closed pipe | tls handshake timeout
        | gateway time-out | error: rpc failed | service unavailable
      `).map((sign) => ({ ...sign, not: LOCAL })),
      { has: 'the requested url returned error', and: /error: (?!4(?:0[34]|10)\b)/ },
      { has: 'bad address', and: /^wget: bad address/ },
      { has: 'enotfound', and: /\bENOTFOUND\b/ },
      { has: 'failed to download', and: /timed? ?out|curl|connection|resolve/i },
    ],
    [
      'A server did not answer, or answered wrongly',
      'Run it again; if it stays so, look at the network, the proxy and the server',
    ],
  ),
  plain(
    'workflow-error',
    'the workflow or the command line is wrong',
    [
      ...texts(`
        container action is only supported on | invalid operation | failed to find target | target stage " | should not be blank | port is already allocated
        | invalid compose project | invalid key-value pair | mapping values are not allowed | no such service
        | no configuration file provided | failed to read input | circular dependency | address already in use
        | unexpected eof while looking for | unknown shorthand flag | no builder " | unknown flag:  | unrecognized arguments
        | invalid workflow file | unable to resolve action | invalid reference format
        | requires exactly 1 argument | dockerfile parse error | no such image: 
        | image operating system " | unknown instruction: 
      `),
      { has: 'invalid option', not: /^SP2-/ },
      { has: 'unexpected value', and: /unexpected value|unexpected input/i },
      { has: 'syntax error', and: /^(?:\/bin\/)?(?:ba|da|a)?sh: (?:-c: )?(?:line )?\d{1,4}: syntax error/i },
    ],
    [
      'An option, an input or a line of the workflow or Dockerfile is wrong',
      'Look at the command that is named, and at what its tool takes',
    ],
  ),
  plain(
    'login-missing',
    'a login, a token or a right is missing',
    texts(`
      username and password required | input required and not supplied | incorrect username or password
      | bad credentials | resource not accessible by integration | could not load credentials
      | could not assume role | expired_token | token has expired | token is expired | not authorized to perform
      | unable to get actions_id_token | 401 unauthorized | must be authenticated | login is required
      | authentication required
    `),
    [
      'A login, a token or a right that the step needs is missing, or has expired',
      'Look at the secret that is named (those of a fork’s pull request are empty), and at the job’s permissions',
    ],
  ),
  plain(
    'source-control',
    'Git could not fetch, merge or push',
    texts(`
        could not read username for | host key verification failed | permission denied (publickey
        | could not read from remote repository | automatic merge failed | merge conflict in | couldn't find remote ref
        | authentication failed for | remote: repository not found | failed to push some refs | dubious ownership
        | not a git repository | error: pathspec | protected branch hook | unable to checkout | remote error:
      `),
    [
      'Git could not fetch, merge or push',
      'Look at the line of Git’s that is named: the address, the key, the branch',
    ],
    { explains: ['permission'] },
  ),
  plain(
    'check-failed',
    'a check of the sources failed',
    [
      ...texts(`
        golangci-lint exit | would reformat | files were modified by this hook | code style issues | found lint errors
        | issues found | clippy::
      `),
      { has: ' problem', and: /✖ [1-9]\d{0,5} problems?\b/ },
      { has: 'total: ', and: /^Total: [1-9]\d{0,5} \(/ },
      { has: ' sc', and: /\bSC[12]\d{3}\b/ },
      { has: ' dl', and: /\bDL[34]\d{3}\b/ },
      {
        has: 'license',
        and: /license.{0,80}(?:not allowed|forbidden|denied|incompatible)|forbidden license/i,
      },
    ],
    [
      'A linter, formatter, scanner or check of licences found something',
      'Look at the first finding that it names',
    ],
  ),
  plain(
    'file-damaged',
    'a downloaded file is not what was expected',
    [
      ...texts(`
        not in gzip format | does not look like a tar archive | checksum verification failed
        | end-of-central-directory signature not found | do not match the hashes | hash mismatch | sha256 mismatch
        | digest did not match | unexpected size
      `),
      { has: 'computed checksum', and: /did not match/i },
    ],
    [
      'A downloaded file is not what was expected: a page of an error in its place, cut short, changed, or for another architecture than its checksum',
      'Look at the address and at what the server gave (curl --fail), and at the checksum of the file for this platform',
    ],
    { explains: ['dependency'] },
  ),
  plain(
    'cache-unavailable',
    'the build’s cache could not be read or written',
    texts(`
      cache service responded | failed to save cache | legacy service is shutting down | gha cache exporter
      | gha cache importer | error writing layer blob | failed to configure registry cache
      | error: failed to solve: failed to import cache
    `),
    [
      'The service that keeps the build’s cache did not answer, refused, or knows a newer protocol only',
      'Run it again with a current buildx and BuildKit; ignore-error=true in cache-to keeps a lost cache from failing a build',
    ],
    { rank: 'cause', explains: ['network', 'registry-unreachable'] },
  ),
  plain(
    'runner-lost',
    'the machine that ran the job went away',
    texts(`
      the runner has received a shutdown signal | lost communication with the server
      | we stopped hearing from agent | agent was stopped | agent lost | the node was low on resource
      | error reading from server: eof | failed to receive status: rpc error: code = unavailable | closing transport due to
      | pod was evicted | spot instance | was marked offline | channel is closing down or has closed down
    `),
    [
      'The machine or container that ran the job, or the builder in it, was taken away, killed, or had no memory, disk or processor left to answer',
      'Look at the memory and the disk of the runner and at whether it can be taken away; run it again, with fewer jobs side by side',
    ],
    { rank: 'cause', explains: ['build-hangs', 'job-time-limit'] },
  ),
  plain(
    'answer-ended-early',
    'Unexpected end of JSON input',
    [{ has: 'unexpected end of json input', not: /npm|while parsing near/i }],
    [
      'An answer that was to be JSON ended early',
      'Look at the lines above: the tool’s own error stands there',
    ],
    { rank: 'echo' },
  ),
  plain(
    'job-time-limit',
    'the job was cancelled, or ran into its time limit',
    texts(`
        the operation was canceled | exceeded the maximum execution time | ran longer than the maximum time
        | no output has been received in the last | too long with no output | execution took longer than
        | test timed out after | has timed out after
      `),
    [
      'The job was cancelled, or ran into a time limit',
      'Look at the last line before it, and at how long that step takes elsewhere',
    ],
    { rank: 'echo' },
  ),
  plain(
    'package-failed',
    'a package could not be installed',
    [{ has: 'dpkg: error processing' }, { has: 'sub-process /usr/bin/dpkg returned an error' }],
    ['The package manager stopped at an error of a package', 'Look at the first error above it'],
    { rank: 'echo' },
  ),
];
