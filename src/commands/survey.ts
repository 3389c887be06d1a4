/** The first look at a host: what it is, and probes that run while the rest is prepared. */

import { type Standby, standBy } from '../apply/privilege.ts';
import { answering, claimants } from '../binfmt/entry.ts';
import type { Rule } from '../binfmt/rule.ts';
import { keptVersion, readPersisted } from '../binfmt/table.ts';
import { type HostFacts, isTableLost } from '../facts/facts.ts';
import { observe } from '../facts/observe.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { ScopeView } from '../namespace/scope.ts';
import { CONTAINER_ARCHITECTURES, mayRunNatively, TARGETS, targetsOf } from '../platform/platforms.ts';
import { judgeAll, probeAll } from '../probe/probe.ts';
import type { Runs, Verdict } from '../probe/verdict.ts';
import { narrateHost } from '../report/narrate.ts';
import { SetupProblem } from '../text/problem.ts';
import type { Progress } from '../text/progress.ts';
import type { Context } from './context.ts';

export interface Survey {
  readonly facts: HostFacts;
  /** Absent where it is not known yet whether to probe, or what. */
  readonly probing?: Promise<readonly Runs[]>;
  /** Root's program, where setup will have something for it to do. */
  readonly standby?: Standby;
}

/** Architectures that BuildKit asks about, besides those that are requested. */
const ALSO_LOOKED_AT = [...CONTAINER_ARCHITECTURES, 'ppc64'];

/** Observes the host, tells what it is, and returns when its probes have been started. */
export async function surveyHost(host: Host, inputs: Inputs, context: Context): Promise<Survey> {
  const changes = inputs.mode === 'plan' ? 'planned' : 'made';
  const facts = await observeAloud(host, context, context, changes);
  const standby = lacksEntries(facts, inputs) ? standBy(host, facts, context.privilegedProgram) : undefined;
  if (facts.table.state !== 'ready' || inputs.matrixFrom !== undefined) return { facts, standby };
  const probing = probeRequested(host, facts, inputs, context);
  // Avoids an unhandled rejection: the failure is reported where the probes are awaited.
  probing.catch(() => undefined);
  await new Promise(setImmediate);
  return { facts, probing, standby };
}

/** True where setup has to register something, as far as entries tell without a probe. */
function lacksEntries(facts: HostFacts, { mode, platforms }: Inputs): boolean {
  const { architecture, table } = facts;
  const foreign = platforms.filter(({ arch }) => !mayRunNatively(architecture, arch));
  return (
    mode === 'setup' &&
    !isTableLost(facts) &&
    targetsOf(foreign.map(({ arch }) => arch)).some(
      (target) => answering(table.entries, target) === undefined,
    )
  );
}

/** Probes what was asked for, what BuildKit asks about, and the host's own architecture. */
export function probeRequested(
  host: Host,
  facts: HostFacts,
  inputs: Inputs,
  { recordedVersion }: Pick<Context, 'recordedVersion'>,
): Promise<readonly Runs[]> {
  const asked = inputs.platforms.map(({ arch }) => arch);
  const targets = targetsOf([facts.architecture ?? '', ...ALSO_LOOKED_AT, ...asked]);
  const versionOf = (path: string) => recordedVersion(path) ?? keptVersion(host, path);
  return probeAll(host, facts, targets, versionOf).catch((thrown: unknown) => {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    const { id, kind, what, reason, remedy } = thrown;
    const cause = `${reason}; nothing was changed`;
    throw new SetupProblem({ id, kind, what, cause, remedy }, { cause: thrown });
  });
}

/** Observes the host, with the table of `view` where that has one, and tells what it is. */
export async function observeAloud(
  host: Host,
  { group, line }: Progress,
  view: View = {},
  changes?: Parameters<typeof narrateHost>[1],
): Promise<HostFacts> {
  const { place } = view;
  group('Host');
  const facts = await observeScope(host, view);
  if (place !== undefined) line(`this is ${place}`);
  narrateHost(facts, changes).forEach(line);
  return facts;
}

interface View extends ScopeView {
  /** Whether it is to be known who may change the host's own table. */
  readonly asksRights?: boolean;
}

/** Observes the host, with the table that is asked for: where that cannot be had, nothing of the host's own is its. */
export async function observeScope(host: Host, view: View): Promise<HostFacts> {
  const { table, namespaces, asksRights = namespaces === undefined } = view;
  const facts = await observe(host, table, { asksRights });
  if (namespaces === undefined) return facts;
  return { ...facts, namespaces, table: { ...facts.table, state: 'masked', entries: [], unreadable: [] } };
}

/** The rules that survive a reboot, of the host's own table: no other table has any. */
export function persistedFor(host: Host, { scope }: Pick<Inputs, 'scope'>): readonly Rule[] {
  return scope === 'host' ? readPersisted(host) : [];
}

/** The verdicts of what is asked for, of what containers are made for, and of all that the table claims. */
export async function probeClaimed(
  host: Host,
  facts: HostFacts,
  { platforms }: Pick<Inputs, 'platforms'>,
): Promise<ReadonlyMap<string, Verdict>> {
  if (facts.system !== 'linux') return new Map();
  const claimed = TARGETS.filter((target) => claimants(facts.table.entries, target).length > 0);
  const targets = targetsOf([
    facts.architecture ?? '',
    ...CONTAINER_ARCHITECTURES,
    ...[...platforms, ...claimed].map(({ arch }) => arch),
  ]);
  return judgeAll(await probeAll(host, facts, targets, undefined, true), facts);
}
