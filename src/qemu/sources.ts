/** The sources by name, in the order that the inputs ask for, and what an image's registry offers. */

import { join, resolve } from 'node:path';
import { using } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { unforeseen } from '../host/unforeseen.ts';
import { type ImagePlatforms, listImagePlatforms } from '../oci/image.ts';
import { formatImageReference, type ImageReference, type Mirror } from '../oci/reference.ts';
import type { RegistryRights } from '../oci/registry.ts';
import { isPlainPath } from '../text/parse.ts';
import { orUndefined, problemIn, type SetupProblem } from '../text/problem.ts';
import { formatBytes, printable } from '../text/text.ts';
import { fetchFromApt } from './from-apt.ts';
import { fetchFromHost } from './from-host.ts';
import { imageSource } from './from-image.ts';
import type {
  CacheRecord,
  FetchFrom,
  Handler,
  Missing,
  SourceContext,
  SourceName,
  SourceResult,
  SourceTrouble,
  TargetName,
} from './handler.ts';
import { cannotUse, openStore, reach, readOwn } from './store.ts';
import { parseStoreRecord, recordPath, STORE_TOOL } from './store-layout.ts';

/** Most time that one source may take. The slowest line that is waited for (host/http) needs most of it. */
const SOURCE_LIMIT_MS = 3_600_000;
const INDEX_LIMIT_MS = 60_000;

/** What people chose of the sources. */
export interface SourceOptions extends RegistryRights {
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
  const { registryConfig, insecureTags } = options;
  return {
    store,
    fetch: (wanted, hostArch, how) => {
      const sources = options.qemuFrom.map((name) => ({
        name,
        label: name === 'image' ? `the image ${formatImageReference(options.image)}` : name,
        fetch: SOURCES[name](options),
      }));
      const limits = { timeLimitMs: SOURCE_LIMIT_MS, registryConfig, insecureTags };
      const context = { host, hostArch, storeRoot: store, ...limits, ...how };
      return fetchHandlers(wanted, sources, context);
    },
    recordedVersion: (path) => recordedVersion(host, store, path),
    imagePlatforms: async (image) => {
      const limits = { timeLimitMs: INDEX_LIMIT_MS, registryConfig, insecureTags };
      const context = { host, log: () => undefined, ...limits };
      try {
        return await listImagePlatforms(image, options.mirrors, context);
      } catch (thrown) {
        throw asProblem(thrown, `read the platforms of ${formatImageReference(image)}`);
      }
    },
  };
}

/** The root of the tool cache: the runner's own, or the user's cache folder on a terminal. */
export function storeRoot(host: Host): string {
  const given = [host.env.RUNNER_TOOL_CACHE, host.env.AGENT_TOOLSDIRECTORY, host.env.XDG_CACHE_HOME];
  const root = given.find((path) => path?.startsWith('/'));
  return root === undefined ? join(host.env.HOME || '/root', '.cache') : resolve(root);
}

/** The version that is recorded of a binary in the store under `root`; `undefined` for any other file. */
export function recordedVersion(host: Host, root: string, path: string): string | undefined {
  const [build = '', name = ''] = path.slice(`${root}/${STORE_TOOL}/`.length).split(`/${host.nodeArch}/`);
  const place = openStore({ host, hostArch: '', storeRoot: root }, build);
  if (path !== `${place.folder}/${name}` || [build, name].some((part) => /^\.\.?$|\//.test(part)))
    return undefined;
  return orUndefined(() =>
    using(reach(place, { make: false }), ({ folder }) => {
      const binary = `${folder.path}/${name}`;
      const { store, size, version } = parseStoreRecord(readOwn(recordPath(binary), host.uid).text) ?? {};
      const isIts = path === `${root}/${STORE_TOOL}/${store}` && host.stat(binary, false)?.size === size;
      return isIts ? version : undefined;
    }),
  );
}

/** Why no handler can be registered from a store below `root`; `undefined` where that is a path like others. */
function objectionTo(root: string): SetupProblem | undefined {
  const isPlain: boolean = isPlainPath(root);
  if (isPlain) return undefined;
  const [what = 'no folder'] = ['a colon', 'a backslash', 'a line break'].filter((_, at) =>
    root.includes(':\\\n'[at] ?? ''),
  );
  const cause = `the path ${printable(JSON.stringify(root), 300)} of the tool cache holds ${what}, and handlers in it cannot be registered`;
  return cannotUse(root, cause, 'Give it another path');
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
  const objection = objectionTo(context.storeRoot);
  if (objection !== undefined && wanted.length > 0) {
    const missing = wanted.map(({ arch }) => ({ arch, reason: objection.reason }));
    return { ...NOTHING_FETCHED, missing, failures: [objection] };
  }
  const given: SourceResult[] = [];
  const replacements: string[] = [];
  const reasons = new Map<string, string[]>();
  let open = wanted;
  for (const source of sources) {
    if (open.length === 0) break;
    const answer = await ask(source, open, context);
    context.log(describe(source, answer));
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
  const replaced = replacements.length === 0 ? [] : [troubleOf(sources, replacements, reasons, given)];
  const only = sources.length === 1 ? ' (no other source is asked unless the input qemu-from names it)' : '';
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

/** The first source does not give all that is used: one warning, for all architectures and sources. */
function troubleOf(
  [first]: readonly Source[],
  replacements: readonly string[],
  reasons: ReadonlyMap<string, readonly string[]>,
  [answer]: readonly SourceResult[],
): SourceTrouble {
  const reason = [...new Set([...reasons.values()].flat())].join('; ');
  const used = replacements.join('; ');
  const remedy = answer?.failure?.remedy;
  return { kind: 'replaced', asked: first?.label ?? '', used, reason, ...(remedy && { remedy }) };
}

/** The problem that was thrown; anything else that was thrown was not foreseen. */
function asProblem(thrown: unknown, what: string): SetupProblem {
  return problemIn(thrown) ?? unforeseen(thrown, what);
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
      notes: [],
      troubles: [],
      failure,
    };
  }
}

/** One line: what a source gave, and at what cost. Why it did not give the rest is said by the warning or the error that follows. */
function describe({ name }: Source, { handlers, missing, origin, downloadedBytes }: SourceResult): string {
  const list = handlers.map(({ arch }) => arch).join(', ');
  const rest = missing.map(({ arch }) => arch).join(', ');
  const cost = downloadedBytes > 0 ? `${formatBytes(downloadedBytes)} downloaded` : 'nothing downloaded';
  const given = handlers.length > 0 ? `${list} from ${origin} (${cost})` : 'nothing';
  return `QEMU from ${name}: ${given}${handlers.length > 0 && rest !== '' ? `; not ${rest}` : ''}`;
}
