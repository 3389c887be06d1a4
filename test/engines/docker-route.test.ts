/**
 * Neither root nor sudo, but a Docker engine: the image's installer in a privileged container. The image is a
 * stand-in that takes the same words as the default image's installer (`--install arm64,riscv64`, `--uninstall NAME`) and, like it,
 * mounts the table in the container's own namespace and says success in any case.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatRule, handlerRule } from '../../src/binfmt/rule.ts';
import { targetOf } from '../../src/platform/platforms.ts';
import type { Report } from '../../src/report/report.ts';
import { stateVariables } from '../support/command-file.ts';
import { inTurn } from '../support/in-turn.ts';
import { debPackage, staticBusybox } from '../support/packages.ts';
import { debianQemu } from '../support/qemu.ts';
import type { RealTable } from '../support/real-table.ts';
import { noTestUsers } from '../support/users.ts';
import { type DockerEngine, startDocker } from './docker-engine.ts';
import { borrowTable, mountTable } from './machine-table.ts';
import { obstacle, repository } from './product.ts';
import { sharedNode } from './runner.ts';
import { makeRunnerUser, type RunnerUser } from './runner-user.ts';

const reason = obstacle() ?? noTestUsers();
if (reason !== undefined) console.log(`skipped: through a Docker engine: ${reason}`);

const INSTALLER = `#!/busybox sh
/busybox mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc
for word in $(/busybox echo "$2" | /busybox tr , ' '); do
  case "$1" in
    --install) /busybox cat /lines/$word > /proc/sys/fs/binfmt_misc/register ;;
    --uninstall) for file in /proc/sys/fs/binfmt_misc/*; do
      case "$file" in */$word|*-$word) echo -1 > "$file"; break ;; esac
    done ;;
  esac
done
exit 0
`;

describe.skipIf(reason !== undefined)('a user in reach of a Docker engine, without sudo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-route-'));
  let table: RealTable | undefined;
  let engine: DockerEngine;
  let user: RunnerUser;

  beforeAll(async () => {
    table = await borrowTable();
    chmodSync(folder, 0o755);
    engine = await startDocker(folder, { privileged: true });
    chmodSync(join(folder, 'docker.sock'), 0o666);
    await importInstaller();
    user = makeRunnerUser('setup-binfmt-docker', false);
    cpSync(join(repository, 'dist'), join(folder, 'dist'), { recursive: true });
    mkdirSync(join(folder, 'bin'), { recursive: true });
    copyFileSync(
      join(debPackage('docker-cli', { suite: 'sid' }), 'usr/bin/docker'),
      join(folder, 'bin/docker'),
    );
  });
  afterAll(() =>
    inTurn(
      () => user?.remove(),
      () => engine?.stop(),
      () => table?.giveBack(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  async function importInstaller(): Promise<void> {
    const root = join(folder, 'image');
    for (const name of ['usr/bin', 'lines', 'proc']) mkdirSync(join(root, name), { recursive: true });
    copyFileSync(staticBusybox(), join(root, 'busybox'));
    chmodSync(join(root, 'busybox'), 0o755);
    writeFileSync(join(root, 'install'), INSTALLER, { mode: 0o755 });
    for (const arch of ['arm64', 'riscv64']) {
      const target = targetOf(arch);
      if (target === undefined) throw new Error(arch);
      const { qemu } = target;
      const interpreter = `/usr/bin/qemu-${qemu}`;
      copyFileSync(join(await debianQemu(), `qemu-${qemu}-static`), join(root, interpreter));
      chmodSync(join(root, interpreter), 0o755);
      const line = formatRule(handlerRule(target, interpreter, 'POCF'));
      writeFileSync(join(root, 'lines', arch), line);
    }
    execFileSync('tar', ['-C', root, '-cf', join(folder, 'image.tar'), '.']);
    const made = engine.docker(
      'import',
      '--change',
      'ENTRYPOINT ["/install"]',
      join(folder, 'image.tar'),
      'lab/installer:1',
    );
    expect(made.status, made.stderr).toBe(0);
  }

  const node = () => join(sharedNode(folder), 'node');
  const env = () => ({
    PATH: `${join(folder, 'bin')}:/usr/bin:/bin`,
    HOME: folder,
    DOCKER_HOST: `unix://${join(folder, 'docker.sock')}`,
  });

  function cli(...words: readonly string[]): { code: number | null; report: Report; log: string } {
    const all = [node(), join(folder, 'dist/cli.js'), ...words, '--image', 'lab/installer:1', '--json'];
    const { status, stdout, stderr } = user.run(all, { cwd: folder, env: env() });
    return { code: status, report: JSON.parse(stdout) as Report, log: stderr };
  }
  const setup = (...platforms: readonly string[]) => cli('setup', ...platforms);

  it('is refused, with the reason, while binfmt_misc is not mounted on the host', ({ skip }) => {
    skip(table?.mounted() === true, 'binfmt_misc is mounted here already, and is left so');
    const run = setup('arm64');
    expect(run.report.host.privilege).toBe('docker');
    expect(run.code).toBe(3);
    expect(run.report.problem?.message).toMatch(/not mounted on the host/);
  });

  it('has the installer register, and proves what it did', () => {
    if (table?.mounted() !== true) mountTable();
    const run = setup('arm64', 'riscv64');
    expect(run.report.problem?.message).toBeUndefined();
    expect(run.code).toBe(0);
    expect(run.log).toContain('as a privileged container');
    expect(run.report.registered).toEqual(['qemu-aarch64', 'qemu-riscv64']);
    expect(run.report.platforms.map(({ status }) => status)).toEqual(['emulated', 'emulated']);
    expect(run.report.findings).toContainEqual(
      expect.objectContaining({
        id: 'SB045',
        evidence: expect.stringContaining('lab/installer:1 names no digest'),
      }),
    );
    expect([...(table?.entries().keys() ?? [])]).toEqual(
      expect.arrayContaining(['qemu-aarch64', 'qemu-riscv64']),
    );
  });

  it('changes nothing the second time', () => {
    const run = setup('arm64', 'riscv64');
    expect([run.code, run.report.changed]).toEqual([0, false]);
  });

  it('offers to take away what it registered, and does so', () => {
    const before = table?.entries();
    const refused = setup('arm64', '--on-conflict', 'replace');
    expect(refused.report.changed).toBe(false);
    const ends = cli('remove', 'arm64', 'riscv64');
    expect([ends.code, ends.report.removed]).toEqual([0, ['qemu-aarch64', 'qemu-riscv64']]);
    expect(
      [...(table?.entries().keys() ?? [])].filter(
        (name) => before?.has(name) && /aarch64|riscv64/.test(name),
      ),
    ).toEqual([]);
    const run = setup('arm64');
    const hint = /to take this back: node \S+cli\.js (remove qemu-aarch64) --image lab\/installer:1/;
    expect(run.log).toMatch(hint);
    // The installer would take the other for it.
    writeFileSync('/proc/sys/fs/binfmt_misc/register', ':a-qemu-aarch64:E::of-a-test::/bin/true:');
    try {
      const spared = cli('remove', 'qemu-aarch64');
      expect([spared.code, spared.report.removed]).toEqual([1, []]);
      expect(spared.report.problem?.message).toMatch(/entry qemu-aarch64 stays: .*takes away no such entry/);
      expect(table?.entries().has('a-qemu-aarch64')).toBe(true);
    } finally {
      writeFileSync('/proc/sys/fs/binfmt_misc/a-qemu-aarch64', '-1', { flag: 'r+' });
    }
  });

  it('says of an entry in its way that the installer keeps it', () => {
    const [name, text] = ['qemu-aarch64', table?.entries().get('qemu-aarch64')];
    writeFileSync(`/proc/sys/fs/binfmt_misc/${name}`, '-1', { flag: 'r+' });
    const target = targetOf('arm64');
    if (target === undefined) throw new Error('arm64');
    writeFileSync('/proc/sys/fs/binfmt_misc/register', formatRule(handlerRule(target, '/nowhere', '')));
    const run = setup('arm64');
    expect([run.code, run.report.changed, text?.startsWith('enabled')]).toEqual([1, false, true]);
    expect(run.report.problem?.message).toMatch(
      /an entry qemu-aarch64 is there, and the installer of the image keeps what is there: take it away first/,
    );
    expect(cli('remove', 'arm64').code).toBe(0);
  });

  it('is undone by the post step, with cleanup', () => {
    const state = join(folder, 'state');
    writeFileSync(state, '');
    chmodSync(state, 0o666);
    const inputs = { INPUT_PLATFORMS: 'arm64', INPUT_IMAGE: 'lab/installer:1', INPUT_CLEANUP: 'true' };
    const main = user.run([node(), join(folder, 'dist/action.js')], {
      cwd: folder,
      env: { ...env(), ...inputs, GITHUB_STATE: state },
    });
    expect([main.status, table?.entries().has('qemu-aarch64')], main.stdout + main.stderr).toEqual([0, true]);
    const states = stateVariables(readFileSync(state, 'utf8'));
    const post = user.run([node(), join(folder, 'dist/post.js')], {
      cwd: folder,
      env: { ...env(), ...states },
    });
    expect([post.status, table?.entries().has('qemu-aarch64')], post.stdout + post.stderr).toEqual([
      0,
      false,
    ]);
  });

  it('does not believe an installer that did nothing', () => {
    const run = setup('s390x');
    expect(run.code).toBe(1);
    expect(run.report.problem?.message).toMatch(/linux\/s390x/);
    expect(run.report.changed).toBe(false);
  });
});
