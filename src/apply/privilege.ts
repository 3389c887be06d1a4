/** Has a plan carried out with the privilege there is: in this process as root, or by the privileged program through sudo. */

import type { HostFacts } from '../facts/facts.ts';
import { asRoot, type Host, type Outcome } from '../host/host.ts';
import { type Applied, NOTHING_APPLIED, type Plan } from '../plan/plan.ts';
import { parseObject } from '../text/parse.ts';
import { printable } from '../text/text.ts';
import { carryOutHere } from './run-plan.ts';

/** Most time for a plan, in milliseconds. */
const LIMIT_MS = 180_000;

/** The answer names each entry that was changed. */
const ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * Carries the plan out with the privilege that the facts name; `program` is the path of the privileged program.
 * Never throws for what goes wrong on the way: that is among the problems of the answer.
 */
export async function applyWith(host: Host, facts: HostFacts, plan: Plan, program: string): Promise<Applied> {
  if (facts.privilege === 'root') {
    return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
  }
  const sudo = host.which('sudo');
  if (facts.privilege !== 'sudo' || sudo === undefined) return failed('no privilege to change the table');
  return readOutcome(
    await host.run({
      file: sudo,
      args: [...asRoot(host), host.node, program],
      stdin: JSON.stringify(plan),
      timeoutMs: LIMIT_MS,
      maxBytes: ANSWER_BYTES,
    }),
  );
}

/** The answer comes from our own program, run as root, so its shape is only checked roughly. */
function readOutcome({ stdout, stderr, signal, code, error, timedOut }: Outcome): Applied {
  const answer = parseObject(stdout);
  if (answer !== undefined && 'installed' in answer) return answer as unknown as Applied;
  if (timedOut) return failed(`the privileged program did not end within ${LIMIT_MS / 1000} s`);
  const said = printable(stderr) || `it ended with ${signal ?? code ?? error}`;
  return failed(`the privileged program failed: ${said}`);
}

function failed(problem: string): Applied {
  return { ...NOTHING_APPLIED, problems: [problem] };
}
