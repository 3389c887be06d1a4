import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { archiveAddress, debPackage, machineSuite, staticBusybox } from '../support/packages.ts';
import type { RealTable } from '../support/real-table.ts';
import { buildah } from './buildah.ts';
import { factsOf, foreignPlatforms, writeContext } from './foreign-image.ts';
import { borrowTable } from './machine-table.ts';
import { obstacle, type TerminalRun, terminal } from './product.ts';

const reason = obstacle();
if (reason !== undefined) console.log(`skipped: buildah, chroot, debootstrap: ${reason}`);

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

  it('debootstrap finishes its second stage for arm64, and apt runs in it', () => {
    const root = join(folder, 'debian');
    const tool = debPackage('debootstrap', { suite: 'trixie' });
    // In namespaces of its own: debootstrap mounts /proc in the new root and leaves it to its caller.
    const script = [
      'set -e',
      'DEBOOTSTRAP_DIR=$1/usr/share/debootstrap $1/usr/sbin/debootstrap --arch=arm64 --variant=minbase --foreign \\',
      '  --keyring=/usr/share/keyrings/debian-archive-keyring.gpg "$2" "$3" "$4"',
      'chroot "$3" /debootstrap/debootstrap --second-stage',
      'chroot "$3" /usr/bin/dpkg --print-architecture > "$3/told"',
      'chroot "$3" /usr/bin/apt-get check',
      'chroot "$3" /usr/bin/perl -e \'print 6 * 7, "\\n"\' >> "$3/told"',
      'cat "$3/told"',
    ];
    writeFileSync(join(folder, 'bootstrap'), script.join('\n'));
    const done = spawnSync(
      'unshare',
      [
        ...['--mount', '--pid', '--fork', '--kill-child', '--mount-proc', 'sh', join(folder, 'bootstrap')],
        ...[tool, machineSuite() ?? '', root, archiveAddress()],
      ],
      { encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, LC_ALL: 'C' } },
    );
    expect(done.status, `${done.stdout.slice(-3000)}\n${done.stderr.slice(-3000)}`).toBe(0);
    expect(done.stdout.trimEnd().split('\n').slice(-2)).toEqual(['arm64', '42']);
  }, 900_000);
});
