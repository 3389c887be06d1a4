/** Decides how the changes of one run are taken back, from its record and from what is there now. */
import { type Entry, parseEntry } from './binfmt-misc.ts';
import type { PinnedEntry } from './plan.ts';
import type { Change } from './record.ts';
import { isRuleOf, type Rule, ruleOfEntry, rulesOverlap } from './rules.ts';

/** An entry to be put in place as it was. */
export interface Put {
  readonly rule: Rule;
  readonly enabled: boolean;
  /** What it reads as when it is there. */
  readonly text: string;
  /** The entry that has its name now. */
  readonly replaces?: PinnedEntry;
}

/** A text file to be put back, if it still reads as this run left it. */
export interface FileBack {
  readonly path: string;
  readonly expect: string | null;
  readonly content: string | null;
}

export interface Undo {
  /** First, oldest first, so that the newer ones are asked first again. */
  readonly put: readonly Put[];
  /** Then these go. */
  readonly remove: readonly PinnedEntry[];
  readonly files: readonly FileBack[];
  /** The mount that this run made, when nothing but its own entries was in it. */
  readonly unmount?: string;
  readonly unloadModule: boolean;
  /** What is left as it is, and why. */
  readonly notes: readonly string[];
  /** Names that another job still relies on; the undo is tried again when it has ended. */
  readonly waiting: readonly string[];
}

/**
 * Plans the undo. `entries` is the table now, newest first; `inUse` are the names that other jobs rely on.
 * What neither reads as this run left it nor as it was before was changed by somebody else, and stays.
 */
export function planUndo(
  record: readonly Change[],
  entries: readonly Entry[],
  inUse: ReadonlySet<string>,
): Undo {
  const before = tableBefore(record);
  const notes: string[] = [];
  const waiting: string[] = [];
  const remove: Entry[] = [];
  const back = new Map<string, Put>();
  for (const name of namesOf(record)) {
    const present = entries.find((entry) => entry.name === name);
    const old = before.find((entry) => entry.name === name);
    if (present !== undefined && present.text === old?.text) continue;
    if (present !== undefined && !wrote(record, present)) {
      notes.push(`entry ${name} was changed by somebody else since, and stays`);
    } else if (present !== undefined && inUse.has(name)) waiting.push(name);
    else if (old !== undefined && wasRemoved(record, name)) {
      const put = putOf(old, present);
      if (put === undefined) notes.push(`entry ${name} cannot be registered again: it is not understood`);
      else back.set(name, put);
    } else if (present !== undefined) remove.push(present);
  }
  const relied = entries
    .filter(({ name }) => waiting.includes(name))
    .flatMap((entry) => ruleOfEntry(entry) ?? []);
  for (const [name, { rule }] of back) {
    // It would be asked before the entry that somebody relies on.
    if (!relied.some((other) => rulesOverlap(other.match, rule.match))) continue;
    back.delete(name);
    waiting.push(name);
  }
  const put = inOrder(back, before, entries, remove, notes);
  const left = entries.filter((entry) => !remove.includes(entry));
  const alone = left.length === 0 && put.length === 0 && waiting.length === 0;
  const mount = record.find((change) => change.kind === 'mount');
  return {
    put,
    remove: remove.map(({ name, text }) => ({ name, text })),
    files: filesBack(record),
    ...(alone && mount?.kind === 'mount' ? { unmount: mount.path } : {}),
    unloadModule: alone && record.some(({ kind }) => kind === 'load-module'),
    notes,
    waiting,
  };
}

/** The table as the run found it, newest first. */
function tableBefore(record: readonly Change[]): readonly Entry[] {
  const table = record.find((change) => change.kind === 'table');
  return table?.kind === 'table' ? table.entries.map(({ name, text }) => parseEntry(name, text)) : [];
}

/** Every name that the run registered or removed. */
function namesOf(record: readonly Change[]): ReadonlySet<string> {
  return new Set(
    record.flatMap((change) => {
      if (change.kind === 'register') return [change.rule.name];
      return change.kind === 'remove' ? [change.name] : [];
    }),
  );
}

function wrote(record: readonly Change[], entry: Entry): boolean {
  return record.some((change) => change.kind === 'register' && isRuleOf(change.rule, entry));
}

function wasRemoved(record: readonly Change[], name: string): boolean {
  return record.some((change) => change.kind === 'remove' && change.name === name);
}

function putOf(entry: Entry, replaces: Entry | undefined): Put | undefined {
  const rule = ruleOfEntry(entry);
  if (rule === undefined) return undefined;
  const { enabled, text } = entry;
  return {
    rule,
    enabled,
    text,
    ...(replaces === undefined ? {} : { replaces: { name: replaces.name, text: replaces.text } }),
  };
}

/**
 * What comes back, oldest first. The kernel asks the newest first, so an entry that was asked before one that
 * comes back, for the same files, is registered once more after it, as it is.
 */
function inOrder(
  back: ReadonlyMap<string, Put>,
  before: readonly Entry[],
  entries: readonly Entry[],
  leaving: readonly Entry[],
  notes: string[],
): readonly Put[] {
  const known = new Set(before.map(({ name }) => name));
  const since = entries.filter(({ name }) => !known.has(name));
  const put: Put[] = [];
  for (const { name } of [...since, ...before].reverse()) {
    const returning = back.get(name);
    if (returning !== undefined) {
      put.push(returning);
      continue;
    }
    const present = entries.find((entry) => entry.name === name);
    if (present === undefined || leaving.includes(present)) continue;
    const shadowed = put.some(
      ({ rule }) => present.match.kind !== 'unknown' && rulesOverlap(rule.match, present.match),
    );
    if (!shadowed) continue;
    const again = putOf(present, present);
    if (again === undefined)
      notes.push(`entry ${name} is now asked after ${put.at(-1)?.rule.name ?? 'another'}`);
    else put.push(again);
  }
  return put;
}

/** Each file once: as it was before the first change, if it is still what the last one left. */
function filesBack(record: readonly Change[]): readonly FileBack[] {
  const files = new Map<string, FileBack>();
  for (const change of record) {
    if (change.kind !== 'write') continue;
    const content = files.get(change.path)?.content;
    files.set(change.path, {
      path: change.path,
      expect: change.after,
      content: content === undefined ? change.before : content,
    });
  }
  return [...files.values()];
}
