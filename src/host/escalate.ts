/** Has a plan carried out by whoever may: this process as root, or the privileged program through sudo. */
import type { HostFacts } from '../core/facts.ts';
import type { Applied, Plan } from '../core/plan.ts';
import type { Host } from './host.ts';
import { nothingApplied, type Standby, standBy } from './standby.ts';

/**
 * Carries the plan out with the privilege that the facts name, by the program on standby where there is one. Never
 * throws for what goes wrong on the way.
 */
export async function applyWith(
  host: Host,
  facts: HostFacts,
  plan: Plan,
  program: string,
  standby?: Standby,
): Promise<Applied> {
  if (facts.privilege === 'root') {
    const { carryOutHere } = await import('./carry-out.ts');
    return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
  }
  const early = await standby?.carryOut(plan);
  const applied = early ?? (await standBy(host, facts, program)?.carryOut(plan));
  return applied ?? nothingApplied('no privilege to change the table');
}

/** Loads what carries plans out in this process, where that is what it will do. */
export function preloadFor(facts: HostFacts): void {
  // Whoever needs it hears of a failure.
  if (facts.privilege === 'root') import('./carry-out.ts').catch(() => undefined);
}
