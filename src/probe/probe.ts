/** Runs probes, in a chroot and plainly. Nothing here says what an outcome means. */

import type { Command, Host, Outcome } from '../host/host.ts';
import { type Chroot, openBatches, type RunTogether } from '../host/probe-batch.ts';
import { type Mount, mountOf } from '../host/proc.ts';
import { buildProbe, PROBE_ARGUMENTS } from '../platform/elf.ts';
import type { Target } from '../platform/platforms.ts';
import { formatQemuAnswer, judgeRun, type Place, type ProbeRun } from './verdict.ts';

/** Most time that one run of a probe may take, in milliseconds; a run takes about five. */
export const PROBE_LIMIT_MS = 5_000;
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
  place: Place,
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

function commandFor(prober: Prober, jail: string, place: Place): Pick<Command, 'file' | 'args' | 'cwd'> {
  const { chroot } = prober;
  if (place === 'chroot' && chroot !== undefined) {
    const args = [...chroot.options, `${chroot.root}${jail}`, '/probe', ...ARGUMENTS];
    return { file: chroot.file, args, cwd: jail };
  }
  // Node hands a file that the kernel refuses to /bin/sh; a shell asked by us reports the refusal instead.
  return { file: '/bin/sh', args: ['-c', 'exec "$0" "$@"', `${jail}/probe`, ...ARGUMENTS], cwd: jail };
}

function toRun(target: Target, place: Place, outcome: Outcome, attempts: number): ProbeRun {
  const { code, signal, stdout, stderr, timedOut, error, ms } = outcome;
  return {
    arch: target.arch,
    place,
    code,
    signal,
    stdout: stdout.slice(0, 200),
    stderr: stderr.slice(0, 1000),
    timedOut,
    ...(error === undefined ? {} : { error }),
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
