/** Ends a run: drops its lease, and takes back what it changed. */

import { revertFragment } from '../binfmt/persist.ts';
import { isCopyGone, readEntries, readEntry } from '../binfmt/table.ts';
import type { Host } from '../host/host.ts';
import { seesEveryUser, textOr } from '../host/read.ts';
import { isReliedOn, type State } from '../journal/journal.ts';
import { type Change, entriesInUse, splitRecord } from '../journal/record.ts';
import type { Applied } from '../plan/plan.ts';
import { laterThan, type Put, planUndo, rebaseRecord, type Undo } from '../plan/undo.ts';
import { reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { sweepCopies } from './handlers.ts';
import { restoreFragment } from './persist.ts';
import {
  cannotRegister,
  changedMeanwhile,
  disable,
  enable,
  recordFirst,
  registerAgain,
  remove,
  removePinned,
  type Table,
} from './steps.ts';

/** What an undo did, and what is still to be done when the table is no longer locked. */
interface Undone {
  readonly removed: string[];
  readonly restored: string[];
  readonly problems: string[];
  readonly notes: string[];
  persisted?: Applied['persisted'];
  /** The run has neither a record, nor a lease that would show that it has changed nothing. */
  readonly unrecorded?: boolean;
  unmount?: string;
  unloadModule: boolean;
}

/**
 * Ends a run. With `changes`, what it did is taken back, and so is what earlier undos had to leave because another
 * job relied on it. `table` is undefined when there is none now: then all entries are gone already. Throws what the
 * state folder throws.
 */
export async function endRun(
  host: Host,
  table: string | undefined,
  state: State,
  run: string,
  changes: boolean,
): Promise<Undone> {
  const isRecorded = state.records().some((one) => one.run === run);
  const isLent = state.leases().some((one) => one.run === run);
  if (changes && isRecorded) state.append(run, { kind: 'undo' });
  state.dropLease(run, isRecorded);
  const unrecorded = changes && !isRecorded && !isLent ? true : undefined;
  const undone: Undone = {
    removed: [],
    restored: [],
    problems: [],
    notes: [],
    unrecorded,
    unloadModule: false,
  };
  for (const { run: ended, record, isDead } of state.records()) {
    if (!record.some(({ kind }) => kind === 'undo')) continue;
    const context: Table = { host, table: table ?? '', record: (change) => state.append(ended, change) };
    // With its table, all that a run has done to it is gone.
    const isGone = table === undefined || isDead;
    const entries = isGone ? [] : readEntries(context);
    const living = state.records().flatMap((one) => (one.isDead ? [] : [one.record]));
    const inUse = entriesInUse(state.leases(), ended);
    const undo = planUndo(record, entries, inUse, laterThan(record, living));
    const rest = isDead ? { put: [], unmount: undefined, unloadModule: false } : { put: [] };
    const isDone = await takeBack(context, isGone ? { ...undo, ...rest } : undo, ended, undone);
    // Of what an earlier undo had to leave, its own has told.
    for (const name of ended === run ? undo.waiting : [])
      undone.notes.push(
        `entry ${printable(name, 60)} stays as long as another job relies on it; remove takes it away all the same`,
      );
    if (!isDone) continue;
    try {
      forget(state, ended, record, undo.waiting);
    } catch (thrown) {
      // It is undone once more the next time, which then finds nothing to do.
      undone.problems.push(`the record of the run ${ended} stays: ${reasonOf(thrown)}`);
    }
    const copied = record.some(({ kind }) => kind === 'copy' || kind === 'write');
    if (copied || seesEveryUser(host)) sweepCopies(context, (folder) => isReliedOn(state, folder));
  }
  return undone;
}

/** Forgets what was undone; others that found those entries are told what was before them. */
function forget(state: State, ended: string, record: readonly Change[], waiting: readonly string[]): void {
  const { left, undone } = splitRecord(record, waiting);
  for (const other of state.records()) {
    const changed = rebaseRecord(other.record, undone);
    if (other.run !== ended && JSON.stringify(changed) !== JSON.stringify(other.record))
      state.replace(other.run, changed);
  }
  state.replace(ended, left);
}

/** False when nothing could be done of what is to be done: then it can be tried again. */
async function takeBack(context: Table, undo: Undo, run: string, undone: Undone): Promise<boolean> {
  const { removed, restored, problems, notes } = undone;
  const [before, failed] = [removed.length + restored.length, problems.length];
  notes.push(...undo.notes);
  for (const pinned of undo.on) {
    const problem =
      readEntry(context, pinned.name)?.text === pinned.text
        ? enable(context, pinned.name)
        : changedMeanwhile(pinned.name);
    if (problem === undefined) restored.push(pinned.name);
    else problems.push(problem);
  }
  // What has taken their place goes when they answer.
  if (problems.length > failed) return false;
  for (const put of undo.put) {
    if (isCopyGone(context.host, put.rule.interpreter)) {
      notes.push(
        `entry ${printable(put.rule.name, 60)} is not put back: its handler, a copy of its own, went with it (setup brings it anew)`,
      );
      continue;
    }
    const problem = putBack(context, put, run);
    if (problem === undefined) restored.push(put.rule.name);
    else problems.push(problem);
  }
  // What the run itself has brought is its own to take away: that is on record.
  const unrecorded = { ...context, record: () => undefined };
  for (const pinned of undo.remove) {
    const problem = removePinned(unrecorded, pinned);
    if (problem === undefined) removed.push(pinned.name);
    else problems.push(problem);
  }
  for (const { path, before, after } of undo.files) {
    const now = textOr(context.host, path, null);
    const back = revertFragment(now, before, after);
    if (now === back) continue;
    const restored = await restoreFragment(context, now, back);
    problems.push(...restored.problems);
    undone.persisted = restored.persisted;
  }
  undone.unmount = undo.unmount ?? undone.unmount;
  undone.unloadModule ||= undo.unloadModule;
  return problems.length === failed || removed.length + restored.length > before;
}

/**
 * Puts one entry back. It is registered under a helper name first: what stands in its place is only taken
 * away once the kernel has accepted it, and something answers at every moment.
 */
function putBack(context: Table, { rule, enabled, text, replaces }: Put, run: string): string | undefined {
  const helper = freeName(context, `setup-binfmt-undo-${run.slice(0, 8)}`);
  const name = printable(rule.name, 60);
  const stays = replaces === undefined ? '' : ', and what is in its place stays';
  // One that is switched off must not answer under a helper's name.
  const isGone = rule.flags.includes('F') && context.host.stat(rule.interpreter) === undefined;
  if (!enabled && isGone)
    return `entry ${name} cannot be put back${stays}: ${printable(rule.interpreter, 200)} is not there`;
  const lost = cannotRegister(context, rule);
  if (lost !== undefined) return `entry ${name} cannot be put back${stays}: ${lost}`;
  if (enabled) {
    const refusal =
      recordFirst(context, { kind: 'register', rule: { ...rule, name: helper } }) ??
      registerAgain(context, { ...rule, name: helper });
    if (refusal !== undefined) return `entry ${name} cannot be put back${stays}: ${refusal}`;
  }
  const refusal =
    recordFirst(context, { kind: 'put', entry: { name: rule.name, text } }) ??
    (replaces === undefined ? undefined : removePinned(context, replaces)) ??
    registerAgain(context, rule) ??
    (enabled ? undefined : disable(context, rule.name));
  if (refusal !== undefined) return `entry ${name} cannot be put back: ${refusal}`;
  if (enabled) remove(context, helper);
  const now = readEntry(context, rule.name)?.text;
  return now === text ? undefined : `entry ${name} was put back, and reads otherwise than before`;
}

function freeName(context: Table, base: string): string {
  for (let number = 1; ; number++) {
    const name = `${base}-${number}`;
    if (readEntry(context, name) === undefined) return name;
  }
}
