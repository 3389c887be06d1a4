/** What a check is, what it may look at, and how one is run. */

import type { Entry } from '../../binfmt/entry.ts';
import type { HostFacts } from '../../facts/facts.ts';
import type { Platform, Target } from '../../platform/platforms.ts';
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
  /** The platforms that were asked for by name. */
  readonly wanted?: readonly Platform[];
  /** What the doctor alone looks at. */
  readonly doctor?: DoctorFacts;
  /** What went wrong where QEMU was to come from; absent where none was asked for. */
  readonly troubles?: readonly SourceTrouble[];
  /** `claimsOf` the others, where it has been found out for many checks at once. */
  readonly claims?: readonly Claim[];
}

/** What a check saw. What is left out is as the check says it. */
export interface Observation {
  readonly evidence: string;
  readonly severity?: Severity;
  readonly remedy?: string;
  readonly commands?: readonly string[];
}

/** What a look gives: what was seen, in words alone or with more; nothing where all is well. */
type Seen = Observation | string | false | undefined;
export type Look = Seen | readonly Seen[];

export interface Check {
  /** Stable: it is in links, logs and scripts. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Stops a setup before it changes anything. */
  readonly preflight?: true;
  /** It keeps handlers from being registered: how grave that is follows from what runs anyway. */
  readonly blocking?: true;
  readonly remedy: string;
  readonly commands?: readonly string[];
  /** Why there is nothing to look at here, or why it cannot be seen; nothing where it can. */
  readonly skip?: (context: CheckContext) => string | false | undefined;
  /** Everything that is wrong; empty when nothing is. */
  readonly look: (context: CheckContext) => Look;
}

/** A check without what its maker is told first. */
type Rest<Whole> = Omit<Whole, 'severity' | 'id' | 'title'>;

/** Makes a check. */
export function check(severity: Severity, id: string, title: string, rest: Rest<Check>): Check {
  return { severity, id, title, ...rest };
}

/** A check that looks at what the doctor alone collects. */
interface DoctorCheck extends Omit<Check, 'preflight' | 'skip' | 'look'> {
  readonly skip?: (doctor: DoctorFacts, context: CheckContext) => string | false | undefined;
  readonly look: (doctor: DoctorFacts, context: CheckContext) => Look;
}

export const ONLY_THE_DOCTOR = 'only the doctor looks at this';

/** Makes a check of what the doctor alone collects; where the doctor has not looked, it is skipped. */
export function doctorCheck(
  severity: Severity,
  id: string,
  title: string,
  { skip, look, ...rest }: Rest<DoctorCheck>,
): Check {
  return check(severity, id, title, {
    ...rest,
    skip: (context) => (context.doctor === undefined ? ONLY_THE_DOCTOR : skip?.(context.doctor, context)),
    look: (context) => context.doctor && look(context.doctor, context),
  });
}

/** What became of one check. */
export type CheckResult = { readonly id: string; readonly title: string } & (
  | { readonly state: 'found'; readonly findings: readonly Finding[] }
  | { readonly state: 'clean' }
  /** There was nothing to look at, or it could not be seen. */
  | { readonly state: 'skipped'; readonly reason: string }
  /** The check itself failed: a mistake in this program, not of the host. */
  | { readonly state: 'failed'; readonly reason: string }
);

/** Runs one check. Throws nothing: an error in it is a result, too. */
export function runCheck(check: Check, context: CheckContext): CheckResult {
  const { id, title } = check;
  try {
    const reason = check.skip?.(context);
    if (reason) return { id, title, state: 'skipped', reason };
    const seen = [check.look(context)].flat();
    const findings = seen.flatMap((one) => (one ? toFinding(check, one, context) : []));
    return findings.length > 0 ? { id, title, state: 'found', findings } : { id, title, state: 'clean' };
  } catch (thrown) {
    return { id, title, state: 'failed', reason: `the check itself failed: ${printable(String(thrown))}` };
  }
}

function toFinding(check: Check, seen: Observation | string, context: CheckContext): Finding {
  const { id, title, remedy, commands = [] } = check;
  const severity = check.blocking ? severityFor(context) : check.severity;
  const observation = typeof seen === 'string' ? { evidence: seen } : seen;
  return { id, severity, title, remedy, commands, ...observation, link: linkOf(id) };
}

/** Where the documentation speaks of a check. */
export function linkOf(id: string): string {
  return `docs/doctor.md#${id.toLowerCase()}`;
}

/**
 * How much it matters that nothing can be registered here. Before anything was probed it is an error; where
 * all that is asked for runs anyway, it is worth knowing and no more.
 */
function severityFor({ verdicts, asked = [] }: CheckContext): Severity {
  if (verdicts === undefined) return 'error';
  if (asked.length > 0) return asked.every((arch) => isProven(verdicts.get(arch))) ? 'info' : 'error';
  return [...verdicts.values()].some(({ status }) => status === 'emulated') ? 'info' : 'warning';
}

/** One architecture, what its probe gave, and the entries that take its programs, newest first. */
export interface Claim {
  readonly target: Target;
  readonly verdict: Verdict;
  readonly claiming: readonly Entry[];
  /** The first one that is enabled: the kernel asks no other. */
  readonly answering: Entry | undefined;
}
