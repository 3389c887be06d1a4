/** What all doors know: where the programs lie beside each other. */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The privileged program lies beside the door that was started, in the sources' build and in the bundle. */
export function privilegedProgram(): string {
  const door = process.argv[1];
  return join(door === undefined ? process.cwd() : dirname(realpathSync(door)), 'privileged.js');
}
