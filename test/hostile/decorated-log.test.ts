/** Logs as people quote them and as collectors keep them: their answer is that of the log itself. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { diagnoseLog, type LogAnswer } from '../../src/doctor/log/diagnose.ts';
import { casesOf, OPEN } from '../../tools/docs/score.ts';
import { readLog } from '../support/logs.ts';

/** Changes each line of a text; an end of the text is no line. */
const lineByLine = (change: (line: string, index: number) => string) => (text: string) =>
  text
    .split('\n')
    .map((line, index, all) => (line === '' && index === all.length - 1 ? line : change(line, index)))
    .join('\n');
const before = (prefix: string) => lineByLine((line) => `${prefix}${line}`);
const isLong = (text: string) => text.trim().split('\n').length > 4;

type Decoration = readonly [name: string, decorate: (text: string) => string];

/** What issues, mails and collectors make of a log. */
const COMMON: readonly Decoration[] = [
  ['a quotation', before('> ')],
  ['a bar', before('| ')],
  ['an indentation', before('    ')],
  ['a time', before('[2026-01-01T00:00:00.000Z] ')],
  ['a clock', before('12:00:01 ')],
  ['compose', before('name-1  | ')],
  ['Windows’ line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['colours', lineByLine((line) => `\u001b[31m${line}\u001b[0m`)],
  ['code of Markdown', (text) => `Log:\n\n\`\`\`text\n${text}\n\`\`\`\n`],
];
const FURTHER: readonly Decoration[] = [
  ['a quotation that leaves out spaces', lineByLine((line) => (line === '' ? '>' : `> ${line}`))],
  ['a tab', before('\t')],
  ['indented code', (text) => `  ~~~\n${before('  ')(text)}\n  ~~~\n`],
  ['a quotation of code', (text) => before('> ')(`\`\`\`\n${text}\n\`\`\`\n`)],
  ['the journal', before('Jan  1 12:00:01 box dockerd[123]: ')],
  ['seconds since 1970', before('1767225600.123 ')],
  ['seconds', lineByLine((line, index) => `[${index}.123s] ${line}`)],
  ['minutes', lineByLine((line, index) => `${index}:07 ${line}`)],
  ['a date', before('2026-01-01 12:00:01,123 ')],
  ['another date', before('01/02/2026 12:00:01 PM ')],
  ['a server’s date', before('01/Jan/2026:12:00:01 +0000 ')],
  ['numbers', lineByLine((line, index) => `${index + 1}: ${line}`)],
  ['other numbers', lineByLine((line, index) => `${String(index + 1).padStart(6)}\t${line}`)],
  ['a pod', before('[pod/app-7d8f9/main] ')],
  ['gh run view --log', before('build\tRun make\t2026-01-01T00:00:00.0000000Z ')],
  ['an engine’s record', lineByLine((line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout' }))],
  ['several', before('    > [2026-01-01T00:00:00.000Z] name-1  | ')],
  ['a box', (text) => `+-----+\n${before('| ')(text)}`],
  ['an introduction', (text) => (isLong(text) ? `On Monday somebody wrote:\n${before('> ')(text)}` : text)],
];

const root = fileURLToPath(new URL('../..', import.meta.url));
const LOGS = OPEN.flatMap((path) => casesOf(join(root, path))).map(({ folder, file }) => ({
  file,
  text: readFileSync(join(folder, file), 'utf8'),
}));

/** The answer without the numbers of lines. */
function answerTo(text: string): unknown {
  const { lookAt, diagnoses, ...rest }: LogAnswer = diagnoseLog(readLog(text), {}, { here: false });
  const said = diagnoses.map(({ evidence, ...one }) => ({
    ...one,
    evidence: evidence.map((line) => line.text),
  }));
  // A bar that the tool itself puts before its lines (bitbake) is taken for a frame behind a time.
  return { ...rest, diagnoses: said, lookAt: lookAt.map((line) => line.text.replace(/^\| /, '')) };
}

describe('a log of the corpus has the same answer', () => {
  const plain = new Map(LOGS.map(({ file, text }) => [file, JSON.stringify(answerTo(text))]));
  const changed = (decorate: Decoration[1], logs = LOGS) =>
    logs.filter(({ file, text }) => JSON.stringify(answerTo(decorate(text))) !== plain.get(file));

  it.each(COMMON)('behind %s', (_, decorate) => {
    expect(changed(decorate).map(({ file }) => file)).toEqual([]);
  });

  // Each of so many logs: the others are read above.
  it.each(FURTHER)('behind %s', (_, decorate) => {
    const some = LOGS.filter((_log, index) => index % 6 === 0);
    expect(some.length).toBeGreaterThan(100);
    expect(changed(decorate, some).map(({ file }) => file)).toEqual([]);
  });
});
