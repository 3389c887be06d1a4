import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Entry, parseEntry } from '../../../src/binfmt/entry.ts';
import { persistentPath } from '../../../src/binfmt/persist.ts';
import type { TableState } from '../../../src/binfmt/table.ts';
import type { ConflictPolicy } from '../../../src/inputs/options.ts';
import { forGood, isInPlace, planInstall, planPreparation } from '../../../src/plan/changes.ts';
import { type Decision, decide, isReplaceable } from '../../../src/plan/decide.ts';
import { parsePlan } from '../../../src/plan/parse-plan.ts';
import {
  changesHost,
  emptyPlan,
  NOTHING_APPLIED,
  needsLock,
  type Plan,
  proofsIn,
  writesTable,
} from '../../../src/plan/plan.ts';
import { TARGETS, type Target, targetOf } from '../../../src/platform/platforms.ts';
import type { ProbeRun, Status, Verdict } from '../../../src/probe/verdict.ts';
import { entryFor } from '../../support/entries.ts';
import { hostFacts } from '../../support/facts.ts';

const target = (arch: string) => targetOf(arch) as Target;
const arm64 = target('arm64');
const STORE = '/store';
const ours = entryFor('arm64', { interpreter: '/store/a/qemu-aarch64' });
const theirs = entryFor('arm64', { name: 'theirs' });
const fixture = (name: string) =>
  parseEntry(name, readFileSync(new URL(`../../fixtures/kernel/entry-${name}.txt`, import.meta.url), 'utf8'));

const verdictOf = (status: Status, reason = `it is ${status}`): Verdict => ({
  arch: 'arm64',
  status,
  reason: status === 'native' || status === 'emulated' ? '' : reason,
  ms: 1,
});
function decision(status: Status | undefined, entries: readonly Entry[], policy: ConflictPolicy): Decision {
  const verdicts = new Map(status === undefined ? [] : [['arm64', verdictOf(status)]]);
  const [made] = decide([arm64], verdicts, entries, policy, STORE);
  return made as Decision;
}

describe('decide', () => {
  const off = entryFor('arm64', { name: 'off', enabled: false });
  const other = entryFor('s390x');
  const bpf = fixture('newer-bpf');
  it.each<[Status, readonly Entry[], ConflictPolicy, Decision['action'], string]>([
    ['native', [], 'repair', 'native', ''],
    ['native', [theirs], 'replace', 'native', ''],
    ['absent', [], 'repair', 'install', ''],
    ['absent', [], 'keep', 'install', ''],
    ['absent', [], 'fail', 'install', ''],
    ['absent', [other], 'fail', 'install', ''],
    ['emulated', [ours], 'repair', 'keep', ''],
    ['emulated', [ours], 'replace', 'keep', ''],
    ['emulated', [ours, theirs], 'fail', 'keep', ''],
    ['emulated', [], 'repair', 'keep', ''],
    ['emulated', [theirs], 'repair', 'keep', ''],
    ['emulated', [theirs], 'replace', 'install', 'theirs'],
    ['emulated', [theirs], 'keep', 'keep', ''],
    ['emulated', [theirs], 'fail', 'refuse', ''],
    ['broken', [theirs], 'repair', 'install', 'theirs'],
    ['broken', [theirs], 'replace', 'install', 'theirs'],
    ['broken', [theirs], 'keep', 'keep', ''],
    ['broken', [theirs], 'fail', 'refuse', ''],
    ['outside-only', [theirs], 'repair', 'install', 'theirs'],
    ['broken', [ours], 'fail', 'install', 'qemu-aarch64'],
    ['broken', [ours], 'keep', 'install', 'qemu-aarch64'],
    ['broken', [bpf, ours], 'repair', 'install', 'qemu-aarch64'],
    ['absent', [off], 'repair', 'install', ''],
    ['absent', [off], 'keep', 'keep', ''],
    ['absent', [off], 'fail', 'refuse', ''],
    ['broken', [theirs, ours], 'repair', 'install', 'theirs qemu-aarch64'],
    ['emulated', [off, ours], 'repair', 'keep', ''],
  ])('%s among %j under %s: %s', (status, entries, policy, action, replaces) => {
    const made = decision(status, entries, policy);
    expect([made.action, made.replaces.map(({ name }) => name).join(' ')]).toEqual([action, replaces]);
    expect(made.reason).not.toBe('');
  });

  it('leaves what it must not touch where it is, and puts a newer entry in front of it', () => {
    const rosetta = entryFor('arm64', { name: 'rosetta-like', interpreter: '/mnt/rosetta/rosetta' });
    expect(decision('broken', [rosetta, theirs], 'repair').replaces).toEqual([theirs]);
  });

  it.each(['repair', 'replace', 'keep', 'fail'] as const)(
    'leaves an entry of others that only bears the name (%s), and takes away one of its own',
    (policy) => {
      const of = (interpreter: string) =>
        parseEntry('qemu-aarch64', `enabled\ninterpreter ${interpreter}\nflags: \noffset 9\nmagic aabb\n`);
      expect(decision('absent', [of('/q')], policy)).toMatchObject({ action: 'install', replaces: [] });
      const own = of('/store/qemu-aarch64');
      expect(decision('absent', [own], policy)).toMatchObject({ action: 'install', replaces: [own] });
    },
  );

  it('gives the verdict’s reason, or says that there is none', () => {
    expect(decision('broken', [], 'repair').reason).toBe('it is broken');
    expect(decision(undefined, [], 'repair').reason).toBe('nothing is known of it');
  });

  it('makes names safe to print', () => {
    const hostile = entryFor('arm64', { name: 'x\n::error::y' });
    expect(decision('broken', [hostile], 'fail').reason).toContain('(x : :error: :y)');
  });

  it('decides for every target, in order', () => {
    const made = decide(TARGETS, new Map(), [], 'repair', STORE);
    expect(made.map(({ target: { arch } }) => arch)).toEqual(TARGETS.map(({ arch }) => arch));
  });
});

describe('isReplaceable', () => {
  it.each(['qemu-aarch64', 'qemu-aarch64-fixed'])('is true of %s', (name) =>
    expect(isReplaceable(fixture(name), arm64)).toBe(true),
  );
  it.each(['WSLInterop', 'rosetta-disabled', 'python3.11', 'jar', 'DOSWin', 'hostile', 'newer-bpf'])(
    'is false of %s',
    (name) => {
      for (const each of TARGETS) expect(isReplaceable(fixture(name), each)).toBe(false);
    },
  );
  it.each<[string, Entry]>([
    ['named as a translator', entryFor('amd64', { name: 'rosetta' })],
    ['named as a translator, in another case', entryFor('amd64', { name: 'FEX-x86_64' })],
    ['run by a translator', entryFor('amd64', { interpreter: '/usr/bin/FEXInterpreter' })],
    ['run by another one', entryFor('amd64', { interpreter: '/usr/local/bin/box64' })],
    ['with a line that is not known', entryFor('amd64', { more: 'priority 5\n' })],
    ['with a flag that is not known', entryFor('amd64', { flags: 'POCFX' })],
    ['for all programs', parseEntry('all', 'enabled\ninterpreter /q\nflags: F\noffset 0\nmagic 7f454c46\n')],
  ])('is false of one %s', (_, entry) => expect(isReplaceable(entry, target('amd64'))).toBe(false));
  it('lets the architectures of one machine share an entry', () => {
    const both = parseEntry(
      'mips',
      `enabled\ninterpreter /q\nflags: F\noffset 0\nmagic ${target('mips').magic}\nmask ${'ff'.repeat(7)}${'00'.repeat(9)}fffeffff${'00'.repeat(20)}\n`,
    );
    expect(isReplaceable(both, target('mips'))).toBe(true);
  });
});

describe('planPreparation', () => {
  it.each<[TableState, string]>([
    ['not-loaded', 'load-module mount'],
    ['autofs', 'mount'],
    ['not-mounted', 'mount'],
    ['ready', ''],
    ['unsupported', ''],
    ['masked', ''],
    ['module-missing', ''],
    ['disabled', ''],
    ['read-only', ''],
  ])('%s: %s', (state, steps) => {
    expect(planPreparation(hostFacts({ table: { state } })).join(' ')).toBe(steps);
  });
});

describe('planInstall', () => {
  const handler = {
    arch: 'arm64',
    path: '/store/a/qemu-aarch64',
    sha256: 'b'.repeat(64),
    assumesPreserve: false,
  };
  const made: Decision = { target: arm64, action: 'install', reason: '', replaces: [theirs] };
  const facts = hostFacts();
  const isOwn = forGood({ reset: false, cleanup: false }, '/store');
  const install = planInstall(made, handler, facts, { credentials: true, persist: false }, isOwn);

  it('has the handler’s path, its hash and the flags to try', () => {
    expect(install).toEqual({
      arch: 'arm64',
      name: 'qemu-aarch64',
      interpreter: '/store/a/qemu-aarch64',
      flagChoices: ['POCF', 'OCF'],
      sha256: 'b'.repeat(64),
      replaces: [{ name: 'theirs', text: theirs.text }],
    });
  });

  it.each([
    ['6.12.0', false, 'POCF'],
    ['5.4.0', false, 'OCF'],
    ['5.4.0', true, 'POCF'],
  ])('Linux %s, P assumed by the build %s: tries %s first', (release, assumesPreserve, first) => {
    const options = { credentials: true, persist: false };
    const planned = planInstall(
      made,
      { ...handler, assumesPreserve },
      hostFacts({ release }),
      options,
      isOwn,
    );
    expect(planned.flagChoices[0]).toBe(first);
  });

  it('hands on what is known of the handler', () => {
    const known = { ...handler, version: '10.2.3' };
    const options = { credentials: true, persist: false };
    expect(planInstall(made, known, facts, options, isOwn)).toEqual({
      ...install,
      version: '10.2.3',
    });
  });

  it.each<[string, readonly Entry[], readonly Entry[], string]>([
    ['none', [], [], 'qemu-aarch64'],
    ['of others, which stays', [entryFor('arm64')], [], 'qemu-aarch64.setup-binfmt'],
    [
      'of others, which is switched off',
      [entryFor('arm64')],
      [entryFor('arm64')],
      'qemu-aarch64.setup-binfmt',
    ],
    ['of our own, which goes', [ours], [ours], 'qemu-aarch64'],
  ])('names the entry, where there is one of its name: %s', (_, entries, goes, name) => {
    const replaces = entries.filter((_entry, index) => index < goes.length);
    const facts = hostFacts({ table: { entries } });
    const options = { credentials: true, persist: false };
    expect(planInstall({ ...made, replaces }, handler, facts, options, isOwn).name).toBe(name);
  });

  it('takes its handler from the store to where such stay, when it shall stay', () => {
    const staying = planInstall(made, handler, facts, { credentials: true, persist: true }, isOwn);
    expect(staying.source).toBe(handler.path);
    expect(staying.interpreter).toBe(persistentPath(handler.sha256, 'aarch64'));
    const plan = { schema: 1, prepare: [], remove: [], install: [staying], prove: [], store: '/store' };
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  });

  it.each(TARGETS)('is understood by the privileged program: $arch', (each) => {
    const plan: Plan = {
      schema: 1,
      prepare: [],
      remove: [],
      install: [
        planInstall({ ...made, target: each }, handler, facts, { credentials: false, persist: false }, isOwn),
      ],
      prove: [],
      store: '/store',
    };
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  });

  describe('isInPlace', () => {
    const answering = entryFor('arm64', { interpreter: handler.path });
    it.each<[string, readonly Entry[], boolean]>([
      ['itself', [answering], true],
      ['itself with the other flags', [{ ...answering, flags: 'OCF' }], true],
      ['itself before an older one', [answering, theirs], true],
      ['itself behind one that is switched off', [{ ...theirs, enabled: false }, answering], true],
      ['itself behind a newer one', [theirs, answering], false],
      ['itself switched off', [{ ...answering, enabled: false }], false],
      ['another file', [ours], true],
      ['another interpreter', [{ ...answering, interpreter: '/x' }], false],
      ['without F', [{ ...answering, flags: 'POC' }], false],
      ['nothing', [], false],
    ])('finds %s: %s', (_, entries, there) => expect(isInPlace(install, entries)).toBe(there));
    it('finds no architecture that the table does not hold', () => {
      expect(isInPlace({ ...install, arch: 'vax' }, [answering])).toBe(false);
    });
  });

  it('changes the host when it does anything but prove', () => {
    const nothing: Plan = { schema: 1, prepare: [], remove: [], install: [], prove: ['arm64'], store: '/s' };
    expect(changesHost(nothing)).toBe(false);
    expect(changesHost({ ...nothing, prepare: ['mount'] })).toBe(true);
    expect(changesHost({ ...nothing, remove: [{ name: 'a', text: '' }] })).toBe(true);
    expect(changesHost({ ...nothing, install: [install] })).toBe(true);
  });
});

describe('what a plan would change', () => {
  const nothing = emptyPlan('/store');
  const keeps = { ...nothing, persist: { handlers: [], rules: [], forget: [] } };
  it.each([
    [nothing, [false, false, false]],
    [{ ...nothing, remove: [{ name: 'x', text: '' }] }, [true, true, true]],
    [keeps, [true, false, true]],
    [{ ...nothing, prepare: ['mount'] as const }, [true, false, false]],
  ])('%#', (plan, expected) => {
    expect([changesHost(plan), writesTable(plan), needsLock(plan)]).toEqual(expected);
  });
});

describe('proofsIn', () => {
  const run = (arch: string): ProbeRun => ({
    ...{ arch, place: 'chroot', code: 42, signal: null, stdout: '', stderr: '', timedOut: false },
    ...{ error: undefined, attempts: 1, ms: 1 },
  });
  const installed = { arch: 'arm64', name: 'qemu-aarch64', changed: true, replaced: [] };

  it('takes the runs of handlers that were there and of those that were installed without a problem', () => {
    const applied = {
      ...NOTHING_APPLIED,
      proofs: [run('riscv64')],
      installed: [
        { ...installed, run: run('arm64') },
        { ...installed, run: run('s390x'), problem: 'it does not run' },
        installed,
      ],
    };
    expect(proofsIn(applied).map(({ arch }) => arch)).toEqual(['riscv64', 'arm64']);
  });
});
