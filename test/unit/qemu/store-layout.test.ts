import { describe, expect, it } from 'vitest';
import { imageVersion, storeVersion } from '../../../src/qemu/store-layout.ts';

describe('storeVersion', () => {
  it('is semver, which tool caches demand, and short', () => {
    const semver = /^\d+\.\d+\.\d+-[0-9A-Za-z-]+$/;
    for (const identity of [`sha256:${'0'.repeat(64)}`, '1:7.2+dfsg-7+deb12u13_amd64', '../../etc']) {
      const version = storeVersion('apt', identity);
      expect(version).toMatch(semver);
      expect(version.length).toBeLessThan(60);
    }
    expect(storeVersion('image', `sha256:${'ab'.repeat(32)}`)).toBe(`1.0.0-image-${'ab'.repeat(20)}`);
  });
});

describe('imageVersion', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;

  it.each(['oci', 'oci-archive', 'docker-archive'] as const)('is that of its digest: %s', (transport) => {
    for (const local of [undefined, { transport, place: 'x' }])
      expect(imageVersion({ local }, digest)).toBe(storeVersion('image', digest));
  });

  it.each(['docker-daemon', 'containers-storage'] as const)(
    'is another where an engine says the digest: %s',
    (transport) => {
      const version = imageVersion({ local: { transport, place: 'x' } }, digest);
      expect(version).toBe(`1.0.0-image-engine-${'ab'.repeat(16)}a`);
    },
  );
});
