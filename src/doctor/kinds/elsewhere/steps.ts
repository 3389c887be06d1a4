/** Kinds of files, commands and rights that a step lacks. */

import { type Kind, plain, texts } from '../kind.ts';

export const stepKinds = (): readonly Kind[] => [
  plain(
    'file-missing',
    'a file that the build names is not there',
    [
      { has: 'npm not being able to find a file' },
      { has: 'file install cannot find' },
      { has: 'no such file or directory -- ', and: /ruby\S{0,8}: No such file or directory -- / },
      ...texts(`
        could not find or load main class | no modules were found in the current workspace | application to execute does not exist
        | no targets given and there is no package | no \`pyproject.toml\` found in | main entry point class '
        | could not load file or assembly ' | err_pnpm_enoent
      `),
      { has: ': directory not found', and: /^stat \S{1,300}: directory not found$/ },
      { has: "couldn't read ", and: /^error: couldn't read \S{1,300}: No such file/ },
      { has: 'does not exist!', and: /^Buildfile: \S{1,200} does not exist!/ },
      { has: 'change_dir "', and: /^rsync: .{0,20}change_dir "[^"]{1,300}".{0,40} failed: No such file/ },
      { has: 'copier: stat: "' },
      { has: 'unsupported file ', and: /^E: Unsupported file \S{1,300} given on commandline/ },
      // Node.js, Python, Ruby, PHP
      ...texts(`
        cannot find module | cannot load such file -- | executable doesn't exist at
        | could not find chrome (ver | could not find chromium (rev | err_module_not_found | cannot find main module
        | could not locate gemfile | couldn't find a package.json | composer could not find a composer
        | could not find a pyproject.toml | filenotfounderror: | notadirectoryerror: | errno::enoent | rb_sysopen
        | could not open requirements file | neither 'setup.py' nor 'pyproject.toml' | environmentfilenotfound
        | no file/folder found for package | directory cannot be installed in editable | could not open input file:
        | unable to find your web assets | application entry file " | find any \`pages\` or \`app\`
        | missing package.json file | could not find prisma schema | file or directory not found:
        | cannot find implementation or library stub | the playbook:
      `),
      // Compiled languages and their builders
      ...texts(`
        error msb3030 | no rule to make target | no go files in | go.mod file not found in
        | could not find package.swift | no cabal file found | could not find a mix.project
        | no pubspec.yaml file found | expected to find project root | directory entry in pubspec
        | no \`podfile' found | does not appear to contain cmakelists | does not contain a cmakelists.txt file
        | include could not find requested file | cannot find source file: | missing and no known rule to make
        | no targets specified and no makefile | conanfile not found at | no sconstruct file found
        | requires a project to execute but there is no pom | does not contain a gradle build
        | does not exist in file system | could not find \`cargo.toml\` | neither source directory
        | unable to access jarfile | no package file (dub | couldn't find main file
        | could not find a file named "pubspec | missing gadget.yaml file
      `),
      // Images, workflows and charts
      ...texts(`
        failed to read dockerfile | failed to compute cache key | failed to calculate checksum of ref | copy failed:
        | unable to evaluate symlinks in dockerfile path | artifact not found for name | unable to find any artifacts
        | some specified paths were not resolved | dependencies lock file is not found
        | no matching files. ensure that | no files to upload | no files were found with the provided path
        | did you forget to run actions/checkout | no containerfile or dockerfile specified | no dockerfile matching
        | please provide a valid path to a dockerfile | no artifacts found for | chart.yaml file is missing
        | unable to find one of 'kustomization | bind source path does not exist | could not find a usable config
        | in chart.yaml, but missing in charts | cannot locate specified dockerfile
      `),
      // Loaders and small tools
      ...texts(`
        can't open file | error loading shared library | cannot open shared object file | unzip: cannot find or open
        | sed: can't read | cannot access archive '
      `),
      {
        has: 'no such file or directory',
        and: /^(?:.{0,80} )?(?:open|stat|lstat|cat|cp|mv|cd|ls|rm|mkdir|source|bash|sh|make|python\d?|node): .{0,200}no such file or directory/i,
        not: /\bexec|qemu|binfmt|ld-linux|ld-musl|chroot: |^make(?:\[\d{1,3}\])?: [^\s:/.]{1,60}: /,
      },
      // A script that names a file; of a program the loader may be what is not there.
      {
        has: 'no such file or directory',
        and: /: line \d{1,6}: [^\s:]{1,200}\.[a-z]{1,5}: No such file or directory$/i,
        not: /qemu|binfmt/,
      },
      // Small tools, without a verb.
      {
        has: 'no such file or directory',
        and: /^(?:[\w/.-]{0,60}\/)?(?:install|chmod|chown|touch|tee|find|grep|awk|xargs|dd|scp|rsync|ar|strip|ln|tar|gzip|patch|diff|sort|wc|head|tail|cut|tr|jq|yq|lua|perl|ruby|php|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|aclocal|localedef|mount|mkfs\.\w+|md5sum|sha256sum|du|file|realpath|readlink|split|base64|gpg|openssl|ssh-add|docker|kubectl): .{0,200}no such file or directory$/i,
        // `Execute.o` is the name of a file.
        not: /failed to run command|\bexec(?!\w{0,20}\.\w)|qemu|binfmt|ld-linux|ld-musl/i,
      },
      {
        has: 'no such file or directory',
        and: /^(?:error|clang: error|clang\+\+: error): (?:no such file or directory: '|[\w./-]{1,200}\.\w{1,5}: No such file or directory$)/i,
      },
      { has: 'enoent: no such file or directory', not: /spawn|exec/ },
      {
        has: 'filenotfoundexception: ',
        and: /FileNotFoundException: .{1,300}(?:\(No such file or directory\)|Could not find file)|Could not find file '/,
      },
      {
        has: 'with working directory',
        and: /with working directory '[^']{1,300}'\. No such file or directory/,
      },
      { has: 'prepare context: path', and: /unable to prepare context: path "[^"]{1,300}" not found/ },
      { has: 'getting status of ', and: /error: getting status of '[^']{1,300}': No such file/ },
      { has: 'cypress binary is missing' },
      { has: 'curl: (26)' },
      {
        has: 'update-alternatives: error: ',
        and: /alternative path \S{1,200} doesn't exist|no alternatives for/,
      },
      { has: 'failed to enable unit', and: /Unit file \S{1,100} does not exist/ },
      { has: 'which cannot be read', and: /^Error: module / },
      { has: 'could not make proto path relative' },
      { has: 'does not contain main module' },
      { has: 'cannot open linker script' },
      { has: '": not found', and: /failed to solve: "\/[^"]{1,300}": not found/ },
      { has: 'could not locate the bindings file' },
      { has: 'cannot find any path matching' },
      { has: 'cannot find type definition file' },
      { has: "can't find application.js", and: /Webpacker/ },
      { has: 'filenotfound: ', and: /Sprockets::FileNotFound/ },
      { has: 'not found in the load path' },
      { has: 'failed to open stream: no such file' },
      { has: '(file.error) could not read' },
      { has: "couldn't find file '" },
      { has: 'chdir to cwd', and: /no such file or directory/ },
      {
        has: 'file not found',
        and: /^(?:error: |Error: |ERROR: )?File not found: \S|^[\w./-]{1,200}: [Ff]ile not found$/,
      },
      { has: 'failed to create file via template' },
      { has: 'cannot change to', and: /^fatal: cannot change to '/ },
      { has: 'matched to [', and: /^(?:Error: |##\[error\])No file in \S{1,300} matched to \[/ },
      { has: 'module not found "', and: /^error: Module not found "/ },
      { has: 'no matching files found', and: /pattern \S{1,200}: no matching files found/ },
      { has: 'not found:', and: /^lua\S{0,5}: .{0,80}module '[^']{1,80}' not found:/ },
      {
        has: 'cannot open',
        and: /^(?:lua\S{0,5}: cannot open|Error: cannot open file: |localedef: cannot open)/,
      },
      { has: "can't open ", and: /^Can't open perl script "/ },
      { has: "can't find file '", and: /^Error: can't find file '/ },
      { has: 'opening file "', and: /SystemError: opening file "/ },
      { has: "can't cd to", and: /\bcd: can't cd to / },
      { has: "couldn't open directory", and: /^aclocal: / },
      { has: 'build.ninja', and: /loading 'build\.ninja': No such file/ },
      { has: 'required file', and: /error: required file '[^']{1,100}' not found/ },
      { has: 'cannot find path', and: /Cannot find path '[^']{1,300}' because it does not exist/ },
      {
        has: 'does not exist',
        and: /^(?:error: \/usr\/src\/php\/ext\/\S{1,60} does not exist|Config file '\S{1,200}' does not exist|\[?Error\]?: File \S{1,200} does not exist)/,
      },
      { has: 'not found in archive', and: /^tar: / },
      { has: 'cannot find (any matches for)', and: /^dh_\w{2,20}: / },
      { has: 'failed to open apk database: no such file' },
      { has: 'as it does not exist', and: /Could not read script '[^']{1,300}' as it does not exist/ },
      // An interpreter of the system's own may lack its loader.
      {
        has: 'bad interpreter: no such file',
        and: /: \/(?!bin\/|usr\/bin\/|sbin\/|usr\/sbin\/|nix\/|gnu\/)\S{1,300}: bad interpreter: /i,
        not: /qemu/,
      },
      { has: 'file not found: ', and: /^\s{0,4}(?:error|RPM build errors): ?File not found: / },
      // As Go says it.
      {
        has: 'no such file or directory',
        and: /\b(?:open|stat|lstat|chdir|mkdir|unlink|rename|readlink|read) [^\s:]{1,300}: no such file or directory/,
        not: /\bexec|qemu|binfmt|ld-linux|ld-musl|chroot|\.so\b/,
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
    'permission',
    'permission denied',
    [
      { has: 'setgroups 65534 failed' },
      { has: 'trying to run flutter as root' },
      { has: 'could not change permissions of' },
      ...texts(`
        you don't have write permissions for | need to grant write permissions | contains root-owned files | unless you are root
        | operation requires superuser privilege | as root is extremely dangerous | must be run as root | this script must be executed as root
      `),
      { has: 'access to the path', and: /[Aa]ccess to the path '?[^']{1,300}'? is denied/ },
      {
        has: 'operation not permitted',
        and: /^(?:\S{0,60}\/)?(?:chown|chmod|chgrp|mknod|ping|setcap|hwclock|date|ln|tar|umount|mount|sysctl): .{1,300}: Operation not permitted$/,
        not: /binfmt|proc\/sys/,
      },
      { has: 'permission denied', not: /binfmt|qemu-user/i },
      { has: 'eacces' },
      { has: 'notwritableerror' },
      { has: 'only root can do that', and: /^u?mount: / },
      { has: 'must be superuser', and: /^u?mount: / },
      { has: "couldn't create temporary file /tmp/apt" },
      // File capabilities, where whoever unpacks may not set them
      {
        has: 'operation not permitted',
        and: /failed to write "security\.\w{1,20}" attribute|cap_set_file failed/,
      },
      {
        has: 'eperm: operation not permitted, ',
        and: /EPERM: operation not permitted, (?:unlink|rename|open|mkdir|rmdir|copyfile|symlink|chmod|lstat|stat) /,
      },
      { has: 'has to be run with superuser' },
      { has: 'run again with the --allow-' },
      { has: 'accessdeniedexception: /' },
      { has: 'running makepkg as root' },
      { has: 'use bitbake as root' },
      { has: 'read-only file system', not: /binfmt|\/proc\b|\/sys\b/ },
    ],
    [
      'A file or a socket may not be used by this user, or lies where nothing can be written',
      'Look at its owner and its mode, and at who runs the step',
    ],
  ),
  plain(
    'command-not-found',
    'a command is not there',
    [
      { has: '--pdf-engine', and: /^\w{3,20} not found\. / },
      {
        has: 'could not execute process `',
        and: /could not execute process `\w[\w-]{0,40} .{0,200}\(never executed\)/,
      },
      { has: 'install either the `pkg-config`' },
      { has: 'default native-compiler executable' },
      { has: 'cannot run program "', and: /Cannot run program "[\w.+-]{1,60}".{0,300}error=2, No such file/ },
      {
        has: 'no such file or directory',
        and: /^make(?:\[\d{1,3}\])?: [^\s:/.]{1,60}: No such file or directory$/,
      },
      {
        has: 'no such file or directory',
        and: /^(?:\/usr\/bin\/)?env: (?:can't execute )?['‘`"]?[\w.+-]{1,60}['’"]?: No such file or directory$/,
      },
      {
        has: "no such file or directory: '",
        and: /^(?:error: )?\[Errno 2\] No such file or directory: '[\w+-]{1,40}'$/,
      },
      { has: 'error 127', and: /\*\*\* \[.{1,300}\] Error 127$/ },
      { has: 'exited with code 127', and: /error MSB3073/ },
      { has: ' enoent', and: /^(?:\S{1,20} )?Error: spawn [\w.+-]{1,60} ENOENT/ },
      { has: 'syscall spawn ', and: /^npm (?:ERR!|error) syscall spawn [\w.+-]{1,60}$/ },
      { has: 'missing git command' },
      { has: 'failed to find tool. is `' },
      { has: '" not found in the path', and: /^\*\* \(Mix\) "/ },
      { has: 'code enogit' },
      { has: 'could not find `docker` or `podman`' },
      { has: 'command not found' },
      { has: 'not found', and: /^(?:\S{1,200}: )?(?:line )?\d{1,5}: \S{1,200}: not found$/ },
      { has: 'not found', and: /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z|k)?sh: [\w.+-]{1,80}: not found$/ },
      { has: 'executable file not found in $path' },
      {
        has: 'not found',
        and: /^(?:\S{1,200}: )?(?:exec|source|locale-gen|(?:ba|da)?sh: [\w[+-]{1,60}): not found$/,
      },
      { has: 'not found', and: /^(?:(?:ba|da|z|k)?sh: )?\[\[: not found$/ },
      {
        has: 'is not recognized as ',
        and: /is not recognized as (?:the name of a cmdlet|an internal or external)/,
      },
      { has: 'unknown command: ', and: /^fish: Unknown command: / },
      { has: 'do not seem to be installed', and: /gnupg/ },
      { has: 'unable to locate executable file', not: /file: docker\b/i },
      { has: 'no cmake_', and: /no CMAKE_\w{1,12}_COMPILER could be found/i },
      { has: 'could not execute ninja' },
      {
        has: 'program ',
        and: /(?:meson\.build:\d{1,6}:\d{1,6}: ERROR: Program '[^']{1,60}' not found|The program '[^']{1,60}' is required but it could not be found)/,
      },
      { has: 'cannot find the program', and: /^(?:Error: )?(?:\[Cabal-\d{4}\]|cabal:)/ },
      { has: 'to be installed: ', and: /the following external binaries need to be installed/i },
      { has: 'need executable ', and: /Need executable '[^']{1,60}' to convert/ },
      { has: 'you must install ', and: /You must install '[^']{1,60}' on your build machine/ },
      {
        has: ' must be installed',
        and: /^(?:\S{1,40}: )?(?:CMake|Git|Make|GCC|Java|Node(?:\.js)?|Go|Rust|Cargo|protoc|Ninja|Perl|Python) must be installed/i,
      },
      {
        has: ' is required to build',
        and: /^(?:\w{1,30}: )?(?:cmake|git|make|gcc|java|node|rustc|cargo|protoc|ninja|perl) is required to build/i,
      },
      { has: 'cannot run gpg: no such file' },
      { has: 'no such command: `' },
      { has: "cannot find command '", and: /^ERROR: Cannot find command '/ },
      { has: 'could not find git for clone' },
      { has: 'is required but it could not be found', and: /The program '/ },
      { has: 'in the tree or in path' },
      { has: 'find python you need to install' },
      { has: 'error: not found: make' },
      { has: 'not installed?', and: /is `[\w-]{1,40}` not installed\?/ },
      { has: 'no such subcommand: `' },
      { has: 'could not find a javascript runtime' },
      { has: 'required tools not found' },
      { has: 'unable to find git in your path' },
      { has: 'is required for linux development' },
      { has: 'tool snapcraft depends on could not be found' },
      { has: 'program not found or is not executable' },
      { has: 'is missing on your system', and: /'[\w.-]{1,40}' is missing on your system/ },
      { has: 'can\'t exec "', and: /^Can't exec "[\w-]{1,60}": No such file or directory/ },
      { has: 'was not found on your path' },
      { has: 'not a developer tool or in path' },
      { has: 'could not find protoc plugin' },
      { has: 'npx canceled due to missing packages' },
      { has: 'no acceptable c compiler found' },
      { has: 'could not be found in your path', and: /command could be found in your PATH|java/ },
      { has: "and no 'java' command could be found" },
      { has: 'cannot exec: no such file', and: /^tar \(child\): / },
      { has: 'bundler: command not found' },
      { has: "cannot find compiler '" },
      { has: 'is not a docker command' },
      { has: 'unable to find a build program', and: /^\s{0,4}CMake/ },
    ],
    [
      'A command that the script calls is not installed, or not on PATH',
      'Install it in the image or on the runner, or mend the path',
    ],
  ),
  plain(
    'file-in-the-way',
    'a file or folder is there already, or is no folder',
    [
      { has: 'code e', and: /^npm (?:ERR!|error) code E(?:EXIST|NOTEMPTY)$/ },
      { has: 'clobbererror: ' },
      { has: 'prefix already exists: ' },
      ...texts(`
        enotempty: | exdev: cross-device | eexist: file already exists | eisdir: illegal operation | fileexistserror:
        | isadirectoryerror: | already exists in destination | already exists and is not an empty directory
        | omitting directory | ebusy: resource busy
      `),
      { has: 'file exists', and: /^(?:\S{0,100}\/)?(?:mkdir|ln|mknod|mkfifo): .{1,300}: File exists$/ },
      {
        has: 'not a directory',
        and: /^(?:\S{0,100}\/)?(?:cp|mv|install|ln): .{1,300} (?:is )?not a directory$/i,
      },
      { has: 'a directory', and: /^(?:\S{0,100}\/)?(?:rm|cp|mv|sed|cat|grep|dd): .{1,300}: Is a directory$/ },
      { has: 'directory not empty', and: /^(?:\S{0,100}\/)?(?:rm|mv): / },
      {
        has: 'resource busy',
        and: /^(?:\S{0,100}\/)?(?:rm|mv|rmdir|umount): .{1,300}: Device or resource busy$/,
      },
      { has: 'are the same file', and: /^(?:\S{0,100}\/)?(?:cp|mv|ln): / },
      { has: 'cannot copy to non-directory' },
      { has: 'cannot replace to directory' },
    ],
    [
      'A file or a folder is already where the step wants to make one, is a folder where a file is meant (or the other way round), or is in use',
      'Look at what lies there and who put it there: an earlier step, the base image, a cache or a second job beside this one',
    ],
  ),
];
