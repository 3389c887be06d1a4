/** Kinds of failure that have nothing to do with emulation: what a build dies of anywhere. */

import { SETUP } from './common.ts';
import { type Cause, type Kind, kind, type Sign } from './kind.ts';
import { CRASHES, emulatedOrForeign } from './runtimes.ts';

/** A kind with one cause, which its text shows. */
function plain(
  id: string,
  title: string,
  signs: readonly Sign[],
  [text, remedy, ...commands]: readonly [text: string, remedy: string, ...commands: readonly string[]],
  rest: Partial<Omit<Kind, 'id' | 'title' | 'signs' | 'causes'>> = {},
): Kind {
  const cause: Cause = { text, shown: true, elsewhere: true, remedy, commands };
  return kind(id, title, { bearing: 'elsewhere', signs, causes: [cause], ...rest });
}

export const REGISTRIES: readonly Kind[] = [
  kind('registry-rate-limit', 'the registry’s or mirror’s quota is spent', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'toomanyrequests' },
      { has: 'pull rate limit' },
      { has: 'too many requests', and: /daemon|docker|registry|http 429|manifest|pull/i },
      { has: '402 payment required' },
      { has: 'http 402' },
    ],
    explains: [
      'registry-unauthorized',
      'registry-unreachable',
      'installer-said-nothing',
      'exec-format-error',
    ],
    causes: [
      {
        text: 'The registry or mirror refuses, for its quota is spent: it limits anonymous pulls, and runners that share an address share the limit',
        shown: true,
        elsewhere: true,
        remedy:
          'Log in before the step that pulls, or name another mirror or the registry itself; QEMU from the cache needs no registry',
        commands: [
          'docker login',
          `${SETUP} --registry-mirrors mirror.gcr.io`,
          `${SETUP} --qemu-from apt,host`,
        ],
      },
    ],
    sources: 'island-is/island.is#6832 docker/setup-qemu-action#178 docker/hub-feedback#2429',
  }),
  kind('registry-unauthorized', 'the registry refused the login', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'unauthorized: ', and: /daemon|docker|registry|pulling|ghcr|manifest|v2\//i },
      {
        has: 'denied: ',
        and: /denied: (?:requested access|permission|installation|insufficient|user|access|the token|unauthenticated|denied)/i,
      },
      { has: 'pull access denied for' },
      { has: 'no basic auth credentials' },
      { has: 'insufficient_scope' },
      { has: '401 unauthorized', and: /registry|v2\/|docker|manifest|token|push|pull/i },
      { has: '403 forbidden', and: /registry|v2\/|docker|manifest|token|push|pull|ghcr/i },
    ],
    causes: [
      {
        text: 'Credentials that are stored for the registry are wrong, lack a right or have expired; even a public image is then refused',
        elsewhere: true,
        remedy: 'Log out, or log in again with a valid token that has the right',
        commands: ['docker logout', 'docker login'],
      },
      {
        text: 'The image does not exist under this name, or is private',
        elsewhere: true,
        remedy: 'Check the name, or log in with an account that may read it',
        commands: ['docker buildx imagetools inspect IMAGE'],
      },
    ],
    sources:
      'docker-practice/actions-setup-docker#20 firstbatchxyz/dkn-compute-launcher#1 docker/hub-feedback#753',
  }),
  kind('registry-certificate', 'x509: certificate signed by unknown authority', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [{ has: 'x509: ' }, { has: 'self-signed certificate in certificate chain' }],
    causes: [
      {
        text: 'A proxy or a private registry answers with a certificate that this machine does not trust',
        shown: true,
        elsewhere: true,
        remedy: 'Install the authority’s certificate for the engine, for the builder and for Node.js',
        commands: [
          'sudo mkdir -p /etc/docker/certs.d/REGISTRY && sudo cp ca.crt /etc/docker/certs.d/REGISTRY/',
          'export NODE_EXTRA_CA_CERTS=/path/to/ca.crt',
        ],
      },
    ],
    sources: 'docker/setup-buildx-action#112 irbis-sh/zen-desktop#482',
  }),
  kind('registry-unreachable', 'the registry does not answer', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'received unexpected http status: 5' },
      { has: 'client.timeout exceeded' },
      { has: 'unexpected status', and: /unexpected status(?: code)?[^\d]{0,200}5\d\d/i },
      { has: 'failed to copy: ', and: /closed pipe|EOF|reset|timeout|httpReadSeeker/i },
      { has: 'failed to push ', and: /closed pipe|EOF|reset|timeout|5\d\d|unexpected status/i },
      {
        has: '/v2/',
        and: /: EOF\b|i\/o timeout|no such host|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded|request canceled/i,
      },
    ],
    explains: ['network'],
    causes: [
      {
        text: 'The registry did not answer in time, or not at all: its name (DNS), its address or the network failed',
        shown: true,
        elsewhere: true,
        remedy:
          'Check DNS (an entry in /etc/hosts where it is slow), the network and the proxy, and run the job again; a cache or a mirror keeps the next outage away',
        commands: [`${SETUP} --registry-mirrors mirror.gcr.io`, `${SETUP} --qemu-from apt,host`],
      },
    ],
    sources: 'docker/setup-qemu-action#110 docker/setup-qemu-action#167 docker/setup-qemu-action#166',
  }),
];

export const ELSEWHERE: readonly Kind[] = [
  plain(
    'disk-full',
    'no space left on device',
    [
      { has: 'no space left on device' },
      { has: 'enospc' },
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
      {
        has: 'qemu-system-',
        and: /qemu-system-\w+(?:\.exe)?: (?!command not found)|deprecated, please use qemu-system|qemu-system-\S+ .{0,200}(?:exited|failed|terminat)/i,
      },
      { has: 'qemu has already exited' },
      { has: 'qemu failed to start' },
      { has: 'qemu test failed' },
      { has: '/dev/kvm', and: /permission denied|no such file|not found|could not access/i },
      { has: 'could not access kvm' },
      { has: 'failed to initialize kvm' },
      { has: 'is not supported by the qemu2 emulator' },
      { has: 'kvm is required' },
      { has: 'uefi interactive shell' },
      { has: 'pxe-e' },
      { has: 'qcow2', and: /lock|corrupt|permission denied|failed/i },
      { has: 'vm-test-run' },
      { has: 'domain not found', and: /libvirt/i },
      { has: 'libvirt::error' },
      { has: 'error launching vm' },
      { has: 'hardware acceleration', and: /emulator|kvm|hvf|haxm/i },
      { has: 'qemu-img', and: /qemu-img: |qemu-img .{0,80}(?:failed|error)/i },
    ],
    [
      'A whole virtual machine (qemu-system, a disk image, KVM) failed: that is another program than QEMU’s user mode, which runs single programs',
      'Look at the machine’s own log, at its disk image and at /dev/kvm',
    ],
    { rank: 'cause', explains: ['registry-unreachable', 'network', 'permission'] },
  ),
  plain(
    'out-of-memory',
    'the machine ran out of memory',
    [
      { has: 'internal compiler error: killed' },
      { has: 'killed (program' },
      { has: 'javascript heap out of memory' },
      { has: 'signal: 9, sigkill' },
      { has: 'oom-kill' },
      { has: 'out of memory', and: /\b(?:ran )?out of memory\b/i },
      { has: 'exit code: 137' },
      { has: 'exit code 137' },
      { has: 'cannot allocate memory' },
    ],
    [
      'The machine ran out of memory, and the kernel ended the step',
      'Use fewer jobs side by side, or a machine with more memory',
    ],
    { rank: 'cause' },
  ),
  plain(
    'native-crash',
    'a program of the machine’s own architecture crashed',
    [
      ...CRASHES,
      { has: 'a fatal error has been detected by the java runtime' },
      { has: 'interrupted by sigsegv' },
      { has: 'unexpected signal during runtime' },
      { has: '(illegal)' },
    ],
    [
      'The program ran on the machine’s own architecture, as far as the log tells: this crash is its own',
      'Look at the program, its version, and the processor’s level',
    ],
    {
      applies: (view) =>
        view.foreign === undefined && view.platform !== undefined ? false : emulatedOrForeign(view) !== true,
    },
  ),
  plain(
    'container-or-workspace-missing',
    'a file that the build names is not there',
    [
      { has: 'failed to read dockerfile' },
      { has: 'failed to compute cache key' },
      { has: 'failed to calculate checksum of ref' },
      { has: 'copy failed: ' },
      { has: 'unable to evaluate symlinks in dockerfile path' },
      {
        has: 'no such file or directory',
        and: /^(?:.{0,80} )?(?:open|stat|lstat|cat|cp|mv|cd|ls|rm|mkdir|source|bash|sh|make|python\d?|node): .{0,200}no such file or directory/i,
        not: /\bexec|qemu|binfmt|ld-linux|ld-musl|chroot: /,
      },
      { has: "can't open file" },
      { has: 'cannot find module' },
      { has: 'modulenotfounderror' },
    ],
    [
      'A file or folder that the build names is not there',
      'Look at the path, at .dockerignore, and at the step that should have made it',
    ],
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
    'dependency',
    'a package or version cannot be had',
    [
      { has: 'npm err', and: /npm ERR[!]? code E(?!LIFECYCLE)\w+|notsup|Tracker|Unexpected end of JSON/i },
      { has: 'npm error', and: /npm error code E(?!LIFECYCLE)\w+|Unexpected end of JSON|notsup|ERESOLVE/i },
      { has: 'ebadplatform' },
      { has: 'could not find a version that satisfies' },
      { has: 'no matching distribution found' },
      { has: 'unable to locate package' },
      { has: 'has no installation candidate' },
      { has: 'unmet dependencies' },
      { has: 'unable to fetch some archives' },
      { has: 'failed to fetch', and: /404|not found/i },
      { has: '404  not found' },
      { has: 'unable to select packages' },
      { has: 'unsatisfiable constraints' },
      { has: 'no package', and: /no package .{1,60} available|nothing provides/i },
      { has: 'failed to build gem native extension' },
      { has: 'extconf.rb failed' },
      { has: 'could not resolve dependencies' },
      { has: 'pkg-config', and: /not found|was not found/i },
      { has: 'unable to find package' },
      { has: 'hash sum mismatch' },
      { has: 'checksum mismatch' },
      { has: 'hashes are required' },
    ],
    [
      'A package, or a version of one, cannot be had or was damaged on the way',
      'Look at the name and the version, clean the package manager’s cache, and run it again',
    ],
  ),
  plain(
    'cross-toolchain',
    'a cross-compiler or its libraries are missing',
    [
      { has: 'linker `', and: /linker `[\w.-]{1,60}` not found/ },
      {
        has: 'command not found',
        and: /[\w]+-linux-\w+-(?:gcc|g\+\+|ld|ar|strip|objcopy|clang)\S{0,10}: (?:command )?not found/i,
      },
      {
        has: 'not found',
        and: /\b\w+-(?:\w+-)?linux-(?:gnu|musl)\w*-(?:gcc|g\+\+|ld|ar|cc|strip)\b.{0,20}not found/i,
      },
      { has: 'skipping incompatible' },
      { has: 'cannot find crt1.o' },
      { has: 'cannot find -l' },
      { has: "can't find crate for `std`" },
      {
        has: 'unrecognized command',
        and: /unrecognized command[- ]line option .{0,20}-m(?:arch|float|abi|cpu)/i,
      },
    ],
    [
      'A cross-compiler, its linker or its libraries are missing',
      'Install the toolchain for the target (gcc-aarch64-linux-gnu, rustup target add), and name its linker',
    ],
    { rank: 'cause', explains: ['command-not-found', 'compile-error'] },
  ),
  plain(
    'test-failure',
    'a test failed',
    [
      { has: '--- fail: ' },
      { has: 'test timed out after' },
      { has: 'assertionerror' },
      { has: 'tests failed', and: /\b[1-9]\d{0,6} tests? failed/i },
      {
        has: 'failed',
        and: /^(?:FAILED |FAIL\s|=+ .{0,40}\b[1-9]\d{0,6} failed)|Tests:\s+[1-9]\d{0,6} failed|Failures?: [1-9]/,
      },
      { has: 'test result: failed' },
      { has: 'there was 1 failure' },
      { has: 'there were failing tests' },
      { has: 'assertion `', and: /assertion `.{0,200}` failed/ },
    ],
    ['A test failed', 'Look at the test that is named, and at what it expected'],
    { explains: ['compile-error'] },
  ),
  plain(
    'compile-error',
    'the source does not compile',
    [
      { has: 'error[e0' },
      { has: 'error ts', and: /error TS\d{3,5}|TS\d{3,5}: / },
      { has: ': ts2', and: /TS\d{4}: / },
      { has: 'ts2', and: /\bTS\d{4}: / },
      {
        has: 'error: ',
        and: /\.(?:c|cc|cpp|cxx|h|hpp|rs|java|kt|swift|m|cs|go)(?::\d+){1,2}:? (?:fatal )?error: /,
      },
      { has: 'undefined reference to' },
      { has: 'error cs', and: /error CS\d{4}/ },
      { has: 'syntaxerror: ' },
      { has: 'could not compile `' },
      { has: 'undefined: ', and: /\.go:\d+:\d+: undefined: / },
      { has: "error: command 'gcc' failed" },
    ],
    ['The source does not compile', 'Look at the first error that the compiler names'],
  ),
  plain(
    'command-not-found',
    'a command is not there',
    [
      { has: 'command not found' },
      { has: 'not found', and: /^(?:\S{1,200}: )?(?:line )?\d{1,5}: \S{1,200}: not found$/ },
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
      { has: 'could not resolve host' },
      { has: 'temporary failure in name resolution' },
      { has: 'temporary failure resolving' },
      { has: 'connection timed out' },
      { has: 'connection refused' },
      { has: 'connection reset by peer' },
      { has: 'network is unreachable' },
      { has: 'econnreset' },
      { has: 'etimedout' },
      { has: 'enotfound' },
      { has: 'getaddrinfo' },
      { has: 'read/write on closed pipe' },
      { has: 'tls handshake timeout' },
      { has: 'gateway time-out' },
      { has: 'error: rpc failed' },
      { has: 'the requested url returned error' },
      { has: 'service unavailable' },
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
      { has: 'unknown shorthand flag' },
      { has: 'unknown flag: ' },
      { has: 'unrecognized arguments' },
      { has: 'invalid workflow file' },
      { has: 'unexpected value', and: /unexpected value|unexpected input/i },
      { has: 'unable to resolve action' },
      { has: 'invalid reference format' },
      { has: 'requires exactly 1 argument' },
      { has: 'invalid option' },
      { has: 'dockerfile parse error' },
      { has: 'unknown instruction: ' },
    ],
    [
      'An option, an input or a line of the workflow or Dockerfile is wrong',
      'Look at the command that is named, and at what its tool takes',
    ],
  ),
  plain(
    'installer-said-nothing-else',
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
    [
      { has: 'the operation was canceled' },
      { has: 'exceeded the maximum execution time' },
      { has: 'no output has been received in the last' },
      { has: 'too long with no output' },
      { has: 'execution took longer than' },
      { has: 'test timed out after' },
    ],
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
