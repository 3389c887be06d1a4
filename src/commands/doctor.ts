/** The doctor's flow: facts, probes, what only the doctor looks at, the log, checks, report. Nothing is changed. */

import { claimants } from '../binfmt/entry.ts';
import type { CheckContext } from '../doctor/checks/index.ts';
import { findingsOf, runChecks } from '../doctor/checks/index.ts';
import { readLogFile } from '../doctor/evidence/evidence.ts';
import { examine } from '../doctor/examine.ts';
import type { LogDiagnosis } from '../doctor/log/diagnose.ts';
import { blamedPlatforms, diagnoseLog, logFacts } from '../doctor/log/diagnose.ts';
import type { HostFacts } from '../facts/facts.ts';
import { observe } from '../facts/observe.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { observeNamespaces } from '../namespace/private-table.ts';
import { type RegistryAddress, registryOrigin } from '../oci/reference.ts';
import { decide } from '../plan/decide.ts';
import {
  CONTAINER_ARCHITECTURES,
  type Platform,
  TARGETS,
  type Target,
  targetsOf,
} from '../platform/platforms.ts';
import { judgeAll, probeAll } from '../probe/probe.ts';
import type { Verdict } from '../probe/verdict.ts';
import { narrateHost } from '../report/narrate.ts';
import { makeReport, type Report, type Request } from '../report/report.ts';
import { reasonOf } from '../text/problem.ts';
import { hideHomesIn } from '../text/redact.ts';
import type { Context } from './context.ts';

/** Examines the host, and the log where one is given. Changes nothing. */
export async function runDoctor(
  host: Host,
  asked: Inputs,
  context: Pick<Context, 'group' | 'line' | 'store' | 'documentation' | 'table' | 'namespaces'>,
): Promise<Report> {
  const read = asked.log === undefined ? undefined : await readLogFile(asked.log);
  const log = read !== undefined && 'log' in read ? read.log : undefined;
  const seen = await observe(host, context.table);
  const inputs = log === undefined ? asked : withBlamed(asked, blamedPlatforms(log, seen.architecture));
  context.group('Host');
  narrateHost(seen).forEach(context.line);
  // To try a private table is to mount one, which makes the kernel load the module: where it is not loaded, that is a change.
  const mayTry = seen.system === 'linux' && seen.table.state !== 'not-loaded';
  const [namespaces, probed, doctor] = await Promise.all([
    context.namespaces ?? (mayTry ? observeNamespaces(host, { wanted: false }) : undefined),
    probe(host, seen, inputs),
    examine(host, seen, {
      store: context.store,
      ...(inputs.network ? { registries: registriesOf(inputs) } : {}),
    }),
  ]);
  const facts = namespaces === undefined ? seen : { ...seen, namespaces };
  const { verdicts } = probed;
  const known: CheckContext = {
    facts,
    verdicts,
    asked: inputs.all ? [] : inputs.platforms.map(({ arch }) => arch),
    doctor: {
      ...doctor,
      probing: probed.problem,
      ...(read !== undefined && 'unreadable' in read ? { unreadableLog: read.unreadable } : {}),
    },
  };
  const checks = runChecks(known);
  const diagnosis = log === undefined ? undefined : diagnoseLog(log, logFacts(known, checks));
  const report = makeReport({
    mode: inputs.mode,
    facts,
    verdicts,
    requested: requestsOf(inputs, facts, verdicts, context.store),
    registered: [],
    removed: [],
    changed: false,
    checks,
    findings: findingsOf(checks).map((finding) => withAddress(finding, context.documentation)),
    ...(diagnosis === undefined ? {} : { diagnosis: withAddresses(diagnosis, context.documentation) }),
    notes: [],
  });
  return hideHomesIn(report, host.env.HOME);
}

/** Who names no platform asks for those on which the build failed. */
function withBlamed(inputs: Inputs, blamed: readonly Platform[]): Inputs {
  return inputs.all && blamed.length > 0 ? { ...inputs, all: false, platforms: blamed } : inputs;
}

/** The verdicts of what was asked for, of what containers are made for, and of all that the table claims. */
async function probe(
  host: Host,
  facts: HostFacts,
  inputs: Inputs,
): Promise<{ readonly verdicts: ReadonlyMap<string, Verdict>; readonly problem?: string }> {
  if (facts.system !== 'linux') return { verdicts: new Map() };
  try {
    return { verdicts: judgeAll(await probeAll(host, facts, targetsToProbe(facts, inputs)), facts) };
  } catch (thrown) {
    return { verdicts: new Map(), problem: reasonOf(thrown) };
  }
}

function targetsToProbe(facts: HostFacts, inputs: Inputs): readonly Target[] {
  const claimed = TARGETS.filter((target) => claimants(facts.table.entries, target).length > 0);
  return targetsOf([
    facts.architecture ?? '',
    ...CONTAINER_ARCHITECTURES,
    ...inputs.platforms.map(({ arch }) => arch),
    ...claimed.map(({ arch }) => arch),
  ]);
}

/** The platforms that were asked for; of `all` those that somebody set up. */
function requestsOf(
  inputs: Inputs,
  facts: HostFacts,
  verdicts: ReadonlyMap<string, Verdict>,
  store: string,
): readonly Request[] {
  const targets = targetsOf(inputs.platforms.map(({ arch }) => arch));
  const decisions = decide(targets, verdicts, facts.table.entries, inputs.onConflict, store);
  return inputs.platforms.flatMap((platform) => {
    const decision = decisions.find(({ target }) => target.arch === platform.arch);
    const status = verdicts.get(platform.arch)?.status;
    if (decision === undefined || (inputs.all && (status === 'native' || status === 'absent'))) return [];
    return [{ platform, action: decision.action, reason: decision.reason }];
  });
}

/** The registry of the image, and its mirrors before it. */
function registriesOf({ image, mirrors }: Inputs): readonly RegistryAddress[] {
  return [...new Map([...mirrors, image].map((address) => [registryOrigin(address), address])).values()];
}

function withAddress<T extends { readonly link: string }>(value: T, base: string): T {
  return { ...value, link: `${base}${value.link}` };
}

function withAddresses(diagnosis: LogDiagnosis, base: string): LogDiagnosis {
  return { ...diagnosis, diagnoses: diagnosis.diagnoses.map((one) => withAddress(one, base)) };
}
