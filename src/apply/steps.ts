/** Single steps on the kernel's table. Each is recorded before it is made. */

import type { PinnedEntry } from '../binfmt/entry.ts';
import { explainErrno, type Registration } from '../binfmt/entry.ts';
import { formatRule, isRuleOf, isStaleHelper, type Rule, ruleOfRegistration } from '../binfmt/rule.ts';
import { readEntry } from '../binfmt/table.ts';
import type { Host } from '../host/host.ts';
import { ownRules } from '../journal/journal.ts';
import type { Change } from '../journal/record.ts';
import { errnoOf, type Failure, reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';

/** The table, and where its changes are recorded. */
export interface Table {
  readonly host: Host;
  /** Folder of the table. */
  readonly table: string;
  readonly record: (change: Change) => void;
}

/** Folders that this process holds the locks of. */
export interface Lock {
  /** Lets go of one folder. */
  readonly release: (path: string) => void;
  /** Lets go of all that are left. */
  readonly close: () => void;
}

/** A constant: what differs comes in as arguments. Ends with the number of the file that could not be locked. */
const LOCK_ALL = `
flock=$1 seconds=$2
shift 2
for fd do
  "$flock" -x -w "$seconds" "$fd" || exit "$fd"
done
`;
const FIRST_FD = 3;

/**
 * Locks folders, one after the other, waiting `limitMs` at most for each: every process that sees a table shares its
 * root inode, in whatever mount namespace it lives, and the kernel lets go when the process ends.
 */
export async function lockFolders(
  host: Host,
  paths: readonly string[],
  limitMs: number,
): Promise<Lock | Failure> {
  const flock = host.which('flock');
  if (flock === undefined) return unlocked(paths[0], 'flock is missing (install util-linux)');
  const folders = new Map<string, ReturnType<Host['open']>>();
  const release = (path: string): void => {
    folders.get(path)?.close();
    folders.delete(path);
  };
  const close = (): void => paths.forEach(release);
  for (const path of paths) {
    const folder = openFolder(host, path);
    if (folder === undefined) {
      close();
      return unlocked(path, 'it cannot be opened (mount it first)');
    }
    folders.set(path, folder);
  }
  const seconds = String(Math.ceil(limitMs / 1000));
  const numbers = paths.map((_, index) => String(FIRST_FD + index));
  const outcome = await host.run(
    {
      file: '/bin/sh',
      args: ['-c', LOCK_ALL, 'sh', flock, seconds, ...numbers],
      silent: true,
      timeoutMs: paths.length * limitMs + 5_000,
    },
    [...folders.values()],
  );
  if (outcome.code === 0) return { release, close };
  close();
  const path = paths[(outcome.code ?? FIRST_FD) - FIRST_FD] ?? paths[0];
  return unlocked(
    path,
    `another process has held it for ${seconds} s (run this step again when it has ended)`,
  );
}

function unlocked(path: string | undefined, why: string): Failure {
  return { failure: `${path} cannot be locked: ${why}` };
}

function openFolder(host: Host, path: string): ReturnType<Host['open']> | undefined {
  try {
    return host.open(path);
  } catch {
    return undefined;
  }
}

/** Registers; gives the reason when the kernel refuses. */
export function registerRule(context: Table, rule: Rule): string | undefined {
  return recordFirst(context, { kind: 'register', rule }) ?? writeRule(context, rule);
}

/** Registers what was recorded otherwise. */
export function writeRule(context: Table, rule: Rule): string | undefined {
  try {
    context.host.writeKernel(`${context.table}/register`, formatRule(rule));
    return undefined;
  } catch (thrown) {
    return refusalOf(thrown, 'register', rule.name);
  }
}

/** Registers a handler; gives the reason when the kernel refuses. */
export function register(context: Table, wanted: Registration): string | undefined {
  return registerRule(context, ruleOfRegistration(wanted));
}

/** Reads the entry again: the kernel must have understood what was asked, flags as a set. */
export function readBack(context: Table, wanted: Rule): string | undefined {
  const entry = readEntry(context, wanted.name);
  if (entry === undefined) return `entry ${wanted.name} is not there after it was registered`;
  if (entry.enabled && isRuleOf(wanted, entry)) return undefined;
  return `entry ${wanted.name} reads otherwise than it was registered: "${printable(entry.text)}"`;
}

/** Takes an entry away if it still reads as it was observed. An entry that is gone is no problem. */
export function removePinned(context: Table, pinned: PinnedEntry): string | undefined {
  const present = readEntry(context, pinned.name);
  if (present === undefined) return undefined;
  if (present.text !== pinned.text) return changedMeanwhile(pinned);
  return recordFirst(context, { kind: 'remove', name: pinned.name }) ?? remove(context, pinned.name);
}

/** What cannot be recorded is not done: it could not be undone. */
export function recordFirst(context: Table, change: Change): string | undefined {
  try {
    context.record(change);
    return undefined;
  } catch (thrown) {
    return `a change cannot be recorded, and is not made: ${reasonOf(thrown)}`;
  }
}

/** What is said of an entry that does not read as it was observed. */
export function changedMeanwhile({ name }: PinnedEntry): string {
  return `entry ${printable(name, 60)} was changed or removed by somebody else meanwhile`;
}

/** Takes away what this run has registered, if it is still that. */
export function removeOwn(context: Table, registered: Registration): void {
  if (readEntry(context, registered.name)?.interpreter === registered.interpreter)
    remove(context, registered.name);
}

/** Takes an entry away, whatever it reads. */
export function remove({ host, table }: Table, name: string): string | undefined {
  return switchEntry(host, `${table}/${name}`, '-1', name);
}

/** Switches an entry off. */
export function disable({ host, table }: Table, name: string): string | undefined {
  return switchEntry(host, `${table}/${name}`, '0', name);
}

function switchEntry(host: Host, path: string, word: '-1' | '0', name: string): string | undefined {
  try {
    host.writeKernel(path, word);
    return undefined;
  } catch (thrown) {
    return errnoOf(thrown) === 'ENOENT' ? undefined : refusalOf(thrown, 'switch', name);
  }
}

function refusalOf(thrown: unknown, step: 'register' | 'switch', name: string): string {
  const errno = errnoOf(thrown);
  return `entry ${printable(name, 60)}: ${errno === undefined ? reasonOf(thrown) : explainErrno(step, errno)}`;
}

/** Takes away what a killed run has left under the name of a helper; true when something was there. */
export function removeStale(context: Table, helper: Rule): boolean {
  const entry = readEntry(context, helper.name);
  if (entry === undefined || !isStaleHelper(helper, entry, ownRules(context.host))) return false;
  return remove(context, helper.name) === undefined;
}
