/** The Actions cache in front of a registry: the toolkit's own client against a server that speaks its protocol. */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CacheRecord, SourceResult } from '../../src/qemu/handler.ts';
import { type CacheServer, startCacheServer } from '../support/cache-server.ts';
import { makePlace, type Place, storedBinaries } from '../support/image-run.ts';
import { inTurn } from '../support/in-turn.ts';
import { layerOf, type MadeImage, makeImage, qemuEntry } from '../support/oci-image.ts';
import { keepCompiled } from '../support/program.ts';
import { startHttpProxy, startSocks } from '../support/proxies.ts';
import { type RegistryServer, startRegistry, status } from '../support/registry-server.ts';
import { machineArchitecture } from '../support/static-program.ts';

const program = fileURLToPath(new URL('../support/pull-once.ts', import.meta.url));
const arch = machineArchitecture;

type Result = Partial<SourceResult> & {
  readonly error?: string;
  readonly lines: readonly string[];
  readonly said: string;
};

describe('the Actions cache', () => {
  let image: MadeImage;
  let registry: RegistryServer;
  let cache: CacheServer;
  let place: Place;
  let temporary: string;
  let reference: string;

  beforeEach(async () => {
    const lower = await layerOf([qemuEntry('riscv64', arch), qemuEntry('s390x', arch)]);
    const upper = await layerOf([qemuEntry('aarch64', arch), qemuEntry('arm', arch)]);
    image = makeImage([{ layers: [lower, upper], arch }]);
    registry = await startRegistry('test/binfmt', image);
    cache = await startCacheServer();
    place = makePlace();
    temporary = join(place.folder, 'temporary');
    mkdirSync(temporary);
    reference = `${registry.host}/test/binfmt@${image.digest}`;
  });
  afterEach(() =>
    inTurn(
      () => Promise.all([registry.close(), cache.close()]),
      () => place.remove(),
    ),
  );

  function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Result> {
    const full = {
      PATH: process.env.PATH,
      RUNNER_TEMP: temporary,
      GITHUB_WORKSPACE: place.folder,
      ...keepCompiled,
      ...cache.env,
      ...env,
    };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [program, ...args],
        { env: full, cwd: place.folder },
        (_error, stdout, stderr) => {
          const last = stdout.trimEnd().split('\n').at(-1) ?? '';
          resolve({ ...JSON.parse(last), said: stdout.slice(0, -last.length - 1) + stderr });
        },
      );
    });
  }
  const main = (archs: string, env?: Readonly<Record<string, string>>) =>
    run([place.folder, reference, archs, 'cache'], env);
  const post = (record: CacheRecord | undefined, env?: Readonly<Record<string, string>>) =>
    run(['save', JSON.stringify(record)], env);

  /** The next job of the same workflow: another machine with nothing on it. */
  function nextJob(): void {
    rmSync(place.store, { recursive: true, force: true });
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
  }

  async function filled(archs = 'arm64,arm'): Promise<Result> {
    const cold = await main(archs);
    expect([cold.error, cold.cacheHit]).toEqual([undefined, false]);
    await post(cold.toCache);
    nextJob();
    return cold;
  }

  it('gives the next job everything without the registry', async () => {
    const cold = await main('arm64,arm');
    expect(cold.toCache?.key).toBe(`setup-binfmt-v1-${image.digest.slice(7)}-${arch}-arm.arm64`);
    expect((await post(cold.toCache)).lines.at(-1)).toMatch(/^Saved setup-binfmt-v1-/);
    nextJob();
    const before = registry.asked.length;
    const warm = await main('arm64,arm');
    expect(registry.asked.length).toBe(before);
    expect([warm.cacheHit, warm.downloadedBytes, warm.toCache]).toEqual([true, 0, undefined]);
    expect(warm.handlers).toEqual(cold.handlers);
  });

  it('is not asked when the store has everything', async () => {
    await main('arm64');
    const before = cache.asked.length;
    expect((await main('arm64')).cacheHit).toBe(true);
    expect(cache.asked.length).toBe(before);
  });

  it('gives another selection what the same layers hold', async () => {
    await filled('arm64,arm');
    const before = registry.asked.length;
    expect((await main('arm')).cacheHit).toBe(true);
    expect(registry.asked.length).toBe(before);
  });

  it('gives another selection the layers it has, and the registry the rest', async () => {
    await filled('arm64');
    const before = registry.asked.length;
    const more = await main('arm64,riscv64');
    expect(more.handlers?.map((handler) => handler.arch)).toEqual(['arm64', 'riscv64']);
    expect(registry.asked.slice(before).map(({ path }) => path.split('/').at(-1))).toEqual([image.layers[0]]);
    expect(more.toCache?.key).toMatch(/-arm64\.riscv64$/);
  });

  it('has an entry already: an info line', async () => {
    const cold = await main('arm64');
    await post(cold.toCache);
    const again = await post(cold.toCache);
    expect(again.lines).toEqual(['Nothing was saved in the Actions cache.']);
    expect(again.said).not.toMatch(/::(warning|error)/);
    expect(cache.entries).toHaveLength(1);
  });

  it('may only be read: an info line', async () => {
    const cold = await main('arm64');
    cache.trouble('read-only');
    const saved = await post(cold.toCache);
    expect(saved.lines).toEqual([
      expect.stringMatching(/^Failed to save: .*: the token may only read$/),
      'Nothing was saved in the Actions cache.',
    ]);
    expect(saved.said).not.toMatch(/::(warning|error)/);
  });

  it('is that of a server of its own, by the first protocol', async () => {
    const own = {
      GITHUB_SERVER_URL: 'https://github.example',
      ACTIONS_CACHE_URL: cache.env.ACTIONS_RESULTS_URL ?? '',
    };
    const cold = await main('arm64,arm', own);
    expect(cold.lines).toContain('The Actions cache does not have this image.');
    expect((await post(cold.toCache, own)).lines.at(-1)).toMatch(/^Saved setup-binfmt-v1-/);
    nextJob();
    const before = registry.asked.length;
    const warm = await main('arm', own);
    expect(registry.asked.length).toBe(before);
    expect(warm.cacheHit).toBe(true);
    expect(warm.lines.join('\n')).toContain(`Restored ${cold.toCache?.key} from the Actions cache`);
    expect(cache.asked).not.toContain('GetCacheEntryDownloadURL');
  });

  it('is down: an info line, and the registry gives it', async () => {
    cache.trouble('down');
    const cold = await main('arm64');
    expect(cold.error).toBeUndefined();
    expect(cold.handlers).toHaveLength(1);
    expect(cold.lines.join('\n')).toMatch(/Could not restore QEMU from the Actions cache: \S+ answered 503/);
    expect(cold.said).not.toMatch(/::(warning|error)/);
  });

  it('cannot be connected to: no failure and no warning, in either step', async () => {
    const nowhere = { ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' };
    const cold = await main('arm64', nowhere);
    expect(cold.handlers).toHaveLength(1);
    const saved = await post(cold.toCache, nowhere);
    expect(saved.error).toBeUndefined();
    expect(cold.said + saved.said).not.toMatch(/::(warning|error)/);
  });

  it('is not there outside of Actions', async () => {
    const cold = await main('arm64', { ACTIONS_RUNTIME_TOKEN: '' });
    expect([cold.handlers?.length, cold.toCache, cache.asked]).toEqual([1, undefined, []]);
  });

  describe('that was poisoned', () => {
    /** Saves what a job left in its folder after somebody has changed it, in a cache that was empty. */
    async function poisoned(change: (folder: string) => void): Promise<void> {
      const cold = await main('arm64,arm');
      const folder = cold.toCache?.folder ?? '';
      change(folder);
      expect((await post(cold.toCache)).lines.at(-1)).toMatch(/^Saved/);
      nextJob();
    }

    const evil = (folder: string, name: string) => {
      const path = join(folder, name.slice(7));
      const bytes = readFileSync(path);
      bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    };

    it.each<[string, (folder: string) => void]>([
      ['a layer', (folder) => evil(folder, image.layers[1] ?? '')],
      ['a manifest', (folder) => evil(folder, image.manifests[0] ?? '')],
      ['the index', (folder) => evil(folder, image.digest)],
      [
        'everything',
        (folder) => {
          for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'evil');
        },
      ],
      [
        'a blob that is a link to outside',
        (folder) => {
          const path = join(folder, (image.layers[1] ?? '').slice(7));
          rmSync(path);
          symlinkSync(join(place.folder, 'victim'), path);
        },
      ],
      [
        'a folder in the place of a blob',
        (folder) => {
          const path = join(folder, (image.layers[1] ?? '').slice(7));
          rmSync(path);
          mkdirSync(path);
          writeFileSync(join(path, 'x'), 'x');
        },
      ],
      [
        'a folder that is a link to outside',
        (folder) => {
          renameSync(folder, join(place.folder, 'elsewhere'));
          symlinkSync(join(place.folder, 'elsewhere'), folder);
        },
      ],
    ])('in %s: it is noticed, and the registry gives the real thing', async (_name, change) => {
      writeFileSync(join(place.folder, 'victim'), 'untouched');
      await poisoned(change);
      const before = registry.asked.length;
      const warm = await main('arm64,arm');
      expect(warm.error).toBeUndefined();
      expect(registry.asked.length).toBeGreaterThan(before);
      expect(warm.cacheHit).toBe(false);
      for (const handler of warm.handlers ?? []) {
        const name = `qemu-${handler.arch === 'arm64' ? 'aarch64' : 'arm'}`;
        expect(readFileSync(handler.path).includes(`\0${name.slice(5)}\0`)).toBe(true);
      }
      expect(readFileSync(join(place.folder, 'victim'), 'utf8')).toBe('untouched');
    });

    it('is never used when the registry is gone too', async () => {
      await poisoned((folder) => evil(folder, image.layers[1] ?? ''));
      registry.fail(status(503));
      expect((await main('arm64,arm')).error).toMatch(/Cannot pull/);
      expect(storedBinaries(place)).toEqual([]);
    });
  });

  describe('that is reached through a proxy alone', () => {
    const login = 'anna:word-of-proxies';
    let far: CacheServer;
    beforeEach(async () => {
      far = await startCacheServer('http://cache.test');
    });
    afterEach(() => far.close());
    const places = () => ({ 'cache.test:80': far.port });

    it.each<[string, (proxy: string) => Readonly<Record<string, string>>]>([
      ['http_proxy', (proxy) => ({ http_proxy: `http://${login}@${proxy}` })],
      ['HTTP_PROXY without a scheme', (proxy) => ({ HTTP_PROXY: `${login}@${proxy}` })],
      ['ALL_PROXY', (proxy) => ({ ALL_PROXY: `http://${login}@${proxy}/` })],
    ])('is saved to and restored with %s', async (_, env) => {
      const proxy = await startHttpProxy({ places: places(), login });
      const variables = { ...far.env, ...env(proxy.host) };
      const cold = await main('arm64', variables);
      expect(cold.lines).toContain('The Actions cache does not have this image.');
      const asked = proxy.asked.length;
      const saved = await post(cold.toCache, variables);
      expect(saved.lines.at(-1)).toMatch(/^Saved setup-binfmt-v1-/);
      expect(proxy.asked.slice(asked)).toContain('PUT cache.test:80');
      nextJob();
      const warm = await main('arm64', variables);
      await proxy.close();
      expect([warm.cacheHit, warm.downloadedBytes]).toEqual([true, 0]);
      for (const { said, lines } of [cold, saved, warm])
        expect(said + lines.join()).not.toContain('word-of-proxies');
    });

    it('of SOCKS is restored, and not saved to, which is said at once', async () => {
      const socks = await startSocks({ places: places(), login });
      const http = await startHttpProxy({ places: places() });
      const variables = { ...far.env, ALL_PROXY: `socks5h://${login}@${socks.host}` };
      const cold = await main('arm64', { ...far.env, HTTP_PROXY: http.host });
      const before = far.asked.length;
      const refused = await post(cold.toCache, variables);
      expect(refused.lines).toEqual([
        expect.stringMatching(
          /^QEMU is not saved in the Actions cache: .* no SOCKS proxy\. Name one of HTTP/,
        ),
      ]);
      expect([far.asked.length, socks.asked]).toEqual([before, []]);
      expect((await post(cold.toCache, { ...far.env, HTTP_PROXY: http.host })).lines.at(-1)).toMatch(
        /^Saved/,
      );
      nextJob();
      const warm = await main('arm64', variables);
      await Promise.all([socks.close(), http.close()]);
      expect(warm.cacheHit).toBe(true);
      expect(socks.asked).toContain('cache.test:80');
    });
  });

  it('leaves nothing in the tool cache but the store', async () => {
    await main('arm64');
    expect(existsSync(place.store)).toBe(true);
    expect(readdirSync(place.store)).toEqual(['setup-binfmt']);
    expect(statSync(join(place.store, 'setup-binfmt')).isDirectory()).toBe(true);
    expect(readdirSync(join(place.store, 'setup-binfmt'))).toHaveLength(1);
  });
});
