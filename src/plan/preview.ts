/** What a setup would do, as far as it can be told without asking for the emulators. */

import { isQemuEntry } from '../binfmt/entry.ts';
import { qemuName } from '../platform/platforms.ts';
import { changesHost } from './plan.ts';
import { type PreviewRequest, planChanges } from './setup.ts';

/** Takes what a plan follows from, less the handlers: each that is wanted is taken for one that will be found. */
export function previewChanges(intent: PreviewRequest): PreviewedChanges {
  const { inputs, facts, wanted } = intent;
  const plan = planChanges({ ...intent, handlers: [], lease: false });
  const replaced = new Set(wanted.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
  const removed = inputs.reset
    ? facts.table.entries.filter((entry) => isQemuEntry(entry) && !replaced.has(entry.name))
    : [];
  const kept = [...wanted.map(({ target }) => qemuName(target)), ...inputs.rules.map(({ name }) => name)];
  return {
    changes: wanted.length + removed.length > 0 || changesHost(plan),
    replaced: [...replaced],
    removed: removed.map(({ name }) => name),
    rules: (plan.rules ?? []).map(({ rule }) => rule.name),
    persisted: inputs.persist ? kept : [],
  };
}

/** What a plan says of the setup that would follow: the values, and their wording. */
/** What setup would do, as far as it can be told without asking for the emulators. */
export interface PreviewedChanges {
  /** Something would be written; handlers that are in place already are only compared with what is offered. */
  readonly changes: boolean;
  /** Names of the entries that go when a new one in their place is proven. */
  readonly replaced: readonly string[];
  /** Names of the other entries that go. */
  readonly removed: readonly string[];
  /** Names of the rules that would be registered. */
  readonly rules: readonly string[];
  /** Names of the entries that would be kept over a reboot. */
  readonly persisted: readonly string[];
}

/** The same, and where setup would stop. */
export interface Preview extends PreviewedChanges {
  readonly stop?: { readonly id: string; readonly message: string };
}
