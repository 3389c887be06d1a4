/** Door: the terminal. */
import { parseArguments, renderHelp } from './core/arguments.ts';
import { inputProblem, parseInputs } from './core/inputs.ts';
import { SetupProblem } from './core/problem.ts';
import { VERSION } from './core/version.ts';
import { runDoctor } from './doctor.ts';
import type { Door } from './door.ts';
import { newRun, privilegedProgram } from './doors.ts';
import { nodeHost } from './host/host.ts';
import { latestRun } from './host/state.ts';
import { paintFor, printReport, terminalVoice } from './host/terminal.ts';
import { openSources } from './qemu/sources.ts';
import { runRemove, runUndo } from './remove.ts';
import { runSetup } from './setup.ts';

/** The flow of each mode. */
const FLOWS = { setup: runSetup, plan: runSetup, doctor: runDoctor, remove: runRemove };

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const host = nodeHost();
  const paint = paintFor(host, process.stdout.isTTY === true);
  try {
    const parsed = parseArguments(args);
    const voice = terminalVoice(paintFor(host, process.stderr.isTTY === true));
    const speaker = { ...voice, privilegedProgram: privilegedProgram() };
    if (parsed.kind === 'undo') {
      const run = parsed.run === 'last' ? latestRun(host) : parsed.run;
      if (run === undefined) throw inputProblem(['there is no record of a run that could be taken back']);
      const report = await runUndo(host, run, true, { ...speaker, store: '/' });
      printReport(report, { json: parsed.json, paint });
      return report.exitCode;
    }
    if (parsed.kind !== 'run') {
      process.stdout.write(parsed.kind === 'help' ? renderHelp() : `${VERSION}\n`);
      return 0;
    }
    const inputs = parseInputs(parsed.raw);
    const run = newRun(undefined, () => undefined);
    const door: Door = { ...speaker, ...openSources(host, inputs), documentation: '', run };
    const report = await FLOWS[inputs.mode](host, inputs, door);
    if (report.changed) voice.line(`to take this back: setup-binfmt remove --run ${run.id}`);
    printReport(report, { json: parsed.json, paint });
    return report.exitCode;
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    process.stderr.write(`${paint.bad(thrown.id)} ${thrown.message}\n`);
    return thrown.exitCode;
  }
}
