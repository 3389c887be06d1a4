/**
 * The workflow that others call, as `act` runs it: three platforms built by a real engine, pushed by digest to a real
 * registry, joined, and pulled. The actions that it uses are those of their own repositories, which no registry of packages
 * has: ACTION_SNAPSHOTS names a folder with `<owner>+<name>/repo` for each, bare. BuildKit is built from its Go module. What
 * needs more than that (signing, and the image of the scanner of parts) is turned off here; and act knows no
 * `continue-on-error` of jobs, which test/flow/build-image.test.ts tries.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { machineSuite, staticBusybox } from '../support/packages.ts';
import { noPrivateTable } from '../support/private-table.ts';
import type { Ended } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { actProgram, noAct } from './act.ts';
import { writeBuildkitRoot } from './buildkit.ts';
import { type EngineRoom, openEngineRoom } from './engine-room.ts';
import { repository } from './product.ts';
import { downloadedAction, sharedNode } from './runner.ts';

const snapshots = process.env.ACTION_SNAPSHOTS;
const root = process.getuid?.() === 0 && machineSuite() !== undefined;
const reason =
  (snapshots === undefined ? 'ACTION_SNAPSHOTS names no folder with repositories of actions' : undefined) ??
  (root ? noPrivateTable() : 'needs root and Debian’s packages') ??
  (existsSync('/usr/bin/docker-registry') ? undefined : 'needs docker-registry') ??
  noAct();
if (reason !== undefined) console.log(`skipped: the workflow that others call: ${reason}`);

const REGISTRY = '127.0.0.1:5015';
const API = 'http://127.0.0.1:5016';
const IMAGE = `${REGISTRY}/octo-org/app`;
const PLATFORMS = 'linux/amd64,linux/arm64,linux/riscv64';
const MACHINES = { 'linux/amd64': 'x86_64', 'linux/arm64': 'aarch64', 'linux/riscv64': 'riscv64' };

/** Their bundles are too large for a snapshot, and their steps do not run here: there is no signing, and no login. */
const NOT_RUN = ['actions/attest', 'docker/login-action', 'actions/checkout'];

/** The bundles of these two are too large for a snapshot as well: files go by a folder in place of GitHub's store. */
const STAND_INS: Readonly<Record<string, (folder: string) => string>> = {
  'actions/upload-artifact': (folder) =>
    composite(
      `mkdir -p ${folder}/kept/\${{ inputs.name }} && cp \${{ inputs.path }} ${folder}/kept/\${{ inputs.name }}/`,
    ),
  'actions/download-artifact': (folder) =>
    composite(
      `mkdir -p \${{ inputs.path }} && cp ${folder}/kept/\${{ inputs.pattern }}/* \${{ inputs.path }}/`,
    ),
};

function composite(run: string): string {
  const inputs = Object.fromEntries(['name', 'path', 'pattern'].map((name) => [name, { required: false }]));
  return JSON.stringify({ name: 'x', inputs, runs: { using: 'composite', steps: [{ shell: 'bash', run }] } });
}

const dockerfile = (last: string): string => `FROM scratch
ARG TARGETARCH
COPY busybox-\${TARGETARCH} /bin/sh
RUN ["/bin/sh", "-c", "uname -m > /machine"]
${last}
CMD ["/bin/sh", "-c", "cat /machine"]
`;

const caller = `on: push
jobs:
  image:
    uses: ./.github/workflows/build-image.yml
    with:
      image: ${IMAGE}
      platforms: ${PLATFORMS}
      runners: default=ubuntu-24.04
      tags: type=raw,value=one
      driver-opts: network=host
      sbom: false
      attest: false
  after:
    needs: image
    runs-on: ubuntu-24.04
    steps:
      - run: echo "digest=\${{ needs.image.outputs.digest }}; missing=\${{ needs.image.outputs.missing }}"
`;

describe.skipIf(reason !== undefined)('the workflow that others call', () => {
  let room: EngineRoom;
  const servers: ChildProcess[] = [];
  let local: readonly string[];
  let path: string;

  beforeAll(async () => {
    room = await openEngineRoom({ table: true });
    const qemu = await debianQemu('sid');
    path = [sharedNode(room.folder), qemu, room.engine.environment.PATH].join(':');
    const config = join(room.folder, 'registry.yml');
    writeFileSync(
      config,
      `version: 0.1\nstorage: { filesystem: { rootdirectory: ${room.folder}/registry } }\nhttp: { addr: '${REGISTRY}' }\n`,
    );
    serve('docker-registry', 'serve', config);
    serve(process.execPath, join(import.meta.dirname, 'github-api.ts'), API, join(room.folder, 'act.log'));
    const buildkit = join(room.folder, 'buildkit');
    writeBuildkitRoot(buildkit);
    const tar = join(room.folder, 'buildkit.tar');
    execFileSync('tar', ['-C', buildkit, '-cf', tar, '.']);
    const made = ['--change', 'ENTRYPOINT ["buildkitd"]', tar, 'moby/buildkit:buildx-stable-1'];
    const imported = await room.run(['docker', 'import', ...made]);
    expect(imported.code, imported.stderr).toBe(0);
    const action = downloadedAction(room.folder);
    local = ['--local-repository', `example/setup-binfmt@v1=${action}`, ...actions().flatMap(unpacked)];
    await sleep(1000);
  });
  afterAll(() =>
    inTurn(
      () => servers.forEach((server) => void server.kill()),
      () => room?.close(),
    ),
  );

  function serve(...command: readonly string[]): void {
    const [program, ...args] = [...room.enter, ...command];
    servers.push(spawn(program as string, args, { stdio: 'ignore' }));
  }

  /** The actions that the workflow uses, each as `owner/name@commit`. */
  function actions(): readonly string[] {
    const text = readFileSync(join(repository, '.github/workflows/build-image.yml'), 'utf8');
    return [...new Set(Array.from(text.matchAll(/uses: ([\w./-]+@[0-9a-f]{40})/g), ([, uses = '']) => uses))];
  }

  function unpacked(uses: string): readonly string[] {
    const [name = '', commit = ''] = uses.split('@');
    const folder = join(room.folder, 'actions', name);
    mkdirSync(folder, { recursive: true });
    const standIn = STAND_INS[name];
    if (standIn !== undefined) writeFileSync(join(folder, 'action.yml'), standIn(room.folder));
    else {
      const git = ['--git-dir', join(snapshots ?? '', name.replace('/', '+'), 'repo'), 'archive'];
      const tar = join(room.folder, 'action.tar');
      const parts = NOT_RUN.includes(name) ? ['action.yml'] : ['action.yml', 'dist', ':(exclude)*.map'];
      execFileSync('git', [...git, '--output', tar, commit, ...parts], { stdio: 'pipe' });
      execFileSync('tar', ['-xf', tar, '-C', folder]);
    }
    return ['--local-repository', `${uses}=${folder}`];
  }

  /** Runs the workflow in a repository of its own, and gives what was said. */
  async function act(name: string, last: string): Promise<Ended> {
    const repo = join(room.folder, name);
    mkdirSync(join(repo, '.github/workflows'), { recursive: true });
    const called = readFileSync(join(repository, '.github/workflows/build-image.yml'), 'utf8');
    // act does not know `$/` yet, by which GitHub finds the workflow's own repository.
    const known = called.replaceAll(/uses: \$\/$/gm, 'uses: example/setup-binfmt@v1');
    writeFileSync(join(repo, '.github/workflows/build-image.yml'), known);
    writeFileSync(join(repo, '.github/workflows/caller.yml'), caller);
    writeFileSync(join(repo, 'Dockerfile'), dockerfile(last));
    for (const [arch, debian] of Object.entries({ amd64: undefined, arm64: 'arm64', riscv64: 'riscv64' })) {
      cpSync(staticBusybox(debian), join(repo, `busybox-${arch}`));
      // One is of an architecture that nobody set up.
      cpSync(staticBusybox(arch === 'arm64' ? 's390x' : debian), join(repo, `last-${arch}`));
    }
    const author = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
    const git = (...args: readonly string[]) => execFileSync('git', ['-C', repo, ...author, ...args]);
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', 'https://github.com/octo-org/app');
    git('add', '-A');
    git('commit', '-qm', 'x');
    const command = [
      ...[
        actProgram(),
        'push',
        '--directory',
        repo,
        '--workflows',
        join(repo, '.github/workflows/caller.yml'),
      ],
      ...['--platform', 'ubuntu-24.04=-self-hosted', '--no-cache-server', '--action-offline-mode'],
      ...['--artifact-server-path', join(room.folder, 'artifacts'), '--artifact-server-addr', '127.0.0.1'],
      ...[
        '--env',
        'DOCKER_BUILD_RECORD_UPLOAD=false',
        '--env',
        `GITHUB_API_URL=${API}`,
        '--secret',
        'GITHUB_TOKEN=ghs_of_this_test',
        ...local,
      ],
    ];
    const log = join(room.folder, 'act.log');
    rmSync(join(room.folder, 'kept'), { recursive: true, force: true });
    const ended = await room.run(['sh', '-c', '"$@" > "$0" 2>&1', log, ...command], { PATH: path });
    return { ...ended, stdout: readFileSync(log, 'utf8') };
  }

  it('builds three platforms, and joins what can be pulled by tag and by digest', async () => {
    const { code, stdout } = await act('good', '');
    expect(code, stdout).toBe(0);
    const digest = /digest=(sha256:[0-9a-f]{64}); missing=$/m.exec(stdout)?.[1];
    expect(digest, stdout).toBeDefined();
    const raw = await room.run(['docker', 'buildx', 'imagetools', 'inspect', '--raw', `${IMAGE}@${digest}`]);
    const { manifests } = JSON.parse(raw.stdout);
    const platforms = manifests.map(
      ({ platform }: { platform: { os: string; architecture: string } }) =>
        `${platform.os}/${platform.architecture}`,
    );
    // Each has its provenance beside it.
    expect(platforms.sort()).toEqual([...PLATFORMS.split(','), ...Array(3).fill('unknown/unknown')].sort());
    for (const [platform, machine] of Object.entries(MACHINES)) {
      const args = ['--rm', '--network', 'none', '--pull', 'always', '--platform', platform];
      const ran = await room.run(['docker', 'run', ...args, `${IMAGE}@${digest}`]);
      expect([ran.stdout.trim(), ran.code], ran.stderr).toEqual([machine, 0]);
    }
  });

  it('fails where a platform fails, and has the doctor say why', async () => {
    const { code, stdout } = await act('hard', `COPY last-\${TARGETARCH} /last\nRUN ["/last", "true"]`);
    expect(code).not.toBe(0);
    const doctor = stdout.split('\n').filter((line) => line.includes('why it failed'));
    expect(doctor.join('\n')).toMatch(/line \d+: .*exec \/last: exec format error/);
    expect(doctor.join('\n')).toMatch(/This failure .*exec format error/);
    expect(stdout).not.toMatch(/\| digest=sha256:/);
  });
});
