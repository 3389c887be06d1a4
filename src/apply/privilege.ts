/** Has a plan carried out by whoever may: this process as root, or the privileged program through sudo. */

import type { HostFacts } from '../facts/facts.ts';
import type { Host, Input, Outcome } from '../host/host.ts';
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
  standby?: StartedPrivileged,
): Promise<Applied> {
  if (facts.privilege === 'root') {
    return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
  }
  const early = await standby?.sendPlan(plan);
  const outcome = early ?? (await startPrivileged(host, facts, program)?.sendPlan(plan));
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

/** Most time for a plan, in milliseconds. */
const LIMIT_MS = 180000;

/** So long it may have waited for its plan: it is to have its own time still. */
const STANDBY_MS = 60000;

export interface StartedPrivileged {
  /** Hands a plan over, once; how it ended. `undefined`, and nothing is done, when it has waited too long. */
  readonly sendPlan: (plan: Plan) => Promise<Outcome | undefined>;
  /** Ends it, where it has no plan: then it changes nothing. */
  readonly dismiss: () => void;
}

/** Starts the privileged program where sudo is the way to it; `undefined` where it is not. */
export function startPrivileged(
  host: Host,
  facts: HostFacts,
  program: string,
): StartedPrivileged | undefined {
  const sudo = host.which('sudo');
  if (facts.privilege !== 'sudo' || sudo === undefined) return undefined;
  const started = Date.now();
  let input: Input | undefined;
  const running = host.run({
    file: sudo,
    args: ['-n', '--', host.node, program],
    feed: (given) => {
      input = given;
    },
    timeoutMs: STANDBY_MS + LIMIT_MS,
  });
  const dismiss = (): void => {
    input?.end();
    input = undefined;
  };
  return {
    sendPlan: async (plan) => {
      const inTime = Date.now() - started <= STANDBY_MS;
      if (inTime) input?.write(JSON.stringify(plan));
      dismiss();
      return inTime ? running : undefined;
    },
    dismiss,
  };
}
