/** What tells one cause of a failure from another: what the log and the host show. */

import { mayRunNatively } from '../../platform/platforms.ts';
import { isOlder, parseVersion } from '../../text/version.ts';
import type { ArchFacts, Condition, View } from './kind.ts';

/** The opposite of a fact that may be unknown. */
export function not(fact: boolean | undefined): boolean | undefined {
  return fact === undefined ? undefined : !fact;
}

/** The first of them that is known decides. */
export function either(...conditions: readonly Condition[]): Condition {
  return (view) => conditions.map((condition) => condition(view)).find((answer) => answer !== undefined);
}

/** True where the condition is; false, and so ruled out, where it is not. */
export function only(condition: Condition): Condition {
  return (view) => condition(view) === true;
}

/** `arm` of `linux/arm/v7`. */
export function archOf(platform: string): string {
  return platform.split('/')[1] as string;
}

/** What the host knows of the architecture in question; of all foreign ones where none is named. */
function archsOf({ host, platform }: View): readonly ArchFacts[] {
  const named = platform === undefined ? (host.asked ?? []) : [platform];
  const wanted = new Set(named.map(archOf));
  return (host.archs ?? []).filter(({ arch }) =>
    wanted.size > 0 ? wanted.has(arch) : !mayRunNatively(host.hostArch, arch),
  );
}

/** Something is so of the architecture in question; false only when it is not so for sure. */
function someArch(fault: (arch: ArchFacts) => boolean | undefined): Condition {
  return (view) => {
    const answers = archsOf(view).map(fault);
    if (answers.includes(true)) return true;
    return answers.length === 0 || answers.includes(undefined) ? undefined : false;
  };
}

/** The same, of those that an entry takes. */
export function someEntry(fault: (arch: ArchFacts) => boolean | undefined): Condition {
  return someArch((arch) => (arch.entry === undefined ? undefined : fault(arch)));
}

/** False where the kernel that runs the programs has no handler at all: then it is none's fault. */
const someHandler: Condition = (view) => {
  const { archs, remoteEngine, rootless } = view.host;
  if (archs === undefined || remoteEngine === true || rootless === true) return undefined;
  return archsOf(view).every(({ entry }) => entry === undefined) ? false : undefined;
};

/** QEMU is older than this version (dotted). */
export function qemuOlder(than: string): Condition {
  const old = someEntry(({ qemuVersion }) => {
    const version = parseVersion(qemuVersion ?? '');
    return version === undefined ? undefined : isOlder(version, than);
  });
  return (view) => old(view) ?? someHandler(view);
}

/** QEMU is at least `from` and older than `below`. */
export function qemuWithin(from: string, below: string): Condition {
  return (view) => (qemuOlder(from)(view) === true ? false : qemuOlder(below)(view));
}

/** QEMU is linked at a fixed address. */
export const fixedAddress: Condition = (view) =>
  someEntry(({ linked }) => (linked === undefined ? undefined : linked === 'exec'))(view) ??
  someHandler(view);

/** The kernel is older than this version. */
export function kernelOlder(than: string): Condition {
  return ({ host }) => {
    const version = parseVersion(host.kernel ?? '');
    return version === undefined ? undefined : isOlder(version, than);
  };
}

/** Nothing runs the architecture on this host, and no entry would. */
export const missing: Condition = someArch(({ verdict, entry }) =>
  verdict === undefined ? undefined : verdict === 'missing' && entry === undefined,
);

/** Only an entry that is named after the architecture is there, and it does not take its programs. */
export const misnamed: Condition = someArch(({ misnamed: named }) => named);

/** An entry is there, and switched off. */
export const switchedOff: Condition = someEntry(({ enabled }) => not(enabled));

/** A handler is there, but the probe failed. */
export const broken: Condition = someArch(({ verdict }) => verdict && verdict === 'broken');

/** The architecture runs on this host now. */
export const runsHere: Condition = someArch(
  ({ verdict }) => verdict && (verdict === 'native' || verdict === 'emulated'),
);

const THIRTY_TWO_BIT = new Set(['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32', 'm68k', 'sh4']);

/** The platform in question has 32 bits. */
export const thirtyTwoBit: Condition = ({ platform }) =>
  platform === undefined ? undefined : THIRTY_TWO_BIT.has(archOf(platform));

/** The machine that printed the log is of this architecture. */
export function machineIs(arch: string): Condition {
  return ({ machine }) => (machine === undefined ? undefined : machine === arch);
}

/** The failure is about this architecture. */
export function platformIs(arch: string): Condition {
  return ({ platform }) => (platform === undefined ? undefined : archOf(platform) === arch);
}

/** The log shows another kind, or a clue. */
export function logShows(...ids: readonly string[]): Condition {
  return ({ log }) => log.matches.some((match) => ids.includes(match.id)) || undefined;
}

/** Some line of evidence matches. */
export function evidenceIs(pattern: RegExp): Condition {
  return ({ match }) => match.evidence.some(({ text }) => pattern.test(text)) || undefined;
}

/** The program that could not be started is one of these. */
export function programIs(pattern: RegExp): Condition {
  return ({ match }) => (match.program === undefined ? undefined : pattern.test(match.program));
}

/** The log tells what the machine is, and names nothing that is not of it; or a machine boots, which has a kernel of its own. */
const onlyTheMachine: Condition = ({ log }) =>
  log.matches.some(({ id }) => id === 'machine-boots') ||
  (log.machine !== undefined && log.platforms.every(({ platform }) => archOf(platform) === log.machine));

/** What is not started at all may be of any architecture. */
const NOT_STARTED = /no such file or directory|required file not found|: not found$/i;

/** It ran under an emulator, or on a platform that is not the machine's. */
export const emulatedOrForeign: Condition = (view) => {
  if (view.log.emulated) return true;
  if (view.foreign !== undefined || view.platform !== undefined) return view.foreign;
  const started = !view.match.evidence.some(({ text }) => NOT_STARTED.test(text));
  return started && onlyTheMachine(view) ? false : undefined;
};

/** Where no platform is named, it ran on the machine's own. */
export const ranForeign: Condition = (view) =>
  emulatedOrForeign(view) ?? (view.platform === undefined && view.here !== true ? false : undefined);
