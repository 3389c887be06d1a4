import { describe, expect, it } from 'vitest';
import { rootlessEnvironment } from '../../../src/namespace/private-table.ts';
import { needsSubordinateIds } from '../../../src/namespace/with-binfmt.ts';

describe('needsSubordinateIds', () => {
  it.each([
    ['buildah', true],
    ['/usr/bin/podman', true],
    ['bash', false],
    ['buildah-like', false],
    ['/buildah/true', false],
  ])('%s: %j', (program, needs) => expect(needsSubordinateIds(program)).toBe(needs));
});

describe('rootlessEnvironment', () => {
  it('is what buildah unshare sets', () =>
    expect(rootlessEnvironment(1001, 1002)).toEqual({
      _CONTAINERS_USERNS_CONFIGURED: 'done',
      _CONTAINERS_ROOTLESS_UID: '1001',
      _CONTAINERS_ROOTLESS_GID: '1002',
    }));
});
