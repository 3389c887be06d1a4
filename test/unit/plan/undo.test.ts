import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, parseEntry, pin } from '../../../src/binfmt/entry.ts';
import { isRuleOf, type Rule, ruleOfEntry, rulesOverlap } from '../../../src/binfmt/rule.ts';
import type { Change } from '../../../src/journal/record.ts';
import { laterThan, planUndo, rebaseRecord, takesBack, type Undo } from '../../../src/plan/undo.ts';
import { entryFor } from '../../support/entries.ts';
import { printed } from '../../support/rules.ts';

const ruleOf = (entry: Entry): Rule => {
  const rule = ruleOfEntry(entry);
  if (rule === undefined) throw new Error(`${entry.name} is not understood`);
  return rule;
};
const NONE: ReadonlySet<string> = new Set();
const ours = entryFor('arm64', { interpreter: '/store/qemu-aarch64' });
const theirs = entryFor('arm64', { name: 'theirs', interpreter: '/bin/false' });
const old = entryFor('arm64', { interpreter: '/old/qemu-aarch64' });
const other = entryFor('s390x', { name: 'other' });
const python = parseEntry('python', 'enabled\ninterpreter /p\nflags: \nextension .py\n');
const bpf = parseEntry('handler', 'enabled\nbpf x\nflags: \nmagic 7f\n');
const bpfOverAll = parseEntry('handler', `enabled\ninterpreter /x\nflags: X\noffset 0\nmagic 7f\n`);

const begun = (...before: readonly Entry[]): Change => ({ kind: 'table', entries: before.map(pin) });
const registered = (entry: Entry): Change => ({ kind: 'register', rule: ruleOf(entry) });
const removed = (entry: Entry): Change => ({ kind: 'remove', name: entry.name });
const off = (entry: Entry): Entry => parseEntry(entry.name, entry.text.replace('enabled', 'disabled'));
/** Names in the order in which they are put, and of what is then removed. */
const steps = (record: readonly Change[], now: readonly Entry[], inUse = NONE) => {
  const { put, remove, notes, waiting } = planUndo(record, now, inUse);
  return { put: put.map(({ rule }) => rule.name), remove: remove.map(({ name }) => name), notes, waiting };
};
const nothing = { put: [], remove: [], notes: [], waiting: [] };

describe('planUndo', () => {
  it('has nothing to do for a run that did nothing', () => {
    expect(planUndo([], [ours], NONE)).toEqual({ ...nothing, on: [], files: [], unloadModule: false });
  });

  it('removes what was registered', () => {
    expect(steps([begun(other), registered(ours)], [ours, other])).toEqual({
      ...nothing,
      remove: ['qemu-aarch64'],
    });
  });

  it('leaves what a later run has registered, the same as its own, where none was', () => {
    const first = [begun(), registered(ours)];
    const stays = ['entry qemu-aarch64 was registered anew by a later run, and stays'];
    const notesOf = (...later: (readonly Change[])[]) => {
      const { remove, notes } = planUndo(first, [ours], NONE, later);
      return { remove: remove.map(({ name }) => name), notes };
    };
    expect(notesOf([begun(), registered(ours)])).toEqual({ remove: [], notes: stays });
    // Of others it has put its own in the place.
    expect(notesOf([begun(old), removed(old), registered(ours)])).toEqual({ remove: [], notes: stays });
    // It found that of the first run, or has registered something else.
    const own = { remove: ['qemu-aarch64'], notes: [] };
    expect(notesOf([begun(ours), removed(ours), registered(ours)], [begun(ours)])).toEqual(own);
    expect(notesOf([begun(), registered(other)])).toEqual(own);
    // Another job relies on it.
    const used = planUndo(first, [ours], new Set([ours.name]), [[begun(), registered(ours)]]);
    expect([used.waiting, used.notes]).toEqual([[ours.name], []]);
  });

  it('knows which runs began later', () => {
    const [early, late] = [1, 2].map((at): readonly Change[] => [{ kind: 'begin', at }]);
    expect(laterThan(early ?? [], [early ?? [], late ?? []])).toEqual([late]);
  });

  it('switches on what it has switched off, where it still reads so, and registers nothing anew', () => {
    const record = [begun(theirs), registered(ours), { kind: 'off', name: 'theirs' } as const];
    const undo = planUndo(record, [ours, off(theirs)], NONE);
    expect([undo.on, undo.remove.map(({ name }) => name), undo.put, undo.notes]).toEqual([
      [pin(off(theirs))],
      ['qemu-aarch64'],
      [],
      [],
    ]);
    // It is not asked before what another job relies on.
    const later = planUndo(record, [ours, off(theirs)], new Set(['qemu-aarch64']));
    expect([later.on, later.waiting]).toEqual([[pin(off(theirs))], ['qemu-aarch64']]);
    expect(planUndo(record, [ours, theirs], NONE).on).toEqual([]);
    expect(planUndo(record, [ours], NONE)).toMatchObject({ on: [], put: [], notes: [] });
    const changed = parseEntry(
      'theirs',
      theirs.text.replace('disabled', 'enabled').replace('/bin/false', '/x'),
    );
    expect(planUndo(record, [ours, changed], NONE)).toMatchObject({
      on: [],
      notes: ['entry theirs was changed by somebody else since, and stays'],
    });
    // One that was off before is left so.
    expect(planUndo([begun(off(theirs)), { kind: 'off', name: 'theirs' }], [off(theirs)], NONE).on).toEqual(
      [],
    );
  });

  it('does not miss what is gone, nor what was never written', () => {
    expect(steps([begun(other), registered(ours)], [other])).toEqual(nothing);
  });

  it('puts back what was removed, in the place of what has its name', () => {
    const record = [begun(old), removed(old), registered(ours)];
    expect(planUndo(record, [ours], NONE).put).toEqual([
      { rule: ruleOf(old), enabled: true, text: old.text, replaces: pin(ours) },
    ]);
    expect(planUndo(record, [], NONE).put).toEqual([{ rule: ruleOf(old), enabled: true, text: old.text }]);
    expect(planUndo([begun(off(old)), removed(old)], [], NONE).put).toMatchObject([{ enabled: false }]);
  });

  it('leaves an entry that was to go and is still there', () => {
    expect(steps([begun(old), removed(old)], [old])).toEqual(nothing);
  });

  it('leaves what somebody else has changed since', () => {
    const notes = ['entry qemu-aarch64 was changed by somebody else since, and stays'];
    expect(steps([begun(), registered(ours)], [old])).toEqual({ ...nothing, notes });
  });

  it('takes away what it wrote though somebody switched it off', () => {
    expect(steps([begun(), registered(ours)], [off(ours)])).toEqual({ ...nothing, remove: ['qemu-aarch64'] });
  });

  it('cannot put back what it does not understand', () => {
    const notes = ['entry handler cannot be registered again: it is not understood'];
    expect(steps([begun(bpf), removed(bpf)], [])).toEqual({ ...nothing, notes });
  });

  it('never brings helper entries of a killed run back', () => {
    const helper = parseEntry('setup-binfmt-undo-1', theirs.text);
    expect(steps([begun(helper), removed(helper)], [])).toEqual(nothing);
  });

  it('waits for what somebody relies on, and with what would be asked before it', () => {
    const record = [begun(theirs, other), removed(theirs), removed(other), registered(ours)];
    expect(steps(record, [ours], new Set(['qemu-aarch64']))).toEqual({
      ...nothing,
      put: ['other'],
      waiting: ['qemu-aarch64', 'theirs'],
    });
  });

  it('puts the oldest back first', () => {
    const record = [begun(theirs, old), removed(old), removed(theirs), registered(ours)];
    expect(steps(record, [ours])).toEqual({ ...nothing, put: ['qemu-aarch64', 'theirs'] });
  });

  it('registers again what was asked before, whether it was there then or came since', () => {
    const record = [begun(theirs, old, other), removed(old), registered(ours)];
    const since = entryFor('arm64', { name: 'since' });
    expect(steps(record, [since, ours, theirs, other]).put).toEqual(['qemu-aarch64', 'theirs', 'since']);
    const [, again] = planUndo(record, [ours, theirs, other], NONE).put;
    expect(again).toMatchObject({ text: theirs.text, replaces: pin(theirs) });
    // A name's end and a file's bytes can come together.
    expect(steps(record, [python, ours, other]).put).toEqual(['qemu-aarch64', 'python']);
  });

  it('says so where what was asked before cannot be registered again', () => {
    expect(steps([begun(bpfOverAll, old), removed(old)], [bpfOverAll])).toEqual({
      ...nothing,
      put: ['qemu-aarch64'],
      notes: ['entry handler is now asked after others that take the same files'],
    });
  });

  it('does not mind what nobody knows the files of', () => {
    expect(steps([begun(bpf, old), removed(old)], [parseEntry('handler', 'enabled\n')]).put).toEqual([
      'qemu-aarch64',
    ]);
  });

  describe('goes on where it was cut off:', () => {
    const begunUndo = [begun(theirs, old), removed(old), registered(ours), { kind: 'undo' } as const];
    const putting = (entry: Entry): Change => ({ kind: 'put', entry: pin(entry) });

    it('an entry that is about to be put back', () => {
      expect(steps([...begunUndo, putting(old)], [theirs]).put).toEqual(['qemu-aarch64', 'theirs']);
    });

    it('one that is back, and is asked before what came after it', () => {
      expect(steps([...begunUndo, putting(old)], [old, theirs]).put).toEqual(['theirs']);
      expect(steps([...begunUndo, putting(old)], [theirs, old])).toEqual(nothing);
    });

    it('one of somebody else that was to be registered again', () => {
      expect(steps([...begunUndo, putting(old), putting(theirs)], [old]).put).toEqual(['theirs']);
      const since = entryFor('arm64', { name: 'since' });
      expect(steps([...begunUndo, putting(old), putting(since)], [old, theirs]).put).toEqual([
        'theirs',
        'since',
      ]);
    });

    it('one that is to be switched off', () => {
      const record = [begun(off(old)), removed(old), putting(off(old))];
      expect(planUndo(record, [old], NONE).put).toMatchObject([{ enabled: false, replaces: pin(old) }]);
      expect(steps(record, [off(old)])).toEqual(nothing);
      // Switched on by somebody else, long before.
      expect(steps([begun(off(old)), removed(old)], [old]).notes).toHaveLength(1);
    });
  });

  it('takes mount and module away when nothing is left in the table', () => {
    const record: Change[] = [
      { kind: 'load-module' },
      { kind: 'mount', path: '/m' },
      begun(),
      registered(ours),
    ];
    expect(planUndo(record, [ours], NONE)).toMatchObject({ unmount: '/m', unloadModule: true });
    expect(planUndo(record, [], NONE)).toMatchObject({ unmount: '/m', unloadModule: true });
    expect(planUndo(record, [other, ours], NONE)).toMatchObject({ unloadModule: false });
    expect(planUndo(record, [other, ours], NONE)).not.toHaveProperty('unmount', expect.anything());
    expect(planUndo(record, [ours], new Set(['qemu-aarch64']))).toMatchObject({ unloadModule: false });
    expect(planUndo([begun(), registered(ours)], [ours], NONE)).toMatchObject({ unloadModule: false });
  });

  it('puts files back as they were before the first change', () => {
    const record: Change[] = [
      { kind: 'write', path: '/a', before: null, after: '1' },
      { kind: 'write', path: '/b', before: 'x', after: null },
      { kind: 'write', path: '/a', before: '1', after: '2' },
    ];
    expect(planUndo(record, [], NONE).files).toEqual([
      { path: '/a', before: null, after: '2' },
      { path: '/b', before: 'x', after: null },
    ]);
  });
});

describe('takesBack', () => {
  const PATH = '/etc/binfmt.d/x.conf';
  const wrote = { kind: 'write', path: PATH, before: null, after: 'x' } as const;
  const mounted = { kind: 'mount', path: '/proc/sys/fs/binfmt_misc' } as const;
  const isLeft = (record: readonly Change[], now: readonly Entry[], content: string | null = null) =>
    takesBack(planUndo(record, now, NONE), () => content);
  const tookOurs = [begun(ours), removed(ours)];
  const switchedOff = [begun(theirs), { kind: 'off', name: 'theirs' } as const];

  it.each<[boolean, string, boolean]>([
    [true, 'what was registered and is there', isLeft([begun(), registered(ours)], [ours])],
    [false, 'what was registered and went since', isLeft([begun(), registered(ours)], [])],
    [false, 'what others have changed since', isLeft([begun(), registered(ours)], [old])],
    [true, 'what was taken away', isLeft(tookOurs, [])],
    [false, 'what was taken away and came back', isLeft(tookOurs, [ours])],
    [true, 'what was switched off', isLeft(switchedOff, [off(theirs)])],
    [true, 'a file that is as it was left', isLeft([wrote], [], 'x')],
    [false, 'a file of others by now', isLeft([wrote], [], 'y')],
    [false, 'a file that is as it was before', isLeft([wrote], [])],
    [true, 'a mount of an empty table', isLeft([mounted], [])],
    [false, 'a mount that others use', isLeft([mounted], [theirs])],
    [true, 'a module', isLeft([{ kind: 'load-module' }], [])],
  ])('%j: %s', (is, _, found) => expect(found).toBe(is));

  it('counts what waits for the end of another job', () => {
    const undo = planUndo([begun(), registered(ours)], [ours], new Set([ours.name]));
    expect(takesBack(undo, () => null)).toBe(true);
  });
});

describe('inherit', () => {
  const at = (time: number): Change => ({ kind: 'begin', at: time });
  const tableOf = (record: readonly Change[]): readonly string[] =>
    record.flatMap((change) => (change.kind === 'table' ? change.entries.map(({ name }) => name) : []));
  const ended = [at(1), begun(theirs, old, other), removed(theirs), removed(old), registered(ours)];

  it('tells a later record what was there before, as old as it was', () => {
    const later = [at(2), begun(python, ours, other), removed(ours)];
    expect(rebaseRecord(later, ended)).toEqual([at(2), begun(python, theirs, old, other), removed(ours)]);
    expect(tableOf(rebaseRecord([at(2), begun(python)], ended))).toEqual([
      'python',
      'theirs',
      'qemu-aarch64',
    ]);
  });

  it('leaves an earlier record as it is', () => {
    const earlier = [at(0), begun(), registered(ours)];
    expect(rebaseRecord(earlier, ended)).toBe(earlier);
  });

  it('does not tell a later record of its own entry that an undo, cut off, registered once more', () => {
    const brought = entryFor('riscv64', { name: 'brought' });
    const later = [at(2), begun(python), registered(brought)];
    const cutOff: readonly Change[] = [...ended, { kind: 'undo' }, { kind: 'put', entry: pin(brought) }];
    expect(tableOf(rebaseRecord(later, [...cutOff, removed(brought)]))).toEqual([
      ...['python', 'theirs', 'qemu-aarch64'],
    ]);
  });

  it('is told that what was switched off is on again', () => {
    const aside = [at(1), begun(theirs), registered(ours), { kind: 'off', name: 'theirs' } as const];
    const later = [at(2), begun(ours, off(theirs)), removed(off(theirs))];
    expect(rebaseRecord(later, aside)).toEqual([at(2), begun(theirs), removed(theirs)]);
  });

  it('leaves what is there as it was before', () => {
    const later = [at(2), begun(theirs, old)];
    expect(rebaseRecord(later, ended)).toEqual(later);
    expect(rebaseRecord([at(2)], [at(1), registered(ours)])).toEqual([at(2)]);
  });
});

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
const undo = (record: readonly Change[], entries: readonly Entry[], inUse: readonly string[] = []) =>
  planUndo(record, entries, new Set(inUse));
const NOTHING: Undo = { on: [], put: [], remove: [], files: [], unloadModule: false, notes: [], waiting: [] };

/** The table after an undo, as the kernel keeps it: what is registered comes first. */
function carryOut(entries: readonly Entry[], { put, remove: gone }: Undo): readonly Entry[] {
  let left = entries;
  for (const { rule, enabled, replaces } of put) {
    const rest = left.filter(({ name }) => name !== replaces?.name);
    expect(names(rest)).not.toContain(rule.name);
    left = [printed(rule, enabled ? 'enabled' : 'disabled'), ...rest];
  }
  return left.filter(({ name }) => !names(gone).includes(name));
}

/** What can be told of a table from outside: what is in it, and which of two that take the same file is asked first. */
function visible(entries: readonly Entry[]) {
  const asked = entries.flatMap((a, at) =>
    entries
      .slice(at + 1)
      .filter((b) => rulesOverlap(ruleOf(a).match, ruleOf(b).match))
      .map((b) => `${a.name} before ${b.name}`),
  );
  return { texts: entries.map(({ name, text }) => `${name}: ${text}`).toSorted(), asked: asked.toSorted() };
}

const ARCHS = ['arm64', 's390x'];
const anyEntry = fc
  .record({
    arch: fc.constantFrom(...ARCHS),
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    interpreter: fc.constantFrom('/usr/bin/one', '/usr/bin/two'),
    enabled: fc.boolean(),
  })
  .map(({ arch, ...change }) => entryFor(arch, change));
const anyTable = fc.uniqueArray(anyEntry, { selector: ({ name }) => name });
/** What a run does: each is registered, in place of what has its name, or taken away. */
const deeds = fc.array(fc.tuple(anyEntry, fc.boolean()), { maxLength: 6 });

/**
 * A run on a table: its record, and the table that it leaves. What a run registers is switched on, and what reads
 * so already is not registered again.
 */
function run(at: number, found: readonly Entry[], todo: readonly (readonly [Entry, boolean])[]) {
  const record: Change[] = [{ kind: 'begin', at }, begun(...found)];
  let entries = found;
  for (const [entry, stays] of todo) {
    const wanted = printed(ruleOf(entry));
    if (
      stays &&
      [...found, ...entries].some(({ name, text }) => name === wanted.name && text === wanted.text)
    )
      continue;
    if (entries.some(({ name }) => name === entry.name)) record.push(removed(entry));
    entries = entries.filter(({ name }) => name !== entry.name);
    if (!stays) continue;
    record.push(registered(entry));
    entries = [wanted, ...entries];
  }
  return { record, entries };
}

describe('an undo', () => {
  it('leaves the table as the run found it, whatever that did', () => {
    fc.assert(
      fc.property(anyTable, deeds, (before, todo) => {
        const { record, entries } = run(1, before, todo);
        expect(visible(carryOut(entries, undo(record, entries)))).toEqual(visible(before));
      }),
    );
  });

  it('has nothing left to do when it is done', () => {
    fc.assert(
      fc.property(anyTable, deeds, (before, todo) => {
        const { record, entries } = run(1, before, todo);
        const restored = carryOut(entries, undo(record, entries));
        expect(undo(record, restored)).toEqual(NOTHING);
      }),
    );
  });

  it('leaves alone what it must not touch', () => {
    fc.assert(
      fc.property(anyTable, deeds, anyTable, (before, todo, now) => {
        const { record } = run(1, before, todo);
        const plan = undo(record, now);
        const written = record.flatMap((change) => (change.kind === 'register' ? [change.rule] : []));
        for (const { name, text } of plan.remove) {
          expect(written.some((rule) => isRuleOf(rule, parseEntry(name, text)))).toBe(true);
        }
        for (const { rule, text, replaces } of plan.put) {
          const there = now.find(({ name }) => name === rule.name);
          expect(replaces).toEqual(there === undefined ? undefined : pin(there));
          expect([...before, ...now].some((entry) => entry.name === rule.name && entry.text === text)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('of two runs, one after the other and in either order, leaves the table as the first found it', () => {
    fc.assert(
      fc.property(anyTable, deeds, deeds, fc.boolean(), (before, one, two, laterFirst) => {
        const first = run(1, before, one);
        const second = run(2, first.entries, two);
        const { entries } = second;
        const [ended, other] = laterFirst ? [second, first] : [first, second];
        const between = carryOut(entries, undo(ended.record, entries));
        const rest = rebaseRecord(other.record, ended.record);
        expect(visible(carryOut(between, undo(rest, between)))).toEqual(visible(before));
      }),
    );
  });
});

it('planUndo does not stumble over a record that speaks of an entry that is not understood', () => {
  const strange = entryFor('arm64', { name: 'odd', enabled: false, more: 'colour red\n' });
  const other = entryFor('s390x');
  const record: readonly Change[] = [
    begun(strange, other),
    removed(other),
    { kind: 'put', entry: pin(strange) },
  ];
  const on = parseEntry('odd', strange.text.replace(/^disabled/, 'enabled'));
  const plan = undo(record, [on], ['odd']);
  expect(plan.waiting).toEqual(['odd']);
  expect(names(plan.put.map(({ rule }) => rule))).toEqual([other.name]);
});

it('planUndo keeps the mount for what comes back into it', () => {
  const one = entryFor('arm64');
  const plan = undo([begun(one), { kind: 'mount', path: '/m' }, { kind: 'load-module' }, removed(one)], []);
  expect(plan.put).toHaveLength(1);
  expect(plan).not.toHaveProperty('unmount', expect.anything());
  expect(plan.unloadModule).toBe(false);
});
