/** What people and later steps read of a run: the report, its outputs, its JSON document. */

import type { Entry } from '../binfmt/entry.ts';
import type { CheckResult, Finding } from '../doctor/checks/index.ts';
import type { PlaceFacts } from '../doctor/facts.ts';
import type { LogDiagnosis } from '../doctor/log/diagnose.ts';
import type { ScopeName } from '../inputs/options.ts';
import type { RecordedRun } from '../journal/record.ts';
import type { Action } from '../plan/decide.ts';
import type { Preview } from '../plan/preview.ts';
import { formatMatrix, type Matrix } from '../platform/matrix.ts';
import { formatPlatform, type KnownPlatform, platformsOf } from '../platform/platforms.ts';
import { buildKitLevel, isProven, type Verdict } from '../probe/verdict.ts';
import type { SetupProblem } from '../text/problem.ts';
import { COMMAND_MARK, printable } from '../text/text.ts';
import { UNSEEN } from '../text/used.ts';
import {
  type Emulation,
  explainShortfall,
  type PlatformResult,
  type QemuResult,
  type RuleResult,
  type RunResult,
} from './result.ts';

export const REPORT_SCHEMA = 2;

/** The mode whose report says what runs here. */
export const LIST = 'list';

/** What people can use of what the sources gave: a source's own values are no part of the report. */
function reportQemu({ origins, cacheHit, downloadedBytes }: QemuResult): QemuResult {
  return { origins, cacheHit, downloadedBytes };
}

/** One requested platform and what became of it. */
export interface PlatformReport {
  readonly platform: string;
  readonly arch: string;
  readonly status: Verdict['status'];
  /** Runs here, and would in a container. */
  readonly proven: boolean;
  /** What was decided for it. */
  readonly action: Action;
  /** Why it is not proven, or why something was done. */
  readonly reason: string;
  readonly entry?: string;
  readonly interpreter?: string;
  readonly flags?: string;
  readonly qemuVersion?: string;
  /** Time of the probe, in milliseconds. */
  readonly ms: number;
}

/** The outputs of the action, by name; all are strings, as GitHub has them. */
type Outputs = Readonly<Record<string, string>>;

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly mode: string;
  /** Whose table was set up; in the reports of setup and plan only. */
  readonly scope?: ScopeName;
  readonly exitCode: number;
  readonly healthy: boolean;
  readonly changed: boolean;
  readonly host: {
    readonly kernel: string;
    readonly architecture: string;
    readonly privilege: string;
    readonly container?: string;
    readonly table: string;
  };
  readonly platforms: readonly PlatformReport[];
  /** Names of the entries that this run wrote. */
  readonly registered: readonly string[];
  /** Names of the entries that this run took away, or switched off for a handler of its own. */
  readonly removed: readonly string[];
  /** Those of them in whose place this run put an entry of another name, where there are any. */
  readonly replaced?: readonly string[];
  readonly rules?: readonly RuleReport[];
  /** What setup would do; in the report of a plan only. */
  readonly planned?: Preview;
  /** The legs that are emulated where they run; in the report of a plan only. */
  readonly emulation?: Emulation;
  readonly qemu?: QemuResult;
  readonly findings: readonly Finding[];
  /** All entries of the table, newest first; in the reports of the doctor and of list only. */
  readonly entries?: readonly EntryReport[];
  /** What became of each check; in the doctor's report only. */
  readonly checks?: readonly CheckReport[];
  /** What the log of a failed build showed, where one was given. */
  readonly diagnosis?: LogDiagnosis;
  /** Registries, mirrors and proxies that the doctor asked, in that order. */
  readonly network?: readonly PlaceFacts[];
  /** The runs that can be taken back, the latest first; in the report of list only. */
  readonly runs?: readonly RecordedRun[];
  readonly notes: readonly string[];
  /** The error that ended the run, if one did. */
  readonly problem?: { readonly id: string; readonly message: string };
  readonly matrix?: Matrix;
  /** The platforms that there are; in the document of `platforms` only. */
  readonly known?: readonly KnownPlatform[];
  readonly outputs: Outputs;
}

/** A rule of the user's own; why it failed is in the problem of the run. */
export type RuleReport = Omit<RuleResult, 'failure'>;

/** Puts the report together; the outputs follow from the rest. */
export function makeReport(result: RunResult): Report {
  const { facts, problem, checks, notes, matrix } = result;
  const healthy = isHealthy(result);
  const body = {
    schema: REPORT_SCHEMA,
    mode: result.mode,
    scope: result.scope,
    exitCode: problem?.exitCode ?? (checks === undefined || healthy ? 0 : 1),
    healthy,
    changed: result.changed,
    host: {
      kernel: printable(facts.kernel.release, 100),
      architecture: facts.architecture ?? 'unknown',
      privilege: facts.privilege,
      container: facts.container,
      table: facts.table.state,
    },
    platforms: reportPlatforms(result),
    registered: safeNames(result.registered),
    removed: safeNames(result.removed),
    replaced: reportReplaced(result),
    rules: reportRules(result),
    planned: result.planned && reportPreview(result.planned),
    emulation: result.emulation,
    qemu: result.qemu && reportQemu(result.qemu),
    findings: result.findings,
    checks: checks?.map(reportCheck),
    entries: checks || result.mode === LIST ? reportEntries(facts.table.entries) : undefined,
    diagnosis: result.diagnosis,
    network: result.network?.map(reportPlace),
    runs: result.runs,
    notes,
    problem: problem && { id: problem.id, message: problem.message },
    matrix,
  } as const;
  return { ...body, outputs: makeOutputs(result, body) };
}

/** The same with nothing in it that must not be printed. */
function reportPlace({ kind, name, from, answer, reached, ms, remedy }: PlaceFacts): PlaceFacts {
  return {
    kind,
    name: printable(name, 120),
    from: from && printable(from, 200),
    answer: printable(answer, 300),
    reached,
    ms,
    remedy: remedy && printable(remedy, 300),
  };
}

/** A doctor's run is healthy by its findings and its log; any other by what was asked for. */
function isHealthy(result: RunResult): boolean {
  const { problem, waived, checks, diagnosis, findings } = result;
  if (checks === undefined) {
    return problem === undefined && waived !== true && reportPlatforms(result).every(({ proven }) => proven);
  }
  const blamed = diagnosis !== undefined && blamesEmulation(diagnosis);
  return !blamed && findings.every(({ severity }) => severity !== 'error');
}

/** The requested platforms, each with its verdict in words. */
export function reportPlatforms(result: Pick<RunResult, 'platforms'>): readonly PlatformReport[] {
  return result.platforms
    .filter(({ implied }) => implied !== true)
    .map((one) => reportPlatform(one, explainShortfall(one)));
}

function reportPlatform(
  { platform, decision: { action, reason }, verdict, failure }: PlatformResult,
  shortfall: string | undefined,
): PlatformReport {
  const proven = isProven(verdict) && shortfall === undefined;
  const { entry, qemuVersion } = verdict ?? {};
  return {
    platform: formatPlatform(platform),
    arch: platform.arch,
    status: verdict?.status ?? 'absent',
    proven,
    action,
    reason: proven ? reason : (shortfall ?? failure ?? (verdict?.reason || reason)),
    entry: entry && printable(entry.name, 100),
    flags: entry && printable(entry.flags, 20),
    interpreter: safePath(entry?.interpreter),
    qemuVersion,
    ms: Math.round((verdict?.ms ?? 0) * 10) / 10,
  };
}

function reportReplaced({ replaced = [], registered }: RunResult): readonly string[] | undefined {
  const names = safeNames(replaced.filter((name) => !registered.includes(name)));
  return names.length === 0 ? undefined : names;
}

function reportRules({ rules = [] }: RunResult): readonly RuleReport[] | undefined {
  if (rules.length === 0) return undefined;
  return rules.map(({ name, interpreter, registered }) => ({
    name,
    interpreter: printable(interpreter, 300),
    registered,
  }));
}

/** The platforms that run in this way, as BuildKit would list them, in the order of the verdicts. */
function listRunning({ verdicts, facts }: RunResult, status: Verdict['status']): readonly string[] {
  return [...verdicts.values()]
    .filter((verdict) => verdict.status === status)
    .flatMap((verdict) =>
      platformsOf(verdict.arch, buildKitLevel(verdict), verdict.arch === facts.architecture),
    )
    .map(formatPlatform);
}

function makeOutputs(result: RunResult, body: Omit<Report, 'outputs'>): Outputs {
  const native = listRunning(result, 'native');
  const emulated = listRunning(result, 'emulated');
  const versions = [...result.verdicts.values()].flatMap(({ qemuVersion }) => qemuVersion ?? []);
  const { matrix } = result;
  return {
    platforms: [...native, ...emulated].join(','),
    native: native.join(','),
    emulated: emulated.join(','),
    registered: result.registered.join(','),
    'qemu-version': [...new Set(versions)].join(','),
    kernel: body.host.kernel,
    'cache-hit': String(body.qemu?.cacheHit ?? false),
    changed: String(body.changed),
    healthy: String(body.healthy),
    ...(matrix && { matrix: formatMatrix(matrix), count: String(matrix.include.length) }),
  };
}

/** What JSON may hold as it is, and a terminal or a runner would obey. */
const OBEYED = new RegExp(`(?!\\n)${UNSEEN}|${COMMAND_MARK}`, 'gu');

/** The document that `--json` prints and the output `report` names: it holds all of a text, and none of it speaks. */
export function renderJson(report: Omit<Report, 'host'>): string {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  return text.replace(OBEYED, (letter) => letter.split('').map(escapeUnit).join(''));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Foreign names, safe to print. */
function safeNames(names: readonly string[]): readonly string[] {
  return names.map((name) => printable(name, 100));
}

function safePath(path: string | undefined): string | undefined {
  return path === undefined ? undefined : printable(path, 300);
}

/** What setup would do, with the names of others made safe. */
export function reportPreview(planned: Preview): Preview {
  return { ...planned, replaced: safeNames(planned.replaced), removed: safeNames(planned.removed) };
}

/** One check in the report: what it found is among the findings. */
export interface CheckReport {
  readonly id: string;
  readonly title: string;
  readonly state: CheckResult['state'];
  readonly reason?: string;
}

function reportCheck({ id, title, ...rest }: CheckResult): CheckReport {
  return { id, title, state: rest.state, reason: 'reason' in rest ? rest.reason : undefined };
}

/** One entry as it is in the table. */
export interface EntryReport {
  readonly name: string;
  readonly enabled: boolean;
  /** What it looks at in a file: its bytes, or how its name ends. */
  readonly kind: Entry['match']['kind'];
  readonly interpreter?: string;
  readonly flags: string;
}

/** The entries in the order given, which is that in which the kernel asks them. */
export function reportEntries(entries: readonly Entry[]): readonly EntryReport[] {
  return entries.map(({ name, enabled, match, interpreter, flags }) => ({
    name: printable(name, 100),
    enabled,
    kind: match.kind,
    interpreter: safePath(interpreter),
    flags: printable(flags, 20),
  }));
}

/** The names in one line, those that are switched off marked; none for an empty table. */
export function nameEntries(entries: readonly EntryReport[]): readonly string[] {
  if (entries.length === 0) return [];
  const names = entries.map(({ name, enabled }) => (enabled ? name : `${name} (off)`));
  return [`in the table, the newest first: ${names.join(', ')}`];
}

/** A report without a look at the host. */
export type HostlessReport = Omit<Report, 'host'>;

/** The fields that every report has, of a run that found and did nothing. */
export function emptyReport(mode: string): HostlessReport {
  return {
    schema: REPORT_SCHEMA,
    mode,
    exitCode: 0,
    healthy: true,
    changed: false,
    platforms: [],
    registered: [],
    removed: [],
    findings: [],
    notes: [],
    outputs: {},
  };
}

/** What `--json` prints in the place of a report, with the problem. */
export function failureOf(mode: string, { id, message, exitCode }: SetupProblem): HostlessReport {
  return { ...emptyReport(mode), exitCode, healthy: false, problem: { id, message } };
}

/** The log proves that emulation made the build fail, and the facts say how. */
function blamesEmulation({ verdict, diagnoses }: LogDiagnosis): boolean {
  return verdict === 'emulation' && diagnoses[0]?.causes[0].supported === true;
}
