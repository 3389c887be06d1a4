/** Every error that can end a run once the host has been looked at, and one that only warns. */

import { isPersistent } from '../binfmt/persist.ts';
import { isRuleOf, type Rule } from '../binfmt/rule.ts';
import type { KeptFormat } from '../binfmt/table.ts';
import { asProblem, changeObstacle, type Finding, preflight } from '../doctor/checks/index.ts';
import { GET_RIGHTS } from '../doctor/checks/privilege.ts';
import { type HostFacts, isPrivileged } from '../facts/facts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RecordedRun } from '../journal/record.ts';
import { planPreparation, TAKEN } from '../plan/changes.ts';
import { formatPlatform, type Platform } from '../platform/platforms.ts';
import { type ProblemText, SetupProblem } from '../text/problem.ts';
import { listed, PROGRAM, printable } from '../text/text.ts';
import type { PlatformReport } from './report.ts';
import { decisionsTo, listNotTakenOver, type PlatformResult, type RuleResult } from './result.ts';

const MOUNT = 'mount binfmt_misc';

/** The error with all its causes, `first` being the error that led to them; none without any. */
function problemOf(
  causes: readonly string[],
  text: Omit<ProblemText, 'cause'>,
  first?: SetupProblem,
): SetupProblem | undefined {
  if (causes.length === 0) return undefined;
  return new SetupProblem({ ...text, cause: causes.join('; ') }, { cause: first });
}

/** The error for what makes every setup on this host fail. */
export function unfitness(finding: Finding): SetupProblem {
  return asProblem(finding, 'make platforms run here');
}

/** Why no handler can be registered here: the table cannot be written, or may not be brought up; none where it can. */
export function obstacle(facts: HostFacts, inputs: Pick<Inputs, 'autoload'>): SetupProblem | undefined {
  const what = 'register handlers';
  const finding = changeObstacle(facts);
  if (finding !== undefined) return asProblem(finding, what);
  if (inputs.autoload || planPreparation(facts).length === 0) return undefined;
  return new SetupProblem({
    id: 'SB009',
    kind: 'host',
    what,
    cause: `binfmt_misc is not mounted${facts.table.state === 'not-mounted' ? '' : ` (${facts.table.state})`}, and autoload is off`,
    remedy: 'Mount it before this step, or set autoload: true',
  });
}

/** What an obstacle is named by where the right to change the table is what is missing. */
const NO_RIGHT = 'SB008';

/** An obstacle to what gives nobody a platform: other ways to one are no remedy. */
function asObstacle(finding: Finding | undefined, what: string): SetupProblem | undefined {
  if (finding === undefined) return undefined;
  return asProblem(finding.id === NO_RIGHT ? { ...finding, remedy: GET_RIGHTS } : finding, what);
}

/** Why no entry can be taken away here, `what` being what that is for; none where it can. */
export function obstacleToRemoval(facts: HostFacts, what = 'take entries away'): SetupProblem | undefined {
  const { table } = facts;
  // Entries can be taken away from a table that is switched off.
  const seen: HostFacts =
    table.state === 'disabled' ? { ...facts, table: { ...table, state: 'ready' } } : facts;
  return asObstacle(preflight(seen) ?? changeObstacle(seen), what);
}

/** Why no run can be taken back here: its record is root's, and what Docker can do goes by none. */
export function obstacleToUndo(facts: HostFacts): SetupProblem | undefined {
  return isPrivileged(facts)
    ? undefined
    : obstacleToRemoval({ ...facts, privilege: 'none' }, 'take the run back');
}

/** Why the table cannot be mounted here; none where it can, or is. */
export function obstacleToMount(facts: HostFacts): SetupProblem | undefined {
  const needed = planPreparation(facts).length > 0;
  return asObstacle(preflight(facts) ?? (needed ? changeObstacle(facts) : undefined), MOUNT);
}

/** The error for a table that could not be mounted; none without a problem. */
export function unmounted(problems: readonly string[]): SetupProblem | undefined {
  return problemOf(problems, { id: 'SB009', kind: 'host', what: MOUNT, remedy: 'Run the doctor for more' });
}

/** The error for a matrix that GitHub would refuse; none for one that it takes. */
export function tooLarge(problems: readonly string[]): SetupProblem | undefined {
  return problemOf(problems, {
    id: 'SB012',
    kind: 'input',
    what: 'make a matrix of these platforms',
    remedy: 'Ask for fewer platforms',
  });
}

/** The error for architectures that others claim, under `on-conflict: fail`; none when nothing was refused. */
export function refusal(platforms: readonly PlatformResult[]): SetupProblem | undefined {
  const refused = decisionsTo('refuse', platforms);
  return problemOf(
    refused.map(({ target, reason }) => `${target.arch}: ${reason}`),
    {
      id: 'SB010',
      kind: 'unproven',
      what: 'take over what others registered',
      remedy: 'Set on-conflict: repair or replace, or remove these entries',
    },
  );
}

/** The error that lists all that speaks against the rules; none when nothing does. */
export function wrongRules(problems: readonly string[]): SetupProblem | undefined {
  const isTaken = problems.some((problem) => problem.endsWith(TAKEN));
  return problemOf(problems, {
    id: 'SB085',
    kind: 'input',
    what: 'register the rules',
    remedy: `Correct the rules${isTaken ? ', or set on-conflict: replace where a name is taken' : ''}`,
  });
}

/** The error for rules that are not in the table as they were asked for; none when all are. */
export function unregistered(
  rules: readonly RuleResult[],
  facts: Pick<HostFacts, 'privilege'>,
): SetupProblem | undefined {
  const absent = rules.filter(({ registered }) => !registered);
  return problemOf(
    absent.map(({ name, failure }) => failure ?? `rule ${name} was not tried`),
    {
      id: 'SB086',
      kind: 'unproven',
      what: `register ${absent.map(({ name }) => name).join(', ')}`,
      remedy: `Correct the rules${isPrivileged(facts) ? '' : ', or run this step as root or with sudo'}`,
    },
  );
}

/** The error for entries that are still there, or did not come back; none when all is as it was asked for. */
export function unremoved(problems: readonly string[]): SetupProblem | undefined {
  return problemOf(problems, {
    id: 'SB087',
    kind: 'unproven',
    what: 'leave the table as it was asked for',
    remedy: 'Look at each entry that is named, and take it out or put it back by hand',
  });
}

/** What is said of names that are to be taken away and that nothing has; none where all are known. */
export function unknownNames(absent: readonly string[]): SetupProblem | undefined {
  return problemOf(absent, {
    id: 'SB100',
    kind: 'input',
    what: 'take away all that was named',
    remedy: `See what is registered (${PROGRAM} list), and correct the name if it is misspelt`,
  });
}

/** The error for what does not survive a reboot though it should; none when all does, or nothing should. */
export function unpersisted(
  inputs: Pick<Inputs, 'persist' | 'rules'>,
  platforms: readonly PlatformResult[],
  persisted: readonly Rule[],
): SetupProblem | undefined {
  if (!inputs.persist) return undefined;
  const answering = new Set(platforms.flatMap(({ verdict }) => verdict?.entry ?? []));
  const lost = [...answering].filter((entry) => !persisted.some((rule) => isRuleOf(rule, entry)));
  const rules = inputs.rules.filter((rule) => !persisted.some(({ name }) => name === rule.name));
  const names = [...lost, ...rules].map(({ name }) => printable(name, 60));
  if (names.length === 0) return undefined;
  const foreign = lost.flatMap(({ name, interpreter }) =>
    isPersistent(interpreter)
      ? []
      : `${printable(name, 60)} runs ${printable(interpreter ?? 'a handler that is no file', 200)}`,
  );
  return new SetupProblem({
    id: 'SB088',
    kind: 'unproven',
    what: `keep ${names.join(', ')} over a reboot`,
    cause:
      foreign.length > 0
        ? `${foreign.join('; ')}, which is not ours to keep`
        : 'it is not in the fragment that was written',
    remedy: 'Set on-conflict: replace, so that handlers of our own take their place',
  });
}

/** The error for what binfmt-support keeps for others, and would refuse; none where it keeps nothing of it. */
export function unkeepable(formats: readonly KeptFormat[]): SetupProblem | undefined {
  const [first] = formats;
  return problemOf(
    formats.map(({ name, owner }) => `binfmt-support keeps ${name} for ${printable(owner, 60)}`),
    {
      id: 'SB088',
      kind: 'host',
      what: `keep ${formats.map(({ name }) => name).join(', ')} over a reboot`,
      remedy: `Remove what registered it (the package ${printable(first?.owner ?? '', 60)}), or leave out the input persist`,
    },
  );
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
  const sharing = new Map<string, string[]>();
  for (const { platform, reason } of failed) {
    sharing.set(reason, [...(sharing.get(reason) ?? []), platform]);
  }
  // What all of them share needs no names before it: the error has them.
  const reasons = [...sharing].map(([reason, platforms]) =>
    sharing.size === 1 ? reason : `${platforms.join(', ')}: ${reason}`,
  );
  const otherwise = `Run the doctor for more${strict ? ', or set strict: false to go on without' : ''}`;
  return problemOf(
    failed.length > 0 && problems.length > 0 ? problems : reasons,
    {
      id: failure?.id ?? 'SB089',
      kind: tableReady ? 'unproven' : 'host',
      what: `prove ${failed.map(({ platform }) => platform).join(', ')}`,
      remedy: failure?.remedy ?? otherwise,
    },
    failure,
  );
}

/** The error for platforms that were asked for by name, and that the image which gives the platforms does not have. */
export function notOffered(absent: readonly Platform[]): SetupProblem | undefined {
  if (absent.length === 0) return undefined;
  return new SetupProblem({
    id: 'SB090',
    kind: 'unproven',
    what: `prove ${absent.map(formatPlatform).join(', ')}`,
    cause: 'the image that the input matrix-from names does not have it',
    remedy: 'Ask for platforms that the image has, or for all',
  });
}

/**
 * The error for handlers that were to be replaced and could not be: what works has stayed. None where all were. `failure`
 * is the first thing that failed where QEMU could not be fetched.
 */
export function unreplaced(
  platforms: readonly PlatformResult[],
  failure: SetupProblem | undefined,
): SetupProblem | undefined {
  return problemOf(
    listNotTakenOver(platforms),
    {
      id: failure?.id ?? 'SB087',
      kind: 'unproven',
      what: 'replace what is registered',
      remedy:
        failure?.remedy ?? 'Look at each entry that is named, or set on-conflict: repair to keep what works',
    },
    failure,
  );
}

/** The error where the run that is to be taken back has no record; `known` are those that have one. */
export function noRun(asked: string, known: readonly RecordedRun[]): SetupProblem {
  const others =
    known.length === 0
      ? ''
      : `; there are those of ${listed(
          known.map(({ id }) => id),
          3,
        )}`;
  return new SetupProblem({
    id: 'SB-INPUT',
    kind: 'input',
    what: `take the run ${asked} back`,
    cause: `there is no record of it${others}`,
    remedy: `See what runs here, and which runs can be taken back (${PROGRAM} list)`,
  });
}

/** What is said of a run that is to be taken back and of which nothing is known. */
export function unrecorded(run: string): SetupProblem {
  return new SetupProblem({
    id: 'SB091',
    kind: 'unproven',
    what: `take the run ${run} back`,
    cause:
      'there is no record of it: whether it has changed anything is not known, and what it has changed stays',
    remedy: `See what is registered (${PROGRAM} list), and take away what should not be (${PROGRAM} remove NAME)`,
  });
}
