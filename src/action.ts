/** Door: GitHub Actions, the main step. */
import { parseInputs } from './core/inputs.ts';
import { SetupProblem } from './core/problem.ts';
import { privilegedProgram } from './doors.ts';
import { githubVoice, publishFailure, publishReport, readInputs } from './host/github.ts';
import { nodeHost } from './host/host.ts';
import { openSources } from './qemu/sources.ts';
import { runSetup } from './setup.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const host = nodeHost();
  const voice = githubVoice();
  try {
    const inputs = parseInputs(readInputs(host));
    const report = await runSetup(host, inputs, {
      ...voice,
      privilegedProgram: privilegedProgram(),
      ...openSources(host, inputs),
    });
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
