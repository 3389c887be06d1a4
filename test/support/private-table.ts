import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';

/** A real binfmt_misc table of its own, in a user namespace: nothing of it is left on the machine. */
export interface PrivateTable {
  /** The table's folder, as a path that this process can use. */
  readonly folder: string;
  /** A command that is put before another to run it inside: program and arguments. */
  readonly enter: readonly [string, ...string[]];
  /** Writes one registration, in the kernel's syntax. Throws the errno exception. */
  readonly register: (line: string) => void;
  readonly unregister: (name: string) => void;
  readonly close: () => Promise<void>;
}

// A /run of its own too: records and leases of a test lie there.
const MOUNT = 'mount -t binfmt_misc none /proc/sys/fs/binfmt_misc && mount -t tmpfs none /run';
const NAMESPACES = ['--user', '--map-root-user', '--mount'];

/** Why this machine has no private tables, printed for whoever reads the run; `undefined` when it has. */
export function noPrivateTable(): string | undefined {
  const attempt = spawnSync('unshare', [...NAMESPACES, 'sh', '-c', MOUNT], { encoding: 'utf8' });
  if (attempt.status === 0) return undefined;
  const reason = attempt.error?.message ?? attempt.stderr.trim();
  console.log(`skipped: no private binfmt_misc table on Linux ${release()} (6.7 is needed): ${reason}`);
  return reason;
}

/**
 * The machine's own table would lie beneath, where it is mounted, and a namespace cannot unmount what it found
 * there. Root leaves it behind, in a mount namespace in between.
 */
const BENEATH = 'while umount /proc/sys/fs/binfmt_misc 2>/dev/null; do :; done; exec "$@"';
const ALONE = ['unshare', '--mount', 'sh', '-c', BENEATH, 'sh'];

/** Makes a private table that lives until it is closed, or until this process ends. */
export async function openPrivateTable(): Promise<PrivateTable> {
  const inside = ['unshare', ...NAMESPACES, 'sh', '-c', `${MOUNT} && echo ready && exec cat`];
  const [file = '', ...args] = process.getuid?.() === 0 ? [...ALONE, ...inside] : inside;
  const holder = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [answer] = await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  if (String(answer) !== 'ready\n') throw new Error(`no private table: ${String(answer)}`);
  const folder = `/proc/${holder.pid}/root/proc/sys/fs/binfmt_misc`;
  return {
    folder,
    enter: [
      '/usr/bin/nsenter',
      '--preserve-credentials',
      '--user',
      '--mount',
      '--target',
      String(holder.pid),
    ],
    register: (line) => writeFileSync(join(folder, 'register'), line),
    unregister: (name) => writeFileSync(join(folder, name), '-1', { flag: 'r+' }),
    close: async () => {
      const gone = once(holder, 'exit');
      holder.stdin.end();
      await gone;
    },
  };
}
