/**
 * Where the frames of a file that is packed with zstd lie (RFC 8878, section 3.1). Several in a row are one content, and
 * programs write them so (zstd:chunked, pzstd), but Node's decoder ends with the first, and says nothing of the rest.
 */
import * as fs from 'node:fs';
import type { OpenFile } from '../host/files.ts';
import type { Budget } from './budget.ts';

/** First and last byte. */
export interface Frame {
  readonly start: number;
  readonly end: number;
}

/** Bytes of the fields of a frame's header, by the two bits that say it. */
const DICTIONARY_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];

/** Blocks hold up to 128 KiB, so many of them are usual; each is still more work than its bytes. */
const SHARE_OF_BLOCK = 1 / 16;

/**
 * Gives those with content, one after the other. Frames and blocks are counted: both can be empty. Throws for what is no
 * frame, or is cut off.
 */
export function* framesOf(
  { fd, stat: { size } }: Pick<OpenFile, 'fd' | 'stat'>,
  budget: Budget,
): Generator<Frame> {
  const bytesAt = openWindow(fd);
  for (let start = 0; start < size; ) {
    budget.takePart();
    const magic = bytesAt(start, 4).readUInt32LE();
    // What may be passed over: a table of contents, for those who know it.
    if (magic >>> 4 === 0x184d2a5) {
      start += 8 + bytesAt(start + 4, 4).readUInt32LE();
      continue;
    }
    if (magic !== 0xfd2fb528) throw new Error('it goes on after its end with what is not packed with zstd');
    const end = endOfFrame(bytesAt, start, budget);
    if (end > size) throw new Error('it is cut off');
    yield { start, end: end - 1 };
    start = end;
  }
}

function endOfFrame(bytesAt: BytesAt, start: number, budget: Budget): number {
  const descriptor = bytesAt(start + 4, 1).readUInt8();
  const isSingle = (descriptor & 0x20) !== 0;
  const contentSize = CONTENT_SIZE_BYTES[descriptor >>> 6] || (isSingle ? 1 : 0);
  let at = start + 5 + (isSingle ? 0 : 1) + (DICTIONARY_BYTES[descriptor & 3] ?? 0) + contentSize;
  for (let isLast = false; !isLast; ) {
    budget.takePart(SHARE_OF_BLOCK);
    const block = bytesAt(at, 3).readUIntLE(0, 3);
    isLast = (block & 1) === 1;
    // One byte that is repeated, or as many as the block says.
    at += 3 + (((block >>> 1) & 3) === 1 ? 1 : block >>> 3);
  }
  return at + ((descriptor & 4) === 0 ? 0 : 4);
}

/** Bytes of a file from a place on. Throws where it has fewer. */
type BytesAt = (at: number, count: number) => Buffer;

/** What is small and close together is read together. */
function openWindow(fd: number): BytesAt {
  const window = Buffer.alloc(4096);
  let start = 0;
  let end = 0;
  return (at, count) => {
    if (at < start || at + count > end) {
      start = at;
      end = at + fs.readSync(fd, window, 0, window.length, at);
    }
    if (at + count > end) throw new Error('it is cut off');
    return window.subarray(at - start, at - start + count);
  };
}
