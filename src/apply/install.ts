/** Brings one handler, or one rule of the user's own, into the table: nothing that works goes before the new one is proven. */

import type { PinnedEntry } from '../binfmt/entry.ts';
import { handlerRule, isRuleOf, type Rule, ruleProblems, stagingRule } from '../binfmt/rule.ts';
import { observeInterpreter, observePrograms, readEntry } from '../binfmt/table.ts';
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
import { orUndefined } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import type { Digests } from './digests.ts';
import { copyHandler, notRecorded } from './persist.ts';
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
  if (present?.enabled && isRuleOf(rule, present)) {
    return { name, changed: false, cleared: removeStale(context, beside) ? beside.name : undefined };
  }
  const problem = bringIn(context, { rule, replaces }, beside);
  if (problem === undefined) return { name, changed: true };
  return { name, changed: false, problem: `rule ${name}: ${problem}` };
}

function bringIn(context: Table, { rule, replaces }: RuleInstall, beside: Rule): string | undefined {
  const { host } = context;
  const native = nativeArchitecture(host.nodeArch, host.endian);
  const interpreter = observeInterpreter(host, rule.interpreter);
  const [objection] = ruleProblems(rule, native, interpreter, observePrograms(host));
  if (objection !== undefined) return objection;
  if (readEntry(context, rule.name)?.text !== replaces?.text) return changedMeanwhile(rule.name);
  if (replaces === undefined) {
    const refusal = registerWhole(context, rule);
    // It has answered until now, in place of what a killed run had taken away.
    if (refusal === undefined) removeStale(context, beside);
    return refusal;
  }
  removeStale(context, beside);
  if (readEntry(context, beside.name) !== undefined)
    return `entry ${beside.name} is in the way, and is not of this program: take it away`;
  const refusal = register(context, beside);
  if (refusal !== undefined) return refusal;
  const stuck = removePinned(context, replaces);
  const problem = stuck ?? registerWhole(context, rule);
  // The one beside it goes on answering when the old entry is gone and the new one is not there.
  if (problem === undefined || stuck !== undefined) remove(context, beside.name);
  return problem;
}

export interface ApplyContext extends Table {
  readonly prober: Prober;
  readonly digests: Digests;
}

/** Brings one handler into the table, and proves it. Throws nothing for what the kernel refuses. */
export async function installHandler(context: ApplyContext, install: Install): Promise<Installed> {
  const { arch, interpreter, flagChoices, replaces, version } = install;
  const target = targetOf(arch);
  if (target === undefined) {
    const problem = `${printable(arch, 40)} is not in the table`;
    return { arch, name: arch, changed: false, replaced: [], problem };
  }
  const { name } = install;
  const rule = { ...handlerRule(target, interpreter, ''), name };
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
  if (!isAsRecorded(context.digests, install)) {
    return { ...unchanged, problem: notRecorded(interpreter), outdated: true };
  }
  const uncopied = copyHandler(context, install);
  if (uncopied !== undefined) return { ...unchanged, ...uncopied };
  if (replaces.length > 0)
    return { ...unchanged, ...(await takeOver(context, install, target, rule, prove)) };
  const fresh = await registerProven(context, rule, flagChoices, prove);
  if ('problem' in fresh) return { ...unchanged, ...fresh };
  return { ...unchanged, changed: true, run: fresh.run };
}

/**
 * Something claims the architecture: try, stand in front of it, prove, and only then let the old go. What cannot be
 * finished is taken back.
 */
async function takeOver(
  context: ApplyContext,
  { flagChoices, replaces }: Install,
  target: Target,
  rule: Rule,
  prove: () => Promise<ProbeRun>,
): Promise<Partial<Installed>> {
  const trial: Rule = {
    ...rule,
    name: `setup-binfmt-trial-${target.qemu}`,
    match: { kind: 'magic', offset: 0, ...trialMagic(target) },
  };
  removeStale(context, trial);
  const tried = await registerProven(context, trial, flagChoices, () =>
    runProbe(context.prober, target, 'chroot', { tag: TRIAL_TAG }),
  );
  if ('problem' in tried) return tried;
  removeOwn(context, trial);
  // An old entry of our own has the name until it goes.
  const isTaken = replaces.some(({ name }) => name === rule.name);
  const first = isTaken ? stagingRule(rule) : rule;
  removeStale(context, stagingRule(rule));
  const proven = await registerProven(context, first, [tried.flags], prove);
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
  const last = await registerProven(context, rule, [tried.flags], prove);
  if ('problem' in last) return giveUp(last.problem);
  removeOwn(context, first);
  return { changed: true, replaced: replaced(), run: last.run };
}

/**
 * Whether a handler holds the bytes that were recorded of it. It is hashed unless the kernel says that it is unchanged
 * since it was, or this process has just done so, or does it as it copies the handler.
 */
export function isAsRecorded(digests: Digests, { checked, source, interpreter, sha256 }: Install): boolean {
  if (checked === true || source !== undefined) return true;
  return orUndefined(() => digests.of(interpreter)) === sha256;
}

/**
 * Registers a rule and proves it, with one choice of flags after the other as long as the only trouble is shifted
 * arguments. What is not proven is taken back.
 */
async function registerProven(
  context: Table,
  rule: Rule,
  flagChoices: readonly string[],
  prove: () => Promise<ProbeRun>,
): Promise<{ flags: string; run: ProbeRun } | { problem: string; run?: ProbeRun }> {
  let failure: { problem: string; run?: ProbeRun } = { problem: 'no flags to try' };
  for (const flags of flagChoices) {
    const refusal = registerWhole(context, { ...rule, flags });
    if (refusal !== undefined) return { problem: refusal };
    const run = await prove();
    const result = judgeRun(run);
    if (result === 'works') return { flags, run };
    removeOwn(context, rule);
    failure = { problem: explainResult(result, run, rule.interpreter), run };
    if (result !== 'arguments') break;
  }
  return failure;
}
