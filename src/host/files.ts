/** Files that are hashed in small pieces, and written whole or not at all. */

import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';

/** The sha256 of a file, which may be no link, in lower-case hex. Throws the errno exception. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  readPieces(path, (piece) => hash.update(piece), false);
  return hash.digest('hex');
}

/** Writes all bytes: write(2) may take fewer. Throws the errno exception. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(fd, bytes, done);
}

/**
 * Writes a file whole or not at all: as `draft`, a name on the same file system where no link is followed, and then moved
 * to its place. `mode` is not narrowed by the umask. Throws the errno exception.
 */
export function writeWhole(
  path: string,
  bytes: Uint8Array | string,
  draft = `${path}.new`,
  mode = 0o644,
): void {
  fs.rmSync(draft, { force: true });
  try {
    fs.writeFileSync(draft, bytes, { flag: 'wx' });
    fs.chmodSync(draft, mode);
    fs.renameSync(draft, path);
  } catch (thrown) {
    fs.rmSync(draft, { force: true });
    throw thrown;
  }
}

/** Removes what lies in `parent` under a name that begins with `prefix`, where nothing has touched it for `ageMs`. */
export function removeForgotten(parent: string, prefix: string, ageMs: number, now: number): void {
  for (const name of fs.readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const path = join(parent, name);
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (found !== undefined && now - found.mtimeMs > ageMs) fs.rmSync(path, { recursive: true, force: true });
  }
}

/**
 * One buffer for all reads. Reading in pieces of this size keeps memory flat; hashing on worker threads was
 * measured to be slower (whole files must be held) for the ten files of a usual run.
 */
const PIECE = 256 * 1024;

/**
 * Reads a whole file in pieces, each of which is good until the next comes; `follow` resolves a last link. Throws the
 * errno exception.
 */
export function readPieces(path: string, look: (piece: Buffer) => void, follow = true): void {
  const fd = fs.openSync(path, fs.constants.O_RDONLY | (follow ? 0 : fs.constants.O_NOFOLLOW));
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (;;) {
      const count = fs.readSync(fd, piece, 0, PIECE, null);
      if (count === 0) break;
      look(piece.subarray(0, count));
    }
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * Opens a regular file for reading; gives its descriptor. Nothing is waited for: a FIFO, a device (which can do something
 * when it is opened) and a folder are refused. Links are followed. Throws the errno exception, or an error that says what
 * lies there.
 */
export function openRegular(path: string): number {
  const refuse = (): never => {
    throw new Error('it is no regular file');
  };
  if (!fs.statSync(path).isFile()) refuse();
  const fd = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  if (fs.fstatSync(fd).isFile()) return fd;
  fs.closeSync(fd);
  return refuse();
}
