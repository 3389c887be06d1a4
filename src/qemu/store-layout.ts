/** What the store keeps beside each binary, as JSON; read without loading what fills the store. */

import { STORE_TOOL } from '../core/store-path.ts';
import type { Host } from '../host/host.ts';
import { parseObject } from '../text/parse.ts';
import type { HandlerSource } from './handler.ts';

export interface StoreRecord {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly source: HandlerSource;
  readonly assumesPreserve: boolean;
  readonly version?: string;
}

const VERSION = /^\d+\.\d+\.\d+$/;

/** Where the record of a binary lies. */
export function recordPath(binary: string): string {
  return `${binary}.json`;
}

/** Reads a record; `undefined` when the text is none. */
export function parseRecord(text: string): StoreRecord | undefined {
  const { sha256, size, source, assumesPreserve, version } = parseObject(text) ?? {};
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || typeof size !== 'number')
    return undefined;
  if (source !== 'image' && source !== 'apt' && source !== 'host') return undefined;
  if (typeof assumesPreserve !== 'boolean') return undefined;
  const common = { sha256, size, source, assumesPreserve } as const;
  return typeof version === 'string' && VERSION.test(version) ? { ...common, version } : common;
}

/** The version that is recorded of a binary in the store under `root`; `undefined` for any other file. */
export function recordedVersion(host: Host, root: string, path: string): string | undefined {
  if (!path.startsWith(`${root}/${STORE_TOOL}/`) || path.split('/').includes('..')) return undefined;
  try {
    const record = parseRecord(host.readText(recordPath(path)));
    return host.stat(path, false)?.size === record?.size ? record?.version : undefined;
  } catch {
    return undefined;
  }
}
