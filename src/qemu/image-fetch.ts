/** Fetches QEMU from an OCI image: from the Actions cache and the registries, checked, unpacked, into the store. */
import { join } from 'node:path';
import { type ChainSource, layerFile, readChain, unusable } from '../oci/image.ts';
import { pickFromLayer } from '../oci/layers.ts';
import type { Descriptor, ImageConfig } from '../oci/manifest.ts';
import type { ImageReference } from '../oci/reference.ts';
import type { Registry } from '../oci/registry.ts';
import { SetupProblem } from '../text/text.ts';
import { cacheRecord, restoreFromActionsCache } from './actions-cache.ts';
import type { CacheRecord, Provided, ProviderContext, Wanted } from './handler.ts';
import { type ImageOptions, nameInImage, notThere } from './image-names.ts';
import type { Inspected } from './inspection.ts';
import {
  type Arrival,
  HEADER_BYTES,
  install,
  makeIncoming,
  noteLacking,
  refusalOf,
  type Store,
  storeProblem,
} from './store.ts';

/** How long the Actions cache may take before the registry is asked instead, in milliseconds. */
const CACHE_LIMIT_MS = 8_000;

export type Fetched = Pick<Provided, 'handlers' | 'missing' | 'toCache'>;

/** Fetches what the store lacks. Throws a SetupProblem when nothing of it can be had. */
export async function fetchBinaries(
  options: ImageOptions,
  reference: ImageReference & { readonly digest: string },
  store: Store,
  wanted: readonly Wanted[],
  context: ProviderContext,
  registry: Registry,
): Promise<Fetched> {
  const incoming = makeIncoming(store);
  try {
    const record = options.cache ? await restored(reference.digest, wanted, context) : undefined;
    const folder = record?.folder ?? join(incoming, 'chain');
    // What a cache restores may be a link to anywhere.
    if (context.host.stat(folder, false)?.kind !== 'folder') context.host.remove(folder);
    context.host.makeFolder(folder, 0o700);
    const source: ChainSource = { reference, folder, registry };
    const before = registry.downloadedBytes();
    const chain = await readChain(source, reference.digest, context.hostArch);
    const found = await unpack(source, chain.layers, wanted, incoming);
    const present = wanted.filter((each) => found.has(nameInImage(each)));
    const lacking = wanted.filter((each) => !present.includes(each));
    noteLacking(store, lacking);
    const useless = present.flatMap((each) => {
      const start = context.host.readBytes(join(incoming, nameInImage(each)), HEADER_BYTES);
      const refusal = refusalOf(start, context.hostArch);
      return refusal === undefined
        ? []
        : [{ each, reason: `the image's ${nameInImage(each)} is refused: ${refusal}` }];
    });
    const [worst] = useless;
    if (worst !== undefined && useless.length === present.length) throw unusable(reference, worst.reason);
    const usable = present.filter((one) => useless.every(({ each }) => each !== one));
    const arrivals = usable.map((each) => ({
      ...each,
      path: join(incoming, nameInImage(each)),
      source: 'image' as const,
      assumesPreserve: assumesPreserve(chain.config),
      ...inspectedOf(found, each),
    }));
    const handlers = install(store, arrivals);
    const downloaded = registry.downloadedBytes() > before;
    const save = record !== undefined && downloaded ? { toCache: record } : {};
    const refused = useless.map(({ each, reason }) => ({ arch: each.arch, reason }));
    return { handlers, missing: [...refused, ...notThere(reference, lacking)], ...save };
  } catch (thrown) {
    throw thrown instanceof SetupProblem ? thrown : storeProblem(store, thrown);
  } finally {
    context.host.remove(incoming);
  }
}

/** What the Actions cache is to save in the end, filled with what it has; `undefined` where it is of no use. */
async function restored(
  digest: string,
  wanted: readonly Wanted[],
  context: ProviderContext,
): Promise<CacheRecord | undefined> {
  const record = cacheRecord(digest, wanted, context);
  if (record === undefined) return undefined;
  const outcome = await restoreFromActionsCache(record, CACHE_LIMIT_MS, context.log);
  return outcome === 'late' ? undefined : record;
}

/**
 * Unpacks the wanted binaries into `target`; gives those it found by name. Layers are read from the uppermost down, so that the one that
 * counts is found first and no layer is fetched in vain.
 */
async function unpack(
  source: ChainSource,
  layers: readonly Descriptor[],
  wanted: readonly Wanted[],
  target: string,
): Promise<ReadonlyMap<string, Inspected>> {
  const found = new Map<string, Inspected>();
  const open = new Set(wanted.map(nameInImage));
  for (const layer of layers.toReversed()) {
    if (open.size === 0) break;
    const finds = await pickFromLayer(await layerFile(source, layer), layer.mediaType, open, target);
    if ('refused' in finds) throw unusable(source.reference, `a layer ${finds.refused}`);
    for (const [name, inspected] of finds.files) found.set(name, inspected);
    for (const name of [...finds.files.keys(), ...finds.hidden]) open.delete(name);
  }
  return found;
}

function inspectedOf(found: ReadonlyMap<string, Inspected>, each: Wanted): Pick<Arrival, 'inspected'> {
  const inspected = found.get(nameInImage(each));
  return inspected === undefined ? {} : { inspected };
}

/** Builds of QEMU that take flag `P` for granted say so in the image's environment. */
function assumesPreserve(config: ImageConfig): boolean {
  const value = config.env.get('QEMU_PRESERVE_ARGV0') ?? '';
  return value !== '' && value !== '0';
}
