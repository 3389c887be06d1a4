import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDigests, formatIdentity, isSettled, parseDigests } from '../../../src/apply/digests.ts';
import type { FileIdentity } from '../../../src/host/host.ts';

const file: FileIdentity = {
  device: 2049,
  inode: 77,
  size: 9_000_000,
  modified: 1_000.25,
  changed: 2_000.75,
};
const EXT4 = 0xef53;
const FUSE = 0x65735546;

describe('the identity of a file', () => {
  it.each(['device', 'inode', 'size', 'modified', 'changed'] as const)('differs with its %s', (key) => {
    expect(formatIdentity({ ...file, [key]: file[key] + 0.25 })).not.toBe(formatIdentity(file));
  });

  it('is the same for the same', () => {
    expect(formatIdentity({ ...file })).toBe(formatIdentity(file));
  });
});

describe('what may be remembered', () => {
  it('is a file that has not been changed for a second', () => {
    expect(isSettled(file, EXT4, file.changed + 1_000)).toBe(true);
    expect(isSettled(file, EXT4, file.changed + 999)).toBe(false);
  });

  it('is none from the future', () => {
    expect(isSettled(file, EXT4, file.changed - 5_000)).toBe(false);
  });

  it.each([FUSE, 0x6969, undefined])('is none on a file system of type %s', (type) => {
    expect(isSettled(file, type, file.changed + 60_000)).toBe(false);
  });
});

describe('what is kept', () => {
  const memory = new Map([['/store/qemu-arm', { identity: '1:2', sha256: 'a'.repeat(64) }]]);

  it('is read as it was written, in the same boot', () => {
    expect(parseDigests(formatDigests('boot', memory), 'boot')).toEqual(memory);
  });

  it('is nothing in another boot', () => {
    expect(parseDigests(formatDigests('boot', memory), 'other').size).toBe(0);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"boot": "boot"}',
    '{"boot": "boot", "files": {}}',
    '{"boot": "boot", "files": [null, 1, {}, {"path": "/a"}, {"path": "/a", "identity": 1, "sha256": "b"}]}',
  ])('is nothing in %j', (text) => {
    expect(parseDigests(text, 'boot').size).toBe(0);
  });

  it('is read from any text without harm', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseDigests(text, 'boot').size).toBe(0);
      }),
    );
  });
});
