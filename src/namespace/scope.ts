/** Whose table a command works on: the host's, one of our own, or that of a rootless engine. */

import type { NamespaceFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { ScopeName } from '../inputs/options.ts';
import { insideOf } from './inside.ts';
import { type Hold, observeNamespaces, openPrivateTable, type PrivateTable } from './private-table.ts';
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

/**
 * Opens a scope. Where its table cannot be had, the host itself is given, with what was seen of namespaces, so that a
 * command finds what forbids it. Throws nothing.
 */
export async function openScope(host: Host, name: ScopeName, hold?: Hold): Promise<OpenScope> {
  const close = (): Promise<void> => Promise.resolve();
  if (name === 'host') return { host, view: {}, close };
  const opened = name === 'private' ? await openPrivateTable(host, hold) : await openEngineTable(host);
  if ('stage' in opened) {
    const namespaces = await observeNamespaces(host, { wanted: true, refusal: opened });
    return { host, view: { namespaces }, close };
  }
  if ('space' in opened) {
    const { space, table, name: engine } = opened;
    const place = `the table of rootless ${engine} (process ${space.pid})`;
    return { host: insideOf(host, space), view: { table, place }, close };
  }
  const view = { table: opened.table, place: 'a table of our own, in a user namespace' };
  return { host: insideOf(host, opened.inner), view, table: opened, close: opened.close };
}
