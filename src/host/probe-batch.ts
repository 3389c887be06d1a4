/**
 * Runs many probes through one small shell. Each fork of this process copies the page tables of all of Node, so
 * that twenty of them cost more than all that the probes do; those of a shell cost next to nothing.
 *
 * A shell cannot tell a signal from a large exit code, nor end one probe alone that hangs. So a batch only finds
 * the probes that work; whatever else came out of it is run again, by itself.
 */
import type { Host } from './host.ts';

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
  /** What it answered with QEMU_VERSION in its environment, outside the chroot. */
  readonly version: string;
  /** Milliseconds that the whole batch took. */
  readonly ms: number;
}

/** Runs `/probe` in a jail, together with all others that are asked for at the same moment. */
export type RunTogether = (jail: string) => Promise<Answer | undefined>;

/**
 * A constant: what differs comes in as arguments. What the probe prints is kept apart from its exit code, so that
 * no output can pass for one. A handler that prints for ever ends at the size that a file may have here.
 */
const SCRIPT = `
tool=$1 options=$2 root=$3 arguments=$4
shift 4
unset PWD OLDPWD
ulimit -f 128
for jail do
  {
    "$tool" $options "$root$jail" /probe $arguments >"$jail.out"
    echo "$?"
    QEMU_VERSION=1 "$jail/probe"
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
  let waiting: { readonly jail: string; readonly answer: (found: Answer | undefined) => void }[] = [];
  const runWaiting = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    const words = [chroot.file, chroot.options.join(' '), chroot.root, args.join(' ')];
    const { ms } = await host.run({
      file: '/bin/sh',
      args: ['-c', SCRIPT, 'sh', ...words, ...batch.map(({ jail }) => jail)],
      env: {},
      cwd: '/',
      timeoutMs: limitMs,
    });
    for (const { jail, answer } of batch) answer(readAnswer(host, jail, ms));
  };
  return (jail) =>
    new Promise((answer) => {
      if (waiting.length === 0) setImmediate(runWaiting);
      waiting.push({ jail, answer });
    });
}

/** `undefined` when the probe has not ended, or what it left cannot be read. */
function readAnswer(host: Host, jail: string, ms: number): Answer | undefined {
  try {
    const [, code, version = ''] = /^(\d{1,3})\n(.*)$/s.exec(host.readText(`${jail}.end`)) ?? [];
    if (code === undefined) return undefined;
    return { code: Number(code), stdout: host.readText(`${jail}.out`), version, ms };
  } catch {
    return undefined;
  }
}
