/** Rules of the user's own: looked at before they are planned, and brought into the table. */

import {
  besideRule,
  type HostProgram,
  type InterpreterFacts,
  isRuleOf,
  type Rule,
  ruleProblems,
} from '../binfmt/rule.ts';
import type { Host } from '../host/host.ts';
import { headOf } from '../host/read.ts';
import { removeStale } from '../host/stale.ts';
import type { InstalledRule, RuleInstall } from '../plan/plan.ts';
import { nativeArchitecture } from '../platform/platforms.ts';
import {
  changedMeanwhile,
  readBack,
  readEntry,
  registerRule,
  remove,
  removePinned,
  type Table,
} from './steps.ts';

const HEADER_BYTES = 256;

/** What there is to know of the interpreter of a rule. */
export function observeInterpreter(host: Host, path: string): InterpreterFacts {
  const stat = host.stat(path);
  const executable = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
  return {
    exists: stat !== undefined,
    executable,
    header: executable ? headOf(host, path, HEADER_BYTES) : new Uint8Array(),
  };
}

/** What this program starts itself, and what everything else here is started with. */
const PROGRAMS = [
  ...['sh', 'bash', 'env', 'cat', 'sudo', 'flock', 'mount', 'umount', 'chroot', 'unshare', 'modprobe'],
  ...['git', 'tar', 'docker', 'update-binfmts'],
];

/** Programs of this host, as far as they are there and can be read. */
export function observePrograms(host: Host): readonly HostProgram[] {
  const paths = [host.node, '/bin/sh', ...PROGRAMS.flatMap((name) => host.which(name) ?? [])];
  return [...new Set(paths)].map((path) => ({ path, header: headOf(host, path, HEADER_BYTES) }));
}

/** Brings one rule into the table; what stood under its name goes only when the new one can be registered. */
export function installRule(context: Table, { rule, replaces }: RuleInstall): InstalledRule {
  const { host } = context;
  const { name } = rule;
  const failed = (problem: string): InstalledRule => ({
    name,
    changed: false,
    problem: `rule ${name}: ${problem}`,
  });
  const beside = besideRule(rule);
  const present = readEntry(context, name);
  if (present?.enabled && isRuleOf(rule, present)) {
    const cleared = removeStale(context, beside) ? { cleared: beside.name } : {};
    return { name, changed: false, ...cleared };
  }
  const native = nativeArchitecture(host.nodeArch, host.endian);
  const [problem] = ruleProblems(
    rule,
    native,
    observeInterpreter(host, rule.interpreter),
    observePrograms(host),
  );
  if (problem !== undefined) return failed(problem);
  if (present?.text !== replaces?.text) return failed(changedMeanwhile({ name, text: '' }));
  if (replaces === undefined) {
    const result = settle(context, rule, failed);
    // It has answered until now, in place of what a killed run had taken away.
    if (result.problem === undefined) removeStale(context, beside);
    return result;
  }
  removeStale(context, beside);
  if (readEntry(context, beside.name) !== undefined)
    return failed(`entry ${beside.name} is in the way, and is not of this program: take it away`);
  const refusal = registerRule(context, beside);
  if (refusal !== undefined) return failed(refusal);
  const stuck = removePinned(context, replaces);
  const result = stuck === undefined ? settle(context, rule, failed) : failed(stuck);
  if (result.problem === undefined || stuck !== undefined) remove(context, beside.name);
  return result;
}

function settle(context: Table, rule: Rule, failed: (problem: string) => InstalledRule): InstalledRule {
  const refusal = registerRule(context, rule);
  if (refusal !== undefined) return failed(refusal);
  const misread = readBack(context, rule);
  if (misread === undefined) return { name: rule.name, changed: true };
  remove(context, rule.name);
  return failed(misread);
}
