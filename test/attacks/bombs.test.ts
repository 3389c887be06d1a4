/**
 * Kind 2, what it costs to read what others send: archives, images and lists that are small as they come, and would take all
 * time, memory or disk. What is right all the same is used.
 */
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { greedyXz, makeDeb, makeTar } from '../support/deb.ts';
import { inTurn } from '../support/in-turn.ts';
import {
  type Blob,
  type Entry,
  extendedHeader,
  inBlocks,
  LAYER,
  layerOf,
  type MadeImage,
  makeImage,
  paxRecord,
  rawHeader,
  sha256,
  tarOf,
  ZSTD_LAYER,
} from '../support/oci-image.ts';
import { startRegistry } from '../support/registry-server.ts';
import { aptMachine, makeKey, openRepository, type SigningKey } from '../support/repository.ts';
import { machineArchitecture } from '../support/static-program.ts';
import { headersForAll, members } from './support/archive.ts';
import { marked, REPOSITORY, realEntries } from './support/image.ts';
import { type Job, openJob, type Step } from './support/job.ts';

const arch = machineArchitecture;
const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

let qemu: readonly Entry[];
/** Works as well, and is another one. */
let other: readonly Entry[];
/** The layer that lies below all others, and holds what is looked for. */
let right: Blob;
beforeAll(async () => {
  qemu = await realEntries('aarch64');
  other = marked(qemu);
  right = await layerOf(qemu);
});

const MIB = 1024 ** 2;
const ZEROS = gzipSync(Buffer.alloc(64 * MIB));

/** A layer that is packed in pieces: bytes as they are, and so many zeros (of 64 MiB each). */
function layer(...parts: readonly (Buffer | number)[]): Blob {
  const pieces = parts.flatMap((part) =>
    typeof part === 'number'
      ? Array.from({ length: part / (64 * MIB) }, () => ZEROS)
      : [gzipSync(part, { level: 1 })],
  );
  return { bytes: Buffer.concat(pieces), mediaType: LAYER };
}

/** Headers of files, folders, links, unknown things, and of what comes before them, all without content. */
function everyKind(name: string): Buffer {
  return Buffer.concat(['0', '5', '2', '1', 'V', 'x', 'g', 'L'].map((flag) => rawHeader(name, flag, 0)));
}

/** The same headers until there are so many, packed once and joined. */
function many(headers: Buffer, count: number): Buffer {
  const each = 64;
  const length = count / each / (headers.length / 512);
  const packed = gzipSync(Buffer.concat(Array.from({ length }, () => headers)));
  return Buffer.concat(Array.from({ length: each }, () => packed));
}

/** One step with an image from a registry. */
async function setUp(
  image: MadeImage,
): Promise<{ readonly job: Job; readonly step: Step; readonly asked: number }> {
  const registry = await startRegistry(REPOSITORY, image);
  const job = await openJob();
  undo.push(registry.close, job.close);
  const step = await job.main({
    platforms: 'arm64',
    image: `${registry.host}/${REPOSITORY}@${image.digest}`,
    'qemu-from': 'image',
  });
  return { job, step, asked: registry.asked.filter(({ path }) => path.includes('/blobs/')).length };
}

function expectRight({ job, step }: { readonly job: Job; readonly step: Step }): void {
  expect(step.code, step.log).toBe(0);
  expect(step.log).toContain('✓ linux/arm64');
  const stored = globSync(join(job.home, 'tools/setup-binfmt/*/*/qemu-aarch64'));
  expect(stored.map((path) => sha256(readFileSync(path)))).toEqual([sha256(qemu[0]?.content ?? Buffer.of())]);
}

/** One clear error, no handler, and nothing left of what was unpacked. */
function expectRefused({ job, step }: { readonly job: Job; readonly step: Step }, says: RegExp): void {
  expect(step.code).toBe(1);
  expect(step.log).toMatch(/^::error title=/m);
  expect(step.log).toMatch(says);
  expect(job.entries().size).toBe(0);
  expect(globSync(join(job.home, 'tools/**/qemu-*'))).toEqual([]);
  expect(
    readdirSync(join(job.home, 'tools'), { recursive: true }).filter((name) => /incoming/.test(String(name))),
  ).toEqual([]);
  expect(readdirSync(join(job.home, 'temp')).filter((name) => name.startsWith('setup-binfmt-image'))).toEqual(
    [],
  );
}

describe('an image', () => {
  const below: readonly (readonly [string, () => Promise<readonly Blob[]> | readonly Blob[]])[] = [
    [
      'that names a layer of 1 GiB four hundred times',
      () => {
        const large = layer(rawHeader('zeros', '0', 1024 * MIB), 1024 * MIB, Buffer.alloc(1024));
        return Array.from({ length: 400 }, () => large);
      },
    ],
    [
      'that names a layer twice, and lies about it below',
      () => {
        const empty = layer(Buffer.alloc(1024));
        return [{ ...empty, mediaType: 'application/vnd.example' }, empty];
      },
    ],
    [
      'whose layer has headers for all that follow, and many follow',
      () => [layer(headersForAll(), Buffer.alloc(1024))],
    ],
    [
      'whose layer goes on for long after its end',
      () => [layer(rawHeader('a', '0', 0), Buffer.alloc(1024), 16 * 1024 * MIB)],
    ],
    ['whose layer names others after its end', async () => [layer(Buffer.alloc(1024), await tarOf(other))]],
    [
      'whose layer says a name for all that follow',
      async () => [
        layer(
          extendedHeader('g', paxRecord('path', 'usr/bin/qemu-aarch64')),
          extendedHeader('x', paxRecord('comment', 'x')),
          rawHeader('a', '0', 0),
          Buffer.alloc(1024),
        ),
      ],
    ],
  ];
  it.each(below)('%s costs little, and the right QEMU is used', async (_name, make) => {
    const image = makeImage([{ layers: [right, ...(await make())], arch }]);
    const ended = await setUp(image);
    expectRight(ended);
    // Its configuration, and each layer once.
    expect(ended.asked).toBe(1 + new Set(image.layers).size);
  });

  it('whose layer was packed in pieces is read to its end, and not what lies below', async () => {
    const [first, second] = [await members({ name: 'a' }), await tarOf(qemu)];
    const bytes = Buffer.concat([first, second].map((part) => zstdCompressSync(part)));
    const below = await layerOf(other);
    expectRight(await setUp(makeImage([{ layers: [below, { bytes, mediaType: ZSTD_LAYER }], arch }])));
  });

  const above: readonly (readonly [string, () => Promise<readonly Blob[]> | readonly Blob[], RegExp])[] = [
    [
      'of 600 layers',
      () => Array.from({ length: 600 }, (_, at) => layer(rawHeader(String(at), '0', 0))),
      /its manifest lists more than 500 layers/,
    ],
    [
      'whose layers unpack to 9 GiB together',
      () =>
        Array.from({ length: 6 }, (_, at) =>
          layer(rawHeader(String(at), '0', 1536 * MIB), 1536 * MIB, Buffer.alloc(1024)),
        ),
      /the image unpacks to more than 8589934592 bytes/,
    ],
    [
      'with a file of 9 GiB',
      () => [layer(rawHeader('zeros', '0', 9216 * MIB), 9216 * MIB, Buffer.alloc(1024))],
      /the image unpacks to more than/,
    ],
    [
      'of a million members and headers of every kind',
      () => [{ bytes: many(everyKind('a/'), 1_000_448), mediaType: LAYER }],
      /the image has more than 1000000 members and headers/,
    ],
    [
      'with a header of 3 MiB',
      () => [layer(extendedHeader('x', paxRecord('comment', 'x'.repeat(3 * MIB))), rawHeader('a', '0', 0))],
      /a header of more than 1048576 bytes/,
    ],
    [
      'with names that fill the memory',
      () => [
        layer(
          ...Array.from({ length: 64 }, (_, at) =>
            Buffer.concat([
              extendedHeader('x', paxRecord('path', `usr/bin/.wh.${'x'.repeat(MIB - 100)}${at}`)),
              rawHeader('a', '0', 0),
            ]),
          ),
        ),
      ],
      /a name that is too long for a file/,
    ],
    [
      'of a million pieces that hold nothing',
      () => [
        {
          bytes: Buffer.concat([
            zstdCompressSync(rawHeader('a', '0', 0)),
            Buffer.concat(Array.from({ length: 1_050_000 }, () => skipped)),
          ]),
          mediaType: ZSTD_LAYER,
        },
      ],
      /the image has more than 1000000 members and headers/,
    ],
  ];
  it.each(above)('%s is refused', async (_name, make, says) => {
    expectRefused(await setUp(makeImage([{ layers: [right, ...(await make())], arch }])), says);
  });
});

/** A frame of zstd that is passed over, and empty (RFC 8878, 3.1.2). */
const skipped = Buffer.from('502a4d1800000000', 'hex');

describe('an image on this machine', () => {
  /** One step with an image that lies here. */
  async function setUpLocal(
    make: (folder: string) => Promise<string> | string,
  ): Promise<{ readonly job: Job; readonly step: Step }> {
    const job = await openJob();
    undo.push(job.close);
    const folder = join(job.folder, 'image');
    mkdirSync(folder);
    const image = await make(folder);
    return { job, step: await job.main({ platforms: 'arm64', image, 'qemu-from': 'image' }) };
  }
  const archive = (folder: string, bytes: Buffer): string => {
    writeFileSync(join(folder, 'image.tar'), bytes);
    return join(folder, 'image.tar');
  };
  const file = (name: string, content: Buffer | string): Entry => ({ name, content: Buffer.from(content) });
  const large = `{"rootfs":{"diff_ids":[]}}${' '.repeat(4 * MIB - 100)}`;
  const index = (digests: readonly string[]) =>
    JSON.stringify({ schemaVersion: 2, manifests: digests.map((digest) => ({ digest, size: 1 })) });
  const absent = `sha256:${'0'.repeat(64)}`;

  const rows: readonly (readonly [string, (folder: string) => Promise<string> | string, RegExp])[] = [
    [
      'an archive that names one configuration two thousand times',
      async (folder) => {
        const list = JSON.stringify(Array(2000).fill({ Config: 'c', Layers: [] }));
        return `docker-archive:${archive(folder, await tarOf([file('c', large), file('manifest.json', list)]))}`;
      },
      /it lists more than 1000 images/,
    ],
    [
      'an archive that names one configuration of 4 MiB a thousand times',
      async (folder) => {
        const list = JSON.stringify(Array(1000).fill({ Config: 'c', Layers: [] }));
        return `docker-archive:${archive(folder, await tarOf([file('c', large), file('manifest.json', list)]))}`;
      },
      /it holds documents of more than 67108864 bytes/,
    ],
    [
      'an archive of an image of a hundred thousand layers',
      async (folder) => {
        const list = JSON.stringify([{ Config: 'c', Layers: Array(100_000).fill('c') }]);
        return `docker-archive:${archive(folder, await tarOf([file('c', '{}'), file('manifest.json', list)]))}`;
      },
      /it lists more than 500 layers/,
    ],
    [
      'an archive of an image of a hundred thousand names',
      async (folder) => {
        const list = JSON.stringify([{ Config: 'c', Layers: [], RepoTags: Array(100_000).fill('a') }]);
        return `docker-archive:${archive(folder, await tarOf([file('c', '{}'), file('manifest.json', list)]))}`;
      },
      /it lists more than 1000 names/,
    ],
    [
      'an archive of a hundred thousand members and headers of every kind',
      (folder) => `oci-archive:${archive(folder, many(everyKind('a/'), 102_400))}`,
      /it has more than 10000 members and headers/,
    ],
    [
      'an archive with headers for all that follow, and many follow',
      (folder) => `oci-archive:${archive(folder, Buffer.concat([headersForAll(), rawHeader('a', '0', 0)]))}`,
      /neither index\.json nor manifest\.json/,
    ],
    [
      'an archive that unpacks to 5 GiB',
      (folder) =>
        `oci-archive:${archive(folder, layer(rawHeader('blobs/sha256/a', '0', 5120 * MIB), 5120 * MIB).bytes)}`,
      /it unpacks to more than 4294967296 bytes/,
    ],
    [
      'a layout of forty thousand images',
      (folder) => {
        writeFileSync(join(folder, 'index.json'), index(Array(40_000).fill(absent)));
        return `oci:${folder}:tag`;
      },
      /it lists more than 1000 images/,
    ],
    [
      'a layout whose images are documents of 4 MiB',
      (folder) => {
        mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
        const digests = Array.from({ length: 40 }, (_, at) => {
          const bytes = Buffer.from(`{"a":${at}${' '.repeat(4 * MIB - 20)}}`);
          writeFileSync(join(folder, 'blobs/sha256', sha256(bytes).slice(7)), bytes);
          return sha256(bytes);
        });
        writeFileSync(join(folder, 'index.json'), index(digests));
        return `oci:${folder}@${absent}`;
      },
      /it holds documents of more than 67108864 bytes/,
    ],
  ];
  it.each(rows)('%s is refused', async (_name, make, says) => {
    expectRefused(await setUpLocal(make), says);
  });
});

describe('a package of a signed repository', () => {
  let key: SigningKey;
  let binary: Buffer;
  beforeAll(() => {
    key = makeKey(mkdtempSync(join(tmpdir(), 'key-')));
    binary = Buffer.from(qemu[0]?.content ?? Buffer.of());
  });
  afterAll(() => key?.close());

  /** One step with a package whose tree begins with these bytes, and ends with QEMU. */
  async function setUpApt(data: {
    readonly name: string;
    readonly bytes: Buffer;
  }): Promise<{ readonly job: Job; readonly step: Step }> {
    const job = await openJob();
    undo.push(job.close);
    await job.realApt();
    const repository = await openRepository((release) => key.sign(release));
    undo.push(() => repository.close());
    repository.publish('qemu-user-static', '1:10.2.3+ds-1', await makeDeb([], data));
    const config = aptMachine(join(job.folder, 'machine'), repository.port, key.publicKey);
    return { job, step: await job.main({ platforms: 'arm64', 'qemu-from': 'apt' }, { APT_CONFIG: config }) };
  }
  const withQemu = async (...before: readonly Buffer[]): Promise<Buffer> =>
    Buffer.concat([...before, await makeTar([{ name: './usr/bin/qemu-aarch64-static', body: binary }])]);
  const packed = (bytes: Buffer) => ({ name: 'data.tar.gz', bytes: gzipSync(bytes, { level: 1 }) });

  it('that asks for 4 GiB of memory to be unpacked is refused', async () => {
    const data = { name: 'data.tar.xz', bytes: greedyXz(await withQemu(), 4) };
    expectRefused(await setUpApt(data), /dpkg-deb ended early \(.*memory/i);
  });

  it('of a hundred thousand members and headers of every kind is refused', async () => {
    const bytes = Buffer.concat([many(everyKind('./a/'), 102_400), gzipSync(await withQemu(), { level: 1 })]);
    expectRefused(
      await setUpApt({ name: 'data.tar.gz', bytes }),
      /it has more than 100000 members and headers/,
    );
  });

  it('whose tree unpacks to 5 GiB is refused', async () => {
    const tree = layer(rawHeader('./zeros', '0', 5120 * MIB), 5120 * MIB, await withQemu()).bytes;
    expectRefused(
      await setUpApt({ name: 'data.tar.gz', bytes: tree }),
      /it unpacks to more than 4294967296 bytes/,
    );
  });

  it('with headers for all that follow, and many follow, gives the right QEMU', async () => {
    expectRight(await setUpApt(packed(await withQemu(headersForAll(), rawHeader('./a', '0', 0)))));
  });

  it('that asks for 1 GiB of memory gives the right QEMU', async () => {
    expectRight(
      await setUpApt({ name: 'data.tar.xz', bytes: greedyXz(await withQemu(inBlocks(Buffer.of())), 1) }),
    );
  });
});
