/** The voice of the program on a terminal: plain lines, colours only where a person looks. */

import { failureOf } from '../core/failure.ts';
import type { Host } from '../host/host.ts';
import { oneLine, type SetupProblem } from '../text/text.ts';
import type { Paint, Report } from './report.ts';
import { PLAIN, renderJson, renderText } from './report.ts';

const COLOURS: Paint = {
  good: (text) => `\u001b[32m${text}\u001b[0m`,
  bad: (text) => `\u001b[31m${text}\u001b[0m`,
  faint: (text) => `\u001b[2m${text}\u001b[0m`,
};

export interface Voice {
  readonly group: (title: string) => void;
  readonly line: (text: string) => void;
}

/** Colours on a terminal that wants them (https://no-color.org). */
export function paintFor(host: Host, isTerminal: boolean): Paint {
  const wanted = isTerminal && (host.env.NO_COLOR ?? '') === '' && host.env.TERM !== 'dumb';
  return wanted ? COLOURS : PLAIN;
}

/** Progress goes to standard error, so that standard output holds the result alone. */
export function terminalVoice(paint: Paint): Voice {
  return {
    group: (title) => process.stderr.write(`${paint.faint(title)}\n`),
    line: (text) => process.stderr.write(`  ${oneLine(text)}\n`),
  };
}

/** Prints the result: the JSON document alone, or lines for people. */
export function printReport(
  report: Report,
  options: { readonly json: boolean; readonly paint: Paint },
): void {
  if (options.json) {
    process.stdout.write(renderJson(report));
    return;
  }
  process.stdout.write(`${renderText(report, options.paint).join('\n')}\n`);
  if (report.problem !== undefined) {
    process.stderr.write(`${options.paint.bad(report.problem.id)} ${report.problem.message}\n`);
  }
}

/** Prints an error before there could be a report; `mode` is that of the JSON document, where one is wanted. */
export function printFailure(
  problem: SetupProblem,
  { mode, paint }: { readonly mode: string | undefined; readonly paint: Paint },
): void {
  if (mode !== undefined) process.stdout.write(renderJson(failureOf(mode, problem)));
  process.stderr.write(`${paint.bad(problem.id)} ${problem.message}\n`);
}

/** So long, in milliseconds, a person waits without wondering. */
const PATIENCE_MS = 1_500;

/**
 * Keeps to itself what it is told, but on a terminal says it when a person has waited for some time; `tell` says
 * it after all, and `close` keeps it for good.
 */
export function quietVoice(
  voice: Voice,
  isTerminal: boolean,
): Voice & { readonly tell: () => void; readonly close: () => void } {
  const kept: (() => void)[] = [];
  let open = false;
  const tell = (): void => {
    open = true;
    for (const words of kept.splice(0)) words();
  };
  const timer = isTerminal ? setTimeout(tell, PATIENCE_MS) : undefined;
  const say = (words: () => void): void => {
    if (open) words();
    else kept.push(words);
  };
  return {
    group: (title) => say(() => voice.group(title)),
    line: (text) => say(() => voice.line(text)),
    tell,
    close: () => clearTimeout(timer),
  };
}

/** Prints why a command is not run, on standard error. */
export function printComplaint(report: Report, paint: Paint): void {
  const lines = renderText(report, paint);
  process.stderr.write(`${lines.join('\n')}\n`);
  if (report.problem !== undefined) {
    process.stderr.write(`${paint.bad(report.problem.id)} ${report.problem.message}\n`);
  }
}
