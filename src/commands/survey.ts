/** The first look at a host. Its probes run while the flow that judges them is being loaded. */

import type { Rule } from '../binfmt/rule.ts';
import { readPersisted } from '../binfmt/table.ts';
import type { HostFacts } from '../facts/facts.ts';
import { observe } from '../facts/observe.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { CONTAINER_ARCHITECTURES, targetsOf } from '../platform/platforms.ts';
import { probeAll } from '../probe/probe.ts';
import type { Runs } from '../probe/verdict.ts';
import { narrateHost } from '../report/narrate.ts';
import type { CarryOutContext } from './carry-out.ts';
import type { Context } from './context.ts';

export interface Survey {
  readonly facts: HostFacts;
  /** Absent where it had to be found out first whether or what to probe. */
  readonly probing?: Promise<readonly Runs[]>;
}

/** Architectures that BuildKit asks about, besides those that are requested. */
const ALSO_LOOKED_AT = [...CONTAINER_ARCHITECTURES, 'ppc64'];

/** Observes the host, and returns when its probes have been started. */
export async function observeAndProbe(host: Host, inputs: Inputs, context: Context): Promise<Survey> {
  context.group('Host');
  const seen = await observe(host, context.table);
  if (context.place !== undefined) context.line(`this is ${context.place}`);
  const facts = context.namespaces === undefined ? seen : { ...seen, namespaces: context.namespaces };
  if (facts.table.state !== 'ready' || inputs.matrixFrom !== undefined) return { facts };
  const probing = probeRequested(host, facts, inputs, context);
  // Whoever awaits it hears of a failure; until then it must not end the process.
  probing.catch(() => undefined);
  await new Promise(setImmediate);
  return { facts, probing };
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
  return probeAll(host, facts, targets, recordedVersion);
}

/** Looks at the host, and says what it is. */
export async function observeAloud(host: Host, context: CarryOutContext): Promise<HostFacts> {
  const facts = await observe(host);
  context.group('Host');
  for (const line of narrateHost(facts)) context.line(line);
  return facts;
}

/** The rules that survive a reboot, of the host's own table: no other table has any. */
export function persistedFor(host: Host, { scope }: Pick<Inputs, 'scope'>): readonly Rule[] {
  return scope === 'host' ? readPersisted(host) : [];
}
