/** Kinds of what is wrong with a step itself: files, commands, rights, options, servers. */

import { type Kind, plain, texts } from '../kind.ts';

/** A socket of the machine’s own, behind which no server is. */
const LOCAL = /\b(?:to|the) (?:socket|bus)\b|remote store 'daemon'|\bunix[: ]|\.sock(?:et)?\b/i;

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
  plain(
    'network',
    'a server did not answer',
    [
      ...texts(`
        could not resolve host | temporary failure in name resolution | temporary failure resolving
        | connection timed out | connection refused | connection reset by peer | network is unreachable
        | temporary error (try again later) | network error (check internet connection | econnreset
        | etimedout | esockettimedout | trouble with your network connection | i/o timeout
        | no route to host | getaddrinfo | could not connect to | failed to connect to | read/write on closed pipe | tls handshake timeout
        | unable to resolve host address | early eof | npm error network | npm err! network | readtimeouterror | read timed out
        | server misbehaving | unknownhostexception | received status code 5 | ssl connection could not be established
        | ssl_error_syscall | unexpected eof while reading | remote end closed connection | incompleteread | connection broken
        | unexpected disconnect while reading | remote end hung up | transfer closed with | timeout was reached
        | max retries exceeded with url | socket could not be established | cannot initiate the connection | unable to connect to
        | connection reset | bad gateway | proxyerror | connection aborted | no urls in mirrorlist | connection was forcibly closed
        | gateway time-out | error: rpc failed | service unavailable | socket hang up
      `).map((sign) => ({ ...sign, not: LOCAL })),
      { has: 'the requested url returned error', and: /error: (?!4(?:0[134]|10)\b)/ },
      { has: 'bad address', and: /^wget: bad address/ },
      { has: 'enotfound', and: /\bENOTFOUND\b/ },
      {
        has: 'failed to download',
        and: /timed? ?out|curl|connection|resolve|^error: failed to download from `/i,
      },
      { has: 'context deadline exceeded', and: /\b(?:push|pull|fetch|registry|download|resolve|https?:)/i },
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
      ...texts(`
        container action is only supported on | invalid operation | failed to find target | target stage " | should not be blank | port is already allocated
        | invalid compose project | invalid key-value pair | mapping values are not allowed | no such service
        | no configuration file provided | failed to read input | circular dependency | address already in use
        | unexpected eof while looking for | unknown shorthand flag | no builder " | unknown flag:  | unrecognized arguments
        | invalid workflow file | unable to resolve action | invalid reference format
        | requires exactly 1 argument | dockerfile parse error | no such image: 
        | but no append mode, specify | with tls data loaded from environment | not been booted with systemd as init system | cannot use output with more than one | is already in use by container | dirty state error | git is in a dirty state
        | image operating system " | unknown instruction:  | without --no-sandbox is not supported
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
    'answer-ended-early',
    'Unexpected end of JSON input',
    [{ has: 'unexpected end of json input', not: /npm|while parsing near/i }],
    [
      'An answer that was to be JSON ended early',
      'Look at the lines above: the tool’s own error stands there',
    ],
    { rank: 'echo' },
  ),
];
