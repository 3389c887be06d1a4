/** Reads the kernel's table, what survives a reboot, and what on this host a rule would take. */

import { type Host, SYSTEM_FOLDERS } from '../host/host.ts';
import { isReadOnly, type Mount, mountAt } from '../host/proc.ts';
import { headOf, headText, namesIn, observeMounts, textOr } from '../host/read.ts';
import { distrustOpening, systemProgram } from '../host/trust.ts';
import { errnoOf, orUndefined } from '../text/problem.ts';
import { isVersion } from '../text/version.ts';
import { BINFMTFS_MAGIC, type Entry, HEADER_BYTES, parseEntry, parseStatus } from './entry.ts';
import {
  FRAGMENT_PATH,
  isPersistent,
  originOf,
  originsPath,
  parseFragment,
  passingCopy,
  versionPath,
} from './persist.ts';
import type { Rule, RuleFacts } from './rule.ts';

/** The rules of this program that survive a reboot, which any user may read. They belong to the host's own table. */
export function readPersisted(host: Host): readonly Rule[] {
  return parseFragment(textOr(host, FRAGMENT_PATH, null));
}

const SYSTEMD_BINFMT = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'];

/** Where binfmt-support keeps the formats that it knows, one a file: its first line names the package (update-binfmts(8)). */
const FORMATS = '/var/lib/binfmts';

/** binfmt-support registers at the start of a machine where systemd-binfmt is not there to read the fragment. */
export function isBinfmtSupportInCharge(host: Host): boolean {
  return (
    systemProgram(host, 'update-binfmts') !== undefined &&
    !SYSTEMD_BINFMT.some((path) => host.stat(path) !== undefined)
  );
}

/** A format that binfmt-support keeps for a package of others: it registers nothing else of that name, or for its files. */
export interface KeptFormat {
  readonly name: string;
  readonly owner: string;
}

/** The formats of these names that binfmt-support keeps for others, where it is in charge. */
export function observeFormats(host: Host, names: readonly string[]): readonly KeptFormat[] {
  if (names.length === 0 || !isBinfmtSupportInCharge(host)) return [];
  return names.flatMap((name) => {
    const owner = textOr(host, `${FORMATS}/${name}`, '').split('\n', 1).join('');
    return owner === '' || owner === 'setup-binfmt' ? [] : { name, owner };
  });
}

/** The version that is noted of a handler that root keeps, without asking it; `undefined` for any other. */
export function keptVersion(host: Host, interpreter: string): string | undefined {
  const noted = isPersistent(interpreter) ? headText(host, versionPath(interpreter), 64).trim() : '';
  return isVersion(noted) ? noted : undefined;
}

/** The origins (`originOf`) of a handler of our own; none where nothing was noted of one that root keeps. */
export function originsOf(host: Host, interpreter: string): readonly string[] {
  if (!isPersistent(interpreter)) return [passingCopy(interpreter)?.origin ?? originOf(interpreter)];
  return headText(host, originsPath(interpreter), 4096)
    .split('\n')
    .filter((line) => line !== '');
}

/**
 * - `unsupported`: the kernel is built without binfmt_misc
 * - `masked`: /proc/sys cannot be seen, so nothing can be said
 * - `module-missing`: a module that is not among the modules of the running kernel
 * - `not-loaded`: a module that can be loaded
 * - `autofs`: an automount point waits for its first access
 * - `not-mounted`, `read-only`, `disabled` (the whole table is switched off), `ready`
 */
export type TableState =
  | 'unsupported'
  | 'masked'
  | 'module-missing'
  | 'not-loaded'
  | 'autofs'
  | 'not-mounted'
  | 'read-only'
  | 'disabled'
  | 'ready';

export interface TableFacts {
  readonly state: TableState;
  readonly path: string;
  /** Newest first, as the kernel lists them and asks them. */
  readonly entries: readonly Entry[];
  /** Names that are listed but could not be read, with the errno. */
  readonly unreadable: readonly { readonly name: string; readonly errno: string }[];
  /** Other places where binfmt_misc is mounted. */
  readonly elsewhere: readonly string[];
  /** User that the mounted table belongs to, as this process sees users. */
  readonly owner?: number;
}

/** What there is to know of a rule's interpreter, and of what the rule takes. */
export function observeRule(host: Host, { interpreter, match }: Rule): RuleFacts {
  const stat = host.stat(interpreter);
  const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
  return {
    exists: stat !== undefined,
    executable,
    exchangeable: distrustOpening(host, interpreter),
    header: executable ? headOf(host, interpreter, HEADER_BYTES) : new Uint8Array(),
    taken: match.kind === 'extension' ? findByEnding(host, `.${match.extension}`, interpreter) : undefined,
  };
}

/** Folders of libraries hold programs and, one folder below, helpers that are set-uid. */
const LIBRARIES = ['/usr/libexec', '/usr/lib', '/lib', '/lib64'];

/** A program of the system, the interpreter or Node, whose path ends like this. */
function findByEnding(host: Host, ending: string, interpreter: string): string | undefined {
  const find = (folder: string, modes: number): string | undefined =>
    namesIn(host, folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}/${name}`)
      .find((path) => ((host.stat(path)?.mode ?? 0) & modes) !== 0);
  for (const folder of [...SYSTEM_FOLDERS, ...LIBRARIES]) {
    const program = find(folder, 0o111);
    if (program !== undefined) return program;
  }
  const below = LIBRARIES.flatMap((folder) => namesIn(host, folder).map((name) => `${folder}/${name}`));
  for (const folder of below) {
    const helper = find(folder, 0o6000);
    if (helper !== undefined) return helper;
  }
  return [interpreter, host.node].find((path) => path.endsWith(ending));
}

/** The state of the table at `path` and its entries. */
export function observeTable(
  host: Host,
  mounts: readonly Mount[],
  release: string,
  path: string,
): TableFacts {
  const elsewhere = mounts
    .filter((mount) => mount.type === 'binfmt_misc' && mount.point !== path)
    .map((mount) => mount.point);
  const state = tableState(host, mounts, release, path);
  const readable = state === 'ready' || state === 'disabled' || state === 'read-only';
  const { entries, unreadable } = readable ? observeEntries(host, path) : { entries: [], unreadable: [] };
  const owner = readable ? host.stat(`${path}/register`)?.uid : undefined;
  return { state, path, entries, unreadable, elsewhere, owner };
}

function tableState(host: Host, mounts: readonly Mount[], release: string, path: string): TableState {
  const mount = mountAt(mounts, path);
  if (mount?.type === 'binfmt_misc' && isVisible(host, path)) {
    if (parseStatus(textOr(host, `${path}/status`, '')) === 'disabled') return 'disabled';
    return isReadOnly(mount) ? 'read-only' : 'ready';
  }
  if (mount?.type === 'autofs') return 'autofs';
  if (/^nodev\s+binfmt_misc$/m.test(textOr(host, '/proc/filesystems', ''))) {
    return host.stat(path) === undefined ? 'masked' : 'not-mounted';
  }
  if (host.stat('/proc/sys/fs') === undefined) return 'masked';
  // The folder exists exactly when the option is y or m (fs/file_table.c), before any module is loaded.
  if (host.stat(path) === undefined) return 'unsupported';
  return moduleIsThere(host, release) ? 'not-loaded' : 'module-missing';
}

/** A mount over a folder above it (a new /proc, a cover over /proc/sys) hides it, and mountinfo does not tell. */
function isVisible(host: Host, path: string): boolean {
  const type = host.fileSystemType(path);
  return type === undefined ? host.stat(path) !== undefined : type === BINFMTFS_MAGIC;
}

/** modules.dep and modules.builtin (depmod(8)) tell without a search through the tree. */
function moduleIsThere(host: Host, release: string): boolean {
  return ['/lib/modules', '/usr/lib/modules'].some((folder) =>
    ['modules.dep', 'modules.builtin'].some((file) =>
      /(?:^|\/)binfmt_misc\.ko/m.test(textOr(host, `${folder}/${release}/${file}`, '')),
    ),
  );
}

function observeEntries(host: Host, path: string): Pick<TableFacts, 'entries' | 'unreadable'> {
  const entries: Entry[] = [];
  const unreadable: { name: string; errno: string }[] = [];
  for (const name of namesIn(host, path)) {
    if (name === 'register' || name === 'status') continue;
    try {
      entries.push(parseEntry(name, host.readText(`${path}/${name}`)));
    } catch (thrown) {
      // Another job may have removed it since it was listed: then it is simply not there.
      const errno = errnoOf(thrown) ?? 'EUNKNOWN';
      if (errno !== 'ENOENT') unreadable.push({ name, errno });
    }
  }
  return { entries, unreadable };
}

/**
 * What tells a table from any other that this machine has had since it was started: its device, which is used again when
 * it is gone, and when it was made. `undefined` where there is none. A registration touches no time of the folder, and
 * writing to `status` only that of this file; what is made anew has another of each. A look at an automount point would
 * wait for its daemon.
 */
export function tableIdentity(host: Host, path: string): string | undefined {
  if (mountAt(observeMounts(host), path)?.type === 'autofs') return undefined;
  const [folder, status] = [host.stat(path), host.stat(`${path}/status`)];
  return folder && status && `${folder.device} ${folder.modified} ${status.modified}`;
}

/** True for the identities of one table, and where one of them is not known. */
export function isSameTable(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [left, right] = [one.split(' '), other.split(' ')];
  return left[0] === right[0] && (left[1] === right[1] || left[2] === right[2]);
}

/** A table to read: the host that it belongs to, and the folder where it is mounted. */
export interface TablePlace {
  readonly host: Host;
  readonly table: string;
}

/** One entry as it is now. */
export function readEntry({ host, table }: TablePlace, name: string): Entry | undefined {
  return orUndefined(() => parseEntry(name, host.readText(`${table}/${name}`)));
}

/** All entries that can be read, newest first. */
export function readEntries(context: TablePlace): readonly Entry[] {
  const names = context.host.list(context.table).filter((name) => name !== 'register' && name !== 'status');
  return names.flatMap((name) => readEntry(context, name) ?? []);
}

/** True for a copy of a handler that went with its last entry. */
export function isCopyGone(host: Pick<Host, 'stat'>, interpreter: string | undefined): boolean {
  return isPersistent(interpreter) && host.stat(interpreter as string) === undefined;
}
