/**
 * Runs many probes through one small shell. Each fork of this process copies the page tables of all of Node, so
 * that twenty of them cost more than all that the probes do; those of a shell cost next to nothing.
 *
 * The shell is told of each probe as it is asked for, and runs it while this process goes on with the next.
 *
 * A shell cannot tell a signal from a large exit code, nor end one probe alone that hangs. So a batch only finds
 * the probes that work; whatever else came out of it is run again, by itself.
 */
import type { Host, Input } from './host.ts';

/** How a chroot is entered: `file`, its options, and the jail after `root`. */
export interface Chroot {
  readonly file: string;
  readonly options: readonly string[];
  readonly root: '' | '--root=';
}

/** What a probe answered that ended by itself. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  /** What it answered with QEMU_VERSION in its environment, outside the chroot; empty when it was not asked. */
  readonly version: string;
  /** Whole milliseconds from when it was asked for until it had ended, as exactly as the file system keeps time. */
  readonly ms: number;
}

/** Runs `/probe` in a jail, together with all others that are asked for before this process waits for something. */
export type RunTogether = (
  jail: string,
  options: { readonly version: boolean },
) => Promise<Answer | undefined>;

/**
 * A constant: what differs comes in as arguments. What the probe prints is kept apart from its exit code, so that
 * no output can pass for one. A handler that prints for ever ends at the size that a file may have here.
 */
const SCRIPT = `
tool=$1 options=$2 root=$3 arguments=$4
unset PWD OLDPWD
ulimit -f 128
while IFS= read -r ask && [ -n "$ask" ] && IFS= read -r jail; do
  {
    "$tool" $options "$root$jail" /probe $arguments >"$jail.out"
    echo "$?"
    [ "$ask" = no ] || QEMU_VERSION=1 "$jail/probe"
  } >"$jail.end" 2>/dev/null &
done
wait
`;

/** Opens batches that enter jails by `chroot`, hand `args` to each probe, and take `limitMs` at most. */
export function openBatches(
  host: Host,
  chroot: Chroot,
  args: readonly string[],
  limitMs: number,
): RunTogether {
  const words = [chroot.file, chroot.options.join(' '), chroot.root, args.join(' ')];
  let open: Batch | undefined;
  const start = (): Batch => {
    let input: Input | undefined;
    const ended = host.run({
      file: '/bin/sh',
      args: ['-c', SCRIPT, 'sh', ...words],
      env: {},
      cwd: '/',
      feed: (given) => {
        input = given;
      },
      silent: true,
      timeoutMs: limitMs,
    });
    setImmediate(() => {
      open = undefined;
      // The end of the input would be noticed only when this process has nothing else to do.
      input?.write('\n');
      input?.end();
    });
    return { ended, add: (jail, ask) => input?.write(`${ask ? 'yes' : 'no'}\n${jail}\n`) };
  };
  return async (jail, { version }) => {
    open ??= start();
    const asked = Date.now();
    open.add(jail, version);
    await open.ended;
    return readAnswer(host, jail, asked);
  };
}

/** A shell that takes further jails. */
interface Batch {
  readonly add: (jail: string, ask: boolean) => void;
  readonly ended: Promise<unknown>;
}

/** `undefined` when the probe has not ended, or what it left cannot be read. */
function readAnswer(host: Host, jail: string, asked: number): Answer | undefined {
  try {
    const [, code, version = ''] = /^(\d{1,3})\n(.*)$/s.exec(host.readText(`${jail}.end`)) ?? [];
    if (code === undefined) return undefined;
    // The clock of files stands still for some milliseconds at a time.
    const ms = Math.max(1, Math.round((host.stat(`${jail}.end`)?.modified ?? asked) - asked));
    return { code: Number(code), stdout: host.readText(`${jail}.out`), version, ms };
  } catch {
    return undefined;
  }
}
