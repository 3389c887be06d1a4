/**
 * Carries a plan out. Runs in the privileged program, or in-process when the process is root already.
 *
 * Whatever it does, an architecture that worked before works at every moment: a new handler is first tried
 * under a magic that only its own probe bears, then registered beside the old entry, proven, and only then is
 * the old entry taken away. Each change is recorded before it is made.
 */
import { type Entry, flagSet, sameMagic } from '../binfmt/entry.ts';
import { ruleOfRegistration } from '../binfmt/rule.ts';
import { type Digests, openDigests } from '../host/digest.ts';
import type { Host } from '../host/host.ts';
import type { Mount } from '../host/proc.ts';
import { removeStale } from '../host/stale.ts';
import { pin } from '../journal/record.ts';
import {
  type Applied,
  type Install,
  type Installed,
  NOTHING_APPLIED,
  type Plan,
  type Preparation,
  writesTable,
} from '../plan/plan.ts';
import { TRIAL_TAG, trialMagic } from '../platform/elf.ts';
import { type Target, targetOf } from '../platform/platforms.ts';
import { openProber, type Prober, runProbe, SIDE_BY_SIDE, sideBySide } from '../probe/probe.ts';
import { explainResult, judgeRun, type ProbeRun } from '../probe/verdict.ts';
import { printable } from '../text/text.ts';
import { installRule } from './install.ts';
import { copyHandler, notRecorded, persist } from './persist.ts';
import {
  changedMeanwhile,
  lockFolders,
  readBack,
  readEntries,
  readEntry,
  register,
  removeOwn,
  removePinned,
  type Table,
} from './steps.ts';

export interface ApplyOptions extends Omit<Table, 'host'> {
  readonly mounts: readonly Mount[];
  readonly lockLimitMs: number;
  /** The caller holds the lock of the table already. */
  readonly locked?: boolean;
  /** Of the handlers; without it, each is hashed. */
  readonly digests?: Digests;
}

interface Context extends ApplyOptions, Table {
  readonly prober: Prober;
  readonly digests: Digests;
}

/** Carries out the plan and reports what happened; throws nothing for what the kernel refuses. */
export async function apply(host: Host, plan: Plan, options: ApplyOptions): Promise<Applied> {
  const prepared: Preparation[] = [];
  for (const step of plan.prepare) {
    const problem = await prepare(host, step, options);
    if (problem !== undefined) return { ...NOTHING_APPLIED, prepared, problems: [problem] };
    prepared.push(step);
  }
  const lock =
    needsLock(plan) && options.locked !== true
      ? await lockFolders(host, [options.table], options.lockLimitMs)
      : undefined;
  if (lock !== undefined && 'failure' in lock)
    return { ...NOTHING_APPLIED, prepared, problems: [lock.failure] };
  const prober = openProber(host, options.mounts);
  try {
    const context = { ...options, host, prober, digests: options.digests ?? openDigests(host) };
    if (writesTable(plan)) options.record({ kind: 'table', entries: readEntries(context).map(pin) });
    const removals = plan.remove.map((pinned) => ({ pinned, problem: removePinned(context, pinned) }));
    const rules = (plan.rules ?? []).map((rule) => installRule(context, rule));
    const installed = await sideBySide(plan.install, SIDE_BY_SIDE, (install) => installOne(context, install));
    const persisted = plan.persist === undefined ? undefined : await persist(context, plan.persist);
    const targets = plan.prove.flatMap((arch) => targetOf(arch) ?? []);
    const proofs = await sideBySide(targets, SIDE_BY_SIDE, (target) =>
      runProbe(host, prober, target, 'chroot', { version: true }),
    );
    return {
      prepared,
      removed: [
        ...removals.filter(({ problem }) => problem === undefined).map(({ pinned }) => pinned.name),
        ...rules.flatMap(({ cleared }) => cleared ?? []),
      ],
      installed,
      proofs,
      problems: [
        ...[...removals, ...rules].flatMap(({ problem }) => problem ?? []),
        ...(persisted?.problems ?? []),
      ],
      persisted: persisted?.changed ?? false,
      rules,
      outdated: installed.some(({ outdated }) => outdated),
    };
  } finally {
    prober.close();
    lock?.close();
  }
}

/** True when the table must stay as it is while the plan is carried out. */
export function needsLock(plan: Plan): boolean {
  return writesTable(plan) || plan.persist !== undefined;
}

async function prepare(host: Host, step: Preparation, options: ApplyOptions): Promise<string | undefined> {
  if (step === 'load-module') {
    const modprobe = host.which('modprobe');
    if (modprobe === undefined)
      return 'the module binfmt_misc cannot be loaded: modprobe is missing (install kmod)';
    options.record({ kind: 'load-module' });
    const outcome = await host.run({ file: modprobe, args: ['binfmt_misc'], timeoutMs: 30_000 });
    if (outcome.code === 0) return undefined;
    const said = printable(outcome.stderr) || `modprobe ended with ${outcome.code}`;
    return `the module binfmt_misc cannot be loaded: ${said} (install the modules of the running kernel, or allow this one)`;
  }
  // The first access mounts it where an automount point waits; only then is a mount of our own needed.
  if (host.readable(`${options.table}/status`)) return undefined;
  options.record({ kind: 'mount', path: options.table });
  return mountTable(host, options.table);
}

async function mountTable(host: Host, table: string): Promise<string | undefined> {
  const mount = host.which('mount');
  if (mount === undefined)
    return `${table} cannot be mounted: the mount program is missing (install the package mount)`;
  const outcome = await host.run({
    file: mount,
    args: ['-t', 'binfmt_misc', 'binfmt_misc', table],
    timeoutMs: 30_000,
  });
  if (outcome.code === 0 || host.readable(`${table}/status`)) return undefined;
  const said = printable(outcome.stderr) || `mount ended with ${outcome.code}`;
  return `${table} cannot be mounted: ${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`;
}

async function installOne(context: Context, install: Install): Promise<Installed> {
  const { arch, registration } = install;
  const failed = (problem: string, run?: ProbeRun): Installed => ({
    arch,
    name: registration.name,
    changed: false,
    replaced: [],
    problem,
    ...(run === undefined ? {} : { run }),
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
function isChecked({ digests }: Context, install: Install): boolean {
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
  context: Context,
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
  context: Context,
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
      const run = await runProbe(context.host, context.prober, target, 'chroot', { tag: TRIAL_TAG });
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
function prove({ host, prober }: Context, target: Target, { version }: Install): Promise<ProbeRun> {
  return runProbe(host, prober, target, 'chroot', { version: version ?? true });
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
