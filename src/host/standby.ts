/** The privileged program, started by sudo before it is known what it is to do: to start takes as long as to do it. */
import type { HostFacts } from '../core/facts.ts';
import type { Applied, Plan } from '../core/plan.ts';
import { printable } from '../core/problem.ts';
import type { Host, Input, Outcome } from './host.ts';

/** Most time for a plan, in milliseconds. */
const LIMIT_MS = 180_000;
/** So long it may have waited for its plan: it is to have its own time still. */
const STANDBY_MS = 60_000;

export interface Standby {
  /**
   * Hands a plan over, once; `undefined`, and nothing is done, when it has waited too long. Never throws for what goes
   * wrong on the way.
   */
  readonly carryOut: (plan: Plan) => Promise<Applied | undefined>;
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
    carryOut: async (plan) => {
      const inTime = Date.now() - started <= STANDBY_MS;
      if (inTime) input?.write(JSON.stringify(plan));
      dismiss();
      return inTime ? readOutcome(await running) : undefined;
    },
    dismiss,
  };
}

function readOutcome({ stdout, stderr, signal, code, error }: Outcome): Applied {
  const applied = parseApplied(stdout);
  if (applied !== undefined) return applied;
  const said = printable(stderr) || `it ended with ${signal ?? code ?? error}`;
  return nothingApplied(`the privileged program failed: ${said}`);
}

/** What was done when nothing could be, and why. */
export function nothingApplied(problem: string): Applied {
  return { prepared: [], removed: [], installed: [], proofs: [], problems: [problem] };
}

/** The answer comes from our own program, run as root, so its shape is only checked roughly. */
function parseApplied(text: string): Applied | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'installed' in value
      ? (value as Applied)
      : undefined;
  } catch {
    return undefined;
  }
}
