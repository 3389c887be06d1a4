import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, parseEntry, pin } from '../../../src/binfmt/entry.ts';
import { isRuleOf, type Rule, ruleOfEntry, rulesOverlap } from '../../../src/binfmt/rule.ts';
import type { Change } from '../../../src/journal/record.ts';
import { planUndo, rebaseRecord, type Undo } from '../../../src/plan/undo.ts';
import { entryFor } from '../../support/entries.ts';
import { printed } from '../../support/rules.ts';

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
const ruleOf = (entry: Entry): Rule => {
  const rule = ruleOfEntry(entry);
  if (rule === undefined) throw new Error(`not understood: ${entry.name}`);
  return rule;
};
const table = (...entries: readonly Entry[]): Change => ({ kind: 'table', entries: entries.map(pin) });
const register = (entry: Entry): Change => ({ kind: 'register', rule: ruleOf(entry) });
const remove = (name: string): Change => ({ kind: 'remove', name });
const undo = (record: readonly Change[], entries: readonly Entry[], inUse: readonly string[] = []) =>
  planUndo(record, entries, new Set(inUse));
const NOTHING: Undo = { put: [], remove: [], files: [], unloadModule: false, notes: [], waiting: [] };

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
  const record: Change[] = [{ kind: 'begin', at }, table(...found)];
  let entries = found;
  for (const [entry, stays] of todo) {
    const wanted = printed(ruleOf(entry));
    if (
      stays &&
      [...found, ...entries].some(({ name, text }) => name === wanted.name && text === wanted.text)
    )
      continue;
    if (entries.some(({ name }) => name === entry.name)) record.push(remove(entry.name));
    entries = entries.filter(({ name }) => name !== entry.name);
    if (!stays) continue;
    record.push(register(entry));
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
    table(strange, other),
    remove(other.name),
    { kind: 'put', entry: pin(strange) },
  ];
  const on = parseEntry('odd', strange.text.replace(/^disabled/, 'enabled'));
  const plan = undo(record, [on], ['odd']);
  expect(plan.waiting).toEqual(['odd']);
  expect(names(plan.put.map(({ rule }) => rule))).toEqual([other.name]);
});

it('planUndo keeps the mount for what comes back into it', () => {
  const one = entryFor('arm64');
  const plan = undo(
    [table(one), { kind: 'mount', path: '/m' }, { kind: 'load-module' }, remove(one.name)],
    [],
  );
  expect(plan.put).toHaveLength(1);
  expect(plan).not.toHaveProperty('unmount', expect.anything());
  expect(plan.unloadModule).toBe(false);
});
