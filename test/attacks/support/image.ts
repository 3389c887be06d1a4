import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, layerOf, type MadeImage, makeImage } from '../../support/oci-image.ts';
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
