/** Cuts a log into lines, and takes off what collectors of logs put around them. */

import { JOB_AND_STEP, TIME } from './frame.ts';

/** Characters of a line that are looked at; the rest of a longer line is passed over. */
export const LINE_LIMIT = 4096;

/** A text that comes in pieces. */
export interface Lines {
  /** Takes the next piece, cut anywhere: text, or bytes of UTF-8. */
  feed(piece: string | Uint8Array): void;
  /** Ends the text; gives the number of its lines. */
  end(): number;
}

/** Hands each line to `take`, with its number from 1. */
export function openLines(take: (line: string, number: number) => void): Lines {
  const decoder = new TextDecoder();
  let rest = '';
  let number = 1;
  let last = 0;
  let afterReturn = false;

  const put = (line: string): void => {
    last = number;
    take(line, number);
  };
  const cut = (piece: string): void => {
    const text = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (text.length < piece.length) number += 1;
    if (piece !== '') afterReturn = piece.endsWith('\r');
    let begin = 0;
    let lineFeed = text.indexOf('\n');
    let carriageReturn = text.indexOf('\r');
    while (lineFeed >= 0 || carriageReturn >= 0) {
      const returns = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed);
      const end = returns ? carriageReturn : lineFeed;
      put(rest + text.slice(begin, Math.min(end, begin + LINE_LIMIT - rest.length)));
      rest = '';
      const both = returns && lineFeed === end + 1;
      begin = end + (both ? 2 : 1);
      // The carriage return of a progress bar rewrites its line; at the end of a piece a line feed may follow, but need not.
      if (!returns || both) number += 1;
      if (returns) carriageReturn = text.indexOf('\r', begin);
      if (!returns || both) lineFeed = text.indexOf('\n', begin);
    }
    rest += text.slice(begin, begin + LINE_LIMIT - rest.length);
  };

  return {
    feed: (piece) => cut(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })),
    end: () => {
      cut(decoder.decode());
      if (rest !== '') put(rest);
      rest = '';
      return last;
    },
  };
}

/** A member of a document in JSON, but for those that hold what somebody says. */
const MEMBER =
  /^\s*"(?!\w*(?:err|msg|message|log|stream|reason|status|detail|output|stderr|cause|code))[\w.$/-]{1,80}"\s?: (?:".*"|-?\d[\d.]*|true|false|null|[[{].*),?$/i;

/** The line shows nothing of what failed: a document holds it. */
export function isMember(line: string): boolean {
  return line.includes('": ') && MEMBER.test(line);
}

/** What BuildKit puts before each line: its step, and the seconds since that began. */
const BUILDKIT = /^(?:#\d{1,6} )?(?:\s{0,4}=> => # )?(?: {0,4}\d{1,7}\.\d{1,3} )?/;

/** The line as whoever ran in a step printed it. */
export function bodyOf(whole: string): string {
  return whole.slice((BUILDKIT.exec(whole) as RegExpExecArray)[0].length);
}

/** What collectors put before each line, and how a line that has it begins, or what it holds; they can be nested. */
const COLLECTORS: readonly (readonly [begins: string, holds: string, decoration: RegExp])[] = [
  ['', '\t', JOB_AND_STEP],
  ['\ufeff', '', /^\ufeff/],
  ['>', '', /^(?:> ){1,8}(?!\[(?:[\w./>-]{1,80} ){0,2} {0,3}\d{1,4}\/\d)/], // a quotation among other lines
  ['', ':', TIME], // GitHub, Azure, GitLab, Jenkins, docker logs
  ['s', '', /^section_(?:start|end):\d{1,12}:[\w.-]{1,100}(?:\[[\w=,]{0,60}\])?/], // GitLab
  [' ', '', /^ {1,9}(?=\[[\w-]{1,20}\] )/], // Ant
  ['[', '', /^(?!\[BUG\])(?:\[[\w.:-]{1,40}\] {1,8}){1,4}(?!\d{1,4}\/\d)/], // [docker-bake] [WARNING] [stderr], [main], [build:L12:1s]
  ['|', '', /^\| /], // what BitBake quotes of a task’s log
  [' ', '', /^ {7}> (?=\S| )/], // what Nix quotes of a builder’s log
  // What a script that builds puts before each line of BuildKit.
  ['', ' #', /^[^#[]{1,80} (?=#\d{1,4} (?:\[|\d{1,7}\.\d|ERROR|DONE|CACHED|CANCELED))/],
  ['', ' | ', /^[\w.-]{1,60}[_-]\d{1,3} {1,20}\| /], // compose
  [
    '#[:',
    '',
    /^(?:##\[(?:group|command|section|error|warning|debug)\]|\[command\]|::(?:error|warning|group|notice)(?: [^:]{0,200})?::)/,
  ],
];

/** The line as the program printed it. */
export function undecorated(raw: string): string {
  let line = raw;
  for (const [begins, holds, decoration] of COLLECTORS) {
    const may = begins === '' ? line.includes(holds) : begins.includes(line.charAt(0));
    if (may) line = line.replace(decoration, '');
  }
  return line.trimEnd();
}
