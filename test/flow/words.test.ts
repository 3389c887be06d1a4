/** What is said on a terminal is said in its words, by the name that the program is called there. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, commandOf, type Ended, reportOf, runProgram } from '../support/program.ts';

const [node, program] = commandOf('cli.js');
const PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-words-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program under a path and with variables, in a folder of its own. */
function run(
  words: readonly string[],
  { path = program, env = {} }: { path?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const own = { PATH, HOME: folder, TMPDIR: folder, RUNNER_TOOL_CACHE: join(folder, 'tools') };
  return runProgram([node, path, ...words], {
    env: { ...own, DOCKER_HOST: 'unix:///nowhere/docker.sock', ...env },
    cwd: folder,
  });
}

describe('on a terminal', () => {
  it.each<[string, number, string]>([
    ['plan bogus', 2, `node ${program} platforms lists all names`],
    ['doctor build.log', 2, 'to have a log read, give --log build.log.'],
    ['plan --matrix-from localhost:1/no/image', 3, 'or name a mirror in --registry-mirrors.'],
    ['plan arm64 --runners builders', 0, '--runners: the label builders names no architecture'],
    ['plan amd64 arm64 --runners linux/arm64=of-mine', 0, 'ubuntu-24.04   of-mine'],
    ['doctor --log TYPO', 1, 'TYPO: there is no such file (ENOENT), and the build may never have started.'],
    ['doctor --log none --json', -1, 'nobody asked for the network (give --network)'],
    ['exec -- no-such-program', 127, 'Cannot run no-such-program: no program of this name is on PATH.'],
    ['setup arm64 --scope private', 2, 'use exec [platform ...] -- command'],
  ])('%s', async (line, code, said) => {
    const ended = await run(line.split(' '));
    const text = ended.stdout + ended.stderr;
    expect(text).toContain(said);
    // How healthy the machine of the tests is, is not asked here.
    if (code >= 0) expect(ended.code).toBe(code);
    expect(text).not.toMatch(/the inputs?\b|this step|node dist\/cli\.js/);
  });

  it('a pattern that no file matches is a log that was named, unless others are there', async () => {
    const alone = reportOf(await run(['doctor', '--log', 'no*.log', '--json']));
    const { evidence } = alone.findings.find(({ id }) => id === 'SB066') ?? {};
    expect(evidence).toBe('no*.log: there is no such file (ENOENT), and the build may never have started');
    writeFileSync(join(folder, 'a.log'), 'ok\n');
    const beside = reportOf(
      await run(['doctor', '--log', 'no*.log', '--log', join(folder, 'a.log'), '--json']),
    );
    expect(beside.notes).toContain('no file matches no*.log: no log was read by that name');
    expect(beside.findings.map(({ id }) => id)).not.toContain('SB066');
  });
});

describe('the program', () => {
  /** The commands of its own that the doctor names, and where it says more. */
  const named = async (options: Parameters<typeof run>[1]) => {
    const { findings } = reportOf(await run(['doctor', '--log', 'TYPO', '--json'], options));
    const finding = findings.find(({ id }) => id === 'SB066');
    return [finding?.commands[1], finding?.link];
  };
  const ADDRESS = /^https:\/\/github\.com\/org\/setup-binfmt\/blob\/v[\d.]+\/docs\/doctor\.md#sb066$/;

  it('is called as it was started, by Node and its file, from anywhere', async () => {
    expect(await named({})).toEqual([
      `node ${program} doctor --log build.log`,
      expect.stringMatching(ADDRESS),
    ]);
  });

  it('is called by its short name where that leads to it', async () => {
    const linked = join(folder, 'linked');
    mkdirSync(linked);
    symlinkSync(program, join(linked, 'setup-binfmt'));
    const short = 'setup-binfmt doctor --log build.log';
    const env = { PATH: `${linked}:${PATH}` };
    expect((await named({ path: join(linked, 'setup-binfmt') }))[0]).toBe(short);
    expect((await named({ env }))[0]).toBe(short);
    // As npx starts it.
    const npx = { path: join(linked, 'setup-binfmt'), env: { ...env, npm_command: 'exec' } };
    expect((await named(npx))[0]).toBe(`npx ${short}`);
  });

  it('is called by the script of the container image there, and not by one of that name alone', async () => {
    const [ours, others] = ['ours', 'others'].map((name) => join(folder, name));
    const script = (file: string) => `#!/bin/sh\nexec node ${file} "$@"\n`;
    for (const [place = '', file] of [
      [ours, built('cli.js')],
      [others, '/nowhere/cli.js'],
    ] as const) {
      mkdirSync(place);
      writeFileSync(join(place, 'setup-binfmt'), script(file), { mode: 0o755 });
    }
    expect((await named({ env: { PATH: `${ours}:${PATH}` } }))[0]).toMatch(/^setup-binfmt doctor /);
    expect((await named({ env: { PATH: `${others}:${PATH}` } }))[0]).toMatch(/^node /);
  });

  it('names the documentation of the clone that it lies in', async () => {
    const clone = join(folder, 'clone');
    mkdirSync(join(clone, 'docs'), { recursive: true });
    writeFileSync(join(clone, 'docs/doctor.md'), '');
    const from = dirname(program);
    for (const name of readdirSync(from)) cpSync(join(from, name), join(clone, 'dist', name));
    expect((await named({ path: join(clone, 'dist/cli.js') }))[1]).toBe('docs/doctor.md#sb066');
  });

  it('speaks of inputs in a workflow, also where a step of it calls the program of the terminal', async () => {
    const report = reportOf(
      await run(['plan', '--matrix-from', 'localhost:1/no/image', '--json'], {
        env: { GITHUB_ACTIONS: 'true' },
      }),
    );
    expect(report.problem?.message).toContain('or name a mirror in the input registry-mirrors.');
  });
});
