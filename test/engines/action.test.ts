import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { staticBusybox } from '../support/packages.ts';
import type { RealTable } from '../support/real-table.ts';
import { noTestUsers } from '../support/users.ts';
import { borrowTable, dropEntry } from './machine-table.ts';
import { obstacle } from './product.ts';
import { type ActionRun, type RunnerWork, runnerWork } from './runner.ts';
import { makeRunnerUser, type RunnerUser } from './runner-user.ts';

const reason = obstacle() ?? noTestUsers();
if (reason !== undefined) console.log(`skipped: the action as a runner starts it: ${reason}`);

const inputs = { platforms: 'linux/arm64, riscv64', 'qemu-from': 'apt' };

/** `uname -m` of a foreign busybox in a chroot that holds nothing else; empty when it does not run. */
function machineInChroot(folder: string, debian: string): string {
  const root = join(folder, `root-${debian}`);
  mkdirSync(root, { recursive: true });
  copyFileSync(staticBusybox(debian), join(root, 'busybox'));
  return spawnSync('chroot', [root, '/busybox', 'uname', '-m'], { encoding: 'utf8' }).stdout.trim();
}

describe.skipIf(reason !== undefined)('the action as a runner starts it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-runner-'));
  let table: RealTable | undefined;
  const entries = (): ReadonlyMap<string, string> => table?.entries() ?? new Map();
  const qemuEntries = (): readonly string[] =>
    [...entries().keys()].filter((name) => name.startsWith('qemu-'));

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    table = await borrowTable();
  });

  afterAll(() =>
    inTurn(
      () => table?.giveBack(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );

  describe('ordinary user without sudo', () => {
    let user: RunnerUser;
    let run: ActionRun;
    let wasMounted: boolean | undefined;

    beforeAll(() => {
      wasMounted = table?.mounted();
      user = makeRunnerUser('binfmt-plain', false);
      run = runnerWork(mkdtempSync(join(folder, 'plain-')), user).main(inputs);
    });
    afterAll(() => user?.remove());

    it('fails with an error annotation that says why and what to do', () => {
      expect(run.exit, run.told).toBe(3);
      expect(run.told).toMatch(/^::error.*(root|sudo|privilege)/m);
    });
    it('changes nothing', () => {
      expect(table?.mounted()).toBe(wasMounted);
      expect(qemuEntries()).toEqual([]);
    });
  });

  describe('ordinary user with passwordless sudo', () => {
    let user: RunnerUser;
    let work: RunnerWork;
    let first: ActionRun;

    beforeAll(() => {
      user = makeRunnerUser('binfmt-sudo', true);
      work = runnerWork(mkdtempSync(join(folder, 'sudo-')), user);
      first = work.main(inputs);
    });
    afterAll(() => user?.remove());

    it('succeeds and says so in outputs, report and summary', () => {
      expect(first.exit, first.told).toBe(0);
      expect(first.outputs.platforms?.split(',')).toEqual(
        expect.arrayContaining(['linux/arm64', 'linux/riscv64']),
      );
      expect(first.outputs).toMatchObject({ changed: 'true', healthy: 'true' });
      const report: unknown = JSON.parse(readFileSync(first.outputs.report ?? '', 'utf8'));
      expect(report).toMatchObject({ schema: 2, healthy: true, changed: true });
      expect(first.summary).toContain('linux/arm64');
    });
    it.each([
      ['arm64', 'aarch64'],
      ['riscv64', 'riscv64'],
    ])('%s programs run in a chroot afterwards', (debian, machine) => {
      expect(machineInChroot(folder, debian)).toBe(machine);
    });
    it('changes nothing the second time', () => {
      const before = [...entries()];
      const second = work.main(inputs);
      expect(second.exit, second.told).toBe(0);
      expect(second.outputs).toMatchObject({ changed: 'false', healthy: 'true', registered: '' });
      expect([...entries()]).toEqual(before);
      expect(work.post(inputs, second).exit).toBe(0);
    });
    it('leaves no file of root in its work folders', () => {
      const found = spawnSync('find', [work.folder, '-path', '*/_temp/*', '-uid', '0'], {
        encoding: 'utf8',
      }).stdout;
      expect(found).toBe('');
    });
    it('post without `cleanup` leaves the entries', () => {
      const post = work.post(inputs, first);
      expect(post.exit, post.told).toBe(0);
      expect(machineInChroot(folder, 'arm64')).toBe('aarch64');
    });
    it('post with `cleanup` undoes exactly what main did', () => {
      for (const name of entries().keys()) if (name.startsWith('qemu-')) dropEntry(name);
      const wanted = { ...inputs, cleanup: 'true' };
      const main = work.main(wanted);
      expect(main.exit, main.told).toBe(0);
      expect(machineInChroot(folder, 'arm64')).toBe('aarch64');
      const post = work.post(wanted, main);
      expect(post.exit, post.told).toBe(0);
      expect(qemuEntries(), post.told).toEqual([]);
      expect(machineInChroot(folder, 'arm64')).toBe('');
    });
    it('has the summary file only when it is wanted', () => {
      const quiet = work.main({ ...inputs, summary: 'false' });
      expect(quiet.exit, quiet.told).toBe(0);
      expect(quiet.summary).toBe('');
      expect(work.post(inputs, quiet).exit).toBe(0);
    });
    it('is stopped by a wrong input before anything is changed', () => {
      const before = [...entries()];
      const wrong = work.main({ ...inputs, platforms: 'linux/amr64' });
      expect(wrong.exit).toBe(2);
      expect(wrong.told).toMatch(/^::error.*arm64/m);
      expect([...entries()]).toEqual(before);
      expect(work.post(inputs, wrong).exit).toBe(0);
    });
  });
});
