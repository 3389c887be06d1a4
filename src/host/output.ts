/**
 * The one door for output: all that people and the runner are told leaves by this file, line by line, and safe to print
 * wherever its parts came from. Nothing else writes to standard output, standard error or through @actions/core; the
 * program that is root's answers by itself (main/privileged.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import * as core from '@actions/core';
import { printable, safeLine } from '../text/text.ts';

export { addPath, endGroup, saveState, setOutput } from '@actions/core';

/** Writes a line of the workflow log. */
export function logLine(text: string): void {
  core.info(`  ${safeLine(text)}`);
}

/** Begins a group of the workflow log. */
export function startGroup(title: string): void {
  core.startGroup(safeLine(title));
}

/** Makes an annotation. */
export function annotate(level: 'error' | 'warning', title: string, text: string): void {
  const tell = level === 'error' ? core.error : core.warning;
  tell(safeLine(text), { title: safeLine(title) });
}

/** Writes to the log what is shown with step debugging only. */
export function debug(text: string): void {
  if (core.isDebug()) core.debug(safeLines(text).join('\n'));
}

/** Adds Markdown to the job summary. Throws when the runner's file cannot be written. */
export async function writeSummary(markdown: string): Promise<void> {
  await core.summary.addRaw(safeLines(markdown).join('\n')).write();
}

/** The sequences that colour a text on a terminal: no other gets there. */
export const COLOURS = {
  good: '\u001b[32m',
  bad: '\u001b[31m',
  warn: '\u001b[33m',
  faint: '\u001b[2m',
  end: '\u001b[0m',
};
const COLOUR = /(\u001b\[(?:32|31|33|2|0)m)/;

let isDrawn = false;

/** Takes what was drawn off the line (ECMA-48: erase in line). */
const ERASE = '\r\u001b[K';

/** Draws a line on the terminal of standard error, in the place of what was drawn before; nothing takes it away. */
export function redraw(text: string): void {
  if (text === '' && !isDrawn) return;
  isDrawn = text !== '';
  const width = process.stderr.columns || 80;
  process.stderr.write(`${ERASE}${safeLine(text).slice(0, width - 1)}`);
}

/** Writes lines to a terminal, or where it was redirected to; `coloured` ones have our colours in them. */
export function print(stream: 'stdout' | 'stderr', lines: readonly string[], coloured = false): void {
  redraw('');
  process[stream].write(`${lines.map(coloured ? keepColours : safeLine).join('\n')}\n`);
}

function keepColours(line: string): string {
  const parts = line.split(COLOUR);
  return parts.map((part, index) => (index % 2 === 0 ? safeLine(part) : part)).join('');
}

function safeLines(text: string): readonly string[] {
  return text.split('\n').map(safeLine);
}

/**
 * Runs a library's work that writes to standard output what its service says. Of that, warnings become lines of the log;
 * the rest is dropped, also what comes when the work has been given up.
 */
export function unheard<T>(log: (line: string) => void, work: () => Promise<T>): Promise<T> {
  const { stdout } = process;
  const write = stdout.write;
  const libraryIsWriting = new AsyncLocalStorage<true>();
  const filter = (chunk: unknown, ...rest: unknown[]): boolean => {
    if (libraryIsWriting.getStore() === undefined) return Reflect.apply(write, stdout, [chunk, ...rest]);
    const warnings = String(chunk).matchAll(/^::(?:warning|error)(?: [^:]*)?::(.*)$/gm);
    libraryIsWriting.exit(() => {
      for (const [, text = ''] of warnings) log(printable(text));
    });
    return true;
  };
  stdout.write = filter as typeof stdout.write;
  return libraryIsWriting.run(true, work);
}
