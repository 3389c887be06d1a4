/** The doctor's report for people: whether the host is healthy, what matters, and the rest folded. */

import { blamesEmulation, type Diagnosis, type LogDiagnosis } from '../core/diagnosis.ts';
import { nameEntries } from '../core/entry-report.ts';
import type { CheckResult, Finding, Severity } from '../doctor/checks/index.ts';
import { asMarkdown, sentence } from '../text/text.ts';
import type { Paint, Report } from './report.ts';

/** GitHub shows ten annotations of each level for a step; more would hide those of others. */
export const ANNOTATION_LIMIT = 10;

/** One check in the report: what it found is among the findings. */
export interface CheckReport {
  readonly id: string;
  readonly title: string;
  readonly state: CheckResult['state'];
  readonly reason?: string;
}

/** The results without their findings. */
export function reportChecks(results: readonly CheckResult[]): readonly CheckReport[] {
  return results.map(({ id, title, ...rest }) => ({
    id,
    title,
    state: rest.state,
    ...('reason' in rest ? { reason: rest.reason } : {}),
  }));
}

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
function matters(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

function asides(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'info');
}

/** `12 checks are clean, 20 were skipped`. */
function tally(checks: readonly CheckReport[]): string {
  const number = (state: CheckReport['state']): number =>
    checks.filter((check) => check.state === state).length;
  return `${number('clean')} checks found nothing, ${number('found')} found something, ${number('skipped')} were skipped, ${number('failed')} failed`;
}

function unseen(checks: readonly CheckReport[]): readonly CheckReport[] {
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
export function renderDoctorText(report: Report, paint: Paint): readonly string[] {
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

/** The job summary, in Markdown. */
export function renderDoctorSummary(report: Report): string {
  const { checks = [], diagnosis, entries = [], findings } = report;
  return [
    `### setup-binfmt doctor: ${asMarkdown(headlineOf(report))}`,
    ...(diagnosis === undefined ? [] : [`**${asMarkdown(diagnosis.headline)}**`]),
    ...(diagnosis?.diagnoses ?? []).map(markdownOfDiagnosis),
    ...matters(findings).map(markdownOf),
    [
      '<details><summary>Details</summary>',
      '',
      `Linux ${asMarkdown(report.host.kernel)} on ${report.host.architecture}; binfmt\\_misc: ${report.host.table}. ${tally(checks)}.`,
      '',
      ...[
        ...[...nameEntries(entries), ...report.notes].map(asMarkdown),
        ...report.platforms.map(
          ({ platform, proven, reason }) => `${platform}: ${proven ? 'proven' : asMarkdown(reason)}`,
        ),
        ...asides(findings).map(
          ({ id, title, evidence, link }) =>
            `[${id}](${link}) ${asMarkdown(`${title}: ${sentence(evidence)}`)}`,
        ),
        ...unseen(checks).map(({ id, title, state, reason }) =>
          asMarkdown(`${id} ${title}: ${state}: ${reason}`),
        ),
      ].map((item) => `- ${item}`),
      '',
      '</details>',
    ].join('\n'),
    '',
  ].join('\n\n');
}

function markdownOf({ id, severity, title, evidence, remedy, commands, link }: Finding): string {
  return [
    `**[${id}](${link}) ${asMarkdown(title)}** (${severity})`,
    asMarkdown(sentence(evidence)),
    asMarkdown(sentence(remedy)),
    ...fenced(commands),
  ].join('\n\n');
}

function markdownOfDiagnosis({ title, evidence, causes, link }: Diagnosis): string {
  const [first, ...others] = causes;
  return [
    `**[${asMarkdown(title)}](${link})**`,
    evidence.map(({ line, text }) => `- line ${line}: ${asMarkdown(text)}`).join('\n'),
    `${first.supported ? 'Cause' : 'Most likely'}: ${asMarkdown(sentence(first.text))}`,
    asMarkdown(sentence(first.remedy)),
    ...fenced(first.commands),
    ...(others.length === 0
      ? []
      : [others.map(({ text }) => `- or: ${asMarkdown(sentence(text))}`).join('\n')]),
  ].join('\n\n');
}

function fenced(commands: readonly string[]): readonly string[] {
  return commands.length === 0 ? [] : [['```sh', ...commands, '```'].join('\n')];
}

export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly text: string;
}

/**
 * The annotations of a report. A finding that ended a setup is in its error already; the doctor, who fails
 * nothing, shows its errors, too.
 */
export function annotationsOf(report: Report): readonly Annotation[] {
  const shown: readonly Severity[] = report.mode === 'doctor' ? ['error', 'warning'] : ['warning'];
  const found = report.findings.flatMap(({ id, severity, title, evidence, remedy }) =>
    severity !== 'info' && shown.includes(severity)
      ? [{ level: severity, title: `${id} ${title}`, text: `${sentence(evidence)} ${sentence(remedy)}` }]
      : [],
  );
  const [first] = report.diagnosis?.diagnoses ?? [];
  const log: readonly Annotation[] =
    first === undefined || first.standing === 'not-emulation'
      ? []
      : [
          {
            level: 'error',
            title: first.title,
            text: `${sentence(first.causes[0].text)} ${sentence(first.causes[0].remedy)}`,
          },
        ];
  return [...log, ...found].slice(0, ANNOTATION_LIMIT);
}
