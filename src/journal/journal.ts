/** Root's folder of records and leases, read and written. */

import { dirname } from 'node:path';
import { parseEntry, TABLE_PATH } from '../binfmt/entry.ts';
import type { Rule } from '../binfmt/rule.ts';
import { isCopyGone, isSameTable, tableIdentity } from '../binfmt/table.ts';
import type { Host } from '../host/host.ts';
import { headText, namesIn, seesEveryUser, startOf, textOr, uptime } from '../host/read.ts';
import { distrust } from '../host/trust.ts';
import { isRunId } from '../text/parse.ts';
import { errnoOf, type Failure, reasonOf } from '../text/problem.ts';
import {
  beginOf,
  type Change,
  formatChange,
  isLive,
  LEASE_ALONE_S,
  type Lease,
  type LeaseHolder,
  OVER_S,
  parseLease,
  parseRecord,
  type RecordedRun,
  removedIn,
  replacedIn,
  STATE_ROOT,
  tableOf,
  tellRecord,
} from './record.ts';

/** Which bytes were hashed, in the folder of records. */
export const DIGESTS_FILE = 'digests.json';

/** Most records that are kept of runs that were never undone. */
const RECORD_LIMIT = 100;

/** The first lines of a record, and not the whole table that a later one holds, tell when the run began, and where. */
const BEGIN_BYTES = 512;

/** A record holds all entries of a table twice at most; it is as long as it has to be. */
const RECORD_BYTES = 1024 * 1024 * 1024;

export interface State {
  readonly folder: string;
  /** Adds a change to a run's record. */
  readonly append: (run: string, change: Change) => void;
  /** Replaces a run's record, or removes it when nothing is left. */
  readonly replace: (run: string, record: readonly Change[]) => void;
  /** All records, those of the latest runs first; `isDead` tells that the table is gone that a run has changed. */
  readonly records: () => readonly {
    readonly run: string;
    readonly record: readonly Change[];
    readonly isDead: boolean;
  }[];
  /** The leases that count. */
  readonly leases: () => readonly Lease[];
  readonly takeLease: (run: string, entries: readonly string[], holder: number | undefined) => void;
  /** Takes entries that are gone out of all leases: what comes under their names is not what those jobs relied on. */
  readonly release: (entries: readonly string[]) => void;
  /** Ends the lease of a run; of one that has neither a lease nor a record, it is kept in mind for a while that it is over. */
  readonly dropLease: (run: string, isRecorded: boolean) => void;
  /** True for a run that was ended before it began, and for one whose holder is gone. */
  readonly isOver: (run: string, holder: number | undefined) => boolean;
  /** What earlier runs remember of the files that they have hashed (host/digests.ts); empty where none does. */
  readonly digests: () => string;
  readonly keepDigests: (text: string) => void;
}

/**
 * Where this process keeps its state. A user namespace of its own has a table of its own, and so a folder of
 * its own.
 */
function stateFolder(host: Host): string {
  if (seesEveryUser(host)) return STATE_ROOT;
  return `${STATE_ROOT}/user-${host.stat('/proc/self/ns/user')?.inode ?? 0}`;
}

/** Opens the folder, and makes it where it is missing; fails where others than root can write to it. */
export function openState(host: Host): State | Failure {
  const folder = stateFolder(host);
  const objection = distrust(host, dirname(STATE_ROOT));
  if (objection !== undefined) return { failure: `${STATE_ROOT} is not safe: ${objection}` };
  try {
    for (const path of new Set([STATE_ROOT, folder, `${folder}/leases`])) {
      if (host.stat(path, false) === undefined) host.makeFolder(path, 0o755);
      const found = host.stat(path, false);
      if (found?.kind !== 'folder' || found.uid !== host.uid || (found.mode & 0o022) !== 0) {
        return { failure: `${path} is not a folder that root alone can write to` };
      }
    }
    // The number of a namespace that is gone is given to another one.
    if (folder !== STATE_ROOT) forgetDead(host, folder);
    return stateIn(host, folder);
  } catch (thrown) {
    return { failure: `${folder} cannot be made: ${errnoOf(thrown) ?? reasonOf(thrown)}` };
  }
}

/** Forgets what was done to a table that was in this namespace's place. */
function forgetDead(host: Host, folder: string): void {
  const now = tableIdentity(host, TABLE_PATH);
  for (const { run, table } of recordedRuns(host, folder))
    if (!isSameTable(table, now)) host.remove(pathOf(folder, run));
}

function headOfRecord(host: Host, path: string): readonly Change[] {
  return parseRecord(headText(host, path, BEGIN_BYTES));
}

/** The record of a run, however long; empty where it cannot be read. */
function recordOf(host: Host, folder: string, run: string): readonly Change[] {
  return parseRecord(headText(host, pathOf(folder, run), RECORD_BYTES));
}

function pathOf(folder: string, run: string): string {
  return `${folder}/${run}.jsonl`;
}

function stateIn(host: Host, folder: string): State {
  const recordPath = (run: string): string => pathOf(folder, run);
  const leasePath = (run: string): string => `${folder}/leases/${run}`;
  const writeLease = (lease: Lease): void =>
    host.writeFile(leasePath(lease.run), `${JSON.stringify(lease)}\n`, 0o644);
  const liveLeases = (): readonly Lease[] => {
    const now = tableIdentity(host, TABLE_PATH);
    return runsIn(host, `${folder}/leases`, '').flatMap((run) => {
      const lease = parseLease(textOr(host, leasePath(run), ''));
      const isHere = isSameTable(lease?.table, now);
      if (lease !== undefined && isHere && isLive(lease, uptime(host), startOf(host, lease.holder?.pid)))
        return [lease];
      host.remove(leasePath(run));
      return [];
    });
  };
  return {
    folder,
    records: () => {
      const now = tableIdentity(host, TABLE_PATH);
      return recordedRuns(host, folder).map(({ run }) => {
        const record = recordOf(host, folder, run);
        return { run, record, isDead: !isSameTable(tableOf(record), now) };
      });
    },
    append: (run, change) => {
      const path = recordPath(run);
      const isNew = host.stat(path) === undefined;
      if (isNew || (change.kind === 'table' && tableOf(headOfRecord(host, path)) === undefined)) {
        const earlier = recordedRuns(host, folder).filter((one) => one.run !== run);
        // A job that lives has still to take back what its run did.
        const living = liveLeases().map((lease) => lease.run);
        const ended = earlier.filter((one) => !living.includes(one.run));
        for (const { run: old } of ended.slice(RECORD_LIMIT - 1)) host.remove(recordPath(old));
        // Later than all others even where the clock stands still or goes back: undoing goes by this order.
        const at = Math.max(Date.now(), 1 + (earlier[0]?.begun ?? 0));
        const table = tableIdentity(host, TABLE_PATH);
        host.appendDurably(path, formatChange({ kind: 'begin', at, table }));
      }
      // Everybody may read what everybody can see in the table, and only root may write it.
      if (isNew) host.makeMode(path, 0o644);
      host.appendDurably(path, formatChange(change));
    },
    replace: (run, record) => {
      if (record.length === 0) host.remove(recordPath(run));
      else host.writeFile(recordPath(run), record.map(formatChange).join(''), 0o644);
    },
    leases: liveLeases,
    takeLease: (run, entries, pid) => {
      // To look at the others is to forget those that no longer count.
      liveLeases();
      const started = startOf(host, pid);
      const holder: LeaseHolder | undefined =
        pid === undefined || started === undefined ? undefined : { pid, started };
      const end = holder === undefined ? { expires: uptime(host) + LEASE_ALONE_S } : { holder };
      writeLease({ run, entries, table: tableIdentity(host, TABLE_PATH), ...end });
    },
    release: (gone) => {
      for (const lease of gone.length === 0 ? [] : liveLeases()) {
        const entries = lease.entries.filter((name) => !gone.includes(name));
        if (entries.length < lease.entries.length) writeLease({ ...lease, entries });
      }
    },
    dropLease: (run, isRecorded) => {
      if (isRecorded || host.stat(leasePath(run)) !== undefined) return host.remove(leasePath(run));
      writeLease({ run, entries: [], over: true, expires: uptime(host) + OVER_S });
    },
    isOver: (run, holder) =>
      parseLease(textOr(host, leasePath(run), ''))?.over === true ||
      (holder !== undefined && startOf(host, holder) === undefined),
    digests: () => textOr(host, `${folder}/${DIGESTS_FILE}`, ''),
    keepDigests: (text) => host.writeFile(`${folder}/${DIGESTS_FILE}`, text, 0o644),
  };
}

/**
 * True for a path that an undo needs: the record of a run names it whose job has not ended, or whose undo waits for another
 * job; or the run has put something in the place of what lies there, and can still be taken back, on whichever day. What
 * was only taken away by name is gone for good with its copy.
 */
export function isReliedOn(state: State, path: string): boolean {
  const live = new Set(state.leases().map(({ run }) => run));
  return state.records().some(({ run, record, isDead }) => {
    const isOpen = live.has(run) || record.some(({ kind }) => kind === 'undo');
    if (isOpen) return JSON.stringify(record).includes(path);
    return !isDead && replacedIn(record).some((text) => text.includes(path));
  });
}

/** Tells whether jobs hold leases here now; any user may ask. */
export function hasLeases(host: Host): boolean {
  return runsIn(host, `${stateFolder(host)}/leases`, '').length > 0;
}

/** The rules that earlier runs have registered, as far as their records are still there. */
export function ownRules(host: Host): readonly Rule[] {
  const folder = stateFolder(host);
  return runsIn(host, folder, '.jsonl')
    .flatMap((run) => recordOf(host, folder, run))
    .flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
}

/** True for a run that has a record, so that it can be taken back; any user may ask. */
export function isRecorded(host: Host, run: string): boolean {
  return host.stat(pathOf(stateFolder(host), run)) !== undefined;
}

/** True for a run that has done more than remove entries whose handlers, copies of our own, went with them. */
export function canBeUndone(host: Host, run: string): boolean {
  const record = recordOf(host, stateFolder(host), run);
  const removed = removedIn(record);
  const isGone = removed.every(({ name, text }) => isCopyGone(host, parseEntry(name, text).interpreter));
  const didMore = record.some(({ kind }) => !['begin', 'table', 'remove', 'write'].includes(kind));
  return didMore || removed.length === 0 || !isGone;
}

/** The runs that have a record and have changed the table that is there, the latest first; any user may ask. */
export function listRuns(host: Host): readonly (RecordedRun & { readonly record: readonly Change[] })[] {
  const [now, folder] = [tableIdentity(host, TABLE_PATH), stateFolder(host)];
  return recordedRuns(host, folder)
    .filter(({ table }) => isSameTable(table, now))
    .map(({ run }) => {
      const record = recordOf(host, folder, run);
      return { ...tellRecord(run, record), record };
    });
}

/** What the record of a run tells. */
export function readRun(host: Host, run: string): RecordedRun {
  return tellRecord(run, recordOf(host, stateFolder(host), run));
}

/** The runs that have a record, the latest first, with when each began, and the table that was there then. */
function recordedRuns(
  host: Host,
  folder: string,
): readonly { readonly run: string; readonly begun: number; readonly table: string | undefined }[] {
  return runsIn(host, folder, '.jsonl')
    .map((run) => {
      const head = headOfRecord(host, pathOf(folder, run));
      return { run, begun: beginOf(head), table: tableOf(head) };
    })
    .sort((a, b) => b.begun - a.begun);
}

function runsIn(host: Host, folder: string, ending: string): readonly string[] {
  return namesIn(host, folder).flatMap((name) => {
    const run = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : '';
    return isRunId(run) ? [run] : [];
  });
}
