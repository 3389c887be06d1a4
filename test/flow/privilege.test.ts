/** The machine's own table, changed by a user with sudo, by one without any privilege, and by root. */
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PERSIST_ROOT } from '../../src/binfmt/persist.ts';
import { inTurn } from '../support/in-turn.ts';
import { machineSuite } from '../support/packages.ts';
import { commandOf, type Ended, reportOf, runProgram } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type RealTable, takeRealTable } from '../support/real-table.ts';
import { probeCommand } from '../support/setup-lab.ts';
import { makeUser, noTestUsers, type TestUser } from '../support/users.ts';

const able = noTestUsers() === undefined && machineSuite() !== undefined;
if (machineSuite() === undefined) console.log('skipped: QEMU comes from Debian, and this machine is none');
const qemu = able ? await debianQemu() : '';

describe.skipIf(!able)('privilege', () => {
  let table: RealTable;
  let admin: TestUser;
  let nobody: TestUser;
  let work: string;
  let before: readonly (readonly [string, string])[];
  let wasMounted: boolean;

  beforeAll(async () => {
    table = await takeRealTable();
    wasMounted = table.mounted();
    before = [...table.entries()];
    work = realpathSync(mkdtempSync(join(tmpdir(), 'setup-binfmt-privilege-')));
    admin = makeUser('binfmt-admin', { sudo: true });
    nobody = makeUser('binfmt-nobody', { sudo: false });
  });
  afterAll(() =>
    inTurn(
      () => admin?.remove(),
      () => nobody?.remove(),
      () => rmSync(work, { recursive: true }),
      () => table?.giveBack(),
    ),
  );

  function as(
    user: TestUser | 'root',
    mode: string,
    ...rest: readonly (string | { readonly inside: readonly string[] })[]
  ): Promise<Ended> {
    const args = [mode, ...rest.filter((one) => typeof one === 'string')];
    const inside = rest.flatMap((one) => (typeof one === 'string' ? [] : one.inside));
    const source = mode === 'remove' || args.includes('--qemu-from') ? [] : ['--qemu-from', 'host'];
    const cli = [...inside, ...commandOf('cli.js'), ...args, ...source, '--json'];
    const home = user === 'root' ? work : user.home;
    const env = {
      PATH: `${qemu}:/usr/local/bin:/usr/bin:/bin`,
      HOME: home,
      RUNNER_TOOL_CACHE: join(home, 'tools'),
      DOCKER_HOST: 'unix:///nowhere/docker.sock',
    };
    const command = user === 'root' ? cli : ['/usr/sbin/runuser', '-u', user.name, '--', ...cli];
    return runProgram(command, { env, cwd: '/' });
  }
  const runs = async (arch: string) =>
    (await runProgram(probeCommand(work, arch, 'chroot'), { env: { PATH: '/usr/sbin:/usr/bin' } })).code ===
    42;
  const changes = () =>
    [...table.entries()].filter(([name, text]) => !before.some(([n, t]) => n === name && t === text));

  it('is missing: exit 3, one clear sentence, nothing changed', async () => {
    const ended = await as(nobody, 'setup', 'hexagon');
    expect(ended.code).toBe(3);
    expect(reportOf(ended)).toMatchObject({
      exitCode: 3,
      changed: false,
      healthy: false,
      host: { privilege: 'none' },
      platforms: [{ platform: 'linux/hexagon', proven: false }],
      problem: {
        id: 'SB008',
        message: expect.stringMatching(
          /^Cannot register handlers: user \d+ is not root.*, and sudo does not work without a password\. (?:Use exec in place of setup, which works here[^.]*; or run|Run) this command as root[^.]*\.$/,
        ),
      },
    });
    expect([table.mounted(), changes()]).toEqual([wasMounted, []]);
    expect(readdirSync(nobody.home)).not.toContain('tools');
  });

  it('is not needed to plan', async () => {
    const ended = await as(nobody, 'plan', 'hexagon');
    expect(ended.code, ended.stderr).toBe(0);
    expect(reportOf(ended).platforms).toMatchObject([{ action: 'install', proven: false }]);
    expect([table.mounted(), changes()]).toEqual([wasMounted, []]);
  });

  it('comes through sudo: proven, and the table stays mounted on the host', async () => {
    const ended = await as(admin, 'setup', 'hexagon', 'or1k');
    expect(ended.code, ended.stderr).toBe(0);
    expect(reportOf(ended)).toMatchObject({
      healthy: true,
      changed: true,
      host: { privilege: 'sudo' },
      registered: ['qemu-hexagon', 'qemu-or1k'],
      platforms: [
        { platform: 'linux/hexagon', status: 'emulated', proven: true },
        { platform: 'linux/or1k', status: 'emulated', proven: true },
      ],
    });
    expect(table.mounted()).toBe(true);
    expect(
      changes()
        .map(([name]) => name)
        .sort(),
    ).toEqual(['qemu-hexagon', 'qemu-or1k']);
    for (const [, text] of changes()) expect(text).toContain(`interpreter ${admin.home}/tools/`);
    expect(await runs('hexagon')).toBe(true);
    expect(statSync(join(admin.home, 'tools')).uid).toBe(admin.uid);
  });

  it('is not used again when everything is there', async () => {
    const present = changes();
    const [log, sudo] = [join(work, 'sudo.log'), join(work, 'sudo')];
    writeFileSync(log, '', { mode: 0o666 });
    chmodSync(log, 0o666);
    chmodSync(work, 0o755);
    writeFileSync(sudo, `#!/bin/sh\nprintf '%s\\n' "$*" >>${log}\nexec /usr/bin/sudo "$@"\n`, {
      mode: 0o755,
    });
    const ended = await as(admin, 'setup', 'hexagon', 'or1k', {
      inside: ['/usr/bin/env', `PATH=${work}:${qemu}:/usr/bin:/bin`],
    });
    // That it may be used is asked, and no more.
    expect(readFileSync(log, 'utf8')).toBe(`-n -- /usr/bin/env -i SUDO_UID=${admin.uid}\n`);
    expect(reportOf(ended)).toMatchObject({ exitCode: 0, healthy: true, changed: false, registered: [] });
    expect(changes()).toEqual(present);
  });

  it('waits for its plan no longer than the run lives that it serves', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const image = `127.0.0.1:${port}/x@sha256:${'0'.repeat(64)}`;
    const present = changes();
    const running = as(admin, 'setup', 'xtensa', '--image', image, '--qemu-from', 'image');
    const served = async () => {
      const { stdout } = await runProgram(
        ['/usr/bin/pgrep', '-u', '0', '-f', `^${process.execPath} .*privileged.js$`],
        { env: {} },
      );
      return stdout !== '';
    };
    await vi.waitUntil(served, { timeout: 20_000, interval: 50 });
    await runProgram(['/usr/bin/pkill', '-KILL', '-u', admin.name, '-f', 'cli.js setup'], { env: {} });
    await running;
    await vi.waitUntil(async () => !(await served()), { timeout: 5_000, interval: 50 });
    silent.close();
    expect(changes()).toEqual(present);
  });

  it('is not needed by who finds everything proven', async () => {
    const ended = await as(nobody, 'setup', 'hexagon', 'or1k');
    expect(ended.code, ended.stderr).toBe(0);
    expect(reportOf(ended)).toMatchObject({ healthy: true, changed: false, host: { privilege: 'none' } });
  });

  it('of root in a user namespace is none over this table: exit 3, nothing changed', async () => {
    const present = changes();
    const ended = await as(nobody, 'setup', 'sh4', { inside: ['unshare', '--user', '--map-root-user'] });
    expect(ended.code, ended.stderr).toBe(3);
    expect(reportOf(ended)).toMatchObject({
      changed: false,
      host: { privilege: 'root' },
      problem: { id: 'SB008', message: expect.stringContaining('belongs to another user namespace') },
    });
    expect(changes()).toEqual(present);
  });

  it('comes through sudo where everyone may write to the tool cache: the kernel holds a copy of root’s', async () => {
    const open = join(work, 'open');
    mkdirSync(open);
    chmodSync(work, 0o755);
    chmodSync(open, 0o777);
    const copies = () => (existsSync(PERSIST_ROOT) ? readdirSync(PERSIST_ROOT) : []);
    const [present, copied] = [changes(), copies()];
    const inside = ['env', `RUNNER_TOOL_CACHE=${open}`];
    const first = await as(admin, 'setup', 'microblaze', { inside });
    expect(first.code, first.stderr).toBe(0);
    expect(reportOf(first)).toMatchObject({ healthy: true, registered: ['qemu-microblaze'] });
    expect(JSON.stringify(reportOf(first).findings)).not.toMatch(/tool cache|may write|damaged/);
    const entry = table.entries().get('qemu-microblaze');
    const [, path = ''] = /^interpreter (.*)$/m.exec(entry ?? '') ?? [];
    expect(path).toMatch(/^\/usr\/local\/lib\/setup-binfmt\/[0-9a-f]{16}\/qemu-microblaze$/);
    expect([statSync(path).uid, statSync(path).mode & 0o7777]).toEqual([0, 0o755]);
    expect(await runs('microblaze')).toBe(true);

    const second = await as(admin, 'setup', 'microblaze', '--on-conflict', 'replace', { inside });
    expect(reportOf(second)).toMatchObject({ exitCode: 0, changed: false, outputs: { 'cache-hit': 'true' } });
    expect(table.entries().get('qemu-microblaze')).toBe(entry);

    const undone = await as(admin, 'remove', '--run', 'last');
    expect(undone.code, undone.stderr).toBe(0);
    expect([changes(), copies()]).toEqual([present, copied]);
    // The tool cache stays what it is: nothing is fetched again.
    const later = await as(admin, 'setup', 'microblaze', { inside });
    expect(reportOf(later)).toMatchObject({ exitCode: 0, changed: true, outputs: { 'cache-hit': 'true' } });
    expect((await as(admin, 'remove', 'microblaze')).code).toBe(0);
    expect([changes(), copies()]).toEqual([present, copied]);
  });

  it('of root needs no other program', async () => {
    const ended = await as('root', 'setup', 'sh4', '--on-conflict', 'replace');
    expect(ended.code, ended.stderr).toBe(0);
    expect(reportOf(ended)).toMatchObject({
      healthy: true,
      changed: true,
      host: { privilege: 'root' },
      registered: ['qemu-sh4'],
    });
    expect(await runs('sh4')).toBe(true);
  });
});

describe.skipIf(!able)('the doctor, asked by a user with sudo in what is taken for a container', () => {
  it('asks what root could do, and finds nothing in the way of a setup', async () => {
    const user = makeUser('binfmt-asker', { sudo: true });
    try {
      // In mounts of its own the table is covered, and a file says that this is a container.
      const script =
        'mount -t tmpfs none /proc/sys/fs/binfmt_misc && mount -t tmpfs none /run && touch /run/.containerenv && exec "$@"';
      const doctor = async (...how: readonly string[]) => {
        const command = [
          '/usr/sbin/runuser',
          '-u',
          user.name,
          '--',
          ...commandOf('cli.js'),
          'doctor',
          'hexagon',
        ];
        const env = {
          PATH: '/usr/local/bin:/usr/bin:/bin',
          HOME: user.home,
          DOCKER_HOST: 'unix:///nowhere/x.sock',
        };
        const report = reportOf(
          await runProgram(['unshare', '--mount', 'sh', '-c', script, 'sh', ...how, ...command, '--json'], {
            env,
            cwd: '/',
          }),
        );
        const ids = report.findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
        return [report.host.privilege, ...ids];
      };
      expect(await doctor()).toEqual(['sudo', 'SB009']);
      expect(await doctor('setpriv', '--bounding-set=-sys_admin')).toEqual([
        'sudo',
        'SB009',
        'SB008',
        'SB017',
      ]);
    } finally {
      user.remove();
    }
  }, 60_000);
});
