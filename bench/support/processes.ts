/** What the processes of a tree use, as /proc tells it. */
import { readdirSync, readFileSync } from 'node:fs';
import { orUndefined } from '../../src/text/problem.ts';

/** The clock that /proc counts in (USER_HZ), in milliseconds. */
const TICK_MS = 10;

/** Processes and all that descend from them, by their ids. */
export function treeOf(...roots: readonly number[]): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? statOf(Number(name))?.[1] : undefined;
    if (parent === undefined) continue;
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)]);
  }
  const found = [...roots];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** The user and system time of processes, and of the children that they have waited for, in milliseconds. */
export function cpuTime(pids: readonly number[]): number {
  const ticks = pids.flatMap((pid) => statOf(pid)?.slice(11, 15) ?? []);
  return ticks.reduce((sum, each) => sum + Number(each), 0) * TICK_MS;
}

/** The memory of processes in KiB: what several of them share counts once (proc(5), `Pss`). */
export function memory(pids: readonly number[]): number {
  const shares = pids.map((pid) => {
    const text = orUndefined(() => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? '';
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
  });
  return shares.reduce((sum, share) => sum + share, 0);
}

/** The fields of `stat` behind the name, which may hold anything; the first is the state. */
function statOf(pid: number): readonly string[] | undefined {
  const text = orUndefined(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}
