import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { persistentPath } from '../../../src/binfmt/persist.ts';
import { parsePlan } from '../../../src/plan/parse-plan.ts';
import type { Install, Plan } from '../../../src/plan/plan.ts';
import { targetOf } from '../../../src/platform/platforms.ts';

const install: Install = {
  arch: 'arm64',
  name: 'qemu-aarch64',
  interpreter: '/store/abc/qemu-aarch64',
  flagChoices: ['POCF', 'OCF'],
  sha256: 'a'.repeat(64),
  replaces: [{ name: 'old one', text: 'enabled\n' }],
};
const plan: Plan = {
  schema: 1,
  prepare: ['load-module', 'mount'],
  remove: [{ name: 'qemu-old', text: 'enabled\n' }],
  install: [install],
  prove: ['s390x'],
  store: '/store',
};

const problemsOf = (value: unknown): string => {
  const parsed = parsePlan(typeof value === 'string' ? value : JSON.stringify(value));
  return 'problems' in parsed ? parsed.problems.join('; ') : '';
};
const withInstall = (change: object) => ({ ...plan, install: [{ ...install, ...change }] });
const withPinned = (pinned: unknown) => ({ ...plan, remove: [pinned] });

describe('parsePlan', () => {
  it('gives the plan back', () => {
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
    const empty = { ...plan, prepare: [], remove: [], install: [], prove: [] };
    expect(parsePlan(JSON.stringify(empty))).toEqual(empty);
  });

  it('takes a version, and nothing that says that a handler is checked', () => {
    const plan = withInstall({ version: '10.2.3' });
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
    expect(problemsOf(withInstall({ checked: true }))).toMatch(/unknown key/);
  });

  it('takes the entries that are switched off, and either name of a handler', () => {
    for (const one of [{ ...plan, aside: ['theirs'] }, withInstall({ name: 'qemu-aarch64.setup-binfmt' })])
      expect(parsePlan(JSON.stringify(one))).toEqual(one);
    for (const name of [undefined, 'qemu-arm', 7])
      expect(problemsOf(withInstall({ name }))).toMatch(/its name is none of a handler/);
  });

  it.each([10, '', '10', '1.2.3.4.5', '10.2.3\n', 'x'])('refuses the version %j', (version) => {
    expect(problemsOf(withInstall({ version }))).toMatch(/its version is none/);
  });

  it.each(['POCF', 'OCF', 'OF', 'POF', 'F', 'PF', 'CF'])('takes the flags %s', (flags) => {
    expect(problemsOf(withInstall({ flagChoices: [flags, 'OF'] }))).toBe('');
  });

  it.each(['WSLInterop', 'a b', 'a\nb', '-1', '...', 'a'.repeat(255)])(
    'takes the name %j of an entry that others gave',
    (name) => expect(problemsOf(withPinned({ name, text: '' }))).toBe(''),
  );

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /it is not JSON/],
    ['nothing', '', /it is not JSON/],
    ['a list', [], /it is not an object/],
    ['null', null, /it is not an object/],
    ['a number', 1, /it is not an object/],
    ['another schema', { ...plan, schema: 2 }, /its schema is not 1/],
    ['a further key', { ...plan, shell: 'sh' }, /the plan holds an unknown key/],
    ['no store', { ...plan, store: undefined }, /store is not an absolute path/],
    ['a relative store', { ...plan, store: 'store' }, /store is not an absolute path/],
    ['the root as store', { ...plan, store: '/' }, /store is not an absolute path/],
    ['a store with a step up', { ...plan, store: '/store/..' }, /store is not an absolute path/],
    ['a store with a colon', { ...plan, store: '/a:b' }, /store is not an absolute path/],
    ['a store with a line break', { ...plan, store: '/a\nb' }, /store is not an absolute path/],
    ['no list', { ...plan, prepare: 'mount' }, /prepare is not a list/],
    ['a long list', { ...plan, prove: Array(301).fill('arm64') }, /prove is not a list of at most 300/],
    ['an unknown step', { ...plan, prepare: ['reboot'] }, /prepare holds an unknown step/],
    ['a step that is no text', { ...plan, prepare: [{}] }, /prepare holds an unknown step/],
    ['an unknown architecture', { ...plan, prove: ['vax'] }, /prove holds an architecture/],
    ['an architecture that is no text', { ...plan, prove: [1] }, /prove holds an architecture/],
    ['an object’s own method', { ...plan, prove: ['constructor'] }, /prove holds an architecture/],
    ['an installation that is none', { ...plan, install: [1] }, /is no installation/],
    ['an installation of nothing', withInstall({ arch: 'vax' }), /install holds an architecture/],
    ['a further key inside', withInstall({ shell: 'x' }), /an installation holds an unknown key/],
    ['a name of its own', withInstall({ name: 'qemu-arm' }), /its name is none of a handler/],
    ['a magic of its own', withInstall({ magic: '7f45' }), /an installation holds an unknown key/],
    ['a path outside', withInstall({ interpreter: '/bin/sh' }), /does not lie in the store/],
    ['a path beside', withInstall({ interpreter: '/store2/x' }), /does not lie in the store/],
    ['the store itself', withInstall({ interpreter: '/store' }), /does not lie in the store/],
    ['a path that leaves', withInstall({ interpreter: '/store/../bin/sh' }), /not lie in the store/],
    ['a path with a field', withInstall({ interpreter: '/store/x:F' }), /does not lie in the store/],
    ['a path with an escape', withInstall({ interpreter: '/store/\\x41' }), /not lie in the store/],
    ['a path with two lines', withInstall({ interpreter: '/store/x\n:y' }), /not lie in the store/],
    ['a long path', withInstall({ interpreter: `/store/${'x'.repeat(2000)}` }), /not lie in the store/],
    ['a path that is none', withInstall({ interpreter: 1 }), /does not lie in the store/],
    ['no choice', withInstall({ flagChoices: [] }), /its flags are not allowed/],
    ['a choice without F', withInstall({ flagChoices: ['POCF', 'OC'] }), /its flags are not allowed/],
    ['an unknown flag', withInstall({ flagChoices: ['POCF', 'POCFX'] }), /its flags are not allowed/],
    ['a choice that is no text', withInstall({ flagChoices: ['POCF', 1] }), /its flags are not allowed/],
    ['no hash', withInstall({ sha256: undefined }), /its sha256 is none/],
    ['a short hash', withInstall({ sha256: 'abc' }), /its sha256 is none/],
    ['a list that is none', withInstall({ replaces: {} }), /replaces is not a list/],
    ['the control file', withPinned({ name: 'status', text: '' }), /remove holds something that is no entry/],
    ['the other one', withPinned({ name: 'register', text: '' }), /remove holds something that is no entry/],
    ['a step up', withPinned({ name: '..', text: '' }), /is no entry/],
    ['no name', withPinned({ name: '', text: '' }), /is no entry/],
    ['a path', withPinned({ name: '../../etc/passwd', text: '' }), /is no entry/],
    [
      'far too many entries',
      { ...plan, remove: Array(100_001).fill(1) },
      /remove is not a list of at most 100000/,
    ],
    ['a cut name', withPinned({ name: 'a\0b', text: '' }), /is no entry/],
    ['a long name', withPinned({ name: 'a'.repeat(256), text: '' }), /is no entry/],
    ['an entry without text', withPinned({ name: 'a' }), /remove holds something that is no entry/],
    ['an entry that is none', withPinned('a'), /remove holds something that is no entry/],
    [
      'an entry with a further key',
      withPinned({ name: 'a', text: '', x: 1 }),
      /an entry holds an unknown key/,
    ],
    ['a replaced entry outside', withInstall({ replaces: [{ name: 'status', text: '' }] }), /is no entry/],
  ])('refuses %s', (_, value, words) => expect(problemsOf(value)).toMatch(words));

  const run = '0123abcd-0123-4567-89ab-0123456789ab';
  const rule = {
    name: 'my-rule',
    interpreter: '/usr/bin/thing',
    flags: 'F',
    match: { kind: 'magic', offset: 0, magic: '4d5a' },
  };
  const withRule = (change: object, more: object = {}) => ({
    ...plan,
    rules: [{ rule: { ...rule, ...change }, ...more }],
  });

  it.each<[string, object]>([
    ['a run', { run }],
    ['a lease', { run, lease: { entries: ['qemu-aarch64'] } }],
    ['a lease with its holder', { run, lease: { entries: [], holder: 4711 } }],
    ['the end of a run', { run, end: { changes: true } }],
    ['rules', { rules: [{ rule }] }],
    [
      'a rule by extension',
      { rules: [{ rule: { ...rule, match: { kind: 'extension', extension: 'exe' } } }] },
    ],
    ['a rule in place of another', { rules: [{ rule, replaces: { name: 'my-rule', text: 'enabled\n' } }] }],
    ['what is to stay', { persist: { handlers: ['qemu-aarch64'], rules: ['my-rule'], forget: [] } }],
  ])('gives back a plan with %s', (_, more) => {
    expect(parsePlan(JSON.stringify({ ...plan, ...more }))).toEqual({ ...plan, ...more });
  });

  it.each<[string, object, RegExp]>([
    ['a run of another form', { ...plan, run: '../x' }, /run is no id of a run/],
    ['a lease without a run', { ...plan, lease: { entries: [] } }, /a lease or an end, but no run/],
    ['an end without a run', { ...plan, end: { changes: true } }, /a lease or an end, but no run/],
    ['an end that does not say', { ...plan, run, end: {} }, /end does not say/],
    ['a lease of nothing', { ...plan, run, lease: 1 }, /lease is not a list/],
    ['a lease of a path', { ...plan, run, lease: { entries: ['../x'] } }, /is no entry/],
    ['a holder that is none', { ...plan, run, lease: { entries: [], holder: -1 } }, /no process id/],
    ['a holder with a part', { ...plan, run, lease: { entries: [], holder: 1.5 } }, /no process id/],
    ['a rule that is none', { ...plan, rules: [1] }, /is no rule/],
    ['a rule of no kind', withRule({ match: { kind: 'x' } }), /is no rule/],
    ['a rule named as a control file', withRule({ name: 'status' }), /is no rule/],
    ['a rule named as a handler', withRule({ name: 'qemu-aarch64' }), /is no rule/],
    ['a rule named as a helper entry', withRule({ name: 'x.new' }), /is no rule/],
    ['a rule with two lines', withRule({ interpreter: '/usr/bin/x\nflags: POCF' }), /is no rule/],
    ['a rule by a relative path', withRule({ interpreter: 'x' }), /is no rule/],
    ['a rule in place of others', withRule({}, { replaces: { name: 'other', text: '' } }), /of another name/],
    ['a rule in place of no entry', withRule({}, { replaces: 1 }), /rules holds something that is no entry/],
    ['what stays, and is none', { ...plan, persist: 1 }, /persist is not a list/],
    ['a source outside of the store', withInstall({ source: '/bin/sh' }), /does not lie in the store/],
    ['a handler that stays elsewhere', withInstall({ source: '/store/x' }), /where handlers stay/],
  ])('refuses %s', (_, value, words) => expect(problemsOf(value)).toMatch(words));

  it('takes a handler that stays where such are kept', () => {
    const interpreter = persistentPath(install.sha256, 'aarch64');
    const staying = withInstall({
      interpreter,
      source: '/store/abc/qemu-aarch64',
    });
    expect(parsePlan(JSON.stringify(staying))).toEqual(staying);
  });

  it('lists everything that is wrong', () => {
    const wrong = {
      ...withInstall({ interpreter: '/bin/sh', flagChoices: [], sha256: 'x' }),
      schema: 3,
      prove: ['vax'],
    };
    expect(problemsOf(wrong).split('; ')).toHaveLength(5);
  });

  it('says for which architecture', () => {
    expect(problemsOf(withInstall({ sha256: 'x' }))).toBe('install arm64: its sha256 is none');
  });

  /** Any JSON in any place of a plan. */
  const mutated = fc
    .tuple(
      fc.constantFrom('schema', 'prepare', 'remove', 'install', 'prove', 'store', 'other'),
      fc.constantFrom('', 'arch', 'interpreter', 'flagChoices', 'sha256', 'replaces'),
      fc.jsonValue({ maxDepth: 3 }),
    )
    .map(([key, inner, value]) =>
      inner === '' ? { ...plan, [key]: value } : withInstall({ [inner]: value }),
    );
  it('never throws, and lets nothing through that the table does not hold', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.jsonValue()), (value) => {
        const parsed = parsePlan(JSON.stringify(value));
        if ('problems' in parsed) {
          expect(parsed.problems.length).toBeGreaterThan(0);
          return;
        }
        for (const { arch, interpreter } of parsed.install) {
          expect(targetOf(arch)).toBeDefined();
          expect(interpreter.startsWith(`${parsed.store}/`)).toBe(true);
        }
        for (const { name } of parsed.remove) expect(name).not.toMatch(/\/|^(?:status|register|\.{0,2})$/);
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.string(), (text) => void parsePlan(text)));
  });
});
