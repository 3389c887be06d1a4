/** The other flow: takes entries away, or takes back what a run did. */

import { asProblem, changeObstacle, preflight } from '../doctor/checks/index.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { ownRules } from '../journal/journal.ts';
import { changesHost, emptyPlan, NOTHING_APPLIED, type Plan } from '../plan/plan.ts';
import { planRemoval } from '../plan/remove.ts';
import { targetsOf } from '../platform/platforms.ts';
import { unremoved } from '../report/problems.ts';
import type { Report } from '../report/report.ts';
import type { SetupProblem } from '../text/problem.ts';
import { type CarryOutContext, carryOut, report } from './carry-out.ts';
import type { Context } from './context.ts';
import { observeAloud, persistedFor } from './survey.ts';

/** Runs `remove`: takes away what the inputs name. */
export async function runRemove(
  host: Host,
  inputs: Inputs,
  context: CarryOutContext & Pick<Context, 'run' | 'store'>,
): Promise<Report> {
  const facts = await observeAloud(host, context);
  const { entries, state } = facts.table;
  const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
  const { remove, forget, refused, notes } = planRemoval(
    inputs,
    targets,
    entries,
    context.store,
    ownRules(host),
    persistedFor(host, inputs),
  );
  const persist = forget.length === 0 ? {} : { persist: { handlers: [], rules: [], forget } };
  const plan: Plan = {
    ...emptyPlan(context.store),
    run: context.run?.id,
    remove,
    ...persist,
  };
  const stop = changesHost(plan) ? obstacleOf(facts) : undefined;
  if (stop !== undefined) return report(host, facts, NOTHING_APPLIED, notes, stop);
  if (changesHost(plan) && inputs.cleanup) context.run?.remember();
  const applied = changesHost(plan) ? await carryOut(host, facts, plan, context) : NOTHING_APPLIED;
  const told = state === 'ready' ? notes : [`binfmt_misc is ${state}: there are no entries`];
  return report(host, facts, applied, told, unremoved([...applied.problems, ...refused]));
}

export function obstacleOf(facts: HostFacts): SetupProblem | undefined {
  const finding = preflight(facts) ?? changeObstacle(facts);
  return finding === undefined ? undefined : asProblem(finding, 'take entries away');
}
