/** The flow: the only file that knows the order. Facts, verdicts, decisions, handlers, changes, proof, report. */
import { asProblem, checkOf, preflight, runCheck } from './core/checks.ts';
import { type HostFacts, kernelAbilities } from './core/facts.ts';
import type { Inputs } from './core/inputs.ts';
import {
  changesHost,
  type Decision,
  decide,
  isInPlace,
  type Plan,
  planInstall,
  planPreparation,
} from './core/plan.ts';
import { CONTAINER_ARCHITECTURES, formatPlatform, type Platform, type Target } from './core/platforms.ts';
import { SetupProblem } from './core/problem.ts';
import {
  isProven,
  type Material,
  makeReport,
  type QemuReport,
  type Report,
  targetsOf,
} from './core/report.ts';
import type { Verdict } from './core/verdict.ts';
import type { Applied } from './host/apply.ts';
import { applyWith } from './host/escalate.ts';
import type { Host } from './host/host.ts';
import { observe, observeMounts, observeTable } from './host/observe.ts';
import { judgeAll, probeAll, rejudge } from './host/prove.ts';
import type { Supply } from './qemu/provide.ts';

/** What a door gives the flow: its voice, and the things that differ between doors. */
export interface Door {
  /** Opens a titled group of lines; closes the one before. */
  readonly group: (title: string) => void;
  readonly line: (text: string) => void;
  /** Path of the privileged program. */
  readonly privilegedProgram: string;
  /** Where QEMU comes from. */
  readonly supply: (
    wanted: readonly Target[],
    facts: HostFacts,
    log: (line: string) => void,
  ) => Promise<Supply>;
  /** Root of the store that handlers lie in. */
  readonly store: string;
}

/** Architectures that BuildKit asks about, besides those that are requested. */
const ALSO_LOOKED_AT = [...CONTAINER_ARCHITECTURES, 'ppc64'];

/**
 * Runs `setup` or `plan`. Everything that a person should know is in the report, a failure included.
 */
export async function runSetup(host: Host, inputs: Inputs, door: Door): Promise<Report> {
  const facts = await observe(host);
  door.group('Host');
  describeHost(facts, door);
  const base = {
    mode: inputs.mode,
    facts,
    registered: [],
    removed: [],
    changed: false,
    findings: [],
    notes: [],
  };
  const stop = preflight(facts);
  if (stop !== undefined) {
    const problem = asProblem(stop, 'make platforms run here');
    const requested = inputs.platforms.map((platform) => ({
      platform,
      action: 'refuse' as const,
      reason: stop.evidence,
    }));
    return makeReport({ ...base, verdicts: new Map(), requested, findings: [stop], problem });
  }

  const looked = targetsOf([
    ...(facts.architecture === undefined ? [] : [facts.architecture]),
    ...ALSO_LOOKED_AT,
    ...architecturesOf(inputs.platforms),
  ]);
  const before = judgeAll(await probeAll(host, facts, looked), facts);
  const targets = targetsOf(architecturesOf(inputs.platforms));
  const owned = (entry: { interpreter?: string }): boolean =>
    entry.interpreter?.startsWith(`${door.store}/`) ?? false;
  const decisions = decide(targets, before, facts.table.entries, inputs.onConflict, owned);
  describeDecisions(decisions, door);
  const requested = requestsOf(inputs, decisions);
  if (inputs.mode === 'plan') return makeReport({ ...base, verdicts: before, requested });

  const refused = decisions.filter(({ action }) => action === 'refuse');
  if (refused.length > 0) {
    return makeReport({ ...base, verdicts: before, requested, problem: refusal(refused) });
  }
  return makeReport(await carryOut(host, inputs, door, { ...base, verdicts: before, requested }, decisions));
}

/** Provides, applies, looks again and judges. */
async function carryOut(
  host: Host,
  inputs: Inputs,
  door: Door,
  material: Material,
  decisions: readonly Decision[],
): Promise<Material> {
  const { facts } = material;
  const wanted = decisions.filter(({ action }) => action === 'install');
  const doubtful = [...material.verdicts.values()].filter(({ status }) => status === 'outside-only');
  const blocked = wanted.length > 0 ? obstacle(facts, inputs) : undefined;
  if (blocked !== undefined) return { ...material, findings: [], problem: blocked };

  let supply: Supply = {
    handlers: [],
    missing: [],
    origins: [],
    notes: [],
    cacheHit: false,
    downloadedBytes: 0,
    toCache: [],
  };
  if (wanted.length > 0) {
    door.group('QEMU');
    supply = await door.supply(
      wanted.map(({ target }) => target),
      facts,
      door.line,
    );
  }
  const installs = wanted.flatMap((decision) => {
    const handler = supply.handlers.find(({ arch }) => arch === decision.target.arch);
    if (handler === undefined) return [];
    const install = planInstall(decision, handler, facts, inputs);
    return isInPlace(install, facts.table.entries) &&
      material.verdicts.get(install.arch)?.status === 'emulated'
      ? []
      : [install];
  });
  const plan: Plan = {
    schema: 1,
    prepare: installs.length > 0 ? planPreparation(facts) : [],
    remove: [],
    install: installs,
    prove: facts.privilege === 'sudo' ? doubtful.map(({ arch }) => arch) : [],
    store: door.store,
  };
  let applied: Applied = { prepared: [], removed: [], installed: [], proofs: [], problems: [] };
  if (changesHost(plan) || plan.prove.length > 0) {
    if (changesHost(plan)) door.group('Changes');
    applied = await applyWith(host, facts, plan, door.privilegedProgram);
    describeApplied(applied, plan, door);
  }
  const table = observeTable(host, observeMounts(host), facts.kernel.release, facts.table.path);
  const after = { ...facts, table };
  const verdicts = rejudge(material.verdicts, applied, after);
  const changed =
    applied.prepared.length > 0 || applied.removed.length > 0 || applied.installed.some((one) => one.changed);
  const qemu: QemuReport = supply;
  const result: Material = {
    ...material,
    facts: after,
    verdicts,
    registered: applied.installed.filter((one) => one.changed).map(({ name }) => name),
    removed: [...applied.removed, ...applied.installed.flatMap(({ replaced }) => replaced)],
    changed,
    ...(wanted.length > 0 ? { qemu } : {}),
    notes: supply.notes.map(({ text }) => text),
  };
  const reasons = reasonsOf(decisions, supply, applied, verdicts);
  const requests = material.requested.map((request) => ({
    ...request,
    reason: reasons.get(request.platform.arch) ?? request.reason,
  }));
  const problem = unproven(requests, verdicts, applied);
  if (problem === undefined) return { ...result, requested: requests };
  return inputs.strict
    ? { ...result, requested: requests, problem }
    : { ...result, requested: requests, notes: [...result.notes, problem.message] };
}

function architecturesOf(platforms: readonly Platform[]): readonly string[] {
  return platforms.map(({ arch }) => arch);
}

/** `all` means less what the host runs itself. */
function requestsOf(inputs: Inputs, decisions: readonly Decision[]): Material['requested'] {
  return inputs.platforms.flatMap((platform) => {
    const decision = decisions.find(({ target }) => target.arch === platform.arch);
    if (decision === undefined || (inputs.all && decision.action === 'native')) return [];
    return [{ platform, action: decision.action, reason: decision.reason }];
  });
}

/** Why no change can be made here, if so: privilege, or a table that may not be brought up. */
function obstacle(facts: HostFacts, inputs: Inputs): SetupProblem | undefined {
  const what = 'register handlers';
  const finding = runCheck(checkOf('SB008'), { facts });
  if (finding !== undefined) return asProblem(finding, what);
  if (!inputs.autoload && planPreparation(facts).length > 0) {
    const cause = `binfmt_misc is not mounted (${facts.table.state}), and autoload is off`;
    return new SetupProblem({
      id: 'SB009',
      kind: 'host',
      what,
      cause,
      remedy: 'Mount it before this step, or set autoload to true',
    });
  }
  return undefined;
}

function refusal(refused: readonly Decision[]): SetupProblem {
  const cause = refused.map(({ target, reason }) => `${target.arch}: ${reason}`).join('; ');
  return new SetupProblem({
    id: 'SB010',
    kind: 'unproven',
    what: 'take over what others registered',
    cause,
    remedy: 'Set on-conflict to repair or replace, or remove these entries',
  });
}

/** The best reason there is for each architecture that is not proven. */
function reasonsOf(
  decisions: readonly Decision[],
  supply: Supply,
  applied: Applied,
  verdicts: ReadonlyMap<string, Verdict>,
): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const { target, action } of decisions) {
    if (action !== 'install' || isProven(verdicts.get(target.arch))) continue;
    const missing = supply.missing.find(({ arch }) => arch === target.arch)?.reason;
    const failed = applied.installed.find(({ arch }) => arch === target.arch)?.problem;
    reasons.set(target.arch, failed ?? missing ?? applied.problems[0] ?? 'nothing was done');
  }
  return reasons;
}

function unproven(
  requests: Material['requested'],
  verdicts: ReadonlyMap<string, Verdict>,
  applied: Applied,
): SetupProblem | undefined {
  const failed = requests.filter(({ platform }) => !isProven(verdicts.get(platform.arch)));
  if (failed.length === 0) return undefined;
  const cause =
    applied.problems.length > 0
      ? applied.problems.join('; ')
      : failed.map(({ platform, reason }) => `${formatPlatform(platform)}: ${reason}`).join('; ');
  return new SetupProblem({
    id: 'SB011',
    kind: 'unproven',
    what: `prove ${failed.map(({ platform }) => formatPlatform(platform)).join(', ')}`,
    cause,
    remedy: 'Run the doctor for more, or set strict to false to go on without',
  });
}

function describeHost(facts: HostFacts, door: Door): void {
  const where = facts.container === undefined ? '' : ` in a container (${facts.container})`;
  door.line(
    `Linux ${facts.kernel.release} on ${facts.architecture ?? 'an unknown architecture'}${where}, ${facts.cpus} CPUs`,
  );
  const dies = kernelAbilities(facts.kernel).entriesDieWithMount
    ? ', entries last as long as it stays mounted'
    : '';
  const count = facts.table.entries.length;
  const entries = facts.table.state === 'ready' ? `, ${count} ${count === 1 ? 'entry' : 'entries'}` : '';
  door.line(`binfmt_misc: ${facts.table.state}${entries}${dies}`);
  door.line(
    `changes are made ${{ root: 'as root', sudo: 'through sudo', docker: 'through Docker', none: 'by nobody: no privilege' }[facts.privilege]}`,
  );
}

function describeDecisions(decisions: readonly Decision[], door: Door): void {
  for (const { target, action, reason, replaces } of decisions) {
    const names = replaces.length === 0 ? '' : `, in place of ${replaces.map(({ name }) => name).join(', ')}`;
    door.line(`${target.arch}: ${action} (${reason}${names})`);
  }
}

function describeApplied(applied: Applied, plan: Plan, door: Door): void {
  for (const step of applied.prepared)
    door.line({ 'load-module': 'loaded the module binfmt_misc', mount: 'mounted binfmt_misc' }[step]);
  for (const one of applied.installed) {
    const { interpreter } = plan.install.find(({ arch }) => arch === one.arch)?.registration ?? {};
    if (one.problem !== undefined) door.line(`${one.arch}: ${one.problem}`);
    else if (one.changed) door.line(`registered ${one.name} for ${interpreter ?? 'its handler'}`);
    for (const name of one.replaced) door.line(`removed the old entry ${name}`);
  }
  for (const problem of applied.problems) door.line(problem);
}
