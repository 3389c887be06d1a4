/** Streams the log of a build to its reader. */
import { createReadStream } from 'node:fs';
import { openLog } from '../core/build-log.ts';
import { errnoOf, SetupProblem } from '../core/problem.ts';
import type { LogReport } from '../core/signature.ts';

/**
 * Reads a file, or standard input for `-`, however large.
 * @throws SetupProblem of kind `input` when it cannot be read.
 */
export async function readLogFile(path: string): Promise<LogReport> {
  const reading = openLog();
  try {
    const stream = path === '-' ? process.stdin : createReadStream(path);
    for await (const piece of stream) reading.feed(piece);
  } catch (thrown) {
    throw new SetupProblem({
      id: 'SB-INPUT',
      kind: 'input',
      what: 'read the log',
      cause: `${path === '-' ? 'standard input' : 'the file'} cannot be read (${errnoOf(thrown) ?? 'unknown reason'})`,
      remedy: 'Name a file that this user may read, or - for standard input',
    });
  }
  return reading.report();
}
