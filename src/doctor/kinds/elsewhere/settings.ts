/** Kinds of command lines, workflows and files of settings that are wrong. */

import { type Kind, plain, texts } from '../kind.ts';

export const settingKinds = (): readonly Kind[] => [
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
];
