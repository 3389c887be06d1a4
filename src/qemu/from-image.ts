/** Provider: QEMU from an OCI image, without Docker. In order: the store, the Actions cache, the registries. */

import { storeVersion } from '../core/store-path.ts';
import { formatImageReference, type ImageReference } from '../oci/reference.ts';
import { openRegistry, type Registry } from '../oci/registry.ts';
import { SetupProblem } from '../text/text.ts';
import { DEFAULT_IMAGE, PINNED_BINARIES } from './default-image.ts';
import {
  type Note,
  type Provide,
  type Provided,
  type ProviderContext,
  type Wanted,
  warningOf,
} from './handler.ts';
import { type Fetched, fetchBinaries } from './image-fetch.ts';
import { type ImageOptions, notThere } from './image-names.ts';
import { findStored, notesOnDamage, openStore, type Store, type Stored } from './store.ts';

/** The provider for one image. */
export function imageProvider(options: ImageOptions): Provide {
  return (wanted, context) => provideFromImage(options, wanted, context);
}

async function provideFromImage(
  options: ImageOptions,
  wanted: readonly Wanted[],
  context: ProviderContext,
): Promise<Provided> {
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
  context: ProviderContext,
  registry: LazyRegistry,
): Promise<Fetched> {
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
  context: ProviderContext,
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
  wanted: readonly Wanted[],
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

function lazyRegistry(options: ImageOptions, context: ProviderContext): LazyRegistry {
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
