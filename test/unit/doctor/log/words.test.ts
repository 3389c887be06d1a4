import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from '../../../../src/doctor/log/words.ts';

describe('findWords', () => {
  it('finds words that hold, begin and end each other', () => {
    const words = ['he', 'she', 'his', 'hers', 'e', 'usher'];
    const found = [...findWords(words)('ushers ä he')].map((index) => words[index]);
    expect(found.sort()).toEqual(['e', 'he', 'hers', 'she', 'usher']);
    expect(findWords(words)('')).toEqual([]);
  });

  it('does not care for capitals', () => {
    expect(findWords(['exec format', '[a]'])('Exec FORMAT error @[ [A] {a}')).toEqual([0, 1]);
  });

  it('finds each of more words than 16 bits could number', () => {
    const words = Array.from({ length: 7000 }, (_, index) => `${index.toString(36)}-a long word`);
    for (const index of [0, 6000, 6998, 6999])
      expect(findWords(words)(`x ${words[index]} x`)).toContain(index);
    expect(findWords(words)('zzzz-a long wor')).toEqual([]);
  });

  it('says what includes() says', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', ' '), maxLength: 60 }),
        (words, text) => {
          const expected = words.flatMap((one, index) => (text.includes(one) ? [index] : []));
          expect([...findWords(words)(text)].sort()).toEqual(expected.sort());
        },
      ),
    );
  });
});
