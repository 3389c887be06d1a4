/** Hides the secrets that this run has used, in whatever form others say them back. */

import { withoutEnd } from './parse.ts';

/** The secrets in the forms in which others may repeat them, without what is not seen. */
let used: readonly string[] = [];

const sequence = (title: string): string => `\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\]${title}|[@-Z\\\\-_])`;

/** A sequence for terminals (ECMA-48), as the source of a pattern. */
export const ESCAPE_SEQUENCE = sequence('[^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?');
/** Control characters, ends of lines, and what is not seen but changes how the rest is shown (bidi, zero width, tags). */
export const UNSEEN = '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]';

const unseen = (each: string): RegExp => new RegExp(`${each}|${UNSEEN}`, 'uy');

/** A piece of what may stand between the letters of a secret: what is taken out before a text is shown. */
const PIECE = unseen(ESCAPE_SEQUENCE);
/** The same, for a secret whose letters stand in a title. */
const PIECE_IN_TITLE = unseen(sequence(''));

/** Shorter ones are parts of too many words. */
const SHORTEST_SECRET = 4;

/** So many of its first letters tell a secret; what follows is part of it as long as it is alike. */
const TELLING = 64;

/** Keeps a secret that is sent to others, so that `hideUsed` knows it wherever it comes back. */
export function rememberSecret(secret: string): void {
  const bytes = Buffer.from(secret);
  const base64 = bytes.toString('base64');
  // As it is, and as bytes that are escaped one by one; a form has a plus in place of a space.
  const texts = [secret, bytes.toString('latin1')].flatMap((text) => [text, text.replaceAll(' ', '+')]);
  const forms = [
    ...texts,
    new URLSearchParams([['', secret]]).toString().slice(1),
    // What fills it up at its end may be left out, and addresses have two other letters (RFC 4648, 5).
    base64,
    withoutEnd(base64, '='),
    bytes.toString('base64url'),
  ].map(lettersOf);
  used = [...new Set([...used, ...forms.filter(({ length }) => length >= SHORTEST_SECRET)])];
}

/** Says of a place in a text where the next letter stands, if not there. */
type NextLetter = (at: number) => number;

/** Each gap is read once, also where another begins within it: what is asked of a text takes as long as it is. */
function readAcross(piece: RegExp, text: string): NextLetter {
  // By where a piece begins: where the gap ends that it is part of.
  let ends: Uint32Array | undefined;
  return (at) => {
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code < 0x7f) return at;
    ends ??= new Uint32Array(text.length + 1);
    const begins: number[] = [];
    let end = at;
    for (let known = ends[end]; ; known = ends[end]) {
      if (known) {
        end = known;
        break;
      }
      piece.lastIndex = end;
      if (!piece.test(text)) break;
      begins.push(end);
      end = piece.lastIndex;
    }
    for (const begin of begins) ends[begin] = end;
    return end;
  };
}

function lettersOf(text: string): string {
  const next = readAcross(PIECE, text);
  let letters = '';
  for (let at = next(0); at < text.length; at = next(at + 1)) letters += text[at];
  return letters;
}

/** A text as it was, or with what is escaped in it as it is meant, and where each of its characters stood. */
interface Reading {
  readonly text: string;
  readonly placeOf: (at: number) => number;
}

/** What stands for one character: in addresses and forms, in JSON, Go and shells, in HTML and XML. */
const LANGUAGES: readonly RegExp[] = [
  /%(?<hex>[\da-f]{2})/gi,
  /\\(?:u(?<hex>[\da-f]{4})|x(?<byte>[\da-f]{2})|(?<plain>[^\p{L}\p{N}])|[nrtbf])/giu,
  /&(?:#(?<decimal>\d{1,6})|#x(?<hex>[\da-f]{1,5})|(?<entity>amp|lt|gt|quot|apos));/gi,
];
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An answer may quote another one, in which something is escaped already. */
const NESTED = 2;

function readingsOf(reading: Reading, nested = NESTED): readonly Reading[] {
  if (nested === 0) return [reading];
  const others = LANGUAGES.flatMap((escaped) => meant(reading, escaped) ?? []);
  return [reading, ...others.flatMap((other) => readingsOf(other, nested - 1))];
}

/** What a text means in a language; `undefined` where it is the same. */
function meant({ text, placeOf }: Reading, escaped: RegExp): Reading | undefined {
  if (text.search(escaped) < 0) return undefined;
  const places = new Uint32Array(text.length + 1);
  let read = '';
  let from = 0;
  const take = (letters: string, at: number, step: number): void => {
    for (let each = 0; each < letters.length; each++) places[read.length + each] = at + each * step;
    read += letters;
  };
  for (const match of text.matchAll(escaped)) {
    take(text.slice(from, match.index), from, 1);
    take(meaningOf(match.groups as Readonly<Record<string, string>>), match.index, 0);
    from = match.index + match[0].length;
  }
  take(text.slice(from), from, 1);
  places[read.length] = text.length;
  return { text: read, placeOf: (at) => placeOf(places[at] as number) };
}

function meaningOf({
  hex,
  byte = hex,
  decimal,
  plain,
  entity = '',
}: Readonly<Record<string, string>>): string {
  // What is left is seen by nobody: an end of a line and the like.
  const code = byte === undefined ? Number(decimal ?? '10') : Number.parseInt(byte, 16);
  return plain ?? ENTITIES[entity.toLowerCase()] ?? String.fromCodePoint(code);
}

type Place = readonly [begin: number, end: number];

/**
 * The text with `…` in place of every secret that this run has used, and of the beginning of a long one. Where the text is
 * only the beginning of another, the beginning of any at its end is taken for the secret.
 */
export function hideUsed(text: string, isCut = false): string {
  if (used.length === 0) return text;
  const places = readingsOf({ text, placeOf: (at) => at })
    .flatMap((reading) => placesIn(reading, isCut))
    .sort(([a], [b]) => a - b);
  let shown = '';
  let from = 0;
  for (const [begin, end] of places) {
    if (begin >= from) shown += `${text.slice(from, begin)}…`;
    from = Math.max(from, end);
  }
  return shown + text.slice(from);
}

function placesIn({ text, placeOf }: Reading, isCut: boolean): readonly Place[] {
  const pieces = text.includes('\u001b]') ? [PIECE, PIECE_IN_TITLE] : [PIECE];
  return pieces
    .map((piece) => readAcross(piece, text))
    .flatMap((next) => used.flatMap((secret) => placesOf(secret, text, next, isCut)))
    .map(([begin, end]) => [placeOf(begin), placeOf(end)]);
}

/** No place is looked at more often than a secret has telling letters. */
function placesOf(secret: string, text: string, nextLetter: NextLetter, isCut: boolean): readonly Place[] {
  const places: Place[] = [];
  const first = secret.charAt(0);
  const telling = Math.min(secret.length, TELLING);
  for (let begin = text.indexOf(first), next = 0; begin >= 0; begin = text.indexOf(first, next)) {
    let [alike, end, at] = [0, begin, begin];
    for (; alike < secret.length && text[at] === secret[alike]; at = nextLetter(end)) {
      end = at + 1;
      alike += 1;
    }
    const isTold = alike >= telling || (isCut && at >= text.length);
    if (isTold) places.push([begin, end]);
    next = isTold ? end : begin + 1;
  }
  return places;
}
