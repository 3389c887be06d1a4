/**
 * Door: GitHub Actions, the post step. Saves the downloads, lets go of a private table and ends the run
 * that the main step has named, and reads nothing else: it runs after a failure and after a cancellation too.
 */

import { isPinned } from '../binfmt/entry.ts';
import { removeFromEngine, runUndo } from '../commands/undo.ts';
import { type Host, nodeHost } from '../host/host.ts';
import { endHolder, parseEntrances } from '../namespace/with-binfmt.ts';
import { parseCacheRecords, saveToActionsCache } from '../qemu/actions-cache.ts';
import { githubVoice, publishAfterwards, writeLine } from '../report/github.ts';
import { isRunId, parseList } from '../text/parse.ts';
import { privilegedProgram } from './start.ts';
import { readState } from './state.ts';

// Ends now: a cache service that is down would keep the process waiting after its time limit.
process.exit(await main());

async function main(): Promise<number> {
  const host = nodeHost();
  // First of all: a runner that shuts down gives a post step little time.
  const code = await endRun(host, readState(host, 'run'));
  await endScope(host);
  await saveDownloads(host);
  return code;
}

/** Nothing was changed, or there is nothing to end: then nothing is looked at either. */
async function endRun(host: Host, run: string | undefined): Promise<number> {
  if (!isRunId(run)) return 0;
  const progress = githubVoice();
  const changes = readState(host, 'cleanup') === 'true';
  const context = { ...progress, privilegedProgram: privilegedProgram() };
  const report = await runUndo(host, run, changes, context);
  progress.end();
  publishAfterwards(report);
  return report.exitCode;
}

/** Lets go of a private table, and takes out of an engine's what is to be taken out. */
async function endScope(host: Host): Promise<void> {
  const [holders, engine] = [readState(host, 'holders'), readState(host, 'engine')];
  if (holders !== undefined) {
    parseEntrances(holders).forEach(endHolder);
  }
  if (engine !== undefined) {
    (await removeFromEngine(host, parseList(engine, isPinned))).forEach(writeLine);
  }
}

async function saveDownloads(host: Host): Promise<void> {
  const text = readState(host, 'cache');
  if (text === undefined) return;
  for (const record of parseCacheRecords(text)) await saveToActionsCache(record, writeLine);
}
