/** What a check is, what it may look at, and how one is run. */

import type { Entry } from '../../binfmt/entry.ts';
import type { HostFacts } from '../../facts/facts.ts';
import type { Target } from '../../platform/platforms.ts';
import { isProven, type Verdict } from '../../probe/verdict.ts';
import type { SourceTrouble } from '../../qemu/handler.ts';
import { printable } from '../../text/text.ts';
import type { DoctorFacts } from '../facts.ts';

export type Severity = 'error' | 'warning' | 'info';

/** One thing that a check found: what was seen, and how to mend it. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What was seen, with the values. */
  readonly evidence: string;
  /** How to mend it: one sentence in the imperative. */
  readonly remedy: string;
  /** The remedy as commands to copy. */
  readonly commands: readonly string[];
  /** Where the documentation says more, as a path in this project. */
  readonly link: string;
}

/** What checks look at. What is not there was not looked for. */
export interface CheckContext {
  readonly facts: HostFacts;
  /** Verdicts of the architectures that were probed; absent before anything was. */
  readonly verdicts?: ReadonlyMap<string, Verdict>;
  /** Architectures that were asked for by name. */
  readonly asked?: readonly string[];
  /** What the doctor alone looks at. */
  readonly doctor?: DoctorFacts;
  /** What went wrong where QEMU was to come from; absent where none was asked for. */
  readonly supply?: readonly SourceTrouble[];
  /** `claimsOf` the others, where it has been found out for many checks at once. */
  readonly claims?: readonly Claim[];
}

/** What a check saw. What is left out is as the check has it. */
export interface Observation {
  readonly evidence: string;
  readonly severity?: Severity;
  readonly remedy?: string;
  readonly commands?: readonly string[];
}

export interface Check {
  /** Stable: it is in links, logs and scripts. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Stops a setup before it changes anything. */
  readonly preflight: boolean;
  readonly remedy: string;
  readonly commands: readonly string[];
  /** For the documentation: what is behind it, and when it matters. */
  readonly explanation: string;
  /** Why there is nothing to look at here, or that it cannot be seen; `undefined` when there is. */
  readonly skip?: (context: CheckContext) => string | undefined;
  /** Everything that is wrong; empty when nothing is. */
  readonly look: (context: CheckContext) => readonly Observation[];
}

/** A check that looks at what the doctor alone collects. */
export interface DoctorCheck extends Omit<Check, 'preflight' | 'skip' | 'look'> {
  readonly skip?: (doctor: DoctorFacts, context: CheckContext) => string | undefined;
  readonly look: (doctor: DoctorFacts, context: CheckContext) => readonly Observation[];
}

export const ONLY_THE_DOCTOR = 'only the doctor looks at this';

/** A check of the doctor's as one that can stand among all others: it is skipped where there is no doctor. */
export function doctorCheck(check: DoctorCheck): Check {
  return {
    ...check,
    preflight: false,
    skip: (context) =>
      context.doctor === undefined ? ONLY_THE_DOCTOR : check.skip?.(context.doctor, context),
    look: (context) => (context.doctor === undefined ? [] : check.look(context.doctor, context)),
  };
}

interface CheckName {
  readonly id: string;
  readonly title: string;
}

/** What became of one check. */
export type CheckResult = CheckName &
  (
    | { readonly state: 'found'; readonly findings: readonly Finding[] }
    | { readonly state: 'clean' }
    /** There was nothing to look at, or it could not be seen. */
    | { readonly state: 'skipped'; readonly reason: string }
    /** The check itself failed: a mistake in this program, not of the host. */
    | { readonly state: 'failed'; readonly reason: string }
  );

/** Runs one check. Throws nothing. */
export function runCheck(check: Check, context: CheckContext): CheckResult {
  const { id, title } = check;
  try {
    const reason = check.skip?.(context);
    if (reason !== undefined) return { id, title, state: 'skipped', reason };
    const findings = check.look(context).map((sighting) => toFinding(check, sighting));
    return findings.length > 0 ? { id, title, state: 'found', findings } : { id, title, state: 'clean' };
  } catch (thrown) {
    return { id, title, state: 'failed', reason: `the check itself failed: ${printable(String(thrown))}` };
  }
}

function toFinding({ id, severity, title, remedy, commands }: Check, sighting: Observation): Finding {
  return { id, severity, title, remedy, commands, ...sighting, link: linkOf(id) };
}

/** Where the documentation speaks of a check. */
export function linkOf(id: string): string {
  return `docs/doctor.md#${id.toLowerCase()}`;
}

/** A sighting, or none. */
export function seen(evidence: string | undefined): readonly Observation[] {
  return evidence === undefined ? [] : [{ evidence }];
}

/**
 * How much it matters that nothing can be registered here. Before anything was probed it is an error; where
 * all that is asked for runs anyway, it is worth knowing and no more.
 */
export function severityFor({ verdicts, asked = [] }: CheckContext): Severity {
  if (verdicts === undefined) return 'error';
  if (asked.length > 0) return asked.every((arch) => isProven(verdicts.get(arch))) ? 'info' : 'error';
  return [...verdicts.values()].some(({ status }) => status === 'emulated') ? 'info' : 'warning';
}

/** The sighting of something that hinders registering, weighed by what runs anyway. */
export function observeBlocking(context: CheckContext, evidence: string | undefined): readonly Observation[] {
  return evidence === undefined ? [] : [{ evidence, severity: severityFor(context) }];
}

/** One architecture, what its probe gave, and the entries that take its programs, newest first. */

export interface Claim {
  readonly target: Target;
  readonly verdict: Verdict;
  readonly claiming: readonly Entry[];
  /** The first one that is enabled: the kernel asks no other. */
  readonly answering: Entry | undefined;
}
