/** The least of the flows: makes sure that the table is there, and says what runs here. */

import { asProblem, changeObstacle, preflight } from '../doctor/checks/index.ts';
import type { Host } from '../host/host.ts';
import { type Applied, emptyPlan, NOTHING_APPLIED } from '../plan/plan.ts';
import { planPreparation } from '../plan/setup.ts';
import type { Report } from '../report/report.ts';
import { SetupProblem } from '../text/problem.ts';
import { type CarryOutContext, carryOut, NO_STORE, report } from './carry-out.ts';
import type { Context } from './context.ts';
import { observeAloud } from './survey.ts';

const WHAT = 'mount binfmt_misc';

/** Loads the module and mounts the table where that is missing. Registers nothing. */
export async function runMount(host: Host, context: CarryOutContext & Pick<Context, 'run'>): Promise<Report> {
  const facts = await observeAloud(host, context);
  const prepare = planPreparation(facts);
  const finding = preflight(facts) ?? (prepare.length > 0 ? changeObstacle(facts) : undefined);
  const run = context.run === undefined ? {} : { run: context.run.id };
  const applied =
    finding === undefined && prepare.length > 0
      ? await carryOut(host, facts, { ...emptyPlan(NO_STORE), ...run, prepare }, context)
      : NOTHING_APPLIED;
  const problem = finding === undefined ? failure(applied) : asProblem(finding, WHAT);
  const seen = await report(host, facts, applied, [], problem, 'mount');
  return { ...seen, notes: [...seen.notes, `these run here: ${seen.outputs.platforms}`] };
}

function failure({ problems }: Applied): SetupProblem | undefined {
  if (problems.length === 0) return undefined;
  const remedy = 'Run the doctor for more';
  return new SetupProblem({ id: 'SB009', kind: 'host', what: WHAT, cause: problems.join('; '), remedy });
}
