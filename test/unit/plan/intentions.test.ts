import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/plan/preview.ts';
import { reportPreview } from '../../../src/report/report.ts';
import { previewLines, renderPreviewRow } from '../../../src/report/text.ts';

const NOTHING: Preview = { changes: false, replaced: [], removed: [], rules: [], persisted: [] };

describe('intentionsOf', () => {
  it('says nothing where nothing is to be done', () => expect(previewLines(NOTHING)).toEqual([]));

  it('has a sentence for each thing, and for what stops it', () => {
    const stop = { id: 'SB008', message: 'Cannot register handlers: no. Run it as root.' };
    const all = { replaced: ['a'], removed: ['b', 'c'], rules: ['jar'], persisted: ['d'], stop };
    expect(previewLines({ ...NOTHING, ...all })).toEqual([
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
    const { replaced, removed } = reportPreview(hostile);
    expect(replaced).toEqual(['a : :error: :b']);
    expect(removed).toEqual(['c d']);
  });
});

describe('renderIntention', () => {
  it('tells what runs from what does not', () => {
    expect(renderPreviewRow({ proven: false, reason: 'why' })).toBe('would be set up: why');
    expect(renderPreviewRow({ proven: true, reason: 'why' })).toMatch(/^runs; .* again if it differs: why$/);
  });
});
