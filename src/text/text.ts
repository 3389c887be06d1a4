/**
 * The one error type, and the only place that decides how foreign text is worded and shortened before a
 * person sees it.
 */

/** What kind of failure this is; each kind has one exit code. */
export type ProblemKind = 'unproven' | 'input' | 'host';

const EXIT_CODES: Readonly<Record<ProblemKind, number>> = { unproven: 1, input: 2, host: 3 };

export interface ProblemText {
  /** Stable identifier: the id of a check (`SB004`) or of an input problem (`SB-INPUT`). */
  readonly id: string;
  readonly kind: ProblemKind;
  /** Completes "Cannot …": a verb and its object. */
  readonly what: string;
  readonly cause: string;
  /** One sentence in the imperative: how to mend it. */
  readonly remedy: string;
}

/** An error for people: `Cannot <do> <object>: <cause>. <Remedy>.` with a stable id. */
export class SetupProblem extends Error {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly what: string;
  readonly reason: string;
  readonly remedy: string;

  constructor(text: ProblemText, options?: ErrorOptions) {
    super(`Cannot ${text.what}: ${sentence(text.cause)} ${sentence(text.remedy)}`, options);
    this.name = 'SetupProblem';
    this.id = text.id;
    this.kind = text.kind;
    this.what = text.what;
    this.reason = text.cause;
    this.remedy = text.remedy;
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind];
  }
}

/** Ends a text with one full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  const trimmed = text.trimEnd();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * Makes foreign text safe to print in a workflow log and on a terminal: escape sequences and control
 * characters become spaces, `::` and `##[` (workflow commands) are broken up, and the rest is cut to `limit`
 * characters.
 */
export function printable(text: string, limit = 300): string {
  const flat = oneLine(text.slice(0, limit * 8))
    .replace(/ {2,}/g, ' ')
    .trim();
  return flat.length > limit ? wellFormed(`${flat.slice(0, limit - 1)}…`) : flat;
}

/** The same for a line that we composed: its length and its spaces stay. */
export function oneLine(text: string): string {
  const flat = text
    .replace(ESCAPE_SEQUENCE, ' ')
    .replace(CONTROL, ' ')
    .replace(/:{2,}/g, (run) => Array.from(run).join(' '))
    .replace(/##\[/g, '# # [');
  return wellFormed(flat);
}

/** Half of a character, as a cut may leave it, cannot be written as UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Foreign text as Markdown that means no more than the text: no new cell of a table, no markup, no link. */
export function asMarkdown(text: string): string {
  return printable(text, 600).replace(/[|<>`\\*_[\]]/g, (letter) => `\\${letter}`);
}

/** The message of anything that was thrown, safe to print. */
export function reasonOf(thrown: unknown): string {
  return printable(thrown instanceof Error ? thrown.message : String(thrown));
}

/** The errno name (`ENOENT`) of a thrown value, if it carries one. */
export function errnoOf(thrown: unknown): string | undefined {
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return undefined;
}
