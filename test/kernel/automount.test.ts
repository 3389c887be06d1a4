/** A real automount point at the table's place: who looks into it, and who leaves it to wait. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_PATH } from '../../src/binfmt/entry.ts';
import { inTurn } from '../support/in-turn.ts';
import { commandOf, type Ended, reportOf, runProgram } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type RealTable, takeRealTable } from '../support/real-table.ts';
import { noLab, readEntries } from '../support/setup-lab.ts';

const needsRoot = process.getuid?.() === 0 ? undefined : 'an automount point takes root';
if (needsRoot !== undefined) console.log(`skipped: ${needsRoot}`);
const able = noLab() === undefined && needsRoot === undefined;
const qemu = able ? await debianQemu() : '';

const DAEMON = fileURLToPath(new URL('../support/automount.pl', import.meta.url));
const ALONE = `while umount ${TABLE_PATH} 2>/dev/null; do :; done; exec perl "$0" ${TABLE_PATH} "$1"`;

interface Point {
  /** How often an access has waited for the daemon. */
  readonly asked: () => number;
  readonly run: (...command: readonly string[]) => Promise<Ended>;
  readonly cli: (...args: readonly string[]) => Promise<Ended>;
  readonly entries: () => readonly string[];
}

/** Does something where an automount point waits, whose daemon answers so; and where the namespace has no table yet. */
async function withPoint<T>(answer: 'mount' | 'fail', work: (point: Point) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-automount-'));
  const children: ChildProcess[] = [];
  const start = async (file: string, ...args: readonly string[]) => {
    const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (String(said) !== 'ready\n') throw new Error(`${file} ${args[0]}: ${String(said)}`);
    return child;
  };
  try {
    const daemon = await start('unshare', '--mount', 'sh', '-c', ALONE, DAEMON, answer);
    let said = '';
    daemon.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const inside = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'];
    const script = 'mount -t tmpfs none /run && echo ready && exec cat';
    const holder = await start('nsenter', '--mount', '--target', `${daemon.pid}`, ...inside, script);
    daemon.stdin.write(`${holder.pid}\n`);
    const enter = ['nsenter', '--preserve-credentials', '--user', '--mount', '--target', `${holder.pid}`];
    const env = {
      PATH: `${qemu}:/usr/sbin:/usr/bin:/sbin:/bin`,
      HOME: folder,
      TMPDIR: folder,
      RUNNER_TOOL_CACHE: join(folder, 'tools'),
    };
    const run = (...command: readonly string[]) => runProgram([...enter, ...command], { env });
    return await work({
      asked: () => said.match(/^asked /gm)?.length ?? 0,
      run,
      cli: (...args) => run(...commandOf('cli.js'), ...args, '--json'),
      entries: () => [...readEntries(`/proc/${holder.pid}/root${TABLE_PATH}`).keys()],
    });
  } finally {
    await inTurn(
      ...children.reverse().map((child) => async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }),
      () => rmSync(folder, { recursive: true, force: true }),
    );
  }
}

/** Where a namespace has no table of its own, programs are looked up in the machine's: nobody else may fill it meanwhile. */
let machine: RealTable | undefined;
beforeAll(async () => {
  if (able) machine = await takeRealTable();
});
afterAll(() => machine?.giveBack());

describe.skipIf(!able)('an automount point that waits', () => {
  it('is seen by what changes nothing, and not looked into', () =>
    withPoint('mount', async ({ cli, asked, run }) => {
      for (const [mode, ...args] of [
        ['plan', 'arm64', '--qemu-from', 'host'],
        ['doctor', 'arm64'],
        ['list'],
        ['remove', 'arm64'],
      ] as const) {
        const ended = await cli(mode, ...args);
        expect({ mode, asked: asked(), table: reportOf(ended).host?.table }, ended.stderr).toEqual({
          mode,
          asked: 0,
          table: 'autofs',
        });
      }
      // Whoever does look is heard of.
      expect((await run('ls', TABLE_PATH)).stdout).toContain('register');
      expect(asked()).toBeGreaterThan(0);
    }));

  it('is looked into by setup, which uses the table that comes', () =>
    withPoint('mount', async ({ cli, asked, entries }) => {
      const ended = await cli('setup', 'arm64', '--qemu-from', 'host');
      const report = reportOf(ended);
      expect(report, ended.stderr).toMatchObject({ exitCode: 0, healthy: true, host: { table: 'ready' } });
      expect(report.notes.join()).not.toContain('brought no table');
      expect([asked() > 0, entries()]).toEqual([true, ['qemu-aarch64']]);
    }));

  it('has a table mounted over it where its daemon has none', () =>
    withPoint('fail', async ({ cli, asked, entries }) => {
      const ended = await cli('setup', 'arm64', '--qemu-from', 'host');
      const report = reportOf(ended);
      expect(report, ended.stderr).toMatchObject({ exitCode: 0, healthy: true });
      expect(report.notes.join()).toContain('brought no table');
      expect(asked()).toBeGreaterThan(0);
      expect(entries()).toEqual(['qemu-aarch64']);
    }));
});
