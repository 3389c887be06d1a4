/**
 * What survives a reboot: handlers in a folder that only root writes, and a fragment for systemd-binfmt
 * (binfmt.d(5)). Where binfmt-support is in charge, update-binfmts(8) is told the same.
 */
import { qemuName } from '../platform/platforms.ts';
import { canBeWritten, escapeHex, formatRule, parseRule, parseRules, type Rule } from './rule.ts';

/** Root's folder of handlers: one folder for each content, so that an upgrade never overwrites what is in use. */
export const PERSIST_ROOT = '/usr/local/lib/setup-binfmt';

/** Read by systemd-binfmt after the fragments of packages, whose names sort before it. */
export const FRAGMENT_PATH = '/etc/binfmt.d/setup-binfmt.conf';

/** Where a handler lies for good: `qemu` is QEMU's name of the target. */
export function persistentPath(sha256: string, qemu: string): string {
  return `${PERSIST_ROOT}/${sha256.slice(0, 16)}/${qemuName({ qemu })}`;
}

/** Where the version of a handler is noted that lies for good. */
export function versionPath(handler: string): string {
  return `${handler}.version`;
}

/** Where the origins of a handler are noted that lies for good: one a line, the latest first. */
export function originsPath(handler: string): string {
  return `${handler}.origins`;
}

/** The origin of a binary in the store: the folder of its tool and version, which names the source. */
export function originOf(binary: string): string {
  return binary.split('/').slice(-4, -2).join('/');
}

/**
 * Where a copy of a handler lies until the kernel has opened it. Its path is all that the table says of it later, and so
 * tells what it holds and where that came from.
 */
export function passingPath(folder: string, sha256: string, source: string, qemu: string): string {
  return `${folder}/${PASSING}/${sha256}/${originOf(source)}/${qemuName({ qemu })}`;
}

const PASSING = 'setup-binfmt-passing';
const PASSING_PATH = new RegExp(`/${PASSING}/([0-9a-f]{64})/([^/]+/[^/]+)/[^/]+$`);

/** What the path of a passing copy tells of it: its sha256, and its origin; `undefined` for any other path. */
export function passingCopy(
  interpreter = '',
): { readonly sha256: string; readonly origin: string } | undefined {
  const [, sha256, origin] = PASSING_PATH.exec(interpreter) ?? [];
  return sha256 === undefined || origin === undefined ? undefined : { sha256, origin };
}

/** True for an interpreter that this program has put where it is, or had there when it was registered. */
export function isOwnHandler(interpreter: string | undefined, store: string): boolean {
  return (
    isPersistent(interpreter) ||
    passingCopy(interpreter) !== undefined ||
    (interpreter?.startsWith(`${store}/`) ?? false)
  );
}

/** True for an interpreter that stays. */
export function isPersistent(interpreter: string | undefined): boolean {
  return interpreter?.startsWith(`${PERSIST_ROOT}/`) ?? false;
}

const HEAD = `# Written by setup-binfmt, and read by systemd-binfmt when it starts. To take a line away,
# where setup-binfmt is:
#   node dist/cli.js remove NAME
`;

/**
 * The fragment's text, one rule a line in the order given, less what no line can say; `null`, no file at all, for no rules.
 */
export function formatFragment(rules: readonly Rule[]): string | null {
  const lines = rules.filter(canBeWritten).map((rule) => `${formatRule(rule)}\n`);
  return lines.length === 0 ? null : HEAD + lines.join('');
}

/** The rules of a fragment; lines that are none are left out. */
export function parseFragment(text: string | null): readonly Rule[] {
  return text === null ? [] : parseRules(text, [], parseRule);
}

/** The fragment's rules when `keep` is to be in it, in place of what had their names, and `forget` is not. */
export function mergeFragment(
  rules: readonly Rule[],
  keep: readonly Rule[],
  forget: readonly string[],
): readonly Rule[] {
  const gone = new Set([...forget, ...keep.map(({ name }) => name)]);
  return [...rules.filter(({ name }) => !gone.has(name)), ...keep].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The fragment `now` as it would be, had a run not made `after` of `before`: all other lines stay as they are. */
export function revertFragment(
  now: string | null,
  before: string | null,
  after: string | null,
): string | null {
  if (now === after) return before;
  const linesOf = (text: string | null): readonly string[] => text?.split('\n') ?? [];
  const [old, made, lines] = [linesOf(before), linesOf(after), linesOf(now)];
  const heads = HEAD.split('\n');
  const left = lines.filter((line) => heads.includes(line) || old.includes(line) || !made.includes(line));
  const names = new Set(parseFragment(left.join('\n')).map(({ name }) => name));
  const taken = parseFragment(before).filter(
    (rule) => !made.includes(formatRule(rule)) && !names.has(rule.name),
  );
  if (left.length === lines.length && taken.length === 0) return now;
  if (taken.length === 0 && left.every((line) => heads.includes(line))) return null;
  const kept = left.join('\n').trimEnd();
  return (kept === '' ? HEAD : `${kept}\n`) + taken.map((rule) => `${formatRule(rule)}\n`).join('');
}

const PACKAGE = ['--package', 'setup-binfmt'];

/** How update-binfmts(8) is told of a rule. */
export function updateBinfmtsInstall({ name, match, interpreter, flags }: Rule): readonly string[] {
  const spec =
    match.kind === 'extension'
      ? ['--extension', match.extension]
      : [
          '--magic',
          escapeHex(match.magic),
          '--offset',
          String(match.offset),
          ...(match.mask === undefined ? [] : ['--mask', escapeHex(match.mask)]),
        ];
  const yes = (letter: string): string => (flags.includes(letter) ? 'yes' : 'no');
  return [
    ...PACKAGE,
    '--install',
    name,
    interpreter,
    ...spec,
    '--credentials',
    yes('C'),
    '--preserve',
    yes('P'),
    '--fix-binary',
    yes('F'),
  ];
}

/** How update-binfmts(8) is told that a rule is gone. */
export function updateBinfmtsRemove({ name, interpreter }: Rule): readonly string[] {
  return [...PACKAGE, '--remove', name, interpreter];
}
