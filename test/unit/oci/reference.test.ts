import { describe, expect, it } from 'vitest';
import {
  formatImageReference,
  isDigest,
  mirrored,
  parseImageReference,
  parseMirror,
  registryOrigin,
} from '../../../src/oci/reference.ts';
import { DEFAULT_IMAGE } from '../../../src/qemu/default-image.ts';
import { isLoopback } from '../../../src/text/parse.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseImageReference', () => {
  it.each([
    ['alpine', { registry: 'docker.io', repository: 'library/alpine', tag: 'latest' }],
    ['alpine:3', { registry: 'docker.io', repository: 'library/alpine', tag: '3' }],
    ['a/b', { registry: 'docker.io', repository: 'a/b', tag: 'latest' }],
    ['docker.io/alpine', { registry: 'docker.io', repository: 'library/alpine', tag: 'latest' }],
    ['index.docker.io/a/b:1', { registry: 'docker.io', repository: 'a/b', tag: '1' }],
    ['registry-1.docker.io/a/b:1', { registry: 'docker.io', repository: 'a/b', tag: '1' }],
    ['ghcr.io/a/b/c__d.e-f', { registry: 'ghcr.io', repository: 'a/b/c__d.e-f', tag: 'latest' }],
    ['GHCR.io/a:Tag', { registry: 'ghcr.io', repository: 'a', tag: 'Tag' }],
    ['localhost/a', { registry: 'localhost', repository: 'a', tag: 'latest' }],
    ['host:5000/a:1', { registry: 'host:5000', repository: 'a', tag: '1' }],
    ['[::1]:5000/a', { registry: '[::1]:5000', repository: 'a', tag: 'latest' }],
    [`host:5000/a@${DIGEST}`, { registry: 'host:5000', repository: 'a', digest: DIGEST }],
    [`a/b:1@${DIGEST}`, { registry: 'docker.io', repository: 'a/b', tag: '1', digest: DIGEST }],
  ])('reads %s', (text, expected) => {
    expect(parseImageReference(text)).toEqual(expected);
  });

  it.each([
    ['', /repository name/],
    ['Alpine', /repository name/],
    ['Tonistiigi/binfmt', /repository name that is not lower-case/],
    ['a//b', /repository name/],
    ['a/../b', /repository name/],
    ['a b', /repository name/],
    ['ghcr.io/', /repository name/],
    ['a\nb', /repository name/],
    ['a:', /tag/],
    ['a:b c', /tag/],
    [`a:${'x'.repeat(129)}`, /tag/],
    ['a@sha256:12', /digest/],
    [`a@sha512:${'0'.repeat(128)}`, /digest/],
    [`a@${DIGEST}@${DIGEST}`, /more than one @/],
    ['-host.io/a', /registry host/],
    ['host:port/a', /registry host/],
    ['127.999.0.1:5000/a', /registry host/],
    ['[:::]/a', /registry host/],
    ['user@host.io/a', /digest/],
    ['host:0/a', /65535/],
    ['host:65536/a', /65535/],
    [`ghcr.io/${'a/'.repeat(130)}b`, /255/],
  ])('refuses %j', (text, expected) => {
    const parsed = parseImageReference(text);
    expect('problem' in parsed && parsed.problem).toMatch(expected);
  });

  it('reads back what it writes', () => {
    for (const text of [
      DEFAULT_IMAGE,
      `localhost:5000/a/b:1@${DIGEST}`,
      `ghcr.io/a@${DIGEST}`,
      'ghcr.io/a:1',
    ]) {
      const parsed = parseImageReference(text);
      expect('problem' in parsed ? parsed : formatImageReference(parsed)).toBe(text);
    }
  });

  it('has a default image that is pinned', () => {
    expect(parseImageReference(DEFAULT_IMAGE)).toMatchObject({
      registry: 'docker.io',
      digest: expect.any(String),
    });
  });
});

describe('parseMirror', () => {
  it.each([
    ['mirror.gcr.io', { registry: 'mirror.gcr.io', prefix: '' }],
    ['https://mirror.gcr.io/', { registry: 'mirror.gcr.io', prefix: '' }],
    ['Localhost:5000/proxy/hub', { registry: 'localhost:5000', prefix: 'proxy/hub' }],
    ['http://127.0.0.1:5000', { registry: '127.0.0.1:5000', prefix: '' }],
    ['127.0.0.1:5000', { registry: '127.0.0.1:5000', prefix: '' }],
    ['https://127.0.0.1:5000', { registry: '127.0.0.1:5000', prefix: '', secure: true }],
    ['HTTPS://Localhost:5001/hub/', { registry: 'localhost:5001', prefix: 'hub', secure: true }],
    ['http://mirror.lan:5000', { registry: 'mirror.lan:5000', prefix: '', insecure: 'plain' }],
    ['https://index.docker.io', { registry: 'docker.io', prefix: '' }],
    ['https://[::1]:5001', { registry: '[::1]:5001', prefix: '', secure: true }],
  ])('reads %s', (text, expected) => {
    expect(parseMirror(text)).toEqual(expected);
  });

  it.each([
    ['', /registry host/],
    ['ftp://mirror.example.com', /registry host|repository name/],
    ['mirror.example.com/UPPER', /repository name/],
    ['mirror.example.com:99999', /65535/],
  ])('refuses %j', (text, expected) => {
    const parsed = parseMirror(text);
    expect('problem' in parsed && parsed.problem).toMatch(expected);
  });

  it('puts its path in front of the repository', () => {
    const image = { registry: 'docker.io', repository: 'a/b', digest: DIGEST };
    const at = (registry: string, prefix: string) => mirrored(image, { registry, prefix });
    expect(at('m.io', '')).toEqual({ registry: 'm.io', repository: 'a/b', digest: DIGEST });
    expect(mirrored(image, { registry: '[::1]', prefix: '', secure: true })).toEqual({
      registry: '[::1]',
      repository: 'a/b',
      digest: DIGEST,
      secure: true,
    });
    expect(at('m.io', 'p')).toEqual({ registry: 'm.io', repository: 'p/a/b', digest: DIGEST });
  });
});

describe('registryOrigin and isLoopback', () => {
  it.each([
    ['docker.io', 'https://registry-1.docker.io'],
    ['ghcr.io', 'https://ghcr.io'],
    ['host:5000', 'https://host:5000'],
    ['127.0.0.1.example.com', 'https://127.0.0.1.example.com'],
    ['localhost.example.com:80', 'https://localhost.example.com:80'],
    ['localhost', 'http://localhost'],
    ['LOCALHOST:5000', 'http://LOCALHOST:5000'],
    ['127.1.2.3:5000', 'http://127.1.2.3:5000'],
    ['[::1]:5000', 'http://[::1]:5000'],
  ])('%s is at %s', (registry, origin) => {
    expect(registryOrigin({ registry })).toBe(origin);
  });

  it('asks this machine by https where that is wanted', () => {
    expect(registryOrigin({ registry: 'localhost:5000', secure: true })).toBe('https://localhost:5000');
  });

  it('knows this machine by every name', () => {
    expect(['localhost', '127.0.0.1', '[::1]'].map(isLoopback)).toEqual([true, true, true]);
    const doubtful = [
      '0.0.0.0',
      '[::]',
      '[::ffff:7f00:1]',
      'localhost.',
      'a.localhost',
      '127.1',
      '2130706433',
    ];
    for (const name of ['128.0.0.1', 'example.com', ...doubtful]) expect(isLoopback(name), name).toBe(false);
  });
});

describe('isDigest', () => {
  it('takes sha256 in lower case only', () => {
    expect([DIGEST, DIGEST.toUpperCase(), 'sha256:', `${DIGEST}0`].map(isDigest)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
