/** The providers by name, in the order that the inputs ask for, and what an image's registry offers. */

import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import type { Inputs, ProviderName } from '../inputs/inputs.ts';
import { type ImagePlatforms, listImagePlatforms } from '../oci/image.ts';
import type { ImageReference } from '../oci/reference.ts';
import { provideFromApt } from './from-apt.ts';
import { provideFromHost } from './from-host.ts';
import { imageProvider } from './from-image.ts';
import type { Provide, Wanted } from './handler.ts';
import { provideHandlers, type Supply } from './provide.ts';
import { recordedVersion } from './store-layout.ts';
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
}

/** Binds the providers. Nothing is asked before it is needed. */
export function openSources(host: Host, inputs: Inputs): Sources {
  const store = storeRoot(host);
  return {
    store,
    supply: async (wanted, facts, { log, thorough }) => {
      const hostArch = facts.architecture ?? 'unknown';
      const providers = inputs.qemuFrom.map((name) => ({ name, provide: providerOf(name, inputs) }));
      const context = { host, hostArch, storeRoot: store, log, thorough, timeLimitMs: PROVIDER_LIMIT_MS };
      return provideHandlers(wanted, providers, context);
    },
    recordedVersion: (path) => recordedVersion(host, store, path),
    imagePlatforms: (image) =>
      listImagePlatforms(image, inputs.mirrors, { host, log: () => undefined, timeLimitMs: INDEX_LIMIT_MS }),
  };
}

function providerOf(name: ProviderName, { image, mirrors, cache }: Inputs): Provide {
  switch (name) {
    case 'image':
      return imageProvider({ image, mirrors, cache });
    case 'apt':
      return provideFromApt;
    case 'host':
      return provideFromHost;
  }
}
