/** Streams the log of a build to its reader. */
import { createReadStream, fstatSync, type ReadStream } from 'node:fs';
import { openToRead } from '../../host/files.ts';
import { errnoOf, reasonOf } from '../../text/problem.ts';
import { openLog } from '../log/reader.ts';
import type { LogReport } from '../log/signature.ts';

/** What a log showed, or why it cannot be read (an errno name, or words); neither where there is no log. */
export interface LogRead {
  readonly log?: LogReport;
  readonly unreadable?: string;
}

/** The largest log that is read, in bytes. */
const LOG_LIMIT = 1024 ** 3;

/** Reads a regular file, or standard input for `-`. Throws nothing: a failed build need not have left a log. */
export async function readLogFile(path: string | undefined): Promise<LogRead> {
  if (path === undefined) return {};
  const reading = openLog();
  try {
    for await (const piece of path === '-' ? process.stdin : openLogFile(path)) reading.feed(piece);
  } catch (thrown) {
    return { unreadable: errnoOf(thrown) ?? reasonOf(thrown) };
  }
  return { log: reading.report() };
}

function openLogFile(path: string): ReadStream {
  const fd = openToRead(path);
  // A log that is written faster than it is read has an end, too.
  const stream = createReadStream('', { fd, end: LOG_LIMIT - 1 });
  if (fstatSync(fd).size <= LOG_LIMIT) return stream;
  stream.destroy();
  throw new Error('it has more than 1 GiB: give its end alone');
}
