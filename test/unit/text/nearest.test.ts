import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../../src/text/text.ts';

describe('nearestWord', () => {
  it.each([
    ['plan', 'plan'],
    ['setpu', 'setup'],
    ['dcotor', 'doctor'],
    ['remov', 'remove'],
    ['remoove', 'remove'],
    ['zzz', undefined],
    ['', undefined],
    ['setup'.repeat(9), undefined],
  ])('%j is near to %j', (word, nearest) => {
    expect(nearestWord(word, ['setup', 'plan', 'doctor', 'remove'])).toBe(nearest);
  });
});
