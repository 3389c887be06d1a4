/** Questions to the host's facts. Each answers true, false, or undefined where the facts do not tell. */

import type { EntryFacts, LogFacts, LogReport, Supports } from '../doctor/log/signature.ts';
import { atLeast, parseVersion, type Version } from '../facts/facts.ts';
import { parseQemuVersion } from '../qemu/advisories.ts';
import { isOlder } from './qemu-version.ts';

const THIRTY_TWO_BIT = new Set(['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32', 'm68k', 'sh4']);

/** False where the kernel that runs the programs has no handler at all: then it is none's fault. */
export const someHandler: Supports = ({ entries, remoteEngine, rootless }) =>
  entries?.length === 0 && remoteEngine !== true && rootless !== true ? false : undefined;

/** QEMU is older than this version (dotted). */
export function qemuOlder(than: string): Supports {
  return (facts, log) => {
    const version = parseQemuVersion(facts.qemuVersion ?? '');
    return version === undefined ? someHandler(facts, log) : isOlder(version, than);
  };
}

/** QEMU is at least `from` and older than `below`. */
export function qemuWithin(from: string, below: string): Supports {
  return (facts, log) => {
    const tooOld = qemuOlder(from)(facts, log);
    return tooOld ? false : qemuOlder(below)(facts, log);
  };
}

/** The kernel is older than this version. */
export function kernelOlder(...than: Version): Supports {
  return (facts) => {
    const version = parseVersion(facts.kernel ?? '');
    return version === undefined ? undefined : !atLeast(version, than);
  };
}

/** An entry of which `fault` is true; false only when it is false for every entry. */
export function someEntry(fault: (entry: EntryFacts) => boolean | undefined): Supports {
  return (facts) => {
    if (facts.entries === undefined || facts.entries.length === 0) return undefined;
    const answers = facts.entries.map(fault);
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
  };
}

/** The opposite of a fact that may be unknown. */
export function not(fact: boolean | undefined): boolean | undefined {
  return fact === undefined ? undefined : !fact;
}

/** The architectures that the log names: `arm` of `linux/arm/v7`. */
export function archesOf(log: LogReport): readonly string[] {
  return [...new Set(log.platforms.map(archOf))];
}

function archOf(platform: string): string {
  return platform.replace(/^linux\/|\/v.*$/g, '');
}

/** A build step that showed `id` ran on an architecture that this host does not run by itself. */
export function foreignStep(id: string): Supports {
  return ({ hostArch, verdicts = {} }, log) => {
    const steps = log.matches.find((match) => match.id === id)?.steps;
    if (steps === undefined || hostArch === undefined) return undefined;
    return steps.map(archOf).some((arch) => arch !== hostArch && verdicts[arch] !== 'native');
  };
}

/** The probes' verdicts on the foreign platforms that the log names, else on those asked for, else on all. */
function verdictsOn(facts: LogFacts, log: LogReport): readonly string[] | undefined {
  const named = archesOf(log).filter((arch) => arch !== facts.hostArch);
  const foreign = named.length > 0 ? named : (facts.asked ?? []);
  const verdicts = Object.entries(facts.verdicts ?? {})
    .filter(([arch]) => foreign.length === 0 || foreign.includes(arch))
    .map(([, verdict]) => verdict);
  return verdicts.length > 0 ? verdicts : undefined;
}

/** Nothing runs the architecture on this host. */
export const missing: Supports = (facts, log) => verdictsOn(facts, log)?.includes('missing');

/** A handler is there, but the probe failed. */
export const broken: Supports = (facts, log) => verdictsOn(facts, log)?.includes('broken');

/** The architecture runs on this host now. */
export const runsHere: Supports = (facts, log) =>
  verdictsOn(facts, log)?.every((verdict) => verdict === 'native' || verdict === 'emulated');

/** The log names a 32-bit platform. */
export const thirtyTwoBit: Supports = (_facts, log) =>
  archesOf(log).some((arch) => THIRTY_TWO_BIT.has(arch)) || undefined;

/** The host's architecture is this one. */
export function hostIs(arch: string): Supports {
  return (facts) => (facts.hostArch === undefined ? undefined : facts.hostArch === arch);
}

/** The log shows another signature. */
export function logShows(id: string): Supports {
  return (_facts, log) => log.matches.some((match) => match.id === id) || undefined;
}

/** Some line of evidence for `id` matches. */
export function evidenceIs(id: string, pattern: RegExp): Supports {
  return (_facts, log) => {
    const match = log.matches.find((seen) => seen.id === id);
    return match?.evidence.some((evidence) => pattern.test(evidence.text)) || undefined;
  };
}
