/** Reads the logs that sources give, each to its end. */
import { openToRead, streamOf } from '../../host/files.ts';
import { errnoOf, reasonOf } from '../../text/problem.ts';
import type { Evidence } from '../log/evidence.ts';
import type { LogReport } from '../log/model.ts';
import { openLog } from '../log/reader.ts';

/** The largest log that is read, in bytes. */
const LOG_LIMIT = 1024 ** 3;
const PIECE = 64 * 1024;

/** A regular file, or standard input for `-`. It is opened when it is read. */
export function logFile(path: string): Evidence {
  if (path === '-') return { name: 'standard input', from: 'stdin', text: process.stdin };
  return { name: path, from: 'file', text: piecesOf(path) };
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = openToRead(path);
  try {
    if (file.stat.size > LOG_LIMIT) throw new Error('it has more than 1 GiB: give its end alone');
    // A log that is written faster than it is read has an end, too.
    yield* streamOf(file, PIECE, { end: LOG_LIMIT - 1 });
  } finally {
    file.close();
  }
}

/** What a log showed. */
interface LogRead {
  readonly evidence: Evidence;
  readonly log: LogReport;
}

/** Logs that were read, and those that could not be, each with the reason: an errno name, or a sentence. */
interface LogsRead {
  readonly read: readonly LogRead[];
  readonly unreadable: readonly (Pick<Evidence, 'name' | 'from'> & { readonly reason: string })[];
}

/** Reads one after the other, however large. Throws nothing: a failed build need not have left a log. */
export async function readLogs(sources: readonly Evidence[]): Promise<LogsRead> {
  const read: LogRead[] = [];
  const unreadable: LogsRead['unreadable'][number][] = [];
  for (const evidence of sources) {
    const reading = openLog();
    try {
      for await (const piece of evidence.text) reading.feed(piece);
      const { error } = evidence.step ?? {};
      if (error !== undefined) reading.feed(`\n${error}\n`);
      read.push({ evidence, log: reading.report() });
    } catch (thrown) {
      const { name, from } = evidence;
      unreadable.push({ name, from, reason: errnoOf(thrown) ?? reasonOf(thrown) });
    }
  }
  return { read, unreadable };
}
