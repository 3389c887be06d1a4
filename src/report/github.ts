/** The duties towards GitHub Actions. */

import type { Severity } from '../doctor/checks/check.ts';
import type { Host } from '../host/host.ts';
import type { Progress } from '../text/progress.ts';
import { oneLine, sentence } from '../text/text.ts';
import { renderSummary } from './markdown.ts';
import { type Report, renderJson } from './report.ts';
import { renderText } from './text.ts';

/** Where this action's files can be read, as the runner tells; empty where it does not. */
export function documentationAddress(host: Host): string {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_ACTION_REPOSITORY: repository,
    GITHUB_ACTION_REF: ref,
  } = host.env;
  const parts = [server, repository, 'blob', ref];
  const known = parts.every((part) => part !== undefined && /^[\w.:/@-]{1,200}$/.test(part));
  return known ? `${parts.join('/')}/` : '';
}

/** Groups as the workflow log has them; `end` closes the one that is open. */
export function githubVoice(): Progress & { readonly end: () => void } {
  let open = false;
  const end = (): void => {
    if (open) process.stdout.write('::endgroup::\n');
    open = false;
  };
  return {
    group: (title) => {
      end();
      process.stdout.write(`::group::${title}\n`);
      open = true;
    },
    line: writeLine,
    end,
  };
}

/**
 * The runner takes `::` at the beginning of a line, spaces left aside, and `##[` anywhere for a command: no line
 * holds either, wherever its parts came from.
 */
export function writeLine(text: string): void {
  process.stdout.write(`  ${oneLine(text)}\n`);
}

/** Writes the report file, the outputs, the summary and the annotations. */
export function publishReport(host: Host, report: Report, options: { readonly summary: boolean }): void {
  renderText(report).forEach(writeLine);
  const temp = host.env.RUNNER_TEMP;
  if (temp !== undefined && host.stat(temp)?.kind === 'folder') {
    const path = `${host.makeTemporary('setup-binfmt-report-', temp)}/report.json`;
    host.writeFile(path, renderJson(report), 0o644);
    setOutputs(host, { report: path, ...report.outputs });
  } else setOutputs(host, report.outputs);
  for (const { level, title, text } of annotationsOf(report)) annotate(level, title, text);
  if (options.summary) appendTo(host, 'GITHUB_STEP_SUMMARY', () => renderSummary(report));
  publishProblem(report);
}

function setOutputs(host: Host, outputs: Readonly<Record<string, string>>): void {
  appendTo(host, 'GITHUB_OUTPUT', () =>
    Object.entries(outputs)
      .map(([name, value]) => formatOutput(name, value))
      .join(''),
  );
}

function publishProblem({ problem }: Report): void {
  if (problem !== undefined) publishFailure(problem.message, problem.id);
}

function annotate(level: 'error' | 'warning', title: string, text: string): void {
  process.stdout.write(formatAnnotation(level, title, text));
}

/** Appends to the file that an environment variable of the runner's names; where there is none, nothing is said. */
export function appendTo(host: Host, variable: string, text: () => string): void {
  const file = host.env[variable] ?? '';
  if (file !== '') host.appendDurably(file, text());
}

/** Puts a folder before the PATH of later steps. */
export function addToPath(host: Host, folder: string): void {
  appendTo(host, 'GITHUB_PATH', () => `${folder}\n`);
}

/** What the post step has to say. */
export function publishAfterwards(report: Report): void {
  for (const line of renderText(report)) process.stdout.write(`${line}\n`);
  publishProblem(report);
}

/** An error before there could be a report. */
export function publishFailure(message: string, id: string): void {
  annotate('error', id, message);
}

/** GitHub shows ten annotations of each level for a step; more would hide those of others. */
export const ANNOTATION_LIMIT = 10;

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

/**
 * What a step says to the runner: annotations as lines of its output, and values as lines of the environment files.
 * The formats: GitHub's documentation, "Workflow commands"; how they are read: `ActionCommand.cs` and
 * `FileCommandManager.cs` of actions/runner. Written here, since @actions/core takes longer to load than Node itself.
 */
/** A line that makes the runner show an annotation with this title. */
export function formatAnnotation(level: 'error' | 'warning', title: string, text: string): string {
  return `::${level} title=${escapeProperty(title)}::${escapeData(text)}\n`;
}

/** An entry of the environment file for outputs. The line that ends the value is one that the value does not hold. */
export function formatOutput(name: string, value: string): string {
  let delimiter = `end-of-${name}`;
  while (value.includes(delimiter)) delimiter += '-';
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
