/** The scopes that lie in namespaces. */

import { removePinned } from './apply/steps.ts';
import type { Host } from './host/host.ts';
import { insideOf } from './namespace/inside.ts';
import { type Hold, observeNamespaces, openPrivateTable, type Refusal } from './namespace/private-table.ts';
import { openEngineTable } from './namespace/rootless.ts';
import type { Scope } from './namespace/scope.ts';
import type { PinnedEntry } from './plan/plan.ts';

const NOTHING_TO_CLOSE = (): Promise<void> => Promise.resolve();

/** A table of our own. */
export async function openPrivateScope(host: Host, hold?: Hold): Promise<Scope> {
  const table = await openPrivateTable(host, hold);
  if ('stage' in table) return forbidden(host, table);
  const { inner, close } = table;
  const door = { table: table.table, place: 'a table of our own, in a user namespace' };
  return { host: insideOf(host, inner), door, table, close };
}

/** The table of this user's rootless engine. */
export async function openEngineScope(host: Host): Promise<Scope> {
  const engine = await openEngineTable(host);
  if ('stage' in engine) return forbidden(host, engine);
  const { space, table, name } = engine;
  const door = { table, place: `the table of rootless ${name} (process ${space.pid})` };
  return { host: insideOf(host, space), door, close: NOTHING_TO_CLOSE };
}

async function forbidden(host: Host, refusal: Refusal): Promise<Scope> {
  const namespaces = await observeNamespaces(host, { wanted: true, refusal });
  return { host, door: { namespaces }, close: NOTHING_TO_CLOSE };
}

/** Takes entries out of the table of this user's rootless engine, those that still read as they did. */
export async function removeFromEngine(
  host: Host,
  entries: readonly PinnedEntry[],
): Promise<readonly string[]> {
  const engine = await openEngineTable(host);
  // With the engine its table has gone.
  if ('stage' in engine) return [];
  const table = { host: insideOf(host, engine.space), table: engine.table, record: () => undefined };
  return entries.flatMap((entry) => removePinned(table, entry) ?? []);
}
