/** Has a plan carried out with the privilege there is: in this process as root, or by the privileged program through sudo. */

import type { HostFacts } from '../facts/facts.ts';
import { asRoot, type Host, type Outcome } from '../host/host.ts';
import { programOf } from '../host/trust.ts';
import { type Applied, NOTHING_APPLIED, type Plan } from '../plan/plan.ts';
import { parseObject } from '../text/parse.ts';
import { printable } from '../text/text.ts';
import { carryOutHere } from './run-plan.ts';

/** Most time for a plan, in milliseconds. */
const LIMIT_MS = 180_000;

/** The answer names each entry that was changed. */
const ANSWER_BYTES = 64 * 1024 * 1024;

/** The privileged program, started before it is known what it is to do: to start takes as long as to do it. */
export interface Standby {
  /** Hands over its plan, the whole of its input; how it ended. */
  carryOut(plan: Plan): Promise<Outcome>;
  /** Ends the input of one that was given no plan: it changes nothing, and ends. */
  dismiss(): void;
}

/**
 * Starts the privileged program, at the path `program`, where sudo is the way to it; `undefined` where it is not. It
 * waits for its plan as long as this process lives, and takes no lock before it has it.
 */
export function standBy(host: Host, { privilege }: HostFacts, program: string): Standby | undefined {
  const sudo = programOf(host, 'sudo');
  if (privilege !== 'sudo' || sudo === undefined) return undefined;
  let give: (text: string) => void = () => undefined;
  const stdin = new Promise<string>((resolve) => {
    give = resolve;
  });
  const args = [...asRoot(host), host.node, program];
  const ended = host.run({ file: sudo, args, stdin, timeoutMs: LIMIT_MS, maxBytes: ANSWER_BYTES });
  return {
    carryOut: (plan) => {
      give(JSON.stringify(plan));
      return ended;
    },
    dismiss: () => give(''),
  };
}

/**
 * Carries the plan out with the privilege that the facts name: in this process, or by the privileged program at the path
 * `program`, which may have been started already. Never throws for what goes wrong on the way: that is among the
 * problems of the answer.
 */
export async function applyWith(
  host: Host,
  facts: HostFacts,
  plan: Plan,
  program: string,
  standby = standBy(host, facts, program),
): Promise<Applied> {
  if (facts.privilege === 'root') {
    return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
  }
  if (standby === undefined) return failed('no privilege to change the table');
  return readOutcome(await standby.carryOut(plan));
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
