import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseIdMaps,
  countIds,
  formatIdMap,
  type IdFacts,
  parseIdMap,
  parseSubordinateIds,
  restoreIds,
  userName,
} from '../../../src/namespace/id-maps.ts';

const everything = [{ inside: 0, outside: 0, count: 4_294_967_295 }];
const facts = (change: Partial<IdFacts>): IdFacts => ({
  uid: 1001,
  gid: 1002,
  here: { users: everything, groups: everything },
  mayMapAll: false,
  subUids: [{ first: 100_000, count: 65_536 }],
  subGids: [{ first: 200_000, count: 65_536 }],
  helpers: true,
  ...change,
});

describe('parseIdMap', () => {
  it('reads what the kernel prints', () => {
    expect(parseIdMap('         0          0 4294967295\n')).toEqual(everything);
    expect(parseIdMap('         0       1001          1\n         1     100000      65536\n')).toEqual([
      { inside: 0, outside: 1001, count: 1 },
      { inside: 1, outside: 100_000, count: 65_536 },
    ]);
    expect(parseIdMap('')).toEqual([]);
    expect(parseIdMap('a b c\n')).toEqual([]);
  });

  it('reads what formatIdMap writes', () => {
    const id = fc.nat(4_294_967_295);
    fc.assert(
      fc.property(fc.array(fc.record({ inside: id, outside: id, count: id })), (extents) => {
        expect(parseIdMap(formatIdMap(extents))).toEqual(extents);
      }),
    );
  });
});

describe('parseSubordinateIds', () => {
  const text =
    'root:1:2\nrunner:100000:65536\n1001:300000:10\n runner:500000:1 \nrunner:x:1\nrunner:7:0\nrunner\n';
  it.each([
    [['runner'], [100_000, 500_000]],
    [
      ['runner', '1001'],
      [100_000, 300_000, 500_000],
    ],
    [['nobody'], []],
  ])('gives %j the ranges that begin at %j', (names, firsts) => {
    expect(parseSubordinateIds(text, names).map(({ first }) => first)).toEqual(firsts);
  });
});

describe('userName', () => {
  it('finds the first name of an id', () => {
    const passwd = 'root:x:0:0:root:/root:/bin/bash\nrunner:x:1001:1001::/home/runner:/bin/sh\n';
    expect(userName(passwd, 1001)).toBe('runner');
    expect(userName(passwd, 5)).toBeUndefined();
  });
});

describe('chooseIdMaps', () => {
  it('gives a user with subordinate ids all of these, and the user alone as a second choice', () => {
    const [ranges, own, ...rest] = chooseIdMaps(facts({}));
    expect(ranges).toEqual({
      kind: 'ranges',
      users: [
        { inside: 0, outside: 1001, count: 1 },
        { inside: 1, outside: 100_000, count: 65_536 },
      ],
      groups: [
        { inside: 0, outside: 1002, count: 1 },
        { inside: 1, outside: 200_000, count: 65_536 },
      ],
    });
    expect(own?.kind).toBe('own');
    expect(rest).toEqual([]);
  });

  it('puts several ranges one after another', () => {
    const subUids = [
      { first: 100_000, count: 10 },
      { first: 500_000, count: 5 },
    ];
    const [choice] = chooseIdMaps(facts({ subUids }));
    expect(choice?.users.at(-1)).toEqual({ inside: 11, outside: 500_000, count: 5 });
    expect(countIds(choice?.users ?? [])).toBe(16);
  });

  it.each<[string, Partial<IdFacts>]>([
    ['the helpers are missing', { helpers: false }],
    ['no user ids are granted', { subUids: [] }],
    ['no group ids are granted', { subGids: [] }],
  ])('maps the user alone where %s', (_, change) => {
    expect(chooseIdMaps(facts(change))).toEqual([
      {
        kind: 'own',
        users: [{ inside: 0, outside: 1001, count: 1 }],
        groups: [{ inside: 0, outside: 1002, count: 1 }],
      },
    ]);
  });

  it('passes on every id that root of a namespace has', () => {
    const here = {
      users: [{ inside: 0, outside: 100_000, count: 65_536 }],
      groups: [{ inside: 0, outside: 100_000, count: 65_536 }],
    };
    const [all] = chooseIdMaps(facts({ uid: 0, gid: 0, mayMapAll: true, here }));
    expect(all).toMatchObject({ kind: 'all', users: [{ inside: 0, outside: 0, count: 65_536 }] });
  });
});

describe('restoreIds', () => {
  it('gives back every id that was outside', () => {
    const maps = { users: [{ inside: 0, outside: 1001, count: 1 }], groups: everything };
    expect(restoreIds(maps)).toEqual({
      users: [{ inside: 1001, outside: 0, count: 1 }],
      groups: everything,
    });
    expect(restoreIds(restoreIds(maps))).toEqual(maps);
  });
});
