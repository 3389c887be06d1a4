/**
 * How much is taken of what others send: of archives, images, and the lists in their documents. More than any real one
 * has, and little enough that no machine runs out of time, memory or disk. Pure.
 */

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** What an archive may take, or all archives of one image together. */
export interface ArchiveLimits {
  /** Bytes when it is unpacked. */
  readonly bytes: number;
  /** Headers of every kind, each member's among them, and pieces that were packed one by one. */
  readonly parts: number;
  /** Time that is spent on reading it. */
  readonly timeMs: number;
}

/** Emulated machines read twenty times as slowly as others, which take half a minute for the largest. */
const READING_MS = 600_000;

/** All layers of an image together: whole machines for continuous integration have half a million files. */
export const IMAGE_LIMITS = {
  bytes: 8 * GIB,
  parts: 1_000_000,
  timeMs: READING_MS,
  /** Bytes of all layers that are read, as they come. */
  packed: 4 * GIB,
  /** Bytes of one layer, as it comes. */
  layer: GIB,
  /** Bytes of one program: QEMU's have 4 to 18 MB. */
  file: 128 * MIB,
} as const;

/** An archive of an image on this machine, and each of its members. */
export const IMAGE_ARCHIVE_LIMITS = { bytes: 4 * GIB, parts: 10_000, timeMs: READING_MS } as const;

/** A Debian package: QEMU's has a tree of 480 MB. */
export const PACKAGE_LIMITS = {
  bytes: 4 * GIB,
  parts: 100_000,
  timeMs: READING_MS,
  file: 256 * MIB,
  /** Bytes of memory for unpacking: the strongest preset of xz(1) takes 300 MiB for each thread, others far less. */
  memory: 2 * GIB,
} as const;

/** An entry of the Actions cache, which has the time that its restoring is given. */
export const CACHE_ENTRY_LIMITS = { bytes: GIB, parts: 1024 } as const;

/** Bytes of one header with a long name or records of pax(1), as Go's archive/tar has it, by which engines unpack. */
export const HEADER_LIMIT = MIB;

/** Bytes of a manifest or configuration, which is held in memory. */
export const DOCUMENT_LIMIT = 4 * MIB;

/** What there may be of each kind in a document of an image, or in what names places to ask for it. */
export const LIST_LIMITS = {
  /** Images in an index, a layout or an archive. */
  images: 1000,
  /** Layers of an image: the kernel's overlay file system stacks no more. */
  layers: 500,
  /** Names of one image. */
  names: 1000,
  /** Bytes of all documents that are read to find an image among others. */
  documents: 64 * MIB,
  /** Mirrors and registries that are asked for one image: each gets a share of the time. */
  places: 32,
} as const;
