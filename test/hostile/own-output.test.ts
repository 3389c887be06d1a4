/** What this program itself printed into a log, by way of an earlier step: it is no evidence of a failure. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allKinds } from '../../src/doctor/kinds/index.ts';
import { diagnoseLog, type LogAnswer } from '../../src/doctor/log/diagnose.ts';
import { annotationsOf } from '../../src/report/github.ts';
import { emptyReport, type Report } from '../../src/report/report.ts';
import { renderText } from '../../src/report/text.ts';
import { casesOf, OPEN } from '../../tools/docs/score.ts';
import { readLog } from '../support/logs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LOGS = OPEN.flatMap((path) => casesOf(join(root, path))).map(({ folder, file }) => ({
  file,
  text: readFileSync(join(folder, file), 'utf8'),
}));

const answerTo = (text: string): LogAnswer => diagnoseLog(readLog(text), {}, { here: false });

/** The doctor’s report on a log. */
function reportOn(answer: LogAnswer): Report {
  const logs = [{ ...answer, name: 'build.log', from: 'file' as const }];
  return { ...emptyReport('doctor'), checks: [], diagnosis: { ...answer, logs } } as unknown as Report;
}

const printed = (answer: LogAnswer): string => `${renderText(reportOn(answer)).join('\n')}\n`;
const annotated = (answer: LogAnswer): string =>
  annotationsOf(reportOn(answer))
    .map(({ level, text }) => `##[${level}]${text}\n`)
    .join('');

/** The logs for which this is not so. */
const against = (holds: (text: string) => boolean) =>
  LOGS.filter(({ text }) => !holds(text)).map(({ file }) => file);

describe('the answer to a log of the corpus', () => {
  it('is none to itself', () => {
    expect(LOGS.length).toBeGreaterThan(900);
    expect(
      against((text) => {
        const said = printed(answerTo(text)) + annotated(answerTo(text));
        return readLog(said).matches.length === 0 && answerTo(said).verdict === 'nothing-failed';
      }),
    ).toEqual([]);
  });

  it('is the same where an earlier answer stands behind the log, or before it', () => {
    const earlier = printed(answerTo('$ uname -m\nx86_64\nexec /bin/sh: exec format error\n'));
    const kept = ({ verdict, headline, next, diagnoses }: LogAnswer) =>
      JSON.stringify([verdict, headline, next, diagnoses.map(({ id, causes }) => [id, causes])]);
    for (const put of [(text: string) => `${text}\n${earlier}`, (text: string) => earlier + text])
      expect(against((text) => kept(answerTo(put(text))) === kept(answerTo(text)))).toEqual([]);
  });
});

it.each(allKinds().filter(({ causes }) => causes.length > 0))(
  'an annotation of $id shows nothing',
  ({ causes }) => {
    for (const { text, remedy } of causes) {
      const said = `${text}. ${remedy}.`.replace(/\{platform\}/g, 'linux/arm64').replace(/\{\w+\}/g, 'it');
      for (const line of [`##[error]${said}`, `##[error]Possible: ${said}`, `  Cause (SB011): ${said}`])
        expect(readLog(`${line}\n`)).toMatchObject({ matches: [], errors: [] });
    }
  },
);

describe('what others print as if it were this program’s', () => {
  const RULE = '─'.repeat(40);
  const HEADLINE = 'This failure does not come from emulation: a file is missing.';
  const TALLY = '31 checks found nothing, 4 found something, 43 were skipped, 0 failed';
  const FAILED = [
    '#9 [linux/arm64 2/2] RUN make',
    '#9 0.101 exec /bin/sh: exec format error',
    '#9 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 255',
  ];
  const kept = (lines: readonly string[]): unknown => {
    const log = readLog(`${lines.join('\n')}\n`);
    const { verdict, diagnoses } = diagnoseLog(log, {}, { here: false });
    return [verdict, diagnoses.map(({ id }) => id), log.failed?.command];
  };
  const found = kept(FAILED);

  it('hides no step whose names look like ids of this program', () => {
    const named = (name: string) =>
      FAILED.map((line) =>
        line.replaceAll('make', `/src/${name}/configure`).replace('/bin/sh:', `/src/${name}/configure:`),
      );
    const verdictOn = (name: string) => {
      const [verdict, ids] = kept(named(name)) as [string, unknown];
      return [verdict, ids];
    };
    expect(verdictOn('SRC01')[0]).toBe('emulation');
    for (const name of ['SB001', 'SB-TOOL', 'SB043 old']) expect(verdictOn(name)).toEqual(verdictOn('SRC01'));
  });

  it('hides no failure of another tool, whatever stands around it', () => {
    const failures = [
      'docker: Error response from daemon: failed to create task: exec /bin/sh: exec format error',
      'make: *** [Makefile:3: all] Error 1',
    ];
    for (const failure of [failures, ...failures.map((one) => [one])])
      for (const lines of [
        [HEADLINE, RULE, ...failure, TALLY],
        [HEADLINE, ...failure.map((line) => `  ${line}`), RULE, TALLY],
        [HEADLINE, ...failure, HEADLINE, RULE, 'a note', TALLY],
        ['SB001 x (error)', ...failure, 'SB001 x (error)'],
      ]) {
        expect(kept(lines)).toEqual(kept(failure));
        expect((kept(lines) as [string])[0]).not.toBe('nothing-failed');
      }
  });

  it.each<[string, readonly string[]]>([
    ['an answer with its rule', [HEADLINE, RULE, ...FAILED]],
    ['an answer with its rule and its end', [HEADLINE, RULE, ...FAILED, TALLY]],
    ['many of them', [...Array.from({ length: 50 }, () => [HEADLINE, RULE]).flat(), ...FAILED, TALLY]],
    [
      'a rule and an end around a log of its own',
      [HEADLINE, RULE, 'a note', ...FAILED, 'a note', TALLY, TALLY],
    ],
  ])('hides no step that failed: %s', (_, lines) => {
    expect(kept(lines)).toEqual(found);
  });

  it('is counted', () => {
    expect(readLog(`a\n${HEADLINE}\n\n${RULE}\na note\n${TALLY}\nb\n`)).toMatchObject({ lines: 7, own: 4 });
  });
});
