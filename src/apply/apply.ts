/**
 * Carries a plan out. Runs in the privileged program, or in-process when the process is root already.
 *
 * Whatever it does, an architecture that worked before works at every moment: a new handler is first tried
 * under a magic that only its own probe bears, then registered beside the old entry, proven, and only then is
 * the old entry taken away. Each change is recorded before it is made.
 */

import { pin } from '../binfmt/entry.ts';
import { readEntries } from '../binfmt/table.ts';
import type { Host } from '../host/host.ts';
import {
  type Applied,
  NOTHING_APPLIED,
  needsLock,
  type Plan,
  type Preparation,
  writesTable,
} from '../plan/plan.ts';
import { targetOf } from '../platform/platforms.ts';
import { openProber, runProbe, sideBySide } from '../probe/probe.ts';
import { printable } from '../text/text.ts';
import { openDigests } from './digests.ts';
import { type ApplyOptions, installOne, installRule } from './install.ts';
import { persist } from './persist.ts';
import { lockFolders, removePinned } from './steps.ts';

/** Carries out the plan and reports what happened; throws nothing for what the kernel refuses. */
export async function apply(host: Host, plan: Plan, options: ApplyOptions): Promise<Applied> {
  const prepared: Preparation[] = [];
  for (const step of plan.prepare) {
    const problem = await prepare(host, step, options);
    if (problem !== undefined) return { ...NOTHING_APPLIED, prepared, problems: [problem] };
    prepared.push(step);
  }
  const lock =
    needsLock(plan) && options.locked !== true
      ? await lockFolders(host, [options.table], options.lockLimitMs)
      : undefined;
  if (lock !== undefined && 'failure' in lock)
    return { ...NOTHING_APPLIED, prepared, problems: [lock.failure] };
  const prober = openProber(host, options.mounts);
  try {
    const context = { ...options, host, prober, digests: options.digests ?? openDigests(host) };
    if (writesTable(plan)) options.record({ kind: 'table', entries: readEntries(context).map(pin) });
    const removals = plan.remove.map((pinned) => ({ pinned, problem: removePinned(context, pinned) }));
    const rules = (plan.rules ?? []).map((rule) => installRule(context, rule));
    const installed = await sideBySide(plan.install, (install) => installOne(context, install));
    const persisted = plan.persist === undefined ? undefined : await persist(context, plan.persist);
    const targets = plan.prove.flatMap((arch) => targetOf(arch) ?? []);
    const proofs = await sideBySide(targets, (target) =>
      runProbe(prober, target, 'chroot', { version: true }),
    );
    return {
      prepared,
      removed: [
        ...removals.filter(({ problem }) => problem === undefined).map(({ pinned }) => pinned.name),
        ...rules.flatMap(({ cleared }) => cleared ?? []),
      ],
      installed,
      proofs,
      problems: [
        ...[...removals, ...rules].flatMap(({ problem }) => problem ?? []),
        ...(persisted?.problems ?? []),
      ],
      persisted: persisted?.changed ?? false,
      rules,
      outdated: installed.some(({ outdated }) => outdated),
    };
  } finally {
    prober.close();
    lock?.close();
  }
}

async function prepare(host: Host, step: Preparation, options: ApplyOptions): Promise<string | undefined> {
  if (step === 'load-module') {
    const modprobe = host.which('modprobe');
    if (modprobe === undefined)
      return 'the module binfmt_misc cannot be loaded: modprobe is missing (install kmod)';
    options.record({ kind: 'load-module' });
    const outcome = await host.run({ file: modprobe, args: ['binfmt_misc'], timeoutMs: 30_000 });
    if (outcome.code === 0) return undefined;
    const said = printable(outcome.stderr) || `modprobe ended with ${outcome.code}`;
    return `the module binfmt_misc cannot be loaded: ${said} (install the modules of the running kernel, or allow this one)`;
  }
  // The first access mounts it where an automount point waits; only then is a mount of our own needed.
  if (host.readable(`${options.table}/status`)) return undefined;
  options.record({ kind: 'mount', path: options.table });
  return mountTable(host, options.table);
}

async function mountTable(host: Host, table: string): Promise<string | undefined> {
  const mount = host.which('mount');
  if (mount === undefined)
    return `${table} cannot be mounted: the mount program is missing (install the package mount)`;
  const outcome = await host.run({
    file: mount,
    args: ['-t', 'binfmt_misc', 'binfmt_misc', table],
    timeoutMs: 30_000,
  });
  if (outcome.code === 0 || host.readable(`${table}/status`)) return undefined;
  const said = printable(outcome.stderr) || `mount ended with ${outcome.code}`;
  return `${table} cannot be mounted: ${said} (mount it on the host: mount -t binfmt_misc binfmt_misc ${table})`;
}
