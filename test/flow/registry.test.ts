/** The image provider against a real registry, with a real index and real QEMU, and the kernel's own proof. */
import { execFile, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatRule, handlerRule } from '../../src/binfmt/rule.ts';
import { listImagePlatforms } from '../../src/oci/image.ts';
import { CONTAINER_ARCHITECTURES, targetOf } from '../../src/platform/platforms.ts';
import { PROBE_MARKER } from '../../src/probe/behaviours.ts';
import { buildProbe, PROBE_ARGUMENTS } from '../../src/probe/programs.ts';
import type { Handler } from '../../src/qemu/handler.ts';
import { annotationsOf } from '../../src/report/github.ts';
import { SetupProblem } from '../../src/text/problem.ts';
import {
  type DockerRegistry,
  htpasswd,
  layoutDigest,
  makeCertificate,
  NAME,
  noDockerRegistry,
  PASSWORD,
  push,
  qemuLayout,
  REPOSITORY,
  startDockerRegistry,
  startProxy,
  startTokenService,
} from '../support/docker-registry.ts';
import { makePlace, type Place, type PlaceOptions, pull, wantedOf } from '../support/image-run.ts';
import { inTurn } from '../support/in-turn.ts';
import { machineSuite } from '../support/packages.ts';
import { noPrivateTable, openPrivateTable } from '../support/private-table.ts';
import { built, commandOf, keepCompiled, reportOf } from '../support/program.ts';
import { noLab, openLab } from '../support/setup-lab.ts';
import { machineArchitecture } from '../support/static-program.ts';

const able = noDockerRegistry() === undefined && machineSuite() !== undefined;
const tableMissing = noPrivateTable();
const labMissing = noLab();
const arch = machineArchitecture;
const ten = CONTAINER_ARCHITECTURES;
const pullOnce = fileURLToPath(new URL('../support/pull-once.ts', import.meta.url));

describe.skipIf(!able)('a real registry', () => {
  let folder: string;
  let storage: string;
  let registry: DockerRegistry;
  let digest: string;
  const undo: (() => unknown)[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-flow-'));
    storage = join(folder, 'storage');
    const layout = await qemuLayout(
      arch,
      wantedOf(...ten).map(({ qemu }) => qemu),
    );
    digest = layoutDigest(layout);
    registry = await startDockerRegistry({ storage });
    push(layout, registry);
  }, 300_000);
  afterEach(async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  });
  afterAll(() =>
    inTurn(
      () => registry.close(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  function place(options: PlaceOptions = {}): Place {
    const made = makePlace(options);
    undo.push(made.remove);
    return made;
  }

  async function secured(more: Readonly<Record<string, unknown>>): Promise<DockerRegistry> {
    const made = await startDockerRegistry({ storage, more });
    undo.push(made.close);
    return made;
  }

  function login(where: Place, host: string): void {
    const auth = Buffer.from(`${NAME}:${PASSWORD}`).toString('base64');
    mkdirSync(join(where.home, '.docker'), { recursive: true });
    writeFileSync(join(where.home, '.docker/config.json'), JSON.stringify({ auths: { [host]: { auth } } }));
  }

  it('gives all ten architectures by digest, then again without a byte over the network', async () => {
    const here = place();
    const image = `${registry.host}/${REPOSITORY}@${digest}`;
    const cold = await pull(here, image, ten);
    expect(cold.missing).toEqual([]);
    expect(cold.handlers.map((handler) => handler.arch)).toEqual(ten);
    expect(cold.downloadedBytes).toBeGreaterThan(1_000_000);
    expect([cold.cacheHit, cold.troubles]).toEqual([false, []]);
    for (const handler of cold.handlers) expect(handler.version).toMatch(/^\d+\.\d+\.\d+$/);

    const warm = await pull(here, image, ten);
    expect([warm.downloadedBytes, warm.cacheHit]).toEqual([0, true]);
    expect(warm.handlers).toEqual(cold.handlers);
    await expectProven(warm.handlers, here);
  });

  it('gives them by tag, says that it can change, and what to write instead', async () => {
    const here = place();
    const { handlers, origin, troubles, cacheHit } = await pull(
      here,
      `${registry.host}/${REPOSITORY}:latest`,
      ten,
    );
    await expectProven(handlers, here);
    expect(origin).toBe(`${registry.host}/${REPOSITORY}:latest@${digest}`);
    expect(troubles).toEqual([
      { kind: 'unpinned', image: `${registry.host}/${REPOSITORY}:latest`, pinned: origin },
    ]);
    expect(cacheHit).toBe(false);
  });

  it.skipIf(labMissing !== undefined)(
    'has a setup find that the tag has no digest, and that the store was damaged',
    async () => {
      const lab = await openLab('/nonexistent');
      undo.push(lab.close);
      const tag = `${registry.host}/${REPOSITORY}:latest`;
      const pinned = `${tag}@${digest}`;
      const cli = (image: string, ...args: readonly string[]) =>
        lab.run([...commandOf('cli.js'), ...args, '--image', image, '--qemu-from', 'image']);
      const ended = await cli(tag, 'setup', 's390x', '--json');
      expect(ended.code, ended.stderr).toBe(0);
      const report = reportOf(ended);
      expect([report.exitCode, report.notes]).toEqual([0, []]);
      expect(report.findings.filter(({ id }) => id === 'SB045')).toMatchObject([
        {
          severity: 'warning',
          evidence: expect.stringContaining(`${tag} names no digest`),
          remedy: `Give --image ${pinned} to keep it`,
          commands: [`node ${built('cli.js')} setup --image ${pinned}`],
        },
      ]);
      expect(annotationsOf(report)).toContainEqual({
        level: 'warning',
        title: 'SB045 the image is named without a digest',
        text: expect.stringContaining(`Give --image ${pinned} to keep it.`),
      });

      await lab.cli('remove', 's390x');
      const stored = lab.store().find((path) => path.endsWith('/qemu-s390x')) ?? '';
      appendFileSync(stored, 'evil');
      const again = reportOf(await cli(pinned, 'setup', 's390x', '--json'));
      expect([again.exitCode, again.registered]).toEqual([0, ['qemu-s390x']]);
      expect(again.findings.filter(({ id }) => /^SB04[56]$/.test(id))).toMatchObject([
        { id: 'SB046', evidence: expect.stringMatching(/for s390x is damaged: it has \d+ bytes/) },
      ]);
    },
  );

  it('adds architectures to a version later, without a byte over the network', async () => {
    const here = place();
    const once = await startDockerRegistry({ storage });
    const image = `${once.host}/${REPOSITORY}@${digest}`;
    const [first] = (await pull(here, image, ['arm64']).finally(once.close)).handlers;
    const inode = statSync(first?.path ?? '').ino;
    const all = await pull(here, image, ten);
    expect([all.missing, all.downloadedBytes, all.cacheHit]).toEqual([[], 0, true]);
    // Those that were there come first.
    const order = (handler: Handler) => ten.indexOf(handler.arch);
    await expectProven(
      all.handlers.toSorted((a, b) => order(a) - order(b)),
      here,
    );
    expect(statSync(first?.path ?? '').ino).toBe(inode);
  });

  it('takes a login by name and password', async () => {
    const locked = await secured(htpasswd(folder));
    const here = place();
    const image = `${locked.host}/${REPOSITORY}@${digest}`;
    await expect(pull(here, image, ['arm64'])).rejects.toThrow(/asks for a name and a password.*Log in/);
    login(here, locked.host);
    await expectProven((await pull(here, image, ten)).handlers, here);
  });

  it('takes a login by token', async () => {
    const service = await startTokenService(folder);
    undo.push(service.close);
    const locked = await secured(service.settings);
    const here = place();
    const image = `${locked.host}/${REPOSITORY}@${digest}`;
    await expect(pull(here, image, ['arm64'])).rejects.toThrow(/answered 401/);
    expect(service.asked).toEqual([undefined]);
    login(here, locked.host);
    await expectProven((await pull(here, image, ten)).handlers, here);
    expect(service.asked).toEqual([
      undefined,
      `Basic ${Buffer.from(`${NAME}:${PASSWORD}`).toString('base64')}`,
    ]);
  });

  it('is replaced by a mirror, here the pull-through cache of the registry software itself', async () => {
    const remote = { proxy: { remoteurl: `http://${registry.host}` } };
    const mirror = await startDockerRegistry({ storage: join(folder, 'mirror'), more: remote });
    undo.push(mirror.close);
    const here = place();
    const { handlers, origin } = await pull(here, `registry.invalid/${REPOSITORY}@${digest}`, ten, {
      mirrors: ['127.0.0.1:9', mirror.host],
    });
    await expectProven(handlers, here);
    expect(origin).toBe(`registry.invalid/${REPOSITORY}@${digest}`);
    expect(here.lines.some((line) => line.endsWith(`trying ${mirror.host}`))).toBe(true);
  });

  it('is reached through a proxy and with an extra certificate authority', async () => {
    const name = 'registry.example.test';
    const tls = makeCertificate(folder, name);
    const secure = await startDockerRegistry({ storage, tls });
    const proxy = await startProxy(secure.port);
    undo.push(secure.close, proxy.close);
    const here = place();
    const image = `${name}/${REPOSITORY}@${digest}`;
    const attempt = (env: Readonly<Record<string, string>>) => {
      const args = [pullOnce, here.folder, image, ten.join()];
      return runNode(args, { ...process.env, NODE_EXTRA_CA_CERTS: '', ...env });
    };
    const untrusted = await attempt({ HTTPS_PROXY: proxy.url });
    expect(untrusted.error).toMatch(/self-signed certificate/);
    const around = await attempt({ HTTPS_PROXY: proxy.url, NO_PROXY: '.example.test' });
    expect(around.error).toMatch(/ENOTFOUND|EAI_AGAIN/);
    // Once with what Node trusts, once with what the system does.
    expect(proxy.asked).toEqual([`${name}:443`, `${name}:443`]);
    const trusted = await attempt({ HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: tls.certificate });
    expect(trusted.error).toBeUndefined();
    await expectProven(trusted.handlers ?? [], here);
  });

  it('is asked by https on this machine, too, where a mirror is written so', async () => {
    const tls = makeCertificate(folder, '127.0.0.1');
    const secure = await startDockerRegistry({ storage, tls });
    undo.push(secure.close);
    const here = place();
    const image = `registry.invalid/${REPOSITORY}@${digest}`;
    const attempt = (mirror: string, trusted = '') =>
      runNode([pullOnce, here.folder, image, ten.join(), 'no', mirror], {
        ...process.env,
        NODE_EXTRA_CA_CERTS: trusted,
      });
    // By http, which is what no scheme means here, it gives nothing; by https it must be known.
    expect((await attempt(secure.host, tls.certificate)).error).toMatch(/answered 400/);
    expect((await attempt(`https://${secure.host}`)).error).toMatch(/self-signed certificate/);
    const trusted = await attempt(`https://${secure.host}`, tls.certificate);
    expect(trusted.error).toBeUndefined();
    await expectProven(trusted.handlers ?? [], here);
  });

  it('tells which platforms an image offers', async () => {
    const { context } = place();
    const other = arch === 'arm64' ? 'amd64' : 'arm64';
    const reference = { registry: registry.host, repository: REPOSITORY, tag: 'latest' };
    expect(await listImagePlatforms(reference, [], context)).toEqual({
      digest,
      platforms: [
        { os: 'linux', architecture: arch },
        { os: 'linux', architecture: other },
      ],
    });
  });

  it('says what it said for a name and a tag that are not there', async () => {
    for (const name of [`nobody/nothing@${digest}`, `${REPOSITORY}:no-such-tag`]) {
      const thrown = await pull(place(), `${registry.host}/${name}`, ['arm64']).catch(
        (error: unknown) => error,
      );
      expect(thrown).toBeInstanceOf(SetupProblem);
      expect(String(thrown)).toMatch(/answered 404 \((NAME|MANIFEST)_UNKNOWN/);
    }
  });
});

/** All ten are there; the kernel proves those of other machines, where it lends a table for it. */
async function expectProven(handlers: readonly Handler[], where: Place): Promise<void> {
  expect(handlers.map((handler) => handler.arch)).toEqual(ten);
  if (tableMissing !== undefined) return;
  const foreign = handlers.filter((handler) => handler.arch !== arch);
  expect(await proven(foreign, where)).toEqual(ten.filter((each) => each !== arch));
}

/** Registers handlers in a private table and runs each probe; gives the architectures that were proven. */
async function proven(handlers: readonly Handler[], where: Place): Promise<readonly string[]> {
  const table = await openPrivateTable();
  try {
    const [enter, ...args] = table.enter;
    const words = Array.from({ length: PROBE_ARGUMENTS - 1 }, (_, at) => `word ${at}`);
    return handlers
      .filter((handler) => {
        const target = targetOf(handler.arch);
        if (target === undefined) return false;
        const rule = handlerRule(target, handler.path, 'POCF');
        table.register(formatRule(rule));
        const probe = join(where.folder, 'probe');
        rmSync(probe, { force: true });
        writeFileSync(probe, buildProbe(target), { mode: 0o755 });
        const { status, stdout } = spawnSync(enter, [...args, probe, ...words], {
          encoding: 'utf8',
          env: {},
        });
        return status === PROBE_ARGUMENTS && stdout.startsWith(PROBE_MARKER);
      })
      .map((handler) => handler.arch);
  } finally {
    await table.close();
  }
}

function runNode(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ error?: string; handlers?: Handler[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { ...env, ...keepCompiled } }, (_error, stdout) =>
      resolve(JSON.parse(stdout)),
    );
  });
}
