/** Single steps on the kernel's table. Each is recorded before it is made. */
import { type Entry, explainErrno, parseEntry, type Registration } from '../core/binfmt-misc.ts';
import type { PinnedEntry } from '../core/plan.ts';
import { errnoOf, printable, reasonOf } from '../core/problem.ts';
import type { Change } from '../core/record.ts';
import { formatRule, isRuleOf, type Rule, ruleOfRegistration } from '../core/rules.ts';
import type { Host } from './host.ts';

/** The table, and where its changes are recorded. */
export interface Table {
  readonly host: Host;
  /** Folder of the table. */
  readonly table: string;
  readonly record: (change: Change) => void;
}

/** Why a step did not succeed, worded for people. */
export interface Failure {
  readonly failure: string;
}

/**
 * Locks a folder, by default that of the table: every process that sees this table shares its root inode, in
 * whatever mount namespace it lives, and the kernel lets go when the process ends.
 */
export async function lockFolder(
  host: Host,
  path: string,
  limitMs: number,
): Promise<{ readonly close: () => void } | Failure> {
  const flock = host.which('flock');
  if (flock === undefined)
    return { failure: `${path} cannot be locked: flock is missing (install util-linux)` };
  const folder = openFolder(host, path);
  if (folder === undefined)
    return { failure: `${path} cannot be locked: it cannot be opened (mount it first)` };
  const seconds = String(Math.ceil(limitMs / 1000));
  const command = { file: flock, args: ['-x', '-w', seconds, '3'], timeoutMs: limitMs + 5_000 };
  const outcome = await host.run(command, folder);
  if (outcome.code === 0) return folder;
  folder.close();
  return {
    failure: `${path} cannot be locked: another process has held it for ${seconds} s (run this step again when it has ended)`,
  };
}

function openFolder(host: Host, path: string): ReturnType<Host['open']> | undefined {
  try {
    return host.open(path);
  } catch {
    return undefined;
  }
}

/** One entry as it is now. */
export function readEntry({ host, table }: Table, name: string): Entry | undefined {
  try {
    return parseEntry(name, host.readText(`${table}/${name}`));
  } catch {
    return undefined;
  }
}

/** All entries that can be read, newest first. */
export function readEntries(context: Table): readonly Entry[] {
  const names = context.host.list(context.table).filter((name) => name !== 'register' && name !== 'status');
  return names.flatMap((name) => readEntry(context, name) ?? []);
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
