/**
 * The order in which a plan is carried out. An architecture that worked before works at every moment: a new handler is
 * first tried under a magic that only its own probe bears, then registered beside the old entry, proven, and only then
 * is the old entry taken away. Each change is recorded before it is made.
 */

import { type Entry, pin } from '../binfmt/entry.ts';
import { passingPath, persistentPath } from '../binfmt/persist.ts';
import { isCopyGone, readEntries } from '../binfmt/table.ts';
import { type Digests, openDigests } from '../host/digests.ts';
import { undisturbed } from '../host/ending.ts';
import type { Host } from '../host/host.ts';
import { type Mount, mountAt } from '../host/proc.ts';
import { seesEveryUser } from '../host/read.ts';
import { distrustOpening, systemProgram } from '../host/trust.ts';
import {
  type Applied,
  NOTHING_APPLIED,
  needsLock,
  type Plan,
  type Preparation,
  writesTable,
} from '../plan/plan.ts';
import { targetsOf } from '../platform/platforms.ts';
import { openProber, runProbe, sideBySide } from '../probe/probe.ts';
import { reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { type CopyPlace, sweepCopies } from './handlers.ts';
import { installHandler, installRule } from './install.ts';
import { persist } from './persist.ts';
import { lockFolder, recordFirst, removePinned, runTool, type Table } from './steps.ts';

export interface ApplyOptions extends Omit<Table, 'host'> {
  readonly mounts: readonly Mount[];
  /** Most time to wait for the lock of the table, in milliseconds. */
  readonly lockLimitMs: number;
  /** Of the handlers; without it, each is hashed. */
  readonly digests?: Digests;
  /** Whether a run that is still to be undone needs a copy of a handler; none does without it. */
  readonly isRelied?: (folder: string) => boolean;
}

/** Carries out the plan and reports what happened; throws nothing for what the kernel refuses. */
export async function apply(host: Host, plan: Plan, options: ApplyOptions): Promise<Applied> {
  const { table, record, mounts, lockLimitMs } = options;
  const prepared: Preparation[] = [];
  const notes: string[] = [];
  const waits = mountAt(mounts, table)?.type === 'autofs';
  const failed = (problem: string): Applied => ({ ...NOTHING_APPLIED, prepared, problems: [problem] });
  try {
    // Whatever the plan was made for, nothing but a program with a time limit looks into an automount point.
    for (const step of waits && needsLock(plan) && plan.prepare.length === 0 ? MOUNT : plan.prepare) {
      const problem = await prepare({ host, table, record }, step, waits, notes);
      if (problem !== undefined) return failed(problem);
      prepared.push(step);
    }
    const lock = needsLock(plan) ? await lockFolder(host, table, lockLimitMs) : undefined;
    if (lock !== undefined && 'failure' in lock) return failed(lock.failure);
    try {
      const applied = await undisturbed(() => change(host, plan, options));
      return { ...applied, prepared, notes: [...notes, ...(applied.notes ?? [])] };
    } finally {
      lock?.close();
    }
  } catch (thrown) {
    return failed(`nothing was registered: ${reasonOf(thrown)}`);
  }
}

/** Changes the table, which is locked. Throws only before the first change. */
async function change(
  host: Host,
  plan: Plan,
  { table, record, mounts, digests = openDigests(host), isRelied = () => false }: ApplyOptions,
): Promise<Applied> {
  const isProbing = plan.install.length + plan.prove.length > 0;
  const prober = isProbing ? openProber(host, mounts) : undefined;
  try {
    // The kernel holds what it has opened: where nothing is to be undone, no copy need outlive that. In a user namespace
    // none could: the folders of the system are not its root's, and nobody sweeps them there.
    const isPassing = plan.persist === undefined && (plan.run === undefined || !seesEveryUser(host));
    const copyOf: CopyPlace = ({ interpreter, sha256 }, qemu) =>
      isPassing ? passingPath(prober?.folder ?? '', sha256, interpreter, qemu) : persistentPath(sha256, qemu);
    const context = { host, table, record, digests, copyOf, aside: plan.aside };
    const entries = writesTable(plan) ? readEntries(context) : [];
    if (writesTable(plan)) {
      const refusal = recordFirst(context, { kind: 'table', entries: entries.map(pin) });
      if (refusal !== undefined) return { ...NOTHING_APPLIED, problems: [refusal] };
    }
    const rules = (plan.rules ?? []).map((rule) => installRule(context, rule));
    const installed =
      prober === undefined
        ? []
        : await sideBySide(plan.install, (install) => installHandler({ ...context, prober }, install));
    // What is to go stays where its successor, or that of another, could not be had.
    const isDone = [...installed, ...rules].every(({ problem }) => problem === undefined);
    const removals = (isDone ? plan.remove : []).map((pinned) => ({
      name: pinned.name,
      problem: removePinned(context, pinned),
    }));
    const persisted = plan.persist === undefined ? undefined : await persist(context, plan.persist);
    // A table of a user namespace is not the only one whose entries name copies.
    if (plan.persist !== undefined || (plan.run !== undefined && writesTable(plan) && seesEveryUser(host)))
      sweepCopies(context, isRelied);
    const proofs =
      prober === undefined
        ? []
        : await sideBySide(targetsOf(plan.prove), (target) =>
            runProbe(prober, target, 'chroot', { version: true }),
          );
    const removed = removals.flatMap(({ name, problem }) => (problem === undefined ? [name] : []));
    const gone = [...removed, ...installed.flatMap(({ replaced }) => replaced)];
    const lost = entries.filter(({ name }) => gone.includes(name) && !plan.aside?.includes(name));
    return {
      prepared: [],
      removed: [...removed, ...rules.flatMap(({ cleared }) => cleared ?? [])],
      installed,
      proofs,
      problems: [
        ...[...removals, ...rules].flatMap(({ problem }) => problem ?? []),
        ...(persisted?.problems ?? []),
      ],
      notes: [
        ...(isDone || plan.remove.length === 0
          ? []
          : ['what was to be reset stays, since not all could be registered']),
        ...lost.flatMap((entry) => noteLost(host, entry)),
      ],
      persisted: persisted?.persisted,
      rules,
      outdated: installed.some(({ outdated }) => outdated),
    };
  } finally {
    prober?.close();
  }
}

/** A word on what is gone for good: a file that the kernel alone held, since it lies nowhere, or may be another by now. */
function noteLost(host: Host, { name, flags, interpreter = '' }: Entry): readonly string[] {
  if (!flags.includes('F')) return [];
  const path = printable(interpreter, 200);
  const objection = distrustOpening(host, interpreter);
  const why = isCopyGone(host, interpreter)
    ? `its handler ${path}, a copy of its own, goes with it (setup brings it anew)`
    : host.stat(interpreter) === undefined
      ? `${path} is not there, and the kernel alone held it`
      : objection && `${path} may be another program by now: ${printable(objection, 200)}`;
  return why === undefined ? [] : [`entry ${printable(name, 60)} cannot be put back: ${why}`];
}

const MOUNT: readonly Preparation[] = ['mount'];

/** Makes the table usable; gives the reason when that cannot be done. An automount point `waits` at its place, or not. */
async function prepare(
  { host, table, record }: Table,
  step: Preparation,
  waits: boolean,
  notes: string[],
): Promise<string | undefined> {
  if (step === 'load-module') {
    const failed = (why: string): string => `the module binfmt_misc cannot be loaded: ${why}`;
    const modprobe = systemProgram(host, 'modprobe');
    if (modprobe === undefined) return failed('modprobe is missing (install kmod)');
    record({ kind: 'load-module' });
    const said = await runTool(host, modprobe, ['binfmt_misc']);
    const remedy = 'install the modules of the running kernel, or allow this one';
    return said === undefined ? undefined : failed(`${said} (${remedy})`);
  }
  // The first access mounts it where an automount point waits; only then is a mount of our own needed.
  if (await host.readable(`${table}/status`)) return undefined;
  record({ kind: 'mount', path: table });
  const failed = (why: string): string => `${table} cannot be mounted: ${why}`;
  const mount = systemProgram(host, 'mount');
  if (mount === undefined) return failed('the mount program is missing (install the package mount)');
  const said = await runTool(host, mount, ['-t', 'binfmt_misc', 'binfmt_misc', table]);
  if (said !== undefined && !(await host.readable(`${table}/status`)))
    return failed(`${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`);
  if (waits) notes.push(`the automount point at ${table} brought no table, and has one mounted over it now`);
  return undefined;
}
