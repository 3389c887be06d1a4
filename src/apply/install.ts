/** Rules of the user's own: looked at before they are planned, and brought into the table. */

import { type Entry, flagSet, sameMagic } from '../binfmt/entry.ts';
import { isRuleOf, type Rule, ruleOfRegistration, ruleProblems, stagingRule } from '../binfmt/rule.ts';
import { observeInterpreter, observePrograms, readEntry } from '../binfmt/table.ts';
import type { Mount } from '../host/proc.ts';
import type { Install, Installed, InstalledRule, RuleInstall } from '../plan/plan.ts';
import { TRIAL_TAG, trialMagic } from '../platform/elf.ts';
import { nativeArchitecture, type Target, targetOf } from '../platform/platforms.ts';
import type { Prober } from '../probe/probe.ts';
import { runProbe } from '../probe/probe.ts';
import { explainResult, judgeRun, type ProbeRun } from '../probe/verdict.ts';
import { printable } from '../text/text.ts';
import type { Digests } from './digests.ts';
import { copyHandler, notRecorded } from './persist.ts';
import {
  changedMeanwhile,
  readBack,
  register,
  registerRule,
  remove,
  removeOwn,
  removePinned,
  removeStale,
  type Table,
} from './steps.ts';

/** Brings one rule into the table; what stood under its name goes only when the new one can be registered. */
export function installRule(context: Table, { rule, replaces }: RuleInstall): InstalledRule {
  const { host } = context;
  const { name } = rule;
  const failed = (problem: string): InstalledRule => ({
    name,
    changed: false,
    problem: `rule ${name}: ${problem}`,
  });
  const beside = stagingRule(rule);
  const present = readEntry(context, name);
  if (present?.enabled && isRuleOf(rule, present)) {
    const cleared = removeStale(context, beside) ? { cleared: beside.name } : {};
    return { name, changed: false, ...cleared };
  }
  const native = nativeArchitecture(host.nodeArch, host.endian);
  const [problem] = ruleProblems(
    rule,
    native,
    observeInterpreter(host, rule.interpreter),
    observePrograms(host),
  );
  if (problem !== undefined) return failed(problem);
  if (present?.text !== replaces?.text) return failed(changedMeanwhile({ name, text: '' }));
  if (replaces === undefined) {
    const result = settle(context, rule, failed);
    // It has answered until now, in place of what a killed run had taken away.
    if (result.problem === undefined) removeStale(context, beside);
    return result;
  }
  removeStale(context, beside);
  if (readEntry(context, beside.name) !== undefined)
    return failed(`entry ${beside.name} is in the way, and is not of this program: take it away`);
  const refusal = registerRule(context, beside);
  if (refusal !== undefined) return failed(refusal);
  const stuck = removePinned(context, replaces);
  const result = stuck === undefined ? settle(context, rule, failed) : failed(stuck);
  if (result.problem === undefined || stuck !== undefined) remove(context, beside.name);
  return result;
}

function settle(context: Table, rule: Rule, failed: (problem: string) => InstalledRule): InstalledRule {
  const refusal = registerRule(context, rule);
  if (refusal !== undefined) return failed(refusal);
  const misread = readBack(context, rule);
  if (misread === undefined) return { name: rule.name, changed: true };
  remove(context, rule.name);
  return failed(misread);
}

export interface ApplyOptions extends Omit<Table, 'host'> {
  readonly mounts: readonly Mount[];
  readonly lockLimitMs: number;
  /** The caller holds the lock of the table already. */
  readonly locked?: boolean;
  /** Of the handlers; without it, each is hashed. */
  readonly digests?: Digests;
}

export interface ApplyContext extends ApplyOptions, Table {
  readonly prober: Prober;
  readonly digests: Digests;
}

export async function installOne(context: ApplyContext, install: Install): Promise<Installed> {
  const { arch, registration } = install;
  const failed = (problem: string, run?: ProbeRun): Installed => ({
    arch,
    name: registration.name,
    changed: false,
    replaced: [],
    problem,
    run,
  });
  const target = targetOf(arch);
  if (target === undefined) return failed(`${printable(arch, 40)} is not in the table`);
  const present = readEntry(context, registration.name);
  const done = install.replaces.every((pinned) => readEntry(context, pinned.name)?.text !== pinned.text);
  if (done && present !== undefined && isSameInstall(present, install)) {
    // Another job was faster.
    const run = await prove(context, target, install);
    if (judgeRun(run) === 'works')
      return { arch, name: registration.name, changed: false, replaced: [], run };
  }
  const moved = install.replaces.find((pinned) => readEntry(context, pinned.name)?.text !== pinned.text);
  if (moved !== undefined) return { ...failed(changedMeanwhile(moved)), outdated: true };
  if (present !== undefined && !install.replaces.some(({ name }) => name === present.name)) {
    const problem = `an entry ${present.name} is there that may not be taken away, or came meanwhile: "${printable(present.text)}"`;
    return { ...failed(problem), outdated: true };
  }
  if (!isChecked(context, install)) {
    return { ...failed(notRecorded(registration.interpreter)), outdated: true };
  }
  const uncopied = copyHandler(context, install);
  if (uncopied !== undefined) return { ...failed(uncopied.problem), outdated: uncopied.changed };
  return install.replaces.length === 0
    ? await installFresh(context, install, target, failed)
    : await installBeside(context, install, target, failed);
}

/**
 * The handler is hashed just before it is registered, while the probes of those before it run, unless the kernel
 * says that it is unchanged since it was.
 */
function isChecked({ digests }: ApplyContext, install: Install): boolean {
  if (isTrusted(install)) return true;
  try {
    return digests.of(install.registration.interpreter) === install.sha256;
  } catch {
    return false;
  }
}

/** True for a handler that needs no hash here: this process did it, or does it as it copies the handler. */
export function isTrusted({ checked, source }: Install): boolean {
  return checked === true || source !== undefined;
}

type Fail = (problem: string, run?: ProbeRun) => Installed;

/** Nothing claims the architecture: register, prove, and take it back if it is not proven. */
async function installFresh(
  context: ApplyContext,
  install: Install,
  target: Target,
  failed: Fail,
): Promise<Installed> {
  const { arch, registration } = install;
  const tried = await tryFlags(
    install,
    async (flags) => {
      const wanted = { ...registration, flags };
      const refusal = register(context, wanted) ?? readBack(context, ruleOfRegistration(wanted));
      if (refusal !== undefined) return { refusal };
      return { run: await prove(context, target, install) };
    },
    () => removeOwn(context, registration),
  );
  if ('problem' in tried) return failed(tried.problem, tried.run);
  return { arch, name: registration.name, changed: true, replaced: [], run: tried.run };
}

/** Something claims it: try, stand beside it, prove, and only then take the old away. */
async function installBeside(
  context: ApplyContext,
  install: Install,
  target: Target,
  failed: Fail,
): Promise<Installed> {
  const { arch, registration } = install;
  const trial = { ...registration, ...trialMagic(target), name: `setup-binfmt-trial-${target.qemu}` };
  removeStale(context, ruleOfRegistration(trial));
  const tried = await tryFlags(
    install,
    async (flags) => {
      const refusal = register(context, { ...trial, flags });
      if (refusal !== undefined) return { refusal };
      const run = await runProbe(context.prober, target, 'chroot', { tag: TRIAL_TAG });
      return { run };
    },
    () => removeOwn(context, trial),
  );
  if ('problem' in tried) return failed(tried.problem, tried.run);
  removeOwn(context, trial);

  const { flags } = tried;
  const beside = { ...registration, name: `${registration.name}.new`, flags };
  removeStale(context, ruleOfRegistration(beside));
  const refusal = register(context, beside);
  if (refusal !== undefined) return failed(refusal);
  const first = await prove(context, target, install);
  if (judgeRun(first) !== 'works') {
    removeOwn(context, beside);
    return failed(explainResult(judgeRun(first), first, registration.interpreter), first);
  }
  const replaced: string[] = [];
  for (const pinned of install.replaces) {
    const problem = removePinned(context, pinned);
    if (problem !== undefined)
      return { ...failed(problem, first), name: beside.name, changed: true, replaced };
    replaced.push(pinned.name);
  }
  const wanted = { ...registration, flags };
  const problem = register(context, wanted) ?? readBack(context, ruleOfRegistration(wanted));
  if (problem !== undefined) return { ...failed(problem, first), name: beside.name, changed: true, replaced };
  removeOwn(context, beside);
  return {
    arch,
    name: registration.name,
    changed: true,
    replaced,
    run: await prove(context, target, install),
  };
}

type Trial = { readonly refusal: string } | { readonly run: ProbeRun };

/** Tries flags in order, as long as the only trouble is shifted arguments; a failed one is taken back. */
async function tryFlags(
  { flagChoices, registration: { interpreter } }: Install,
  attempt: (flags: string) => Promise<Trial>,
  takeBack: () => void,
): Promise<{ flags: string; run: ProbeRun } | { problem: string; run?: ProbeRun }> {
  let last: { problem: string; run?: ProbeRun } = { problem: 'no flags to try' };
  for (const flags of flagChoices) {
    const trial = await attempt(flags);
    if ('run' in trial && judgeRun(trial.run) === 'works') return { flags, run: trial.run };
    takeBack();
    if ('refusal' in trial) return { problem: trial.refusal };
    last = { problem: explainResult(judgeRun(trial.run), trial.run, interpreter), run: trial.run };
    if (judgeRun(trial.run) !== 'arguments') return last;
  }
  return last;
}

/** Runs the probe through the new entry. A handler whose version stands in its bytes is not asked for it. */
function prove({ prober }: ApplyContext, target: Target, { version }: Install): Promise<ProbeRun> {
  return runProbe(prober, target, 'chroot', { version: version ?? true });
}

function isSameInstall(entry: Entry, install: Install): boolean {
  const { registration, flagChoices } = install;
  return (
    entry.enabled &&
    entry.interpreter === registration.interpreter &&
    entry.match.kind === 'magic' &&
    sameMagic(entry.match, registration) &&
    flagChoices.some((flags) => flagSet(flags) === flagSet(entry.flags))
  );
}
