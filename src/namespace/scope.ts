/** Whose table the flow works on: the host's, one of our own, or that of a rootless engine. */

import type { Door } from '../commands/context.ts';
import type { Host } from '../host/host.ts';
import { openEngineScope, openPrivateScope } from '../inner-scope.ts';
import type { Scope as ScopeName } from '../inputs/inputs.ts';
import type { Hold, PrivateTable } from './private-table.ts';

/** The machine as the flow shall see it, with what a door needs to go there. */
export interface Scope {
  readonly host: Host;
  /** What the flow has to be told. */
  readonly door: Pick<Door, 'table' | 'place' | 'namespaces'>;
  /** The way into a private table. */
  readonly table?: PrivateTable;
  readonly close: () => Promise<void>;
}

/** Opens a scope. One that cannot be had still gives the host, on which the flow then finds what forbids it. */
export async function openScope(host: Host, name: ScopeName, hold?: Hold): Promise<Scope> {
  if (name === 'host') return { host, door: {}, close: () => Promise.resolve() };
  return name === 'private' ? openPrivateScope(host, hold) : openEngineScope(host);
}
