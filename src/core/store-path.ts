/** Where a handler lies in the store: `<root>/setup-binfmt/<version>/…`, the layout of `@actions/tool-cache`. */
import type { ProviderName } from '../inputs/inputs.ts';

/** The store's folder in the tool cache. */
export const STORE_TOOL = 'setup-binfmt';
const VERSION_LIMIT = 40;

/** A version that tool caches accept (semver), from what identifies the contents: digest, package version. */
export function storeVersion(source: ProviderName, identity: string): string {
  const safe = identity.replace(/^sha256:/, '').replace(/[^0-9A-Za-z]+/g, '-');
  return `1.0.0-${source}-${safe.slice(0, VERSION_LIMIT)}`;
}
