/**
 * What root remembers of the files that it has hashed. A program can write to a file, and set its times, but not
 * without the kernel noting when it was changed (ctime, inode(7)): a file that still has the identity under which
 * it was hashed holds the same bytes. No longer than until a reboot, before which somebody else may have had the disk.
 */
import { isObject, parseObject } from '../text/parse.ts';

/** What of stat(2) tells a file, and what is in it, from any other. */
export interface FileIdentity {
  readonly device: number;
  readonly inode: number;
  readonly size: number;
  /** Of the contents, in milliseconds since 1970. */
  readonly modified: number;
  /** Of the contents or of anything else about it, in milliseconds since 1970. */
  readonly changed: number;
}

/** The sha256 of a file, in lower-case hex, for as long as it has the identity. */
export interface Remembered {
  readonly identity: string;
  readonly sha256: string;
}

/** What is remembered, by absolute path. */
export type DigestMemory = ReadonlyMap<string, Remembered>;

/**
 * `f_type` of the file systems (statfs(2)) that are known to keep the time of the last change by the kernel's clock.
 * Those of a network, or of a user's program, may answer as they like.
 */
const KEEPING_TIME: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x58465342, // xfs
  0x9123683e, // btrfs
  0xf2f52010, // f2fs
  0x2fc12fc1, // zfs
  0x01021994, // tmpfs
  0x794c7630, // overlayfs
]);

/** The kernel's clock for files stands still for some milliseconds: a change right after another can bear its time. */
const SETTLED_MS = 1_000;

/** The identity as a text to compare. */
export function formatIdentity({ device, inode, size, modified, changed }: FileIdentity): string {
  return [device, inode, size, modified, changed].join(':');
}

/** Whether a file of this type of file system can be remembered: `now` is a time, in milliseconds, before it is hashed. */
export function isSettled({ changed }: FileIdentity, fileSystem: number | undefined, now: number): boolean {
  return fileSystem !== undefined && KEEPING_TIME.has(fileSystem) && now - changed >= SETTLED_MS;
}

/** A text that holds what is remembered in this boot (`/proc/sys/kernel/random/boot_id`). */
export function formatDigests(boot: string, memory: DigestMemory): string {
  const files = [...memory].map(([path, remembered]) => ({ path, ...remembered }));
  return `${JSON.stringify({ boot, files })}\n`;
}

/** Reads what `formatDigests` wrote. Of another boot, or of another form, nothing is remembered. */
export function parseDigests(text: string, boot: string): DigestMemory {
  const memory = parseObject(text);
  if (memory?.boot !== boot || !Array.isArray(memory.files)) return new Map();
  return new Map(memory.files.flatMap(readFile));
}

function readFile(value: unknown): readonly (readonly [string, Remembered])[] {
  const { path, identity, sha256 } = isObject(value) ? value : {};
  if (typeof path !== 'string' || typeof identity !== 'string' || typeof sha256 !== 'string') return [];
  return [[path, { identity, sha256 }]];
}
