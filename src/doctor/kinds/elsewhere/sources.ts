/** Kinds of sources that do not compile or link. */

import { type Kind, plain, texts } from '../kind.ts';

export const sourceKinds = (): readonly Kind[] => [
  plain(
    'patch-failed',
    'a patch does not fit the sources',
    [
      ...texts("error: patch failed: | patch does not apply | can't find file to patch | rejects to file"),
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
      ...texts('no such instruction: | too many memory references for'),
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
      { has: 'cannot find ', and: /\bcannot find S?crt(?:1|i|n|begin\w{0,2}|end\w{0,2})\.o\b/ },
      { has: 'cannot find -l' },
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
    'compile-error',
    'the source does not compile',
    [
      ...texts(`
        error[e0 | compilation error | unresolved reference | undefined reference to | syntaxerror: 
        | error: cannot find symbol | module not found: error: | cannot import name | all warnings being treated as errors
        | php parse error | php fatal error | rollup failed to resolve import | failed to resolve import | parse error: syntax error
        | multiple definition of \`
        | error: command 'gcc' failed
      `),
      { has: '> task :', and: /> Task :\S{1,100}(?:compile|assemble)\S{0,60} FAILED/i },
      { has: 'error ts', and: /error TS\d{3,5}|TS\d{3,5}: / },
      { has: ': ts2', and: /TS\d{4}: / },
      { has: 'ts2', and: /\bTS\d{4}: / },
      {
        has: 'error: ',
        and: /\.(?:c|cc|cpp|cxx|h|hpp|rs|java|kt|swift|m|cs|go|s|S|asm)(?::\d+){1,2}:? (?:fatal )?error: /,
      },
      { has: 'error cs', and: /error CS\d{4}/ },
      { has: 'could not compile `', and: /due to (?:\d|(?:one|\d+) previous)/ },
      { has: 'aborting due to', and: /previous errors?/ },
      {
        has: 'unrecognized command',
        and: /command[- ]line option .{0,4}-m(?:avx|sse|fma|bmi|aes|f16c|popcnt|neon|fpu|32|64)/,
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
