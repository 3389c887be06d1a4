/** The plan that root is asked to carry out, and what it answers; both are plain JSON. */

import type { Entry, PinnedEntry } from '../binfmt/entry.ts';
import { passingCopy, persistentPath } from '../binfmt/persist.ts';
import { handlerRule, isRuleOf, type Rule } from '../binfmt/rule.ts';
import type { Target } from '../platform/platforms.ts';
import type { ProbeRun } from '../probe/verdict.ts';

/** Making the table usable, in this order. */
export type Preparation = 'load-module' | 'mount';

/** One handler to bring into the table. */
export interface Install {
  readonly arch: string;
  /** Name of the entry; see `handlerNames`. */
  readonly name: string;
  /** Absolute path of the handler: what the kernel is told, unless root has to make a copy of its own. */
  readonly interpreter: string;
  /** Flags in the order they are tried, until the probe's arguments arrive whole. */
  readonly flagChoices: readonly string[];
  /** sha256 of the handler in lower-case hex; it is checked just before it is registered. */
  readonly sha256: string;
  /** The version that the handler's own bytes state. */
  readonly version?: string;
  /** Entries that go when the new one is proven. */
  readonly replaces: readonly PinnedEntry[];
  /** The handler in the store, where the interpreter is a copy of it that is to stay. */
  readonly source?: string;
}

/** Everything that the privileged program is asked to do. */
export interface Plan {
  readonly schema: 1;
  readonly prepare: readonly Preparation[];
  /** Entries taken away when everything that is installed is proven. */
  readonly remove: readonly PinnedEntry[];
  readonly install: readonly Install[];
  /**
   * Names of entries of others that go, and are switched off in place of being taken away: an undo switches them on
   * again. The kernel holds the file of an entry with flag F, which may be nowhere else any more.
   */
  readonly aside?: readonly string[];
  /** Architectures whose probe is run in the chroot at the end, installed ones left out. */
  readonly prove: readonly string[];
  /** Folder that interpreters must lie in. */
  readonly store: string;
  /** Id of the run: the changes are recorded under it. */
  readonly run?: string;
  /** Takes a lease for the run on entries that it relies on, before anything else is done. */
  readonly lease?: LeaseRequest;
  /** Ends the run: its lease, and with `changes` all that it did. */
  readonly end?: { readonly changes: boolean };
  /** Rules of the user's own. */
  readonly rules?: readonly RuleInstall[];
  /** What is to survive a reboot from now on, and what no longer. */
  readonly persist?: PersistRequest;
}

/** Names of entries: they are kept over a reboot as they are in the table when all else is done. */
export interface PersistRequest {
  /** Those of handlers, as far as their interpreter stays where it is. */
  readonly handlers: readonly string[];
  readonly rules: readonly string[];
  /** Those that are no longer to be kept. */
  readonly forget: readonly string[];
}

/** Asks for a lease. */
export interface LeaseRequest {
  /** Names of entries that are there and are relied on. */
  readonly entries: readonly string[];
  /** Process id of the job's runner: the lease dies with it. */
  readonly holder?: number;
}

/** One rule to bring into the table. */
export interface RuleInstall {
  readonly rule: Rule;
  /** The entry that has its name now, and goes for it. */
  readonly replaces?: PinnedEntry;
}

export interface Installed {
  readonly arch: string;
  /** Name of the entry that now stands for it. */
  readonly name: string;
  /** The handler that was registered: where it lies, or root's copy of it. */
  readonly interpreter?: string;
  /** Something was written that is there now. */
  readonly changed: boolean;
  /** Names of the entries that were taken away or switched off for it. */
  readonly replaced: readonly string[];
  /** Why it failed; absent when it was proven. */
  readonly problem?: string;
  /** It failed because the table or the handler was changed by others since it was looked at. */
  readonly outdated?: boolean;
  /** The last run of the probe through the new entry. */
  readonly run?: ProbeRun;
}

/** What became of one rule. */
export interface InstalledRule {
  readonly name: string;
  readonly changed: boolean;
  /** The helper entry of a killed run that was taken away. */
  readonly cleared?: string;
  readonly problem?: string;
}

export interface Applied {
  readonly prepared: readonly Preparation[];
  readonly removed: readonly string[];
  readonly installed: readonly Installed[];
  readonly proofs: readonly ProbeRun[];
  /** What went wrong apart from single installations; nothing after the first was tried. */
  readonly problems: readonly string[];
  readonly rules?: readonly InstalledRule[];
  /** What became of the file that says what survives a reboot, where it was changed. */
  readonly persisted?: 'wrote' | 'removed';
  /** What was made for a run and is undone again: the mount, and the module. */
  readonly unprepared?: readonly Preparation[];
  /** Names of entries that are as they were before the run again. */
  readonly restored?: readonly string[];
  /** Nothing is known of the run that was to be undone: it has neither a record nor a lease. */
  readonly unrecorded?: boolean;
  /** What was left as it is, and why. */
  readonly notes?: readonly string[];
  /** Others changed what the plan was made for: look again, and plan anew. */
  readonly outdated?: boolean;
}

/**
 * True for an entry that is what the installation of the target brings in, with any of its choices of flags: from where
 * the handler lies, or from root's own copy of it.
 */
export function isInstalled(
  { name, interpreter, source, flagChoices, sha256 }: Install,
  target: Target,
  entry: Entry,
): boolean {
  // What is to stay is not where it was for the time of its registration.
  const isCopy = source === undefined && passingCopy(entry.interpreter)?.sha256 === sha256;
  const places = [
    interpreter,
    persistentPath(sha256, target.qemu),
    ...(isCopy ? [String(entry.interpreter)] : []),
  ];
  return (
    entry.enabled &&
    places.some((place) =>
      flagChoices.some((flags) => isRuleOf({ ...handlerRule(target, place, flags), name }, entry)),
    )
  );
}

/** The runs of probes that count: of handlers that were installed, and of those that were already there. */
export function proofsIn({ proofs, installed }: Applied): readonly ProbeRun[] {
  return [...proofs, ...installed.flatMap(({ run, problem }) => (problem === undefined ? (run ?? []) : []))];
}

/** What happened when there was nothing to do. */
export const NOTHING_APPLIED: Applied = {
  prepared: [],
  removed: [],
  installed: [],
  proofs: [],
  problems: [],
};

/** True when the plan would change the host. */
export function changesHost(plan: Plan): boolean {
  return plan.prepare.length > 0 || writesTable(plan) || plan.persist !== undefined;
}

/** True when the plan would change the table. */
export function writesTable(plan: Plan): boolean {
  return [plan.remove, plan.install, plan.rules ?? []].some((list) => list.length > 0);
}

/** True when the table must stay as it is while the plan is carried out. */
export function needsLock(plan: Plan): boolean {
  return writesTable(plan) || plan.persist !== undefined;
}

/** A plan that does nothing. */
export function emptyPlan(store: string): Plan {
  return { schema: 1, prepare: [], remove: [], install: [], prove: [], store };
}
