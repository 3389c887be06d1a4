/** Has a plan carried out by whoever may: this process as root, or the privileged program through sudo. */
import type { HostFacts } from '../core/facts.ts';
import type { Applied, Plan } from '../core/plan.ts';
import { printable } from '../core/problem.ts';
import type { Host } from './host.ts';

const LIMIT_MS = 180_000;

/** Carries the plan out with the privilege that the facts name. Never throws for what goes wrong on the way. */
export async function applyWith(host: Host, facts: HostFacts, plan: Plan, program: string): Promise<Applied> {
  if (facts.privilege === 'root') {
    const { carryOutHere } = await import('./carry-out.ts');
    return carryOutHere(host, plan, { table: facts.table.path, mounts: facts.mounts });
  }
  const sudo = host.which('sudo');
  if (facts.privilege !== 'sudo' || sudo === undefined) return failed('no privilege to change the table');
  const outcome = await host.run({
    file: sudo,
    args: ['-n', '--', host.node, program],
    stdin: JSON.stringify(plan),
    timeoutMs: LIMIT_MS,
  });
  const applied = parseApplied(outcome.stdout);
  if (applied !== undefined) return applied;
  const said =
    printable(outcome.stderr) || `it ended with ${outcome.signal ?? outcome.code ?? outcome.error}`;
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
