/** Door: GitHub Actions, the main step. */

import type { Context } from '../commands/context.ts';
import { type Host, nodeHost } from '../host/host.ts';
import { INPUT_DEFAULTS, type Inputs, listMisplaced, parseInputs, type RawInputs } from '../inputs/inputs.ts';
import type { Run } from '../journal/record.ts';
import { type OpenScope, openScope } from '../namespace/scope.ts';
import { formatEntrances, shellLine, writeWrapper } from '../namespace/with-binfmt.ts';
import { openSources } from '../qemu/sources.ts';
import {
  addToPath,
  documentationAddress,
  githubVoice,
  publishFailure,
  publishReport,
} from '../report/github.ts';
import { SetupProblem } from '../text/problem.ts';
import { FLOWS, newRun, privilegedProgram } from './start.ts';
import { saveState } from './state.ts';

// Ends now: a cache service that is down would keep the process waiting after its time limit.
process.exit(await main());

async function main(): Promise<number> {
  const host = nodeHost();
  const progress = githubVoice();
  let mode: Inputs['mode'] | undefined;
  try {
    const raw = readRawInputs(host);
    const inputs = parseInputs(raw);
    mode = inputs.mode;
    const unused = listUnused(raw, mode);
    const sources = openSources(host, inputs);
    const scope = await openScope(host, inputs.scope, { until: 'gone', pid: process.ppid });
    const context: Context = {
      ...progress,
      ...scope.view,
      privilegedProgram: privilegedProgram(),
      documentation: documentationAddress(host),
      ...sources,
      fetch: async (...request) => {
        const fetched = await sources.fetch(...request);
        if (fetched.toCache.length > 0) saveState(host, 'cache', JSON.stringify(fetched.toCache));
        return fetched;
      },
      // Records are of the host's table: others end with what they belong to.
      ...(inputs.scope === 'host' ? { run: recordedRun(host, inputs) } : {}),
    };
    const shell = await openShell(host, scope, inputs);
    const { outputs, ...report } = await FLOWS[inputs.mode](scope.host, inputs, context);
    if (inputs.mode === 'setup') scope.table?.release();
    else await scope.close();
    if (inputs.scope === 'engine' && inputs.cleanup) saveEntries(host, scope, report.registered);
    progress.end();
    const notes = [...unused, ...report.notes];
    publishReport(host, { ...report, notes, outputs: { ...outputs, shell } }, { summary: inputs.summary });
    return exitCodeOf(mode, report.exitCode);
  } catch (thrown) {
    if (!(thrown instanceof SetupProblem)) throw thrown;
    progress.end();
    publishFailure(thrown.message, thrown.id);
    return exitCodeOf(mode, thrown.exitCode);
  }
}

/** Workflows give the same inputs to steps of several modes: those that mean nothing here are no error. */
function listUnused(raw: RawInputs, mode: Inputs['mode']): readonly string[] {
  return listMisplaced(raw, mode).map(({ name, modes }) => {
    const others = modes.filter((each) => each !== 'exec').join(', ');
    return `the input ${name} is for ${others}, and means nothing to ${mode}`;
  });
}

/** The doctor is asked when a job has failed already, and fails none, whatever it meets. */
function exitCodeOf(mode: Inputs['mode'] | undefined, code: number): number {
  return mode === 'doctor' ? 0 : code;
}

function recordedRun(host: Host, inputs: Inputs): Run {
  return newRun(process.ppid, (id) => {
    saveState(host, 'run', id);
    saveState(host, 'cleanup', String(inputs.cleanup));
  });
}

/** The shell of later steps; whatever lives on for them is left to the post step. */
async function openShell(host: Host, { table }: OpenScope, { mode }: Inputs): Promise<string> {
  if (table === undefined || mode !== 'setup') return shellLine(host.which('bash') !== undefined);
  const { entrances, folder, shell } = writeWrapper(host, table);
  saveState(host, 'holders', formatEntrances(entrances));
  addToPath(host, folder);
  return shell;
}

/** What the post step is to take out of an engine's table again. */
function saveEntries(host: Host, { host: inside, view }: OpenScope, names: readonly string[]): void {
  const entries = names.map((name) => ({ name, text: inside.readText(`${view.table ?? ''}/${name}`) }));
  saveState(host, 'engine', JSON.stringify(entries));
}

/** The inputs as the runner gives them: `INPUT_<NAME>`, upper case, spaces as underscores. */
export function readRawInputs(host: Host): RawInputs {
  const names = Object.keys(INPUT_DEFAULTS);
  return Object.fromEntries(names.map((name) => [name, host.env[`INPUT_${name.toUpperCase()}`]]));
}
