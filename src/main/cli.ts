/** Door: the terminal. */
import { basename } from 'node:path';
import type { Context } from '../commands/context.ts';
import { execPrivately } from '../commands/exec.ts';
import { runMount } from '../commands/mount.ts';
import { runUndo } from '../commands/undo.ts';
import { type Host, nodeHost } from '../host/host.ts';
import { documentMode, parseArguments, renderHelp } from '../inputs/arguments.ts';
import { type Inputs, inputProblem, parseInputs } from '../inputs/inputs.ts';
import { latestRun } from '../journal/journal.ts';
import { type OpenScope, openScope } from '../namespace/scope.ts';
import { openSources } from '../qemu/sources.ts';
import type { Report } from '../report/report.ts';
import { paintFor, printComplaint, printFailure, printReport, terminalVoice } from '../report/terminal.ts';
import { SetupProblem } from '../text/problem.ts';
import { bufferProgress, type Progress } from '../text/progress.ts';
import { PROGRAM_VERSION, shellWord } from '../text/text.ts';
import { FLOWS, newRun, privilegedProgram } from './start.ts';

const PRIVATE_HERE = 'a private table ends with the program that made it: use exec [platform ...] -- command';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const host = nodeHost();
  const paint = paintFor(host, process.stdout.isTTY === true);
  try {
    const parsed = parseArguments(args);
    const progress = terminalVoice(paintFor(host, process.stderr.isTTY === true));
    if (parsed.kind === 'undo') {
      const run = parsed.run === 'last' ? latestRun(host) : parsed.run;
      if (run === undefined) throw inputProblem(['there is no record of a run that could be taken back']);
      const report = await runUndo(host, run, true, speaker(progress));
      printReport(report, { json: parsed.json, paint });
      return report.exitCode;
    }
    if (parsed.kind === 'help' || parsed.kind === 'version') {
      process.stdout.write(parsed.kind === 'help' ? renderHelp() : `${PROGRAM_VERSION}\n`);
      return 0;
    }
    if (parsed.kind === 'mount') {
      const run = newRun(undefined, () => undefined);
      const report = await runMount(host, { ...speaker(progress), run });
      if (report.changed) progress.line(howToUndo(run.id));
      printReport(report, { json: parsed.json, paint });
      return report.exitCode;
    }
    if (parsed.kind === 'exec') {
      const inputs = parseInputs({ ...parsed.raw, scope: 'private' });
      return await execPrivately(host, parsed, (scope) => fillQuietly(host, scope, inputs, progress));
    }
    const inputs = parseInputs(parsed.raw);
    if (inputs.scope === 'private' && inputs.mode === 'setup') throw inputProblem([PRIVATE_HERE]);
    const scope = await openScope(host, inputs.scope);
    const run = newRun(undefined, () => undefined);
    const recorded = inputs.scope === 'host' ? { run } : {};
    const context = { ...doorOf(host, scope, inputs, progress), ...recorded };
    const report = await FLOWS[inputs.mode](scope.host, inputs, context).finally(scope.close);
    if (report.changed && inputs.scope === 'host') progress.line(howToUndo(run.id));
    printReport(report, { json: parsed.json, paint });
    return report.exitCode;
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    printFailure(thrown, { mode: documentMode(args), paint });
    return thrown.exitCode;
  }
}

/** The line to write, by the name that this program was started under. */
function howToUndo(run: string): string {
  const started = process.argv[1] ?? '';
  const program = basename(started) === 'setup-binfmt' ? 'setup-binfmt' : `node ${shellWord(started)}`;
  return `to take this back: ${program} remove --run ${run}`;
}

function speaker(progress: Progress): Progress & Pick<Context, 'privilegedProgram'> {
  return { ...progress, privilegedProgram: privilegedProgram() };
}

function doorOf(host: Host, scope: OpenScope, inputs: Inputs, progress: Progress): Context {
  return { ...speaker(progress), ...scope.view, ...openSources(host, inputs), documentation: '' };
}

/** Before a command of the user's, nothing is said that is not needed. */
async function fillQuietly(
  host: Host,
  scope: OpenScope,
  inputs: Inputs,
  progress: Progress,
): Promise<Report> {
  const quiet = bufferProgress(progress, process.stderr.isTTY === true);
  const report = await FLOWS.setup(scope.host, inputs, doorOf(host, scope, inputs, quiet)).finally(
    quiet.close,
  );
  if (report.exitCode !== 0) {
    quiet.tell();
    printComplaint(report, paintFor(host, process.stderr.isTTY === true));
  }
  return report;
}
