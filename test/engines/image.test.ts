/** The container image, built from the Dockerfile on a base made here, and run by a real engine. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { debPackage, machineSuite } from '../support/packages.ts';
import { noPrivateTable } from '../support/private-table.ts';
import type { Ended } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { dockerPackages } from './docker-engine.ts';
import { type EngineRoom, openEngineRoom } from './engine-room.ts';
import { nodeBase } from './node-base.ts';
import { repository } from './product.ts';

const root = process.getuid?.() === 0 && machineSuite() !== undefined;
const reason = root ? noPrivateTable() : 'needs root and Debian’s packages';
if (!root) console.log(`skipped: the container image: ${reason}`);

/** As the examples name it. */
const IMAGE = 'ghcr.io/org/setup-binfmt:1';
const SLIM = `${IMAGE}-slim`;
/** What the image of the project's QEMU holds for this host. */
const TARGETS = [
  'aarch64',
  'arm',
  'loongarch64',
  'mips64',
  'mips64el',
  'ppc64le',
  'riscv64',
  's390x',
  'x86_64',
];
const MEGABYTE = 1024 * 1024;
const example = (name: string): string => readFileSync(join(repository, 'examples/other-ci', name), 'utf8');

describe.skipIf(reason !== undefined)('the container image', () => {
  let room: EngineRoom;

  beforeAll(async () => {
    room = await openEngineRoom({ table: true });
    const compose = debPackage('docker-compose', { suite: 'sid' });
    const plugin = 'cli-plugins/docker-compose';
    symlinkSync(join(compose, 'usr/libexec/docker', plugin), join(room.folder, 'config', plugin));
    const programs = join(room.folder, 'qemu/usr/bin');
    mkdirSync(programs, { recursive: true });
    const qemu = await debianQemu();
    for (const target of TARGETS)
      cpSync(join(qemu, `qemu-${target}-static`), join(programs, `qemu-${target}`));
    await importRoot(nodeBase(), 'base:node');
    await importRoot(join(room.folder, 'qemu'), 'base:qemu');
    const args = ['--provenance=false', '--build-arg', 'BASE=base:node', '--build-arg', 'QEMU=base:qemu'];
    for (const [target, tag] of Object.entries({ full: IMAGE, slim: SLIM }))
      done(await docker('buildx', 'build', ...args, '--target', target, '--tag', tag, repository));
  });
  afterAll(() => room?.close());

  const docker = (...args: readonly string[]): Promise<Ended> => room.run(['docker', ...args]);
  const run = (...args: readonly string[]): Promise<Ended> =>
    docker('run', '--rm', '--network', 'none', ...args);
  const importRoot = async (folder: string, tag: string): Promise<void> => {
    const tar = `${room.folder}/${tag.replace(':', '-')}.tar`;
    execFileSync('tar', ['-C', folder, '-cf', tar, '.']);
    done(await docker('import', tar, tag));
  };
  const qemuEntries = (): readonly string[] =>
    [...room.entries().keys()].filter((name) => name.startsWith('qemu-')).sort();

  it.each([
    [IMAGE, 60],
    [SLIM, 15],
  ])('%s has layers of its own of less than %i MB', async (tag, limit) => {
    const [base, own] = await Promise.all(['base:node', tag].map(layersOf));
    const bytes = (own ?? []).slice(base?.length).reduce((sum, { size }) => sum + size, 0);
    console.log(`${tag}: ${(bytes / MEGABYTE).toFixed(1)} MB in layers of its own`);
    expect(bytes).toBeGreaterThan(MEGABYTE / 2);
    expect(bytes).toBeLessThan(limit * MEGABYTE);
  });

  /** The layers of an image as a registry keeps them. */
  async function layersOf(
    tag: string,
  ): Promise<readonly { readonly digest: string; readonly size: number }[]> {
    const tar = join(room.folder, `${tag.replaceAll(/[/:]/g, '-')}.saved.tar`);
    done(await docker('save', '--output', tar, tag));
    const blob = (digest: string) =>
      JSON.parse(
        execFileSync('tar', ['-xOf', tar, `blobs/${digest.replace(':', '/')}`], { encoding: 'utf8' }),
      );
    let content = JSON.parse(execFileSync('tar', ['-xOf', tar, 'index.json'], { encoding: 'utf8' }));
    while (content.manifests !== undefined) content = blob(content.manifests[0].digest);
    return content.layers;
  }

  it('sets up all with no argument, for every container afterwards, and takes it away again', async () => {
    const setup = done(await run('--privileged', IMAGE));
    expect(setup.stdout).toMatch(/8 of 8 platforms run here; registered qemu-/);
    expect(qemuEntries()).toHaveLength(8);
    const again = done(await run('--privileged', IMAGE, 'setup', '--json'));
    expect(JSON.parse(again.stdout)).toMatchObject({ changed: false, healthy: true });
    expect(done(await run('--privileged', IMAGE, 'doctor', 'arm64')).stdout).toMatch(
      /linux\/arm64 runs? here/,
    );
    done(await run('--privileged', IMAGE, 'remove', 'arm64'));
    expect(qemuEntries()).toHaveLength(7);
    expect((await run('--privileged', IMAGE, 'doctor', 'arm64')).code).toBe(1);
    done(await run('--privileged', IMAGE, 'remove', 'all'));
    expect(qemuEntries()).toEqual([]);
  });

  it('takes the forms of others, and options by environment', async () => {
    done(await run('--privileged', IMAGE, '--arch', 'arm,arm64'));
    expect(qemuEntries()).toEqual(['qemu-aarch64', 'qemu-arm']);
    done(await run('--privileged', IMAGE, '--uninstall', 'qemu-*'));
    done(await run('--privileged', '--env', 'SETUP_BINFMT_PLATFORMS=riscv64,s390x', IMAGE));
    expect(qemuEntries()).toEqual(['qemu-riscv64', 'qemu-s390x']);
    done(await run('--privileged', IMAGE, '--uninstall', 'riscv64,s390x'));
    const wrong = await run('--privileged', '--env', 'SETUP_BINFMT_PLATFORM=arm64', IMAGE);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('SETUP_BINFMT_PLATFORMS')]);
    expect(qemuEntries()).toEqual([]);
  });

  it('works with the table as a volume and one capability, in place of all privileges', async () => {
    const rights = ['--cap-add', 'SYS_ADMIN', '--volume', '/proc/sys/fs/binfmt_misc:/binfmt_misc'];
    done(await run(...rights, IMAGE, 'setup', 'arm64'));
    expect(qemuEntries()).toEqual(['qemu-aarch64']);
    done(await run(...rights, IMAGE, 'doctor', 'arm64'));
    done(await run(...rights, IMAGE, 'remove', 'arm64'));
    expect(qemuEntries()).toEqual([]);
    const [, ...withoutRight] = rights.slice(1);
    const refused = await run(...withoutRight, IMAGE, 'setup', 'arm64');
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('--cap-add SYS_ADMIN')]);
  });

  it('plans and examines as an ordinary user', async () => {
    const planned = done(await run('--user', '65534', IMAGE, 'plan', 'arm64', '--json'));
    expect(JSON.parse(planned.stdout)).toMatchObject({
      mode: 'plan',
      changed: false,
      outputs: { count: '1' },
    });
    const examined = await run('--user', '65534', IMAGE, 'doctor', 'arm64');
    expect([examined.code, examined.stdout]).toEqual([1, expect.stringContaining('SB008')]);
  });

  it('asks an image where it holds no QEMU, and uses one that it is given', async () => {
    const alone = await run('--privileged', SLIM, 'setup', 'arm64');
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining('registry-1.docker.io')]);
    expect(qemuEntries()).toEqual([]);
    const given = ['--volume', `${room.folder}/qemu/usr/bin:/usr/libexec/qemu-binfmt:ro`];
    done(await run('--privileged', ...given, SLIM, 'setup', 'arm64'));
    expect(qemuEntries()).toEqual(['qemu-aarch64']);
    done(await run('--privileged', SLIM, 'remove', 'all'));
  });

  it('says where entries would not stay', () => {
    const entry = join(repository, 'image/setup-binfmt');
    const bare = 'while umount /proc/sys/fs/binfmt_misc 2>/dev/null; do :; done';
    const inside = ['unshare', '--user', '--map-root-user', '--mount', 'sh', entry, '--version'].join(' ');
    const told = execFileSync('unshare', ['--mount', 'sh', '-c', `${bare}; ${inside} 2>&1 || true`], {
      encoding: 'utf8',
    });
    expect(told).toMatch(
      /^setup-binfmt: binfmt_misc is mounted nowhere else: entries go when this container ends/,
    );
  });

  it('runs as the Compose example says, once to set up and once to remove', async () => {
    const file = join(repository, 'examples/other-ci/compose.yaml');
    expect(parse(example('compose.yaml')).services['setup-binfmt'].image).toBe(IMAGE);
    const compose = (...args: readonly string[]) =>
      docker(
        'compose',
        '--project-directory',
        room.folder,
        '--file',
        file,
        'run',
        '--rm',
        'setup-binfmt',
        ...args,
      );
    done(await compose());
    expect(qemuEntries()).toEqual(['qemu-aarch64', 'qemu-riscv64']);
    done(await compose('remove', 'arm64', 'riscv64'));
    expect(qemuEntries()).toEqual([]);
  });

  it('runs as the DaemonSet does: it stays, and the doctor is its probe', async () => {
    const daemonSet = parseAllDocuments(example('kubernetes-daemonset.yaml'))[1]?.toJS();
    const [{ image, command, args, env, startupProbe }] = daemonSet.spec.template.spec.containers;
    const variables = env.flatMap(({ name, value }: Record<string, string>) => ['--env', `${name}=${value}`]);
    const [entry, ...words] = command;
    const started = ['run', '--detach', '--privileged', '--name', 'pod', '--network', 'none', ...variables];
    done(await docker(...started, '--entrypoint', entry, image, ...words, ...args));
    const probe = () => docker('exec', 'pod', ...startupProbe.exec.command);
    for (let tries = 0; tries < 30 && (await probe()).code !== 0; tries += 1);
    done(await probe());
    expect(qemuEntries()).toEqual(['qemu-aarch64', 'qemu-riscv64']);
    room.write('qemu-riscv64', '-1');
    const lost = await probe();
    expect([lost.code, lost.stdout]).toEqual([1, expect.stringContaining('riscv64')]);
    done(await docker('restart', '--time', '1', 'pod'));
    for (let tries = 0; tries < 30 && (await probe()).code !== 0; tries += 1);
    expect(qemuEntries()).toEqual(['qemu-aarch64', 'qemu-riscv64']);
    done(await docker('rm', '--force', 'pod'));
    done(await run('--privileged', IMAGE, 'remove', 'all'));
  });

  it('runs as the GitLab example says: a container that stays, and the doctor waits for it', async () => {
    const { variables, before_script: script } = parse(example('gitlab-ci.yml'))['build-image'];
    expect(variables.SETUP_BINFMT).toBe(IMAGE);
    const { client } = dockerPackages();
    for (const line of script.filter((each: string) => !each.includes('docker login'))) {
      const PATH = `${join(client, 'usr/bin')}:${process.env.PATH}`;
      done(await room.run(['sh', '-c', line], { SETUP_BINFMT: IMAGE, PATH }));
    }
    expect(qemuEntries()).toEqual(['qemu-aarch64', 'qemu-riscv64']);
    done(await docker('rm', '--force', 'binfmt'));
  });
});

/** Fails with all that was said where a command has failed. */
function done(ended: Ended): Ended {
  expect(ended.code, `${ended.stdout}\n${ended.stderr}`).toBe(0);
  return ended;
}
