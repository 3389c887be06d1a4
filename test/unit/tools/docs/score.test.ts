import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { casesOf, judge, OPEN, renderScore, sumsOf, tableOf } from '../../../../tools/docs/score.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const judged = OPEN.flatMap((path) => casesOf(`${root}/${path}`)).map((one) => ({ one, result: judge(one) }));
const handed = judged.filter(({ one }) => one.folder.endsWith('handed'));
const total = sumsOf(judged).at(-1);

describe('the doctor on logs whose causes are known', () => {
  it.each(handed)('leads with the true cause of $one.file', ({ result }) => {
    expect(result.why).toEqual([]);
  });

  it('is right and first in nearly all, and raises no false alarm', () => {
    expect(total?.cases).toBeGreaterThanOrEqual(200);
    expect((total?.right ?? 0) / (total?.cases ?? 1)).toBeGreaterThanOrEqual(0.95);
    expect(total?.falseAlarm).toBe(0);
  });
});

describe('docs/doctor-score.md', () => {
  it('has the sums of the open cases (npm run docs writes them anew)', () => {
    const page = readFileSync(`${root}/docs/doctor-score.md`, 'utf8');
    expect(renderScore(page, 'open', judged)).toBe(page);
    expect(page).toContain(tableOf(sumsOf(judged)));
  });
});

describe('judge', () => {
  const [first] = handed;
  if (first === undefined) throw new Error('no case');
  const { one } = first;

  it('finds a case wrong by its verdict, its words, its platform, and what must not be said', () => {
    expect(judge(one).right).toBe(true);
    for (const change of [
      { verdict: 'not-emulation' },
      { words: 'something else' },
      { remedy: 'something else' },
      { platform: 'linux/s390x' },
      { forbidden: 'BuildKit' },
    ]) {
      const result = judge({ ...one, ...change });
      expect(result).toMatchObject({ right: false, wrong: true, missed: false });
      expect(result.why.length).toBe(1);
    }
    expect(judge({ ...one, verdict: 'not-emulation' }).falseAlarm).toBe(true);
  });
});
