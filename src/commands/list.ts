/** `list`: what runs here, and by whom. Changes nothing. */

import { asProblem, preflight } from '../doctor/checks/index.ts';
import { isTableLost } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { ScopeView } from '../namespace/scope.ts';
import { decide } from '../plan/decide.ts';
import { platformsOf, targetsOf } from '../platform/platforms.ts';
import { LIST, makeReport, type Report } from '../report/report.ts';
import { joinPlatforms, newResult } from '../report/result.ts';
import type { Context } from './context.ts';
import { observeScope, probeClaimed } from './survey.ts';
import { listUndoable } from './undo.ts';

/**
 * Looks at the table, and probes what it claims and what this host may run by itself.
 * @throws SetupProblem where the table that is asked for cannot be had.
 */
export async function runList(
  host: Host,
  { onConflict, scope }: Pick<Inputs, 'onConflict' | 'scope'>,
  { store, ...view }: ScopeView & Pick<Context, 'store'>,
): Promise<Report> {
  const facts = await observeScope(host, view);
  const lost = isTableLost(facts) ? preflight(facts) : undefined;
  if (lost !== undefined) throw asProblem(lost, 'list what runs there');
  const verdicts = await probeClaimed(host, facts, { platforms: [] });
  const there = [...verdicts.values()].filter(({ status }) => status !== 'absent').map(({ arch }) => arch);
  const decisions = decide(targetsOf(there), verdicts, facts.table.entries, onConflict, store);
  const platforms = there.flatMap((arch) => platformsOf(arch));
  return makeReport({
    ...newResult(LIST, facts),
    verdicts,
    platforms: joinPlatforms({ platforms, all: false }, decisions, verdicts),
    // Nothing is recorded of another table than the host's.
    runs: scope === 'host' ? listUndoable(host) : undefined,
  });
}
