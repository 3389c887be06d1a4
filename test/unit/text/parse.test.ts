import { describe, expect, it } from 'vitest';
import { isObject, parseObject } from '../../../src/text/parse.ts';

describe('JSON of others', () => {
  it('gives an object', () => {
    expect(parseObject('{"a": [1]}')).toEqual({ a: [1] });
  });

  it.each(['', '{', 'null', '1', '"{}"', '[{}]', 'undefined'])('%j is none', (text) => {
    expect(parseObject(text)).toBeUndefined();
  });

  it('takes no array for an object', () => {
    expect([{}, [], null, 'x', undefined].map(isObject)).toEqual([true, false, false, false, false]);
  });
});
