/** Door: GitHub Actions, the main step. */
import { parseInputs } from './core/inputs.ts';
import { SetupProblem } from './core/problem.ts';
import type { Door } from './door.ts';
import { newRun, privilegedProgram } from './doors.ts';
import { githubVoice, publishFailure, publishReport, readInputs, saveState } from './host/github.ts';
import { nodeHost } from './host/host.ts';
import { openSources } from './qemu/sources.ts';
import { runRemove } from './remove.ts';
import { runSetup } from './setup.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const host = nodeHost();
  const voice = githubVoice();
  try {
    const inputs = parseInputs(readInputs(host));
    const door: Door = {
      ...voice,
      privilegedProgram: privilegedProgram(),
      ...openSources(host, inputs),
      run: newRun(process.ppid, (id) => {
        saveState(host, 'run', id);
        saveState(host, 'cleanup', String(inputs.cleanup));
      }),
    };
    const report = await (inputs.mode === 'remove' ? runRemove : runSetup)(host, inputs, door);
    voice.end();
    await publishReport(host, report, { summary: inputs.summary });
    return report.exitCode;
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    voice.end();
    await publishFailure(thrown.message, thrown.id);
    return thrown.exitCode;
  }
}
