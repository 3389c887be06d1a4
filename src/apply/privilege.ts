/** Has a plan carried out by whoever may: this process as root, or the privileged program through sudo. */

import type { HostFacts } from '../facts/facts.ts';
import type { Host, Outcome } from '../host/host.ts';
import { type Standby, standBy } from '../host/standby.ts';
import { type Applied, NOTHING_APPLIED, type Plan } from '../plan/plan.ts';
import { parseObject } from '../text/parse.ts';
import { printable } from '../text/text.ts';
import { carryOutHere } from './run-plan.ts';

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
    return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
  }
  const early = await standby?.handOver(plan);
  const outcome = early ?? (await standBy(host, facts, program)?.handOver(plan));
  return outcome === undefined ? failed('no privilege to change the table') : readOutcome(outcome);
}

/** The answer comes from our own program, run as root, so its shape is only checked roughly. */
function readOutcome({ stdout, stderr, signal, code, error }: Outcome): Applied {
  const answer = parseObject(stdout);
  if (answer !== undefined && 'installed' in answer) return answer as unknown as Applied;
  const said = printable(stderr) || `it ended with ${signal ?? code ?? error}`;
  return failed(`the privileged program failed: ${said}`);
}

function failed(problem: string): Applied {
  return { ...NOTHING_APPLIED, problems: [problem] };
}
