/** The one error type, and what may be said of anything else that was thrown. */

import { printable, sentence } from './text.ts';

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

/** The SetupProblem that was thrown, or the first one among the causes of what was thrown. */
export function problemIn(thrown: unknown): SetupProblem | undefined {
  const seen = new Set<unknown>();
  for (let each = thrown; each instanceof Error && !seen.has(each); each = each.cause) {
    if (each instanceof SetupProblem) return each;
    seen.add(each);
  }
  return undefined;
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

/**
 * True for a mistake in this program, against which no remedy for people helps: for what neither the kernel has refused (an
 * errno) nor this program itself (a plain Error, or a SetupProblem).
 */
export function isMistake(thrown: unknown): boolean {
  if (thrown instanceof SetupProblem) return false;
  const code = errnoOf(thrown);
  if (code !== undefined) return !/^E[A-Z0-9]+$/.test(code);
  return !(thrown instanceof Error) || Object.getPrototypeOf(thrown) !== Error.prototype;
}

/** What `read` gives; `undefined` where it throws. */
export function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Why a step did not succeed, worded for people. */
export interface Failure {
  readonly failure: string;
}
