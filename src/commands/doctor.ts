/** `doctor`: examines the host, and the log of a failed build. Changes nothing. */

import type { CheckContext } from '../doctor/checks/index.ts';
import { findingsOf, runChecks } from '../doctor/checks/index.ts';
import { examineEngine } from '../doctor/engine.ts';
import { openBudget } from '../doctor/evidence/budget.ts';
import { judgeLogs, readLogs } from '../doctor/evidence/evidence.ts';
import { gatherEvidence } from '../doctor/evidence/sources.ts';
import { examine } from '../doctor/examine.ts';
import { answerTo, blamedPlatforms, joinAnswers, type LogAnswer } from '../doctor/log/diagnose.ts';
import { logFacts } from '../doctor/log/facts.ts';
import { commandsFor, type Reader } from '../doctor/remedies.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { tellWithheld } from '../host/trust.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { observeNamespaces } from '../namespace/private-table.ts';
import { decide } from '../plan/decide.ts';
import { formatPlatform, type Platform, targetsOf } from '../platform/platforms.ts';
import type { Verdict } from '../probe/verdict.ts';
import { makeReport, type Report } from '../report/report.ts';
import { joinPlatforms, newResult, type PlatformResult } from '../report/result.ts';
import { reasonOf } from '../text/problem.ts';
import { hideHomesIn } from '../text/redact.ts';
import { listed, printable } from '../text/text.ts';
import type { Context } from './context.ts';
import { observeAloud, probeClaimed } from './survey.ts';

/** Examines the host, and the log where one is given. What goes wrong on the way is part of the report. */
export async function runDoctor(
  host: Host,
  asked: Inputs,
  context: Pick<Context, 'group' | 'line' | 'store' | 'documentation' | 'table' | 'namespaces'>,
): Promise<Report> {
  const view = { table: context.table, asksRights: context.namespaces === undefined };
  const seen = await observeAloud(host, context, view, 'none');
  const engine = examineEngine(host, seen);
  const { evidence, notes } = await gatherEvidence(host, {
    sources: asked.log,
    token: asked.token,
    registryConfig: asked.registryConfig,
    engine,
    facts: seen,
    runner: process.ppid,
  });
  const budget = openBudget();
  const { read, unreadable } = await readLogs(evidence, budget);
  const blamed = await judgeLogs(read, budget, ({ evidence, log }) =>
    blamedPlatforms(log, seen.architecture, evidence),
  );
  const inputs = withBlamed(asked, blamed.judged.flat());
  const [namespaces, { verdicts, problem }, doctor] = await Promise.all([
    context.namespaces ?? tryNamespaces(host, seen),
    probe(host, seen, inputs),
    examine(host, seen, { store: context.store, engine, network: inputs.network ? inputs : undefined }),
  ]);
  const facts: HostFacts = { ...seen, namespaces };
  const known: CheckContext = {
    facts,
    verdicts,
    asked: inputs.all ? [] : inputs.platforms.map(({ arch }) => arch),
    wanted: inputs.all ? [] : inputs.platforms,
    doctor: { ...doctor, probing: problem, unreadableLogs: unreadable.filter(isFile) },
  };
  const checks = runChecks(known);
  // What the log itself names is no answer to the question for which platform it is.
  const question = asked.all ? [] : asked.platforms.map(formatPlatform);
  const ofHost = { ...logFacts(known, checks), asked: question };
  const { judged, left } = await judgeLogs(read, budget, (one) => answerTo(one, ofHost));
  const diagnosis = joinAnswers(judged);
  const reader = readerOf(host, facts);
  const addressed = <T extends { readonly link: string }>(value: T): T => ({
    ...value,
    link: `${context.documentation}${value.link}`,
  });
  const inHand = <T extends { readonly commands: readonly string[] }>(value: T): T => ({
    ...value,
    commands: commandsFor(value.commands, reader),
  });
  const findings = findingsOf(checks);
  const pointing = <T extends { readonly finding?: string }>({ finding, ...cause }: T) =>
    findings.some(({ id }) => id === finding) ? { ...cause, finding } : cause;
  const readable = <T extends LogAnswer>(answer: T): T => ({
    ...answer,
    diagnoses: answer.diagnoses.map((one) =>
      addressed({ ...one, causes: one.causes.map((cause) => inHand(pointing(cause))) }),
    ),
  });
  const unheard = [...unreadable.filter((one) => !isFile(one)), ...left];
  const withheld: string[] = [];
  if (doctor.engine.client) tellWithheld(host, 'docker', (line) => withheld.push(line));
  const report = makeReport({
    ...newResult(inputs.mode, facts),
    verdicts,
    platforms: judgePlatforms(inputs, facts, verdicts, context.store),
    checks,
    network: doctor.network?.places,
    notes: [
      ...notes,
      ...unheard.map(({ name, reason }) => `the log of ${printable(name, 200)} cannot be read: ${reason}`),
      ...noteOwn(read),
      ...withheld,
    ],
    findings: findings.map(addressed).map(inHand),
    diagnosis: diagnosis && { ...readable(diagnosis), logs: diagnosis.logs.map(readable) },
  });
  return hideHomesIn(report, host.env.HOME);
}

/** What was left out of logs, since this program had printed it. */
function noteOwn(
  read: readonly { readonly evidence: { readonly name: string }; readonly log: { readonly own: number } }[],
): readonly string[] {
  const left = read.filter(({ log }) => log.own > 0);
  const counts = left.map(({ evidence, log }) => `${log.own} of ${printable(evidence.name, 200)}`);
  if (counts.length === 0) return [];
  return [`lines that this program itself printed were left out: ${listed(counts, 8, 240)}`];
}

/** What the user named, and is to be told of by a finding. */
function isFile({ from }: { readonly from: string }): boolean {
  return from === 'file' || from === 'stdin';
}

/** Who reads the remedies: in a workflow its lines are what can be changed, whoever runs the step. */
function readerOf({ env }: Host, { privilege }: HostFacts): Reader {
  if (env.GITHUB_ACTIONS !== 'true') return { privilege };
  const action = `${env.GITHUB_ACTION_REPOSITORY}@${env.GITHUB_ACTION_REF}`;
  return { privilege, action: /^[\w.-]+\/[\w./-]+@[\w./-]+$/.test(action) ? action : 'org/setup-binfmt@v1' };
}

/** Asks for the platforms on which the build failed, where none was named. */
function withBlamed(inputs: Inputs, blamed: readonly Platform[]): Inputs {
  return inputs.all && blamed.length > 0 ? { ...inputs, all: false, platforms: blamed } : inputs;
}

/** To try a private table is to mount one, which makes the kernel load the module: where it is not loaded, that is a change. */
async function tryNamespaces(host: Host, facts: HostFacts): Promise<HostFacts['namespaces']> {
  const mayTry = facts.system === 'linux' && facts.table.state !== 'not-loaded';
  return mayTry ? observeNamespaces(host, { wanted: false }) : undefined;
}

/** The verdicts, or why there are none. */
async function probe(
  host: Host,
  facts: HostFacts,
  inputs: Inputs,
): Promise<{ readonly verdicts: ReadonlyMap<string, Verdict>; readonly problem?: string }> {
  try {
    return { verdicts: await probeClaimed(host, facts, inputs) };
  } catch (thrown) {
    return { verdicts: new Map(), problem: reasonOf(thrown) };
  }
}

/** The platforms that were asked for; of `all` those that have an entry. */
function judgePlatforms(
  inputs: Inputs,
  { table }: HostFacts,
  verdicts: ReadonlyMap<string, Verdict>,
  store: string,
): readonly PlatformResult[] {
  const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
  const decisions = decide(targets, verdicts, table.entries, inputs.onConflict, store);
  const platforms = joinPlatforms(inputs, decisions, verdicts);
  return platforms.filter(({ verdict }) => !inputs.all || verdict?.status !== 'absent');
}
