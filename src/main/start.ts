/** What the action and the terminal share: the context of a command, and which command a mode is. */

import { randomUUID } from 'node:crypto';
import type { Context } from '../commands/context.ts';
import { runDoctor } from '../commands/doctor.ts';
import { runPlan } from '../commands/plan.ts';
import { runRemove } from '../commands/remove.ts';
import { runSetup } from '../commands/setup.ts';
import { readStart } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { canBeUndone, isRecorded } from '../journal/journal.ts';
import type { Run } from '../journal/record.ts';
import type { OpenScope } from '../namespace/scope.ts';
import { openSources } from '../qemu/sources.ts';
import type { Report } from '../report/report.ts';
import { orUndefined } from '../text/problem.ts';
import type { Progress } from '../text/progress.ts';
import { shellWord } from '../text/text.ts';
import { privilegedProgram } from './program.ts';

const COMMANDS: Readonly<Record<Inputs['mode'], typeof runSetup>> = {
  setup: runSetup,
  plan: runPlan,
  doctor: runDoctor,
  remove: runRemove,
};

/** Calls the command of the mode that the inputs name. */
export function runMode(host: Host, inputs: Inputs, context: Context): Promise<Report> {
  return COMMANDS[inputs.mode](host, inputs, context);
}

/**
 * The context of a command on the table of a scope. `run` is left out where the table is not the host's: entries of
 * another one end with what it belongs to, and nothing is recorded of them.
 */
export function makeContext(
  host: Host,
  inputs: Inputs,
  { view }: OpenScope,
  more: Progress & Partial<Pick<Context, 'run' | 'documentation'>>,
): Context {
  return {
    documentation: '',
    ...more,
    ...view,
    ...openSources(host, inputs),
    privilegedProgram: privilegedProgram(),
    run: inputs.scope === 'host' ? more.run : undefined,
  };
}

/**
 * The line that says how to take back what a run changed, with `program` as the command; `undefined` where nothing can be:
 * nothing was changed, or nothing of it is recorded.
 */
export function howToUndo(
  host: Host,
  { changed, host: { privilege }, registered }: Pick<Report, 'changed' | 'host' | 'registered'>,
  { id }: Run,
  program: string,
  image = '',
): string | undefined {
  if (!changed) return undefined;
  const words =
    privilege === 'docker'
      ? ['remove', ...registered, ...(image === '' ? [] : ['--image', image])]
      : ['undo', id];
  const isKnown =
    privilege === 'docker' ? registered.length > 0 : isRecorded(host, id) && canBeUndone(host, id);
  return isKnown ? `to take this back: ${program} ${words.map(shellWord).join(' ')}` : undefined;
}

/** A run with an id of its own; `remember` is called with it before the run changes anything. */
export function newRun(holder?: number, remember?: (id: string) => void): Run {
  // The kernel's (random(4)), where there is one: a run that hashes nothing need not load node:crypto.
  const id =
    orUndefined(() => readStart('/proc/sys/kernel/random/uuid', 64).toString().trim()) ?? randomUUID();
  // In a container, the parent of a step can be a process that is not seen there: it has the number 0.
  return { id, holder: holder || undefined, remember: remember && (() => remember(id)) };
}
