import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  formatVersion,
  isOlder,
  parseQemuVersion,
  parseVersion,
} from '../../../src/core/versions.ts';

describe('parseVersion', () => {
  it.each([
    ['10.2.3', [10, 2, 3]],
    ['v10.2.3-68', [10, 2, 3]],
    ['6.8.0-1020-azure', [6, 8, 0]],
    ['4.4.0-43-Microsoft', [4, 4, 0]],
    ['3.10.0-1160.el7.x86_64', [3, 10, 0]],
    ['7.3-rc7', [7, 3, 0]],
  ])('%s', (text, version) => {
    expect(parseVersion(text)).toEqual(version);
  });

  it.each(['', 'latest', '11', 'v.x'])('gives nothing for %j', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });
});

describe('parseQemuVersion', () => {
  it.each([
    ['qemu-aarch64 version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)\nCopyright (c) 2003-2022', [7, 2, 22]],
    ['qemu-x86_64 version 10.0.13 (Debian 1:10.0.13+ds-0+deb13u1)', [10, 0, 13]],
    ['qemu-arm version 11.1.3', [11, 1, 3]],
    ['qemu-v10.2.3-68', [10, 2, 3]],
    ['docker.io/tonistiigi/binfmt:qemu-v7.0.0-28', [7, 0, 0]],
    ['registry.example:5000/tonistiigi/binfmt:qemu-v9.2.2', [9, 2, 2]],
    ['10.1', [10, 1, 0]],
  ])('%s', (text, version) => {
    expect(parseQemuVersion(text)).toEqual(version);
  });

  it('gives nothing for an answer without a version', () => {
    expect(parseQemuVersion('qemu: no such thing')).toBeUndefined();
  });
});

describe('comparing', () => {
  it('goes by numbers, not by text', () => {
    expect(isOlder([9, 2, 2], [10, 0, 0])).toBe(true);
    expect(isOlder([10, 1, 3], [10, 1, 3])).toBe(false);
    expect(isOlder([10, 1, 2], [10, 1, 3])).toBe(true);
    expect(isOlder([10, 2, 0], [10, 1, 3])).toBe(false);
    expect(compareVersions([4, 8, 0], [4, 10, 0])).toBeLessThan(0);
  });

  it('is written with dots', () => {
    expect(formatVersion([10, 1, 3])).toBe('10.1.3');
  });
});
