/** Downloading and unpacking QEMU alone, in turn with what a shell does to the same layers. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost } from '../src/host/host.ts';
import { parseImageReference } from '../src/oci/reference.ts';
import { CONTAINER_ARCHITECTURES, targetsOf } from '../src/platform/platforms.ts';
import { imageSource } from '../src/qemu/from-image.ts';
import { median } from './measure.ts';
import { imageParts } from './support/image-parts.ts';

/** Medians in milliseconds. */
export interface Fetching {
  readonly ours: number;
  /** `curl | gunzip | tar`, a layer after the other. */
  readonly pipeline: number;
}

/** Times both `rounds` times, from nothing to programs that could be registered, and to files. */
export async function measureFetch(image: string, folder: string, rounds: number): Promise<Fetching> {
  const reference = parseImageReference(image);
  if ('problem' in reference) throw new Error(reference.problem);
  const target = join(folder, 'unpacked');
  const storeRoot = join(folder, 'fetched');
  const { layers } = await imageParts(image);
  const script = layers.map((url) => `curl -sf '${url}' | gunzip | tar x -C '${target}'`).join(' && ');
  const hostArch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const fetchOurs = imageSource({ image: reference, mirrors: [], cache: false });
  const wanted = targetsOf(CONTAINER_ARCHITECTURES.filter((arch) => arch !== hostArch));
  const context = {
    ...{ host: nodeHost(), hostArch, storeRoot, log: () => undefined, rehash: false },
    ...{ registryConfig: true, insecureTags: false, timeLimitMs: 600_000 },
  };
  const times: Record<keyof Fetching, number[]> = { ours: [], pipeline: [] };
  const time = async (list: number[], work: () => unknown): Promise<void> => {
    for (const path of [target, storeRoot]) rmSync(path, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const started = performance.now();
    await work();
    list.push(performance.now() - started);
  };
  for (let round = 0; round <= rounds; round++) {
    await time(times.pipeline, () => execFileSync('bash', ['-o', 'pipefail', '-c', script]));
    await time(times.ours, async () => {
      const { missing } = await fetchOurs(wanted, context);
      if (missing.length > 0) throw new Error(`missing: ${missing.map(({ reason }) => reason).join('; ')}`);
    });
  }
  // The first round warms the caches.
  return { ours: median(times.ours.slice(1)), pipeline: median(times.pipeline.slice(1)) };
}
