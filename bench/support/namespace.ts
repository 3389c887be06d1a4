/** Namespaces of their own for what is measured: a table, a /run and an /etc that nobody else sees. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

export interface Apart {
  /** Map all ids, so that other users can be had: root alone can. */
  readonly users: boolean;
  /** Leave one id out, by which programs such as runc see that this is no machine of its own. */
  readonly seen?: boolean;
  /** A network with nothing but a loopback interface. */
  readonly network?: boolean;
  /** Shell commands that are run inside first. */
  readonly prepare?: readonly string[];
  /** What the program reads on its standard input. */
  readonly input: string;
}

/** Runs a program in namespaces of its own; gives what it printed. Throws where it does not end with 0. */
export async function runApart(
  command: readonly string[],
  { users, seen = false, network = false, prepare = [], input }: Apart,
): Promise<string> {
  const steps = [
    'mount -t binfmt_misc none /proc/sys/fs/binfmt_misc',
    // The records of what was changed go to /run, which is in memory on any other machine too.
    'mount -t tmpfs -o mode=755 none /run',
    ...(users ? ['cp -a /etc /run/etc', 'mount --bind /run/etc /etc'] : []),
    ...(network ? ['ip link set lo up'] : []),
    ...prepare,
    'exec "$@"',
  ].join(' && ');
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(
    'unshare',
    [
      ...['--user', '--mount', ...(network ? ['--net'] : []), ...(users ? [] : ['--map-root-user'])],
      // Who is root only since the ids were mapped has no rights before the next program.
      ...['sh', '-c', 'echo && read -r _ && exec sh -c "$0" sh "$@"', steps, ...command],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'], env },
  );
  const ended = once(child, 'close');
  await once(child.stdout, 'readable');
  if (users) {
    const ids = 0xffff_ffff - (seen ? 1 : 0);
    for (const map of ['uid_map', 'gid_map']) writeFileSync(`/proc/${child.pid}/${map}`, `0 0 ${ids}\n`);
  }
  child.stdin.end(`\n${input}`);
  const printed = await text(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
  return printed;
}
