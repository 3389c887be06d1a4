/** Brings one handler, or one rule of the user's own, into the table: nothing that works goes before the new one is proven. */

import type { PinnedEntry } from '../binfmt/entry.ts';
import { beginsAs, handlerRule, isRuleOf, type Rule, ruleProblems, stagingRule } from '../binfmt/rule.ts';
import { observeRule, readEntry } from '../binfmt/table.ts';
import { type Digests, formatIdentity } from '../host/digests.ts';
import type { Host } from '../host/host.ts';
import { distrustOpening } from '../host/trust.ts';
import {
  type Install,
  type Installed,
  type InstalledRule,
  isInstalled,
  type RuleInstall,
} from '../plan/plan.ts';
import { TRIAL_TAG, trialMagic } from '../platform/elf.ts';
import { nativeArchitecture, type Target, targetOf } from '../platform/platforms.ts';
import { type Prober, runProbe } from '../probe/probe.ts';
import { explainResult, judgeRun, type ProbeRun } from '../probe/verdict.ts';
import { printable } from '../text/text.ts';
import { type CopyPlace, type Placed, placeHandler } from './handlers.ts';
import {
  bringBack,
  changedMeanwhile,
  register,
  registerWhole,
  remove,
  removeOwn,
  removePinned,
  removeStale,
  type Table,
} from './steps.ts';

/** Brings one rule into the table; what stood under its name goes only when the new one can be registered. */
export function installRule(context: Table, { rule, replaces }: RuleInstall): InstalledRule {
  const { name } = rule;
  const beside = stagingRule(rule);
  const present = readEntry(context, name);
  if (present !== undefined && beginsAs(rule, present) && isRuleOf(rule, present)) {
    return { name, changed: false, cleared: removeStale(context, beside) ? beside.name : undefined };
  }
  const problem = bringIn(context, { rule, replaces }, beside);
  if (problem === undefined) return { name, changed: true };
  return { name, changed: false, problem: `rule ${name}: ${problem}` };
}

function bringIn(context: Table, { rule, replaces }: RuleInstall, beside: Rule): string | undefined {
  const { host } = context;
  const native = nativeArchitecture(host.nodeArch, host.endian);
  const isHeld = watchInterpreter(host, rule);
  const [objection] = ruleProblems(rule, native, observeRule(host, rule));
  if (objection !== undefined) return objection;
  if (readEntry(context, rule.name)?.text !== replaces?.text) return changedMeanwhile(rule.name);
  if (replaces === undefined) {
    const refusal = registerWhole(context, rule) ?? giveUpOthers(context, rule, { isHeld });
    // It has answered until now, in place of what a killed run had taken away.
    if (refusal === undefined) removeStale(context, beside);
    return refusal;
  }
  removeStale(context, beside);
  if (readEntry(context, beside.name) !== undefined)
    return `entry ${beside.name} is in the way, and is not of this program: take it away`;
  const refusal = register(context, beside) ?? giveUpOthers(context, beside, { isHeld });
  if (refusal !== undefined) return refusal;
  const stuck = removePinned(context, replaces);
  const problem = stuck ?? registerWhole(context, rule) ?? giveUpOthers(context, rule, { isHeld });
  // The one beside it goes on answering when the old entry is gone and the new one is not there.
  if (problem === undefined || stuck !== undefined) remove(context, beside.name);
  return problem;
}

/** Whether an interpreter is still the file that it is now, where nobody else could have exchanged it meanwhile. */
function watchInterpreter(host: Host, { interpreter }: Rule): () => boolean {
  const identity = (): string | undefined => {
    const found = host.stat(interpreter);
    return found && formatIdentity(found);
  };
  const before = identity();
  return () => identity() === before && distrustOpening(host, interpreter) === undefined;
}

export interface ApplyContext extends Table {
  readonly prober: Prober;
  readonly digests: Digests;
  readonly copyOf: CopyPlace;
}

/** Brings one handler into the table, and proves it. Throws nothing for what the kernel refuses. */
export async function installHandler(context: ApplyContext, install: Install): Promise<Installed> {
  const { arch, flagChoices, replaces, version } = install;
  const target = targetOf(arch);
  if (target === undefined) {
    const problem = `${printable(arch, 40)} is not in the table`;
    return { arch, name: arch, changed: false, replaced: [], problem };
  }
  const { name } = install;
  const unchanged = { arch, name, changed: false, replaced: [] };
  // A handler whose version stands in its bytes is not asked for it.
  const prove = () => runProbe(context.prober, target, 'chroot', { version: version ?? true });

  const present = readEntry(context, name);
  const changed = replaces.filter((pinned) => readEntry(context, pinned.name)?.text !== pinned.text);
  if (changed.length === replaces.length && present !== undefined && isInstalled(install, target, present)) {
    // Another job registered it first.
    const run = await prove();
    if (judgeRun(run) === 'works') return { ...unchanged, run };
  }
  const [moved] = changed;
  if (moved !== undefined) return { ...unchanged, problem: changedMeanwhile(moved.name), outdated: true };
  if (present !== undefined && !replaces.some((pinned) => pinned.name === name)) {
    const problem = `an entry ${name} is there that may not be taken away, or came meanwhile: "${printable(present.text)}"`;
    return { ...unchanged, problem, outdated: true };
  }
  // It is hashed while the probes of the handlers before it run.
  const placed = placeHandler(context, target, install);
  if ('problem' in placed) return { ...unchanged, ...placed };
  const { interpreter } = placed;
  if (replaces.length > 0)
    return { ...unchanged, interpreter, ...(await takeOver(context, install, target, placed, prove)) };
  const rule = { ...handlerRule(target, interpreter, ''), name };
  const fresh = await registerProven(context, rule, flagChoices, placed, prove);
  if ('problem' in fresh) return { ...unchanged, ...fresh };
  return { ...unchanged, interpreter, changed: true, run: fresh.run };
}

/**
 * Something claims the architecture: try, stand in front of it, prove, and only then let the old go. What cannot be
 * finished is taken back.
 */
async function takeOver(
  context: ApplyContext,
  { name, flagChoices, replaces }: Install,
  target: Target,
  placed: Placed,
  prove: () => Promise<ProbeRun>,
): Promise<Partial<Installed>> {
  const rule = { ...handlerRule(target, placed.interpreter, ''), name };
  const trial: Rule = {
    ...rule,
    name: `setup-binfmt-trial-${target.qemu}`,
    match: { kind: 'magic', offset: 0, ...trialMagic(target) },
  };
  removeStale(context, trial);
  const tried = await registerProven(context, trial, flagChoices, placed, () =>
    runProbe(context.prober, target, 'chroot', { tag: TRIAL_TAG }),
  );
  if ('problem' in tried) return tried;
  removeOwn(context, trial);
  // An old entry of our own has the name until it goes.
  const isTaken = replaces.some(({ name }) => name === rule.name);
  const first = isTaken ? stagingRule(rule) : rule;
  removeStale(context, stagingRule(rule));
  const proven = await registerProven(context, first, [tried.flags], placed, prove);
  if ('problem' in proven) return proven;
  const gone: PinnedEntry[] = [];
  const replaced = (): readonly string[] => gone.map(({ name }) => name);
  const giveUp = (problem: string): Partial<Installed> => {
    const stuck = gone.flatMap((pinned) => bringBack(context, pinned) ?? []);
    if (stuck.length === 0) {
      removeOwn(context, first);
      return { problem };
    }
    const causes = [problem, ...stuck].join('; ');
    return { name: first.name, changed: true, replaced: replaced(), run: proven.run, problem: causes };
  };
  for (const pinned of replaces.filter(({ name }) => name !== first.name)) {
    const problem = removePinned(context, pinned);
    if (problem !== undefined) return giveUp(problem);
    gone.push(pinned);
  }
  if (!isTaken) return { changed: true, replaced: replaced(), run: proven.run };
  const last = await registerProven(context, rule, [tried.flags], placed, prove);
  if ('problem' in last) return giveUp(last.problem);
  removeOwn(context, first);
  return { changed: true, replaced: replaced(), run: last.run };
}

/** Takes an entry away whose handler was exchanged before the kernel opened it; says so. */
function giveUpOthers(context: Table, rule: Rule, { isHeld }: Pick<Placed, 'isHeld'>): string | undefined {
  if (isHeld()) return undefined;
  removeOwn(context, rule);
  return `${printable(rule.interpreter, 200)} was exchanged while it was registered`;
}

/**
 * Registers a rule and proves it, with one choice of flags after the other as long as the only trouble is shifted
 * arguments. What is not proven is taken back.
 */
async function registerProven(
  context: Table,
  rule: Rule,
  flagChoices: readonly string[],
  placed: Placed,
  prove: () => Promise<ProbeRun>,
): Promise<{ flags: string; run: ProbeRun } | { problem: string; run?: ProbeRun; outdated?: true }> {
  let failure: { problem: string; run?: ProbeRun } = { problem: 'no flags to try' };
  for (const flags of flagChoices) {
    const refusal = registerWhole(context, { ...rule, flags });
    if (refusal !== undefined) return { problem: refusal };
    const exchanged = giveUpOthers(context, rule, placed);
    if (exchanged !== undefined) return { problem: exchanged, outdated: true };
    const run = await prove();
    const result = judgeRun(run);
    if (result === 'works') return { flags, run };
    removeOwn(context, rule);
    failure = { problem: explainResult(result, run, rule.interpreter), run };
    if (result !== 'arguments') break;
  }
  return failure;
}
