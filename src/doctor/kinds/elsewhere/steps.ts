/** Kinds of files, commands and rights that a step lacks. */

import { type Kind, plain, texts } from '../kind.ts';

export const stepKinds = (): readonly Kind[] => [
  plain(
    'file-missing',
    'a file that the build names is not there',
    [
      ...texts(`
        error msb3030 | failed to read dockerfile | failed to compute cache key | failed to calculate checksum of ref
        | copy failed:  | unable to evaluate symlinks in dockerfile path | can't open file
        | cannot find module | modulenotfounderror | error loading shared library | cannot open shared object file | cannot load such file --
        | executable doesn't exist at | artifact not found for name | unable to find any artifacts | no rule to make target
        | unzip: cannot find or open | sed: can't read | could not find chrome (ver
      `),
      {
        has: 'no such file or directory',
        and: /^(?:.{0,80} )?(?:open|stat|lstat|cat|cp|mv|cd|ls|rm|mkdir|source|bash|sh|make|python\d?|node): .{0,200}no such file or directory/i,
        not: /\bexec|qemu|binfmt|ld-linux|ld-musl|chroot: /,
      },
      // A script that names a file; of a program the loader may be what is not there.
      {
        has: 'no such file or directory',
        and: /: line \d{1,6}: [^\s:]{1,200}\.[a-z]{1,5}: No such file or directory$/i,
        not: /qemu|binfmt/,
      },
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
      { has: 'permission denied', not: /binfmt|qemu-user/i },
      { has: 'eacces' },
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
      { has: 'command not found' },
      { has: 'not found', and: /^(?:\S{1,200}: )?(?:line )?\d{1,5}: \S{1,200}: not found$/ },
      { has: 'not found', and: /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z|k)?sh: [\w.+-]{1,80}: not found$/ },
      { has: 'executable file not found in $path' },
      { has: 'is not a docker command' },
      { has: 'unable to find a build program', and: /^\s{0,4}CMake/ },
    ],
    [
      'A command that the script calls is not installed, or not on PATH',
      'Install it in the image or on the runner, or mend the path',
    ],
  ),
];
