import { describe, expect, it } from 'vitest';
import type { Planned } from '../../../src/plan/preview.ts';
import { reportPlanned } from '../../../src/report/report.ts';
import { intentionsOf, renderIntention } from '../../../src/report/text.ts';

const NOTHING: Planned = { changes: false, replaced: [], removed: [], rules: [], persisted: [] };

describe('intentionsOf', () => {
  it('says nothing where nothing is to be done', () => expect(intentionsOf(NOTHING)).toEqual([]));

  it('has a sentence for each thing, and for what stops it', () => {
    const stop = { id: 'SB008', message: 'Cannot register handlers: no. Run it as root.' };
    const all = { replaced: ['a'], removed: ['b', 'c'], rules: ['jar'], persisted: ['d'], stop };
    expect(intentionsOf({ ...NOTHING, ...all })).toEqual([
      'Setup would replace a.',
      'Setup would remove b, c.',
      'Setup would register the rules jar.',
      'Setup would keep d over a reboot.',
      'Setup would stop here: SB008 Cannot register handlers: no. Run it as root.',
    ]);
  });
});

describe('reportPlanned', () => {
  it('makes the names of others safe', () => {
    const hostile = { ...NOTHING, replaced: ['a\n::error::b'], removed: ['c\u001b[2Jd'] };
    const { replaced, removed } = reportPlanned(hostile);
    expect(replaced).toEqual(['a : :error: :b']);
    expect(removed).toEqual(['c d']);
  });
});

describe('renderIntention', () => {
  it('tells what runs from what does not', () => {
    expect(renderIntention({ proven: false, reason: 'why' })).toBe('would be set up: why');
    expect(renderIntention({ proven: true, reason: 'why' })).toMatch(/^runs; .* again if it differs: why$/);
  });
});
