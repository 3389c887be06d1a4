import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { findStored, openStore } from '../../src/qemu/store.ts';
import { storeVersion } from '../../src/qemu/store-layout.ts';
import { SetupProblem } from '../../src/text/problem.ts';
import {
  makePlace,
  type Place,
  type PlaceOptions,
  pull,
  storedBinaries,
  wantedOf,
} from '../support/image-run.ts';
import {
  type Blob,
  type Entry,
  LAYER,
  layerOf,
  type MadeImage,
  makeImage,
  qemuEntry,
  rawHeader,
  rawLayer,
  sha256,
  tarOf,
} from '../support/oci-image.ts';
import { keepCompiled } from '../support/program.ts';
import {
  changed,
  drip,
  type Fault,
  first,
  type RegistryServer,
  reset,
  serve,
  startRegistry,
  status,
  truncated,
} from '../support/registry-server.ts';
import { machineArchitecture } from '../support/static-program.ts';

const REPOSITORY = 'test/binfmt';
const arch = machineArchitecture;
const undo: (() => unknown)[] = [];
const wantsBasic = status(401, { 'www-authenticate': 'Basic realm="x"' });

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

interface Scene {
  readonly image: MadeImage;
  readonly server: RegistryServer;
  readonly place: Place;
  readonly reference: string;
}

async function scene(layers: readonly Blob[], options: PlaceOptions = {}): Promise<Scene> {
  const image = makeImage([{ layers, arch }]);
  const server = await startRegistry(REPOSITORY, image);
  const place = makePlace(options);
  undo.push(server.close, place.remove);
  return { image, server, place, reference: `${server.host}/${REPOSITORY}@${image.digest}` };
}

async function goodScene(options: PlaceOptions = {}): Promise<Scene> {
  return scene([await layerOf([qemuEntry('aarch64', arch), qemuEntry('arm', arch)])], options);
}

/** The pull must end in one error for people, with nothing stored and nothing left on its way. */
async function refusal(what: Scene, archs: readonly string[] = ['arm64']): Promise<string> {
  const thrown = await pull(what.place, what.reference, archs).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(SetupProblem);
  expect(storedBinaries(what.place)).toEqual([]);
  expectNothingOnItsWay(what.place);
  return thrown instanceof SetupProblem ? thrown.message : '';
}

function expectNothingOnItsWay(place: Place): void {
  const tool = join(place.store, 'setup-binfmt');
  const left = existsSync(tool) ? spawnSync('ls', ['-A', tool], { encoding: 'utf8' }).stdout : '';
  expect(left).not.toContain('.incoming-');
}

describe('a registry that fails for a while', () => {
  it.each<[string, Fault, RegExp]>([
    ['500, then 200', status(500), /manifests/],
    ['503 on a blob', status(503), /blobs/],
    ['429 with Retry-After', status(429, { 'retry-after': '0' }), /manifests/],
    ['a reset in the middle of a layer', reset, /blobs/],
    ['a truncated blob', truncated, /blobs/],
    ['a blob of the same size with another digest', changed, /blobs/],
    ['a manifest with a wrong digest', changed, /manifests/],
  ])('%s: succeeds by another try', async (_name, fault, path) => {
    const what = await goodScene();
    what.server.fail(first(2, path, fault));
    const { handlers, missing } = await pull(what.place, what.reference, ['arm64', 'arm']);
    expect(handlers.map((each) => each.arch)).toEqual(['arm64', 'arm']);
    expect(missing).toEqual([]);
    expect(what.place.lines.some((line) => line.includes('(2 of 4)'))).toBe(true);
    expectNothingOnItsWay(what.place);
  });

  it('waits as long as Retry-After asks', async () => {
    const what = await goodScene();
    what.server.fail(first(1, /manifests/, status(429, { 'retry-after': '1' })));
    await pull(what.place, what.reference, ['arm64']);
    expect(what.place.lines).toContain(`asking ${what.server.host} again in 1.0 s (2 of 8)`);
    // What has helped itself is not told.
    expect(what.place.lines.join()).not.toContain('429');
  });

  it.each(['0', '-1', 'Mon, 01 Jan 2001 00:00:00 GMT', 'soon'])(
    'does not ask again at once, whatever Retry-After says: %s',
    async (header) => {
      const what = await goodScene();
      const times: number[] = [];
      what.server.fail((asked, response, image) => {
        times.push(performance.now());
        return status(503, { 'retry-after': header })(asked, response, image);
      });
      await expect(pull(what.place, what.reference, ['arm64'])).rejects.toThrow(/answered 503/);
      const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      // The first pause of tests is 10 ms, each further one is twice as long.
      expect(pauses.map((pause, index) => pause >= 10 * 2 ** index)).toEqual([true, true, true]);
    },
  );

  it('does not wait for more than a minute, but asks the next one', async () => {
    const what = await goodScene();
    const slow = await startRegistry(REPOSITORY, what.image);
    undo.push(slow.close);
    slow.fail(status(429, { 'retry-after': '61' }));
    const begun = performance.now();
    const place = makePlace({ timeLimitMs: 3_600_000 });
    undo.push(place.remove);
    const { handlers } = await pull(place, what.reference, ['arm64'], { mirrors: [slow.host] });
    expect([handlers.length, slow.asked.length, performance.now() - begun < 30_000]).toEqual([1, 1, true]);
  });

  it('goes on with the next registry, and says why', async () => {
    const what = await goodScene();
    const bad = await startRegistry(REPOSITORY, what.image);
    undo.push(bad.close);
    bad.fail(status(503));
    const { handlers } = await pull(what.place, what.reference, ['arm64'], { mirrors: [bad.host] });
    expect(handlers).toHaveLength(1);
    const { host } = what.server;
    expect(what.place.lines).toContain(`${bad.host} does not give its manifest: trying ${host}`);
    const told = what.place.lines.filter((line) => line.includes('answered 503'));
    expect(told).toEqual([
      `${host} is used, and not what was asked before it: ${bad.host} answered 503 (TEST: said 503)`,
    ]);
  });

  it('does not believe a mirror that gives something else under the digest', async () => {
    const what = await goodScene();
    const other = makeImage([{ layers: [await layerOf([qemuEntry('aarch64', arch, 'evil')])], arch }]);
    const evil = await startRegistry(REPOSITORY, other);
    undo.push(evil.close);
    evil.fail((_asked, response) => {
      serve(REPOSITORY, other, `/v2/${REPOSITORY}/manifests/latest`, response);
      return true;
    });
    const { handlers } = await pull(what.place, what.reference, ['arm64'], { mirrors: [evil.host] });
    expect(what.place.lines.join('\n')).toMatch(/gave a manifest with a wrong digest/);
    expect(readFileSync(handlers[0]?.path ?? '', 'latin1')).not.toContain('evil');
  });
});

describe('a registry that fails for good', () => {
  it.each<[string, Fault, RegExp]>([
    ['401 without a challenge', status(401), /answered 401|not supported/],
    ['401 that asks for a password', wantsBasic, /name and a password.*[Ll]og in/],
    ['403', status(403), /answered 403 \(TEST: said 403\)/],
    ['404', status(404), /answered 404.*Check the name and the digest/],
    [
      '429 that asks to wait for longer than there is time',
      status(429, { 'retry-after': '3600' }),
      /answered 429/,
    ],
    ['500 each time', status(500), /answered 500/],
    ['a redirect to http elsewhere', status(307, { location: 'http://192.0.2.1/x' }), /may not be asked/],
    ['redirects in a circle', status(307, { location: '/v2/again' }), /more than 5 times/],
  ])('%s: one clear error', async (_name, fault, expected) => {
    const what = await goodScene();
    what.server.fail(fault);
    const message = await refusal(what);
    expect(message).toMatch(expected);
    expect(message).toMatch(/^Cannot pull 127\.0\.0\.1:\d+\/test\/binfmt@sha256:/);
  });

  it.each<[string, Fault]>([
    ['a reset in the middle of each try', reset],
    ['a truncated blob each time', truncated],
    ['a wrong blob each time', changed],
  ])('%s: one clear error', async (_name, fault) => {
    const what = await goodScene();
    what.server.fail(first(Infinity, /blobs/, fault));
    expect(await refusal(what)).toMatch(/^Cannot pull/);
  });

  it('ends an endless slow body by the time limit', async () => {
    const what = await goodScene({ timeLimitMs: 700 });
    what.server.fail(first(Infinity, /blobs/, drip));
    expect(await refusal(what)).toMatch(/time limit/);
  });

  it('ends a registry that never answers by the time limit', async () => {
    const what = await goodScene({ timeLimitMs: 500 });
    what.server.fail(() => true);
    expect(await refusal(what)).toMatch(/did not answer within \d seconds/);
  });

  it('leaves time for the next registry when one is slow', async () => {
    const what = await goodScene({ timeLimitMs: 3000 });
    const slow = await startRegistry(REPOSITORY, what.image);
    undo.push(slow.close);
    slow.fail(first(Infinity, /blobs/, drip));
    const { handlers } = await pull(what.place, what.reference, ['arm64'], { mirrors: [slow.host] });
    expect(handlers).toHaveLength(1);
  });

  it('says that a name does not resolve', async () => {
    const what = await goodScene();
    const message = await refusal({ ...what, reference: `registry.invalid/a/b@${what.image.digest}` });
    expect(message).toMatch(/registry\.invalid: .*(ENOTFOUND|EAI_AGAIN)/);
  });

  it('says that nobody listens', async () => {
    const what = await goodScene();
    await what.server.close();
    expect(await refusal(what)).toMatch(/ECONNREFUSED/);
  });
});

describe('credentials', () => {
  it('stay with the host they are for when it redirects', async () => {
    const what = await goodScene();
    const storage = await startRegistry(REPOSITORY, what.image);
    undo.push(storage.close);
    login(what);
    what.server.fail((asked, response, image) => {
      if (asked.authorization !== basic) return wantsBasic(asked, response, image);
      if (!asked.path.includes('/blobs/')) return false;
      response.writeHead(307, { location: `http://${storage.host}${asked.path}` });
      response.end();
      return true;
    });
    const { handlers } = await pull(what.place, what.reference, ['arm64']);
    expect(handlers).toHaveLength(1);
    expect(storage.asked.length).toBeGreaterThan(0);
    expect(storage.asked.map((asked) => asked.authorization).filter(Boolean)).toEqual([]);
  });

  it('are not sent to a token service that a redirect led to', async () => {
    const what = await goodScene();
    const thief = await startRegistry(REPOSITORY, what.image);
    undo.push(thief.close);
    login(what);
    thief.fail(status(401, { 'www-authenticate': `Bearer realm="http://${thief.host}/token"` }));
    what.server.fail((asked, response) => {
      response.writeHead(307, { location: `http://${thief.host}${asked.path}` });
      response.end();
      return true;
    });
    expect(await refusal(what)).toMatch(/answered 401/);
    expect(thief.asked.map((asked) => asked.path).filter((path) => path.startsWith('/token'))).toEqual([]);
    expect(thief.asked.map((asked) => asked.authorization).filter(Boolean)).toEqual([]);
  });

  it('are in no message and in no line of the log', async () => {
    const what = await goodScene();
    login(what);
    what.server.fail(wantsBasic);
    const message = await refusal(what);
    expect(message + what.place.lines.join()).not.toMatch(/hunter2|aHVudGVy/);
  });
});

describe('a layer that attacks', () => {
  const content = Buffer.from('evil');
  it.each<[string, Entry, RegExp]>([
    ['a path with ..', { name: 'usr/bin/../../../../tmp/evil', content }, /leads out of the image/],
    ['an absolute path', { name: '/tmp/evil', content }, /absolute path/],
    [
      'a symlink to outside',
      { name: 'usr/bin/qemu-aarch64', type: 'symlink', linkname: '../../../etc/passwd' },
      /links are not followed/,
    ],
    [
      'an absolute symlink',
      { name: 'usr/bin/qemu-aarch64', type: 'symlink', linkname: '/etc/passwd' },
      /links are not followed/,
    ],
    [
      'a hard link to outside',
      { name: 'usr/bin/qemu-aarch64', type: 'link', linkname: '../../etc/passwd' },
      /links are not followed/,
    ],
    [
      'a device node',
      { name: 'usr/bin/qemu-aarch64', type: 'character-device', devmajor: 1, devminor: 5 },
      /character-device/,
    ],
    ['a pipe', { name: 'usr/bin/qemu-aarch64', type: 'fifo' }, /fifo/],
    ['a folder with the name of a handler', { name: 'usr/bin/qemu-aarch64', type: 'directory' }, /directory/],
    ['something that is no program', { name: 'usr/bin/qemu-aarch64', content }, /not an ELF program/],
    [
      'a program of another architecture',
      qemuEntry('aarch64', arch === 'arm64' ? 'amd64' : 'arm64'),
      /not a program for/,
    ],
  ])('%s is refused', async (_name, entry, expected) => {
    const what = await scene([await layerOf([entry])]);
    expect(await refusal(what)).toMatch(expected);
    expect(existsSync('/tmp/evil')).toBe(false);
  });

  it('with a sparse entry of 100 GB is refused by its type', async () => {
    const what = await scene([rawLayer(rawHeader('usr/bin/qemu-aarch64', 'S', 100e9))]);
    expect(await refusal(what)).toMatch(/sparse|unknown type/);
  });

  it('with a file of 100 GB is refused by its size', async () => {
    const what = await scene([rawLayer(rawHeader('usr/bin/qemu-aarch64', '0', 100e9))]);
    expect(await refusal(what)).toMatch(/100000000000 bytes, more than any QEMU has/);
  });

  it('with a pax sparse file is refused', async () => {
    const entry = await paxLayer('22 GNU.sparse.major=1\n');
    expect(await refusal(await scene([entry]))).toMatch(/sparse/);
  });

  it('with a pax record of negative length is refused, not read for ever', async () => {
    const entry = await paxLayer('-7 a=b\n');
    expect(await refusal(await scene([entry]))).toMatch(/malformed record in a header/);
  });

  it('with a pax header of 1 GB is refused', async () => {
    const what = await scene([rawLayer(rawHeader('x', 'x', 1e9), Buffer.alloc(8 * 1024 * 1024))]);
    expect(await refusal(what)).toMatch(/a header of more than 1048576 bytes/);
  });

  it('that is a gzip bomb is refused', async () => {
    const head = rawLayer(rawHeader('bomb', '0', 9 * 1024 ** 3));
    const zeros = rawLayer(Buffer.alloc(64 * 1024 * 1024)).bytes;
    const bytes = Buffer.concat([head.bytes, ...Array.from({ length: 33 }, () => zeros)]);
    expect(await refusal(await scene([{ ...head, bytes }]))).toMatch(
      /the image unpacks to more than 8589934592 bytes/,
    );
  });

  it('that is cut short is refused', async () => {
    const whole = await layerOf([
      { name: 'a', content: Buffer.alloc(100_000, 'x') },
      qemuEntry('aarch64', arch),
    ]);
    const half = { ...whole, bytes: whole.bytes.subarray(0, whole.bytes.length >> 1) };
    expect(await refusal(await scene([half]))).toMatch(/cannot be read/);
  });

  it('that is no archive at all is refused', async () => {
    expect(await refusal(await scene([rawLayer(Buffer.alloc(4096, 'x'))]))).toMatch(/cannot be read/);
  });

  it.each([
    'application/vnd.example.layer',
    'application/vnd.oci.image.layer.v1.tar+br',
    'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
  ])('of the media type %s is refused', async (mediaType) => {
    const layer = await layerOf([qemuEntry('aarch64', arch)]);
    expect(await refusal(await scene([{ ...layer, mediaType }]))).toMatch(
      /unknown media type|outside of registries/,
    );
  });
});

describe('documents that cannot be used', () => {
  it('an index without this host', async () => {
    const image = makeImage([{ layers: [], arch: 'mips64le' }]);
    const server = await startRegistry(REPOSITORY, image);
    const place = makePlace();
    undo.push(server.close, place.remove);
    const reference = `${server.host}/${REPOSITORY}@${image.digest}`;
    expect(await refusal({ image, server, place, reference })).toMatch(
      `it has no image for linux/${arch}; it offers linux/mips64le.`,
    );
  });

  it.each([
    ['no JSON', 'hello', /not a JSON object/],
    ['an unknown media type', '{"mediaType":"application/vnd.example"}', /unknown media type/],
    ['an index and an image at once', '{"manifests":[],"layers":[]}', /at once/],
    ['a digest of another kind', '{"manifests":[{"digest":"md5:1","size":1}]}', /without a valid digest/],
  ])('%s', async (_name, text, expected) => {
    const bytes = Buffer.from(text);
    const digest = sha256(bytes);
    const contents = new Map([[digest, { bytes, mediaType: 'application/json' }]]);
    const image = { digest, contents, layers: [], manifests: [] };
    const server = await startRegistry(REPOSITORY, image);
    const place = makePlace();
    undo.push(server.close, place.remove);
    const message = await refusal({
      image,
      server,
      place,
      reference: `${server.host}/${REPOSITORY}@${digest}`,
    });
    expect(message).toMatch(expected);
  });

  it('an index that says a wrong size for an image', async () => {
    const good = makeImage([{ layers: [await layerOf([qemuEntry('aarch64', arch)])], arch }]);
    const index = JSON.parse(good.contents.get(good.digest)?.bytes.toString() ?? '');
    index.manifests[0].size += 1;
    const bytes = Buffer.from(JSON.stringify(index));
    const digest = sha256(bytes);
    const contents = new Map([...good.contents, [digest, { bytes, mediaType: index.mediaType }]]);
    const image = { ...good, digest, contents };
    const server = await startRegistry(REPOSITORY, image);
    const place = makePlace();
    undo.push(server.close, place.remove);
    const what = { image, server, place, reference: `${server.host}/${REPOSITORY}@${digest}` };
    expect(await refusal(what)).toMatch(/wrong size/);
  });

  it('a manifest of more than 4 MiB is not held in memory', async () => {
    const what = await goodScene();
    what.server.fail((_asked, response) => {
      response.writeHead(200);
      response.end(Buffer.alloc(5 * 1024 * 1024));
      return true;
    });
    expect(await refusal(what)).toMatch(/longer than 4194304 bytes/);
  });
});

describe('a machine that fails', () => {
  it('a store that cannot be written is one clear error', async () => {
    const what = await goodScene();
    mkdirSync(what.place.store, { recursive: true });
    writeFileSync(join(what.place.store, 'setup-binfmt'), 'in the way');
    await expect(pull(what.place, what.reference, ['arm64'])).rejects.toThrow(
      /^Cannot keep QEMU in the tool cache .* is no folder\. Take it away/,
    );
  });

  it('a full disk is one clear error, with nothing half-written', async (test) => {
    const mount = 'mkdir -p "$1/tools" && mount -t tmpfs -o size=256k none "$1/tools" && shift';
    const inTmpfs = ['-Urm', 'sh', '-c', `${mount} && exec "$@"; `, 'sh'];
    if (spawnSync('unshare', [...inTmpfs, '/tmp', 'true']).status !== 0) {
      return test.skip('no user namespaces with tmpfs here');
    }
    const big = {
      ...qemuEntry('aarch64', arch),
      content: Buffer.concat([qemuEntry('aarch64', arch).content ?? Buffer.of(), randomish(400_000)]),
    };
    const what = await scene([await layerOf([big])]);
    const check =
      'node=$1; program=$2; folder=$3; shift 3; "$node" "$program" "$folder" "$@"; find "$folder/tools" -type f';
    const args = [
      what.place.folder,
      'sh',
      '-c',
      check,
      'sh',
      process.execPath,
      pullOnce,
      what.place.folder,
      what.reference,
      'arm64',
    ];
    const { stdout } = await run('unshare', [...inTmpfs, ...args]);
    expect(stdout).toMatch(/Cannot keep QEMU in the tool cache .*: no space is left on the file system of /);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('eight processes at once on an empty store all get the same', async () => {
    const what = await scene([await bigLayer()]);
    const runs = Array.from({ length: 8 }, (_, index) =>
      run(process.execPath, [
        pullOnce,
        what.place.folder,
        what.reference,
        index % 2 ? 'arm64,arm' : 'arm,riscv64',
      ]),
    );
    const results = (await Promise.all(runs)).map(({ stdout }) => JSON.parse(stdout));
    expect(results.map((result) => result.error)).toEqual(Array(8).fill(undefined));
    expect(results.map((result) => result.handlers.length)).toEqual(Array(8).fill(2));
    expect(checkStore(what)).toEqual({ handlers: 3, troubles: [] });
    expectNothingOnItsWay(what.place);
  });

  it('killed at any moment, the store has whole binaries or none, and the next run succeeds', async () => {
    const what = await scene([await bigLayer()]);
    const whole = await timeOf(() =>
      run(process.execPath, [pullOnce, what.place.folder, what.reference, 'arm64,arm,riscv64']),
    );
    what.place.remove();
    for (let step = 1; step <= 12; step++) {
      const child = start(process.execPath, [
        pullOnce,
        what.place.folder,
        what.reference,
        'arm64,arm,riscv64',
      ]);
      await new Promise((resolve) => setTimeout(resolve, (whole * step) / 11));
      child.child.kill('SIGKILL');
      await child.done;
      expect(checkStore(what).troubles).toEqual([]);
      if (step % 4 === 0) what.place.remove();
    }
    const { stdout } = await run(process.execPath, [
      pullOnce,
      what.place.folder,
      what.reference,
      'arm64,arm,riscv64',
    ]);
    expect(JSON.parse(stdout).handlers).toHaveLength(3);
  });
});

const pullOnce = fileURLToPath(new URL('../support/pull-once.ts', import.meta.url));
const basic = `Basic ${Buffer.from('anna:hunter2').toString('base64')}`;

function login({ place, server }: Scene): void {
  const folder = join(place.home, '.docker');
  mkdirSync(folder, { recursive: true });
  const auth = Buffer.from('anna:hunter2').toString('base64');
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths: { [server.host]: { auth } } }));
}

function checkStore({ image, place }: Scene): { handlers: number; troubles: readonly unknown[] } {
  const store = openStore(place.context, storeVersion('image', image.digest));
  const { handlers, troubles } = findStored(store, wantedOf('arm64', 'arm', 'riscv64'), { rehash: true });
  return { handlers: handlers.length, troubles };
}

/** A good binary behind a pax header. */
async function paxLayer(records: string): Promise<Blob> {
  const body = Buffer.alloc(512);
  const size = body.write(records);
  return rawLayer(rawHeader('pax', 'x', size), body, await tarOf([qemuEntry('aarch64', arch)]));
}

/** Three binaries of 4 MB that do not shrink when packed. */
async function bigLayer(): Promise<Blob> {
  const entries = ['aarch64', 'arm', 'riscv64'].map((qemu) => {
    const entry = qemuEntry(qemu, arch);
    return { ...entry, content: Buffer.concat([entry.content ?? Buffer.of(), randomish(4_000_000)]) };
  });
  return layerOf(entries, LAYER);
}

/** Bytes that no packer makes shorter, the same in each run. */
function randomish(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = 0x2545f491;
  for (let at = 0; at < size; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[at] = state & 0xff;
  }
  return bytes;
}

function start(
  file: string,
  args: readonly string[],
): { child: ChildProcess; done: Promise<{ stdout: string }> } {
  const env = { ...process.env, ...keepCompiled };
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (piece) => {
    stdout += piece;
  });
  return { child, done: new Promise((resolve) => child.on('close', () => resolve({ stdout }))) };
}

function run(file: string, args: readonly string[]): Promise<{ stdout: string }> {
  return start(file, args).done;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
