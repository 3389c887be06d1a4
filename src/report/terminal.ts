/** What the program says on a terminal: plain lines, colours only where a person looks. */
import { inspect } from 'node:util';
import type { Host } from '../host/host.ts';
import type { SetupProblem } from '../text/problem.ts';
import type { Progress } from '../text/progress.ts';
import { oneLine } from '../text/text.ts';
import type { Report } from './report.ts';
import { failureOf, renderJson } from './report.ts';
import type { Paint } from './text.ts';
import { PLAIN, renderText } from './text.ts';

const COLOURS: Paint = {
  good: (text) => `\u001b[32m${text}\u001b[0m`,
  bad: (text) => `\u001b[31m${text}\u001b[0m`,
  faint: (text) => `\u001b[2m${text}\u001b[0m`,
};

/** Colours on a terminal that wants them (https://no-color.org). */
export function paintFor(host: Host, isTerminal: boolean): Paint {
  const wanted = isTerminal && (host.env.NO_COLOR ?? '') === '' && host.env.TERM !== 'dumb';
  return wanted ? COLOURS : PLAIN;
}

/** Progress goes to standard error, so that standard output holds the result alone. */
export function terminalProgress(paint: Paint): Progress {
  return {
    group: (title) => process.stderr.write(`${paint.faint(title)}\n`),
    line: (text) => process.stderr.write(`  ${oneLine(text)}\n`),
  };
}

/** Prints the result: the JSON document alone, or lines for people. What ended the run goes to standard error. */
export function printReport(
  report: Report,
  options: { readonly json: boolean; readonly paint: Paint },
): void {
  process.stdout.write(
    options.json ? renderJson(report) : `${renderText(report, options.paint).join('\n')}\n`,
  );
  printProblem(report.problem, options.paint);
}

/**
 * Prints an error before there could be a report; `mode` is that of the JSON document, where one is wanted. What
 * caused it is printed with RUNNER_DEBUG=1 only.
 */
export function printFailure(
  host: Host,
  problem: SetupProblem,
  { mode, paint }: { readonly mode: string | undefined; readonly paint: Paint },
): void {
  if (mode !== undefined) process.stdout.write(renderJson(failureOf(mode, problem)));
  if (host.env.RUNNER_DEBUG === '1' && problem.cause !== undefined) {
    process.stderr.write(`${inspect(problem.cause)}\n`);
  }
  printProblem(problem, paint);
}

/** Prints why a command is not run, on standard error. */
export function printComplaint(report: Report, paint: Paint): void {
  process.stderr.write(`${renderText(report, paint).join('\n')}\n`);
  printProblem(report.problem, paint);
}

function printProblem(problem: Report['problem'], paint: Paint): void {
  if (problem !== undefined) process.stderr.write(`${paint.bad(problem.id)} ${problem.message}\n`);
}
