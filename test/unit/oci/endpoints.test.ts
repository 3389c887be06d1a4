import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import {
  type Endpoint,
  endpointsOf,
  type MachineRegistries,
  NO_MACHINE,
  refusalOf,
  trustOf,
} from '../../../src/oci/endpoints.ts';
import {
  type ImageReference,
  parseImageReference,
  parseMirror,
  registryOrigin,
} from '../../../src/oci/reference.ts';
import { hostsOf, rulesOf } from '../../../src/oci/registries-conf.ts';

interface Files {
  readonly mirrors?: readonly string[];
  readonly hub?: readonly string[];
  readonly insecure?: readonly string[];
  readonly certified?: readonly string[];
  readonly conf?: string;
  readonly hosts?: string;
}

function find(image: string, { mirrors = [], hub = [], insecure = [], certified = [], conf, hosts }: Files) {
  const machine: MachineRegistries = {
    hubMirrors: hub.map((address) => ({ address, from: 'daemon' })),
    rules: conf === undefined ? [] : (rulesOf(parse(conf), 'conf') ?? []),
    hosts: hosts === undefined ? [] : [{ ...hostsOf(parse(hosts)), from: 'hosts' }],
    insecure: (registry) => (insecure.includes(registry) ? 'daemon' : undefined),
    certified: (registry) => certified.includes(registry),
  };
  const told: string[] = [];
  const named = mirrors.map((text) => {
    const mirror = parseMirror(text);
    if ('problem' in mirror) throw new Error(mirror.problem);
    return mirror;
  });
  const found = endpointsOf(parseImageReference(image) as ImageReference, named, machine, (line) =>
    told.push(line),
  );
  const lines = found.endpoints.map(({ reference, from = 'itself', askedBy }) => {
    const insecurely = reference.insecure === 'any' ? ' unchecked' : '';
    const by = askedBy === 'all' ? '' : ` by ${askedBy}`;
    return `${registryOrigin(reference)}/${reference.repository} ${from}${insecurely}${by}`;
  });
  return { lines, told, ...found };
}

const HUB = 'https://registry-1.docker.io/a/b';

describe('endpointsOf', () => {
  it('is the registry itself where nobody says more', () => {
    expect(find('a/b', {}).lines).toEqual([`${HUB} itself`]);
    const here = parseImageReference('localhost:5000/a/b') as ImageReference;
    expect(endpointsOf(here, [], NO_MACHINE, () => undefined).endpoints).toEqual([
      { reference: here, askedBy: 'all' },
    ]);
    expect(
      endpointsOf(parseImageReference('a/b') as ImageReference, [], NO_MACHINE, () => undefined),
    ).toEqual({
      endpoints: [{ reference: { registry: 'docker.io', repository: 'a/b', tag: 'latest' }, askedBy: 'all' }],
    });
  });

  it('asks the input first, then the machine, then the registry', () => {
    const files = {
      mirrors: ['m.example'],
      hub: ['https://one.lan', 'http://two.lan:5000/'],
      conf: '[[registry]]\nprefix="docker.io"\n[[registry.mirror]]\nlocation="three.lan/hub"\npull-from-mirror="digest-only"\n',
      hosts: '[host."https://four.lan"]\n',
    };
    expect(find('a/b', files).lines).toEqual([
      'https://m.example/a/b registry-mirrors',
      'https://one.lan/a/b daemon',
      'http://two.lan:5000/a/b daemon',
      'https://three.lan/hub/a/b conf by digest',
      'https://four.lan/a/b hosts',
      `${HUB} itself`,
    ]);
  });

  it('asks no more places than can have a share of the time, the registry itself among them', () => {
    const hub = Array.from({ length: 40 }, (_, at) => `https://m${at}.lan`);
    const { lines, told } = find('a/b', { hub });
    expect([lines.length, lines[0], lines[30], lines[31]]).toEqual([
      32,
      'https://m0.lan/a/b daemon',
      'https://m30.lan/a/b daemon',
      `${HUB} itself`,
    ]);
    expect(told).toEqual(['41 places are named for the image, and 9 of them were left out']);
  });

  it("asks the daemon's mirrors for Docker Hub alone, and each place once", () => {
    expect(find('ghcr.io/a/b', { hub: ['https://one.lan'] }).lines).toEqual(['https://ghcr.io/a/b itself']);
    expect(
      find('a/b', { mirrors: ['one.lan'], hub: ['https://one.lan', 'https://docker.io'] }).lines,
    ).toEqual(['https://one.lan/a/b registry-mirrors', `${HUB} daemon`]);
  });

  it('leaves out what is no place, and says which file has it', () => {
    const conf = '[[registry]]\nprefix="docker.io"\n[[registry.mirror]]\nlocation="UPPER/X"\n';
    const hosts = '[host."https://x.lan/path"]\n[host."https://y.lan"]\noverride_path=true\n[host."::"]\n';
    const { lines, told } = find('a/b', { hub: ['ftp://x y'], conf, hosts });
    expect(lines).toEqual([`${HUB} itself`]);
    expect(told).toEqual([
      expect.stringMatching(/^daemon: "ftp:\/\/x y" .*, and was left out$/),
      expect.stringMatching(/^conf: "UPPER\/X\/a\/b" has a repository name/),
      'hosts: "https://x.lan/path" has a path that is none of a registry, and was left out',
      'hosts: "https://y.lan" has no path, and override_path is set, and was left out',
      'hosts: ": :" names no valid registry host, and was left out',
    ]);
  });

  it('goes where registries.conf moves an image', () => {
    const conf = '[[registry]]\nprefix="docker.io/a"\nlocation="r.lan:5000/x"\ninsecure=true\n';
    expect(find('a/b', { conf }).lines).toEqual(['https://r.lan:5000/x/b conf unchecked']);
    expect(find('r.lan/a/b', { conf: '[[registry]]\nlocation="r.lan"\ninsecure=true\n' }).lines).toEqual([
      'https://r.lan/a/b conf unchecked',
    ]);
  });

  it('goes nowhere for a blocked image but to mirrors of the input', () => {
    const conf = '[[registry]]\nprefix="docker.io"\nblocked=true\n[[registry.mirror]]\nlocation="m.lan"\n';
    expect(find('a/b', { conf, mirrors: ['m.example'] })).toMatchObject({
      lines: ['https://m.example/a/b registry-mirrors'],
      blocked: 'conf',
    });
    expect(find('a/b', { conf }).lines).toEqual([]);
  });

  it('needs no proof of a registry that a file calls insecure', () => {
    const insecure = ['r.lan:5000', 'm.lan', '127.0.0.1:5000'];
    expect(find('r.lan:5000/a/b', { insecure, mirrors: ['m.lan', 'http://m.lan'] }).lines).toEqual([
      'https://m.lan/a/b registry-mirrors unchecked',
      'http://m.lan/a/b registry-mirrors',
      'https://r.lan:5000/a/b daemon unchecked',
    ]);
    // This machine needs none anyway.
    expect(find('127.0.0.1:5000/a/b', { insecure }).lines).toEqual(['http://127.0.0.1:5000/a/b itself']);
  });

  it('asks this machine by https where there are certificates for it', () => {
    expect(find('localhost:5000/a/b', { certified: ['localhost:5000'] }).lines).toEqual([
      'https://localhost:5000/a/b itself',
    ]);
  });

  it("understands containerd's addresses, and tells mirrors what they stand for", () => {
    const hosts = `
      server = "https://s.lan"
      [host."https://a.lan/v2/hub/"]
      override_path = true
      skip_verify = true
      ca = "/a.crt"
      [host."https://b.lan/v2"]
      override_path = true
      [host."http://c.lan"]
      skip_verify = true
      capabilities = ["pull"]
      [host."d.lan"]
    `;
    const { lines, endpoints } = find('a/b', { hosts });
    expect(lines).toEqual([
      'https://a.lan/hub/a/b hosts unchecked',
      'https://b.lan/a/b hosts',
      'http://c.lan/a/b hosts by digest',
      'https://d.lan/a/b hosts',
      'https://s.lan/a/b hosts',
    ]);
    expect(endpoints[0]).toMatchObject({
      namespace: 'docker.io',
      trust: { authorities: ['/a.crt'], client: undefined, unchecked: true },
    });
    expect(endpoints.map(({ namespace }) => namespace)).toEqual(Array(5).fill('docker.io'));
  });

  it('takes what hosts.toml says of the registry itself', () => {
    const own = find('r.lan/a/b', { hosts: 'ca = "/r.crt"\n' });
    expect(own.lines).toEqual(['https://r.lan/a/b hosts']);
    expect(own.endpoints[0]).toMatchObject({ namespace: undefined, trust: { authorities: ['/r.crt'] } });
    expect(find('r.lan/a/b', { hosts: 'skip_verify = true\n' }).lines).toEqual([
      'https://r.lan/a/b hosts unchecked',
    ]);
    expect(find('r.lan/a/b', { hosts: 'client = "/x.pem"\n' }).lines).toEqual(['https://r.lan/a/b hosts']);
    expect(find('r.lan/a/b', { hosts: '' }).lines).toEqual(['https://r.lan/a/b itself']);
    expect(find('r.lan/a/b', { hosts: 'capabilities = ["push"]\n' }).lines).toEqual([
      'https://r.lan/a/b itself',
    ]);
    expect(find('a/b', { hosts: '[host."https://x.lan/v2"]\n' }).lines[0]).toBe('https://x.lan/a/b hosts');
    const unread = find('a/b', { hosts: '[host."https://x.lan/path"]\noverride_path = true\n' });
    expect(unread.told).toEqual([
      'hosts: "https://x.lan/path" has a path that is none of a registry, and was left out',
    ]);
    const bad = find('r.lan/a/b', { hosts: 'server = "https://x/y/z"\n' });
    expect([bad.lines, bad.told.length]).toEqual([['https://r.lan/a/b itself'], 1]);
  });
});

const at = (more: Partial<Endpoint>, insecure?: 'plain' | 'any'): Endpoint => ({
  reference: { registry: 'r.lan', repository: 'a', insecure },
  askedBy: 'all',
  ...more,
});

describe('refusalOf', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  it.each<[string, Endpoint, string, boolean, string | undefined]>([
    ['a tag of a registry that proves itself', at({}), 'v1', false, undefined],
    [
      'a tag of one that does not',
      at({}, 'any'),
      'v1',
      false,
      'r.lan does not prove who it is, and its tag v1 is not believed',
    ],
    ['the same, where it is to be believed', at({}, 'plain'), 'v1', true, undefined],
    ['a digest, which any may give', at({}, 'plain'), digest, false, undefined],
    ['a tag of a mirror for digests', at({ askedBy: 'digest' }), 'v1', false, 'silently'],
    ['a digest of a mirror for tags', at({ askedBy: 'tag' }), digest, false, 'silently'],
    ['a digest of a mirror for digests', at({ askedBy: 'digest' }), digest, false, undefined],
  ])('%s', (_, endpoint, name, insecureTags, refusal) => {
    expect(refusalOf(endpoint, name, insecureTags)).toBe(refusal);
  });
});

describe('trustOf', () => {
  it('joins what places of one host say', () => {
    const client = { certificate: '/c', key: '/k' };
    const places = [
      at({}),
      at({ trust: { authorities: ['/a'] } }),
      at({ trust: { authorities: ['/b'], client } }),
    ];
    expect(trustOf(places)).toEqual({ authorities: ['/a', '/b'], client, unchecked: undefined });
    expect(trustOf([...places, at({}, 'any')]).unchecked).toBe(true);
    expect(trustOf([at({}, 'plain')])).toEqual({
      authorities: [],
      client: undefined,
      unchecked: undefined,
    });
  });
});
