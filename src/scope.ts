/** Whose table the flow works on: the host's, one of our own, or that of a rootless engine. */
import type { Scope as ScopeName } from './core/inputs.ts';
import type { NamespaceFacts } from './core/namespaces.ts';
import type { Host } from './host/host.ts';
import { insideOf } from './host/inside.ts';
import { type Hold, observeNamespaces, openPrivateTable, type PrivateTable } from './host/private-table.ts';

/** The machine as the flow shall see it, with what a door needs to go there. */
export interface Scope {
  readonly host: Host;
  /** What the flow has to be told. */
  readonly door: { readonly table?: string; readonly namespaces?: NamespaceFacts };
  /** For `private`: the way in. Absent when it could not be had; `door` then tells why. */
  readonly table?: PrivateTable;
  readonly close: () => Promise<void>;
}

/** Opens a scope. One that cannot be had still gives the host, on which the flow then finds out what forbids it. */
export async function openScope(host: Host, name: ScopeName, hold?: Hold): Promise<Scope> {
  const none = { host, door: {}, close: () => Promise.resolve() };
  if (name === 'host') return none;
  const table = await openPrivateTable(host, hold);
  if ('stage' in table) {
    return { ...none, door: { namespaces: await observeNamespaces(host, { wanted: true, refusal: table }) } };
  }
  return { host: insideOf(host, table.inner), door: { table: table.table }, table, close: table.close };
}
