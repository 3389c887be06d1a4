/** `--mount`: mounts binfmt_misc, and says what runs here. */

import type { Host } from '../host/host.ts';
import { planPreparation } from '../plan/changes.ts';
import { emptyPlan, NOTHING_APPLIED } from '../plan/plan.ts';
import { obstacleToMount, unmounted } from '../report/problems.ts';
import type { Report } from '../report/report.ts';
import { type CarryOutContext, carryOut, NO_STORE, reportAfter } from './carry-out.ts';
import type { Context } from './context.ts';
import { observeAloud } from './survey.ts';

/** Loads the module and mounts the table where that is missing. Registers nothing. */
export async function runMount(host: Host, context: CarryOutContext & Pick<Context, 'run'>): Promise<Report> {
  const facts = await observeAloud(host, context);
  const obstacle = obstacleToMount(facts);
  const plan = { ...emptyPlan(NO_STORE), run: context.run?.id, prepare: planPreparation(facts) };
  const applied = obstacle === undefined ? await carryOut(host, facts, plan, context) : NOTHING_APPLIED;
  const problem = obstacle ?? unmounted(applied.problems);
  const report = await reportAfter(host, facts, applied, { mode: 'mount', problem });
  return { ...report, notes: [...report.notes, `these run here: ${report.outputs.platforms}`] };
}
