/**
 * Root does not wait. Whatever lies in the place of a file that root reads, every program ends by itself; and who
 * cannot go on says why.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import {
  type Arena,
  type Attack,
  type Attacked,
  handlerPlan,
  makeFifo,
  noArena,
  openArena,
  sha256,
  TABLE,
} from './support/arena.ts';

const able = noArena() === undefined;
const qemu = able ? await debianQemu() : '';
const own = join(qemu, 'qemu-aarch64-static');
const checked = able ? sha256(readFileSync(own)) : '';

/** What can stand in the place of a file, and how it is put there. */
type Obstacle = readonly [string, (path: string, arena: Arena, attacks: Attack[]) => unknown];

const OBSTACLES: readonly Obstacle[] = [
  ['a FIFO', makeFifo],
  [
    'a link to a FIFO',
    (path) => {
      makeFifo(`${path}-fifo`);
      symlinkSync(`${path}-fifo`, path);
    },
  ],
  [
    'a socket',
    (path) =>
      execFileSync('perl', [
        '-MIO::Socket::UNIX',
        '-e',
        'IO::Socket::UNIX->new(Local => $ARGV[0], Listen => 1)',
        path,
      ]),
  ],
  ['a link to a device without an end', (path) => symlinkSync('/dev/zero', path)],
  ['a link to a device that says nothing', (path) => symlinkSync('/dev/null', path)],
  ['a link to a terminal', (path) => symlinkSync('/dev/ptmx', path)],
  ['a link to the messages of the kernel', (path) => symlinkSync('/proc/kmsg', path)],
  [
    'a link to a pipe of theirs',
    async (path, arena, attacks) => {
      const pipe = await arena.attack('pipe');
      attacks.push(pipe);
      symlinkSync(pipe.ready.split(' ')[1] ?? '', path);
    },
  ],
  [
    'a file of 64 GiB that is all holes',
    (path) => {
      writeFileSync(path, '');
      truncateSync(path, 64 * 1024 ** 3);
    },
  ],
  ['a folder', (path) => mkdirSync(path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
];

describe.skipIf(!able)('root does not wait', () => {
  let arena: Arena;
  const attacks: Attack[] = [];
  beforeEach(async () => {
    arena = await openArena(qemu);
  });
  afterEach(async () => {
    for (const attack of attacks.splice(0)) await attack.stop();
    await arena.close();
  });

  const clear = (): void => {
    for (const name of arena.entries().keys())
      writeFileSync(join(arena.there(TABLE), name), '-1', { flag: 'r+' });
  };
  /** Fills the store by an honest run, and gives the path of the handler. */
  async function honestHandler(): Promise<string> {
    expect((await arena.cli(['setup', 'arm64'])).code).toBe(0);
    clear();
    const tool = join(arena.tools, 'setup-binfmt');
    const names = readdirSync(tool, { recursive: true, encoding: 'utf8' });
    return join(tool, names.find((name) => basename(name) === 'qemu-aarch64') ?? 'nothing');
  }
  async function expectEnded(ended: Attacked): Promise<void> {
    const held = await arena.held('arm64');
    expect([ended.hung, held ?? checked], ended.stderr).toEqual([false, checked]);
    expect(ended.code === 0, ended.stderr + ended.stdout).toBe(held !== undefined);
  }

  it.each(OBSTACLES)('for %s in place of a handler in the store', async (_, put) => {
    const handler = await honestHandler();
    rmSync(handler);
    await put(handler, arena, attacks);
    chmodSync(dirname(handler), 0o777);
    await expectEnded(await arena.cli(['setup', 'arm64']));
  });

  it.each(OBSTACLES)('for %s in place of a record in the store', async (_, put) => {
    const handler = await honestHandler();
    rmSync(`${handler}.json`);
    await put(`${handler}.json`, arena, attacks);
    await expectEnded(await arena.cli(['setup', 'arm64']));
  });

  it.each(OBSTACLES)('for %s in place of a QEMU of this machine', async (_, put) => {
    const folder = join(arena.work, 'programs');
    mkdirSync(folder);
    await put(join(folder, 'qemu-aarch64-static'), arena, attacks);
    const env = { PATH: `${folder}:${arena.env.PATH}` };
    const ended = await arena.cli(['setup', 'arm64'], { env });
    await expectEnded(ended);
    expect(ended.code, ended.stderr).toBe(0);
  });

  describe.each<[string, string, (path: string) => string]>([
    ['an archive of an image', 'archive', (path) => `oci-archive:${path}`],
    ['an archive of docker save', 'archive', (path) => `docker-archive:${path}`],
    ['the index of a layout', 'layout/index.json', (path) => `oci:${dirname(path)}`],
    [
      'a manifest in a layout',
      `layout/blobs/sha256/${'0'.repeat(64)}`,
      (path) => `oci:${dirname(dirname(dirname(path)))}`,
    ],
  ])('in place of %s', (_what, name, imageAt) => {
    it.each(OBSTACLES)('for %s', async (_, put) => {
      const path = join(arena.work, name);
      mkdirSync(dirname(path), { recursive: true });
      const manifests = [{ digest: `sha256:${'0'.repeat(64)}` }];
      if (name.startsWith('layout/blobs'))
        writeFileSync(join(arena.work, 'layout/index.json'), JSON.stringify({ manifests }));
      await put(path, arena, attacks);
      const image = imageAt(path);
      const args = ['--qemu-from', 'image', '--image', `${image}@sha256:${'0'.repeat(64)}`];
      const ended = await arena.run([...commandOf('cli.js'), 'setup', 'arm64', ...args]);
      expect([ended.hung, ended.code, arena.entries().size], ended.stderr).toEqual([false, 1, 0]);
      expect(ended.stderr).toMatch(/^SB080 Cannot prove .* image: \S.* Check the path or the name/m);
    });
  });

  it('for hundreds of thousands of names that look as if it had left them', async () => {
    const folder = arena.env.TMPDIR ?? '';
    await arena.run(['mount', '-t', 'tmpfs', '-o', 'mode=1777', 'none', folder]);
    const plan = async (): Promise<number> => {
      const started = performance.now();
      const ended = await arena.cli(['plan', 'arm64']);
      expect([ended.code, ended.hung], ended.stderr).toEqual([0, false]);
      return performance.now() - started;
    };
    const before = await plan();
    await arena.attack('many', folder, 'setup-binfmt-probe-', '400000');
    expect((await plan()) - before).toBeLessThan(3_000);
  });

  it.each(OBSTACLES)('for %s that a plan names as a handler', async (_, put) => {
    const store = join(arena.tools, 'setup-binfmt');
    mkdirSync(store);
    const interpreter = join(store, 'qemu-aarch64');
    await put(interpreter, arena, attacks);
    const ended = await arena.privileged(planFor(interpreter, store));
    expect([ended.hung, arena.entries().size], ended.stderr).toEqual([false, 0]);
    expect(ended.stdout + ended.stderr).toMatch(/not what was recorded|cannot/);
  });

  it.each(OBSTACLES)('for %s that a plan names as what is to stay', async (_, put) => {
    const store = join(arena.tools, 'setup-binfmt');
    mkdirSync(store);
    const source = join(store, 'qemu-aarch64');
    await put(source, arena, attacks);
    const interpreter = `/usr/local/lib/setup-binfmt/${checked.slice(0, 16)}/qemu-aarch64`;
    const ended = await arena.privileged(planFor(interpreter, store, { source }));
    expect([ended.hung, arena.entries().size], ended.stderr).toEqual([false, 0]);
    expect(existsSync(arena.there(interpreter))).toBe(false);
  });

  it.each(OBSTACLES)('for %s in place of the log that the doctor reads', async (_, put) => {
    const log = join(arena.work, 'log');
    await put(log, arena, attacks);
    const ended = await arena.cli(['doctor', 'arm64', '--log', log]);
    expect(ended.hung, ended.stderr).toBe(false);
    expect(ended.stdout).toMatch(/^SB066 .*\n {2}\S*log: \S/m);
  });

  it.each([
    ['what a machine says of itself', 'Linux c 1.8', '91'],
    ['a shell in a container', 'docker run x -ti ', '-ti sh '],
    ['a program that does not start', 'exec format error ', 'exec//"'],
    ['a compiler', 'not found gcc-linux-', 'a'],
    ['addresses of secrets', 'exec format error ', '://:'],
    ['options of secrets', 'exec format error --', 'signature'],
    ['titles of a terminal', 'exec format error ', '\u001b]\0\0'],
  ])('for a log of 12 MB that repeats %s', async (_, begin, unit) => {
    const log = join(arena.work, 'log');
    const line = `${begin}${unit.repeat(4096)}`.slice(0, 4090);
    writeFileSync(log, Array.from({ length: 3000 }, (_each, at) => `${line}${at}\n`).join(''));
    const ended = await arena.cli(['doctor', 'arm64', '--log', log], { limitMs: 120_000 });
    expect(ended.hung, ended.stderr).toBe(false);
  });

  it.each([
    ['that hold many stars', `${'*a'.repeat(60)}*b`],
    ['for any depth, over and over', `${'**/'.repeat(60)}*.none`],
    ['that go down and up again', `${'*/../'.repeat(60)}*.none`],
    ['for any depth, with names between', `${'**/a/'.repeat(20)}*.none`],
  ])('for logs that are named by patterns %s', async (_, pattern) => {
    const folder = join(arena.work, 'logs');
    mkdirSync(join(folder, 'a/'.repeat(40)), { recursive: true });
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'a'.repeat(200)), '');
    const ended = await arena.cli(['doctor', 'arm64', '--log', `${folder}/${pattern}`], { limitMs: 120_000 });
    expect(ended.hung, ended.stderr).toBe(false);
    expect(ended.stdout).toContain('there is no such file');
  });

  it('for entries that are to be removed by a pattern of many stars', async () => {
    const rule = `:${'a'.repeat(200)}:E::mine::/usr/bin/env:`;
    expect((await arena.cli(['setup', 'none', '--rules', rule])).code).toBe(0);
    const ended = await arena.cli(['remove', `${'*a'.repeat(60)}*b`]);
    expect(ended.hung, ended.stderr).toBe(false);
  });

  it('for anything among the files that the doctor reads', async () => {
    const folders = [
      arena.there('/etc/binfmt.d'),
      arena.there('/run/binfmt.d'),
      join(arena.work, 'home/.docker'),
    ];
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    for (const [index, [, put]] of OBSTACLES.entries())
      for (const folder of folders.slice(0, 2)) await put(join(folder, `${index}.conf`), arena, attacks);
    makeFifo(join(arena.work, 'home/.docker/config.json'));
    for (const args of [
      ['doctor', 'arm64'],
      ['setup', 'arm64', '--persist'],
    ]) {
      const ended = await arena.cli(args);
      expect(ended.hung, ended.stderr).toBe(false);
    }
    expect(await arena.held('arm64')).toBe(checked);
  });

  it.each(OBSTACLES.filter(([name]) => /FIFO|pipe|device/.test(name)))(
    'for %s in place of the interpreter of a rule',
    async (_, put) => {
      const interpreter = join(arena.tools, 'interpreter');
      await put(interpreter, arena, attacks);
      const ended = await arena.cli(['setup', 'none', '--rules', `:mine:E::mine::${interpreter}:`]);
      expect([ended.hung, arena.entries().size], ended.stderr).toEqual([false, 0]);
      expect(ended.code).not.toBe(0);
    },
  );

  it.each(OBSTACLES.filter(([name]) => /FIFO|pipe|device/.test(name)))(
    'for %s in place of what is to be registered after a reboot',
    async (_, put) => {
      const folder = arena.there('/etc/binfmt.d');
      const fragment = join(arena.work, 'fragment');
      await put(fragment, arena, attacks);
      symlinkSync(fragment, join(folder, 'setup-binfmt.conf'));
      const ended = await arena.cli(['setup', 'arm64', '--persist']);
      expect(ended.hung, ended.stderr).toBe(false);
    },
  );

  function planFor(interpreter: string, store: string, change: object = {}): object {
    const plan = handlerPlan({ interpreter, sha256: checked }, store);
    return { ...plan, install: [{ ...plan.install[0], ...change }] };
  }

  it('for a handler that waits for ever when it is asked for its version', async () => {
    const folder = join(arena.work, 'slow');
    mkdirSync(folder);
    cpSync(own, join(folder, 'qemu-aarch64-static'));
    writeFileSync(join(folder, 'qemu-riscv64-static'), '#!/bin/sh\nsleep 1000\n', { mode: 0o755 });
    const env = { PATH: `${folder}:${arena.env.PATH}` };
    const ended = await arena.cli(['setup', 'arm64', 'riscv64'], { env, limitMs: 60_000 });
    expect(ended.hung, ended.stderr).toBe(false);
  });
});
