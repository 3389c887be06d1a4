/**
 * Door: GitHub Actions, the post step. Ends the run that the main step has named, and reads nothing else: it
 * runs after a failure and after a cancellation too.
 */
import { isRunId } from './core/record.ts';
import { privilegedProgram } from './doors.ts';
import { githubVoice, publishAfterwards, readState } from './host/github.ts';
import { nodeHost } from './host/host.ts';
import { runUndo } from './remove.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const host = nodeHost();
  const run = readState(host, 'run');
  // Nothing was changed, or there is nothing to end: then nothing is looked at either.
  if (!isRunId(run)) return 0;
  const voice = githubVoice();
  const changes = readState(host, 'cleanup') === 'true';
  const door = { ...voice, privilegedProgram: privilegedProgram(), store: '/' };
  const report = await runUndo(host, run, changes, door);
  voice.end();
  await publishAfterwards(report);
  return report.exitCode;
}
