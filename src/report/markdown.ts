/** The job summary, in Markdown. */

import type { Finding } from '../doctor/checks/check.ts';
import type { Diagnosis, LogDiagnosis } from '../doctor/log/diagnose.ts';
import type { LogLine } from '../doctor/log/model.ts';
import type { Matrix } from '../platform/matrix.ts';
import { asMarkdown, asWholeMarkdown, fenceFor, safeLine, sentence } from '../text/text.ts';
import { columnsOf, EMPTY_MATRIX, joinColumns, OWN_WORDS, sumOf } from './lines.ts';
import { nameEntries, type PlatformReport, type Report } from './report.ts';
import {
  asideOf,
  asides,
  headlineOf,
  MOST_CAUSES,
  matters,
  remarksOf,
  renderPreviewRow,
  stateOf,
  tally,
  unseen,
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
    ...unseen(checks).map(({ id, title, state, reason }) =>
      asMarkdown(`${id} ${title}: ${state}: ${reason}`),
    ),
  ];
  return [
    `### setup-binfmt doctor: ${asMarkdown(headlineOf(report))}`,
    ...(diagnosis === undefined ? [] : renderAnswer(diagnosis, findings)),
    ...(diagnosis === undefined ? [] : [asMarkdown(stateOf(report))]),
    ...matters(report).map(renderFinding),
    [
      '<details><summary>Details</summary>',
      '',
      `Linux ${asMarkdown(host.kernel)} on ${host.architecture}; binfmt\\_misc: ${host.table}. ${tally(checks)}.`,
      '',
      ...details.map((item) => `- ${item}`),
      '',
      '</details>',
    ].join('\n'),
    '',
  ].join('\n\n');
}

function renderFinding({ id, severity, title, evidence, remedy, commands, link }: Finding): string {
  return [
    `**[${id}](${link}) ${asMarkdown(title)}** (${severity})`,
    asMarkdown(sentence(evidence)),
    asMarkdown(sentence(remedy)),
    ...fenced(commands),
  ].join('\n\n');
}

/** The next thing to do, what was seen, and the other logs. */
function renderAnswer(
  { diagnoses, lookAt, next, logs }: LogDiagnosis,
  findings: readonly Finding[],
): readonly string[] {
  const others = logs.length < 2 ? [] : logs;
  return [
    ...(diagnoses.length === 0 ? [asMarkdown(sentence(next))] : []),
    ...quoted(lookAt),
    ...diagnoses.map((one, index) => renderDiagnosis(one, index === 0, findings)),
    ...others.map(({ name, headline }) => `- ${asMarkdown(`${name}: ${headline}`)}`),
  ];
}

function quoted(lines: readonly LogLine[]): readonly string[] {
  const items = lines.map(({ line, text }) => `- line ${line}: ${asMarkdown(text)}`);
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
      .flatMap(({ supported, text, remedy, commands, finding }) => [
        `${supported ? 'Cause' : 'Possible'}${seen(finding)}: ${asMarkdown(sentence(text))} **${asMarkdown(sentence(remedy))}**`,
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

const MARKS = {
  native: 'native',
  emulated: 'emulated',
  'outside-only': 'not proven',
  broken: 'broken',
  absent: 'absent',
};

function proofCell(row: PlatformReport, mode: string): string {
  const mark = row.proven ? '✅' : '❌';
  if (mode === 'plan' && row.action === 'install') return `${mark} ${asMarkdown(renderPreviewRow(row))}`;
  return row.proven ? mark : `${mark} ${asMarkdown(row.reason)}`;
}

function renderRun(report: Report): string {
  const { mode, matrix, host, qemu, problem } = report;
  const rows = report.platforms.map((row) =>
    [
      `\`${row.platform}\``,
      MARKS[row.status],
      row.qemuVersion ?? '',
      asMarkdown(row.flags ?? ''),
      proofCell(row, mode),
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
    ...(mode === 'plan' && matrix !== undefined ? [renderMatrix(matrix), ''] : []),
    `Linux ${asMarkdown(host.kernel)} on ${host.architecture}${qemu === undefined ? '' : `; ${qemu.origins.map(asMarkdown).join('; ')}`}`,
    '',
    ...remarksOf(report).map((note) => `- ${asWholeMarkdown(note)}`),
    ...(problem === undefined ? [] : ['', `**${problem.id}** ${asWholeMarkdown(problem.message)}`]),
    '',
  ].join('\n');
}

/** Platform × runner as a table. Nothing needs escaping: a label holds neither `|` nor a backtick (see isLabel in runners.ts). */
export function renderMatrix(matrix: Matrix): string {
  if (matrix.include.length === 0) return EMPTY_MATRIX;
  const cells = columnsOf(matrix).map((column) => {
    const [head = '', ...rest] = column.map((cell) => (OWN_WORDS.has(cell) ? cell : `\`${cell}\``));
    return [head, '---', ...rest];
  });
  return [...joinColumns(cells).map((row) => `| ${row.join(' | ')} |`), '', sumOf(matrix)].join('\n');
}
