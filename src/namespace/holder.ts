/** Processes that do nothing but keep namespaces alive, and talk in lines before they begin to. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { errnoOf } from '../text/problem.ts';

/** A process that was started to stay. */
export interface Holder {
  readonly pid: number;
  /** Its next line, or `undefined` when it ended. */
  readonly line: () => Promise<string | undefined>;
  readonly say: (line: string) => void;
  /** What it wrote to standard error so far. */
  readonly complaint: () => string;
  /** Ends it with all that it started, and waits. */
  readonly end: () => Promise<void>;
  /** Lets go of it, so that it outlives this process. */
  readonly release: () => void;
}

/** Most that a holder may write, in bytes; it says a few words. */
const LIMIT = 4096;

/** Node throws what it does not expect of execve: ELOOP, where nothing can be started any more. */
function start(file: string, args: readonly string[]): ChildProcessWithoutNullStreams | string {
  try {
    return spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  } catch (thrown) {
    return `${file}: ${errnoOf(thrown) ?? 'EUNKNOWN'}`;
  }
}

/** Starts a holder in a session of its own: a signal from the terminal is not for it. */
export async function startHolder(file: string, args: readonly string[]): Promise<Holder | string> {
  const child = start(file, args);
  if (typeof child === 'string') return child;
  let text = '';
  let complaint = '';
  let ended = false;
  let wake = (): void => undefined;
  child.stdout.on('data', (chunk: Uint8Array) => {
    text = (text + Buffer.from(chunk).toString('latin1')).slice(-LIMIT);
    wake();
  });
  child.stderr.on('data', (chunk: Uint8Array) => {
    complaint = (complaint + Buffer.from(chunk).toString('utf8')).slice(0, LIMIT);
  });
  child.stdin.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended = true;
      wake();
      resolve();
    });
  });
  const failure = await new Promise<string | undefined>((resolve) => {
    child.on('spawn', () => resolve(undefined));
    child.on('error', (problem) => resolve(errnoOf(problem) ?? 'EUNKNOWN'));
  });
  const { pid } = child;
  if (failure !== undefined || pid === undefined) return `${file}: ${failure ?? 'EUNKNOWN'}`;

  async function line(): Promise<string | undefined> {
    for (;;) {
      const end = text.indexOf('\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 1);
        return found;
      }
      if (ended) return undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return {
    pid,
    line,
    say: (words) => child.stdin.write(`${words}\n`),
    complaint: () => complaint,
    end: async () => {
      endGroup(pid);
      await gone;
    },
    release: () => {
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      child.unref();
    },
  };
}

/** Ends a process that leads a group, and the group with it. */
export function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
