/** The flow: the only file that knows the order. Facts, verdicts, decisions, handlers, changes, proof, report. */

import { observeTable } from '../binfmt/table.ts';
import { asProblem, findAfterSetup, preflight } from '../doctor/checks/index.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { observeMounts } from '../host/read.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { hasLeases } from '../journal/journal.ts';
import { formatImageReference, type ImageReference } from '../oci/reference.ts';
import { type Decision, decide, decideAfterReset, noteKept, reconsider } from '../plan/decide.ts';
import { changesHost, proofsIn } from '../plan/plan.ts';
import { planChanges } from '../plan/setup.ts';
import { type Matrix, matrixProblems, planMatrix } from '../platform/matrix.ts';
import { type Platform, targetsOf } from '../platform/platforms.ts';
import { judgeAll, rejudge } from '../probe/probe.ts';
import { tellTrouble } from '../qemu/handler.ts';
import { type Fetched, NOTHING_FETCHED } from '../qemu/sources.ts';
import { narrateDecisions, narrateHost } from '../report/narrate.ts';
import {
  notOffered,
  obstacle,
  refusal,
  tooLarge,
  unpersisted,
  unproven,
  unregistered,
  unremoved,
  wrongRules,
} from '../report/problems.ts';
import { makeReport, type Report, type RunResult, reportPlatforms } from '../report/report.ts';
import {
  addPreviousRounds,
  conclude,
  downgradeToWarning,
  explainRequests,
  listRules,
  notTakenOver,
  summarise,
} from '../report/result.ts';
import { hideHomesIn } from '../text/redact.ts';
import { carryOutPlan, carryOutThroughDocker, tell } from './carry-out.ts';
import type { Context } from './context.ts';
import {
  blank,
  NO_PLATFORM,
  previewSetup,
  problemsOfRules,
  requestOf,
  requestsOf,
  takeFromImage,
  tryPrivately,
} from './plan.ts';
import { observeAndProbe, persistedFor, probeRequested, type Survey } from './survey.ts';

/** So often the host is looked at when others change the table, or a handler, at the same time. */
const ROUNDS = 5;

const NOT_UNDONE = 'what a container registers is not recorded: the post step cannot take it back';

/** What previous rounds of the same run changed. */
type PreviousRounds = Partial<RunResult>;

/** Runs `setup` or `plan`. Everything that a person should know is in the report, a failure included. */
export async function runSetup(host: Host, asked: Inputs, context: Context): Promise<Report> {
  for (let round = 1, previous: PreviousRounds = {}; ; round++) {
    const seen = await observeAndProbe(host, asked, context);
    const result = await setUp(host, asked, round === 1 ? context : rehashing(context), seen, previous);
    if (result.outdated !== true || round === ROUNDS) return makeReport(result);
    context.line('the table or a handler was changed meanwhile: looking again');
    previous = result;
  }
}

/** From the second round on, nothing in the store is believed. */
function rehashing(context: Context): Context {
  return {
    ...context,
    fetch: (wanted, hostArch, how) => context.fetch(wanted, hostArch, { ...how, rehash: true }),
  };
}

async function setUp(
  host: Host,
  asked: Inputs,
  context: Context,
  { facts, probing }: Survey,
  previous: PreviousRounds,
): Promise<RunResult> {
  tell(context, narrateHost(facts));
  const stop = preflight(facts);
  const taken = await takeFromImage(asked, context);
  if ('problem' in taken) return { ...blank(asked, facts), problem: taken.problem };
  const { inputs, absent, notes: told } = taken;
  const matrix = planMatrix(inputs.platforms, inputs.runners);
  const wrong = tooLarge(matrixProblems(matrix)) ?? wrongRules(problemsOfRules(host, inputs, facts));
  const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
  const verdicts = judgeAll(await (probing ?? probeRequested(host, facts, inputs, context)), facts);
  const choose = inputs.reset ? decideAfterReset : decide;
  const { entries } = facts.table;
  const chosen = choose(targets, verdicts, entries, inputs.onConflict, context.store);
  const decisions = reconsider(chosen, facts, inputs, context.store);
  const notes = [
    ...told,
    ...(asked.platforms.length === 0 ? [NO_PLATFORM] : []),
    ...noteKept(decisions, verdicts, facts, inputs, context.store),
  ];
  tell(context, narrateDecisions(decisions));
  const seen = { ...blank(inputs, facts), notes, verdicts, requested: requestsOf(inputs, decisions) };
  if (wrong !== undefined) return { ...seen, problem: wrong };
  const result = { ...seen, findings: stop === undefined ? [] : [stop] };
  const barrier = stop === undefined ? undefined : asProblem(stop, 'make platforms run here');
  if (inputs.mode === 'plan') {
    return { ...(await previewSetup(host, inputs, context, result, decisions, barrier)), matrix };
  }
  if (barrier !== undefined) return conclude(inputs.strict ? result : seen, inputs, matrix, barrier);
  const refused = refusal(decisions);
  if (refused !== undefined && inputs.strict) return conclude(result, inputs, matrix, refused);
  const going = refused === undefined ? result : downgradeToWarning(result, refused);
  return addPreviousRounds(
    previous,
    await provideAndApply(host, inputs, context, going, { decisions, matrix, absent }),
  );
}

/** What is to be done, as far as it is known before anything is provided. */
interface Course {
  readonly decisions: readonly Decision[];
  /** The legs of all platforms, whether they run here or not. */
  readonly matrix: Matrix;
  /** Asked for by name, and not in the image. */
  readonly absent: readonly Platform[];
}

/** Provides, applies, looks again and judges. */
async function provideAndApply(
  host: Host,
  inputs: Inputs,
  context: Context,
  before: RunResult,
  { decisions, matrix, absent }: Course,
): Promise<RunResult> {
  const { facts } = before;
  const wanted = decisions.filter(({ action }) => action === 'install');
  const blocked = wanted.length > 0 ? obstacle(await tryPrivately(host, facts), inputs) : undefined;
  if (blocked !== undefined) return conclude(before, inputs, matrix, blocked);

  const throughDocker = wanted.length > 0 && facts.privilege === 'docker';
  const fetched = throughDocker
    ? leaveToDocker(inputs.image, context)
    : wanted.length > 0
      ? await provide(wanted, facts, context)
      : NOTHING_FETCHED;
  const { handlers } = fetched;
  // A lease lives with a job; a person on a terminal has none.
  const lease = context.run?.holder !== undefined && (inputs.cleanup || hasLeases(host));
  const run = context.run === undefined ? {} : { run: context.run };
  const intent = requestOf(host, inputs, context, before, wanted);
  const plan = planChanges({ ...intent, ...run, handlers, lease });
  // Rules, a reset and what is to persist can need changes of their own.
  const barred = changesHost(plan) ? obstacle(facts, inputs) : undefined;
  if (barred !== undefined) return conclude(before, inputs, matrix, barred);
  const applied = throughDocker
    ? await carryOutThroughDocker(host, facts, wanted, inputs, context)
    : await carryOutPlan(host, facts, plan, context);
  const table = observeTable(host, observeMounts(host), facts.kernel.release, facts.table.path);
  const after = { ...facts, table };
  const verdicts = rejudge(before.verdicts, proofsIn(applied), after);
  const result: RunResult = {
    ...before,
    ...summarise(applied),
    facts: after,
    verdicts,
    requested: explainRequests(before.requested, fetched.missing, applied, verdicts),
    rules: listRules(inputs.rules, table.entries),
    ...(wanted.length > 0 ? { qemu: fetched } : {}),
    notes: [
      ...before.notes,
      ...fetched.notes,
      ...(throughDocker && inputs.cleanup ? [NOT_UNDONE] : []),
      ...(applied.notes ?? []),
      ...notTakenOver(before.requested, fetched.missing, applied, verdicts),
    ],
  };
  const asked = inputs.platforms.map(({ arch }) => arch);
  const sources = wanted.length > 0 ? { supply: fetched.troubles } : {};
  // Without a platform there is nothing that the checks could be about.
  const found = asked.length === 0 ? [] : findAfterSetup({ facts: after, verdicts, asked, ...sources });
  const findings = [...before.findings, ...hideHomesIn(found, host.env.HOME)];
  const rows = reportPlatforms(result);
  const unserved = rows.some(
    ({ arch, proven }) => !proven && fetched.missing.some((each) => each.arch === arch),
  );
  const problem =
    unproven(rows, applied.problems, {
      tableReady: table.state === 'ready',
      strict: inputs.strict,
      failure: unserved ? fetched.failures[0] : undefined,
    }) ??
    notOffered(absent) ??
    unregistered(result.rules ?? [], applied) ??
    unpersisted(inputs, verdicts, persistedFor(host, inputs)) ??
    (changesHost(plan) ? unremoved(applied.problems) : undefined);
  return conclude({ ...result, findings }, inputs, matrix, problem);
}

function provide(wanted: readonly Decision[], facts: HostFacts, context: Context): Promise<Fetched> {
  context.group('QEMU');
  return context.fetch(
    wanted.map(({ target }) => target),
    facts.architecture ?? 'unknown',
    { log: context.line, rehash: false },
  );
}

/** Docker pulls the image itself: what a tag means is not known here. */
function leaveToDocker(image: ImageReference, context: Context): Fetched {
  if (image.digest !== undefined) return NOTHING_FETCHED;
  const trouble = { kind: 'unpinned', image: formatImageReference(image) } as const;
  context.line(tellTrouble(trouble));
  return { ...NOTHING_FETCHED, troubles: [trouble] };
}
