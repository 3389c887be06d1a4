/** The reader of foreign tar archives: tar-stream, loaded when it is needed, without its endless loop. */
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import type { Extract, Header } from 'tar-stream';
import { openToRead, orClose, streamOf } from '../host/files.ts';
import { openReclaimer } from '../host/http.ts';

export type { Extract, Header };

const PIECE = 128 * 1024;

/** Larger pieces are unpacked faster; two of them, so that one is written while the next is unpacked. */
const UNPACKED = { chunkSize: 512 * 1024, readableHighWaterMark: 1024 * 1024 };

/** What unpacks a file, as its first bytes (in hex) say: nothing where it is not packed. Throws where this Node cannot. */
function unpackerOf(magic: string): zlib.Gunzip | undefined {
  if (magic.startsWith('1f8b')) return zlib.createGunzip(UNPACKED);
  if (!magic.startsWith('28b52ffd')) return undefined;
  if (typeof zlib.createZstdDecompress !== 'function')
    throw new Error(`packed with zstd, which Node ${process.version} cannot read (22.15 and newer can)`);
  const params = { [zlib.constants.ZSTD_d_windowLogMax]: 27 };
  return zlib.createZstdDecompress({ ...UNPACKED, params });
}

/**
 * Reads an archive member by member, until `take` gives something, which is given back, or `begin`, which is asked before
 * whether it is packed. Throws for what is no plain file, is damaged or has more than `limit` bytes when it is unpacked,
 * and what `take` throws.
 */
export async function readTar<T>(
  path: string,
  limit: number,
  take: (header: Header, content: AsyncIterable<Buffer>) => Promise<T | undefined>,
  begin: (isPacked: boolean) => T | undefined = () => undefined,
): Promise<T | undefined> {
  const tooMuch = () => new Error(`it unpacks to more than ${limit} bytes`);
  const tar = await openTar();
  const file = openToRead(path);
  const { unpack, first } = orClose(file, ({ head, stat }) => {
    if (stat.size > limit) throw tooMuch();
    const unpack = unpackerOf(head(4).toString('hex'));
    return { unpack, first: begin(unpack !== undefined) };
  });
  const raw = streamOf(file, PIECE);
  if (first !== undefined) {
    raw.destroy();
    return first;
  }
  const meter = async function* (pieces: AsyncIterable<Buffer>) {
    const reclaim = openReclaimer();
    let size = 0;
    for await (const piece of pieces) {
      reclaim(piece.length);
      size += piece.length;
      if (size > limit) throw tooMuch();
      yield piece;
    }
  };
  // Its failures reach the loop below, which reads what it feeds; leaving the loop early ends it.
  const feeding = (
    unpack === undefined ? pipeline(raw, meter, tar) : pipeline(raw, unpack, meter, tar)
  ).catch(() => undefined);
  try {
    for await (const entry of tar) {
      const taken = await take(entry.header, entry as AsyncIterable<Buffer>);
      if (taken !== undefined) return taken;
      entry.resume();
    }
    return undefined;
  } finally {
    tar.destroy();
    await feeding;
  }
}

/**
 * A reader that gives the members of what is written to it. tar-stream 3.2 never returns from a pax record of
 * negative length, so no time limit would end it; such a header is an error here before it gets there.
 */
export async function openTar(): Promise<Extract> {
  const { extract } = await import('tar-stream');
  const tar: Extract & { _decodeLongHeader?: (bytes: Uint8Array) => void } = extract();
  const decode = tar._decodeLongHeader;
  if (decode === undefined) throw new Error('tar-stream has no _decodeLongHeader any more');
  tar._decodeLongHeader = (bytes) => {
    refuseNegativeLengths(bytes);
    decode.call(tar, bytes);
  };
  return tar;
}

/** Walks the records (`LENGTH NAME=VALUE`, pax(1)) as tar-stream does. */
function refuseNegativeLengths(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const digits = Buffer.from(bytes.subarray(at, space < 0 ? bytes.length : Math.min(space, at + 20)));
    const length = Number.parseInt(digits.toString('latin1'), 10);
    if (length < 0) throw new Error('a header has a negative length');
    if (!length) break;
    at += length;
  }
}
