/** The sources by name, in the order that the inputs ask for, and what an image's registry offers. */

import type { Host } from '../host/host.ts';
import type { ImagePlatforms } from '../oci/image.ts';
import { listImagePlatforms } from '../oci/image.ts';
import { formatImageReference, type ImageReference, type Mirror } from '../oci/reference.ts';
import { problemIn, type SetupProblem, wrapProblem } from '../text/problem.ts';
import { formatBytes } from '../text/text.ts';
import { fetchFromApt } from './from-apt.ts';
import { fetchFromHost } from './from-host.ts';
import { imageSource } from './from-image.ts';
import {
  type CacheRecord,
  type FetchFrom,
  type Handler,
  type Missing,
  type SourceContext,
  type SourceName,
  type SourceResult,
  type SourceTrouble,
  type TargetName,
  tellTrouble,
} from './handler.ts';
import { recordedVersion, storeRoot } from './store.ts';

/** Most time that one source may take. The slowest line that is waited for (host/http) needs most of it. */
const SOURCE_LIMIT_MS = 3_600_000;
const INDEX_LIMIT_MS = 60_000;

/** What people chose of the sources. */
export interface SourceOptions {
  /** In the order in which they are asked. */
  readonly qemuFrom: readonly SourceName[];
  readonly image: ImageReference;
  readonly mirrors: readonly Mirror[];
  /** Keep QEMU in the Actions cache too. */
  readonly cache: boolean;
}

/** Where handlers come from, bound to one host and what people chose. */
export interface Sources {
  /** Root of the store that handlers lie in. */
  readonly store: string;
  readonly fetch: (
    wanted: readonly TargetName[],
    hostArch: string,
    how: Pick<SourceContext, 'log' | 'download' | 'rehash'>,
  ) => Promise<Fetched>;
  /** Throws a SetupProblem. */
  readonly imagePlatforms: (image: ImageReference) => Promise<ImagePlatforms>;
  /** The version that is recorded of a handler in the store; `undefined` for any other file. */
  readonly recordedVersion: (path: string) => string | undefined;
}

/** Binds the sources. Nothing is asked before it is needed. */
export function openSources(host: Host, options: SourceOptions): Sources {
  const store = storeRoot(host);
  return {
    store,
    fetch: (wanted, hostArch, how) => {
      const sources = options.qemuFrom.map((name) => ({
        name,
        label: name === 'image' ? `the image ${formatImageReference(options.image)}` : name,
        fetch: SOURCES[name](options),
      }));
      const context = { host, hostArch, storeRoot: store, timeLimitMs: SOURCE_LIMIT_MS, ...how };
      return fetchHandlers(wanted, sources, context);
    },
    recordedVersion: (path) => recordedVersion(host, store, path),
    imagePlatforms: async (image) => {
      const context = { host, log: () => undefined, timeLimitMs: INDEX_LIMIT_MS };
      try {
        return await listImagePlatforms(image, options.mirrors, context);
      } catch (thrown) {
        throw asProblem(thrown, `read the platforms of ${formatImageReference(image)}`);
      }
    },
  };
}

const SOURCES: Readonly<Record<SourceName, (options: SourceOptions) => FetchFrom>> = {
  image: imageSource,
  apt: () => fetchFromApt,
  host: () => fetchFromHost,
};

export interface Source {
  readonly name: SourceName;
  /** What it is, for people. */
  readonly label: string;
  readonly fetch: FetchFrom;
}

/** What all sources gave together. */
export interface Fetched {
  readonly handlers: readonly Handler[];
  /** Architectures that no source had, in the order wanted; the reason holds that of every source asked. */
  readonly missing: readonly Missing[];
  /** One line for each source that gave something. */
  readonly origins: readonly string[];
  readonly downloadedBytes: number;
  /** Something was given, and all of it came from the store or the Actions cache. */
  readonly cacheHit: boolean;
  readonly notes: readonly string[];
  readonly troubles: readonly SourceTrouble[];
  /** What kept a source from giving all that it has, in the order in which they were asked. */
  readonly failures: readonly SetupProblem[];
  /** What the post step saves in the Actions cache. */
  readonly toCache: readonly CacheRecord[];
}

/** The result where no QEMU is wanted. */
export const NOTHING_FETCHED: Fetched = {
  handlers: [],
  missing: [],
  origins: [],
  downloadedBytes: 0,
  cacheHit: false,
  notes: [],
  troubles: [],
  failures: [],
  toCache: [],
};

/**
 * Asks the sources in their order for handlers; a later one is asked only for what the earlier ones did not give.
 * Never throws: whatever a source throws becomes the reason why it gave nothing, and is among the failures.
 */
export async function fetchHandlers(
  wanted: readonly TargetName[],
  sources: readonly Source[],
  context: SourceContext,
): Promise<Fetched> {
  const given: SourceResult[] = [];
  const replacements: string[] = [];
  const reasons = new Map<string, string[]>();
  let open = wanted;
  for (const source of sources) {
    if (open.length === 0) break;
    const answer = await ask(source, open, context);
    context.log(describe(source, open.length, answer));
    given.push(answer);
    const had = new Set(answer.handlers.map((handler) => handler.arch));
    if (had.size > 0 && source !== sources[0])
      replacements.push(`${[...had].join(', ')} from ${source.name} (${answer.origin})`);
    const why = new Map(answer.missing.map((missing) => [missing.arch, missing.reason]));
    open = open.filter(({ arch }) => !had.has(arch));
    for (const { arch } of open) {
      const reason = `${source.name}: ${why.get(arch) ?? 'not there'}`;
      reasons.set(arch, [...(reasons.get(arch) ?? []), reason]);
    }
  }
  const useful = given.filter(({ handlers }) => handlers.length > 0);
  const replaced = replacements.length === 0 ? [] : [tellReplaced(sources, replacements, reasons, context)];
  const only = sources.length === 1 ? ' (and qemu-from names no further source)' : '';
  return {
    handlers: given.flatMap(({ handlers }) => handlers),
    missing: open.map(({ arch }) => ({
      arch,
      reason: `${reasons.get(arch)?.join('; ') ?? 'no source was asked'}${only}`,
    })),
    origins: useful.map(({ origin }) => origin),
    downloadedBytes: given.reduce((sum, { downloadedBytes }) => sum + downloadedBytes, 0),
    cacheHit: useful.length > 0 && useful.every(({ cacheHit }) => cacheHit),
    notes: given.flatMap(({ notes }) => notes),
    troubles: [...given.flatMap(({ troubles }) => troubles), ...replaced],
    failures: given.flatMap(({ failure }) => failure ?? []),
    toCache: given.flatMap(({ toCache }) => toCache ?? []),
  };
}

/** The first source does not give all that is used: told once, for all architectures and sources. */
function tellReplaced(
  [first]: readonly Source[],
  replacements: readonly string[],
  reasons: ReadonlyMap<string, readonly string[]>,
  { log }: SourceContext,
): SourceTrouble {
  const reason = [...new Set([...reasons.values()].flat())].join('; ');
  const used = replacements.join('; ');
  const trouble = { kind: 'replaced', asked: first?.label ?? '', used, reason } as const;
  log(tellTrouble(trouble));
  return trouble;
}

/** The problem that was thrown; anything else that was thrown was not foreseen. */
function asProblem(thrown: unknown, what: string): SetupProblem {
  const remedy = 'Run it again, or name another source in the input qemu-from';
  return problemIn(thrown) ?? wrapProblem(thrown, what, { id: 'SB099', kind: 'host', remedy });
}

async function ask(
  { name, fetch }: Source,
  wanted: readonly TargetName[],
  context: SourceContext,
): Promise<SourceResult> {
  try {
    return await fetch(wanted, context);
  } catch (thrown) {
    const failure = asProblem(thrown, `get QEMU from ${name}`);
    return {
      handlers: [],
      missing: wanted.map(({ arch }) => ({ arch, reason: failure.reason })),
      origin: '',
      downloadedBytes: 0,
      cacheHit: false,
      notes: [failure.message],
      troubles: [],
      failure,
    };
  }
}

/** One line: what a source gave, and why it did not give the rest. */
function describe(
  { name }: Source,
  asked: number,
  { handlers, missing, origin, downloadedBytes, failure }: SourceResult,
): string {
  const lead = `QEMU from ${name}:`;
  if (handlers.length === 0 && failure !== undefined) return `${lead} nothing (${failure.reason})`;
  const list = handlers.map(({ arch }) => arch).join(', ');
  const cost = downloadedBytes > 0 ? `${formatBytes(downloadedBytes)} downloaded` : 'nothing downloaded';
  const given = handlers.length > 0 ? `${list} from ${origin} (${cost})` : 'nothing';
  const rest = missing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
  return asked > handlers.length ? `${lead} ${given}; not ${rest}` : `${lead} ${given}`;
}
