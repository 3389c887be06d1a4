/** Has a plan carried out by whoever may: this process as root, or the privileged program through sudo. */
import type { HostFacts } from '../core/facts.ts';
import type { Applied, Plan } from '../core/plan.ts';
import { printable } from '../core/problem.ts';
import type { Host, Input, Outcome } from './host.ts';

/** Most time for a plan, in milliseconds. */
const LIMIT_MS = 180_000;
/** So long the privileged program may have waited for its plan: it is to have its own time still. */
const STANDBY_MS = 60_000;

/** The privileged program, started before it is known what it is to do: to start takes it as long as to do it. */
export interface Standby {
  /** Hands a plan over, once. Never throws for what goes wrong on the way. */
  readonly carryOut: (plan: Plan) => Promise<Applied>;
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
  const end = (): void => {
    input?.end();
    input = undefined;
  };
  return {
    carryOut: async (plan) => {
      if (Date.now() - started > STANDBY_MS) {
        end();
        return applyWith(host, facts, plan, program);
      }
      input?.write(JSON.stringify(plan));
      end();
      return readOutcome(await running);
    },
    dismiss: end,
  };
}

/**
 * Carries the plan out with the privilege that the facts name, by the program on standby where there is one. Never
 * throws for what goes wrong on the way.
 */
export async function applyWith(
  host: Host,
  facts: HostFacts,
  plan: Plan,
  program: string,
  standby: Standby | undefined = standBy(host, facts, program),
): Promise<Applied> {
  if (facts.privilege === 'root') {
    const { carryOutHere } = await import('./carry-out.ts');
    return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
  }
  return standby === undefined ? failed('no privilege to change the table') : standby.carryOut(plan);
}

function readOutcome({ stdout, stderr, signal, code, error }: Outcome): Applied {
  const applied = parseApplied(stdout);
  if (applied !== undefined) return applied;
  const said = printable(stderr) || `it ended with ${signal ?? code ?? error}`;
  return failed(`the privileged program failed: ${said}`);
}

function failed(problem: string): Applied {
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
