/** `scope: private` of the action: the main step, later steps by shell and by program, and the post step. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEntrances } from '../../src/namespace/with-binfmt.ts';
import { commandFile } from '../support/command-file.ts';
import { FOREIGN, foreignBusybox } from '../support/foreign.ts';
import { makeOpenFolder, makePlainUser, noPlainUser, type PlainUser } from '../support/private-exec.ts';
import { commandOf, type Ended } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';

const able = noPlainUser() === undefined;
const qemu = able ? await debianQemu('trixie') : '';

describe.skipIf(!able)('scope: private', () => {
  let user: PlainUser;
  let busybox: string;
  beforeAll(() => {
    user = makePlainUser('binfmt-scope', qemu);
    busybox = foreignBusybox(FOREIGN[0] as (typeof FOREIGN)[number]);
  });
  afterAll(() => user.remove());

  /** One job: its files, and what its steps left in them. */
  function openJob(name: string) {
    const folder = makeOpenFolder(join(user.home, name));
    const at = (file: string) => join(folder, file);
    for (const file of ['output', 'state', 'path', 'summary']) writeFileSync(at(file), '', { mode: 0o666 });
    mkdirSync(at('temp'));
    execFileSync('chown', ['-R', user.name, folder]);
    const env = {
      ...user.env,
      RUNNER_TEMP: at('temp'),
      GITHUB_OUTPUT: at('output'),
      GITHUB_STATE: at('state'),
      GITHUB_PATH: at('path'),
      GITHUB_STEP_SUMMARY: at('summary'),
    };
    return {
      env,
      start: async (inputs: Readonly<Record<string, string>>): Promise<Ended> => {
        const given = {
          platforms: 'arm64',
          scope: 'private',
          'qemu-from': 'host',
          cache: 'false',
          ...inputs,
        };
        const settings = Object.entries(given).map(
          ([input, value]) => `INPUT_${input.toUpperCase()}=${value}`,
        );
        return user.run(user.as('env', ...settings, ...commandOf('action.js')), { env });
      },
      output: (output: string) => commandFile(readFileSync(at('output'), 'utf8'))[output],
      holders: () =>
        parseEntrances(commandFile(readFileSync(at('state'), 'utf8')).holders ?? '').map(({ pid }) => pid),
      path: () => readFileSync(at('path'), 'utf8').trim(),
      /** A step as the runner starts it: its text in a file, which stands for {0} in the shell. */
      step: (shell: string, text: string): Promise<Ended> => {
        const script = at(`step-${Math.random().toString(36).slice(2)}.sh`);
        writeFileSync(script, text, { mode: 0o644 });
        const words = shell.split(' ').map((word) => word.replace('{0}', script));
        return user.run(user.as(...words), {
          env: { ...env, PATH: `${readFileSync(at('path'), 'utf8').trim()}:${user.env.PATH}` },
        });
      },
      end: (): Promise<Ended> => {
        const state = commandFile(readFileSync(at('state'), 'utf8')).holders ?? '';
        return user.run(user.as('env', `STATE_holders=${state}`, ...commandOf('post.js')), { env });
      },
    };
  }
  const isAlive = (pid: number) => {
    try {
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  };

  it('proves in there, gives a shell and a program to later steps, and ends with the post step', async () => {
    const job = openJob('job');
    const ended = await job.start({});
    expect(ended.code, ended.stdout + ended.stderr).toBe(0);
    expect(job.output('emulated')).toBe('linux/arm64');
    expect(job.output('healthy')).toBe('true');
    expect(ended.stdout).toContain('with shell: with-binfmt bash -e {0}, or by with-binfmt');
    expect(ended.stdout).not.toContain('steps.ID');
    const shell = job.output('shell') ?? '';
    expect(shell).toMatch(/^\/.*\/with-binfmt bash --noprofile --norc -eo pipefail \{0\}$/);
    expect(shell.startsWith(`${job.path()}/with-binfmt `)).toBe(true);

    const plain = 'bash --noprofile --norc -eo pipefail {0}';
    const text = `${busybox} uname -m; id -u; pwd`;
    const told = `aarch64\n${user.uid}\n${user.home}\n`;
    expect(await job.step(shell, text)).toEqual({ code: 0, stdout: told, stderr: '' });
    const namespace = 'readlink /proc/self/ns/user';
    expect((await job.step(plain, namespace)).stdout.trim()).toBe(readlinkSync('/proc/self/ns/user'));
    expect((await job.step(shell, namespace)).stdout.trim()).not.toBe(readlinkSync('/proc/self/ns/user'));
    expect(await job.step(plain, `with-binfmt ${busybox} uname -m`)).toMatchObject({
      code: 0,
      stdout: 'aarch64\n',
    });
    expect(await job.step(plain, 'with-binfmt --map-root id -u')).toMatchObject({ code: 0, stdout: '0\n' });
    expect(await job.step(shell, 'exit 9')).toMatchObject({ code: 9 });
    expect(await job.step(shell, 'false; echo not reached')).toMatchObject({ code: 1, stdout: '' });
    // From inside it is the same place; root of it is further out.
    expect(await job.step(shell, `with-binfmt ${busybox} uname -m`)).toMatchObject({
      code: 0,
      stdout: 'aarch64\n',
    });
    const further = await job.step(shell, 'with-binfmt --map-root id -u');
    expect([further.code, further.stderr]).toEqual([
      3,
      expect.stringContaining('call with-binfmt from a step with'),
    ]);
    expect((await job.step(plain, 'with-binfmt')).code).toBe(2);
    const lost = await job.step(plain, 'with-binfmt no-such-program');
    expect([lost.code, lost.stderr]).toEqual([127, expect.stringMatching(/^with-binfmt: .*no-such-program/)]);
    expect((await job.step('with-binfmt bash -e {0}', text)).stdout).toBe(told);

    expect(job.holders()).toHaveLength(2);
    expect(job.holders().every(isAlive)).toBe(true);
    expect((await job.end()).code).toBe(0);
    await expect.poll(() => job.holders().some(isAlive), { timeout: 10_000 }).toBe(false);
    const after = await job.step(shell, 'echo reached');
    expect([after.code, after.stdout]).toEqual([3, '']);
    expect(after.stderr).toContain('the private table is gone');
  });

  const processes = () =>
    spawnSync('ps', ['-u', user.name, '-o', 'pid=,args='], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter((line) => !/<defunct>| sleep /.test(line));

  it('ends with the runner, where no post step comes', async () => {
    const job = openJob('cancelled');
    const settings = [
      'INPUT_PLATFORMS=arm64',
      'INPUT_SCOPE=private',
      'INPUT_QEMU-FROM=host',
      'INPUT_CACHE=false',
    ];
    const [file = '', ...args] = user.as(
      'env',
      ...settings,
      'sh',
      '-c',
      '"$@"; read -r go',
      'sh',
      ...commandOf('action.js'),
    );
    const runner = spawn(file, args, { env: job.env, cwd: user.home, stdio: ['pipe', 'ignore', 'inherit'] });
    await expect.poll(() => job.output('shell'), { timeout: 20_000 }).toBeDefined();
    expect(job.holders().every(isAlive)).toBe(true);
    runner.kill('SIGKILL');
    await once(runner, 'close');
    await expect.poll(() => job.holders().some(isAlive), { timeout: 15_000 }).toBe(false);
  });

  it('gives the usual shell where nothing private was asked for', async () => {
    const job = openJob('host');
    const ended = await job.start({ scope: 'host', mode: 'plan' });
    expect(ended.code, ended.stdout).toBe(0);
    expect(job.output('shell')).toBe('bash --noprofile --norc -eo pipefail {0}');
    expect([job.holders(), job.path()]).toEqual([[], '']);
  });

  it('leaves no process behind when it only plans', async () => {
    const job = openJob('plan');
    const ended = await job.start({ mode: 'plan' });
    expect(ended.code, ended.stdout).toBe(0);
    expect([job.holders(), job.path()]).toEqual([[], '']);
    expect(job.output('healthy')).toBe('false');
  });

  it('leaves no process behind when a plan fails early', async () => {
    const job = openJob('early');
    const before = processes();
    const ended = await job.start({ mode: 'plan', 'matrix-from': 'localhost:9/none:1' });
    expect(ended.code, ended.stdout).not.toBe(0);
    expect(processes()).toEqual(before);
  });

  it('holds nothing of another job when a process id came round', async () => {
    const job = openJob('round');
    writeFileSync(
      join(user.home, 'round/state'),
      `holders=[{"pid":${process.pid},"mountNamespace":"mnt:[1]"}]\n`,
    );
    expect((await job.end()).code).toBe(0);
    expect(existsSync(`/proc/${process.pid}`)).toBe(true);
    rmSync(join(user.home, 'round'), { recursive: true });
  });
});
