import { describe, expect, it } from 'vitest';
import { storeVersion } from '../../../src/qemu/store-layout.ts';

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
