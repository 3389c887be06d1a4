/** The list of all kinds of failure; where two tell as much, the one that stands first leads. */

import { BUILDING } from './building.ts';
import { CALLS } from './calls.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { EMULATOR } from './emulator.ts';
import type { Kind } from './kind.ts';
import { LOADING } from './loading.ts';
import { REGISTERING } from './registering.ts';
import { RUNTIME_KINDS } from './runtimes.ts';
import { STARTING } from './starting.ts';
import { TOOLS } from './tools.ts';

export const KINDS: readonly Kind[] = [
  ...EMULATOR,
  ...CALLS,
  ...RUNTIME_KINDS,
  ...REGISTERING,
  ...STARTING,
  ...LOADING,
  ...TOOLS,
  ...BUILDING,
  ...ELSEWHERE,
];
