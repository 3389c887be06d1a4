/**
 * Effects on this machine that tests and namespaces replace, and their Node implementation. Reads of kernel files are
 * synchronous: they are short, and the answer is needed before anything else can be decided.
 */

import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { arch, availableParallelism, endianness, release } from 'node:os';
import { delimiter, join } from 'node:path';
import { errnoOf, orUndefined } from '../text/problem.ts';
import { makeTemporary } from './ending.ts';
import {
  type Content,
  changeMode,
  namesOf,
  type OpenFile,
  openFolder,
  openPlain,
  readStart,
  removeTree,
  using,
  writeKernel,
  writeOwn,
} from './files.ts';

/** One program run. There is no shell: `args` reach the program as they are. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** The whole environment of the program; without it, the caller's own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Text for standard input, or what it is going to be; without it, standard input is empty. */
  readonly stdin?: string | Promise<string>;
  /** Most time, from when the text for standard input is known. */
  readonly timeoutMs: number;
  /** Standard output and error are cut after so many bytes each (1 MiB without it). */
  readonly maxBytes?: number;
  /** The same for standard error, where it is another number. */
  readonly maxErrorBytes?: number;
}

/** An open file that a program is to have. */
interface Inherited {
  readonly fd: number;
}

/** What a program run gave. A program that could not be started has `error` and a null code. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  /** errno name, when the program could not be started. */
  readonly error?: string;
  readonly ms: number;
}

export interface FileStat extends FileIdentity {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** A plain file that is open: what is found of it is true of the bytes that are read of it. */
export interface HostFile extends Pick<OpenFile, 'path' | 'head' | 'read' | 'close'> {
  readonly stat: FileStat;
}

export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly uid: number;
  readonly gid: number;
  /** `process.platform`. */
  readonly system: string;
  /** `process.arch`. */
  readonly nodeArch: string;
  readonly endian: 'little' | 'big';
  /** `uname -r`. */
  readonly kernelRelease: string;
  readonly nodeVersion: string;
  /** The running Node program. */
  readonly node: string;
  readonly cpus: number;

  /** Reads a text file, at most 1 MiB of it, and no other kind of file. Throws the errno exception. */
  readText(path: string): string;
  /** Reads up to `length` bytes from the beginning of a regular file. Throws the errno exception. */
  readBytes(path: string, length: number): Uint8Array;
  /**
   * Opens a plain file of at most `limit` bytes, without following a link or waiting for anything. Throws the errno
   * exception, or an error that says what lies there.
   */
  openPlain(path: string, limit: number): HostFile;
  /** The names in a folder, in the order the kernel gives them, and no more than `namesOf` reads. Throws the errno exception. */
  list(path: string): readonly string[];
  /** `undefined` when nothing is there or it cannot be looked at; `follow` resolves a last link. */
  stat(path: string, follow?: boolean): FileStat | undefined;
  /** True where nothing lies, not even a link; false also where this process is not let look. */
  isAbsent(path: string): boolean;
  /** The file system's magic number (statfs(2) `f_type`), `undefined` when it cannot be asked. */
  fileSystemType(path: string): number | undefined;
  /** Space that is left for this user on the file system of `path`, in bytes. */
  freeBytes(path: string): number | undefined;
  realPath(path: string): string | undefined;
  /** Where a link says that it leads; `undefined` for what is none. */
  readLink(path: string): string | undefined;
  /** One write(2) to a file of binfmt_misc or /proc (`writeKernel` of host/files). Throws the errno exception. */
  writeKernel(path: string, text: string): void;

  /**
   * A fresh private folder under `parent`, for which host/trust has the places where nobody else can exchange it; it goes with
   * this process unless it `stays`.
   */
  makeTemporary(prefix: string, parent: string, stays?: boolean): string;
  /** Makes a folder and those above it; `mode` is not narrowed by the umask. */
  makeFolder(path: string, mode?: number): void;
  /** chmod(2), of a link itself: refused. */
  makeMode(path: string, mode: number): void;
  isWritable(path: string): boolean;
  /** True when the file can be read, by a program that is given ten seconds: looking waits for an automount. */
  readable(path: string): Promise<boolean>;
  /**
   * Writes a file whole or not at all, in a folder in which nobody else can exchange it meanwhile; `mode` (0644 without
   * it) is not narrowed by the umask. Throws the errno exception, and what `content` throws.
   */
  writeFile(path: string, content: Content, mode?: number): void;
  /** Appends a text and forces it to the disk before returning. */
  appendDurably(path: string, text: string): void;
  /** Removes a file or a folder with all it holds, and follows no link; no complaint when there is none. */
  remove(path: string): void;
  /** Opens a folder itself, no link to it, and keeps it open. */
  open(path: string): { readonly fd: number; close(): void };

  /**
   * The full path of a program in these folders, or without them on PATH and in the system folders. Whoever starts it asks
   * host/trust: PATH is the job's, and root starts nothing by it.
   */
  which(program: string, folders?: readonly string[]): string | undefined;
  /**
   * Runs a program to its end, in a group of its own; `inherit` are its files from number 3 on. At its time limit it is
   * ended, and left to itself where that does not help (it is root's, or its system call hangs). Throws nothing. Started
   * elsewhere are only programs whose output people follow (host/run), that stay (namespace/holder), that have the
   * terminal (commands/exec), and one whose output is too long to be kept (archive/deb).
   */
  run(command: Command, inherit?: readonly Inherited[]): Promise<Outcome>;
}

const TEXT_LIMIT = 1024 * 1024;

/** So long a program that was killed has to end, in milliseconds. */
const ENDING_MS = 1_000;

/** Where programs are looked for besides PATH. */
export const SYSTEM_FOLDERS: readonly string[] = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

/** The programs of the distribution alone, which only root can change. */
export const ROOT_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
export const ROOT_FOLDERS: readonly string[] = ROOT_PATH.split(':');

/**
 * Arguments for sudo(8) before a program of root's, which asks for no password: whatever its policy lets through, the
 * environment of the caller does not get there. Without a program, nothing is done.
 */
export function asRoot({ uid }: Pick<Host, 'uid'>): readonly string[] {
  return ['-n', '--', '/usr/bin/env', '-i', `SUDO_UID=${uid}`];
}

/** The machine that this process runs on. */
export function nodeHost(): Host {
  return {
    env: process.env,
    uid: process.geteuid?.() ?? -1,
    gid: process.getegid?.() ?? -1,
    system: process.platform,
    nodeArch: arch(),
    endian: endianness() === 'BE' ? 'big' : 'little',
    kernelRelease: release(),
    nodeVersion: process.version,
    node: process.execPath,
    cpus: availableParallelism(),
    readText: (path) => new TextDecoder().decode(readStart(path, TEXT_LIMIT)),
    readBytes: readStart,
    openPlain: (path, limit) => {
      const file = openPlain(path, limit);
      return { ...file, stat: asFileStat(file.stat) };
    },
    list: (path) => [...namesOf(path)],
    stat,
    isAbsent,
    fileSystemType: (path) => orUndefined(() => fs.statfsSync(path).type),
    freeBytes: (path) => orUndefined(() => freeBytes(path)),
    realPath: (path) => orUndefined(() => fs.realpathSync(path)),
    readLink: (path) => orUndefined(() => fs.readlinkSync(path)),
    writeKernel,
    makeTemporary,
    makeFolder: (path, mode) => {
      fs.mkdirSync(path, { recursive: true });
      if (mode !== undefined) using(openFolder(path), ({ fd }) => fs.fchmodSync(fd, mode));
    },
    makeMode: changeMode,
    isWritable: (path) => canAccess(path, fs.constants.W_OK | fs.constants.X_OK),
    readable: async (path) => {
      const file = which('cat', ROOT_FOLDERS) ?? '/bin/cat';
      return (await run({ file, args: [path], env: { PATH: ROOT_PATH }, timeoutMs: 10_000 })).code === 0;
    },
    writeFile: writeOwn,
    appendDurably,
    remove: (path) => removeTree(path),
    open: openFolder,
    which: (program, folders = [...foldersOnPath(process.env), ...SYSTEM_FOLDERS]) => which(program, folders),
    run,
  };
}

function stat(path: string, follow = true): FileStat | undefined {
  return orUndefined(() => asFileStat(follow ? fs.statSync(path) : fs.lstatSync(path)));
}

function isAbsent(path: string): boolean {
  try {
    fs.lstatSync(path);
    return false;
  } catch (thrown) {
    return ['ENOENT', 'ENOTDIR'].includes(errnoOf(thrown) ?? '');
  }
}

function asFileStat(found: fs.Stats): FileStat {
  return {
    kind: found.isFile()
      ? 'file'
      : found.isDirectory()
        ? 'folder'
        : found.isSymbolicLink()
          ? 'link'
          : 'other',
    size: found.size,
    mode: found.mode & 0o7777,
    uid: found.uid,
    gid: found.gid,
    device: found.dev,
    inode: found.ino,
    modified: found.mtimeMs,
    changed: found.ctimeMs,
  };
}

function freeBytes(path: string): number {
  const { bavail, bsize } = fs.statfsSync(path);
  return bavail * bsize;
}

function appendDurably(path: string, text: string): void {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = fs.constants;
  const fd = fs.openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  try {
    fs.writeSync(fd, text);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** The folders that PATH names. */
export function foldersOnPath({ PATH = '' }: Host['env']): readonly string[] {
  return PATH.split(delimiter).filter((folder) => folder.startsWith('/'));
}

export function which(program: string, folders: readonly string[]): string | undefined {
  if (program.includes('/')) return isExecutable(program) ? program : undefined;
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  return canAccess(path, fs.constants.X_OK) && stat(path)?.kind === 'file';
}

/** access(2). */
function canAccess(path: string, mode: number): boolean {
  return orUndefined(() => fs.accessSync(path, mode) === undefined) ?? false;
}

async function run(command: Command, inherit: readonly Inherited[] = []): Promise<Outcome> {
  try {
    return await runToEnd(command, inherit);
  } catch (thrown) {
    // Node throws what it does not expect of execve: ELOOP, where nothing can be started any more.
    const error = errnoOf(thrown) ?? 'EUNKNOWN';
    return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
  }
}

function runToEnd(command: Command, inherit: readonly Inherited[]): Promise<Outcome> {
  const started = now();
  const maxBytes = command.maxBytes ?? TEXT_LIMIT;
  return new Promise((resolve) => {
    const child = spawn(command.file, command.args, {
      env: command.env ?? process.env,
      cwd: command.cwd,
      stdio: [
        command.stdin === undefined ? 'ignore' : 'pipe',
        'pipe',
        'pipe',
        ...inherit.map(({ fd }) => fd),
      ],
      // A group of its own, so that a time limit also ends what the program started.
      detached: true,
    });
    const stdout = collect(child.stdout, maxBytes);
    const stderr = collect(child.stderr, command.maxErrorBytes ?? maxBytes);
    let timedOut = false;
    let error: string | undefined;
    let over = false;
    let timer: NodeJS.Timeout | undefined;
    child.on('error', (problem) => {
      error = errnoOf(problem) ?? 'EUNKNOWN';
      if (child.pid === undefined) finish(null, null);
    });
    child.on('close', finish);
    // A program that ends before it has read everything breaks the pipe.
    child.stdin?.on('error', () => undefined);
    if (command.stdin instanceof Promise) void command.stdin.then(begin);
    else begin(command.stdin);

    function begin(text: string | undefined): void {
      child.stdin?.end(text);
      if (!over) timer = setTimeout(endNow, command.timeoutMs);
    }

    function endNow(): void {
      timedOut = true;
      endGroup(child.pid, 'SIGKILL');
      // A process that left the group may hold the pipes open; they are not waited for.
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
      timer = setTimeout(() => {
        child.unref();
        finish(null, null);
      }, ENDING_MS);
    }

    function finish(code: number | null, signal: string | null): void {
      over = true;
      clearTimeout(timer);
      const ms = now() - started;
      const result = { code, signal, stdout: stdout(), stderr: stderr(), timedOut, ms };
      resolve(error === undefined ? result : { ...result, error });
    }
  });
}

/** A clock in milliseconds. Asking the global `performance` for the first time loads a module. */
function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function collect(stream: NodeJS.ReadableStream | null, maxBytes: number): () => string {
  const chunks: Uint8Array[] = [];
  let total = 0;
  stream?.on('data', (chunk: Uint8Array) => {
    if (total < maxBytes) chunks.push(chunk.subarray(0, maxBytes - total));
    total += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Sends a signal to a process that leads a group, and to the group with it; none to one that has ended. */
export function endGroup(pid: number | undefined, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended by itself.
  }
}

/** Fields of stat(2) that identify a file and its content. */
export interface FileIdentity {
  readonly device: number;
  readonly inode: number;
  readonly size: number;
  /** Of the contents, in milliseconds since 1970. */
  readonly modified: number;
  /** Of the contents or of anything else about it, in milliseconds since 1970. */
  readonly changed: number;
}
