import { applyThroughDocker } from '../apply/docker.ts';
import { applyWith } from '../apply/privilege.ts';
import { observeTable } from '../binfmt/table.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { observeMounts } from '../host/read.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { formatImageReference } from '../oci/reference.ts';
import type { Decision } from '../plan/decide.ts';
import { type Applied, changesHost, NOTHING_APPLIED, type Plan } from '../plan/plan.ts';
import { CONTAINER_ARCHITECTURES, targetsOf } from '../platform/platforms.ts';
import { judgeAll, probeAll } from '../probe/probe.ts';
import { narrateChanges, narrateInstalled } from '../report/narrate.ts';
import { makeReport, type Report } from '../report/report.ts';
import { summarise } from '../report/result.ts';
import type { SetupProblem } from '../text/problem.ts';
import type { Context } from './context.ts';

/** A store for a plan that installs nothing: no file lies below it. */

export const NO_STORE = '/dev/null';

/** What these flows need of a context. */
export type CarryOutContext = Pick<Context, 'group' | 'line' | 'privilegedProgram'>;

/** Has the plan carried out, and says what was done. */
export async function carryOut(
  host: Host,
  facts: HostFacts,
  plan: Plan,
  context: CarryOutContext,
): Promise<Applied> {
  const applied = await applyWith(host, facts, plan, context.privilegedProgram);
  context.group('Changes');
  for (const line of narrateChanges(plan, applied)) context.line(line);
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
    problem,
  });
}

export async function carryOutPlan(
  host: Host,
  facts: HostFacts,
  plan: Plan,
  context: Context,
): Promise<Applied> {
  if (!changesHost(plan) && plan.prove.length === 0 && plan.lease === undefined) return NOTHING_APPLIED;
  if (plan.lease !== undefined) context.run?.remember();
  const applied = await applyWith(host, facts, plan, context.privilegedProgram);
  if (changesHost(plan)) {
    context.group('Changes');
    tell(context, narrateChanges(plan, applied));
  }
  return applied;
}

export async function carryOutThroughDocker(
  host: Host,
  facts: HostFacts,
  wanted: readonly Decision[],
  inputs: Inputs,
  context: Context,
): Promise<Applied> {
  context.group('Changes');
  const image = formatImageReference(inputs.image);
  context.line(`there is no sudo: running the installer of ${image} as a privileged container`);
  const applied = await applyThroughDocker(
    host,
    facts,
    targetsOf(wanted.map(({ target }) => target.arch)),
    image,
    context.line,
  );
  tell(context, narrateInstalled(applied));
  return applied;
}

export function tell(context: Context, lines: readonly string[]): void {
  for (const line of lines) context.line(line);
}
