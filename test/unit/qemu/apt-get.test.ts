import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  complaintOf,
  formatCandidate,
  parseCandidate,
  parseFetched,
  placeOf,
  withoutCredentials,
} from '../../../src/qemu/apt-get.ts';
import { formatBytes } from '../../../src/text/text.ts';

// `apt-get --print-uris download …` of Debian 13 (apt 3.0's format is the same as 2.6's) and Ubuntu 24.04.
const SHA256 = `SHA256:ca6ede739327a20ae5a3498230c8a3a9a072c586e131bc6bcc1201eb1725e336`;
const SHA512 = `SHA512:809493a080603df403ef852c82b8c4ec2e14c2434be5c2d3b35d48d318fc64d670e0e4f69b1b6c5d530aadabb98ade8893b04635bfbe704addf8120b4a0ebb8d`;
const DEBIAN = `'http://deb.debian.org/debian/pool/main/q/qemu/qemu-user_10.0.13%2bds-0%2bdeb13u1_amd64.deb' qemu-user_1%3a10.0.13+ds-0+deb13u1_amd64.deb 71089852 ${SHA256}`;
const UBUNTU = `'http://archive.ubuntu.com/ubuntu/pool/universe/q/qemu/qemu-user-static_8.2.2%2bds-0ubuntu1_amd64.deb' qemu-user-static_1%3a8.2.2+ds-0ubuntu1_amd64.deb 14696804 ${SHA512}`;

describe('parseCandidate', () => {
  it('reads the lines of real systems', () => {
    expect(parseCandidate(`${DEBIAN}\n`, 'qemu-user')).toEqual({
      package: 'qemu-user',
      version: '1:10.0.13+ds-0+deb13u1',
      arch: 'amd64',
      file: 'qemu-user_1%3a10.0.13+ds-0+deb13u1_amd64.deb',
      size: 71_089_852,
      hash: SHA256,
      uri: 'http://deb.debian.org/debian/pool/main/q/qemu/qemu-user_10.0.13%2bds-0%2bdeb13u1_amd64.deb',
    });
    expect(parseCandidate(UBUNTU, 'qemu-user-static')).toMatchObject({
      version: '1:8.2.2+ds-0ubuntu1',
      hash: SHA512,
    });
  });

  it('takes the line of the package asked for', () => {
    const both = `Reading package lists...\n${UBUNTU}\n${DEBIAN}`;
    expect(parseCandidate(both, 'qemu-user')?.version).toBe('1:10.0.13+ds-0+deb13u1');
    expect(parseCandidate(both, 'qemu')).toBeUndefined();
    expect(parseCandidate('', '')).toBeUndefined();
  });

  it.each([
    ['no digest', DEBIAN.replace(SHA256, '')],
    ['a weak digest', DEBIAN.replace(SHA256, `MD5Sum:${'0'.repeat(32)}`)],
    ['a short digest', DEBIAN.slice(0, -1)],
    ['a path in the name', DEBIAN.replace(' qemu-user_', ' ../qemu-user_')],
    ['a slash in the version', DEBIAN.replace('deb13u1_amd64.deb 7', 'deb13u1/x_amd64.deb 7')],
    ['an option as version', DEBIAN.replace('1%3a10.0.13', '--help')],
    ['no size', DEBIAN.replace('71089852', '-1')],
    ['an endless size', DEBIAN.replace('71089852', '9'.repeat(40))],
    ['a quote in the address', DEBIAN.replace('http:', "http:'")],
  ])('refuses %s', (_what, line) => expect(parseCandidate(line, 'qemu-user')).toBeUndefined());

  it('throws at nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCandidate(`'${text}`, 'qemu-user')));
  });
});

describe('formatCandidate', () => {
  it('is read back with all but the path and the credentials of its address', () => {
    const secret = DEBIAN.replace('http://', 'http://user:secret@');
    const candidate = parseCandidate(secret, 'qemu-user');
    if (candidate === undefined) throw new Error('not parsed');
    const line = formatCandidate(candidate);
    expect(line).not.toContain('secret');
    expect(parseCandidate(line, 'qemu-user')).toEqual({ ...candidate, uri: 'http://deb.debian.org' });
  });
});

describe('placeOf', () => {
  it.each([
    ['http://deb.debian.org/debian/x.deb', 'deb.debian.org'],
    ['https://user:p%40ss@mirror.example:8080/x', 'mirror.example:8080'],
    ['https://user:p@ss@mirror.example/x', 'mirror.example'],
    ['mirror+file:/etc/apt/apt-mirrors.txt/pool/x.deb', 'mirror+file'],
    ['file:/srv/repository/x.deb', 'file'],
    ['file:///srv/x.deb', 'file'],
    ['nonsense', 'unknown place'],
  ])('%s -> %s', (uri, place) => expect(placeOf(uri)).toBe(place));
});

describe('withoutCredentials', () => {
  it('takes them out of every address in a text', () => {
    const text = "Failed to fetch https://u:p@a.example/x and 'http://tok@b.example/y' me@c.example";
    expect(withoutCredentials(text)).toBe(
      "Failed to fetch https://a.example/x and 'http://b.example/y' me@c.example",
    );
  });
});

describe('complaintOf', () => {
  // apt 2.6 without a network.
  const OFFLINE = [
    "W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving 'deb.debian.org'",
    'W: Some index files failed to download. They have been ignored, or old ones used instead.',
  ].join('\n');

  it('gives warnings where there is no error', () => {
    expect(complaintOf(OFFLINE)).toContain("Temporary failure resolving 'deb.debian.org'; Some index files");
  });
  it('prefers errors, once each, two at most', () => {
    expect(complaintOf(`W: a\nE: b\nE: b\nE: c\nE: d\n${OFFLINE}`)).toBe('b; c');
  });
  it('tells one failure once, of however many places it keeps apt', () => {
    const failed = (place: string) => `W: Failed to fetch http://${place}/InRelease  Unable to connect`;
    expect(complaintOf(`${failed('a')}\n${failed('b')}\n${failed('c')}\nW: other`)).toBe(
      'Failed to fetch http://a/InRelease  Unable to connect; other',
    );
  });
  it('hides credentials', () => expect(complaintOf('E: http://u:p@h/x 401')).toBe('http://h/x 401'));
  it('is empty when there is none', () => expect(complaintOf('Reading package lists...\n')).toBe(''));
});

describe('parseFetched', () => {
  it.each([
    ['Get:1 x\nFetched 9415 kB in 1s (10.5 MB/s)\nReading package lists...', 9_415_000],
    ['Fetched 34.8 MB in 5s (7 MB/s)', 34_800_000],
    ['Fetched 1,234 B in 0s (0 B/s)', 1234],
    ['Fetched 1.5 GB in 60s', 1_500_000_000],
    ['Hit:1 x\nReading package lists...', 0],
  ])('%j -> %d', (text, bytes) => expect(parseFetched(text)).toBe(bytes));
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [77_416, '77.4 kB'],
    [62_603_724, '62.6 MB'],
  ])('%d -> %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});
