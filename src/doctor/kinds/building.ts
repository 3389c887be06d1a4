/** Kinds of what a build gets wrong or cannot get: images, packages, toolchains, tests, sources. */

import { INSPECT, SETUP } from './common.ts';
import { evidenceIs, type Kind, kind, only, plain, texts, thirtyTwoBit } from './kind.ts';

/** The registry answered: it does not want to. */
const REFUSED = /\b4\d\d\b|denied/;

export const buildingKinds = (): readonly Kind[] => [
  kind('registry-rate-limit', 'the registry’s or mirror’s quota is spent', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...texts(`
        toomanyrequests | pull rate limit | 402 payment required | http 402
      `),
      { has: 'too many requests', and: /daemon|docker|registry|http 429|manifest|pull/i },
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
        and: /denied: (?:tag |requested access|permission|installation|insufficient|user|access|the token|unauthenticated|denied)/i,
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
        shown: true,
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
  kind('image-not-found', 'the image is not in the registry', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      {
        has: 'failed to resolve source metadata',
        and: /(?:: |404 )not found$/i,
        not: /no match for platform/,
      },
      { has: '/v2/', and: /\b404 Not Found/ },
      ...texts('manifest unknown | name unknown | blob unknown | no such manifest'),
    ],
    causes: [
      {
        text: 'The registry has no image of this name, or not this tag of it (official images for one architecture lie under arm64v8/, arm32v7/, amd64/)',
        shown: true,
        elsewhere: true,
        remedy: 'Look at the name and the tag, and at whether the step that pushes it ran before',
        commands: [INSPECT],
      },
    ],
  }),
  kind('platform-unknown', 'the platform is misspelt', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'invalid platform' },
      { has: 'is an invalid component of' },
      { has: 'unknown operating system or architecture' },
      {
        has: 'invalid argument',
        and: /invalid argument .{0,80}(?:for .{0,20})?(?:--platform|platform specifier)/i,
      },
    ],
    causes: [
      {
        text: 'A list of platforms was given to a command that takes one: only buildx builds for several',
        when: only(evidenceIs(/,\w{1,12}" is an invalid component/)),
        specific: true,
        elsewhere: true,
        remedy: 'Build with docker buildx build, or once for each platform',
        commands: ['docker buildx build --platform linux/amd64,linux/arm64 --push .'],
      },
      {
        text: 'The name of the platform is misspelt, or unknown to this tool',
        shown: true,
        elsewhere: true,
        remedy:
          'Write it as OCI does: linux/arm64, linux/arm/v7, linux/386; this program names the nearest one',
        commands: ['node dist/cli.js platforms'],
      },
    ],
  }),
  kind('registry-certificate', 'x509: certificate signed by unknown authority', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: texts(`
      x509: | self-signed certificate in certificate chain | ssl certificate problem | certificate verify failed
      | unable to get local issuer certificate
    `),
    causes: [
      {
        text: 'A registry, a server or a proxy answers with a certificate that this machine does not trust, or that has expired (or the clock is wrong)',
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
      ...texts(`
        received unexpected http status: 5 | client.timeout exceeded | failed to fetch anonymous token
        
      `),
      { has: 'unexpected status', and: /unexpected status(?: code)?[^\d]{0,200}5\d\d/i },
      { has: 'failed to fetch oauth token', not: REFUSED },
      { has: 'failed to copy: ', not: REFUSED, and: /closed pipe|EOF|reset|timeout|httpReadSeeker/i },
      { has: 'failed to push ', not: REFUSED, and: /closed pipe|EOF|reset|timeout|5\d\d|unexpected status/i },
      {
        has: '/v2/',
        and: /: EOF\b|i\/o timeout|no such host|server misbehaving|connection (?:refused|reset)|TLS handshake timeout|network is unreachable|deadline exceeded|request canceled/i,
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
  plain(
    'dependency',
    'a package or version cannot be had',
    [
      ...texts(`
        your lockfile needs to be updated | is incompatible with this module | externally-managed-environment
        | does not have a release file | is not valid yet | could not get lock /var/lib | errors parsing go.mod
        | could not resolve all files | could not find artifact | could not resolve all dependencies
        | resolvepackagenotfound | gpg check failed | requires rustc | unsupported engine | error nu1
        | your requirements could not be resolved | could not find compatible versions | mirror sync in progress
        | npm err! 404 | no module named | is not supported by the following package | no such package
        | failed to load source for dependency | failed to collect dependencies | version solving failed
        | ebadplatform | could not find a version that satisfies | no matching distribution found
        | unable to locate package | has no installation candidate | unmet dependencies
        | unable to fetch some archives | 404  not found | unable to select packages
        | unsatisfiable constraints | failed to build gem native extension | extconf.rb failed
        | could not resolve dependencies | unable to find package | hash sum mismatch | checksum mismatch
        | hashes are required | no solution found when resolving | requirements are unsatisfiable
        | is not a supported wheel on this platform | no wheels with a matching
        | unable to find installation candidates | resolutionimpossible | packagesnotfounderror
        | solving environment: failed | unable to find a match | err_pnpm_ | couldn't find any package by
        | no candidate version | failed to select a version for | could not find gem
      `),
      { has: 'npm err', and: /npm ERR[!]? code E(?!LIFECYCLE)\w+|notsup|Tracker|Unexpected end of JSON/i },
      {
        has: 'npm error',
        and: /npm error (?:code E(?!LIFECYCLE)\w+|404 )|Unexpected end of JSON|notsup|ERESOLVE/i,
      },
      { has: 'failed to fetch', and: /404|not found/i },
      { has: 'no package', and: /no package .{1,60} available|nothing provides/i },
      { has: 'pkg-config', and: /not found|was not found/i },
      { has: 'nothing provides', and: /nothing provides .{1,80} needed by|nothing provides requested/ },
      { has: 'target not found: ', and: /^error: target not found: / },
    ],
    [
      'A package, or a version of one, cannot be had or was damaged on the way',
      'Look at the name and the version, clean the package manager’s cache, and run it again',
    ],
  ),
  plain(
    'download-gone',
    'what is downloaded is not there',
    [
      { has: 'the requested url returned error', and: /error: 4(?:04|10)\b/ },
      { has: '404 client error' },
      {
        has: '404',
        and: /^(?=.{0,400}(?:https?:\/\/|not found|downloading|fetch|wget|curl|nuget)).{0,1000}(?:\bHTTP\b.{0,20} |\bstatus\b.{0,20} |\bcode:? |\bresponse:? |\breplied:? |\breturned |\berror:? |: |\()404\b/i,
        not: /^HTTP\/|"(?:GET|HEAD|POST) \/|\/v2\/|npm|manifests?\b|\b(?:want|got|expect\w*|assert\w*)\b|404 {2}Not Found/i,
      },
    ],
    [
      'A file or package is not, or no longer, at the address from which it is downloaded: its version was taken away or renamed, or there is none for this platform',
      'Open the address that is named: take the version or name that is there now, and look at how the script writes the architecture into it',
    ],
    { rank: 'cause', explains: ['network', 'dependency', 'file-damaged'] },
  ),
  plain(
    'package-of-another-platform',
    'packages with programs inside were installed for another platform',
    [
      ...texts(`
        for another platform than the one you | package is present but this platform needs
        | could not load the "sharp" module | failed to load swc binary for
        | failed to load native binding
      `),
      { has: 'binaries cannot be used on the', and: /'[\w-]{3,20}' binaries cannot be used on the/ },
      {
        has: 'cannot find module',
        and: /@(?:rollup\/rollup|esbuild\/|next\/swc|swc\/core|parcel\/watcher|img\/sharp|oxc\w*\/|rolldown\/binding|tailwindcss\/oxide|biomejs\/cli|lmdb\/lmdb|nx\/nx)\S{0,30}(?:linux|darwin|win32)/,
      },
      { has: 'cannot find module', and: /\.linux-[\w-]{3,20}\.node/ },
      {
        has: 'query engine',
        and: /(?:could not locate|was generated for|for (?:current )?platform|runtime) /i,
      },
      { has: 'missing binding', and: /node-sass|vendor\/linux/ },
      { has: 'the package "@esbuild/', and: /could not be found, and is needed by esbuild/ },
    ],
    [
      'Packages that hold programs or native modules (node_modules) were installed for another platform than the one on which they run: copied from another machine, or taken from a lock file or cache that names one platform only',
      'Run npm install (npm ci) anew on the platform on which it runs, keep node_modules in .dockerignore, and put the architecture into the key of a cache',
      'rm -rf node_modules && npm ci',
    ],
    { rank: 'cause', explains: ['file-missing', 'dependency'] },
  ),
  plain(
    'apt-key-missing',
    'apt does not have the key of a repository',
    [{ has: 'no_pubkey' }, { has: 'expkeysig' }, { has: 'keyexpired' }],
    [
      'apt does not have the public key of a repository, or the key has expired',
      'Fetch the repository’s current key into /etc/apt/keyrings, and name it by signed-by',
    ],
    // In a new 32-bit image on an old engine, gpgv says the same of keys that are there.
    {
      rank: 'cause',
      applies: (view) => thirtyTwoBit(view) !== true && view.machine !== 'arm',
      explains: ['apt-signature'],
    },
  ),
  plain(
    'package-of-another-architecture',
    'a package for another architecture',
    [
      ...texts(`
        is not available for arm64 | unknown host target | architecture isn't supported by this host
        | is not available on stable for this architecture
        | is intended for a different architecture | package architecture is not valid
        | does not have a package available for your current platform
        | does not have a compatible architecture
      `),
      {
        has: 'arch',
        and: /unsupported (?:cpu )?arch(?:itecture)?\b|cannot handle "?\w{3,8}"? architecture|with arch(?:itecture)? '?\w{3,8}'? (?:was )?not found|architecture \S{3,12} is not (?:currently )?supported/i,
        not: /installing: |binfmt/,
      },
      {
        has: 'does not match system',
        and: /package architecture \(\w{3,8}\) does not match system/,
        not: /\((?:amd64|arm64)\) does not match system \((?:i386|armhf|armel)\)/,
      },
      { has: 'not compatible with your', and: /(?:architecture|cpu|platform)/i },
    ],
    [
      'A package was taken that is made for another architecture than the system on which it is installed, or there is none for this one',
      'Fetch the package for the architecture of the image or machine (dpkg --print-architecture, $TARGETARCH), and not one whose name is written down',
      'dpkg --print-architecture',
    ],
    { rank: 'cause', explains: ['package-failed', 'dependency'] },
  ),
  plain(
    'cross-toolchain',
    'a cross-compiler or its libraries are missing',
    [
      ...texts('cannot run c compiled programs | no such instruction: | too many memory references for'),
      { has: 'are not runnable', and: /^.{0,80}executables created by/i },
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
    'built-from-source',
    'a package is built from its sources, and that fails',
    texts(`
      can't find rust compiler | failed building wheel for | failed-wheel-build | legacy-install-failure
      | unable to execute 'gcc' | command 'gcc' failed: no such file | gyp err! | no prebuilt binaries found
      | could not build wheels for | couldn't be built successfully
    `),
    [
      'There is no ready-made package (wheel, prebuilt module) for this platform, so that it is built from its sources, for which a compiler or a library is missing',
      'Take a version or a base image for which there is one (glibc’s in place of Alpine; for 32-bit Arm piwheels), or install the compiler and the headers',
    ],
    { explains: ['compile-error', 'dependency'] },
  ),
  plain(
    'test-failure',
    'a test failed',
    [
      ...texts(`
        --- fail:  | test timed out after | assertionerror | test result: failed | there was 1 failure
        | there were failing tests
      `),
      { has: 'tests failed', and: /\b[1-9]\d{0,6} tests? failed/i },
      {
        has: 'failed',
        and: /^(?:FAILED |FAIL\s|=+ .{0,40}\b[1-9]\d{0,6} failed)|Tests:\s+[1-9]\d{0,6} failed|Failures?: [1-9]/,
      },
      { has: 'assertion `', and: /assertion `.{0,200}` failed/ },
    ],
    ['A test failed', 'Look at the test that is named, and at what it expected'],
    { explains: ['compile-error'] },
  ),
  plain(
    'compile-error',
    'the source does not compile',
    [
      ...texts(`
        error[e0 | compilation error | unresolved reference | undefined reference to | syntaxerror: 
        | error: command 'gcc' failed
      `),
      { has: '> task :', and: /> Task :\S{1,100}(?:compile|assemble)\S{0,60} FAILED/i },
      { has: 'error ts', and: /error TS\d{3,5}|TS\d{3,5}: / },
      { has: ': ts2', and: /TS\d{4}: / },
      { has: 'ts2', and: /\bTS\d{4}: / },
      {
        has: 'error: ',
        and: /\.(?:c|cc|cpp|cxx|h|hpp|rs|java|kt|swift|m|cs|go)(?::\d+){1,2}:? (?:fatal )?error: /,
      },
      { has: 'error cs', and: /error CS\d{4}/ },
      { has: 'could not compile `', and: /due to (?:\d|(?:one|\d+) previous)/ },
      { has: 'aborting due to', and: /previous errors?/ },
      {
        has: 'unrecognized command',
        and: /command[- ]line option .{0,4}-m(?:avx|sse|fma|bmi|aes|f16c|popcnt|neon|fpu|32|64)/,
      },
      { has: 'undefined: ', and: /\.go:\d+:\d+: undefined: / },
    ],
    ['The source does not compile', 'Look at the first error that the compiler names'],
  ),
];
