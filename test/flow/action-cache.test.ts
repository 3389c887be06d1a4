/**
 * The action with a real registry and the Actions cache, main and post, as a runner starts them: what the first
 * job downloads, the second finds in the cache; and a cache that lies or is down costs nothing but the download.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CacheServer, startCacheServer } from '../support/cache-server.ts';
import { commandFile } from '../support/command-file.ts';
import {
  type DockerRegistry,
  layoutDigest,
  noDockerRegistry,
  push,
  qemuLayout,
  REPOSITORY,
  startDockerRegistry,
} from '../support/docker-registry.ts';
import { inTurn } from '../support/in-turn.ts';
import { machineSuite } from '../support/packages.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { machineArchitecture } from '../support/static-program.ts';

const lib = fileURLToPath(new URL('../../lib', import.meta.url));
const able =
  noDockerRegistry() === undefined && machineSuite() !== undefined && noPrivateTable() === undefined;

interface Step {
  readonly code: number;
  readonly log: string;
  /** Name to value, from the file that the runner reads. */
  readonly kept: ReadonlyMap<string, string>;
}

describe.skipIf(!able)('the action and the Actions cache', () => {
  let folder: string;
  let registry: DockerRegistry;
  let cache: CacheServer;
  let image: string;
  let job = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-job-'));
    const layout = await qemuLayout(machineArchitecture, ['aarch64', 'riscv64']);
    registry = await startDockerRegistry({ storage: join(folder, 'storage') });
    push(layout, registry);
    image = `${registry.host}/${REPOSITORY}@${layoutDigest(layout)}`;
  }, 300_000);
  afterAll(() =>
    inTurn(
      () => registry?.close(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );
  beforeEach(async () => {
    cache = await startCacheServer();
    return () => cache.close();
  });

  /** A job on a fresh machine: an empty tool cache, and a table of its own. The cache wants the same paths. */
  function machine(): Readonly<Record<string, string>> {
    const home = join(folder, 'runner');
    rmSync(home, { recursive: true, force: true });
    for (const name of ['temp', 'tools', 'files']) mkdirSync(join(home, name), { recursive: true });
    job++;
    return {
      PATH: process.env.PATH ?? '',
      HOME: home,
      RUNNER_TEMP: join(home, 'temp'),
      RUNNER_TOOL_CACHE: join(home, 'tools'),
      GITHUB_WORKSPACE: home,
      INPUT_PLATFORMS: 'arm64,riscv64',
      INPUT_IMAGE: image,
      'INPUT_QEMU-FROM': 'image',
      ...cache.env,
    };
  }

  async function step(program: string, env: Readonly<Record<string, string>>): Promise<Step> {
    const files = ['STATE', 'OUTPUT'].map(
      (name) => [name, join(folder, `${name}-${program}-${job}`)] as const,
    );
    for (const [, file] of files) writeFileSync(file, '');
    const named = Object.fromEntries(files.map(([name, file]) => [`GITHUB_${name}`, file]));
    // A table of its own, and empty: the machine's own may know these platforms already.
    const mount = 'mount -t binfmt_misc none /proc/sys/fs/binfmt_misc && exec "$@"';
    const shell = ['--user', '--map-root-user', '--mount', 'sh', '-c', mount, 'sh'];
    const args = [...shell, process.execPath, join(lib, `main/${program}.js`)];
    const { code, log } = await new Promise<{ code: number; log: string }>((resolve) => {
      execFile('unshare', args, { env: { ...env, ...named } }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), log: `${stdout}${stderr}` });
      });
    });
    const kept = new Map(
      files.flatMap(([, file]) => Object.entries(commandFile(readFileSync(file, 'utf8')))),
    );
    return { code, log, kept };
  }

  /** Main and post; post gets what main has kept, and not its inputs. */
  async function runJob(): Promise<{ main: Step; post: Step }> {
    const env = machine();
    const main = await step('action', env);
    const state = Object.fromEntries([...main.kept].map(([name, value]) => [`STATE_${name}`, value]));
    const rest = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'));
    return { main, post: await step('post', { ...Object.fromEntries(rest), ...state }) };
  }

  it('saves what was downloaded, once, and restores it on the next machine', async () => {
    const first = await runJob();
    expect(first.main.log).toContain('✓ linux/arm64');
    expect(first.main.code).toBe(0);
    expect(first.main.kept.get('cache-hit')).toBe('false');
    expect(first.post.code).toBe(0);
    expect(first.post.log).toContain('in the Actions cache');
    expect(cache.entries.filter(({ complete }) => complete)).toHaveLength(1);

    const second = await runJob();
    expect(second.main.kept.get('cache-hit')).toBe('true');
    expect(second.main.log).toContain('✓ linux/riscv64');
    expect(second.main.kept.has('cache')).toBe(false);
    expect(second.post.code).toBe(0);
    expect(cache.asked.filter((method) => method === 'CreateCacheEntry')).toHaveLength(1);
  });

  it('finds out that a cache entry was changed, and downloads', async () => {
    await runJob();
    const [entry] = cache.entries;
    if (entry === undefined) throw new Error('nothing was saved');
    // Still an archive, but of a folder that holds other bytes.
    entry.bytes.fill(0, Math.floor(entry.bytes.length / 2));
    const { main } = await runJob();
    expect(main.code).toBe(0);
    expect(main.kept.get('cache-hit')).toBe('false');
    expect(main.log).toContain('✓ linux/arm64');
  });

  it('works with a service that refuses everything but reading', async () => {
    cache.trouble('read-only');
    const { main, post } = await runJob();
    expect([main.code, post.code]).toEqual([0, 0]);
    expect(post.log).not.toMatch(/::(?:warning|error)/);
    expect(cache.entries.filter(({ complete }) => complete)).toHaveLength(0);
  });
});
