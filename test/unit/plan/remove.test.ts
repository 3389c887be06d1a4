import { describe, expect, it } from 'vitest';
import { type Entry, isQemuEntry, parseEntry } from '../../../src/binfmt/entry.ts';
import { type Rule, ruleOfEntry } from '../../../src/binfmt/rule.ts';
import type { ConflictPolicy } from '../../../src/inputs/options.ts';
import {
  forGood,
  type OfferedHandler,
  planAside,
  planInstall,
  planReset,
} from '../../../src/plan/changes.ts';
import { type Decision, decideAfterReset } from '../../../src/plan/decide.ts';
import type { Install } from '../../../src/plan/plan.ts';
import { planRemoval } from '../../../src/plan/remove.ts';
import { type Target, targetOf } from '../../../src/platform/platforms.ts';
import type { Verdict } from '../../../src/probe/verdict.ts';
import { entryFor } from '../../support/entries.ts';
import { hostFacts } from '../../support/facts.ts';
import { JAR, printed, WASM } from '../../support/rules.ts';

const STORE = '/store';
const target = (arch: string) => targetOf(arch) as Target;
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
const rulesOf = (...entries: readonly Entry[]) => entries.flatMap((entry) => ruleOfEntry(entry) ?? []);

const qemuArm64 = entryFor('arm64');
const qemuS390x = entryFor('s390x');
const ownArm64 = entryFor('arm64', { name: 'ours', interpreter: `${STORE}/ab/qemu-aarch64` });
const fexAmd64 = entryFor('amd64', { name: 'FEX-x86_64', interpreter: '/usr/bin/FEXInterpreter' });
const rosetta = entryFor('amd64', { name: 'rosetta', interpreter: '/run/rosetta/rosetta' });
const trial = entryFor('arm', { name: 'setup-binfmt-trial-1' });
const wsl = parseEntry('WSLInterop', 'enabled\ninterpreter /init\nflags: P\noffset 0\nmagic 4d5a\n');

describe('isQemuEntry', () => {
  it.each<[string, boolean]>([
    ['qemu-aarch64', true],
    ['setup-binfmt-trial-1', true],
    ['setup-binfmt-undo-1', true],
    ['qemu', false],
    ['my-qemu-aarch64', false],
    ['setup-binfmt-other', false],
    ['WSLInterop', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(isQemuEntry({ name })).toBe(expected);
  });
});

describe('planRemoval', () => {
  interface Case {
    readonly archs?: readonly string[];
    readonly names?: readonly string[];
    readonly all?: boolean;
    readonly table?: readonly Entry[];
    readonly own?: readonly Rule[];
    readonly persisted?: readonly Rule[];
  }
  const remove = ({ archs = [], all = false, table = [], own = [], persisted = [], ...asked }: Case) =>
    planRemoval({ all, names: asked.names ?? [] }, archs.map(target), table, STORE, own, persisted);

  it('takes every qemu-* entry for `all`, and nothing else, pinned as it reads', () => {
    const table = [wsl, qemuArm64, printed(JAR), trial, ownArm64, qemuS390x];
    const removal = remove({ all: true, archs: ['arm64'], table });
    expect(removal).toEqual({
      remove: [qemuArm64, trial, qemuS390x].map(({ name, text }) => ({ name, text })),
      forget: [],
      refused: [],
      notes: [],
      unknown: [],
    });
  });

  it("takes for a platform what claims it and is QEMU's or ours, switched off or not", () => {
    const off = entryFor('arm64', { name: 'qemu-aarch64-off', enabled: false });
    const removal = remove({ archs: ['arm64'], table: [off, ownArm64, qemuS390x, qemuArm64] });
    expect(names(removal.remove)).toEqual(['qemu-aarch64-off', 'ours', 'qemu-aarch64']);
    expect(removal.refused).toEqual([]);
  });

  it("leaves what a person chose in QEMU's place, and says that there is nothing of ours", () => {
    expect(remove({ archs: ['amd64'], table: [fexAmd64, rosetta] })).toEqual({
      remove: [],
      forget: [],
      refused: [],
      notes: ['FEX-x86_64', 'rosetta'].map(
        (name) =>
          `entry ${name}, which takes amd64, stays: it was not registered by this program, and is not QEMU's (to take it out, as root: echo -1 > /proc/sys/fs/binfmt_misc/${name})`,
      ),
      unknown: [],
    });
  });

  it('takes an entry of the name that its entry has, whatever it claims', () => {
    const odd = parseEntry('qemu-aarch64', 'enabled\nbpf x\nflags: \n');
    expect(names(remove({ archs: ['arm64'], table: [odd] }).remove)).toEqual(['qemu-aarch64']);
  });

  it('takes each entry once', () => {
    const removal = remove({ archs: ['arm64'], names: ['qemu-aarch64', 'qemu-*'], table: [qemuArm64] });
    expect(names(removal.remove)).toEqual(['qemu-aarch64']);
  });

  it('takes a rule that an earlier run brought in, or that was to stay', () => {
    const table = [printed(JAR), printed(WASM)];
    const removal = remove({ names: ['jar', 'wasm'], table, own: [JAR], persisted: [WASM] });
    expect(names(removal.remove)).toEqual(['jar', 'wasm']);
    expect(removal.forget).toEqual(['wasm']);
    expect(removal.refused).toEqual([]);
  });

  it('takes by name what a killed run has left in its place', () => {
    const beside = printed({ ...JAR, name: 'jar.new' });
    const keeping = printed({ ...JAR, name: 'jar.keep', interpreter: '/old' });
    const back = printed({ ...JAR, name: 'setup-binfmt-undo-0-1' });
    const other = printed({ ...WASM, name: 'setup-binfmt-undo-0-2' });
    const qemu = entryFor('arm64', { name: 'qemu-aarch64.new' });
    const table = [beside, keeping, back, other, qemu, printed(WASM)];
    const own = [JAR, WASM, ...rulesOf(beside, keeping)];
    expect(names(remove({ names: ['jar'], table, own }).remove)).toEqual([
      'jar.new',
      'jar.keep',
      'setup-binfmt-undo-0-1',
    ]);
    expect(names(remove({ names: ['qemu-aarch64'], table, own }).remove)).toEqual(['qemu-aarch64.new']);
    expect(remove({ names: ['jar'], table: [beside, keeping, back] })).toMatchObject({
      remove: [],
      refused: [],
      unknown: ['there is no entry for "jar"'],
    });
  });

  it('refuses by name what somebody else registered', () => {
    const odd = { ...wsl, name: 'a b' };
    expect(remove({ names: ['a b'], table: [odd] }).refused).toEqual([
      "entry a b was not registered by this program, and is not QEMU's",
    ]);
    expect(remove({ names: ['WSLInterop'], table: [wsl] }).refused).toEqual([
      "entry WSLInterop was not registered by this program, and is not QEMU's (to take it out, as root: echo -1 > /proc/sys/fs/binfmt_misc/WSLInterop)",
    ]);
    const changed = printed({ ...JAR, interpreter: '/usr/bin/other' });
    expect(remove({ names: ['jar'], table: [changed], own: [JAR] })).toMatchObject({
      remove: [],
      refused: [expect.stringContaining('entry jar was not registered')],
    });
  });

  it('reaches by a pattern only what is surely ours', () => {
    const table = [wsl, fexAmd64, ownArm64, qemuS390x, printed(JAR)];
    const removal = remove({ names: ['*'], table, own: [JAR] });
    expect(names(removal.remove)).toEqual(['ours', 'qemu-s390x', 'jar']);
    expect(removal.refused).toEqual([]);
  });

  it.each<[string, string, boolean, string?]>([
    ['qemu-*', 'qemu-s390x', true],
    ['qemu-*390*', 'qemu-s390x', true],
    ['*x', 'qemu-s390x', true],
    ['qemu-s390', 'qemu-s390x', false, 'qemu-s390x'],
    ['emu-s390x', 'qemu-s390x', false, 'qemu-s390x'],
    ['qemu.s390x', 'qemu-s390x', false, 'qemu-s390x'],
    ['arm46', 'qemu-s390x', false, 'linux/arm64'],
    ['arm64', 'qemu-s390x', false],
    ['something-else', 'qemu-s390x', false],
    ['something-*', 'qemu-s390x', false],
    ['qemu-a+b.c', 'qemu-a+b.c', true],
    ['qemu-a+b.c', 'qemu-aabxc', false, 'qemu-aabxc'],
  ])('matches the name %s with %s: %s', (asked, name, matches, nearest) => {
    const removal = remove({ names: [asked], table: [entryFor('s390x', { name })] });
    expect(names(removal.remove)).toEqual(matches ? [name] : []);
    const hint = nearest === undefined ? '' : ` (the nearest is ${nearest})`;
    const line = `there is no entry for "${asked}"${hint}`;
    const isSlip = !asked.includes('*');
    expect(removal.unknown).toEqual(matches || !isSlip ? [] : [line]);
    expect(removal.notes).toEqual(matches || isSlip ? [] : [line]);
  });

  it('does not warn of an entry of QEMU that is gone already', () => {
    expect(remove({ names: ['qemu-aarch64'], table: [] })).toMatchObject({
      notes: ['there is no entry for "qemu-aarch64"'],
      unknown: [],
    });
  });

  it('forgets what would come back at the next boot, also when it is not in the table', () => {
    const persisted = [...rulesOf(qemuArm64, qemuS390x), JAR, WASM];
    const forgetOf = (one: Case) => remove({ ...one, persisted });
    expect(forgetOf({ archs: ['arm64'] })).toMatchObject({ forget: ['qemu-aarch64'], notes: [] });
    expect(forgetOf({ names: ['jar'] })).toMatchObject({ forget: ['jar'], notes: [] });
    expect(forgetOf({ names: ['*a*'] })).toMatchObject({
      forget: ['qemu-aarch64', 'jar', 'wasm'],
      notes: [],
    });
    expect(forgetOf({ all: true }).forget).toEqual(['qemu-aarch64', 'qemu-s390x']);
    expect(forgetOf({ archs: ['arm'] })).toMatchObject({ forget: [], notes: ['there is no entry for arm'] });
  });
});

describe('decideAfterReset', () => {
  const verdictOf = (arch: string, status: Verdict['status'], entry?: Entry): Verdict => ({
    arch,
    status,
    reason: status === 'broken' ? 'it crashed' : '',
    ms: 1,
    ...(entry === undefined ? {} : { entry }),
  });
  const decideOne = (verdict: Verdict, table: readonly Entry[], policy: ConflictPolicy = 'repair') => {
    const verdicts = new Map([[verdict.arch, verdict]]);
    const [decision] = decideAfterReset([target(verdict.arch)], verdicts, table, policy, STORE);
    return decision as Decision;
  };

  it('installs anew what a qemu-* entry answered for, which goes with that', () => {
    const decision = decideOne(verdictOf('arm64', 'emulated', qemuArm64), [qemuS390x, qemuArm64]);
    expect(decision.action).toBe('install');
    expect(decision.reason).toBe('every qemu-* entry is reset');
    expect(names(decision.replaces)).toEqual(['qemu-aarch64']);
  });

  it.each<[string, Verdict, readonly Entry[], Decision['action']]>([
    ['what the host runs itself', verdictOf('amd64', 'native'), [], 'native'],
    [
      'what another entry answers for',
      verdictOf('arm64', 'emulated', ownArm64),
      [ownArm64, qemuArm64],
      'keep',
    ],
    ['what nothing runs', verdictOf('arm64', 'absent'), [], 'install'],
    ['what is broken', verdictOf('arm64', 'broken', qemuArm64), [qemuArm64], 'install'],
  ])('decides of %s as without a reset', (_, verdict, table, action) => {
    expect(decideOne(verdict, table).action).toBe(action);
  });

  it('is not refused for an entry that goes anyway', () => {
    expect(decideOne(verdictOf('arm64', 'emulated', qemuArm64), [qemuArm64], 'fail').action).toBe('install');
    const other = entryFor('arm64', { name: 'theirs' });
    expect(decideOne(verdictOf('arm64', 'emulated', qemuArm64), [qemuArm64, other], 'fail').action).toBe(
      'refuse',
    );
  });

  it('names an entry once that stands in the way and is reset', () => {
    const theirs = entryFor('arm64', { name: 'theirs' });
    const { replaces } = decideOne(verdictOf('arm64', 'broken', qemuArm64), [qemuArm64, theirs]);
    expect(names(replaces).toSorted()).toEqual(['qemu-aarch64', 'theirs']);
  });
});

describe('planReset', () => {
  const offered: OfferedHandler = {
    arch: 'arm64',
    path: `${STORE}/ab/qemu-aarch64`,
    sha256: 'ab',
    assumesPreserve: true,
  };
  const wanted: Decision = {
    target: target('arm64'),
    action: 'install',
    reason: 'reset',
    replaces: [qemuArm64],
  };
  const install: Install = planInstall(
    wanted,
    offered,
    hostFacts(),
    { credentials: true, persist: false },
    () => true,
  );
  const off = entryFor('arm64', { name: 'qemu-aarch64-off', enabled: false });

  it.each<[string, readonly Entry[], readonly Decision[], readonly Install[], readonly string[]]>([
    [
      'all at once when nothing is wanted',
      [trial, qemuArm64, qemuS390x],
      [],
      [],
      ['setup-binfmt-trial-1', 'qemu-aarch64', 'qemu-s390x'],
    ],
    ['nothing of others', [wsl, fexAmd64, ownArm64], [], [], []],
    ['not those that go with an installation', [qemuArm64, qemuS390x], [wanted], [install], ['qemu-s390x']],
    [
      'not one that is in place already, but what it shadows',
      [qemuArm64, off],
      [wanted],
      [],
      ['qemu-aarch64-off'],
    ],
    ['what nothing answers for', [off, qemuS390x], [wanted], [], ['qemu-aarch64-off', 'qemu-s390x']],
  ])('takes %s', (_, table, decisions, installs, expected) => {
    const removed = planReset(table, decisions, installs);
    expect(names(removed)).toEqual(expected);
    for (const { name, text } of removed) expect(table.find((entry) => entry.name === name)?.text).toBe(text);
  });
});

describe('planAside', () => {
  const own = entryFor('arm64', { interpreter: '/store/qemu-aarch64' });
  const table = [trial, own, qemuS390x, wsl];
  it.each<[string, readonly Entry[], object, readonly string[] | undefined]>([
    ['nothing where nothing goes', [], {}, undefined],
    ['what others have', table, {}, ['qemu-s390x', wsl.name]],
    [
      'what others have, where it is reset for now',
      table,
      { reset: true, cleanup: true },
      ['qemu-s390x', wsl.name],
    ],
    ['only what is not reset', table, { reset: true }, [wsl.name]],
    ['nothing of our own', [own, trial], {}, undefined],
  ])('switches off %s', (_, going, inputs, expected) => {
    const isForGood = forGood({ reset: false, cleanup: false, ...inputs }, '/store');
    expect(planAside(table, going, isForGood)).toEqual(expected);
  });
});
