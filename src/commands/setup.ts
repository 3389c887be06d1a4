/** The flow: the only file that knows the order. Facts, verdicts, decisions, handlers, changes, proof, report. */

import { applyThroughDocker } from '../apply/docker.ts';
import { observeInterpreter, observePrograms } from '../apply/install.ts';
import { applyWith } from '../apply/privilege.ts';
import { readPersisted } from '../binfmt/table.ts';
import { hideHomesIn } from '../core/privacy.ts';
import { aftermath, asProblem, preflight } from '../doctor/checks/index.ts';
import type { HostFacts } from '../facts/facts.ts';
import { observeMounts, observeTable } from '../facts/observe.ts';
import type { Host } from '../host/host.ts';
import { judgeAll, rejudge } from '../host/prove.ts';
import type { Standby } from '../host/standby.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { hasLeases, ownRules } from '../journal/journal.ts';
import { observeNamespaces } from '../namespace/private-table.ts';
import { formatImageReference, type ImageReference } from '../oci/reference.ts';
import { noteKept, reconsider } from '../plan/decide.ts';
import {
  type Applied,
  changesHost,
  type Decision,
  decide,
  NOTHING_APPLIED,
  type Plan,
} from '../plan/plan.ts';
import { foresee } from '../plan/preview.ts';
import { decideAfterReset } from '../plan/remove.ts';
import { type Intent, listRuleProblems, planChanges } from '../plan/setup.ts';
import { choosePlatforms, type Matrix, matrixProblems, planMatrix } from '../platform/matrix.ts';
import { type Platform, targetsOf } from '../platform/platforms.ts';
import { warningOf } from '../qemu/handler.ts';
import { NO_SUPPLY, type Supply } from '../qemu/provide.ts';
import { narrateChanges, narrateDecisions, narrateHost, narrateInstalled } from '../report/narrate.ts';
import {
  addEarlier,
  conclude,
  explainRequests,
  listRules,
  notOffered,
  notTakenOver,
  obstacle,
  refusal,
  summarise,
  tooLarge,
  unpersisted,
  unproven,
  unregistered,
  unremoved,
  waive,
  wrongRules,
} from '../report/problems.ts';
import { type Material, makeReport, type Report, type Request, reportPlatforms } from '../report/report.ts';
import type { SetupProblem } from '../text/text.ts';
import type { Door } from './context.ts';
import { type Look, look, probeRequested } from './survey.ts';

/** So often the host is looked at when others change the table, or a handler, at the same time. */
const ROUNDS = 5;

const NOT_UNDONE = 'what a container registers is not recorded: the post step cannot take it back';

const NO_PLATFORM = 'no platform is asked for: no QEMU is fetched';

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
  return { ...door, supply: (wanted, facts, how) => door.supply(wanted, facts, { ...how, thorough: true }) };
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

function problemsOfRules(host: Host, inputs: Inputs, facts: HostFacts): readonly string[] {
  if (inputs.rules.length === 0) return [];
  const interpreterOf = (path: string) => observeInterpreter(host, path);
  return listRuleProblems(inputs, facts, ownRules(host), interpreterOf, observePrograms(host));
}

/** The inputs with the platforms of the image that `matrix-from` names, where it names one. */
async function takeFromImage(
  inputs: Inputs,
  door: Door,
): Promise<{ inputs: Inputs; absent: readonly Platform[]; notes: readonly string[] }> {
  if (inputs.matrixFrom === undefined) return { inputs, absent: [], notes: [] };
  const { platforms, absent, notes } = choosePlatforms(inputs, await door.imagePlatforms(inputs.matrixFrom));
  return { inputs: { ...inputs, platforms, all: false }, absent, notes };
}

/** What setup would do here, and what would stop it. */
async function foretell(
  host: Host,
  inputs: Inputs,
  door: Door,
  material: Material,
  decisions: readonly Decision[],
  barrier: SetupProblem | undefined,
): Promise<Material> {
  const { facts, notes } = material;
  const wanted = decisions.filter(({ action }) => action === 'install');
  const foreseen = foresee(intentOf(host, inputs, door, material, wanted));
  const refused = refusal(decisions);
  const stop =
    barrier ??
    (inputs.strict ? refused : undefined) ??
    (foreseen.changes ? obstacle(await tryPrivately(host, facts), inputs) : undefined);
  return {
    ...material,
    planned: { ...foreseen, ...(stop === undefined ? {} : { stop: { id: stop.id, message: stop.message } }) },
    notes:
      refused === undefined || inputs.strict ? notes : [...notes, `Setup would warn: ${refused.message}`],
  };
}

/** What is wanted, with what there is of earlier runs by now. */
function intentOf(
  host: Host,
  inputs: Inputs,
  { store }: Door,
  { facts, verdicts }: Material,
  wanted: readonly Decision[],
): Intent {
  return {
    inputs,
    facts,
    verdicts,
    wanted,
    store,
    persisted: readPersisted(host, inputs.scope),
    recorded: inputs.rules.length === 0 ? [] : ownRules(host),
  };
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
  const verdicts = rejudge(material.verdicts, applied, after);
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
    unpersisted(inputs, verdicts, readPersisted(host, inputs.scope)) ??
    (changesHost(plan) ? unremoved(applied.problems) : undefined);
  return conclude({ ...result, findings }, inputs, matrix, problem);
}

/** Without privilege, the facts with whether a private table could be had instead. */
async function tryPrivately(host: Host, facts: HostFacts): Promise<HostFacts> {
  if (facts.privilege !== 'none' || facts.namespaces !== undefined) return facts;
  return { ...facts, namespaces: await observeNamespaces(host, { wanted: false }) };
}

function provide(wanted: readonly Decision[], facts: HostFacts, door: Door): Promise<Supply> {
  door.group('QEMU');
  return door.supply(
    wanted.map(({ target }) => target),
    facts,
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

async function carryOutPlan(
  host: Host,
  facts: HostFacts,
  plan: Plan,
  door: Door,
  standby: Standby | undefined,
): Promise<Applied> {
  if (!changesHost(plan) && plan.prove.length === 0 && plan.lease === undefined) return NOTHING_APPLIED;
  if (plan.lease !== undefined) door.run?.remember();
  const applied = await applyWith(host, facts, plan, door.privilegedProgram, standby);
  if (changesHost(plan)) {
    door.group('Changes');
    tell(door, narrateChanges(plan, applied));
  }
  return applied;
}

async function carryOutThroughDocker(
  host: Host,
  facts: HostFacts,
  wanted: readonly Decision[],
  inputs: Inputs,
  door: Door,
): Promise<Applied> {
  door.group('Changes');
  const image = formatImageReference(inputs.image);
  door.line(`there is no sudo: running the installer of ${image} as a privileged container`);
  const applied = await applyThroughDocker(
    host,
    facts,
    targetsOf(wanted.map(({ target }) => target.arch)),
    image,
  );
  tell(door, narrateInstalled(applied));
  return applied;
}

/** A run of which nothing is known yet but the facts. */
function blank(inputs: Inputs, facts: HostFacts): Material {
  return {
    mode: inputs.mode,
    facts,
    verdicts: new Map(),
    requested: [],
    registered: [],
    removed: [],
    changed: false,
    findings: [],
    notes: [],
  };
}

/** `all` means less what the host runs itself. */
function requestsOf(inputs: Inputs, decisions: readonly Decision[]): readonly Request[] {
  return inputs.platforms.flatMap((platform) => {
    const decision = decisions.find(({ target }) => target.arch === platform.arch);
    if (decision === undefined || (inputs.all && decision.action === 'native')) return [];
    return [{ platform, action: decision.action, reason: decision.reason }];
  });
}

function tell(door: Door, lines: readonly string[]): void {
  for (const line of lines) door.line(line);
}
