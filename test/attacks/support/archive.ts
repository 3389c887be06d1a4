import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type Entry, extendedHeader, paxRecord, tarOf } from '../../support/oci-image.ts';

/** An archive as the cache service keeps one, with members and `ballast` zeros (of 64 MiB each) before its own. */
export function alterArchive(bytes: Buffer, before: Buffer, ballast = 0): Buffer {
  const zstd = bytes.readUInt32BE(0) === 0x28b52ffd;
  const pack = zstd ? zstdCompressSync : (part: Buffer) => gzipSync(part, { level: 1 });
  const tar = withoutEnd(zstd ? zstdDecompressSync(bytes) : gunzipSync(bytes));
  const whole = Buffer.concat([tar, Buffer.alloc(1024)]);
  if (ballast === 0) return pack(Buffer.concat([before, whole]));
  // Both formats may be joined from parts, which are unpacked one after the other.
  const zeros = pack(Buffer.alloc(PART));
  const parts = Array.from({ length: ballast / PART }, () => zeros);
  return Buffer.concat([pack(before), ...parts, pack(whole)]);
}

const PART = 64 * 1024 ** 2;

/** Members of a tar, without the blocks that end it. */
export async function members(...entries: readonly Entry[]): Promise<Buffer> {
  return withoutEnd(await tarOf(entries));
}

/**
 * A header of pax(1) with a hundred thousand records for all members that follow, and more headers after it, each of which is
 * for one of them: whoever copies the ones to the others does so nine hundred times.
 */
export function headersForAll(): Buffer {
  const records = Array.from({ length: 100_000 }, (_, at) => paxRecord(at.toString(36), '')).join('');
  const one = extendedHeader('x', paxRecord('comment', 'x'));
  return Buffer.concat([extendedHeader('g', records), ...Array.from({ length: 900 }, () => one)]);
}

/** A GNU tar header of a sparse file: one byte of data, at the end of `size` bytes (GNU tar manual, "Old GNU format"). */
export function sparseMember(name: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\x000000000\x000000000\0', 100);
  header.write(octal(512, 11), 124);
  header.write('00000000000\0        ', 136);
  header.write('S', 156);
  header.write('ustar  \0', 257);
  writeNumber(header, size - 512, 386);
  header.write(octal(512, 11), 398);
  writeNumber(header, size, 483);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, Buffer.alloc(512, 'x')]);
}

function octal(value: number, digits: number): string {
  return `${value.toString(8).padStart(digits, '0')}\0`;
}

/** GNU's form for numbers that are too large for octal digits. */
function writeNumber(header: Buffer, value: number, at: number): void {
  header.fill(0, at, at + 12);
  header.writeUInt8(0x80, at);
  header.writeBigUInt64BE(BigInt(value), at + 4);
}

function withoutEnd(tar: Buffer): Buffer {
  let end = tar.length - (tar.length % 512);
  while (end >= 512 && tar.subarray(end - 512, end).every((byte) => byte === 0)) end -= 512;
  return tar.subarray(0, end);
}
