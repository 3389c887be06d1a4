/** What a probe run means. */

import { claimants, type Entry } from '../binfmt/entry.ts';
import type { Outcome } from '../host/host.ts';
import { mayRunNatively, qemuName, type Target, targetOf } from '../platform/platforms.ts';
import { printable } from '../text/text.ts';
import { parseQemuAnswer } from '../text/version.ts';
import { type Behaviour, lackedBy, parseAnswers } from './behaviours.ts';
import { PROBE_ARGUMENTS } from './programs.ts';

/** Where a probe ran: inside a chroot that holds nothing else, or in the host's own tree. */
export type ProbePlace = 'chroot' | 'plain';

/** One probe, run: raw, not judged. */
export interface ProbeRun extends Outcome {
  readonly arch: string;
  readonly place: ProbePlace;
  readonly attempts: number;
  /** A probe that takes its time, and was asked to. */
  readonly thorough?: boolean;
  /** How long this host took for a probe of its own when this one came to its time limit, in milliseconds. */
  readonly ownMs?: number;
  /** What the program answers with QEMU_VERSION in its environment, or would answer; QEMU prints its version. */
  readonly version?: string;
}

export type ProbeResult =
  /** Exit code and marker as they must be. */
  | 'works'
  /** The right program ran, but its arguments were shifted: kernel and QEMU disagree about flag `P`. */
  | 'arguments'
  /** It ran, but did not get through what a C library does before `main`. */
  | 'no-start'
  | 'no-handler'
  | 'no-interpreter'
  | 'crashed'
  | 'hung'
  /** It came to its time limit on a machine that is too slow, or too busy, to call that a hang. */
  | 'slow'
  | 'wrong-emulator'
  | 'no-marker'
  | 'wrong-exit'
  | 'not-started';

/** An emulator takes five times as long as the host itself for a probe. One that takes 200 times as long hangs. */
const PATIENCE = 200;

/** Most time that a probe is given, and the least, in milliseconds. */
const [LONGEST_MS, SHORTEST_MS] = [30_000, 5_000];

/** The time limit of a probe on a host that takes `ownMs` for a probe of its own. */
export function timeLimit(ownMs: number | undefined): number {
  return Math.min(Math.max(SHORTEST_MS, (ownMs ?? 0) * PATIENCE), LONGEST_MS);
}

/** What the probe was asked to do and did not. */
export function lackedIn({ arch, stdout, thorough }: ProbeRun): readonly Behaviour[] {
  const [target, answers] = [targetOf(arch), parseAnswers(stdout)];
  return target === undefined || answers === undefined ? [] : lackedBy(target, answers, thorough);
}

/** Classifies one run. Only the exit code together with the exact marker counts as success. */
export function judgeRun(run: ProbeRun): ProbeResult {
  if (run.error !== undefined) return 'not-started';
  if (run.timedOut) return (run.ownMs ?? 0) * PATIENCE > LONGEST_MS ? 'slow' : 'hung';
  const marked = parseAnswers(run.stdout) !== undefined;
  if (run.code === PROBE_ARGUMENTS) {
    if (!marked) return 'no-marker';
    return lackedIn(run).includes('start') ? 'no-start' : 'works';
  }
  if (marked && (run.code === PROBE_ARGUMENTS - 1 || run.code === PROBE_ARGUMENTS + 1)) return 'arguments';
  if (run.signal !== null) return 'crashed';
  if (run.code === 126) return 'no-handler';
  if (run.code === 127) return 'no-interpreter';
  if (/Invalid ELF image/.test(run.stderr)) return 'wrong-emulator';
  return 'wrong-exit';
}

/**
 * - `native`: the CPU and kernel run it themselves
 * - `emulated`: proven in an empty chroot, through a handler
 * - `outside-only`: runs here, but nothing shows that it would in a container (flag `F`)
 * - `broken`: an entry claims it, and the probe failed
 * - `absent`: nothing runs it
 */
export type Status = 'native' | 'emulated' | 'outside-only' | 'broken' | 'absent';

export interface Verdict {
  readonly arch: string;
  readonly status: Status;
  /** Why it is not proven, for people; empty for `native` and `emulated`. */
  readonly reason: string;
  readonly result?: ProbeResult;
  /** The entry that answered. */
  readonly entry?: Entry;
  /** As the handler itself said it, e.g. `10.2.3`. */
  readonly qemuVersion?: string;
  /** The first line of the handler's answer to the question for its version. */
  readonly handlerVersion?: string;
  /** What programs do under this handler on other machines, and the probe could not do though the host can. */
  readonly lacks?: readonly Behaviour[];
  /** The level of the CPU that programs see: of amd64 1 to 4, of arm 5 to 7. */
  readonly level?: number;
  readonly ms: number;
}

/** True for what runs, and runs in containers too. */
export function isProven(verdict: Verdict | undefined): boolean {
  return verdict?.status === 'native' || verdict?.status === 'emulated';
}

/**
 * The level that BuildKit sees (util/archutil): natively that of the CPU; under an emulator its own probe of amd64 knows two
 * levels, whatever the emulator offers.
 */
export function buildKitLevel({ arch, status, level = 1 }: Verdict): number {
  return arch === 'amd64' && status !== 'native' ? Math.min(level, 2) : level;
}

/** The answer of a handler whose version is known without asking it. */
export function formatQemuAnswer(target: Target, version: string): string {
  return `${qemuName(target)} version ${version}\n`;
}

/** The runs of one architecture; none for one that nothing could run. */
export interface Runs {
  readonly target: Target;
  /** The run in the chroot, where one was possible. */
  readonly chroot?: ProbeRun;
  /** The run outside, made when the one in the chroot failed or was not possible. */
  readonly plain?: ProbeRun;
}

export interface ProbeEvidence extends Runs {
  /** OCI architecture of the host. */
  readonly host: string | undefined;
  /** What the host itself cannot do, which is no fault of a handler. */
  readonly excused?: readonly Behaviour[];
  readonly entries: readonly Entry[];
}

/** Judges everything that is known of one architecture. */
export function judge(evidence: ProbeEvidence): Verdict {
  const { target, host, entries, chroot, plain } = evidence;
  const claiming = claimants(entries, target);
  const entry = claiming.find((candidate) => candidate.enabled);
  const run = chroot ?? plain;
  if (run === undefined)
    return { arch: target.arch, status: 'absent', reason: absence(target, claiming), ms: 0 };
  const qemuVersion = parseQemuAnswer(run.version ?? '');
  const common = {
    arch: target.arch,
    entry,
    qemuVersion,
    handlerVersion: qemuVersion === undefined ? undefined : run.version?.split('\n', 1).join(''),
    ...tell(run, evidence.excused),
    ms: run.ms,
  };
  const inside = chroot === undefined ? undefined : judgeRun(chroot);
  const outside = plain === undefined ? undefined : judgeRun(plain);
  const native = entry === undefined && qemuVersion === undefined && mayRunNatively(host, target.arch);
  // What the host itself cannot do of what a C library does is not for a set-up to mend.
  const runs = [inside, outside].some((result) => result === 'works' || result === 'no-start');
  if (native && runs) return { ...common, status: 'native', reason: '', result: 'works' };
  if (inside === 'works') return { ...common, status: 'emulated', reason: '', result: 'works' };
  if (outside === 'works') {
    const reason = inside === undefined ? UNPROVEN_OUTSIDE : LOST_IN_CHROOT;
    return { ...common, status: 'outside-only', reason, result: inside ?? outside };
  }
  const last = plain ?? run;
  const result = judgeRun(last);
  // Without an entry, a chroot that answers "no such file" or "cannot execute" only says that nothing runs it.
  const silent = entry === undefined && (result === 'no-handler' || result === 'no-interpreter');
  if (silent) return { ...common, status: 'absent', reason: absence(target, claiming) };
  return { ...common, status: 'broken', reason: explainResult(result, last, entry?.interpreter), result };
}

/** What a run told besides its result. */
function tell(run: ProbeRun, excused: readonly Behaviour[] = []): Pick<Verdict, 'lacks' | 'level'> {
  if (judgeRun(run) !== 'works') return {};
  const lacking = lackedIn(run).filter((behaviour) => !excused.includes(behaviour));
  return { lacks: lacking.length === 0 ? undefined : lacking, level: parseAnswers(run.stdout)?.level };
}

const UNPROVEN_OUTSIDE = 'it runs here, but no chroot could be entered to prove that it would in a container';
const LOST_IN_CHROOT =
  'it runs here but not in a chroot: the entry lacks the F flag, or its interpreter is not static';

function absence(target: Target, claiming: readonly Entry[]): string {
  const off = claiming.find((candidate) => !candidate.enabled);
  if (off !== undefined) return `its entry ${printable(off.name, 60)} is switched off`;
  return `no entry takes ${target.arch} programs`;
}

/** Why the kernel did not start the probe, by what the launcher says: `e` and the errno. */
function refusal({ stderr }: ProbeRun): string {
  const errno = Number(/^e (\d{3})$/m.exec(stderr)?.[1] ?? ENOEXEC);
  if (errno === ENOEXEC) return 'does not know how to execute it (ENOEXEC)';
  return errno === EACCES ? 'refuses to execute it there (EACCES)' : `refuses to execute it (errno ${errno})`;
}

/** include/uapi/asm-generic/errno-base.h, the same on all architectures. */
const [ENOEXEC, EACCES] = [8, 13];

/** One result as a clause for people; `interpreter` is the path of the handler, where it has one. */
export function explainResult(result: ProbeResult, run: ProbeRun, interpreter?: string): string {
  const handler = interpreter === undefined ? 'the handler' : printable(interpreter, 120);
  const said = printable(run.stderr, 160);
  const quoted = said === '' ? '' : `, saying "${said}"`;
  switch (result) {
    case 'works':
      return 'the probe ran';
    case 'arguments':
      return `${handler} and the kernel disagree about the P flag: every argument is shifted`;
    case 'no-start':
      return `${handler} runs programs, but not what a C library does before main: no program of the usual kind runs`;
    case 'no-handler':
      return `the kernel ${refusal(run)}`;
    case 'no-interpreter':
      return `${handler} does not exist, or needs files that are not there (ENOENT)`;
    case 'crashed':
      return `${handler} crashed (${run.signal})${quoted}`;
    case 'hung':
      return `${handler} did not end within the time limit`;
    case 'slow':
      return `too slow to tell: this machine took ${Math.round(run.ownMs ?? 0)} ms for a program of its own, and ${handler} did not end within the time limit`;
    case 'wrong-emulator':
      return `${handler} emulates another architecture`;
    case 'no-marker':
      return `${handler} ended as a probe does, but did not print the marker: it did not run the program`;
    case 'wrong-exit':
      return `${handler} ended with exit ${run.code} and did not run the program${quoted}`;
    case 'not-started':
      return `the probe could not be started (${run.error ?? 'unknown reason'})`;
  }
}
