/** `setup`: makes the platforms run that are asked for, and proves that they do. */

import { findAfterSetup } from '../doctor/checks/index.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { hasLeases } from '../journal/journal.ts';
import { formatImageReference } from '../oci/reference.ts';
import { planChanges } from '../plan/changes.ts';
import type { Decision } from '../plan/decide.ts';
import { type Applied, changesHost, type Plan, proofsIn } from '../plan/plan.ts';
import { rejudge } from '../probe/probe.ts';
import { type Fetched, NOTHING_FETCHED } from '../qemu/sources.ts';
import {
  notOffered,
  obstacle,
  refusal,
  unfitness,
  unpersisted,
  unproven,
  unregistered,
  unremoved,
  unreplaced,
} from '../report/problems.ts';
import { makeReport, type Report, reportPlatforms } from '../report/report.ts';
import {
  addPreviousRounds,
  changesIn,
  conclude,
  decisionsTo,
  downgradeToWarning,
  judgePlatforms,
  judgeRules,
  type RunResult,
} from '../report/result.ts';
import type { SetupProblem } from '../text/problem.ts';
import { hideHomesIn } from '../text/redact.ts';
import { carryOut, carryOutThroughDocker, observeAgain } from './carry-out.ts';
import type { Context } from './context.ts';
import { type Choice, choose, planRequest, tryPrivately } from './plan.ts';
import { persistedFor, type Survey, surveyHost } from './survey.ts';

/** Most attempts, when others change the table or a handler meanwhile. */
const ROUNDS = 5;

const NOT_RESET = 'what was to be reset stays, since not all that was asked for could be had';

/** Runs `setup`. Everything that a person should know is in the report, a failure included. */
export async function runSetup(host: Host, asked: Inputs, context: Context): Promise<Report> {
  let result: RunResult | undefined;
  for (let round = 1; ; round++) {
    const survey = await surveyHost(host, asked, context);
    const { standby } = survey;
    const now = { ...(round === 1 ? context : rehashing(context)), standby };
    const attempt = setUp(host, asked, now, survey).finally(standby?.dismiss);
    result = addPreviousRounds(result, await attempt);
    if (result.outdated !== true || round === ROUNDS) return makeReport(result);
    context.line('the table or a handler was changed meanwhile: looking again');
  }
}

/** From the second round on, nothing in the store is believed. */
function rehashing(context: Context): Context {
  return {
    ...context,
    fetch: (wanted, hostArch, how) => context.fetch(wanted, hostArch, { ...how, rehash: true }),
  };
}

/** One round: chooses, and goes on where nothing stops it. */
async function setUp(host: Host, asked: Inputs, context: Context, survey: Survey): Promise<RunResult> {
  const choice = await choose(host, asked, context, survey);
  const { inputs, result, wrong, unfit, unkept } = choice;
  if (wrong !== undefined) return { ...result, problem: wrong };
  if (unfit !== undefined) {
    // Without strict it becomes a warning, which says the same.
    const findings = inputs.strict ? [unfit] : [];
    const platforms = result.platforms.map((one) => ({ ...one, failure: unfit.evidence }));
    return conclude({ ...result, findings, platforms }, choice, unfitness(unfit));
  }
  if (unkept !== undefined) return conclude(result, choice, unkept);
  const refused = refusal(result.platforms);
  if (refused === undefined) return makeRun(host, context, choice);
  if (inputs.strict) return conclude(result, choice, refused);
  const warned = { ...choice, result: downgradeToWarning(result, refused) };
  return makeRun(host, context, warned);
}

/** Provides what is missing, has the changes made, looks again and judges. */
async function makeRun(host: Host, context: Context, choice: Choice): Promise<RunResult> {
  const { inputs, result } = choice;
  const { facts } = result;
  const wanted = decisionsTo('install', result.platforms);
  const blocked = wanted.length > 0 ? obstacle(await tryPrivately(host, facts), inputs) : undefined;
  if (blocked !== undefined) return conclude(result, choice, blocked);

  const throughDocker = wanted.length > 0 && facts.privilege === 'docker';
  const fetched = throughDocker ? leaveToDocker(inputs) : await provide(wanted, facts, context);
  // A lease lives with a job; a person on a terminal has none.
  const { remember } = context.run ?? {};
  const lease = remember !== undefined && (inputs.cleanup || hasLeases(host));
  const request = planRequest(host, context, choice);
  const plan = planChanges({ ...request, run: context.run, handlers: fetched.handlers, lease });
  // Rules, a reset and what is to persist can need changes of their own.
  const barred = changesHost(plan) ? obstacle(facts, inputs) : undefined;
  if (barred !== undefined) return conclude(result, choice, barred);

  if (plan.lease !== undefined) remember?.();
  const applied = throughDocker
    ? await carryOutThroughDocker(host, facts, wanted, inputs.image, context)
    : await carryOut(host, facts, plan, context);
  const done = { plan, fetched, applied };
  const judged = judge(host, choice, done);
  return conclude(judged, choice, findProblem(host, choice, judged, done));
}

async function provide(
  wanted: readonly Decision[],
  { architecture = 'unknown' }: HostFacts,
  { group, line, download, fetch }: Context,
): Promise<Fetched> {
  if (wanted.length === 0) return NOTHING_FETCHED;
  group('QEMU');
  return fetch(
    wanted.map(({ target }) => target),
    architecture,
    { log: line, download, rehash: false },
  );
}

/** Docker pulls the image itself: what a tag means is not known here. */
function leaveToDocker({ image }: Inputs): Fetched {
  if (image.digest !== undefined) return NOTHING_FETCHED;
  const trouble = { kind: 'unpinned', image: formatImageReference(image) } as const;
  return { ...NOTHING_FETCHED, troubles: [trouble] };
}

/** The notes of the sources. Where something is missing, the first failure is the problem of the run, and no note besides. */
function untold({ notes, missing, failures: [first] }: Fetched): readonly string[] {
  return missing.length === 0 ? notes : notes.filter((note) => note !== first?.message);
}

/** What was asked of root and of the sources, and what they answered. */
interface Done {
  readonly plan: Plan;
  readonly fetched: Fetched;
  readonly applied: Applied;
}

/** What the changes brought, by the table as it is now and by what the probes proved. */
function judge(host: Host, { inputs, result }: Choice, { fetched, applied }: Done): RunResult {
  const facts = observeAgain(host, result.facts);
  const verdicts = rejudge(result.verdicts, proofsIn(applied), facts);
  const platforms = judgePlatforms(result.platforms, verdicts, fetched.missing, applied);
  const asked = inputs.platforms.map(({ arch }) => arch);
  const installs = decisionsTo('install', platforms).length > 0;
  const troubles = installs ? fetched.troubles : undefined;
  // Without a platform there is nothing that the checks could be about.
  const found =
    asked.length === 0 ? [] : findAfterSetup({ facts, verdicts, asked, wanted: inputs.platforms, troubles });
  return {
    ...result,
    ...changesIn(applied),
    facts,
    verdicts,
    platforms,
    rules: judgeRules(inputs.rules, facts.table.entries, applied),
    qemu: installs ? fetched : undefined,
    findings: [...result.findings, ...hideHomesIn(found, host.env.HOME)],
    notes: [
      ...result.notes,
      ...untold(fetched),
      ...(inputs.reset && fetched.missing.length > 0 ? [NOT_RESET] : []),
      ...(applied.notes ?? []),
    ],
  };
}

/** The first thing that is not as it was asked for, if any is not. */
function findProblem(
  host: Host,
  { inputs, absent }: Choice,
  result: RunResult,
  { plan, fetched, applied: { problems } }: Done,
): SetupProblem | undefined {
  const rows = reportPlatforms(result);
  const lacking = new Set(fetched.missing.map(({ arch }) => arch));
  const unserved = rows.some(({ arch, proven }) => !proven && lacking.has(arch));
  return (
    unproven(rows, problems, {
      tableReady: result.facts.table.state === 'ready',
      strict: inputs.strict,
      failure: unserved ? fetched.failures[0] : undefined,
    }) ??
    notOffered(absent) ??
    unreplaced(result.platforms, fetched.failures[0]) ??
    unregistered(result.rules ?? [], result.facts) ??
    unpersisted(inputs, result.platforms, persistedFor(host, inputs)) ??
    (changesHost(plan) ? unremoved(problems) : undefined)
  );
}
