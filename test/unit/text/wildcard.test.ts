import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWildcards, matchesWildcards } from '../../../src/text/wildcard.ts';

describe('wildcards', () => {
  it.each([
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a', 'a', true],
    ['a', 'ab', false],
    ['ab', 'a', false],
    ['a*', 'a', true],
    ['a**', 'abc', true],
    ['*c', 'abc', true],
    ['*c', 'abcd', false],
    ['a*b*c', 'aXbXbXc', true],
    ['*ab', 'aab', true],
    ['a?c', 'abc', true],
    ['a?', 'a', false],
    ['?*', '', false],
    ['a.b', 'aXb', false],
    ['[a]*', '[a]b', true],
    ['*', '*?', true],
    ['a?*b', 'ab', false],
    ['*\n*', 'a\nb', true],
  ])('%j stands for %j: %s', (pattern, name, fits) => expect(matchesWildcards(pattern, name)).toBe(fits));

  it('mean what an expression means that is made of them', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n'), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (given, name) => {
        const source = given.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        expect(matchesWildcards(given, name)).toBe(new RegExp(`^${source}$`, 's').test(name));
      }),
      { numRuns: 3000 },
    );
  });

  it('are what makes a text a pattern', () => {
    expect(['a*', '?', 'a.b', ''].map(hasWildcards)).toEqual([true, true, false, false]);
  });
});
