/** What all doors know: where the programs lie beside each other. */
import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Run } from './door.ts';

/** The privileged program lies beside the door that was started, in the sources' build and in the bundle. */
export function privilegedProgram(): string {
  const door = process.argv[1];
  return join(door === undefined ? process.cwd() : dirname(realpathSync(door)), 'privileged.js');
}

/** A run with an id of its own. */
export function newRun(holder: number | undefined, remember: (id: string) => void): Run {
  const id = randomUUID();
  return { id, ...(holder === undefined ? {} : { holder }), remember: () => remember(id) };
}
