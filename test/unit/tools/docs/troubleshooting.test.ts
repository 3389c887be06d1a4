import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SIGNATURES } from '../../../../src/doctor/log/diagnose.ts';
import { renderTroubleshooting } from '../../../../tools/docs/troubleshooting.ts';

const PAGE = new URL('../../../../docs/troubleshooting.md', import.meta.url);

describe('docs/troubleshooting.md', () => {
  it('is what the signatures say (npx vitest -u writes it anew)', async () => {
    await expect(renderTroubleshooting()).toMatchFileSnapshot(PAGE.pathname);
  });

  it('has one anchor for each signature', () => {
    const page = readFileSync(PAGE, 'utf8');
    for (const { id, relevance } of SIGNATURES) {
      expect(page.split(`<a id="${id}"></a>`).length - 1).toBe(relevance === 'clue' ? 0 : 1);
    }
  });

  it('leaves no placeholder', () => {
    expect(renderTroubleshooting()).not.toMatch(/\{platform\}|undefined/);
  });
});
