/** Runs probes, in a chroot and plainly. Nothing here says what an outcome means. */

import { answering } from '../binfmt/entry.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host, Outcome } from '../host/host.ts';
import { type Mount, mountOf } from '../host/proc.ts';
import { whyNoRoom } from '../host/room.ts';
import { distrust, safeFolder, systemProgram, usersBehind } from '../host/trust.ts';
import { mayRunNatively, nativeArchitecture, type Target, targetOf } from '../platform/platforms.ts';
import { errnoOf, isMistake, SetupProblem } from '../text/problem.ts';
import { listed } from '../text/text.ts';
import type { Behaviour } from './behaviours.ts';
import { buildLauncher, buildProbe, PROBE_ARGUMENTS } from './programs.ts';
import {
  formatQemuAnswer,
  judge,
  judgeRun,
  lackedIn,
  type ProbePlace,
  type ProbeResult,
  type ProbeRun,
  type Runs,
  timeLimit,
  type Verdict,
} from './verdict.ts';

/** A crash can be chance, and a machine under load can be slow for once. What is not named here runs once. */
const TRIES: Partial<Readonly<Record<ProbeResult, number>>> = { crashed: 3, hung: 2, slow: 2 };

/** The probe's own arguments, which tell it what to do; with its name they are as many as it exits with. */
const ARGUMENTS = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');
const THOROUGH = ARGUMENTS.map(() => 't');

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
  /** What starts the probe that lies in `folder`, and nothing in its place. */
  readonly plainly: (folder: string) => Start;
  /** Has one at a time: a probe that came to its time limit may have been disturbed by the others. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  close(): void;
}

const NO_FOLDER = { id: 'SB092', kind: 'host', what: 'make a folder for probes' } as const;

/**
 * Makes a fresh folder for probes, on a file system that may be executed from where there is one. As root the
 * chroot is entered directly, otherwise in a user namespace of its own. Throws a SetupProblem where there is no room, or no
 * place for it.
 */
export function openProber(host: Host, mounts: readonly Mount[]): Prober {
  const parent = placeForProbes(host, mounts);
  let folder: string;
  let launcher: string | undefined;
  try {
    folder = host.makeTemporary('setup-binfmt-probe-', parent);
    host.makeMode(folder, 0o755);
    launcher = writeLauncher(host, folder);
  } catch (thrown) {
    if (isMistake(thrown)) throw thrown;
    const { cause, remedy } = whyNoRoom(parent, thrown);
    const elsewhere = `${remedy}, or name another folder in TMPDIR`;
    throw new SetupProblem({ ...NO_FOLDER, cause, remedy: elsewhere }, { cause: thrown });
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    host,
    folder,
    enter: entrance(host, launcher),
    plainly: (jail) =>
      launcher === undefined ? [`${jail}/probe`] : [launcher, 'plain', '/', `${jail}/probe`],
    alone: (work) => {
      const mine = last.then(work, work);
      last = mine;
      return mine;
    },
    close: () => host.remove(folder),
  };
}

/**
 * The launcher, where there is one for this host: Node and most tools hand a file that the kernel refuses to a shell, and
 * some shells run it.
 */
function writeLauncher(host: Host, folder: string): string | undefined {
  const program = ownLauncher(host);
  if (program === undefined) return undefined;
  host.writeFile(`${folder}/launch`, program, 0o755);
  return `${folder}/launch`;
}

/** The launcher for this host, where there is one. */
export function ownLauncher(host: Host): Uint8Array | undefined {
  const own = ownTarget(host);
  return own && buildLauncher(own);
}

/** What this process itself is. */
function ownTarget({ nodeArch, endian }: Host): Target | undefined {
  return targetOf(nativeArchitecture(nodeArch, endian) ?? '');
}

/**
 * Where probes are made and run: where nobody else can exchange them, and where programs can be started, if that is anywhere.
 * Throws a SetupProblem where others could exchange what is started.
 */
function placeForProbes(host: Host, mounts: readonly Mount[]): string {
  const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
  const named = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME].flatMap((path) =>
    path?.startsWith('/') ? [path] : [],
  );
  // Where a link leads to now can be a good place, which the link itself is not.
  const writable = [...named, ...named.map((path) => host.realPath(path) ?? path)].filter(
    (path) => host.stat(path)?.kind === 'folder' && host.isWritable(path),
  );
  const executable = writable.filter(
    (path) => !mountOf(mounts, host.realPath(path) ?? path)?.options.includes('noexec'),
  );
  const places = executable.length > 0 ? executable : writable;
  const [usual = '/tmp'] = named;
  // Where nothing can be written, making the folder says why.
  const safe = places.length === 0 ? usual : safeFolder(host, places);
  if (safe !== undefined) return safe;
  const objections = places.map((path) => distrust(host, path, usersBehind(host)) ?? '');
  throw new SetupProblem({
    ...NO_FOLDER,
    cause: `others could exchange what is run there (${listed([...new Set(objections)], 6, 200)})`,
    remedy:
      'Name a folder in TMPDIR that lies where nobody else may write, and where programs can be started',
  });
}

/**
 * As a user, by unshare(1) where it has `--root`: policies of AppArmor let that program do what they forbid to others. In a
 * jail there is no shell that it could hand the probe to.
 */
function entrance(host: Host, launcher: string | undefined): Prober['enter'] {
  const enterAs = (how: string): Prober['enter'] =>
    launcher === undefined ? undefined : (jail) => [launcher, how, jail, '/probe'];
  if (host.uid === 0) return enterAs('root');
  const unshare = systemProgram(host, 'unshare');
  if (unshare === undefined || isBusybox(host, unshare)) return enterAs('user');
  return (jail) => [unshare, '--user', '--map-root-user', `--root=${jail}`, '/probe'];
}

/** True for a program that is busybox under another name: it has fewer options. */
function isBusybox(host: Host, path: string): boolean {
  return /(?:^|\/)(?:busybox|toybox)[^/]*$/.test(host.realPath(path) ?? '');
}

export interface ProbeOptions {
  /** Byte 9 of the identification, for a private magic. */
  readonly tag?: number;
  /** True to ask the handler for its version too, which takes as long as the probe does; or the version that it has. */
  readonly version?: boolean | string;
  /** True to have the probe do what takes longer, too. */
  readonly thorough?: boolean;
}

/** Runs the probe of one architecture, again after a crash or a hang, and gives the last run. Throws nothing. */
export async function runProbe(
  prober: Prober,
  target: Target,
  place: ProbePlace,
  { tag, version, thorough }: ProbeOptions = {},
): Promise<ProbeRun> {
  const { host } = prober;
  let cwd: string;
  try {
    cwd = writeProbe(prober, target, tag);
  } catch (thrown) {
    return { ...unwritten(thrown), arch: target.arch, place, attempts: 1 };
  }
  const [file, ...args] =
    place === 'chroot' && prober.enter !== undefined ? prober.enter(cwd) : prober.plainly(cwd);
  const words = thorough === true ? THOROUGH : ARGUMENTS;
  // The environment holds nothing else: QEMU_* and LD_* of the job would change what is tested.
  const start = (env: Readonly<Record<string, string>>, ownMs?: number) =>
    host.run({ file, args: [...args, ...words], cwd, env, timeoutMs: timeLimit(ownMs) });
  const ask = (ownMs?: number) => start({ QEMU_VERSION: '1' }, ownMs);
  const asked = version === true ? ask() : undefined;
  let ownMs: number | undefined;
  for (let attempts = 1; ; attempts++) {
    const outcome = ownMs === undefined ? await start({}) : await prober.alone(() => start({}, ownMs));
    if (outcome.timedOut) ownMs = await prober.alone(() => timeOwnProbe(prober));
    const run: ProbeRun = {
      ...outcome,
      stdout: outcome.stdout.slice(0, 200),
      stderr: outcome.stderr.slice(0, 1000),
      arch: target.arch,
      place,
      attempts,
      thorough,
      ownMs,
    };
    if (attempts < (TRIES[judgeRun(run)] ?? 1)) continue;
    const known = typeof version === 'string' ? formatQemuAnswer(target, version) : undefined;
    const said = await asked;
    // On a slow host it is asked again, alone, as the probe is; what hangs would only hang once more.
    const again = said?.timedOut === true && !run.timedOut;
    const answer = again ? await prober.alone(async () => ask(await timeOwnProbe(prober))) : said;
    return { ...run, version: (answer?.stdout ?? known)?.slice(0, 200) };
  }
}

/** Writes the probe, where it is not there yet; gives its folder. Throws the errno exception. */
function writeProbe({ host, folder }: Prober, target: Target, tag: number | undefined): string {
  const jail = `${folder}/${target.arch}${tag === undefined ? '' : '-trial'}`;
  if (host.stat(`${jail}/probe`) === undefined) {
    host.makeFolder(jail, 0o755);
    host.writeFile(`${jail}/probe`, buildProbe(target, { tag }), 0o755);
  }
  return jail;
}

/** How long this host takes for its own probe now, in milliseconds: its CPU, its load, or an emulator under all of it. */
async function timeOwnProbe(prober: Prober): Promise<number | undefined> {
  const own = ownTarget(prober.host);
  if (own === undefined) return undefined;
  try {
    const [file, ...args] = prober.plainly(writeProbe(prober, own, undefined));
    const limits = { env: {}, timeoutMs: timeLimit(Number.POSITIVE_INFINITY) };
    return (await prober.host.run({ file, args: [...args, ...ARGUMENTS], ...limits })).ms;
  } catch {
    return undefined;
  }
}

/** How a run ends whose program there is no room for: it was not started. */
function unwritten(thrown: unknown): Outcome {
  const error = errnoOf(thrown) ?? 'EUNKNOWN';
  return { code: null, signal: null, stdout: '', stderr: '', timedOut: false, error, ms: 0 };
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
  thorough = false,
): Promise<readonly Runs[]> {
  const prober = openProber(host, facts.mounts);
  const inChroot = (target: Target): Promise<ProbeRun> => {
    const entry = answering(facts.table.entries, target);
    const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
    return runProbe(prober, target, 'chroot', { version: known ?? entry !== undefined, thorough });
  };
  try {
    const wanted = targets.filter((target) => isWorthRunning(target, facts));
    const inside = byArch(prober.enter === undefined ? [] : await sideBySide(wanted, inChroot));
    const control = facts.architecture;
    const chroots = control === undefined || works(inside.get(control)) ? inside : byArch([]);
    const unexplained = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
    const plains = byArch(
      await sideBySide(unexplained, (target) =>
        runProbe(prober, target, 'plain', { version: true, thorough }),
      ),
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
  if (run === undefined) return true;
  return !['works', 'no-start', 'hung', 'slow', 'wrong-emulator', 'no-marker'].includes(judgeRun(run));
}

function isWorthRunning(target: Target, facts: HostFacts): boolean {
  if (facts.table.state !== 'ready' || mayRunNatively(facts.architecture, target.arch)) return true;
  return answering(facts.table.entries, target) !== undefined;
}

/** Verdicts by architecture, in the order of the runs. */
export function judgeAll(runs: readonly Runs[], facts: HostFacts): ReadonlyMap<string, Verdict> {
  const host = facts.architecture;
  const own = runs.find(({ target }) => target.arch === host);
  const control = own?.chroot ?? own?.plain;
  return judgeWith(runs, facts, control && lackedIn(control));
}

function judgeWith(
  runs: readonly Runs[],
  { architecture: host, table: { entries } }: HostFacts,
  lacked: readonly Behaviour[] | undefined,
): ReadonlyMap<string, Verdict> {
  const judgeOne = (run: Runs): Verdict =>
    judge({ ...run, host, excused: run.target.arch === host ? undefined : lacked, entries });
  return new Map(runs.map((run) => [run.target.arch, judgeOne(run)]));
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
  const anew = judgeWith(again, facts, before.get(facts.architecture ?? '')?.lacks);
  return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}
