/** Takes single files out of a Debian package, streamed; nothing else of it is written. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createFileOf, type Opened } from '../host/files.ts';
import { endGroup } from '../host/host.ts';
import { systemEnvironment } from '../host/trust.ts';
import { reasonOf, SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { type Budget, openBudget } from './budget.ts';
import type { ArchiveLimits } from './limits.ts';
import { readMembers } from './members.ts';

export interface UnpackLimits extends ArchiveLimits {
  /** Bytes of one file. */
  readonly file: number;
  /** Bytes of memory that unpacking may take. */
  readonly memory: number;
}

/** Unpacking takes memory for each thread; by itself dpkg-deb starts one for each processor. */
const THREADS = '4';

/** Becomes a program that may use no more than so many KiB for its data, or less where less is allowed here. */
const WITHIN_MEMORY = 'ulimit -d "$0" 2>/dev/null; exec "$@"';

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
  const [file, inherited] = typeof deb === 'string' ? [deb, 'ignore' as const] : ['/proc/self/fd/3', deb.fd];
  const program = ['dpkg-deb', '--fsys-tarfile', file];
  const environment = systemEnvironment({ uid: process.geteuid?.() ?? 0, env: process.env });
  // A group of its own: dpkg-deb forks what decompresses.
  const child = spawn('/bin/sh', ['-c', WITHIN_MEMORY, String(limits.memory / 1024), ...program], {
    stdio: ['ignore', 'pipe', 'pipe', inherited],
    env: { ...environment, DPKG_DEB_THREADS_MAX: THREADS },
    detached: true,
  });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw problem('dpkg-deb has no output');
  let complaint = '';
  stderr.on('data', (chunk: Buffer) => {
    if (complaint.length < 2000) complaint += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  ended.catch(() => undefined);
  const budget = openBudget(limits);
  const read = async (): Promise<ReadonlySet<string>> => {
    const tree = (stdout as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    const written = await writeMembers(tree, wanted, budget, limits.file);
    if (written.size === new Set(wanted.values()).size) return written;
    // Whether all of it was right is known at its end.
    for (let rest = await tree.next(); rest.done !== true; rest = await tree.next())
      budget.takeBytes(rest.value.length);
    if ((await ended) !== 0) throw new Error('dpkg-deb ended early');
    return written;
  };
  try {
    return await budget.timed(read, (late) => {
      stdout.destroy(late);
      end(child);
    });
  } catch (thrown) {
    if (thrown instanceof SetupProblem) throw thrown;
    const cause = reasonOf(thrown);
    throw problem(complaint === '' ? cause : `${cause} (${printable(complaint)})`, thrown);
  } finally {
    end(child);
    stdout.destroy();
    // The other pipe closes when the last of the group has ended.
    await ended.catch(() => undefined);
  }
}

async function writeMembers(
  tree: AsyncIterator<Buffer>,
  wanted: ReadonlyMap<string, string>,
  budget: Budget,
  most: number,
): Promise<ReadonlySet<string>> {
  const open = new Set(wanted.values());
  const written = new Set<string>();
  await readMembers(tree, budget, async ({ name, type, size, sparse }, content) => {
    const path = type === 'file' && !sparse ? wanted.get(name.replace(/^\.\//, '')) : undefined;
    if (path === undefined || !open.has(path)) return undefined;
    if (size > most) throw problem(`${printable(name)} is larger than ${most} bytes`);
    await createFileOf(path, content, 0o755);
    open.delete(path);
    written.add(path);
    return open.size === 0 ? written : undefined;
  });
  return written;
}

function end(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) endGroup(child.pid, 'SIGKILL');
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
