import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { hostsOf, placeAt, type RegistryRule, ruleFor, rulesOf } from '../../../src/oci/registries-conf.ts';

const rules = (toml: string) => rulesOf(parse(toml), 'f');

describe('rulesOf', () => {
  it('reads what containers-registries.conf(5) has', () => {
    const toml = `
      unqualified-search-registries = ["docker.io"]
      [[registry]]
      prefix = "docker.io/tonistiigi"
      location = "https://internal.lan:5000/hub/"
      insecure = true
      blocked = true
      [[registry.mirror]]
      location = "a.lan"
      insecure = true
      [[registry.mirror]]
      location = "b.lan"
      pull-from-mirror = "digest-only"
      [[registry.mirror]]
      location = "c.lan"
      pull-from-mirror = "tag-only"
      [[registry.mirror]]
      insecure = true
    `;
    expect(rules(toml)).toEqual([
      {
        from: 'f',
        prefix: 'docker.io/tonistiigi',
        location: 'internal.lan:5000/hub',
        insecure: true,
        blocked: true,
        mirrors: [
          { location: 'a.lan', insecure: true, askedBy: 'all' },
          { location: 'b.lan', insecure: false, askedBy: 'digest' },
          { location: 'c.lan', insecure: false, askedBy: 'tag' },
        ],
      },
    ]);
  });

  it('takes the location for the prefix, and mirrors by digest only', () => {
    const toml =
      '[[registry]]\nlocation="r.lan"\nmirror-by-digest-only=true\n[[registry.mirror]]\nlocation="m.lan"\npull-from-mirror="all"';
    expect(rules(toml)).toMatchObject([
      { prefix: 'r.lan', location: 'r.lan', insecure: false, mirrors: [{ askedBy: 'digest' }] },
    ]);
  });

  it.each(['', 'registry = 7', '[registry]\nx=1', '[[registry]]\nprefix=7', '[[registry]]\ninsecure="yes"'])(
    'leaves out what is of another kind: %j',
    (toml) => {
      expect(rules(toml)).toEqual([]);
    },
  );

  it('knows version 1 by its tables', () => {
    expect(rules("[registries.search]\nregistries = ['docker.io']")).toBeUndefined();
  });
});

const rule = (prefix: string, location = '', from = 'f'): RegistryRule => ({
  ...{ from, prefix, location, insecure: false, blocked: false, mirrors: [] },
});

describe('ruleFor', () => {
  const all = [rule('docker.io'), rule('docker.io/a'), rule('*.lan'), rule('docker.io', '', 'later')];
  it.each([
    ['docker.io/b/c', 'docker.io', 'later'],
    ['docker.io/a/c', 'docker.io/a', 'f'],
    ['docker.io/ab/c', 'docker.io', 'later'],
    ['x.lan:5000/a', '*.lan', 'f'],
    ['lan/a', undefined, undefined],
    ['docker.iox/a', undefined, undefined],
  ])('%s', (name, prefix, from) => {
    const found = ruleFor(all, name);
    expect([found?.prefix, found?.from]).toEqual([prefix, from]);
  });
});

describe('placeAt', () => {
  it.each([
    [rule('docker.io'), 'm.lan/hub', 'docker.io/a/b', 'm.lan/hub/a/b'],
    [rule('docker.io/a'), 'm.lan', 'docker.io/a/b', 'm.lan/b'],
    [rule('docker.io'), '', 'docker.io/a/b', 'docker.io/a/b'],
    [rule('*.lan'), 'm.example', 'x.lan:5000/a', 'm.example/a'],
  ])('%j at %j', (one, location, name, place) => {
    expect(placeAt(one, location, name)).toBe(place);
  });
});

describe('hostsOf', () => {
  it("reads containerd's places in their order", () => {
    const toml = `
      server = "https://registry-1.docker.io"
      skip_verify = true
      [host."https://a.lan/v2/hub"]
      capabilities = ["pull"]
      override_path = true
      ca = "/a.crt"
      client = [["/a.cert", "/a.key"], ["/b.cert", "/b.key"]]
      [host."http://b.lan"]
      capabilities = ["pull", "resolve", "push"]
      ca = ["/b.crt", 7, "/c.crt"]
      client = "/both.pem"
      [host."http://c.lan"]
      capabilities = ["push"]
      [host."http://d.lan"]
      client = ["/first.pem", "/second.pem"]
    `;
    const base = {
      overridesPath: false,
      unchecked: false,
      authorities: [],
      client: undefined,
      askedBy: 'all',
    };
    expect(hostsOf(parse(toml))).toEqual({
      mirrors: [
        {
          ...base,
          address: 'https://a.lan/v2/hub',
          askedBy: 'digest',
          overridesPath: true,
          authorities: ['/a.crt'],
          client: { certificate: '/a.cert', key: '/a.key' },
        },
        {
          ...base,
          address: 'http://b.lan',
          authorities: ['/b.crt', '/c.crt'],
          client: { certificate: '/both.pem', key: '/both.pem' },
        },
        { ...base, address: 'http://d.lan', client: { certificate: '/first.pem', key: '/first.pem' } },
      ],
      server: { ...base, address: 'https://registry-1.docker.io', unchecked: true },
    });
  });

  it.each([{}, { host: 7 }, { host: { 'http://x': 7 } }])('takes no place from %j', (file) => {
    expect(hostsOf(file)).toMatchObject({ mirrors: [], server: { address: '' } });
  });

  it('has no server of which nothing may be pulled', () => {
    expect(hostsOf({ capabilities: ['push'], client: [] }).server).toBeUndefined();
    expect(hostsOf({ client: [['/only.cert']] }).server?.client).toBeUndefined();
  });
});
