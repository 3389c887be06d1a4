import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/binfmt/entry.ts';
import { passingPath, persistentPath } from '../../../src/binfmt/persist.ts';
import { type Rule, type RuleFacts, ruleOfEntry } from '../../../src/binfmt/rule.ts';
import type { TableState } from '../../../src/binfmt/table.ts';
import type { Privilege } from '../../../src/facts/facts.ts';
import type { ConflictPolicy } from '../../../src/inputs/options.ts';
import {
  listRuleProblems,
  type OfferedHandler,
  type PlanRequest,
  planChanges,
} from '../../../src/plan/changes.ts';
import type { Decision } from '../../../src/plan/decide.ts';
import { changesHost } from '../../../src/plan/plan.ts';
import { type Target, targetOf } from '../../../src/platform/platforms.ts';
import type { Status, Verdict } from '../../../src/probe/verdict.ts';
import { entryFor } from '../../support/entries.ts';
import { type FactsChange, hostFacts } from '../../support/facts.ts';
import { JAR, printed, WASM } from '../../support/rules.ts';

const STORE = '/store';
const RUN = '01234567-89ab-cdef-0123-456789abcdef';
const SHA256 = 'ab'.repeat(32);
const target = (arch: string) => targetOf(arch) as Target;
const offered = (arch: string): OfferedHandler => ({
  arch,
  path: `${STORE}/${SHA256}/qemu-${target(arch).qemu}`,
  sha256: SHA256,
  assumesPreserve: true,
});
const decided = (arch: string, replaces: readonly Entry[] = []): Decision => ({
  target: target(arch),
  action: 'install',
  reason: 'nothing runs it',
  replaces,
});
const verdictOf = (arch: string, status: Status, entry?: Entry): Verdict => ({
  arch,
  status,
  reason: '',
  ms: 1,
  ...(entry === undefined ? {} : { entry }),
});
const rulesOf = (...entries: readonly Entry[]) => entries.flatMap((entry) => ruleOfEntry(entry) ?? []);
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

interface Case {
  readonly archs?: readonly string[];
  readonly wanted?: readonly Decision[];
  readonly handlers?: readonly OfferedHandler[];
  readonly verdicts?: readonly Verdict[];
  readonly table?: readonly Entry[];
  readonly rules?: readonly Rule[];
  readonly onConflict?: ConflictPolicy;
  readonly reset?: boolean;
  readonly persist?: boolean;
  readonly persisted?: readonly Rule[];
  readonly recorded?: readonly Rule[];
  readonly facts?: FactsChange;
  readonly run?: NonNullable<PlanRequest['run']>;
  readonly lease?: boolean;
  readonly cleanup?: boolean;
}

function plan(one: Case) {
  const {
    archs = ['arm64'],
    rules = [],
    onConflict = 'repair',
    reset = false,
    persist = false,
    cleanup = false,
    run,
  } = one;
  return planChanges({
    inputs: {
      platforms: archs.map((arch) => ({ arch })),
      credentials: true,
      reset,
      rules,
      onConflict,
      persist,
      cleanup,
    },
    facts: hostFacts({ ...one.facts, table: { entries: one.table ?? [], ...one.facts?.table } }),
    verdicts: new Map((one.verdicts ?? []).map((verdict) => [verdict.arch, verdict])),
    wanted: one.wanted ?? [],
    handlers: one.handlers ?? [],
    store: STORE,
    persisted: one.persisted ?? [],
    recorded: one.recorded ?? [],
    lease: one.lease ?? false,
    ...(run === undefined ? {} : { run }),
  });
}

/** The entry that the handler of `offered` makes, under the flags that are tried first. */
const ownEntry = (arch: string) => entryFor(arch, { interpreter: offered(arch).path, flags: 'POCF' });
const persistentEntry = (arch: string) =>
  entryFor(arch, { interpreter: persistentPath(SHA256, target(arch).qemu), flags: 'POCF' });

/** What an entry reads as whose handler was copied to where it is no more. */
const passingEntry = (arch: string, sha256 = SHA256) =>
  entryFor(arch, {
    interpreter: passingPath('/tmp', sha256, '/store/tool/version/x64/qemu', target(arch).qemu),
    flags: 'POCF',
  });

describe('planChanges', () => {
  it.each<[string, boolean, readonly string[] | undefined]>([
    ['goes for good', false, undefined],
    ['is switched off where it is to be put back: the kernel alone holds its handler', true, ['qemu-arm64']],
  ])('an entry of a copy that is gone %s', (_, cleanup, aside) => {
    const old = { ...passingEntry('arm64', 'cd'.repeat(32)), name: 'qemu-arm64' };
    const wanted = [decided('arm64', [old])];
    const made = plan({ wanted, handlers: [offered('arm64')], table: [old], cleanup });
    expect(made.aside).toEqual(aside);
  });

  it('does nothing when nothing is wanted, and prepares nothing for that', () => {
    const idle = plan({ facts: { table: { state: 'not-loaded' } } });
    expect(idle).toEqual({ schema: 1, prepare: [], remove: [], install: [], prove: [], store: STORE });
    expect(changesHost(idle)).toBe(false);
  });

  it('installs each wanted handler that was offered, in place of what stands in the way', () => {
    const old = entryFor('arm64', { name: 'old' });
    const made = plan({
      wanted: [decided('arm64', [old]), decided('s390x')],
      handlers: [offered('arm64')],
      table: [old],
    });
    expect(made.install.map(({ arch }) => arch)).toEqual(['arm64']);
    expect(made.install[0]?.replaces).toEqual([{ name: 'old', text: old.text }]);
    expect(made.install[0]?.interpreter).toBe(offered('arm64').path);
  });

  it.each<[TableState, readonly string[]]>([
    ['ready', []],
    ['not-mounted', ['mount']],
    ['not-loaded', ['load-module', 'mount']],
  ])('brings up a table that is %s before it writes', (state, prepare) => {
    const facts = { table: { state } };
    expect(plan({ facts, wanted: [decided('arm64')], handlers: [offered('arm64')] }).prepare).toEqual(
      prepare,
    );
    expect(plan({ facts, rules: [JAR] }).prepare).toEqual(prepare);
  });

  it.each<[string, Status, readonly Entry[], number]>([
    ['is proven and reads so already', 'emulated', [ownEntry('arm64')], 0],
    ['is proven, and reads as that of a copy of it', 'emulated', [passingEntry('arm64')], 0],
    ['is proven, and reads as that of another copy', 'emulated', [passingEntry('arm64', 'cd'.repeat(32))], 1],
    ['reads so but is not proven', 'broken', [ownEntry('arm64')], 1],
    ['is proven by another entry', 'emulated', [entryFor('arm64', { name: 'theirs' })], 1],
  ])('an architecture that %s', (_, status, table, installs) => {
    const made = plan({
      table,
      verdicts: [verdictOf('arm64', status)],
      wanted: [decided('arm64', table)],
      handlers: [offered('arm64')],
    });
    expect(made.install).toHaveLength(installs);
  });

  it('takes every other qemu-* entry away for a reset', () => {
    const table = [entryFor('s390x'), entryFor('arm64'), printed(JAR)];
    expect(names(plan({ table, reset: true }).remove)).toEqual(['qemu-s390x', 'qemu-aarch64']);
    expect(plan({ table }).remove).toEqual([]);
  });

  it.each<[Privilege, readonly string[]]>([
    ['sudo', ['arm64']],
    ['root', []],
    ['docker', []],
    ['none', []],
  ])('with the privilege %s, proves by it what could not be proven without', (privilege, prove) => {
    const verdicts = [verdictOf('arm64', 'outside-only'), verdictOf('arm', 'emulated')];
    expect(plan({ facts: { privilege }, verdicts }).prove).toEqual(prove);
  });
});

describe('the rules of a plan', () => {
  const elsewhere = printed({ ...JAR, interpreter: '/usr/bin/java' });
  it.each<[string, readonly Entry[], ConflictPolicy, 'none' | 'new' | 'replaces']>([
    ['a rule that is not there', [], 'repair', 'new'],
    ['a rule that is not there, though such are to be kept', [], 'keep', 'new'],
    ['a rule that is there', [printed(JAR)], 'replace', 'none'],
    ['a rule that is switched off', [printed(JAR, 'disabled')], 'repair', 'replaces'],
    ['a rule that is switched off, when such are to be kept', [printed(JAR, 'disabled')], 'keep', 'none'],
    ['another of its name', [elsewhere], 'replace', 'replaces'],
    ['another of its name, when such are to be kept', [elsewhere], 'keep', 'none'],
  ])('%s', (_, table, onConflict, outcome) => {
    const { rules } = plan({ rules: [JAR], table, onConflict });
    const replaces = table.map(({ name, text }) => ({ name, text }))[0];
    if (outcome === 'none') expect(rules).toBeUndefined();
    else expect(rules).toEqual([outcome === 'new' ? { rule: JAR } : { rule: JAR, replaces }]);
  });

  it.each<[string, Rule, readonly Rule[], Privilege, boolean]>([
    ['takes the same files', { ...JAR, name: 'jar.new' }, [], 'root', true],
    [
      'is one that a run has recorded',
      { ...WASM, name: 'jar.new' },
      [{ ...WASM, name: 'jar.new' }],
      'sudo',
      true,
    ],
    ['is of somebody else', { ...WASM, name: 'jar.new' }, [], 'root', false],
    ['is of another rule', { ...JAR, name: 'java.new' }, [], 'root', false],
    ['cannot be taken away', { ...JAR, name: 'jar.new' }, [], 'none', false],
  ])(
    'come along where they are in place and a helper entry is left: it %s',
    (_, left, recorded, privilege, comes) => {
      const table = [printed(left), printed(JAR)];
      const { rules } = plan({ rules: [JAR], table, recorded, facts: { privilege } });
      expect(rules).toEqual(comes ? [{ rule: JAR }] : undefined);
    },
  );
});

describe('the lease of a plan', () => {
  const arm64 = ownEntry('arm64');
  const verdicts = [verdictOf('arm64', 'emulated', arm64), verdictOf('s390x', 'emulated', ownEntry('s390x'))];
  const base: Case = { archs: ['arm64'], table: [arm64], verdicts, run: { id: RUN, holder: 7 }, lease: true };

  it('is on what answers for the platforms asked for, and on the rules that are there', () => {
    const made = plan({ ...base, rules: [JAR, WASM], table: [arm64, printed(JAR)] });
    expect(made.run).toBe(RUN);
    expect(made.lease).toEqual({ entries: ['qemu-aarch64', 'jar'], holder: 7 });
  });

  it.each<[string, Case, readonly string[]]>([
    ['what is installed anew', { wanted: [decided('arm64')], handlers: [offered('arm64')], table: [] }, []],
    ['what is native', { archs: ['amd64'], verdicts: [verdictOf('amd64', 'native')] }, []],
    ['what is broken', { verdicts: [verdictOf('arm64', 'broken', arm64)] }, []],
    ['what answers without an entry that was seen', { verdicts: [verdictOf('arm64', 'emulated')] }, []],
  ])('is not on %s', (_, change, entries) => {
    expect(plan({ ...base, ...change }).lease?.entries).toEqual(entries);
  });

  it('is on what might have been installed, and stays', () => {
    const made = plan({ ...base, wanted: [decided('arm64')] });
    expect([made.install, made.lease?.entries]).toEqual([[], ['qemu-aarch64']]);
  });

  it('names no holder that is not known', () => {
    expect(plan({ ...base, run: { id: RUN } }).lease).toEqual({ entries: ['qemu-aarch64'] });
  });

  it.each<[string, Case]>([
    ['none is wanted', { ...base, lease: false }],
    ['there is no right to write one', { ...base, facts: { privilege: 'none' } }],
    ['Docker makes the changes', { ...base, facts: { privilege: 'docker' } }],
    ['there is no run to take it for', { archs: ['arm64'], table: [arm64], verdicts, lease: true }],
  ])('is not taken when %s', (_, one) => {
    expect(plan(one).lease).toBeUndefined();
  });

  it('is taken through sudo, too', () => {
    expect(plan({ ...base, facts: { privilege: 'sudo' } }).lease).toBeDefined();
  });
});

describe('what a plan keeps over a reboot', () => {
  const arm64 = persistentEntry('arm64');

  it('is nothing when nothing is to be kept', () => {
    expect(plan({ table: [arm64, printed(JAR)], rules: [JAR] }).persist).toBeUndefined();
    expect(plan({ wanted: [decided('arm64')], handlers: [offered('arm64')] }).persist).toBeUndefined();
  });

  it('is all that was asked for, each name once, when something is written', () => {
    const made = plan({
      persist: true,
      archs: ['arm64', 'arm', 'arm'],
      rules: [JAR],
      wanted: [decided('arm64')],
      handlers: [offered('arm64')],
    });
    expect(made.persist).toEqual({
      handlers: ['qemu-aarch64', 'qemu-aarch64.setup-binfmt', 'qemu-arm', 'qemu-arm.setup-binfmt'],
      rules: ['jar'],
      forget: [],
    });
    expect(made.install[0]).toMatchObject({
      source: offered('arm64').path,
      interpreter: persistentPath(SHA256, 'aarch64'),
    });
  });

  it.each<[string, readonly Entry[], readonly Rule[], boolean]>([
    ['all of it is kept already', [arm64, printed(JAR)], [...rulesOf(arm64), JAR], false],
    ['a handler is not', [arm64, printed(JAR)], [JAR], true],
    ['a rule is not', [arm64, printed(JAR)], rulesOf(arm64), true],
    ['a rule is kept otherwise than it is', [printed(JAR)], [{ ...JAR, flags: 'F' }], true],
    ['the handler lies where it does not stay', [ownEntry('arm64'), printed(JAR)], [JAR], false],
    ['an entry is of somebody else', [entryFor('s390x'), printed(JAR)], [JAR], false],
  ])('when nothing is written and %s', (_, table, persisted, asked) => {
    expect(plan({ persist: true, rules: [JAR], table, persisted }).persist !== undefined).toBe(asked);
  });

  it('goes on with a handler that is upgraded, and with no other', () => {
    const older = entryFor('arm64', { interpreter: persistentPath('cd'.repeat(32), 'aarch64') });
    const made = plan({
      archs: ['arm64', 's390x'],
      wanted: [decided('arm64', [older]), decided('s390x')],
      handlers: [offered('arm64'), offered('s390x')],
      table: [older],
      persisted: [...rulesOf(older), ...rulesOf(ownEntry('s390x'))],
    });
    expect(made.install.map(({ interpreter }) => interpreter)).toEqual([
      persistentPath(SHA256, 'aarch64'),
      offered('s390x').path,
    ]);
    expect(made.persist).toEqual({
      handlers: ['qemu-aarch64', 'qemu-aarch64.setup-binfmt'],
      rules: [],
      forget: [],
    });
  });

  it('is no longer what a reset takes away, whether anything else is to be kept or not', () => {
    const persisted = [...rulesOf(arm64), JAR];
    const made = plan({ archs: [], reset: true, table: [arm64, entryFor('s390x')], persisted });
    expect(made.persist).toEqual({ handlers: [], rules: [], forget: ['qemu-aarch64'] });
  });
});

describe('listRuleProblems', () => {
  const fine: RuleFacts = { exists: true, executable: true, header: new Uint8Array() };
  const list = (
    rules: readonly Rule[],
    table: readonly Entry[],
    onConflict: ConflictPolicy = 'repair',
    own: readonly Rule[] = [],
    factsOf = (_: Rule): RuleFacts => fine,
  ) => listRuleProblems({ rules, onConflict }, hostFacts({ table: { entries: table } }), own, factsOf);
  const other: Rule = { ...JAR, interpreter: '/usr/bin/java' };
  const taken = ['rule jar: an entry of this name is there already, and somebody else registered it'];

  it.each<[string, readonly Entry[], ConflictPolicy, readonly Rule[], readonly string[]]>([
    ['a free name', [printed(WASM)], 'fail', [], []],
    ['the rule itself', [printed(JAR)], 'fail', [], []],
    ['a rule of an earlier run', [printed(other)], 'repair', [other], []],
    [
      'a rule of an earlier run that was changed since',
      [printed(other)],
      'repair',
      [{ ...other, flags: 'F' }],
      taken,
    ],
    ['an entry of somebody else', [printed(other)], 'repair', [], taken],
    ['an entry of somebody else, under fail', [printed(other)], 'fail', [], taken],
    ['an entry of somebody else that may be replaced', [printed(other)], 'replace', [], []],
    ['an entry of somebody else that is to be kept', [printed(other)], 'keep', [], []],
  ])('%s', (_, table, onConflict, own, expected) => {
    expect(list([JAR], table, onConflict, own)).toEqual(expected);
  });

  it('protects the programs of the host', () => {
    expect(list([JAR], [], 'repair', [], () => ({ ...fine, taken: '/bin/x.jar' }))).toEqual([
      'rule jar: its extension takes /bin/x.jar, a program of this host (choose a longer one, or a magic)',
    ]);
  });

  it('lists all of it, each with the name of its rule', () => {
    const asked: string[] = [];
    const problems = list([JAR, WASM], [printed(other)], 'repair', [], ({ interpreter }) => {
      asked.push(interpreter);
      return { ...fine, exists: false, executable: false };
    });
    expect(asked).toEqual(['/usr/bin/jexec', '/usr/bin/wasmtime']);
    expect(problems).toEqual([
      'rule jar: its interpreter /usr/bin/jexec does not exist',
      ...taken,
      'rule wasm: its interpreter /usr/bin/wasmtime does not exist',
    ]);
  });
});
