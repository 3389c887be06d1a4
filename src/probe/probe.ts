/** Runs probes, in a chroot and plainly. Nothing here says what an outcome means. */

import { answering } from '../binfmt/entry.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host, Outcome } from '../host/host.ts';
import { type Mount, mountOf } from '../host/proc.ts';
import { whyNoRoom } from '../host/room.ts';
import { safeFolder } from '../host/trust.ts';
import { mayRunNatively, type Target, targetOf } from '../platform/platforms.ts';
import { errnoOf, SetupProblem } from '../text/problem.ts';
import { buildProbe, PROBE_ARGUMENTS } from './programs.ts';
import {
  formatQemuAnswer,
  judge,
  judgeRun,
  type ProbePlace,
  type ProbeResult,
  type ProbeRun,
  type Runs,
  type Verdict,
} from './verdict.ts';

/** Most time that one run of a probe may take, in milliseconds; a run takes about five. */
const PROBE_LIMIT_MS = 5_000;

/** A crash can be chance, and a machine under load can be slow for once. What is not named here runs once. */
const TRIES: Partial<Readonly<Record<ProbeResult, number>>> = { crashed: 3, hung: 2 };

/** The probe's own arguments; with its name they are as many as it exits with. */
const ARGUMENTS = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');

/** Most probes at once: as many as people ask for, but not all that there are. */
const SIDE_BY_SIDE = 16;

/** The words that start a program: its file, and its first arguments. */
type Start = readonly [string, ...string[]];

/** Where probes lie and how they are started. */
export interface Prober {
  readonly host: Host;
  readonly folder: string;
  /** What starts `/probe` in the chroot `jail`; `undefined` when no chroot can be entered from here. */
  readonly enter?: (jail: string) => Start;
  close(): void;
}

/**
 * Makes a fresh folder for probes, on a file system that may be executed from where there is one. As root the
 * chroot is entered directly, otherwise in a user namespace of its own. Throws a SetupProblem where there is no room.
 */
export function openProber(host: Host, mounts: readonly Mount[]): Prober {
  const parent = executableFolder(host, mounts);
  let folder: string;
  try {
    folder = host.makeTemporary('setup-binfmt-probe-', parent);
    host.makeMode(folder, 0o755);
  } catch (thrown) {
    const { cause, remedy } = whyNoRoom(parent ?? '/tmp', thrown);
    const text = { id: 'SB092', kind: 'host', what: 'make a folder for probes', cause } as const;
    const elsewhere = `${remedy}, or name another folder in TMPDIR`;
    throw new SetupProblem({ ...text, remedy: elsewhere }, { cause: thrown });
  }
  return { host, folder, enter: entrance(host), close: () => host.remove(folder) };
}

function executableFolder(host: Host, mounts: readonly Mount[]): string | undefined {
  const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
  const candidates = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME];
  const isUsable = (path: string | undefined): boolean => {
    if (path === undefined || !path.startsWith('/') || host.stat(path)?.kind !== 'folder') return false;
    return !mountOf(mounts, host.realPath(path) ?? path)?.options.includes('noexec') && host.isWritable(path);
  };
  return safeFolder(host, candidates.filter(isUsable)) ?? candidates.find(isUsable);
}

function entrance(host: Host): Prober['enter'] {
  const chroot = host.which('chroot');
  if (host.uid === 0 && chroot !== undefined) return (jail) => [chroot, jail, '/probe'];
  const unshare = host.which('unshare');
  if (unshare === undefined) return undefined;
  return (jail) => [unshare, '--user', '--map-root-user', `--root=${jail}`, '/probe'];
}

export interface ProbeOptions {
  /** Byte 9 of the identification, for a private magic. */
  readonly tag?: number;
  /** True to ask the handler for its version too, which takes as long as the probe does; or the version that it has. */
  readonly version?: boolean | string;
}

/** Runs the probe of one architecture, again after a crash or a hang, and gives the last run. Throws nothing. */
export async function runProbe(
  prober: Prober,
  target: Target,
  place: ProbePlace,
  { tag, version }: ProbeOptions = {},
): Promise<ProbeRun> {
  const { host } = prober;
  const cwd = `${prober.folder}/${target.arch}${tag === undefined ? '' : '-trial'}`;
  try {
    if (host.stat(`${cwd}/probe`) === undefined) {
      host.makeFolder(cwd, 0o755);
      host.writeFile(`${cwd}/probe`, buildProbe(target, { tag }), 0o755);
    }
  } catch (thrown) {
    return { ...unwritten(thrown), arch: target.arch, place, attempts: 1 };
  }
  const [file, ...args] = place === 'chroot' && prober.enter !== undefined ? prober.enter(cwd) : plainly(cwd);
  // The environment holds nothing else: QEMU_* and LD_* of the job would change what is tested.
  const start = (env: Readonly<Record<string, string>>) =>
    host.run({ file, args: [...args, ...ARGUMENTS], cwd, env, timeoutMs: PROBE_LIMIT_MS });
  const asked = version === true ? start({ QEMU_VERSION: '1' }) : undefined;
  for (let attempts = 1; ; attempts++) {
    const outcome = await start({});
    const run = {
      ...outcome,
      stdout: outcome.stdout.slice(0, 200),
      stderr: outcome.stderr.slice(0, 1000),
      arch: target.arch,
      place,
      attempts,
    };
    if (attempts < (TRIES[judgeRun(run)] ?? 1)) continue;
    const known = typeof version === 'string' ? formatQemuAnswer(target, version) : undefined;
    return { ...run, version: ((await asked)?.stdout ?? known)?.slice(0, 200) };
  }
}

/** How a run ends whose program there is no room for: it was not started. */
function unwritten(thrown: unknown): Outcome {
  const error = errnoOf(thrown) ?? 'EUNKNOWN';
  return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
}

/** Node hands a file that the kernel refuses to /bin/sh; a shell that is asked to execute it reports the refusal. */
function plainly(jail: string): Start {
  return ['/bin/sh', '-c', 'exec "$0" "$@"', `${jail}/probe`];
}

/** Does `work` for all items, at most `width` at once, and gives the results in order. */
export async function sideBySide<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  width = SIDE_BY_SIDE,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}

/**
 * Probes the targets, in the chroot first; what fails there, or where none can be entered, is probed plainly
 * too. The probe of the host's own architecture is the control: if it fails in the chroot, no run in there
 * counts. A target that no entry takes, and that the host cannot run itself, needs no run. A handler whose version
 * `versionOf` knows by its path is not asked for it: that takes as long as the probe does.
 */
export async function probeAll(
  host: Host,
  facts: HostFacts,
  targets: readonly Target[],
  versionOf: (interpreter: string) => string | undefined = () => undefined,
): Promise<readonly Runs[]> {
  const prober = openProber(host, facts.mounts);
  const inChroot = (target: Target): Promise<ProbeRun> => {
    const entry = answering(facts.table.entries, target);
    const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
    return runProbe(prober, target, 'chroot', { version: known ?? entry !== undefined });
  };
  try {
    const wanted = targets.filter((target) => isWorthRunning(target, facts));
    const inside = byArch(prober.enter === undefined ? [] : await sideBySide(wanted, inChroot));
    const control = facts.architecture;
    const chroots = control === undefined || works(inside.get(control)) ? inside : byArch([]);
    const unexplained = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
    const plains = byArch(
      await sideBySide(unexplained, (target) => runProbe(prober, target, 'plain', { version: true })),
    );
    return targets.map((target) => ({
      target,
      chroot: chroots.get(target.arch),
      plain: plains.get(target.arch),
    }));
  } finally {
    prober.close();
  }
}

function byArch(runs: readonly ProbeRun[]): ReadonlyMap<string, ProbeRun> {
  return new Map(runs.map((run) => [run.arch, run]));
}

function works(run: ProbeRun | undefined): boolean {
  return run !== undefined && judgeRun(run) === 'works';
}

/** True for a run that leaves open whether it is the chroot or the handler that fails. */
function isUnexplained(run: ProbeRun | undefined): boolean {
  return run === undefined || !['works', 'hung', 'wrong-emulator', 'no-marker'].includes(judgeRun(run));
}

function isWorthRunning(target: Target, facts: HostFacts): boolean {
  if (facts.table.state !== 'ready' || mayRunNatively(facts.architecture, target.arch)) return true;
  return answering(facts.table.entries, target) !== undefined;
}

/** Verdicts by architecture, in the order of the runs. */
export function judgeAll(runs: readonly Runs[], facts: HostFacts): ReadonlyMap<string, Verdict> {
  const { architecture: host, table } = facts;
  return new Map(runs.map((run) => [run.target.arch, judge({ ...run, host, entries: table.entries })]));
}

/** The verdicts after changes: architectures that were probed again meanwhile (`runs`) are judged anew. */
export function rejudge(
  before: ReadonlyMap<string, Verdict>,
  runs: readonly ProbeRun[],
  facts: HostFacts,
): ReadonlyMap<string, Verdict> {
  const again = runs.flatMap((chroot) => {
    const target = targetOf(chroot.arch);
    return target === undefined ? [] : [{ target, chroot }];
  });
  const anew = judgeAll(again, facts);
  return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}
