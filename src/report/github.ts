/** What a step says to the runner: log, annotations, outputs, summary and PATH. */

import { inspect } from 'node:util';
import type { Severity } from '../doctor/checks/check.ts';
import type { Host } from '../host/host.ts';
import {
  addPath,
  annotate,
  debug,
  endGroup,
  logLine,
  setOutput,
  startGroup,
  writeSummary,
} from '../host/output.ts';
import { reasonOf, SetupProblem } from '../text/problem.ts';
import { lineMeter, type Progress } from '../text/progress.ts';
import { sentence } from '../text/text.ts';
import { renderFailure, renderSummary } from './markdown.ts';
import { type Report, renderJson } from './report.ts';
import { matters, renderLog, renderText } from './text.ts';
import { reword, WORKFLOW_WORDS } from './wording.ts';

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
export function githubProgress(): Progress & { readonly end: () => void } {
  let open = false;
  const end = (): void => {
    if (open) endGroup();
    open = false;
  };
  return {
    group: (title) => {
      end();
      startGroup(title);
      open = true;
    },
    line: logLine,
    download: (download) => lineMeter(logLine, download),
    end,
  };
}

/**
 * Writes the report file, the outputs, the summary and the annotations, each even where another cannot be written.
 * Gives the problem, where the runner lets something not be written.
 */
export async function publishReport(
  host: Host,
  told: Report,
  summary: boolean,
): Promise<SetupProblem | undefined> {
  const report = reword(told, WORKFLOW_WORDS);
  renderLog(report).forEach(logLine);
  const lost: unknown[] = [];
  const attempt = async (publish: () => unknown): Promise<void> => {
    try {
      await publish();
    } catch (thrown) {
      lost.push(thrown);
    }
  };
  let outputs = report.outputs;
  await attempt(() => {
    const file = writeReport(host, report);
    if (file !== undefined) outputs = { report: file, ...outputs };
  });
  await attempt(() => setOutputs(outputs));
  for (const { level, title, text } of annotationsOf(report)) annotate(level, title, text);
  if (summary && host.env.GITHUB_STEP_SUMMARY) {
    await attempt(() => writeSummary(renderSummary(report)));
  }
  publishProblem(report);
  return lost.length === 0 ? undefined : runnerProblem('publish the result', ...lost);
}

/** The path of the report file; `undefined` where the runner names no folder. */
function writeReport(host: Host, report: Report): string | undefined {
  const temp = host.env.RUNNER_TEMP;
  if (temp === undefined || host.stat(temp)?.kind !== 'folder') return undefined;
  const path = `${host.makeTemporary('setup-binfmt-report-', temp, true)}/report.json`;
  host.writeFile(path, renderJson(report), 0o644);
  return path;
}

function setOutputs(outputs: Report['outputs']): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

function publishProblem({ problem }: Report): void {
  if (problem !== undefined) annotate('error', problem.id, problem.message);
}

/**
 * Puts a folder before the PATH of later steps.
 * @throws SetupProblem when the runner's file cannot be written.
 */
export function addToPath(folder: string): void {
  try {
    addPath(folder);
  } catch (thrown) {
    throw runnerProblem('put a folder on PATH of later steps', thrown);
  }
}

/** What the post step has to say. */
export function publishAfterwards(told: Report): void {
  const report = reword(told, WORKFLOW_WORDS);
  renderText(report).forEach(logLine);
  for (const { level, title, text } of annotationsOf(report)) annotate(level, title, text);
  publishProblem(report);
}

/** Tells an error before there could be a report; what caused it only with step debugging. */
export function publishFailure(problem: SetupProblem): void {
  annotate('error', problem.id, problem.message);
  if (problem.cause !== undefined) debug(inspect(problem.cause));
}

/** Writes the summary of a step that ended before there was a report, as far as it can be written. */
export async function summarizeFailure(host: Host, problem: SetupProblem): Promise<void> {
  if (host.env.GITHUB_STEP_SUMMARY) await writeSummary(renderFailure(problem)).catch(() => undefined);
}

/** Sets the outputs that are known when a step ends without a report, as far as they can be written. */
export function publishKnown(outputs: Report['outputs']): void {
  try {
    setOutputs(outputs);
  } catch {
    // The error that ended the step has been told, and may be this one.
  }
}

/** The error for files and folders of the runner's that cannot be written. */
export function runnerProblem(what: string, ...thrown: readonly unknown[]): SetupProblem {
  const text = {
    id: 'SB-RUNNER',
    kind: 'host',
    what,
    cause: thrown.map(reasonOf).join('; '),
    remedy: 'Let RUNNER_TEMP and the GITHUB_ variables of this step name what it can write',
  } as const;
  return new SetupProblem(text, { cause: thrown[0] });
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
  const found = matters(report).flatMap(({ id, severity, title, evidence, remedy }) =>
    severity !== 'info' && shown.includes(severity)
      ? [{ level: severity, title: `${id} ${title}`, text: `${sentence(evidence)} ${sentence(remedy)}` }]
      : [],
  );
  const logs = report.diagnosis?.logs ?? [];
  const told = logs.flatMap(({ name, verdict, diagnoses: [first] }): readonly Annotation[] => {
    if (first === undefined) return [];
    const [{ supported, text, remedy }] = first.causes;
    return [
      {
        level: verdict === 'emulation' ? 'error' : 'warning',
        title: logs.length === 1 ? first.title : `${name}: ${first.title}`,
        text: `${supported ? '' : 'Possible: '}${sentence(text)} ${sentence(remedy)}`,
      },
    ];
  });
  return [...told, ...found].slice(0, ANNOTATION_LIMIT);
}
