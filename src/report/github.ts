/** The duties towards GitHub Actions. */

import { formatAnnotation, formatOutput } from '../core/workflow-commands.ts';
import type { Host } from '../host/host.ts';
import { INPUT_DEFAULTS, type RawInputs } from '../inputs/inputs.ts';
import { oneLine } from '../text/text.ts';
import { type Report, renderJson, renderSummary, renderText } from './report.ts';
import type { Voice } from './terminal.ts';
import { annotationsOf } from './text.ts';

/** The inputs as the runner gives them: `INPUT_<NAME>`, upper case, spaces as underscores. */
export function readInputs(host: Host): RawInputs {
  const names = Object.keys(INPUT_DEFAULTS);
  return Object.fromEntries(names.map((name) => [name, host.env[`INPUT_${name.toUpperCase()}`]]));
}

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
export function githubVoice(): Voice & { readonly end: () => void } {
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
function appendTo(host: Host, variable: string, text: () => string): void {
  const file = host.env[variable] ?? '';
  if (file !== '') host.appendDurably(file, text());
}

/** Keeps a value for the post step. It is on the disk when this returns: the runner may be cancelled next. */
export function saveState(host: Host, name: string, value: string): void {
  appendTo(host, 'GITHUB_STATE', () => `${name}=${value}\n`);
}

/** Puts a folder before the PATH of later steps. */
export function addToPath(host: Host, folder: string): void {
  appendTo(host, 'GITHUB_PATH', () => `${folder}\n`);
}

/** What the main step has kept under this name. */
export function readState(host: Host, name: string): string | undefined {
  return host.env[`STATE_${name}`];
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
