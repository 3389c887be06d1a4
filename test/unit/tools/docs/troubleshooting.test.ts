import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allKinds } from '../../../../src/doctor/kinds/index.ts';
import { renderTroubleshooting } from '../../../../tools/docs/troubleshooting.ts';

const PAGE = new URL('../../../../docs/troubleshooting.md', import.meta.url);

describe('docs/troubleshooting.md', () => {
  it('is what the kinds say (npx vitest -u writes it anew)', async () => {
    await expect(renderTroubleshooting()).toMatchFileSnapshot(PAGE.pathname);
  });

  it('has one anchor for each kind', () => {
    const page = readFileSync(PAGE, 'utf8');
    for (const { id, bearing } of allKinds()) {
      expect(page.split(`<a id="${id}"></a>`).length - 1).toBe(bearing === 'clue' ? 0 : 1);
    }
  });

  it('leaves no placeholder', () => {
    expect(renderTroubleshooting()).not.toMatch(/\{(?:platform|machine|program|entry|runner)\}|undefined/);
  });
});
