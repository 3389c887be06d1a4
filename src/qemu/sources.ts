/** The providers by name, in the order that the inputs ask for, and what an image's registry offers. */

import type { Host } from '../host/host.ts';
import { type ImagePlatforms, listImagePlatforms } from '../oci/image.ts';
import type { ImageReference, Mirror } from '../oci/reference.ts';
import { reasonOf, SetupProblem } from '../text/problem.ts';
import { fetchFromApt } from './from-apt.ts';
import { fetchFromHost } from './from-host.ts';
import { imageSource } from './from-image.ts';
import type {
  CacheRecord,
  FetchFrom,
  Handler,
  Missing,
  Note,
  SourceContext,
  SourceName,
  SourceResult,
  TargetName,
} from './handler.ts';
import { recordedVersion, storeRoot } from './store.ts';

/** Most time that one provider may take; a download over a slow line takes a minute. */
const PROVIDER_LIMIT_MS = 300_000;
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
    how: { readonly log: (line: string) => void; readonly rehash: boolean },
  ) => Promise<Fetched>;
  readonly imagePlatforms: (image: ImageReference) => Promise<ImagePlatforms>;
  /** The version that is recorded of a handler in the store; `undefined` for any other file. */
  readonly recordedVersion: (path: string) => string | undefined;
}

/** Binds the providers. Nothing is asked before it is needed. */
export function openSources(host: Host, options: SourceOptions): Sources {
  const store = storeRoot(host);
  return {
    store,
    fetch: async (wanted, hostArch, { log, rehash }) => {
      const providers = options.qemuFrom.map((name) => ({ name, provide: providerOf(name, options) }));
      const context = { host, hostArch, storeRoot: store, log, rehash, timeLimitMs: PROVIDER_LIMIT_MS };
      return fetchHandlers(wanted, providers, context);
    },
    recordedVersion: (path) => recordedVersion(host, store, path),
    imagePlatforms: (image) =>
      listImagePlatforms(image, options.mirrors, { host, log: () => undefined, timeLimitMs: INDEX_LIMIT_MS }),
  };
}

function providerOf(name: SourceName, { image, mirrors, cache }: SourceOptions): FetchFrom {
  switch (name) {
    case 'image':
      return imageSource({ image, mirrors, cache });
    case 'apt':
      return fetchFromApt;
    case 'host':
      return fetchFromHost;
  }
}

export interface Source {
  readonly name: SourceName;
  readonly provide: FetchFrom;
}

/** What all providers gave together. */
export interface Fetched {
  readonly handlers: readonly Handler[];
  /** Architectures that nobody had, in the order wanted; the reason holds that of every provider asked. */
  readonly missing: readonly Missing[];
  /** One line for each provider that gave something. */
  readonly origins: readonly string[];
  readonly downloadedBytes: number;
  /** Something was given, and all of it came from the store or the Actions cache. */
  readonly cacheHit: boolean;
  readonly notes: readonly Note[];
  /** What the post step saves in the Actions cache. */
  readonly toCache: readonly CacheRecord[];
}

/** What nobody was asked for. */
export const NOTHING_FETCHED: Fetched = {
  handlers: [],
  missing: [],
  origins: [],
  downloadedBytes: 0,
  cacheHit: false,
  notes: [],
  toCache: [],
};

/**
 * Asks the providers in their order for handlers; a later one is asked only for what the earlier ones did not
 * give. Never throws: whatever a provider throws becomes the reason why it gave nothing.
 */
export async function fetchHandlers(
  wanted: readonly TargetName[],
  providers: readonly Source[],
  context: SourceContext,
): Promise<Fetched> {
  const given: SourceResult[] = [];
  const failures: Note[] = [];
  const reasons = new Map<string, string[]>();
  let open = wanted;
  for (const provider of providers) {
    if (open.length === 0) break;
    const asked = open;
    const answer = await ask(provider, asked, context);
    const had = new Set(answer.handlers.map((handler) => handler.arch));
    const why = new Map(answer.missing.map((missing) => [missing.arch, missing.reason]));
    open = asked.filter(({ arch }) => !had.has(arch));
    for (const { arch } of open) {
      const said = reasons.get(arch) ?? [];
      reasons.set(arch, [...said, `${provider.name}: ${why.get(arch) ?? 'not there'}`]);
    }
    context.log(describe(provider, asked, answer));
    if (answer.failed === undefined) given.push(answer);
    else failures.push({ level: 'info', text: answer.failed.message });
  }
  const useful = given.filter(({ handlers }) => handlers.length > 0);
  return {
    handlers: given.flatMap(({ handlers }) => handlers),
    missing: open.map(({ arch }) => ({
      arch,
      reason: reasons.get(arch)?.join('; ') ?? 'no provider was asked',
    })),
    origins: useful.map(({ origin }) => origin),
    downloadedBytes: given.reduce((sum, { downloadedBytes }) => sum + downloadedBytes, 0),
    cacheHit: useful.length > 0 && useful.every(({ cacheHit }) => cacheHit),
    notes: [...failures, ...given.flatMap(({ notes }) => notes)],
    toCache: given.flatMap(({ toCache }) => (toCache === undefined ? [] : [toCache])),
  };
}

/** An answer of a provider; one that threw says why in `failed`. */
interface SourceAnswer extends SourceResult {
  readonly failed?: { readonly reason: string; readonly message: string };
}

async function ask(
  provider: Source,
  wanted: readonly TargetName[],
  context: SourceContext,
): Promise<SourceAnswer> {
  try {
    return await provider.provide(wanted, context);
  } catch (thrown) {
    const failed =
      thrown instanceof SetupProblem
        ? thrown
        : { reason: reasonOf(thrown), message: `QEMU from ${provider.name}: ${reasonOf(thrown)}` };
    return {
      handlers: [],
      missing: wanted.map(({ arch }) => ({ arch, reason: failed.reason })),
      origin: '',
      downloadedBytes: 0,
      cacheHit: false,
      notes: [],
      failed,
    };
  }
}

/** One line: what a provider gave, and why it did not give the rest. */
function describe(provider: Source, asked: readonly TargetName[], answer: SourceAnswer): string {
  const lead = `QEMU from ${provider.name}:`;
  if (answer.failed !== undefined) return `${lead} nothing (${answer.failed.reason})`;
  const list = answer.handlers.map(({ arch }) => arch).join(', ');
  const lacking = asked.length - answer.handlers.length;
  const rest = answer.missing.map(({ arch, reason }) => `${arch}: ${reason}`).join('; ');
  const origin = answer.handlers.length > 0 ? `${list} from ${answer.origin}` : 'nothing';
  return lacking > 0 ? `${lead} ${origin}; not ${rest}` : `${lead} ${origin}`;
}
