/** What all doors know: where the programs lie beside each other, what tells runs apart, the flow of each mode. */
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Inputs } from './core/inputs.ts';
import type { Report } from './core/report.ts';
import type { Door, Run } from './door.ts';
import type { Host } from './host/host.ts';
import { look } from './look.ts';

type Flow = (host: Host, inputs: Inputs, door: Door) => Promise<Report>;

/** The flow of each mode; no other mode's is loaded. */
export const FLOWS: Readonly<Record<Inputs['mode'], Flow>> = {
  setup: lookAndSetUp,
  plan: lookAndSetUp,
  doctor: async (...given) => (await import('./doctor.ts')).runDoctor(...given),
  remove: async (...given) => (await import('./remove.ts')).runRemove(...given),
};

async function lookAndSetUp(host: Host, inputs: Inputs, door: Door): Promise<Report> {
  const looking = look(host, inputs, door);
  // Heard of where it is awaited; until then, a failure must not end the process.
  looking.catch(() => undefined);
  // Looking waits for sudo, where it is asked: meanwhile there is time to load.
  const { runSetup } = await import('./setup.ts');
  return runSetup(host, inputs, door, await looking);
}

/** The privileged program lies beside the door that was started, in the sources' build and in the bundle. */
export function privilegedProgram(): string {
  const door = process.argv[1];
  return join(door === undefined ? process.cwd() : dirname(realpathSync(door)), 'privileged.js');
}

/** A run with an id of its own, from the kernel (random(4)): loading node:crypto takes half as long as starting Node. */
export function newRun(holder: number | undefined, remember: (id: string) => void): Run {
  const id = newId();
  return { id, ...(holder === undefined ? {} : { holder }), remember: () => remember(id) };
}

/** Empty on a system that is not Linux, where nothing is ever changed. */
function newId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/uuid', 'utf8').trim();
  } catch {
    return '';
  }
}
