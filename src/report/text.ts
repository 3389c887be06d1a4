/** The report as lines for a terminal or a log, and the parts that the summary shares with it. */

import { NOT_SET_UP } from '../doctor/checks/entries.ts';
import { UNREAD_LOG } from '../doctor/checks/environment.ts';
import { barenessOf, type Finding, type Severity } from '../doctor/checks/index.ts';
import type { PlaceFacts } from '../doctor/facts.ts';
import {
  type Diagnosis,
  type LogAnswer,
  type LogDiagnosis,
  type NamedAnswer,
  TELLING,
} from '../doctor/log/diagnose.ts';
import type { LogLine } from '../doctor/log/model.ts';
import { listed, sentence } from '../text/text.ts';
import { alignColumns, COSTS, emulationLines, type Paint, PLAIN, renderMatrix } from './lines.ts';
import { renderListing } from './listing.ts';
import {
  type CheckReport,
  LIST,
  nameEntries,
  type PlatformReport,
  type Report,
  type RuleReport,
} from './report.ts';
import { CANNOT } from './result.ts';
import { closingOf, previewLines, renderPreviewRow } from './story.ts';

/** Causes of one diagnosis that are shown; more would not be read. */
export const MOST_CAUSES = 3;

type Judged = Pick<Report, 'findings' | 'platforms' | 'diagnosis'>;

/** The doctor's answer in one line: to the log where one was read, else of the host. */
export function headlineOf(report: Judged): string {
  return report.diagnosis?.headline ?? stateOf(report);
}

/** What there is to know before an answer that blames emulation can be used. */
export const ABOUT =
  'Programs for another processor architecture run on a machine through an emulator alone (QEMU). A handler is the entry of the Linux kernel’s table binfmt_misc that starts it; one step of this action sets up both.';

/** All that was read comes from other machines: the state of this one explains none of it. */
function isElsewhere({ diagnosis }: Pick<Report, 'diagnosis'>): boolean {
  return diagnosis?.logs.every(({ here }) => here === false) === true;
}

/** The findings that a cause of the log's tells. */
function toldBy({ findings, diagnosis }: Pick<Judged, 'findings' | 'diagnosis'>): readonly Finding[] {
  const told = (diagnosis?.diagnoses[0]?.causes ?? []).map(({ finding }) => finding);
  return findings.filter(({ id }) => told.includes(id));
}

/** Of how many findings of a kind a sentence gives the titles. */
const MOST_TITLES = 3;

/** `1 error`, `2 warnings`, and behind it which, where that is not told below; nothing where there is none. */
function count(findings: readonly Finding[], severity: Severity, titled: boolean): readonly string[] {
  const those = findings.filter((finding) => finding.severity === severity);
  if (those.length === 0) return [];
  const number = `${those.length} ${severity}${those.length === 1 ? '' : 's'}`;
  if (!titled) return [number];
  const names = those.slice(0, MOST_TITLES).map(({ id, title }) => `${id} ${title}`);
  const rest = those.length - names.length;
  return [`${number} (${names.join('; ')}${rest > 0 ? `; and ${rest} more` : ''})`];
}

/** What there is to say of a host on which nothing else than its own programs runs. */
const BARE = {
  unset: 'Nothing is set up yet: programs of no other architecture run here',
  unusable: 'Programs of no other architecture run here',
} as const;

/** What the host is in one line. */
export function stateOf({ findings, platforms, diagnosis }: Judged): string {
  if (isElsewhere({ diagnosis }))
    return 'What failed ran on other machines: what the checks found on this one says nothing of it.';
  const seen = findings.filter(({ id }) => id !== UNREAD_LOG);
  const isRead = diagnosis !== undefined;
  const [errors, warnings] = [count(seen, 'error', isRead), count(seen, 'warning', isRead)];
  const found = [...errors, ...warnings].join(isRead ? ' and ' : ', ');
  const onThisHost = `On this host the checks found ${found === '' ? 'nothing wrong' : found}.`;
  if (isRead) return `${onThisHost}${runsNow({ diagnosis, platforms })}`;
  if (seen.length < findings.length)
    return `A log that was named was not read: what failed is not known. ${onThisHost}`;
  if (errors.length > 0) return `Not healthy: ${found}`;
  const bare = barenessOf(seen, platforms);
  if (bare !== undefined) return `${BARE[bare]} (${found})`;
  const state = warnings.length === 0 ? 'Healthy' : `Healthy, with ${found}`;
  const runs = provenOf(platforms);
  return runs.length === 0
    ? state
    : `${state}: ${runs.join(', ')} ${runs.length === 1 ? 'runs' : 'run'} here`;
}

function provenOf(platforms: readonly PlatformReport[]): readonly string[] {
  return platforms.filter(({ proven }) => proven).map(({ platform }) => platform);
}

/** The log says that nothing ran a platform, and this host does: both can be true. */
function runsNow({ diagnosis, platforms }: Pick<Judged, 'diagnosis' | 'platforms'>): string {
  const missed = diagnosis?.diagnoses[0]?.causes.some(({ finding }) => finding === NOT_SET_UP) === true;
  const runs = provenOf(platforms);
  if (!missed || runs.length === 0) return '';
  return ` ${listed(runs)} ${runs.length === 1 ? 'runs' : 'run'} here now: what failed ran on another machine, or before that, or by a builder that looked before (create it anew).`;
}

/**
 * What a person should read of the host: errors and warnings; beside the answer to a log errors alone, and none that a
 * cause of it has told already.
 */
export function matters({ findings, diagnosis }: Pick<Judged, 'findings' | 'diagnosis'>): readonly Finding[] {
  if (diagnosis === undefined || diagnosis.verdict === 'nothing-failed')
    return findings.filter(({ severity }) => severity !== 'info');
  if (isElsewhere({ diagnosis })) return findings.filter(({ id }) => id === UNREAD_LOG);
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
  const number = (state: CheckReport['state']) => checks.filter((check) => check.state === state).length;
  const failed = number('failed') === 0 ? '' : `, ${number('failed')} failed`;
  return `${number('clean')} checks found nothing, ${number('found')} found something${failed}, ${number('skipped')} were skipped`;
}

function renderDoctor(report: Report, paint: Paint): readonly string[] {
  const { checks = [], diagnosis, entries = [] } = report;
  const headline = headlineOf(report);
  return [
    report.healthy ? paint.good(headline) : paint.bad(headline),
    ...(diagnosis === undefined ? [] : [...renderAnswers(diagnosis), '', stateOf(report)]),
    ...matters(report).flatMap((finding) => renderFinding(finding, paint)),
    '',
    '─'.repeat(40),
    ...renderNetwork(report.network ?? []),
    ...report.notes,
    ...report.platforms
      .filter(({ proven }) => !proven)
      .map(({ platform, reason }) => `✗ ${platform}  ${reason}`),
    ...nameEntries(entries),
    ...asides(report).map((finding) => `${finding.id} ${asideOf(finding)}`),
    ...checks.flatMap(({ id, state, reason }) => (state === 'failed' ? `${id} ${reason}` : [])),
    paint.faint(`${tally(checks)} (the JSON report says why)`),
  ];
}

/** The rows of the table of places that were asked, its heading first; none where none was. */
export function placeRows(places: readonly PlaceFacts[]): readonly (readonly string[])[] {
  if (places.length === 0) return [];
  return [
    ['asked', 'where', 'named by', 'answer', 'ms'],
    ...places.map(({ kind, name, from = 'the image', answer, ms }) => [kind, name, from, answer, String(ms)]),
  ];
}

/** The places that were asked, in aligned columns. */
function renderNetwork(places: readonly PlaceFacts[]): readonly string[] {
  const rows = placeRows(places);
  return rows.length === 0 ? [] : [...alignColumns(rows), ''];
}

function renderFinding(
  { id, severity, title, evidence, remedy, commands, link }: Finding,
  paint: Paint,
): readonly string[] {
  const head = `${id} ${title} (${severity})`;
  return [
    '',
    severity === 'error' ? paint.bad(head) : paint.warn(head),
    `  ${sentence(evidence)}`,
    `  ${sentence(remedy)}`,
    ...commands.map((command) => `    ${command}`),
    `  ${paint.faint(link)}`,
  ];
}

/** So many different answers are told whole, those that tell most; the JSON report has all of them. */
const MOST_ANSWERS = 10;

/** An answer that is told, and the names of the other logs that say the same. */
interface ToldAnswer {
  readonly one: NamedAnswer;
  readonly same: string[];
}

/** The answers that are told whole, and what there is to say of those that are not. */
export function foldAnswers(logs: LogDiagnosis['logs']): {
  readonly told: readonly ToldAnswer[];
  readonly rest: readonly string[];
} {
  const folded = new Map<string, ToldAnswer>();
  for (const one of logs) {
    const key = matterOf(one);
    const known = folded.get(key);
    if (known === undefined) folded.set(key, { one, same: [] });
    else known.same.push(one.name);
  }
  const answers = [...folded.values()];
  const first = [...answers]
    .sort((a, b) => TELLING.indexOf(a.one.verdict) - TELLING.indexOf(b.one.verdict))
    .slice(0, MOST_ANSWERS);
  const told = answers.filter((answer) => first.includes(answer));
  const others = answers.filter((answer) => !first.includes(answer));
  const names = others.flatMap(({ one, same }) => [one.name, ...same]);
  const rest = `${countLogs(names)} something else again, which the JSON report tells: ${listNames(names)}.`;
  return { told, rest: names.length === 0 ? [] : [rest] };
}

/** Two logs say the same where this is the same: the kind, the platform and the remedy, or else the lines themselves. */
function matterOf({ verdict, headline, next, diagnoses: [lead], lookAt }: NamedAnswer): string {
  const what =
    lead === undefined ? [headline, ...lookAt.map(({ text }) => text)] : [lead.id, lead.platform, next];
  return JSON.stringify([verdict, ...what]);
}

/** The logs that say the same as one that was told. */
export function renderSame({ same }: ToldAnswer): readonly string[] {
  return same.length === 0 ? [] : [`${countLogs(same)} the same: ${listNames(same)}.`];
}

function countLogs({ length }: readonly string[]): string {
  return length === 1 ? '1 further log says' : `${length} further logs say`;
}

function listNames(names: readonly string[]): string {
  return listed(names, names.length, 120);
}

/** What was seen in each log, and the next thing to do. */
function renderAnswers({ logs }: LogDiagnosis): readonly string[] {
  if (logs.length === 1) return logs.flatMap(renderAnswer);
  const { told, rest } = foldAnswers(logs);
  return [
    ...told.flatMap((answer) => [
      ...['', `${answer.one.name}: ${answer.one.headline}`],
      ...renderAnswer(answer.one),
      ...renderSame(answer).map((line) => `  ${line}`),
    ]),
    ...rest.flatMap((line) => ['', `  ${line}`]),
  ];
}

function renderAnswer({ diagnoses, lookAt, next, step }: LogAnswer): readonly string[] {
  return [
    ...(step === undefined ? [] : [`  The step that failed: ${step}`]),
    ...(diagnoses.length === 0 ? [sentence(next)] : []),
    ...lookAt.map(quoted),
    ...diagnoses.flatMap((one, index) => renderDiagnosis(one, index === 0)),
  ];
}

function quoted({ line, text }: LogLine): string {
  return `  line ${line}: ${text}`;
}

/** How a cause is introduced: what follows the first is to be tried after it. */
export function causeWord(supported: boolean, index: number): string {
  const word = supported ? 'Cause' : 'Possible';
  return index === 0 ? word : `${word}, if that does not mend it`;
}

/** All causes of what leads; of the rest the likeliest alone. */
function renderDiagnosis({ title, evidence, causes, link }: Diagnosis, leads: boolean): readonly string[] {
  return [
    '',
    title,
    ...evidence.map(quoted),
    ...causes
      .slice(0, leads ? MOST_CAUSES : 1)
      .flatMap(({ supported, text, remedy, commands, finding }, index) => [
        `  ${causeWord(supported, index)}${finding === undefined ? '' : ` (${finding})`}: ${sentence(text)}`,
        `  ${sentence(remedy)}`,
        ...commands.map((command) => `    ${command}`),
      ]),
    `  ${link}`,
  ];
}

/** The whole report as lines; what ended the run is printed beside it. */
export function renderText(report: Report, paint: Paint = PLAIN): readonly string[] {
  if (report.mode === LIST) return renderListing(report, paint);
  return report.checks === undefined
    ? renderRun(report, foldedWarnings(report), paint)
    : renderDoctor(report, paint);
}

/** The same for a log in which the warnings are annotations. */
export function renderLog(report: Report): readonly string[] {
  return report.checks === undefined ? renderRun(report, [], PLAIN) : renderDoctor(report, PLAIN);
}

const MATRIX =
  'The matrix for a following job; each leg of it is a job for one platform, on the runner named:';

/** One line a platform and a rule, and what was changed. */
function renderRun(report: Report, warnings: readonly string[], paint: Paint): readonly string[] {
  const width = Math.max(0, ...report.platforms.map(({ platform }) => platform.length));
  const lines = report.platforms.map((row) => renderRow(row, width, report, paint));
  const matrix = report.mode === 'plan' ? report.matrix : undefined;
  const picture = matrix === undefined ? [] : ['', MATRIX, ...renderMatrix(matrix), ''];
  const rules = (report.rules ?? []).map((rule) => renderRule(rule, paint));
  const costs = report.emulation === undefined ? [] : [`${COSTS}: ${report.emulation.link}`];
  const remarks = [...remarksOf(report), ...costs].map((note) => paint.faint(note));
  const shown = warnings.map((warning) => paint.warn(warning));
  return [...lines, ...picture, ...rules, ...remarks, ...shown, closingOf(report)];
}

/** What is to be said besides rows, pictures and warnings: intentions, legs that are emulated, and notes. */
export function remarksOf({ planned, emulation, notes }: Report): readonly string[] {
  return [
    ...(planned === undefined ? [] : previewLines(planned)),
    ...emulationLines(emulation?.legs ?? []),
    ...notes,
  ];
}

/** The warnings, one a line. What is worse ended the run, and is its problem. */
export function warningsOf({ findings }: Report): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ id, title, evidence, remedy }) => {
      // What was not done is said by its title alone.
      const what = title.startsWith(CANNOT) ? `${title}: ${evidence}` : evidence;
      return `${id} ${sentence(what)} ${sentence(remedy)}`;
    });
}

/** So many warnings are told whole after a run. Of more, the first is, which the others often follow from. */
const MOST_WARNINGS = 2;

function foldedWarnings(report: Report): readonly string[] {
  const warnings = warningsOf(report);
  if (warnings.length <= MOST_WARNINGS) return warnings;
  const [, ...others] = report.findings.filter(({ severity }) => severity === 'warning');
  const names = others.map(({ id, title }) => `${id} ${title}`).join('; ');
  return [...warnings.slice(0, 1), `also (doctor and --json say more): ${names}`];
}

function renderRule({ name, interpreter, registered }: RuleReport, paint: Paint): string {
  const mark = registered ? paint.good('✓') : paint.bad('✗');
  return `${mark} rule ${name}  ${registered ? `registered for ${interpreter}` : 'not registered'}`;
}

function renderRow(row: PlatformReport, width: number, report: Report, paint: Paint): string {
  const name = row.platform.padEnd(width);
  const stop = report.planned?.stop;
  if (report.mode === 'plan' && row.action === 'install') {
    const mark = stop === undefined || row.proven ? paint.faint('+') : paint.bad('✗');
    return `${mark} ${name}  ${renderPreviewRow(row, stop)}`;
  }
  if (row.proven) return `${paint.good('✓')} ${name}  ${describe(row)}`;
  const told = tellerOf(row, report);
  return `${paint.bad('✗')} ${name}  ${told === undefined ? row.reason : `not proven: ${told} says why`}`;
}

/** The id of the error or warning that says why a platform does not run: one cause is told once, for all of them. */
function tellerOf({ reason }: PlatformReport, { problem, findings }: Report): string | undefined {
  const warning = findings.find(
    (finding) => finding.severity === 'warning' && finding.evidence.includes(reason),
  );
  return problem?.message.includes(reason) ? problem.id : warning?.id;
}

function describe(row: PlatformReport): string {
  if (row.status === 'native') return 'native';
  const version = row.qemuVersion === undefined ? '' : ` by QEMU ${row.qemuVersion}`;
  // All are run side by side: the time of one holds what it waited for the others.
  return `emulated${version}, flags ${row.flags ?? 'unknown'}, proven within ${Math.ceil(row.ms)} ms`;
}
