import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBudget } from '../../../src/archive/budget.ts';
import { framesOf } from '../../../src/archive/zstd.ts';
import { openToRead, using } from '../../../src/host/files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-zstd-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const LIMITS = { bytes: 1e9, parts: 1000, timeMs: 60_000 };

/** The frames of a file, as they are. */
function cut(bytes: Buffer, parts = LIMITS.parts): readonly Buffer[] {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return using(openToRead(path), (file) => {
    const frames = [...framesOf(file, openBudget({ ...LIMITS, parts }))];
    return frames.map(({ start, end }) => bytes.subarray(start, end + 1));
  });
}

/** A frame of any length that is passed over (RFC 8878, 3.1.2). */
function skippable(content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(0x184d2a5e);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

const words = Buffer.from(Array.from({ length: 60_000 }, (_, at) => `${at * at} `).join(''));
const checked = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };
const unsized = { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } };

describe('the frames of zstd', () => {
  it.each<[string, Buffer]>([
    ['of nothing', zstdCompressSync(Buffer.of())],
    ['of a byte', zstdCompressSync(Buffer.of(7))],
    ['of 300 bytes', zstdCompressSync(words.subarray(0, 300))],
    ['of 100 kB', zstdCompressSync(words.subarray(0, 100_000))],
    ['of several blocks', zstdCompressSync(words)],
    ['of one byte a million times', zstdCompressSync(Buffer.alloc(1_000_000, 'x'))],
    ['with a checksum', zstdCompressSync(words, checked)],
    ['without the size of its content', zstdCompressSync(words, unsized)],
  ])('begin and end where they do: one %s, between others', (_, frame) => {
    const other = zstdCompressSync(Buffer.from('other'));
    expect(cut(Buffer.concat([frame, skippable(frame), other, skippable(Buffer.of()), frame]))).toEqual([
      frame,
      other,
      frame,
    ]);
    expect(zstdDecompressSync(frame).length).toBeGreaterThanOrEqual(0);
  });

  it('can have a dictionary and a size in any form', () => {
    // Magic, descriptor, the bytes that it says there are, and one last block of one byte as it is.
    const made = (descriptor: number, fields: number): Buffer =>
      Buffer.concat([
        Buffer.of(0x28, 0xb5, 0x2f, 0xfd, descriptor),
        Buffer.alloc(fields),
        Buffer.of(9, 0, 0, 7),
      ]);
    const frames = [
      made(0x00, 1),
      made(0x01, 2),
      made(0x02, 3),
      made(0x03, 5),
      made(0x20, 1),
      made(0x40, 3),
      made(0x80, 5),
      made(0xc0, 9),
      made(0xe3, 12),
    ];
    expect(cut(Buffer.concat(frames))).toEqual(frames);
  });

  const frame = zstdCompressSync(words);
  it.each<[string, Buffer, RegExp]>([
    ['that is cut off', frame.subarray(0, -1), /^it is cut off$/],
    ['that is cut off in a header', frame.subarray(0, 6), /^it is cut off$/],
    ['with a few bytes after it', Buffer.concat([frame, Buffer.of(1)]), /^it is cut off$/],
    ['with something else after it', Buffer.concat([frame, Buffer.from('else')]), /goes on after its end/],
  ])('are refused of a file %s', (_, bytes, expected) => {
    expect(() => cut(bytes)).toThrow(expected);
  });

  it('are counted, and their blocks, where there is nothing in them', () => {
    const more = /^it has more than 20 members and headers$/;
    const repeated = (part: Buffer) => Buffer.concat(Array.from({ length: 30 }, () => part));
    expect(() => cut(repeated(zstdCompressSync(Buffer.of())), 20)).toThrow(more);
    expect(() => cut(repeated(skippable(Buffer.of())), 20)).toThrow(more);
    const empty = Buffer.alloc(3 * 400);
    const blocks = Buffer.concat([frame.subarray(0, 4), Buffer.of(0, 0), empty, Buffer.of(1, 0, 0)]);
    expect(cut(blocks)).toEqual([blocks]);
    expect(() => cut(blocks, 20)).toThrow(more);
  });
});
