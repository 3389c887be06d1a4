/** What a signature is, what a log showed, and the conditions that tell one cause from another. */

import { isOlder, parseVersion } from '../../text/version.ts';

/**
 * What a signature says about the log: it is a failure of running or fetching another architecture; it may be
 * one; it fails nothing by itself, but may lead to a failure; a registry refused something, which concerns
 * emulation only when it was the emulator's image; or it merely tells one cause of a failure from another.
 */
type Relevance = 'emulation' | 'possible' | 'note' | 'registry' | 'clue';

/** One way in which a signature appears in one line. Literal text first: no pattern runs without it. */
export interface Pattern {
  /** Lower-case text that the lower-cased line holds. */
  readonly has: string;
  /** What the line must also match. Applied to a line of at most `LINE_LIMIT` characters. */
  readonly and?: RegExp;
  /** Count the line only within a few lines of one that speaks of QEMU or binfmt. */
  readonly near?: true;
  /** Count the line only in a step of a build that is known to have run on some platform. */
  readonly step?: true;
  /** Count the line only when one of these signatures was seen before it. */
  readonly after?: readonly string[];
}

/** An architecture's handler as the host's kernel has it; what is not known is left out. */
export interface EntryFacts {
  readonly name: string;
  readonly enabled?: boolean;
  /** Flag `F`: the interpreter is pinned. */
  readonly fixed?: boolean;
  /** Flag `C`: set-uid programs keep their rights. */
  readonly credentials?: boolean;
  /** Flag `P`: argv[0] is preserved. */
  readonly preserved?: boolean;
  readonly interpreter?: 'static' | 'dynamic' | 'missing' | 'script';
}

/** What is known about the host on which the log is read. Everything is optional: unknown is not false. */
export interface LogFacts {
  /** `uname -r`. */
  readonly kernel?: string;
  /** OCI architecture of the host (`amd64`). */
  readonly hostArch?: string;
  /** The kernel knows binfmt_misc (built in, or the module can be loaded). */
  readonly supported?: boolean;
  /** binfmt_misc is mounted on the host. */
  readonly mounted?: boolean;
  readonly entries?: readonly EntryFacts[];
  /** OCI architectures that were asked for by name. */
  readonly asked?: readonly string[];
  /** Result of the probe for each OCI architecture that was tried. */
  readonly verdicts?: Readonly<Record<string, 'native' | 'emulated' | 'broken' | 'missing'>>;
  /** Version that the pinned emulator answers, or that of the image. */
  readonly qemuVersion?: string;
  /** ELF type of the emulator: `exec` is linked at a fixed address, `dyn` is static-pie. */
  readonly interpreterType?: 'exec' | 'dyn';
  readonly docker?: boolean;
  /** The Docker engine runs on another machine, whose kernel decides. */
  readonly remoteEngine?: boolean;
  /** The engine is rootless, with a user namespace of its own. */
  readonly rootless?: boolean;
  /** This process runs in a container or a user namespace. */
  readonly contained?: boolean;
  /** A buildx builder was started before the entries were written. */
  readonly staleBuilder?: boolean;
}

/** One line of the log, safe to print. */
export interface LogLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** One signature that was seen. */
export interface LogMatch {
  readonly id: string;
  readonly count: number;
  /** The first few lines; never all of them. */
  readonly evidence: readonly LogLine[];
  /** At least one of the lines was near one that speaks of QEMU or binfmt. */
  readonly nearEmulator: boolean;
  /** OCI platforms of the build steps that printed it, where they are known. */
  readonly steps?: readonly string[];
}

/** What was seen in a log. */
export interface LogReport {
  readonly lines: number;
  readonly matches: readonly LogMatch[];
  /** OCI platforms that the log names (`linux/arm64`), in the order of their first appearance. */
  readonly platforms: readonly string[];
}

/** True: the facts support this cause. False: they rule it out. Undefined: they do not tell. */
export type Supports = (facts: LogFacts, log: LogReport) => boolean | undefined;

export interface Cause {
  /** A sentence that states the cause. */
  readonly text: string;
  readonly when?: Supports;
  /** Goes before a general cause where the facts support both. */
  readonly specific?: true;
  /** This cause has nothing to do with emulation. */
  readonly elsewhere?: true;
  /** In the imperative: the next thing to do. */
  readonly remedy: string;
  /** To copy; `{platform}` becomes the platform of the log. */
  readonly commands?: readonly string[];
}

export interface Signature {
  /** Stable: `kebab-case`, also the anchor in docs/troubleshooting.md. */
  readonly id: string;
  readonly title: string;
  /** `emulation` where it is left out. */
  readonly relevance?: Relevance;
  readonly patterns: readonly Pattern[];
  /** Says of a match that it is none where this is false. */
  readonly applies?: Supports;
  /** Signatures that need no diagnosis of their own once this one was seen. */
  readonly explains?: readonly string[];
  /** The most likely first, where the facts do not tell. */
  readonly causes: readonly Cause[];
  /** Public threads on GitHub, with spaces between: `owner/name#1` is an issue, `owner/name!1` a pull request. */
  readonly sources?: string;
}

/** Makes a signature. */
export function signature(id: string, title: string, rest: Omit<Signature, 'id' | 'title'>): Signature {
  return { id, title, ...rest };
}

const THIRTY_TWO_BIT = new Set(['386', 'arm', 'mips', 'mipsle', 'ppc', 'riscv32', 'm68k', 'sh4']);

/** False where the kernel that runs the programs has no handler at all: then it is none's fault. */
export const someHandler: Supports = ({ entries, remoteEngine, rootless }) =>
  entries?.length === 0 && remoteEngine !== true && rootless !== true ? false : undefined;

/** QEMU is older than this version (dotted). */
export function qemuOlder(than: string): Supports {
  return (facts, log) => {
    const version = parseVersion(facts.qemuVersion ?? '');
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
export function kernelOlder(than: string): Supports {
  return (facts) => {
    const version = parseVersion(facts.kernel ?? '');
    return version === undefined ? undefined : isOlder(version, than);
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
function archesOf(log: LogReport): readonly string[] {
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
