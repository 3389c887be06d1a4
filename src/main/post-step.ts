/**
 * The action's post step: ends the run that the main step has named, lets go of a private table and saves the
 * downloads. It reads nothing but the main step's state: it runs after a failure and after a cancellation too.
 */

import { removeFromEngine, runUndo, undoThroughDocker } from '../commands/undo.ts';
import { nodeHost } from '../host/host.ts';
import { logLine } from '../host/output.ts';
import { endHolder } from '../namespace/with-binfmt.ts';
import { saveToActionsCache } from '../qemu/actions-cache.ts';
import { githubProgress, publishAfterwards, publishFailure } from '../report/github.ts';
import type { SetupProblem } from '../text/problem.ts';
import { type Doing, followProgress, privilegedProgram, runToEnd } from './program.ts';
import { readState } from './state.ts';

const host = nodeHost();
const log = githubProgress();

/** Ends what the main step has left, and the process. */
export async function runPostStep(): Promise<never> {
  // First the run: a runner that shuts down gives a post step little time. Ends now: a cache service that is down
  // would keep the process waiting after its time limit.
  process.exit(await runToEnd(fail, endRun, endPrivateTable, cleanEngine, cleanThroughDocker, saveDownloads));
}

/** Where the main step has changed nothing, nothing is looked at either. */
async function endRun(doing: Doing): Promise<number> {
  const run = readState('run');
  if (run === undefined) return 0;
  const progress = followProgress(log, 'end the run of the main step', doing);
  const context = { ...progress, privilegedProgram: privilegedProgram() };
  const report = await runUndo(host, run, readState('cleanup') === true, context);
  log.end();
  publishAfterwards(report);
  return report.exitCode;
}

function endPrivateTable(doing: Doing): number {
  doing('end the private table');
  readState('holders')?.forEach(endHolder);
  return 0;
}

async function cleanEngine(doing: Doing): Promise<number> {
  doing("take entries out of the engine's table");
  const entries = readState('engine');
  if (entries !== undefined) (await removeFromEngine(host, entries)).forEach(logLine);
  return 0;
}

async function cleanThroughDocker(doing: Doing): Promise<number> {
  const installation = readState('docker');
  if (installation === undefined) return 0;
  const progress = followProgress(log, 'take away what a container registered', doing);
  const report = await undoThroughDocker(host, installation, { ...progress, privilegedProgram: '' });
  log.end();
  publishAfterwards(report);
  return report.exitCode;
}

async function saveDownloads(doing: Doing): Promise<number> {
  doing('save the downloads in the Actions cache');
  for (const record of readState('cache') ?? []) await saveToActionsCache(record, { host, log: logLine });
  return 0;
}

function fail(problem: SetupProblem): number {
  log.end();
  publishFailure(problem);
  return problem.exitCode;
}
