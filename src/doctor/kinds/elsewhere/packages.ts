/** Kinds of packages and downloads that cannot be had, or are not for this platform. */

import { thirtyTwoBit } from '../conditions.ts';
import { type Kind, plain, texts } from '../kind.ts';

export const packageKinds = (): readonly Kind[] => [
  plain(
    'lock-file-outdated',
    'the lock file does not fit the list of packages',
    [
      ...texts(`
        can only install packages when your package.json | lockfile would have been modified by this install
        | lockfile needs to be updated | err_pnpm_outdated_lockfile | err_pnpm_frozen_lockfile | err_pnpm_lockfile_
        | lockfile had changes, but lockfile is frozen | poetry.lock is not up to date | poetry.lock was last generated
        | missing go.sum entry | go: updates to go.mod needed | go: inconsistent vendoring
        | cannot write modified lock file | to lock file contents and manifest | inconsistent dependency lock file
        | is not part of the dependency lock state | (chart.lock) is out of sync | an out-of-date resolved file was detected
        | the packages lock file is inconsistent | the lock file is not up to date with
        | does not contain a compatible set of packages | in deployment mode after changing
        | changes to the podfile in deployment mode | frozen mode is set, but there's no lockfile | poetry.lock was not up to date
        | lock file version mismatch | the lockfile is out of date | only install with an existing package-lock.json
      `),
      { has: 'missing: ', and: /npm (?:ERR!|error) Missing: \S{1,120} from lock file/ },
      {
        has: 'lock',
        and: /lock ?file (?:at )?\S{0,200}\s{0,2}needs to be updated|lock ?file version .{1,20} requires/i,
      },
      {
        has: 'cargo.lock',
        and: /cannot (?:update|create) the lock file|needs to be updated but --(?:locked|frozen)/,
      },
      { has: 'pipfile.lock', and: /Pipfile\.lock \(\w{1,64}\).{0,40} out of date/i },
      { has: 'lock', and: /lock mismatch: the dependency is out of date|lock file hash doesn't match/i },
      { has: 'yn0028' },
    ],
    [
      'The lock file of the package manager does not fit the list of packages beside it, or another version of the tool wrote it, and this install may not change it',
      'Write the lock file anew where the project is developed (npm install, yarn install, poetry lock, cargo update, go mod tidy), commit it, and use the same version of the tool here',
    ],
    { rank: 'cause', explains: ['dependency'] },
  ),
  plain(
    'tool-version',
    'the version of a tool does not fit',
    [
      ...texts(`
        is incompatible with this module | requires rustc | is not supported by the following package
        | feature \`edition20 | requires a different python | netsdk1045 | a compatible .net sdk was not found
        | unsupported class file major version | unsupportedclassversionerror | invalid target release
        | invalid source release | but your gemfile specified | your php version ( | requires ruby version
        | minimum supported gradle version | the current dart sdk version is
      `),
      { has: 'problem encountered: ', and: /requires (?:GCC|Clang|MSVC|CMake|Python|Cython) >=? ?[\d.]/ },
      { has: 'unsupported engine', not: /\bwarn/i },
      { has: 'requires ', and: /go\.mod requires go >= [\d.]{1,12} \(running go|requires Java \d+ to run/ },
      { has: 'or higher is required', and: /\b[A-Z]\w{1,20}(?: version)? \d[\d.]* or higher is required/i },
      { has: 'or later is required', and: /\b[A-Z]\w{1,20}(?: version)? \d[\d.]* or later is required/i },
      { has: 'but the running python is' },
      { has: 'only configurations files on version' },
      { has: 'version is ', and: /version is \d[\w.]* but project requires/ },
      { has: 'not supported', and: /error: release version \d+ not supported/ },
      {
        has: 'package requires',
        and: /package requires (?:minimum|at least) \w{1,10} (?:language )?version/i,
      },
    ],
    [
      'The version of a tool or a language here (Go, Node.js, Python, Rust, CMake, Java) is not the one that the sources or a package of theirs ask for',
      'Take a base image or a set-up step with the version that is asked for, or a release of the package for the version that is here',
    ],
    { rank: 'cause', explains: ['dependency', 'compile-error', 'built-from-source'] },
  ),
  plain(
    'dependency',
    'a package or version cannot be had',
    [
      ...texts(`
        externally-managed-environment | in locally installed gems
        | does not have a release file | is not valid yet | could not get lock /var/lib | errors parsing go.mod
        | could not resolve all files | could not find artifact | could not resolve all dependencies
        | resolvepackagenotfound | gpg check failed | error nu1
        | your requirements could not be resolved | could not find compatible versions | mirror sync in progress
        | npm err! 404 | no module named | no such package
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
        | no candidate version | packages cannot be authenticated | failed to select a version for | could not find gem
        | no longer has a release file | could not find satisfied version | held broken packages
        | libmambaunsatisfiable | no longer have a release file | eresolve | couldn't find package " | conflicting dependencies
        | continue due to errors on dependencies | hex dependency resolution failed | no longer be found in that source
        | no matching version found for | couldn't find any versions for | no matching package named
        | invalid version: unknown revision | no required module provides package | provider registry.terraform.io
        | or one of its dependencies could not be resolved | while constructing the build plan, the following
        | the following dependencies couldn't be met | not resolved: no remote defined | error: missing binary:
        | there are no ebuilds to satisfy | not found in package names. trying | failed to download metadata for repo
        | cannot find a valid baseurl for repo | required by 'virtual:world' | by not providing "find
        | package configuration file provided by | dependencies could not be resolved because | specs satisfying the \`
        | couldn't find module or a distribution | no results matching query were found | does not provide attribute '
        | there is no package called | failed to load config " | is expired (invalid since | could not find or read package
        | no bottle available | invalid or corrupted package | is unknown trust | is unavailable for download for channel
      `),
      {
        has: 'dependency ',
        and: /ERROR: Dependency "[^"]{1,80}" not found|Dependency lookup for .{1,80} failed/,
      },
      { has: 'was not found for', and: /version '[^']{1,40}' with arch\S{0,12} '[^']{1,20}' was not found/i },
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
      { has: 'could not ', and: /^> Could not (?:resolve|find) [\w.-]{1,100}:[\w.-]{1,100}/ },
      { has: 'was not found', and: /^E: Version '[^']{1,80}' for '/ },
      { has: 'no provider of', and: /^No provider of '/ },
      { has: 'no solution for', and: /^\[ERROR\] No solution for / },
      {
        has: 'is not available',
        and: /^ERROR: dependenc\w{1,4} .{1,200} (?:is|are) not available for package/,
      },
      { has: 'in @inc', and: /Can't locate \S{1,100} in @INC/ },
      // CMake says the same of what it can do without, as a status line.
      { has: 'could not find', and: /^(?:CMake Error.{0,200}|\s{0,4})Could NOT find \w/ },
      {
        has: 'configure: error:',
        and: /error: .{0,200}(?:not found|were not met|can(?:'t|not) (?:be found|find)|could not find|is required|missing)/i,
      },
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
      { has: 'but your local platform is', and: /bundle only supports platforms/i },
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
        | does not have a compatible architecture | invalid release file, no entry for
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
    'package-failed',
    'a package could not be installed',
    [{ has: 'dpkg: error processing' }, { has: 'sub-process /usr/bin/dpkg returned an error' }],
    ['The package manager stopped at an error of a package', 'Look at the first error above it'],
    { rank: 'echo' },
  ),
];
