/** Whose table the flow works on: the host's, one of our own, or that of a rootless engine. */

import type { NamespaceFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { ScopeName } from '../inputs/options.ts';
import { insideOf } from './inside.ts';
import {
  type Hold,
  observeNamespaces,
  openPrivateTable,
  type PrivateTable,
  type Refusal,
} from './private-table.ts';
import { openEngineTable } from './rootless.ts';

/** Where the table of a scope is; empty for the host's own, in its usual place. */
export interface ScopeView {
  readonly table?: string;
  /** Whose table that is, for people. */
  readonly place?: string;
  /** What was seen of namespaces, where the table was to be in one and could not be had. */
  readonly namespaces?: NamespaceFacts;
}

/** A host as commands shall see it, and where its table is. */
export interface OpenScope {
  readonly host: Host;
  readonly view: ScopeView;
  /** The way into a private table. */
  readonly table?: PrivateTable;
  readonly close: () => Promise<void>;
}

/** Opens a scope. One that cannot be had still gives the host, on which the flow then finds what forbids it. */
export async function openScope(host: Host, name: ScopeName, hold?: Hold): Promise<OpenScope> {
  if (name === 'host') return { host, view: {}, close: () => Promise.resolve() };
  return name === 'private' ? openPrivateScope(host, hold) : openEngineScope(host);
}

const NOTHING_TO_CLOSE = (): Promise<void> => Promise.resolve();

/** A table of our own. */
export async function openPrivateScope(host: Host, hold?: Hold): Promise<OpenScope> {
  const table = await openPrivateTable(host, hold);
  if ('stage' in table) return forbidden(host, table);
  const { inner, close } = table;
  const view = { table: table.table, place: 'a table of our own, in a user namespace' };
  return { host: insideOf(host, inner), view, table, close };
}

/** The table of this user's rootless engine. */
export async function openEngineScope(host: Host): Promise<OpenScope> {
  const engine = await openEngineTable(host);
  if ('stage' in engine) return forbidden(host, engine);
  const { space, table, name } = engine;
  const view = { table, place: `the table of rootless ${name} (process ${space.pid})` };
  return { host: insideOf(host, space), view, close: NOTHING_TO_CLOSE };
}

async function forbidden(host: Host, refusal: Refusal): Promise<OpenScope> {
  const namespaces = await observeNamespaces(host, { wanted: true, refusal });
  return { host, view: { namespaces }, close: NOTHING_TO_CLOSE };
}
