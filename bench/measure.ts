/** Runs programs and measures them: wall time, the time until the first output, CPU time and memory. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { memory, treeOf } from './support/processes.ts';

/** GNU time, which alone knows what a program and its children used. */
export const TIME = '/usr/bin/time';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

export interface Command {
  readonly args: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** Who runs it, where that is somebody else than who measures. */
  readonly user?: User;
  /** Done before the run, and not measured. */
  readonly prepare?: () => void;
  /** The CPU time so far, in milliseconds, of a server that works for it: what it takes is this command's own. */
  readonly serverTime?: () => number;
}

/** One run. Times in milliseconds. */
export interface Run {
  readonly code: number | null;
  readonly wall: number;
  /** Until the first byte on standard output or standard error; the whole run when there was none. */
  readonly first: number;
  /** User and system time of the program, all its children, and what its server did for it, to 10 ms. */
  readonly cpu: number;
  /** The largest resident set of the program and of any of its children, in KiB. */
  readonly memory: number;
  /** The share of all cores, from 0 to 1, that was used by others meanwhile. */
  readonly disturbed: number;
  readonly output: string;
}

/** Runs a command once. `usage` is a path for GNU time to write to. */
export async function runOnce(command: Command, usage: string): Promise<Run> {
  command.prepare?.();
  writeFileSync(usage, '');
  chmodSync(usage, 0o666);
  const pieces: Buffer[] = [];
  const { serverTime = () => 0 } = command;
  const served = serverTime();
  const busy = busyTime();
  const started = performance.now();
  let first: number | undefined;
  const child = spawn(TIME, ['-q', '-f', '%U %S %M', '-o', usage, ...command.args], {
    env: command.env,
    ...command.user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      first ??= performance.now() - started;
      pieces.push(piece);
    });
  }
  const ended = once(child, 'close');
  const [code] = await once(child, 'exit');
  const wall = performance.now() - started;
  await ended;
  const [user = 0, system = 0, memory = 0] = readFileSync(usage, 'utf8').trim().split(' ').map(Number);
  const cpu = (user + system) * 1000 + serverTime() - served;
  const others = busyTime() - busy - cpu;
  const disturbed = Math.max(0, others / (wall * availableParallelism()));
  const output = Buffer.concat(pieces).toString('utf8');
  return { code, wall, first: first ?? wall, cpu, memory, disturbed, output };
}

/**
 * The most memory in KiB that a command's processes have at one time, with those that descend from the process `server`,
 * less what these have at rest. Looking takes time: no run that is timed is looked at.
 */
export async function peakMemory(
  command: Command,
  server?: { readonly pid: number; readonly atRest: number },
) {
  command.prepare?.();
  const [file, ...args] = command.args;
  const child = spawn(file, args, { env: command.env, ...command.user, stdio: 'ignore' });
  const roots = [child.pid, server?.pid].filter((pid) => pid !== undefined);
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, memory(treeOf(...roots)) - (server?.atRest ?? 0));
    await sleep(5);
  }
  if (child.exitCode !== 0) throw new Error(`${command.args.join(' ')} ended with ${child.exitCode}`);
  return peak;
}

/** Runs a command and does not measure it. Throws with what it said when it does not end with 0. */
export function runUnmeasured({ args: [file, ...args], env, user, prepare }: Command): void {
  prepare?.();
  const { status, stdout, stderr } = spawnSync(file, args, { env, ...user, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${[file, ...args].join(' ')} ended with ${status}:\n${stdout.slice(-3000)}${stderr}`);
}

/** The time that all cores were not idle since the machine started, in milliseconds (proc(5), `stat`; to 10 ms). */
function busyTime(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] =
    readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.trim().split(/\s+/).slice(1).map(Number) ?? [];
  return (user + nice + system + irq + softirq + steal) * 10;
}

/** Runs of a command, and those of the yardstick, each made just before one of them. */
export interface Pairs {
  readonly runs: readonly Run[];
  readonly yardstick: readonly Run[];
}

/**
 * Runs several commands in turn, `rounds` times, with a run of the yardstick before each (A B A C, A B A C):
 * whatever else the machine does meets all of them alike. The first round warms the caches and is not counted; of
 * the others, the half that others on the machine disturbed least counts.
 * Throws with the output of a command that does not end with 0.
 */
export async function measureInTurn(
  commands: readonly Command[],
  yardstick: Command,
  rounds: number,
  usage: string,
): Promise<readonly Pairs[]> {
  const results = commands.map(() => ({ runs: [] as Run[], yardstick: [] as Run[] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const before = await runOnce(yardstick, usage);
      const run = await runOnce(command, usage);
      if (run.code !== 0) {
        throw new Error(`${command.args.join(' ')} ended with ${run.code}:\n${run.output.slice(-3000)}`);
      }
      if (round === 0) continue;
      results[index]?.yardstick.push(before);
      results[index]?.runs.push(run);
    }
  }
  return results.map(leastDisturbed);
}

function leastDisturbed({ runs, yardstick }: Pairs): Pairs {
  const pairs = runs.flatMap((run, index) => {
    const bare = yardstick[index];
    return bare === undefined ? [] : [{ run, bare, disturbed: Math.max(run.disturbed, bare.disturbed) }];
  });
  const kept = pairs.toSorted((a, b) => a.disturbed - b.disturbed).slice(0, Math.ceil(pairs.length / 2));
  return { runs: kept.map(({ run }) => run), yardstick: kept.map(({ bare }) => bare) };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = low] = sorted.slice(
    sorted.length % 2 === 0 ? middle - 1 : middle,
    middle + 1,
  );
  return (low + high) / 2;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The slope of the least-squares line through points. */
export function slope(points: readonly (readonly [number, number])[]): number {
  const x = mean(points.map(([value]) => value));
  const y = mean(points.map(([, value]) => value));
  const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
