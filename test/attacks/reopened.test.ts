/**
 * What the table, a record or a file says of a path or a process was true once. Others can have put something of theirs
 * in its place since: root neither runs nor registers that, nor enters it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { copyProgram, target } from '../support/setup-lab.ts';
import { fakeQemu } from '../support/static-program.ts';
import {
  type Arena,
  type Attacked,
  giveTo,
  handlerPlan,
  NEIGHBOUR,
  noArena,
  openArena,
  RUNNER,
} from './support/arena.ts';

const able = noArena() === undefined;
const qemu = able ? await debianQemu() : '';
const OTHER = '6.6.6';
const UNDO = [...commandOf('cli.js'), 'undo'];

describe.skipIf(!able)('what others may have put in the place of something', () => {
  let arena: Arena;
  let open: string;
  const processes: ChildProcess[] = [];
  beforeEach(async () => {
    arena = await openArena(qemu);
    open = join(arena.work, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
  });
  afterEach(async () => {
    for (const each of processes.splice(0)) {
      const gone = once(each, 'exit');
      each.kill('SIGKILL');
      await gone;
    }
    await arena.close();
  });

  /** Registers QEMU from a path, as a program did whose table this is. */
  const register = (path: string): void => {
    copyProgram(join(qemu, 'qemu-aarch64-static'), path);
    const { magic, mask } = target('arm64');
    const hex = (bytes: string): string => bytes.replace(/../g, '\\x$&');
    arena.table.register(`:qemu-aarch64:M::${hex(magic)}:${hex(mask)}:${path}:POCF`);
  };
  const putOther = (path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    writeFileSync(path, fakeQemu('aarch64', OTHER), { mode: 0o755 });
    chmodSync(path, 0o755);
  };
  const makeFolder = (path: string, mode: number): string => {
    mkdirSync(path);
    chmodSync(path, mode);
    return path;
  };

  /** By what is theirs: where the handler was registered from, and what becomes of it. */
  const ways: readonly [string, () => string, (path: string) => void][] = [
    [
      'a file in a folder that everyone may write to',
      () => join(open, 'qemu-aarch64'),
      (path) => {
        putOther(path);
        giveTo(NEIGHBOUR, path);
      },
    ],
    [
      'a file of root’s in such a folder, moved there',
      () => join(open, 'qemu-aarch64'),
      (path) => putOther(path),
    ],
    [
      'a folder in one that everyone may write to',
      () => join(open, 'gone', 'qemu-aarch64'),
      (path) => {
        rmSync(dirname(path), { recursive: true });
        putOther(path);
        giveTo(NEIGHBOUR, dirname(path));
      },
    ],
    [
      'a folder of theirs where everyone may make one, as in /tmp',
      () => join(makeFolder(join(arena.work, 'sticky'), 0o1777), 'gone', 'qemu-aarch64'),
      (path) => {
        rmSync(dirname(path), { recursive: true });
        putOther(path);
        giveTo(NEIGHBOUR, dirname(path));
      },
    ],
    [
      'a file of theirs where everyone may make one',
      () => join(makeFolder(join(arena.work, 'sticky'), 0o1777), 'qemu-aarch64'),
      (path) => {
        putOther(path);
        giveTo(NEIGHBOUR, path);
      },
    ],
    [
      'a link of theirs to a program of root’s',
      () => join(makeFolder(join(arena.work, 'sticky'), 0o1777), 'qemu-aarch64'),
      (path) => {
        rmSync(path);
        putOther(join(arena.work, 'elsewhere', 'qemu-aarch64'));
        symlinkSync(join(arena.work, 'elsewhere', 'qemu-aarch64'), path);
        giveTo(NEIGHBOUR, path);
      },
    ],
    [
      'what a link of root’s leads to',
      () => join(arena.work, 'linked', 'qemu-aarch64'),
      (path) => {
        rmSync(dirname(path), { recursive: true });
        putOther(join(open, 'there', 'qemu-aarch64'));
        symlinkSync(join('open', 'there'), dirname(path));
      },
    ],
    [
      'a file that a group may write to',
      () => join(arena.work, 'qemu-aarch64'),
      (path) => {
        putOther(path);
        chmodSync(path, 0o775);
      },
    ],
    [
      'a file in a folder that a group may write to',
      () => join(makeFolder(join(arena.work, 'group'), 0o775), 'qemu-aarch64'),
      (path) => putOther(path),
    ],
    [
      'nothing as yet, where everyone may make a file',
      () => join(makeFolder(join(arena.work, 'sticky'), 0o1777), 'qemu-aarch64'),
      (path) => rmSync(path),
    ],
    [
      'a passing copy of ours, whose folder is gone',
      () =>
        join(
          makeFolder(join(arena.work, 'sticky'), 0o1777),
          `setup-binfmt-x/setup-binfmt-passing/${'a'.repeat(64)}/qemu-binfmt/host-1/qemu-aarch64`,
        ),
      (path) => {
        const top = join(arena.work, 'sticky', 'setup-binfmt-x');
        rmSync(top, { recursive: true });
        putOther(path);
        giveTo(NEIGHBOUR, top);
      },
    ],
  ];

  describe('the path of a handler in the table is not asked for its version by root', () => {
    it('one that root alone has exchanged is asked', async () => {
      const path = join(arena.work, 'own', 'qemu-aarch64');
      register(path);
      rmSync(path);
      putOther(path);
      expect((await arena.cli(['doctor', 'arm64', '--json'])).stdout).toContain(OTHER);
    });

    it.each(ways)('%s', async (_, place, exchange) => {
      const path = place();
      register(path);
      exchange(path);
      const ended = await arena.cli(['doctor', 'arm64', '--json']);
      expect([ended.code, ended.hung], ended.stderr).toEqual([0, false]);
      expect(ended.stdout).not.toContain(OTHER);
    });
  });

  describe('the path of a handler in a record is not registered again by root', () => {
    it('one that root alone can exchange is', async () => {
      register(join(arena.work, 'own', 'qemu-aarch64'));
      const before = [...arena.entries()];
      expect(await arena.cli(['remove', 'qemu-aarch64'])).toMatchObject({ code: 0 });
      expect(await arena.run(UNDO)).toMatchObject({ code: 0 });
      expect([...arena.entries()]).toEqual(before);
    });

    it.each(ways)('%s', async (_, place, exchange) => {
      const path = place();
      register(path);
      const removed = await arena.cli(['remove', 'qemu-aarch64']);
      expect(removed.code, removed.stderr).toBe(0);
      exchange(path);
      const ended = await arena.run(UNDO);
      expect([ended.code, ended.hung], ended.stderr).toEqual([1, false]);
      expect(ended.stdout + ended.stderr).toMatch(
        /entry qemu-aarch64 cannot be put back: \S+ may be another program by now: /,
      );
      expect(arena.entries().has('qemu-aarch64')).toBe(false);
    });

    it('is said before it is removed', async () => {
      register(join(open, 'qemu-aarch64'));
      const { stdout } = await arena.cli(['remove', 'qemu-aarch64']);
      expect(stdout).toMatch(/entry qemu-aarch64 cannot be put back: \S+ may be another program by now/);
    });
  });

  describe('the interpreter of a rule is not registered by root where others can exchange it', () => {
    const put = (path: string): string => copyProgram(join(qemu, 'qemu-aarch64-static'), path);
    const line = (path: string, flags: string): string => `:mine:M::\\x01\\x02mine::${path}:${flags}`;
    const plan = (path: string, flags: string, persist?: object): object => {
      const rule = { name: 'mine', interpreter: path, flags };
      const match = { kind: 'magic', offset: 0, magic: '01026d696e65' };
      const all = handlerPlan({ interpreter: path, sha256: '' }, arena.tools);
      return { ...all, install: [], rules: [{ rule: { ...rule, match } }], ...(persist && { persist }) };
    };
    const FRAGMENT = '/etc/binfmt.d/setup-binfmt.conf';
    const fragment = (): string => {
      const path = arena.there(FRAGMENT);
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    };
    const KEEP = { handlers: [], rules: ['mine'], forget: [] };

    it('one that root alone can exchange is, and is kept over a reboot', async () => {
      const path = join(arena.work, 'own', 'run');
      put(path);
      const ended = await arena.cli(['setup', 'none', '--rules', line(path, 'CF'), '--persist']);
      expect([ended.code, arena.entries().has('mine')], ended.stderr).toEqual([0, true]);
      expect(fragment()).toContain(path);
    });

    it.each(ways.flatMap((way) => ['CF', ''].map((flags) => [way[0], flags, way[1], way[2]] as const)))(
      '%s, with flags "%s"',
      async (_, flags, place, exchange) => {
        const path = place();
        put(path);
        exchange(path);
        const ended = await arena.cli(['setup', 'none', '--rules', line(path, flags), '--persist']);
        expect([ended.code === 0, ended.hung, arena.entries().has('mine')], ended.stderr).toEqual([
          false,
          false,
          false,
        ]);
        await arena.privileged(plan(path, flags, KEEP));
        expect([arena.entries().has('mine'), fragment()]).toEqual([false, '']);
      },
    );

    it.each(ways)('%s, nor kept over a reboot, when the table has it', async (_, place, exchange) => {
      const path = place();
      put(path);
      arena.table.register(line(path, ''));
      exchange(path);
      const ended = await arena.privileged(plan(path, '', KEEP));
      expect([ended.hung, fragment()], ended.stderr).toEqual([false, '']);
      expect(ended.stdout).toMatch(/entry mine cannot be kept over a reboot: \S+ could be exchanged: /);
    });
  });

  describe('a process that a file of theirs names is not entered', () => {
    /** A namespace of a user's, in which /bin/sh is a program of theirs that leaves a mark. */
    const startSpace = async (user: number): Promise<number> => {
      const shell = join(open, 'sh');
      writeFileSync(shell, `#!/usr/bin/perl\nopen(my $m, '>', '${mark()}') or exit 1;\nexit 0;\n`, {
        mode: 0o755,
      });
      chmodSync(shell, 0o755);
      const inside = `mount --bind ${shell} "$(readlink -f /bin/sh)" && echo $$ && exec sleep 100`;
      const [enter = '', ...way] = arena.table.enter;
      const child = spawn(
        enter,
        [
          ...[...way, 'setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--'],
          ...['unshare', '--user', '--map-root-user', '--mount', 'bash', '-c', inside],
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      processes.push(child);
      const [line] = await once(child.stdout, 'data');
      return Number(String(line));
    };
    const mark = (): string => join(open, 'entered');

    /** Where a process of the job's user's lives that is called as an engine is, by shell lines that end with `$dockerd`. */
    const containers: readonly (readonly [string, readonly string[], string])[] = [
      [
        'a container with processes of its own',
        ['--pid', '--fork', '--kill-child'],
        'mount --bind "$mark" "$(readlink -f /bin/sh)"; exec "$dockerd" 100',
      ],
      [
        'a container with another shell',
        [],
        'mount --bind "$mark" "$(readlink -f /bin/sh)"; exec "$dockerd" 100',
      ],
      ['a container with files of its own', [], 'exec chroot "$root" "$dockerd" 100'],
      [
        'a container with files of its own, where this machine’s are its root',
        [],
        'cd "$root" && pivot_root . old && exec chroot /old "$dockerd" 100',
      ],
    ];
    const startContainer = async (how: readonly string[], script: string): Promise<number> => {
      const [shell, root, dockerd] = ['mark-sh', 'root', 'dockerd'].map((name) => join(open, name)) as [
        string,
        string,
        string,
      ];
      writeFileSync(shell, `#!/usr/bin/perl\nopen(my $m, '>', '${mark()}') or exit 1;\nexit 0;\n`);
      chmodSync(shell, 0o755);
      copyFileSync('/usr/bin/sleep', dockerd);
      for (const folder of ['bin', 'old', 'usr', 'lib', 'lib64', 'tmp', 'proc'])
        mkdirSync(join(root, folder), { recursive: true });
      copyFileSync(shell, join(root, 'bin/sh'));
      giveTo(RUNNER, open);
      const bind = ['usr', 'lib', 'lib64', 'tmp'].map(
        (name) => `mount --rbind "$(readlink -f /${name})" "$root/${name}"`,
      );
      const lines = ['mount --bind "$root" "$root"', ...bind, `echo in; ${script}`].join(' && ');
      const [enter = '', ...way] = arena.table.enter;
      const child = spawn(
        enter,
        [
          ...[...way, 'setpriv', `--reuid=${RUNNER}`, `--regid=${RUNNER}`, '--clear-groups', '--', 'unshare'],
          ...['--user', '--map-root-user', '--mount', ...how, 'bash', '-c', lines],
        ],
        { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, mark: shell, root, dockerd } },
      );
      processes.push(child);
      await once(child.stdout, 'data');
      const below = `/proc/${child.pid}/task/${child.pid}/children`;
      const pid = how.includes('--fork') ? Number(readFileSync(below, 'utf8')) : (child.pid ?? 0);
      const comm = (): string => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
      for (let tries = 0; tries < 500 && comm() !== 'dockerd'; tries++)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(comm()).toBe('dockerd');
      return pid;
    };
    const enterEngine = (): Promise<Attacked> => {
      const env = { XDG_RUNTIME_DIR: join(open, 'run'), HOME: join(open, 'home') };
      return arena.run([...commandOf('cli.js'), 'list', '--scope', 'engine'], {
        user: RUNNER,
        env: { ...env, GITHUB_TOKEN: 'of-the-job' },
      });
    };

    it.each(containers)('%s, by its name', async (name, how, script) => {
      await startContainer(how, script);
      const ended = await enterEngine();
      expect([ended.hung, existsSync(mark())], ended.stderr).toEqual([false, false]);
      if (!name.endsWith('its root')) expect(ended.stdout + ended.stderr).toMatch(/has no rootless/);
    });

    it.each(containers)('%s, by a file that names it', async (_, how, script) => {
      const pid = await startContainer(how, script);
      for (const file of files) {
        const told = join(open, 'run', file);
        mkdirSync(dirname(told), { recursive: true });
        writeFileSync(told, `${pid}\n`);
      }
      giveTo(RUNNER, join(open, 'run'));
      const ended = await enterEngine();
      expect([ended.hung, existsSync(mark())], ended.stderr).toEqual([false, false]);
    });

    it('one of an engine is, and is told nothing of the job’s environment', async () => {
      const [told, real, wrapper] = ['told', 'unshare-real', 'unshare'].map((name) => join(open, name)) as [
        string,
        string,
        string,
      ];
      copyFileSync('/usr/bin/unshare', real);
      const tell = `tr '\\0' '\\n' </proc/$$/environ >>'${told}'`;
      writeFileSync(wrapper, `#!/bin/sh\n${tell}\nexec '${real}' "$@"\n`);
      for (const path of [real, wrapper]) chmodSync(path, 0o755);
      await arena.run(['mount', '--bind', wrapper, '/usr/bin/unshare']);
      await startContainer([], 'exec "$dockerd" 100');
      rmSync(told, { force: true });
      const ended = await enterEngine();
      expect([ended.code, ended.hung], ended.stderr).toEqual([0, false]);
      expect(readFileSync(told, 'utf8')).not.toContain('of-the-job');
    });

    const files = ['libpod/tmp/pause.pid', 'dockerd-rootless/child_pid', 'docker.pid'];
    const victims: readonly [string, number | undefined, number][] = [
      ['root, and a process of the neighbour’s', undefined, NEIGHBOUR],
      ['root, and a process of the job’s user', undefined, RUNNER],
      ['the job’s user, and a process of the neighbour’s', RUNNER, NEIGHBOUR],
      ['the job’s user, and a process of their own', RUNNER, RUNNER],
    ];
    it.each(victims.flatMap(([who, as, of]) => files.map((file) => [file, who, as, of] as const)))(
      '%s: %s',
      async (file, _, user, owner) => {
        const pid = await startSpace(owner);
        const told = join(open, 'run', file);
        mkdirSync(dirname(told), { recursive: true });
        writeFileSync(told, `${pid}\n`);
        giveTo(NEIGHBOUR, join(open, 'run'));
        const env = { XDG_RUNTIME_DIR: join(open, 'run'), HOME: join(open, 'home') };
        const ended = await arena.cli(['setup', 'arm64', '--scope', 'engine'], { user, env });
        expect([ended.code, ended.hung], ended.stderr).toEqual([3, false]);
        expect(ended.stdout + ended.stderr).toMatch(/has no rootless/);
        expect(existsSync(mark())).toBe(false);
      },
    );
  });
});
