/** `remove`: takes entries away. */

import { isTableLost } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { ownRules } from '../journal/journal.ts';
import type { ScopeView } from '../namespace/scope.ts';
import { forGood, planAside } from '../plan/changes.ts';
import { changesHost, emptyPlan, NOTHING_APPLIED, type Plan } from '../plan/plan.ts';
import { planRemoval } from '../plan/remove.ts';
import { targetsOf } from '../platform/platforms.ts';
import { obstacleToRemoval, unknownNames, unremoved } from '../report/problems.ts';
import type { Report } from '../report/report.ts';
import {
  type CarryOutContext,
  carryOut,
  nameForDocker,
  removeThroughDocker,
  reportAfter,
} from './carry-out.ts';
import type { Context } from './context.ts';
import { observeAloud, persistedFor } from './survey.ts';

/**
 * Takes away what the inputs name, and what of it would come back after a reboot.
 * @throws SetupProblem where the table that is asked for cannot be had.
 */
export async function runRemove(
  host: Host,
  inputs: Inputs,
  context: CarryOutContext & ScopeView & Pick<Context, 'run' | 'store'>,
): Promise<Report> {
  const facts = await observeAloud(host, context, context);
  const lost = isTableLost(facts) ? obstacleToRemoval(facts) : undefined;
  if (lost !== undefined) throw lost;
  const { entries, state, owner } = facts.table;
  const { remove, forget, refused, notes, unknown } = planRemoval(
    inputs,
    targetsOf(inputs.platforms.map(({ arch }) => arch)),
    entries,
    context.store,
    ownRules(host),
    persistedFor(host, inputs),
  );
  const plan: Plan = {
    ...emptyPlan(context.store),
    run: context.run?.id,
    remove,
    aside: inputs.cleanup ? planAside(entries, remove, forGood(inputs, context.store)) : undefined,
    persist: forget.length === 0 ? undefined : { handlers: [], rules: [], forget },
  };
  const obstacle = changesHost(plan) ? obstacleToRemoval(facts) : undefined;
  if (obstacle !== undefined) {
    return reportAfter(host, facts, NOTHING_APPLIED, { mode: 'remove', notes, problem: obstacle });
  }
  if (changesHost(plan) && inputs.cleanup) context.run?.remember?.();
  const applied =
    facts.privilege === 'docker'
      ? await removeThroughDocker(host, facts, plan, nameForDocker(inputs.image), context)
      : await carryOut(host, facts, plan, context);
  return reportAfter(host, facts, applied, {
    mode: 'remove',
    notes: owner !== undefined ? notes : [`binfmt_misc is ${state.replace('-', ' ')}: there are no entries`],
    problem: unremoved([...applied.problems, ...refused]),
    // Nothing is known to be there where there is no table.
    waive: owner === undefined ? undefined : unknownNames(unknown),
  });
}
