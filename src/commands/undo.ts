import { removePinned } from '../apply/steps.ts';
import type { PinnedEntry } from '../binfmt/entry.ts';
import { isPrivileged } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { insideOf } from '../namespace/inside.ts';
import { openEngineTable } from '../namespace/rootless.ts';
import { emptyPlan, NOTHING_APPLIED } from '../plan/plan.ts';
import { unremoved } from '../report/problems.ts';
import type { Report } from '../report/report.ts';
import { type CarryOutContext, carryOut, NO_STORE, report } from './carry-out.ts';
import { obstacleOf } from './remove.ts';
import { observeAloud } from './survey.ts';

/**
 * Ends a run: its lease goes, and with `changes` what it did is taken back, as far as nobody else has changed
 * it since or relies on it.
 */

export async function runUndo(
  host: Host,
  run: string,
  changes: boolean,
  context: CarryOutContext,
): Promise<Report> {
  const facts = await observeAloud(host, context);
  const { problem, applied } = isPrivileged(facts)
    ? {
        problem: undefined,
        applied: await carryOut(host, facts, { ...emptyPlan(NO_STORE), run, end: { changes } }, context),
      }
    : { problem: obstacleOf(facts), applied: NOTHING_APPLIED };
  return report(host, facts, applied, [], problem ?? unremoved(applied.problems));
}

/** Takes entries out of the table of this user's rootless engine, those that still read as they did. */
export async function removeFromEngine(
  host: Host,
  entries: readonly PinnedEntry[],
): Promise<readonly string[]> {
  const engine = await openEngineTable(host);
  // With the engine its table has gone.
  if ('stage' in engine) return [];
  const table = { host: insideOf(host, engine.space), table: engine.table, record: () => undefined };
  return entries.flatMap((entry) => removePinned(table, entry) ?? []);
}
