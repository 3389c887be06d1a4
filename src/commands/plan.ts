/** `plan`: what setup would do here. Its parts are the first half of `setup`. */

import { observeFormats, observeRule, originsOf } from '../binfmt/table.ts';
import { type Finding, findingOf, preflight } from '../doctor/checks/index.ts';
import { type HostFacts, isTableLost } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { ownRules } from '../journal/journal.ts';
import { observeNamespaces } from '../namespace/private-table.ts';
import { listRuleProblems, type PreviewRequest } from '../plan/changes.ts';
import {
  type Decision,
  decide,
  decideAfterReset,
  findKept,
  noteKept,
  noteNarrow,
  reconsider,
} from '../plan/decide.ts';
import { previewChanges } from '../plan/preview.ts';
import {
  choosePlatforms,
  findNativeRunners,
  type Matrix,
  matrixProblems,
  planMatrix,
} from '../platform/matrix.ts';
import { type Platform, qemuName, targetsOf } from '../platform/platforms.ts';
import { noteRunners } from '../platform/runners.ts';
import { judgeAll } from '../probe/probe.ts';
import type { Verdict } from '../probe/verdict.ts';
import { narrateDecisions } from '../report/narrate.ts';
import { obstacle, refusal, tooLarge, unfitness, unkeepable, wrongRules } from '../report/problems.ts';
import { makeReport, type Report } from '../report/report.ts';
import {
  decisionsTo,
  joinPlatforms,
  newResult,
  noteImplied,
  noteUnasked,
  type RunResult,
} from '../report/result.ts';
import { SetupProblem } from '../text/problem.ts';
import type { Context } from './context.ts';
import { persistedFor, probeRequested, type Survey, surveyHost } from './survey.ts';

const NO_PLATFORM = 'no platform is asked for: no QEMU is fetched';

/** What a run sets out with: what is asked for, what was seen, and what was decided. Nothing was changed yet. */
export interface Choice {
  /** With the platforms of an image, where one gives them. */
  readonly inputs: Inputs;
  readonly result: RunResult;
  /** The legs of all platforms, whether they run here or not. */
  readonly matrix: Matrix;
  /** Asked for by name, and not in the image. */
  readonly absent: readonly Platform[];
  /** The inputs cannot be used: nothing is done with them. */
  readonly wrong: SetupProblem | undefined;
  /** What makes every setup on this host fail. */
  readonly unfit: Finding | undefined;
  /** What is to survive a reboot, and cannot. */
  readonly unkept: SetupProblem | undefined;
}

/** Runs `plan`: says what setup would do here, and changes nothing. */
export async function runPlan(host: Host, asked: Inputs, context: Context): Promise<Report> {
  const survey = await surveyHost(host, asked, context);
  const choice = await choose(host, asked, context, survey);
  return makeReport(await preview(host, context, choice));
}

/** Decides what is to become of each platform that is asked for, and tells it. */
export async function choose(
  host: Host,
  asked: Inputs,
  context: Context,
  { facts, probing }: Survey,
): Promise<Choice> {
  const taken = await takeFromImage(asked, context);
  if ('problem' in taken) {
    const nothing = {
      inputs: asked,
      matrix: { include: [] },
      absent: [],
      unfit: undefined,
      unkept: undefined,
    };
    return {
      ...nothing,
      result: { ...newResult(asked.mode, facts), scope: asked.scope },
      wrong: taken.problem,
    };
  }
  const { inputs, absent, notes } = taken;
  const matrix = planMatrix(inputs.platforms, inputs.runners);
  const wrong = tooLarge(matrixProblems(matrix)) ?? wrongRules(findRuleProblems(host, inputs, facts));
  const isLost = isTableLost(facts);
  const runs = isLost ? [] : await (probing ?? probeRequested(host, facts, inputs, context));
  const verdicts = judgeAll(runs, facts);
  const decisions = decideAll(inputs, facts, verdicts, context.store);
  if (!isLost) narrateDecisions(decisions).forEach(context.line);
  const origins = (interpreter: string): readonly string[] => originsOf(host, interpreter);
  const kept = findKept(decisions, verdicts, facts, inputs, context.store, origins);
  const joined = joinPlatforms(inputs, decisions, verdicts);
  const result: RunResult = {
    ...newResult(inputs.mode, facts),
    scope: inputs.scope,
    verdicts,
    platforms: joined,
    findings: [findingOf('SB049', { facts, troubles: [kept ?? []].flat() }) ?? []].flat(),
    notes: [
      ...notes,
      ...noteImplied(joined),
      ...noteUnasked(joined),
      ...(inputs.mode === 'plan' ? noteRunners(inputs.runners) : []),
      ...(asked.platforms.length === 0 ? [NO_PLATFORM] : []),
      ...noteKept(decisions, verdicts, facts, inputs, context.store, origins),
      ...noteNarrow(decisions, facts.table.entries),
    ],
  };
  const served = [...decisionsTo('install', result.platforms), ...decisionsTo('keep', result.platforms)];
  const names = [...served.map(({ target }) => qemuName(target)), ...inputs.rules.map(({ name }) => name)];
  const unkept = inputs.persist ? unkeepable(observeFormats(host, names)) : undefined;
  return { inputs, result, matrix, absent, wrong, unfit: preflight(facts), unkept };
}

/** The inputs with the platforms of the image that `matrix-from` names, where it names one; or why they cannot be had. */
async function takeFromImage(
  inputs: Inputs,
  { imagePlatforms }: Context,
): Promise<
  { inputs: Inputs; absent: readonly Platform[]; notes: readonly string[] } | { problem: SetupProblem }
> {
  if (inputs.matrixFrom === undefined) return { inputs, absent: [], notes: [] };
  try {
    const offer = await imagePlatforms(inputs.matrixFrom);
    const { platforms, absent, notes } = choosePlatforms(inputs, offer);
    return { inputs: { ...inputs, platforms, all: false }, absent, notes };
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    return { problem: thrown };
  }
}

function findRuleProblems(host: Host, inputs: Inputs, facts: HostFacts): readonly string[] {
  if (inputs.rules.length === 0) return [];
  return listRuleProblems(inputs, facts, ownRules(host), (rule) => observeRule(host, rule));
}

function decideAll(
  inputs: Inputs,
  facts: HostFacts,
  verdicts: ReadonlyMap<string, Verdict>,
  store: string,
): readonly Decision[] {
  const decideFirst = inputs.reset ? decideAfterReset : decide;
  const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
  const decisions = decideFirst(targets, verdicts, facts.table.entries, inputs.onConflict, store);
  return reconsider(decisions, facts, inputs, store);
}

/** What setup would do here, and what would stop it. */
async function preview(host: Host, context: Context, choice: Choice): Promise<RunResult> {
  const { inputs, result, matrix, wrong, unfit, unkept } = choice;
  if (wrong !== undefined) return { ...result, problem: wrong };
  const changes = previewChanges(planRequest(host, context, choice));
  const refused = refusal(result.platforms);
  const stop =
    (unfit && unfitness(unfit)) ??
    (inputs.strict ? refused : undefined) ??
    unkept ??
    (changes.changes ? obstacle(await tryPrivately(host, result.facts), inputs) : undefined);
  const warnings = refused === undefined || inputs.strict ? [] : [`Setup would warn: ${refused.message}`];
  return {
    ...result,
    matrix,
    emulation: emulationOf(matrix, inputs, context),
    planned: { ...changes, stop: stop && { id: stop.id, message: stop.message } },
    findings: [...result.findings, ...(unfit === undefined ? [] : [unfit])],
    notes: [...result.notes, ...warnings],
  };
}

/** What is to be known of the legs that are emulated, where there are any. */
function emulationOf(
  matrix: Matrix,
  { runners }: Inputs,
  { documentation }: Context,
): RunResult['emulation'] {
  const legs = findNativeRunners(matrix, runners);
  return legs.length === 0
    ? undefined
    : { legs, link: `${documentation}docs/benchmarks.md#what-emulation-costs` };
}

/** What a plan follows from, with what previous runs left by now. */
export function planRequest(
  host: Host,
  { store }: Context,
  { inputs, result }: Choice,
): PreviewRequest & { readonly inputs: Inputs } {
  const { facts, verdicts, platforms } = result;
  return {
    inputs,
    facts,
    verdicts,
    wanted: decisionsTo('install', platforms),
    store,
    persisted: persistedFor(host, inputs),
    recorded: inputs.rules.length === 0 ? [] : ownRules(host),
  };
}

/** Without privilege, the facts with whether a private table could be had instead. */
export async function tryPrivately(host: Host, facts: HostFacts): Promise<HostFacts> {
  if (facts.privilege !== 'none' || facts.namespaces !== undefined) return facts;
  return { ...facts, namespaces: await observeNamespaces(host, { wanted: false }) };
}
