/** What the log doctor answers. Known without the signatures, which nobody else needs. */
import type { Evidence } from '../doctor/log/signature.ts';

export interface RankedCause {
  readonly text: string;
  /** The host's facts or the log support this cause; otherwise it is merely not ruled out. */
  readonly supported: boolean;
  /** This cause lies outside of emulation. */
  readonly elsewhere: boolean;
  readonly remedy: string;
  readonly commands: readonly string[];
}

/** Whether the failure comes from running or fetching another architecture. */
export type Standing = 'emulation' | 'possible' | 'not-emulation';

export interface Diagnosis {
  readonly id: string;
  readonly title: string;
  readonly standing: Standing;
  /** How many lines showed it. */
  readonly count: number;
  readonly evidence: readonly Evidence[];
  /** The most likely first; never empty. The first one's remedy is the next thing to do. */
  readonly causes: readonly [RankedCause, ...RankedCause[]];
  /** Other signatures that this one explains. */
  readonly alsoSeen: readonly string[];
  /** Into the page of the documentation. */
  readonly link: string;
  readonly sources: readonly string[];
}

export interface LogDiagnosis {
  readonly verdict: Standing;
  /** One sentence that answers the question. */
  readonly headline: string;
  /** In the imperative: the next thing to do. */
  readonly next: string;
  /** What points to emulation first. */
  readonly diagnoses: readonly Diagnosis[];
}

/** The log proves that emulation made the build fail, and the facts say how. */
export function blamesEmulation({ verdict, diagnoses }: LogDiagnosis): boolean {
  return verdict === 'emulation' && diagnoses[0]?.causes[0].supported === true;
}
