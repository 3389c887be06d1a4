import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allKinds } from '../../../../src/doctor/kinds/index.ts';
import type { LogFacts } from '../../../../src/doctor/kinds/kind.ts';
import { diagnoseLog } from '../../../../src/doctor/log/diagnose.ts';
import { linksOf } from '../../../../src/text/text.ts';
import { EXAMPLES } from '../../../../tools/docs/examples.ts';
import { readLog } from '../../../support/logs.ts';

const ids = allKinds().map(({ id }) => id);
const FAILURES = allKinds().filter(({ bearing }) => bearing !== 'clue');

/** An example as a log in which installers and other platforms were at work. */
const logOf = (shown: string) => `docker run tonistiigi/binfmt\n${shown.replaceAll(' / ', '\n')}\n`;

describe('allKinds', () => {
  it('have ids of their own', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it.each(allKinds())('$id is whole', (kind) => {
    const { id, bearing, signs, explains = [], causes } = kind;
    expect(signs.length).toBeGreaterThan(0);
    for (const { has } of signs) {
      expect(has).toMatch(/^[\x20-\x7e]{3,}$/);
      expect(has).toBe(has.toLowerCase());
    }
    for (const other of explains) {
      expect(ids).toContain(other);
      // Of two that explain each other neither would be left.
      expect(allKinds().find((one) => one.id === other)?.explains ?? []).not.toContain(id);
    }
    expect(causes.length > 0).toBe(bearing !== 'clue');
    expect((EXAMPLES[id] ?? []).length > 0).toBe(bearing !== 'clue');
    for (const { text, remedy } of causes) {
      expect(text).toMatch(/^\S.*[^.!]$/);
      expect(remedy).toMatch(/^[A-Z].*[^.]$/);
    }
    for (const source of linksOf(kind.sources ?? ''))
      expect(source).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:issues|pull)\/\d+$/);
  });

  it.each(FAILURES)('$id is recognised in its examples', ({ id }) => {
    for (const shown of EXAMPLES[id] ?? [])
      expect(readLog(logOf(shown)).matches.map((match) => match.id)).toContain(id);
  });

  it('name every example', () => {
    expect(Object.keys(EXAMPLES).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(FAILURES)('$id always has something to do next', ({ id }) => {
    for (const shown of EXAMPLES[id] ?? []) {
      for (const facts of [{}, { hostArch: 'amd64', archs: [] }] satisfies LogFacts[]) {
        const { next, diagnoses } = diagnoseLog(readLog(logOf(shown)), facts);
        expect(next.length).toBeGreaterThan(10);
        for (const { causes } of diagnoses)
          for (const { text, remedy, commands } of causes)
            expect([text, remedy, ...commands].join('\n')).not.toMatch(/\{\w+\}|undefined/);
      }
    }
  });
});

/** What tools print last, with what a right answer says of it where nothing else is known; `\n` and `\t` as written. */
const ROWS = readFileSync(new URL('../../../corpus/lines.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t') as [verdict: string, platform: string, lines: string]);

it.each(ROWS)('says %s, on %s, of: %s', (verdict, platform, lines) => {
  const on = platform === '-' ? '' : `${platform} `;
  const shown = lines.replaceAll('\\t', '\t').split('\\n');
  const log = [
    `#9 [${on}build 4/6] RUN ./build.sh`,
    ...shown.map((line) => `#9 12.31 ${line}`),
    '#9 ERROR: process "/bin/sh -c ./build.sh" did not complete successfully: exit code: 1',
  ].join('\n');
  expect(diagnoseLog(readLog(`${log}\n`), {}, { here: false }).verdict).toBe(verdict);
});
