/**
 * Takes off what whoever quotes, pastes or collects a log puts before its lines: marks of quotation, an indentation,
 * times, names of services, numbers. What nearly all of the first lines have is a frame; what one line has is its own.
 */

/** Lines that are looked at before it is known. */
const FIRST_LINES = 64;

/** How many of them may lack it: one in so many, and one that introduces them. */
const LACKING = 10;
const INTRODUCED = 4;

/** Frames inside of one another. */
const DEPTH = 8;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DATE = `(?:\\d{4}[-/.]\\d\\d?[-/.]\\d\\d?|\\d\\d?[-/. ](?:\\d\\d?|${MONTH})[-/. ]\\d{2,4}|(?:[A-Z][a-z]{2},? )?${MONTH} {1,2}\\d{1,2}(?:,? \\d{4})?)`;
const CLOCK =
  '\\d\\d?:\\d\\d:\\d\\d(?:[.,:]\\d{1,9})?(?: ?[AaPp][Mm]\\b)?(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?';

/** A time, as far as it is one beyond doubt. */
export const TIME = new RegExp(
  // GitLab adds which stream it was, Jenkins a second space.
  `^[[(<]?(?:${DATE}(?:[T:_]|,? {1,2}))?${CLOCK}[\\])>]?(?: [|-](?= )|[:,])?(?: {2}(?=#)|[ \\t](?:\\d\\d[OE]\\+? ?)?|$)`,
);

/** What `gh run view --log` adds. */
export const JOB_AND_STEP = /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-)/;

/** What stands before a line; each is tried on all lines in turn. */
const FRAMES: readonly RegExp[] = [
  JOB_AND_STEP,
  TIME,
  // Quotations, of mail and of Markdown, and the bars of tables and boxes.
  /^[>|│┃](?: |$|(?=[>|│┃]))/,
  // The journal: its time is gone, its host and its program are not.
  /^(?!(?:Step|STEP) )[\w.-]{1,60} [\w.@()/-]{1,60}\[\d{1,8}\]: /,
  // Seconds since 1970, or since the begin.
  /^[[(]?1\d{9}(?:\.\d{1,9}|\d{3,9})?[\])]?:? /,
  /^(?:\[ {0,6}\+?\d{1,6}(?:\.\d{1,3})?(?:s|ms)?\]|\+?\d{1,6}(?:\.\d{1,6})?(?:s|ms)) /,
  // Services of compose and others.
  /^[\w.@:/-]{1,60} {0,30}\| /,
  /^(?!\[(?:BUG|\d{1,4}\/\d{1,4}|\d{1,6}\.\d{6})\])\[[^\]\s]{1,80}\] /,
  // Minutes, and numbers of lines.
  /^\d{1,4}:[0-5]\d(?:\.\d{1,3})? /,
  /^ {0,6}\d{1,6}(?:\t|: ?)/,
];

/** A line of Markdown that begins or ends code. */
const FENCE = /^(?:\s|>){0,12}(?:`{3,}|~{3,})[\w+-]{0,20}$/;

/** A line without words: what draws a rule, too. */
const EMPTY = /^[\s+|=*_─-]*$/;

/** Escape sequences of colours and cursors, and Buildkite's time stamps. */
const ESCAPES = /\u001b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|_[^\u0007\u001b]{0,200}(?:\u0007|\u001b\\))/g;

/** What an engine keeps of a line, as JSON. */
const RECORD = '{"log":"';

/** Lines that come in their order. */
export interface Frame {
  /** Takes the next line. */
  take(line: string, number: number): void;
  /** There are no more. */
  end(): void;
}

type Line = readonly [text: string, number: number];

/** Hands each line without its frame to `give`, with its number. */
export function openFrame(give: (line: string, number: number) => void): Frame {
  let first: Line[] = [];
  let frames: readonly RegExp[] | undefined;

  const begin = (): void => {
    frames = framesOf(first.map(([text]) => text));
    for (const [text, number] of first) give(without(text, frames), number);
    first = [];
  };

  return {
    take: (raw, number) => {
      const line = unwrapped(raw);
      if (FENCE.test(line)) {
        begin();
        frames = undefined;
      } else if (frames !== undefined) give(without(line, frames), number);
      else if (first.push([line, number]) >= FIRST_LINES) begin();
    },
    end: begin,
  };
}

function unwrapped(raw: string): string {
  const text = raw.startsWith(RECORD) ? recorded(raw) : raw;
  return text.includes('\u001b') ? text.replace(ESCAPES, '') : text;
}

/** The line that a record keeps, which may be cut off. */
function recorded(record: string): string {
  const text = /^\{"log":("(?:[^"\\]|\\.){0,4096}")/.exec(record)?.[1];
  try {
    return String(JSON.parse(text ?? '')).trimEnd();
  } catch {
    return record;
  }
}

/** What nearly all of these lines have before their own text, from outside to inside. */
function framesOf(lines: readonly string[]): readonly RegExp[] {
  const found: RegExp[] = [];
  let rest = lines.filter((line) => !EMPTY.test(line));
  while (found.length < DEPTH && rest.length > 0) {
    const most = Math.max(Math.floor(rest.length / LACKING), Number(rest.length >= INTRODUCED));
    const frame =
      marginOf(rest, most) ?? FRAMES.find((one) => rest.filter((line) => !one.test(line)).length <= most);
    if (frame === undefined) break;
    found.push(frame);
    rest = rest.map((line) => line.replace(frame, '')).filter((line) => !EMPTY.test(line));
  }
  return found;
}

/** The indentation of all lines but a few. */
function marginOf(lines: readonly string[], most: number): RegExp | undefined {
  const widths = lines.map((line) => line.search(/\S/)).sort((a, b) => a - b);
  const width = widths[most] as number;
  return width > 0 ? new RegExp(`^\\s{1,${width}}`) : undefined;
}

function without(line: string, frames: readonly RegExp[]): string {
  return frames.reduce((rest, frame) => rest.replace(frame, ''), line);
}
