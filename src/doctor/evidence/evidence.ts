/** Reads the logs that sources give, each to its end. */
import { createReadStream } from 'node:fs';
import { errnoOf, reasonOf } from '../../text/problem.ts';
import type { Evidence } from '../log/evidence.ts';
import type { LogReport } from '../log/model.ts';
import { openLog } from '../log/reader.ts';

/** A file, or standard input for `-`. */
export function logFile(path: string): Evidence {
  if (path === '-') return { name: 'standard input', from: 'stdin', text: process.stdin };
  return { name: path, from: 'file', text: readFile(path) };
}

/** Opens it when it is read: nobody would hear before that it cannot be. */
async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
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
