/** What the kernel makes of what we write, and what we make of what it prints. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryNameProblem, explainErrno, flagSet, parseEntry, parseStatus } from '../../src/binfmt/entry.ts';
import { formatRule, handlerRule, isRuleOf, type Rule } from '../../src/binfmt/rule.ts';
import { nodeHost } from '../../src/host/host.ts';
import { TARGETS } from '../../src/platform/platforms.ts';
import { errnoOf } from '../../src/text/problem.ts';
import { noPrivateTable, openPrivateTable, type PrivateTable } from '../support/private-table.ts';

describe.skipIf(noPrivateTable() !== undefined)('a real table', () => {
  let table: PrivateTable;
  beforeAll(async () => {
    table = await openPrivateTable();
  });
  afterAll(() => table.close());
  const read = (name: string) => parseEntry(name, readFileSync(join(table.folder, name), 'utf8'));
  const refused = (work: () => void): string | undefined => {
    try {
      work();
      return undefined;
    } catch (thrown) {
      return errnoOf(thrown);
    }
  };

  const hex = (length: number) =>
    fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((bytes) => Buffer.from(bytes).toString('hex'));
  const bytes = fc
    .record({ offset: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 1, max: 56 }) })
    .chain(({ offset, length }) =>
      fc
        .record({ magic: hex(length), mask: fc.option(hex(length), { nil: undefined }) })
        // A magic that takes programs of this machine would stop it from running any.
        .map(({ magic, mask }) => ({
          kind: 'magic' as const,
          offset: Math.max(offset, 60),
          magic,
          ...(mask === undefined ? {} : { mask: `ff${mask.slice(2)}` }),
        })),
    );
  const wanted: fc.Arbitrary<Rule> = fc.record({
    name: fc.stringMatching(/^[A-Za-z0-9._+-]{1,40}$/).filter((name) => entryNameProblem(name) === undefined),
    interpreter: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .map((text) => `/${text.replace(/[\0\n:]/g, '_')}`),
    flags: fc.subarray(['P', 'O', 'C']).map((letters) => letters.join('')),
    match: bytes,
  });

  it('gives back whatever is registered', () => {
    fc.assert(
      fc.property(wanted, (rule) => {
        table.register(formatRule(rule));
        try {
          const entry = read(rule.name);
          expect(entry.enabled && isRuleOf(rule, entry), entry.text).toBe(true);
        } finally {
          table.unregister(rule.name);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives back every row of the table', () => {
    for (const target of TARGETS) {
      // Not the machine's own: nothing would run any more.
      const name = `row-${target.qemu}`;
      const rule = { ...handlerRule(target, '/nowhere', 'POC'), name };
      table.register(formatRule(rule));
      expect(isRuleOf(rule, read(name)), target.arch).toBe(true);
      table.unregister(name);
    }
  });

  it('never misleads about what an interpreter with line breaks claims', () => {
    const line = fc.constantFrom(
      'flags: POCF',
      'flags: ',
      'offset 5',
      'magic 00',
      'mask 00',
      'extension .x',
      'enabled',
      'disabled',
      'interpreter /x',
      '',
      'x',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const interpreter = ['/nowhere', ...lines].join('\n');
        table.register(`|hostile|M|60|SETUP||${interpreter}|`);
        try {
          const entry = read('hostile');
          const twice = lines.some((text) => text.startsWith('flags:'));
          const real = { kind: 'magic', offset: 60, magic: '5345545550' };
          expect(entry.match).toEqual(twice ? { kind: 'unknown' } : real);
          if (!twice) expect(entry.flags).toBe('');
          if (lines.some((text) => text !== '')) expect(entry.unknown).not.toEqual([]);
        } finally {
          table.unregister('hostile');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('prints flags in its own order, with those that others imply', () => {
    const interpreter = '/bin/sh';
    for (const flags of ['', 'P', 'O', 'C', 'CF', 'FCOP', 'PF', 'CCFF']) {
      const match = { kind: 'magic', offset: 60, magic: '5345545550' } as const;
      table.register(formatRule({ name: 'flags', match, interpreter, flags }));
      expect(flagSet(read('flags').flags)).toBe(flagSet(flags));
      table.unregister('flags');
    }
  });

  it('takes the names that we allow, and only the status that we read', () => {
    expect(parseStatus(readFileSync(join(table.folder, 'status'), 'utf8'))).toBe('enabled');
    const match = { kind: 'magic', offset: 60, magic: '00ff' } as const;
    const rule = { name: 'n'.repeat(255), match, interpreter: '/x', flags: '' };
    table.register(formatRule(rule));
    expect(isRuleOf(rule, read(rule.name))).toBe(true);
    table.unregister(rule.name);
  });

  it('refuses with errnos that we have words for', () => {
    const register = (line: string) =>
      refused(() => nodeHost().writeKernel(join(table.folder, 'register'), line));
    table.register(':taken:M:60:SETUP::/x:');
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['EEXIST', register(':taken:M:60:SETUP::/x:')],
      ['EINVAL', register(':x:M:60:SETUP::/x:Z')],
      ['EINVAL', register(`:x:M:60:SETUP::/${'x'.repeat(2000)}:`)],
      ['ENOENT', register(':x:M:60:SETUP::/nowhere:F')],
      ['EACCES', register(':x:M:60:SETUP::/:F')],
      ['ENAMETOOLONG', register(`:${'x'.repeat(256)}:M:60:SETUP::/x:`)],
    ];
    for (const [expected, errno] of cases) {
      expect(errno).toBe(expected);
      expect(explainErrno('register', expected)).toContain(`(${expected})`);
      expect(explainErrno('register', expected)).not.toContain('the kernel answered');
    }
    expect(refused(() => nodeHost().writeKernel(join(table.folder, 'gone'), '-1'))).toBe('ENOENT');
    expect(refused(() => writeFileSync(join(table.folder, 'taken'), 'on', { flag: 'r+' }))).toBe('EINVAL');
    table.unregister('taken');
  });
});
