/** Kinds of sources that do not compile or link. */

import { evidenceIs } from '../conditions.ts';
import { type Condition, type Kind, kind, plain, texts } from '../kind.ts';

/** What comes with a compiler, and not with a package of its own. */
const OF_THE_TOOLCHAIN = /-l(?:gcc\w{0,4}|c|m|pthread|dl|rt|atomic|stdc\+\+|System|c\+\+)\b/;

const NO_WHEEL =
  'There is no ready-made package (wheel, prebuilt module) for this platform, so that it is built from its sources';
const TAKE_A_WHEEL =
  'Take a version or a base image for which there is one (glibc’s in place of Alpine; for 32-bit Arm piwheels), or install';
const needsRust: Condition = (view) => evidenceIs(/\bcargo\b|\brust (?:compiler|not found)/i)(view) === true;

export const sourceKinds = (): readonly Kind[] => [
  plain(
    'patch-failed',
    'a patch does not fit the sources',
    [
      ...texts(
        "error: patch failed: | patch does not apply | can't find file to patch | rejects to file | error: corrupt patch at line | only garbage was found in the patch | malformed patch at line | (or previously applied) patch detected",
      ),
      { has: 'hunk', and: /^Hunk #\d{1,4} FAILED at / },
    ],
    [
      'A patch does not fit the sources: they are of another version than the one that it was made for, or have it already',
      'Take the version of the sources that the patch names, or make the patch anew for this one',
    ],
    { rank: 'cause', explains: ['file-missing'] },
  ),
  plain(
    'cross-toolchain',
    'a cross-compiler or its libraries are missing',
    [
      { has: 'target not found in sysroot' },
      { has: 'cross-os native compilation is not supported' },
      { has: "platform linker ('", and: /not found in PATH/ },
      { has: 'linking in object file built for' },
      ...texts(
        'no such instruction: | too many memory references for | does not contain a toolchain for cpu',
      ),
      { has: 'linker `', and: /linker `[\w.-]{1,60}` not found/ },
      {
        has: 'command not found',
        and: /\b\w{1,40}-linux-\w{1,40}-(?:gcc|g\+\+|ld|ar|strip|objcopy|clang)\S{0,10}: (?:command )?not found/i,
      },
      {
        has: 'not found',
        and: /\b\w{1,40}-(?:\w{1,40}-)?linux-(?:gnu|musl)\w{0,20}-(?:gcc|g\+\+|ld|ar|cc|strip)\b.{0,20}not found/i,
      },
      { has: 'skipping incompatible' },
      { has: 'cannot find runtime/cgo' },
      { has: 'unrecognised emulation mode' },
      { has: 'cgo: cannot parse gcc output' },
      { has: 'target may not be installed', and: /^\s{0,4}= ?note: |^note: / },
      { has: 'failed: exit status', and: /\blink: running \S{1,80} failed: exit status/ },
      { has: 'unable to find library -l', and: OF_THE_TOOLCHAIN },
      { has: 'library not found for -l', and: OF_THE_TOOLCHAIN },
      { has: 'not found', and: /^ld: (?:warning: )?(?:library '|framework not found )/ },
      { has: 'unable to recognise the format', and: /^(?:\S{1,60}[-/])?(?:strip|objcopy|objdump): / },
      { has: 'format of the input file', and: /Unable to recogni[sz]e the format of the input file/ },
      { has: 'is not a full path and was not found' },
      { has: 'cannot find ', and: /\bcannot find S?crt(?:1|i|n|begin\w{0,2}|end\w{0,2})\.o\b/ },
      { has: 'cannot find -l', and: OF_THE_TOOLCHAIN },
      { has: "can't find crate for `", and: /crate for `(?:std|core)\b/ },
      { has: 'not been configured to support cross' },
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
    'library-missing',
    'a library or its headers are not installed',
    [
      { has: 'unable to find library -l', not: OF_THE_TOOLCHAIN },
      { has: 'library not found for -l', not: OF_THE_TOOLCHAIN },
      { has: 'cannot find -l', not: OF_THE_TOOLCHAIN },
      { has: 'could not run `pkg-config' },
      { has: ' not found', and: /^ {1,4}[A-Za-z][\w+-]{1,40} NOT found\b/ },
      { has: ' library!', and: /^ERROR: could not find \S{1,40} library!/ },
      ...texts(`
        can not find valid pkg-config name | mysql client is missing | can't find header files for ruby
        | missing (or bad) c librar | missing dependency on a foreign library | openssl appears to be unavailable
        | ssl module in python is not available | unable to load shared library '
      `),
      { has: 'locate mkmf.log', and: /^\w[\w.-]{1,30} is missing\. Please locate mkmf\.log/ },
      { has: ' header', and: /^Can't find the '[\w./-]{1,60}' header/i },
      // Rust’s -sys crates
      ...texts(`
        openssl_dir unset | could not find directory of openssl | could not find openssl via pkg-config
        | could not find \`protoc\` installation | unable to find libclang | required by crate \`
      `),
      // Python’s extensions
      ...texts(`
        unable to find mysql_config | pg_config executable not found | mysql_config not found
        | libxml2 and libxslt development packages | requireddependencyexception: | library files could not be found for
        | required library "
      `),
      { has: 'python.h: no such file' },
      // .NET, Lua, R, Meson
      ...texts(`
        no usable version of libssl | find a valid icu package | could not find header file for
        | could not find library file for | anticonf error
      `),
      { has: 'not found', and: /ERROR: .{0,20}(?:shared or static )library '[^']{1,60}' not found/ },
      { has: 'compiler requires the cuda toolkit' },
      { has: 'cuda_toolkit_root_dir not found' },
      { has: 'missing dependencies to run browsers' },
      { has: 'your system is missing the dependency: ' },
      { has: 'is missing the following', and: /host system is missing the following/i },
    ],
    [
      'A library that the sources or a program need, or its headers or pkg-config file, is not installed, or not for the architecture that is built',
      'Install the development package of the library (-dev, -devel) for the architecture that is built, and where something else than this machine’s own is built, tell pkg-config so (PKG_CONFIG_SYSROOT_DIR, PKG_CONFIG_PATH)',
    ],
    { rank: 'cause', explains: ['dependency', 'compile-error', 'built-from-source', 'file-missing'] },
  ),
  plain(
    'made-program-not-run',
    'a program that the compiler has just made does not run',
    [
      { has: 'cannot run c', and: /cannot run (?:simple )?C(?:\+\+)?[ -]compiled programs/i },
      { has: 'are not runnable', and: /^.{0,80}executables created by/i },
    ],
    [
      'What the compiler made does not run where it was made: it is for another architecture than this machine’s (a cross-compiler, flags for the target), or for another processor',
      'Look into config.log or meson-log.txt at what happened when it was started; where a cross-compiler is meant, name it and the target (--host, a cross file)',
    ],
    { rank: 'cause', explains: ['compile-error', 'built-from-source', 'not-a-program'], doubtful: true },
  ),
  plain(
    'compiler-not-usable',
    'the compiler here makes no programs',
    [
      ...texts(`
        compiler cannot create executables | not able to compile a simple test program | cannot compute suffix of
        | compiler cannot compile programs | unable to execute command: executable "
      `),
      { has: 'unknown compiler(s)', and: /ERROR: Unknown compiler\(s\): / },
      { has: '_compiler not set', and: /CMAKE_\w{1,20}_COMPILER not set, after EnableLanguage/ },
    ],
    [
      'The compiler that a check tried is not there, or makes no program: its C library (libc-dev), its assembler or its linker is not installed, or the flags are for another processor',
      'Look at the end of config.log (CMakeConfigureLog.yaml, meson-log.txt), install the whole toolchain (build-essential, build-base), and look at CC, CFLAGS and LDFLAGS',
    ],
    { doubtful: true, explains: ['compile-error', 'dependency', 'built-from-source'] },
  ),
  plain(
    'check-needs-target',
    'a check of the configuration would have to run a program of the target',
    [
      { has: 'run test program while cross compiling', and: /error: .{0,40}cannot run test program/ },
      { has: 'invoked in cross-compiling mode', and: /CMake Error: try_run\(\) invoked/i },
      { has: 'need an executable wrapper', and: /ERROR: / },
      { has: 'can not run test applications in this cross environment' },
    ],
    [
      'A project that is compiled for another architecture wants to run one of its own programs to find something out, which this machine cannot do, and the answer was not given beforehand',
      'Give the answer (ac_cv_… for configure, the variables that CMake names), or name an emulator for such programs (CMAKE_CROSSCOMPILING_EMULATOR, exe_wrapper in Meson’s cross file)',
    ],
    { rank: 'cause', explains: ['dependency', 'compile-error'] },
  ),
  kind('built-from-source', 'a package is built from its sources, and that fails', {
    bearing: 'elsewhere',
    signs: [
      ...texts(`
        metadata-generation-failed | failed to bundle project | error: command errored out with exit status 1: | failed to build installable wheels | maturin failed | the build backend returned an error
        | failed to download and build \` | package manager, is not installed or is not on path | failed with: build_failed
      `),
      {
        has: 'did not run successfully',
        and: /(?:Getting requirements to build (?:wheel|editable)|Preparing (?:editable )?metadata|python setup\.py \w{1,20}|Building (?:wheel|editable) for \S{1,80}|pip subprocess to install).{0,60} did not run successfully/,
      },
      { has: 'install script from "', and: /^error: install script from "/ },
      { has: 'bundler cannot continue', and: /An error occurred while installing / },
      ...texts(`
      can't find rust compiler | failed building wheel for | failed-wheel-build | legacy-install-failure
      | unable to execute 'gcc' | command 'gcc' failed: no such file | gyp err! | no prebuilt binaries found
      | could not build wheels for | couldn't be built successfully | invalid command 'bdist_wheel'
    `),
      { has: "command 'cargo' failed", and: /command 'cargo' failed(?::|$)/ },
    ],
    explains: ['compile-error', 'dependency'],
    causes: [
      {
        text: `${NO_WHEEL}, for which Rust’s compiler and Cargo are missing`,
        when: needsRust,
        elsewhere: true,
        remedy: `${TAKE_A_WHEEL} Rust and Cargo before it`,
        commands: ['RUN curl -sSf https://sh.rustup.rs | sh -s -- -y', 'ENV PATH="/root/.cargo/bin:$PATH"'],
      },
      {
        text: `${NO_WHEEL}, for which a compiler or a library is missing`,
        when: (view) => !needsRust(view),
        elsewhere: true,
        remedy: `${TAKE_A_WHEEL} the compiler and the headers`,
      },
    ],
  }),
  plain(
    'compile-error',
    'the source does not compile',
    [
      { has: '[postcss]', and: /\[postcss\].{1,300}(?:Unknown word|Unclosed |Unexpected )/ },
      { has: 'error: parse failure: ' },
      { has: 'error: linking with `' },
      // Metro, Flutter, Julia, Clojure, Bundles of applications
      ...texts(`
        failed to build the ios project | target kernel_snapshot failed | failed to precompile | syntax error compiling at (
      `),
      { has: 'unable to resolve module ', and: /\b[Uu]nable to resolve module `?[@\w./-]{1,100}`? from / },
      { has: '[error]: ', and: /^error: TS\d{4,5} \[ERROR\]: / },
      { has: ': error: expected ', and: /\.zig:\d|^error: expected type '/ },
      { has: '/.stamp_built', and: /\*\*\* \[.{1,300}\/\.stamp_built\] Error \d/ },
      { has: 'oe_runmake failed' },
      { has: 'php fatal error', not: /Uncaught|Allowed memory/ },
      // What bundles, and what makes pages
      ...texts(`
        failed to resolve entry for package | module build failed (from | export encountered errors on following paths
        | is missing "generatestaticparams()" | should be wrapped in a suspense boundary | found pages without a react component
        | could not resolve import " | @parcel/core: failed to resolve | sasserror: | can't find stylesheet to import
        | csssyntaxerror: | is not present in the asset pipeline | uglifier::error | build optimization failed:
      `),
      { has: 'is not exported by ', and: /" is not exported by "[^"]{1,300}", imported by "/ },
      { has: 'transform failed with', and: /Transform failed with \d{1,5} errors?:/ },
      // Linkers, and compilers of machine code
      ...texts(`
        linker command failed with exit code 1 | ld returned 1 exit status | is not a namespace-name | cannot find derive macro \` | proc-macro derive panicked
        | cannot find attribute macro \`
      `),
      { has: 'bad value ', and: /bad value .{3,40} for .{0,3}-m/ },
      {
        has: 'error: ',
        and: /error: (?:call to undeclared function|(?:passing|initiali[sz]\w{1,8}|assign\w{1,8}|return\w{0,8}|incompatible).{0,300}incompatible[- ]pointer[- ]type|incompatible pointer types)/,
      },
      { has: 'unknown value ', and: /unknown value .{3,40} for .{0,3}-m/ },
      // Java, Kotlin, Android
      ...texts(`
        org.jetbrains.kotlin.gradle.internal.kapt | aapt: error: | error: [dagger/ | unsupportedfeatureexception: | error: cannot access class
      `),
      { has: 'duplicate class ', and: /Duplicate class [\w.$]{1,200} found in modules / },
      { has: 'could not compile', and: /\bcompileIncremental\) Compilation failed/ },
      // Swift, Haskell, Bazel
      { has: 'emit-module command failed with exit code 1' },
      {
        has: 'with a nonzero exit code',
        and: /^Command \w{1,40} failed with a nonzero exit code/,
        not: /CodeSign/,
      },
      { has: '** build failed **' },
      { has: 'error: fatalerror', and: /^error: fatalError$/ },
      {
        has: 'failed to build ',
        and: /^(?:cabal: |Error: cabal: )?Failed to build [\w.-]{1,80}(?:\.$|\. | \()/,
      },
      { has: '[s-7282]' },
      { has: '[cabal-7125]' },
      { has: 'failed: (exit 1)', and: /^ERROR: \S{1,300}: .{1,300} failed: \(Exit 1\): / },
      ...texts(`
        error[e0 | compilation error | unresolved reference | undefined reference to | syntaxerror: 
        | error: cannot find symbol | module not found: error: | cannot import name | all warnings being treated as errors
        | php parse error | rollup failed to resolve import | failed to resolve import | parse error: syntax error
        | multiple definition of \`
        | error: command 'gcc' failed
        | rolluperror: | module parse failed: | failed to compile. | error occurred prerendering page | not prefixed with / or ./
        | import cycle not allowed | build constraints exclude all go files | function main is undeclared | use of internal package
        | compilation failure | compilation failed; see the compiler | reached end of file while parsing
        | must be caught or declared to be thrown | should be declared in a file named
        | can not be used when making a | duplicate symbol | dso missing from command line | error: undefined symbol:
        | fatal: undefined symbol: | undefined symbols for architecture | symbol(s) not found for architecture
        | unknown target triple | invalid linker name in | unknown target cpu | inlining failed in call to
        | impossible constraint in | loop initial declarations are only allowed | use of undeclared identifier
        | overflowed by | will not fit in region | cython.compiler.errors.compileerror | ptxas fatal
        | has no implicit type | cannot open module file | could not resolve entry module
        | proc macro panicked | unclosed delimiter | requires explicit package name
        | (compileerror) | (syntaxerror) | missing parentheses in call to 'print' | indentationerror: | taberror:
        | relocation truncated to fit | error: unknown mnemonic | impossible constraints | the clang compiler does not support | unbound module | unbound value | this expression has type | no instance for ( | couldn't match expected type
        | not in scope: | could not load module | parse error on input | ! latex error: | ! undefined control sequence
        | error building site: | liquid exception: | found broken links | could not import extension
        | attempted import error: | unsupported option '-m | no such module '
      `),
      // Compilers that name no file in the line, and those of other languages.
      {
        has: 'error: ',
        and: /^(?:\S{1,200}: )?(?:fatal )?(?:error|ERROR): (?:conflicting types for|redefinition of|too (?:few|many) arguments|.{1,80} undeclared \(|unknown type name|no member named|.{1,80} has no member|no matching function|invalid conversion|.{0,12}incomplete type|implicit declaration of|static assertion failed|#error |cannot find macro `|unresolved import `|expected one of|file not found for module|couldn't read `|cannot find '.{1,80}' in scope|incompatible types:|class, interface|no inputs? files?|requires `sized`)/,
      },
      {
        has: 'no such file or directory',
        and: /(?:^|error: |["'<\s/])[\w./+-]{1,200}\.(?:h|hh|hpp)(?:["'>])?: No such file or directory/,
      },
      {
        has: '.go:',
        and: /\.go:\d{1,6}:\d{1,6}: (?:cannot use |cannot (?:assign|convert|call|range|infer|refer)|syntax error|.{1,80} redeclared|missing return|too many|not enough|assignment mismatch|.{1,120} undefined \(|invalid (?:operation|argument|recursive)|.{1,80} is not a type|.{1,80} does not implement|unknown field|impossible |non-|fmt\.\w{1,12} )/,
      },
      { has: 'file not found', and: /fatal error: '[\w./+-]{1,200}\.(?:h|hh|hpp)' file not found/ },
      {
        has: 'error: ',
        and: /error: (?:unknown register name|invalid output constraint|invalid instruction mnemonic|instruction requires: |target does not support atomic)/,
      },
      { has: 'build failed because of webpack errors' },
      { has: 'could not compile dependency :' },
      { has: 'syntaxerror: error: ', and: /^Sass/ },
      { has: 'does not exist', and: /(?:error: |^(?:\[ERROR\] )?)package [\w.]{1,120} does not exist$/ },
      {
        has: 'error: ',
        and: /^(?:\S{1,200}: )?error: (?:variable .{1,80} is already defined|(?:method|constructor) .{1,120} cannot be applied|bad class file|cannot convert '|lvalue required|assignment of read-only|narrowing conversion|call of overloaded|stray '\\|invalid use of incomplete|this function takes)/,
      },
      { has: 'findexception: module ' },
      { has: 'relocation target', and: /relocation target \S{1,200} not defined/ },
      {
        has: 'unrecognized',
        and: /unrecognized (?:command[- ]line option|argument in(?: command[- ]line)? option)/,
      },
      { has: 'unknown argument: ', and: /clang(?:\+\+)?(?:-\d{1,2})?: error: unknown argument/ },
      { has: 'bad value (', and: /bad value \(.{1,40}\) for .{0,3}-m/ },
      {
        has: 'error: ',
        and: /^(?:\S{1,200}:\d{1,6}: )?Error: (?:unknown mnemonic|selected processor does not support|junk at end of line|unknown pseudo-op|operand \d|no such instruction|invalid operand|bad register name|unrecognized opcode)/,
      },
      {
        has: ': error: ',
        and: /\.(?:dart|zig|proto|scala|hs|ml|ex|erl|nim|cr|d|v|jl|pas|ads|adb|f90|f|cu|mm|vala|groovy)[:(]\d{1,6}(?:[:,]\d{1,6})?\)?:? (?:fatal )?error: /i,
      },
      { has: '.scala:', and: /^\[error\] \S{1,300}\.scala:\d{1,6}:\d{1,6}: / },
      { has: '.java:[', and: /\.java:\[\d{1,6},\d{1,6}\]/ },
      { has: '.kt:', and: /^e: (?:file:\/\/)?\S{1,300}\.kts?:/ },
      { has: '.erl:', and: /\.erl:\d{1,6}:(?:\d{1,6}:)? (?!Warning)/ },
      { has: '.proto:', and: /\.proto:\d{1,6}:\d{1,6}: (?!warning)|\.proto: File not found/ },
      {
        has: 'compilation failed',
        and: /^\[error\] \(.{1,60}\) Compilation failed|===> Compiling \S{1,200} failed/,
      },
      { has: 'compiling ', and: /^===> Compiling \S{1,200} failed/ },
      { has: '[ghc-', and: /error: \[GHC-\d{5}\]/ },
      { has: '.d(', and: /\.d\(\d{1,6}(?:,\d{1,6})?\): Error: / },
      { has: 'error', and: /\berror (?:FS|BC|NG|AD|MC|CA|IDE|SA|VB|RZ|CS|xUnit)\d{4,5}:/ },
      { has: '[error] could not resolve', and: /\[ERROR\] Could not resolve "/ },
      { has: '[error] expected', and: /\[ERROR\] Expected / },
      { has: 'type error: ', and: /^Type error: / },
      { has: ' ----', and: /^-- [A-Z][A-Z ]{3,40} -{4,}/ },
      { has: '.scala:', and: /^(?:\[error\] )?-- (?:\[E\d{3}\] )?.{1,40}Error: \S{1,300}\.scala:\d/ },
      { has: 'invalid value ', and: /invalid value '[^']{1,20}' in '-std=/ },
      {
        has: 'syntax error',
        and: /^(?:\S{1,200}: )?syntax error at \S{1,200} line \d|\.rb:\d{1,6}: syntax error/,
      },
      { has: 'undeclared identifier' },
      { has: 'undefined constant', and: /^Error: undefined constant / },
      { has: 'type mismatch between actual argument' },
      { has: '> task :', and: /> Task :\S{1,100}(?:compile|assemble)\S{0,60} FAILED/i },
      { has: 'error ts', and: /error TS\d{3,5}|TS\d{3,5}: / },
      { has: ': ts2', and: /TS\d{4}: / },
      { has: 'ts2', and: /\bTS\d{4}: / },
      {
        has: 'error: ',
        and: /\.(?:c|cc|cpp|cxx|h|hpp|rs|java|kt|swift|m|cs|go|s|S|asm)(?::\d+){1,2}:? (?:fatal )?error: /,
      },
      {
        has: "' failed with exit ",
        and: /[Ee]rror: command '\S{0,80}(?:gcc|g\+\+|clang|clang\+\+|cc)' failed with exit (?:code|status) 1$/,
      },
      { has: 'error cs', and: /error CS\d{4}/ },
      { has: 'could not compile `', and: /due to (?:\d|(?:one|\d+) previous)/ },
      { has: 'aborting due to', and: /previous errors?/ },
      {
        has: 'unrecognized command',
        and: /command[- ]line option .{0,4}-m(?:no-)?(?:avx|sse|fma|bmi|aes|f16c|popcnt|neon|fpu|32|64)/,
      },
      { has: 'undefined: ', and: /\.go:\d+:\d+: undefined: / },
      { has: 'declared and not used', and: /\.go:\d+:\d+: / },
      { has: 'imported and not used', and: /\.go:\d+:\d+: / },
      { has: 'could not find module', and: /Could not find module [`‘']/ },
      { has: '[-werror', and: /: (?:error|warning): .{0,300}\[-Werror/ },
      { has: 'error: ', and: /^error: .{1,120} (?:has not been declared|was not declared in this scope)$/ },
      { has: 'error: expected', and: /error: expected .{1,60} before / },
      { has: 'could not resolve "', and: /Could not resolve "\.{1,2}\// },
    ],
    ['The source does not compile', 'Look at the first error that the compiler names'],
  ),
];
