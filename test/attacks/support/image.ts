import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Entry,
  LAYER,
  layerOf,
  type MadeImage,
  makeImage,
  sha256,
  tarOf,
} from '../../support/oci-image.ts';
import { debianQemu } from '../../support/qemu.ts';
import { machineArchitecture } from '../../support/static-program.ts';

/** The repository that every image of the attacks lies in. */
export const REPOSITORY = 'test/binfmt';

/** `usr/bin/qemu-*` entries that hold Debian's real QEMU. */
export async function realEntries(...names: readonly string[]): Promise<readonly Entry[]> {
  const folder = await debianQemu();
  return names.map((name) => ({
    name: `usr/bin/qemu-${name}`,
    mode: 0o755,
    content: readFileSync(join(folder, `qemu-${name}-static`)),
  }));
}

/** An image for this machine whose one layer holds the entries. */
export async function imageOf(entries: readonly Entry[]): Promise<MadeImage> {
  return makeImage([{ layers: [await layerOf(entries)], arch: machineArchitecture }]);
}

/** The same programs with more after their ends: they work, and are others. */
export function marked(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => ({
    ...entry,
    content: Buffer.concat([entry.content ?? Buffer.of(), Buffer.from('other!')]),
  }));
}

/**
 * Writes a layout of an image whose configuration names a layer with `named`, and whose manifest has one with `held`; gives
 * the digest of the configuration, which is the image's id.
 */
export async function layoutOf(
  folder: string,
  named: readonly Entry[],
  held: readonly Entry[],
): Promise<string> {
  const blobs = join(folder, 'blobs/sha256');
  mkdirSync(blobs, { recursive: true });
  const add = (bytes: Buffer, mediaType: string) => {
    writeFileSync(join(blobs, sha256(bytes).slice(7)), bytes);
    return { mediaType, digest: sha256(bytes), size: bytes.length };
  };
  const addJson = (value: unknown, mediaType: string) => add(Buffer.from(JSON.stringify(value)), mediaType);
  const rootfs = { type: 'layers', diff_ids: [sha256(await tarOf(named))] };
  const platform = { os: 'linux', architecture: machineArchitecture };
  const config = addJson({ ...platform, rootfs }, 'application/vnd.oci.image.config.v1+json');
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const layers = [add((await layerOf(held)).bytes, LAYER)];
  const manifest = addJson({ schemaVersion: 2, mediaType, config, layers }, mediaType);
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
  return config.digest;
}
