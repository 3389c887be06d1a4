/** The program on a terminal. */
import { execPrivately } from '../commands/exec.ts';
import { runList } from '../commands/list.ts';
import { runMount } from '../commands/mount.ts';
import { listUndoable, reportNothing, runUndo } from '../commands/undo.ts';
import { nodeHost } from '../host/host.ts';
import { print } from '../host/output.ts';
import { type Arguments, documentMode, parseArguments } from '../inputs/arguments.ts';
import { renderHelp } from '../inputs/help.ts';
import { type Inputs, inputProblem, parseInputs, type RawInputs } from '../inputs/inputs.ts';
import { isRecorded, readRun } from '../journal/journal.ts';
import type { Run } from '../journal/record.ts';
import { type OpenScope, openScope } from '../namespace/scope.ts';
import { knownPlatforms } from '../platform/platforms.ts';
import { describeRun } from '../report/listing.ts';
import { noRun } from '../report/problems.ts';
import type { Report } from '../report/report.ts';
import {
  paintFor,
  printComplaint,
  printFailure,
  printKnown,
  printReport,
  printWarnings,
  terminalProgress,
} from '../report/terminal.ts';
import { terminalWords, WORKFLOW_WORDS } from '../report/wording.ts';
import type { SetupProblem } from '../text/problem.ts';
import { bufferProgress, type Progress } from '../text/progress.ts';
import { PROGRAM_VERSION } from '../text/text.ts';
import { commandName, documentationHere } from './naming.ts';
import { type Doing, followProgress, privilegedProgram, runToEnd } from './program.ts';
import { howToUndo, makeContext, newRun, runMode } from './start.ts';

const PRIVATE_HERE = 'a private table ends with the program that made it: use exec [platform ...] -- command';

type Asked<K extends Arguments['kind']> = Extract<Arguments, { readonly kind: K }>;

const args = process.argv.slice(2);
const host = nodeHost();
const program = commandName(host);
const words = host.env.GITHUB_ACTIONS === 'true' ? WORKFLOW_WORDS : terminalWords(program);
const manner = { paint: paintFor(host, process.stdout.isTTY === true), words };
const isWatched = process.stderr.isTTY === true;
const log = terminalProgress(host, isWatched, words);

/** Does what the arguments of this process say, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  process.exitCode = await runToEnd((problem) => {
    printFailure(host, problem, documentMode(args, process.env), manner);
    return problem.exitCode;
  }, main);
}

async function main(doing: Doing): Promise<number> {
  doing('read the arguments');
  const asked = parseArguments(args, process.env);
  switch (asked.kind) {
    case 'help':
      print('stdout', renderHelp(asked.about, program).split('\n'));
      return 0;
    case 'version':
      print('stdout', [PROGRAM_VERSION]);
      return 0;
    case 'platforms':
      printKnown(knownPlatforms(), asked.json);
      return 0;
    case 'exec':
      return execInTable(asked, doing);
    default: {
      const report = await carryOutAsked(asked, doing);
      printReport(report, asked.json, manner);
      return report.exitCode;
    }
  }
}

function carryOutAsked(asked: Asked<'list' | 'undo' | 'mount' | 'run'>, doing: Doing): Promise<Report> {
  switch (asked.kind) {
    case 'list':
      return list(parseInputs(asked.raw), followProgress(log, 'list what runs here', doing));
    case 'undo':
      return undo(asked.run, followProgress(log, 'take back a run', doing));
    case 'mount':
      return mount(followProgress(log, 'mount binfmt_misc', doing));
    case 'run': {
      const inputs = parseInputs(asked.raw);
      const one = newRun();
      doing('read the inputs', () => isRecorded(host, one.id));
      return run(asked.raw, inputs, one, followProgress(log, `run ${inputs.mode}`, doing));
    }
  }
}

async function list(inputs: Inputs, progress: Progress): Promise<Report> {
  const scope = await openScope(host, inputs.scope);
  return runList(scope.host, inputs, makeContext(host, inputs, scope, progress)).finally(scope.close);
}

async function undo(asked: string, progress: Progress): Promise<Report> {
  const known = listUndoable(host);
  const named = asked !== 'last' && isRecorded(host, asked) ? readRun(host, asked) : undefined;
  if (asked === 'last' && known.length === 0) return reportNothing(host, progress);
  const run = asked === 'last' ? known[0] : named;
  if (run === undefined) throw noRun(asked, known);
  log.line(`the run to take back: ${describeRun(run)}`);
  if (asked === 'last' && known.length > 1)
    log.line(`it is the latest of ${known.length}, and list names the others`);
  return runUndo(host, run.id, true, { ...progress, privilegedProgram: privilegedProgram() });
}

async function mount(progress: Progress): Promise<Report> {
  const run = newRun();
  const report = await runMount(host, { ...progress, privilegedProgram: privilegedProgram(), run });
  tellHowToUndo(report, run);
  return report;
}

async function run(raw: RawInputs, inputs: Inputs, run: Run, progress: Progress): Promise<Report> {
  if (inputs.scope === 'private' && inputs.mode === 'setup') throw inputProblem([PRIVATE_HERE]);
  const scope = await openScope(host, inputs.scope);
  const documentation = documentationHere(host);
  const context = makeContext(host, inputs, scope, { ...progress, documentation, run });
  const report = await runMode(scope.host, inputs, context).finally(scope.close);
  if (context.run !== undefined) tellHowToUndo(report, run, raw.image);
  return report;
}

/** Tells the command to write. */
function tellHowToUndo(report: Report, run: Run, image?: string): void {
  const line = howToUndo(host, report, run, program, image);
  if (line !== undefined) log.line(line);
}

function execInTable(asked: Asked<'exec'>, doing: Doing): Promise<number> {
  const inputs = parseInputs({ ...asked.raw, scope: 'private' });
  const progress = followProgress(log, 'make a private table', doing);
  const fill = (scope: OpenScope): Promise<Report> => fillQuietly(scope, inputs, progress);
  const refuse = (problem: SetupProblem): void => printFailure(host, problem, undefined, manner);
  return execPrivately(host, asked, fill, log.line, refuse);
}

/** What the command may wait for: the name of the group in `setup`, and the words. */
const FETCHING = { title: 'QEMU', words: 'the command waits for QEMU' };

/** Fills a private table. Before the command of the user's, only what is needed is said: a fallback and what does not run always. */
async function fillQuietly(scope: OpenScope, inputs: Inputs, progress: Progress): Promise<Report> {
  const quiet = bufferProgress(progress, isWatched, FETCHING);
  const context = makeContext(host, inputs, scope, quiet);
  const report = await runMode(scope.host, inputs, context).finally(quiet.close);
  if (report.exitCode !== 0) {
    quiet.tell();
    printComplaint(report, { paint: paintFor(host, isWatched), words });
  } else printWarnings(report, { paint: paintFor(host, isWatched), words });
  return report;
}
