/** Everything that was found out, in one value, and its four renderings: outputs, JSON, summary, terminal text. */

import { blamesEmulation, type LogDiagnosis } from '../core/diagnosis.ts';
import { type EntryReport, reportEntries } from '../core/entry-report.ts';
import { intentionsOf, type Planned, renderIntention, reportPlanned } from '../core/intentions.ts';
import type { CheckResult, Finding } from '../doctor/checks/index.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Action } from '../plan/plan.ts';
import { formatMatrix, type Matrix, renderMatrix } from '../platform/matrix.ts';
import { formatPlatform, type Platform, platformsOf } from '../platform/platforms.ts';
import { isProven, type Verdict } from '../probe/verdict.ts';
import { asMarkdown, printable, type SetupProblem, sentence } from '../text/text.ts';
import { type CheckReport, renderDoctorSummary, renderDoctorText, reportChecks } from './text.ts';

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

export interface QemuReport {
  /** One line for each source that gave something. */
  readonly origins: readonly string[];
  readonly cacheHit: boolean;
  readonly downloadedBytes: number;
}

/** The outputs of the action, by name; all are strings, as GitHub has them. */
export type Outputs = Readonly<Record<string, string>>;

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
  readonly planned?: Planned;
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
export interface Material {
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
  readonly planned?: Planned;
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
export function makeReport(material: Material): Report {
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
      ...(facts.container === undefined ? {} : { container: facts.container }),
      table: facts.table.state,
    },
    platforms,
    registered: material.registered,
    removed: material.removed.map((name) => printable(name, 100)),
    ...(material.rules === undefined || material.rules.length === 0 ? {} : { rules: material.rules }),
    ...(material.planned === undefined ? {} : { planned: reportPlanned(material.planned) }),
    ...(qemu === undefined ? {} : { qemu }),
    findings,
    ...(checks === undefined
      ? {}
      : { checks: reportChecks(checks), entries: reportEntries(facts.table.entries) }),
    ...(diagnosis === undefined ? {} : { diagnosis }),
    notes: material.notes,
    ...(problem === undefined ? {} : { problem: { id: problem.id, message: problem.message } }),
    ...(material.matrix === undefined ? {} : { matrix: material.matrix }),
  } as const;
  return { ...body, outputs: makeOutputs(material, body) };
}

/** The requested platforms, each with its verdict. */
export function reportPlatforms(material: Material): readonly PlatformReport[] {
  return material.requested.map((request) => reportPlatform(request, material));
}

/** Names of those platforms that run here, and would in a container. */
export function provenPlatforms(
  platforms: readonly Platform[],
  { verdicts, facts }: Pick<Material, 'verdicts' | 'facts'>,
): ReadonlySet<string> {
  const proven = platforms.filter((platform) => {
    const verdict = verdicts.get(platform.arch);
    return isProven(verdict) && variantShortfall(platform, verdict, facts) === undefined;
  });
  return new Set(proven.map(formatPlatform));
}

function reportPlatform(
  { platform, action, reason, failure }: Request,
  { verdicts, facts }: Material,
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
    ...(qemuVersion === undefined ? {} : { qemuVersion }),
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
function runnable({ verdicts, facts }: Material, status: (verdict: Verdict) => boolean): readonly string[] {
  return [...verdicts.values()]
    .filter((verdict) => isProven(verdict) && status(verdict))
    .flatMap((verdict) => platformsOf(verdict.arch, amd64Level(verdict, facts)))
    .map(formatPlatform);
}

function makeOutputs(material: Material, body: Omit<Report, 'outputs'>): Outputs {
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

/** Colours for a terminal, or none. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly faint: (text: string) => string;
}

export const PLAIN: Paint = { good: String, bad: String, faint: String };

/** The closing lines: one a platform, and what was changed. */
export function renderText(report: Report, paint: Paint = PLAIN): readonly string[] {
  if (report.checks !== undefined) return renderDoctorText(report, paint);
  const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
  const lines = report.platforms.map((row) => renderRow(row, width, report.mode, paint));
  const picture =
    report.mode === 'plan' && report.matrix !== undefined
      ? ['', ...renderMatrix(report.matrix).text.split('\n'), '']
      : [];
  const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
  const notes = remarksOf(report).map((note) => paint.faint(note));
  return [...lines, ...picture, ...rules, ...notes, renderClosing(report)];
}

/** What is to be said besides rows and pictures: intentions, notes, and warnings. */
function remarksOf(report: Report): readonly string[] {
  const { planned, notes } = report;
  return [...(planned === undefined ? [] : intentionsOf(planned)), ...notes, ...warningsOf(report)];
}

/** The warnings, one a line. What is worse ended the run, and is its problem. */
function warningsOf({ findings }: Report): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ id, evidence, remedy }) => `${id} ${sentence(evidence)} ${sentence(remedy)}`);
}

function renderRule({ name, interpreter, registered }: RuleReport, paint: Paint): string {
  const mark = registered ? paint.good('✓') : paint.bad('✗');
  return `${mark} rule ${name}  ${registered ? `registered for ${interpreter}` : 'not registered'}`;
}

function renderRow(row: PlatformReport, width: number, mode: string, paint: Paint): string {
  const name = row.platform.padEnd(width);
  if (mode === 'plan' && row.action === 'install')
    return `${paint.faint('+')} ${name}  ${renderIntention(row)}`;
  if (row.proven) return `${paint.good('✓')} ${name}  ${describe(row)}`;
  return `${paint.bad('✗')} ${name}  ${row.reason}`;
}

function describe(row: PlatformReport): string {
  if (row.status === 'native') return 'native';
  const version = row.qemuVersion === undefined ? '' : ` by QEMU ${row.qemuVersion}`;
  return `emulated${version}, flags ${row.flags ?? 'unknown'}, proven in ${row.ms} ms`;
}

function renderClosing(report: Report): string {
  const proven = report.platforms.filter((row) => row.proven).length;
  const count =
    report.platforms.length === 0 || report.mode === 'remove' || report.mode === 'mount'
      ? []
      : [`${proven} of ${report.platforms.length} platforms run here`];
  const done = [
    ...count,
    report.registered.length > 0 ? `registered ${report.registered.join(', ')}` : '',
    report.removed.length > 0
      ? `removed ${report.removed.map((name) => printable(name, 60)).join(', ')}`
      : '',
  ].filter((part) => part !== '');
  if (done.length > count.length) return `${done.join('; ')}.`;
  if (report.changed && report.mode === 'mount') return 'binfmt_misc was mounted; nothing was registered.';
  if (report.changed) return `${[...count, 'what the host does after a reboot was changed'].join('; ')}.`;
  const idle = report.healthy && report.mode !== 'plan' ? 'nothing had to be changed' : 'nothing was changed';
  return `${[...count, idle].join('; ')}.`;
}

const MARKS = {
  native: 'native',
  emulated: 'emulated',
  'outside-only': 'not proven',
  broken: 'broken',
  absent: 'absent',
};

function proofCell(row: PlatformReport, mode: string): string {
  const mark = row.proven ? '✅' : '❌';
  if (mode === 'plan' && row.action === 'install') return `${mark} ${asMarkdown(renderIntention(row))}`;
  return row.proven ? mark : `${mark} ${asMarkdown(row.reason)}`;
}

/** The job summary, in Markdown. */
export function renderSummary(report: Report): string {
  if (report.checks !== undefined) return renderDoctorSummary(report);
  const rows = report.platforms.map((row) =>
    [
      `\`${row.platform}\``,
      MARKS[row.status],
      row.qemuVersion ?? '',
      asMarkdown(row.flags ?? ''),
      proofCell(row, report.mode),
      row.status === 'absent' ? '' : String(row.ms),
    ].join(' | '),
  );
  const head = ['Platform', 'How', 'QEMU', 'Flags', 'Proven', 'ms'];
  return [
    `### setup-binfmt: ${report.healthy ? 'everything that was asked for runs' : 'not everything runs'}`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map((row) => `| ${row} |`),
    '',
    ...(report.mode === 'plan' && report.matrix !== undefined
      ? [renderMatrix(report.matrix).markdown, '']
      : []),
    `Linux ${asMarkdown(report.host.kernel)} on ${report.host.architecture}${report.qemu === undefined ? '' : `; ${report.qemu.origins.map(asMarkdown).join('; ')}`}`,
    '',
    ...remarksOf(report).map((note) => `- ${asMarkdown(note)}`),
    ...(report.problem === undefined
      ? []
      : ['', `**${report.problem.id}** ${asMarkdown(report.problem.message)}`]),
    '',
  ].join('\n');
}
