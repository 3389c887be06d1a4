/** What the store keeps beside each binary, as JSON; read without loading what fills the store. */

import type { Host } from '../host/host.ts';
import { type ImageReference, isOfEngine } from '../oci/reference.ts';
import { qemuName } from '../platform/platforms.ts';
import { parseObject } from '../text/parse.ts';
import { isVersion } from '../text/version.ts';
import type { SourceName, TargetName } from './handler.ts';

export interface StoreRecord {
  /** What it is of (`placeIn`): whoever owns a folder above can give two of them each other's name. */
  readonly store: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly source: SourceName;
  readonly assumesPreserve: boolean;
  readonly version?: string;
}

/** Where the record of a binary lies. */
export function recordPath(binary: string): string {
  return `${binary}.json`;
}

/** Where it is noted that a version holds no binary for an architecture. */
export function lackingPath(folder: string, wanted: TargetName): string {
  return `${folder}/${qemuName(wanted)}.none`;
}

/** Where a binary belongs in the store: the version, the host's architecture as Node has it, and its name. */
export function placeIn(
  { version, host }: { readonly version: string; readonly host: Pick<Host, 'nodeArch'> },
  wanted: TargetName,
): string {
  return `${version}/${host.nodeArch}/${qemuName(wanted)}`;
}

/** Reads a record; `undefined` when the text is none. */
export function parseStoreRecord(text: string): StoreRecord | undefined {
  const { store, sha256, size, source, assumesPreserve, version } = parseObject(text) ?? {};
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || typeof size !== 'number')
    return undefined;
  if (typeof store !== 'string') return undefined;
  if (source !== 'image' && source !== 'apt' && source !== 'host') return undefined;
  if (typeof assumesPreserve !== 'boolean') return undefined;
  const common = { store, sha256, size, source, assumesPreserve } as const;
  return isVersion(version) ? { ...common, version } : common;
}

/** The store's folder in the tool cache. */
export const STORE_TOOL = 'setup-binfmt';
const VERSION_LIMIT = 40;

/** A version that tool caches accept (semver), from what identifies the contents: digest, package version. */
export function storeVersion(source: SourceName, identity: string): string {
  const safe = identity.replace(/^sha256:/, '').replace(/[^0-9A-Za-z]+/g, '-');
  return `1.0.0-${source}-${safe.slice(0, VERSION_LIMIT)}`;
}

/** That of an image. What an engine says to be of a digest need not have it, and is kept apart from what has. */
export function imageVersion({ local }: Pick<ImageReference, 'local'>, digest: string): string {
  const isSaid = local !== undefined && isOfEngine(local);
  return storeVersion('image', isSaid ? `engine-${digest.replace('sha256:', '')}` : digest);
}
