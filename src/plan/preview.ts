/** What a setup would do, as far as it can be told before QEMU is fetched. */

import { isQemuEntry } from '../binfmt/entry.ts';
import { isPrivileged } from '../facts/facts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { qemuName } from '../platform/platforms.ts';
import { type PreviewRequest, planChanges, planPreparation } from './changes.ts';
import { changesHost, type Preparation } from './plan.ts';

export interface Preview {
  /** Something would be written; handlers that are in place already are only compared with what is offered. */
  readonly changes: boolean;
  /** What would be done first so that there is a table; left out where nothing has to be. */
  readonly prepared?: readonly Preparation[];
  /** Names of the entries that go when a new one in their place is proven. */
  readonly replaced: readonly string[];
  /** Names of the other entries that go. */
  readonly removed: readonly string[];
  /** Names of the rules that would be registered. */
  readonly rules: readonly string[];
  /** Names of the entries that would be kept over a reboot. */
  readonly persisted: readonly string[];
  /** Where setup would stop. */
  readonly stop?: { readonly id: string; readonly message: string };
}

/** Previews the changes; a handler is taken to be found for each decision to install. */
export function previewChanges(
  request: PreviewRequest & { readonly inputs: Pick<Inputs, 'autoload'> },
): Preview {
  const { inputs, facts, wanted } = request;
  const plan = planChanges({ ...request, handlers: [], lease: false });
  const replaced = new Set(wanted.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
  const removed = inputs.reset
    ? facts.table.entries.filter((entry) => isQemuEntry(entry) && !replaced.has(entry.name))
    : [];
  const kept = [...wanted.map(({ target }) => qemuName(target)), ...inputs.rules.map(({ name }) => name)];
  const changes = wanted.length + removed.length > 0 || changesHost(plan);
  // What an engine's installer mounts is its own, and goes with it.
  const prepared = changes && inputs.autoload && isPrivileged(facts) ? planPreparation(facts) : [];
  return {
    changes,
    ...(prepared.length === 0 ? {} : { prepared }),
    replaced: [...replaced],
    removed: removed.map(({ name }) => name),
    rules: (plan.rules ?? []).map(({ rule }) => rule.name),
    persisted: inputs.persist ? kept : [],
  };
}
