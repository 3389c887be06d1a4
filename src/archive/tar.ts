/** Opens foreign tar archives, packed or not, and reads them within a budget. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { type OpenFile, openToRead, streamOf } from '../host/files.ts';
import { openReclaimer } from '../host/http.ts';
import type { Budget } from './budget.ts';
import { type Member, readMembers } from './members.ts';
import { type Frame, framesOf } from './zstd.ts';

const PIECE = 128 * 1024;

/** Larger pieces are unpacked faster; two of them, so that one is written while the next is unpacked. */
const UNPACKED = { chunkSize: 512 * 1024, readableHighWaterMark: 1024 * 1024 };

/** Memory for unpacking zstd, as a power of two: what its strongest settings (--ultra, --long) use without being asked. */
const WINDOW_LOG = 27;

type Packing = 'gzip' | 'zstd';

/** How a file is packed, as its first bytes say: `undefined` where it is not. Throws where this Node cannot unpack it. */
function packingOf({ head }: OpenFile): Packing | undefined {
  const magic = head(4).toString('hex');
  if (magic.startsWith('1f8b')) return 'gzip';
  if (!magic.startsWith('28b52ffd')) return undefined;
  if (typeof zlib.createZstdDecompress !== 'function')
    throw new Error(`packed with zstd, which Node ${process.version} cannot read (22.15 and newer can)`);
  return 'zstd';
}

/**
 * Reads an archive member by member, until `take` gives something, which is given back, or `begin`, which is asked before
 * whether it is packed. Throws for what is no plain file, is damaged or takes more than its budget, and what `take` throws.
 */
export async function readTar<T>(
  path: string,
  budget: Budget,
  take: (member: Member, content: AsyncIterable<Buffer>) => Promise<T | undefined>,
  begin: (isPacked: boolean) => T | undefined = () => undefined,
): Promise<T | undefined> {
  return withUnpacked(path, budget, begin, (pieces) => readMembers(pieces, budget, take));
}

/**
 * The sha256 of all that a file holds, unpacked, in lower-case hex: what stands behind the end of the archive, too. Throws as
 * `readTar` does.
 */
export async function hashUnpacked(path: string, budget: Budget): Promise<string> {
  const hash = createHash('sha256');
  await withUnpacked(
    path,
    budget,
    () => undefined,
    async (pieces) => {
      for await (const piece of pieces) {
        budget.takeBytes(piece.length);
        hash.update(piece);
      }
    },
  );
  return hash.digest('hex');
}

async function withUnpacked<T>(
  path: string,
  budget: Budget,
  begin: (isPacked: boolean) => T | undefined,
  use: (pieces: AsyncGenerator<Buffer, undefined>) => Promise<T>,
): Promise<T> {
  const file = openToRead(path);
  try {
    const packing = packingOf(file);
    const first = begin(packing !== undefined);
    if (first !== undefined) return first;
    let open: Readable | undefined;
    const pieces = unpacked(file, packing, budget, (stream) => {
      open = stream;
    });
    const read = async (): Promise<T> => {
      try {
        return await use(pieces);
      } finally {
        await pieces.return(undefined);
      }
    };
    return await budget.timed(read, (late) => open?.destroy(late));
  } finally {
    file.close();
  }
}

/** What a file holds, unpacked; `opened` is told of each stream that it comes from. */
async function* unpacked(
  file: OpenFile,
  packing: Packing | undefined,
  budget: Budget,
  opened: (stream: Readable) => void,
): AsyncGenerator<Buffer, undefined> {
  const reclaim = openReclaimer();
  const parts: Iterable<Partial<Frame>> = packing === 'zstd' ? framesOf(file, budget) : [{}];
  for (const part of parts) {
    const raw = streamOf(file, PIECE, part);
    const stream = packing === undefined ? raw : raw.pipe(unpackerFor(packing));
    raw.on('error', (thrown) => stream.destroy(thrown));
    opened(stream);
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        reclaim(piece.length);
        yield piece;
      }
    } finally {
      raw.destroy();
      stream.destroy();
      if (!raw.closed) await new Promise<void>((resolve) => raw.once('close', () => resolve()));
    }
  }
}

function unpackerFor(packing: Packing): zlib.Gunzip {
  if (packing === 'gzip') return zlib.createGunzip(UNPACKED);
  const params = { [zlib.constants.ZSTD_d_windowLogMax]: WINDOW_LOG };
  return zlib.createZstdDecompress({ ...UNPACKED, params });
}
