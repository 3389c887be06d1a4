/** The flow: the only file that knows the order. Facts, verdicts, decisions, handlers, changes, proof, report. */

import type { Standby } from '../apply/privilege.ts';
import { observeTable } from '../binfmt/table.ts';
import { aftermath, asProblem, preflight } from '../doctor/checks/index.ts';
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
import { warningOf } from '../qemu/handler.ts';
import { NO_SUPPLY, type Supply } from '../qemu/sources.ts';
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
import { type Material, makeReport, type Report, reportPlatforms } from '../report/report.ts';
import {
  addEarlier,
  conclude,
  explainRequests,
  listRules,
  notTakenOver,
  summarise,
  waive,
} from '../report/result.ts';
import { hideHomesIn } from '../text/redact.ts';
import { carryOutPlan, carryOutThroughDocker, tell } from './carry-out.ts';
import type { Door } from './context.ts';
import {
  blank,
  foretell,
  intentOf,
  NO_PLATFORM,
  problemsOfRules,
  requestsOf,
  takeFromImage,
  tryPrivately,
} from './plan.ts';
import { type Look, look, persistedFor, probeRequested } from './survey.ts';

/** So often the host is looked at when others change the table, or a handler, at the same time. */
const ROUNDS = 5;

const NOT_UNDONE = 'what a container registers is not recorded: the post step cannot take it back';

/** What earlier rounds of the same run changed. */
type Earlier = Partial<Material>;

/**
 * Runs `setup` or `plan`. Everything that a person should know is in the report, a failure included.
 * @throws SetupProblem when the image that is to give the platforms cannot be asked.
 */
export async function runSetup(host: Host, asked: Inputs, door: Door): Promise<Report> {
  for (let round = 1, earlier: Earlier = {}; ; round++) {
    const seen = await look(host, asked, door);
    const material = await setUp(host, asked, round === 1 ? door : thorough(door), seen, earlier).finally(
      seen.standby?.dismiss,
    );
    if (material.outdated !== true || round === ROUNDS) return makeReport(material);
    door.line('the table or a handler was changed meanwhile: looking again');
    earlier = material;
  }
}

/** From the second round on, nothing in the store is believed. */
function thorough(door: Door): Door {
  return {
    ...door,
    supply: (wanted, hostArch, how) => door.supply(wanted, hostArch, { ...how, thorough: true }),
  };
}

async function setUp(
  host: Host,
  asked: Inputs,
  door: Door,
  { facts, probing, standby }: Look,
  earlier: Earlier,
): Promise<Material> {
  tell(door, narrateHost(facts));
  const stop = preflight(facts);
  const { inputs, absent, notes: told } = await takeFromImage(asked, door);
  const matrix = planMatrix(inputs.platforms, inputs.runners);
  const wrong = tooLarge(matrixProblems(matrix)) ?? wrongRules(problemsOfRules(host, inputs, facts));
  const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
  const verdicts = judgeAll(await (probing ?? probeRequested(host, facts, inputs, door)), facts);
  const choose = inputs.reset ? decideAfterReset : decide;
  const { entries } = facts.table;
  const chosen = choose(targets, verdicts, entries, inputs.onConflict, door.store);
  const decisions = reconsider(chosen, facts, inputs, door.store);
  const notes = [
    ...told,
    ...(asked.platforms.length === 0 ? [NO_PLATFORM] : []),
    ...noteKept(decisions, verdicts, facts, inputs, door.store),
  ];
  tell(door, narrateDecisions(decisions));
  const seen = { ...blank(inputs, facts), notes, verdicts, requested: requestsOf(inputs, decisions) };
  if (wrong !== undefined) return { ...seen, problem: wrong };
  const material = { ...seen, findings: stop === undefined ? [] : [stop] };
  const barrier = stop === undefined ? undefined : asProblem(stop, 'make platforms run here');
  if (inputs.mode === 'plan') {
    return { ...(await foretell(host, inputs, door, material, decisions, barrier)), matrix };
  }
  if (barrier !== undefined) return conclude(inputs.strict ? material : seen, inputs, matrix, barrier);
  const refused = refusal(decisions);
  if (refused !== undefined && inputs.strict) return conclude(material, inputs, matrix, refused);
  const going = refused === undefined ? material : waive(material, refused);
  return addEarlier(
    earlier,
    await carryOut(host, inputs, door, going, { decisions, matrix, absent, standby }),
  );
}

/** What is to be done, as far as it is known before anything is provided. */
interface Course {
  readonly decisions: readonly Decision[];
  /** The legs of all platforms, whether they run here or not. */
  readonly matrix: Matrix;
  /** Asked for by name, and not in the image. */
  readonly absent: readonly Platform[];
  readonly standby: Standby | undefined;
}

/** Provides, applies, looks again and judges. */
async function carryOut(
  host: Host,
  inputs: Inputs,
  door: Door,
  material: Material,
  { decisions, matrix, absent, standby }: Course,
): Promise<Material> {
  const { facts } = material;
  const wanted = decisions.filter(({ action }) => action === 'install');
  const blocked = wanted.length > 0 ? obstacle(await tryPrivately(host, facts), inputs) : undefined;
  if (blocked !== undefined) return conclude(material, inputs, matrix, blocked);

  const throughDocker = wanted.length > 0 && facts.privilege === 'docker';
  const supply = throughDocker
    ? leaveToDocker(inputs.image, door)
    : wanted.length > 0
      ? await provide(wanted, facts, door)
      : NO_SUPPLY;
  const { handlers } = supply;
  // A lease lives with a job; a person on a terminal has none.
  const lease = door.run?.holder !== undefined && (inputs.cleanup || hasLeases(host));
  const run = door.run === undefined ? {} : { run: door.run };
  const intent = intentOf(host, inputs, door, material, wanted);
  const plan = planChanges({ ...intent, ...run, handlers, lease });
  // Rules, a reset and what is to persist can need changes of their own.
  const barred = changesHost(plan) ? obstacle(facts, inputs) : undefined;
  if (barred !== undefined) return conclude(material, inputs, matrix, barred);
  const applied = throughDocker
    ? await carryOutThroughDocker(host, facts, wanted, inputs, door)
    : await carryOutPlan(host, facts, plan, door, standby);
  const table = observeTable(host, observeMounts(host), facts.kernel.release, facts.table.path);
  const after = { ...facts, table };
  const verdicts = rejudge(material.verdicts, proofsIn(applied), after);
  const result: Material = {
    ...material,
    ...summarise(applied),
    facts: after,
    verdicts,
    requested: explainRequests(material.requested, supply.missing, applied, verdicts),
    rules: listRules(inputs.rules, table.entries),
    ...(wanted.length > 0 ? { qemu: supply } : {}),
    notes: [
      ...material.notes,
      ...supply.notes.flatMap((note) => (note.level === 'info' ? [note.text] : [])),
      ...(throughDocker && inputs.cleanup ? [NOT_UNDONE] : []),
      ...(applied.notes ?? []),
      ...notTakenOver(material.requested, supply.missing, applied, verdicts),
    ],
  };
  const asked = inputs.platforms.map(({ arch }) => arch);
  const troubles = supply.notes.flatMap((note) => (note.level === 'warning' ? [note.trouble] : []));
  const sources = wanted.length > 0 ? { supply: troubles } : {};
  // Without a platform there is nothing that the checks could be about.
  const found = asked.length === 0 ? [] : aftermath({ facts: after, verdicts, asked, ...sources });
  const findings = [...material.findings, ...hideHomesIn(found, host.env.HOME)];
  const problem =
    unproven(reportPlatforms(result), applied.problems, {
      tableReady: table.state === 'ready',
      strict: inputs.strict,
    }) ??
    notOffered(absent) ??
    unregistered(result.rules ?? [], applied) ??
    unpersisted(inputs, verdicts, persistedFor(host, inputs)) ??
    (changesHost(plan) ? unremoved(applied.problems) : undefined);
  return conclude({ ...result, findings }, inputs, matrix, problem);
}

function provide(wanted: readonly Decision[], facts: HostFacts, door: Door): Promise<Supply> {
  door.group('QEMU');
  return door.supply(
    wanted.map(({ target }) => target),
    facts.architecture ?? 'unknown',
    { log: door.line, thorough: false },
  );
}

/** Docker pulls the image itself: what a tag means is not known here. */
function leaveToDocker(image: ImageReference, door: Door): Supply {
  if (image.digest !== undefined) return NO_SUPPLY;
  const note = warningOf({ kind: 'unpinned', image: formatImageReference(image) });
  door.line(note.text);
  return { ...NO_SUPPLY, notes: [note] };
}
