/**
 * Files as they are trusted: by what was opened, and never by a path that others may change meanwhile. What is open is
 * reached again by /proc/self/fd (proc_pid_fd(5)), whatever becomes of its name.
 */

import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname } from 'node:path';
import { errnoOf, orUndefined } from '../text/problem.ts';

const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;

/** A file or folder that is open. */
export interface Opened {
  readonly fd: number;
  /** Leads to it as long as it is open, in this process alone. */
  readonly path: string;
  readonly close: () => void;
}

/** A plain file that is open. */
export interface OpenFile extends Opened {
  readonly stat: fs.Stats;
  /** Reads it whole, in pieces, each of which is good until the next comes. Throws the errno exception. */
  readonly read: (look: (piece: Buffer) => void) => void;
}

function open(path: string, flags: number): Opened {
  const fd = fs.openSync(path, flags);
  return { fd, path: `/proc/self/fd/${fd}`, close: () => fs.closeSync(fd) };
}

/** Does what can fail with what was opened, and closes that if it does. */
function orClose<T>(opened: Opened, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    opened.close();
    throw thrown;
  }
}

/**
 * Opens a plain file of at most `limit` bytes. A link is not followed, and nothing is waited for: a FIFO, a device and
 * a folder are refused. Throws the errno exception, or an error that says what it is.
 */
export function openPlain(path: string, limit: number): OpenFile {
  const opened = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  return orClose(opened, () => {
    const stat = requirePlain(fs.fstatSync(opened.fd));
    if (stat.size > limit) throw new Error(`it has more than ${limit} bytes`);
    return { ...opened, stat, read: (look) => readPieces(opened.fd, limit, look) };
  });
}

/**
 * Opens a plain file for reading, a link to it as well, and gives its descriptor. Nothing is waited for, and a device,
 * which can do something when it is opened, is refused before. Throws as `openPlain` does.
 */
export function openToRead(path: string): number {
  requirePlain(fs.statSync(path));
  const opened = open(path, O_RDONLY | O_NONBLOCK);
  return orClose(opened, () => {
    requirePlain(fs.fstatSync(opened.fd));
    return opened.fd;
  });
}

/**
 * Reads up to `length` bytes from the beginning of a file, by hand: files of /proc report no size, and some of them never
 * end. Throws as `openToRead` does.
 */
export function readStart(path: string, length: number): Uint8Array {
  const fd = openToRead(path);
  try {
    const chunks: Uint8Array[] = [];
    let total = 0;
    while (total < length) {
      // Most files of the kernel are short.
      const chunk = new Uint8Array(Math.min(total < 4096 ? 4096 : 65_536, length - total));
      const count = fs.readSync(fd, chunk, 0, chunk.length, null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      total += count;
    }
    return Buffer.concat(chunks, total);
  } finally {
    fs.closeSync(fd);
  }
}

function requirePlain(stat: fs.Stats): fs.Stats {
  if (!stat.isFile()) throw new Error('it is not a plain file');
  return stat;
}

/** Opens a folder, and follows no link to it. Throws the errno exception. */
export function openFolder(path: string): Opened {
  return open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}

/** Why others than root and the user `uid` may change what bears these marks; `undefined` when nobody else may. */
export function othersMayWrite(
  { uid, mode }: Pick<fs.Stats, 'uid' | 'mode'>,
  own: number,
): string | undefined {
  if (uid !== 0 && uid !== own) return `it belongs to user ${uid}`;
  return (mode & 0o022) === 0 ? undefined : 'others may write to it';
}

/** True for a folder in which others may exchange what is not theirs: one that they may write to, without the sticky bit. */
export function othersMayExchange({ mode }: Pick<fs.Stats, 'mode'>): boolean {
  return (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
}

/** Opens a folder in which nobody but root and this user can exchange what this process makes there. Throws. */
export function openOwnFolder(path: string): Opened {
  const folder = openFolder(path);
  return orClose(folder, () => {
    const stat = fs.fstatSync(folder.fd);
    const mode = othersMayExchange(stat) ? stat.mode : 0;
    const objection = othersMayWrite({ uid: stat.uid, mode }, process.geteuid?.() ?? 0);
    if (objection !== undefined) throw new Error(`${path} is not safe to write to: ${objection}`);
    return folder;
  });
}

/** Uses what was opened, and closes it. */
export function using<O extends Pick<Opened, 'close'>, T>(opened: O, use: (opened: O) => T): T {
  try {
    return use(opened);
  } finally {
    opened.close();
  }
}

/** QEMU's programs have 4 to 18 MB. */
export const HANDLER_LIMIT = 256 * 1024 * 1024;

/** The sha256 of a plain file, in lower-case hex. Throws what `openPlain` throws. */
export function hashFile(path: string): string {
  return using(openPlain(path, Number.MAX_SAFE_INTEGER), hashOpen);
}

/** The digest of an open file, its sha256 where nothing else is asked for, in lower-case hex. Throws the errno exception. */
export function hashOpen({ read }: Pick<OpenFile, 'read'>, algorithm = 'sha256'): string {
  const hash = createHash(algorithm);
  read((piece) => hash.update(piece));
  return hash.digest('hex');
}

/** Writes all bytes: write(2) may take fewer. Throws the errno exception. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(fd, bytes, done);
}

/** What a file is to hold: bytes, a text, or what is written piece by piece. */
export type Content = Uint8Array | string | ((write: (piece: Uint8Array) => void) => void);

/**
 * Writes a file whole or not at all: as `draft`, a name on the same file system where no link is followed, and then moved
 * to its place. `mode` is not narrowed by the umask. Throws the errno exception, and what `content` throws.
 */
export function writeWhole(path: string, content: Content, draft = `${path}.new`, mode = 0o644): void {
  fs.rmSync(draft, { force: true });
  const fd = fs.openSync(draft, 'wx', 0o600);
  try {
    if (typeof content === 'function') content((piece) => writeAll(fd, piece));
    else writeAll(fd, Buffer.from(content));
    fs.fchmodSync(fd, mode);
    fs.renameSync(draft, path);
  } catch (thrown) {
    fs.rmSync(draft, { force: true });
    throw thrown;
  } finally {
    fs.closeSync(fd);
  }
}

/** The same, in a folder in which nobody else can exchange it meanwhile. */
export function writeOwn(path: string, content: Content, mode?: number): void {
  using(openOwnFolder(dirname(path)), (folder) =>
    writeWhole(`${folder.path}/${basename(path)}`, content, undefined, mode),
  );
}

/** chmod(2) of what lies there itself. Throws the errno exception. */
export function changeMode(path: string, mode: number): void {
  using(open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK), ({ fd }) => fs.fchmodSync(fd, mode));
}

/**
 * Removes what lies at a path, with all it holds; nothing, where nothing does. No link is followed, whatever others put
 * in the place of what is removed meanwhile. Throws the errno exception.
 */
export function removeTree(path: string): void {
  try {
    fs.unlinkSync(path);
  } catch (thrown) {
    const errno = errnoOf(thrown);
    if (errno === 'ENOENT') return;
    if (errno !== 'EISDIR') throw thrown;
    using(openFolder(path), (folder) => {
      for (const name of fs.readdirSync(folder.path)) removeTree(`${folder.path}/${name}`);
    });
    fs.rmdirSync(path);
  }
}

/** Removes what lies in `parent` under a name that begins with `prefix`, where nothing has touched it for `ageMs`. */
export function removeForgotten(parent: string, prefix: string, ageMs: number, now: number): void {
  for (const name of fs.readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const path = `${parent}/${name}`;
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined || now - found.mtimeMs <= ageMs) continue;
    // What is somebody else's can be left to them.
    orUndefined(() => removeTree(path));
  }
}

/**
 * One buffer for all reads. Reading in pieces of this size keeps memory flat; hashing on worker threads was
 * measured to be slower (whole files must be held) for the ten files of a usual run.
 */
const PIECE = 256 * 1024;

/** A file that grows while it is read is read to the limit. */
function readPieces(fd: number, limit: number, look: (piece: Buffer) => void): void {
  const piece = Buffer.allocUnsafe(PIECE);
  for (let at = 0; at < limit; ) {
    const count = fs.readSync(fd, piece, 0, PIECE, at);
    if (count === 0) break;
    at += count;
    look(piece.subarray(0, count));
  }
}
