/** Source `image`: QEMU from an OCI image, without Docker. In order: the store, the Actions cache, the registries. */

import { join } from 'node:path/posix';
import { type Opened, openOwnFolder } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { type ChainSource, layerFile, openImage, readChain, unusable } from '../oci/image.ts';
import { pickFromLayer } from '../oci/layers.ts';
import type { Descriptor, ImageConfig } from '../oci/manifest.ts';
import { formatImageReference, type ImageReference, type Mirror } from '../oci/reference.ts';
import type { Registry } from '../oci/registry.ts';
import { qemuName } from '../platform/platforms.ts';
import { orUndefined, SetupProblem } from '../text/problem.ts';
import { cacheRecord, restoreFromActionsCache } from './actions-cache.ts';
import {
  type FetchFrom,
  type Missing,
  type SourceContext,
  type SourceResult,
  type SourceTrouble,
  type TargetName,
  tellTrouble,
} from './handler.ts';
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
import { storeVersion } from './store-layout.ts';

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
  const tell = (trouble: SourceTrouble): void => context.log(tellTrouble(trouble));
  let { digest } = image;
  if (digest === undefined) {
    ({ digest } = await registry.named());
    const pinned = formatImageReference({ ...image, digest });
    // What lies here is as trustworthy as who put it here; the digest says what it was this time.
    if (image.local === undefined)
      unpinned.push({ kind: 'unpinned', image: formatImageReference(image), pinned });
    else context.log(`${formatImageReference(image)} is ${digest}`);
    unpinned.forEach(tell);
  }
  const reference = { ...image, digest };
  const store = openStore(context, storeVersion('image', digest));
  const stored = findStored(store, wanted, context);
  stored.troubles.forEach(tell);
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
  const record =
    cache && reference.local === undefined ? cacheRecord(reference.digest, wanted, context) : undefined;
  const kept = record && openKept(context.host, record.folder);
  try {
    if (record !== undefined && kept !== undefined)
      await restoreFromActionsCache(record, kept.path, join(incoming.path, 'entry'), context);
    const folder = kept?.path ?? join(incoming.path, 'chain');
    context.host.makeFolder(folder);
    const source: ChainSource = { reference, folder, registry };
    const before = registry.downloadedBytes();
    const chain = await readChain(source, reference.digest, context.hostArch);
    const found = await unpack(source, chain.layers, wanted, incoming.path);
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
    const toCache = kept !== undefined && registry.downloadedBytes() > before ? record : undefined;
    return { handlers, missing: [...useless, ...notThere(reference, lacking)], toCache };
  } catch (thrown) {
    throw thrown instanceof SetupProblem ? thrown : storeProblem(store, thrown);
  } finally {
    kept?.close();
    incoming.close();
  }
}

/** The folder that the Actions cache keeps, open; what an earlier step left there may stay. None where others may write to it. */
function openKept(host: Host, folder: string): Opened | undefined {
  return orUndefined(() => {
    if (host.stat(folder, false)?.kind !== 'folder') host.remove(folder);
    host.makeFolder(folder, 0o700);
    return openOwnFolder(folder);
  });
}

/**
 * Unpacks the wanted binaries into `target`; gives those it found by name. Layers are read from the uppermost down, so
 * that the one that counts is found first and no layer is fetched in vain.
 */
async function unpack(
  source: ChainSource,
  layers: readonly Descriptor[],
  wanted: readonly TargetName[],
  target: string,
): Promise<ReadonlyMap<string, Inspected>> {
  const found = new Map<string, Inspected>();
  const open = new Set(wanted.map(qemuName));
  for (const layer of layers.toReversed()) {
    if (open.size === 0) break;
    const blob = await layerFile(source, layer);
    const finds = await pickFromLayer(blob, layer.mediaType, open, target, openInspection);
    if ('refused' in finds) throw unusable(source.reference, `a layer ${finds.refused}`);
    for (const [name, inspected] of finds.files) found.set(name, inspected);
    for (const name of [...finds.files.keys(), ...finds.hidden]) open.delete(name);
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
