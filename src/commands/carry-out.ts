/** Having a plan carried out, telling what it did, and looking at the host again. */

import { applyThroughDocker, uninstallThroughDocker } from '../apply/docker.ts';
import { applyWith } from '../apply/privilege.ts';
import { FRAGMENT_PATH } from '../binfmt/persist.ts';
import { observeTable } from '../binfmt/table.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { observeMounts } from '../host/read.ts';
import { formatImageReference, type ImageReference } from '../oci/reference.ts';
import type { Decision } from '../plan/decide.ts';
import { type Applied, changesHost, NOTHING_APPLIED, type Plan } from '../plan/plan.ts';
import { CONTAINER_ARCHITECTURES, targetsOf } from '../platform/platforms.ts';
import { judgeAll, probeAll } from '../probe/probe.ts';
import { narrateChanges, narrateInstalled } from '../report/narrate.ts';
import { makeReport, type Report } from '../report/report.ts';
import { changesIn, downgradeToWarning, newResult, type RunResult } from '../report/result.ts';
import { reasonOf, SetupProblem } from '../text/problem.ts';
import type { Context } from './context.ts';

/** The store of a plan that installs nothing: no file lies below it. */
export const NO_STORE = '/dev/null';

/** What it takes of a context to have a plan carried out. */
export type CarryOutContext = Pick<Context, 'group' | 'line' | 'privilegedProgram' | 'standby'>;

/** Has the plan carried out, unless it asks for nothing, and tells what was done. */
export async function carryOut(
  host: Host,
  facts: HostFacts,
  plan: Plan,
  { group, line, privilegedProgram, standby }: CarryOutContext,
): Promise<Applied> {
  const changes = changesHost(plan) || plan.end !== undefined;
  if (!changes && plan.prove.length === 0 && plan.lease === undefined) return NOTHING_APPLIED;
  const applied = await applyWith(host, facts, plan, privilegedProgram, standby);
  const done = changes ? narrateChanges(applied, plan.aside) : [];
  if (done.length > 0) group('Changes');
  done.forEach(line);
  return applied;
}

/** Has the installer of the image register what is wanted, in a privileged container. */
export async function carryOutThroughDocker(
  host: Host,
  facts: HostFacts,
  wanted: readonly Decision[],
  image: ImageReference,
  { group, line }: Context,
): Promise<Applied> {
  const name = nameForDocker(image);
  group('Changes');
  line(`there is no sudo: running the installer of ${name} as a privileged container`);
  const targets = wanted.map(({ target }) => target);
  const applied = await applyThroughDocker(host, facts, targets, name, line);
  narrateInstalled(applied).forEach(line);
  return applied;
}

/** How Docker knows an image. Throws a SetupProblem for one that its engine does not hold. */
export function nameForDocker(image: ImageReference): string {
  const { local } = image;
  if (local === undefined) return formatImageReference(image);
  if (local.transport === 'docker-daemon') return local.place;
  throw new SetupProblem({
    id: 'SB080',
    kind: 'host',
    what: `run ${formatImageReference(image)} as a privileged container`,
    cause: 'there is no sudo here, and Docker’s engine does not hold this image',
    remedy:
      'Load it into the engine (docker load, or skopeo copy to docker-daemon:), and name it docker-daemon:NAME',
  });
}

/** Has the installer of the image take away what a plan removes. */
export async function removeThroughDocker(
  host: Host,
  facts: HostFacts,
  plan: Pick<Plan, 'remove' | 'persist'>,
  image: string,
  { group, line }: CarryOutContext,
): Promise<Applied> {
  if (plan.remove.length === 0 && plan.persist === undefined) return NOTHING_APPLIED;
  group('Changes');
  const applied = await uninstallThroughDocker(host, facts, plan.remove, image, line);
  const kept = `${FRAGMENT_PATH} stays as it is: only root can change it`;
  narrateChanges(applied).forEach(line);
  return plan.persist === undefined ? applied : { ...applied, problems: [...applied.problems, kept] };
}

/** The facts with the table as it is now. */
export function observeAgain(host: Host, facts: HostFacts): HostFacts {
  const { kernel, table } = facts;
  return { ...facts, table: observeTable(host, observeMounts(host), kernel.release, table.path) };
}

/**
 * The report of a command that asks for no platform: what was changed, and what runs here now; `waive` is a problem that
 * becomes a warning.
 */
export async function reportAfter(
  host: Host,
  before: HostFacts,
  applied: Applied,
  {
    mode,
    notes = [],
    problem,
    waive,
  }: Pick<RunResult, 'mode' | 'problem'> &
    Partial<Pick<RunResult, 'notes'>> & { readonly waive?: SetupProblem },
): Promise<Report> {
  const facts = observeAgain(host, before);
  const looked = targetsOf([facts.architecture ?? '', ...CONTAINER_ARCHITECTURES]);
  // What was done is told, whether there is room for probes or not.
  const unprobed: string[] = [];
  const runs = await probeAll(host, facts, looked).catch((thrown: unknown) => {
    unprobed.push(`what runs here now was not looked at: ${reasonOf(thrown)}`);
    return [];
  });
  const result: RunResult = {
    ...newResult(mode, facts),
    ...changesIn(applied),
    verdicts: judgeAll(runs, facts),
    notes: [...notes, ...(applied.notes ?? []), ...unprobed],
    problem,
  };
  return makeReport(waive === undefined ? result : downgradeToWarning(result, waive));
}
