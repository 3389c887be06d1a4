import { observeInterpreter, observePrograms } from '../binfmt/table.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { ownRules } from '../journal/journal.ts';
import { observeNamespaces } from '../namespace/private-table.ts';
import type { Decision } from '../plan/decide.ts';
import { previewChanges } from '../plan/preview.ts';
import { listRuleProblems, type PreviewRequest } from '../plan/setup.ts';
import { choosePlatforms } from '../platform/matrix.ts';
import type { Platform } from '../platform/platforms.ts';
import { obstacle, refusal } from '../report/problems.ts';
import type { Request, RunResult } from '../report/report.ts';
import { SetupProblem } from '../text/problem.ts';
import type { Context } from './context.ts';
import { persistedFor } from './survey.ts';

export const NO_PLATFORM = 'no platform is asked for: no QEMU is fetched';

export function problemsOfRules(host: Host, inputs: Inputs, facts: HostFacts): readonly string[] {
  if (inputs.rules.length === 0) return [];
  const interpreterOf = (path: string) => observeInterpreter(host, path);
  return listRuleProblems(inputs, facts, ownRules(host), interpreterOf, observePrograms(host));
}

/** The inputs with the platforms of the image that `matrix-from` names, where it names one; or why they cannot be had. */
export async function takeFromImage(
  inputs: Inputs,
  context: Context,
): Promise<
  | { inputs: Inputs; absent: readonly Platform[]; notes: readonly string[] }
  | { readonly problem: SetupProblem }
> {
  if (inputs.matrixFrom === undefined) return { inputs, absent: [], notes: [] };
  try {
    const offered = await context.imagePlatforms(inputs.matrixFrom);
    const { platforms, absent, notes } = choosePlatforms(inputs, offered);
    return { inputs: { ...inputs, platforms, all: false }, absent, notes };
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    return { problem: thrown };
  }
}

/** What setup would do here, and what would stop it. */
export async function previewSetup(
  host: Host,
  inputs: Inputs,
  context: Context,
  result: RunResult,
  decisions: readonly Decision[],
  barrier: SetupProblem | undefined,
): Promise<RunResult> {
  const { facts, notes } = result;
  const wanted = decisions.filter(({ action }) => action === 'install');
  const foreseen = previewChanges(requestOf(host, inputs, context, result, wanted));
  const refused = refusal(decisions);
  const stop =
    barrier ??
    (inputs.strict ? refused : undefined) ??
    (foreseen.changes ? obstacle(await tryPrivately(host, facts), inputs) : undefined);
  return {
    ...result,
    planned: { ...foreseen, ...(stop === undefined ? {} : { stop: { id: stop.id, message: stop.message } }) },
    notes:
      refused === undefined || inputs.strict ? notes : [...notes, `Setup would warn: ${refused.message}`],
  };
}

/** What is wanted, with what there is of previous runs by now. */
export function requestOf(
  host: Host,
  inputs: Inputs,
  { store }: Context,
  { facts, verdicts }: RunResult,
  wanted: readonly Decision[],
): PreviewRequest {
  return {
    inputs,
    facts,
    verdicts,
    wanted,
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

/** A run of which nothing is known yet but the facts. */
export function blank(inputs: Inputs, facts: HostFacts): RunResult {
  return {
    mode: inputs.mode,
    facts,
    verdicts: new Map(),
    requested: [],
    registered: [],
    removed: [],
    changed: false,
    findings: [],
    notes: [],
  };
}

/** `all` means less what the host runs itself. */
export function requestsOf(inputs: Inputs, decisions: readonly Decision[]): readonly Request[] {
  return inputs.platforms.flatMap((platform) => {
    const decision = decisions.find(({ target }) => target.arch === platform.arch);
    if (decision === undefined || (inputs.all && decision.action === 'native')) return [];
    return [{ platform, action: decision.action, reason: decision.reason }];
  });
}
