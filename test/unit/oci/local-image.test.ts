import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { parseInspected } from '../../../src/oci/engine-image.ts';
import { openImage } from '../../../src/oci/image.ts';
import { formatImageReference, parseImageReference } from '../../../src/oci/reference.ts';
import {
  type Blob,
  type Entry,
  LAYER,
  layerOf,
  type MadeImage,
  makeImage,
  qemuEntry,
  rawHeader,
  sha256,
  tarOf,
} from '../../support/oci-image.ts';

let folder: string;
let image: MadeImage;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-local-'));
  image = makeImage([{ layers: [await layerOf([qemuEntry('aarch64')])] }]);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens an image and gives what it is named by, and what of it can be had. */
async function pull(reference: string, run?: ReturnType<typeof nodeHost>['run']) {
  const parsed = parseImageReference(reference);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const lines: string[] = [];
  const host = {
    ...nodeHost(),
    ...(run === undefined ? {} : { run, which: (name: string) => `/bin/${name}` }),
  };
  const context = {
    host,
    log: (line: string) => lines.push(line),
    timeLimitMs: 5000,
    registryConfig: true,
    insecureTags: false,
  };
  const opened = openImage(parsed, [], context);
  try {
    const found = await (parsed.digest === undefined ? opened.named() : opened.manifest(parsed.digest));
    const document = JSON.parse(found.bytes.toString());
    const [layer] = document.layers ?? [];
    const blob = join(folder, 'blob');
    if (layer !== undefined) await opened.blob(layer, blob);
    return {
      digest: found.digest,
      lines,
      document,
      bytes: layer === undefined ? undefined : readFileSync(blob),
    };
  } finally {
    opened.close();
  }
}

type RootEntry = { readonly digest: string; readonly annotations?: Readonly<Record<string, string>> };
const indexOf = (roots: readonly RootEntry[]) => JSON.stringify({ schemaVersion: 2, manifests: roots });
const named = (name: string, digest = image.digest): RootEntry => ({
  digest,
  annotations: { 'org.opencontainers.image.ref.name': name },
});

function layout(roots: readonly RootEntry[] = [named('latest')]): string {
  const at = join(folder, 'layout');
  mkdirSync(join(at, 'blobs/sha256'), { recursive: true });
  writeFileSync(join(at, 'index.json'), indexOf(roots));
  for (const [digest, { bytes }] of image.contents)
    writeFileSync(join(at, 'blobs/sha256', digest.slice(7)), bytes);
  return at;
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** An image whose configuration says what its layers are, and a manifest of anybody's with other layers for it. */
async function identified(
  change: (layers: Blob[], others: { evil: Blob }) => Blob[] = (layers) => layers,
  mediaType = LAYER,
) {
  const entriesOf = (label: string) => [{ ...qemuEntry('aarch64', 'amd64', label), mtime: new Date(0) }];
  const labels = ['lower', 'upper'];
  const tars = await Promise.all(labels.map((label) => tarOf(entriesOf(label))));
  const layers = await Promise.all(labels.map((label) => layerOf(entriesOf(label), mediaType)));
  const others = { evil: await layerOf(entriesOf('evil')) };
  const config = json({
    ...{ os: 'linux', architecture: 'amd64' },
    rootfs: { type: 'layers', diff_ids: tars.map(sha256) },
  });
  const given = change(layers, others);
  const described = given.map((layer) => ({
    mediaType: layer.mediaType,
    digest: sha256(layer.bytes),
    size: layer.bytes.length,
  }));
  const manifest = json({
    ...{ schemaVersion: 2, mediaType: MANIFEST },
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: sha256(config),
      size: config.length,
    },
    layers: described,
  });
  const parts = [config, manifest, ...given.map(({ bytes }) => bytes)];
  return { id: sha256(config), digest: sha256(manifest), parts };
}

/** What an archive or a part of a layout can be, and is not read. */
const NOTHING_TO_READ: readonly ((path: string) => void)[] = [
  (path) => execFileSync('mkfifo', [path]),
  (path) => {
    execFileSync('mkfifo', [`${path}-fifo`]);
    symlinkSync(`${path}-fifo`, path);
  },
  (path) => symlinkSync('/dev/zero', path),
  (path) => mkdirSync(path),
];

async function archive(entries: readonly Entry[]): Promise<string> {
  const path = join(folder, 'image.tar');
  writeFileSync(path, await tarOf(entries));
  return path;
}

describe('an OCI layout', () => {
  it.each(['', ':latest'])('is read by "%s"', async (tag) => {
    expect(await pull(`oci:${layout()}${tag}`)).toMatchObject({ digest: image.digest });
  });

  it('is read by a digest, of its index or of an image in it', async () => {
    const at = layout();
    expect((await pull(`oci:${at}@${image.digest}`)).digest).toBe(image.digest);
    const one = await pull(`oci:${at}@${image.manifests[0]}`);
    expect([one.digest, sha256(one.bytes ?? Buffer.of())]).toEqual([image.manifests[0], image.layers[0]]);
  });

  it.each<[string, (at: string) => string, RegExp]>([
    [
      'another digest',
      (at) => `oci:${at}@sha256:${'0'.repeat(64)}`,
      /holds latest \(sha256:\w+\), and not sha256:0+\. Name the digest that it has/,
    ],
    ['another tag', (at) => `oci:${at}:other`, /holds no image called other, but latest \(sha256/],
    ['a folder that is none', () => `oci:${folder}`, /has no index\.json: it is no OCI layout/],
    ['no folder', () => 'oci:/nowhere/x', /^Cannot read oci:\/nowhere\/x: \/nowhere\/x has no index\.json/],
  ])('is refused for %s', async (_, reference, expected) => {
    await expect(pull(reference(layout()))).rejects.toThrow(expected);
  });

  it.each<[string, () => string, RegExp]>([
    [
      'holds several',
      () => indexOf([named('a'), named('b', `sha256:${'1'.repeat(64)}`)]),
      /holds several images: a \(sha256:\w+\), b .* Write the tag of one behind it/,
    ],
    ['holds none', () => '{"manifests":[{"digest":"x"}]}', /it holds no image/],
    ['is no index', () => '[]', /its index\.json lists no images/],
    ['is too long', () => ' '.repeat(5 * 1024 * 1024), /more than any manifest/],
    [
      'lists too much',
      () => indexOf(Array.from({ length: 1001 }, () => named('a'))),
      /it lists more than 1000 images/,
    ],
  ])('is refused where its index %s', async (_, text, expected) => {
    const at = layout();
    writeFileSync(join(at, 'index.json'), text());
    await expect(pull(`oci:${at}`)).rejects.toThrow(expected);
  });

  it('is named by a few of the images that it holds, where it holds many', async () => {
    const many = Array.from({ length: 900 }, (_, at) =>
      named(`tag-${at}`, `sha256:${String(at).padStart(64, '0')}`),
    );
    await expect(pull(`oci:${layout(many)}:other`)).rejects.toThrow(
      /but tag-0 \(sha256:0+\), (?:tag-\d \(sha256:\d+\),? ?){7}and 892 more\./,
    );
  });

  it('is refused where the images that it holds have to be read to find one, and are large', async () => {
    const documents = Array.from({ length: 20 }, (_, at) =>
      Buffer.from(`{"a":${at}${' '.repeat(4 * 1024 * 1024 - 20)}}`),
    );
    const at = layout(documents.map((bytes) => ({ digest: sha256(bytes) })));
    for (const bytes of documents) writeFileSync(join(at, 'blobs/sha256', sha256(bytes).slice(7)), bytes);
    await expect(pull(`oci:${at}@sha256:${'0'.repeat(64)}`)).rejects.toThrow(
      /it holds documents of more than 67108864 bytes/,
    );
  });

  it('is refused where a layer is longer than its manifest says', async () => {
    const at = layout();
    const [manifest = '', layer = ''] = [image.manifests[0], image.layers[0]];
    appendFileSync(join(at, 'blobs/sha256', layer.slice(7)), 'more');
    await expect(pull(`oci:${at}@${manifest}`)).rejects.toThrow(
      /what it holds as sha256:\w+ has more than \d+ bytes/,
    );
  });

  it('is refused where a document or a layer is not what its name says', async () => {
    const at = layout();
    const [manifest = '', layer = ''] = [image.manifests[0], image.layers[0]];
    writeFileSync(join(at, 'blobs/sha256', layer.slice(7)), 'changed');
    await expect(pull(`oci:${at}@${manifest}`)).rejects.toThrow(
      /what it holds as sha256:\w+ is sha256:\w+ of 7 bytes/,
    );
    rmSync(join(at, 'blobs/sha256', layer.slice(7)));
    await expect(pull(`oci:${at}@${manifest}`)).rejects.toThrow(/it holds no sha256/);
    writeFileSync(join(at, 'blobs/sha256', manifest.slice(7)), '{}');
    await expect(pull(`oci:${at}@${manifest}`)).rejects.toThrow(/what it holds as sha256:\w+ is sha256/);
    rmSync(join(at, 'index.json'));
    mkdirSync(join(at, 'index.json'));
    await expect(pull(`oci:${at}`)).rejects.toThrow(/plain file/);
  });

  it.each<[string, () => string]>([
    ['its index', () => 'index.json'],
    ['a manifest', () => `blobs/sha256/${image.manifests[0]?.slice(7)}`],
    ['a layer', () => `blobs/sha256/${image.layers[0]?.slice(7)}`],
  ])('is refused where %s is nothing to read, and waits for nothing', async (_, name) => {
    const at = layout();
    for (const make of NOTHING_TO_READ) {
      const path = join(at, name());
      rmSync(path, { recursive: true, force: true });
      make(path);
      await expect(pull(`oci:${at}@${image.manifests[0]}`)).rejects.toMatchObject({
        id: 'SB080',
        reason: `${basename(path)}: it is not a plain file`,
      });
    }
  });

  /** Another layer, where the configuration is the one that was asked for. */
  const FORGED: readonly (readonly [string, Parameters<typeof identified>[0], RegExp])[] = [
    ['another uppermost layer', ([lower], { evil }) => [lower as Blob, evil], /layer sha256:\w+ is not one/],
    ['another lowest layer', ([, upper], { evil }) => [evil, upper as Blob], /layer sha256:\w+ is not one/],
    ['its layers in another order', (layers) => layers.toReversed(), /layer sha256:\w+ is not one/],
    ['the uppermost layer missing', ([lower]) => [lower as Blob], /names 2 layers, and it has 1$/],
    ['no layer', () => [], /names 2 layers, and it has 0$/],
    ['one layer more', (layers, { evil }) => [...layers, evil], /names 2 layers, and it has 3$/],
    ['one layer twice', ([lower]) => [lower as Blob, lower as Blob], /layer sha256:\w+ is not one/],
    [
      'a layer with more behind its end',
      ([lower, upper]) => [
        lower as Blob,
        {
          ...(upper as Blob),
          bytes: gzipSync(Buffer.concat([gunzipSync(upper?.bytes ?? ''), Buffer.alloc(512)])),
        },
      ],
      /layer sha256:\w+ is not one/,
    ],
    [
      'a layer that cannot be unpacked',
      ([lower]) => [lower as Blob, { mediaType: LAYER, bytes: Buffer.from('1f8b0800', 'hex') }],
      /a layer cannot be read/,
    ],
  ];

  it.each(FORGED)('is refused by the id of an image that it has with %s', async (_, change, says) => {
    const { id, digest, parts } = await identified(change);
    const at = layout([named('x', digest)]);
    for (const bytes of parts) writeFileSync(join(at, 'blobs/sha256', sha256(bytes).slice(7)), bytes);
    const files = await archive([
      ...parts.map((content) => ({ name: `blobs/sha256/${sha256(content).slice(7)}`, content })),
      { name: 'index.json', content: Buffer.from(indexOf([named('x', digest)])) },
    ]);
    for (const where of [`oci:${at}`, `oci-archive:${files}`, `docker-archive:${files}`])
      await expect(pull(`${where}@${id}`)).rejects.toMatchObject({
        id: 'SB080',
        reason: expect.stringMatching(says),
      });
    const run: ReturnType<typeof nodeHost>['run'] = async ({ args }) => {
      const target = args.find((arg) => arg.endsWith('/archive'))?.replace('docker-archive:', '') ?? '';
      if (!args.includes('inspect')) writeFileSync(target, readFileSync(files));
      return {
        code: 0,
        signal: null,
        stdout: json([{ Id: id }]).toString(),
        stderr: '',
        timedOut: false,
        ms: 1,
      };
    };
    for (const transport of ['docker-daemon', 'containers-storage'])
      await expect(pull(`${transport}:a/b@${id}`, run)).rejects.toMatchObject({
        reason: expect.stringMatching(says),
      });
  });

  it.each([LAYER, LAYER.replace('+gzip', '')])(
    'is read by the id of an image whose layers are those that it names: %s',
    async (mediaType) => {
      const { id, digest, parts } = await identified(undefined, mediaType);
      const at = layout([named('x', digest)]);
      for (const bytes of parts) writeFileSync(join(at, 'blobs/sha256', sha256(bytes).slice(7)), bytes);
      expect((await pull(`oci:${at}@${id}`)).digest).toBe(digest);
    },
  );

  it('is refused by the id of an image that lacks a layer, or has none of a size that was told', async () => {
    const { id, digest, parts } = await identified();
    const at = layout([named('x', digest)]);
    for (const bytes of parts) writeFileSync(join(at, 'blobs/sha256', sha256(bytes).slice(7)), bytes);
    const layer = join(at, 'blobs/sha256', sha256(parts[2] ?? Buffer.of()).slice(7));
    appendFileSync(layer, 'more');
    await expect(pull(`oci:${at}@${id}`)).rejects.toThrow(/has more than \d+ bytes/);
    rmSync(layer);
    await expect(pull(`oci:${at}@${id}`)).rejects.toThrow(/it holds no sha256/);
  });

  it('may lie behind links', async () => {
    symlinkSync(layout(), join(folder, 'link'));
    expect((await pull(`oci:${folder}/link@${image.manifests[0]}`)).bytes).toBeDefined();
  });
});

describe('an archive', () => {
  const blobs = (): readonly Entry[] =>
    [...image.contents].map(([digest, { bytes }]) => ({
      name: `./blobs/sha256/${digest.slice(7)}`,
      content: bytes,
    }));

  it('of a layout is read by tag and digest', async () => {
    const path = await archive([
      ...blobs(),
      { name: 'index.json', content: Buffer.from(indexOf([named('x:1')])) },
    ]);
    expect((await pull(`oci-archive:${path}`)).digest).toBe(image.digest);
    expect((await pull(`oci-archive:${path}:x:1@${image.manifests[0]}`)).digest).toBe(image.manifests[0]);
    await expect(pull(`oci-archive:${path}:y`)).rejects.toThrow(/no image called y/);
  });

  it.each(['oci-archive', 'docker-archive'])(
    'that is nothing to read is refused, and not waited for: %s',
    async (kind) => {
      const path = join(folder, 'image.tar');
      for (const make of NOTHING_TO_READ) {
        rmSync(path, { recursive: true, force: true });
        rmSync(`${path}-fifo`, { force: true });
        make(path);
        await expect(pull(`${kind}:${path}`)).rejects.toMatchObject({
          id: 'SB080',
          reason: 'it is not a plain file',
        });
      }
    },
  );

  it('that a link leads to is read', async () => {
    const path = await archive([
      ...blobs(),
      { name: 'index.json', content: Buffer.from(indexOf([named('x:1')])) },
    ]);
    symlinkSync(path, `${path}-link`);
    expect((await pull(`oci-archive:${path}-link`)).digest).toBe(image.digest);
  });

  /** What docker save wrote before version 25: two layers, the second a link to the first. */
  async function saved(change: (config: { rootfs: { diff_ids: string[] } }) => unknown = () => undefined) {
    const layer = await tarOf([qemuEntry('aarch64')]);
    const value = {
      os: 'linux',
      architecture: 'amd64',
      rootfs: { diff_ids: [sha256(layer), sha256(layer)] },
    };
    change(value);
    const config = Buffer.from(JSON.stringify(value));
    const list = [{ Config: 'c.json', RepoTags: ['a/b:1'], Layers: ['1/layer.tar', '2/layer.tar'] }];
    const path = await archive([
      { name: '2/layer.tar', type: 'symlink', linkname: '../1/layer.tar' },
      { name: '1/', type: 'directory' },
      { name: '1/layer.tar', content: layer },
      { name: 'c.json', content: config },
      { name: 'manifest.json', content: Buffer.from(JSON.stringify(list)) },
    ]);
    return { path, id: sha256(config), layer };
  }

  it('of docker save is read by tag, by the id of the image, and by the digest that it is given here', async () => {
    const { path, id, layer } = await saved();
    const whole = await pull(`docker-archive:${path}`);
    expect(whole.bytes).toEqual(layer);
    expect(whole.document).toMatchObject({ config: { digest: id }, layers: [{}, {}] });
    for (const more of [':a/b:1', ':docker.io/a/b:1', `@${id}`, `@${whole.digest}`])
      expect((await pull(`docker-archive:${path}${more}`)).digest).toBe(whole.digest);
    await expect(pull(`docker-archive:${path}:a/b:2`)).rejects.toThrow(/no image called a\/b:2, but a\/b:1/);
    await expect(pull(`docker-archive:${path}@sha256:${'0'.repeat(64)}`)).rejects.toThrow(
      /and not sha256:0+/,
    );
  });

  it('of docker save is checked by the digests in its configuration', async () => {
    const changed = await saved(({ rootfs }) => rootfs.diff_ids.fill(`sha256:${'2'.repeat(64)}`));
    await expect(pull(`docker-archive:${changed.path}`)).rejects.toThrow(
      /what it holds as sha256:2+ is sha256/,
    );
    const none = await saved(({ rootfs }) => rootfs.diff_ids.fill('x'));
    await expect(pull(`docker-archive:${none.path}`)).rejects.toThrow(
      /does not have the digests of its layers/,
    );
    for (const count of [1, 3]) {
      const other = await saved(({ rootfs }) => {
        rootfs.diff_ids = Array(count).fill(rootfs.diff_ids[0]);
      });
      for (const more of ['', `@${other.id}`])
        await expect(pull(`docker-archive:${other.path}${more}`)).rejects.toThrow(
          `its configuration names ${count} layers, and it has 2.`,
        );
    }
  });

  const list = (images: unknown): Entry => ({
    name: 'manifest.json',
    content: Buffer.from(JSON.stringify(images)),
  });
  const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const config: Entry = { name: 'c', content: Buffer.from(`{}${' '.repeat(4 * 1024 * 1024 - 10)}`) };
  it.each<[string, readonly Entry[], RegExp]>([
    [
      'more images than any',
      [list(Array(1001).fill({ Config: 'c', Layers: [] })), { name: 'c', content: Buffer.from('{}') }],
      /it lists more than 1000 images/,
    ],
    [
      'an image of more layers than any',
      [list([{ Config: 'c', Layers: Array(501).fill('c') }]), { name: 'c', content: Buffer.from('{}') }],
      /it lists more than 500 layers/,
    ],
    [
      'an image of more names than any',
      [
        list([{ Config: 'c', Layers: [], RepoTags: Array(1001).fill('a') }]),
        { name: 'c', content: Buffer.from('{}') },
      ],
      /it lists more than 1000 names/,
    ],
    [
      'a large configuration for many images',
      [list(Array(20).fill({ Config: 'c', Layers: [] })), config],
      /it holds documents of more than 67108864 bytes/,
    ],
    ['a sparse index', [{ name: 'index.json', pax: { 'GNU.sparse.major': '1' } }], /neither index\.json/],
    ['nothing', [], /neither index\.json nor manifest\.json/],
    [
      'a list without files',
      [{ name: 'manifest.json', content: Buffer.from('[{"Config":"x","Layers":[]}]') }],
      /names no configuration and layers/,
    ],
    ...['"Config":@,"Layers":[]', '"Config":"c","Layers":[@]'].map((parts): [string, Entry[], RegExp] => [
      'lists in place of names',
      [
        { name: 'manifest.json', content: Buffer.from(`[{${parts.replace('@', DEEP)}}]`) },
        { name: 'c', content: Buffer.from('{"rootfs":{"diff_ids":["x"]}}') },
      ],
      /names no configuration and layers|does not have the digests of its layers/,
    ]),
    ['a list of nothing', [{ name: 'manifest.json', content: Buffer.from('{}') }], /it holds no image/],
    [
      'a link out of it',
      [{ name: 'index.json', type: 'symlink', linkname: '/etc/passwd' }],
      /neither index\.json/,
    ],
    ['a path out of it', [{ name: '../../index.json', content: Buffer.from('x') }], /neither index\.json/],
  ])('is refused that holds %s', async (_, entries, expected) => {
    await expect(pull(`docker-archive:${await archive(entries)}`)).rejects.toThrow(expected);
  });

  it('is refused that has too many members', async () => {
    const path = await archive([]);
    writeFileSync(path, Buffer.concat(Array.from({ length: 10_001 }, () => rawHeader('a/', '5', 0))));
    await expect(pull(`docker-archive:${path}`)).rejects.toThrow(
      /it has more than 10000 members and headers/,
    );
  });

  it('may have a member twice: the last one counts', async () => {
    const index = (name: string): Entry => ({
      name: 'index.json',
      content: Buffer.from(indexOf([named(name)])),
    });
    const path = await archive([index('old'), ...blobs(), index('new')]);
    expect((await pull(`oci-archive:${path}:new`)).digest).toBe(image.digest);
  });

  it('is refused that is none, or is not there', async () => {
    writeFileSync(join(folder, 'x'), 'x'.repeat(2000));
    await expect(pull(`oci-archive:${folder}/x`)).rejects.toThrow(/^Cannot read oci-archive/);
    await expect(pull('oci-archive:/nowhere')).rejects.toThrow(/ENOENT/);
  });

  describe('of an engine', () => {
    const outcome = { code: 0, signal: null, stdout: '', stderr: '', timedOut: false, ms: 1 };

    /** An engine that holds what docker save wrote, under an id and digests of registries. */
    async function engine(digests: readonly string[] = []) {
      const { path, id } = await saved();
      const asked: string[] = [];
      const run: ReturnType<typeof nodeHost>['run'] = async ({ file, args }) => {
        asked.push([file, ...args].join(' '));
        if (args.includes('inspect'))
          return {
            ...outcome,
            stdout: JSON.stringify([{ Id: id, RepoDigests: digests.map((each) => `a/b@${each}`) }]),
          };
        const target = args.find((arg) => arg.endsWith('/archive'))?.replace('docker-archive:', '') ?? '';
        writeFileSync(target, readFileSync(path));
        return outcome;
      };
      return { id, asked, run };
    }
    const pinned = `sha256:${'7'.repeat(64)}`;

    it.each(['docker-daemon', 'containers-storage'])('is asked for by %s', async (transport) => {
      const { id, run, asked } = await engine([pinned]);
      expect((await pull(`${transport}:a/b:1`, run)).document.config.digest).toBe(id);
      expect((await pull(`${transport}:a/b:1@${id}`, run)).lines).toEqual([]);
      const { lines } = await pull(`${transport}:a/b:1@${pinned}`, run);
      const tool = transport === 'docker-daemon' ? 'docker' : 'podman';
      expect(lines).toEqual([`${tool} says that ${pinned} is its image ${id}`]);
      expect(asked[0]).toBe(`/bin/${tool} image inspect docker.io/a/b:1`);
      await expect(pull(`${transport}:a/b@sha256:${'0'.repeat(64)}`, run)).rejects.toThrow(
        new RegExp(`${tool} knows it by ${id}, ${pinned}, and not by sha256:0+\\. Name one of these`),
      );
    });

    it('is refused that is not what the engine says it is', async () => {
      const { run } = await engine();
      const other = `sha256:${'8'.repeat(64)}`;
      const lying: typeof run = async (command) =>
        command.args.includes('inspect')
          ? { ...outcome, stdout: JSON.stringify([{ Id: other }]) }
          : run(command);
      await expect(pull(`docker-daemon:a/b:1@${other}`, lying)).rejects.toThrow(/and not sha256:8+/);
    });

    it('is refused that is not there, or is not given', async () => {
      const none: ReturnType<typeof nodeHost>['run'] = async () => ({
        ...outcome,
        code: 1,
        stderr: 'x\nError: No such image: a/b\n',
      });
      await expect(pull('docker-daemon:a/b', none)).rejects.toThrow(
        /docker does not have it \(Error: No such image: a\/b\)\. Load it first/,
      );
      const silent: typeof none = async ({ args }) =>
        args.includes('inspect')
          ? { ...outcome, stdout: `[{"Id":"${pinned}"}]` }
          : { ...outcome, code: null };
      await expect(pull('docker-daemon:a/b', silent)).rejects.toThrow(
        /docker does not give it \(it did not end in time\)/,
      );
    });
  });
});

describe('parseInspected', () => {
  const [id, digest] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];
  it.each<[unknown, unknown]>([
    [[{ Id: id, RepoDigests: [`a/b@${digest}`, 'x'] }], { id, digests: [digest] }],
    [[{ Id: 'a'.repeat(64), Digest: digest, RepoDigests: [`a/b@${digest}`] }], { id, digests: [digest] }],
    [
      { FromImageID: 'a'.repeat(64), FromImageDigest: digest },
      { id, digests: [digest] },
    ],
    [
      { FromImageID: 'a'.repeat(64), FromImageDigest: '' },
      { id, digests: [] },
    ],
    [
      { schemaVersion: 2, config: { digest: id } },
      { id, digests: ['sha256:f8c9198d7d6571d9d2818089adc24b47653d354a2904adf6d1070846c72d7627'] },
    ],
    [{ config: { digest: 'x' } }, undefined],
    [[], undefined],
    [{ Id: 7 }, undefined],
    ['x', undefined],
  ])('%j', (value, expected) => {
    expect(parseInspected(JSON.stringify(value))).toEqual(expected);
  });
  it('takes nothing for a digest that is no text, however deep it nests', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const image = `[{"Id":"${id}","Digest":${deep},"RepoDigests":[${deep},"a@${digest}"]}]`;
    expect(parseInspected(image)).toEqual({ id, digests: [digest] });
  });
});

describe('a reference to what lies here', () => {
  it.each([
    ['oci:/a/b', { transport: 'oci', place: '/a/b' }, undefined],
    ['oci:a:x', { transport: 'oci', place: 'a' }, 'x'],
    ['docker-archive:x.tar:a/b:1', { transport: 'docker-archive', place: 'x.tar' }, 'a/b:1'],
    [
      'docker-daemon:docker.io/library/a:1',
      { transport: 'docker-daemon', place: 'docker.io/library/a:1' },
      undefined,
    ],
    [
      'containers-storage:abcdef012345',
      { transport: 'containers-storage', place: 'abcdef012345' },
      undefined,
    ],
  ])('%s', (text, local, tag) => {
    const parsed = parseImageReference(text);
    expect(parsed).toMatchObject({ local, registry: local.transport, repository: local.place });
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect([parsed.tag, formatImageReference(parsed)]).toEqual([tag, text]);
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(parseImageReference(`${text}@${digest}`)).toMatchObject({ local, digest });
  });

  it('takes the name of an engine’s image as engines do', () => {
    expect(parseImageReference('docker-daemon:a/b')).toMatchObject({
      local: { place: 'docker.io/a/b:latest' },
    });
  });

  it.each([
    ['oci:', /names no folder or file/],
    ['oci:x:', /has a tag that no image has/],
    ['oci-archive:x:a b', /has a tag that no image has/],
    ['docker-daemon:UPPER', /repository name/],
    ['containers-storage:[vfs@/x]a', /./],
    ['oci:x@y', /digest/],
  ])('%s is none', (text, problem) => {
    expect(parseImageReference(text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});
