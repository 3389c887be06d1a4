/** Runs programs whose output people follow in the log (apt-get, docker), by @actions/exec. */
import { basename } from 'node:path';
import { orUndefined, reasonOf } from '../text/problem.ts';
import { oneLine } from '../text/text.ts';
import { whileHelped } from './ending.ts';
import { endGroup, ROOT_FOLDERS, which } from './host.ts';

/** So long, in seconds, a program that is told to end has to take back what it began. */
const GRACE_SECONDS = 5;

/** A line is cut, and `tail` begins, after so many characters. */
const LINE_LIMIT = 8192;
/** More is kept of a line, so that a secret where it is cut is known as a whole. */
const REST_LIMIT = 4 * LINE_LIMIT;
const TAIL_LIMIT = 65_536;

/**
 * Tells its number, and becomes a program with an empty standard input. @actions/exec tells no number, and would leave a
 * pipe open: where it writes into that one, a program that has ended by then ends this one, too.
 */
const TOLD_AND_UNFED = 'echo "$$"; exec "$0" "$@" < /dev/null';

export interface FollowOptions {
  /** The whole environment of the program; without it, the caller's own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly timeoutMs: number;
  /** Called with each line of standard output and standard error, safe to print, while the program runs. */
  readonly line: (text: string) => void;
  /** Looks at the program now and then while it runs, and has it ended by giving a reason. */
  readonly watch?: { readonly everyMs: number; readonly look: () => string | undefined };
}

/** How a program ended. */
export interface Followed {
  /** The exit code; `undefined` when the program was not started or was ended by a signal. */
  readonly code: number | undefined;
  readonly timedOut: boolean;
  /** Why the watch had it ended. */
  readonly ended?: string;
  /** The last lines, safe to print, joined by newlines; why the program was not started, when it was not. */
  readonly tail: string;
}

/**
 * Runs a program to its end and tells its lines on the way. `file` is a path or a name on PATH; `args` reach it
 * as they are; its standard input is empty. @actions/exec knows no time limit, so timeout(1) sets one and ends
 * the whole group of processes, also when this process is told to end. Throws nothing.
 */
export async function runFollowed(
  file: string,
  args: readonly string[],
  { env, cwd, timeoutMs, line, watch }: FollowOptions,
): Promise<Followed> {
  const { exec } = await import('@actions/exec');
  const seconds = Math.max(1, Math.ceil(timeoutMs / 1000));
  let tail = '';
  const tell = (text: string): void => {
    tail = `${tail}${text}\n`.slice(-TAIL_LIMIT);
    line(text);
  };
  let pid: number | undefined;
  let isStopped = false;
  // timeout(1) passes the signal on to all that it runs, and kills what does not obey.
  const stop = (): void => {
    isStopped = true;
    if (pid !== undefined) endOne(pid);
  };
  const own = (text: string): void => {
    if (pid !== undefined) tell(text);
    else {
      pid = Number(text);
      if (isStopped) endOne(pid);
    }
  };
  const [out, err] = [splitLines(own), splitLines(tell)];
  let ended: string | undefined;
  const look = (): void => {
    ended ??= watch?.look();
    if (ended !== undefined && pid !== undefined) endOne(pid);
  };
  const watching = watch === undefined ? undefined : setInterval(look, watch.everyMs);
  const started = performance.now();
  try {
    // Its own search says on standard output which folders it may not read, and there --json prints the report alone.
    const timeout =
      which('timeout', ROOT_FOLDERS) ?? (process.geteuid?.() === 0 ? '/usr/bin/timeout' : 'timeout');
    const limited = [timeout, '-k', String(GRACE_SECONDS), String(seconds), file, ...args];
    // A program that is ended by a signal has the code null, whatever the types say.
    const running: Promise<number | null> = exec('"/bin/sh"', ['-c', TOLD_AND_UNFED, ...limited], {
      cwd,
      env: env === undefined ? undefined : { ...env },
      // Otherwise foreign lines go to standard output as they are, where the runner obeys them.
      silent: true,
      listeners: { stdout: out.take, stderr: err.take },
      ignoreReturnCode: true,
    });
    const gone = running.finally(() => (isStopped && pid !== undefined ? endOfGroup(pid) : undefined));
    const code = await whileHelped(basename(file), stop, gone);
    out.end();
    err.end();
    const timedOut = code !== 0 && performance.now() - started >= seconds * 1000;
    return { code: code ?? undefined, timedOut, ended, tail: tail.trimEnd() };
  } catch (thrown) {
    return { code: undefined, timedOut: false, tail: reasonOf(thrown) };
  } finally {
    clearInterval(watching);
  }
}

function endOne(pid: number): void {
  // It may have ended by itself.
  orUndefined(() => process.kill(pid, 'SIGTERM'));
}

const LOOK_MS = 50;

/**
 * Waits until nothing is left of a group that was told to end. timeout(1) leaves its program behind where the signal
 * comes before it knows the program's number.
 */
async function endOfGroup(leader: number): Promise<void> {
  const isThere = () => orUndefined(() => process.kill(-leader, 0)) === true;
  if (isThere()) endGroup(leader, 'SIGTERM');
  for (let waited = 0; isThere() && waited <= 2 * GRACE_SECONDS * 1000; waited += LOOK_MS) {
    if (waited === GRACE_SECONDS * 1000) endGroup(leader, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Splits bytes into lines that are safe to print; `end` tells the last one, where no newline ended it. */
function splitLines(tell: (line: string) => void): {
  readonly take: (bytes: Uint8Array) => void;
  readonly end: () => void;
} {
  const decoder = new TextDecoder();
  let rest = '';
  const tellSafely = (text: string): void => {
    const safe = oneLine(text, LINE_LIMIT).trimEnd();
    if (safe !== '') tell(safe);
  };
  return {
    take: (bytes) => {
      const lines = `${rest}${decoder.decode(bytes, { stream: true })}`.split(/[\r\n]+/);
      rest = (lines.pop() ?? '').slice(0, REST_LIMIT);
      lines.forEach(tellSafely);
    },
    end: () => tellSafely(rest),
  };
}
