/** Kinds of command lines, workflows and files of settings that are wrong. */

import { type Kind, plain, texts } from '../kind.ts';

export const settingKinds = (): readonly Kind[] => [
  plain(
    'workflow-error',
    'the workflow or the command line is wrong',
    [
      { has: 'image is in use by a container' },
      { has: 'specified in the action for caching do' },
      { has: 'error: invalid flag: ' },
      { has: 'references secret "', and: /which does not exist/ },
      { has: 'west: unknown command "' },
      { has: 'invalid earthfile syntax' },
      { has: 'ereleasebranches' },
      { has: 'cannot find any run in the workflow' },
      { has: '` command is disabled. please upgrade' },
      { has: 'pull request create failed: ' },
      { has: 'could not find lane ' },
      { has: 'unknown environment: ', and: /^Unknown environment: [\w.-]{1,40}$/ },
      ...texts(`
        err_pnpm_no_script | usage of pnpm without workspaces | could not find goal ' | the requested profile " | not a valid key:
        | not a valid project id: | cannot use -o with multiple packages | named files must all be in one directory
        | of the selected packages contains | error reading jtoken from | unable to process command ' | error in config file:
        | subschemas matched instead of one | the pipeline is not valid | untrusted repositories cannot | did not find any steps
        | error in your bitbucket-pipelines | does not have an install of " | repository name must be lowercase
        | argument line too long | unrecognized option: -- | job failed (system failure): prepare environment
        | no application encryption key | turbo_json_parse_error | doesn't have label '
      `),
      {
        has: 'does not exist',
        and: /^\s{0,4}The (?:requested command \S{1,60}|option "--[\w-]{1,60}") does not exist/,
      },
      { has: 'does not contain th', and: /^error: the package '[^']{1,100}' does not contain th/ },
      { has: 'does not exist in the project', and: /Target "[^"]{1,100}" does not exist in the project/ },
      { has: 'workflowscript: ', and: /^WorkflowScript: \d{1,6}: / },
      { has: 'unknown option to `s', and: /^sed: / },
      { has: 'command a expects ', and: /^sed: / },
      { has: 'invalid user ', and: /^(?:install|chown): invalid user/ },
      // Dockerfile, BuildKit, buildx
      ...texts(`
        failed to find target | target stage " | should not be blank | failed to read input | no builder "
        | requires exactly 1 argument | dockerfile parse error | but no append mode, specify
        | with tls data loaded from environment | cannot use output with more than one | duplicate stage name
        | requires exactly one argument | failed to process " | invalid driver options | additional instances for
        | unable to parse docker host | invalid endpoint: | "docker buildx create --use"
        | unable to get ref for target | invalid mount target | dockerfile cannot be empty
        | file with no instructions | no build stage in current context | option requires buildkit
        | destination must be a directory and end with | forbidden path outside the build context
        | not allowed by build daemon configuration | additional privileges requested
        | security.insecure is not allowed | invalid empty ssh agent socket | unset ssh forward key
        | matching entries in passwd file | unable to find user | tag is needed when pushing
        | multiple outputs currently unsupported | cache export feature is currently not supported
        | attestations are not supported by | failed to parse output:
        | kaniko should only be run inside
        | unknown instruction: | is an invalid os component of
      `),
      // Engines and Compose
      ...texts(`
        container action is only supported on | port is already allocated | invalid compose project
        | invalid key-value pair | no such service | no configuration file provided | address already in use
        | invalid reference format | no such image: | not been booted with systemd as init system | failed to connect to bus: no
        | is already in use by container | empty section between colons | duplicate mount point:
        | of a non running container | user declined directory sharing | ports are not available:
        | could not select device driver | mounts denied | invalid volume specification | no such container:
        | unable to remove repository reference | unknown or invalid runtime name | unknown log opt
        | predefined address pools | non-overlapping ipv4 address pool | a prune operation is already running
        | max depth exceeded

        | cannot allocate a tty | the input device is not a tty
        | image operating system " | without --no-sandbox is not supported
        | neither an image nor a build context
      `),
      // Systems of CI and their actions
      ...texts(`
        invalid workflow file | unable to resolve action | as fail-on-cache-miss is set
        | no runner matching the specified labels | specify exactly one of | not all values are present
        | no event triggers defined | on unknown job | matrix must define at least one | matrix vector '
        | automatically failed because it uses a deprecated version | missing download info for
        | unable to process file command | unexpected argument(s): | no hosted parallelism has been purchased
        | pipeline upload rejected | scripts not permitted to use method | find any revision to build
        | required context class | found errors in your .gitlab-ci.yml
        | config should contain at least one visible job | config should be a string or
        | doesn't have any runners online | config does not conform to schema | pipeline definition not found
        | spending limit needs to be increased | not permitted to create or approve
        | locate the service connection | no such dsl method | no such property: | no such library resource
      `),
      // Package managers and builders
      ...texts(`
        invalid operation | mapping values are not allowed | circular dependency | dirty state error
        | git is in a dirty state | is not defined in this package | unrecognized vm option
        | flag provided but not defined | invalid goarm | is not understood in combination
        | error obtaining vcs status | not made against commit | npm error missing script: | npm err! missing script:
        | [pdmusageerror] | could not determine executable to run | is not allowed in node_options
        | no virtual environment found; | group(s) not found: | no pnpm version is specified
        | multiple versions of pnpm specified | unknown lifecycle phase | could not find the selected project
        | not a valid command: | no main class detected. | don't know how to build task | unknown switch
        | running this command will add the dependency | changes that were not yet committed
        | could not create named generator | is different than the directory | match the generator used previously
        | in-source builds are not allowed | usage: pytest | no bin target named | did not match any packages
        | not found in workspace \` | there is nothing to install in
        | requires a version when current directory is not | cannot use path@version syntax
        | contains one or more replace directives | no build identifiers selected | build identifiers not matching
        | no targets specified (use | uncommit working tree has | use \`pulumi stack select\` | no workspaces found:
        | unsupported goos/goarch pair | only supported from within a workspace
      `),
      // Shells and small tools
      ...texts(`
        unexpected eof while looking for | unknown shorthand flag | unknown flag: | unrecognized arguments
        | url using bad/illegal format | not an http or ftp url | no url specified
        | refusing to read archive contents from | you must specify one of the '-acdtrux
        | missing destination file operand | bad substitution | unbound variable | parameter not set
        | illegal option -o | pipefail: invalid option | unterminated \`s' | bad option in substitution
        | invalid date ' | extra operand ' | argument list too long | file name too long | no matches found:
        | unterminated address regex
        | doesn't seem to support byte ranges | failure writing output to destination | option requires an argument
      `),
      { has: 'invalid user: ', and: /^(?:chown|install|su|runuser|chroot): / },
      { has: 'invalid group: ', and: /^(?:chown|chgrp|install): / },
      {
        has: ' already exists',
        and: /^(?:useradd|groupadd|adduser|addgroup|fatal): (?:The )?(?:user|group) /,
      },
      { has: ' in use', and: /^(?:adduser|addgroup|useradd|groupadd): .{0,60} in use$/ },
      { has: 'gid ', and: /^groupadd: GID '\d{1,9}' already exists/ },
      { has: 'uid ', and: /^useradd: UID \d{1,9} is not unique/ },
      {
        has: 'unrecognized option',
        and: /^(?:[\w./-]{1,60}: |Error: |ERROR: |\/usr\/bin\/ld: |configure: error: )unrecognized option\b/i,
        not: /qemu/,
      },
      { has: 'unrecognized: -', and: /^find: / },
      { has: 'unexpected argument', and: /^error: unexpected argument '/ },
      { has: 'bad option: ', and: /^node: / },
      { has: 'is unknown', and: /^curl: option / },
      { has: 'not supported or disabled in libcurl' },
      { has: 'option does not exist', and: /^The "-/ },
      {
        has: ' does not exist',
        and: /^(?:The command "[^"]{1,60}" does not exist|(?:useradd|usermod|chown|su): (?:user|group) '?[\w-]{1,40}'? does not exist)/,
      },
      { has: 'error command "', and: /^error Command "[^"]{1,80}" not found/ },
      { has: 'usage error: ', and: /^Usage Error: / },
      { has: 'unknown command: "', and: /^(?:npm (?:ERR!|error) )?Unknown command: "/ },
      { has: 'script not found "', and: /^error: Script not found "/ },
      { has: "task '", and: /Task '[^']{1,100}' not found in (?:root )?project/ },
      { has: 'the task "', and: /\*\* \(Mix\) The task "/ },
      { has: "command '", and: /^===> Command '[^']{1,60}' not found/ },
      { has: 'no such target', and: /no such target '/ },
      { has: 'unknown target', and: /(?:ninja: error|BUILD FAILED|zig|error): [Uu]nknown target/ },
      { has: 'not supplied', and: /^(?:Error: )?Input '[^']{1,60}' not supplied/ },
      { has: 'unexpected input(s)', and: /^(?:Error: )?Unexpected input/ },
      { has: 'no such object: ', and: /^(?:error: |Error: )?No such object: / },
      {
        has: 'container name "',
        and: /(?:Conflict\. The|the) container name "[^"]{1,120}" is already in use/,
      },
      { has: 'validation failed', and: /HTTP 422/ },
      { has: 'invalid format ', and: /^(?:Error: )?Invalid format '/ },
      { has: 'there are no nodes with the label' },
      { has: 'the workflow is not valid' },
      { has: 'enorepourl' },
      { has: "'--user' install", and: /Can ?not perform a '--user' install/ },
      { has: 'not supported on', and: /-(?:buildmode|linkmode)=\w{3,12} not supported on / },
      { has: 'unknown user', and: /^sudo: unknown user/ },
      { has: 'unknown group', and: /^(?:adduser|addgroup): unknown group/ },
      { has: 'invalid user id', and: /^useradd: / },
      { has: 'invalid group id', and: /^groupadd: / },
      { has: ' already exists', and: /^groupmod: GID / },
      { has: 'network ', and: /daemon: network \S{1,80} not found/ },
      {
        has: 'could not be found',
        and: /^(?:The box '|ERROR! the playbook: |\S{0,10}Error: A branch or tag with the name ')/,
      },
      { has: 'unable to find node version' },
      { has: 'valid value for input' },
      { has: 'input required: ' },
      { has: 'must be set', and: /^\S{1,200}: line \d{1,6}: \w{1,60}: must be set/ },
      { has: 'missing `', and: /\[: missing `\]'/ },
      {
        has: 'syntax error',
        and: /(?:\.(?:ba|z|k)?sh|\/configure|entrypoint[\w-]{0,20}): line \d{1,6}: syntax error(?: near unexpected token|: unexpected end of file)/,
      },
      { has: 'awk', and: /^(?:m|g)?awk: .{0,60}syntax error/ },
      { has: 'too many command line arguments' },
      // What the usual readers of command lines say: Cobra, clap, Click, argparse, Commander, getopt
      { has: 'unknown command "', and: /^(?:Error|error|ERROR): unknown command "[^"]{1,60}" for "/ },
      { has: 'required flag', and: /required flags?(?:\(s\))? "/ },
      { has: 'flag needs an argument' },
      { has: "found argument '", and: /which wasn't expected/ },
      { has: 'required arguments were not provided' },
      { has: 'invalid value', and: /^(?:error|Error): [Ii]nvalid value (?:'[^']{0,80}' )?for '/ },
      {
        has: 'no such option',
        and: /^(?:\S{1,40}: error|Error): (?:No )?no such option|^Error: No such option/i,
      },
      { has: 'missing ', and: /^Error: Missing (?:argument|option|parameter|command) ?'?/ },
      {
        has: ': error: ',
        and: /^[\w.-]{1,60}: error: (?:the following arguments are required|argument .{1,80}: (?:invalid|expected|not allowed)|ambiguous option|unrecognized arguments|one of the arguments)/,
      },
      {
        has: 'unknown option',
        and: /^(?:error: unknown option '|(?:\S{0,60}\/)?(?:sed|grep|tar|ls|cp|rm|date|sort|xargs|install): unknown option)/,
      },
      { has: 'unknown predicate' },
      { has: 'unable to handle: ', and: /^error: \(--\w[\w-]{1,30}\) Unable to handle: / },
      { has: 'docker-bake', and: /docker-bake\S{0,40}\.hcl:\d/ },
      { has: 'secret ', and: /\bsecret \S{1,80}: not found/ },
      { has: 'invalid option', not: /^SP2-|qemu-/ },
      { has: '-race', and: /-race (?:is (?:only |not )?supported|requires cgo)/ },
      { has: 'unexpected value', and: /unexpected value|unexpected input/i },
      { has: 'syntax error', and: /^(?:\/bin\/)?(?:ba|da|a)?sh: (?:-c: )?(?:line )?\d{1,4}: syntax error/i },
    ],
    [
      'An option, an input or a line of the workflow or Dockerfile is wrong',
      'Look at the command that is named, and at what its tool takes',
    ],
  ),
  plain(
    'settings-wrong',
    'a file of settings, a description of a project or a variable is wrong or missing',
    [
      { has: 'invalid version: ', and: /^npm (?:ERR!|error) Invalid [Vv]ersion: / },
      { has: 'programmable error in your configuration' },
      { has: 'configuration file ".config" not found' },
      { has: 'error resolving fqbn: ' },
      { has: 'unknownboard: ' },
      { has: '` in `platformio.ini`' },
      { has: 'try setting the android_home' },
      { has: 'could not be loaded, possibly because' },
      { has: 'unable to guess system type' },
      // Python, Node.js, PHP, Rust
      ...texts(`
        to abort further execution because python was configured | click will abort further | unsupported locale setting | toml parse error at
        | does not match the expected json schema | configuration does not allow connections to http | invalid environment variables:
        | directly as a postcss plugin | believes it's in a workspace when | no targets specified in the manifest | to use query macros online
        | run \`cargo sqlx prepare\` | must have a version specified when publishing | has been moved to the \`pydantic-settings\`
        | could not find project graph | preset ts-jest not found | parsing error: cannot read file | superuser password is not specified
        | define the following mandatory properties | has an unsupported platform tag
      `),
      { has: 'code ejsonparse', and: /npm (?:ERR!|error) code EJSONPARSE/ },
      { has: ' setup command: ', and: /^error in \S{1,100} setup command: / },
      { has: "can't find `", and: /^error: can't find `[^`]{1,80}` (?:bin|lib|test|example|bench) at / },
      { has: 'configuration for rule "' },
      { has: 'test environment ', and: /^Test environment \S{1,100} cannot be found/ },
      // Java, Kotlin, Android
      ...texts(`
        malformed pom | a problem occurred configuring | a problem occurred evaluating | > namespace not specified | part of the build defined by settings file
        | manifest merger failed
      `),
      { has: 'child module ', and: /Child module \S{1,300} of \S{1,300} does not exist/ },
      // Compose, Meson, Bazel, Xcode, release tools
      ...texts(`
        ' is not a workspace file | unable to find a device matching | multiple commands produce ' | library used but 'libtool' is undefined
        | references non-existing file or | error while interpolating
      `),
      { has: 'the compose file ', and: /The Compose file '[^']{1,200}' is invalid because/ },
      { has: 'option name ', and: /ERROR: Option name \S{1,60} is reserved/ },
      { has: 'is not defined', and: /^ERROR: \S{1,300}:\d{1,6}:\d{1,6}: name '\w{1,60}' is not defined/ },
      {
        has: 'is not visible from',
        and: /^ERROR: \S{1,300}: .{0,120}target '\S{1,200}' is not visible from/,
      },
      { has: 'yaml: unmarshal errors:' },
      { has: 'is not known on line', and: /^E: Type '/ },
      // Variables that nobody has set
      ...texts(`
        missing required environment variable | environment variable not found: | not defined at compile time
        | could not fetch environment variable | missing \`secret_key_base\` | improperlyconfigured: | is missing a value:
        | java_home is not defined correctly | java_home environment variable is not | java_home is set to an invalid
        | sdk location not found | must be set on arm, s390x | you must specify a region | is not currently set.
      `),
      { has: 'environment variable', and: /environment variable \w{1,60} is missing/ },
      { has: 'is not set.', and: /^\S{1,100}:\d{1,6}: \*\*\* .{1,200}Stop\.$|because it is not set\.?$/ },
      // YAML, JSON, TOML, templates
      ...texts(`
        declare it as envvar or define | you must set settings. | is no longer supported in next.config
        | does not have these features | failed to parse the version requirement | binary requires the features:
        | does not support these crate types | contain a recognizable project | overlay fs: 'overlay' is not supported
        | did not find expected | cannot unmarshal | error converting yaml | yaml.scanner.scannererror | yaml.parser.parsererror
        | tomldecodeerror: | jsonlint\\parsingexception | does not contain valid json | json.parse failed to parse
        | additional property | additional properties are not allowed | is a required property
        | invalid interpolation format | does not match the api schema | schema validation failed with
        | map has no entry for key | contain any tags | unable to determine go import path | declared as external, but could not be found | failed to load config "
        | failed to load postcss config | prisma schema validation | couldn't find an eslint.config
        | couldn't find the config " | couldn't find the plugin " | context loading failed
        | unrecognised theme name | validation error for settings | validation errors for settings
        | could not find "turbo.json" | cannot find configuration for task | packages field missing or empty
        | unknown key " | extra keys not allowed @ | missing value for mandatory attribute
        | because it has no value available
      `),
      { has: 'must be a list', and: /^services\.\S{1,100} must be a / },
      { has: 'invalid type', and: /services\.\S{1,100}: Invalid type|contains an invalid type/ },
      { has: 'external volume "', and: /external volume "[^"]{1,80}" not found/ },
      { has: 'is unsupported', and: /Version in "\S{1,200}" is unsupported/ },
      // Lists of packages and their sources
      ...texts(`
        the list of sources could not be read | conflicting values set for option signed-by | you must put some 'deb-src'
        | failed to parse manifest at | failed to load manifest for workspace | invalid requirement: '
        | invalid pep 440 version | project\` table found in | setuptools-scm was unable to detect | packaging.version.invalidversion
        | backendunavailable: | multiple top-level packages discovered | zip does not support timestamps
        | malformed module path | found packages main ( | invalid package name " | invalid tag name "
        | cyclic package dependency | problems were encountered while processing the poms | non-parseable pom
        | could not compile build file | did not have a source.properties | some licences have not been accepted
        | error parsing \`gemfile\` | blocked by your allow-plugins | could not find application file
        | unable to parse cabal file | in the dependencies for | opam has not been initialised | no rule found for
        | know how to build ./ | know about package | of pubspec.yaml: | invalid manifest (compiled with
        | issues while validating snapcraft | terms of service have not been accepted | run 'conda init' before
        | has not been properly configured to use | could not find conda environment: | condavalueerror:
        | invaliddistribution: | cannot repair " | cannot repair wheel | find any python interpreters from
        | electron-builder has been initialized | please specify project homepage | no section: 'metadata'
      `),
      { has: 'malformed ', and: /Malformed (?:entry|line) \d{1,4} in (?:list|source) file|Malformed stanza/ },
      { has: 'failed to parse: `' },
      { has: 'failed to read `', and: /failed to read `\S{1,300}Cargo\.toml/ },
      { has: 'feature `', and: /^error: feature `\S{1,60}` is required/ },
      { has: 'is missing. @' },
      { has: 'is not valid', and: /^The gemspec (?:for|at) / },
      { has: 'invalid go version' },
      { has: 'invalid toolchain: ' },
      // .NET’s projects
      { has: 'error netsdk1', and: /error NETSDK1(?!045)\d{3}:/ },
      { has: 'error msb', and: /error MSB(?:10\d\d|40(?:19|25|57|62|66)|3202|4236):/ },
      { has: 'could not execute because the specified command or file' },
      // Makefiles, CMake, Meson, autotools, SCons, Bazel
      ...texts(`
        missing separator | but the target was not found | they are set to notfound | unknown cmake command
        | unknown options: " | for combo option " | automatic wrap-based subproject | possibly undefined macro
        | am_init_automake not found | no 'makefile.am' found for | cannot guess build type | is not a valid libtool archive
        | config value ' | toolchain resolution failed | no matching toolchains found for types | value has no field or method '
        | subproject exists but has no | failed to detect a default cuda architecture | invalid triplet:
        | the default build profile ' | there are invalid packages | cross file "
      `),
      { has: 'stop.', and: /^\S{1,100}:\d{1,6}: \*\*\* .{1,200}\. {1,2}Stop\.$/ },
      {
        has: 'meson.build:',
        and: /meson\.build:\d{1,6}:\d{1,6}: ERROR: (?:Unknown (?!compiler)|Expecting |Invalid |Include dir|File |Tried to|Option|Subproject|Could not)/,
      },
      { has: 'not recognized', and: /Invalid configuration [`'][^']{1,60}': machine / },
      { has: 'scons: *** ', and: /^scons: \*\*\* (?!\[)/ },
      { has: 'invalid setting', and: /^ERROR: Invalid setting '/ },
      { has: 'is not defined', and: /^name '\w{1,60}' is not defined/ },
      // Nix
      {
        has: 'error: ',
        and: /^\s{0,8}error: (?:attribute '[^']{1,80}' missing|undefined variable '|infinite recursion encountered|syntax error, unexpected|cannot coerce |experimental Nix feature|evaluation aborted with|function '[^']{1,80}' called with|input '[^']{1,80}' has an override|assertion '.{1,200}' failed$|the group 'nixbld')/,
      },
      { has: 'refusing to evaluate' },
      // rpmbuild, debhelper, bitbake, west, Xcode
      ...texts(`
        (but unpackaged) file(s) found | unknown tag: | has illegal name (% | empty %files file | query of specfile
        | aborting due to unexpected upstream changes | no upstream tarball found | no dependency information found for
        | patterns disappeared in the symbols file | no longer supported (level | missing files, aborting | cannot parse changelog
        | parseerror at | config sanity checker detected | is not enabled in your configuration | needs to support the en_us.utf-8
        | .bb files are due to be built | no hash found for | your path contains spaces | no west workspace found
        | no board named ' | devicetree error: | aborting due to kconfig warnings | define this extension command
        | destination matching the provided | does not contain a scheme named | no signing certificate
        | requires a development team | no profiles for ' | requires xcode, but active developer | no private key found. use
      `),
      { has: 'cannot find library', and: /^dpkg-shlibdeps: error: / },
    ],
    [
      'A file of settings, the description of a project or a package, or a variable that a tool reads is wrong, or is missing',
      'Look at the file, the line or the variable that the tool names, and at what its version of this tool expects',
    ],
    { explains: ['compile-error'] },
  ),
];
