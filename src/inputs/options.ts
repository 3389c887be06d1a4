/** The table of options: the inputs of the action, which the terminal takes too, and what the terminal takes besides. */

import { TABLE_PATH } from '../binfmt/entry.ts';
import { BUILT_IN_RUNNERS, formatRunners } from '../platform/runners.ts';
import { SOURCE_NAMES } from '../qemu/handler.ts';

export const MODES = ['setup', 'plan', 'doctor', 'remove'] as const;
export type Mode = (typeof MODES)[number];
export const SCOPES = ['host', 'private', 'engine'] as const;
export type ScopeName = (typeof SCOPES)[number];
export const CONFLICT_POLICIES = ['repair', 'replace', 'keep', 'fail'] as const;
export type ConflictPolicy = (typeof CONFLICT_POLICIES)[number];

/** What only the terminal does, besides help and version. */
export const OWN_COMMANDS = ['exec', 'list', 'platforms', 'undo'] as const;

/** What a run is for. */
export type Purpose = Mode | (typeof OWN_COMMANDS)[number];
export const PURPOSES: readonly Purpose[] = [...MODES, ...OWN_COMMANDS];

/** Plan says what setup would do, so it takes what setup takes. */
const SETUP: readonly Purpose[] = ['setup', 'plan'];
const FILLING: readonly Purpose[] = [...SETUP, 'exec'];
const LOOKING: readonly Purpose[] = [...FILLING, 'doctor'];
const ALL: readonly Purpose[] = [...LOOKING, 'remove'];

/** What people write for true and false. */
export const YES = /^(?:true|yes|on|1)$/i;
export const NO = /^(?:false|no|off|0)$/i;

/** How an option is written: which next word is its value, and what it means without a value. */
interface OptionKind {
  readonly takes?: RegExp;
  readonly alone?: string;
}

export const TEXT: OptionKind = { takes: /^/ };
/** `--no-NAME` makes a switch false. */
export const SWITCH: OptionKind = { takes: /^(?:true|false|yes|no|on|off)$/i, alone: 'true' };
/** Stands by itself; no next word is its value. */
export const WORD: OptionKind = { alone: 'true' };
const TABLE: OptionKind = { takes: /^\//, alone: TABLE_PATH };

export interface Option {
  readonly name: string;
  readonly kind: OptionKind;
  /** What is taken where none is given; only inputs of the action have one, and it is empty where it depends on others. */
  readonly fallback?: string;
  /** Where it means something. */
  readonly modes: readonly Purpose[];
  /** What help says of it, with `VALUE: ` before it where a text is its value; help leaves out what has none. */
  readonly help?: string;
}

const BUILT_IN = formatRunners(BUILT_IN_RUNNERS).join('\n');

/** The inputs of the action, and then what only the terminal takes. */
export const OPTIONS: readonly Option[] = [
  input('platforms', '', ALL),
  input('mode', 'setup', ALL),
  input('image', '', ALL, 'REFERENCE: the image that holds QEMU, best with its digest'),
  input('qemu-from', '', FILLING, `LIST: sources of QEMU in order: ${SOURCE_NAMES.join(', ')}`),
  input('registry-mirrors', '', LOOKING, "L: registries that are asked before the image's own"),
  input('registry-config', 'true', LOOKING, "do not use this machine's mirrors, proxies and certificates"),
  input('insecure-tags', 'false', FILLING, 'believe tags of registries that do not prove who they are'),
  input('cache', 'true', FILLING),
  // The name that docker/setup-qemu-action gives to `cache`.
  input('cache-image', '', FILLING),
  input(
    'scope',
    'host',
    [...ALL, 'list'],
    'SCOPE: whose table: host, or engine for that of a rootless Docker or podman',
  ),
  input('on-conflict', 'repair', LOOKING, `POLICY: ${CONFLICT_POLICIES.join(', ')}`),
  input('reset', 'false', FILLING, 'take every qemu-* entry away first'),
  input(
    'credentials',
    'true',
    FILLING,
    'register without the C flag (setuid programs then lose their rights)',
  ),
  input(
    'rules',
    '',
    FILLING,
    'TEXT: further rules, one a line (:name:M:offset:magic:mask:interpreter:flags)',
  ),
  input('autoload', 'true', SETUP, 'do not load the module, do not mount binfmt_misc'),
  input('persist', 'false', SETUP, 'survive a reboot and a restart of systemd-binfmt'),
  input('cleanup', 'false', [...SETUP, 'remove']),
  input('strict', 'true', FILLING, 'warn where a platform is not proven, in place of failing'),
  input('add-to-path', 'false', SETUP),
  input('summary', 'true', ALL),
  input(
    'runners',
    '',
    SETUP,
    `TEXT: runners in the matrix, one platform=label a line;\nwithout a default, these stay for all others:\n${BUILT_IN}`,
  ),
  input(
    'matrix-from',
    '',
    FILLING,
    "IMAGE: the platforms of an image's index, cut with those that are named",
  ),
  input('log', 'engine', ['doctor'], 'LIST: (doctor) files, - (standard input), engine, jobs or none'),
  // Given to every mode, by the action's own default.
  input('github-token', '', ALL),
  input('network', 'false', ['doctor'], '(doctor) ask the registries, too'),
  {
    name: 'mount',
    kind: TABLE,
    modes: ['setup'],
    help: 'make sure that binfmt_misc is mounted, and no more',
  },
  { name: 'run', kind: TEXT, modes: ['remove'], help: 'ID|last: take this run back, as undo does' },
  {
    name: 'map-root',
    kind: WORD,
    modes: ['exec'],
    help: "exec: be root in there, with the user's subordinate ids",
  },
  {
    name: 'json',
    kind: WORD,
    modes: [...MODES, 'list', 'platforms', 'undo'],
    help: 'print the report alone, as JSON',
  },
  { name: 'help', kind: WORD, modes: PURPOSES, help: 'print this; of a mode, its options and examples' },
  { name: 'version', kind: WORD, modes: PURPOSES, help: 'print the version of this program' },
  // What tonistiigi/binfmt is given.
  { name: 'install', kind: TEXT, modes: ['setup'] },
  { name: 'uninstall', kind: TEXT, modes: ['remove', 'setup'] },
];

function input(name: string, fallback: string, modes: readonly Purpose[], help?: string): Option {
  return { name, kind: SWITCH.takes?.test(fallback) ? SWITCH : TEXT, fallback, modes, help };
}
