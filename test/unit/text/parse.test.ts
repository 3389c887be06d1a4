import { describe, expect, it } from 'vitest';
import { isObject, parseList, parseObject } from '../../../src/text/parse.ts';

describe('JSON of others', () => {
  it('gives an object', () => {
    expect(parseObject('{"a": [1]}')).toEqual({ a: [1] });
  });

  it.each(['', '{', 'null', '1', '"{}"', '[{}]', 'undefined'])('%j is none', (text) => {
    expect(parseObject(text)).toBeUndefined();
  });

  it('gives the items of a list that are of a kind', () => {
    expect(parseList('[{"a": 1}, 2, null, {}]', isObject)).toEqual([{ a: 1 }, {}]);
  });

  it.each([undefined, '', '[', '{}', 'null', '"[]"'])('%j is no list', (text) => {
    expect(parseList(text, isObject)).toEqual([]);
  });

  it('takes no array for an object', () => {
    expect([{}, [], null, 'x', undefined].map(isObject)).toEqual([true, false, false, false, false]);
  });
});
