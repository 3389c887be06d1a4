/** Text that is safe to print and short enough, names of this program, and the nearest of known words. */

import { withoutEnd } from './parse.ts';
import { ESCAPE_SEQUENCE, hideUsed, UNSEEN } from './used.ts';

/** Ends a text with one full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  const trimmed = text.trimEnd();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

const SEQUENCES = new RegExp(ESCAPE_SEQUENCE, 'gu');
const HIDDEN = new RegExp(`${UNSEEN}+`, 'gu');

/**
 * The character before which what a CI system obeys is broken up, wherever that stands in a line, as the source of a
 * pattern: `##[` of GitHub and Azure Pipelines (actions/runner, ActionCommand.cs), `##vso[` of the latter
 * (azure-pipelines-agent, Command.cs), `##teamcity[`, Travis CI's `travis_fold:` and `travis_time:`, and GitLab's
 * `section_start:`.
 */
export const COMMAND_MARK = '(?<=##\\w{0,40})\\[|(?<=travis_(?:fold|time)|section_(?:start|end)):';
const COMMANDS = new RegExp(COMMAND_MARK, 'g');

/** What Buildkite takes for the beginning of a group, at the beginning of a line (buildkite/agent, header_times.go). */
const GROUP = /^(?=(?:---|\+\+\+|~~~|\^\^\^)\s)/;

/** So much of a foreign text is looked at beyond what may be shown of it: a token is as long. */
const RESERVE = 16_384;

/** The beginning of a foreign text, however long that is, without the secrets of this run. */
function beginning(text: string, length: number): string {
  const most = length + RESERVE;
  return hideUsed(text.slice(0, most), text.length > most).slice(0, length);
}

/**
 * Makes foreign text safe to print in a log of a CI system and on a terminal: secrets of this run are hidden, escape
 * sequences and control characters become spaces, `::` (workflow commands of GitHub) and what others obey is broken up,
 * and the rest is cut to `limit` characters.
 */
export function printable(text: string, limit = 300): string {
  const flat = withoutPairs(withoutCommands(beginning(text, limit * 8)))
    .replace(/ {2,}/g, ' ')
    .trim();
  return flat.length > limit ? wellFormed(`${flat.slice(0, limit - 1)}…`) : flat;
}

/**
 * The same for what people wrote into an input: some write a name and a password before a host, also where none is meant, and a space
 * or a comma in a password may have cut it.
 */
export function printableInput(text: string, limit: number): string {
  const shown = text
    .replace(/^.*@(?!sha256:)/s, '…@')
    .replace(/(:\/\/[^/:@]*:)(?!\d{1,5}(?:\/|$)).*/s, '$1…');
  return printable(shown, limit);
}

/** The same for a whole line: its spaces stay, and its length up to so many characters. */
export function oneLine(text: string, limit: number): string {
  return withoutPairs(withoutCommands(beginning(text, limit)));
}

function withoutPairs(text: string): string {
  return text.replace(/:(?=:)/g, ': ');
}

/**
 * The same for a line that we composed, which may hold `::` where no command can begin: a runner takes it for one at the
 * beginning of a line, spaces left aside (actions/runner, ActionCommand.cs).
 */
export function safeLine(text: string): string {
  return withoutCommands(hideUsed(text));
}

function withoutCommands(text: string): string {
  const flat = text
    .replace(SEQUENCES, ' ')
    .replace(HIDDEN, ' ')
    .replace(/^\s*:(?=:)/, '$& ')
    .replace(GROUP, ' ')
    .replace(COMMANDS, ' $&');
  return wellFormed(flat);
}

/** Half of a character, as a cut may leave it, cannot be written as UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Foreign text as Markdown that means no more than the text, cut to 600 characters. */
export function asMarkdown(text: string): string {
  return asWholeMarkdown(printable(text, 600));
}

/**
 * What may stand before and behind a word, and words themselves: none is markup, a formula, a name, an address, the number
 * of an issue (`GH-1`) or a commit, which GitHub links wherever its digits end.
 */
const BEFORE = /^[("'“]*/;
const BEHIND = ')"\'”’.,:;!?';
const WORD =
  /^(?:(?![\da-fA-F]{7,40}(?![\p{L}\d]))\p{L}[\p{L}\d]*(?:['’-]\p{L}[\p{L}\d]*)*|\d{1,4}-\p{L}+|\d{1,9}(?:\.\d{1,9}){0,3}|[–—→×…]|)$/u;

/**
 * The same for a line that we composed: its length stays. Words stand as they are; everything else is code, in which
 * GitHub sees nothing but text.
 */
export function asWholeMarkdown(text: string): string {
  const words = safeLine(text).trim().split(/ +/);
  const marked = words.map((whole) => {
    const rest = whole.replace(BEFORE, '');
    const word = withoutEnd(rest, BEHIND);
    if (WORD.test(word)) return whole;
    const before = whole.slice(0, whole.length - rest.length);
    return `${before}${asCode(word)}${rest.slice(word.length)}`;
  });
  // A number with a dot begins a list.
  return marked.join(' ').replace(/^\d+(?=[.)])/, '$&\\');
}

/** A `|` ends the cell of a table even in code: it stands between two pieces of it. */
function asCode(word: string): string {
  const pieces = word.split('|').map((piece) => {
    if (piece === '') return '';
    const fence = fenceFor(piece);
    return fence === '`' ? `\`${piece}\`` : `${fence} ${piece} ${fence}`;
  });
  return pieces.join('\\|');
}

/** More backticks than the text has in a row, to stand around it as code; no fewer than `least`. */
export function fenceFor(text: string, least = 1): string {
  let most = least;
  for (const [run] of text.matchAll(/`+/g)) most = Math.max(most, run.length + 1);
  return '`'.repeat(most);
}

/** Names for people: the first few, and how many more there are. */
export function listed(names: readonly string[], most = 8, length = 60): string {
  const shown = names.slice(0, most).map((name) => printable(name, length));
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** A word for a POSIX shell: as it is where it is plain, quoted where it is not. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The terminal command of this program, as the documentation writes it. */
export const PROGRAM = 'node dist/cli.js';

/** Bytes for people, in the units that apt uses (`62.6 MB`). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1000000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1000000).toFixed(1)} MB`;
}

/** Longer words are not misspelt names, and comparing them costs time. */
const LONGEST = 40;

/** A slip of two fingers is likelier than a wrong letter. */
const SWAP = 0.75;

/**
 * The known word with the fewest edits (insert, delete, replace, swap two neighbours) away from `word`, the
 * first of several; `undefined` when more than a third of the word would have to change.
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: { readonly word: string; readonly edits: number } | undefined;
  for (const candidate of known) {
    if (candidate === word) return word;
    const allowed = Math.floor(Math.max(word.length, candidate.length) / 3);
    // Each letter too many is an edit: most candidates need no comparing.
    if (Math.abs(word.length - candidate.length) > allowed) continue;
    const edits = editsBetween(word, candidate);
    if (edits <= allowed && (best === undefined || edits < best.edits)) best = { word: candidate, edits };
  }
  return best?.word;
}

/** The optimal string alignment distance of two words. */
function editsBetween(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + SWAP : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] as number;
}

/** The version of this program; the same as in package.json. */
export const PROGRAM_VERSION = '1.0.0';

/** The addresses of public threads, written `owner/name#1` for an issue and `owner/name!1` for a pull request. */
export function linksOf(threads: string): readonly string[] {
  const place = (thread: string) =>
    `https://github.com/${thread.replace('#', '/issues/').replace('!', '/pull/')}`;
  const words = threads.split(' ').filter((thread) => thread !== '');
  return words.map((thread) => (thread.startsWith('https:') ? thread : place(thread)));
}
