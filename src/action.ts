/** Door: GitHub Actions, the main step. */
import { parseInputs } from './core/inputs.ts';
import { SetupProblem } from './core/problem.ts';
import { runDoctor } from './doctor.ts';
import type { Door } from './door.ts';
import { newRun, privilegedProgram } from './doors.ts';
import {
  documentationAddress,
  githubVoice,
  publishFailure,
  publishReport,
  readInputs,
  saveState,
} from './host/github.ts';
import { nodeHost } from './host/host.ts';
import { openSources } from './qemu/sources.ts';
import { runRemove } from './remove.ts';
import { runSetup } from './setup.ts';

/** The flow of each mode. */
const FLOWS = { setup: runSetup, plan: runSetup, doctor: runDoctor, remove: runRemove };

// Ends now: a cache service that is down would keep the process waiting after its time limit.
process.exit(await main());

async function main(): Promise<number> {
  const host = nodeHost();
  const voice = githubVoice();
  try {
    const inputs = parseInputs(readInputs(host));
    const sources = openSources(host, inputs);
    const door: Door = {
      ...voice,
      privilegedProgram: privilegedProgram(),
      documentation: documentationAddress(host),
      ...sources,
      supply: async (...request) => {
        const supply = await sources.supply(...request);
        if (supply.toCache.length > 0) saveState(host, 'cache', JSON.stringify(supply.toCache));
        return supply;
      },
      run: newRun(process.ppid, (id) => {
        saveState(host, 'run', id);
        saveState(host, 'cleanup', String(inputs.cleanup));
      }),
    };
    const report = await FLOWS[inputs.mode](host, inputs, door);
    voice.end();
    await publishReport(host, report, { summary: inputs.summary });
    // The doctor is asked when a job has failed already, and fails none.
    return inputs.mode === 'doctor' ? 0 : report.exitCode;
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    voice.end();
    await publishFailure(thrown.message, thrown.id);
    return thrown.exitCode;
  }
}
