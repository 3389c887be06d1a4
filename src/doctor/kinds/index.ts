/** The list of all kinds of failure; where two tell as much, the one that stands first leads. */

import { buildingKinds } from './building.ts';
import { callKinds } from './calls.ts';
import { elsewhereKinds } from './elsewhere.ts';
import { emulatorKinds } from './emulator.ts';
import type { Kind } from './kind.ts';
import { loadingKinds } from './loading.ts';
import { registeringKinds } from './registering.ts';
import { runtimeKinds } from './runtimes.ts';
import { startingKinds } from './starting.ts';
import { toolKinds } from './tools.ts';

let kinds: readonly Kind[] | undefined;

/** All kinds. They are made when they are asked for first: most runs read no log, and would start later for it. */
export function allKinds(): readonly Kind[] {
  kinds ??= [
    ...emulatorKinds(),
    ...callKinds(),
    ...runtimeKinds(),
    ...registeringKinds(),
    ...startingKinds(),
    ...loadingKinds(),
    ...toolKinds(),
    ...buildingKinds(),
    ...elsewhereKinds(),
  ];
  return kinds;
}
