/** The job summary, in Markdown. */

import type { Finding } from '../doctor/checks/check.ts';
import type { Diagnosis } from '../doctor/log/diagnose.ts';
import type { Matrix } from '../platform/matrix.ts';
import { asMarkdown, asWholeMarkdown, fenceFor, safeLine, sentence } from '../text/text.ts';
import { nameEntries, type PlatformReport, type Report } from './report.ts';
import {
  asides,
  columnsOf,
  EMPTY_MATRIX,
  headlineOf,
  joinColumns,
  matters,
  OWN_WORDS,
  remarksOf,
  renderPreviewRow,
  sumOf,
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
    ...asides(findings).map(
      ({ id, title, evidence, link }) => `[${id}](${link}) ${asMarkdown(`${title}: ${sentence(evidence)}`)}`,
    ),
    ...unseen(checks).map(({ id, title, state, reason }) =>
      asMarkdown(`${id} ${title}: ${state}: ${reason}`),
    ),
  ];
  return [
    `### setup-binfmt doctor: ${asMarkdown(headlineOf(report))}`,
    ...(diagnosis === undefined ? [] : [`**${asMarkdown(diagnosis.headline)}**`]),
    ...(diagnosis?.diagnoses ?? []).map(renderDiagnosis),
    ...matters(findings).map(renderFinding),
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

function renderDiagnosis({ title, evidence, causes, link }: Diagnosis): string {
  const [first, ...others] = causes;
  return [
    `**[${asMarkdown(title)}](${link})**`,
    evidence.map(({ line, text }) => `- line ${line}: ${asMarkdown(text)}`).join('\n'),
    `${first.supported ? 'Cause' : 'Most likely'}: ${asMarkdown(sentence(first.text))}`,
    asMarkdown(sentence(first.remedy)),
    ...fenced(first.commands),
    others.map(({ text }) => `- or: ${asMarkdown(sentence(text))}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function fenced(commands: readonly string[]): readonly string[] {
  const fence = fenceFor(commands.join('\n'), 3);
  return commands.length === 0 ? [] : [[`${fence}sh`, ...commands.map(safeLine), fence].join('\n')];
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
  return [...joinColumns(cells, ' | ').map((line) => `| ${line} |`), '', sumOf(matrix)].join('\n');
}
