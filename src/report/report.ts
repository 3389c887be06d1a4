/** Everything that was found out, in one value, and its four renderings: outputs, JSON, summary, terminal text. */

import type { Entry } from '../binfmt/entry.ts';
import type { CheckResult, Finding } from '../doctor/checks/index.ts';
import { blamesEmulation, type LogDiagnosis } from '../doctor/log/diagnose.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Action } from '../plan/decide.ts';
import type { Preview } from '../plan/preview.ts';
import { formatMatrix, type Matrix } from '../platform/matrix.ts';
import { formatPlatform, type Platform, platformsOf } from '../platform/platforms.ts';
import { isProven, type Verdict } from '../probe/verdict.ts';
import type { SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';

export const REPORT_SCHEMA = 1;

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

interface QemuReport {
  /** One line for each source that gave something. */
  readonly origins: readonly string[];
  readonly cacheHit: boolean;
  readonly downloadedBytes: number;
}

/** The outputs of the action, by name; all are strings, as GitHub has them. */
type Outputs = Readonly<Record<string, string>>;

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly mode: string;
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
  /** Names of the entries that this run took away. */
  readonly removed: readonly string[];
  readonly rules?: readonly RuleReport[];
  /** What setup would do; in the report of a plan only. */
  readonly planned?: Preview;
  readonly qemu?: QemuReport;
  readonly findings: readonly Finding[];
  /** All entries of the table, newest first; in the doctor's report only. */
  readonly entries?: readonly EntryReport[];
  /** What became of each check; in the doctor's report only. */
  readonly checks?: readonly CheckReport[];
  /** What the log of a failed build showed, where one was given. */
  readonly diagnosis?: LogDiagnosis;
  readonly notes: readonly string[];
  /** The error that ended the run, if one did. */
  readonly problem?: { readonly id: string; readonly message: string };
  readonly matrix?: Matrix;
  readonly outputs: Outputs;
}

/** One requested platform, and what was decided for its architecture. */
export interface Request {
  readonly platform: Platform;
  readonly action: Action;
  /** Why that was decided. */
  readonly reason: string;
  /** Why it was not done. */
  readonly failure?: string;
}

/** One rule of the user's own. */
export interface RuleReport {
  readonly name: string;
  readonly interpreter: string;
  /** It is in the table as it was asked for. */
  readonly registered: boolean;
}

/** What `makeReport` puts together. */
export interface RunResult {
  readonly mode: string;
  readonly facts: HostFacts;
  /** Verdicts of every architecture that was looked at, the requested ones among them. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly requested: readonly Request[];
  /** The legs of a following job. */
  readonly matrix?: Matrix;
  readonly registered: readonly string[];
  readonly removed: readonly string[];
  readonly changed: boolean;
  /** Somebody else changed the table meanwhile: what this says is out of date. */
  readonly outdated?: boolean;
  readonly rules?: readonly RuleReport[];
  readonly planned?: Preview;
  readonly qemu?: QemuReport;
  readonly findings: readonly Finding[];
  /** The doctor's checks: then health is what they say. */
  readonly checks?: readonly CheckResult[];
  readonly diagnosis?: LogDiagnosis;
  readonly notes: readonly string[];
  readonly problem?: SetupProblem;
  /** There was a problem that does not end the run with an error; it is among the findings. */
  readonly waived?: boolean;
}

/** Puts the report together; the outputs follow from the rest. */
export function makeReport(material: RunResult): Report {
  const { facts, problem, qemu, checks, diagnosis, findings } = material;
  const platforms = reportPlatforms(material);
  const healthy =
    checks === undefined
      ? problem === undefined && material.waived !== true && platforms.every(({ proven }) => proven)
      : findings.every(({ severity }) => severity !== 'error') &&
        (diagnosis === undefined || !blamesEmulation(diagnosis));
  const body = {
    schema: REPORT_SCHEMA,
    mode: material.mode,
    exitCode: problem?.exitCode ?? (checks === undefined || healthy ? 0 : 1),
    healthy,
    changed: material.changed,
    host: {
      kernel: printable(facts.kernel.release, 100),
      architecture: facts.architecture ?? 'unknown',
      privilege: facts.privilege,
      container: facts.container,
      table: facts.table.state,
    },
    platforms,
    registered: material.registered,
    removed: material.removed.map((name) => printable(name, 100)),
    ...(material.rules === undefined || material.rules.length === 0 ? {} : { rules: material.rules }),
    ...(material.planned === undefined ? {} : { planned: reportPreview(material.planned) }),
    qemu,
    findings,
    ...(checks === undefined
      ? {}
      : { checks: reportChecks(checks), entries: reportEntries(facts.table.entries) }),
    diagnosis,
    notes: material.notes,
    ...(problem === undefined ? {} : { problem: { id: problem.id, message: problem.message } }),
    matrix: material.matrix,
  } as const;
  return { ...body, outputs: makeOutputs(material, body) };
}

/** The requested platforms, each with its verdict. */
export function reportPlatforms(material: RunResult): readonly PlatformReport[] {
  return material.requested.map((request) => reportPlatform(request, material));
}

/** Names of those platforms that run here, and would in a container. */
export function provenPlatforms(
  platforms: readonly Platform[],
  { verdicts, facts }: Pick<RunResult, 'verdicts' | 'facts'>,
): ReadonlySet<string> {
  const proven = platforms.filter((platform) => {
    const verdict = verdicts.get(platform.arch);
    return isProven(verdict) && variantShortfall(platform, verdict, facts) === undefined;
  });
  return new Set(proven.map(formatPlatform));
}

function reportPlatform(
  { platform, action, reason, failure }: Request,
  { verdicts, facts }: RunResult,
): PlatformReport {
  const verdict = verdicts.get(platform.arch);
  const status = verdict?.status ?? 'absent';
  const shortfall = variantShortfall(platform, verdict, facts);
  const proven = isProven(verdict) && shortfall === undefined;
  const { entry, qemuVersion } = verdict ?? {};
  return {
    platform: formatPlatform(platform),
    arch: platform.arch,
    status,
    proven,
    action,
    reason: proven ? reason : (failure ?? shortfall ?? (verdict?.reason || reason)),
    ...(entry === undefined ? {} : { entry: printable(entry.name, 100), flags: printable(entry.flags, 20) }),
    ...(entry?.interpreter === undefined ? {} : { interpreter: printable(entry.interpreter, 300) }),
    qemuVersion,
    ms: Math.round((verdict?.ms ?? 0) * 10) / 10,
  };
}

/** The x86-64 level that programs get: the CPU's own, or what QEMU 7.2 and newer offer to BuildKit's probe. */
function amd64Level(verdict: Verdict | undefined, facts: HostFacts): 1 | 2 | 3 | 4 {
  if (verdict?.status === 'native') return facts.amd64Level ?? 1;
  return verdict?.qemuVersion === undefined ? 1 : 2;
}

function variantShortfall(
  platform: Platform,
  verdict: Verdict | undefined,
  facts: HostFacts,
): string | undefined {
  if (platform.arch !== 'amd64' || platform.variant === undefined || !isProven(verdict)) return undefined;
  const level = amd64Level(verdict, facts);
  const wanted = Number(platform.variant.slice(1));
  return wanted > level ? `x86-64-v${wanted} is asked for, and v${level} is what runs here` : undefined;
}

/** The platforms that run, as BuildKit would list them, in the order of the verdicts. */
function runnable({ verdicts, facts }: RunResult, status: (verdict: Verdict) => boolean): readonly string[] {
  return [...verdicts.values()]
    .filter((verdict) => isProven(verdict) && status(verdict))
    .flatMap((verdict) => platformsOf(verdict.arch, amd64Level(verdict, facts)))
    .map(formatPlatform);
}

function makeOutputs(material: RunResult, body: Omit<Report, 'outputs'>): Outputs {
  const native = runnable(material, ({ status }) => status === 'native');
  const emulated = runnable(material, ({ status }) => status === 'emulated');
  const versions = [...material.verdicts.values()].flatMap(({ qemuVersion }) => qemuVersion ?? []);
  return {
    platforms: [...native, ...emulated].join(','),
    native: native.join(','),
    emulated: emulated.join(','),
    registered: material.registered.join(','),
    'qemu-version': [...new Set(versions)].join(','),
    kernel: body.host.kernel,
    'cache-hit': String(body.qemu?.cacheHit ?? false),
    changed: String(body.changed),
    healthy: String(body.healthy),
    ...(material.matrix === undefined
      ? {}
      : { matrix: formatMatrix(material.matrix), count: String(material.matrix.include.length) }),
  };
}

/** The document that `--json` prints and the output `report` names. */
export function renderJson(report: Omit<Report, 'host'>): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The same, with the names of others made safe. */

export function reportPreview(planned: Preview): Preview {
  const safe = (names: readonly string[]) => names.map((name) => printable(name, 100));
  return { ...planned, replaced: safe(planned.replaced), removed: safe(planned.removed) };
}

/** One check in the report: what it found is among the findings. */
export interface CheckReport {
  readonly id: string;
  readonly title: string;
  readonly state: CheckResult['state'];
  readonly reason?: string;
}

/** The results without their findings. */
function reportChecks(results: readonly CheckResult[]): readonly CheckReport[] {
  return results.map(({ id, title, ...rest }) => ({
    id,
    title,
    state: rest.state,
    ...('reason' in rest ? { reason: rest.reason } : {}),
  }));
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
    ...(interpreter === undefined ? {} : { interpreter: printable(interpreter, 300) }),
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
export type FailureReport = Omit<Report, 'host'>;

/** What `--json` prints in the place of a report: the fields that every report has, and the problem. */
export function failureOf(mode: string, { id, message, exitCode }: SetupProblem): FailureReport {
  return {
    schema: REPORT_SCHEMA,
    mode,
    exitCode,
    healthy: false,
    changed: false,
    platforms: [],
    registered: [],
    removed: [],
    findings: [],
    notes: [],
    problem: { id, message },
    outputs: {},
  };
}
