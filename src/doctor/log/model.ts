/** What is known of a log once it was read: the kinds of failure that it shows, and where they happened. */

/** One line of the log, safe to print. */
export interface LogLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** How a build's step ended, as far as the log tells. */
type StepState = 'running' | 'done' | 'failed';

/** One step of a build or of a job. */
export interface Step {
  /** OCI platform on which it ran, where its label or its command line says so. */
  readonly platform?: string;
  /** What it ran. */
  readonly command: string;
  /** Changed by the reader when the log says how it ended. */
  state: StepState;
}

/** One kind of failure that was seen. */
export interface LogMatch {
  readonly id: string;
  /** How many lines showed it; no more than the first thousand are counted. */
  readonly count: number;
  /** The first few lines; never all of them. */
  readonly evidence: readonly LogLine[];
  /** The last line that was counted. */
  readonly last: number;
  /** The steps that printed it, the first few of them. */
  readonly steps: readonly Step[];
  /** The platform that the last command before the first line asked for. */
  readonly near?: string;
  /** The image that the first line names, or the last line before that names one. */
  readonly image?: string;
  /** The program that the first line says could not be started or crashed. */
  readonly program?: string;
}

/**
 * How a platform is known, the surest first: the failed step's own label, or the emulator that speaks; what an engine
 * says of an image and of what was asked; an option of a command; the name of an image; a list, a triplet or a
 * package; a mere mention.
 */
export const KNOWN_BY = ['label', 'engine', 'option', 'image', 'name', 'mention'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** A platform that the log names. */
export interface NamedPlatform {
  /** OCI platform (`linux/arm/v7`). */
  readonly platform: string;
  readonly by: KnownBy;
}

/** What was seen in a log. */
export interface LogReport {
  readonly lines: number;
  /** Lines that were left out: this program printed them. */
  readonly own: number;
  readonly matches: readonly LogMatch[];
  /** The surest first. */
  readonly platforms: readonly NamedPlatform[];
  /** OCI architecture of the machine that printed the log, where the log says so. */
  readonly machine?: string;
  /** OCI architecture of the program that `file` looked at. */
  readonly object?: string;
  /** An emulator itself speaks in the log. */
  readonly emulated: boolean;
  /** BuildKit wrote it. */
  readonly buildkit: boolean;
  /** The step that failed. */
  readonly failed?: Step;
  /** The step that began last, of those of which the log does not say how they ended. */
  readonly running?: Step;
  /** What its stage says after `FROM --platform=`; empty where it says nothing, left out where it is not known. */
  readonly stage?: string;
  /** The last lines that speak of an error. */
  readonly errors: readonly LogLine[];
}
