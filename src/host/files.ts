/** Files of the store: hashed in small pieces, and whole or absent under their name. */
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
 * Writes a text to a fresh folder whose name begins with `draft`, on the same file system, and moves it to its
 * place: whole or absent.
 */
export function writeWhole(path: string, text: string, draft: string): void {
  const folder = fs.mkdtempSync(draft);
  try {
    fs.writeFileSync(join(folder, 'file'), text, { mode: 0o644 });
    fs.renameSync(join(folder, 'file'), path);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes folders in `parent` whose name begins with `prefix` and that nobody has touched for `ageMs`. */
export function removeForgotten(parent: string, prefix: string, ageMs: number, now: number): void {
  for (const name of fs.readdirSync(parent)) {
    const path = join(parent, name);
    const found = name.startsWith(prefix) ? fs.lstatSync(path, { throwIfNoEntry: false }) : undefined;
    if (found?.isDirectory() && now - found.mtimeMs > ageMs) {
      fs.rmSync(path, { recursive: true, force: true });
    }
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
