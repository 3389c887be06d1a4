/**
 * What is remembered of files that were hashed. A program can write to a file, and set its times, but the kernel
 * then notes the time of the change (ctime, inode(7)): a file with the identity under which it was hashed holds the same
 * bytes. The memory ends with a reboot, since the disk can be changed elsewhere in between.
 */

import { isObject, parseObject } from '../text/parse.ts';
import { hashOpen } from './files.ts';
import type { FileIdentity, Host, HostFile } from './host.ts';
import { textOr } from './read.ts';

/** The sha256 of a file, in lower-case hex, for as long as it has the identity. */
interface Remembered {
  readonly path: string;
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
  return `${JSON.stringify({ boot, files: [...memory.values()] })}\n`;
}

/** Reads what `formatDigests` wrote; nothing is remembered from another boot or in another form. */
export function parseDigests(text: string, boot: string): DigestMemory {
  const memory = parseObject(text);
  if (memory?.boot !== boot || !Array.isArray(memory.files)) return new Map();
  return new Map(memory.files.filter(isRemembered).map((file) => [file.path, file]));
}

function isRemembered(value: unknown): value is Remembered {
  return (
    isObject(value) && [value.path, value.identity, value.sha256].every((each) => typeof each === 'string')
  );
}

/** Digests of files. Each file is hashed once, and again when its identity has changed. */
export interface Digests {
  /**
   * The sha256, in lower-case hex, of what is open, and was opened by this path; `hash` finds it where it is not known.
   * Throws the errno exception.
   */
  readonly of: (path: string, file: HostFile, hash?: () => string) => string;
  /** What later processes can start from, as a text; `undefined` when nothing is new. */
  readonly news: () => string | undefined;
}

/** Starts from the text that an earlier process kept in this boot. `now` gives milliseconds since 1970. */
export function openDigests(host: Host, kept = '', now: () => number = Date.now): Digests {
  const boot = textOr(host, '/proc/sys/kernel/random/boot_id', '').trim();
  const earlier = parseDigests(kept, boot);
  const known = new Map(earlier);
  const lasting = new Map<string, Remembered>();
  return {
    of: (path, file, hash = () => hashOpen(file)) => {
      const begun = now();
      const identity = formatIdentity(file.stat);
      const remembered = known.get(path);
      if (remembered?.identity === identity) return remembered.sha256;
      const sha256 = hash();
      known.set(path, { path, identity, sha256 });
      if (isSettled(file.stat, host.fileSystemType(file.path), begun)) {
        lasting.set(path, { path, identity, sha256 });
      }
      return sha256;
    },
    news: () => {
      if (boot === '' || lasting.size === 0) return undefined;
      const unchanged = [...earlier].filter(([path, { identity }]) => {
        const found = host.stat(path);
        return found !== undefined && formatIdentity(found) === identity;
      });
      return formatDigests(boot, new Map([...unchanged, ...lasting]));
    },
  };
}
