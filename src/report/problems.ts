/** Why a run cannot go on, or did not end as it should. */

import { isPersistent } from '../binfmt/persist.ts';
import { isRuleOf, type Rule } from '../binfmt/rule.ts';
import { asProblem, changeObstacle } from '../doctor/checks/index.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Decision } from '../plan/decide.ts';
import type { Applied } from '../plan/plan.ts';
import { planPreparation } from '../plan/setup.ts';
import { formatPlatform, type Platform } from '../platform/platforms.ts';
import type { Verdict } from '../probe/verdict.ts';
import { SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import type { PlatformReport, RuleReport } from './report.ts';

/** Why no change can be made here, if so: a table that cannot be written, no privilege, or one that may not be brought up. */
export function obstacle(facts: HostFacts, inputs: Pick<Inputs, 'autoload'>): SetupProblem | undefined {
  const what = 'register handlers';
  const finding = changeObstacle(facts);
  if (finding !== undefined) return asProblem(finding, what);
  if (inputs.autoload || planPreparation(facts).length === 0) return undefined;
  return new SetupProblem({
    id: 'SB009',
    kind: 'host',
    what,
    cause: `binfmt_misc is not mounted (${facts.table.state}), and autoload is off`,
    remedy: 'Mount it before this step, or set autoload to true',
  });
}

/** The error for a matrix that GitHub would refuse; none for one that it takes. */
export function tooLarge(problems: readonly string[]): SetupProblem | undefined {
  if (problems.length === 0) return undefined;
  return new SetupProblem({
    id: 'SB012',
    kind: 'input',
    what: 'make a matrix of these platforms',
    cause: problems.join('; '),
    remedy: 'Ask for fewer platforms',
  });
}

/** The error for architectures that others claim, under `on-conflict: fail`; none when nothing was refused. */
export function refusal(decisions: readonly Decision[]): SetupProblem | undefined {
  const refused = decisions.filter(({ action }) => action === 'refuse');
  if (refused.length === 0) return undefined;
  return new SetupProblem({
    id: 'SB010',
    kind: 'unproven',
    what: 'take over what others registered',
    cause: refused.map(({ target, reason }) => `${target.arch}: ${reason}`).join('; '),
    remedy: 'Set on-conflict to repair or replace, or remove these entries',
  });
}

/** The error that lists all that speaks against the rules; none when nothing does. */
export function wrongRules(problems: readonly string[]): SetupProblem | undefined {
  if (problems.length === 0) return undefined;
  return new SetupProblem({
    id: 'SB085',
    kind: 'input',
    what: 'register the rules',
    cause: problems.join('; '),
    remedy: 'Correct the rules, or set on-conflict to replace where a name is taken',
  });
}

/** The error for rules that are not in the table as they were asked for; none when all are. */
export function unregistered(rules: readonly RuleReport[], applied: Applied): SetupProblem | undefined {
  const absent = rules.filter(({ registered }) => !registered);
  if (absent.length === 0) return undefined;
  const reasons = absent.map(
    ({ name }) => applied.rules?.find((rule) => rule.name === name)?.problem ?? `rule ${name} was not tried`,
  );
  return new SetupProblem({
    id: 'SB086',
    kind: 'unproven',
    what: `register ${absent.map(({ name }) => name).join(', ')}`,
    cause: reasons.join('; '),
    remedy: 'Correct the rules, or run this step as root or with sudo',
  });
}

/** The error for entries that are still there, or did not come back; none when all is as it was asked for. */
export function unremoved(problems: readonly string[]): SetupProblem | undefined {
  if (problems.length === 0) return undefined;
  return new SetupProblem({
    id: 'SB087',
    kind: 'unproven',
    what: 'leave the table as it was asked for',
    cause: problems.join('; '),
    remedy: 'Look at these entries, and remove or register them yourself if they are to go or to stay',
  });
}

/** The error for what does not survive a reboot though it should; none when all does, or nothing should. */
export function unpersisted(
  inputs: Pick<Inputs, 'persist' | 'platforms' | 'rules'>,
  verdicts: ReadonlyMap<string, Verdict>,
  persisted: readonly Rule[],
): SetupProblem | undefined {
  if (!inputs.persist) return undefined;
  const answering = inputs.platforms.flatMap(({ arch }) => verdicts.get(arch)?.entry ?? []);
  const lost = [...new Set(answering)].filter((entry) => !persisted.some((rule) => isRuleOf(rule, entry)));
  const rules = inputs.rules.filter((rule) => !persisted.some(({ name }) => name === rule.name));
  const names = [...lost, ...rules].map(({ name }) => printable(name, 60));
  if (names.length === 0) return undefined;
  const foreign = lost.filter(({ interpreter }) => !isPersistent(interpreter));
  return new SetupProblem({
    id: 'SB088',
    kind: 'unproven',
    what: `keep ${names.join(', ')} over a reboot`,
    cause:
      foreign.length > 0
        ? `${foreign.map(({ name, interpreter }) => `${printable(name, 60)} runs ${printable(interpreter ?? 'a handler that is no file', 200)}`).join('; ')}, which is not ours to keep`
        : 'it is not in the fragment that was written',
    remedy: 'Set on-conflict to replace, so that handlers of our own take their place',
  });
}

/**
 * The error that lists each requested platform that is not proven, with its reason; none when all are. Where the table
 * could not even be brought up, it is the host that cannot. Where QEMU could not be fetched for one of them, `failure`
 * is the first thing that failed: it gives id and remedy.
 */
export function unproven(
  rows: readonly PlatformReport[],
  problems: readonly string[],
  {
    tableReady,
    strict,
    failure,
  }: { readonly tableReady: boolean; readonly strict: boolean; readonly failure?: SetupProblem },
): SetupProblem | undefined {
  const failed = rows.filter(({ proven }) => !proven);
  if (failed.length === 0) return undefined;
  const sharing = new Map<string, readonly string[]>();
  for (const { platform, reason } of failed) {
    sharing.set(reason, [...(sharing.get(reason) ?? []), platform]);
  }
  const reasons = [...sharing].map(([reason, platforms]) => `${platforms.join(', ')}: ${reason}`);
  return new SetupProblem(
    {
      id: failure?.id ?? 'SB089',
      kind: tableReady ? 'unproven' : 'host',
      what: `prove ${failed.map(({ platform }) => platform).join(', ')}`,
      cause: (problems.length > 0 ? problems : reasons).join('; '),
      remedy:
        failure?.remedy ??
        `Run the doctor for more${strict ? ', or set strict to false to go on without' : ''}`,
    },
    { cause: failure },
  );
}

/** The error for platforms that were asked for by name, and that the image which gives the platforms does not have. */
export function notOffered(absent: readonly Platform[]): SetupProblem | undefined {
  if (absent.length === 0) return undefined;
  const names = absent.map(formatPlatform).join(', ');
  return new SetupProblem({
    id: 'SB090',
    kind: 'unproven',
    what: `prove ${names}`,
    cause: 'the image that matrix-from names does not have it',
    remedy: 'Ask for platforms that the image has, or for all',
  });
}
