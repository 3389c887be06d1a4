/** Whose table the flow works on: the host's, one of our own, or that of a rootless engine. */
import type { Scope as ScopeName } from './core/inputs.ts';
import type { NamespaceFacts } from './core/namespaces.ts';
import type { Host } from './host/host.ts';
import { insideOf } from './host/inside.ts';
import {
  type Hold,
  observeNamespaces,
  openPrivateTable,
  type PrivateTable,
  type Refusal,
} from './host/private-table.ts';
import { openEngineTable } from './host/rootless.ts';

/** The machine as the flow shall see it, with what a door needs to go there. */
export interface Scope {
  readonly host: Host;
  /** What the flow has to be told. */
  readonly door: { readonly table?: string; readonly namespaces?: NamespaceFacts };
  /** The way into a private table. */
  readonly table?: PrivateTable;
  /** Whose namespaces these are, for people. */
  readonly place?: string;
  readonly close: () => Promise<void>;
}

const NOTHING_TO_CLOSE = (): Promise<void> => Promise.resolve();

/** Opens a scope. One that cannot be had still gives the host, on which the flow then finds what forbids it. */
export async function openScope(host: Host, name: ScopeName, hold?: Hold): Promise<Scope> {
  if (name === 'host') return { host, door: {}, close: NOTHING_TO_CLOSE };
  if (name === 'private') {
    const table = await openPrivateTable(host, hold);
    if ('stage' in table) return forbidden(host, table);
    const { inner, close } = table;
    const place = 'a table of our own';
    return { host: insideOf(host, inner), door: { table: table.table }, table, place, close };
  }
  const engine = await openEngineTable(host);
  if ('stage' in engine) return forbidden(host, engine);
  const { space, table } = engine;
  const place = `the table of rootless ${engine.name} (process ${space.pid})`;
  return { host: insideOf(host, space), door: { table }, place, close: NOTHING_TO_CLOSE };
}

async function forbidden(host: Host, refusal: Refusal): Promise<Scope> {
  const namespaces = await observeNamespaces(host, { wanted: true, refusal });
  return { host, door: { namespaces }, close: NOTHING_TO_CLOSE };
}
