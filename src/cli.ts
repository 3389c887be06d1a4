/** Door: the terminal. */
import { parseArguments, renderHelp } from './core/arguments.ts';
import { parseInputs } from './core/inputs.ts';
import { SetupProblem } from './core/problem.ts';
import { VERSION } from './core/version.ts';
import { privilegedProgram } from './doors.ts';
import { nodeHost } from './host/host.ts';
import { paintFor, printReport, terminalVoice } from './host/terminal.ts';
import { openSources } from './qemu/sources.ts';
import { runSetup } from './setup.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const host = nodeHost();
  const paint = paintFor(host, process.stdout.isTTY === true);
  try {
    const parsed = parseArguments(args);
    if (parsed.kind !== 'run') {
      process.stdout.write(parsed.kind === 'help' ? renderHelp() : `${VERSION}\n`);
      return 0;
    }
    const inputs = parseInputs(parsed.raw);
    const report = await runSetup(host, inputs, {
      ...terminalVoice(paintFor(host, process.stderr.isTTY === true)),
      privilegedProgram: privilegedProgram(),
      ...openSources(host, inputs),
    });
    printReport(report, { json: parsed.json, paint });
    return report.exitCode;
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    process.stderr.write(`${paint.bad(thrown.id)} ${thrown.message}\n`);
    return thrown.exitCode;
  }
}
