/** What the program says on a terminal: plain lines, colours only where a person looks. */
import { inspect } from 'node:util';
import { FALLBACK } from '../doctor/checks/sources.ts';
import type { Host } from '../host/host.ts';
import { COLOURS, print, redraw } from '../host/output.ts';
import type { KnownPlatform } from '../platform/platforms.ts';
import type { SetupProblem } from '../text/problem.ts';
import { barMeter, lineMeter, type Progress } from '../text/progress.ts';
import { type Paint, PLAIN } from './lines.ts';
import { renderKnown, reportKnown } from './listing.ts';
import { failureOf, type HostlessReport, type Report, renderJson } from './report.ts';
import { CANNOT } from './result.ts';
import { renderText, warningsOf } from './text.ts';
import { reword, type Words } from './wording.ts';

const painted = (tone: 'good' | 'bad' | 'warn' | 'faint') => (text: string) =>
  `${COLOURS[tone]}${text}${COLOURS.end}`;
const COLOURED: Paint = {
  good: painted('good'),
  bad: painted('bad'),
  warn: painted('warn'),
  faint: painted('faint'),
};

/** Colours on a terminal that wants them (https://no-color.org). */
export function paintFor(host: Host, isTerminal: boolean): Paint {
  const wanted = isTerminal && (host.env.NO_COLOR ?? '') === '' && host.env.TERM !== 'dumb';
  return wanted ? COLOURED : PLAIN;
}

/** How the program speaks on this terminal. */
export interface Manner {
  readonly paint: Paint;
  readonly words: Words;
}

/** Progress goes to standard error, so that standard output holds the result alone. */
export function terminalProgress(host: Host, isTerminal: boolean, words: Words): Progress {
  const paint = paintFor(host, isTerminal);
  const line = (text: string): void => print('stderr', [`  ${words.sentence(text)}`]);
  const isLive = isTerminal && host.env.TERM !== 'dumb';
  return {
    group: (title) => say('stderr', [paint.faint(title)], paint),
    line,
    download: (download) => (isLive ? barMeter(line, redraw, download) : lineMeter(line, download)),
  };
}

/** Prints the result: the JSON document alone, or lines for people. What ended the run goes to standard error. */
export function printReport(told: Report, json: boolean, { paint, words }: Manner): void {
  const report = reword(told, words);
  if (json) printJson(report);
  else say('stdout', renderText(report, paint), paint);
  printProblem(report.problem, paint);
}

/**
 * Prints an error before there could be a report; `mode` is that of the JSON document, where one is wanted. What
 * caused it is printed with RUNNER_DEBUG=1 only.
 */
export function printFailure(
  host: Host,
  problem: SetupProblem,
  mode: string | undefined,
  { paint, words }: Manner,
): void {
  const told = reword(failureOf(mode ?? '', problem), words);
  if (mode !== undefined) printJson(told);
  if (host.env.RUNNER_DEBUG === '1' && problem.cause !== undefined) {
    print('stderr', inspect(problem.cause).split('\n'));
  }
  printProblem(told.problem, paint);
}

/** Prints the platforms that there are. */
export function printKnown(known: readonly KnownPlatform[], json: boolean): void {
  if (json) printJson(reportKnown(known));
  else print('stdout', renderKnown(known));
}

function printJson(report: HostlessReport): void {
  print('stdout', renderJson(report).trimEnd().split('\n'));
}

/** Prints why a command is not run, on standard error. */
export function printComplaint(told: Report, { paint, words }: Manner): void {
  const report = reword(told, words);
  say('stderr', renderText(report, paint), paint);
  printProblem(report.problem, paint);
}

/**
 * Prints on standard error what a command that runs all the same must know: that QEMU is from another source than the one that
 * was asked first, and what does not run here.
 */
export function printWarnings(told: Report, { paint, words }: Manner): void {
  const findings = told.findings.filter(({ id, title }) => id === FALLBACK || title.startsWith(CANNOT));
  if (findings.length > 0)
    say('stderr', warningsOf(reword({ ...told, findings }, words)).map(paint.warn), paint);
}

function printProblem(problem: Report['problem'], paint: Paint): void {
  if (problem !== undefined) say('stderr', [`${paint.bad(problem.id)} ${problem.message}`], paint);
}

function say(stream: 'stdout' | 'stderr', lines: readonly string[], paint: Paint): void {
  print(stream, lines, paint !== PLAIN);
}
