/**
 * What others may write, root does not trust by path. A neighbour without root, or what one has left behind, in the
 * tool cache, in folders of the system, in the state folder and in the temporary folder.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passingCopy } from '../../src/binfmt/persist.ts';
import { commandOf, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { target } from '../support/setup-lab.ts';
import {
  type Arena,
  type Attack,
  type Attacked,
  giveTo,
  handlerPlan,
  lookAt,
  makeEvil,
  makeVictim,
  NEIGHBOUR,
  noArena,
  openArena,
  RUNNER,
  sha256,
  TABLE,
  UNTOUCHED,
} from './support/arena.ts';

const able = noArena() === undefined;
const qemu = able ? await debianQemu() : '';
const own = join(qemu, 'qemu-aarch64-static');
const checked = able ? sha256(readFileSync(own)) : '';

/** Exchanges are tried so often: each is won or lost in less than a millisecond. */
const ROUNDS = 6;

/** Where an honest run has put things. */
interface Tree {
  readonly tool: string;
  readonly version: string;
  readonly arch: string;
  readonly handler: string;
  readonly record: string;
  readonly marker: string;
}

describe.skipIf(!able)('what others may write', () => {
  let arena: Arena;
  let victim: string;
  let rootOnly: string;
  const attacks: Attack[] = [];
  beforeEach(async () => {
    arena = await openArena(qemu);
    rootOnly = join(arena.work, 'root-only');
    victim = makeVictim(rootOnly).path;
  });
  afterEach(async () => {
    for (const attack of attacks.splice(0)) await attack.stop();
    await arena.close();
  });

  const attack = async (...args: readonly string[]): Promise<Attack> => {
    const started = await arena.attack(...args);
    attacks.push(started);
    return started;
  };
  const clear = (): void => {
    for (const name of arena.entries().keys())
      writeFileSync(join(arena.there('/proc/sys/fs/binfmt_misc'), name), '-1', { flag: 'r+' });
  };

  /** Fills the store by an honest run, and takes the entry away again. */
  async function honestTree(env: Readonly<Record<string, string>> = {}): Promise<Tree> {
    const ended = await arena.cli(['setup', 'arm64'], { env });
    expect(ended.code, ended.stderr).toBe(0);
    clear();
    const tool = join(env.RUNNER_TOOL_CACHE ?? arena.tools, 'setup-binfmt');
    const found = readdirSync(tool, { recursive: true, encoding: 'utf8' });
    const handler = join(tool, found.find((name) => basename(name) === 'qemu-aarch64') ?? 'nothing');
    const arch = dirname(handler);
    return {
      tool,
      version: dirname(arch),
      arch,
      handler,
      record: `${handler}.json`,
      marker: `${arch}.complete`,
    };
  }

  /** The same tree with another QEMU, and records that agree with it; the neighbour's own. */
  function evilTree({ tool, handler }: Tree): string {
    const copy = join(arena.work, 'evil', 'setup-binfmt');
    cpSync(tool, copy, { recursive: true });
    const evil = join(copy, handler.slice(tool.length + 1));
    rmSync(evil);
    forge(evil);
    giveTo(NEIGHBOUR, dirname(copy));
    return copy;
  }

  function forge(handler: string): void {
    const hash = makeEvil(own, handler);
    const record = JSON.parse(readFileSync(`${handler}.json`, 'utf8'));
    const { size } = { size: readFileSync(handler).length };
    writeFileSync(`${handler}.json`, JSON.stringify({ ...record, sha256: hash, size }));
  }

  /** What must hold after any attack, as one value to compare. */
  async function outcome(ended: Attacked): Promise<object> {
    const held = await arena.held('arm64');
    return {
      hung: ended.hung,
      victim: lookAt(victim),
      rootOnly: readdirSync(rootOnly),
      registered: held === undefined || held === checked ? 'nothing else' : 'what nobody has checked',
      works: held !== undefined,
    };
  }
  const sound = (ended: Attacked) => ({
    hung: false,
    victim: UNTOUCHED,
    rootOnly: ['victim'],
    registered: 'nothing else',
    // Either it works, or the step says that it does not.
    works: ended.code === 0,
  });
  async function expectSound(ended: Attacked): Promise<void> {
    expect(await outcome(ended), ended.stderr + ended.stdout).toEqual(sound(ended));
    if (ended.code !== 0) expect(ended.stderr + ended.stdout).toMatch(/Cannot |cannot /);
  }

  describe('a tool cache of mode 0777 is the normal case', () => {
    const troubles = (ended: Attacked) =>
      reportOf(ended).findings.filter((finding) =>
        /store|tool cache|writable|may write/i.test(JSON.stringify(finding)),
      );

    it('it works, without a word about it', async () => {
      const ended = await arena.cli(['setup', 'arm64', '--json']);
      expect([ended.code, troubles(ended)]).toEqual([0, []]);
      expect(reportOf(ended)).toMatchObject({ healthy: true, registered: ['qemu-aarch64'] });
      await expectSound(ended);
    });

    it('what is there already is not fetched again', async () => {
      await honestTree();
      const ended = await arena.cli(['setup', 'arm64', '--json']);
      expect([ended.code, troubles(ended)]).toEqual([0, []]);
      expect(reportOf(ended).outputs['cache-hit']).toBe('true');
      await expectSound(ended);
    });

    it('nothing is written the second time', async () => {
      const first = await arena.cli(['setup', 'arm64', '--json']);
      const entries = [...arena.entries()];
      const second = await arena.cli(['setup', 'arm64', '--json']);
      expect([first.code, second.code, reportOf(second).changed]).toEqual([0, 0, false]);
      expect([...arena.entries()]).toEqual(entries);
    });

    it('a table of one’s own holds what nobody can exchange, and nothing of it is left', async () => {
      const entry = '/proc/sys/fs/binfmt_misc/qemu-aarch64';
      const exec = ['exec', 'arm64', '--qemu-from', 'host', '--', 'cat', entry];
      const ended = await arena.run([...commandOf('cli.js'), ...exec]);
      const [, interpreter = ''] = /^interpreter (.*)$/m.exec(ended.stdout) ?? [];
      expect([ended.code, interpreter.startsWith(arena.tools)], ended.stderr).toEqual([0, false]);
      expect(existsSync(interpreter)).toBe(false);
      expect(existsSync(arena.there('/usr/local/lib/setup-binfmt'))).toBe(false);
    });

    it('a table of an ordinary user’s own does so too, while a folder above the handler is exchanged and back', async () => {
      const as = { user: RUNNER, env: { HOME: join(arena.work, 'home'), TMPDIR: '/tmp' } };
      const words = `cat ${TABLE}/qemu-aarch64`;
      const exec = [...commandOf('cli.js'), 'exec', 'arm64', '--qemu-from', 'host', '--', 'sh', '-c', words];
      const expectCopied = ({ stdout, stderr }: Attacked): void => {
        const [, interpreter = ''] = /^interpreter (.*)$/m.exec(stdout) ?? [];
        expect(interpreter, stderr).toMatch(/^\/tmp\/.*\/qemu-aarch64$/);
        expect(passingCopy(interpreter)?.sha256).toBe(checked);
        expect(existsSync(interpreter)).toBe(false);
      };
      expectCopied(await arena.run(exec, as));
      const tool = join(arena.tools, 'setup-binfmt');
      const found = readdirSync(tool, { recursive: true, encoding: 'utf8' });
      const handler = join(tool, found.find((name) => basename(name) === 'qemu-aarch64') ?? 'nothing');
      const copy = join(arena.work, 'evil', 'setup-binfmt');
      cpSync(tool, copy, { recursive: true });
      rmSync(join(copy, handler.slice(tool.length + 1)));
      makeEvil(own, join(copy, handler.slice(tool.length + 1)));
      renameSync(copy, join(arena.tools, 'evil'));
      giveTo(NEIGHBOUR, join(arena.tools, 'evil'));
      await attack('when', handler, 'open,close', '', '0', 'exchange', tool, join(arena.tools, 'evil'));
      for (let round = 0; round < ROUNDS; round++) {
        const ended = await arena.run(exec, as);
        // Either the command has run with a copy, or it has not run and it is said why.
        if (ended.code === 0) expectCopied(ended);
        else
          expect([ended.hung, ended.stdout, ended.stderr]).toEqual([
            false,
            '',
            expect.stringMatching(/annot /),
          ]);
      }
    });

    it('what a neighbour puts beside it changes nothing', async () => {
      for (const name of ['setup-binfmt-2', 'node', '.incoming-x']) {
        mkdirSync(join(arena.tools, name));
        giveTo(NEIGHBOUR, join(arena.tools, name));
      }
      const ended = await arena.cli(['setup', 'arm64', '--json']);
      expect([ended.code, troubles(ended)]).toEqual([0, []]);
      await expectSound(ended);
    });
  });

  /** Puts something else in the place of what is there. */
  const replace = (path: string, make: (path: string) => void): void => {
    rmSync(path, { recursive: true });
    make(path);
  };
  const theirs = (path: string): string => {
    giveTo(NEIGHBOUR, path);
    return path;
  };
  const linkTo = (path: string, to: string): void => {
    replace(path, () => symlinkSync(to, path));
    theirs(path);
  };

  describe('a tool cache that is a link', () => {
    /** A folder of this mode in which the tool cache is meant to be, or the folder above it. */
    const around = (mode: number): string => {
      const folder = join(arena.work, 'around');
      mkdirSync(folder);
      chmodSync(folder, mode);
      return folder;
    };
    const setup = (cache: string, source = 'host'): Promise<Attacked> =>
      arena.run([...commandOf('cli.js'), 'setup', 'arm64', '--qemu-from', source], {
        env: { RUNNER_TOOL_CACHE: cache },
      });
    /** Links, whose they are, where they lie, and what they lead to. */
    const LINKS: readonly (readonly [string, () => string])[] = [
      ['of theirs to a folder of root’s', () => theirLink(around(0o777), rootOnly)],
      ['of theirs where nobody can take it away', () => theirLink(around(0o1777), rootOnly)],
      ['of theirs below a group’s folder', () => theirLink(groups(around(0o775)), rootOnly)],
      [
        'of theirs to nothing, in a folder of root’s',
        () => theirLink(around(0o777), join(rootOnly, 'tools')),
      ],
      ['of theirs, by way of another', () => theirLink(around(0o777), theirLink(around2(), rootOnly))],
      ['of theirs above the tool cache', () => join(theirLink(around(0o777), arena.work), 'root-only')],
      ['of theirs above one that is not there', () => join(theirLink(around(0o777), rootOnly), 'a/b')],
      ['of root’s where everyone may take it away', () => ownLink(around(0o777), rootOnly)],
      ['of root’s to one of theirs', () => ownLink(around(0o755), theirLink(around2(), rootOnly))],
      ['of root’s in a folder of theirs', () => ownLink(theirs(around(0o755)), rootOnly)],
    ];
    const around2 = (): string => {
      mkdirSync(join(arena.work, 'second'));
      chmodSync(join(arena.work, 'second'), 0o777);
      return join(arena.work, 'second');
    };
    const groups = (folder: string): string => {
      chownSync(folder, 0, NEIGHBOUR);
      chmodSync(folder, 0o775);
      return folder;
    };
    const ownLink = (folder: string, to: string): string => {
      symlinkSync(to, join(folder, 'tools'));
      return join(folder, 'tools');
    };
    const theirLink = (folder: string, to: string): string => theirs(ownLink(folder, to));

    it.each(LINKS.flatMap(([what, make]) => ['host', 'apt'].map((source) => [what, source, make] as const)))(
      '%s is not followed, with QEMU from %s',
      async (_what, source, make) => {
        const ended = await setup(make(), source);
        await expectSound(ended);
        expect([ended.code, ended.stderr], ended.stderr).toEqual([
          1,
          expect.stringMatching(/^SB084 Cannot .*: \S+ is a link .*\. Take it away, or name another folder/m),
        ]);
      },
    );

    it.each<[string, () => string]>([
      ['of root’s, in a folder of root’s', () => ownLink(around(0o755), arena.tools)],
      ['of root’s, where nobody can take it away', () => ownLink(around(0o1777), arena.tools)],
      ['of root’s, by a path that is not absolute', () => ownLink(around(0o755), '../around/.././tools')],
      ['of root’s, above it', () => join(ownLink(around(0o755), arena.work), 'tools')],
      ['of root’s, above one that is not there', () => join(ownLink(around(0o755), arena.work), 'new/cache')],
    ])('%s, is followed', async (_, make) => {
      const cache = make();
      const ended = await setup(cache);
      expect(ended.code, ended.stderr).toBe(0);
      await expectSound(ended);
      expect(readdirSync(join(cache, 'setup-binfmt')).length).toBeGreaterThan(0);
      clear();
      expect((await setup(cache)).stderr).toContain('nothing downloaded');
    });

    it('is exchanged for one, again and again', async () => {
      const folder = around(0o777);
      const tools = join(folder, 'tools');
      mkdirSync(tools);
      const link = join(folder, 'other');
      symlinkSync(rootOnly, link);
      theirs(link);
      await attack('when', folder, 'open,close,create', '', '0', 'exchange', tools, link);
      for (let round = 0; round < ROUNDS; round++) {
        const ended = await setup(tools);
        expect(readdirSync(rootOnly)).toEqual(['victim']);
        expect([ended.hung, lookAt(victim)]).toEqual([false, UNTOUCHED]);
        clear();
      }
    });
  });

  describe('what a neighbour has left in the tool cache', () => {
    it.each<[string, (tree: Tree, evil: string) => void]>([
      ['the folder of the tool is theirs', ({ tool }) => chownSync(tool, NEIGHBOUR, NEIGHBOUR)],
      ['all of it is theirs', ({ tool }) => giveTo(NEIGHBOUR, tool)],
      ['everyone may write to the tool', ({ tool }) => chmodSync(tool, 0o777)],
      ['everyone may write to the version', ({ version }) => chmodSync(version, 0o777)],
      ['everyone may write to the folder of handlers', ({ arch }) => chmodSync(arch, 0o777)],
      [
        'a group may write to the folder of handlers',
        ({ arch }) => {
          chownSync(arch, 0, NEIGHBOUR);
          chmodSync(arch, 0o775);
        },
      ],
      [
        'a group may write to the tool',
        ({ tool }) => {
          chownSync(tool, 0, NEIGHBOUR);
          chmodSync(tool, 0o775);
        },
      ],
      ['the tool is a link to another tree', ({ tool }, evil) => linkTo(tool, evil)],
      [
        'the version is a link to another tree',
        ({ tool, version }, evil) => linkTo(version, join(evil, version.slice(tool.length + 1))),
      ],
      [
        'the folder of handlers is a link to another one',
        ({ tool, arch }, evil) => linkTo(arch, join(evil, arch.slice(tool.length + 1))),
      ],
      [
        'the handler is a link to another one',
        ({ tool, handler }, evil) => linkTo(handler, join(evil, handler.slice(tool.length + 1))),
      ],
      ['the tool is a link to a folder of root’s', ({ tool }) => linkTo(tool, rootOnly)],
      ['the version is a link to a folder of root’s', ({ version }) => linkTo(version, rootOnly)],
      ['the folder of handlers is a link to one of root’s', ({ arch }) => linkTo(arch, rootOnly)],
      ['the handler is a link to a file of root’s', ({ handler }) => linkTo(handler, victim)],
      ['the record is a link to a file of root’s', ({ record }) => linkTo(record, victim)],
      ['the marker is a link to a file of root’s', ({ marker }) => linkTo(marker, victim)],
      [
        'the handler is a second name of a file of root’s',
        ({ handler }) => replace(handler, () => linkSync(victim, handler)),
      ],
      [
        'the record is a second name of a file of root’s',
        ({ record }) => replace(record, () => linkSync(victim, record)),
      ],
      [
        'the handler has a second name that is theirs',
        ({ handler }) => {
          linkSync(handler, join(arena.tools, 'second'));
          theirs(join(arena.tools, 'second'));
        },
      ],
      [
        'handler and record are theirs, and agree',
        ({ handler, record }) => {
          rmSync(handler);
          forge(handler);
          giveTo(NEIGHBOUR, handler, record);
        },
      ],
      [
        'a group has written handler and record, and they agree',
        ({ handler, record }) => {
          rmSync(handler);
          forge(handler);
          for (const [path, mode] of [
            [handler, 0o775],
            [record, 0o664],
          ] as const) {
            chownSync(path, 0, NEIGHBOUR);
            chmodSync(path, mode);
          }
        },
      ],
      [
        'a group has written the record alone',
        ({ record }) => {
          const text = readFileSync(record, 'utf8').replace(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`);
          writeFileSync(record, text);
          chownSync(record, 0, NEIGHBOUR);
          chmodSync(record, 0o664);
        },
      ],
      [
        'a folder with a link to root’s own stands in place of the handler',
        ({ handler }) => {
          replace(handler, () => mkdirSync(handler));
          symlinkSync(rootOnly, join(handler, 'x'));
          theirs(handler);
        },
      ],
      [
        'an old folder on its way is a link to root’s own',
        ({ tool }) => {
          symlinkSync(rootOnly, join(tool, '.incoming-old'));
          lutimesSync(join(tool, '.incoming-old'), 1, 1);
        },
      ],
      [
        'an old folder on its way holds a link to root’s own',
        ({ tool }) => {
          const old = join(tool, '.incoming-old');
          mkdirSync(old);
          symlinkSync(rootOnly, join(old, 'x'));
          theirs(old);
          lutimesSync(old, 1, 1);
        },
      ],
    ])('%s', async (_, plant) => {
      const tree = await honestTree();
      const evil = evilTree(tree);
      plant(tree, evil);
      const first = await arena.cli(['setup', 'arm64']);
      await expectSound(first);

      // Whatever they may, they put the other tree in place afterwards; the next run must not register it.
      const { tool, version, arch, handler } = tree;
      const swap = [handler, arch, version, tool]
        .map((path) => {
          const other = join(evil, path.slice(tool.length));
          return `mv '${path}' '${path}.away' && cp -rp '${other}' '${path}'`;
        })
        .join('; ');
      await arena.run(['/bin/sh', '-c', swap], { user: NEIGHBOUR });
      const again = await arena.cli(['setup', 'arm64']);
      await expectSound(again);
      clear();
      const anew = await arena.cli(['setup', 'arm64']);
      await expectSound(anew);
    });

    it.each<[string, (open: string) => string]>([
      ['the tool cache is theirs', (open) => theirs(open)],
      [
        'a folder above the tool cache is theirs',
        (open) => {
          mkdirSync(join(open, 'tools'));
          chmodSync(join(open, 'tools'), 0o755);
          chownSync(open, NEIGHBOUR, NEIGHBOUR);
          return join(open, 'tools');
        },
      ],
      [
        'a group may write to the tool cache',
        (open) => {
          chownSync(open, 0, NEIGHBOUR);
          chmodSync(open, 0o775);
          return open;
        },
      ],
    ])('%s, and they exchange it between two runs', async (_, make) => {
      const open = join(arena.work, 'open');
      mkdirSync(open);
      const env = { RUNNER_TOOL_CACHE: make(open) };
      const tree = await honestTree(env);
      const evil = evilTree(tree);
      const swap = `mv '${tree.tool}' '${tree.tool}.away' && cp -rp '${evil}' '${tree.tool}'`;
      await arena.run(['/bin/sh', '-c', swap], { user: NEIGHBOUR });
      await expectSound(await arena.cli(['setup', 'arm64'], { env }));
    });

    it('a link to another tree is put in place of the tool cache between two runs', async () => {
      const open = join(arena.work, 'open');
      mkdirSync(join(open, 'tools'), { recursive: true });
      chmodSync(open, 0o777);
      const env = { RUNNER_TOOL_CACHE: join(open, 'tools') };
      const evil = dirname(evilTree(await honestTree(env)));
      const swap = `mv '${open}/tools' '${open}/away' && ln -s '${evil}' '${open}/tools'`;
      await arena.run(['/bin/sh', '-c', swap], { user: NEIGHBOUR });
      const ended = await arena.cli(['setup', 'arm64'], { env });
      await expectSound(ended);
      expect(ended.stderr).toMatch(/^SB084 .*tools is a link where everybody may write/m);
    });
  });

  describe('what was noted of the programs of this machine', () => {
    const NAME = 'qemu-aarch64-static';
    it.each<[string, (tool: string) => void]>([
      ['theirs', (tool) => chownSync(tool, NEIGHBOUR, NEIGHBOUR)],
      ['open to everybody', (tool) => chmodSync(tool, 0o777)],
    ])('gives no old QEMU for the one that is installed, where the folder is %s', async (_, give) => {
      const bin = join(arena.work, 'bin');
      const env = { PATH: `${bin}:/usr/sbin:/usr/bin:/sbin:/bin` };
      const old = makeEvil(own, join(bin, NAME));
      const first = await arena.cli(['setup', 'arm64'], { env });
      expect([first.code, await arena.held('arm64')], first.stderr).toEqual([0, old]);
      clear();
      cpSync(own, join(bin, 'new'));
      renameSync(join(bin, 'new'), join(bin, NAME));
      // What was changed a moment ago is not noted.
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const { tool } = await honestTree(env);
      const memory = join(tool, 'host.digests');
      const noted = readFileSync(memory, 'utf8');
      expect(noted).toContain(checked);
      writeFileSync(memory, noted.replaceAll(checked, old));
      give(tool);
      const ended = await arena.cli(['setup', 'arm64'], { env });
      expect([ended.code, await arena.held('arm64')], ended.stderr).toEqual([0, checked]);
    });
  });

  describe('folders in each other without an end', () => {
    const DEPTH = 6_000;
    // Node's own removal holds a descriptor for each.
    afterEach(() => execFileSync('rm', ['-rf', arena.tools]));

    it.each<[string, (tree: Tree) => string]>([
      ['in place of the handler', ({ handler }) => handler],
      ['in place of its record', ({ record }) => record],
      ['on the way into the store, and forgotten', ({ tool }) => join(tool, '.incoming-old')],
    ])('%s keep nobody from the store', async (_, where) => {
      const tree = await honestTree();
      const place = where(tree);
      for (const folder of [tree.tool, tree.version, tree.arch]) chmodSync(folder, 0o777);
      rmSync(place, { force: true });
      await attack('deep', place, String(DEPTH));
      lutimesSync(place, 1, 1);
      for (let round = 0; round < 2; round++) {
        clear();
        const ended = await arena.cli(['setup', 'arm64']);
        expect(ended.code, ended.stderr).toBe(0);
        await expectSound(ended);
      }
    });
  });

  describe('a folder that is exchanged while root fills it', () => {
    /** Parts of the trap, by where they lead. */
    const link = (name: string): string => `link:${name}=${victim}`;

    it.each<[string, (tool: string, evil: string) => readonly string[]]>([
      ['a link in place of the handler', () => [link('qemu-aarch64')]],
      ['a link in place of the record', () => [link('qemu-aarch64.json')]],
      ['a link in place of the marker', () => [link('file')]],
      ['links in place of everything', () => [link('qemu-aarch64'), link('qemu-aarch64.json'), link('file')]],
      ['a handler of theirs', (_, evil) => [`file:qemu-aarch64=${evil}`]],
      [
        'a handler of theirs, and a link in place of the record',
        (_, evil) => [`file:qemu-aarch64=${evil}`, link('qemu-aarch64.json')],
      ],
    ])('on its way into the store: %s', async (_, parts) => {
      const tool = join(arena.tools, 'setup-binfmt');
      const evil = join(arena.work, 'evil', 'qemu-aarch64');
      makeEvil(own, evil);
      giveTo(NEIGHBOUR, dirname(evil));
      mkdirSync(tool);
      chmodSync(tool, 0o777);
      theirs(tool);
      await attack(
        'when',
        tool,
        'create',
        '.incoming-',
        '0',
        'trap',
        join(tool, '%N'),
        join(tool, 'trap'),
        ...parts(tool, evil),
      );
      for (let round = 0; round < ROUNDS; round++) {
        for (const name of readdirSync(tool).filter((one) => one.startsWith('1.')))
          rmSync(join(tool, name), { recursive: true });
        clear();
        await expectSound(await arena.cli(['setup', 'arm64']));
      }
    });

    it.each<[string, string]>([
      ['a link in place of the handler', 'qemu-aarch64'],
      ['a link in place of the record', 'qemu-aarch64.json'],
      ['a link in place of the marker', 'file'],
    ])('the tool itself, which root has made: %s', async (_, name) => {
      const tool = join(arena.tools, 'setup-binfmt');
      for (let round = 0; round < ROUNDS; round++) {
        rmSync(tool, { recursive: true, force: true });
        mkdirSync(tool, { mode: 0o755 });
        clear();
        const trap = join(arena.tools, `trap-${round}`);
        const neighbour = await attack(
          ...['when', tool, 'create', '.incoming-', '1', 'trap', tool, trap, link(`%N/${name}`)],
        );
        await expectSound(await arena.cli(['setup', 'arm64']));
        await neighbour.stop();
      }
    });
  });

  describe('a handler that is exchanged after it was checked', () => {
    const places = ['handler', 'arch', 'version', 'tool'] as const;
    /** When a neighbour can tell that the check is over. */
    const moments: readonly [string, (tree: Tree) => readonly string[]][] = [
      ['root has read the record', ({ record }) => [record, 'close', '', '1']],
      ['root has opened the handler', ({ handler }) => [handler, 'open', '', '1']],
      ['root has read the handler', ({ handler }) => [handler, 'close', '', '1']],
      ['root writes down what it is about to do', () => ['/run/setup-binfmt', 'modify', '', '3']],
    ];
    it.each(places.flatMap((place) => moments.map(([moment, at]) => [place, moment, at] as const)))(
      'the %s, when %s',
      async (place, _, at) => {
        for (let round = 0; round < ROUNDS / 2; round++) {
          rmSync(join(arena.tools, 'setup-binfmt'), { recursive: true, force: true });
          rmSync(join(arena.work, 'evil'), { recursive: true, force: true });
          clear();
          const tree = await honestTree();
          const other = join(evilTree(tree), tree[place].slice(tree.tool.length));
          const trap = join(arena.tools, 'trap');
          rmSync(trap, { recursive: true, force: true });
          renameSync(other, trap);
          for (const folder of [tree.tool, tree.version, tree.arch]) chmodSync(folder, 0o777);
          const neighbour = await attack('when', ...at(tree), 'exchange', tree[place], trap);
          await expectSound(await arena.cli(['setup', 'arm64']));
          await neighbour.stop();
        }
      },
    );

    it.each<[string, string]>([
      ['the handler', 'qemu-aarch64'],
      ['the record', 'qemu-aarch64.json'],
    ])('when %s has just come into the store', async (_, name) => {
      const tree = await honestTree();
      const evil = evilTree(tree);
      for (let round = 0; round < ROUNDS; round++) {
        rmSync(tree.handler, { force: true });
        rmSync(tree.record, { force: true });
        for (const folder of [tree.tool, tree.version, tree.arch]) chmodSync(folder, 0o777);
        const trap = join(arena.tools, 'trap');
        rmSync(trap, { force: true });
        makeEvil(own, trap);
        theirs(trap);
        clear();
        const neighbour = await attack('when', tree.arch, 'moved', name, '1', 'exchange', tree.handler, trap);
        await expectSound(await arena.cli(['setup', 'arm64']));
        await neighbour.stop();
      }
      expect(existsSync(evil)).toBe(true);
    });
  });

  describe('a plan that names a handler where others may write', () => {
    function planFor(interpreter: string, change: object = {}): object {
      const plan = handlerPlan({ interpreter, sha256: checked }, join(arena.tools, 'setup-binfmt'));
      return { ...plan, install: [{ ...plan.install[0], ...change }] };
    }
    const place = (): string => {
      const handler = join(arena.tools, 'setup-binfmt', '1.0.0-x', process.arch, 'qemu-aarch64');
      cpSync(own, handler);
      chmodSync(handler, 0o755);
      return handler;
    };
    const expectRefused = async (ended: Attacked) => {
      const result = await outcome(ended);
      expect(result, ended.stderr + ended.stdout).toMatchObject({
        hung: false,
        victim: UNTOUCHED,
        rootOnly: ['victim'],
        registered: 'nothing else',
      });
    };

    it.each<[string, object]>([
      ['it says nothing', {}],
      ['it says that it is checked', { checked: true }],
      ['it says which version that is', { checked: true, version: '10.2.3' }],
    ])('that is theirs, and that they write to meanwhile; %s', async (_, change) => {
      for (let round = 0; round < ROUNDS; round++) {
        clear();
        const handler = place();
        giveTo(NEIGHBOUR, join(arena.tools, 'setup-binfmt'));
        mkdirSync(arena.there('/run/setup-binfmt'), { recursive: true });
        const neighbour = await attack('when', '/run/setup-binfmt', 'modify', '', '3', 'append', handler);
        await expectRefused(await arena.privileged(planFor(handler, change)));
        await neighbour.stop();
        clear();
        rmSync(join(arena.tools, 'setup-binfmt'), { recursive: true });
      }
    });

    it.each<[string, (handler: string, evil: string) => void]>([
      ['is another one', (handler, evil) => renameSync(evil, handler)],
      ['is a link to another one', (handler, evil) => linkTo(handler, evil)],
      [
        'lies in a folder that is a link to another one',
        (handler, evil) => linkTo(dirname(handler), dirname(evil)),
      ],
    ])('and that %s, which says that it is checked', async (_, exchange) => {
      const handler = place();
      const evil = join(arena.work, 'evil', 'qemu-aarch64');
      makeEvil(own, evil);
      exchange(handler, evil);
      const ended = await arena.privileged(planFor(handler, { checked: true }));
      await expectRefused(ended);
      expect(arena.entries().size).toBe(0);
    });

    it.each<[string, (handler: string) => void]>([
      [
        'the handler is a link out of the store',
        (handler) => {
          const outside = join(arena.work, 'outside');
          cpSync(own, outside);
          theirs(outside);
          linkTo(handler, outside);
        },
      ],
      [
        'its folder is a link out of the store',
        (handler) => {
          const outside = join(arena.work, 'outside');
          cpSync(dirname(handler), outside, { recursive: true });
          theirs(outside);
          linkTo(dirname(handler), outside);
        },
      ],
      [
        'the store is a link',
        (handler) => {
          const outside = join(arena.work, 'outside');
          renameSync(dirname(dirname(dirname(handler))), outside);
          theirs(outside);
          symlinkSync(outside, join(arena.tools, 'setup-binfmt'));
        },
      ],
    ])('and %s: what is there is right, and is exchanged when root has read it', async (_, plant) => {
      const handler = place();
      plant(handler);
      const outside = join(arena.work, 'outside');
      const evil = join(arena.work, 'evil');
      makeEvil(own, evil);
      theirs(evil);
      giveTo(NEIGHBOUR, arena.work);
      for (const folder of ['home', 'tmp', 'root-only']) chownSync(join(arena.work, folder), 0, 0);
      chownSync(victim, 0, 0);
      const real = existsSync(join(outside, '1.0.0-x'))
        ? join(outside, '1.0.0-x', process.arch, 'qemu-aarch64')
        : existsSync(join(outside, 'qemu-aarch64'))
          ? join(outside, 'qemu-aarch64')
          : outside;
      await attack('when', real, 'close', '', '1', 'exchange', real, evil);
      await expectRefused(await arena.privileged(planFor(handler)));
    });
  });

  describe('what is to stay over a reboot', () => {
    const LIB = '/usr/local/lib';
    const persistRoot = `${LIB}/setup-binfmt`;
    const named = `${persistRoot}/${checked.slice(0, 16)}`;

    /** The handler that the fragment names is the one that was checked, and only root can change it. */
    const persisted = (): object => {
      const conf = arena.there('/etc/binfmt.d/setup-binfmt.conf');
      const path = existsSync(conf) ? /:(\/[^:]+):[A-Z]*$/m.exec(readFileSync(conf, 'utf8'))?.[1] : undefined;
      if (path === undefined) return { nothing: true };
      return { hash: sha256(readFileSync(arena.there(path))) };
    };
    /** As their own user, they replace whatever they can. */
    const overwrite = async (): Promise<void> => {
      const evil = join(arena.work, 'evil-handler');
      makeEvil(own, evil);
      const script = `cp '${evil}' ${named}/qemu-aarch64.x && mv -f ${named}/qemu-aarch64.x ${named}/qemu-aarch64
        mv ${named} ${named}.away && mkdir -p ${named} && cp '${evil}' ${named}/qemu-aarch64
        mv ${persistRoot} ${persistRoot}.away && mkdir -p ${named} && cp '${evil}' ${named}/qemu-aarch64`;
      await arena.run(['/bin/sh', '-c', script], { user: NEIGHBOUR });
    };

    it.each<[string, (root: string) => void]>([
      [
        'the folder of handlers is theirs',
        (root) => {
          mkdirSync(root);
          theirs(root);
        },
      ],
      [
        'everyone may write to the folder of handlers',
        (root) => {
          mkdirSync(root);
          chmodSync(root, 0o777);
        },
      ],
      [
        'a group may write to the folder of handlers',
        (root) => {
          mkdirSync(root);
          chownSync(root, 0, NEIGHBOUR);
          chmodSync(root, 0o775);
        },
      ],
      [
        'the folder of handlers is a link to theirs',
        (root) => {
          const mine = join(arena.work, 'mine');
          mkdirSync(mine);
          theirs(mine);
          symlinkSync(mine, root);
        },
      ],
      ['the folder of handlers is a link to root’s own', (root) => symlinkSync(rootOnly, root)],
      [
        'the folder of handlers is a link to root’s own, where folders are',
        (root) => {
          mkdirSync(join(rootOnly, 'kept'));
          symlinkSync(rootOnly, root);
        },
      ],
      [
        'the folder of this content is theirs',
        () => {
          mkdirSync(arena.there(named), { recursive: true });
          theirs(arena.there(named));
        },
      ],
      [
        'the folder of this content is a link to theirs',
        (root) => {
          mkdirSync(root);
          const mine = join(arena.work, 'mine');
          mkdirSync(mine);
          theirs(mine);
          symlinkSync(mine, arena.there(named));
        },
      ],
      [
        'the handler is there, right, and theirs',
        () => {
          mkdirSync(arena.there(named), { recursive: true });
          cpSync(own, arena.there(`${named}/qemu-aarch64`));
          theirs(arena.there(named));
        },
      ],
      [
        'the handler is there, right, and everyone may write to it',
        () => {
          mkdirSync(arena.there(named), { recursive: true });
          cpSync(own, arena.there(`${named}/qemu-aarch64`));
          chmodSync(arena.there(`${named}/qemu-aarch64`), 0o777);
        },
      ],
      [
        'a link lies where the handler is written to',
        () => {
          mkdirSync(arena.there(named), { recursive: true });
          symlinkSync(victim, arena.there(`${named}/qemu-aarch64.new`));
        },
      ],
      ['everyone may write to the folder above', () => chmodSync(arena.there(LIB), 0o777)],
    ])('%s', async (_, plant) => {
      plant(arena.there(persistRoot));
      const before = readdirSync(rootOnly);
      const ended = await arena.cli(['setup', 'arm64', '--persist']);
      await overwrite();
      expect(readdirSync(rootOnly)).toEqual(before);
      expect(await outcome(ended), ended.stderr).toMatchObject({
        hung: false,
        victim: UNTOUCHED,
        registered: 'nothing else',
      });
      // It is kept as it was checked, or it is said that it is not.
      expect(persisted(), ended.stderr).toEqual(ended.code === 0 ? { hash: checked } : { nothing: true });
    });

    it.each<[string, (folder: string) => void]>([
      [
        'the fragment is a link to a file of root’s',
        (folder) => symlinkSync(victim, join(folder, 'setup-binfmt.conf')),
      ],
      [
        'a link lies where the fragment is written to',
        (folder) => symlinkSync(victim, join(folder, 'setup-binfmt.conf.new')),
      ],
      [
        'everyone may write where fragments lie, and a link lies there',
        (folder) => {
          chmodSync(folder, 0o777);
          symlinkSync(victim, join(folder, 'setup-binfmt.conf.new'));
          theirs(join(folder, 'setup-binfmt.conf.new'));
        },
      ],
    ])('%s', async (_, plant) => {
      plant(arena.there('/etc/binfmt.d'));
      const ended = await arena.cli(['setup', 'arm64', '--persist']);
      expect(await outcome(ended), ended.stderr).toMatchObject({
        victim: UNTOUCHED,
        registered: 'nothing else',
      });
    });

    it('everyone may write where fragments lie: nothing is kept there', async () => {
      chmodSync(arena.there('/etc/binfmt.d'), 0o777);
      const ended = await arena.cli(['setup', 'arm64', '--persist']);
      expect([ended.code === 0, persisted()], ended.stderr).toEqual([false, { nothing: true }]);
    });
  });

  describe('the folder of records', () => {
    const state = '/run/setup-binfmt';
    it.each<[string, (path: string) => void]>([
      [
        'is theirs',
        (path) => {
          mkdirSync(path);
          theirs(path);
        },
      ],
      ['is a link to root’s own', (path) => symlinkSync(rootOnly, path)],
      [
        'is a link to theirs',
        (path) => {
          const mine = join(arena.work, 'mine');
          mkdirSync(join(mine, 'leases'), { recursive: true });
          theirs(mine);
          symlinkSync(mine, path);
        },
      ],
      ['is a file', (path) => writeFileSync(path, '')],
      [
        'has leases that are a link to root’s own',
        (path) => {
          mkdirSync(path, { mode: 0o755 });
          symlinkSync(rootOnly, join(path, 'leases'));
        },
      ],
      [
        'has leases that are theirs',
        (path) => {
          mkdirSync(join(path, 'leases'), { recursive: true });
          theirs(join(path, 'leases'));
        },
      ],
      [
        'may be written to by a group',
        (path) => {
          mkdirSync(path);
          chownSync(path, 0, NEIGHBOUR);
          chmodSync(path, 0o775);
        },
      ],
      [
        'holds a memory of digests that is a link to root’s own',
        (path) => {
          mkdirSync(path, { mode: 0o755 });
          symlinkSync(victim, join(path, 'digests.json'));
        },
      ],
      [
        'holds a memory of digests that is theirs',
        (path) => {
          mkdirSync(path, { mode: 0o755 });
          writeFileSync(join(path, 'digests.json'), '{}');
          theirs(join(path, 'digests.json'));
        },
      ],
    ])('%s', async (_, plant) => {
      plant(arena.there(state));
      await expectSound(await arena.cli(['setup', 'arm64']));
      await expectSound(await arena.cli(['setup', 'arm64']));
    });

    it('is exchanged while it is written to, where everyone may write above it', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        clear();
        chmodSync(arena.there('/run'), 0o777);
        rmSync(arena.there(state), { recursive: true, force: true });
        mkdirSync(join(arena.there(state), 'leases'), { recursive: true, mode: 0o755 });
        const neighbour = await attack(
          ...['when', state, 'create', '', '1', 'trap', state, `/run/trap-${round}`],
          ...[`link:%N=${victim}`, `link:digests.json.new=${victim}`],
        );
        await expectSound(await arena.cli(['setup', 'arm64']));
        await neighbour.stop();
      }
    });
  });

  describe('the temporary folder, where everyone may write', () => {
    const jails: readonly [string, string][] = [
      ['the probe', 'arm64/probe'],
      ['what it prints', 'arm64.out'],
      ['how it ended', 'arm64.end'],
      ['the probe of a trial', 'arm64-trial/probe'],
    ];
    it.each(jails)('a link in place of %s', async (_, name) => {
      const temporary = join(arena.work, 'open');
      mkdirSync(temporary);
      chmodSync(temporary, 0o777);
      await attack(
        ...['when', temporary, 'create', 'setup-binfmt-', '0', 'trap', join(temporary, '%N')],
        ...[join(temporary, 'trap'), `link:${name}=${victim}`],
      );
      for (let round = 0; round < ROUNDS; round++) {
        if (name.startsWith('arm64-trial')) {
          clear();
          // A trial is made beside an entry that does not work.
          const { magic, mask } = target('arm64');
          const hex = (bytes: string): string => bytes.replace(/../g, '\\x$&');
          writeFileSync(
            join(arena.there('/proc/sys/fs/binfmt_misc'), 'register'),
            `:qemu-aarch64:M::${hex(magic)}:${hex(mask)}:/bin/false:POC`,
          );
        } else clear();
        const args = ['setup', 'arm64', '--on-conflict', 'replace'];
        const ended = await arena.cli(args, { env: { TMPDIR: temporary } });
        const { victim: left, rootOnly: names } = (await outcome(ended)) as {
          victim: unknown;
          rootOnly: unknown;
        };
        expect([ended.hung, left, names], ended.stderr).toEqual([false, UNTOUCHED, ['victim']]);
      }
    });

    it('a link in place of the report', async () => {
      const temporary = join(arena.work, 'open');
      mkdirSync(temporary);
      chmodSync(temporary, 0o777);
      await attack(
        ...['when', temporary, 'create', 'setup-binfmt-report-', '0', 'trap', join(temporary, '%N')],
        ...[join(temporary, 'trap'), `link:report.json=${victim}`],
      );
      const env = { RUNNER_TEMP: temporary, INPUT_PLATFORMS: 'arm64', 'INPUT_QEMU-FROM': 'host' };
      for (let round = 0; round < ROUNDS; round++) {
        const ended = await arena.run(commandOf('action.js'), { env });
        const { works: _, ...rest } = sound(ended);
        expect(await outcome(ended), ended.stdout).toMatchObject(rest);
        if (ended.code !== 0) expect(ended.stdout).toMatch(/Cannot publish the result/);
      }
    });

    it('a probe of theirs does not pass for one that was proven', async () => {
      const temporary = join(arena.work, 'open');
      mkdirSync(temporary);
      chmodSync(temporary, 0o777);
      // A handler that does not emulate, and answers of another program in place of the probe's.
      const cheat = join(arena.work, 'cheat');
      const code = String(42);
      writeFileSync(cheat, `#!/bin/sh\necho 42\nexit ${code}\n`, { mode: 0o755 });
      const { magic, mask } = target('arm64');
      const hex = (bytes: string): string => bytes.replace(/../g, '\\x$&');
      writeFileSync(
        join(arena.there('/proc/sys/fs/binfmt_misc'), 'register'),
        `:qemu-aarch64:M::${hex(magic)}:${hex(mask)}:/bin/false:POC`,
      );
      await attack(
        ...['when', temporary, 'create', 'setup-binfmt-', '0', 'trap', join(temporary, '%N')],
        ...[join(temporary, 'trap'), `file:arm64/probe=${cheat}`, 'file:arm64.end=/etc/hostname'],
      );
      for (let round = 0; round < ROUNDS; round++) {
        const ended = await arena.cli(['doctor', 'arm64', '--json'], { env: { TMPDIR: temporary } });
        expect(reportOf(ended).platforms.find(({ platform }) => platform === 'linux/arm64')?.proven).toBe(
          false,
        );
      }
    });
  });
});
