/**
 * Limits that are written down hold: which rules, programs, plans and environments the program that is root's takes.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import {
  type Arena,
  type Attacked,
  giveTo,
  handlerPlan,
  lookAt,
  makeVictim,
  NEIGHBOUR,
  noArena,
  openArena,
  RUN,
  RUNNER,
  sha256,
  TABLE,
  UNTOUCHED,
} from './support/arena.ts';

const able = noArena() === undefined;
const qemu = able ? await debianQemu() : '';
const own = join(qemu, 'qemu-aarch64-static');
const checked = able ? sha256(readFileSync(own)) : '';

describe.skipIf(!able)('the program that is root’s', () => {
  let arena: Arena;
  let victim: string;
  beforeEach(async () => {
    arena = await openArena(qemu);
    victim = makeVictim(join(arena.work, 'root-only')).path;
  });
  afterEach(() => arena.close());

  /** A plan that is carried out as it is; the handler lies in root's own store. */
  function planFor(change: (plan: Plan) => unknown = (plan) => plan): unknown {
    const store = join(arena.work, 'store');
    const interpreter = join(store, 'qemu-aarch64');
    if (!existsSync(interpreter)) cpSync(own, interpreter);
    chmodSync(interpreter, 0o755);
    return change(handlerPlan({ interpreter, sha256: checked }, store));
  }
  type Plan = ReturnType<typeof handlerPlan>;
  type Install = Plan['install'][0];
  const withInstall =
    (change: (install: Install) => object) =>
    (plan: Plan): object => ({ ...plan, install: [change(plan.install[0])] });
  const withInterpreter = (interpreter: unknown) => withInstall((install) => ({ ...install, interpreter }));

  /** Refused as a whole, in one short line, and nothing was done. */
  function expectRefused(ended: Attacked): void {
    const { code, hung, stdout, stderr } = ended;
    expect({ code, hung, stdout, lines: stderr.split('\n').length }, stderr.slice(0, 2000)).toEqual({
      ...{ code: 2, hung: false, stdout: '', lines: 2 },
    });
    expect(stderr.length).toBeLessThan(65_536);
    expect([arena.entries().size, lookAt(victim)]).toEqual([0, UNTOUCHED]);
  }

  it('carries out the plan that the attacks are made from', async () => {
    const ended = await arena.privileged(planFor());
    expect([ended.code, arena.entries().size, await arena.held('arm64')], ended.stdout).toEqual([
      0,
      1,
      checked,
    ]);
  });

  describe('takes no rule that takes programs of this host', () => {
    const ruleOf = (match: object, interpreter = '/usr/bin/env'): object => ({
      rule: { name: 'mine', interpreter, flags: '', match },
    });
    async function expectNoRule(match: object): Promise<void> {
      const ended = await arena.privileged(
        planFor((plan) => ({ ...plan, install: [], rules: [ruleOf(match)] })),
      );
      expect([ended.hung, arena.entries().size], ended.stdout + ended.stderr).toEqual([false, 0]);
    }
    const bytesOf = (path: string, start: number, length: number): object => ({
      kind: 'magic',
      offset: start,
      magic: readFileSync(path)
        .subarray(start, start + length)
        .toString('hex'),
    });

    const programs = [
      ...[
        '/usr/bin/passwd',
        '/bin/su',
        '/usr/bin/apt-get',
        '/usr/bin/python3',
        '/usr/bin/dpkg',
        '/usr/bin/perl',
      ],
      ...[
        '/bin/login',
        '/usr/bin/getent',
        '/bin/gzip',
        '/bin/ls',
        '/usr/bin/id',
        '/bin/chmod',
        '/usr/bin/newgrp',
      ],
      ...['/usr/bin/gpg', '/usr/bin/ssh', '/usr/bin/curl', '/bin/systemctl', '/usr/sbin/useradd'],
    ].filter((path) => existsSync(path));
    it.each(programs)('by the first bytes of %s', async (path) => {
      await expectNoRule(bytesOf(realpathSync(path), 0, 64));
    });

    it.each<[string, number, number]>([
      ['all that fits', 0, 200],
      ['where it is entered', 24, 8],
      ['where its sections are', 40, 8],
      ['its first segment', 64, 56],
      ['its second segment', 120, 56],
      ['its last bytes that the kernel looks at', 240, 16],
    ])('by other bytes of a set-uid program: %s', async (_, start, length) => {
      await expectNoRule(bytesOf(realpathSync('/usr/bin/passwd'), start, length));
    });

    it.each<[string, number, number]>([
      ['the machine alone', 18, 2],
      ['type and machine', 16, 4],
      ['the class', 4, 1],
      ['the version', 20, 4],
      ['the size of the header', 52, 2],
      ['the letters ELF', 1, 3],
      ['the first byte', 0, 1],
    ])('by what all of them have: %s', async (_, start, length) => {
      await expectNoRule(bytesOf(realpathSync('/bin/ls'), start, length));
    });

    it.each<[string, object]>([
      ['a mask that looks at nothing', { kind: 'magic', offset: 0, magic: '00', mask: '00' }],
      ['a mask that looks at one bit', { kind: 'magic', offset: 0, magic: '01', mask: '01' }],
      ['a magic of nothing', { kind: 'magic', offset: 0, magic: '' }],
      ['scripts of Python', { kind: 'magic', offset: 2, magic: hex('/usr/bin/env python3') }],
      ['scripts of a shell', { kind: 'magic', offset: 2, magic: hex('/bin/sh -e') }],
      ['scripts of Perl', { kind: 'magic', offset: 2, magic: hex('/usr/bin/perl -w') }],
      ['scripts of awk', { kind: 'magic', offset: 2, magic: hex(' /usr/bin/awk') }],
      ['names that end in .minix', { kind: 'extension', extension: 'minix' }],
      ['names that end in .cramfs', { kind: 'extension', extension: 'cramfs' }],
    ])('%s', async (_, match) => {
      await expectNoRule(match);
    });

    /** A program whose path is a line of its own to who ends lines at this character, and what that would register. */
    const withLine = (end: string): string => {
      const path = `${arena.work}/x${end}:evil:E::exe::/bin/y:`;
      mkdirSync(dirname(path), { recursive: true });
      cpSync('/usr/bin/env', path);
      return path;
    };
    it.each(['\r', '\u0001', '\u0085'])('by a path that holds %j and a second rule', async (end) => {
      const rules = [ruleOf({ kind: 'extension', extension: 'mine' }, withLine(end))];
      const persist = { handlers: [], rules: ['mine'], forget: [] };
      const ended = await arena.privileged(planFor((plan) => ({ ...plan, install: [], rules, persist })));
      expect([ended.hung, arena.entries().size], ended.stdout + ended.stderr).toEqual([false, 0]);
      expect(existsSync(arena.there('/etc/binfmt.d/setup-binfmt.conf'))).toBe(false);
    });

    it('by a path that holds a second rule, of an entry that is to be kept over a reboot', async () => {
      const line = `|mine|E||mine||${withLine('\r')}|`;
      writeFileSync(arena.there(`${TABLE}/register`), line);
      const persist = { handlers: [], rules: ['mine'], forget: [] };
      const ended = await arena.privileged(planFor((plan) => ({ ...plan, install: [], persist })));
      expect([ended.hung, ended.stdout], ended.stderr).toEqual([
        false,
        expect.stringContaining('entry mine cannot be kept over a reboot'),
      ]);
      expect(existsSync(arena.there('/etc/binfmt.d/setup-binfmt.conf'))).toBe(false);
    });

    it('by a path that holds a second rule, when the step asks for it', async () => {
      const rule = `|mine|E||mine||${withLine('\r')}|`;
      const ended = await arena.cli(['setup', 'none', '--persist', '--rules', rule]);
      expect([ended.code === 0, arena.entries().size], ended.stdout).toEqual([false, 0]);
      expect(existsSync(arena.there('/etc/binfmt.d/setup-binfmt.conf'))).toBe(false);
    });

    it('by the first bytes of a set-uid program, when the step asks for it', async () => {
      const magic = readFileSync(realpathSync('/usr/bin/passwd')).subarray(0, 64).toString('hex');
      const rule = `:mine:M::${magic.replace(/../g, '\\x$&')}::/usr/bin/env:C`;
      const ended = await arena.cli(['setup', 'none', '--rules', rule]);
      expect([ended.code === 0, arena.entries().size], ended.stdout).toEqual([false, 0]);
    });
  });

  /** Programs of the job's own that say who started them, and do what they are named for. */
  function evilPath(...names: readonly string[]): { PATH: string; ran: () => string } {
    const folder = join(arena.work, 'evil');
    mkdirSync(folder);
    const marker = join(arena.work, 'open', 'ran');
    mkdirSync(join(marker, '..'));
    chmodSync(join(marker, '..'), 0o777);
    for (const name of names) {
      const real = ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].map((dir) => join(dir, name)).find(existsSync);
      const script = `#!/bin/sh\n[ "$(/usr/bin/id -u)" != 0 ] || echo ${name} >>${marker}\nexec ${real ?? '/bin/true'} "$@"\n`;
      writeFileSync(join(folder, name), script, { mode: 0o755 });
    }
    giveTo(RUNNER, folder);
    return {
      PATH: `${folder}:${arena.env.PATH}`,
      ran: () => (existsSync(marker) ? readFileSync(marker, 'utf8') : 'nothing'),
    };
  }

  describe('starts no program that the PATH of a job chooses', () => {
    const all = [
      'flock',
      'chroot',
      'sh',
      'mount',
      'umount',
      'modprobe',
      'unshare',
      'update-binfmts',
      'env',
      'id',
    ];

    it('to lock, to register and to prove', async () => {
      const { PATH, ran } = evilPath(...all);
      const ended = await arena.privileged(planFor(), { env: { PATH } });
      expect([ended.code, ran(), arena.entries().size], ended.stderr).toEqual([0, 'nothing', 1]);
    });

    it.each<[string, object]>([
      ['flock', {}],
      ['chroot', { prove: ['arm64'] }],
      ['modprobe', { prepare: ['load-module'], install: [] }],
    ])('%s', async (name, change) => {
      const { PATH, ran } = evilPath(name);
      await arena.privileged(
        planFor((plan) => ({ ...plan, ...change })),
        { env: { PATH } },
      );
      expect(ran()).toBe('nothing');
    });

    it('mount, and umount at the end of the job', async () => {
      await arena.run(['umount', TABLE]);
      const { PATH, ran } = evilPath('mount', 'umount', 'modprobe');
      await arena.privileged(
        planFor((plan) => ({ ...plan, prepare: ['mount'] })),
        { env: { PATH } },
      );
      await arena.privileged(
        planFor((plan) => ({ ...plan, install: [], end: { changes: true } })),
        {
          env: { PATH },
        },
      );
      expect(ran()).toBe('nothing');
    });

    it('update-binfmts, where binfmt-support is in charge', async () => {
      for (const folder of ['/usr/lib/systemd', '/lib/systemd'].filter((path) => existsSync(path)))
        await arena.run(['mount', '-t', 'tmpfs', 'none', folder]);
      const { PATH, ran } = evilPath('update-binfmts');
      await arena.privileged(
        planFor((plan) => ({
          ...plan,
          install: [],
          rules: [
            {
              rule: {
                ...{ name: 'mine', interpreter: '/usr/bin/env', flags: '' },
                match: { kind: 'extension', extension: 'mine' },
              },
            },
          ],
          persist: { handlers: [], rules: ['mine'], forget: [] },
        })),
        { env: { PATH } },
      );
      expect(ran()).toBe('nothing');
    });
  });

  describe('is not asked for where a table of one’s own, or an engine’s, is wanted and cannot be had', () => {
    const action = { INPUT_PLATFORMS: 'arm64', 'INPUT_QEMU-FROM': 'host', INPUT_CACHE: 'false' };
    it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
      ['exec', ['cli.js', 'exec', 'arm64', '--', 'true'], {}],
      ['setup', ['cli.js', 'setup', 'arm64', '--scope', 'engine', '--qemu-from', 'host'], {}],
      ['plan', ['cli.js', 'plan', 'arm64', '--scope', 'engine'], {}],
      ['list', ['cli.js', 'list', '--scope', 'engine'], {}],
      ['remove', ['cli.js', 'remove', 'all', '--scope', 'engine'], {}],
      ['doctor', ['cli.js', 'doctor', '--scope', 'engine'], {}],
      ['a step with scope: private', ['action.js'], { ...action, INPUT_SCOPE: 'private' }],
      ['a step with scope: engine', ['action.js'], { ...action, INPUT_SCOPE: 'engine' }],
      ['a doctor with scope: private', ['action.js'], { INPUT_MODE: 'doctor', INPUT_SCOPE: 'private' }],
    ])('by %s', async (_, [program = '', ...args], variables) => {
      const bin = join(arena.work, 'bin');
      mkdirSync(bin);
      const asked = join(arena.work, 'asked');
      writeFileSync(asked, '');
      const scripts = { sudo: `echo "$*" >>'${asked}'`, unshare: 'echo "not permitted" >&2; exit 1' };
      for (const [name, script] of Object.entries(scripts))
        writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      giveTo(RUNNER, asked, arena.env.HOME ?? '', arena.env.TMPDIR ?? '');
      const env = { PATH: `${bin}:${arena.env.PATH}`, GITHUB_ACTIONS: 'true', ...variables };
      const ended = await arena.run([...commandOf(program), ...args], { user: RUNNER, env });
      expect([ended.hung, readFileSync(asked, 'utf8')], ended.stderr).toEqual([false, '']);
    });
  });

  describe('obeys no environment that sudo lets through', () => {
    /** A user with sudo, of this arena alone. */
    async function withSudo(defaults: readonly string[]): Promise<void> {
      // The whole folder: a file that somebody renames in the machine's own one would lose what is mounted on it.
      const etc = join(arena.work, 'etc');
      cpSync('/etc', etc, { recursive: true, verbatimSymlinks: true });
      const files: readonly [string, string, number][] = [
        [
          'passwd',
          `root:*:0:0::/root:/bin/sh\nrunner:*:${RUNNER}:${RUNNER}::${arena.env.HOME}:/bin/sh\n`,
          0o644,
        ],
        ['group', `root:*:0:\nrunner:*:${RUNNER}:\n`, 0o644],
        ['sudoers', `${[...defaults, 'runner ALL=(ALL) NOPASSWD: ALL'].join('\n')}\n`, 0o440],
      ];
      for (const [name, text, mode] of files) {
        rmSync(join(etc, name));
        writeFileSync(join(etc, name), text, { mode });
      }
      const bound = await arena.run(['mount', '--bind', etc, '/etc']);
      expect(bound.code, bound.stderr).toBe(0);
      giveTo(RUNNER, arena.env.HOME ?? '', arena.env.TMPDIR ?? '');
    }
    const setUp = (env: Readonly<Record<string, string>>): Promise<Attacked> => {
      const cache = join(arena.env.HOME ?? '', 'tools');
      return arena.cli(['setup', 'arm64'], { user: RUNNER, env: { RUNNER_TOOL_CACHE: cache, ...env } });
    };
    const preloaded = (): { file: string; ran: () => string } => {
      const file = join(arena.work, 'home', 'preload.cjs');
      const marker = join(arena.work, 'ran-by-root');
      writeFileSync(
        file,
        `if (process.geteuid() === 0) require('fs').writeFileSync('${marker}', 'code of the job');`,
      );
      return { file, ran: () => (existsSync(marker) ? readFileSync(marker, 'utf8') : 'nothing') };
    };

    it('works with sudo as Debian has it', async () => {
      await withSudo(['Defaults secure_path="/usr/sbin:/usr/bin:/sbin:/bin"', 'Defaults env_reset']);
      const { PATH, ran } = evilPath('flock', 'chroot', 'mount', 'sh');
      const ended = await setUp({ PATH });
      expect([ended.code, ran(), await arena.held('arm64')], ended.stderr).toEqual([0, 'nothing', checked]);
    });

    it.each<[string, readonly string[]]>([
      ['has no secure_path', ['Defaults env_reset']],
      ['resets nothing', ['Defaults !env_reset']],
      ['keeps PATH', ['Defaults env_keep += "PATH"']],
    ])('PATH, where sudo %s', async (_, defaults) => {
      await withSudo(defaults);
      const { PATH, ran } = evilPath('flock', 'chroot', 'mount', 'sh');
      const ended = await setUp({ PATH });
      expect([ended.code, ran()], ended.stderr).toEqual([0, 'nothing']);
    });

    it.each<[string, readonly string[]]>([
      ['resets it', ['Defaults env_reset']],
      ['resets nothing', ['Defaults !env_reset']],
      ['keeps it', ['Defaults env_keep += "NODE_OPTIONS"']],
    ])('NODE_OPTIONS, where sudo %s', async (_, defaults) => {
      await withSudo(defaults);
      const { file, ran } = preloaded();
      const ended = await setUp({ NODE_OPTIONS: `--require=${file}` });
      expect([ended.code, ran()], ended.stderr).toEqual([0, 'nothing']);
    });

    it.each<[string, string]>([
      ['NODE_PATH', 'node_modules'],
      ['NODE_REPL_EXTERNAL_MODULE', 'preload.cjs'],
      ['OPENSSL_CONF', 'preload.cjs'],
      ['BASH_ENV', 'rc'],
      ['ENV', 'rc'],
    ])('%s, where sudo resets nothing', async (name, file) => {
      await withSudo(['Defaults !env_reset']);
      const { ran } = preloaded();
      const marker = join(arena.work, 'open-home');
      writeFileSync(join(arena.work, 'home', 'rc'), `[ "$(id -u)" != 0 ] || echo rc >${marker}\n`);
      await setUp({ [name]: join(arena.work, 'home', file) });
      expect([ran(), existsSync(marker)]).toEqual(['nothing', false]);
    });

    it('QEMU_*, where sudo resets nothing, when the handler is proven', async () => {
      await withSudo(['Defaults !env_reset']);
      const log = join(arena.work, 'root-only', 'log');
      const ended = await setUp({ QEMU_LOG: 'page', QEMU_LOG_FILENAME: log, QEMU_STRACE: '1' });
      expect([ended.code, existsSync(log), await arena.held('arm64')], ended.stderr).toEqual([
        0,
        false,
        checked,
      ]);
    });
  });

  describe('reads no more than a plan', () => {
    /** So much may stand in pipes and buffers; the limit of a plan is 16 MiB. */
    const TAKEN_AT_MOST = 64 * 1024 * 1024;
    const MEGABYTE = 1024 * 1024;

    it.each<[string, string, string]>([
      ['700 MB of zeros', '', '\0'],
      ['700 MB of spaces', '', ' '],
      ['700 MB of one text', '{"schema":1,"store":"', 'x'],
      ['700 MB of brackets', '', '['],
      ['700 MB of numbers', '{"schema":1,"prepare":[', '1,'],
      ['a plan, and 700 MB behind it', 'PLAN', ' '],
    ])('%s', async (_, head, fill) => {
      const [file = '', ...args] = commandOf('privileged.js');
      // A tenth of a second of a program of its own: no table is needed to refuse.
      const child = spawn(file, args, { env: { PATH: '/usr/bin:/bin' }, stdio: ['pipe', 'pipe', 'pipe'] });
      let [taken, stdout, ended] = [0, '', false];
      child.stdout.on('data', (text) => {
        stdout += text;
      });
      child.stdin.on('error', () => undefined);
      const closed = new Promise<number | null>((resolve) =>
        child.on('close', (code) => {
          ended = true;
          resolve(code);
        }),
      );
      const plan = JSON.stringify({
        schema: 1,
        prepare: [],
        remove: [],
        install: [],
        prove: [],
        store: '/nowhere',
      });
      child.stdin.write(head === 'PLAN' ? plan : head);
      const piece = Buffer.alloc(MEGABYTE, fill);
      while (!ended && taken < 700 * MEGABYTE) {
        const more = child.stdin.write(piece);
        if (!more) await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), closed]);
        if (!ended) taken += piece.length;
      }
      child.stdin.end();
      expect([await closed, stdout]).toEqual([2, '']);
      expect(taken).toBeLessThan(TAKEN_AT_MOST);
    });
  });

  describe('takes no text for a plan that is none', () => {
    const many = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);
    const pinned = { name: 'x', text: '' };
    it.each<[string, (plan: Plan) => unknown]>([
      ['brackets in brackets', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
      ['objects in objects', () => `${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`],
      [
        'brackets in a list',
        (plan) =>
          JSON.stringify({ ...plan, prepare: 'X' }).replace(
            '"X"',
            `${'['.repeat(400_000)}${']'.repeat(400_000)}`,
          ),
      ],
      ['a text that is cut off', (plan) => JSON.stringify(plan).slice(0, -1)],
      ['two plans', (plan) => JSON.stringify(plan) + JSON.stringify(plan)],
      ['a byte order mark', (plan) => `\uFEFF${JSON.stringify(plan)}`],
      ['a key of the prototype', (plan) => JSON.stringify(plan).replace('{', '{"__proto__":{"store":"/"},')],
      ['a constructor', (plan) => ({ ...plan, constructor: { prototype: {} } })],
      ['another schema', (plan) => ({ ...plan, schema: 2 })],
      ['a schema that is a text', (plan) => ({ ...plan, schema: '1' })],
      ['a list that is an object', (plan) => ({ ...plan, remove: { length: 1, 0: pinned } })],
      ['too many preparations', (plan) => ({ ...plan, prepare: many(301, 'mount') })],
      ['too many removals', (plan) => ({ ...plan, remove: many(100_001, pinned) })],
      ['too many installations', (plan) => ({ ...plan, install: many(301, plan.install[0]) })],
      ['too many proofs', (plan) => ({ ...plan, prove: many(301, 'arm64') })],
      ['too many rules', (plan) => ({ ...plan, rules: many(301, {}) })],
      ['too many names in a lease', (plan) => ({ ...plan, lease: { entries: many(100_001, 'x') } })],
      [
        'too many names to keep',
        (plan) => ({ ...plan, persist: { handlers: many(100_001, 'x'), rules: [], forget: [] } }),
      ],
      ['too many flags', (plan) => withInstall((one) => ({ ...one, flagChoices: many(301, 'F') }))(plan)],
      [
        'too many entries to replace',
        (plan) => withInstall((one) => ({ ...one, replaces: many(100_001, pinned) }))(plan),
      ],
      [
        'many installations, and everything is wrong with each',
        (plan) => ({
          ...plan,
          install: many(300, {
            ...plan.install[0],
            sha256: 1,
            flagChoices: many(300, 'Q'),
            replaces: many(20, 1),
          }),
        }),
      ],
    ])('%s', async (_, change) => {
      expectRefused(await arena.privileged(planFor(change)));
    });
  });

  describe('opens nothing outside of the store', () => {
    const elsewhere = () => join(arena.work, 'root-only', 'qemu-aarch64');
    it.each<[string, () => (plan: Plan) => unknown]>([
      ['beside it', () => withInterpreter(elsewhere())],
      ['above it', () => (plan) => withInterpreter(`${plan.store}/../root-only/victim`)(plan)],
      ['below a dot', () => (plan) => withInterpreter(`${plan.store}/./qemu-aarch64`)(plan)],
      ['where its name goes on', () => (plan) => withInterpreter(`${plan.store}-2/qemu`)(plan)],
      ['the store itself', () => (plan) => withInterpreter(plan.store)(plan)],
      ['a line of its own', () => (plan) => withInterpreter(`${plan.store}/x\n:y:E::y::/z:`)(plan)],
      ['a field of its own', () => (plan) => withInterpreter(`${plan.store}/x:F`)(plan)],
      ['a text that ends early', () => (plan) => withInterpreter(`${plan.store}/x\0`)(plan)],
      ['an escape', () => (plan) => withInterpreter(`${plan.store}/\\x2e\\x2e/x`)(plan)],
      ['a name without an end', () => (plan) => withInterpreter(`${plan.store}/${'x'.repeat(4000)}`)(plan)],
      ['no name', () => withInterpreter('')],
      ['a number', () => withInterpreter(1)],
      ['a store that is not absolute', () => (plan) => ({ ...plan, store: 'store' })],
      ['a store above', () => (plan) => ({ ...plan, store: `${plan.store}/..` })],
      ['a store that is a list', () => (plan) => ({ ...plan, store: [plan.store] })],
      ['a source beside it', () => withInstall((one) => ({ ...one, source: elsewhere() }))],
      [
        'a place to stay that is not ours',
        () => (plan) => withInstall((one) => ({ ...one, source: `${plan.store}/qemu-aarch64` }))(plan),
      ],
      [
        'a place to stay that leads away',
        () => (plan) =>
          withInstall((one) => ({
            ...one,
            sha256: `../../../../${'x'.repeat(52)}`,
            source: `${plan.store}/qemu-aarch64`,
            interpreter: '/usr/local/lib/setup-binfmt/../../../../xxx/qemu-aarch64',
          }))(plan),
      ],
    ])('%s', async (_, change) => {
      expectRefused(await arena.privileged(planFor(change())));
    });

    it.each<[string, string, string]>([
      ['the whole machine', '/', '/usr/bin/perl'],
      ['the programs of the machine', '/usr/bin', '/usr/bin/perl'],
      ['what this process has open', '/proc/self', '/proc/self/exe'],
      ['what this process is given', '/dev/fd', '/dev/fd/0'],
    ])('a store that is %s', async (_, store, interpreter) => {
      const hash = sha256(
        readFileSync(interpreter === '/dev/fd/0' ? '/dev/null' : realpathSync('/usr/bin/perl')),
      );
      const plan = planFor((one) => ({
        ...withInstall((install) => ({
          ...install,
          sha256: hash,
          interpreter,
        }))(one),
        store,
      }));
      const ended = await arena.privileged(plan);
      expect([ended.hung, arena.entries().size, lookAt(victim)], ended.stderr).toEqual([false, 0, UNTOUCHED]);
    });
  });

  describe('touches nothing outside of the table', () => {
    const NAMES = [
      ...['../../../../etc/passwd', 'a/b', '/etc/passwd', '..', '.', '', 'status', 'register', 'x\0y'],
      'x'.repeat(256),
    ];
    it.each(NAMES)('to remove %j', async (name) => {
      expectRefused(await arena.privileged(planFor((plan) => ({ ...plan, remove: [{ name, text: 'x' }] }))));
    });
    it('to remove a file of root’s, by what it holds', async () => {
      const name = `../../../..${victim}`;
      const text = readFileSync(victim, 'utf8');
      expectRefused(await arena.privileged(planFor((plan) => ({ ...plan, remove: [{ name, text }] }))));
    });
    it.each<[string, (name: string) => (plan: Plan) => unknown]>([
      ['as an architecture', (name) => withInstall((one) => ({ ...one, arch: name }))],
      ['to replace', (name) => withInstall((one) => ({ ...one, replaces: [{ name, text: '' }] }))],
      ['to rely on', (name) => (plan) => ({ ...plan, lease: { entries: [name] } })],
      ['to keep', (name) => (plan) => ({ ...plan, persist: { handlers: [name], rules: [], forget: [] } })],
      [
        'to keep as a rule',
        (name) => (plan) => ({ ...plan, persist: { handlers: [], rules: [name], forget: [] } }),
      ],
      ['to forget', (name) => (plan) => ({ ...plan, persist: { handlers: [], rules: [], forget: [name] } })],
      [
        'as a rule',
        (name) => (plan) => ({
          ...plan,
          rules: [
            {
              rule: {
                name,
                interpreter: '/usr/bin/env',
                flags: '',
                match: { kind: 'extension', extension: 'mine' },
              },
            },
          ],
        }),
      ],
    ])('a name that leads away, %s', async (_, change) => {
      expectRefused(await arena.privileged(planFor(change('../../../../etc/passwd'))));
    });
    it.each<[string, object]>([
      ['a rule that adds a line', { name: 'a\n:b:E::b::/bin/sh:' }],
      ['a rule that is a helper of ours', { name: 'qemu-aarch64.new' }],
      ['a rule that is a handler of ours', { name: 'qemu-aarch64' }],
      ['a rule that adds a flag', { flags: 'F:' }],
      ['a rule that adds a field', { interpreter: '/bin/sh:F' }],
      ['an extension that leads away', { match: { kind: 'extension', extension: '../x' } }],
      ['a magic that is none', { match: { kind: 'magic', offset: -1, magic: 'zz' } }],
      ['a magic beyond what the kernel reads', { match: { kind: 'magic', offset: 255, magic: '0000' } }],
    ])('%s', async (_, change) => {
      const rule = {
        ...{ name: 'mine', interpreter: '/usr/bin/env', flags: '' },
        match: { kind: 'extension', extension: 'mine' },
        ...change,
      };
      const ended = await arena.privileged(planFor((plan) => ({ ...plan, install: [], rules: [{ rule }] })));
      expect([ended.hung, arena.entries().size, lookAt(victim)], ended.stderr + ended.stdout).toEqual([
        ...[false, 0],
        UNTOUCHED,
      ]);
    });
    it.each([
      '../../root-only/x',
      `${RUN}/../x`,
      `${RUN}\n`,
      RUN.toUpperCase(),
      '',
      'last',
      `${RUN}.jsonl`,
      1,
    ])('a run by the name %j', async (run) => {
      expectRefused(await arena.privileged(planFor((plan) => ({ ...plan, run }))));
    });
    it.each([0, -1, 1.5, 1e21, '1', null])('a lease of the process %j', async (holder) => {
      expectRefused(await arena.privileged(planFor((plan) => ({ ...plan, lease: { entries: [], holder } }))));
    });
  });

  it('is no way for the neighbour, who cannot be root by it', async () => {
    chownSync(join(arena.work, 'home'), NEIGHBOUR, NEIGHBOUR);
    const ended = await arena.privileged(planFor(), { user: NEIGHBOUR });
    expect([ended.hung, arena.entries().size, lookAt(victim)], ended.stderr).toEqual([false, 0, UNTOUCHED]);
  });
});

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
