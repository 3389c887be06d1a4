/** The report as lines for a terminal or a log, and the parts that the summary shares with it. */

import type { Finding, Severity } from '../doctor/checks/index.ts';
import type { Diagnosis, LogDiagnosis } from '../doctor/log/diagnose.ts';
import type { LogLine } from '../doctor/log/model.ts';
import type { Preview } from '../plan/preview.ts';
import { listed, sentence } from '../text/text.ts';
import { type Paint, PLAIN, renderMatrix } from './lines.ts';
import { renderListing } from './listing.ts';
import {
  type CheckReport,
  LIST,
  nameEntries,
  type PlatformReport,
  type Report,
  type RuleReport,
} from './report.ts';
import { closingOf } from './story.ts';

/** Causes of one diagnosis that are shown; more would not be read. */
export const MOST_CAUSES = 3;

type Judged = Pick<Report, 'findings' | 'platforms' | 'diagnosis'>;

/** The doctor's answer in one line: to the log where one was read, else of the host. */
export function headlineOf(report: Judged): string {
  return report.diagnosis?.headline ?? stateOf(report);
}

/** The findings that a cause of the log's tells. */
function toldBy({ findings, diagnosis }: Pick<Judged, 'findings' | 'diagnosis'>): readonly Finding[] {
  const told = (diagnosis?.diagnoses[0]?.causes ?? []).map(({ finding }) => finding);
  return findings.filter(({ id }) => told.includes(id));
}

/** What the host is in one line. */
export function stateOf({ findings, platforms, diagnosis }: Judged): string {
  const count = (severity: Severity): string => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? '' : `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  const [errors, warnings] = [count('error'), count('warning')];
  const found = [errors, warnings].filter((part) => part !== '').join(', ');
  if (diagnosis !== undefined)
    return `On this host the checks found ${found === '' ? 'nothing wrong' : found}.`;
  if (errors !== '') return `Not healthy: ${found}`;
  const state = warnings === '' ? 'Healthy' : `Healthy, with ${warnings}`;
  const runs = platforms.filter(({ proven }) => proven).map(({ platform }) => platform);
  return runs.length === 0
    ? state
    : `${state}: ${runs.join(', ')} ${runs.length === 1 ? 'runs' : 'run'} here`;
}

/**
 * What a person should read of the host: errors and warnings; beside the answer to a log errors alone, and none that a
 * cause of it has told already.
 */
export function matters({ findings, diagnosis }: Pick<Judged, 'findings' | 'diagnosis'>): readonly Finding[] {
  if (diagnosis === undefined || diagnosis.verdict === 'nothing-failed')
    return findings.filter(({ severity }) => severity !== 'info');
  const told = toldBy({ findings, diagnosis });
  return findings.filter((finding) => finding.severity === 'error' && !told.includes(finding));
}

/** What is worth knowing, and no more. */
export function asides(report: Pick<Judged, 'findings' | 'diagnosis'>): readonly Finding[] {
  const read = [...matters(report), ...toldBy(report)];
  return report.findings.filter((finding) => !read.includes(finding));
}

/** One of them in one line, without its id. */
export function asideOf({ title, severity, evidence }: Finding): string {
  return `${title}${severity === 'info' ? '' : ` (${severity})`}: ${sentence(evidence)}`;
}

/** How many checks ended how: `12 checks found nothing, …`. */
export function tally(checks: readonly CheckReport[]): string {
  const count = (state: CheckReport['state']) => checks.filter((check) => check.state === state).length;
  return `${count('clean')} checks found nothing, ${count('found')} found something, ${count('skipped')} were skipped, ${count('failed')} failed`;
}

/** The checks that could not look, or failed. */
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

function renderDoctor(report: Report, paint: Paint): readonly string[] {
  const { checks = [], diagnosis, entries = [] } = report;
  const headline = headlineOf(report);
  return [
    report.healthy ? paint.good(headline) : paint.bad(headline),
    ...(diagnosis === undefined ? [] : [...renderAnswer(diagnosis), '', stateOf(report)]),
    ...matters(report).flatMap((finding) => renderFinding(finding, paint)),
    '',
    '─'.repeat(40),
    ...report.notes,
    ...report.platforms
      .filter(({ proven }) => !proven)
      .map(({ platform, reason }) => `${platform}: ${reason}`),
    ...nameEntries(entries),
    ...asides(report).map((finding) => `${finding.id} ${asideOf(finding)}`),
    ...groupUnseen(checks).map(paint.faint),
    tally(checks),
  ];
}

function renderFinding(
  { id, severity, title, evidence, remedy, commands, link }: Finding,
  paint: Paint,
): readonly string[] {
  const head = `${id} ${title} (${severity})`;
  return [
    '',
    severity === 'error' ? paint.bad(head) : severity === 'warning' ? paint.warn(head) : head,
    `  ${sentence(evidence)}`,
    `  ${sentence(remedy)}`,
    ...commands.map((command) => `    ${command}`),
    `  ${paint.faint(link)}`,
  ];
}

/** The next thing to do, what was seen, and the other logs. */
function renderAnswer({ diagnoses, lookAt, next, logs }: LogDiagnosis): readonly string[] {
  const others = logs.length < 2 ? [] : ['', ...logs.map(({ name, headline }) => `${name}: ${headline}`)];
  return [
    ...(diagnoses.length === 0 ? [sentence(next)] : []),
    ...lookAt.map(quoted),
    ...diagnoses.flatMap((one, index) => renderDiagnosis(one, index === 0)),
    ...others,
  ];
}

function quoted({ line, text }: LogLine): string {
  return `  line ${line}: ${text}`;
}

/** All causes of what leads; of the rest the likeliest alone. */
function renderDiagnosis({ title, evidence, causes, link }: Diagnosis, leads: boolean): readonly string[] {
  return [
    '',
    title,
    ...evidence.map(quoted),
    ...causes
      .slice(0, leads ? MOST_CAUSES : 1)
      .flatMap(({ supported, text, remedy, commands, finding }) => [
        `  ${supported ? 'Cause' : 'Possible'}${finding === undefined ? '' : ` (${finding})`}: ${sentence(text)}`,
        `  ${sentence(remedy)}`,
        ...commands.map((command) => `    ${command}`),
      ]),
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

/** The whole report as lines. */
export function renderText(report: Report, paint: Paint = PLAIN): readonly string[] {
  if (report.mode === LIST) return renderListing(report, paint);
  return report.checks === undefined ? renderRun(report, paint) : renderDoctor(report, paint);
}

/** One line a platform and a rule, and what was changed. */
function renderRun(report: Report, paint: Paint): readonly string[] {
  const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
  const lines = report.platforms.map((row) => renderRow(row, width, report.mode, paint));
  const matrix = report.mode === 'plan' ? report.matrix : undefined;
  const picture = matrix === undefined ? [] : ['', ...renderMatrix(matrix), ''];
  const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
  const remarks = remarksOf(report).map((note) => paint.faint(note));
  const warnings = warningsOf(report).map((warning) => paint.warn(warning));
  return [...lines, ...picture, ...rules, ...remarks, ...warnings, closingOf(report)];
}

/** What is to be said besides rows, pictures and warnings: intentions and notes. */
export function remarksOf({ planned, notes }: Report): readonly string[] {
  return [...(planned === undefined ? [] : previewLines(planned)), ...notes];
}

/** The warnings, one a line. What is worse ended the run, and is its problem. */
export function warningsOf({ findings }: Report): readonly string[] {
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
