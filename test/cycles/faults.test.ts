/**
 * What the table and the report say after a fault, on real tables: as before the run or as after it, never between. Writes
 * docs/faults.md with UPDATE_FAULTS=1, and else compares what is not chance.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRemove } from '../../src/commands/remove.ts';
import { runSetup } from '../../src/commands/setup.ts';
import { runUndo } from '../../src/commands/undo.ts';
import { hashFile } from '../../src/host/files.ts';
import { parseInputs } from '../../src/inputs/inputs.ts';
import { listRuns } from '../../src/journal/journal.ts';
import type { Report } from '../../src/report/report.ts';
import { orUndefined } from '../../src/text/problem.ts';
import { contextOf } from '../support/guest-model.ts';
import { commandOf, type Ended, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { realMachine } from '../support/real-machine.ts';
import { copyProgram, type Lab, noLab, openLab, target } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu('trixie') : '';
const PAGE = fileURLToPath(new URL('../../docs/faults.md', import.meta.url));
const STATUS = 'status';

/** One run of the program: what is there before it, and how it is asked. */
interface Deed {
  readonly what: string;
  /** Words for the terminal that make what is there before, besides what others have. */
  readonly first?: readonly string[];
  /** Others have an entry for arm64 of the usual name, whose handler lies where it did, or which the kernel alone holds. */
  readonly claimed?: 'kept' | 'gone';
  readonly words: readonly string[];
}

const DEEDS = {
  fresh: { what: 'set up two platforms', words: ['setup', 'arm64', 'riscv64'] },
  replace: {
    what: 'take the place of an entry of others',
    claimed: 'gone',
    words: ['setup', 'arm64', '--on-conflict', 'replace'],
  },
  upgrade: {
    what: 'renew an entry of our own',
    first: ['setup', 'arm64'],
    words: ['setup', 'arm64', '--no-credentials'],
  },
  reset: {
    what: 'reset',
    first: ['setup', 'riscv64'],
    claimed: 'kept',
    words: ['setup', 'arm64', '--reset'],
  },
  remove: { what: 'remove', first: ['setup', 'arm64', 'riscv64'], words: ['remove', 'arm64'] },
  undo: {
    what: 'take back a run that took the place of an entry of others',
    claimed: 'gone',
    first: ['setup', 'arm64', '--on-conflict', 'replace'],
    words: ['remove', '--run', 'last'],
  },
} as const satisfies Record<string, Deed>;
type Name = keyof typeof DEEDS;
const ALL = Object.keys(DEEDS) as Name[];

type Snapshot = readonly (readonly [string, string])[];

interface Row {
  readonly fault: string;
  readonly deed: string;
  readonly table: string;
  readonly report: string;
}

describe.skipIf(!able)('after a fault', () => {
  let lab: Lab;
  const rows: Row[] = [];
  const ends = new Map<Name, { readonly before: Snapshot; readonly after: Snapshot }>();

  beforeAll(async () => {
    lab = await openLab(qemu);
    // What is fetched is no part of this: the store is full.
    await makeReady(DEEDS.fresh);
    expect((await lab.cli('setup', 'arm64', 'riscv64', 's390x')).code).toBe(0);
    for (const name of ALL) {
      const before = await makeReady(DEEDS[name]);
      const ended = await lab.cli(...DEEDS[name].words, '--json');
      expect(ended.code, ended.stderr).toBe(0);
      const after = seen();
      expect(after).not.toEqual(before);
      expectTruth(reportOf(ended), before, after);
      ends.set(name, { before, after });
    }
  });
  afterAll(async () => {
    await lab.close();
    if (rows.length === 0) return;
    if (process.env.UPDATE_FAULTS === '1') writeFileSync(PAGE, render(rows));
    // How far a run has come when a signal reaches it is chance.
    const page = readFileSync(PAGE, 'utf8');
    for (const row of rows.filter(({ fault }) => !fault.startsWith('SIG')))
      expect(page).toContain(renderRow(row));
  });

  /** By name: entries that take other files than each other may stand in any order. */
  const seen = (): Snapshot => [...lab.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  /** Where the programs keep their records in there. */
  const state = () => {
    const pid = lab.table.enter.at(-1) ?? '';
    return `/run/setup-binfmt/user-${statSync(`/proc/${pid}/ns/user`).ino}`;
  };
  const inside = (path: string) => lab.table.folder.replace('/proc/sys/fs/binfmt_misc', path);
  const sh = async (script: string): Promise<void> => {
    const ended = await lab.run(['sh', '-c', script]);
    expect(ended.code, script + ended.stderr).toBe(0);
  };

  /** Empties the table and the records, lets others register, and does what was done before. */
  async function makeReady({ claimed, first }: Deed): Promise<Snapshot> {
    writeFileSync(join(lab.table.folder, STATUS), '-1', { flag: 'r+' });
    await sh('rm -rf /run/setup-binfmt');
    lab.table.register(':WSLInterop:M::MZ::/init:P');
    lab.table.register(':python3.11:E::pyc-of-a-test::/usr/bin/python3.11:');
    const gone = join(lab.work, 'container/qemu-s390x');
    lab.claim('s390x', {
      name: 'qemu-s390x',
      interpreter: copyProgram(join(qemu, 'qemu-s390x-static'), gone),
      flags: 'POCF',
    });
    if (claimed) {
      const folder = claimed === 'kept' ? 'others' : 'container';
      const theirs = copyProgram(join(qemu, 'qemu-aarch64-static'), join(lab.work, folder, 'qemu-aarch64'));
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: theirs, flags: 'POCF' });
    }
    // What was reset could not be registered again without it.
    if (claimed !== 'kept') rmSync(join(lab.work, 'container'), { recursive: true });
    if (first !== undefined) {
      const ended = await lab.cli(...first);
      expect(ended.code, ended.stderr).toBe(0);
    }
    return seen();
  }

  /** What came or was switched on, and what went or was switched off, by name. */
  function difference(before: Snapshot, now: Snapshot) {
    const on = (all: Snapshot) =>
      new Set(all.flatMap(([name, text]) => (text.startsWith('enabled') ? [name] : [])));
    const [was, is] = [on(before), on(now)];
    const changed = now.flatMap(([name, text]) =>
      was.has(name) && is.has(name) && before.find((one) => one[0] === name)?.[1] !== text ? [name] : [],
    );
    return {
      came: [...[...is].filter((name) => !was.has(name)), ...changed].sort(),
      gone: [...[...was].filter((name) => !is.has(name)), ...changed].sort(),
    };
  }

  /** The report names what was done, and nothing else. */
  function expectTruth(report: Report, before: Snapshot, now: Snapshot): void {
    const { came, gone } = difference(before, now);
    expect({
      changed: report.changed,
      registered: [...report.registered].sort(),
      removed: [...report.removed].sort(),
    }).toEqual({ changed: came.length + gone.length > 0, registered: came, removed: gone });
  }

  /** Notes what is there now, which must be as before or as after. */
  function note(
    fault: string,
    name: Name,
    said: { readonly code: number | null; readonly report?: Report; readonly text?: string },
  ): void {
    const found = ends.get(name);
    const now = seen();
    const isBefore = JSON.stringify(now) === JSON.stringify(found?.before);
    const parts = isBefore ? undefined : partsOf(name, now);
    if (!isBefore && parts === undefined) expect(now).toEqual(found?.after);
    if (said.report !== undefined) expectTruth(said.report, found?.before ?? [], now);
    const { problem, mode, changed, notes = [] } = said.report ?? {};
    // An undo that has done nothing says why.
    const done = mode === 'undo' && changed === false && notes.length > 0 ? notes.join('; ') : 'done';
    const told = problem === undefined ? (said.text ?? done) : `${problem.id} ${problem.message}`;
    rows.push({
      fault,
      deed: DEEDS[name].what,
      table: isBefore ? 'before' : (parts ?? 'after'),
      report: `exit ${said.code}: ${plain(told)}`,
    });
  }

  /** Of two platforms, one may be as before and the other as after. */
  function partsOf(name: Name, now: Snapshot): string | undefined {
    const { before = [], after = [] } = ends.get(name) ?? {};
    if (name !== 'fresh') return undefined;
    const has = (all: Snapshot, entry: Snapshot[number]) =>
      all.some(([name, text]) => name === entry[0] && text === entry[1]);
    const come = now.filter((entry) => !has(before, entry));
    const isPart = come.every((entry) => has(after, entry)) && before.every((entry) => has(now, entry));
    return isPart && come.length === 1 ? `after for ${come[0]?.[0]}, before for the other` : undefined;
  }

  function plain(text: string): string {
    return text
      .replaceAll(lab.work, '…')
      .replaceAll(qemu, '<QEMU>')
      .replaceAll(commandOf('cli.js')[1], 'dist/cli.js')
      .replace(/\(setup-binfmt [^)]*\)/g, '(versions)')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<run>')
      .replace(/setup-binfmt-(?:probe|lab)-[\w-]+/g, 'setup-binfmt-probe-<own>')
      .replace(/1\.0\.0-host-\w+/g, '<version>')
      .replace(/user-\d+/g, 'user-<number>')
      .replace(/\d+-\d+-\d+-\w{6}/g, '<own>')
      .replaceAll('|', '/');
  }

  const problemIn = (
    ended: Ended,
  ): { readonly code: number | null; readonly report?: Report; readonly text?: string } =>
    ended.stdout.startsWith('{')
      ? { code: ended.code, report: reportOf(ended) }
      : { code: ended.code, text: /SB-?\w+ .*/.exec(ended.stderr)?.[0] ?? '' };

  /** Does a deed inside of what `around` makes of the machine, and notes the end. */
  async function attempt(fault: string, name: Name, around: string): Promise<void> {
    await makeReady(DEEDS[name]);
    const words = [...DEEDS[name].words, '--json'];
    const [program, file] = commandOf('cli.js');
    const own = name === 'remove' || name === 'undo' ? [] : ['--qemu-from', 'host'];
    // In a mount namespace of its own, where what is mounted over others goes with it.
    const script = `${around}\nexec "$@"`;
    const ended = await lab.run([
      'unshare',
      '--mount',
      'bash',
      '-c',
      script,
      'bash',
      program,
      file,
      ...words,
      ...own,
    ]);
    note(fault, name, problemIn(ended));
  }

  describe.each(ALL)('when it is to %s', (name) => {
    it.each([1, 2, 3, 4, 5, 6])('has room for %s files below the temporary folder', (count) =>
      attempt(
        `temporary folder with room for ${count} files`,
        name,
        `mount -t tmpfs -o nr_inodes=${count} none "$TMPDIR"`,
      ),
    );
    it.each([4, 8])('has %s KiB for temporary files', (size) =>
      attempt(`temporary folder of ${size} KiB`, name, `mount -t tmpfs -o size=${size}k none "$TMPDIR"`),
    );
    const keep = 'cp -a /run/setup-binfmt /tmp/state-$$ 2>/dev/null';
    const back = 'cp -a /tmp/state-$$ /run/setup-binfmt 2>/dev/null; rm -rf /tmp/state-$$';
    it.each([3, 4, 5, 6, 8])('has room for %s files in /run', (count) =>
      attempt(
        `/run with room for ${count} files`,
        name,
        `${keep}; mount -t tmpfs -o nr_inodes=${count} none /run; ${back}`,
      ),
    );
    it.each([1, 3])('has %s pages in /run', (pages) =>
      attempt(
        `/run of ${4 * pages} KiB`,
        name,
        `${keep}; mount -t tmpfs -o size=${4 * pages}k none /run; ${back}`,
      ),
    );
    it('has a table that cannot be written', () =>
      attempt('table mounted read-only', name, 'mount -o remount,bind,ro /proc/sys/fs/binfmt_misc'));
    it('has a /run that cannot be written', () =>
      attempt('/run read-only', name, 'mount --bind /run /run && mount -o remount,bind,ro /run'));
    it.each(['flock', 'chroot'])('has no %s', (program) =>
      attempt(
        `no ${program}`,
        name,
        `for path in /usr/bin /bin /usr/sbin /sbin; do [ ! -e $path/${program} ] || mount --bind /dev/null $path/${program}; done`,
      ),
    );
    it('may open few files', () => attempt('limit of 24 open files', name, 'ulimit -n 24'));
    it('may write no file', () =>
      attempt('limit of 0 bytes a file (EFBIG)', name, "ulimit -f 0; trap '' XFSZ"));
  });

  describe.each(['fresh', 'replace', 'upgrade', 'undo', 'remove'] as const)(
    'EIO, when it is to %s',
    (name) => {
      it('comes from any write, once', async () => {
        const ended = new Set<string>();
        for (let at = 0; ; at++) {
          const before = await makeReady(DEEDS[name]);
          const machine = realMachine(lab, state());
          machine.breakAt(at);
          const report = await inProcess(name, machine.host);
          const broke = machine.revive();
          if (!broke) break;
          expect(before).toEqual(ends.get(name)?.before);
          note(`EIO from write ${at + 1}`, name, { code: report.exitCode, report });
          ended.add(rows.at(-1)?.table ?? '');
        }
        expect(ended).toContain('before');
      });
    },
  );

  /** The command in this process, on the lab's table. */
  async function inProcess(name: Name, host: ReturnType<typeof realMachine>['host']): Promise<Report> {
    const stored = (arch: string) => {
      const [path = ''] = globSync(`${lab.work}/tools/**/qemu-${target(arch).qemu}`);
      return { path, sha256: hashFile(path), checked: false };
    };
    const context = contextOf(`${'0'.repeat(8)}-0000-4000-8000-000000000000`, {
      store: join(lab.work, 'tools'),
      handler: stored,
    });
    const inputs = { platforms: 'arm64', 'qemu-from': 'host' };
    switch (name) {
      case 'undo':
        return runUndo(host, listRuns(host)[0]?.id ?? '', true, context);
      case 'remove':
        return runRemove(host, parseInputs({ ...inputs, mode: 'remove' }), context);
      case 'fresh':
        return runSetup(host, parseInputs({ ...inputs, platforms: 'arm64 riscv64' }), context);
      case 'upgrade':
        return runSetup(host, parseInputs({ ...inputs, credentials: 'false' }), context);
      default:
        return runSetup(host, parseInputs({ ...inputs, 'on-conflict': 'replace' }), context);
    }
  }

  describe.each(ALL)('when it is stopped, and is to %s', (name) => {
    it('by SIGTERM after any change, finishes it or begins none', async () => {
      for (let changes = 1, finished = false; !finished; changes++) {
        await makeReady(DEEDS[name]);
        const end = await stopAfter(name, changes, 'SIGTERM');
        finished = end.finished;
        if (finished) break;
        note(`SIGTERM after change ${changes}`, name, problemIn(end));
        expect(existsSync(join(lab.work, 'tmp')) && globSync(`${lab.work}/tmp/setup-binfmt-probe-*`)).toEqual(
          [],
        );
      }
    });

    it('by SIGKILL after any change, is taken back or done again', async () => {
      for (let changes = 1, finished = false; !finished; changes++) {
        for (const next of ['taken back', 'the same again']) {
          await makeReady(DEEDS[name]);
          const killed = await stopAfter(name, changes, 'SIGKILL');
          finished = killed.finished;
          // An undo is gone on with; what has no record has changed nothing, or is undone.
          if (finished || (name === 'undo' && next === 'taken back')) continue;
          const words =
            next === 'taken back' || name === 'undo' ? ['remove', '--run', killed.run] : DEEDS[name].words;
          const ended = killed.run === '' && next === 'taken back' ? undefined : await lab.cli(...words);
          const isOver = name === 'undo' && ended?.stderr.includes('there is no record');
          if (!isOver) expect(ended?.code ?? 0, ended?.stderr).toBe(0);
          note(`SIGKILL after change ${changes}, then ${next}`, name, { code: ended?.code ?? 0 });
        }
      }
    });
  });

  /** Sends a signal as soon as the latest record has so many lines more; `finished` when it ended before that. */
  async function stopAfter(name: Name, changes: number, signal: NodeJS.Signals) {
    const lines = (): number =>
      globSync(`${inside('/run/setup-binfmt')}/**/*.jsonl`)
        .map((path) => orUndefined(() => readFileSync(path, 'utf8')) ?? '')
        .join('')
        .split('\n')
        .filter((line) => line !== '').length;
    const last = () => listRuns(realMachine(lab, state()).host)[0]?.id ?? '';
    const run = last();
    const from = lines();
    const own = name === 'remove' || name === 'undo' ? [] : ['--qemu-from', 'host'];
    const [enter, ...args] = lab.table.enter;
    const child = spawn(enter, [...args, ...commandOf('cli.js'), ...DEEDS[name].words, ...own], {
      env: { ...lab.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const gone = once(child, 'close');
    while (child.exitCode === null && Math.abs(lines() - from) < changes) await setImmediate();
    child.kill(signal);
    const [code, by] = await gone;
    const finished = by === null && code !== 143;
    return { code, stdout: '', stderr, finished, run: name === 'undo' ? run : last() === run ? '' : last() };
  }

  it('of a handler leaves what is there', async () => {
    const wrong = join(lab.work, 'wrong');
    const program = (text: string, mode = 0o755): void => {
      mkdirSync(wrong, { recursive: true });
      writeFileSync(join(wrong, 'qemu-aarch64-static'), text, { mode });
    };
    const faults: readonly (readonly [string, () => void])[] = [
      [
        'handler of another architecture',
        () => void copyProgram(join(qemu, 'qemu-s390x-static'), join(wrong, 'qemu-aarch64-static')),
      ],
      ['handler that is a script', () => program('#!/bin/sh\nexit 0\n')],
      ['handler that is empty', () => program('')],
    ];
    for (const [fault, make] of faults) {
      rmSync(wrong, { recursive: true, force: true });
      make();
      for (const name of ['replace', 'upgrade'] as const) {
        await makeReady(DEEDS[name]);
        // What the store holds is not asked for.
        const env = {
          PATH: `${wrong}:/usr/sbin:/usr/bin:/sbin:/bin`,
          RUNNER_TOOL_CACHE: join(lab.work, 'other'),
        };
        const words = [...DEEDS[name].words, '--on-conflict', 'replace', '--qemu-from', 'host', '--json'];
        const ended = await lab.run([...commandOf('cli.js'), ...new Set(words)], env);
        note(fault, name, problemIn(ended));
      }
    }
  });
});

function renderRow({ fault, deed, table, report }: Row): string {
  return `| ${fault} | ${deed} | ${table} | ${report} |`;
}

/** The page: its rows are those of this run. */
function render(rows: readonly Row[]): string {
  const lines = rows.map(renderRow);
  return `# What is there after a fault

Each row was seen on a real table (\`test/cycles/faults.test.ts\` makes and compares this page): what went wrong, what the
program was about to do, whether the table is then as it was **before** or as it is **after** a run without a fault (it is
never anything between, and what others have reads byte for byte as it did), and what the program said. Where there is a
report, it names what is changed and nothing else.

| fault | about to | table | said |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}
