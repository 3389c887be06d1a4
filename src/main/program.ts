/** What every program shares: what it is doing, and how it ends, also by an error that nothing foresaw. */

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endSoon } from '../host/ending.ts';
import { unforeseen } from '../host/unforeseen.ts';
import { errnoOf, SetupProblem } from '../text/problem.ts';
import type { Progress } from '../text/progress.ts';

/**
 * Takes what a program is doing from now on; it completes "Cannot …". `hasChanged` tells whether that has changed anything
 * by now; it stays the same where it is left out.
 */
export type Doing = (what: string, hasChanged?: () => boolean) => void;

/** A part of a program; gives an exit code. */
export type Part = (doing: Doing) => Promise<number> | number;

/**
 * Runs the parts one after the other, a later one even when an earlier one has failed, and gives the first exit code
 * that is not 0. What a part throws, and what is thrown outside of all of them, goes to `fail`, which tells it and
 * gives the exit code. Throws nothing.
 */
export async function runToEnd(fail: (problem: SetupProblem) => number, ...parts: Part[]): Promise<number> {
  let what = 'start';
  let changes: (() => boolean) | undefined;
  const end = (thrown: unknown): number => {
    try {
      return fail(thrown instanceof SetupProblem ? thrown : unforeseen(thrown, what));
    } catch {
      return 1;
    }
  };
  process.on('uncaughtException', (thrown) => {
    // Nothing reads our output any more. The work is done all the same.
    if (errnoOf(thrown) !== 'EPIPE') process.exit(end(thrown));
  });
  for (const [signal, number] of Object.entries(STOPPING)) {
    process.on(signal, () => {
      // The command of exec is told of signals in its own way.
      if (process.listenerCount(signal) > 1) return;
      endSoon((helpers) => {
        end(stopped(signal, what, helpers, changes?.()));
        process.exit(128 + number);
      });
    });
  }
  const codes: number[] = [];
  for (const part of parts) {
    try {
      codes.push(
        await part((next, hasChanged = changes) => {
          [what, changes] = [next, hasChanged];
        }),
      );
    } catch (thrown) {
      codes.push(end(thrown));
    }
  }
  return codes.find((code) => code !== 0) ?? 0;
}

/** Signals that ask a process to end, with their numbers (signal(7)). */
const STOPPING = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** What is left by a program that was told to end: it may be that nothing is known of that. */
const LEFT = {
  known:
    'What it has changed by then stays, and undo takes it back; or run it again, which goes on from there',
  nothing: 'Nothing was changed, and what it had begun to fetch is removed; run it again',
  unknown: 'Run it again; what it has changed by then is recorded, and undo takes it back',
  // What the installer of an image does is in no record.
  installer:
    'Run it again; entries that the installer has registered by then are in the table, and remove takes them away by their names',
};

/** The error of a program that was told to end, and has ended those that worked for it before. */
function stopped(
  signal: string,
  what: string,
  helpers: readonly string[],
  changed: boolean | undefined,
): SetupProblem {
  const first = helpers.length === 0 ? '' : `, and has ended ${helpers.join(', ')} before`;
  const left = changed === undefined ? LEFT.unknown : changed ? LEFT.known : LEFT.nothing;
  return new SetupProblem({
    id: 'SB-STOPPED',
    kind: 'unproven',
    what,
    cause: `this program was stopped by ${signal}${first}`,
    remedy: helpers.includes('docker') ? LEFT.installer : left,
  });
}

/** Progress that also says what the program is doing: `what`, and the group that it has come to. */
export function followProgress<P extends Progress>(progress: P, what: string, doing: Doing): P {
  doing(what);
  const group = (title: string): void => {
    doing(`${what} (${title})`);
    progress.group(title);
  };
  return { ...progress, group };
}

/** The path of the privileged program. */
export function privilegedProgram(): string {
  return programBeside('privileged.js');
}

/** The path of a program that lies beside the one that was started, in lib/ and in dist/. */
export function programBeside(name: string): string {
  const started = process.argv[1];
  return join(started === undefined ? process.cwd() : dirname(realpathSync(started)), name);
}
