/** Kinds of versions that do not fit: of a lock file, of a tool, of a language. */

import { type Kind, plain, texts } from '../kind.ts';

export const versionKinds = (): readonly Kind[] => [
  plain(
    'lock-file-outdated',
    'the lock file does not fit the list of packages',
    [
      ...texts(`
        npm err! invalid: lock file's | npm error invalid: lock file's | is not present in the lock file
        | sandbox is not in sync with the podfile.lock | err_pnpm_no_lockfile | unknown token in lockfile
      `),
      { has: 'yarn.lock', and: /Unknown token: .{1,120} in \S{0,200}yarn\.lock/ },
      ...texts(`
        can only install packages when your package.json | lockfile would have been modified by this install
        | lockfile needs to be updated | err_pnpm_outdated_lockfile | err_pnpm_frozen_lockfile | err_pnpm_lockfile_
        | lockfile had changes, but lockfile is frozen | poetry.lock is not up to date | poetry.lock was last generated
        | missing go.sum entry | go: updates to go.mod needed | go: inconsistent vendoring
        | cannot write modified lock file | to lock file contents and manifest | inconsistent dependency lock file
        | is not part of the dependency lock state | (chart.lock) is out of sync | an out-of-date resolved file was detected
        | the packages lock file is inconsistent | the lock file is not up to date with
        | does not contain a compatible set of packages | in deployment mode after changing
        | changes to the podfile in deployment mode | because frozen mode is set | seem to be missing from your lockfile
        | seem to be present in your lockfile | unable to find lockfile at | unknown lockfile version | invalidlockfile:
        | failed to parse lock file at | is specified twice in the lockfile | used to generate the lockfile
        | lock file is not compatible with the current version of | [deployexception]: deploy aborted
        | no pubspec.lock file found | failed to parse lockfile | frozen mode is set, but there's no lockfile | poetry.lock was not up to date
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
      { has: 'yn0050: ' },
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
      { has: 'could not find java version ' },
      { has: 'unavailable version ', and: /Unavailable version \S{1,40} for \w{1,20} on / },
      { has: 'currently configured to use java' },
      { has: ' not found - try `', and: /^Version '[^']{1,40}' not found - try `nvm / },
      { has: 'volta error: could not find ' },
      { has: 'missing interpreters will error' },
      { has: 'android sdkmanager not found' },
      { has: 'corepack/v1/', and: /Cannot find module/ },
      ...texts(`
        is known not to run on node.js | however the current global version of yarn | err_pnpm_unsupported_engine
        | that was compiled using numpy 1 | is only accepted on the nightly | is not installed for the toolchain
        | go.mod requires go >= | unknown directive: toolchain | lombokprocessor (in unnamed module | could not determine java version from
        | requires at least jvm runtime version | jvm target compatibility should be set | inconsistent jvm-target compatibility
        | compatible installed .net sdk | to find any installed .net | must install .net to run | the reference assemblies for .net
        | no compiler found, expected | failed to determine the download url of bazel | this version of chromedriver only supports
        | unable to find go version ' | data directory was initialized by postgresql | command line tools are too outdated
        | requirejavaversion failed | requiremavenversion failed | cannot find module 'node:
      `),
      { has: 'requires go >= ', and: /requires go >= [\d.]{1,12} \(running go/ },
      { has: 'no longer supported. use ', and: /Source option \d{1,2} is no longer supported\. Use / },
      { has: 'is not installable', and: /^error: toolchain '/ },
      { has: 'is not recognized.', and: /^Workload ID \S{1,80} is not recognized/ },
      { has: "doesn't support node v" },
      { has: 'trying to build requires bazel' },
      { has: 'spec(s): ', and: /could not find python interpreter with spec\(s\): / },
      // Python
      ...texts(`
        requires a different python | has no attribute 'impimporter' | use_2to3 is invalid
        | no interpreter found for python | which is incompatible with the project | [nopythonversion]
        | not compatible with some of the required packages | incompatible protobuf gencode/runtime
        | descriptors cannot be created directly | numpy.dtype size changed | visual c++ 14.0 or greater is required
        | unsupported compiler -- at least
      `),
      // Node.js, Ruby, PHP
      ...texts(`
        is incompatible with this module | is not supported by the following package | but your gemfile specified
        | your php version ( | requires ruby version | not compatible with your version of node
        | found incompatible module | cannot find matching keyid | this version of pnpm requires at least
        | digital envelope routines::unsupported | digital envelope routines::initialization error | compiled against a different node.js version
        | composer dependencies require a php version | to support your ruby & rubygems | is not yet installed.
        | no version is set for command
      `),
      // Rust, Go, Swift, Elixir, Dart
      ...texts(`
        requires rustc | feature \`edition20 | the current dart sdk version is | toolchain not available
        | may not be used on the stable release channel | only accepted on the nightly channel
        | requires the \`-z\` flag | rustup could not choose a version of cargo | supports only elixir
        | using swift tools version | used to build golangci-lint is lower | does not match go tool version
        | note: module requires go | unsupported version of the configuration
        | beam file was compiled for a later version
      `),
      // Java and .NET
      ...texts(`
        netsdk1045 | a compatible .net sdk was not found | unsupported class file major version
        | unsupportedclassversionerror | invalid target release | invalid source release
        | minimum supported gradle version | no matching toolchains found for requested
        | cannot find a java installation on your machine | gradle requires jvm
        | a compatible .net sdk is not installed | must install or update .net to run
        | no compiler is provided in this environment | enforcer rules have failed | is not binary compatible
        | class file has wrong version | an incompatible version of kotlin
      `),
      // C and C++, engines, packages
      ...texts(`
        uses unknown compression for member | v2 database format error
        | not possible to find any compatible framework | compatibility with cmake <
        | unsupported terraform core version | unsupported gnu version! | unsupported gpu architecture
        | host compiler targets unsupported os | generated with lto version | plugin needed to handle lto object
        | maximum supported api version is | minimum supported api version is | satisfy the required version
        | compiler version mismatched, found | libtool: version mismatch error
      `),
      { has: 'problem encountered: ', and: /requires (?:GCC|Clang|MSVC|CMake|Python|Cython) >=? ?[\d.]/ },
      {
        has: 'node',
        and: /requires (?:a minimum )?Node(?:\.js)? (?:version )?(?:of )?(?:>=? ?)?v?\d|Node\.js version .{0,10}\d[\d.]{0,12} is required|upgrade your Node(?:\.js)? version/i,
      },
      {
        has: ' is not installed',
        and: /^(?:pyenv|rbenv|nodenv|goenv|jenv): version .{1,40} is not installed/,
      },
      { has: 'unsupported engine', not: /\bwarn/i },
      { has: 'requires ', and: /go\.mod requires go >= [\d.]{1,12} \(running go|requires Java \d+ to run/ },
      { has: 'or higher is required', and: /\b[A-Z]\w{1,20}(?: version)? \d[\d.]* or higher is required/i },
      { has: 'or later is required', and: /\b[A-Z]\w{1,20}(?: version)? \d[\d.]* or later is required/i },
      { has: 'but the running python is' },
      {
        has: 'toolchain ',
        and: /^error: (?:override )?toolchain '[^']{1,80}' (?:is not installed|does not support)/,
      },
      { has: 'is not applicable to the', and: /is not applicable to the '[^']{1,80}' toolchain/ },
      { has: 'is not allowed by the project', and: /^Current Python version/ },
      { has: 'requires r ', and: /requires R (?:>=|version)/ },
      { has: 'requires php (version', and: /^\S{1,80} requires PHP \(version/ },
      { has: 'requested sdk version: ', and: /^Requested SDK version: / },
      { has: 'autoconf version', and: /Autoconf version [\d.]{1,8} or higher is required/ },
      { has: 'interpreternotfound', and: /InterpreterNotFound: \S/ },
      { has: 'to be in range', and: /python version .{1,60} to be in range/i },
      { has: 'no support for the current', and: /no support for the current (?:python|node|ruby) version/i },
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
];
