/** Rootless buildah, podman and Docker, as a user without any privilege. The machine's own table stays empty. */

import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateVariables } from '../support/command-file.ts';
import { inTurn } from '../support/in-turn.ts';
import { debClosure, libraryPath } from '../support/packages.ts';
import { makeOpenFolder, makePlainUser, noPlainUser, type PlainUser } from '../support/private-exec.ts';
import { built, commandOf, type Ended, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import type { RealTable } from '../support/real-table.ts';
import { factsOf, foreignPlatforms, writeContext } from './foreign-image.ts';
import { borrowTable } from './machine-table.ts';
import { type RootlessDocker, startRootlessDocker, startRootlessKit } from './rootless-docker.ts';

const able = noPlainUser() === undefined;
const qemu = able ? await debianQemu('trixie') : '';
const THREE = foreignPlatforms.filter(({ arch }) => ['arm64', 'riscv64', 's390x'].includes(arch));
const ARCHITECTURES = THREE.map(({ arch }) => arch);
const native = process.arch === 'arm64' ? 'aarch64' : 'x86_64';

describe.skipIf(!able)('without any privilege', () => {
  let user: PlainUser;
  let table: RealTable;
  let before: readonly (readonly [string, string])[];
  let context: string;

  beforeAll(async () => {
    table = await borrowTable();
    before = [...table.entries()];
    user = makePlainUser('binfmt-rootless', qemu);
    makeOpenFolder(user.env.XDG_RUNTIME_DIR ?? '');
    context = join(user.home, 'context');
    writeContext(context, '--platform=$BUILDPLATFORM ');
    writeFileSync(join(user.home, 'policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}');
    writeFileSync(join(user.home, 'registries.conf'), '');
    execFileSync('chown', ['-R', user.name, user.home]);
    execFileSync('chmod', ['700', user.env.XDG_RUNTIME_DIR ?? '']);
  });
  afterAll(() =>
    inTurn(
      () => expect([...table.entries()]).toEqual(before),
      () => spawnSync('pkill', ['-KILL', '-u', user.name]),
      () => table?.giveBack(),
      () => user?.remove(),
    ),
  );

  const expected = (machine: string) => ({
    machine,
    fork: [machine, 'Linux'].sort().join(' '),
    shebang: `2 ${machine}`,
    argv0: machine,
    user: '1000',
    setuid: '0',
    native,
  });
  const setup = (
    env: Readonly<Record<string, string>> = {},
    around: readonly string[] = [],
  ): Promise<Ended> => {
    const scope = [...ARCHITECTURES, '--scope', 'engine', '--qemu-from', 'host', '--json'];
    const command = user.as(process.execPath, built('cli.js'), 'setup', ...scope);
    return user.run([...around, ...command], { env });
  };

  describe('buildah', () => {
    /** The command line of buildah with its storage in a folder of its own. */
    function buildah(storage: string, command: string, ...args: readonly string[]): readonly string[] {
      return [
        join(debClosure('buildah'), 'usr/bin/buildah'),
        ...['--root', join(user.home, storage, 'root'), '--runroot', join(user.home, storage, 'run')],
        ...['--storage-driver', 'vfs', '--registries-conf', join(user.home, 'registries.conf'), command],
        ...(command === 'build' ? ['--signature-policy', join(user.home, 'policy.json')] : []),
        ...args,
      ];
    }
    const env = () => ({ LD_LIBRARY_PATH: libraryPath(debClosure('buildah')) });
    const build = (platform: string) => [
      ...['--isolation', 'chroot', '--layers=false', '--platform', platform],
      ...['--tag', `foreign-${platform.replaceAll('/', '-')}`, context],
    ];

    it.each(THREE)(
      'builds $platform with RUN lines, started through exec',
      async ({ platform, arch, machine }) => {
        const storage = `exec-${arch}`;
        const run = (...command: readonly string[]) =>
          user.run(user.exec([arch], ...command), { env: env() });
        const done = await run(...buildah(storage, 'build', ...build(platform)));
        expect(done.code, done.stderr).toBe(0);
        const image = `localhost/foreign-${platform.replaceAll('/', '-')}`;
        const from = await run(...buildah(storage, 'from', '--platform', platform, '--name', arch, image));
        expect(from.code, from.stderr).toBe(0);
        const facts = await run(
          ...buildah(storage, 'run', '--isolation', 'chroot', arch, '/bin/cat', '/facts', '/native'),
        );
        expect(factsOf(facts.stdout), facts.stderr).toEqual(expected(machine));
      },
    );

    it('builds all three inside of buildah unshare, in a namespace below its own', async () => {
      const script = THREE.map(({ platform, arch }) => {
        const image = `localhost/foreign-${platform.replaceAll('/', '-')}`;
        const steps = [
          buildah('unshare', 'build', ...build(platform)),
          buildah('unshare', 'from', '--platform', platform, '--name', arch, image),
        ].map((step) => `${step.join(' ')} >&2`);
        const facts = buildah(
          'unshare',
          'run',
          '--isolation',
          'chroot',
          arch,
          '/bin/cat',
          '/facts',
          '/native',
        );
        return [...steps, `echo "== ${arch}"`, facts.join(' ')].join(' && ');
      }).join(' && ');
      const inside = user.exec(ARCHITECTURES, 'sh', '-c', `readlink /proc/self/ns/user; ${script}`);
      const plain = inside.slice(inside.indexOf(process.execPath));
      const done = await user.run(
        user.as(
          ...buildah(
            'unshare',
            'unshare',
            'sh',
            '-c',
            // Whose a QEMU of others is cannot be seen in there.
            'own=$(mktemp -d) && cp "$0"/qemu-*-static "$own" && export PATH="$own:$PATH" && readlink /proc/self/ns/user; "$@"; ended=$?; rm -r "$own"; exit "$ended"',
            qemu,
            ...plain,
          ),
        ),
        { env: env() },
      );
      expect(done.code, done.stderr).toBe(0);
      const [outer, inner, ...rest] = done.stdout.split('\n');
      expect(inner).toMatch(/^user:/);
      expect(inner).not.toBe(outer);
      const parts = rest.join('\n').split(/^== /m).slice(1);
      expect(parts.map((part) => factsOf(part))).toEqual(THREE.map(({ machine }) => expected(machine)));
    });
  });

  describe('rootlesskit alone', () => {
    it('has its table filled and proven, and keeps it', async () => {
      const kit = await startRootlessKit(user, 'exec sleep 600', '/usr/bin', '');
      try {
        const done = await setup();
        expect(done.code, done.stderr).toBe(0);
        expect(reportOf(done)).toMatchObject({ healthy: true, changed: true });
        const inside = [
          'nsenter',
          '--user',
          '--mount',
          '--preserve-credentials',
          `--target=${kit.child}`,
          '--',
        ];
        const jail = makeOpenFolder(join(user.home, 'jail'));
        execFileSync('cp', [join(context, 'busybox-s390x'), join(jail, 'busybox')]);
        const told = await user.run(user.as(...inside, 'chroot', jail, '/busybox', 'uname', '-m'), {
          env: { PATH: '/usr/sbin:/usr/bin' },
        });
        expect(told).toEqual({ code: 0, stdout: 's390x\n', stderr: '' });
        const again = reportOf(await setup());
        expect(again).toMatchObject({ healthy: true, changed: false });
      } finally {
        await kit.stop();
      }
    });

    it('is left as it was by an action that cleans up', async () => {
      const kit = await startRootlessKit(user, 'exec sleep 600', '/usr/bin', '');
      try {
        const state = join(user.home, 'state');
        writeFileSync(state, '', { mode: 0o666 });
        execFileSync('chown', [user.name, state]);
        const inputs = {
          platforms: 'arm64',
          scope: 'engine',
          'qemu-from': 'host',
          cleanup: 'true',
          cache: 'false',
        };
        const settings = Object.entries(inputs).map(
          ([name, value]) => `INPUT_${name.toUpperCase()}=${value}`,
        );
        const entries = () => readdirSync(`/proc/${kit.child}/root/proc/sys/fs/binfmt_misc`);
        const main = await user.run(user.as('env', ...settings, ...commandOf('action.js')), {
          env: { GITHUB_STATE: state },
        });
        expect(main.code, main.stdout + main.stderr).toBe(0);
        expect(main.stdout).toContain('this is the table of rootless Docker');
        expect(entries()).toContain('qemu-aarch64');
        const kept = stateVariables(readFileSync(state, 'utf8')).STATE_engine ?? '';
        const post = await user.run(user.as('env', `STATE_engine=${kept}`, ...commandOf('post.js')));
        expect(post.code, post.stderr).toBe(0);
        expect(entries()).not.toContain('qemu-aarch64');
      } finally {
        await kit.stop();
      }
    });

    it('is not there any more: SB078', async () => {
      const hide = 'podman=$(command -v podman) && mount --bind /bin/false $podman; exec "$@"';
      const ended = await setup({}, ['unshare', '--mount', 'sh', '-c', hide, 'sh']);
      expect(ended.code).toBe(3);
      expect(reportOf(ended)).toMatchObject({
        changed: false,
        problem: {
          id: 'SB078',
          message: expect.stringContaining('has no rootless Docker, BuildKit or podman'),
        },
      });
    });
  });

  describe('podman', () => {
    it('has its namespace made, its table filled and proven, and keeps it', async () => {
      const closure = debClosure('podman');
      const env = {
        PATH: `${closure}/usr/bin:${user.env.PATH}`,
        LD_LIBRARY_PATH: libraryPath(closure),
      };
      const done = await setup(env);
      expect(done.code, done.stderr).toBe(0);
      expect(reportOf(done)).toMatchObject({ healthy: true, changed: true });
      const program = join(context, 'busybox-riscv64');
      const told = await user.run(user.as('podman', 'unshare', program, 'uname', '-m'), { env });
      expect([told.code, told.stdout], told.stderr).toEqual([0, 'riscv64\n']);
      expect(reportOf(await setup(env))).toMatchObject({ healthy: true, changed: false });
      spawnSync('pkill', ['-KILL', '-u', user.name]);
    });
  });

  describe('Docker', () => {
    let engine: RootlessDocker;
    beforeAll(async () => {
      engine = await startRootlessDocker(user);
    });
    afterAll(() => engine.stop());

    it('is rootless, and runs nothing foreign before', () => {
      expect(engine.docker('info', '--format', '{{.SecurityOptions}}').stdout).toContain('rootless');
      expect(engine.docker('buildx', 'inspect').stdout).not.toContain('linux/s390x');
    });

    it('has its table filled and proven', async () => {
      const done = await setup(engine.env);
      expect(done.code, done.stderr).toBe(0);
      expect(reportOf(done)).toMatchObject({ healthy: true, changed: true });
      const platforms = reportOf(done).outputs.platforms?.split(',');
      expect(platforms).toEqual(expect.arrayContaining(THREE.map(({ platform }) => platform)));
    });

    it.each(THREE)('then builds $platform with RUN lines', ({ platform, machine }) => {
      const tag = platform.replaceAll('/', '-');
      const built = engine.docker(
        ...['buildx', 'build', '--network', 'none', '--platform', platform, '--progress', 'plain'],
        ...['--output', `type=local,dest=${join(user.home, `out-${tag}`)}`, context],
      );
      expect(built.status, built.stdout + built.stderr).toBe(0);
      const facts = ['facts', 'native'].map((name) =>
        execFileSync('cat', [join(user.home, `out-${tag}`, name)], { encoding: 'utf8' }),
      );
      expect(factsOf(facts.join(''))).toEqual(expected(machine));
    });

    it('is set up already the second time', async () => {
      expect(reportOf(await setup(engine.env))).toMatchObject({ healthy: true, changed: false });
    });
  });
});
