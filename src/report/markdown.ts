import type { Finding } from '../doctor/checks/check.ts';
import type { Diagnosis } from '../doctor/log/diagnose.ts';
import { asMarkdown, asWholeMarkdown, sentence } from '../text/text.ts';
import type { PlatformReport, Report } from './report.ts';
import { nameEntries } from './report.ts';
import {
  asides,
  headlineOf,
  matters,
  remarksOf,
  renderMatrix,
  renderPreviewRow,
  tally,
  unseen,
} from './text.ts';

/** The job summary, in Markdown. */

function renderDoctorSummary(report: Report): string {
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
    ...remarksOf(report).map((note) => `- ${asWholeMarkdown(note)}`),
    ...(report.problem === undefined
      ? []
      : ['', `**${report.problem.id}** ${asWholeMarkdown(report.problem.message)}`]),
    '',
  ].join('\n');
}
