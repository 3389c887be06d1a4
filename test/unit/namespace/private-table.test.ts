import { describe, expect, it } from 'vitest';
import { rootlessEnvironment } from '../../../src/namespace/private-table.ts';

describe('rootlessEnvironment', () => {
  it('is what buildah unshare sets', () =>
    expect(rootlessEnvironment(1001, 1002)).toEqual({
      _CONTAINERS_USERNS_CONFIGURED: 'done',
      _CONTAINERS_ROOTLESS_UID: '1001',
      _CONTAINERS_ROOTLESS_GID: '1002',
    }));
});
