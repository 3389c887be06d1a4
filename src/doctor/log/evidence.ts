/** What a source of evidence gives of one failed build or job: who printed it, what is on record of it, and its text. */

/** The failed step, as an engine or a job runner has recorded it; what it does not tell is left out. */
export interface RecordedStep {
  /** Its label: `[linux/arm64 build 3/7] RUN npm ci`, or the name of a job's step. */
  readonly name?: string;
  /** What it ran, as far as it is written down. */
  readonly command?: string;
  /** Its exit code. */
  readonly exit?: number;
  /** The error's own words. */
  readonly error?: string;
}

/** One log, or one leg of a matrix. */
export interface Evidence {
  /** For people: a path, `standard input`, the name of a build, `build (linux/arm64)` for a job. */
  readonly name: string;
  readonly from: 'file' | 'stdin' | 'engine' | 'job';
  /** Whether this host ran it: its state explains nothing where this is false. Left out where nobody knows. */
  readonly here?: boolean;
  /** Architecture of the machine that ran it (`amd64`), where that is known. */
  readonly machine?: string;
  /** OCI platform that the build was for (`linux/arm64`), where the source knows it; a step of it may be for another. */
  readonly platform?: string;
  readonly step?: RecordedStep;
  /** How long it is, in bytes, where that is known before it is read. It may throw. */
  readonly size?: () => number;
  /** The log itself, read once and to its end: text cut anywhere, or bytes of UTF-8. Reading it may throw. */
  readonly text: AsyncIterable<string | Uint8Array>;
}

/** What sources gave, and what there is to say of those that gave nothing. */
export interface Gathered {
  readonly evidence: readonly Evidence[];
  readonly notes: readonly string[];
}
