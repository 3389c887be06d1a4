/** The privileged program by itself: what it refuses, and that it does no more than it is told. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSettled } from '../../src/host/digests.ts';
import { nodeHost } from '../../src/host/host.ts';
import { DIGESTS_FILE } from '../../src/journal/journal.ts';
import { commandOf, type Ended, runProgram } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { copyProgram, type Lab, noLab, openLab, target } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu() : '';

describe.skipIf(!able)('the privileged program', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab(qemu);
  });
  afterEach(() => lab.close());

  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  function planFor(interpreter: string, change: object = {}) {
    const install = {
      arch: 'arm64',
      name: 'qemu-aarch64',
      interpreter,
      flagChoices: ['POCF', 'OCF'],
      sha256: hash(interpreter),
      replaces: [],
      ...change,
    };
    return {
      schema: 1,
      prepare: [],
      remove: [],
      install: [install],
      prove: [],
      store: join(lab.work, 'store'),
    };
  }
  const handler = (name = 'aarch64') =>
    copyProgram(join(qemu, `qemu-${name}-static`), join(lab.work, 'store', `qemu-${name}`));
  const carryOut = (stdin: string): Promise<Ended> =>
    runProgram([...lab.table.enter, ...commandOf('privileged.js')], { env: lab.env, stdin });

  /** Where it keeps what it has hashed. */
  const memories = (): readonly string[] => {
    const state = join(lab.table.folder, '../../../../run/setup-binfmt');
    return readdirSync(state, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(`/${DIGESTS_FILE}`))
      .map((name) => join(state, name));
  };

  it('carries a plan out, and says what it did', async () => {
    const ended = await carryOut(JSON.stringify(planFor(handler())));
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      installed: [{ arch: 'arm64', name: 'qemu-aarch64', changed: true, replaced: [], run: { code: 42 } }],
      problems: [],
    });
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
  });

  it.each<[string, (plan: ReturnType<typeof planFor>) => unknown, RegExp]>([
    ['a path outside of the store', (plan) => ({ ...plan, store: '/elsewhere' }), /not lie in the store/],
    ['an unknown key', (plan) => ({ ...plan, shell: 'id' }), /unknown key/],
    [
      'an entry outside of the table',
      (plan) => ({ ...plan, remove: [{ name: '../../x', text: '' }] }),
      /holds something that is no entry/,
    ],
    [
      'the status file',
      (plan) => ({ ...plan, remove: [{ name: 'status', text: 'enabled\n' }] }),
      /holds something that is no entry/,
    ],
    ['what is no plan', () => [], /it is not an object/],
  ])('refuses %s, and changes nothing', async (_, change, words) => {
    const ended = await carryOut(JSON.stringify(change(planFor(handler()))));
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(words);
    expect(ended.stderr).toMatch(/^the plan cannot be carried out, and nothing was changed: .*\n$/);
    expect(lab.entries().size).toBe(0);
  });

  it.each(['', '{', 'x'.repeat(5 * 1024 * 1024)])('refuses text that is no plan (case %#)', async (text) => {
    const ended = await carryOut(text);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr.split('\n')).toHaveLength(2);
  });

  it('waits for its plan without holding others up, and changes nothing where none comes', async () => {
    let end: (text: string) => void = () => undefined;
    const stdin = new Promise<string>((resolve) => {
      end = resolve;
    });
    const [file = '', ...args] = [...lab.table.enter, ...commandOf('privileged.js')];
    const waiting = nodeHost().run({ file, args, env: lab.env, stdin, timeoutMs: 20_000 });
    await setTimeout(300);
    const ended = await carryOut(JSON.stringify(planFor(handler())));
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    const before = lab.entries();
    end('');
    expect(await waiting).toMatchObject({ code: 2, stdout: '', timedOut: false });
    expect(lab.entries()).toEqual(before);
  });

  it('refuses a handler that is not the one that was checked', async () => {
    const path = handler();
    const plan = planFor(path);
    appendFileSync(path, 'x');
    const ended = await carryOut(JSON.stringify(plan));
    expect(JSON.parse(ended.stdout)).toMatchObject({
      installed: [{ changed: false, problem: expect.stringContaining('not what was recorded') }],
      outdated: true,
    });
    expect(lab.entries().size).toBe(0);
  });

  it('believes nobody who says that a handler is checked', async () => {
    const plan = planFor(handler());
    const [install] = plan.install;
    const ended = await carryOut(JSON.stringify({ ...plan, install: [{ ...install, checked: true }] }));
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('unknown key')]);
    expect(lab.entries().size).toBe(0);
  });

  it('remembers what it has hashed, and hashes again what was changed since, whatever times it bears', async ({
    skip,
  }) => {
    const path = handler();
    await setTimeout(1_100);
    const host = nodeHost();
    const found = host.stat(path);
    const settled = found !== undefined && isSettled(found, host.fileSystemType(path), Date.now());
    skip(!settled, 'the temporary folder lies on a file system of which nothing is remembered');
    const run = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    const plan = JSON.stringify({ ...planFor(path), run });
    const clear = () => {
      for (const name of lab.entries().keys()) lab.table.unregister(name);
    };
    const again = async () => {
      clear();
      return JSON.parse((await carryOut(plan)).stdout);
    };
    expect(await again()).toMatchObject({ installed: [{ changed: true }] });
    const [memory = ''] = memories();
    expect(readFileSync(memory, 'utf8')).toContain(hash(path));

    // It goes by what only root can write.
    const kept = readFileSync(memory, 'utf8');
    writeFileSync(memory, kept.replaceAll(hash(path), 'f'.repeat(64)));
    expect(await again()).toMatchObject({ installed: [{ changed: false }], outdated: true });
    writeFileSync(memory, kept);
    expect(await again()).toMatchObject({ installed: [{ changed: true }] });

    const { atime, mtime } = statSync(path);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = ~(bytes[bytes.length >> 1] ?? 0);
    // The kernel lets nobody write to a handler that is registered.
    clear();
    writeFileSync(path, bytes);
    utimesSync(path, atime, mtime);
    expect(await again()).toMatchObject({
      installed: [{ changed: false, problem: expect.stringContaining('not what was recorded') }],
      outdated: true,
    });
    expect(lab.entries().size).toBe(0);
  });

  it('refuses a handler that is gone', async () => {
    const plan = planFor(handler());
    const [install] = plan.install;
    if (install === undefined) throw new Error('no installation');
    install.interpreter = join(lab.work, 'store', 'gone');
    const ended = await carryOut(JSON.stringify(plan));
    expect(JSON.parse(ended.stdout)).toMatchObject({ installed: [{ changed: false }], outdated: true });
    expect(lab.entries().size).toBe(0);
  });

  it('takes a handler back that is not proven', async () => {
    const ended = await carryOut(JSON.stringify(planFor(handler('s390x'))));
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      installed: [{ changed: false, problem: expect.stringContaining('emulates another architecture') }],
    });
    expect(lab.entries().size).toBe(0);
  });

  it('does not touch an entry that bears the name and came meanwhile', async () => {
    lab.table.register(':qemu-aarch64:M::SETUPBINFMT::/bin/sh:');
    const before = [...lab.entries()];
    const ended = await carryOut(JSON.stringify(planFor(handler())));
    expect(JSON.parse(ended.stdout)).toMatchObject({
      installed: [
        { changed: false, problem: expect.stringContaining('may not be taken away, or came meanwhile') },
      ],
    });
    expect([...lab.entries()]).toEqual(before);
  });

  it('clears what a killed run left', async () => {
    const path = handler();
    const { magic, mask } = target('arm64');
    lab.claim('arm64', { name: 'qemu-aarch64.new', interpreter: path, flags: 'POCF' });
    lab.claim('arm64', { name: 'old', interpreter: path, flags: 'POC' });
    expect([magic.length, mask.length]).toEqual([40, 40]);
    const replaces = [...lab.entries()]
      .map(([name, text]) => ({ name, text }))
      .filter(({ name }) => name === 'old');
    const ended = await carryOut(JSON.stringify(planFor(path, { replaces })));
    expect(JSON.parse(ended.stdout)).toMatchObject({ installed: [{ changed: true, replaced: ['old'] }] });
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
  });

  it('reads nothing of its environment that could lead it elsewhere', async () => {
    symlinkSync('/bin/sh', join(lab.work, 'chroot'));
    const ended = await runProgram([...lab.table.enter, ...commandOf('privileged.js')], {
      env: { PATH: '/usr/sbin:/usr/bin', RUNNER_TOOL_CACHE: '/elsewhere', BINFMT_TABLE: '/elsewhere' },
      stdin: JSON.stringify(planFor(handler())),
    });
    expect(ended.code).toBe(0);
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
  });

  it('refuses rules that take the programs of this host, whoever planned them', async () => {
    const interpreter = join(lab.work, 'nothing');
    writeFileSync(interpreter, '\n', { mode: 0o755 });
    const rule = (name: string, offset: number, magic: string) => ({
      rule: { name, interpreter, flags: '', match: { kind: 'magic', offset, magic } },
    });
    const header = readFileSync('/proc/self/exe').subarray(64, 72).toString('hex');
    const rules = [rule('phdr', 64, header), rule('hash', 0, '2321')];
    const ended = await carryOut(JSON.stringify({ ...planFor(handler()), install: [], rules }));
    expect(JSON.parse(ended.stdout)).toMatchObject({
      rules: [
        { changed: false, problem: expect.stringMatching(/^rule phdr: its magic takes ELF programs/) },
        { changed: false, problem: expect.stringMatching(/^rule hash: its magic takes scripts/) },
      ],
    });
    expect(lab.entries().size).toBe(0);
  });
});
