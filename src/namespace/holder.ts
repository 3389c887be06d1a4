/** Processes that do nothing but keep namespaces alive, and talk in lines before they begin to. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endGroup } from '../host/host.ts';
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

/** Most that is kept of what a holder complains, in characters; it says a few words. */
const LIMIT = 4096;

/**
 * Starts a holder in a session of its own: a signal from the terminal is not for it. Gives the reason where it cannot
 * be started. It is apart from `run` of the port, which waits for the end of a program.
 */
export async function startHolder(file: string, args: readonly string[]): Promise<Holder | string> {
  try {
    const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    // Without room for its pipes there are none, and the reason comes later.
    if (child.pid === undefined) throw (await once(child, 'error'))[0];
    // Listened to at once: what it prints before it is asked is kept.
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, LIMIT);
    });
    child.stdin.on('error', () => undefined);
    const gone = new Promise((resolve) => child.on('close', resolve));
    await once(child, 'spawn');
    const pid = child.pid as number;
    return {
      pid,
      line: async () => {
        const { done, value } = await lines.next();
        // The complaint is complete then, too.
        if (done) await gone;
        return done ? undefined : value;
      },
      say: (words) => child.stdin.write(`${words}\n`),
      complaint: () => complaint,
      end: async () => {
        endGroup(pid, 'SIGTERM');
        await gone;
      },
      release: () => {
        for (const stream of child.stdio) stream?.destroy();
        child.unref();
      },
    };
  } catch (thrown) {
    // Node throws what it does not expect of execve: ELOOP, where nothing can be started any more.
    return `${file}: ${errnoOf(thrown) ?? 'EUNKNOWN'}`;
  }
}
