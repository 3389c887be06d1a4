/** What a run found out and did, and what it ends with. */

import type { Entry } from '../binfmt/entry.ts';
import { beginsAs, isRuleOf, type Rule } from '../binfmt/rule.ts';
import { type CheckResult, type Finding, linkOf } from '../doctor/checks/check.ts';
import type { PlaceFacts } from '../doctor/facts.ts';
import type { LogDiagnosis } from '../doctor/log/diagnose.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { ScopeName } from '../inputs/options.ts';
import type { RecordedRun } from '../journal/record.ts';
import type { Decision } from '../plan/decide.ts';
import type { Applied } from '../plan/plan.ts';
import type { Preview } from '../plan/preview.ts';
import { type EmulatedLegs, keepRunnable, type Matrix } from '../platform/matrix.ts';
import { formatPlatform, type Platform } from '../platform/platforms.ts';
import { isProven, type Verdict } from '../probe/verdict.ts';
import type { SetupProblem } from '../text/problem.ts';
import { listed, printable } from '../text/text.ts';

/** One platform that was asked for: what was decided, what runs it now, and why that is not what was decided. */
export interface PlatformResult {
  readonly platform: Platform;
  /** What was decided for its architecture; all platforms of an architecture share it. */
  readonly decision: Decision;
  readonly verdict?: Verdict;
  /** Why the handler that was to be installed was not. */
  readonly failure?: string;
  /** Only `all` asked for it, and the host runs it by itself: reports leave it out. */
  readonly implied?: boolean;
}

/** One rule of the user's own. */
export interface RuleResult {
  readonly name: string;
  readonly interpreter: string;
  /** It is in the table as it was asked for. */
  readonly registered: boolean;
  /** Why it could not be registered. */
  readonly failure?: string;
}

/** What was fetched; see `Fetched` for the rest. */
export interface QemuResult {
  /** One line for each source that gave something. */
  readonly origins: readonly string[];
  readonly cacheHit: boolean;
  readonly downloadedBytes: number;
}

/** What a plan says of the legs that are emulated where they run. */
export interface Emulation {
  readonly legs: readonly EmulatedLegs[];
  /** Where the documentation tells what that costs. */
  readonly link: string;
}

/** All that a run found out and did. `makeReport` turns it into what people and later steps read. */
export interface RunResult {
  readonly mode: string;
  readonly scope?: ScopeName;
  readonly facts: HostFacts;
  /** Verdicts of every architecture that was looked at, those of `platforms` among them. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly platforms: readonly PlatformResult[];
  /** The legs of a following job. */
  readonly matrix?: Matrix;
  /** Names of the entries that were written, and of those that were taken away. */
  readonly registered: readonly string[];
  readonly removed: readonly string[];
  /** Names of those that were taken away, or switched off, for what this run put in their place. */
  readonly replaced?: readonly string[];
  readonly changed: boolean;
  /** Another process changed the table meanwhile: this is out of date. */
  readonly outdated?: boolean;
  readonly rules?: readonly RuleResult[];
  readonly planned?: Preview;
  readonly emulation?: Emulation;
  readonly qemu?: QemuResult;
  readonly findings: readonly Finding[];
  /** The doctor's checks: where they are there, health is what they say. */
  readonly checks?: readonly CheckResult[];
  readonly diagnosis?: LogDiagnosis;
  /** What of the network was asked. */
  readonly network?: readonly PlaceFacts[];
  /** The runs that can be taken back. */
  readonly runs?: readonly RecordedRun[];
  readonly notes: readonly string[];
  readonly problem?: SetupProblem;
  /** There was a problem that does not end the run with an error; it is among the findings. */
  readonly waived?: boolean;
}

/** A run of which nothing is known yet but the facts. */
export function newResult(mode: string, facts: HostFacts): RunResult {
  return {
    mode,
    facts,
    verdicts: new Map(),
    platforms: [],
    registered: [],
    removed: [],
    changed: false,
    findings: [],
    notes: [],
  };
}

/** The platforms that were asked for, in that order, each with its decision and verdict. */
export function joinPlatforms(
  { platforms, all }: Pick<Inputs, 'platforms' | 'all'>,
  decisions: readonly Decision[],
  verdicts: ReadonlyMap<string, Verdict>,
): readonly PlatformResult[] {
  const decided = new Map(decisions.map((decision) => [decision.target.arch, decision]));
  return platforms.flatMap((platform) => {
    const decision = decided.get(platform.arch);
    if (decision === undefined) return [];
    const implied = all && decision.action === 'native';
    return { platform, decision, verdict: verdicts.get(platform.arch), implied };
  });
}

/** Which platforms of `all` are not counted, since this host runs them by itself. */
export function noteImplied(platforms: readonly PlatformResult[]): readonly string[] {
  const names = platforms.flatMap(({ platform, implied }) => (implied ? formatPlatform(platform) : []));
  const them = names.length === 1 ? 'it' : 'them';
  return names.length === 0 ? [] : [`all leaves out ${listed(names)}: this host runs ${them} by itself`];
}

/** Which platforms name a variant that no probe tells: what is proven is their architecture. */
export function noteUnasked(platforms: readonly PlatformResult[]): readonly string[] {
  const names = platforms.flatMap(({ platform }) =>
    platform.variant === undefined || LEVELS.has(platform.arch) ? [] : formatPlatform(platform),
  );
  return names.length === 0
    ? []
    : [`${listed(names)}: proven is what every CPU of the architecture has; of this variant no probe tells`];
}

/** The decisions of these platforms to do something, each once. */
export function decisionsTo(
  action: Decision['action'],
  platforms: readonly PlatformResult[],
): readonly Decision[] {
  const decisions = new Set(platforms.map(({ decision }) => decision));
  return [...decisions].filter((decision) => decision.action === action);
}

/** The platforms after the changes: with their new verdicts, and the best reason for each that is not as decided. */
export function judgePlatforms(
  platforms: readonly PlatformResult[],
  verdicts: ReadonlyMap<string, Verdict>,
  missing: readonly { readonly arch: string; readonly reason: string }[],
  { installed, problems }: Applied,
): readonly PlatformResult[] {
  const failures = new Map(missing.map(({ arch, reason }) => [arch, reason]));
  for (const { arch, problem } of installed) if (problem !== undefined) failures.set(arch, problem);
  return platforms.map((one) => {
    const { arch } = one.platform;
    const verdict = verdicts.get(arch);
    const otherwise = isProven(verdict) ? undefined : (problems[0] ?? 'nothing was done');
    const failure = one.decision.action === 'install' ? (failures.get(arch) ?? otherwise) : undefined;
    return { ...one, verdict, failure };
  });
}

/** A line for each architecture that runs here, but not by the handler that was to take it over. */
export function listNotTakenOver(platforms: readonly PlatformResult[]): readonly string[] {
  const lines = platforms.flatMap(({ platform: { arch }, verdict, failure }) => {
    if (failure === undefined || !isProven(verdict)) return [];
    const runner = verdict?.entry === undefined ? 'this host' : printable(verdict.entry.name, 60);
    return `${arch} is still run by ${runner}: ${failure}`;
  });
  return [...new Set(lines)];
}

/** Architectures of which a probe tells the level, and how a level is called. */
const LEVELS: ReadonlyMap<string, string> = new Map([
  ['amd64', 'x86-64-v'],
  ['arm', 'ARMv'],
]);

/** Why a platform whose architecture runs here does not: the CPU that its programs see is of a lower level. */
export function explainShortfall({ platform, verdict }: PlatformResult): string | undefined {
  const name = LEVELS.get(platform.arch);
  const wanted = Number(platform.variant?.slice(1) ?? 0);
  // The ARMv8 of 32-bit programs is what an ARMv7 runs, with more that they must not rely on.
  const level = verdict?.level ?? (platform.arch === 'amd64' ? 1 : undefined);
  if (name === undefined || !isProven(verdict) || level === undefined) return undefined;
  if (wanted <= level || (platform.arch === 'arm' && level === 7)) return undefined;
  return `${name}${wanted} is asked for, and v${level} is what runs here`;
}

/** What became of the rules, by the table as it is now. */
export function judgeRules(
  rules: readonly Rule[],
  entries: readonly Entry[],
  applied: Applied,
): readonly RuleResult[] {
  const failures = new Map(applied.rules?.map(({ name, problem }) => [name, problem]));
  return rules.map((rule) => ({
    name: rule.name,
    interpreter: rule.interpreter,
    registered: entries.some((entry) => beginsAs(rule, entry) && isRuleOf(rule, entry)),
    failure: failures.get(rule.name),
  }));
}

/** What was changed, by the answer of the privileged program. */
export function changesIn(
  applied: Applied,
): Pick<RunResult, 'registered' | 'removed' | 'replaced' | 'changed' | 'outdated'> {
  const { prepared, installed, rules = [], restored = [], unprepared = [], outdated = false } = applied;
  const written = [...installed, ...rules].filter(({ changed }) => changed).map(({ name }) => name);
  const registered = [...written, ...restored];
  const replaced = installed.flatMap((one) => one.replaced);
  const removed = [...applied.removed, ...replaced];
  const lists = [prepared, unprepared, registered, removed];
  const changed = applied.persisted !== undefined || lists.some(({ length }) => length > 0);
  return { registered, removed, replaced, changed, outdated };
}

/** A damage that an earlier round has mended: later rounds do not see it, and it must be told all the same. */
const DAMAGED = 'SB046';

/** Adds what earlier rounds of the same run changed, and what they mended. */
export function addPreviousRounds(previous: RunResult | undefined, result: RunResult): RunResult {
  if (previous === undefined) return result;
  const { registered, removed, replaced = [], changed, findings } = previous;
  return {
    ...result,
    registered: [...new Set([...registered, ...result.registered])],
    removed: [...new Set([...removed, ...result.removed])],
    replaced: [...new Set([...replaced, ...(result.replaced ?? [])])],
    changed: changed || result.changed,
    findings: [...result.findings, ...findings.filter(({ id }) => id === DAMAGED)],
  };
}

/**
 * What a run ends with: the matrix of what is sure to run, and a problem as the error it is, or without `strict` as a
 * warning. Wrong inputs are errors either way.
 */
export function conclude(
  result: RunResult,
  run: { readonly inputs: Pick<Inputs, 'strict'>; readonly matrix: Matrix },
  problem: SetupProblem | undefined,
): RunResult {
  const proven = result.platforms.filter(
    (one) => isProven(one.verdict) && explainShortfall(one) === undefined,
  );
  const names = new Set(proven.map(({ platform }) => formatPlatform(platform)));
  const { matrix, missing } = keepRunnable(run.matrix, names);
  const ended = { ...result, matrix };
  if (problem === undefined || run.inputs.strict) return { ...ended, problem };
  const waived = downgradeToWarning(ended, problem);
  if (missing.length === 0) return waived;
  const note = `The matrix leaves out ${listed(missing)}: not proven here, and to be emulated on the runner of the leg.`;
  return { ...waived, notes: [...waived.notes, note] };
}

/** How the title of a problem begins that became a warning. */
export const CANNOT = 'cannot ';

/** Goes on in spite of a problem, with a warning in its place. */
export function downgradeToWarning(result: RunResult, { id, what, reason, remedy }: SetupProblem): RunResult {
  const warning: Finding = {
    id,
    severity: 'warning',
    title: `${CANNOT}${what}`,
    evidence: reason,
    remedy,
    commands: [],
    link: linkOf(id),
  };
  return { ...result, waived: true, findings: [warning, ...result.findings] };
}
