/**
 * The list of checks. The same ones stop a setup that cannot succeed, warn after one that did, and explain a host
 * that does not work.
 */

import type { HostFacts } from '../../facts/facts.ts';
import type { Status } from '../../probe/verdict.ts';
import { SetupProblem } from '../../text/problem.ts';
import { type Check, type CheckContext, type CheckResult, type Finding, runCheck } from './check.ts';
import { claimsOf } from './claims.ts';
import { ENGINE_CHECKS } from './engines.ts';
import { ENTRY_CHECKS, NOT_SET_UP } from './entries.ts';
import { ENVIRONMENT_CHECKS } from './environment.ts';
import { KERNEL_CHECKS } from './kernel.ts';
import { NAMESPACE_CHECKS } from './namespaces.ts';
import { PRIVILEGE_CHECKS } from './privilege.ts';
import { QEMU_CHECKS } from './qemu.ts';
import { SOURCE_CHECKS } from './sources.ts';
import { NOT_MOUNTED, TABLE_CHECKS } from './table.ts';

export type { Check, CheckContext, CheckResult, Finding, Severity } from './check.ts';

/** All checks, those of what everything else rests on first. */
export const CHECKS: readonly Check[] = [
  ...KERNEL_CHECKS,
  ...NAMESPACE_CHECKS,
  ...TABLE_CHECKS,
  ...PRIVILEGE_CHECKS,
  ...SOURCE_CHECKS,
  ...ENTRY_CHECKS,
  ...QEMU_CHECKS,
  ...ENGINE_CHECKS,
  ...ENVIRONMENT_CHECKS,
];

/** Runs all checks, in their order. */
export function runChecks(context: CheckContext): readonly CheckResult[] {
  const seen = { ...context, claims: claimsOf(context) };
  return CHECKS.map((check) => runCheck(check, seen));
}

const ORDER = ['error', 'warning', 'info'];

/** What all of them found: errors first, then what everything else rests on. */
export function findingsOf(results: readonly CheckResult[]): readonly Finding[] {
  return results
    .flatMap((result) => (result.state === 'found' ? result.findings : []))
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** What the check of this id finds first. @throws Error for an id that no check has: a mistake in this program. */
export function findingOf(id: string, context: CheckContext): Finding | undefined {
  const check = CHECKS.find((candidate) => candidate.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return findingsOf([runCheck(check, context)])[0];
}

/** A finding as an error that ends the step. */
export function asProblem(finding: Finding, what: string): SetupProblem {
  const { id, evidence, remedy } = finding;
  return new SetupProblem({ id, kind: 'host', what, cause: evidence, remedy });
}

/** The first preflight check that finds something wrong, if one does. */
export function preflight(facts: HostFacts): Finding | undefined {
  const results = CHECKS.filter(({ preflight }) => preflight).map((check) => runCheck(check, { facts }));
  return findingsOf(results).find(({ severity }) => severity === 'error');
}

/** Checks of what stands in the way of a change, and of nothing that runs already. */
const CHANGE_CHECKS = ['SB005', 'SB007', 'SB008'];

/** Why the table cannot be changed from here, if so. */
export function changeObstacle(facts: HostFacts): Finding | undefined {
  return CHANGE_CHECKS.flatMap((id) => findingOf(id, { facts }) ?? [])[0];
}

/** What a set-up brings in; and what keeps all entries from being used, or any from being there. */
const UNSET = [NOT_SET_UP, NOT_MOUNTED];
const UNUSABLE = ['SB003', 'SB004', 'SB005', 'SB006', 'SB007', 'SB041'];

/**
 * Why nothing of another architecture runs here, where none was asked for by name: that would be an error. Nothing where
 * one of the platforms does, proven or not.
 */
export function barenessOf(
  findings: readonly Finding[],
  platforms: readonly { readonly status: Status }[],
): 'unset' | 'unusable' | undefined {
  if (platforms.some(({ status }) => status !== 'native' && status !== 'absent')) return undefined;
  const warns = (ids: readonly string[]): boolean =>
    findings.some(({ id, severity }) => ids.includes(id) && severity === 'warning');
  if (warns(UNUSABLE)) return 'unusable';
  return warns(UNSET) ? 'unset' : undefined;
}

/** What a person should know after a setup that did what it was asked for. */
export function findAfterSetup(context: CheckContext): readonly Finding[] {
  return findingsOf(runChecks(context)).filter(({ severity }) => severity === 'warning');
}
