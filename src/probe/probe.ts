/** Runs probes, in a chroot and plainly. Nothing here says what an outcome means. */

import { answering } from '../binfmt/entry.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Command, Host, Input, Outcome } from '../host/host.ts';
import { type Mount, mountOf } from '../host/proc.ts';
import { mayRunNatively, type Target, targetOf } from '../platform/platforms.ts';
import { buildProbe, PROBE_ARGUMENTS } from './programs.ts';
import {
  formatQemuAnswer,
  judge,
  judgeRun,
  type ProbePlace,
  type ProbeRun,
  type Verdict,
} from './verdict.ts';

/** Most time that one run of a probe may take, in milliseconds; a run takes about five. */
const PROBE_LIMIT_MS = 5_000;
const TRIES = 3;

/** A machine under load can be slow for once; each try costs the whole limit. One together with others counts. */
const HUNG_TRIES = { plain: 2, chroot: 1 } as const;

/** The probe's own arguments; with its name they are as many as it exits with. */
const ARGUMENTS = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'a');

/** Most probes at once: as many as people ask for, but not all that there are. */
export const SIDE_BY_SIDE = 16;

/** Where probes lie and how they are started. */
export interface Prober {
  /** `undefined` when no chroot can be entered from here. */
  readonly chroot: Chroot | undefined;
  readonly together: RunTogether;
  readonly folder: string;
  close(): void;
}

/**
 * Makes a fresh folder for probes, on a file system that may be executed from where there is one. As root the
 * chroot is entered directly, otherwise in a user namespace of its own.
 */
export function openProber(host: Host, mounts: readonly Mount[]): Prober {
  const folder = host.makeTemporary('setup-binfmt-probe-', executableFolder(host, mounts));
  host.makeMode(folder, 0o755);
  const chroot = chrootOf(host);
  const together =
    chroot === undefined
      ? () => Promise.resolve(undefined)
      : openBatches(host, chroot, ARGUMENTS, PROBE_LIMIT_MS);
  return { folder, chroot, together, close: () => host.remove(folder) };
}

function executableFolder(host: Host, mounts: readonly Mount[]): string | undefined {
  const { RUNNER_TEMP, TMPDIR, HOME, XDG_RUNTIME_DIR } = host.env;
  const candidates = [TMPDIR, '/tmp', RUNNER_TEMP, '/var/tmp', XDG_RUNTIME_DIR, HOME];
  return candidates.find((path) => {
    if (path === undefined || !path.startsWith('/') || host.stat(path)?.kind !== 'folder') return false;
    return !mountOf(mounts, host.realPath(path) ?? path)?.options.includes('noexec') && host.isWritable(path);
  });
}

function chrootOf(host: Host): Chroot | undefined {
  const chroot = host.which('chroot');
  if (host.uid === 0 && chroot !== undefined) return { file: chroot, options: [], root: '' };
  const unshare = host.which('unshare');
  if (unshare === undefined) return undefined;
  return { file: unshare, options: ['--user', '--map-root-user'], root: '--root=' };
}

export interface ProbeOptions {
  /** Byte 9 of the identification, for a private magic. */
  readonly tag?: number;
  /** True to ask the handler for its version too, which takes as long as the probe does; or the version that it has. */
  readonly version?: boolean | string;
}

/**
 * Runs the probe of one architecture, and gives the last run. In a chroot it first runs together with others;
 * what does not work there runs again by itself, and once more after a crash or a hang.
 */
export async function runProbe(
  host: Host,
  prober: Prober,
  target: Target,
  place: ProbePlace,
  options: ProbeOptions = {},
): Promise<ProbeRun> {
  const suffix = options.tag === undefined ? '' : '-trial';
  const jail = `${prober.folder}/${target.arch}${suffix}`;
  if (host.stat(jail) === undefined) {
    host.makeFolder(jail, 0o755);
    host.writeFile(
      `${jail}/probe`,
      buildProbe(target, options.tag === undefined ? {} : { tag: options.tag }),
      0o755,
    );
  }
  const ask = options.version === true;
  const told = typeof options.version === 'string' ? formatQemuAnswer(target, options.version) : undefined;
  const answer = place === 'chroot' ? await prober.together(jail, { version: ask }) : undefined;
  if (answer !== undefined) {
    const { version, ...ended } = answer;
    const outcome = { ...ended, signal: null, stderr: '', timedOut: false };
    const run = toRun(target, place, outcome, 1);
    if (judgeRun(run) === 'works') return withVersion(run, ask ? version : told);
  }
  const command = commandFor(prober, jail, place);
  // An empty environment: QEMU_* and LD_* of the job would change what is tested.
  const asked = ask
    ? host.run({ ...command, env: { QEMU_VERSION: '1' }, timeoutMs: PROBE_LIMIT_MS })
    : undefined;
  for (let attempt = 1; ; attempt++) {
    const outcome = await host.run({ ...command, env: {}, timeoutMs: PROBE_LIMIT_MS });
    const run = toRun(target, place, outcome, attempt);
    const result = judgeRun(run);
    const tries = result === 'crashed' ? TRIES : result === 'hung' ? HUNG_TRIES[place] : 1;
    if (attempt >= tries) return withVersion(run, (await asked)?.stdout ?? told);
  }
}

function withVersion(run: ProbeRun, version: string | undefined): ProbeRun {
  return version === undefined ? run : { ...run, version: version.slice(0, 200) };
}

function commandFor(prober: Prober, jail: string, place: ProbePlace): Pick<Command, 'file' | 'args' | 'cwd'> {
  const { chroot } = prober;
  if (place === 'chroot' && chroot !== undefined) {
    const args = [...chroot.options, `${chroot.root}${jail}`, '/probe', ...ARGUMENTS];
    return { file: chroot.file, args, cwd: jail };
  }
  // Node hands a file that the kernel refuses to /bin/sh; a shell asked by us reports the refusal instead.
  return { file: '/bin/sh', args: ['-c', 'exec "$0" "$@"', `${jail}/probe`, ...ARGUMENTS], cwd: jail };
}

function toRun(target: Target, place: ProbePlace, outcome: Outcome, attempts: number): ProbeRun {
  const { code, signal, stdout, stderr, timedOut, error, ms } = outcome;
  return {
    arch: target.arch,
    place,
    code,
    signal,
    stdout: stdout.slice(0, 200),
    stderr: stderr.slice(0, 1000),
    timedOut,
    error,
    attempts,
    ms,
  };
}

/** Does `work` for all items, at most `width` at once, and gives the results in order. */
export async function sideBySide<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}

/** The runs of one architecture; none for one that nothing could run. */
export interface Runs {
  readonly target: Target;
  readonly chroot?: ProbeRun;
  readonly plain?: ProbeRun;
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
  const probe = (target: Target): Promise<ProbeRun> => {
    const entry = answering(facts.table.entries, target);
    const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
    return runProbe(host, prober, target, 'chroot', { version: known ?? entry !== undefined });
  };
  try {
    const control = facts.architecture === undefined ? undefined : targetOf(facts.architecture);
    const wanted = targets.filter((target) => isWorthRunning(target, facts));
    const inside = prober.chroot === undefined ? [] : await sideBySide(wanted, SIDE_BY_SIDE, probe);
    const usable =
      control === undefined || inside.some((run) => run.arch === control.arch && judgeRun(run) === 'works');
    const chroots = new Map(usable ? inside.map((run) => [run.arch, run]) : []);
    const again = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
    const plains = new Map((await runPlainly(host, prober, again)).map((run) => [run.arch, run]));
    return targets.map((target) => {
      const chroot = chroots.get(target.arch);
      const plain = plains.get(target.arch);
      return {
        target,
        chroot,
        plain,
      };
    });
  } finally {
    prober.close();
  }
}

/** True for a run that leaves open whether it is the chroot or the handler that fails. */
function isUnexplained(run: ProbeRun | undefined): boolean {
  const result = run === undefined ? undefined : judgeRun(run);
  return result !== 'works' && result !== 'hung' && result !== 'wrong-emulator' && result !== 'no-marker';
}

function runPlainly(host: Host, prober: Prober, targets: readonly Target[]): Promise<readonly ProbeRun[]> {
  return sideBySide(targets, SIDE_BY_SIDE, (target) =>
    runProbe(host, prober, target, 'plain', { version: true }),
  );
}

function isWorthRunning(target: Target, facts: HostFacts): boolean {
  if (facts.table.state !== 'ready' || mayRunNatively(facts.architecture, target.arch)) return true;
  return answering(facts.table.entries, target) !== undefined;
}

/** Verdicts by architecture, in the order of the targets. */
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
  const anew = new Map(
    runs.flatMap((chroot) => {
      const target = targetOf(chroot.arch);
      return target === undefined
        ? []
        : [
            [
              chroot.arch,
              judge({ target, chroot, host: facts.architecture, entries: facts.table.entries }),
            ] as const,
          ];
    }),
  );
  return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}

/** How a chroot is entered: `file`, its options, and the jail after `root`. */
export interface Chroot {
  readonly file: string;
  readonly options: readonly string[];
  readonly root: '' | '--root=';
}

/** What a probe answered that ended by itself. */
interface ProbeAnswer {
  readonly code: number;
  readonly stdout: string;
  /** What it answered with QEMU_VERSION in its environment, outside the chroot; empty when it was not asked. */
  readonly version: string;
  /** Whole milliseconds from when it was asked for until it had ended, as exactly as the file system keeps time. */
  readonly ms: number;
}

/** Runs `/probe` in a jail, together with all others that are asked for before this process waits for something. */
export type RunTogether = (
  jail: string,
  options: { readonly version: boolean },
) => Promise<ProbeAnswer | undefined>;
/**
 * A constant: what differs comes in as arguments. What the probe prints is kept apart from its exit code, so that
 * no output can pass for one. A handler that prints for ever ends at the size that a file may have here.
 */
const SCRIPT = `
tool=$1 options=$2 root=$3 arguments=$4
unset PWD OLDPWD
ulimit -f 128
while IFS= read -r ask && [ -n "$ask" ] && IFS= read -r jail; do
  {
    "$tool" $options "$root$jail" /probe $arguments >"$jail.out"
    echo "$?"
    [ "$ask" = no ] || QEMU_VERSION=1 "$jail/probe"
  } >"$jail.end" 2>/dev/null &
done
wait
`;

/** Opens batches that enter jails by `chroot`, hand `args` to each probe, and take `limitMs` at most. */
export function openBatches(
  host: Host,
  chroot: Chroot,
  args: readonly string[],
  limitMs: number,
): RunTogether {
  const words = [chroot.file, chroot.options.join(' '), chroot.root, args.join(' ')];
  let open: Batch | undefined;
  const start = (): Batch => {
    let input: Input | undefined;
    const ended = host.run({
      file: '/bin/sh',
      args: ['-c', SCRIPT, 'sh', ...words],
      env: {},
      cwd: '/',
      feed: (given) => {
        input = given;
      },
      silent: true,
      timeoutMs: limitMs,
    });
    setImmediate(() => {
      open = undefined;
      // The end of the input would be noticed only when this process has nothing else to do.
      input?.write('\n');
      input?.end();
    });
    return { ended, add: (jail, ask) => input?.write(`${ask ? 'yes' : 'no'}\n${jail}\n`) };
  };
  return async (jail, { version }) => {
    open ??= start();
    const asked = Date.now();
    open.add(jail, version);
    await open.ended;
    return readAnswer(host, jail, asked);
  };
}

/** A shell that takes further jails. */
interface Batch {
  readonly add: (jail: string, ask: boolean) => void;
  readonly ended: Promise<unknown>;
}

/** `undefined` when the probe has not ended, or what it left cannot be read. */
function readAnswer(host: Host, jail: string, asked: number): ProbeAnswer | undefined {
  try {
    const [, code, version = ''] = /^(\d{1,3})\n(.*)$/s.exec(host.readText(`${jail}.end`)) ?? [];
    if (code === undefined) return undefined;
    // The clock of files stands still for some milliseconds at a time.
    const ms = Math.max(1, Math.round((host.stat(`${jail}.end`)?.modified ?? asked) - asked));
    return { code: Number(code), stdout: host.readText(`${jail}.out`), version, ms };
  } catch {
    return undefined;
  }
}
