/** Reads the logs that sources give, each to its end, as long as all of them together are not too much. */
import { readlinkSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { openToRead, streamOf } from '../../host/files.ts';
import { errnoOf, reasonOf } from '../../text/problem.ts';
import { printableInput } from '../../text/text.ts';
import type { Evidence } from '../log/evidence.ts';
import type { LogReport } from '../log/model.ts';
import { openLog } from '../log/reader.ts';
import { type LogBudget, openBudget } from './budget.ts';

/** Bytes of a file that are read at once, and of any piece that are looked at before others have their turn. */
const PIECE = 64 * 1024;

/**
 * A regular file, or standard input for `-`. It is opened when it is read, and must lie `below` that folder then, wherever
 * links lead.
 */
export function logFile(path: string, below?: string): Evidence {
  if (path === '-') return { name: 'standard input', from: 'stdin', text: process.stdin };
  return {
    name: shownPath(path),
    from: 'file',
    size: () => statSync(path).size,
    text: piecesOf(path, below),
  };
}

/** A path to be shown: where it is an address, which is no file, without the login in it. */
export function shownPath(path: string): string {
  return path.includes('://') ? printableInput(path, 200) : path;
}

/** True for what lies in a folder, or below it; both without links. */
export function liesBelow(folder: string, path: string | undefined): boolean {
  return path?.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`) === true;
}

async function* piecesOf(path: string, below: string | undefined): AsyncGenerator<Uint8Array> {
  const file = openToRead(path);
  try {
    // What it was when it was found says nothing of what was opened.
    if (below !== undefined && !liesBelow(below, readlinkSync(file.path)))
      throw new Error('a link leads to it, out of the folder that the pattern begins with');
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

/** A log that was not read, or not judged, with the reason: an errno name, or a sentence. */
type Unread = Pick<Evidence, 'name' | 'from'> & { readonly reason: string };

/** Logs that were read, and those that could not be. */
interface LogsRead {
  readonly read: readonly LogRead[];
  readonly unreadable: readonly Unread[];
}

/** How files of other kinds begin that people have of logs (RFC 1952; APPNOTE 4.3.7; xz 2.1.1; RFC 8878; Unicode 23.8). */
const NO_TEXT: readonly (readonly [beginning: readonly number[], what: string])[] = [
  [[0x1f, 0x8b], 'it is compressed by gzip: unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'it is a zip archive: unpack it first'],
  [[0xfd, 0x37, 0x7a, 0x58], 'it is compressed by xz: unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'it is compressed by zstd: unpack it first'],
  [[0xff, 0xfe], 'it is written in UTF-16: write it in UTF-8'],
  [[0xfe, 0xff], 'it is written in UTF-16: write it in UTF-8'],
];

/** Throws where what a log begins with is no text. */
function requireText(piece: Uint8Array | string): void {
  if (typeof piece === 'string') return;
  const [, what] = NO_TEXT.find(([beginning]) => beginning.every((byte, at) => piece[at] === byte)) ?? [];
  const reason = what ?? (piece.subarray(0, 512).includes(0) ? 'it is no text' : undefined);
  if (reason !== undefined) throw new Error(reason);
}

/**
 * Reads one after the other. One for which too little is left is not read, nor judged by its beginning: what failed stands at
 * its end. Throws nothing: a failed build need not have left a log.
 */
export async function readLogs(sources: readonly Evidence[], budget = openBudget()): Promise<LogsRead> {
  const read: LogRead[] = [];
  const unreadable: Unread[] = [];
  for (const evidence of sources) {
    const reading = openLog();
    const feed = async (piece: string | Uint8Array): Promise<void> => {
      budget.require(piece.length);
      for (let at = 0; at < piece.length; at += PIECE) {
        const part = piece.slice(at, at + PIECE);
        await budget.work(() => reading.feed(part), part.length);
      }
    };
    try {
      budget.require(evidence.size?.() ?? 0);
      let isFirst = true;
      for await (const piece of evidence.text) {
        if (isFirst) requireText(piece);
        isFirst = false;
        await feed(piece);
      }
      const { error } = evidence.step ?? {};
      if (error !== undefined) await feed(`\n${error}\n`);
      read.push({ evidence, log: await budget.work(reading.report) });
    } catch (thrown) {
      unreadable.push(unread(evidence, thrown));
    }
  }
  return { read, unreadable };
}

/** Judges one after the other what was read: the first in any case, the others as long as the budget lasts. */
export async function judgeLogs<T>(
  read: readonly LogRead[],
  budget: LogBudget,
  judge: (one: LogRead) => T,
): Promise<{ readonly judged: readonly T[]; readonly left: readonly Unread[] }> {
  const judged: T[] = [];
  const left: Unread[] = [];
  for (const one of read) {
    try {
      judged.push(one === read[0] ? judge(one) : await budget.work(() => judge(one)));
    } catch (thrown) {
      left.push(unread(one.evidence, thrown));
    }
  }
  return { judged, left };
}

function unread({ name, from }: Evidence, thrown: unknown): Unread {
  return { name, from, reason: errnoOf(thrown) ?? reasonOf(thrown) };
}
