/** The action's main step. */

import { getInput } from '@actions/core';
import { type PinnedEntry, TABLE_PATH } from '../binfmt/entry.ts';
import type { Context } from '../commands/context.ts';
import { nodeHost } from '../host/host.ts';
import { textOr } from '../host/read.ts';
import { programOf, runnerFolder } from '../host/trust.ts';
import { INTERNAL } from '../host/unforeseen.ts';
import { INPUT_DEFAULTS, type Inputs, listMisplaced, parseInputs, type RawInputs } from '../inputs/inputs.ts';
import { NO } from '../inputs/options.ts';
import { type OpenScope, openScope } from '../namespace/scope.ts';
import { describeEntrance, shellLine, writeWrapper } from '../namespace/with-binfmt.ts';
import { formatImageReference } from '../oci/reference.ts';
import { qemuName, targetsOf } from '../platform/platforms.ts';
import { NOTHING_FETCHED } from '../qemu/sources.ts';
import {
  addToPath,
  documentationAddress,
  githubProgress,
  publishFailure,
  publishKnown,
  publishReport,
  summarizeFailure,
} from '../report/github.ts';
import type { Report } from '../report/report.ts';
import type { SetupProblem } from '../text/problem.ts';
import { printable, shellWord } from '../text/text.ts';
import { putProgram } from './on-path.ts';
import { type Doing, followProgress, programBeside, runToEnd } from './program.ts';
import { howToUndo, makeContext, newRun, runMode } from './start.ts';
import { saveState } from './state.ts';

const host = nodeHost();
const raw = readInputs();
const log = githubProgress();
/** The problem that ended the step before it had a report. */
let unreported: SetupProblem | undefined;
let isReported = false;

/** Does what the inputs say, and ends the process. */
export async function runMainStep(): Promise<never> {
  // The doctor is asked when a job has failed already, and fails none, whatever happens.
  process.on('exit', () => {
    if (raw.mode?.trim().toLowerCase() === 'doctor') process.exitCode = 0;
  });
  const code = await runToEnd(fail, main);
  if (unreported !== undefined && !NO.test(raw.summary ?? '')) await summarizeFailure(host, unreported);
  // Ends now: a cache service that is down would keep the process waiting after its time limit.
  process.exit(code);
}

async function main(doing: Doing): Promise<number> {
  doing('read the inputs');
  const inputs = parseInputs(raw, true);
  const progress = followProgress(log, `run ${inputs.mode}`, doing);
  const scope = await openScope(host, inputs.scope, { until: 'gone', pid: process.ppid });
  const run = newRun(process.ppid, (id) => {
    saveState('run', id);
    saveState('cleanup', inputs.cleanup);
  });
  const documentation = documentationAddress(host);
  const context = keepDownloads(makeContext(host, inputs, scope, { ...progress, documentation, run }));
  const { shell, outputs, ...report } = await endTable(scope, inputs, async () => ({
    shell: openShell(scope, inputs),
    ...(await runMode(scope.host, inputs, context)),
  }));
  const qemu = inputs.addToPath && inputs.mode === 'setup' ? await putOnPath(report, context) : undefined;
  doing('end the step');
  if (inputs.cleanup && inputs.scope === 'engine')
    saveState('engine', pinAll(scope, [...report.registered, ...report.removed]));
  else if (inputs.cleanup && report.host.privilege === 'docker')
    saveState('docker', {
      image: formatImageReference(inputs.image),
      entries: pinAll(scope, report.registered),
    });
  else if (inputs.scope === 'host' && !inputs.cleanup) {
    const undo = howToUndo(host, report, run, `node ${shellWord(programBeside('cli.js'))}`, raw.image);
    if (undo !== undefined) log.line(undo);
  }
  progress.end();
  const notes = [
    ...listUnused(inputs.mode),
    ...report.notes,
    ...(qemu?.notes ?? []),
    ...tellEntrance(scope, inputs),
  ];
  isReported = true;
  const lost = await publishReport(
    host,
    { ...report, notes, outputs: { ...outputs, shell, ...(qemu && { 'qemu-dir': qemu.folder }) } },
    inputs.summary,
  );
  return report.exitCode || (lost === undefined ? 0 : fail(lost));
}

/** Tells the problem that ended the step; gives its exit code. */
function fail(problem: SetupProblem): number {
  log.end();
  if (!isReported) unreported = problem;
  publishFailure(problem);
  if (problem.id === INTERNAL || (!isReported && problem.kind !== 'input'))
    publishKnown({ kernel: host.kernelRelease, healthy: 'false' });
  return problem.exitCode;
}

/** The inputs as they were written: what a blank one means is for `parseInputs` to say. */
function readInputs(): RawInputs {
  const names = Object.keys(INPUT_DEFAULTS);
  return Object.fromEntries(names.map((name) => [name, getInput(name, { trimWhitespace: false })]));
}

/** Workflows give the same inputs to steps of several modes: those that mean nothing here are no error. */
function listUnused(mode: Inputs['mode']): readonly string[] {
  return listMisplaced(raw, mode).map(({ name, modes }) => {
    const others = modes.filter((each) => each !== 'exec').join(', ');
    return `the input ${name} is for ${others}, and means nothing to ${mode}`;
  });
}

/** Does something with a table. It outlives this process for later steps, after a set-up that came to its end. */
async function endTable<T>(scope: OpenScope, { mode }: Inputs, work: () => Promise<T>): Promise<T> {
  const result = await work().catch(async (thrown: unknown) => {
    await scope.close();
    throw thrown;
  });
  if (mode === 'setup') scope.table?.release();
  else await scope.close();
  return result;
}

/** Leaves what is downloaded to the post step, which puts it into the Actions cache. */
function keepDownloads(context: Context): Context {
  const fetch: Context['fetch'] = async (...request) => {
    const fetched = await context.fetch(...request);
    if (fetched.toCache.length > 0) saveState('cache', fetched.toCache);
    return fetched;
  };
  return { ...context, fetch };
}

/** The shell of later steps. What lives on for them is ended by the post step. */
function openShell({ table }: OpenScope, { mode }: Inputs): string {
  if (table === undefined || mode !== 'setup') return shellLine(hasBash());
  const { entrances, folder, shell } = writeWrapper(host, table);
  saveState('holders', entrances);
  addToPath(folder);
  return shell;
}

/** How later steps come into a private table. */
function tellEntrance({ table }: OpenScope, { mode }: Inputs): readonly string[] {
  return table === undefined || mode !== 'setup' ? [] : [describeEntrance(hasBash())];
}

function hasBash(): boolean {
  return programOf(host, 'bash') !== undefined;
}

/**
 * Puts QEMU for what is emulated here on PATH of later steps, under the names that distributions give it. What is kept in the
 * table came from elsewhere: QEMU is fetched for it, too, unless the store has it.
 * @throws SetupProblem where nothing can be fetched.
 */
async function putOnPath(
  { platforms, host: { architecture } }: Omit<Report, 'outputs'>,
  context: Context,
): Promise<{ readonly folder: string; readonly notes: readonly string[] }> {
  const emulated = platforms.filter(({ status }) => status !== 'native').map(({ arch }) => arch);
  const wanted = targetsOf(emulated);
  const { handlers, missing, failures } =
    wanted.length === 0
      ? NOTHING_FETCHED
      : await context.fetch(wanted, architecture, {
          // What was fetched is told already.
          log: () => undefined,
          download: context.download,
          rehash: false,
        });
  const [failure] = failures;
  if (handlers.length === 0 && failure !== undefined) throw failure;
  const folder = host.makeTemporary('setup-binfmt-qemu-', runnerFolder(host), true);
  host.makeMode(folder, 0o755);
  const refused = wanted.flatMap((target) => {
    const handler = handlers.find(({ arch }) => arch === target.arch);
    const reason = handler && putProgram(host, handler, `${folder}/${qemuName(target)}`);
    return reason === undefined ? [] : { arch: target.arch, reason };
  });
  addToPath(folder);
  const lacking = [...missing, ...refused];
  return {
    folder,
    notes: lacking.map(({ arch, reason }) => `no QEMU for ${arch} is on PATH: ${printable(reason)}`),
  };
}

/** Entries of a table as they are now, for the post step: those of these names that are there. */
function pinAll({ host: inside, view }: OpenScope, names: readonly string[]): readonly PinnedEntry[] {
  return names.flatMap((name) => {
    const text = textOr(inside, `${view.table ?? TABLE_PATH}/${name}`, undefined);
    return text === undefined ? [] : { name, text };
  });
}
