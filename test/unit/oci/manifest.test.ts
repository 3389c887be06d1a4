import { describe, expect, it } from 'vitest';
import {
  entriesFor,
  formatImagePlatform,
  INDEX_TYPES,
  MANIFEST_TYPES,
  parseImageConfig,
  parseManifest,
} from '../../../src/oci/manifest.ts';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const described = (digit: string, more = {}) => ({ mediaType: 'x', digest: digest(digit), size: 1, ...more });
const platform = (os: string, architecture: string, variant?: string) => ({
  platform: { os, architecture, variant },
});
const [ociIndex = '', dockerIndex = ''] = INDEX_TYPES;
const [ociManifest = '', dockerManifest = ''] = MANIFEST_TYPES;

describe('parseManifest, an index', () => {
  const document = {
    manifests: [
      described('1', platform('linux', 'amd64')),
      described('2', platform('linux', 'arm', 'v7')),
      described('3', platform('windows', 'amd64')),
      described('4', platform('unknown', 'unknown')),
      described('5', {
        ...platform('linux', 'amd64'),
        annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
      }),
      described('6'),
      described('7', { platform: { os: 'linux' }, annotations: { other: 'x' } }),
    ],
  };

  it.each([
    ['its own media type', { ...document, mediaType: ociIndex }, undefined],
    ["Docker's media type", { ...document, mediaType: dockerIndex }, undefined],
    ['the content type', document, `${ociIndex}; charset=utf-8`],
    ['its fields alone', document, undefined],
    ['its fields, when the content type says nothing', document, 'application/json'],
  ])('is known by %s', (_name, value, contentType) => {
    expect(parseManifest(JSON.stringify(value), contentType)).toMatchObject({ kind: 'index' });
  });

  it('tells images from attestations, and finds those for an architecture', () => {
    const index = parseManifest(JSON.stringify(document));
    if (!('entries' in index)) throw new Error('no index');
    expect(index.entries.filter((entry) => entry.attestation).map((entry) => entry.digest[7])).toEqual([
      '4',
      '5',
    ]);
    expect(entriesFor(index, 'amd64').map((entry) => entry.digest)).toEqual([digest('1')]);
    expect(entriesFor(index, 'arm').map((entry) => entry.platform?.variant)).toEqual(['v7']);
    expect(entriesFor(index, 's390x')).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['without a list', { manifests: {} }, /without a list/],
    ['too long', { manifests: Array(1001).fill(described('1')) }, /more than 1000 images/],
    ['with an entry that is no object', { manifests: [1] }, /valid digest/],
    ['with a negative size', { manifests: [described('1', { size: -1 })] }, /valid digest/],
    ['with a broken size', { manifests: [described('1', { size: 1.5 })] }, /valid digest/],
    ['with a size that is no number', { manifests: [described('1', { size: '1' })] }, /valid digest/],
    ['with a path for a digest', { manifests: [described('1', { digest: '../../x' })] }, /valid digest/],
  ])('%s is refused', (_name, value, expected) => {
    expect(parseManifest(JSON.stringify(value))).toEqual({ problem: expect.stringMatching(expected) });
  });
});

describe('parseManifest, an image', () => {
  const document = { config: described('1'), layers: [described('2'), { ...described('3'), mediaType: 7 }] };

  it.each([
    ['its own media type', { ...document, mediaType: ociManifest }, undefined],
    ['the content type', document, dockerManifest],
    ['its fields alone', document, 'text/plain'],
  ])('is known by %s', (_name, value, contentType) => {
    expect(parseManifest(JSON.stringify(value), contentType)).toEqual({
      kind: 'manifest',
      config: { mediaType: 'x', digest: digest('1'), size: 1 },
      layers: [
        { mediaType: 'x', digest: digest('2'), size: 1 },
        { mediaType: '', digest: digest('3'), size: 1 },
      ],
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['without a config', { layers: [] }, /without config or layers/],
    ['without a list of layers', { config: described('1'), layers: {} }, /without config or layers/],
    ['with a layer that has no digest', { config: described('1'), layers: [{}] }, /layer without/],
    [
      'with too many layers',
      { config: described('1'), layers: Array(501).fill(described('1')) },
      /more than 500 layers/,
    ],
    ['that is an index as well', { manifests: [], layers: [] }, /at once/],
    [
      'of an unknown type',
      { mediaType: 'application/vnd.example', layers: [] },
      /media type application\/vnd.example/,
    ],
    ['of no type at all', {}, /neither/],
    ['that is a list', [], /JSON object/],
  ])('%s is refused', (_name, value, expected) => {
    expect(parseManifest(JSON.stringify(value))).toEqual({ problem: expect.stringMatching(expected) });
  });

  it('is refused when it is no JSON', () => {
    expect(parseManifest('{')).toEqual({ problem: 'is not a JSON object' });
  });
});

describe('parseImageConfig', () => {
  it.each(['os', 'architecture', 'variant'])('takes no long text for the %s', (name) => {
    const platform = { os: 'linux', architecture: 'arm', variant: 'v7', [name]: 'x'.repeat(65) };
    expect(parseImageConfig(JSON.stringify(platform))).toEqual({ problem: 'names no os and architecture' });
  });

  it('reads platform and environment', () => {
    const text = JSON.stringify({
      os: 'linux',
      architecture: 'arm64',
      variant: 'v8',
      config: { Env: ['PATH=/usr/bin', 'QEMU_PRESERVE_ARGV0=1', 'EMPTY=', 'A=b=c', 'broken', '=x', 7] },
    });
    const config = parseImageConfig(text);
    if ('problem' in config) throw new Error(config.problem);
    expect(config.platform).toEqual({ os: 'linux', architecture: 'arm64', variant: 'v8' });
    expect([...config.env]).toEqual([
      ['PATH', '/usr/bin'],
      ['QEMU_PRESERVE_ARGV0', '1'],
      ['EMPTY', ''],
      ['A', 'b=c'],
    ]);
  });

  it.each([{}, { config: {} }, { config: { Env: 'x' } }])('takes %j for an empty environment', (more) => {
    const config = parseImageConfig(JSON.stringify({ os: 'linux', architecture: 'amd64', ...more }));
    expect('env' in config && config.env.size).toBe(0);
  });

  it.each(['[]', '{', '{"os":"linux"}', '{"architecture":"amd64"}', '{"os":"","architecture":"x"}'])(
    'refuses %s',
    (text) => {
      expect(parseImageConfig(text)).toEqual({ problem: 'names no os and architecture' });
    },
  );
});

describe('formatImagePlatform', () => {
  it('joins what there is', () => {
    expect(formatImagePlatform({ os: 'linux', architecture: 'arm', variant: 'v7' })).toBe('linux/arm/v7');
    expect(formatImagePlatform({ os: 'linux', architecture: 'amd64' })).toBe('linux/amd64');
  });
});
