/** Kinds of packages that cannot be had, or exclude each other. */

import type { LogLine } from '../../log/model.ts';
import { evidenceIs, only } from '../conditions.ts';
import { type Condition, type Kind, kind, plain, type Sign, texts } from '../kind.ts';

/** What npm ends with, where it tells no crash. */
const NPM_CODE =
  /npm (?:ERR!|error) (?:code E(?!LIFECYCLE)\w+|404 )|notsup|Tracker|Unexpected end of JSON|ERESOLVE/i;
/** What another kind names. */
const NPM_OF_OTHERS =
  /code E(?:INTEGRITY|JSONPARSE|EXIST|NOTEMPTY|NOGIT|RR_S\w{1,40}|IDLETIMEOUT|NOENT|PERM|ACCES)\b/;

/** As the package managers of distributions say it. */
const OF_SYSTEMS: readonly Sign[] = [
  ...texts(`
    dpkg was interrupted, you must | transaction test error: | cannot retrieve repository metadata
    | try to run command-line update | was not provided by any .service files
  `),
  { has: "couldn't find task '" },
  { has: "changed its '", and: /^E: Repository '.{1,300}' changed its '\w{1,20}' value/ },
  // apt, dpkg, debootstrap, sbuild
  ...texts(`
    needs to be reinstalled, but i can | but it is not installable | but it is not going to be installed
    | unable to find a source package for | and -y was used without | is invalid for apt::default-release
    | couldn't download packages: | failed getting release file | couldn't find these debs | user or team does not exist
    | no such script: /usr/share/debootstrap | unable to install all build-dep packages | unmet build dependencies
    | package build dependencies not satisfied | cannot add ppa: | unable to acquire the dpkg frontend lock
  `),
  { has: 'to be installed', and: /(?:Depends|Breaks|Conflicts): .{1,200} but \S{1,80} is to be installed$/ },
  { has: 'is not installed.', and: /^\s{0,4}Package \S{1,100} is not installed\.$/ },
  { has: 'broken packages', and: /^E: Broken packages$/ },
  { has: 'could not be satisfied', and: /^E: Build-dependencies for / },
  { has: 'the method driver', and: /method driver \S{1,100} could not be found/ },
  { has: 'was not found', and: /^E: (?:Version|Release) '[^']{1,80}' for '/ },
  { has: 'not found', and: /^E: Chroot for distribution / },
  // dnf, yum, rpm, zypper
  ...texts(`
    failed to synchronize cache for repo | error downloading packages: | all mirrors were tried
    | of the providers can be installed | failed to resolve the transaction | modular dependency problem
    | it is not possible to switch enabled streams | no more mirrors to try | one of the configured repositories failed
    | could not retrieve mirrorlist | failed build dependencies: | not found on medium '
    | valid metadata not found at specified url | signature verification failed for file
  `),
  { has: 'error: failed dependencies:' },
  { has: 'cannot install both ', and: /cannot install both \S{1,120} and \S/ },
  { has: 'nothing to do', and: /^Error: Nothing to do/ },
  { has: 'unknown repo', and: /\bUnknown repo: '/ },
  { has: 'no enabled repo', and: /There are no enabled repo/ },
  { has: 'unable to resolve argument', and: /^Error: Unable to resolve argument/ },
  { has: 'requires: ', and: /^\s{8,}Requires: \S{1,120}$/ },
  { has: 'is not installed', and: /^Public key for \S{1,200} is not installed/ },
  { has: 'not found.', and: /^Package '[^']{1,80}' not found\.$/ },
  { has: "repository '", and: /^Repository '[^']{1,80}' is invalid/ },
  { has: 'nothing provides', and: /nothing provides '[^']{1,80}'(?: needed by|$)|\bNothing PROVIDES '/ },
  // apk
  ...texts(`
    package mentioned in index not found | not committing changes due to missing repository tags
    | unable to find dependencies
  `),
  { has: ' signature', and: /^ERROR: \S{1,200}: (?:BAD|UNTRUSTED) signature/ },
  { has: 'bad archive', and: /^ERROR: \S{1,200}: BAD archive/ },
  { has: 'no such file or directory', and: /^ERROR: https?:\/\/\S{1,300}: No such file or directory/ },
  // pacman, makepkg
  ...texts(`
    (could not satisfy dependencies) | (pgp signature)) | unable to satisfy dependency '
    | pgp signatures could not be verified | did not pass the validity check | error: failure while downloading
    | error: could not resolve all dependencies | gpgme error: no data
  `),
  { has: 'does not exist', and: /database file for '\S{1,60}' does not exist/ },
  { has: 'unable to lock database', not: /permission denied/i },
  { has: 'failure while downloading', and: /==> ERROR: / },
  // emerge, opkg, guix, nix, brew, snap, flatpak
  ...texts(`
    all ebuilds that could satisfy | use changes are necessary to proceed | your current profile is invalid
    | there are no binary packages to satisfy | within a single package slot have been pulled
    | opkg_install_cmd: cannot install | satisfy_dependencies_for: cannot | opkg_download: failed to download
    | no available formula | no formulae or casks found | failed to download resource "
    | stage package not found in part | cannot find package listed in 'build-packages' | cannot find package listed in 'stage-packages'
   | unable to find sdk org. | cannot find flake ' | was not found in the nix search path
  `),
  { has: 'cannot find dependency', and: /pkg_hash_check_unresolved: / },
  { has: 'unknown package', and: /^(?:guix .{1,60}: error: .{1,80}: unknown package|Unknown package ')/ },
  { has: "couldn't download '", and: /^!!! Couldn't download '/ },
  { has: 'has been disabled because', and: /^Error: \S{1,80} has been disabled because/ },
  { has: ' not found', and: /^error: snap "[^"]{1,60}" not found/ },
  { has: 'cannot install "', and: /cannot install "[^"]{1,60}": snap (?:not available|not found)/ },
  {
    has: 'not installed',
    and: /^error: (?:\w{3,7}\/)?[\w.-]{1,80}\/[\w.-]{1,20}\/[\w.-]{1,20} not installed/,
  },
  { has: 'in remote ', and: /(?:Nothing matches|No such ref) .{1,120} in remote / },
  // bitbake, buildroot, OpenWrt
  ...texts(`
    fetcher failure: | bitbake fetcher error: | has no buildable providers | no recipes available for:
    | build dependency: please install | prerequisite check failed
  `),
];

/** As those of languages do. */
const OF_LANGUAGES: readonly Sign[] = [
  // Whoever resolves versions
  ...texts(`
    no package metadata was found for | [resolutionfailure] | : no candidates found | yn0016: | could not find hex, which is needed
    | (mix) no package with name | unable to verify checksum: | did not resolve to any crates | failed to resolve patches for
    | unresolved dependency: | could not resolve package dependencies | required packages were not found
    | could not find nx modules | rosdep keys resolved | [pdmexception]: unable to find candidates | unknownpackageerror:
    | the package manifest at '
  `),
  { has: "no package '", and: /^\s{0,6}No package '[^']{1,80}' found/ },
  { has: "unable to find version '", and: /^(?:\S{1,20} )?Unable to find version '[^']{1,60}' of package '/ },
  { has: 'cannot be found in', and: /^error: package `[^`]{1,100}` cannot be found in / },
  { has: "library '", and: /^Error installing \S{1,60}: Library '/ },
  { has: 'or store it in "', and: /^Error: module "/ },
  { has: ' failed. see ', and: /^! Installing \S{1,100} failed\. See / },
  { has: 'unknown packaging: ', and: /Unknown packaging: [\w-]{1,30} @/ },
  // conda, mamba, pixi
  ...texts(`
    unsatisfiableerror: | could not solve for environment spec | unsatisfiable dependencies for platform
    | cannot solve the request because of: | unavailableinvalidchannel
  `),
  // pip, uv, Poetry, PDM, Pipenv
  ...texts(`
    double requirement given: | have a source distribution or wheel for the current platform
    | failed to retrieve metadata at | [candidatenotfound] | fail to resolve dependencies | in --require-hashes mode
    | [pipenv.exceptions.resolutionfailure] | could not find suitable distribution for
  `),
  { has: 'cannot uninstall', and: /^(?:ERROR|error): Cannot uninstall '?[\w.-]{1,80}/ },
  { has: 'failed to fetch: `', and: /^\s{0,6}(?:error: |├─▶ |╰─▶ |× )?Failed to fetch: `http/ },
  { has: 'forbidden', and: /^(?:And |So, )?because .{1,300} (?:is|are) forbidden/i },
  { has: 'failed to set up ', and: /\bFailed to set up (?:chrome|chromium|firefox)\S{0,20} \S{1,30}!/i },
  { has: 'install package', and: /^(?:ERROR:: |\[31m)?.{0,12}Couldn't install package: / },
  // npm, Yarn, Bun, Deno
  ...texts(`
    refusing to install package with name | yn0027 | yn0035: | yn0082 | no version matching "
    | unsupported url type "
  `),
  { has: 'failed to resolve', and: /^error: \S{1,100}@\S{1,60} failed to resolve/ },
  { has: 'workspace dependency "', and: /Workspace dependency "[^"]{1,100}" not found/ },
  // Cargo, rustup
  ...texts(`
    no matching package found | failed to load source for dependency | link to native library | not found in channel
  `),
  { has: 'in registry `', and: /could not find `[^`]{1,80}` in registry `/ },
  {
    has: 'does not have',
    and: /^error: [Pp]ackage `[^`]{1,120}` does not have (?:feature|the feature|these features)/,
  },
  // Go
  ...texts(`
     but does not contain package | module declares its path as:
  `),
  { has: 'git ls-remote -q', not: /exit status 128/ },
  { has: ': unknown revision', not: /^fatal: / },
  { has: 'is not in ', and: /package \S{1,200} is not in (?:std|GOROOT)\b/ },
  { has: 'cannot find package "', and: /cannot find package "[^"]{1,200}" in/ },
  // Maven, Gradle, sbt, Bazel
  ...texts(`
    no plugin found for prefix ' | non-resolvable parent pom | non-resolvable import pom | could not collect dependencies for
    | try downloading the file manually from | was not found in any of the following sources | no matching variant of
    | dependency verification failed | resolveexception: error downloading | module not found in registries
    | an error occurred during the fetch of repository | blocked mirror for repositories | failed to read artifact descriptor
    | no versions available for
  `),
  { has: ':exe:', and: /\d\) [\w.-]{1,100}:[\w.-]{1,100}:exe:(?:linux|osx|windows)-\w{3,12}:/ },
  { has: 'error downloading [', and: /Error downloading \[http/ },
  // .NET
  { has: 'could not find package', and: /Could not find package [\w./-]{1,100}/ },
  // Ruby
  ...texts(`
    could not find a valid gem ' | in any of the sources | gem::gemnotfoundexception | version solving has failed
    | it looks like you don't have jekyll | but your gemfile requires | bundler::gemnotfound
  `),
  { has: 'required by your ', and: /Could not find '[^']{1,60}' \([^)]{1,40}\) required by your / },
  // PHP
  ...texts(`
    missing from your system | does not match the constraint | could not find a matching version of package
    | no releases available for package
  `),
  // Elixir, Erlang
  ...texts(`
    unchecked dependencies for environment | the dependency is not available, run | failed to fetch record for '
    | package not found in any repo
  `),
  // Haskell, OCaml
  ...texts(`
    [cabal-7107] | there is no package named ' | no setup information found for | [error] no package named
    | [s-4804] | package conflict!
  `),
  { has: 'rejecting: ', and: /rejecting: \S{1,80} \(conflict: / },
  { has: 'not found', and: /^Error: Library "[^"]{1,80}" not found/ },
  // Perl, R, Julia
  ...texts(`
    ! installing the dependencies failed | is not available for this version of r | error: failed to retrieve package
    | (converted from warning) package | not found in current path | unsatisfiable requirements detected
    | package names could not be resolved | error: expected package
  `),
  { has: 'is already loaded, but', and: /is already loaded, but [>=]{1,2} ?[\d.]{1,20} is required/ },
  { has: 'from github', and: /^Error: Failed to install '.{1,80}' from GitHub/ },
  // Swift, CocoaPods, Crystal, C and C++
  ...texts(`
    unable to find a specification for | unable to satisfy the following requirements
    | missing prebuilt package for | no version database entry for | while loading baseline version for
    | invalid id: invalid: | error: version conflict:
  `),
  { has: 'required by package', and: /product '[^']{1,80}' required by package '/ },
  { has: ' in remotes', and: /(?:Unable to find '|not resolved: ).{1,200} in remotes/ },
  { has: 'could not find a configuration file for package' },
  { has: 'invalid version of dependency', and: /meson\.build:/ },
];

/** That all are there, and do not go together. */
const VERSIONS_CONFLICT =
  /\bERESOLVE\b|ResolutionImpossible|conflicting dependencies|unsatisfiable|version solving (?:has )?failed|could not be resolved to an installable set|requirements are unsatisfiable|no solution found when resolving|failed to select a version for|could not find compatible versions|version conflict|package conflict!|\(conflict: |only supports platforms/i;

/** What a package manager ends with that has no index, or not the files that it names. */
const WITHOUT_INDEX =
  /no such package|unable to select packages|unsatisfiable constraints|required by: world|unable to locate package|has no installation candidate|unable to fetch some archives|\(from versions: none\)|no matching distribution found|failed to download metadata for repo|cannot prepare internal mirrorlist|no more mirrors to try|all mirrors were tried|one of the configured repositories failed|unable to find a match|no package .{1,60} available|could not (?:resolve|find) (?:all (?:files|artifacts|dependencies)|dependencies|artifact)|non-resolvable|failed to (?:collect dependencies|read artifact descriptor)|could not resolve [\w.-]{1,100}:|> could not resolve \S/i;

/** What says that a server could not be asked. */
const NOT_ASKED: readonly string[] = ['network', 'registry-certificate'];
/** Lines between that and what comes of it; some name the cause below. */
const REACH = 200;
const REACH_BELOW = 12;

/** The package is not known, for what lists it could not be fetched just before, in the same step. */
const lacksIndex: Condition = ({ log, match: { evidence, steps } }) => {
  const first = (evidence[0] as LogLine).line;
  return (
    evidence.every(({ text }) => WITHOUT_INDEX.test(text)) &&
    log.matches
      .filter(({ id, steps: others }) => NOT_ASKED.includes(id) && isShared(steps, others))
      .some((other) => other.evidence.some(({ line }) => first - line < REACH && line - first < REACH_BELOW))
  );
};

function isShared<T>(some: readonly T[], others: readonly T[]): boolean {
  return (some.length === 0 && others.length === 0) || some.some((one) => others.includes(one));
}

export const packageKinds = (): readonly Kind[] => [
  kind('dependency', 'a package or version cannot be had', {
    bearing: 'elsewhere',
    signs: [
      ...OF_SYSTEMS,
      ...OF_LANGUAGES,
      // But for the number of a server that does not answer.
      { has: 'error nu1', not: /NU1301/ },
      ...texts(`
        externally-managed-environment | in locally installed gems
        | does not have a release file | is not valid yet | could not get lock /var/lib | errors parsing go.mod
        | could not resolve all files | could not resolve all artifacts | could not find artifact | could not resolve all dependencies
        | resolvepackagenotfound | gpg check failed
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
        | solving environment: failed | unable to find a match | couldn't find any package by
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
        | there is no package called | your bundle only supports platforms | incompatible provider version | failed to load config " | is expired (invalid since | could not find or read package
        | no bottle available | invalid or corrupted package | is unknown trust | is unavailable for download for channel
      `),
      {
        has: 'dependency ',
        and: /ERROR: Dependency "[^"]{1,80}" not found|Dependency lookup for .{1,80} failed/,
      },
      { has: 'was not found for', and: /version '[^']{1,40}' with arch\S{0,12} '[^']{1,20}' was not found/i },
      {
        has: 'err_pnpm_',
        not: /ERR_PNPM_(?:NO_SCRIPT|UNSUPPORTED_ENGINE|TARBALL_INTEGRITY|NO_LOCKFILE|RECURSIVE|META_FETCH_FAIL|JSON_PARSE|BAD_PACKAGE_JSON|WORKSPACE_NOT|ENOENT)/,
      },
      { has: 'npm err', and: NPM_CODE, not: NPM_OF_OTHERS },
      {
        has: 'npm error',
        and: NPM_CODE,
        not: NPM_OF_OTHERS,
      },
      { has: 'failed to fetch', and: /404|not found/i },
      { has: 'no package', and: /no package .{1,60} available|nothing provides/i },
      { has: 'pkg-config', and: /not found|was not found/i },
      { has: 'nothing provides', and: /nothing provides .{1,80} needed by|nothing provides requested/ },
      { has: 'target not found: ', and: /^error: target not found: / },
      { has: 'could not ', and: /^\s{0,4}(?:> )?Could not (?:resolve|find) [\w.-]{1,100}:[\w.-]{1,100}/ },
      { has: 'no provider of', and: /^No provider of '/ },
      { has: 'no solution for', and: /^\[ERROR\] No solution for / },
      {
        has: 'not available for package',
        and: /^\s{0,8}ERROR: dependenc\w{1,4} .{1,200} (?:is|are) not available for package/,
      },
      { has: 'in @inc', and: /Can't locate \S{1,100} in @INC/ },
      // CMake says the same of what it can do without, as a status line.
      { has: 'could not find', and: /^(?:CMake Error.{0,200}|\s{0,4})Could NOT find \w/ },
      {
        has: 'configure: error:',
        and: /error: .{0,200}(?:not found|were not met|does not exist|can(?:'t|not) (?:be found|find)|could not find|required?s?\b|missing|needed?s?\b|need to|install|too old|older than|not support|no acceptable)/i,
      },
    ],
    applies: (view) => lacksIndex(view) !== true,
    causes: [
      {
        text: 'Packages ask for versions of one another that do not go together',
        when: only(evidenceIs(VERSIONS_CONFLICT)),
        specific: true,
        elsewhere: true,
        remedy: 'Look at which package asks for which version, and change one of them, or the lock file',
        commands: [],
      },
      {
        text: 'A package, or a version of one, cannot be had or was damaged on the way',
        shown: true,
        elsewhere: true,
        remedy: 'Look at the name and the version, clean the package manager’s cache, and run it again',
        commands: [],
      },
    ],
  }),
  plain(
    'packages-in-conflict',
    'packages exclude each other',
    [
      { has: 'which is also in package' },
      { has: 'conflicts with file from package' },
      { has: 'owned by', and: /trying to overwrite \S{1,300} owned by / },
      { has: '(conflicting files)' },
      { has: 'are in conflict', and: /\S and \S{1,100} are in conflict/ },
      { has: 'brew link', and: /`brew link` step did not complete/ },
      { has: 'collision between `', and: /^error: collision between `/ },
      { has: 'but with different contents' },
      { has: 'conflicts with', and: /^\s{0,6}- (?:package )?\S{1,120} conflicts with \S/ },
    ],
    [
      'Two packages that are to be installed exclude each other, or bring the same file',
      'Leave one of them out, or take the version that goes with the other',
    ],
    { rank: 'cause', explains: ['package-failed'] },
  ),
];
