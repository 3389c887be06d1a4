/** What all doors know: where the programs lie beside each other, what tells runs apart, the flow of each mode. */
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../commands/context.ts';
import { runDoctor } from '../commands/doctor.ts';
import { runPlan } from '../commands/plan.ts';
import { runRemove } from '../commands/remove.ts';
import { runSetup } from '../commands/setup.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Run } from '../journal/record.ts';
import type { Report } from '../report/report.ts';

type Flow = (host: Host, inputs: Inputs, context: Context) => Promise<Report>;

/** The flow of each mode. */
export const FLOWS: Readonly<Record<Inputs['mode'], Flow>> = {
  setup: runSetup,
  plan: runPlan,
  doctor: runDoctor,
  remove: runRemove,
};

/** The privileged program lies beside the context that was started, in the sources' build and in the bundle. */
export function privilegedProgram(): string {
  const context = process.argv[1];
  return join(context === undefined ? process.cwd() : dirname(realpathSync(context)), 'privileged.js');
}

/** A run with an id of its own, from the kernel (random(4)): loading node:crypto takes half as long as starting Node. */
export function newRun(holder: number | undefined, remember: (id: string) => void): Run {
  const id = newId();
  return { id, holder, remember: () => remember(id) };
}

/** Empty on a system that is not Linux, where nothing is ever changed. */
function newId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/uuid', 'utf8').trim();
  } catch {
    return '';
  }
}
