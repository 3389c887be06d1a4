/**
 * Programs of this machine, which root copies, and programs that are put on PATH: each is one that nobody else can exchange,
 * or it is not used, and it is said why.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { commandOf, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { staticProgram } from '../support/static-program.ts';
import {
  type Arena,
  type Attack,
  type Attacked,
  giveTo,
  lookAt,
  makeEvil,
  makeVictim,
  NEIGHBOUR,
  noArena,
  openArena,
  RUNNER,
  sha256,
  UNTOUCHED,
} from './support/arena.ts';

const able = noArena() === undefined;
const qemu = able ? await debianQemu() : '';
const NAME = 'qemu-aarch64-static';
const own = join(qemu, NAME);
const checked = able ? sha256(readFileSync(own)) : '';

const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

let arena: Arena;
/** Where a neighbour has a word to say, and what only root may change. */
let open: string;
let rootOnly: string;
async function scene(before?: string, table?: boolean): Promise<void> {
  arena = await openArena(qemu, { before, table });
  undo.push(arena.close);
  rootOnly = dirname(makeVictim(join(arena.work, 'root-only')).path);
  open = join(arena.work, 'open');
  mkdirSync(open);
}
async function attack(...args: readonly string[]): Promise<Attack> {
  const started = await arena.attack(...args);
  undo.push(started.stop);
  return started;
}

/** Nothing that is not checked was registered, and nothing was run as root that writes. */
async function expectSafe(ended: Attacked): Promise<void> {
  const held = await arena.held('arm64');
  expect([ended.hung, readdirSync(rootOnly), held ?? checked], ended.stderr).toEqual([
    ...[false, ['victim'], checked],
  ]);
  expect(lookAt(join(rootOnly, 'victim'))).toEqual(UNTOUCHED);
}

describe.skipIf(!able)('a QEMU of this machine', () => {
  /** What the neighbour puts in its place: whoever runs it as root writes where only root may. */
  const trap = (path: string): void => {
    const script = `#!/bin/sh\ntouch '${rootOnly}/ran'\necho 'qemu-aarch64 version 9.9.9'\n`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, script, { mode: 0o755 });
    giveTo(NEIGHBOUR, path);
  };
  /** A folder with a QEMU, which stands first on PATH. */
  const place = (folder: string): string => {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, NAME);
    cpSync(own, path);
    chmodSync(path, 0o755);
    return path;
  };
  const setup = (folder: string): Promise<Attacked> =>
    arena.cli(['setup', 'arm64', '--json'], { env: { PATH: `${folder}:${arena.env.PATH}` } });
  const refused = (ended: Attacked): readonly string[] =>
    reportOf(ended).notes.filter((note) => note.startsWith('Not used: '));

  /** Who may change what: `whose` of root's, or the folder's mode. */
  const LAX: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
    ['everyone may write to', (folder) => chmodSync(folder, 0o777), /others may write to/],
    [
      'a group may write to',
      (folder) => {
        chownSync(folder, 0, NEIGHBOUR);
        chmodSync(folder, 0o775);
      },
      /others may write to/,
    ],
    ['a neighbour owns', (folder) => chownSync(folder, NEIGHBOUR, NEIGHBOUR), /belongs to user/],
  ];
  /** When the neighbour can tell how far root is. */
  const MOMENTS: readonly (readonly [string, readonly string[]])[] = [
    ['has opened it', ['open', '', '1']],
    ['has judged it', ['close', '', '1']],
    ['has hashed it', ['close', '', '2']],
  ];

  beforeEach(() => scene());

  it.each(
    LAX.flatMap(([who, give, why]) => MOMENTS.map(([moment, at]) => [who, moment, give, at, why] as const)),
  )('below a folder that %s, which is exchanged when root %s', async (_who, _moment, give, at, why) => {
    const program = place(join(open, 'bin'));
    trap(join(open, 'other', NAME));
    give(open);
    await attack('when', program, ...at, 'exchange', join(open, 'bin'), join(open, 'other'));
    const ended = await setup(join(open, 'bin'));
    await expectSafe(ended);
    expect([ended.code, refused(ended)], ended.stderr).toEqual([0, [expect.stringMatching(why)]]);
  });

  it.each(LAX)('in a folder that %s, where it is exchanged', async (_, give, why) => {
    const program = place(open);
    trap(join(open, 'other'));
    give(open);
    await attack('when', program, 'close', '', '1', 'exchange', program, join(open, 'other'));
    const ended = await setup(open);
    await expectSafe(ended);
    expect([ended.code, refused(ended)], ended.stderr).toEqual([0, [expect.stringMatching(why)]]);
  });

  it.each<[string, (program: string) => void, RegExp]>([
    ['is theirs', (program) => chownSync(program, NEIGHBOUR, NEIGHBOUR), /belongs to user/],
    ['can be written by everyone', (program) => chmodSync(program, 0o757), /others may write to/],
    [
      'can be written by everyone, with a sticky bit',
      (program) => chmodSync(program, 0o1757),
      /others may write/,
    ],
  ])('that %s, which they write to', async (_, give, why) => {
    const program = place(open);
    give(program);
    await attack('when', program, 'close', '', '1', 'append', program);
    const ended = await setup(open);
    await expectSafe(ended);
    expect([ended.code, refused(ended)], ended.stderr).toEqual([0, [expect.stringMatching(why)]]);
  });

  it('that a link of theirs leads to, which they exchange', async () => {
    const program = place(join(arena.work, 'good'));
    trap(join(open, 'evil', NAME));
    chmodSync(open, 0o1777);
    for (const [name, to] of [
      ['link', dirname(program)],
      ['other', join(open, 'evil')],
    ] as const) {
      symlinkSync(to, join(open, name));
      giveTo(NEIGHBOUR, join(open, name));
    }
    await attack('when', program, 'open', '', '1', 'exchange', join(open, 'link'), join(open, 'other'));
    const ended = await setup(join(open, 'link'));
    await expectSafe(ended);
    const why = /open\/link belongs to user/;
    expect([ended.code, refused(ended)], ended.stderr).toEqual([0, [expect.stringMatching(why)]]);
  });

  /** What a link of theirs may lead root to: all of it root's own, where only root may write. */
  const LED: readonly (readonly [string, (path: string) => unknown])[] = [
    ['a QEMU of another version', (path) => makeEvil(own, path)],
    ['another emulator', (path) => cpSync(join(qemu, 'qemu-arm-static'), path)],
    [
      'a program that is not for them to start',
      (path) => writeFileSync(path, staticProgram('qemu-aarch64 version 1.0.0\n'), { mode: 0o755 }),
    ],
  ];
  it.each(LED.flatMap(([what, make]) => ['file', 'folder'].map((which) => [what, which, make] as const)))(
    'is not %s that a neighbour’s link to the %s names',
    async (_, which, make) => {
      const hidden = join(rootOnly, NAME);
      make(hidden);
      chmodSync(open, 0o1777);
      const link = join(open, which === 'file' ? NAME : 'link');
      symlinkSync(which === 'file' ? hidden : rootOnly, link);
      giveTo(NEIGHBOUR, link);
      const ended = await setup(which === 'file' ? open : link);
      rmSync(hidden);
      await expectSafe(ended);
      expect([ended.code, refused(ended)], ended.stderr).toEqual([
        0,
        [expect.stringMatching(`${link} belongs to user ${NEIGHBOUR}`)],
      ]);
    },
  );

  it('that is another emulator under this name is passed over, and the next is taken', async () => {
    cpSync(join(qemu, 'qemu-arm-static'), join(rootOnly, NAME));
    const ended = await setup(rootOnly);
    rmSync(join(rootOnly, NAME));
    await expectSafe(ended);
    expect([ended.code, refused(ended)], ended.stderr).toEqual([
      0,
      [expect.stringMatching(/it says that it is qemu-arm$/)],
    ]);
  });

  it('in a folder of root’s where everyone may make files, beside theirs', async () => {
    place(open);
    chmodSync(open, 0o1777);
    trap(join(open, 'qemu-aarch64'));
    const ended = await setup(open);
    await expectSafe(ended);
    expect([ended.code, refused(ended)], ended.stderr).toEqual([0, []]);
  });

  it.each<[string, boolean]>([
    ['root’s', false],
    ['theirs', true],
  ])('that is %s, in a tool cache as hosted runners have it, is not used', async (_, isTheirs) => {
    await inTurn(...undo.splice(0).toReversed());
    await scene('mount -t tmpfs -o mode=755 none /opt && mkdir -m 0777 /opt/hostedtoolcache');
    const program = place(arena.there('/opt/hostedtoolcache/bin'));
    if (isTheirs) giveTo(NEIGHBOUR, dirname(program));
    const PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
    const ended = await arena.cli(['setup', 'arm64', '--json'], { env: { PATH } });
    const why = /hostedtoolcache\/bin\/qemu-aarch64-static: others may write to \/opt\/hostedtoolcache[^/]/;
    expect(JSON.stringify(reportOf(ended))).toMatch(why);
    expect([ended.hung, [...arena.entries().values()].join().includes('hostedtoolcache')]).toEqual([
      ...[false, false],
    ]);
  });
});

describe.skipIf(!able)('a QEMU that is put on PATH', () => {
  beforeEach(() => scene());

  /** The main step, with what it has put on PATH. */
  async function step(): Promise<{ readonly ended: Attacked; readonly folder: string }> {
    const temporary = join(arena.work, 'temp');
    const path = join(arena.work, 'path');
    mkdirSync(temporary, { recursive: true });
    writeFileSync(path, '');
    const env = {
      ...{ RUNNER_TEMP: temporary, GITHUB_PATH: path },
      ...{ INPUT_PLATFORMS: 'arm64', 'INPUT_QEMU-FROM': 'host', 'INPUT_ADD-TO-PATH': 'true' },
    };
    const ended = await arena.run(commandOf('action.js'), { env });
    return { ended, folder: readFileSync(path, 'utf8').trim() };
  }
  /** What later steps would start, and a user without root can. */
  async function started(folder: string): Promise<readonly unknown[]> {
    const files = ['qemu-aarch64', NAME].map((name) => join(folder, name));
    const asked = await arena.run([files[0] ?? '', '--version'], { user: RUNNER });
    return [asked.stdout.split(' ')[0], ...files.map((file) => sha256(readFileSync(file)))];
  }
  const RIGHT = ['qemu-aarch64', checked, checked];

  const places = ['handler', 'arch', 'version', 'tool'] as const;
  const inStore = (): Readonly<Record<(typeof places)[number], string>> => {
    const [handler = 'nothing'] = globSync(join(arena.tools, 'setup-binfmt/*/*/qemu-aarch64'));
    const arch = dirname(handler);
    return { handler, arch, version: dirname(arch), tool: join(arena.tools, 'setup-binfmt') };
  };
  /** The neighbour's own in the place of this part of the store. */
  async function exchange(place: (typeof places)[number]): Promise<void> {
    const store = inStore();
    const evil = join(arena.work, 'evil');
    cpSync(store[place], evil, { recursive: true });
    const handler = join(evil, store.handler.slice(store[place].length));
    rmSync(handler, { recursive: true });
    makeEvil(own, handler);
    giveTo(NEIGHBOUR, evil);
    const script = `mv '${store[place]}' '${store[place]}.away' && cp -rp '${evil}' '${store[place]}'`;
    const moved = await arena.run(['/bin/sh', '-c', script], { user: NEIGHBOUR });
    expect(moved.stderr).toBe('');
    expect(sha256(readFileSync(store.handler))).not.toBe(checked);
  }

  it.each(places)('from a tool cache whose %s a neighbour exchanges afterwards', async (place) => {
    expect((await arena.cli(['setup', 'arm64'])).code).toBe(0);
    const { version, arch, tool } = inStore();
    if (place !== 'tool') for (const folder of [tool, version, arch]) chmodSync(folder, 0o777);
    const { ended, folder } = await step();
    expect(ended.code, ended.stdout).toBe(0);
    expect(await started(folder)).toEqual(RIGHT);
    await exchange(place);
    expect(await started(folder)).toEqual(RIGHT);
  });

  it.each(['open', 'close'].flatMap((event) => ['1', '2', '3'].map((times) => [event, times] as const)))(
    'while a neighbour exchanges what is in the tool cache, at %s %s',
    async (event, times) => {
      expect((await arena.cli(['setup', 'arm64'])).code).toBe(0);
      const { handler, arch } = inStore();
      chmodSync(arch, 0o777);
      const evil = join(arch, 'evil');
      makeEvil(own, evil);
      giveTo(NEIGHBOUR, evil);
      await attack('when', handler, event, '', times, 'exchange', handler, evil);
      const { ended, folder } = await step();
      expect(ended.hung).toBe(false);
      // It is the one that was checked, or there is none, and it is said why.
      if (existsSync(join(folder, 'qemu-aarch64'))) expect(await started(folder)).toEqual(RIGHT);
      else expect(ended.stdout).toMatch(/no QEMU for arm64 is on PATH: \S|Cannot /);
    },
  );

  it('from a tool cache that is root’s alone takes no room of its own', async () => {
    chmodSync(arena.tools, 0o755);
    const { ended, folder } = await step();
    expect(ended.code, ended.stdout).toBe(0);
    expect(await started(folder)).toEqual(RIGHT);
    expect(statSync(join(folder, 'qemu-aarch64')).ino).toBe(statSync(inStore().handler).ino);
    expect(readdirSync(folder).map((name) => basename(name))).toEqual(['qemu-aarch64', NAME]);
  });
});

describe.skipIf(!able)('a program of the system, where the step itself is root', () => {
  /** All that this program starts, or that what it starts might. */
  const NAMES = [
    ...['flock', 'mount', 'umount', 'modprobe', 'update-binfmts', 'chroot', 'unshare', 'nsenter'],
    ...['newuidmap', 'newgidmap', 'apt-get', 'dpkg-deb', 'dpkg', 'gpgv', 'sh', 'env', 'cat', 'sleep', 'id'],
    ...['timeout', 'sudo', 'setpriv', 'docker', 'podman', 'buildah', 'skopeo', 'tar', 'gtar', 'zstd', 'gzip'],
    ...['docker-credential-evil', 'bash', 'perl'],
  ];
  const RULE = ':mine:E::mine::/usr/bin/env:';
  const COMMANDS: readonly (readonly string[])[] = [
    ['setup', 'arm64'],
    ['setup', 'arm64', '--persist'],
    ['setup', 'none', '--rules', RULE, '--persist'],
    ['exec', 'arm64', '--', '/bin/true'],
    ['exec', '--map-root', 'arm64', '--', '/bin/true'],
    ['plan', 'arm64'],
    ['remove', 'all'],
    ['undo'],
    ['mount'],
    ['list'],
    ['doctor', '--log', 'engine'],
    ['setup', 'arm64', '--qemu-from', 'apt'],
    ['setup', 'arm64', '--qemu-from', 'image', '--image', 'docker-daemon:tonistiigi/binfmt:latest'],
    ['setup', 'arm64', '--qemu-from', 'image', '--image', 'containers-storage:tonistiigi/binfmt:latest'],
    ['setup', 'arm64', '--qemu-from', 'image', '--image', 'localhost:1/binfmt:latest'],
  ];

  /** A folder that stands first on PATH, with programs that tell that root has run them. */
  function traps(names: readonly string[], give: (folder: string) => void): string {
    const folder = join(open, 'bin');
    mkdirSync(folder);
    for (const name of names)
      writeFileSync(join(folder, name), `#!/bin/sh\necho ${name} >>'${rootOnly}/ran'\nexit 1\n`, {
        mode: 0o755,
      });
    give(folder);
    return `${folder}:${arena.env.PATH}`;
  }
  const ran = (): string => {
    const path = join(rootOnly, 'ran');
    return existsSync(path) ? readFileSync(path, 'utf8') : 'nothing';
  };
  const WHO: readonly (readonly [string, (folder: string) => void])[] = [
    ['is a neighbour’s', (folder) => giveTo(NEIGHBOUR, folder)],
    ['everyone may write to', (folder) => chmodSync(folder, 0o777)],
  ];

  beforeEach(() => scene());

  it.each(
    WHO.flatMap(([who, give]) => COMMANDS.map((command) => [command.join(' '), who, command, give] as const)),
  )('%s starts none of a folder on PATH that %s', async (_name, _who, command, give) => {
    const home = arena.env.HOME ?? '';
    mkdirSync(join(home, '.docker'));
    writeFileSync(join(home, '.docker/config.json'), JSON.stringify({ credsStore: 'evil' }));
    if (/^(?:remove|undo|list|doctor)$/.test(command[0] ?? '')) await arena.cli(['setup', 'arm64']);
    if (command[0] === 'mount') await arena.run(['umount', '/proc/sys/fs/binfmt_misc']);
    const PATH = traps(NAMES, give);
    const ended = await arena.run([...commandOf('cli.js'), ...command], {
      env: { PATH, container: 'docker' },
    });
    expect([ended.hung, ran()], ended.stderr).toEqual([false, 'nothing']);
  });

  it('is that of the distribution, where the folder is root’s, too', async () => {
    const PATH = traps(['flock', 'mount', 'unshare', 'nsenter'], () => undefined);
    const ended = await arena.cli(['setup', 'arm64'], { env: { PATH } });
    expect([ended.code, ran(), await arena.held('arm64')], ended.stderr).toEqual([0, 'nothing', checked]);
  });

  it.each<[string, number]>([
    ['everyone', 0o1777],
    ['a group', 0o1775],
  ])('is started with a PATH without a folder to which %s may add programs', async (_, mode) => {
    const good = join(arena.work, 'good');
    mkdirSync(good);
    writeFileSync(join(good, 'docker'), '#!/bin/sh\nexec docker-credential-evil\n', { mode: 0o755 });
    const PATH = traps([], (folder) => {
      chownSync(folder, 0, NEIGHBOUR);
      chmodSync(folder, mode);
    }).replace(':', `:${good}:`);
    const trap = join(open, 'bin', 'docker-credential-evil');
    const script = `printf '#!/bin/sh\\necho evil >>%s/ran\\n' '${rootOnly}' >'${trap}'; chmod 755 '${trap}'`;
    expect(await arena.run(['/bin/sh', '-c', script], { user: NEIGHBOUR })).toMatchObject({ code: 0 });
    await arena.cli(['doctor'], { env: { PATH } });
    expect(ran()).toBe('nothing');
  });

  /** By the program that is looked at: a command that starts it. What `exec` starts itself is given all of the job's. */
  const STARTS: readonly (readonly [string, readonly string[]])[] = [
    ['flock', ['setup', 'arm64']],
    ['cat', ['setup', 'arm64']],
    ['mount', ['setup', 'arm64']],
    ['mount', ['exec', 'arm64', '--', '/bin/true']],
    ['unshare', ['exec', 'arm64', '--', '/bin/true']],
  ];
  it.each(STARTS)('%s is told nothing of the job’s environment by %j', async (name, command) => {
    const [real, copy] = ['real', 'copy'].map((part) => join(arena.work, `${name}-${part}`));
    const told = join(rootOnly, 'told');
    const program = realpathSync(`/usr/bin/${name}`);
    copyFileSync(program, String(real));
    writeFileSync(
      String(copy),
      `#!/bin/sh\ntr '\\0' '\\n' </proc/$$/environ >>'${told}'\necho >>'${told}'\nexec '${real}' "$@"\n`,
      { mode: 0o755 },
    );
    await arena.run(['umount', '/proc/sys/fs/binfmt_misc']);
    await arena.run(['mount', '--bind', String(copy), program]);
    const env = { GITHUB_TOKEN: 'of-the-job', LD_DEBUG_OUTPUT: '/of-the-job', POSIXLY_CORRECT: 'of-the-job' };
    const ended = await arena.run([...commandOf('cli.js'), ...command], { env });
    expect([ended.hung, existsSync(told)], ended.stderr).toEqual([false, true]);
    expect(readFileSync(told, 'utf8')).not.toContain('of-the-job');
  });

  it('of another name is the next on PATH that nobody else can exchange', async () => {
    const good = join(arena.work, 'good');
    mkdirSync(good);
    const marker = join(arena.work, 'asked');
    writeFileSync(join(good, 'docker'), `#!/bin/sh\necho "$1" >>'${marker}'\n`, { mode: 0o755 });
    const PATH = traps(['docker'], (folder) => giveTo(NEIGHBOUR, folder)).replace(':', `:${good}:`);
    await arena.cli(['doctor'], { env: { PATH } });
    expect([ran(), existsSync(marker)]).toEqual(['nothing', true]);
  });
});

describe.skipIf(!able)('what programs find beside PATH, where the step itself is root', () => {
  beforeEach(() => scene());

  const ran = (): readonly string[] => readdirSync(rootOnly).filter((name) => name !== 'victim');
  /** A program that leaves a mark where only root may. */
  const trap = (path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\necho >'${rootOnly}/ran'\n`, { mode: 0o755 });
  };
  /** The client of an engine, which starts the plugins that it finds, as Docker's does. */
  const client = (): string => {
    const bin = join(arena.work, 'bin');
    const script = [
      `for each in "\${DOCKER_CONFIG:-\${HOME:-/root}/.docker}"/cli-plugins/docker-*; do`,
      '[ -x "$each" ] && "$each"; done',
    ].join(' ');
    mkdirSync(bin);
    writeFileSync(join(bin, 'docker'), `#!/bin/sh\n${script}\nexit 0\n`, { mode: 0o755 });
    return `${bin}:${arena.env.PATH}`;
  };
  const doctor = async (env: Readonly<Record<string, string>>): Promise<Attacked> => {
    const ended = await arena.cli(['doctor'], { env: { PATH: client(), ...env } });
    expect(ended.hung, ended.stderr).toBe(false);
    return ended;
  };
  const PLUGIN = 'cli-plugins/docker-buildx';

  it.each<[string, string, (name: string) => Readonly<Record<string, string>>, (place: string) => void]>([
    ['the settings of a neighbour', PLUGIN, (at) => ({ DOCKER_CONFIG: at }), (at) => giveTo(NEIGHBOUR, at)],
    ['the home of a neighbour', `.docker/${PLUGIN}`, (at) => ({ HOME: at }), (at) => giveTo(NEIGHBOUR, at)],
    [
      'a home where everyone may add to, by a neighbour',
      `.docker/${PLUGIN}`,
      (at) => ({ HOME: at }),
      (at) => {
        giveTo(NEIGHBOUR, join(at, '.docker'));
        chmodSync(at, 0o1777);
      },
    ],
    [
      'root’s home, which are a neighbour’s',
      `.docker/${PLUGIN}`,
      (at) => ({ HOME: at }),
      (at) => giveTo(NEIGHBOUR, join(at, '.docker/cli-plugins')),
    ],
    [
      'root’s settings, of which one is a neighbour’s',
      PLUGIN,
      (at) => ({ DOCKER_CONFIG: at }),
      (at) => giveTo(NEIGHBOUR, join(at, PLUGIN)),
    ],
    [
      'root’s settings, to which a group may add',
      PLUGIN,
      (at) => ({ DOCKER_CONFIG: at }),
      (at) => {
        chownSync(join(at, 'cli-plugins'), 0, NEIGHBOUR);
        chmodSync(join(at, 'cli-plugins'), 0o1775);
      },
    ],
  ])('no plugin is started out of %s, and it is said why', async (_, plugin, env, give) => {
    const place = join(open, 'place');
    trap(join(place, plugin));
    give(place);
    const ended = await doctor(env(place));
    expect([ran(), ended.stdout.split('is not told of').length], ended.stdout).toEqual([[], 2]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['root', {}],
    ['whoever has become root', { SUDO_UID: String(RUNNER) }],
  ])('plugins of %s are', async (_, env) => {
    const place = join(open, 'place');
    trap(join(place, PLUGIN));
    if (env.SUDO_UID !== undefined) giveTo(RUNNER, place);
    const ended = await doctor({ DOCKER_CONFIG: place, ...env });
    expect([ran(), ended.stdout.includes('is not told of')]).toEqual([['ran'], false]);
  });

  it('no program that a neighbour names in a configuration of apt is started', async () => {
    const [program, file] = [join(open, 'evil'), join(open, 'apt.conf')];
    trap(program);
    writeFileSync(
      file,
      ['dpkg', 'Methods', 'apt-key'].map((name) => `Dir::Bin::${name} "${program}";`).join('\n'),
    );
    giveTo(NEIGHBOUR, program, file);
    // Without sources, apt has nowhere to go.
    await arena.run(['mount', '-t', 'tmpfs', 'none', '/etc/apt']);
    const command = [...commandOf('cli.js'), 'setup', 'arm64', '--qemu-from', 'apt'];
    const ended = await arena.run(command, { env: { APT_CONFIG: file } });
    expect([ended.hung, ran()], ended.stderr).toEqual([false, []]);
    expect(ended.stderr).toContain(
      `apt-get is not told of APT_CONFIG (${file} belongs to user ${NEIGHBOUR})`,
    );
  });
});

describe.skipIf(!able)('a folder for temporary files, where others can exchange what is in it', () => {
  const root = realpathSync(join(import.meta.dirname, '../..'));

  it('gets no place where a table is mounted', async () => {
    await scene('mount -t tmpfs none /proc/sys/fs', false);
    chmodSync(open, 0o777);
    const trap = ['trap', join(open, '%N'), join(open, 'trap'), `link:register=${rootOnly}/victim`];
    const neighbour = await attack('when', open, 'create', 'setup-binfmt-table-', '0', ...trap);
    const ended = await arena.cli(['exec', 'arm64', '--', '/bin/true'], { env: { TMPDIR: open } });
    expect([ended.code, ended.hung, neighbour.said()], ended.stderr).toEqual([0, false, '']);
    expect(lookAt(join(rootOnly, 'victim'))).toEqual(UNTOUCHED);
  });

  it('gets no probes, though they can be run nowhere else', async () => {
    const scratch = '/mnt/scratch';
    await scene(
      [
        ...['mount -t tmpfs none /mnt', `mkdir -m 777 ${scratch}`, 'mount --rbind /tmp /tmp'],
        ...[`mount --rbind '${root}' '${root}'`, 'mount -o remount,bind,noexec /tmp'],
        ...[`mount -o remount,bind,exec '${root}'`, 'mount -t tmpfs -o noexec,mode=1777 none /var/tmp'],
      ].join(' && '),
    );
    const trap = ['trap', `${scratch}/%N`, `${scratch}/trap`, 'file:launch=/bin/true'];
    const neighbour = await attack('when', scratch, 'create', 'setup-binfmt-probe-', '0', ...trap);
    const ended = await arena.cli(['plan', 'arm64'], { env: { TMPDIR: scratch } });
    expect([ended.code, ended.hung, neighbour.said()], ended.stderr).toEqual([3, false, '']);
    expect(ended.stderr).toMatch(
      /^SB092 Cannot make a folder for probes: others could exchange .*\/mnt\/scratch/m,
    );
  });
});

describe.skipIf(!able)('an engine of this machine, where the client’s context leads to another one', () => {
  const SOCKET = '/var/run/docker.sock';
  beforeEach(() => scene());

  /** The job's user without sudo, who may speak to the engine of this machine; all that is asked of the client. */
  async function ask(
    command: readonly string[],
    contexts: Readonly<Record<string, string>>,
  ): Promise<string[]> {
    const home = arena.env.HOME ?? '';
    const said = join(open, 'said');
    mkdirSync(join(home, '.docker'), { recursive: true });
    writeFileSync(join(home, '.docker/config.json'), JSON.stringify({ currentContext: 'production' }));
    const bin = join(arena.work, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'docker'), `#!/bin/sh\necho "$*" >>'${said}'\n`, { mode: 0o755 });
    giveTo(RUNNER, home, open, arena.env.TMPDIR ?? '', arena.tools);
    await listen(SOCKET);
    const PATH = `${bin}:${arena.env.PATH}`;
    const ended = await arena.run(
      ['/usr/bin/env', '--unset=DOCKER_HOST', ...commandOf('cli.js'), ...command],
      { user: RUNNER, env: { PATH, ...contexts } },
    );
    expect([ended.hung, existsSync(said)], ended.stderr).toEqual([false, true]);
    return readFileSync(said, 'utf8').trim().split('\n');
  }

  /** Something that accepts connections as an engine does, for every user. */
  async function listen(path: string): Promise<void> {
    const script =
      'use IO::Socket::UNIX; my $s = IO::Socket::UNIX->new(Local => $ARGV[0], Listen => 5) or die; chmod 0777, $ARGV[0]; print "ready\\n"; STDOUT->flush; while (1) { $s->accept }';
    const [enter = '', ...way] = arena.table.enter;
    const engine = spawn(enter, [...way, '/usr/bin/perl', '-e', script, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    undo.push(async () => {
      const gone = once(engine, 'exit');
      engine.kill('SIGKILL');
      await gone;
    });
    await once(engine.stdout, 'data');
  }

  const IMAGE = ['--image', 'example.org/qemu:1'];
  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['setup, by its settings', ['setup', 'arm64', ...IMAGE], {}],
    ['setup, by a variable', ['setup', 'arm64', ...IMAGE], { DOCKER_CONTEXT: 'production' }],
    ['remove', ['remove', 'qemu-mine', ...IMAGE], {}],
  ])('is the one that a container with all rights is started by, for %s', async (_, command, contexts) => {
    arena.table.register(':qemu-mine:M::mine::/usr/bin/env:');
    const asked = await ask(command, contexts);
    expect(asked.length).toBeGreaterThan(0);
    for (const line of asked)
      expect(line).toMatch(/^--host unix:\/\/\/var\/run\/docker\.sock run --rm --privileged -- /);
  });
});
