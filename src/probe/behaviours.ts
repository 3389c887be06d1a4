/** What a probe tells besides that it runs: the things that it did, each a letter, and the level of its CPU. */

import type { Target } from '../platform/platforms.ts';

/** What every probe writes first to its standard output. */
export const PROBE_MARKER = 'binfmt-ok\n';

/**
 * What programs do, and a probe too (probes/behaviours.c):
 *
 * - `start`: what a C library does before `main`: the auxiliary vector, uname, set_tid_address, brk, mprotect
 * - `heap`: brk grows by a quarter of a megabyte, which can be written to
 * - `signal`: a signal is handled, and the program goes on
 * - `thread`: a thread starts and ends, and a futex tells of it
 * - `openat2`: openat2 with O_NOFOLLOW and RESOLVE_BENEATH, as tar calls it
 * - `close-range`: a system call that QEMU has since 6.1
 * - `time64`: clock_gettime64, on 32-bit targets
 * - `rva23`: instructions of the profile RVA23 (Zbb, Zicond, V), on riscv64
 */
export type Behaviour =
  | 'start'
  | 'heap'
  | 'signal'
  | 'thread'
  | 'openat2'
  | 'close-range'
  | 'time64'
  | 'rva23';

/** In the order in which they are tried: what follows a crash was not tried. */
const LETTERS: ReadonlyMap<Behaviour, string> = new Map([
  ['start', 'c'],
  ['heap', 'b'],
  ['signal', 's'],
  ['thread', 't'],
  ['openat2', 'o'],
  ['close-range', 'r'],
  ['time64', 'w'],
  ['rva23', 'v'],
]);

/** The targets whose probe is the long one. */
const BEHAVING: ReadonlySet<string> = new Set([
  ...['amd64', 'arm64', 'riscv64', 'ppc64le', 's390x', '386', 'mips64le', 'mips64', 'loong64', 'arm'],
  ...['arm64be', 'riscv32', 'ppc64', 'ppc', 'mips', 'mipsle'],
]);

/** What one run of a probe told. */
export interface Answers {
  /** Absent of a probe that only writes the marker. */
  readonly done?: ReadonlySet<Behaviour>;
  /** Of amd64 the x86-64 level that programs get (1 to 4), of arm the version of the architecture (5 to 7). */
  readonly level?: number;
}

/** What a probe wrote; `undefined` for anything else than the marker, and what may follow it. */
export function parseAnswers(stdout: string): Answers | undefined {
  if (!stdout.startsWith(PROBE_MARKER)) return undefined;
  const rest = stdout.slice(PROBE_MARKER.length);
  if (rest === '') return {};
  const [, letters, level] = /^([a-z]*)([1-9]?)\n$/.exec(rest) ?? [];
  if (letters === undefined) return undefined;
  const done = [...LETTERS].flatMap(([behaviour, letter]) => (letters.includes(letter) ? behaviour : []));
  return { done: new Set(done), level: level ? Number(level) : undefined };
}

/** What a probe was asked to do and did not; nothing of one that only writes the marker. */
export function lackedBy(target: Target, { done }: Answers, thorough = false): readonly Behaviour[] {
  if (done === undefined) return [];
  return behavioursOf(target, thorough).filter((behaviour) => !done.has(behaviour));
}

/** What the probe of a target is asked to do; a thread only where it is asked to be `thorough`. */
function behavioursOf({ arch, elf }: Target, thorough: boolean): readonly Behaviour[] {
  if (!BEHAVING.has(arch)) return [];
  return [...LETTERS.keys()].filter((behaviour) => {
    if (behaviour === 'thread') return thorough;
    if (behaviour === 'time64') return elf.bits === 32;
    return behaviour !== 'rva23' || arch === 'riscv64';
  });
}
