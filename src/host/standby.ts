/** The privileged program, started by sudo before it is known what it is to do: to start takes as long as to do it. */

import type { HostFacts } from '../facts/facts.ts';
import type { Plan } from '../plan/plan.ts';
import type { Host, Input, Outcome } from './host.ts';

/** Most time for a plan, in milliseconds. */
const LIMIT_MS = 180_000;
/** So long it may have waited for its plan: it is to have its own time still. */
const STANDBY_MS = 60_000;

export interface Standby {
  /** Hands a plan over, once; how it ended. `undefined`, and nothing is done, when it has waited too long. */
  readonly handOver: (plan: Plan) => Promise<Outcome | undefined>;
  /** Ends it, where it has no plan: then it changes nothing. */
  readonly dismiss: () => void;
}

/** Starts the privileged program where sudo is the way to it; `undefined` where it is not. */
export function standBy(host: Host, facts: HostFacts, program: string): Standby | undefined {
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
    handOver: async (plan) => {
      const inTime = Date.now() - started <= STANDBY_MS;
      if (inTime) input?.write(JSON.stringify(plan));
      dismiss();
      return inTime ? running : undefined;
    },
    dismiss,
  };
}
