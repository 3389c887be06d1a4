/**
 * A machine whose daemon.json names a mirror of Docker Hub, and that reaches nothing else: what works there for
 * docker/setup-qemu-action works for this action, with no input but the platform. Both are run as a runner starts them, with one
 * engine and one image. The real image cannot be had from a mirror of a test: the mirror serves one of the same layout, and the
 * digest of that stands in the place of the default image's in the copy of the action. ACTION_SNAPSHOTS names a folder with
 * `docker+setup-qemu-action/repo` and `tonistiigi+binfmt/repo`, bare; without it, the engine alone shows what it pulls.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_IMAGE } from '../../src/qemu/default-image.ts';
import { layoutDigest, noDockerRegistry, qemuLayout, REPOSITORY } from '../support/docker-registry.ts';
import { inTurn } from '../support/in-turn.ts';
import { machineSuite } from '../support/packages.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { machineArchitecture } from '../support/static-program.ts';
import { type EngineRoom, openEngineRoom } from './engine-room.ts';
import { type ActionRun, runnerWork, sharedNode } from './runner.ts';
import type { RunnerUser } from './runner-user.ts';

const root = process.getuid?.() === 0 && machineSuite() !== undefined;
const reason = root ? (noPrivateTable() ?? noDockerRegistry()) : 'needs root and Debian’s packages';
if (reason !== undefined) console.log(`skipped: a mirror and no origin: ${reason}`);

const snapshots = process.env.ACTION_SNAPSHOTS;
const peer = (name: string): string => join(snapshots ?? '', name.replace('/', '+'), 'repo');
const lacking =
  snapshots === undefined
    ? 'ACTION_SNAPSHOTS names no folder with repositories of actions'
    : ['docker/setup-qemu-action', 'tonistiigi/binfmt']
        .filter((name) => !existsSync(peer(name)))
        .map((name) => `${peer(name)} is not there`)
        .at(0);
if (lacking !== undefined) console.log(`skipped: docker/setup-qemu-action beside this one: ${lacking}`);

const MIRROR = '127.0.0.1:5017';
const [other, QEMU] =
  machineArchitecture === 'arm64' ? (['amd64', 'x86_64'] as const) : (['arm64', 'aarch64'] as const);
const DIGEST = /sha256:[0-9a-f]{64}$/;

describe.skipIf(reason !== undefined)('a mirror in daemon.json, and an origin that is not reached', () => {
  let room: EngineRoom;
  let registry: ChildProcess;
  let digest: string;
  /** A run of this action; `etc` is laid over /etc. */
  let ours: (inputs: Readonly<Record<string, string>>, etc?: string) => ActionRun;

  beforeAll(async () => {
    room = await openEngineRoom({ table: true, settings: { 'registry-mirrors': [`http://${MIRROR}`] } });
    const installer = lacking === undefined ? buildInstaller() : undefined;
    const layout = await qemuLayout(machineArchitecture, ['aarch64', 'x86_64'], installer);
    digest = layoutDigest(layout);
    await startMirror(layout);
    // The very file that the engine was started with.
    const etc = join(room.folder, 'etc');
    mkdirSync(join(etc, 'docker'), { recursive: true });
    copyFileSync(join(room.folder, 'daemon.json'), join(etc, 'docker/daemon.json'));
    ours = runAction(etc);
  });
  beforeEach(() => {
    for (const name of room.entries().keys()) room.write(name, '-1');
  });
  afterAll(() =>
    inTurn(
      () => registry?.kill(),
      () => room?.close(),
    ),
  );

  async function startMirror(layout: string): Promise<void> {
    const config = join(room.folder, 'registry.yml');
    const storage = { filesystem: { rootdirectory: join(room.folder, 'registry') } };
    writeFileSync(config, JSON.stringify({ version: 0.1, storage, http: { addr: MIRROR } }));
    const [program, ...args] = [...room.enter, 'docker-registry', 'serve', config] as const;
    registry = spawn(program, args, { stdio: 'ignore' });
    await sleep(1000);
    const to = `docker://${MIRROR}/${REPOSITORY}:latest`;
    const push = ['skopeo', 'copy', '-q', '--all', '--dest-tls-verify=false', `oci:${layout}:multi`, to];
    const pushed = await room.run(push);
    expect(pushed.code, pushed.stderr).toBe(0);
  }

  /** The installer of the default image, as its repository has it. */
  function buildInstaller(): string {
    const source = join(room.folder, 'binfmt');
    mkdirSync(source);
    const tar = join(room.folder, 'binfmt.tar');
    const archive = ['archive', '--output', tar, 'HEAD', 'cmd', 'go.mod', 'go.sum'];
    execFileSync('git', ['--git-dir', peer('tonistiigi/binfmt'), ...archive]);
    execFileSync('tar', ['-xf', tar, '-C', source]);
    const installer = join(room.folder, 'installer');
    const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' };
    const build = ['build', '-mod=mod', '-o', installer, './cmd/binfmt'];
    execFileSync('go', build, { cwd: source, env, stdio: ['ignore', 'ignore', 'pipe'] });
    chmodSync(installer, 0o755);
    return installer;
  }

  /**
   * Runs a program in the room with a folder over /etc, and nothing in its environment but what is given: by env(1), since a
   * shell drops variables whose names have a hyphen.
   */
  function inRoom(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv, etc?: string) {
    const overlay = `mount -t overlay overlay -o lowerdir=${etc}:/etc /etc && exec "$@"`;
    const laid = etc === undefined ? [] : ['unshare', '--mount', 'sh', '-c', overlay, 'sh'];
    const given = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const [program, ...args] = [...room.enter, ...laid, 'env', '-i', ...given, ...command] as const;
    return spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 64 << 20 });
  }

  function runAction(etc: string): typeof ours {
    let laid: string | undefined = etc;
    let more: NodeJS.ProcessEnv = {};
    const user: RunnerUser = {
      uid: 0,
      run: (command, { cwd, env }) => inRoom(command, cwd, { ...env, ...more }, laid),
      remove: () => undefined,
    };
    const work = runnerWork(room.folder, user);
    const program = join(room.folder, '_work/_actions/example/setup-binfmt/v1/dist/setup-binfmt.js');
    const known = DIGEST.exec(DEFAULT_IMAGE)?.[0] ?? '';
    const text = readFileSync(program, 'utf8');
    expect(text).toContain(known);
    writeFileSync(program, text.replaceAll(known, digest));
    return (inputs, given = etc) => {
      rmSync(join(room.folder, '_work/_tool'), { recursive: true, force: true });
      mkdirSync(join(room.folder, '_work/_tool'));
      const { DOCKER_HOST = '', PATH = '' } = room.engine.environment;
      [laid, more] = given === '' ? [undefined, { DOCKER_HOST, PATH }] : [given, {}];
      return work.main(inputs);
    };
  }

  it('is all that the engine has', async () => {
    const info = await room.run(['docker', 'info', '--format', '{{json .RegistryConfig.Mirrors}}']);
    expect(JSON.parse(info.stdout)).toEqual([`http://${MIRROR}/`]);
    const origin = await room.run(['docker', 'pull', `registry-1.docker.io/${REPOSITORY}:latest`]);
    expect([origin.code, origin.stderr]).toEqual([1, expect.stringContaining('dial tcp')]);
  });

  it('lets the engine pull what docker/setup-qemu-action asks it for', async () => {
    const pulled = await room.run(['docker', 'pull', `docker.io/${REPOSITORY}:latest`]);
    expect([pulled.code, pulled.stdout], pulled.stderr).toEqual([0, expect.stringContaining(digest)]);
    await room.run(['docker', 'rmi', '--force', `docker.io/${REPOSITORY}:latest`]);
  });

  it.skipIf(lacking !== undefined)('lets docker/setup-qemu-action succeed', async () => {
    const file = join(room.folder, 'peer.cjs');
    const git = ['--git-dir', peer('docker/setup-qemu-action'), 'show', 'HEAD:dist/index.cjs'];
    writeFileSync(file, execFileSync('git', git, { maxBuffer: 64 << 20 }));
    const inputs = {
      image: 'docker.io/tonistiigi/binfmt:latest',
      platforms: other,
      reset: 'false',
      'cache-image': 'false',
    };
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const files = ['GITHUB_OUTPUT', 'GITHUB_STATE'].map((name) => [name, join(room.folder, name)] as const);
    for (const [, path] of files) writeFileSync(path, '');
    const env = { GITHUB_ACTIONS: 'true', RUNNER_TEMP: room.folder, GITHUB_REPOSITORY: 'repo/repo' };
    const ran = await room.run([join(sharedNode(room.folder), 'node'), file], {
      ...env,
      ...Object.fromEntries([...given, ...files]),
    });
    expect([ran.code, ran.stdout], ran.stderr).toEqual([
      0,
      expect.stringContaining(`installing: ${other} OK`),
    ]);
    expect([...room.entries().keys()]).toEqual([`qemu-${QEMU}`]);
  });

  it('lets this action succeed alone, which says what file names the mirror', () => {
    const run = ours({ platforms: other });
    expect(run.exit, run.told).toBe(0);
    expect(run.outputs.emulated).toBe(`linux/${other}`);
    expect(run.told).toMatch(/docker\.io: 127\.0\.0\.1:5017 is asked, as \/etc\/docker\/daemon\.json says/);
    expect(run.told).toMatch(
      new RegExp(`QEMU from image: ${other} from ${DEFAULT_IMAGE.replace(DIGEST, digest)}`),
    );
    expect([...room.entries().keys()]).toEqual([`qemu-${QEMU}`]);
  });

  it('is what helps: without the machine’s files the image is not reached', () => {
    const run = ours({ platforms: other, 'qemu-from': 'image', 'registry-config': 'false' });
    expect([run.exit, run.told]).toEqual([1, expect.stringMatching(/registry-1\.docker\.io: .*E[A-Z_]{6,}/)]);
  });

  it('is asked of the engine, where it has its mirror from elsewhere', () => {
    const run = ours({ platforms: other }, '');
    expect(run.exit, run.told).toBe(0);
    expect(run.told).toMatch(/docker\.io: 127\.0\.0\.1:5017 is asked, as the Docker engine says/);
    expect(run.outputs.emulated).toBe(`linux/${other}`);
  });
});
