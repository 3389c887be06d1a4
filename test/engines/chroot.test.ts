import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readExample } from '../support/examples.ts';
import { inTurn } from '../support/in-turn.ts';
import { archiveAddress, debPackage, machineSuite, staticBusybox } from '../support/packages.ts';
import type { RealTable } from '../support/real-table.ts';
import { buildah } from './buildah.ts';
import { factsOf, foreignPlatforms, writeContext } from './foreign-image.ts';
import { borrowTable } from './machine-table.ts';
import { obstacle, type TerminalRun, terminal } from './product.ts';

const reason = obstacle();
if (reason !== undefined) console.log(`skipped: buildah, chroot, debootstrap: ${reason}`);

const KEYRING = '--keyring=/usr/share/keyrings/debian-archive-keyring.gpg';

describe.skipIf(reason !== undefined)('without an engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-chroot-'));
  let table: RealTable | undefined;
  let setup: TerminalRun;

  beforeAll(async () => {
    table = await borrowTable();
    setup = terminal(['setup', 'arm64,arm,riscv64,s390x,ppc64le', '--qemu-from', 'apt']);
    writeContext(join(folder, 'context'), '--platform=$BUILDPLATFORM ');
  });

  afterAll(() =>
    inTurn(
      () => table?.giveBack(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  it('setup proves what was asked for', () => expect(setup.exit, setup.told).toBe(0));

  it.each(foreignPlatforms)('a plain chroot runs $platform', ({ arch, debian, machine }) => {
    const root = join(folder, `root-${arch}`);
    mkdirSync(root);
    copyFileSync(staticBusybox(debian), join(root, 'busybox'));
    const told = spawnSync('chroot', [root, '/busybox', 'sh', '-c', '/busybox uname -m | /busybox cat'], {
      encoding: 'utf8',
    });
    expect(told.stdout.trim(), told.stderr).toBe(machine);
  });

  it.each(foreignPlatforms)(
    'buildah builds and runs $platform with chroot isolation',
    ({ platform, arch, machine }) => {
      const store = join(folder, 'buildah');
      const build = buildah(
        store,
        ...['build', '--isolation', 'chroot', '--platform', platform, '--layers=false'],
        ...['--tag', `foreign-${arch}`, join(folder, 'context')],
      );
      expect(build.status, build.stdout + build.stderr).toBe(0);
      const from = buildah(
        store,
        'from',
        '--platform',
        platform,
        '--name',
        arch,
        `localhost/foreign-${arch}`,
      );
      expect(from.status, from.stderr).toBe(0);
      const run = buildah(store, 'run', '--isolation', 'chroot', arch, '/bin/cat', '/facts', '/native');
      expect(factsOf(run.stdout), run.stderr).toEqual({
        machine,
        fork: [machine, 'Linux'].sort().join(' '),
        shebang: `2 ${machine}`,
        argv0: machine,
        user: '1000',
        setuid: '0',
        native: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
      });
    },
  );

  it('debootstrap makes a system in one go, and apt runs in it, by the lines of the example', () => {
    const root = join(folder, 'debian');
    const tool = debPackage('debootstrap', { suite: 'trixie' });
    const [job] = Object.values<{ readonly steps: readonly { readonly run?: string }[] }>(
      parse(readExample('debootstrap.yml')).jobs,
    );
    const run = job?.steps.at(-1)?.run ?? '';
    expect(run).toContain(' trixie root http://deb.debian.org/debian\n');
    // This machine's own suite and archive, and a user who is root anyway.
    const here = run
      .replace('trixie root http://deb.debian.org/debian', `${machineSuite()} root ${archiveAddress()}`)
      .replaceAll(/^sudo debootstrap /gm, `${join(tool, 'usr/sbin/debootstrap')} ${KEYRING} `)
      .replaceAll(/^sudo /gm, '');
    mkdirSync(root);
    writeFileSync(join(root, 'bootstrap'), here);
    // In namespaces of its own: debootstrap mounts /proc in the new root and leaves it to its caller.
    const done = spawnSync(
      'unshare',
      ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-e', join(root, 'bootstrap')],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64 << 20,
        env: { ...process.env, LC_ALL: 'C', DEBOOTSTRAP_DIR: join(tool, 'usr/share/debootstrap') },
      },
    );
    expect(done.status, `${done.stdout.slice(-3000)}\n${done.stderr.slice(-3000)}`).toBe(0);
    const told = done.stdout.trimEnd().split('\n');
    expect([told.includes('arm64'), told.at(-1)]).toEqual([true, '42']);
  }, 900_000);
});
