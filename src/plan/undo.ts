/** Decides how the changes of one run are taken back, from its record and from what is there now. */

import { type Entry, isHelper, type PinnedEntry, parseEntry, pin } from '../binfmt/entry.ts';
import { revertFragment } from '../binfmt/persist.ts';
import { isRuleOf, type Rule, ruleOfEntry, rulesOverlap } from '../binfmt/rule.ts';
import { beginOf, type Change, nameOf } from '../journal/record.ts';

/** An entry to be put in place as it was. */
export interface Put {
  readonly rule: Rule;
  readonly enabled: boolean;
  /** What it reads as when it is there. */
  readonly text: string;
  /** The entry that has its name now. */
  readonly replaces?: PinnedEntry;
}

/** What the run has made of a fragment; null is no file. */
interface FileBack {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Undo {
  /** Entries of others that the run has switched off, as they are now: they are switched on before all else. */
  readonly on: readonly PinnedEntry[];
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
 * Plans the undo. `entries` is the table now, newest first; `inUse` are the names that other jobs rely on; `later` are the
 * records of runs that began after this one. An entry that reads neither as this run left it nor as it was before was
 * changed by others, and stays; so does one that a later run has registered in its turn.
 */
export function planUndo(
  record: readonly Change[],
  entries: readonly Entry[],
  inUse: ReadonlySet<string>,
  later: readonly (readonly Change[])[] = [],
): Undo {
  const before = tableBefore(record);
  const notes: string[] = [];
  const waiting: string[] = [];
  const on = new Map<Entry, Entry>();
  const remove: Entry[] = [];
  const back = new Map<string, Put>();
  for (const name of new Set(record.flatMap((change) => nameOf(change) ?? []))) {
    const present = entries.find((entry) => entry.name === name);
    const old = before.find((entry) => entry.name === name);
    if (present !== undefined && present.text === old?.text) continue;
    // While another job relies on what has taken its place, that is still asked before it.
    const held = present && heldAside(record, present, old);
    if (present !== undefined && held !== undefined) {
      on.set(present, held);
      continue;
    }
    if (present !== undefined && !isOfRun(record, present, old)) {
      notes.push(`entry ${name} was changed by somebody else since, and stays`);
    } else if (present !== undefined && inUse.has(name)) waiting.push(name);
    else if (present !== undefined && later.some((other) => isAnew(other, present)))
      notes.push(`entry ${name} was registered anew by a later run, and stays`);
    else if (old !== undefined && wasTaken(record, name) && !isHelper(old)) {
      const put = putOf(old, present);
      if (put === undefined) notes.push(`entry ${name} cannot be registered again: it is not understood`);
      else back.set(name, put);
    } else if (present !== undefined) remove.push(present);
  }
  const relied = entries.filter(({ name }) => waiting.includes(name));
  for (const [name, { rule }] of back) {
    // It would be asked before the entry that another job relies on.
    if (!relied.some((other) => overlap(other.match, rule.match))) continue;
    back.delete(name);
    waiting.push(name);
  }
  const switched = entries.map((entry) => on.get(entry) ?? entry);
  const put = inOrder(back, before, switched, remove, restoredAlready(record, before, entries), notes);
  const left = entries.filter((entry) => !remove.includes(entry));
  const alone = left.length === 0 && put.length === 0 && waiting.length === 0;
  const mount = record.find((change) => change.kind === 'mount');
  return {
    on: [...on.keys()].map(pin),
    put,
    remove: remove.map(pin),
    files: filesBack(record),
    unmount: alone && mount?.kind === 'mount' ? mount.path : undefined,
    unloadModule: alone && record.some(({ kind }) => kind === 'load-module'),
    notes,
    waiting,
  };
}

/** The records of the runs that began after that of `record`. */
export function laterThan(
  record: readonly Change[],
  records: readonly (readonly Change[])[],
): readonly (readonly Change[])[] {
  return records.filter((other) => beginOf(other) > beginOf(record));
}

/** True where the undo would change something by now, or when another job has ended; `contentOf` gives what a file holds, null without one. */
export function takesBack(undo: Undo, contentOf: (path: string) => string | null): boolean {
  const { on, put, remove, waiting, files, unmount, unloadModule } = undo;
  const entries = [...on, ...put, ...remove, ...waiting];
  const changes = files.some(({ path, before, after }) => {
    const now = contentOf(path);
    return now !== revertFragment(now, before, after);
  });
  return entries.length > 0 || changes || unmount !== undefined || unloadModule;
}

/**
 * The record of another run when the one of `ended` is undone and forgotten. If it began later, it found what
 * that one had brought in, which is not to come back; what that one had taken away is there again, as old as
 * it was.
 */
export function rebaseRecord(record: readonly Change[], ended: readonly Change[]): readonly Change[] {
  if (beginOf(record) < beginOf(ended)) return record;
  const before = tableBefore(ended);
  // An undo that was cut off may also have begun to register again what a later run brought: that was not there.
  const found = entriesFound(ended);
  const taken = before.filter(
    ({ name }) => wasTaken(ended, name) && found.some((entry) => entry.name === name),
  );
  // What the later run has put under such a name stood in the way of the undo: its own undo does it.
  const owed = taken.filter(
    ({ name }) => !wasTaken(record, name) && record.some((change) => nameOf(change) === name),
  );
  const inherited = record.map((change) => {
    if (change.kind !== 'table') return change;
    const entries = change.entries.flatMap(({ name, text }) => {
      const old = before.find((each) => each.name === name);
      const entry = parseEntry(name, text);
      const held = heldAside(ended, entry, old);
      if (held !== undefined) return { name, text: held.text };
      return old?.text === text || !wrote(ended, entry) ? { name, text } : [];
    });
    for (const { name, text } of taken) {
      if (entries.some((entry) => entry.name === name)) continue;
      const older = before.slice(before.findIndex((old) => old.name === name) + 1).map((old) => old.name);
      const at = entries.findIndex((entry) => older.includes(entry.name));
      entries.splice(at === -1 ? entries.length : at, 0, { name, text });
    }
    return { ...change, entries };
  });
  return [...inherited, ...owed.map(({ name }) => ({ kind: 'remove', name }) as const)];
}

/**
 * The table as the run found it, newest first; what an undo that was cut off had begun to put in place reads as
 * it was then.
 */
function tableBefore(record: readonly Change[]): readonly Entry[] {
  const entries = new Map(entriesFound(record).map(({ name, text }) => [name, text]));
  const added: PinnedEntry[] = [];
  for (const change of record) {
    if (change.kind !== 'put') continue;
    const { name, text } = change.entry;
    if (entries.has(name)) entries.set(name, text);
    else added.unshift(change.entry);
  }
  return [...added.map(({ name, text }) => [name, text] as const), ...entries].map(([name, text]) =>
    parseEntry(name, text),
  );
}

/** The entries that the run found in the table, newest first. */
function entriesFound(record: readonly Change[]): readonly PinnedEntry[] {
  const table = record.find((change) => change.kind === 'table');
  return table?.kind === 'table' ? table.entries : [];
}

/** True for what the run has written, and for what its undo has put in place and not yet switched off. */
function isOfRun(record: readonly Change[], present: Entry, old: Entry | undefined): boolean {
  const half = old !== undefined && !old.enabled && present.text === old.text.replace(/^disabled/, 'enabled');
  return (
    wrote(record, present) ||
    (half && record.some((change) => change.kind === 'put' && change.entry.name === old.name))
  );
}

function wrote(record: readonly Change[], entry: Entry): boolean {
  return record.some((change) => change.kind === 'register' && isRuleOf(change.rule, entry));
}

/** True for an entry that the run has registered where none that reads so was: what an earlier run had registered was gone. */
function isAnew(record: readonly Change[], present: Entry): boolean {
  const was = tableBefore(record).some(({ name, text }) => name === present.name && text === present.text);
  return !was && wrote(record, present);
}

/** What an entry of others was, `old`, where the run has switched it off and it reads so: as before, and off. */
function heldAside(record: readonly Change[], present: Entry, old: Entry | undefined): Entry | undefined {
  const isAside =
    old?.enabled === true &&
    present.text === old.text.replace('enabled', 'disabled') &&
    record.some((change) => change.kind === 'off' && change.name === old.name);
  return isAside ? old : undefined;
}

/** True for an entry that the run took away, or its undo to put it in its place. */
function wasTaken(record: readonly Change[], name: string): boolean {
  return record.some(
    (change) => change.kind !== 'register' && change.kind !== 'off' && nameOf(change) === name,
  );
}

/** What was taken away and is there again as it was: an undo that was cut off has done so. */
function restoredAlready(
  record: readonly Change[],
  before: readonly Entry[],
  entries: readonly Entry[],
): readonly Entry[] {
  return entries.filter(
    ({ name, text }) =>
      wasTaken(record, name) && before.some((old) => old.name === name && old.text === text),
  );
}

function overlap(a: Entry['match'], b: Entry['match']): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return false;
  // What a program in the kernel takes may be anything.
  return a.kind === 'bpf' || b.kind === 'bpf' || rulesOverlap(a, b);
}

function putOf(entry: Entry, replaces: Entry | undefined): Put | undefined {
  const rule = ruleOfEntry(entry);
  if (rule === undefined) return undefined;
  const { enabled, text } = entry;
  return { rule, enabled, text, replaces: replaces && pin(replaces) };
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
  restored: readonly Entry[],
  notes: string[],
): readonly Put[] {
  const known = new Set(before.map(({ name }) => name));
  const since = entries.filter(({ name }) => !known.has(name));
  const put: Put[] = [];
  // Those that come before it in the order that is wanted: they should be asked after it.
  const passed: Entry[] = [];
  const askedBefore = (entry: Entry): readonly Entry['match'][] =>
    passed
      .filter((other) => restored.includes(other) && entries.indexOf(other) < entries.indexOf(entry))
      .map(({ match }) => match);
  for (const { name } of [...since, ...before].reverse()) {
    const returning = back.get(name);
    if (returning !== undefined) {
      put.push(returning);
      continue;
    }
    const present = entries.find((entry) => entry.name === name);
    if (present === undefined || leaving.includes(present)) continue;
    const asked = [...put.map(({ rule }) => rule.match), ...askedBefore(present)];
    if (!asked.some((match) => overlap(match, present.match))) {
      passed.push(present);
      continue;
    }
    const again = putOf(present, present);
    if (again === undefined) notes.push(`entry ${name} is now asked after others that take the same files`);
    else put.push(again);
  }
  return put;
}

/** Each file once: as it was before the first change, and as the last one left it. */
function filesBack(record: readonly Change[]): readonly FileBack[] {
  const files = new Map<string, FileBack>();
  for (const change of record) {
    if (change.kind !== 'write') continue;
    const { path, before, after } = change;
    const first = files.get(path);
    files.set(path, { path, before: first === undefined ? before : first.before, after });
  }
  return [...files.values()];
}
