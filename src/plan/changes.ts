/** Turns decisions and offered handlers into the plan of one run. */

import { answering, type Entry, isHelper, isQemuEntry, type PinnedEntry, pin } from '../binfmt/entry.ts';
import { isOwnHandler, isPersistent, passingCopy, persistentPath } from '../binfmt/persist.ts';
import {
  flagsToTry,
  handlerNames,
  helperNames,
  isRuleOf,
  isStaleHelper,
  type Rule,
  type RuleFacts,
  ruleProblems,
  stagingRule,
} from '../binfmt/rule.ts';
import { type HostFacts, isPrivileged, kernelAbilities } from '../facts/facts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { TARGETS, type Target, targetOf } from '../platform/platforms.ts';
import type { Verdict } from '../probe/verdict.ts';
import type { Handler } from '../qemu/handler.ts';
import type { Decision } from './decide.ts';
import {
  type Install,
  isInstalled,
  type LeaseRequest,
  type PersistRequest,
  type Plan,
  type Preparation,
  type RuleInstall,
} from './plan.ts';

/** Everything that the plan depends on. */
export interface PlanRequest {
  readonly inputs: Pick<
    Inputs,
    'platforms' | 'credentials' | 'reset' | 'rules' | 'onConflict' | 'persist' | 'cleanup'
  >;
  readonly facts: HostFacts;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The decisions to install. */
  readonly wanted: readonly Decision[];
  readonly handlers: readonly OfferedHandler[];
  /** Root of the store. */
  readonly store: string;
  /** The rules that survive a reboot already. */
  readonly persisted: readonly Rule[];
  /** The rules that earlier runs have registered, by their records. */
  readonly recorded: readonly Rule[];
  /** The run that the changes are recorded for, and the process that its lease lives with. */
  readonly run?: { readonly id: string; readonly holder?: number };
  /** A lease is wanted. */
  readonly lease: boolean;
}

/** What is known before QEMU was fetched. */
export type PreviewRequest = Omit<PlanRequest, 'handlers' | 'run' | 'lease'>;

/** Makes the plan; what is in place already is left out. */
export function planChanges(request: PlanRequest): Plan {
  const { facts, verdicts, inputs } = request;
  const { entries } = facts.table;
  const isForGood = forGood(inputs, request.store);
  const inPlace: Entry[] = [];
  const install = request.wanted.flatMap((decision) => {
    const handler = request.handlers.find(({ arch }) => arch === decision.target.arch);
    if (handler === undefined) return [];
    const persist = inputs.persist || isKept(decision.target, request.persisted);
    const one = planInstall(decision, handler, facts, { ...inputs, persist }, isForGood);
    if (verdicts.get(one.arch)?.status !== 'emulated' || !isInPlace(one, entries)) return [one];
    inPlace.push(...decision.replaces.filter(({ name }) => name !== one.name));
    return [];
  });
  const rules = planRules(request);
  // A reset takes nothing away before all that is asked for can be had.
  const isServed = request.wanted.every(({ target }) =>
    request.handlers.some(({ arch }) => arch === target.arch),
  );
  const reset = inputs.reset && isServed ? planReset(entries, request.wanted, install) : [];
  const remove = [
    ...new Map(
      [...leftovers(request), ...inPlace, ...reset].map((entry) => [entry.name, pin(entry)]),
    ).values(),
  ];
  const going = [...install.flatMap(({ replaces }) => replaces), ...remove];
  const writes = install.length + rules.length + remove.length > 0;
  const persist = planPersist(request, writes, install, remove);
  const doubtful = [...verdicts.values()].filter(({ status }) => status === 'outside-only');
  return {
    schema: 1,
    prepare: writes ? planPreparation(facts) : [],
    remove,
    install,
    aside: planAside(entries, going, isForGood),
    prove: facts.privilege === 'sudo' ? doubtful.map(({ arch }) => arch) : [],
    store: request.store,
    run: request.run?.id,
    lease:
      request.lease && isPrivileged(facts) && request.run !== undefined
        ? leaseOf(request, install)
        : undefined,
    rules: rules.length === 0 ? undefined : rules,
    persist,
  };
}

/** Our own entries under names that only a killed run leaves: what is in progress now is gone when the table is locked. */
function leftovers({ facts, store }: PlanRequest): readonly Entry[] {
  if (!isPrivileged(facts)) return [];
  const helpers = TARGETS.flatMap(handlerNames).flatMap(helperNames);
  return facts.table.entries.filter(
    (entry) => isOwnHandler(entry.interpreter, store) && (isHelper(entry) || helpers.includes(entry.name)),
  );
}

/**
 * Says of an entry that goes whether it goes for good: one of our own does, and one that is to be reset; under `cleanup`
 * none that nobody could register again, since the kernel alone holds its handler.
 */
export function forGood(
  { reset, cleanup }: Pick<Inputs, 'reset' | 'cleanup'>,
  store: string,
): (entry: Entry) => boolean {
  return (entry) =>
    (isOwnHandler(entry.interpreter, store) && !(cleanup && passingCopy(entry.interpreter) !== undefined)) ||
    isHelper(entry) ||
    (reset && !cleanup && isQemuEntry(entry));
}

/** The names of entries that are switched off where others are taken away: of those that go, but not for good. */
export function planAside(
  entries: readonly Entry[],
  going: readonly PinnedEntry[],
  isForGood: (entry: Entry) => boolean,
): Plan['aside'] {
  const aside = entries.filter((entry) => going.some(({ name }) => name === entry.name) && !isForGood(entry));
  return aside.length === 0 ? undefined : aside.map(({ name }) => name);
}

/** True for a handler that survives a reboot: what takes its place is to survive one too. */
function isKept(target: Target, persisted: readonly Rule[]): boolean {
  const names: readonly string[] = handlerNames(target);
  return persisted.some((rule) => names.includes(rule.name) && isPersistent(rule.interpreter));
}

/** What is to survive a reboot; `undefined` when all of it does already. */
function planPersist(
  { inputs, facts, persisted }: PlanRequest,
  writes: boolean,
  install: readonly Install[],
  remove: readonly PinnedEntry[],
): PersistRequest | undefined {
  const forget = remove
    .map(({ name }) => name)
    .filter((name) => persisted.some((rule) => rule.name === name));
  const upgraded = install.filter(({ source }) => source !== undefined);
  const asked = new Set((inputs.persist ? inputs.platforms : upgraded).map(({ arch }) => arch));
  const handlers = TARGETS.filter(({ arch }) => asked.has(arch)).flatMap(handlerNames);
  const rules = inputs.persist ? inputs.rules.map(({ name }) => name) : [];
  const missing = facts.table.entries.some(
    (entry) =>
      ((handlers.includes(entry.name) && isPersistent(entry.interpreter)) || rules.includes(entry.name)) &&
      !persisted.some((rule) => isRuleOf(rule, entry)),
  );
  const wanted = ((inputs.persist || upgraded.length > 0) && writes) || missing || forget.length > 0;
  return wanted ? { handlers, rules, forget } : undefined;
}

/** The entries and rules that this run relies on and did not bring in itself. */
function leaseOf({ verdicts, inputs, facts, run }: PlanRequest, install: readonly Install[]): LeaseRequest {
  const holder = run?.holder;
  const asked = new Set(inputs.platforms.map(({ arch }) => arch));
  for (const { arch } of install) asked.delete(arch);
  const relied = [...verdicts.values()].flatMap(({ arch, status, entry }) =>
    status === 'emulated' && asked.has(arch) && entry !== undefined ? [entry.name] : [],
  );
  const present = inputs.rules.filter((rule) => facts.table.entries.some((entry) => isRuleOf(rule, entry)));
  const entries = [...relied, ...present.map(({ name }) => name)];
  return { entries, holder };
}

/** The rules to register; one that is in place is among them where a killed run has left its helper entry. */
function planRules({ inputs, facts, recorded }: PlanRequest): readonly RuleInstall[] {
  const { entries } = facts.table;
  return inputs.rules.flatMap((rule) => {
    const present = entries.find(({ name }) => name === rule.name);
    if (present === undefined) return [{ rule }];
    if (present.enabled && isRuleOf(rule, present)) {
      const left = entries.some((entry) => isStaleHelper(stagingRule(rule), entry, recorded));
      return left && isPrivileged(facts) ? [{ rule }] : [];
    }
    return inputs.onConflict === 'keep' ? [] : [{ rule, replaces: pin(present) }];
  });
}

/** What speaks against a rule whose name somebody else's entry has. */
export const TAKEN = 'an entry of this name is there already, and somebody else registered it';

/**
 * Lists everything that speaks against the rules on this host: interpreters, magics, and names that entries of others
 * have. An entry that an earlier run brought in may be replaced; one of another program only by `replace`.
 */
export function listRuleProblems(
  { rules, onConflict }: Pick<Inputs, 'rules' | 'onConflict'>,
  facts: HostFacts,
  ownRules: readonly Rule[],
  factsOf: (rule: Rule) => RuleFacts,
): readonly string[] {
  return rules.flatMap((rule) => {
    const problems = ruleProblems(rule, facts.architecture, factsOf(rule));
    const present = facts.table.entries.find(({ name }) => name === rule.name);
    const foreign = present !== undefined && ![rule, ...ownRules].some((known) => isRuleOf(known, present));
    const taken = foreign && (onConflict === 'repair' || onConflict === 'fail');
    return [...problems, ...(taken ? [TAKEN] : [])].map((problem) => `rule ${rule.name}: ${problem}`);
  });
}

/** What planning needs to know of a QEMU binary that a source gave. */
export type OfferedHandler = Omit<Handler, 'source'>;

/** The registration of one handler, with the tested mask of the table. */
export function planInstall(
  decision: Decision,
  handler: OfferedHandler,
  facts: HostFacts,
  inputs: Pick<Inputs, 'credentials' | 'persist'>,
  isForGood: (entry: Entry) => boolean,
): Install {
  const { target, replaces } = decision;
  // What goes for good leaves its name; others keep theirs.
  const staying = facts.table.entries.filter((entry) => !replaces.includes(entry) || !isForGood(entry));
  const [usual, other] = handlerNames(target);
  // The kernel tells the interpreter about P, or this build of QEMU assumes it.
  const preserve = handler.assumesPreserve || kernelAbilities(facts.kernel).tellsPreserve;
  const flagChoices = flagsToTry(preserve, inputs.credentials);
  return {
    arch: target.arch,
    name: staying.some(({ name }) => name === usual) ? other : usual,
    interpreter: inputs.persist ? persistentPath(handler.sha256, target.qemu) : handler.path,
    flagChoices,
    sha256: handler.sha256,
    version: handler.version,
    replaces: replaces.map(pin),
    source: inputs.persist ? handler.path : undefined,
  };
}

/**
 * Under `replace`, an installation that answers already, byte for byte and with the same flags, is none; one
 * that a newer entry shadows is.
 */
export function isInPlace(install: Install, entries: readonly Entry[]): boolean {
  const target = targetOf(install.arch);
  const entry = target === undefined ? undefined : answering(entries, target);
  return target !== undefined && entry !== undefined && isInstalled(install, target, entry);
}

/**
 * What a reset takes away besides: every `qemu-*` but those that go with an installation, and those that are in
 * place already.
 */
export function planReset(
  entries: readonly Entry[],
  wanted: readonly Decision[],
  install: readonly Install[],
): readonly PinnedEntry[] {
  const replaced = new Set(install.flatMap(({ replaces }) => replaces.map(({ name }) => name)));
  const kept = wanted
    .filter(({ target }) => !install.some(({ arch }) => arch === target.arch))
    .flatMap(({ target }) => answering(entries, target) ?? []);
  return entries
    .filter((entry) => isQemuEntry(entry) && !replaced.has(entry.name) && !kept.includes(entry))
    .map(pin);
}

/** What must happen before the table can be read and written; empty when it is ready. */
export function planPreparation(facts: HostFacts): readonly Preparation[] {
  switch (facts.table.state) {
    case 'not-loaded':
      return ['load-module', 'mount'];
    case 'autofs':
    case 'not-mounted':
      return ['mount'];
    default:
      return [];
  }
}
