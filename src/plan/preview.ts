/** What a setup would do, as far as it can be told without asking for the emulators. */

import type { Foreseen } from '../core/intentions.ts';
import { changesHost, entryName } from './plan.ts';
import { isQemuEntry } from './remove.ts';
import { type Intent, planChanges } from './setup.ts';

/** Takes what a plan follows from, less the handlers: each that is wanted is taken for one that will be found. */
export function foresee(intent: Intent): Foreseen {
  const { inputs, facts, wanted } = intent;
  const plan = planChanges({ ...intent, handlers: [], lease: false });
  const replaced = new Set(wanted.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
  const removed = inputs.reset
    ? facts.table.entries.filter((entry) => isQemuEntry(entry) && !replaced.has(entry.name))
    : [];
  const kept = [...wanted.map(({ target }) => entryName(target)), ...inputs.rules.map(({ name }) => name)];
  return {
    changes: wanted.length + removed.length > 0 || changesHost(plan),
    replaced: [...replaced],
    removed: removed.map(({ name }) => name),
    rules: (plan.rules ?? []).map(({ rule }) => rule.name),
    persisted: inputs.persist ? kept : [],
  };
}
