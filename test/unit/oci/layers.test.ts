import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBudget } from '../../../src/archive/budget.ts';
import { IMAGE_LIMITS } from '../../../src/archive/limits.ts';
import { pickFromLayer } from '../../../src/oci/layers.ts';
import { openInspection } from '../../../src/qemu/store.ts';
import {
  type Blob,
  type Entry,
  LAYER,
  layerOf,
  rawHeader,
  rawLayer,
  tarOf,
  ZSTD_LAYER,
} from '../../support/oci-image.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-layer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, text = name): Entry => ({ name, content: Buffer.from(text) });
const names = new Set(['qemu-arm', 'qemu-ppc']);

async function pick(layer: Blob, budget = openBudget(IMAGE_LIMITS, 'the image')) {
  const blob = join(folder, 'blob');
  const target = mkdtempSync(join(folder, 'target-'));
  writeFileSync(blob, layer.bytes);
  const found = await pickFromLayer(blob, layer.mediaType, names, target, openInspection, budget);
  const files = Object.fromEntries(
    readdirSync(target).map((name) => [name, readFileSync(join(target, name), 'utf8')]),
  );
  if ('refused' in found) return found;
  return { files, found: [...found.files.keys()].toSorted(), hidden: [...found.hidden].toSorted() };
}

describe('a layer', () => {
  it('gives the wanted files and nothing else', async () => {
    const entries = [
      file('usr/bin/qemu-arm'),
      file('usr/bin/qemu-armeb'),
      file('qemu-ppc'),
      file('usr/lib/qemu-ppc'),
    ];
    expect(await pick(await layerOf(entries))).toEqual({
      files: { 'qemu-arm': 'usr/bin/qemu-arm' },
      found: ['qemu-arm'],
      hidden: [],
    });
  });

  it.each(['./usr/bin/qemu-arm', 'usr/./bin//qemu-arm', 'usr/bin/qemu-arm'])(
    'may write a path as %s',
    async (name) => {
      expect(await pick(await layerOf([file(name)]))).toMatchObject({ found: ['qemu-arm'] });
    },
  );

  it('ends early when it has everything, whatever comes after', async () => {
    const tar = await tarOf([
      file('usr/bin/qemu-arm'),
      file('usr/bin/qemu-ppc'),
      file('more', 'x'.repeat(9000)),
    ]);
    const mediaType = 'application/vnd.oci.image.layer.v1.tar';
    const layer = { bytes: Buffer.concat([tar.subarray(0, 4000), Buffer.alloc(3000, 'broken')]), mediaType };
    expect(await pick(layer)).toMatchObject({ found: ['qemu-arm', 'qemu-ppc'] });
  });

  it.each<[string, Entry, readonly string[]]>([
    ['of one file', file('usr/bin/.wh.qemu-arm', ''), ['qemu-arm']],
    ['of another file', file('usr/bin/.wh.qemu-x', ''), []],
    ['of the folder', file('usr/.wh.bin', ''), ['qemu-arm', 'qemu-ppc']],
    ['of the folder above', file('.wh.usr', ''), ['qemu-arm', 'qemu-ppc']],
    ['that hides all in the folder', file('usr/bin/.wh..wh..opq', ''), ['qemu-arm', 'qemu-ppc']],
    ['that hides all in the folder above', file('usr/.wh..wh..opq', ''), ['qemu-arm', 'qemu-ppc']],
    ['that hides all in the root', file('.wh..wh..opq', ''), ['qemu-arm', 'qemu-ppc']],
    ['that hides all elsewhere', file('etc/.wh..wh..opq', ''), []],
    ['of a file elsewhere', file('etc/.wh.qemu-arm', ''), []],
    [
      'by a link in the place of the folder',
      { name: 'usr/bin', type: 'symlink', linkname: '../bin' },
      ['qemu-arm', 'qemu-ppc'],
    ],
    ['by a file in the place of the folder above', file('usr'), ['qemu-arm', 'qemu-ppc']],
    ['not by the folder itself', { name: 'usr/bin/', type: 'directory' }, []],
  ])('takes files of lower layers away by a whiteout %s', async (_name, entry, hidden) => {
    expect(await pick(await layerOf([entry]))).toMatchObject({ found: [], hidden });
  });

  it('takes away what is below and gives its own, in either order', async () => {
    const own = file('usr/bin/qemu-arm', 'new');
    const opaque = file('usr/bin/.wh..wh..opq', '');
    for (const entries of [
      [own, opaque],
      [opaque, own],
    ]) {
      expect(await pick(await layerOf(entries))).toMatchObject({
        files: { 'qemu-arm': 'new' },
        found: ['qemu-arm'],
        hidden: ['qemu-arm', 'qemu-ppc'],
      });
    }
  });
});

describe('the packing of a layer', () => {
  const entries = [file('usr/bin/qemu-arm')];
  const read = { found: ['qemu-arm'] };

  it.each([
    ['gzip', LAYER],
    ['gzip, as Docker calls it', 'application/vnd.docker.image.rootfs.diff.tar.gzip'],
  ])('%s', async (_name, mediaType) => {
    expect(await pick({ ...(await layerOf(entries)), mediaType })).toMatchObject(read);
  });

  it('none', async () => {
    const bytes = await tarOf(entries);
    expect(await pick({ bytes, mediaType: 'application/vnd.oci.image.layer.v1.tar' })).toMatchObject(read);
  });

  it('zstd, also where Docker calls it gzip', async () => {
    expect(await pick(await layerOf(entries, ZSTD_LAYER))).toMatchObject(read);
    const bytes = zstdCompressSync(await tarOf(entries));
    expect(
      await pick({ bytes, mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip' }),
    ).toMatchObject(read);
  });

  it.each([
    [LAYER, /is not packed with gzip as it claims/],
    [ZSTD_LAYER, /is not packed with zstd as it claims/],
    ['text/plain', /unknown media type text\/plain/],
    ['', /unknown media type/],
  ])('another than %s says', async (mediaType, expected) => {
    const bytes = await tarOf(entries);
    expect(await pick({ bytes, mediaType })).toEqual({ refused: expect.stringMatching(expected) });
  });
});

describe('the limits of a layer', () => {
  it('hold for one file, by what its header says', async () => {
    const layer = rawLayer(rawHeader('usr/bin/qemu-arm', '0', IMAGE_LIMITS.file + 1));
    const refused = 'holds usr/bin/qemu-arm with 134217729 bytes, more than any QEMU has';
    expect(await pick(layer)).toEqual({ refused });
  });

  it('hold for all layers of the image together', async () => {
    const budget = openBudget({ ...IMAGE_LIMITS, bytes: 150_000 }, 'the image');
    const layer = await layerOf([file('other', 'x'.repeat(100_000)), file('usr/bin/qemu-arm')]);
    expect(await pick(layer, budget)).toMatchObject({ found: ['qemu-arm'] });
    const refused = 'cannot be read: the image unpacks to more than 150000 bytes';
    expect(await pick(layer, budget)).toEqual({ refused });
  });
});
