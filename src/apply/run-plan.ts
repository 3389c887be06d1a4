/**
 * Carries a plan out in this process, which is root: under the lock of the state folder, with a record of
 * every change, and with the lease that the plan asks for.
 */

import { readEntry } from '../binfmt/table.ts';
import type { Host } from '../host/host.ts';
import type { Mount } from '../host/proc.ts';
import { mountAt } from '../host/proc.ts';
import { openState, type State } from '../journal/journal.ts';
import { type Applied, NOTHING_APPLIED, needsLock, type Plan } from '../plan/plan.ts';
import { type Failure, reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { apply } from './apply.ts';
import { type Digests, openDigests } from './digests.ts';
import { type ApplyOptions, isTrusted } from './install.ts';
import { lockFolders } from './steps.ts';
import { endRun, type Undone } from './undo.ts';

export interface PlanPlace {
  /** Folder of the table. */
  readonly table: string;
  readonly mounts: readonly Mount[];
}

const LOCK_LIMIT_MS = 60_000;

/** Carries the plan out. A plan without the id of a run leaves no record and takes no lease. */
export async function carryOutHere(host: Host, plan: Plan, place: PlanPlace): Promise<Applied> {
  const { run } = plan;
  if (run === undefined) return applyHere(host, plan, place);
  const state = openState(host);
  if ('failure' in state) {
    const applied = plan.end === undefined ? await applyHere(host, plan, place) : NOTHING_APPLIED;
    return { ...applied, notes: [unrecorded(state)] };
  }
  const mounted = mountAt(place.mounts, place.table)?.type === 'binfmt_misc';
  // A table that has yet to be mounted is locked when it is there.
  const locked = mounted && plan.prepare.length === 0 && (plan.end !== undefined || needsLock(plan));
  const digests = openDigests(host, state.digests());
  const locking = lockFolders(host, [state.folder, ...(locked ? [place.table] : [])], LOCK_LIMIT_MS);
  hashFirst(digests, plan);
  const lock = await locking;
  if ('failure' in lock) return { ...NOTHING_APPLIED, problems: [lock.failure] };
  try {
    if (plan.end !== undefined) {
      const table = mounted ? place.table : undefined;
      const undone = await endRun(host, table, state, run, plan.end.changes);
      // Whoever holds a folder of the table keeps it mounted.
      lock.release(place.table);
      return await leave(host, undone, table);
    }
    if (!takeLease(host, state, run, plan, place.table)) return { ...NOTHING_APPLIED, outdated: true };
    const applied = await applyHere(host, plan, { ...place, locked, digests }, (change) =>
      state.append(run, change),
    );
    keep(digests, state);
    return applied;
  } catch (thrown) {
    return { ...NOTHING_APPLIED, problems: [reasonOf(thrown)] };
  } finally {
    lock.close();
  }
}

function unrecorded({ failure }: Failure): string {
  return `what was changed is not recorded, and cannot be undone by itself: ${failure}`;
}

function applyHere(
  host: Host,
  plan: Plan,
  place: PlanPlace & Pick<ApplyOptions, 'locked' | 'digests'>,
  record: ApplyOptions['record'] = () => undefined,
): Promise<Applied> {
  return apply(host, plan, { ...place, record, lockLimitMs: LOCK_LIMIT_MS });
}

/** Locking takes a program: while it starts, one handler can be hashed that is going to be asked for. */
function hashFirst(digests: Digests, { install: [first] }: Plan): void {
  if (first === undefined || isTrusted(first)) return;
  try {
    digests.of(first.registration.interpreter);
  } catch {
    // Said when the handler's turn comes.
  }
}

/** What cannot be kept is hashed again. */
function keep(digests: Digests, state: State): void {
  try {
    const news = digests.news();
    if (news !== undefined) state.keepDigests(news);
  } catch {
    // The handlers are registered all the same.
  }
}

/** False when an entry that is relied on is gone: then the plan is out of date. */
function takeLease(host: Host, state: State, run: string, plan: Plan, table: string): boolean {
  if (plan.lease === undefined) return true;
  const context = { host, table, record: () => undefined };
  if (plan.lease.entries.some((name) => readEntry(context, name) === undefined)) return false;
  const coming = [
    ...plan.install.flatMap(({ registration: { name } }) => [name, `${name}.new`]),
    ...(plan.rules ?? []).map(({ rule }) => rule.name),
  ];
  state.takeLease(run, [...plan.lease.entries, ...coming], plan.lease.holder);
  return true;
}

/** Takes away the mount and the module that nobody needs any more. */
async function leave(
  host: Host,
  { applied, unmount, unloadModule }: Undone,
  table: string | undefined,
): Promise<Applied> {
  const problems = [
    ...(table !== undefined && unmount === table ? await attempt(host, 'umount', [table]) : []),
    ...(unloadModule ? await attempt(host, 'modprobe', ['-r', 'binfmt_misc']) : []),
  ];
  return { ...applied, notes: [...(applied.notes ?? []), ...problems] };
}

/** Runs a program; what it says when it fails is worth a line, not an error: somebody else uses the table. */
async function attempt(host: Host, program: string, args: readonly string[]): Promise<readonly string[]> {
  const file = host.which(program);
  if (file === undefined) return [`${program} is missing`];
  const outcome = await host.run({ file, args, timeoutMs: 30_000 });
  return outcome.code === 0
    ? []
    : [`${program}: ${printable(outcome.stderr) || `ended with ${outcome.code}`}`];
}
