/**
 * With flag C whoever executes a set-uid foreign program rules it by QEMU's variables and options. That is what the
 * documentation says; here is that it is true, that `credentials: false` ends it, and who is told.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildProbe } from '../../src/probe/programs.ts';
import { commandOf, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { target } from '../support/setup-lab.ts';
import {
  type Arena,
  type Attacked,
  lookAt,
  makeVictim,
  NEIGHBOUR,
  noArena,
  openArena,
  UNTOUCHED,
} from './support/arena.ts';

const able = noArena() === undefined;
const qemu = able ? await debianQemu() : '';

describe.skipIf(!able)('flag C', () => {
  let arena: Arena;
  let rootOnly: string;
  beforeEach(async () => {
    arena = await openArena(qemu);
    rootOnly = join(arena.work, 'root-only');
    mkdirSync(rootOnly);
    chmodSync(rootOnly, 0o700);
  });
  afterEach(() => arena.close());

  /** A set-uid foreign program of root's that does no harm. */
  function setuidProgram(): string {
    const path = join(arena.work, 'setuid');
    writeFileSync(path, buildProbe(target('arm64')));
    chmodSync(path, 0o4755);
    return path;
  }

  /** What a neighbour does with it; gives what root's own folder then holds. */
  const ATTACKS: readonly [string, (program: string) => Promise<Attacked>, string][] = [
    [
      'a log is written where only root may write',
      (program) => {
        const env = { QEMU_LOG: 'page', QEMU_LOG_FILENAME: join(rootOnly, 'log') };
        return arena.run([program], { user: NEIGHBOUR, env });
      },
      'log',
    ],
    [
      'the calls of the program are written where only root may write',
      (program) => {
        const env = { QEMU_STRACE: '1', QEMU_LOG_FILENAME: join(rootOnly, 'calls') };
        return arena.run([program], { user: NEIGHBOUR, env });
      },
      'calls',
    ],
    [
      'a link by the name of an option writes where only root may write, without any variable',
      (program) => {
        const folder = join(arena.work, 'links');
        mkdirSync(folder);
        symlinkSync(program, join(folder, '-D'));
        // An empty element of PATH is the current folder, and the name stays what it is.
        const script = `chdir $ARGV[0]; $ENV{PATH} = ':'; exec {'-D'} $ARGV[1], '-d', 'page', $ARGV[2]`;
        return arena.run(['/usr/bin/perl', '-e', script, folder, join(rootOnly, 'option'), program], {
          user: NEIGHBOUR,
        });
      },
      'option',
    ],
  ];

  it.each(ATTACKS)('gives the owner’s rights, as the documentation says: %s', async (_, attack, name) => {
    expect((await arena.cli(['setup', 'arm64'])).code).toBe(0);
    await attack(setuidProgram());
    expect(existsSync(join(rootOnly, name))).toBe(true);
  });

  it.each(ATTACKS)('is not set without credentials: %s', async (_, attack, name) => {
    const ended = await arena.cli(['setup', 'arm64', '--no-credentials']);
    expect([ended.code, [...arena.entries().values()].join('')], ended.stderr).toEqual([
      0,
      expect.not.stringMatching(/^flags: \w*C/m),
    ]);
    await attack(setuidProgram());
    expect(existsSync(join(rootOnly, name))).toBe(false);
  });

  it('empties no file of root’s without credentials', async () => {
    const victim = makeVictim(rootOnly).path;
    expect((await arena.cli(['setup', 'arm64', '--no-credentials'])).code).toBe(0);
    const env = { QEMU_LOG: 'page', QEMU_LOG_FILENAME: victim };
    await arena.run([setuidProgram()], { user: NEIGHBOUR, env });
    expect(lookAt(victim)).toEqual(UNTOUCHED);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'is taken away where it was set before',
      ['setup', 'arm64'],
      ['--no-credentials', '--on-conflict', 'replace'],
    ],
    ['does not come back by a second run', ['setup', 'arm64', '--no-credentials'], ['--no-credentials']],
  ])('%s', async (_, first, more) => {
    expect((await arena.cli(first)).code).toBe(0);
    expect((await arena.cli(['setup', 'arm64', ...more])).code).toBe(0);
    expect([...arena.entries().values()].join('')).not.toMatch(/^flags: \w*C/m);
  });

  const ROOT = 'root:*:0:0::/root:/bin/bash';
  const LOGIN = ['ann:*:1000:1000::/home/ann:/bin/bash', 'bob:*:1001:1001::/home/bob:/bin/sh'];
  const NO_LOGIN = [
    'daemon:*:1:1::/:/usr/sbin/nologin',
    'postgres:*:998:998::/var/lib/postgres:/bin/bash',
    'svc:*:1500:1500::/:/usr/sbin/nologin',
    'off:*:1501:1501::/:/bin/false',
    'nobody:*:65534:65534::/:/bin/bash',
  ];
  const WORDS = /[Oo]ther users can log in here \(at least (\d+)\)/;

  async function withUsers(...lines: readonly string[]): Promise<void> {
    const passwd = join(arena.work, 'passwd');
    writeFileSync(passwd, `${[ROOT, ...lines].join('\n')}\n`);
    const bound = await arena.run(['mount', '--bind', passwd, '/etc/passwd']);
    expect(bound.code, bound.stderr).toBe(0);
  }
  /** One step of a job; what it says as an annotation, and in its summary. */
  async function step(
    inputs: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly code: number | null; readonly annotation?: string; readonly summary?: string }> {
    const summary = join(arena.work, 'summary');
    const output = join(arena.work, 'output');
    for (const path of [summary, output]) writeFileSync(path, '');
    const given = { platforms: 'arm64', 'qemu-from': 'host', cache: 'false', ...inputs };
    const ended = await arena.run(commandOf('action.js'), {
      env: {
        ...Object.fromEntries(
          Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
        ),
        ...{ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output },
        ...{ RUNNER_ENVIRONMENT: 'self-hosted', ...env },
      },
    });
    const line = ended.stdout.split('\n').find((one) => one.startsWith('::warning') && WORDS.test(one));
    return {
      code: ended.code,
      annotation: WORDS.exec(line ?? '')?.[1],
      summary: WORDS.exec(readFileSync(summary, 'utf8'))?.[1],
    };
  }
  const SILENT = { code: 0, annotation: undefined, summary: undefined };

  describe('is warned of where others can log in', () => {
    it.each<[string, readonly string[], string]>([
      ['one other user', LOGIN.slice(0, 1), '1'],
      ['two other users', LOGIN, '2'],
      ['two other users among those who cannot', [...NO_LOGIN, ...LOGIN], '2'],
    ])('%s', async (_, users, count) => {
      await withUsers(...users);
      expect(await step()).toEqual({ code: 0, annotation: count, summary: count });
    });

    it('and where it is to stay over a reboot', async () => {
      await withUsers(...LOGIN);
      expect(await step({ persist: 'true' })).toEqual({ code: 0, annotation: '2', summary: '2' });
    });

    it('and where the job is one of them', async () => {
      await withUsers(...LOGIN);
      expect(await step({}, { SUDO_UID: '1000' })).toEqual({ code: 0, annotation: '1', summary: '1' });
    });

    it('by the doctor', async () => {
      await withUsers(...LOGIN);
      expect((await arena.cli(['setup', 'arm64'])).code).toBe(0);
      const report = reportOf(await arena.cli(['doctor', 'arm64', '--json']));
      expect(report.findings).toContainEqual(
        expect.objectContaining({ severity: 'warning', remedy: expect.stringMatching(/credentials/) }),
      );
      expect(JSON.stringify(report.findings)).toMatch(/set-?uid/);
    });

    it('on the terminal', async () => {
      await withUsers(...LOGIN);
      const ended = await arena.cli(['setup', 'arm64']);
      expect([ended.code, WORDS.exec(ended.stdout + ended.stderr)?.[1]]).toEqual([0, '2']);
    });
  });

  describe('is no word worth', () => {
    it.each<[string, readonly string[], Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
      ['where nobody else can log in', NO_LOGIN, {}, {}],
      ['where root is alone', [], {}, {}],
      ['where the job is the only user', LOGIN.slice(0, 1), {}, { SUDO_UID: '1000' }],
      ['on a hosted runner', LOGIN, {}, { RUNNER_ENVIRONMENT: 'github-hosted' }],
      ['without credentials', LOGIN, { credentials: 'false' }, {}],
      ['when it is only planned', LOGIN, { mode: 'plan' }, {}],
      ['when nothing is registered', LOGIN, { platforms: 'none' }, {}],
    ])('%s', async (_, users, inputs, env) => {
      await withUsers(...users);
      expect(await step(inputs, env)).toEqual(SILENT);
    });

    it('where the table is one of a user’s own', async () => {
      await withUsers(...LOGIN);
      // As whoever tests privately does: root of the namespace is nobody outside of it.
      const own = ['unshare', '--user', '--map-root-user', '--mount'];
      const script = [
        // Whose a QEMU of others is cannot be seen in there.
        'own=$(mktemp -d) && cp "$(command -v qemu-aarch64-static)" "$own" && export PATH="$own:$PATH"',
        'mount -t binfmt_misc none /proc/sys/fs/binfmt_misc',
        '{ "$@"; ended=$?; rm -r "$own"; exit "$ended"; }',
      ].join(' && ');
      const ended = await arena.run(
        [...own, 'sh', '-c', script, 'sh', ...commandOf('cli.js'), 'setup', 'arm64', '--qemu-from', 'host'],
        { user: NEIGHBOUR, env: { HOME: arena.tools, TMPDIR: '/tmp' } },
      );
      expect([ended.code, WORDS.test(ended.stdout + ended.stderr)], ended.stderr).toEqual([0, false]);
    });
  });
});
