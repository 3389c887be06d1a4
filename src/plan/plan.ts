/**
 * Decides: which architectures need a handler, what is to be written, and in which order it is safe. Nothing
 * here looks at the host or changes it.
 */

import { type Entry, matchesHeader, type Registration, sameRegistration } from '../binfmt/entry.ts';
import { isOwnHandler, persistentPath } from '../binfmt/persist.ts';
import type { Rule } from '../binfmt/rule.ts';
import { type HostFacts, kernelAbilities } from '../facts/facts.ts';
import type { ConflictPolicy, Inputs } from '../inputs/inputs.ts';
import { buildProbe } from '../platform/elf.ts';
import { TARGETS, type Target, targetOf } from '../platform/platforms.ts';
import { claimants, type ProbeRun, type Verdict } from '../probe/verdict.ts';
import { printable } from '../text/text.ts';

/** An entry exactly as it was observed: it is only touched while it still reads so. */
export interface PinnedEntry {
  readonly name: string;
  readonly text: string;
}

/** Making the table usable, in this order. */
export type Preparation = 'load-module' | 'mount';

/** One handler to bring into the table. */
export interface Install {
  readonly arch: string;
  readonly registration: Registration;
  /** Flags in the order they are tried, until the probe's arguments arrive whole. */
  readonly flagChoices: readonly string[];
  /** sha256 of the handler. Whoever registers it checks it just before. */
  readonly sha256: string;
  /** This process has just hashed the handler; no other process believes it. */
  readonly checked?: true;
  /** The version that the handler's own bytes state. */
  readonly version?: string;
  /** Entries that go when the new one is proven. */
  readonly replaces: readonly PinnedEntry[];
  /** The handler in the store, where the interpreter is a copy of it that is to stay. */
  readonly source?: string;
}

/** Everything that the privileged program is asked to do. Plain JSON. */
export interface Plan {
  readonly schema: 1;
  readonly prepare: readonly Preparation[];
  /** Entries taken away first. */
  readonly remove: readonly PinnedEntry[];
  readonly install: readonly Install[];
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
  /** Something was written that is there now. */
  readonly changed: boolean;
  /** Names of the entries that were taken away for it. */
  readonly replaced: readonly string[];
  /** Why it failed; absent when it was proven. */
  readonly problem?: string;
  /** It failed because somebody else changed the table, or the handler, since it was looked at. */
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
  /** What survives a reboot was changed. */
  readonly persisted?: boolean;
  /** Names of entries that are as they were before the run again. */
  readonly restored?: readonly string[];
  /** What was left as it is, and why. */
  readonly notes?: readonly string[];
  /** Somebody else changed what the plan was made for: look again, and plan anew. */
  readonly outdated?: boolean;
}

/** What happened when there was nothing to do. */
export const NOTHING_APPLIED: Applied = {
  prepared: [],
  removed: [],
  installed: [],
  proofs: [],
  problems: [],
};

export type Action = 'native' | 'keep' | 'install' | 'refuse';

/** What is to happen with one requested architecture, and why. */
export interface Decision {
  readonly target: Target;
  readonly action: Action;
  /** For people; completes "because". */
  readonly reason: string;
  readonly replaces: readonly Entry[];
}

/** Decides for each requested architecture from what runs now. Entries whose interpreter lies in `store` are our own. */
export function decide(
  targets: readonly Target[],
  verdicts: ReadonlyMap<string, Verdict>,
  entries: readonly Entry[],
  policy: ConflictPolicy,
  store: string,
): readonly Decision[] {
  const owned = (entry: Entry): boolean => isOwnHandler(entry.interpreter, store);
  return targets.map((target) => decideOne(target, verdicts.get(target.arch), entries, policy, owned));
}

function decideOne(
  target: Target,
  verdict: Verdict | undefined,
  entries: readonly Entry[],
  policy: ConflictPolicy,
  owned: (entry: Entry) => boolean,
): Decision {
  if (verdict?.status === 'native')
    return { target, action: 'native', reason: 'this host runs it itself', replaces: [] };
  const claiming = claimants(entries, target);
  const works = verdict?.status === 'emulated';
  const foreign = claiming.filter((entry) => !owned(entry));
  const answering = claiming.find((entry) => entry.enabled);
  if (works && (answering === undefined || owned(answering))) {
    return { target, action: 'keep', reason: 'its handler is proven', replaces: [] };
  }
  if (policy === 'fail' && foreign.length > 0) {
    const names = foreign.map((entry) => printable(entry.name, 60)).join(', ');
    return { target, action: 'refuse', reason: `another entry claims it (${names})`, replaces: [] };
  }
  if (policy === 'keep' && foreign.length > 0) {
    return {
      target,
      action: 'keep',
      reason: 'another entry claims it, and such are to be kept',
      replaces: [],
    };
  }
  if (policy === 'repair' && works) {
    return { target, action: 'keep', reason: 'an entry of someone else is proven', replaces: [] };
  }
  return {
    target,
    action: 'install',
    reason: works ? 'entries of others are to be replaced' : (verdict?.reason ?? 'nothing is known of it'),
    replaces: replaceable(entries, target),
  };
}

/** What may be taken away for an architecture: it claims it, or bears its entry's name. */
export function replaceable(entries: readonly Entry[], target: Target): readonly Entry[] {
  const claiming = claimants(entries, target);
  return entries.filter((entry) => inTheWay(entry, target, claiming) && isReplaceable(entry, target));
}

/**
 * What claims the architecture, and what merely bears the name that its entry is to have. What is switched off
 * claims nothing, and stays.
 */
function inTheWay(entry: Entry, target: Target, claiming: readonly Entry[]): boolean {
  return (entry.enabled && claiming.includes(entry)) || entry.name === entryName(target);
}

/** The name of the entry of a target: QEMU's own, which other tools know too. */
export function entryName(target: Target): string {
  return `qemu-${target.qemu}`;
}

const FOREIGN_NAMES = /^(?:WSLInterop|rosetta|fex|box64|box86|python|jar|java|wine|cli|llvm)/i;
const FOREIGN_INTERPRETERS = /(?:^|\/)(?:rosetta|FEX\w*|box(?:64|86))$/;

/**
 * True for an entry that may be taken away for `target`: fully understood, for this architecture alone, and
 * not of a translator that somebody chose in QEMU's place. Others are left as they are; a newer entry of our
 * own is asked before them.
 */
export function isReplaceable(entry: Entry, target: Target): boolean {
  const { match } = entry;
  if (match.kind !== 'magic' || entry.unknown.length > 0 || entry.interpreter === undefined) return false;
  if (FOREIGN_NAMES.test(entry.name) || FOREIGN_INTERPRETERS.test(entry.interpreter)) return false;
  if (!/^[POCF]*$/.test(entry.flags)) return false;
  return TARGETS.every((other) => {
    const kin = other.elf.machine === target.elf.machine;
    return kin || !matchesHeader(match, buildProbe(other));
  });
}

/**
 * Flags in the order they are worth trying. `P` first where the kernel tells the interpreter about it, or
 * where the build of QEMU assumes it; `C` brings `O`, and lets setuid programs work.
 */
export function planFlags(
  facts: HostFacts,
  assumesPreserve: boolean,
  credentials: boolean,
): readonly [string, ...string[]] {
  const base = credentials ? 'OCF' : 'OF';
  const preserve = assumesPreserve || kernelAbilities(facts.kernel).tellsPreserve;
  return preserve ? [`P${base}`, base] : [base, `P${base}`];
}

/** A QEMU binary that a provider gave, as far as planning cares. */
export interface OfferedHandler {
  readonly arch: string;
  readonly path: string;
  readonly sha256: string;
  readonly checked: boolean;
  readonly version?: string;
  readonly assumesPreserve: boolean;
}

/** The registration of one handler, with the tested mask of the table. */
export function planInstall(
  decision: Decision,
  handler: OfferedHandler,
  facts: HostFacts,
  inputs: Pick<Inputs, 'credentials' | 'persist'>,
): Install {
  const { target, replaces } = decision;
  const flagChoices = planFlags(facts, handler.assumesPreserve, inputs.credentials);
  return {
    arch: target.arch,
    registration: {
      name: entryName(target),
      offset: 0,
      magic: target.magic,
      mask: target.mask,
      interpreter: inputs.persist ? persistentPath(handler.sha256, target.qemu) : handler.path,
      flags: flagChoices[0],
    },
    flagChoices,
    sha256: handler.sha256,
    ...(handler.checked ? { checked: true } : {}),
    ...(handler.version === undefined ? {} : { version: handler.version }),
    replaces: replaces.map(({ name, text }) => ({ name, text })),
    ...(inputs.persist ? { source: handler.path } : {}),
  };
}

/** True when the plan would change the host. */
export function changesHost(plan: Plan): boolean {
  return plan.prepare.length > 0 || writesTable(plan) || plan.persist !== undefined;
}

/** True when the plan would change the table. */
export function writesTable(plan: Plan): boolean {
  return [plan.remove, plan.install, plan.rules ?? []].some((list) => list.length > 0);
}

/**
 * Under `replace`, an installation that answers already, byte for byte and with the same flags, is none; one
 * that a newer entry shadows is.
 */
export function isInPlace(install: Install, entries: readonly Entry[]): boolean {
  const target = targetOf(install.arch);
  const answering =
    target === undefined ? undefined : claimants(entries, target).find((entry) => entry.enabled);
  return (
    answering !== undefined &&
    install.flagChoices.some((flags) => sameRegistration(answering, { ...install.registration, flags }))
  );
}
