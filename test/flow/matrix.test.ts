/** `plan` as people run it: the matrix of a following job, also from the index of an image in a real registry. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Matrix } from '../../src/platform/matrix.ts';
import type { Report } from '../../src/report/report.ts';
import { type DockerRegistry, noDockerRegistry, startDockerRegistry } from '../support/docker-registry.ts';
import { inTurn } from '../support/in-turn.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { built } from '../support/program.ts';
import { takeRealTable } from '../support/real-table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TABLE = '/proc/sys/fs/binfmt_misc';

interface Run {
  readonly code: number | null;
  readonly report: Report;
  readonly stderr: string;
}

function plan(args: readonly string[], before: readonly string[] = [], cli = built('cli.js')): Run {
  return run(['plan', ...args], before, cli);
}

function run(args: readonly string[], before: readonly string[] = [], cli = built('cli.js')): Run {
  const [program = '', ...rest] = [...before, process.execPath, cli, ...args, '--json'];
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', cwd: '/' });
  return { code: status, report: stdout === '' ? ({} as Report) : (JSON.parse(stdout) as Report), stderr };
}

function matrixOf({ report }: Run): Matrix {
  return JSON.parse(report.outputs.matrix ?? 'null') as Matrix;
}

describe('plan', () => {
  it('gives legs in the order asked for, each once, with the runner of the most specific prefix', () => {
    const runners = 'default=ubuntu-24.04\nlinux/arm=["self-hosted","arm64"]\nlinux/arm/v6=small';
    const run = plan(['riscv64', 'arm/v6', 'aarch64', 'linux/arm64', 'armhf', '--runners', runners]);
    expect(run.code).toBe(0);
    expect(run.report.outputs.count).toBe('4');
    expect(
      matrixOf(run).include.map(({ platform, runner, emulated }) => [platform, runner, emulated]),
    ).toEqual([
      ['linux/riscv64', 'ubuntu-24.04', true],
      ['linux/arm/v6', 'small', true],
      ['linux/arm64', 'ubuntu-24.04', true],
      ['linux/arm/v7', ['self-hosted', 'arm64'], true],
    ]);
  });

  it('takes all container architectures, those of this host too', () => {
    const legs = matrixOf(plan([])).include;
    expect(legs).toHaveLength(10);
    expect(legs.find(({ platform }) => platform === 'linux/amd64')?.emulated).toBe(false);
    expect(legs.find(({ platform }) => platform === 'linux/arm64')?.runner).toBe('ubuntu-24.04-arm');
  });

  it('says what would run an emulated leg natively, and links the page that tells what that costs', () => {
    const { emulation } = plan(['arm64', 'riscv64', '--runners', 'ubuntu-24.04']).report;
    expect(emulation?.legs).toEqual([
      { platforms: ['linux/arm64'], runner: 'ubuntu-24.04-arm' },
      { platforms: ['linux/riscv64'] },
    ]);
    const [page = '', anchor = ''] = emulation?.link.split('#') ?? [];
    // Who has no clone is given an address.
    const file = page.slice(page.indexOf('docs/'));
    const headings = readFileSync(join(root, file), 'utf8').match(/^## .*$/gm) ?? [];
    expect(headings.map((line) => line.slice(3).toLowerCase().replaceAll(' ', '-'))).toContain(anchor);
    expect(plan(['amd64']).report).not.toHaveProperty('emulation');
  });

  it('lists all that is wrong with a mapping', () => {
    const run = plan(['arm64', 'vax', '--runners', 'linux/arm64=a\nlinux/nothing/at/all=b']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/"vax" is not known.*"linux\/nothing\/at\/all" names no platform/);
  });
});

describe.skipIf(noPrivateTable() !== undefined)('plan without any right', () => {
  it('works for an ordinary user where binfmt_misc is not mounted, and mounts nothing', () => {
    // An empty folder over the table: what a user sees where nothing is mounted.
    const script = `mount -t tmpfs none ${TABLE} && "$@" && ls ${TABLE}`;
    const run = spawnSync(
      'unshare',
      [
        '--user',
        '--map-user=1000',
        '--keep-caps',
        '--mount',
        'sh',
        '-c',
        script,
        'sh',
        process.execPath,
        built('cli.js'),
        'plan',
        'arm64',
      ],
      { encoding: 'utf8', cwd: '/' },
    );
    expect(run.stderr).not.toContain('Cannot');
    expect(run.stdout).toContain('linux/arm64');
    expect(run.stdout.trimEnd()).toMatch(/nothing was changed\.$/);
    expect(run.status).toBe(0);
  });

  it('leaves a table as it is', () => {
    const script = `mount -t binfmt_misc none ${TABLE} && echo ':python:E::py::/bin/true:' > ${TABLE}/register && cat ${TABLE}/python && "$@" && cat ${TABLE}/python && ls ${TABLE}`;
    const run = spawnSync(
      'unshare',
      [
        '--user',
        '--map-root-user',
        '--mount',
        'sh',
        '-c',
        script,
        'sh',
        process.execPath,
        built('cli.js'),
        'plan',
        'arm64',
        's390x',
      ],
      { encoding: 'utf8', cwd: '/' },
    );
    expect(run.status).toBe(0);
    const entry = /enabled\ninterpreter \/bin\/true\nflags: \nextension \.py\n/g;
    expect(run.stdout.match(entry)).toHaveLength(2);
    expect(run.stdout.trimEnd().endsWith('python\nregister\nstatus')).toBe(true);
  });
});

describe.skipIf(process.getuid?.() !== 0)('plan as a user without sudo on this machine', () => {
  it('exits 0 and changes nothing', async () => {
    const table = await takeRealTable();
    const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-plan-'));
    try {
      chmodSync(folder, 0o755);
      for (const item of ['lib', 'dist', 'package.json'])
        cpSync(join(root, item), join(folder, item), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const before = [...table.entries()];
      const user = [
        'setpriv',
        '--reuid=65534',
        '--regid=65534',
        '--clear-groups',
        '--bounding-set=-all',
        '--no-new-privs',
      ];
      const copy = join(folder, relative(root, built('cli.js')));
      const planned = plan(['arm64', 'riscv64'], user, copy);
      expect(planned.code).toBe(0);
      expect(planned.report.host.privilege).toBe('none');
      expect(matrixOf(planned).include).toHaveLength(2);
      expect([...table.entries()]).toEqual(before);

      const runners = ['--runners', 'default=self-hosted'];
      const lenient = run(['setup', 'amd64', '386', 'hexagon', '--strict', 'false', ...runners], user, copy);
      expect(lenient.code, lenient.stderr).toBe(0);
      expect(lenient.report).toMatchObject({
        healthy: false,
        changed: false,
        findings: [{ id: 'SB008', severity: 'warning' }],
        notes: [expect.stringContaining('leaves out linux/hexagon')],
      });
      expect(lenient.report).not.toHaveProperty('problem');
      const native = process.arch === 'x64' ? ['linux/amd64', 'linux/386'] : [];
      expect(matrixOf(lenient).include.map(({ platform }) => platform)).toEqual(native);

      const strict = run(['setup', 'amd64', '386', 'hexagon', ...runners], user, copy);
      const foretold = plan(['amd64', '386', 'hexagon'], user, copy);
      expect(foretold.code).toBe(0);
      expect(foretold.report.planned?.stop).toEqual(strict.report.problem);
      expect([strict.code, strict.report.problem?.id]).toEqual([3, 'SB008']);
      expect(strict.report.outputs.count).toBe(String(native.length));
      expect([...table.entries()]).toEqual(before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await table.giveBack();
    }
    // Others may hold the machine's table for minutes.
  }, 600_000);
});

describe.skipIf(noDockerRegistry() !== undefined)('matrix-from a real registry', () => {
  let folder: string;
  let registry: DockerRegistry;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-matrix-'));
    mkdirSync(join(folder, 'storage'));
    registry = await startDockerRegistry({ storage: join(folder, 'storage') });
  });
  afterAll(() =>
    inTurn(
      () => registry?.close(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  const url = (path: string) => `http://${registry.host}/v2/base/${path}`;
  const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

  async function put(path: string, body: string, type: string): Promise<void> {
    const answer = await fetch(path, { method: 'PUT', body, headers: { 'content-type': type } });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  }

  async function pushBlob(text: string): Promise<{ digest: string; size: number }> {
    const start = await fetch(url('blobs/uploads/'), { method: 'POST' });
    const place = new URL(start.headers.get('location') ?? '', `http://${registry.host}`);
    place.searchParams.set('digest', sha256(text));
    await put(place.href, text, 'application/octet-stream');
    return { digest: sha256(text), size: text.length };
  }

  interface Kind {
    readonly manifest: string;
    readonly config: string;
    readonly index: string;
  }
  const OCI: Kind = {
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    index: 'application/vnd.oci.image.index.v1+json',
  };
  const DOCKER: Kind = {
    manifest: 'application/vnd.docker.distribution.manifest.v2+json',
    config: 'application/vnd.docker.container.image.v1+json',
    index: 'application/vnd.docker.distribution.manifest.list.v2+json',
  };

  async function pushManifest(kind: Kind, platform: object, tag?: string): Promise<object> {
    const config = await pushBlob(JSON.stringify({ ...platform, rootfs: { type: 'layers', diff_ids: [] } }));
    const text = JSON.stringify({
      schemaVersion: 2,
      mediaType: kind.manifest,
      config: { mediaType: kind.config, ...config },
      layers: [],
    });
    await put(url(`manifests/${tag ?? sha256(text)}`), text, kind.manifest);
    return { mediaType: kind.manifest, digest: sha256(text), size: text.length };
  }

  async function pushIndex(
    kind: Kind,
    tag: string,
    platforms: readonly object[],
    more: object[] = [],
  ): Promise<void> {
    const manifests: object[] = [];
    for (const platform of platforms) {
      manifests.push({ ...(await pushManifest(kind, platform)), platform });
    }
    const text = JSON.stringify({
      schemaVersion: 2,
      mediaType: kind.index,
      manifests: [...manifests, ...more],
    });
    await put(url(`manifests/${tag}`), text, kind.index);
  }

  const linux = (architecture: string, variant?: string) => ({
    os: 'linux',
    architecture,
    ...(variant === undefined ? {} : { variant }),
  });
  const from = (tag: string, ...args: string[]) =>
    plan([...args, '--matrix-from', `${registry.host}/base:${tag}`]);
  const names = (run: Run) => matrixOf(run).include.map(({ platform }) => platform);

  it('reads a Docker index, variants kept', async () => {
    const platforms = [
      linux('amd64'),
      linux('arm', 'v5'),
      linux('arm', 'v7'),
      linux('arm64', 'v8'),
      linux('s390x'),
    ];
    await pushIndex(DOCKER, 'docker', platforms);
    const run = from('docker');
    expect(run.stderr).not.toContain('Cannot');
    expect(names(run)).toEqual(['linux/amd64', 'linux/arm/v5', 'linux/arm/v7', 'linux/arm64', 'linux/s390x']);
    expect(run.report.outputs.count).toBe('5');
  });

  it('leaves out the attestations of an OCI index, and what no Linux can run', async () => {
    const attestation = {
      ...(await pushManifest(OCI, { os: 'unknown', architecture: 'unknown' })),
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
    };
    const windows = { os: 'windows', architecture: 'amd64' };
    await pushIndex(OCI, 'oci', [linux('amd64'), linux('riscv64'), windows], [attestation]);
    const run = from('oci');
    expect(names(run)).toEqual(['linux/amd64', 'linux/riscv64']);
    expect(run.report.notes.join()).toContain('windows/amd64');
  });

  it('gives one leg for a plain manifest', async () => {
    await pushManifest(OCI, linux('arm', 'v6'), 'plain');
    expect(names(from('plain'))).toEqual(['linux/arm/v6']);
  });

  it('takes what is asked for and is there, in the order asked for, and says what is not there', () => {
    const run = from('docker', 's390x', 'riscv64', 'arm64');
    expect(names(run)).toEqual(['linux/s390x', 'linux/arm64']);
    expect(run.report.notes.join()).toContain('does not have linux/riscv64');
  });

  it('gives count 0 where nothing is left, to guard by if', () => {
    const run = from('docker', 'riscv64');
    expect(run.code).toBe(0);
    expect(run.report.outputs.count).toBe('0');
    expect(matrixOf(run)).toEqual({ include: [] });
  });

  it('lists a platform once that the index has twice', async () => {
    const again = { ...(await pushManifest(OCI, linux('arm', 'v7'))), platform: linux('arm') };
    const platforms = [linux('amd64'), linux('arm', 'v7'), linux('arm64'), linux('arm64', 'v8')];
    await pushIndex(OCI, 'twice', platforms, [again]);
    const planned = from('twice');
    expect(planned.report.platforms.map(({ platform }) => platform)).toEqual([
      'linux/amd64',
      'linux/arm/v7',
      'linux/arm64',
    ]);
    expect(names(planned)).toEqual(['linux/amd64', 'linux/arm/v7', 'linux/arm64']);
  });

  it.skipIf(noPrivateTable() !== undefined)('fails a setup that asks by name for what is not there', () => {
    const script = `mount -t binfmt_misc none ${TABLE} && mount -t tmpfs none /run && exec "$@"`;
    const inside = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh'];
    const image = ['--matrix-from', `${registry.host}/base:docker`];
    const strict = run(['setup', 'riscv64', ...image], inside);
    expect(strict.code, strict.stderr).toBe(1);
    expect(strict.report).toMatchObject({ healthy: false, platforms: [], findings: [] });
    expect(strict.report.problem?.message).toMatch(
      /^Cannot prove linux\/riscv64: the image .* does not have it/,
    );
    expect(strict.report.outputs.count).toBe('0');

    const lenient = run(['setup', 'riscv64', ...image, '--strict', 'false'], inside);
    expect(lenient.code, lenient.stderr).toBe(0);
    expect(lenient.report).toMatchObject({
      healthy: false,
      findings: [{ id: 'SB090', severity: 'warning' }],
    });
  });

  it('says which image cannot be asked, and why', () => {
    const run = from('nothing-here');
    expect(run.code).not.toBe(0);
    expect(run.stderr).toMatch(/Cannot .*base:nothing-here/);
  });
});
