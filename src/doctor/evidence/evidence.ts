/** Streams the log of a build to its reader. */
import { createReadStream } from 'node:fs';
import { errnoOf } from '../../text/problem.ts';
import { openLog } from '../log/reader.ts';
import type { LogReport } from '../log/signature.ts';

/** What a log showed, or why it cannot be read (an errno name); neither where there is no log. */
export interface LogRead {
  readonly log?: LogReport;
  readonly unreadable?: string;
}

/** Reads a file, or standard input for `-`, however large. Throws nothing: a failed build need not have left a log. */
export async function readLogFile(path: string | undefined): Promise<LogRead> {
  if (path === undefined) return {};
  const reading = openLog();
  try {
    const stream = path === '-' ? process.stdin : createReadStream(path);
    for await (const piece of stream) reading.feed(piece);
  } catch (thrown) {
    return { unreadable: errnoOf(thrown) ?? 'unknown reason' };
  }
  return { log: reading.report() };
}
