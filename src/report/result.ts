import type { Entry } from '../binfmt/entry.ts';
import { isRuleOf, type Rule } from '../binfmt/rule.ts';
import { type Finding, linkOf } from '../doctor/checks/check.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Applied } from '../plan/plan.ts';
import { keepRunnable, type Matrix } from '../platform/matrix.ts';
import { isProven, type Verdict } from '../probe/verdict.ts';
import type { SetupProblem } from '../text/problem.ts';
import { listed, printable } from '../text/text.ts';
import { provenPlatforms, type Request, type RuleReport, type RunResult } from './report.ts';

/** What became of the rules, by the table as it is now. */

export function listRules(rules: readonly Rule[], entries: readonly Entry[]): readonly RuleReport[] {
  return rules.map((rule) => ({
    name: rule.name,
    interpreter: printable(rule.interpreter, 300),
    registered: entries.some((entry) => entry.enabled && isRuleOf(rule, entry)),
  }));
}

/** What a report says of the changes that were made. */
export function summarise(
  applied: Applied,
): Pick<RunResult, 'registered' | 'removed' | 'changed' | 'outdated'> {
  const written = [...applied.installed, ...(applied.rules ?? [])].filter(({ changed }) => changed);
  const registered = written.map(({ name }) => name);
  const removed = [...applied.removed, ...applied.installed.flatMap(({ replaced }) => replaced)];
  const restored = applied.restored ?? [];
  return {
    registered: [...registered, ...restored],
    removed,
    changed:
      applied.persisted === true ||
      applied.prepared.length + registered.length + removed.length + restored.length > 0,
    outdated: applied.outdated ?? false,
  };
}

/** What an earlier round has mended, the later ones do not see: it must be told all the same. */
const DAMAGED = 'SB046';

/** Adds what earlier rounds of the same run changed, and what they mended. */
export function addPreviousRounds(
  { registered = [], removed = [], changed = false, findings = [] }: Partial<RunResult>,
  material: RunResult,
): RunResult {
  return {
    ...material,
    registered: [...new Set([...registered, ...material.registered])],
    removed: [...new Set([...removed, ...material.removed])],
    changed: changed || material.changed,
    findings: [...material.findings, ...findings.filter(({ id }) => id === DAMAGED)],
  };
}

/** The requests with the best reason there is for each that was to be installed and is not proven. */
export function explainRequests(
  requests: readonly Request[],
  missing: readonly { readonly arch: string; readonly reason: string }[],
  applied: Applied,
  verdicts: ReadonlyMap<string, Verdict>,
): readonly Request[] {
  return requests.map((request) => {
    const { arch } = request.platform;
    if (request.action !== 'install' || isProven(verdicts.get(arch))) return request;
    const failed = applied.installed.find((one) => one.arch === arch)?.problem;
    const absent = missing.find((one) => one.arch === arch)?.reason;
    return { ...request, failure: failed ?? absent ?? applied.problems[0] ?? 'nothing was done' };
  });
}

/** What runs here, but not by the handler that was to take it over: one line for each, with the reason. */
export function notTakenOver(
  requests: readonly Request[],
  missing: readonly { readonly arch: string; readonly reason: string }[],
  applied: Applied,
  verdicts: ReadonlyMap<string, Verdict>,
): readonly string[] {
  const lines = requests.flatMap(({ platform: { arch }, action }) => {
    const verdict = verdicts.get(arch);
    if (action !== 'install' || !isProven(verdict)) return [];
    const failed = applied.installed.find((one) => one.arch === arch)?.problem;
    const reason = failed ?? missing.find((one) => one.arch === arch)?.reason;
    const runner = verdict?.entry === undefined ? 'this host' : printable(verdict.entry.name, 60);
    return reason === undefined ? [] : [`${arch} is still run by ${runner}: ${reason}`];
  });
  return [...new Set(lines)];
}

/**
 * What a run ends with: the matrix of what is sure to run, and a problem as the error it is, or without `strict` as a
 * warning. Wrong inputs are errors either way.
 */
export function conclude(
  material: RunResult,
  { platforms, strict }: Pick<Inputs, 'platforms' | 'strict'>,
  planned: Matrix,
  problem: SetupProblem | undefined,
): RunResult {
  const { matrix, missing } = keepRunnable(planned, provenPlatforms(platforms, material));
  if (problem === undefined) return { ...material, matrix };
  if (strict) return { ...material, matrix, problem };
  const waived = downgradeToWarning({ ...material, matrix }, problem);
  if (missing.length === 0) return waived;
  const note = `The matrix leaves out ${listed(missing)}: not proven here, and to be emulated on the runner of the leg.`;
  return { ...waived, notes: [...waived.notes, note] };
}

/** Goes on in spite of a problem, with a warning in its place. */
export function downgradeToWarning(
  material: RunResult,
  { id, what, reason, remedy }: SetupProblem,
): RunResult {
  const warning: Finding = {
    id,
    severity: 'warning',
    title: `cannot ${what}`,
    evidence: `cannot ${what}: ${reason}`,
    remedy,
    commands: [],
    link: linkOf(id),
  };
  return { ...material, waived: true, findings: [warning, ...material.findings] };
}
