/** Takes single files out of a Debian package, streamed; nothing else of it is written. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createFileOf, type Opened } from '../host/files.ts';
import { reasonOf, SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { type Extract, openTar } from './tar.ts';

export interface UnpackLimits {
  /** Bytes of one file. */
  readonly file: number;
  /** Bytes of the package's whole tree, as its headers state them. */
  readonly total: number;
  readonly timeMs: number;
}

/**
 * Writes the members of a package, a path or a file that is open, that are named in `wanted` (path in the package
 * without a leading `./` -> path to write) and gives the paths written. Only regular files count: names are compared, never resolved, so no link and no `..`
 * leads anywhere. Ends as soon as every path has been written. The unpacking is dpkg-deb's (deb(5)).
 * Throws a SetupProblem for a damaged package, an exceeded limit, or a path that exists already.
 */
export async function unpackDeb(
  deb: string | Pick<Opened, 'fd'>,
  wanted: ReadonlyMap<string, string>,
  limits: UnpackLimits,
): Promise<ReadonlySet<string>> {
  // A group of its own: dpkg-deb forks what decompresses.
  const [file, inherited] = typeof deb === 'string' ? [deb, 'ignore' as const] : ['/proc/self/fd/3', deb.fd];
  const child = spawn('dpkg-deb', ['--fsys-tarfile', file], {
    stdio: ['ignore', 'pipe', 'pipe', inherited],
    detached: true,
  });
  if (child.stdout === null || child.stderr === null) throw problem('dpkg-deb has no output');
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (complaint.length < 2000) complaint += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  ended.catch(() => undefined);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    endGroup(child);
  }, limits.timeMs);
  try {
    const tree = child.stdout.pipe(await openTar());
    child.stdout.on('error', (error) => tree.destroy(error));
    const written = await writeMembers(tree, wanted, limits);
    if (written.size < new Set(wanted.values()).size && (await ended) !== 0)
      throw new Error('dpkg-deb ended early');
    return written;
  } catch (thrown) {
    if (thrown instanceof SetupProblem) throw thrown;
    const cause = timedOut ? `not done within ${limits.timeMs / 1000} s` : reasonOf(thrown);
    throw problem(complaint === '' || timedOut ? cause : `${cause} (${printable(complaint)})`, thrown);
  } finally {
    clearTimeout(timer);
    endGroup(child);
    // Its pipes close when the last of the group has ended.
    child.stdout.resume();
    await ended.catch(() => undefined);
  }
}

type Member = Extract extends AsyncIterable<infer Item> ? Item : never;

async function writeMembers(
  tree: AsyncIterable<Member>,
  wanted: ReadonlyMap<string, string>,
  limits: UnpackLimits,
): Promise<ReadonlySet<string>> {
  const open = new Set(wanted.values());
  const written = new Set<string>();
  let total = 0;
  for await (const entry of tree) {
    const { name, type, size = 0 } = entry.header;
    total += size;
    if (total > limits.total) throw problem(`its tree is larger than ${limits.total} bytes`);
    const path = type === 'file' ? wanted.get(name.replace(/^\.\//, '')) : undefined;
    if (path === undefined || !open.has(path)) {
      entry.resume();
      continue;
    }
    if (size > limits.file) throw problem(`${printable(name)} is larger than ${limits.file} bytes`);
    await createFileOf(path, entry as AsyncIterable<Uint8Array>, 0o755);
    open.delete(path);
    written.add(path);
    if (open.size === 0) break;
  }
  return written;
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

function problem(cause: string, thrown?: unknown): SetupProblem {
  return new SetupProblem(
    {
      id: 'SB082',
      kind: 'host',
      what: 'unpack the QEMU package',
      cause,
      remedy: 'Run it again, or take QEMU from another source with the input qemu-from',
    },
    { cause: thrown },
  );
}
