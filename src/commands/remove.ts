/** The other flow: takes entries away, or takes back what a run did. */

import { applyWith } from '../apply/privilege.ts';
import { readPersisted } from '../binfmt/table.ts';
import { asProblem, changeObstacle, preflight } from '../doctor/checks/index.ts';
import { type HostFacts, isPrivileged } from '../facts/facts.ts';
import { observe, observeMounts, observeTable } from '../facts/observe.ts';
import type { Host } from '../host/host.ts';
import { judgeAll, probeAll } from '../host/prove.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { ownRules } from '../journal/journal.ts';
import { type Applied, changesHost, NOTHING_APPLIED, type Plan } from '../plan/plan.ts';
import { planRemoval } from '../plan/remove.ts';
import { CONTAINER_ARCHITECTURES, targetsOf } from '../platform/platforms.ts';
import { narrateChanges, narrateHost } from '../report/narrate.ts';
import { summarise, unremoved } from '../report/problems.ts';
import { makeReport, type Report } from '../report/report.ts';
import type { SetupProblem } from '../text/text.ts';
import type { Door } from './context.ts';

/** A store for a plan that installs nothing: no file lies below it. */
export const NO_STORE = '/dev/null';

/** What these flows need of a door. */
export type Speaker = Pick<Door, 'group' | 'line' | 'privilegedProgram'>;

/** Runs `remove`: takes away what the inputs name. */
export async function runRemove(
  host: Host,
  inputs: Inputs,
  door: Speaker & Pick<Door, 'run' | 'store'>,
): Promise<Report> {
  const facts = await observeAloud(host, door);
  const { entries, state } = facts.table;
  const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
  const { remove, forget, refused, notes } = planRemoval(
    inputs,
    targets,
    entries,
    door.store,
    ownRules(host),
    readPersisted(host, inputs.scope),
  );
  const persist = forget.length === 0 ? {} : { persist: { handlers: [], rules: [], forget } };
  const plan: Plan = {
    ...emptyPlan(door.store),
    ...(door.run === undefined ? {} : { run: door.run.id }),
    remove,
    ...persist,
  };
  const stop = changesHost(plan) ? obstacleOf(facts) : undefined;
  if (stop !== undefined) return report(host, facts, NOTHING_APPLIED, notes, stop);
  if (changesHost(plan) && inputs.cleanup) door.run?.remember();
  const applied = changesHost(plan) ? await carryOut(host, facts, plan, door) : NOTHING_APPLIED;
  const told = state === 'ready' ? notes : [`binfmt_misc is ${state}: there are no entries`];
  return report(host, facts, applied, told, unremoved([...applied.problems, ...refused]));
}

/**
 * Ends a run: its lease goes, and with `changes` what it did is taken back, as far as nobody else has changed
 * it since or relies on it.
 */
export async function runUndo(host: Host, run: string, changes: boolean, door: Speaker): Promise<Report> {
  const facts = await observeAloud(host, door);
  const { problem, applied } = isPrivileged(facts)
    ? {
        problem: undefined,
        applied: await carryOut(host, facts, { ...emptyPlan(NO_STORE), run, end: { changes } }, door),
      }
    : { problem: obstacleOf(facts), applied: NOTHING_APPLIED };
  return report(host, facts, applied, [], problem ?? unremoved(applied.problems));
}

/** A plan that does nothing. */
export function emptyPlan(store: string): Plan {
  return { schema: 1, prepare: [], remove: [], install: [], prove: [], store };
}

/** Looks at the host, and says what it is. */
export async function observeAloud(host: Host, door: Speaker): Promise<HostFacts> {
  const facts = await observe(host);
  door.group('Host');
  for (const line of narrateHost(facts)) door.line(line);
  return facts;
}

function obstacleOf(facts: HostFacts): SetupProblem | undefined {
  const finding = preflight(facts) ?? changeObstacle(facts);
  return finding === undefined ? undefined : asProblem(finding, 'take entries away');
}

/** Has the plan carried out, and says what was done. */
export async function carryOut(host: Host, facts: HostFacts, plan: Plan, door: Speaker): Promise<Applied> {
  const applied = await applyWith(host, facts, plan, door.privilegedProgram);
  door.group('Changes');
  for (const line of narrateChanges(plan, applied)) door.line(line);
  return applied;
}

/** Looks once more, so that the outputs say what runs here now. */
export async function report(
  host: Host,
  facts: HostFacts,
  applied: Applied,
  notes: readonly string[],
  problem: SetupProblem | undefined,
  mode = 'remove',
): Promise<Report> {
  const table = observeTable(host, observeMounts(host), facts.kernel.release, facts.table.path);
  const after = { ...facts, table };
  const looked = targetsOf([facts.architecture ?? '', ...CONTAINER_ARCHITECTURES]);
  return makeReport({
    mode,
    facts: after,
    verdicts: judgeAll(await probeAll(host, after, looked), after),
    requested: [],
    ...summarise(applied),
    findings: [],
    notes: [...notes, ...(applied.notes ?? [])],
    ...(problem === undefined ? {} : { problem }),
  });
}
