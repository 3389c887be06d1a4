import { describe, expect, it } from 'vitest';
import { parseChallenges } from '../../../src/oci/auth.ts';

const parsed = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

describe('parseChallenges', () => {
  it('reads the challenge of a registry with a token service', () => {
    const header =
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull"';
    expect(parsed(header)).toEqual([
      [
        'bearer',
        {
          realm: 'https://auth.docker.io/token',
          service: 'registry.docker.io',
          scope: 'repository:a/b:pull',
        },
      ],
    ]);
  });

  it.each<[string, unknown]>([
    ['', []],
    ['Basic', [['basic', {}]]],
    ['basic realm=x', [['basic', { realm: 'x' }]]],
    ['BEARER Realm = "a \\"b\\", c" , error=', [['bearer', { realm: 'a "b", c', error: '' }]]],
    [
      'Basic realm="x", Bearer realm="y"',
      [
        ['basic', { realm: 'x' }],
        ['bearer', { realm: 'y' }],
      ],
    ],
    ['realm="x"', []],
    ['Bearer realm="x" "y', [['bearer', { realm: 'x' }]]],
  ])('reads %s', (header, expected) => {
    expect(parsed(header)).toEqual(expected);
  });

  it('ends on what cannot be read, however long', () => {
    expect(parsed(`Bearer ${'"'.repeat(100_000)}`)).toEqual([['bearer', {}]]);
    expect(parseChallenges('a '.repeat(100_000)).length).toBeLessThanOrEqual(4096);
  });
});
