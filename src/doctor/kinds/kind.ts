/** What a kind of failure is, and how it shows itself in a log. */

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
  /** Titles in its place, for logs that hold them. */
  readonly titles?: readonly string[];
  /** `emulation` where it is left out. */
  readonly bearing?: Bearing;
  /** `symptom` where it is left out. */
  readonly rank?: Rank;
  /** It lies elsewhere, as a rule, but an emulator can bring it about, too. */
  readonly doubtful?: true;
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
