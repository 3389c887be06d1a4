/** What a kind of failure is, how it shows itself in a log, and the conditions that tell one cause from another. */

import { mayRunNatively } from '../../platform/platforms.ts';
import { isOlder, parseVersion } from '../../text/version.ts';
import type { LogMatch, LogReport } from '../log/model.ts';

/**
 * What a kind says about the failure: it comes from emulation; it does where the step ran on a platform that is not
 * the machine's own; it does not; it fails nothing by itself; or it merely tells one cause of another kind.
 */
type Bearing = 'emulation' | 'foreign' | 'elsewhere' | 'note' | 'clue';

/** One way in which a kind shows itself in one line. Literal text first: no pattern runs without it. */
export interface Sign {
  /** Lower-case text that the lower-cased line holds. */
  readonly has: string;
  /** What the line must also match. Applied to a line of at most `LINE_LIMIT` characters. */
  readonly and?: RegExp;
  /** What it must not match: the text as somebody's words, or another tool's. */
  readonly not?: RegExp;
  /** What the step's command, or one of the lines before, must match. */
  readonly about?: RegExp;
}

/** What is known of one architecture on this host; what is not known is left out. */
export interface ArchFacts {
  readonly arch: string;
  /** Result of the probe. */
  readonly verdict?: 'native' | 'emulated' | 'broken' | 'missing';
  /** Name of the entry that takes its programs, or would if it were switched on. */
  readonly entry?: string;
  /** An entry has the name that is usual for it, and takes other programs. */
  readonly misnamed?: boolean;
  readonly enabled?: boolean;
  /** Flag `F`: the interpreter is pinned. */
  readonly fixed?: boolean;
  /** Flag `C`: set-uid programs keep their rights. */
  readonly credentials?: boolean;
  /** Flag `P`: argv[0] is preserved. */
  readonly preserved?: boolean;
  readonly interpreter?: 'static' | 'dynamic' | 'missing' | 'script' | 'foreign';
  /** The probe received other arguments than it was given. */
  readonly shifted?: boolean;
  /** Version that the pinned emulator answers. */
  readonly qemuVersion?: string;
  /** ELF type of the emulator: `exec` is linked at a fixed address, `dyn` is static-pie. */
  readonly linked?: 'exec' | 'dyn';
}

/** What is known about the host on which the log is read. Everything is optional: unknown is not false. */
export interface LogFacts {
  /** `uname -r`. */
  readonly kernel?: string;
  /** OCI architecture of the host (`amd64`). */
  readonly hostArch?: string;
  /** The kernel knows binfmt_misc (built in, or the module can be loaded). */
  readonly supported?: boolean;
  /** The whole table is switched off. */
  readonly tableOff?: boolean;
  /** binfmt_misc is mounted on the host. */
  readonly mounted?: boolean;
  /** Architectures that were probed. */
  readonly archs?: readonly ArchFacts[];
  /** OCI platforms that were asked for by name. */
  readonly asked?: readonly string[];
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

/** What a condition looks at: the log, one kind that it shows, and as much of the host as can explain it. */
export interface View {
  readonly log: LogReport;
  readonly match: LogMatch;
  /** This host printed the log, and not only may have. */
  readonly here?: boolean;
  /** Empty where the log comes from another machine. */
  readonly host: LogFacts;
  /** The platform of what failed, as the log or the question tells it. */
  readonly platform?: string;
  /** OCI architecture of the machine that printed the log. */
  readonly machine?: string;
  /** What failed was for another architecture than the machine's. */
  readonly foreign?: boolean;
}

/** True: the view supports this. False: it rules it out. Undefined: it does not tell. */
export type Condition = (view: View) => boolean | undefined;

export interface Cause {
  /** A sentence that states the cause; `{platform}`, `{machine}` and `{program}` are filled in. */
  readonly text: string;
  /** True proves the cause, false rules it out. Without it the cause is merely possible. */
  readonly when?: Condition;
  /** The text of the log is proof enough. */
  readonly shown?: true;
  /** Goes before a general cause where both are supported. */
  readonly specific?: true;
  /** Goes first even where it is not proven and a general one is: the kind is about it. */
  readonly leading?: true;
  /** This cause has nothing to do with emulation. */
  readonly elsewhere?: true;
  /** The check that finds the same on the host: what it says need not be said twice. */
  readonly finding?: string;
  /** In the imperative: the next thing to do. */
  readonly remedy: string;
  /** To copy; `{platform}` becomes the platform of the log. */
  readonly commands?: readonly string[];
}

/** How much a kind's text tells: the cause itself, a symptom, or what follows from one. */
type Rank = 'cause' | 'symptom' | 'echo';

export interface Kind {
  /** Stable: `kebab-case`, also the anchor in docs/troubleshooting.md. */
  readonly id: string;
  readonly title: string;
  /** `emulation` where it is left out. */
  readonly bearing?: Bearing;
  /** `symptom` where it is left out. */
  readonly rank?: Rank;
  readonly signs: readonly Sign[];
  /** Says of a match that it is none where this is false. */
  readonly applies?: Condition;
  /** Kinds that need no diagnosis of their own once this one was seen. */
  readonly explains?: readonly string[];
  /** The most likely first, where nothing is known. */
  readonly causes: readonly Cause[];
  /** Public threads on GitHub, with spaces between: `owner/name#1` is an issue, `owner/name!1` a pull request. */
  readonly sources?: string;
}

/** Makes a kind. */
export function kind(id: string, title: string, rest: Omit<Kind, 'id' | 'title'>): Kind {
  return { id, title, ...rest };
}

/** A kind that has nothing to do with emulation, with one cause, which its text shows. */
export function plain(
  id: string,
  title: string,
  signs: readonly Sign[],
  [text, remedy, ...commands]: readonly [text: string, remedy: string, ...commands: readonly string[]],
  rest: Partial<Omit<Kind, 'id' | 'title' | 'signs' | 'causes'>> = {},
): Kind {
  const cause: Cause = { text, shown: true, elsewhere: true, remedy, commands };
  return kind(id, title, { bearing: 'elsewhere', signs, causes: [cause], ...rest });
}

/** Signs of literal texts alone, with `|` between them. */
export function texts(list: string): readonly Sign[] {
  return list.split('|').map((has) => ({ has: has.trim() }));
}

/** A line that is no failure by itself, but tells causes apart. */
export function clue(id: string, ...signs: readonly Sign[]): Kind {
  return kind(id, id, { bearing: 'clue', signs, causes: [] });
}

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

export const foreign: Condition = ({ foreign }) => foreign;
export const native: Condition = ({ foreign }) => not(foreign);

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
