import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHECKS, runChecks } from '../../../../src/doctor/checks/index.ts';
import { renderDoctorDocs } from '../../../../tools/docs/doctor-docs.ts';
import { EXPLANATIONS } from '../../../../tools/docs/explanations.ts';
import { hostFacts } from '../../../support/facts.ts';

const PAGE = new URL('../../../../docs/doctor.md', import.meta.url);

describe('docs/doctor.md', () => {
  it('is what the checks say (npm run docs writes it anew)', async () => {
    await expect(renderDoctorDocs()).toMatchFileSnapshot(PAGE.pathname);
  });

  it('has one anchor for each check, and each finding links to one', () => {
    const page = renderDoctorDocs();
    for (const { id } of CHECKS) expect(page.split(`<a id="${id.toLowerCase()}"></a>`).length - 1).toBe(1);
    const found = runChecks({ facts: hostFacts({ system: 'darwin' }) });
    const links = found
      .flatMap((result) => (result.state === 'found' ? result.findings : []))
      .map(({ link }) => link);
    expect(links).toEqual(['docs/doctor.md#sb001']);
  });

  it('has one place for each id that a source names, and no more', () => {
    const src = fileURLToPath(new URL('../../../../src', import.meta.url));
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const named = files.flatMap((name) =>
      [...readFileSync(join(src, name), 'utf8').matchAll(/'(SB-?[A-Z0-9]+)'/g)].map(([, id = '']) => id),
    );
    const page = [...renderDoctorDocs().matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) =>
      id.toUpperCase(),
    );
    expect([...new Set(named)].toSorted()).toEqual(page.toSorted());
  });

  it('says of each check what is behind it, and how to mend it', () => {
    for (const { id, remedy } of CHECKS) {
      expect(EXPLANATIONS[id]).toMatch(/^[A-Z`‘“].*[.”]$/s);
      expect(remedy).not.toBe('');
    }
    expect(Object.keys(EXPLANATIONS).toSorted()).toEqual(CHECKS.map(({ id }) => id).toSorted());
    expect(renderDoctorDocs()).not.toMatch(/undefined|\[object/);
  });
});
