import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pin } from '../../../src/binfmt/entry.ts';
import { ruleFromJson } from '../../../src/binfmt/rule.ts';
import { parseStartTime } from '../../../src/host/proc.ts';
import {
  beginOf,
  type Change,
  entriesInUse,
  formatChange,
  isLive,
  type Lease,
  nameOf,
  parseLease,
  parseRecord,
  replacedIn,
  splitRecord,
  tableOf,
  tellRecord,
} from '../../../src/journal/record.ts';
import { isRunId } from '../../../src/text/parse.ts';
import { anyRule, JAR, printed, WASM } from '../../support/rules.ts';

const RUN = '01234567-89ab-cdef-0123-456789abcdef';
const OTHER_RUN = '11234567-89ab-cdef-0123-456789abcdef';

const name = fc
  .stringMatching(/^[A-Za-z0-9 ._-]{1,40}$/)
  .filter((text) => !/^(?:\.+|status|register)$/.test(text));
const entry = fc.record({ name, text: fc.string() });
const path = fc.stringMatching(/^\/[^\0]{0,30}$/);
const content = fc.option(fc.string());
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('begin'), at: fc.nat() }),
  fc.record({ kind: fc.constant('begin'), at: fc.nat(), table: fc.string() }),
  fc.record({ kind: fc.constant('table'), entries: fc.array(entry) }),
  fc.record({ kind: fc.constantFrom('load-module', 'undo') }),
  fc.record({ kind: fc.constantFrom('mount', 'copy'), path }),
  fc.record({ kind: fc.constant('register'), rule: anyRule }),
  fc.record({ kind: fc.constantFrom('remove', 'off'), name }),
  fc.record({ kind: fc.constant('put'), entry }),
  fc.record({ kind: fc.constant('write'), path, before: content, after: content }),
) as fc.Arbitrary<Change>;

describe('isRunId', () => {
  it.each<[unknown, boolean]>([
    [RUN, true],
    [RUN.toUpperCase(), false],
    [`${RUN}\n`, false],
    [`../${RUN}`, false],
    ['', false],
    [undefined, false],
    [7, false],
  ])('%j: %s', (text, expected) => {
    expect(isRunId(text)).toBe(expected);
  });
});

describe('tellRecord', () => {
  const begin = { kind: 'begin', at: 7 } as const;
  const rule = (name: string) => ({ kind: 'register', rule: { ...JAR, name } }) as const;
  const gone = (name: string) => ({ kind: 'remove', name }) as const;
  const PATH = '/etc/binfmt.d/x.conf';
  it.each<[string, readonly Change[]]>([
    ['registered a, b', [rule('a'), rule('b')]],
    ['switched off c; took away a', [gone('a'), { kind: 'off', name: 'c' }]],
    [
      'registered b; replaced a',
      [rule('setup-binfmt-trial-a'), rule('a.new'), gone('a'), rule('a'), rule('b')],
    ],
    ['took away a', [rule('a.keep'), gone('a'), rule('setup-binfmt-undo-1')]],
    ['mounted binfmt_misc', [{ kind: 'load-module' }, { kind: 'mount', path: '/x' }]],
    [
      `registered a; wrote ${PATH}`,
      [
        rule('a'),
        { kind: 'copy', path: '/y' },
        { kind: 'write', path: PATH, before: null, after: '' },
        { kind: 'write', path: PATH, before: '', after: 'x' },
      ],
    ],
    ['changed nothing', []],
  ])('says %s', (did, changes) => {
    expect(tellRecord('x', [begin, ...changes])).toEqual({ id: 'x', begun: 7, did });
  });
});

describe('a record', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        expect(parseRecord(changes.map(formatChange).join(''))).toEqual(changes);
      }),
    );
  });

  it('loses what a cut takes and nothing else, also when it goes on after the cut', () => {
    fc.assert(
      fc.property(fc.array(change), change, fc.array(change), fc.nat(), (before, last, after, cut) => {
        const line = formatChange(last);
        // Short of the brace that closes it, the line is no JSON.
        const part = line.slice(0, cut % (line.length - 1));
        const text = before.map(formatChange).join('') + part + after.map(formatChange).join('');
        expect(parseRecord(text)).toEqual([...before, ...after]);
      }),
    );
  });

  it('is read from any text without throwing', () => {
    const line = fc.oneof(
      fc.json(),
      fc.string(),
      change.map((value) => JSON.stringify(value).replace('"', '')),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(parseRecord(lines.join('\n'))).toBeInstanceOf(Array);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('begin', 'table', 'mount', 'copy', 'register', 'remove', 'put', 'write', 'undo'),
        fc.dictionary(
          fc.constantFrom(
            'at',
            'entries',
            'path',
            'rule',
            'name',
            'entry',
            'before',
            'after',
            'match',
            'text',
          ),
          fc.jsonValue(),
        ),
        (kind, rest) => {
          expect(parseRecord(JSON.stringify({ ...rest, kind })).length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it.each<[string, unknown]>([
    ['no object', 'load-module'],
    ['nothing', null],
    ['a list', [{ kind: 'undo' }]],
    ['an unknown kind', { kind: 'format-disk' }],
    ['no kind', {}],
    ['a time that is no number', { kind: 'begin', at: '1' }],
    ['a path that is not absolute', { kind: 'mount', path: 'etc' }],
    ['a path with NUL', { kind: 'copy', path: '/a\0b' }],
    ['no path', { kind: 'copy' }],
    ['a name that leads out of the table', { kind: 'remove', name: '../a' }],
    ['the table itself', { kind: 'remove', name: '.' }],
    ['the folder above', { kind: 'remove', name: '..' }],
    ['the file that switches the table', { kind: 'remove', name: 'status' }],
    ['the file that registers', { kind: 'remove', name: 'register' }],
    ['an empty name', { kind: 'remove', name: '' }],
    ['a name that no file has', { kind: 'remove', name: 'a'.repeat(256) }],
    ['entries that are no list', { kind: 'table', entries: {} }],
    ['an entry without text', { kind: 'put', entry: { name: 'a' } }],
    ['an entry of no name', { kind: 'put', entry: { name: 'a/b', text: '' } }],
    ['an entry that is none', { kind: 'put', entry: 'a' }],
    ['a rule that is none', { kind: 'register', rule: {} }],
    ['a file without what was there', { kind: 'write', path: '/a', after: 'x' }],
    ['a file with bytes', { kind: 'write', path: '/a', before: null, after: 7 }],
    ['a file of no path', { kind: 'write', path: 'a', before: null, after: null }],
  ])('leaves out a line with %s', (_, value) => {
    expect(parseRecord(`${JSON.stringify({ kind: 'undo' })}\n${JSON.stringify(value)}`)).toEqual([
      { kind: 'undo' },
    ]);
  });

  it('leaves broken entries out of a table, and keeps the others', () => {
    const table = { kind: 'table', entries: [7, { name: 'a', text: 'x' }, { name: 'status', text: '' }] };
    expect(parseRecord(JSON.stringify(table))).toEqual([
      { kind: 'table', entries: [{ name: 'a', text: 'x' }] },
    ]);
  });
});

describe('ruleFromJson', () => {
  it('reads what a rule is written as', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(ruleFromJson(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no match', { ...JAR, match: undefined }],
    ['a match that is a word', { ...JAR, match: 'jar' }],
    ['a name that leads out of the table', { ...JAR, name: '../jar' }],
    ['no interpreter', { ...JAR, interpreter: undefined }],
    ['flags that are no text', { ...JAR, flags: ['F'] }],
    ['flags of another kernel', { ...JAR, flags: 'X' }],
    ['an interpreter that would bring flags of its own', { ...JAR, interpreter: '/a\nflags: F' }],
    ['a magic that is no hexadecimal', { ...WASM, match: { kind: 'magic', offset: 0, magic: 'zz' } }],
    ['a mask of another length', { ...WASM, match: { kind: 'magic', offset: 0, magic: '00', mask: '0000' } }],
    ['an offset below zero', { ...WASM, match: { kind: 'magic', offset: -1, magic: '00' } }],
    ['an extension that is a list', { ...JAR, match: { kind: 'extension', extension: ['jar'] } }],
    ['a magic that is a list', { ...WASM, match: { kind: 'magic', offset: 0, magic: ['00'] } }],
    ['an unknown kind of match', { ...WASM, match: { kind: 'unknown' } }],
  ])('refuses %s', (_, value) => {
    expect(ruleFromJson(value)).toBeUndefined();
  });
});

describe('nameOf', () => {
  it.each<[Change, string | undefined]>([
    [{ kind: 'register', rule: JAR }, 'jar'],
    [{ kind: 'remove', name: 'a' }, 'a'],
    [{ kind: 'put', entry: { name: 'b', text: '' } }, 'b'],
    [{ kind: 'mount', path: '/c' }, undefined],
    [{ kind: 'undo' }, undefined],
  ])('%j: %s', (one, expected) => {
    expect(nameOf(one)).toBe(expected);
  });
});

it('beginOf is the time that the record says, or the first of all', () => {
  expect(beginOf([{ kind: 'undo' }, { kind: 'begin', at: 7 }])).toBe(7);
  expect(beginOf([{ kind: 'undo' }])).toBe(0);
});

it('tableOf is the table that the record says, if it does', () => {
  expect(tableOf([{ kind: 'begin', at: 7 }, { kind: 'undo' }, { kind: 'begin', at: 8, table: 'a' }])).toBe(
    'a',
  );
  expect(tableOf([{ kind: 'begin', at: 7 }])).toBeUndefined();
});

describe('partRecord', () => {
  const record: readonly Change[] = [
    { kind: 'begin', at: 1 },
    { kind: 'table', entries: [] },
    { kind: 'mount', path: '/m' },
    { kind: 'register', rule: JAR },
    { kind: 'register', rule: WASM },
    { kind: 'remove', name: 'jar' },
    { kind: 'put', entry: { name: 'wasm', text: '' } },
    { kind: 'write', path: '/f', before: null, after: 'x' },
    { kind: 'copy', path: '/c' },
    { kind: 'undo' },
  ];
  const kinds = (changes: readonly Change[]) =>
    changes.map((one) => [one.kind, nameOf(one)].join(' ').trim());

  it('leaves nothing when nothing waits', () => {
    expect(splitRecord(record, [])).toEqual({ left: [], undone: record });
  });

  it('leaves what waits with all that it is judged by; files are back already', () => {
    const { left, undone } = splitRecord(record, ['wasm', 'not in it']);
    expect(kinds(left)).toEqual(['begin', 'table', 'mount', 'register wasm', 'put wasm', 'undo']);
    expect(kinds(undone)).toEqual([
      'begin',
      'table',
      'mount',
      'register jar',
      'remove jar',
      'write',
      'copy',
      'undo',
    ]);
  });
});

describe('a lease', () => {
  const lease: Lease = { run: RUN, entries: ['jar'], expires: 1000 };
  const held: Lease = { run: RUN, entries: ['jar'], table: '1 2 3', holder: { pid: 7, started: '123' } };

  it('is read back as it was written', () => {
    const over: Lease = { run: RUN, entries: [], over: true, expires: 7 };
    for (const one of [lease, held, over]) expect(parseLease(JSON.stringify(one))).toEqual(one);
  });

  it.each<[string, unknown]>([
    ['no JSON', undefined],
    ['nothing', null],
    ['no run', { ...lease, run: '../x' }],
    ['no end', { ...lease, expires: '1000' }],
    ['no entries', { ...lease, entries: 'jar' }],
  ])('is none with %s', (_, value) => {
    expect(parseLease(value === undefined ? '{"run"' : JSON.stringify(value))).toBeUndefined();
  });

  it('keeps what is right of names, and lives by its time alone when its holder is not understood', () => {
    const odd = { ...lease, entries: ['jar', '../x', 7], holder: { pid: '7', started: '1' } };
    expect(parseLease(JSON.stringify(odd))).toEqual(lease);
    expect(parseLease(JSON.stringify({ ...lease, holder: { pid: 7 } }))).toEqual(lease);
    expect(parseLease(JSON.stringify({ ...lease, holder: 7 }))).toEqual(lease);
  });

  it('is read from any text without throwing', () => {
    const field = fc.constantFrom('run', 'entries', 'expires', 'holder');
    const value = fc.oneof(fc.constant(RUN), fc.jsonValue());
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.dictionary(field, value).map((one) => JSON.stringify({ ...lease, ...one })),
    );
    fc.assert(
      fc.property(text, (one) => {
        const parsed = parseLease(one);
        if (parsed !== undefined) expect(isRunId(parsed.run)).toBe(true);
      }),
    );
  });

  it.each<[string, Lease, number, string | undefined, boolean]>([
    ['before its end', lease, 999, undefined, true],
    ['at its end', lease, 1000, undefined, false],
    ['while its holder lives', held, 999, '123', true],
    ['when its holder is gone', held, 999, undefined, false],
    ['when another process has the number of its holder', held, 999, '124', false],
    ['at any time while its holder lives', held, 1e12, '123', true],
    ['of no end and no holder', { run: RUN, entries: [] }, 0, undefined, false],
  ])('%s', (_, one, now, started, live) => {
    expect(isLive(one, now, started)).toBe(live);
  });

  it('of another run keeps its entries', () => {
    const theirs: Lease = { run: OTHER_RUN, entries: ['wasm', 'jar'], expires: 1 };
    expect(entriesInUse([], RUN)).toEqual(new Set());
    expect(entriesInUse([lease, theirs], RUN)).toEqual(new Set(['wasm', 'jar']));
    expect(entriesInUse([lease, theirs], OTHER_RUN)).toEqual(new Set(['jar']));
  });
});

describe('parseStartTime', () => {
  const fields = Array.from({ length: 50 }, (_, index) => String(index + 3));

  it.each([['cat'], ['a b'], [') R 1 ('], ['(((']])('finds field 22 behind the program name "%s"', (comm) => {
    expect(parseStartTime(`77 (${comm}) ${fields.join(' ')}`)).toBe('22');
  });

  it.each([[''], ['77 (cat) R 1'], [`77 (cat) ${fields.join(' x')}`]])('finds none in "%s"', (stat) => {
    expect(parseStartTime(stat)).toBeUndefined();
  });

  it('reads that of a real process', () => {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    expect(Number(parseStartTime(stat))).toBeGreaterThan(0);
    expect(parseStartTime(stat)).toBe(parseStartTime(readFileSync('/proc/self/stat', 'utf8')));
  });
});

it('pin keeps name and text alone', () => {
  const { name: of, text } = printed(JAR);
  expect(pin(printed(JAR))).toEqual({ name: of, text });
});

describe('replacedIn', () => {
  const table: Change = {
    kind: 'table',
    entries: [
      { name: 'old', text: 'interpreter /old' },
      { name: 'other', text: 'interpreter /other' },
    ],
  };
  const path = '/etc/binfmt.d/setup-binfmt.conf';
  const write: Change = { kind: 'write', path, before: 'kept\nold line\n', after: 'kept\nnew line\n' };
  const remove: Change = { kind: 'remove', name: 'old' };
  const register: Change = { kind: 'register', rule: WASM };

  it('is what is gone by a run that has registered something', () => {
    expect(replacedIn([table, register, remove, write])).toEqual(['interpreter /old', 'old line']);
    expect(replacedIn([table, register])).toEqual([]);
  });

  it('is every line of a file that is gone, and none of one that was not there', () => {
    expect(replacedIn([register, { ...write, after: null }])).toEqual(['kept', 'old line', '']);
    expect(replacedIn([register, { ...write, before: null }])).toEqual([]);
  });

  it('is nothing where entries were only taken away', () => {
    expect(replacedIn([table, remove, write])).toEqual([]);
  });
});
