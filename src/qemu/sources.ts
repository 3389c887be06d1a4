/** The providers by name, in the order that the inputs ask for, and what an image's registry offers. */
import type { HostFacts } from '../core/facts.ts';
import type { ImageReference } from '../core/image-reference.ts';
import type { Inputs, ProviderName } from '../core/inputs.ts';
import type { Host } from '../host/host.ts';
import type { Provide, Wanted } from './handlers.ts';
import type { ImagePlatforms } from './image-chain.ts';
import { provideHandlers, type Supply } from './provide.ts';
import { recordedVersion } from './store-record.ts';
import { storeRoot } from './store-root.ts';

/** Most time that one provider may take; a download over a slow line takes a minute. */
const PROVIDER_LIMIT_MS = 300_000;
const INDEX_LIMIT_MS = 60_000;

/** Where handlers come from, bound to one host and its inputs. */
export interface Sources {
  /** Root of the store that handlers lie in. */
  readonly store: string;
  readonly supply: (
    wanted: readonly Wanted[],
    facts: HostFacts,
    how: { readonly log: (line: string) => void; readonly thorough: boolean },
  ) => Promise<Supply>;
  readonly imagePlatforms: (image: ImageReference) => Promise<ImagePlatforms>;
  /** The version that is recorded of a handler in the store; `undefined` for any other file. */
  readonly recordedVersion: (path: string) => string | undefined;
  /** Loads the first provider, for whoever waits for something anyway. */
  readonly preload: () => void;
}

/** Binds the providers. Nothing is asked, and no provider is loaded, before it is needed. */
export function openSources(host: Host, inputs: Inputs): Sources {
  const store = storeRoot(host);
  return {
    store,
    supply: async (wanted, facts, { log, thorough }) => {
      const hostArch = facts.architecture ?? 'unknown';
      const providers = inputs.qemuFrom.map((name) => ({ name, provide: lazily(name, inputs) }));
      const context = { host, hostArch, storeRoot: store, log, thorough, timeLimitMs: PROVIDER_LIMIT_MS };
      return provideHandlers(wanted, providers, context);
    },
    recordedVersion: (path) => recordedVersion(host, store, path),
    preload: () => {
      const [first] = inputs.qemuFrom;
      // Whoever needs it hears of a failure.
      if (first !== undefined) load(first, inputs).catch(() => undefined);
    },
    imagePlatforms: async (image) => {
      const { listImagePlatforms } = await import('./image-chain.ts');
      return listImagePlatforms(image, inputs.mirrors, {
        host,
        log: () => undefined,
        timeLimitMs: INDEX_LIMIT_MS,
      });
    },
  };
}

function lazily(name: ProviderName, inputs: Inputs): Provide {
  return async (wanted, context) => {
    const provide = await load(name, inputs);
    return provide(wanted, context);
  };
}

async function load(name: ProviderName, { image, mirrors, cache }: Inputs): Promise<Provide> {
  switch (name) {
    case 'image':
      return (await import('./image-provider.ts')).imageProvider({ image, mirrors, cache });
    case 'apt':
      return (await import('./debian.ts')).provideFromApt;
    case 'host':
      return (await import('./host-qemu.ts')).provideFromHost;
  }
}
