/** The doctor's report for people: whether the host is healthy, what matters, and the rest folded. */

import type { Finding, Severity } from '../doctor/checks/index.ts';
import { blamesEmulation, type Diagnosis, type LogDiagnosis } from '../doctor/log/diagnose.ts';
import type { Preview } from '../plan/preview.ts';
import type { Leg, Matrix } from '../platform/matrix.ts';
import { listed, printable, sentence } from '../text/text.ts';
import type { CheckReport, PlatformReport, Report, RuleReport } from './report.ts';
import { nameEntries } from './report.ts';

/** The answer in one line. */
export function headlineOf(report: Pick<Report, 'findings' | 'platforms' | 'diagnosis'>): string {
  const count = (severity: Severity, word: string): string => {
    const number = report.findings.filter((finding) => finding.severity === severity).length;
    if (number === 0) return '';
    return `${number} ${word}${number === 1 ? '' : 's'}`;
  };
  const [errors, warnings] = [count('error', 'error'), count('warning', 'warning')];
  const runs = report.platforms.filter(({ proven }) => proven).map(({ platform }) => platform);
  const here = runs.length > 0 ? `${runs.join(', ')} ${runs.length === 1 ? 'runs' : 'run'} here` : '';
  const failure = blameOf(report.diagnosis);
  if (errors !== '' || failure !== '')
    return `Not healthy: ${[failure, errors, warnings].filter((part) => part !== '').join(', ')}`;
  const state = warnings === '' ? 'Healthy' : `Healthy, with ${warnings}`;
  return here === '' ? state : `${state}: ${here}`;
}

/** What the log proves, where it does. */
function blameOf(diagnosis: LogDiagnosis | undefined): string {
  const first = diagnosis?.diagnoses[0];
  if (diagnosis === undefined || first === undefined || !blamesEmulation(diagnosis)) return '';
  return `the build failed on emulation (${first.title})`;
}

/** Errors and warnings: what a person should read. */
export function matters(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

export function asides(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'info');
}

/** `12 checks are clean, 20 were skipped`. */
export function tally(checks: readonly CheckReport[]): string {
  const number = (state: CheckReport['state']): number =>
    checks.filter((check) => check.state === state).length;
  return `${number('clean')} checks found nothing, ${number('found')} found something, ${number('skipped')} were skipped, ${number('failed')} failed`;
}

export function unseen(checks: readonly CheckReport[]): readonly CheckReport[] {
  return checks.filter(({ reason }) => reason !== undefined);
}

/** One line for each reason, with the checks that it kept from looking. */
function groupUnseen(checks: readonly CheckReport[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { id, state, reason } of unseen(checks)) {
    const why = `${state}, because ${reason}`;
    groups.set(why, [...(groups.get(why) ?? []), id]);
  }
  return [...groups].map(([why, ids]) => `${why}: ${ids.join(', ')}`);
}

/** The lines for a terminal or a log. */
function renderDoctorText(report: Report, paint: Paint): readonly string[] {
  const { checks = [], diagnosis, entries = [], findings } = report;
  const headline = headlineOf(report);
  const lines = [
    report.healthy ? paint.good(headline) : paint.bad(headline),
    ...(diagnosis === undefined ? [] : textOfLog(diagnosis)),
    ...matters(findings).flatMap((finding) => ['', ...textOf(finding, paint)]),
    '',
    '─'.repeat(40),
    ...report.notes,
    ...report.platforms
      .filter(({ proven }) => !proven)
      .map(({ platform, reason }) => `${platform}: ${reason}`),
    ...nameEntries(entries),
    ...asides(findings).map(({ id, title, evidence }) => `${id} ${title}: ${sentence(evidence)}`),
    ...groupUnseen(checks).map(paint.faint),
    tally(checks),
  ];
  return lines;
}

function textOf(
  { id, severity, title, evidence, remedy, commands, link }: Finding,
  paint: Paint,
): readonly string[] {
  const head = `${id} ${title} (${severity})`;
  return [
    severity === 'error' ? paint.bad(head) : head,
    `  ${sentence(evidence)}`,
    `  ${sentence(remedy)}`,
    ...commands.map((command) => `    ${command}`),
    `  ${paint.faint(link)}`,
  ];
}

function textOfLog({ headline, diagnoses }: LogDiagnosis): readonly string[] {
  return ['', headline, ...diagnoses.flatMap(textOfDiagnosis)];
}

function textOfDiagnosis({ title, evidence, causes, link }: Diagnosis): readonly string[] {
  const [first, ...others] = causes;
  return [
    '',
    `${title}`,
    ...evidence.map(({ line, text }) => `  line ${line}: ${text}`),
    `  ${first.supported ? 'Cause' : 'Most likely'}: ${sentence(first.text)}`,
    `  ${sentence(first.remedy)}`,
    ...first.commands.map((command) => `    ${command}`),
    ...others.map(({ text }) => `  Or: ${sentence(text)}`),
    `  ${link}`,
  ];
}

/** What setup would do besides making platforms run, a sentence each. */

export function previewLines({ replaced, removed, rules, persisted, stop }: Preview): readonly string[] {
  return [
    replaced.length > 0 ? `Setup would replace ${listed(replaced)}.` : '',
    removed.length > 0 ? `Setup would remove ${listed(removed)}.` : '',
    rules.length > 0 ? `Setup would register the rules ${listed(rules)}.` : '',
    persisted.length > 0 ? `Setup would keep ${listed(persisted)} over a reboot.` : '',
    stop === undefined ? '' : `Setup would stop here: ${stop.id} ${stop.message}`,
  ].filter((line) => line !== '');
}

/** What would become of a platform that is to be set up; one that is in place already stays (`isInPlace` in plan.ts). */
export function renderPreviewRow(row: { readonly proven: boolean; readonly reason: string }): string {
  return `${row.proven ? 'runs; would be set up again if it differs' : 'would be set up'}: ${row.reason}`;
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
export function remarksOf(report: Report): readonly string[] {
  const { planned, notes } = report;
  return [...(planned === undefined ? [] : previewLines(planned)), ...notes, ...warningsOf(report)];
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
    return `${paint.faint('+')} ${name}  ${renderPreviewRow(row)}`;
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

export interface MatrixPicture {
  readonly text: string;
  readonly markdown: string;
}

/** Platform × runner, native or emulated, for a terminal and for the job summary. */
export function renderMatrix(matrix: Matrix): MatrixPicture {
  const { include } = matrix;
  if (include.length === 0) {
    const empty = 'No platform is left to build: the matrix is empty.';
    return { text: empty, markdown: empty };
  }
  const columns = columnsOf(include);
  const emulated = include.filter((leg) => leg.emulated).length;
  const legs = include.length === 1 ? '1 leg' : `${include.length} legs`;
  const sum = `${legs}: ${include.length - emulated} native, ${emulated} emulated`;
  return { text: `${alignColumns(columns)}\n\n${sum}`, markdown: `${tabulate(columns)}\n\n${sum}` };
}

type Column = readonly string[];

const NATIVE = '● native';
const EMULATED = '○ emulated';
const PLATFORM = 'platform';
const HOW = 'how';
const RUNNER = 'runner';
/** Words of our own in the picture; everything else in it is a platform or a label. */
const OWN_WORDS: ReadonlySet<string> = new Set([NATIVE, EMULATED, PLATFORM, HOW, RUNNER, '']);

/** Characters that the runners' names may take side by side; beyond that each leg names its own. */
const GRID_WIDTH = 80;

/** A column a runner while they fit side by side, else one column that names the runner of each leg. */
function columnsOf(legs: readonly Leg[]): readonly Column[] {
  const how = (leg: Leg) => (leg.emulated ? EMULATED : NATIVE);
  const names = legs.map(({ runner }) => (typeof runner === 'string' ? runner : runner.join(' + ')));
  const runners = Array.from(new Set(names));
  const platforms = [PLATFORM, ...legs.map((leg) => leg.platform)];
  if (runners.join('   ').length > GRID_WIDTH)
    return [platforms, [HOW, ...legs.map(how)], [RUNNER, ...names]];
  return [
    platforms,
    ...runners.map((runner) => [runner, ...legs.map((leg, row) => (names[row] === runner ? how(leg) : ''))]),
  ];
}

function joinColumns(columns: readonly Column[], between: string): Column {
  return columns.reduce((left, right) => left.map((cell, row) => `${cell}${between}${right[row]}`));
}

function alignColumns(columns: readonly Column[]): string {
  const padded = columns.map((column) => {
    const width = Math.max(...column.map((cell) => cell.length));
    return column.map((cell) => cell.padEnd(width));
  });
  return joinColumns(padded, '   ')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Nothing needs escaping: a label holds neither `|` nor a backtick (see isLabel in runners.ts). */
function tabulate(columns: readonly Column[]): string {
  const cells = columns.map((column) => {
    const [head, ...rest] = column.map((cell) => (OWN_WORDS.has(cell) ? cell : `\`${cell}\``));
    return [`${head}`, '---', ...rest];
  });
  return joinColumns(cells, ' | ')
    .map((line) => `| ${line} |`)
    .join('\n');
}
