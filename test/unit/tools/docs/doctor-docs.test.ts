import { describe, expect, it } from 'vitest';
import { CHECKS, runChecks } from '../../../../src/doctor/checks/index.ts';
import { renderDoctorDocs } from '../../../../tools/docs/doctor-docs.ts';
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

  it('says of each check what is behind it, and how to mend it', () => {
    for (const { explanation, remedy } of CHECKS) {
      expect(explanation).toMatch(/^[A-Z`‘“].*[.”]$/s);
      expect(remedy).not.toBe('');
    }
    expect(renderDoctorDocs()).not.toMatch(/undefined|\[object/);
  });
});
