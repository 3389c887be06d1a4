/** What survives a restart of the services that register, with the services' own programs on private tables. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { persistentPath } from '../../src/binfmt/persist.ts';
import { debPackage } from '../support/packages.ts';
import { commandOf, reportOf, runProgram } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type Lab, noLab, openLab, probeCommand, target } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu('trixie') : '';
const FOLDERS = ['/etc/binfmt.d', '/usr/local/lib', '/usr/lib/binfmt.d'];
const missing = FOLDERS.filter((folder) => !existsSync(folder));
if (missing.length > 0) console.log(`skipped: this machine has no ${missing.join(', ')}`);
const SYSTEMD = ['/usr/lib/systemd/systemd-binfmt', '/lib/systemd/systemd-binfmt'].find(existsSync);
if (SYSTEMD === undefined) console.log('skipped: this machine has no systemd-binfmt');
const RULE = ':tool:E::tool::/usr/bin/env:';

describe.skipIf(!able || missing.length > 0)('persist', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab(qemu);
    for (const folder of FOLDERS) {
      expect((await lab.run(['mount', '-t', 'tmpfs', 'none', folder])).code).toBe(0);
    }
  });
  afterEach(() => lab.close());

  /** A path inside, as this process sees it. */
  const inside = (path: string) => lab.table.folder.replace('/proc/sys/fs/binfmt_misc', path);
  const fragment = () => {
    const path = inside('/etc/binfmt.d/setup-binfmt.conf');
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const handlers = () => {
    const folder = inside('/usr/local/lib/setup-binfmt');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const works = async (arch: string): Promise<boolean> =>
    (await lab.run(probeCommand(lab.work, arch, 'chroot'))).code === 42;
  const setUp = async (...args: readonly string[]) => {
    const ended = await lab.cli('setup', ...args, '--persist', '--json');
    expect(ended.code, ended.stdout + ended.stderr).toBe(0);
    return reportOf(ended);
  };

  it.skipIf(SYSTEMD === undefined)(
    'brings everything back after systemd-binfmt has flushed the table',
    async () => {
      const systemd = SYSTEMD as string;
      await setUp('arm64', 's390x', '--rules', RULE);
      const before = new Map(lab.entries());
      expect(before.size).toBe(3);
      for (const name of ['qemu-aarch64', 'qemu-s390x']) {
        expect(before.get(name)).toMatch(
          /^interpreter \/usr\/local\/lib\/setup-binfmt\/[0-9a-f]{16}\/qemu-/m,
        );
      }
      const flushed = await lab.run([systemd, '--unregister']);
      expect([flushed.code, lab.entries().size]).toEqual([0, 0]);
      expect(await works('arm64')).toBe(false);

      // Its own parser reads the file, and says nothing against any line.
      const own = await lab.run([systemd, '/etc/binfmt.d/setup-binfmt.conf']);
      expect([own.code, own.stderr]).toEqual([0, '']);
      expect(new Map(lab.entries())).toEqual(before);

      // Its start flushes and registers what all fragments hold.
      const started = await lab.run([systemd]);
      expect([started.code, started.stderr]).toEqual([0, '']);
      expect(new Map(lab.entries())).toEqual(before);
      expect([await works('arm64'), await works('s390x')]).toEqual([true, true]);
      const again = await setUp('arm64', 's390x', '--rules', RULE);
      expect(again.changed).toBe(false);
    },
  );

  it.skipIf(SYSTEMD === undefined)('is read by systemd-binfmt whatever divides the fields', async () => {
    const systemd = SYSTEMD as string;
    const interpreter = join(lab.work, 'a:|,%!@$&*=~^?');
    writeFileSync(interpreter, '#!/bin/sh\n', { mode: 0o755 });
    await setUp('none', '--rules', `<odd<E<<odd<<${interpreter}<`);
    const before = new Map(lab.entries());
    expect([...before.keys()]).toEqual(['odd']);
    expect(fragment()).toMatch(/^<odd<E</m);
    expect((await lab.run([systemd, '--unregister'])).code).toBe(0);
    const own = await lab.run([systemd, '/etc/binfmt.d/setup-binfmt.conf']);
    expect([own.code, own.stderr]).toEqual([0, '']);
    expect(new Map(lab.entries())).toEqual(before);
  });

  it('is idempotent, merges, and is taken away by remove', async () => {
    await setUp('arm64');
    const one = fragment();
    expect((await setUp('arm64')).changed).toBe(false);
    await setUp('s390x', '--rules', RULE);
    expect(fragment()).toContain((one ?? '').split('\n').find((line) => line.startsWith(':qemu-aarch64:')));
    expect(fragment()?.match(/^:[^:]+/gm)).toEqual([':qemu-aarch64', ':qemu-s390x', ':tool']);
    expect(handlers()).toHaveLength(2);

    expect((await lab.cli('remove', 's390x', 'tool')).code).toBe(0);
    expect(fragment()).toBe(one);
    expect(handlers()).toHaveLength(1);
    // What is no longer in the table is taken out of the fragment all the same.
    lab.table.unregister('qemu-aarch64');
    const ended = await lab.cli('remove', 'all', '--json');
    expect([ended.code, reportOf(ended).changed]).toEqual([0, true]);
    expect(ended.stderr).toContain('removed /etc/binfmt.d/setup-binfmt.conf: nothing is registered after');
    expect([fragment(), handlers(), lab.entries().size]).toEqual([undefined, [], 0]);
  });

  it('goes for good with its handler, and no undo is offered that could not bring it back', async () => {
    await setUp('arm', 'arm64');
    const removed = await lab.cli('remove', 'qemu-arm');
    expect([removed.code, handlers().length]).toEqual([0, 1]);
    expect(removed.stdout + removed.stderr).toMatch(
      /entry qemu-arm cannot be put back: its handler \S+, a copy of its own, goes with it \(setup brings it anew\)/,
    );
    expect(removed.stdout + removed.stderr).not.toContain('to take this back');
    // It is the last run all the same, and none before it is taken back in its place.
    const none = await lab.run([...commandOf('cli.js'), 'undo']);
    expect(none.code, none.stderr).toBe(0);
    expect(none.stdout + none.stderr).toMatch(/entry qemu-arm is not put back: .* went with it/);
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
    const undone = await lab.run([...commandOf('cli.js'), 'undo']);
    expect(undone.code, undone.stderr).toBe(0);
    expect([fragment(), handlers(), lab.entries().size]).toEqual([undefined, [], 0]);
  });

  it('offers to take back what was left out of the fragment alone', async () => {
    await setUp('none', '--rules', RULE);
    const before = fragment();
    lab.table.unregister('tool');
    const removed = await lab.cli('remove', 'tool');
    expect([removed.code, fragment()]).toEqual([0, undefined]);
    expect(removed.stdout + removed.stderr).toContain('to take this back');
    expect((await lab.run([...commandOf('cli.js'), 'undo'])).code).toBe(0);
    expect(fragment()).toBe(before);
  });

  it('moves a handler that was registered from a copy for the time of that alone', async () => {
    const open = join(lab.work, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    const shared = { RUNNER_TOOL_CACHE: open };
    const setup = [...commandOf('cli.js'), 'setup', 'arm64', '--qemu-from', 'host'];
    expect((await lab.run(setup, shared)).code).toBe(0);
    expect(lab.entries().get('qemu-aarch64')).toContain('/setup-binfmt-passing/');
    const kept = await lab.run([...setup, '--persist', '--json'], shared);
    expect(kept.code, kept.stderr).toBe(0);
    expect(lab.entries().get('qemu-aarch64')).toMatch(/^interpreter \/usr\/local\/lib\/setup-binfmt\//m);
    expect(fragment()).toContain(':qemu-aarch64:');
    expect(reportOf(await lab.run([...setup, '--persist', '--json'], shared)).changed).toBe(false);
  });

  it('moves a handler to where it stays, and upgrades it in place while it works at every moment', async () => {
    const older = await debianQemu('bookworm');
    const before = { PATH: `${older}:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin` };
    const cli = [...commandOf('cli.js'), 'setup', 'arm64'];
    expect((await lab.run([...cli, '--qemu-from', 'host'], before)).code).toBe(0);
    const watch = lab.watch('arm64', 'chroot');
    const moved = await lab.run([...cli, '--qemu-from', 'host', '--persist', '--json'], before);
    expect(reportOf(moved).outputs['qemu-version']).toMatch(/^7\.2/);
    const [first, older7] = [fragment(), new Map(lab.entries())];
    const upgraded = await setUp('arm64');
    const { runs, failures } = await watch.stop();
    expect([runs > 0, failures]).toEqual([true, 0]);
    expect(upgraded.outputs['qemu-version']).toMatch(/^10\./);
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
    expect(fragment()).not.toBe(first);
    // As long as the upgrade can be taken back, the older handler stays on the disk.
    expect(handlers()).toHaveLength(2);
    const undone = await lab.cli('remove', '--run', 'last');
    expect(undone.code, undone.stderr).toBe(0);
    expect(new Map(lab.entries())).toEqual(older7);
    expect(fragment()).toBe(first);
    expect(handlers()).toHaveLength(1);
    expect(await works('arm64')).toBe(true);
  });

  it('goes on when a handler that persists is replaced', async () => {
    await setUp('arm64');
    const before = fragment();
    const ended = await lab.cli('setup', 'arm64', '--no-credentials', '--on-conflict', 'replace', '--json');
    expect(reportOf(ended)).toMatchObject({ exitCode: 0, changed: true });
    expect(before).toMatch(/:POCF$/m);
    expect(fragment()).toBe(before?.replace(/:POCF$/m, ':POF'));
    expect(lab.entries().get('qemu-aarch64')).toMatch(/^interpreter \/usr\/local\/lib\/setup-binfmt\//m);
    expect(handlers()).toHaveLength(1);
  });

  it('is undone with the rest of a run', async () => {
    await setUp('arm64');
    const before = [fragment(), handlers(), [...lab.entries()]];
    await setUp('riscv64', '--rules', RULE);
    expect((await lab.cli('remove', '--run', 'last')).code).toBe(0);
    expect([fragment(), handlers(), [...lab.entries()]]).toEqual(before);
  });

  it('is done by the privileged program as well, which writes only what was checked', async () => {
    const handler = join(qemu, 'qemu-aarch64-static');
    const sha256 = createHash('sha256').update(readFileSync(handler)).digest('hex');
    const interpreter = persistentPath(sha256, 'aarch64');
    const install = {
      arch: 'arm64',
      name: 'qemu-aarch64',
      interpreter,
      flagChoices: ['POCF'],
      sha256,
      replaces: [],
      source: handler,
    };
    const plan = {
      schema: 1,
      ...{ prepare: [], remove: [], install: [install], prove: [], store: qemu },
      run: '01234567-89ab-4cde-8f01-23456789abcd',
      persist: { handlers: ['qemu-aarch64'], rules: [], forget: [] },
    };
    const carryOut = (value: unknown) =>
      runProgram([...lab.table.enter, ...commandOf('privileged.js')], {
        env: lab.env,
        stdin: JSON.stringify(value),
      });

    const elsewhere = { ...install, interpreter: '/usr/local/bin/qemu-aarch64' };
    const refused = await carryOut({ ...plan, install: [elsewhere] });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('where handlers stay')]);
    const other = { ...install, source: join(qemu, 'qemu-s390x-static') };
    expect(JSON.parse((await carryOut({ ...plan, install: [other] })).stdout)).toMatchObject({
      installed: [{ changed: false, problem: expect.stringContaining('not what was recorded') }],
      outdated: true,
    });
    expect([fragment(), handlers(), lab.entries().size]).toEqual([undefined, [], 0]);

    const ended = await carryOut(plan);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(JSON.parse(ended.stdout)).toMatchObject({ persisted: 'wrote', problems: [] });
    expect(fragment()).toContain(`:${interpreter}:POCF\n`);
    expect(await works('arm64')).toBe(true);
    const { persist: _, ...rest } = plan;
    await carryOut({ ...rest, install: [], end: { changes: true } });
    expect([fragment(), handlers(), lab.entries().size]).toEqual([undefined, [], 0]);
  });

  it('says so when a handler of somebody else is not kept', async () => {
    lab.claim('arm64', { name: 'theirs', interpreter: join(qemu, 'qemu-aarch64-static'), flags: 'POCF' });
    const ended = await lab.cli('setup', 'arm64', '--persist', '--json');
    expect(reportOf(ended)).toMatchObject({ exitCode: 1, changed: false, problem: { id: 'SB088' } });
    expect(fragment()).toBeUndefined();
  });

  it('tells update-binfmts where binfmt-support is in charge', async () => {
    const program = join(debPackage('binfmt-support'), 'usr/sbin/update-binfmts');
    const library = join(debPackage('libpipeline1'), 'usr/lib');
    await lab.run(['mount', '-t', 'tmpfs', 'none', '/usr/local/lib']);
    // No systemd here: an empty folder lies over its programs.
    for (const folder of ['/usr/lib/systemd', '/usr/local/sbin', '/var/lib']) {
      expect((await lab.run(['mount', '-t', 'tmpfs', 'none', folder])).code).toBe(0);
    }
    const load = `LD_LIBRARY_PATH=$(dirname $(find ${library} -name 'libpipeline.so.1' | head -1))`;
    const script = `#!/bin/sh\n${load} exec ${program} "$@"\n`;
    await lab.run([
      'sh',
      '-c',
      'mkdir -p /var/lib/binfmts && printf %s "$0" >/usr/local/sbin/update-binfmts && chmod 755 /usr/local/sbin/update-binfmts',
      script,
    ]);
    // What a package of others has, update-binfmts gives to none.
    const keeper = ['sh', '-c', 'update-binfmts "$@" && cat /var/lib/binfmts/qemu-riscv64', 'sh'];
    const { magic, mask } = target('riscv64');
    const theirs = ['--install', 'qemu-riscv64', join(qemu, 'qemu-riscv64-static'), '--fix-binary', 'yes'];
    const format = ['--magic', hexEscapes(magic), '--mask', hexEscapes(mask), '--offset', '0'];
    const path = { PATH: `/usr/local/sbin:${lab.env.PATH}` };
    const kept = await lab.run([...keeper, '--package', 'qemu-user-static', ...theirs, ...format], path);
    expect([kept.code, kept.stdout], kept.stderr).toEqual([0, expect.stringMatching(/^qemu-user-static\n/)]);
    const found = [...lab.entries()];
    const refused = await lab.cli('setup', 'riscv64', '--persist', '--on-conflict', 'replace', '--json');
    const said =
      /^Cannot keep qemu-riscv64 over a reboot: binfmt-support keeps qemu-riscv64 for qemu-user-static\. Remove/;
    expect(reportOf(refused)).toMatchObject({
      ...{ exitCode: 3, changed: false },
      problem: { id: 'SB088', message: expect.stringMatching(said) },
    });
    expect([[...lab.entries()], fragment()]).toEqual([found, undefined]);
    expect(reportOf(await lab.cli('plan', 'riscv64', '--persist', '--json')).planned?.stop?.id).toBe('SB088');
    expect(
      (
        await lab.run(
          ['update-binfmts', '--package', 'qemu-user-static', '--remove', ...theirs.slice(1, 3)],
          path,
        )
      ).code,
    ).toBe(0);

    await lab.cli('setup', 'arm64');
    const during = lab.watch('arm64', 'chroot');
    await setUp('arm64', 's390x', '--rules', RULE);
    const { runs, failures } = await during.stop();
    expect([runs > 0, failures]).toEqual([true, 0]);
    const before = new Map(lab.entries());
    expect([...before.keys()].sort()).toEqual(['qemu-aarch64', 'qemu-s390x', 'tool']);

    // What `systemctl restart binfmt-support` runs; the first also takes the mount away.
    expect(
      (await lab.run(['update-binfmts', '--disable'], { PATH: `/usr/local/sbin:${lab.env.PATH}` })).code,
    ).toBe(0);
    await lab.run(['mount', '-t', 'binfmt_misc', 'none', '/proc/sys/fs/binfmt_misc']);
    expect(lab.entries().size).toBe(0);
    expect(
      (await lab.run(['update-binfmts', '--enable'], { PATH: `/usr/local/sbin:${lab.env.PATH}` })).code,
    ).toBe(0);
    expect(new Map(lab.entries())).toEqual(before);
    expect(await works('arm64')).toBe(true);

    expect((await lab.cli('remove', 'all', 'tool')).code).toBe(0);
    await lab.run(['update-binfmts', '--enable'], { PATH: `/usr/local/sbin:${lab.env.PATH}` });
    expect(lab.entries().size).toBe(0);
  });
});

/** As root of the machine, who may write there; folders of the test's own lie over those of the machine. */
describe.skipIf(!able || missing.length > 0 || process.getuid?.() !== 0)('a table of one’s own', () => {
  const HANDLER = '/usr/local/lib/setup-binfmt/0123456789abcdef/qemu-aarch64';
  const { magic, mask } = target('arm64');
  const LINE = `:qemu-aarch64:M::${hexEscapes(magic)}:${hexEscapes(mask)}:${HANDLER}:POCF`;
  const AROUND = `
    for folder in ${FOLDERS.join(' ')} /run; do mount -t tmpfs none "$folder" || exit 99; done
    mkdir -p ${dirname(HANDLER)} && echo handler >${HANDLER} && echo '${LINE}' >/etc/binfmt.d/setup-binfmt.conf
    "$@" >&2
    code=$?
    cat /etc/binfmt.d/*; find /usr/local/lib/setup-binfmt -type f
    exit $code`;

  it.each<[string, number, readonly string[]]>([
    ['is filled', 0, ['exec', 'arm64', '--qemu-from', 'host', '--', 'true']],
    ['is to persist', 2, ['exec', 'arm64', '--qemu-from', 'host', '--persist', '--', 'true']],
    ['is reset', 0, ['exec', 's390x', '--qemu-from', 'host', '--reset', '--', 'true']],
    ['is emptied', 0, ['remove', 'arm64', '--scope', 'private']],
    ['is emptied of everything', 0, ['remove', 'all', '--scope', 'private']],
  ])('that %s leaves alone what the host keeps over a reboot', async (_, code, args) => {
    const home = mkdtempSync(join(tmpdir(), 'setup-binfmt-persist-'));
    try {
      const ended = await runProgram(
        ['unshare', '--mount', 'sh', '-c', AROUND, 'sh', ...commandOf('cli.js'), ...args],
        { env: { PATH: `${qemu}:/usr/sbin:/usr/bin:/sbin:/bin`, HOME: home, RUNNER_TOOL_CACHE: home } },
      );
      expect([ended.code, ended.stdout], ended.stderr).toEqual([code, `${LINE}\n${HANDLER}\n`]);
    } finally {
      rmSync(home, { recursive: true });
    }
  });
});

function hexEscapes(hex: string): string {
  return hex.replace(/../g, '\\x$&');
}
