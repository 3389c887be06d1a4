/** What a step does on a machine that gives it no room: one error in words, no stack, and no failed doctor. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandFile, stateVariables } from '../support/command-file.ts';
import { commandOf, type Ended, runProgram } from '../support/program.ts';

/** The bundle: lib/ is a hundred files, which Node opens side by side, and more than the limit of the test. */
const BUNDLE = fileURLToPath(new URL('../../dist/action.js', import.meta.url));

/** A line of a stack, as Node prints it. */
const STACK = /^\s+at .*:\d+:\d+|^node:\w+:\d+/m;

let folder: string;
let files: { readonly output: string; readonly state: string };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-unforeseen-'));
  files = { output: join(folder, 'output'), state: join(folder, 'state') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  for (const name of ['temp', 'tools', 'tmp']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function environment(mode: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    RUNNER_TEMP: join(folder, 'temp'),
    RUNNER_TOOL_CACHE: join(folder, 'tools'),
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    DOCKER_HOST: 'unix:///nowhere/docker.sock',
    INPUT_MODE: mode,
    INPUT_PLATFORMS: 'none',
    ...more,
  };
}

function step(
  mode: string,
  more: Readonly<Record<string, string>> = {},
  command: readonly string[] = commandOf('action.js'),
): Promise<Ended> {
  return runProgram(command, { env: environment(mode, more) });
}

const outputs = () => commandFile(readFileSync(files.output, 'utf8'));
const errors = ({ stdout }: Ended) => stdout.split('\n').filter((line) => line.startsWith('::error'));

/** In a mount namespace of its own, a folder for temporary files without room for one. */
function withoutRoom(command: readonly string[]): readonly string[] {
  const script = `mount -t tmpfs -o nr_inodes=1 none "$TMPDIR" && exec "$@"`;
  return ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh', ...command];
}

describe.each([
  ['setup', 3],
  ['doctor', 0],
])('%s, where the runner gives', (mode, code) => {
  it('a folder that nobody can write to, fails for that alone and sets the other outputs', async () => {
    const ended = await step(mode, { RUNNER_TEMP: '/sys' });
    expect(ended.code).toBe(code);
    expect(errors(ended)).toEqual([
      expect.stringMatching(/^::error title=SB-RUNNER::Cannot publish .*'\/sys\//),
    ]);
    expect(ended.stdout + ended.stderr).not.toMatch(STACK);
    expect(outputs()).toMatchObject({ changed: 'false', healthy: expect.any(String) });
    expect(outputs()).not.toHaveProperty('report');
  });

  it('a file for outputs that is not there, fails for that and still tells the result', async () => {
    const ended = await step(mode, { GITHUB_OUTPUT: '/nonexistent/x' });
    expect(ended.code).toBe(code);
    expect(errors(ended)).toEqual([expect.stringMatching(/^::error title=SB-RUNNER::.*\/nonexistent\/x/)]);
    expect(ended.stdout + ended.stderr).not.toMatch(STACK);
    expect(ended.stdout).toContain(mode === 'setup' ? 'nothing had to be changed' : 'checks found nothing');
  });

  it('nobody who reads the log, does its work all the same', async () => {
    const [command, ...args] = commandOf('action.js');
    const ended = await new Promise<Ended>((resolve) => {
      const child = spawn(command, args, { env: environment(mode), stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.destroy();
      let stderr = '';
      child.stderr.on('data', (text) => {
        stderr += String(text);
      });
      child.on('close', (ended) => resolve({ code: ended, stdout: '', stderr }));
    });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(outputs()).toMatchObject({ changed: 'false', report: expect.any(String) });
  });

  it('a log on a full disk, ends without a stack', async () => {
    const [command, ...args] = commandOf('action.js');
    const full = openSync('/dev/full', 'w');
    const ended = await new Promise<number | null>((resolve) => {
      const child = spawn(command, args, { env: environment(mode), stdio: ['ignore', full, full] });
      child.on('close', resolve);
    });
    closeSync(full);
    expect(ended).toBe(mode === 'doctor' ? 0 : 1);
  });
});

describe('without room for temporary files', () => {
  it('setup tells one error, sets the outputs that it knows, and shows the stack only when debugging', async () => {
    const ended = await step('setup', {}, withoutRoom(commandOf('action.js')));
    expect(ended.code).toBe(3);
    const error = /^::error title=SB092::Cannot make a folder for probes: no inode is left on .*TMPDIR/;
    expect(errors(ended)).toEqual([expect.stringMatching(error)]);
    expect(ended.stdout + ended.stderr).not.toMatch(STACK);
    expect(outputs()).toMatchObject({ healthy: 'false', kernel: expect.stringMatching(/^\d+\./) });
    const debugging = await step('setup', { RUNNER_DEBUG: '1' }, withoutRoom(commandOf('action.js')));
    expect(debugging.stdout).toMatch(
      /^::debug::SetupProblem: Cannot make a folder.*%0A +at .*\[cause\]: Error: ENOSPC.*%0A +at /m,
    );
  });

  it('the doctor says so among its findings', async () => {
    const ended = await step('doctor', {}, withoutRoom(commandOf('action.js')));
    expect(ended.code).toBe(0);
    expect(errors(ended)).toContainEqual(expect.stringMatching(/^::error title=SB061 .*no inode is left on/));
    expect(ended.stdout + ended.stderr).not.toMatch(STACK);
    expect(outputs()).toHaveProperty('report');
  });

  it('the terminal says it in one line, or in a document, with a stack only when debugging', async () => {
    const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      runProgram(withoutRoom([...commandOf('cli.js'), ...args]), { env: environment('', more) });
    const plain = await run(['setup', 'none']);
    expect([plain.code, plain.stdout]).toEqual([3, '']);
    expect(plain.stderr).toMatch(/^SB092 Cannot make a folder for probes: no inode is left on/m);
    expect(plain.stderr).not.toMatch(STACK);
    const json = await run(['setup', 'none', '--json'], { RUNNER_DEBUG: '1' });
    expect(JSON.parse(json.stdout)).toMatchObject({ exitCode: 3, problem: { id: 'SB092' } });
    expect(json.stderr).toMatch(STACK);
  });
});

describe('with 24 open files', () => {
  it.each(['setup', 'doctor'])('%s shows no stack, and no doctor fails', async (mode) => {
    const [node] = commandOf('action.js');
    const ended = await step(mode, {}, ['sh', '-c', 'ulimit -n 24; exec "$@"', 'sh', node, BUNDLE]);
    expect(ended.stdout + ended.stderr).not.toMatch(STACK);
    expect(ended.code === 0 || (mode === 'setup' && errors(ended).length === 1)).toBe(true);
    expect(outputs()).toHaveProperty('healthy');
  });
});

describe('with a file for state that cannot be read', () => {
  it('a setup that registers nothing needs none', async () => {
    expect((await step('setup', { GITHUB_STATE: '/nonexistent/x' })).code).toBe(0);
    expect((await step('doctor', { GITHUB_STATE: '/nonexistent/x' })).code).toBe(0);
  });

  it('a setup changes nothing that the post step could not take back', async () => {
    const rules = ':unforeseen:E::unforeseen::/bin/true:';
    const more = { GITHUB_STATE: '/nonexistent/x', INPUT_RULES: rules, INPUT_CLEANUP: 'true' };
    const mount =
      'mount -t binfmt_misc none /proc/sys/fs/binfmt_misc && "$@"; code=$?; ls /proc/sys/fs/binfmt_misc >&2; exit $code';
    const inside = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mount, 'sh'];
    const ended = await step('setup', more, [...inside, ...commandOf('action.js')]);
    expect(ended.code).toBe(3);
    expect(errors(ended)).toEqual([
      expect.stringMatching(
        /^::error title=SB-RUNNER::Cannot leave a note for the post step: .*\/nonexistent\/x/,
      ),
    ]);
    expect(ended.stderr.split('\n').filter((line) => line !== '')).toEqual(['register', 'status']);
  });

  it('the post step takes values that are none for nothing, and does the rest', async () => {
    writeFileSync(files.state, 'run=../../etc\ncleanup=maybe\ncache={\nholders=[1]\nengine=null\n');
    const ended = await runProgram(commandOf('post.js'), {
      env: { ...environment(''), ...stateVariables(readFileSync(files.state, 'utf8')) },
    });
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('the privileged program', () => {
  it('refuses a plan that is none, and says what was not foreseen in one line', async () => {
    const env = environment('');
    const refused = await runProgram(commandOf('privileged.js'), { env, stdin: 'x' });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    const [node, program] = commandOf('privileged.js');
    // Standard input is a folder.
    const broken = await runProgram(['sh', '-c', 'exec "$@" </', 'sh', node, program], { env });
    expect(broken.code).toBe(1);
    expect(broken.stderr).toMatch(/^SB-INTERNAL Cannot read the plan: EISDIR.*\n$/);
  });
});
