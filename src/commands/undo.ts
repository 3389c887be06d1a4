/** Takes back what a run did. */

import { enable, removePinned } from '../apply/steps.ts';
import { type PinnedEntry, TABLE_PATH } from '../binfmt/entry.ts';
import { readEntries, readEntry } from '../binfmt/table.ts';
import type { Host } from '../host/host.ts';
import { mountAt } from '../host/proc.ts';
import { observeMounts, textOr } from '../host/read.ts';
import { listRuns } from '../journal/journal.ts';
import type { RecordedRun } from '../journal/record.ts';
import { insideOf } from '../namespace/inside.ts';
import { openEngineTable } from '../namespace/rootless.ts';
import { emptyPlan, NOTHING_APPLIED } from '../plan/plan.ts';
import { laterThan, planUndo, takesBack } from '../plan/undo.ts';
import { obstacleToUndo, unrecorded, unremoved } from '../report/problems.ts';
import type { Report } from '../report/report.ts';
import type { Progress } from '../text/progress.ts';
import { type CarryOutContext, carryOut, NO_STORE, removeThroughDocker, reportAfter } from './carry-out.ts';
import { observeAloud } from './survey.ts';

/**
 * Ends a run: its lease goes, and with `changes` what it did is taken back, as far as no other run has changed
 * it since or relies on it.
 */
export async function runUndo(
  host: Host,
  run: string,
  changes: boolean,
  context: CarryOutContext,
): Promise<Report> {
  const facts = await observeAloud(host, context);
  const obstacle = obstacleToUndo(facts);
  const plan = { ...emptyPlan(NO_STORE), run, end: { changes } };
  const applied = obstacle === undefined ? await carryOut(host, facts, plan, context) : NOTHING_APPLIED;
  return reportAfter(host, facts, applied, {
    mode: 'undo',
    problem: obstacle ?? unremoved(applied.problems),
    waive: applied.unrecorded ? unrecorded(run) : undefined,
  });
}

/** The report of an undo of nothing: no run is left of which anything could be taken back. */
export async function reportNothing(host: Host, progress: Progress): Promise<Report> {
  return reportAfter(host, await observeAloud(host, progress, undefined, 'none'), NOTHING_APPLIED, {
    mode: 'undo',
    notes: ['there is no record of a run that could be taken back'],
  });
}

/** The runs of which an undo would take something back as things are now, the latest first. */
export function listUndoable(host: Host): readonly RecordedRun[] {
  const isMounted = mountAt(observeMounts(host), TABLE_PATH)?.type === 'binfmt_misc';
  // With its table, all that a run has done to it is gone.
  const entries = isMounted ? readEntries({ host, table: TABLE_PATH }) : undefined;
  const contentOf = (path: string): string | null => textOr(host, path, null);
  const runs = listRuns(host);
  const records = runs.map(({ record }) => record);
  return runs.flatMap(({ record, ...run }) => {
    const undo = planUndo(record, entries ?? [], new Set(), laterThan(record, records));
    return takesBack(entries === undefined ? { ...undo, put: [] } : undo, contentOf) ? run : [];
  });
}

/** What an image's installer has registered for a run. */
export interface Installation {
  readonly image: string;
  readonly entries: readonly PinnedEntry[];
}

/** Has the installer take away again what it registered, as far as it still reads so. */
export async function undoThroughDocker(
  host: Host,
  { image, entries }: Installation,
  context: CarryOutContext,
): Promise<Report> {
  const facts = await observeAloud(host, context);
  const remove = entries.filter(({ name, text }) =>
    facts.table.entries.some((entry) => entry.name === name && entry.text === text),
  );
  const applied = await removeThroughDocker(host, facts, { remove }, image, context);
  return reportAfter(host, facts, applied, { mode: 'undo', problem: unremoved(applied.problems) });
}

/**
 * Takes entries out of the table of this user's rootless engine, those that still read as they did, and switches on
 * those that were switched off for them.
 */
export async function removeFromEngine(
  host: Host,
  entries: readonly PinnedEntry[],
): Promise<readonly string[]> {
  const engine = await openEngineTable(host);
  // With the engine its table has gone.
  if ('stage' in engine) return [];
  const table = { host: insideOf(host, engine.space), table: engine.table, record: () => undefined };
  const isOff = ({ text }: PinnedEntry): boolean => text.startsWith('disabled');
  for (const { name, text } of entries.filter(isOff)) {
    if (readEntry(table, name)?.text === text) enable(table, name);
  }
  return entries.filter((entry) => !isOff(entry)).flatMap((entry) => removePinned(table, entry) ?? []);
}
