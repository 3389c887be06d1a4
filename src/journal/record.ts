/**
 * The record of one run: every change, written down before it is made, as JSON lines. Only root writes it, and
 * the undo believes it; still it is read as carefully as any file. Leases are its neighbours: who relies on
 * which entries.
 */

import { isHelper, isName, isPinned, type PinnedEntry, pin } from '../binfmt/entry.ts';
import { HELPER_END, type Rule, ruleFromJson } from '../binfmt/rule.ts';
import { isObject, isRunId, type JsonObject, parseObject } from '../text/parse.ts';
import { listed } from '../text/text.ts';

/** Root's folder for records and leases: it lies in memory and goes with a reboot, as entries do. */
export const STATE_ROOT = '/run/setup-binfmt';

/** One change of the host. */
export type Change =
  /** When the run began, in milliseconds since 1970, and its table (`tableIdentity`); once more when that is mounted. */
  | { readonly kind: 'begin'; readonly at: number; readonly table?: string }
  /** The whole table, newest first, as it was found under the lock. */
  | { readonly kind: 'table'; readonly entries: readonly PinnedEntry[] }
  | { readonly kind: 'load-module' }
  | { readonly kind: 'mount'; readonly path: string }
  | { readonly kind: 'register'; readonly rule: Rule }
  | { readonly kind: 'remove'; readonly name: string }
  /** An entry of others was switched off, until the run is taken back. */
  | { readonly kind: 'off'; readonly name: string }
  /** An undo puts an entry that the run had taken away in place, as it was. */
  | { readonly kind: 'put'; readonly entry: PinnedEntry }
  /** A text file was written, or removed (`after` is null); `before` is null for one that was not there. */
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly kind: 'copy'; readonly path: string }
  /** The undo was asked for; what it had to leave is tried again whenever another undo runs. */
  | { readonly kind: 'undo' };

/** One line of the record; it begins anew, whatever a write that was cut off has left there. */
export function formatChange(change: Change): string {
  return `\n${JSON.stringify(change)}\n`;
}

/** Reads a record. A last line that was cut off is left out: what it announced was never done. */
export function parseRecord(text: string): readonly Change[] {
  return text.split('\n').flatMap((line) => readChange(line) ?? []);
}

function readChange(line: string): Change | undefined {
  const value = parseObject(line);
  switch (value?.kind) {
    case 'load-module':
    case 'undo':
      return { kind: value.kind };
    case 'begin':
      return typeof value.at === 'number' ? { kind: 'begin', at: value.at, ...readTable(value) } : undefined;
    case 'mount':
    case 'copy':
      return isPath(value.path) ? { kind: value.kind, path: value.path } : undefined;
    case 'remove':
    case 'off':
      return isName(value.name) ? { kind: value.kind, name: value.name } : undefined;
    case 'put':
      return isPinned(value.entry) ? { kind: 'put', entry: pin(value.entry) } : undefined;
    case 'table':
      return Array.isArray(value.entries)
        ? { kind: 'table', entries: value.entries.filter(isPinned).map(pin) }
        : undefined;
    case 'register': {
      const rule = ruleFromJson(value.rule);
      return rule === undefined ? undefined : { kind: 'register', rule };
    }
    case 'write': {
      const { path, before, after } = value;
      return isPath(path) && isText(before) && isText(after)
        ? { kind: 'write', path, before, after }
        : undefined;
    }
    default:
      return undefined;
  }
}

function readTable({ table }: JsonObject): { readonly table?: string } {
  return typeof table === 'string' ? { table } : {};
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/[^\0]*$/.test(value);
}

function isText(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

/** When the run of a record began; 0 when the record does not say. */
export function beginOf(record: readonly Change[]): number {
  const begin = record.find((change) => change.kind === 'begin');
  return begin?.kind === 'begin' ? begin.at : 0;
}

/** The table that a record is about; `undefined` where it does not say. */
export function tableOf(record: readonly Change[]): string | undefined {
  return record.flatMap((change) => (change.kind === 'begin' ? (change.table ?? []) : []))[0];
}

/** The entry that a change is about, by name. */
export function nameOf(change: Change): string | undefined {
  if (change.kind === 'register') return change.rule.name;
  if (change.kind === 'put') return change.entry.name;
  return change.kind === 'remove' || change.kind === 'off' ? change.name : undefined;
}

/** The entries that a run has taken away, as it found them. */
export function removedIn(record: readonly Change[]): readonly PinnedEntry[] {
  const gone = new Set(record.flatMap((change) => (change.kind === 'remove' ? change.name : [])));
  return record
    .flatMap((change) => (change.kind === 'table' ? change.entries : []))
    .filter(({ name }) => gone.has(name));
}

/** What a run has put something of its own in the place of: the texts of entries, and lines of files. */
export function replacedIn(record: readonly Change[]): readonly string[] {
  if (!record.some(({ kind }) => kind === 'register')) return [];
  const lines = record.flatMap((change) => {
    if (change.kind !== 'write') return [];
    const after = new Set(change.after?.split('\n'));
    return change.before?.split('\n').filter((line) => !after.has(line)) ?? [];
  });
  return [...removedIn(record).map(({ text }) => text), ...lines];
}

/** A record parted into what is left to undo, of these names alone, and what was undone. */
export function splitRecord(
  record: readonly Change[],
  waiting: readonly string[],
): { readonly left: readonly Change[]; readonly undone: readonly Change[] } {
  const isLeft = (change: Change): boolean => waiting.includes(nameOf(change) ?? '');
  const isGeneral = (change: Change): boolean =>
    nameOf(change) === undefined && change.kind !== 'write' && change.kind !== 'copy';
  return {
    left: waiting.length === 0 ? [] : record.filter((change) => isLeft(change) || isGeneral(change)),
    undone: record.filter((change) => !isLeft(change)),
  };
}

/** A run that can be taken back, and what it did. */
export interface RecordedRun {
  readonly id: string;
  /** In milliseconds since 1970; 0 where the record does not say. */
  readonly begun: number;
  /** For people: `registered qemu-arm; removed qemu-sparc`. */
  readonly did: string;
}

/** What a run did, by its record; what was there on the way alone is left out. */
export function tellRecord(id: string, record: readonly Change[]): RecordedRun {
  const isHere = (name: string): boolean => !isHelper({ name }) && !HELPER_END.test(name);
  const once = (names: readonly string[]): readonly string[] => [...new Set(names)].filter(isHere);
  const came = once(record.flatMap((change) => (change.kind === 'register' ? change.rule.name : [])));
  const gone = once(record.flatMap((change) => (change.kind === 'remove' ? change.name : [])));
  const off = once(record.flatMap((change) => (change.kind === 'off' ? change.name : [])));
  const files = record.flatMap((change) => (change.kind === 'write' ? change.path : []));
  const parts = [
    ['registered', came.filter((name) => !gone.includes(name))],
    ['replaced', came.filter((name) => gone.includes(name))],
    ['switched off', off],
    ['took away', gone.filter((name) => !came.includes(name))],
    ['mounted', record.some(({ kind }) => kind === 'mount') ? ['binfmt_misc'] : []],
    ['wrote', [...new Set(files)]],
  ] as const;
  const told = parts.flatMap(([verb, what]) => (what.length === 0 ? [] : `${verb} ${listed(what)}`));
  return { id, begun: beginOf(record), did: told.join('; ') || 'changed nothing' };
}

/** A process, told from a later one of the same number by its start time (proc_pid_stat(5), field 22). */
export interface LeaseHolder {
  readonly pid: number;
  readonly started: string;
}

/** Says that a job relies on entries: as long as its holder lives, or without one until its time has run out. */
export interface Lease {
  readonly run: string;
  readonly entries: readonly string[];
  /** The table that they are in; see `tableIdentity`. */
  readonly table?: string;
  readonly holder?: LeaseHolder;
  /** In seconds since the machine was started, since its clock may be set (/proc/uptime, proc_uptime(5)). */
  readonly expires?: number;
  /** The run has ended before it began: what is still asked for it, as root, comes too late. */
  readonly over?: true;
}

/** So long, in seconds, a job without a holder counts. */
export const LEASE_ALONE_S = 6 * 3600;

/** So long, in seconds, it is known of a run that it has ended: more than it takes to wait for locks. */
export const OVER_S = 600;

/** Reads a lease file; `undefined` for what is none. */
export function parseLease(text: string): Lease | undefined {
  const value = parseObject(text);
  if (value === undefined || !isRunId(value.run) || !Array.isArray(value.entries)) return undefined;
  const { run, expires } = value;
  const { pid, started } = isObject(value.holder) ? value.holder : {};
  const holder = typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  const over = value.over === true ? ({ over: true } as const) : {};
  const lease = { run, entries: value.entries.filter(isName), ...readTable(value), ...over };
  if (holder !== undefined) return { ...lease, holder };
  return typeof expires === 'number' ? { ...lease, expires } : undefined;
}

/**
 * True while a lease counts. `uptime` is the time since the machine was started, in seconds; `startedNow` the start time
 * of the process that has the holder's number now, `undefined` when there is none.
 */
export function isLive(
  { holder, expires = 0 }: Lease,
  uptime: number,
  startedNow: string | undefined,
): boolean {
  return holder === undefined ? uptime < expires : holder.started === startedNow;
}

/** The entries that live leases name, those of one run left out. */
export function entriesInUse(leases: readonly Lease[], except: string): ReadonlySet<string> {
  return new Set(leases.filter(({ run }) => run !== except).flatMap(({ entries }) => entries));
}

/** What tells one run from others. */
export interface Run {
  readonly id: string;
  /** The process that lives as long as the job does, where there is one. */
  readonly holder?: number;
  /** Called before anything is changed that is to be ended by the post step; a person on a terminal has none. */
  readonly remember?: () => void;
}
