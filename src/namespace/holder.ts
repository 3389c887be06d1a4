/** Processes that do nothing but keep namespaces alive, and talk in lines before they begin to. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { endGroup } from '../host/host.ts';
import { systemEnvironment } from '../host/trust.ts';
import { errnoOf } from '../text/problem.ts';

/** A process that was started to stay. */
export interface Holder {
  readonly pid: number;
  /** Its next line, or `undefined` when it ended, or was silent for half a minute. */
  readonly line: () => Promise<string | undefined>;
  readonly say: (line: string) => void;
  /** What it wrote to standard error so far. */
  readonly complaint: () => string;
  /** Ends it with all that it started, and waits; but not for one whose system call hangs. */
  readonly end: () => Promise<void>;
  /** Lets go of it, so that it outlives this process. */
  readonly release: () => void;
}

/** Most that is kept of what a holder complains, in characters; it says a few words. */
const LIMIT = 4096;

/** How long a line and an end are waited for, in milliseconds. */
const LINE_LIMIT_MS = 30_000;
const END_LIMIT_MS = 2_000;

/** The complaint of a holder that says nothing. */
export const SILENT = `no answer within ${LINE_LIMIT_MS / 1000} s`;

/**
 * Starts a holder in a session of its own: a signal from the terminal is not for it. Gives the reason where it cannot
 * be started. It is apart from `run` of the port, which waits for the end of a program.
 */
export async function startHolder(file: string, args: readonly string[]): Promise<Holder | string> {
  try {
    // It lives on beside the steps of the job, whose environment it does not need.
    const env = systemEnvironment({ uid: process.geteuid?.() ?? 0, env: process.env });
    const child = spawn(file, args, { env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
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
    const release = (): void => {
      for (const stream of child.stdio) stream?.destroy();
      child.unref();
    };
    return {
      pid,
      line: async () => {
        const next = await Promise.race([lines.next(), pause(LINE_LIMIT_MS, undefined, { ref: false })]);
        if (next === undefined) {
          complaint += SILENT;
          return undefined;
        }
        const { done, value } = next;
        // The complaint is complete then, too.
        if (done) await gone;
        return done ? undefined : value;
      },
      say: (words) => child.stdin.write(`${words}\n`),
      complaint: () => complaint,
      end: async () => {
        endGroup(pid, 'SIGTERM');
        await Promise.race([gone, pause(END_LIMIT_MS, undefined, { ref: false })]);
        release();
      },
      release,
    };
  } catch (thrown) {
    // Node throws what it does not expect of execve: ELOOP, where nothing can be started any more.
    return `${file}: ${errnoOf(thrown) ?? 'EUNKNOWN'}`;
  }
}
