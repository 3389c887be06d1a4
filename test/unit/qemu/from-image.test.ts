import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listImagePlatforms } from '../../../src/oci/image.ts';
import { makePlace, type Place, pull } from '../../support/image-run.ts';
import {
  type Blob,
  type ImageParts,
  layerOf,
  makeImage,
  qemuEntry,
  ZSTD_LAYER,
} from '../../support/oci-image.ts';
import { type RegistryServer, startRegistry, status } from '../../support/registry-server.ts';
import { machineArchitecture } from '../../support/static-program.ts';

const arch = machineArchitecture;
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

interface Scene {
  readonly place: Place;
  readonly server: RegistryServer;
  readonly image: string;
  readonly layers: readonly string[];
}

async function scene(layers: readonly Blob[], more: Partial<ImageParts> = {}): Promise<Scene> {
  const made = makeImage([{ layers, arch, ...more }]);
  const server = await startRegistry('a/b', made);
  const place = makePlace();
  undo.push(server.close, place.remove);
  return { place, server, image: `${server.host}/a/b@${made.digest}`, layers: made.layers };
}

/** What the store has kept of downloads. */
function keptFiles({ store }: Place): readonly string[] {
  const all = readdirSync(store, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => /\.kept\/[0-9a-f]{64}$/.test(path)).map((path) => join(store, path));
}

const entry = (qemu: string, label?: string) => qemuEntry(qemu, arch, label);
const whiteout = (qemu: string) => ({ name: `usr/bin/.wh.qemu-${qemu}`, content: Buffer.of() });

describe('imageProvider', () => {
  it('takes each binary from the uppermost layer that has it, and fetches no layer in vain', async () => {
    const lowest = await layerOf([entry('s390x')]);
    const lower = await layerOf([entry('aarch64', 'old'), entry('arm', 'only')]);
    const upper = await layerOf([entry('aarch64', 'new')], ZSTD_LAYER);
    const { place, server, image, layers } = await scene([lowest, lower, upper]);
    const { handlers } = await pull(place, image, ['arm64', 'arm']);
    const labels = handlers.map(({ path }) => /\0(old|new|only)\0/.exec(readFileSync(path, 'latin1'))?.[1]);
    expect(labels).toEqual(['new', 'only']);
    expect(server.asked.some(({ path }) => path.endsWith(layers[0] ?? ''))).toBe(false);
  });

  it('gives what there is and says what is not, without asking again the next time', async () => {
    const lower = await layerOf([entry('aarch64'), entry('arm')]);
    const upper = await layerOf([whiteout('arm')]);
    const { place, server, image } = await scene([lower, upper]);
    const first = await pull(place, image, ['arm64', 'arm', 's390x']);
    expect(first.handlers.map((handler) => handler.arch)).toEqual(['arm64']);
    expect(first.missing).toEqual([
      { arch: 'arm', reason: 'the image a/b holds no usr/bin/qemu-arm' },
      { arch: 's390x', reason: 'the image a/b holds no usr/bin/qemu-s390x' },
    ]);
    const before = server.asked.length;
    const again = await pull(place, image, ['arm64', 'arm', 's390x']);
    expect([again.handlers, again.missing]).toEqual([first.handlers, first.missing]);
    expect(server.asked.length).toBe(before);
  });

  it.each<[readonly string[], boolean]>([
    [[], false],
    [['QEMU_PRESERVE_ARGV0=1'], true],
    [['QEMU_PRESERVE_ARGV0=0'], false],
    [['QEMU_PRESERVE_ARGV0='], false],
  ])('says from the environment %j of the image whether its builds assume P', async (env, expected) => {
    const { place, image } = await scene([await layerOf([entry('aarch64')])], { env });
    for (const _run of ['cold', 'warm']) {
      expect((await pull(place, image, ['arm64'])).handlers[0]?.assumesPreserve).toBe(expected);
    }
  });

  it('gives the others when one binary cannot be a handler here', async () => {
    const script = { name: 'usr/bin/qemu-arm', mode: 0o755, content: Buffer.from('#!/bin/sh\nexit 0\n') };
    const { place, image } = await scene([await layerOf([entry('aarch64'), script])]);
    const { handlers, missing } = await pull(place, image, ['arm64', 'arm']);
    expect(handlers.map((handler) => handler.arch)).toEqual(['arm64']);
    expect(missing).toEqual([
      { arch: 'arm', reason: "the image's qemu-arm is refused: it is not an ELF program" },
    ]);
  });

  it('asks for no layer twice, whatever is wanted of it later', async () => {
    const lower = await layerOf([entry('s390x')]);
    const upper = await layerOf([entry('aarch64'), entry('arm')]);
    const { place, server, image, layers } = await scene([lower, upper]);
    await pull(place, image, ['arm64']);
    const before = server.asked.length;
    const later = await pull(place, image, ['arm64', 'arm']);
    expect(later.handlers.map((handler) => handler.arch)).toEqual(['arm64', 'arm']);
    expect([server.asked.length, later.downloadedBytes, later.cacheHit]).toEqual([before, 0, true]);
    // What was not wanted before is asked for, and nothing else.
    const last = await pull(place, image, ['s390x']);
    expect(last.handlers.map((handler) => handler.arch)).toEqual(['s390x']);
    expect(server.asked.slice(before).map(({ path }) => path.split('/').at(-1))).toEqual([layers[0]]);
  });

  const evil = (path: string): void => {
    chmodSync(path, 0o644);
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.from(bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte))));
  };
  it.each<[string, (path: string, folder: string) => void]>([
    ['of other bytes', evil],
    ['of more bytes', (path) => appendFileSync(path, 'more')],
    ['that others may write to', (path) => chmodSync(path, 0o666)],
    [
      'that is a link',
      (path, folder) => {
        renameSync(path, join(folder, 'layer'));
        symlinkSync(join(folder, 'layer'), path);
      },
    ],
    [
      'that is a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
        writeFileSync(join(path, 'x'), '');
      },
    ],
    [
      'that is a FIFO',
      (path) => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
    ],
  ])('does not believe a layer in the store %s, and fetches it again', async (_name, spoil) => {
    const { place, server, image, layers } = await scene([await layerOf([entry('aarch64'), entry('arm')])]);
    await pull(place, image, ['arm64']);
    const [path = ''] = keptFiles(place).filter((each) => each.endsWith((layers[0] ?? '').slice(7)));
    const whole = readFileSync(path);
    spoil(path, place.folder);
    const before = server.asked.length;
    const later = await pull(place, image, ['arm']);
    expect(later.handlers.map((handler) => handler.arch)).toEqual(['arm']);
    expect(server.asked.slice(before).map((asked) => asked.path.split('/').at(-1))).toEqual([layers[0]]);
    expect([lstatSync(path).isFile(), lstatSync(path).mode & 0o777]).toEqual([true, 0o644]);
    expect(readFileSync(path)).toEqual(whole);
  });

  it('keeps nothing where a link is in the place of the folder for it, and says so', async () => {
    const { place, image } = await scene([await layerOf([entry('aarch64'), entry('arm')])]);
    await pull(place, image, ['arm64']);
    const [first = ''] = keptFiles(place);
    const folder = dirname(first);
    rmSync(folder, { recursive: true });
    mkdirSync(join(place.folder, 'elsewhere'));
    symlinkSync(join(place.folder, 'elsewhere'), folder);
    expect((await pull(place, image, ['arm'])).handlers).toHaveLength(1);
    expect(readdirSync(join(place.folder, 'elsewhere'))).toEqual([]);
    expect(place.lines.at(-1)).toMatch(/^The image is not kept in /);
  });

  it('keeps what the store has when the rest cannot be fetched', async () => {
    const { place, server, image } = await scene([
      await layerOf([entry('arm')]),
      await layerOf([entry('aarch64')]),
    ]);
    await pull(place, image, ['arm64']);
    server.fail(status(403));
    const { handlers, missing, failure } = await pull(place, image, ['arm64', 'arm']);
    expect(handlers.map((handler) => handler.arch)).toEqual(['arm64']);
    expect(missing).toEqual([{ arch: 'arm', reason: expect.stringContaining('answered 403') }]);
    expect(failure).toMatchObject({ id: 'SB080', remedy: expect.stringMatching(/^Log in to the registry/) });
  });

  it('fetches a damaged binary again and says so', async () => {
    const { place, image } = await scene([await layerOf([entry('aarch64'), entry('arm')])]);
    const { handlers } = await pull(place, image, ['arm64', 'arm']);
    const path = handlers[0]?.path ?? '';
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('evil')]));
    const again = await pull(place, image, ['arm64', 'arm']);
    expect(again.troubles).toEqual([
      { kind: 'damaged', arch: 'arm64', reason: expect.stringMatching(/^it has \d+ bytes/) },
    ]);
    expect(again.handlers.map(({ sha256 }) => sha256).toSorted()).toEqual(
      handlers.map(({ sha256 }) => sha256).toSorted(),
    );
    expect(readFileSync(path, 'latin1')).not.toContain('evil');
  });

  it('refuses an image for another machine', async () => {
    const { place, image } = await scene([await layerOf([entry('aarch64')])], { arch: 'ppc64le' });
    await expect(pull(place, image, ['arm64'])).rejects.toThrow(/has no image for linux\//);
  });

  it('is asked for nothing and gives nothing', async () => {
    const { place, server, image } = await scene([]);
    expect(await pull(place, image, [])).toMatchObject({ handlers: [], missing: [], cacheHit: true });
    expect(server.asked).toEqual([]);
  });
});

describe('listImagePlatforms', () => {
  it('leaves attestations out', async () => {
    const made = makeImage([
      { layers: [], arch: 'amd64' },
      { layers: [], arch: 's390x' },
    ]);
    const server = await startRegistry('a/b', made);
    const place = makePlace();
    undo.push(server.close, place.remove);
    const at = (more: { tag: string } | { digest: string }) =>
      listImagePlatforms({ registry: server.host, repository: 'a/b', ...more }, [], place.context);
    const platforms = ['amd64', 's390x'].map((architecture) => ({ os: 'linux', architecture }));
    expect(await at({ tag: 'latest' })).toEqual({ digest: made.digest, platforms });
    const plain = made.manifests[1] ?? '';
    expect(await at({ digest: plain })).toEqual({
      digest: plain,
      platforms: [platforms[1]],
    });
  });
});
