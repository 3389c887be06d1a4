/** What a probe run means. */

import { claimants, type Entry } from '../binfmt/entry.ts';
import type { Outcome } from '../host/host.ts';
import { mayRunNatively, qemuName, type Target } from '../platform/platforms.ts';
import { printable } from '../text/text.ts';
import { parseQemuAnswer } from '../text/version.ts';
import { PROBE_ARGUMENTS, PROBE_MARKER } from './programs.ts';

/** Where a probe ran: inside a chroot that holds nothing else, or in the host's own tree. */
export type ProbePlace = 'chroot' | 'plain';

/** One probe, run: raw, not judged. */
export interface ProbeRun extends Outcome {
  readonly arch: string;
  readonly place: ProbePlace;
  readonly attempts: number;
  /** What the program answers with QEMU_VERSION in its environment, or would answer; QEMU prints its version. */
  readonly version?: string;
}

export type ProbeResult =
  /** Exit code and marker as they must be. */
  | 'works'
  /** The right program ran, but its arguments were shifted: kernel and QEMU disagree about flag `P`. */
  | 'arguments'
  | 'no-handler'
  | 'no-interpreter'
  | 'crashed'
  | 'hung'
  | 'wrong-emulator'
  | 'no-marker'
  | 'wrong-exit'
  | 'not-started';

/** Classifies one run. Only the exit code together with the exact marker counts as success. */
export function judgeRun(run: ProbeRun): ProbeResult {
  if (run.error !== undefined) return 'not-started';
  if (run.timedOut) return 'hung';
  const marked = run.stdout === PROBE_MARKER;
  if (run.code === PROBE_ARGUMENTS) return marked ? 'works' : 'no-marker';
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
  readonly ms: number;
}

/** True for what runs, and runs in containers too. */
export function isProven(verdict: Verdict | undefined): boolean {
  return verdict?.status === 'native' || verdict?.status === 'emulated';
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
    ms: run.ms,
  };
  const inside = chroot === undefined ? undefined : judgeRun(chroot);
  const outside = plain === undefined ? undefined : judgeRun(plain);
  const native = entry === undefined && qemuVersion === undefined && mayRunNatively(host, target.arch);
  if (native && (inside === 'works' || outside === 'works'))
    return { ...common, status: 'native', reason: '', result: 'works' };
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

const UNPROVEN_OUTSIDE = 'it runs here, but no chroot could be entered to prove that it would in a container';
const LOST_IN_CHROOT =
  'it runs here but not in a chroot: the entry lacks the F flag, or its interpreter is not static';

function absence(target: Target, claiming: readonly Entry[]): string {
  const off = claiming.find((candidate) => !candidate.enabled);
  if (off !== undefined) return `its entry ${printable(off.name, 60)} is switched off`;
  return `no entry takes ${target.arch} programs`;
}

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
    case 'no-handler':
      return 'the kernel does not know how to execute it (ENOEXEC)';
    case 'no-interpreter':
      return `${handler} does not exist, or needs files that are not there (ENOENT)`;
    case 'crashed':
      return `${handler} crashed (${run.signal})${quoted}`;
    case 'hung':
      return `${handler} did not end within the time limit`;
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
