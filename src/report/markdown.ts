/** The job summary, in Markdown. */

import type { Finding } from '../doctor/checks/check.ts';
import type { Diagnosis, LogAnswer, LogDiagnosis } from '../doctor/log/diagnose.ts';
import type { LogLine } from '../doctor/log/model.ts';
import type { Preview } from '../plan/preview.ts';
import type { Matrix } from '../platform/matrix.ts';
import type { SetupProblem } from '../text/problem.ts';
import { asMarkdown, asWholeMarkdown, fenceFor, safeLine, sentence } from '../text/text.ts';
import { COSTS, columnsOf, EMPTY_MATRIX, joinColumns, OWN_WORDS, sumOf } from './lines.ts';
import { nameEntries, type PlatformReport, type Report, type RuleReport } from './report.ts';
import { headlineOfRun, renderPreviewRow } from './story.ts';
import {
  ABOUT,
  asideOf,
  asides,
  causeWord,
  foldAnswers,
  headlineOf,
  MOST_CAUSES,
  matters,
  placeRows,
  remarksOf,
  renderSame,
  stateOf,
  tally,
  warningsOf,
} from './text.ts';

/** The whole summary. */
export function renderSummary(report: Report): string {
  return report.checks === undefined ? renderRun(report) : renderDoctor(report);
}

function renderDoctor(report: Report): string {
  const { checks = [], diagnosis, entries = [], findings, host } = report;
  const details = [
    ...[...nameEntries(entries), ...report.notes].map(asMarkdown),
    ...report.platforms.map(
      ({ platform, proven, reason }) => `${platform}: ${proven ? 'proven' : asMarkdown(reason)}`,
    ),
    ...asides(report).map((finding) => `[${finding.id}](${finding.link}) ${asMarkdown(asideOf(finding))}`),
    ...checks.flatMap(({ id, title, state, reason }) =>
      state === 'failed' ? asMarkdown(`${id} ${title}: failed: ${reason}`) : [],
    ),
  ];
  return [
    `### setup-binfmt doctor: ${asMarkdown(headlineOf(report))}`,
    ...(diagnosis?.verdict === 'emulation' ? [asWholeMarkdown(ABOUT)] : []),
    ...(diagnosis === undefined ? [] : renderAnswers(diagnosis, findings)),
    ...(diagnosis === undefined ? [] : [asMarkdown(stateOf(report))]),
    ...matters(report).map(renderFinding),
    ...renderNetwork(report),
    [
      '<details><summary>Details</summary>',
      '',
      `Of the machine that this was written on: Linux ${asMarkdown(host.kernel)} on ${host.architecture}; binfmt\\_misc: ${host.table}. ${tally(checks)}; the JSON report says why.`,
      '',
      ...details.map((item) => `- ${item}`),
      '',
      '</details>',
    ].join('\n'),
    '',
  ].join('\n\n');
}

/** The places that were asked, as a table. */
function renderNetwork({ network = [] }: Report): readonly string[] {
  const [head = [], ...rows] = placeRows(network);
  return table(
    head,
    rows.map((row) => row.map(asMarkdown)),
  );
}

function renderFinding({ id, severity, title, evidence, remedy, commands, link }: Finding): string {
  return [
    `**[${id}](${link}) ${asMarkdown(title)}** (${severity})`,
    asMarkdown(sentence(evidence)),
    asMarkdown(sentence(remedy)),
    ...fenced(commands),
  ].join('\n\n');
}

/** What was seen in each log, and the next thing to do. */
function renderAnswers({ logs }: LogDiagnosis, findings: readonly Finding[]): readonly string[] {
  if (logs.length === 1) return logs.flatMap((one) => renderAnswer(one, findings));
  const { told, rest } = foldAnswers(logs);
  return [
    ...told.flatMap((answer) => [
      `#### ${asMarkdown(answer.one.name)}`,
      asMarkdown(answer.one.headline),
      ...renderAnswer(answer.one, findings),
      ...renderSame(answer).map(asWholeMarkdown),
    ]),
    ...rest.map(asWholeMarkdown),
  ];
}

function renderAnswer(
  { diagnoses, lookAt, next, step }: LogAnswer,
  findings: readonly Finding[],
): readonly string[] {
  return [
    ...(step === undefined ? [] : [`The step that failed: ${asMarkdown(step)}`]),
    ...(diagnoses.length === 0 ? [asMarkdown(sentence(next))] : []),
    ...quoted(lookAt),
    ...diagnoses.map((one, index) => renderDiagnosis(one, index === 0, findings)),
  ];
}

function quoted(lines: readonly LogLine[]): readonly string[] {
  const items = lines.map(({ line, text }) => `- log line ${line}: ${asMarkdown(text)}`);
  return items.length === 0 ? [] : [items.join('\n')];
}

/** All causes of what leads; of the rest the likeliest alone. */
function renderDiagnosis(
  { title, evidence, causes, link }: Diagnosis,
  leads: boolean,
  findings: readonly Finding[],
): string {
  const seen = (id: string | undefined): string => {
    const finding = findings.find((one) => one.id === id);
    return finding === undefined ? '' : ` ([${finding.id}](${finding.link}))`;
  };
  return [
    `**[${asMarkdown(title)}](${link})**`,
    ...quoted(evidence),
    ...causes
      .slice(0, leads ? MOST_CAUSES : 1)
      .flatMap(({ supported, text, remedy, commands, finding }, index) => [
        `${causeWord(supported, index)}${seen(finding)}: ${asMarkdown(sentence(text))} **${asMarkdown(sentence(remedy))}**`,
        ...fenced(commands),
      ]),
  ].join('\n\n');
}

function fenced(commands: readonly string[]): readonly string[] {
  if (commands.length === 0) return [];
  const fence = fenceFor(commands.join('\n'), 3);
  const [first = ''] = commands;
  const language = /^(?:- |# |[a-z][\w-]*: )/.test(first) ? 'yaml' : 'sh';
  return [[`${fence}${language}`, ...commands.map(safeLine), fence].join('\n')];
}

const HOW = {
  native: 'native',
  emulated: 'emulated',
  'outside-only': 'not proven',
  broken: 'broken',
  absent: 'absent',
};

function renderRun(report: Report): string {
  const { mode, matrix, problem, outputs } = report;
  const looksOn = mode === 'remove' || mode === 'undo' || mode === 'mount';
  const isPlan = mode === 'plan' && problem === undefined;
  return [
    `### setup-binfmt${mode === 'setup' ? ':' : ''} ${asMarkdown(headlineOfRun(report))}`,
    ...(problem === undefined ? [] : [`**${problem.id}** ${asWholeMarkdown(problem.message)}`]),
    ...listItems(warningsOf(report).map((warning) => `⚠️ ${asWholeMarkdown(warning)}`)),
    ...(isPlan && matrix !== undefined ? [renderMatrix(matrix)] : []),
    ...(isPlan && matrix !== undefined && report.planned?.stop !== undefined ? [sumOf(matrix)] : []),
    ...(isPlan ? planTable(report) : platformTable(report.platforms, problem?.message)),
    ...listItems((report.rules ?? []).map(ruleItem)),
    ...listItems(changeItems(report)),
    ...(looksOn && outputs.platforms
      ? [`Runs here now: ${asMarkdown(outputs.platforms.replaceAll(',', ', '))}`]
      : []),
    ...listItems([
      ...remarksOf(report).map(asWholeMarkdown),
      ...(report.emulation === undefined ? [] : [`[${COSTS}](${report.emulation.link})`]),
    ]),
    whereOf(report),
    '',
  ].join('\n\n');
}

/** A list, or nothing where there is no item. */
function listItems(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const lines = [head, head.map(() => '---'), ...rows];
  return [lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

/** What became of each platform; a reason that the error has told is not told again. */
function platformTable(platforms: readonly PlatformReport[], told = ''): readonly string[] {
  const rows = platforms.map((row) => [
    `\`${row.platform}\``,
    HOW[row.status],
    row.qemuVersion ?? '',
    asMarkdown(row.flags ?? ''),
    row.proven ? '✅' : told.includes(row.reason) ? '❌' : `❌ ${asMarkdown(row.reason)}`,
    row.status === 'absent' ? '' : String(row.ms),
  ]);
  return table(['Platform', 'How', 'QEMU', 'Flags', 'Proven', 'ms'], rows);
}

/** What would become of each platform on this host. Only what would fail is marked. */
function planTable({ platforms, planned }: Report): readonly string[] {
  const rows = platforms.map((row) => [`\`${row.platform}\``, planCell(row, planned?.stop)]);
  return table(['Platform', 'Setup on this host'], rows);
}

function planCell(row: PlatformReport, stop: Preview['stop']): string {
  if (row.action === 'install') {
    const mark = stop === undefined || row.proven ? '' : '❌ ';
    return `${mark}${asMarkdown(renderPreviewRow(row, stop))}`;
  }
  if (row.proven) return row.status === 'native' ? 'runs natively' : `runs already, ${HOW[row.status]}`;
  return `❌ ${asMarkdown(row.reason)}`;
}

function ruleItem({ name, interpreter, registered }: RuleReport): string {
  return `${registered ? '✅' : '❌'} rule ${asMarkdown(name)} ${registered ? `is registered for ${asMarkdown(interpreter)}` : 'is not registered'}`;
}

/** What a removal took away and put back, an entry an item. */
function changeItems({ mode, registered, removed }: Report): readonly string[] {
  if (mode !== 'remove' && mode !== 'undo') return [];
  return [
    ...removed.map((name) => `removed ${asMarkdown(name)}`),
    ...registered.map((name) => `put back ${asMarkdown(name)}`),
  ];
}

/** The host, and where QEMU came from. */
function whereOf({ host, qemu }: Report): string {
  const origins = (qemu?.origins ?? []).map((origin) => `; QEMU from ${asMarkdown(origin)}`);
  return `<sub>Linux ${asMarkdown(host.kernel)} on ${host.architecture}${origins.join('')}</sub>`;
}

/** The summary of a step that ended before there was a report. */
export function renderFailure({ id, message }: Pick<SetupProblem, 'id' | 'message'>): string {
  return `### setup-binfmt failed\n\n**${id}** ${asWholeMarkdown(message)}\n\n`;
}

/** Platform × runner as a table. Nothing needs escaping: a label holds neither `|` nor a backtick (see isLabel in runners.ts). */
export function renderMatrix(matrix: Matrix): string {
  if (matrix.include.length === 0) return EMPTY_MATRIX;
  const [head = [], ...rows] = joinColumns(columnsOf(matrix)).map((row) =>
    row.map((cell) => (OWN_WORDS.has(cell) ? cell : `\`${cell}\``)),
  );
  return table(head, rows).join('');
}
