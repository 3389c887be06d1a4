/** Why a run cannot go on, or did not end as it should. */
import { asProblem, findingOf } from './checks.ts';
import type { HostFacts } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { type Applied, type Decision, planPreparation } from './plan.ts';
import { SetupProblem } from './problem.ts';
import type { PlatformReport, Request } from './report.ts';
import { isProven, type Verdict } from './verdict.ts';

/** Why no change can be made here, if so: no privilege, or a table that may not be brought up. */
export function obstacle(facts: HostFacts, inputs: Pick<Inputs, 'autoload'>): SetupProblem | undefined {
  const what = 'register handlers';
  const finding = findingOf('SB008', { facts });
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

/** The requests with the best reason there is for each that was to be installed and is not proven. */
export function explainRequests(
  requests: readonly Request[],
  missing: readonly { readonly arch: string; readonly reason: string }[],
  applied: Applied,
  verdicts: ReadonlyMap<string, Verdict>,
): readonly Request[] {
  return requests.map((request) => {
    const { arch } = request.platform;
    if (request.action !== 'install' || isProven(verdicts.get(arch))) return request;
    const failed = applied.installed.find((one) => one.arch === arch)?.problem;
    const absent = missing.find((one) => one.arch === arch)?.reason;
    return { ...request, failure: failed ?? absent ?? applied.problems[0] ?? 'nothing was done' };
  });
}

/** The error that lists each requested platform that is not proven, with its reason; none when all are. */
export function unproven(
  rows: readonly PlatformReport[],
  problems: readonly string[],
): SetupProblem | undefined {
  const failed = rows.filter(({ proven }) => !proven);
  if (failed.length === 0) return undefined;
  const reasons = failed.map(({ platform, reason }) => `${platform}: ${reason}`);
  return new SetupProblem({
    id: 'SB011',
    kind: 'unproven',
    what: `prove ${failed.map(({ platform }) => platform).join(', ')}`,
    cause: (problems.length > 0 ? problems : reasons).join('; '),
    remedy: 'Run the doctor for more, or set strict to false to go on without',
  });
}
