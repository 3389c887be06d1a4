/** Provider: QEMU from an OCI image, without Docker. In order: the store, the Actions cache, the registries. */

import { join } from 'node:path/posix';
import { type ChainSource, layerFile, readChain, unusable } from '../oci/image.ts';
import { pickFromLayer } from '../oci/layers.ts';
import type { Descriptor, ImageConfig } from '../oci/manifest.ts';
import { formatImageReference, type ImageReference, type Mirror } from '../oci/reference.ts';
import { openRegistry, type Registry } from '../oci/registry.ts';
import { SetupProblem } from '../text/problem.ts';
import { cacheRecord, restoreFromActionsCache } from './actions-cache.ts';
import { DEFAULT_IMAGE, PINNED_BINARIES } from './default-image.ts';
import {
  type CacheRecord,
  type FetchFrom,
  type Missing,
  type Note,
  type SourceContext,
  type SourceResult,
  type TargetName,
  warningOf,
} from './handler.ts';
import type { Inspected } from './store.ts';
import {
  findStored,
  INSPECTED_BYTES,
  install,
  makeIncoming,
  type NewBinary,
  noteLacking,
  notesOnDamage,
  openInspection,
  openStore,
  refusalOf,
  type Store,
  type Stored,
  storeProblem,
} from './store.ts';
import { storeVersion } from './store-layout.ts';

/** The provider for one image. */
export function imageSource(options: ImageOptions): FetchFrom {
  return (wanted, context) => provideFromImage(options, wanted, context);
}

async function provideFromImage(
  options: ImageOptions,
  wanted: readonly TargetName[],
  context: SourceContext,
): Promise<SourceResult> {
  const registry = lazyRegistry(options, context);
  const notes: Note[] = [];
  try {
    const { image } = options;
    let { digest } = image;
    if (digest === undefined) {
      const resolved = await resolveTag(image, registry.open(), context);
      notes.push(resolved.note);
      digest = resolved.digest;
    }
    const reference = { ...image, digest };
    const pins = pinnedBinaries(reference, context.hostArch, wanted);
    const store = openStore(context, storeVersion('image', digest), pins);
    const stored = findStored(store, wanted, context);
    for (const note of notesOnDamage(stored.damaged)) {
      notes.push(note);
      context.log(note.text);
    }
    const fetched = await fetchAbsent(options, reference, store, stored, context, registry);
    const downloadedBytes = registry.bytes();
    return {
      ...fetched,
      handlers: [...stored.handlers, ...fetched.handlers],
      missing: [...fetched.missing, ...notThere(image, stored.lacking)],
      origin: formatImageReference(reference),
      downloadedBytes,
      // A tag had to be asked for over the network, whatever the store had.
      cacheHit: downloadedBytes === 0,
      notes,
    };
  } finally {
    registry.close();
  }
}

/** What the store lacks. Where it has something, a failure is the reason for the rest alone. */
async function fetchAbsent(
  options: ImageOptions,
  reference: ImageReference & { readonly digest: string },
  store: Store,
  stored: Stored,
  context: SourceContext,
  registry: LazyRegistry,
): Promise<FetchedBinaries> {
  if (stored.absent.length === 0) return { handlers: [], missing: [] };
  try {
    return await fetchBinaries(options, reference, store, stored.absent, context, registry.open());
  } catch (thrown) {
    if (stored.handlers.length === 0 || !(thrown instanceof SetupProblem)) throw thrown;
    const missing = stored.absent.map(({ arch }) => ({ arch, reason: thrown.reason }));
    return { handlers: [], missing };
  }
}

/** Asks the registries what a tag means now, and tells people how to make that lasting. */
async function resolveTag(
  image: ImageReference,
  registry: Registry,
  context: SourceContext,
): Promise<{ readonly digest: string; readonly note: Note }> {
  const { digest } = await registry.manifest(image.tag ?? 'latest');
  const pinned = formatImageReference({ ...image, digest });
  const note = warningOf({ kind: 'unpinned', image: formatImageReference(image), pinned });
  context.log(note.text);
  return { digest, note };
}

/** The sha256 that this program itself knows of the default image's binaries. */
function pinnedBinaries(
  image: ImageReference,
  hostArch: string,
  wanted: readonly TargetName[],
): Map<string, string> {
  const pins = new Map<string, string>();
  if (!DEFAULT_IMAGE.endsWith(`@${image.digest}`)) return pins;
  for (const { arch, qemu } of wanted) {
    const pin = PINNED_BINARIES.find((each) => each.host === hostArch && each.qemu === qemu);
    if (pin !== undefined) pins.set(arch, pin.sha256);
  }
  return pins;
}

interface LazyRegistry {
  /** The same registry at each call, opened by the first. */
  readonly open: () => Registry;
  readonly bytes: () => number;
  readonly close: () => void;
}

function lazyRegistry(options: ImageOptions, context: SourceContext): LazyRegistry {
  let opened: Registry | undefined;
  return {
    open: () => {
      opened ??= openRegistry(options.image, options.mirrors, { ...options, ...context });
      return opened;
    },
    bytes: () => opened?.downloadedBytes() ?? 0,
    close: () => opened?.close(),
  };
}

/** How long the Actions cache may take before the registry is asked instead, in milliseconds. */
const CACHE_LIMIT_MS = 8000;

type FetchedBinaries = Pick<SourceResult, 'handlers' | 'missing' | 'toCache'>;

/** Fetches what the store lacks. Throws a SetupProblem when nothing of it can be had. */
async function fetchBinaries(
  options: ImageOptions,
  reference: ImageReference & { readonly digest: string },
  store: Store,
  wanted: readonly TargetName[],
  context: SourceContext,
  registry: Registry,
): Promise<FetchedBinaries> {
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
      const start = context.host.readBytes(join(incoming, nameInImage(each)), INSPECTED_BYTES);
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
  wanted: readonly TargetName[],
  context: SourceContext,
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
  wanted: readonly TargetName[],
  target: string,
): Promise<ReadonlyMap<string, Inspected>> {
  const found = new Map<string, Inspected>();
  const open = new Set(wanted.map(nameInImage));
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

function inspectedOf(found: ReadonlyMap<string, Inspected>, each: TargetName): Pick<NewBinary, 'inspected'> {
  const inspected = found.get(nameInImage(each));
  return inspected === undefined ? {} : { inspected };
}

/** Builds of QEMU that take flag `P` for granted say so in the image's environment. */
function assumesPreserve(config: ImageConfig): boolean {
  const value = config.env.get('QEMU_PRESERVE_ARGV0') ?? '';
  return value !== '' && value !== '0';
}

export interface ImageOptions {
  readonly image: ImageReference;
  readonly mirrors: readonly Mirror[];
  /** Use the Actions cache, where there is one. */
  readonly cache: boolean;
  /** The first pause before another try, in milliseconds (tests make it short). */
  readonly firstWaitMs?: number;
}

/** Why an architecture is missing that an image does not have. */
function notThere(image: ImageReference, lacking: readonly TargetName[]): readonly Missing[] {
  return lacking.map((each) => ({
    arch: each.arch,
    reason: `the image ${image.repository} holds no usr/bin/${nameInImage(each)}`,
  }));
}

/** The name of a program in `usr/bin`. */
function nameInImage(wanted: TargetName): string {
  return `qemu-${wanted.qemu}`;
}
