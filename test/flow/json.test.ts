/** What `--json` prints when a run ends early: one document all the same, and the words on standard error. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandOf, reportOf, runProgram } from '../support/program.ts';

describe('--json', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-json-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]) =>
    runProgram([...commandOf('cli.js'), ...args], {
      env: {
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        HOME: folder,
        TMPDIR: folder,
        DOCKER_HOST: 'unix:///nowhere/docker.sock',
        RUNNER_TOOL_CACHE: join(folder, 'tools'),
      },
    });
  const NOTHING = 'localhost:1/no/image';

  it.each<[readonly string[], string, number, string]>([
    [['plan', 'bogus'], 'plan', 2, 'SB-INPUT'],
    [['bogus'], 'setup', 2, 'SB-INPUT'],
    [['--nonsense', 'doctor'], 'doctor', 2, 'SB-INPUT'],
    [['--uninstall'], 'setup', 2, 'SB-INPUT'],
    [['remove', '--run', 'no-run'], 'undo', 2, 'SB-INPUT'],
    [['setup', 'arm64', '--scope', 'private'], 'setup', 2, 'SB-INPUT'],
    [['exec', 'arm64', '--', 'true'], 'exec', 2, 'SB-INPUT'],
    [['plan', '--matrix-from', NOTHING], 'plan', 3, 'SB080'],
  ])('is one document for %j', async (args, mode, exitCode, id) => {
    const ended = await run(args[0] ?? '', '--json', ...args.slice(1));
    const report = reportOf(ended);
    expect(report).toMatchObject({
      schema: 2,
      mode,
      exitCode,
      healthy: false,
      changed: false,
      problem: { id },
    });
    expect(ended.code).toBe(exitCode);
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toBe(`${id} ${report.problem?.message}`);
  });

  it('prints none where none was asked for', async () => {
    const ended = await run('plan', 'bogus');
    expect([ended.code, ended.stdout]).toEqual([2, '']);
  });
});
