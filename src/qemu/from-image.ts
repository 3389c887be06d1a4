/** Source `image`: QEMU from an OCI image, without Docker. In order: the store, the Actions cache, the registries. */

import { linkSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path/posix';
import { openBudget } from '../archive/budget.ts';
import { DOCUMENT_LIMIT, IMAGE_LIMITS } from '../archive/limits.ts';
import { copyFile, type OpenFile, openOwnFolder, removeTree, using } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { distrustOpening } from '../host/trust.ts';
import { type Chain, type ChainSource, layersOf, openImage, readChain, unusable } from '../oci/image.ts';
import { pickFromLayer } from '../oci/layers.ts';
import type { ImageConfig } from '../oci/manifest.ts';
import {
  formatImageReference,
  type ImageReference,
  isOfEngine,
  type LocalPlace,
  type Mirror,
} from '../oci/reference.ts';
import type { Registry } from '../oci/registry.ts';
import { qemuName } from '../platform/platforms.ts';
import { orUndefined, SetupProblem } from '../text/problem.ts';
import { cacheRecord, restoreFromActionsCache } from './actions-cache.ts';
import type {
  CacheRecord,
  FetchFrom,
  Missing,
  SourceContext,
  SourceResult,
  SourceTrouble,
  TargetName,
} from './handler.ts';
import { keep, openKept } from './kept.ts';
import {
  findStored,
  type Inspected,
  install,
  makeIncoming,
  noteLacking,
  openInspection,
  openStore,
  type Store,
  type Stored,
  storeProblem,
} from './store.ts';
import { imageVersion } from './store-layout.ts';

export interface ImageOptions {
  readonly image: ImageReference;
  readonly mirrors: readonly Mirror[];
  /** Use the Actions cache, where there is one. */
  readonly cache: boolean;
  /** The first pause before another try, in milliseconds (tests make it short). */
  readonly firstWaitMs?: number;
}

/** An image whose digest is known. */
type PinnedImage = ImageReference & { readonly digest: string };

type FetchedBinaries = Pick<SourceResult, 'handlers' | 'missing' | 'toCache' | 'failure'>;

/** The source for one image. */
export function imageSource(options: ImageOptions): FetchFrom {
  return async (wanted, context) => {
    const registry = openImage(options.image, options.mirrors, { ...options, ...context });
    try {
      return await fetchFromImage(options, wanted, context, registry);
    } finally {
      registry.close();
    }
  };
}

async function fetchFromImage(
  { image, cache }: ImageOptions,
  wanted: readonly TargetName[],
  context: SourceContext,
  registry: Registry,
): Promise<SourceResult> {
  const unpinned: SourceTrouble[] = [];
  let { digest } = image;
  if (digest === undefined) {
    ({ digest } = await registry.named());
    const pinned = formatImageReference({ ...image, digest });
    // What lies here is as trustworthy as who can put it here; the digest says what it was this time.
    if (image.local === undefined || isForOthers(context.host, image.local))
      unpinned.push({ kind: 'unpinned', image: formatImageReference(image), pinned });
    else context.log(`${formatImageReference(image)} is ${digest}`);
  }
  const reference = { ...image, digest };
  const store = openStore(context, imageVersion(image, digest));
  const stored = findStored(store, wanted, context);
  const fetched = await fetchAbsent(reference, store, stored, context, registry, cache);
  const downloadedBytes = registry.downloadedBytes();
  return {
    ...fetched,
    handlers: [...stored.handlers, ...fetched.handlers],
    missing: [...fetched.missing, ...notThere(image, stored.lacking)],
    origin: formatImageReference(reference),
    downloadedBytes,
    // A tag had to be asked for over the network, whatever the store had; what lies here is no cache.
    cacheHit: downloadedBytes === 0 && (image.local === undefined || fetched.handlers.length === 0),
    notes: [],
    troubles: [...unpinned, ...stored.troubles],
  };
}

/** True for an image on this machine that others may exchange. */
function isForOthers(host: Host, local: LocalPlace): boolean {
  const { transport, place } = local;
  if (isOfEngine(local)) return false;
  return distrustOpening(host, transport === 'oci' ? `${place}/index.json` : place) !== undefined;
}

/** What the store lacks. Where it has something, a failure is the reason for the rest alone. */
async function fetchAbsent(
  reference: PinnedImage,
  store: Store,
  { absent, handlers }: Stored,
  context: SourceContext,
  registry: Registry,
  cache: boolean,
): Promise<FetchedBinaries> {
  if (absent.length === 0) return { handlers: [], missing: [] };
  try {
    return await fetchBinaries(reference, store, absent, context, registry, cache);
  } catch (thrown) {
    if (handlers.length === 0 || !(thrown instanceof SetupProblem)) throw thrown;
    const missing = absent.map(({ arch }) => ({ arch, reason: thrown.reason }));
    return { handlers: [], missing, failure: thrown };
  }
}

/** Fetches what the store lacks. Throws a SetupProblem when nothing of it can be had. */
async function fetchBinaries(
  reference: PinnedImage,
  store: Store,
  wanted: readonly TargetName[],
  context: SourceContext,
  registry: Registry,
  cache: boolean,
): Promise<FetchedBinaries> {
  const incoming = makeIncoming(store);
  const folder = join(incoming.path, 'chain');
  const kept = openChain(store);
  try {
    context.host.makeFolder(folder, 0o700);
    const record =
      cache && reference.local === undefined ? cacheRecord(reference.digest, wanted, context) : undefined;
    if (record !== undefined && kept.open(reference.digest, DOCUMENT_LIMIT) === undefined)
      await restoreFromActionsCache(record, folder, join(incoming.path, 'entry'), context);
    const source: ChainSource = { reference, folder, registry, openKept: kept.open };
    const before = registry.downloadedBytes();
    const chain = await readChain(source, reference.digest, context.hostArch);
    const found = await unpack(source, chain, wanted, incoming.path);
    const present = wanted.filter((each) => found.has(qemuName(each)));
    const lacking = wanted.filter((each) => !present.includes(each));
    noteLacking(store, lacking);
    const { handlers, refused } = install(
      store,
      present.map((each) => ({
        ...each,
        path: join(incoming.path, qemuName(each)),
        source: 'image',
        assumesPreserve: assumesPreserve(chain.config),
        inspected: found.get(qemuName(each)),
      })),
    );
    const useless = refused.map(({ arch, name, reason }) => ({
      arch,
      reason: `the image's ${name} is refused: ${reason}`,
    }));
    const [worst] = useless;
    if (worst !== undefined && handlers.length === 0) throw unusable(reference, worst.reason);
    const hasCome = registry.downloadedBytes() > before;
    const toCache = record !== undefined && hasCome && copyToSave(record, folder, kept) ? record : undefined;
    const unkept = keep(store, partsIn(folder));
    if (unkept !== undefined)
      context.log(`The image is not kept in ${store.tool}, and comes again for others: ${unkept}`);
    return { handlers, missing: [...useless, ...notThere(reference, lacking)], toCache };
  } catch (thrown) {
    throw storeProblem(store, thrown);
  } finally {
    kept.close();
    incoming.close();
  }
}

/** The parts of the image that the store has kept; those that were asked for stay open. */
interface KeptChain {
  readonly open: ChainSource['openKept'];
  /** Those that are open: paths by digest, good until `close`. */
  readonly parts: () => ReadonlyMap<string, string>;
  readonly close: () => void;
}

function openChain(store: Store): KeptChain {
  const opened = new Map<string, OpenFile>();
  return {
    open: (given, limit) => {
      const digest = given.replace(/^sha256:/, '');
      const file = opened.get(digest) ?? openKept(store, { algorithm: 'sha256', digest, limit });
      if (file !== undefined) opened.set(digest, file);
      return file;
    },
    parts: () => new Map([...opened].map(([digest, { path }]) => [digest, path])),
    close: () => {
      for (const file of opened.values()) file.close();
    },
  };
}

/** The paths of what has come into a folder, by digest. */
function partsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name));
  return new Map(names.map((name) => [name, join(folder, name)]));
}

/**
 * Puts an image into the folder that the post step saves in the Actions cache; what an earlier step left there may stay.
 * False where others may write to it, or it cannot be written.
 */
function copyToSave({ folder }: CacheRecord, chain: string, kept: KeptChain): boolean {
  const isDone = orUndefined(() => {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) removeTree(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return using(openOwnFolder(folder), ({ path }) => {
      for (const [name, from] of [...partsIn(chain), ...kept.parts()]) copyWhole(from, join(path, name));
      return true;
    });
  });
  return isDone === true;
}

/** A further name for the same file, or a copy on another file system. */
function copyWhole(from: string, to: string): void {
  removeTree(to);
  try {
    linkSync(from, to);
  } catch {
    copyFile(from, to);
  }
}

/**
 * Unpacks the wanted binaries into `target`; gives those it found by name. Layers are read from the uppermost down, so
 * that the one that counts is found first and no layer is fetched in vain.
 */
async function unpack(
  source: ChainSource,
  chain: Chain,
  wanted: readonly TargetName[],
  target: string,
): Promise<ReadonlyMap<string, Inspected>> {
  const found = new Map<string, Inspected>();
  const open = new Set(wanted.map(qemuName));
  const budget = openBudget(IMAGE_LIMITS, 'the image');
  for await (const { path, mediaType } of layersOf(source, chain)) {
    const finds = await pickFromLayer(path, mediaType, open, target, openInspection, budget);
    if ('refused' in finds) throw unusable(source.reference, `a layer ${finds.refused}`);
    for (const [name, inspected] of finds.files) found.set(name, inspected);
    for (const name of [...finds.files.keys(), ...finds.hidden]) open.delete(name);
    if (open.size === 0) break;
  }
  return found;
}

/** Builds of QEMU that take flag `P` for granted say so in the image's environment. */
function assumesPreserve(config: ImageConfig): boolean {
  const value = config.env.get('QEMU_PRESERVE_ARGV0') ?? '';
  return value !== '' && value !== '0';
}

/** Why an architecture is missing that an image does not have. */
function notThere(image: ImageReference, lacking: readonly TargetName[]): readonly Missing[] {
  return lacking.map((each) => ({
    arch: each.arch,
    reason: `the image ${image.repository} holds no usr/bin/${qemuName(each)}`,
  }));
}
