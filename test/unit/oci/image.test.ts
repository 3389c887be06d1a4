import { describe, expect, it } from 'vitest';
import { type ChainSource, layersOf } from '../../../src/oci/image.ts';
import type { Descriptor } from '../../../src/oci/manifest.ts';
import { type ImageReference, parseImageReference } from '../../../src/oci/reference.ts';
import { LAYER } from '../../support/oci-image.ts';

const GIB = 1024 ** 3;

/** All layers are there already; gives what was asked for, and the layers that came. */
async function layers(...given: readonly (readonly [name: string, size: number, mediaType?: string])[]) {
  const asked: string[] = [];
  const unasked = (): never => {
    throw new Error('the registry is asked');
  };
  const source: ChainSource = {
    reference: parseImageReference('a/b') as ImageReference,
    folder: '/nowhere',
    registry: { named: unasked, manifest: unasked, blob: unasked, downloadedBytes: () => 0, close: unasked },
    openKept: (digest) => {
      asked.push(digest);
      return { path: `/kept/${digest}` } as ReturnType<ChainSource['openKept']>;
    },
  };
  const all = given.map(([digest, size, mediaType = LAYER]): Descriptor => ({ digest, size, mediaType }));
  const came: string[] = [];
  for await (const { path, mediaType } of layersOf(source, { layers: all }))
    came.push(`${path} ${mediaType}`);
  return { asked, came };
}

describe('layersOf', () => {
  it('gives the layers from the uppermost down', async () => {
    expect((await layers(['a', 1], ['b', 2])).came).toEqual([`/kept/b ${LAYER}`, `/kept/a ${LAYER}`]);
  });

  it('gives one that is there several times once, as the uppermost says it is packed', async () => {
    const twice = await layers(['a', 1, 'other'], ['b', GIB], ['a', 1], ...Array(400).fill(['b', GIB, 'x']));
    expect(twice.asked).toEqual(['b', 'a']);
    expect(twice.came).toEqual(['/kept/b x', `/kept/a ${LAYER}`]);
  });

  it('refuses one that is too large, and all that are too large together', async () => {
    await expect(layers(['a', GIB + 1])).rejects.toThrow(/a layer of 1073741825 bytes is too large/);
    const names = ['a', 'b', 'c', 'd'].map((name) => [name, GIB] as const);
    expect((await layers(...names)).came).toHaveLength(4);
    await expect(layers(['e', 1], ...names)).rejects.toThrow(/its layers have more than 4294967296 bytes/);
  });
});
