import { describe, expect, it } from 'vitest';
import {
  isInward,
  isObject,
  parseList,
  parseObject,
  splitList,
  withoutEnd,
} from '../../../src/text/parse.ts';

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

describe('isInward', () => {
  it.each([
    ...[
      'localhost',
      'LOCALHOST:5000',
      'localhost.',
      'a.localhost',
      'a.b.localhost.:80',
      'localhost.localdomain',
    ],
    ...[
      'localhost6',
      'ip6-localhost',
      'ip6-loopback',
      '127.0.0.1',
      '127.255.0.9:80',
      '127.1',
      '0x7f.1',
      '2130706433',
    ],
    ...['0.0.0.0', '0', '0.1.2.3', '169.254.169.254', '[::]', '[::]:5000', '[::1]', '[0:0:0:0:0:0:0:1]:1'],
    ...[
      '[::ffff:127.0.0.1]',
      '[::ffff:7f12:3]',
      '[::127.0.0.1]',
      '[::ffff:0.0.0.0]',
      '[::ffff:169.254.169.254]',
    ],
    ...['[fe80::1]', '[febf::1]', '１２７.０.０.１', 'ⓛocalhost'],
  ])('takes %s for this machine', (host) => expect(isInward(host)).toBe(true));

  it.each([
    ...['example.com', 'localhost.example.com', 'notlocalhost', '128.0.0.1', '10.0.0.1', '126.255.255.255'],
    ...[
      '1.0.0.0',
      '169.253.1.1',
      '[2001:db8::1]',
      '[::ffff:10.0.0.1]',
      '[fec0::1]',
      '[::2]',
      '[fe7f::1]',
      '',
    ],
    ...['a b', '[::1', '127.0.0.1.example.com', '0.example.com'],
  ])('takes %j for another one', (host) => expect(isInward(host)).toBe(false));
});

it('withoutEnd takes off all of these characters at the end, and none elsewhere', () => {
  expect(withoutEnd('//a//', '/')).toBe('//a');
  expect(withoutEnd('a).!', '!.)')).toBe('a');
  expect([withoutEnd('///', '/'), withoutEnd('', '/'), withoutEnd('a', '')]).toEqual(['', '', 'a']);
});

describe('splitList', () => {
  it.each([
    ['a,b c\nd', 'a|b|c|d'],
    ['  ', ''],
    [',,a,,', 'a'],
  ])('%j', (text, words) => expect(splitList(text).join('|')).toBe(words));
});
