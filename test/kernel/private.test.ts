/** `exec` by a user without any privilege, on this machine's kernel, beside the machine's own table. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_PATH } from '../../src/binfmt/entry.ts';
import { FOREIGN, foreignBusybox } from '../support/foreign.ts';
import { inTurn } from '../support/in-turn.ts';
import {
  follow,
  makeOpenFolder,
  makePlainUser,
  noPlainUser,
  type PlainUser,
  shellQuote,
} from '../support/private-exec.ts';
import { debianQemu } from '../support/qemu.ts';
import { type RealTable, takeRealTable } from '../support/real-table.ts';

const able = noPlainUser() === undefined;
const qemu = able ? await debianQemu('trixie') : '';
const THREE = FOREIGN.filter(({ arch }) => ['arm64', 'riscv64', 's390x'].includes(arch));
const PLATFORMS = THREE.map(({ arch }) => arch);
const OWN_ENTRY = `private-test-${process.pid}`;

describe.skipIf(!able)('exec', () => {
  let user: PlainUser;
  let table: RealTable;
  let before: readonly (readonly [string, string])[];

  beforeAll(async () => {
    // Before the user is made: a second run of this file waits here, and does not take the user of the first.
    table = await takeRealTable();
    user = makePlainUser('binfmt-private', qemu);
    for (const foreign of THREE) {
      const jail = makeOpenFolder(join(user.home, `jail-${foreign.arch}`));
      copyFileSync(foreignBusybox(foreign), join(jail, 'busybox'));
    }
    if (!table.mounted()) execFileSync('mount', ['-t', 'binfmt_misc', 'binfmt_misc', TABLE_PATH]);
    writeFileSync(join(TABLE_PATH, 'register'), `:${OWN_ENTRY}:E::${OWN_ENTRY}::/bin/false:`);
    before = [...table.entries()];
  });
  afterAll(() =>
    inTurn(
      () => user && expect(processesOf(user)).toEqual([]),
      () => user?.remove(),
      () => table?.giveBack(),
    ),
  );

  const busybox = (arch: string) => join(user.home, `jail-${arch}`, 'busybox');
  const processesOf = ({ name }: PlainUser) =>
    spawnSync('ps', ['-u', name, '-o', 'args='], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter((line) => line !== '' && !line.includes('<defunct>'));

  it('runs programs of three architectures, plainly', async () => {
    const script = THREE.map(({ arch }) => `${busybox(arch)} uname -m`).join(' && ');
    // The first fetches QEMU, and on a slow machine says what it waits for.
    expect((await user.run(user.exec(PLATFORMS, 'true'))).code).toBe(0);
    const ended = await user.run(user.exec(PLATFORMS, 'sh', '-c', script));
    expect(ended).toEqual({
      code: 0,
      stdout: `${THREE.map(({ machine }) => machine).join('\n')}\n`,
      stderr: '',
    });
  });

  it('says what it waits for, and that QEMU is from another source than the first', async () => {
    const command = user.exec(['arm64'], '--', 'true').flatMap((word) => {
      return word === 'host'
        ? ['image,host', '--image', 'localhost:1/no/image:1', '--on-conflict', 'replace']
        : word;
    });
    const { code, stderr } = await user.run(
      command.filter((word, at) => word !== '--' || command[at + 1] !== '--'),
    );
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(
      /^ {2}the command waits for QEMU: asking localhost:1 again in \S+ s \(\d of 4\)$/m,
    );
    expect(stderr).toMatch(
      /^SB048 QEMU was asked of the image localhost:1\S+, and is taken elsewhere: arm64 from host /m,
    );
  });

  it('runs them in a chroot', async () => {
    const script = THREE.map(({ arch }) => `chroot ${user.home}/jail-${arch} /busybox uname -m`).join(' && ');
    const asRoot = await user.run(user.exec(PLATFORMS, '--map-root', 'sh', '-c', script), {
      env: { PATH: `${user.env.PATH}:/usr/sbin` },
    });
    expect(asRoot).toEqual({
      code: 0,
      stdout: `${THREE.map(({ machine }) => machine).join('\n')}\n`,
      stderr: '',
    });
    // A user namespace below has the same table.
    const below = await user.run(
      user.exec(
        ['arm64'],
        'unshare',
        '--user',
        '--map-root-user',
        `--root=${user.home}/jail-arm64`,
        '/busybox',
        'uname',
        '-m',
      ),
    );
    expect(below).toEqual({ code: 0, stdout: 'aarch64\n', stderr: '' });
  });

  it('keeps ids, working folder, environment and streams', async () => {
    const words = 'id -u; id -g; pwd; echo "$WORD"; cat; echo words >&2; readlink /proc/self/ns/user';
    const folder = makeOpenFolder(join(user.home, 'a folder'));
    const ended = await user.run(
      ['sh', '-c', `echo text | ${shellQuote(user.exec(['arm64'], 'sh', '-c', words))}`],
      { env: { WORD: "it's" }, cwd: folder },
    );
    const [uid, gid, cwd, word, text, namespace] = ended.stdout.split('\n');
    expect([uid, gid, cwd, word, text]).toEqual([`${user.uid}`, `${user.uid}`, folder, "it's", 'text']);
    expect(namespace).toMatch(/^user:/);
    expect(namespace).not.toBe(readlinkSync('/proc/self/ns/user'));
    expect([ended.code, ended.stderr]).toEqual([0, 'words\n']);
  });

  it.each(['256', '1000'])('leaves the soft limit of open files at %s', async (limit) => {
    const inside = shellQuote(user.exec(['arm64'], 'sh', '-c', 'ulimit -S -n; ulimit -H -n; umask'));
    const ended = await user.run([
      'sh',
      '-c',
      `ulimit -S -n ${limit}; umask 027; ulimit -H -n; ${inside}; exit $?`,
    ]);
    const [hard] = ended.stdout.split('\n');
    expect(ended).toEqual({ code: 0, stdout: `${hard}\n${limit}\n${hard}\n0027\n`, stderr: '' });
  });

  it('gives container tools subordinate ids behind env, and says how where a script starts one', async () => {
    const buildah = join(user.home, 'buildah');
    writeFileSync(buildah, '#!/bin/sh\nid -u\nexit $CODE\n', { mode: 0o755 });
    const found = await user.run(user.exec(['arm64'], 'env', 'CODE=0', buildah));
    expect(found).toEqual({ code: 0, stdout: '0\n', stderr: '' });
    const failed = await user.run(user.exec(['arm64'], 'sh', '-c', `CODE=7 ${buildah}`));
    expect([failed.code, failed.stdout]).toEqual([7, `${user.uid}\n`]);
    expect(failed.stderr).toContain(
      'buildah needs the ids of many users: exec --map-root … -- command gives them',
    );
  });

  it('makes a table of its own inside of a namespace that has one', async () => {
    const [program = '', ...rest] = user.exec(
      ['arm64', '--on-conflict', 'replace'],
      busybox('arm64'),
      'uname',
      '-m',
    );
    const inside = [program, ...rest];
    const words = [
      // Whose a QEMU of others is cannot be seen in there.
      'mkdir "$HOME/own" && cp "$(command -v qemu-aarch64-static)" "$HOME/own" && export PATH="$HOME/own:$PATH"',
      `mount -t binfmt_misc binfmt_misc ${TABLE_PATH}`,
      `echo ':qemu-aarch64:E::theirs::/bin/false:' > ${TABLE_PATH}/register`,
      `grep -h '' ${TABLE_PATH}/qemu-*`,
      shellQuote(inside.slice(inside.indexOf(process.execPath))),
      `grep -h '' ${TABLE_PATH}/qemu-*; ls ${TABLE_PATH}`,
    ].join(' && ');
    const ended = await user.run(
      user.as('unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', words),
    );
    const theirs = 'enabled\ninterpreter /bin/false\nflags: \nextension .theirs\n';
    expect(ended).toEqual({
      code: 0,
      stdout: `${theirs}aarch64\n${theirs}qemu-aarch64\nregister\nstatus\n`,
      stderr: '',
    });
  });

  it('makes the command root with subordinate ids where that is asked for', async () => {
    const ended = await user.run(
      user.exec(['arm64'], '--map-root', 'sh', '-c', 'id -u; cat /proc/self/uid_map'),
    );
    const [uid, ...map] = ended.stdout.trim().split('\n');
    expect(uid).toBe('0');
    expect(map.map((line) => line.trim().split(/\s+/))).toEqual([
      ['0', `${user.uid}`, '1'],
      ['1', expect.any(String), '65536'],
    ]);
  });

  it.each([0, 1, 2, 3, 42, 125, 126, 127, 128, 129, 130, 137, 143, 200, 254, 255].map((code) => [code]))(
    'ends with the exit code %i of the command',
    async (code) => {
      const ended = await user.run(user.exec(['arm64'], busybox('arm64'), 'sh', '-c', `exit ${code}`));
      expect(ended).toEqual({ code, stdout: '', stderr: '' });
    },
  );

  it.each([
    [
      'no-such-program',
      127,
      'no program of this name is on PATH. Name it by its path, or put its folder on PATH',
    ],
    ['./no-such-program', 127, 'there is no such file. Name a file that is there'],
    ...['/etc/passwd', '/tmp'].map((path): [string, number, string] => [
      path,
      126,
      'it is no program, or may not be executed. Name a program, and see that it may be executed',
    ]),
  ])('says why %s cannot be run, with the exit code of a shell', async (program, code, why) => {
    const ended = await user.run(user.exec(['arm64'], program));
    expect(ended).toEqual({ code, stdout: '', stderr: `SB-INPUT Cannot run ${program}: ${why}.\n` });
  });

  it('says of a program that its platform was not named', async () => {
    const ended = await user.run(user.exec(['riscv64'], busybox('arm64'), 'true'));
    expect([ended.code, ended.stdout]).toEqual([126, '']);
    expect(ended.stderr).toContain(
      ' is a program of linux/arm64, which was not named: exec linux/arm64 … -- command sets that up\n',
    );
  });

  it.each(['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGINT'] as const)('passes %s on', async (signal) => {
    const name = signal.slice(3);
    const script = `trap 'echo got ${name}; exit 9' ${name}; echo ready; while :; do sleep 0.1; done`;
    const child = user.start(user.exec(['arm64'], 'sh', '-c', script));
    const heard = follow(child.stdout);
    await heard.until(/ready/);
    child.kill(signal);
    const [code] = await once(child, 'close');
    expect([code, heard.text()]).toEqual([9, `ready\ngot ${name}\n`]);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'ends by %s where that ended the command',
    async (signal) => {
      const child = user.start(user.exec(['arm64'], 'sh', '-c', `kill -${signal.slice(3)} $$`));
      expect(await once(child, 'close')).toEqual([null, signal]);
    },
  );

  describe('on a terminal', () => {
    /** Runs a command of the user's on a pseudo terminal; what is written to it is typed. */
    function onTerminal(command: readonly string[]) {
      const child = user.start([
        'script',
        '--quiet',
        '--return',
        '--command',
        `exec ${shellQuote(command)}`,
        '/dev/null',
      ]);
      const screen = follow(child.stdout);
      const end = once(child, 'close').then(([code]) => code as number);
      return { screen, type: (keys: string) => child.stdin.write(keys), end };
    }

    it('leaves Ctrl-C to the command, which gets it once', async () => {
      const script =
        'trap "echo caught" INT; echo ready; for i in 1 2 3 4 5; do sleep 0.2; done; echo over; exit 7';
      const { screen, type, end } = onTerminal(user.exec(['arm64'], 'sh', '-c', script));
      await screen.until(/ready/);
      type('\u0003');
      expect(await end).toBe(7);
      expect(screen.text().match(/caught/g)).toHaveLength(1);
      expect(screen.text()).toContain('over');
    });

    it('ends when Ctrl-C ends the command', async () => {
      const { screen, type, end } = onTerminal(user.exec(['arm64'], 'sh', '-c', 'echo ready; exec sleep 60'));
      await screen.until(/ready/);
      type('\u0003');
      expect(await end).toBe(130);
    });

    it('runs an interactive shell with job control', async () => {
      const { screen, type, end } = onTerminal(user.exec(['arm64'], 'bash', '--norc', '-i'));
      type('echo in$((40+2)); sleep 61\n');
      await screen.until(/in42/);
      // Stopping must reach the job and nobody else.
      await new Promise((resolve) => setTimeout(resolve, 300));
      type('\u001a');
      await screen.until(/Stopped\s+sleep 61/);
      type('fg; echo back$((40+2))\n');
      await screen.until(/fg;.*\n.*sleep 61/s);
      type('\u0003');
      type('exit 5\n');
      expect(await end).toBe(5);
      expect(screen.text()).not.toMatch(/no job control|cannot set terminal/);
    });

    it('runs a script with an interactive child of another architecture', async () => {
      const script = join(user.home, 'script.sh');
      writeFileSync(script, `#!/bin/sh\n${busybox('arm64')} sh -i\necho "child ended with $?"\n`, {
        mode: 0o755,
      });
      const { screen, type, end } = onTerminal(user.exec(['arm64'], script));
      type(`${busybox('arm64')} uname -m; exit 3\n`);
      expect(await end).toBe(0);
      expect(screen.text()).toMatch(/aarch64\r?\n/);
      expect(screen.text()).toContain('child ended with 3');
    });
  });

  it('leaves the machine’s own table byte for byte as it is, while it runs and after', async () => {
    expect(before.map(([name]) => name)).toContain(OWN_ENTRY);
    const child = user.start(user.exec(PLATFORMS, 'sh', '-c', `ls ${TABLE_PATH}; echo ready; read -r go`));
    const heard = follow(child.stdout);
    await heard.until(/ready/);
    expect([...table.entries()]).toEqual(before);
    expect(heard.text().split('\n')).toEqual(
      expect.arrayContaining(['qemu-aarch64', 'qemu-riscv64', 'qemu-s390x', 'register', 'status']),
    );
    expect(heard.text()).not.toContain(OWN_ENTRY);
    child.stdin.end('go\n');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect([...table.entries()]).toEqual(before);
  });

  it('leaves nothing behind, killed or not', async () => {
    const child = user.start(user.exec(['arm64'], 'sh', '-c', 'echo ready; read -r go'));
    const heard = follow(child.stdout);
    await heard.until(/ready/);
    child.kill('SIGKILL');
    child.stdin.end();
    await once(child, 'close');
    await expect.poll(() => processesOf(user), { timeout: 10_000 }).toEqual([]);
    expect(readdirSync('/tmp').filter((name) => name.startsWith('setup-binfmt-table-'))).toEqual([]);
  });

  it('gives eight tables at once their own version of QEMU each', async () => {
    const suites = ['bookworm', 'trixie', 'sid', 'bookworm', 'sid', 'trixie', 'bookworm', 'sid'];
    const folders = new Map(
      await Promise.all([...new Set(suites)].map(async (suite) => [suite, await debianQemu(suite)] as const)),
    );
    const meet = join(user.home, 'meet');
    makeOpenFolder(meet);
    execFileSync('chown', [user.name, meet]);
    // Each waits until all eight have their tables, and asks then.
    const script = `: > ${meet}/$0; while [ $(ls ${meet} | wc -l) -lt 8 ]; do sleep 0.1; done; QEMU_VERSION=1 ${busybox('arm64')}`;
    const answers = await Promise.all(
      suites.map((suite, index) =>
        user.run(user.exec(['arm64'], 'sh', '-c', script, `${index}`), {
          env: { PATH: `${folders.get(suite)}:/usr/bin:/bin` },
        }),
      ),
    );
    const versions = answers.map(({ stdout }) => /version (\d+\.\d+)/.exec(stdout)?.[1]);
    const direct = suites.map((suite) => {
      const told = execFileSync(`${folders.get(suite)}/qemu-aarch64-static`, ['--version'], {
        encoding: 'utf8',
      });
      return /version (\d+\.\d+)/.exec(told)?.[1];
    });
    expect(versions).toEqual(direct);
    expect(new Set(versions).size).toBe(3);
  });
});
