/**
 * Takes named files out of an image's layers (OCI image-spec, layer.md: tar, with whiteouts). A layer is read
 * as a stream; nothing is ever written under a name that the layer gives. Layers are foreign: what looks
 * like an attack is refused, with the reason.
 */
import * as fs from 'node:fs';
import { join, posix } from 'node:path';
import type { Budget } from '../archive/budget.ts';
import { IMAGE_LIMITS } from '../archive/limits.ts';
import type { Member } from '../archive/members.ts';
import { readTar } from '../archive/tar.ts';
import { createFile } from '../host/files.ts';
import { reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';

/** Where the files are in the image. */
const FOLDER = 'usr/bin';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

/** What reads a file while it is written: pieces come in order and are not kept; `end` gives what they told. */
export interface Inspection<Told> {
  readonly take: (piece: Buffer) => void;
  readonly end: () => Told;
}

/** What one layer says about the names that were looked for. */
export interface LayerFinds<Told> {
  /** Files that were written to the target folder, under their own name, and what their bytes tell. */
  readonly files: ReadonlyMap<string, Told>;
  /** Those of the names that lower layers may still have, but that this layer takes away. */
  readonly hidden: ReadonlySet<string>;
}

/** Why a layer was not read; completes "The layer …". */
export interface BadLayer {
  readonly refused: string;
}

interface Search<Told> {
  readonly inspect: (name: string) => Inspection<Told>;
  readonly names: ReadonlySet<string>;
  readonly target: string;
  readonly files: Map<string, Told>;
  readonly hidden: Set<string>;
  /** What made a write to `target` fail: no fault of the layer. */
  unwritable?: unknown;
}

/**
 * Reads one layer's blob from a file and writes the files `names` of `usr/bin` to `target`. Ends early when it
 * has them all; `inspect` is asked for each file what shall read it. `budget` is that of the whole image. Throws the
 * errno exception when it cannot write.
 */
export async function pickFromLayer<Told>(
  blob: string,
  mediaType: string,
  names: ReadonlySet<string>,
  target: string,
  inspect: (name: string) => Inspection<Told>,
  budget: Budget,
): Promise<LayerFinds<Told> | BadLayer> {
  const search: Search<Told> = { names, target, inspect, files: new Map(), hidden: new Set() };
  const finds = { files: search.files, hidden: search.hidden };
  try {
    const refuse = (refused: string | undefined): BadLayer | undefined =>
      refused === undefined ? undefined : { refused };
    const ended = await readTar<LayerFinds<Told> | BadLayer>(
      blob,
      budget,
      async (member, content) => {
        const bad = refuse(await takeEntry(member, content, search));
        return bad ?? (search.files.size === names.size ? finds : undefined);
      },
      (isPacked) => refuse(refusalOfType(mediaType, isPacked)),
    );
    return ended ?? finds;
  } catch (thrown) {
    if (search.unwritable !== undefined) throw search.unwritable;
    return { refused: `cannot be read: ${reasonOf(thrown)}` };
  }
}

/** Why a layer of this media type is not read, whatever it holds; `undefined` for one that is, and how it is packed. */
function refusalOfType(mediaType: string, isPacked: boolean): string | undefined {
  if (/nondistributable|foreign/.test(mediaType)) return 'is kept outside of registries';
  const known =
    /^application\/vnd\.(?:oci\.image\.layer\.v1|docker\.image\.rootfs\.diff)\.tar(?:[+.](\w+))?$/;
  const match = known.exec(mediaType);
  const packing = match?.[1];
  if (match === null || (packing !== undefined && packing !== 'gzip' && packing !== 'zstd'))
    return `has the unknown media type ${printable(mediaType, 100)}`;
  // Docker's type says "gzip" for whatever there is; the first bytes do not lie.
  return packing !== undefined && !isPacked ? `is not packed with ${packing} as it claims` : undefined;
}

/** Gives the reason when the entry is not to be trusted. Reads the stream only for a wanted file. */
async function takeEntry<Told>(
  member: Member,
  stream: AsyncIterable<Buffer>,
  search: Search<Told>,
): Promise<string | undefined> {
  const shown = (): string => printable(member.name, 80);
  if (member.name.startsWith('/')) return `holds the absolute path ${shown()}`;
  if (member.name.split('/').includes('..')) return `holds the path ${shown()}, which leads out of the image`;
  const path = posix.normalize(member.name).replace(/\/$/, '');
  const folder = posix.dirname(path);
  const name = posix.basename(path);
  if (name.startsWith(WHITEOUT)) return noteWhiteout(folder, name, search);
  // A file or link in the place of the folder takes away all that lower layers have in it.
  if ((path === FOLDER || path === posix.dirname(FOLDER)) && member.type !== 'directory') hideAll(search);
  if (folder !== FOLDER || !search.names.has(name)) return undefined;
  if (member.type === 'symlink' || member.type === 'link') {
    return `holds ${shown()} as a link to ${printable(member.linkname, 80)}; links are not followed`;
  }
  if (member.sparse) return `holds ${shown()} as a sparse file`;
  if (member.type !== 'file') return `holds ${shown()} as a ${member.type ?? 'thing of an unknown type'}`;
  if (member.size > IMAGE_LIMITS.file)
    return `holds ${shown()} with ${member.size} bytes, more than any QEMU has`;
  search.files.set(name, await writeEntry(stream, name, search));
  return undefined;
}

function noteWhiteout(folder: string, name: string, search: Search<unknown>): undefined {
  const path = posix.join(folder, name.slice(WHITEOUT.length));
  const opaque = name === OPAQUE && (folder === FOLDER || folder === posix.dirname(FOLDER) || folder === '.');
  if (opaque || path === FOLDER || path === posix.dirname(FOLDER)) hideAll(search);
  else if (folder === FOLDER && search.names.has(posix.basename(path)))
    search.hidden.add(posix.basename(path));
}

function hideAll(search: Search<unknown>): void {
  for (const name of search.names) search.hidden.add(name);
}

/** Inspects the file as it is written: while the next piece is being unpacked, there is time to. */
async function writeEntry<Told>(
  stream: AsyncIterable<Buffer>,
  name: string,
  search: Search<Told>,
): Promise<Told> {
  const write = <T>(work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      search.unwritable = thrown;
      throw thrown;
    }
  };
  const inspection = search.inspect(name);
  const path = join(search.target, name);
  const file = write(() => {
    // A layer can have a name twice: the last one counts.
    fs.rmSync(path, { force: true });
    return createFile(path);
  });
  try {
    for await (const piece of stream) {
      inspection.take(piece);
      write(() => file.write(piece));
    }
    return inspection.end();
  } finally {
    file.close();
  }
}
