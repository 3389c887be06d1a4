/** Reads the logs that sources give, each to its end, as long as all of them together are not too much. */
import { statSync } from 'node:fs';
import { openToRead, streamOf } from '../../host/files.ts';
import { errnoOf, reasonOf } from '../../text/problem.ts';
import type { Evidence } from '../log/evidence.ts';
import type { LogReport } from '../log/model.ts';
import { openLog } from '../log/reader.ts';

/** What is read of all logs together. */
interface LogBudget {
  readonly bytes: number;
  /** Time that reading takes by itself, in milliseconds: what is waited for is not counted. */
  readonly ms: number;
}

const BUDGET: LogBudget = { bytes: 256 * 1024 ** 2, ms: 30_000 };
const PIECE = 64 * 1024;

/** A regular file, or standard input for `-`. It is opened when it is read. */
export function logFile(path: string): Evidence {
  if (path === '-') return { name: 'standard input', from: 'stdin', text: process.stdin };
  return { name: path, from: 'file', size: () => statSync(path).size, text: piecesOf(path) };
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = openToRead(path);
  try {
    yield* streamOf(file, PIECE);
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

/**
 * Reads one after the other. One for which too little is left is not read, nor judged by its beginning: what failed stands at
 * its end. Throws nothing: a failed build need not have left a log.
 */
export async function readLogs(sources: readonly Evidence[], budget = BUDGET): Promise<LogsRead> {
  const read: LogRead[] = [];
  const unreadable: LogsRead['unreadable'][number][] = [];
  const spend = openBudget(budget);
  for (const evidence of sources) {
    const reading = openLog();
    try {
      spend.require(evidence.size?.() ?? 0);
      for await (const piece of evidence.text) spend.on(piece, reading.feed);
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

/** Counts what is read; both throw where that is too much. */
function openBudget({ bytes, ms }: LogBudget): {
  readonly require: (size: number) => void;
  readonly on: <P extends string | Uint8Array>(piece: P, read: (piece: P) => void) => void;
} {
  const spent = `of all logs together no more is read than ${bytes / 1024 ** 2} MiB, and for no longer than ${ms / 1000} s: give the end of this one alone`;
  const left = { bytes, ms };
  const require = (size: number): void => {
    if (size > left.bytes || left.ms <= 0) throw new Error(spent);
  };
  return {
    require,
    on: (piece, read) => {
      require(piece.length);
      const begun = performance.now();
      read(piece);
      left.ms -= performance.now() - begun;
      left.bytes -= piece.length;
    },
  };
}
