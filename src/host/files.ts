/**
 * Files as they are trusted: by what was opened, and never by a path that others may change meanwhile. What is open is
 * reached again by /proc/self/fd (proc_pid_fd(5)), whatever becomes of its name.
 */

import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname } from 'node:path';
import { orUndefined } from '../text/problem.ts';

/**
 * For which Node has no name: a place in the tree alone, which this user need not be allowed to read (open(2)). The value is
 * the generic one (asm-generic/fcntl.h), which all architectures have that Node runs on.
 */
const O_PATH = 0o10000000;

const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;

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
  /** Its first `length` bytes, or as many as it has. Throws the errno exception. */
  readonly head: (length: number) => Buffer;
  /** Reads it whole, in pieces, each of which is good until the next comes. Throws the errno exception. */
  readonly read: (look: (piece: Buffer) => void) => void;
}

function open(path: string, flags: number, mode?: number): Opened {
  const fd = fs.openSync(path, flags, mode);
  return { fd, path: `/proc/self/fd/${fd}`, close: () => fs.closeSync(fd) };
}

/** Does what can fail with what was opened, and closes that if it does. */
function orClose<O extends Pick<Opened, 'close'>, T>(opened: O, work: (opened: O) => T): T {
  try {
    return work(opened);
  } catch (thrown) {
    opened.close();
    throw thrown;
  }
}

/**
 * Opens a plain file of at most `limit` bytes. A link is not followed, and nothing is waited for: a FIFO and a folder are
 * refused, and a device, which can do something when it is opened, is not opened, also where it is put there meanwhile.
 * Throws the errno exception, or an error that says what it is.
 */
export function openPlain(path: string, limit: number): OpenFile {
  return asFile(openLooked(path, O_NOFOLLOW), limit);
}

/** The same, of what people name: a link is followed, and what is read must be no file of the kernel's, which can last for ever. */
export function openToRead(path: string, limit = Number.MAX_SAFE_INTEGER): OpenFile {
  return orClose(asFile(openLooked(path, 0), limit), (file) => {
    if (KERNELS_OWN.has(fs.statfsSync(file.path).type)) throw new Error('it is a file of the kernel');
    return file;
  });
}

/** `f_type` of file systems (statfs(2), include/uapi/linux/magic.h) whose files are made up as they are read. */
const KERNELS_OWN: ReadonlySet<number> = new Set([
  ...[0x9fa0, 0x62656572, 0x64626720, 0x74726163], // proc, sysfs, debugfs, tracefs
  ...[0x73636673, 0x62656570, 0x27e0eb, 0x63677270], // securityfs, configfs, cgroup, cgroup2
  ...[0xcafe4a11, 0x42494e4d, 0xf97cff8c, 0x43415d53], // bpf, binfmt_misc, selinuxfs, smackfs
]);

/** Looks at what is held by O_PATH, which opens nothing, and opens that. */
function openLooked(path: string, flags: number): Opened {
  return using(open(path, O_PATH | flags), (held) => {
    requirePlain(fs.fstatSync(held.fd));
    return open(held.path, O_RDONLY | O_NONBLOCK);
  });
}

function asFile(opened: Opened, limit: number): OpenFile {
  return orClose(opened, ({ fd }) => {
    const stat = requirePlain(fs.fstatSync(fd));
    if (stat.size > limit) throw new Error(`it has more than ${limit} bytes`);
    return {
      ...opened,
      stat,
      head: (length) => readUpTo(fd, length, 0),
      read: (look) => readPieces(fd, limit, look),
    };
  });
}

/** Reads up to `length` bytes from the beginning of a file, or of what a link leads to. Throws as `openPlain` does. */
export function readStart(path: string, length: number): Buffer {
  return using(asFile(openLooked(path, 0), Number.MAX_SAFE_INTEGER), ({ fd }) => readUpTo(fd, length, null));
}

/** What is in an open file from byte `start` to byte `end`, while others work, in pieces of this size. It stays open. */
export function streamOf(
  { fd, path }: OpenFile,
  size: number,
  { start = 0, end = Number.MAX_SAFE_INTEGER }: { readonly start?: number; readonly end?: number } = {},
): fs.ReadStream {
  // By the descriptor that is open, which does not wait; opened anew by its path it would.
  const reads = { read: fs.read, close: (_fd: number, closed: (error?: Error) => void) => closed() };
  return fs.createReadStream(path, { fd, fs: reads, start, end, highWaterMark: size });
}

/** By hand: files of /proc report no size, and some of them never end. From where the file stands, where `at` is null. */
function readUpTo(fd: number, length: number, at: number | null): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  while (total < length) {
    // Most files of the kernel are short.
    const chunk = Buffer.allocUnsafe(Math.min(total < 4096 ? 4096 : 65_536, length - total));
    const count = fs.readSync(fd, chunk, 0, chunk.length, at === null ? null : at + total);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    total += count;
  }
  return Buffer.concat(chunks, total);
}

function requirePlain(stat: fs.Stats): fs.Stats {
  if (!stat.isFile()) throw new Error('it is not a plain file');
  return stat;
}

/** Opens a folder, and follows no link to it. Throws the errno exception. */
export function openFolder(path: string): Opened {
  return open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}

/** The same of a folder from which one only goes on to what lies in it. Throws the errno exception. */
export function openPlace(path: string): Opened {
  return open(path, O_PATH | O_DIRECTORY | O_NOFOLLOW);
}

/** More names are not read of a folder: others may fill theirs with millions, which would take minutes and all memory. */
const NAMES_LIMIT = 600_000;

/** The names in a folder, as far as they are wanted, in the order of opendir(3), which readdirSync does not keep. Throws the errno exception. */
export function* namesOf(path: string, limit = NAMES_LIMIT): Generator<string> {
  const folder = fs.opendirSync(path, { bufferSize: 1_024 });
  try {
    for (let left = limit; left > 0; left--) {
      const entry = folder.readSync();
      if (entry === null) return;
      yield entry.name;
    }
  } finally {
    folder.closeSync();
  }
}

/** Files of the kernel that take a word: those of binfmt_misc, and those of /proc (include/uapi/linux/magic.h). */
const TAKING_WORDS: ReadonlySet<number> = new Set([0x42494e4d, 0x9fa0]);

/**
 * One write(2) to such a file, and to no other, which others may have put in its place; nothing is created, no link followed,
 * nothing waited for. Throws the errno exception, or an error that says what lies there.
 */
export function writeKernel(path: string, text: string): void {
  using(open(path, O_PATH | O_NOFOLLOW), (held) => {
    if (!TAKING_WORDS.has(fs.statfsSync(held.path).type)) throw new Error('it is no file of the kernel');
    using(open(held.path, O_WRONLY), ({ fd }) => fs.writeSync(fd, text));
  });
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

/** The same of one that was just made: any other that has got its name would be filled, and emptied in the end. Throws. */
export function openEmptyFolder(path: string): Opened {
  return orClose(openOwnFolder(path), (folder) => {
    for (const _ of namesOf(folder.path)) throw new Error(`${path} is exchanged by others`);
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

/** The digest of an open file in lower-case hex; `take` is given each piece, too. Throws the errno exception, and what that throws. */
export function hashOpen(
  { read }: Pick<OpenFile, 'read'>,
  algorithm = 'sha256',
  take: (piece: Buffer) => void = () => undefined,
): string {
  const hash = createHash(algorithm);
  read((piece) => {
    hash.update(piece);
    take(piece);
  });
  return hash.digest('hex');
}

/** A new file that is open to be written. */
export interface NewFile extends Opened {
  /** Writes all of a piece. Throws the errno exception. */
  readonly write: (piece: Uint8Array) => void;
}

/** Makes a file where nothing lies, nor a link. Throws the errno exception. */
export function createFile(path: string, mode = 0o600): NewFile {
  const opened = open(path, O_WRONLY | O_CREAT | O_EXCL, mode);
  return { ...opened, write: (piece) => writeAll(opened.fd, piece) };
}

/** Makes a file of what comes. Throws the errno exception, and what keeps it from coming. */
export async function createFileOf(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  mode?: number,
): Promise<void> {
  const file = createFile(path, mode);
  try {
    for await (const piece of pieces) file.write(piece);
  } finally {
    file.close();
  }
}

/** Copies what lies at a path, or what a link there leads to, to a new file. Throws as `openToRead` and `createFile` do. */
export function copyFile(from: string, to: string): void {
  using(openToRead(from), ({ read }) => using(createFile(to), ({ write }) => read(write)));
}

/** write(2) may take fewer bytes than it is given. */
function writeAll(fd: number, bytes: Uint8Array): void {
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
  const file = createFile(draft);
  try {
    if (typeof content === 'function') content(file.write);
    else file.write(Buffer.from(content));
    fs.fchmodSync(file.fd, mode);
    fs.renameSync(draft, path);
  } catch (thrown) {
    fs.rmSync(draft, { force: true });
    throw thrown;
  } finally {
    file.close();
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

/** Nothing that this program makes has so many folders in each other. Each that is removed takes a descriptor meanwhile. */
const DEEPEST = 32;

/** What tells a file or folder from all others while it is there. */
export type Identity = Pick<fs.Stats, 'dev' | 'ino'>;

/**
 * Removes what lies at a path, with all it holds; nothing, where nothing does, or not what was meant (`meant`). No link is
 * followed and no other file system entered, whatever others put in the place of what is removed meanwhile. Throws the errno
 * exception, and an error where it is too deep to be ours.
 */
export function removeTree(path: string, meant?: Identity): void {
  const found = fs.lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || (meant !== undefined && !isSame(found, meant))) return;
  removeFound(path, found, found.dev, DEEPEST);
}

function removeFound(path: string, found: fs.Stats, device: number, deepest: number): void {
  if (found.dev !== device) throw new Error('another file system is mounted in it');
  if (!found.isDirectory()) {
    fs.unlinkSync(path);
    return;
  }
  if (deepest === 0) throw new Error(`it has more than ${DEEPEST} folders in each other`);
  using(openFolder(path), (folder) => {
    if (!isSame(fs.fstatSync(folder.fd), found)) throw new Error('it is exchanged by others');
    emptyFolder(folder, device, deepest - 1);
  });
  fs.rmdirSync(path);
}

function emptyFolder({ path }: Opened, device: number, deepest: number): void {
  for (const name of fs.readdirSync(path)) {
    const at = `${path}/${name}`;
    const found = fs.lstatSync(at, { throwIfNoEntry: false });
    if (found !== undefined) removeFound(at, found, device, deepest);
  }
}

/** Removes all that a folder holds that is open, and the folder where it still has its name. Throws as `removeTree` does. */
export function removeOpen(folder: Opened, name: string): void {
  const own = fs.fstatSync(folder.fd);
  emptyFolder(folder, own.dev, DEEPEST);
  const found = fs.lstatSync(name, { throwIfNoEntry: false });
  if (found !== undefined && isSame(found, own)) fs.rmdirSync(name);
}

function isSame(one: Identity, other: Identity): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/**
 * Takes a folder away in whose place a file is to come. One that others may fill, or may have put there, stays under another
 * name. Throws the errno exception.
 */
export function clearPlace(path: string): void {
  const found = fs.lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return;
  const aside = `${path}-${randomUUID()}`;
  fs.renameSync(path, aside);
  if (isUnshared(dirname(path))) removeOwn(aside, found);
}

/** True for a folder of root's or this user's in which nobody else can exchange what is not theirs. */
export function isUnshared(folder: string): boolean {
  const found = fs.statSync(folder);
  return (found.uid === 0 || found.uid === process.geteuid?.()) && !othersMayExchange(found);
}

/** As far as it can be. What is others', and a folder that they may fill, however deep or wide, is left to them. */
export function removeOwn(path: string, found: fs.Stats): void {
  const own = process.geteuid?.() ?? 0;
  if (found.uid !== own || (found.isDirectory() && othersMayWrite(found, own) !== undefined)) return;
  orUndefined(() => removeTree(path, found));
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
