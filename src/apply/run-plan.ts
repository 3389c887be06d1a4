/** Carries a plan out in this process, which is root: under a lock, with a record of every change, and with the lease asked for. */

import { stagingName } from '../binfmt/rule.ts';
import { readEntry } from '../binfmt/table.ts';
import { type Digests, openDigests } from '../host/digests.ts';
import { undisturbed } from '../host/ending.ts';
import type { Host } from '../host/host.ts';
import { type Mount, mountAt } from '../host/proc.ts';
import { systemProgram } from '../host/trust.ts';
import { isReliedOn, openState, type State } from '../journal/journal.ts';
import { type Applied, NOTHING_APPLIED, type Plan, type Preparation } from '../plan/plan.ts';
import { orUndefined, reasonOf } from '../text/problem.ts';
import { apply } from './apply.ts';
import { hashAhead } from './handlers.ts';
import { lockFolder, runTool } from './steps.ts';
import { endRun } from './undo.ts';

export interface PlanPlace {
  /** Folder of the table. */
  readonly table: string;
  readonly mounts: readonly Mount[];
}

/** Most time that a folder may be held by others, in milliseconds. */
const LOCK_LIMIT_MS = 60_000;

/**
 * Carries the plan out. A plan without the id of a run leaves no record and takes no lease. Throws nothing for what
 * goes wrong: that is among the problems of the answer.
 */
export async function carryOutHere(host: Host, plan: Plan, place: PlanPlace): Promise<Applied> {
  const { run, end } = plan;
  const options = { ...place, lockLimitMs: LOCK_LIMIT_MS, record: () => undefined };
  if (run === undefined) return apply(host, plan, options);
  const state = openState(host);
  if ('failure' in state) {
    // What is to be taken back is not done without a record.
    if (end !== undefined || plan.lease !== undefined)
      return { ...NOTHING_APPLIED, problems: [state.failure] };
    const applied = await apply(host, plan, options);
    const note = `what was changed is not recorded, and cannot be undone by itself: ${state.failure}`;
    return { ...applied, notes: [...(applied.notes ?? []), note] };
  }
  const digests = openDigests(host, state.digests());
  const locking = lockFolder(host, state.folder, LOCK_LIMIT_MS);
  // Locking takes a program: while it starts, one handler can be hashed that is going to be asked for.
  for (const install of plan.install.slice(0, 1)) hashAhead(host, digests, install);
  const lock = await locking;
  if ('failure' in lock) return { ...NOTHING_APPLIED, problems: [lock.failure] };
  try {
    if (end !== undefined) return await endHere(host, state, run, end.changes, place);
    // The program that asked was killed, and its post step, or the end of its runner, was faster than this.
    if (state.isOver(run, plan.lease?.holder))
      return { ...NOTHING_APPLIED, problems: ['the job that asked for it has ended'] };
    if (!takeLease(host, state, run, plan, place.table)) return { ...NOTHING_APPLIED, outdated: true };
    const applied = await apply(host, plan, {
      ...options,
      digests,
      isRelied: (folder) => isReliedOn(state, folder),
      record: (change) => state.append(run, change),
    });
    keep(digests, state);
    const left = { host, table: place.table };
    state.release(applied.removed.filter((name) => readEntry(left, name) === undefined));
    return applied;
  } catch (thrown) {
    return { ...NOTHING_APPLIED, problems: [`nothing was changed: ${state.folder}: ${reasonOf(thrown)}`] };
  } finally {
    lock.close();
  }
}

/** What cannot be kept is hashed again. */
function keep(digests: Digests, state: State): void {
  const news = digests.news();
  if (news !== undefined) orUndefined(() => state.keepDigests(news));
}

/** False when an entry that is relied on is gone: then the plan is out of date. */
function takeLease(host: Host, state: State, run: string, plan: Plan, table: string): boolean {
  if (plan.lease === undefined) return true;
  const context = { host, table, record: () => undefined };
  if (plan.lease.entries.some((name) => readEntry(context, name) === undefined)) return false;
  const coming = [
    ...plan.install.flatMap(({ name }) => [name, stagingName(name)]),
    ...(plan.rules ?? []).map(({ rule }) => rule.name),
  ];
  state.takeLease(run, [...plan.lease.entries, ...coming], plan.lease.holder);
  return true;
}

/** Ends a run under the lock of the table, and takes away the mount and the module that are no longer needed. */
async function endHere(
  host: Host,
  state: State,
  run: string,
  changes: boolean,
  { table, mounts }: PlanPlace,
): Promise<Applied> {
  const mounted = mountAt(mounts, table)?.type === 'binfmt_misc' ? table : undefined;
  const lock = mounted === undefined ? undefined : await lockFolder(host, mounted, LOCK_LIMIT_MS);
  if (lock !== undefined && 'failure' in lock) return { ...NOTHING_APPLIED, problems: [lock.failure] };
  // An open folder of the table keeps it mounted.
  const ended = undisturbed(() => endRun(host, mounted, state, run, changes)).finally(lock?.close);
  const { unmount, unloadModule, notes, ...undone } = await ended;
  const unprepared: Preparation[] = [];
  const attempt = async (step: Preparation, program: string, args: readonly string[]): Promise<void> => {
    const said = await tryTool(host, program, args);
    if (said === undefined) unprepared.push(step);
    else notes.push(said);
  };
  if (mounted !== undefined && unmount === mounted) await attempt('mount', 'umount', [mounted]);
  if (unloadModule) await attempt('load-module', 'modprobe', ['-r', 'binfmt_misc']);
  return { ...NOTHING_APPLIED, ...undone, unprepared, notes };
}

/** What a program says when it fails is worth a line, not an error: another program uses the table. */
async function tryTool(host: Host, program: string, args: readonly string[]): Promise<string | undefined> {
  const file = systemProgram(host, program);
  if (file === undefined) return `${program} is missing`;
  const said = await runTool(host, file, args);
  return said && `${program}: ${said}`;
}
