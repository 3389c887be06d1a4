/** Cuts a log into lines, and takes off what collectors of logs put around them. */

/** Characters of a line that are looked at; the rest of a longer line is passed over. */
export const LINE_LIMIT = 4096;

/** The end of a line, or the carriage return by which a progress bar rewrites its line. */
const LINE_END = /\r\n|[\r\n]/g;

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
    for (const { 0: end, index } of text.matchAll(LINE_END)) {
      put(rest + text.slice(begin, Math.min(index, begin + LINE_LIMIT - rest.length)));
      rest = '';
      begin = index + end.length;
      // A lone carriage return rewrites the line; at the end of a piece a line feed may follow, but need not.
      if (end !== '\r') number += 1;
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

/** Escape sequences of colours and cursors, and Buildkite's time stamps. */
const ESCAPES = /\u001b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|_[^\u0007\u001b]{0,200}(?:\u0007|\u001b\\))/g;

/** What collectors put before each line; they can be nested. */
const COLLECTORS: readonly RegExp[] = [
  /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-)/, // gh run view --log: job, step
  /^\ufeff/,
  /^\[?\d{4}-\d\d-\d\d[T ][\d:.,]{8,20}(?:Z|[+-]\d\d:?\d\d)?\]? (?:\d\d[OE]\+? ?)?/, // GitHub, Azure, GitLab, Jenkins, docker logs
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]? /, // the time alone
  /^section_(?:start|end):\d{1,12}:[\w.-]{1,100}(?:\[[\w=,]{0,60}\])?/, // GitLab
  /^(?!\[BUG\])(?:\[[\w.-]{1,40}\] {1,8}){1,4}(?!\d{1,4}\/\d)/, // [docker-bake] [WARNING] [stderr], [main]
  /^[\w.-]{1,60}[_-]\d{1,3} {1,20}\| /, // compose
  /^(?:##\[(?:group|command|section|error|warning|debug)\]|\[command\]|::(?:error|warning|group|notice)(?: [^:]{0,200})?::)/,
];

/** Begins as a decorated line may. */
const DECORATED = /^[\ufeff\d[#:]|^[^\t]{1,80}\t|^section_|^[\w.-]{1,60}\d {1,20}\| /;

/** The line as the program printed it. */
export function undecorated(raw: string): string {
  const plain = raw.includes('\u001b') ? raw.replace(ESCAPES, '') : raw;
  if (!DECORATED.test(plain)) return plain.trimEnd();
  return COLLECTORS.reduce((line, decoration) => line.replace(decoration, ''), plain).trimEnd();
}
