import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openInspection } from '../../../src/qemu/store.ts';

const NAME = 'qemu-aarch64';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('openInspection', () => {
  it('tells the same however the bytes are cut', () => {
    const around = fc.uint8Array({ maxLength: 400 });
    const number = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.'));
    const cuts = fc.array(fc.nat(900), { maxLength: 20 });
    fc.assert(
      fc.property(around, number, around, cuts, (before, version, after, places) => {
        const stated = Buffer.from(`${NAME} version ${version} (Debian)\0`);
        const bytes = Buffer.concat([before, stated, after]);
        const inspection = openInspection(NAME);
        const ends = [...new Set([...places.filter((place) => place < bytes.length), bytes.length])];
        let from = 0;
        for (const end of ends.toSorted((a, b) => a - b)) {
          inspection.take(bytes.subarray(from, end));
          from = end;
        }
        expect(inspection.end()).toEqual({ sha256: sha256(bytes), size: bytes.length, version });
      }),
    );
  });

  it('keeps nothing of a piece whose memory is used again', () => {
    const inspection = openInspection(NAME);
    const piece = Buffer.from(`${NAME} version 10.`);
    inspection.take(piece);
    piece.fill('2.3 ');
    inspection.take(piece);
    expect(inspection.end().version).toBe('10.2.3');
  });

  it('says nothing of a version that is not stated', () => {
    const bytes = Buffer.from('qemu-arm version 9.1.2\0');
    const inspection = openInspection(NAME);
    inspection.take(bytes);
    expect(inspection.end()).toEqual({ sha256: sha256(bytes), size: bytes.length });
  });
});
