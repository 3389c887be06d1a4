import { describe, expect, it } from 'vitest';
import { preflight } from '../../../../src/doctor/checks/index.ts';
import type { NamespaceFacts } from '../../../../src/facts/facts.ts';
import { contextOf, outcomeOf, verdictOf } from '../../../support/doctor.ts';

const absent = { verdicts: [verdictOf('arm64', 'absent')], asked: ['arm64'] };
const runs = { verdicts: [verdictOf('arm64', 'emulated')], asked: ['arm64'] };

describe('the kernel', () => {
  it('of another system cannot do it', () => {
    expect(outcomeOf('SB001', contextOf({ facts: { system: 'darwin' } }))).toMatchObject([
      { severity: 'error', evidence: 'this is darwin' },
    ]);
    expect(outcomeOf('SB001', contextOf())).toBe('clean');
  });

  it('without the F flag is an error, unless all runs anyway', () => {
    const facts = { release: '3.10.0-1160.el7.x86_64' };
    expect(outcomeOf('SB002', contextOf({ facts, ...absent }))).toMatchObject([{ severity: 'error' }]);
    expect(outcomeOf('SB002', contextOf({ facts, ...runs }))).toMatchObject([{ severity: 'info' }]);
  });

  it('without binfmt_misc says what its configuration says', () => {
    const facts = { table: { state: 'unsupported' as const } };
    const kernelConfig = (value: string) => ({
      kernelConfig: { path: '/proc/config.gz', options: new Map([['CONFIG_BINFMT_MISC', value]]) },
    });
    expect(outcomeOf('SB003', contextOf({ facts, ...absent, doctor: kernelConfig('n') }))).toMatchObject([
      {
        severity: 'error',
        evidence: expect.stringMatching(/without CONFIG_BINFMT_MISC \(\/proc\/config.gz says so\)$/),
      },
    ]);
    expect(outcomeOf('SB003', contextOf({ facts, ...absent, doctor: kernelConfig('m') }))).toMatchObject([
      { evidence: expect.stringMatching(/without CONFIG_BINFMT_MISC$/) },
    ]);
    expect(outcomeOf('SB003', contextOf())).toBe('clean');
  });

  it('whose module is missing', () => {
    expect(
      outcomeOf('SB004', contextOf({ facts: { table: { state: 'module-missing' } }, ...absent })),
    ).toMatchObject([
      { severity: 'error', evidence: expect.stringContaining('not among the installed modules') },
    ]);
  });

  it('whose module is blocked, by whom', () => {
    const facts = { table: { state: 'not-loaded' as const } };
    const doctor = {
      moduleBlocks: [{ where: '/etc/modprobe.d/cis.conf', rule: 'install binfmt_misc /bin/false' }],
      sysctls: { 'kernel.modules_disabled': 1 },
    };
    expect(outcomeOf('SB041', contextOf({ facts, ...absent, doctor }))).toMatchObject([
      {
        severity: 'error',
        evidence:
          '/etc/modprobe.d/cis.conf says "install binfmt_misc /bin/false"; kernel.modules_disabled is 1 until the next start',
      },
    ]);
    const mending = (where: string, disabled = 0) =>
      outcomeOf(
        'SB041',
        contextOf({
          facts,
          ...absent,
          doctor: {
            moduleBlocks: [{ where, rule: 'install binfmt_misc /bin/false' }],
            sysctls: { 'kernel.modules_disabled': disabled },
          },
        }),
      );
    const taking = "sudo sed -i '/binfmt[-_]misc/s/^/# /' /etc/modprobe.d/cis.conf";
    expect(mending('/etc/modprobe.d/cis.conf')).toMatchObject([
      { commands: ['sudo modprobe --ignore-install binfmt_misc', taking] },
    ]);
    const atStart = ['echo binfmt_misc | sudo tee /etc/modules-load.d/binfmt_misc.conf', 'sudo reboot'];
    expect(mending('/etc/modprobe.d/cis.conf', 1)).toMatchObject([
      { remedy: expect.stringContaining('start the machine again'), commands: [taking, ...atStart] },
    ]);
    expect(mending('the kernel’s command line')).toMatchObject([{ commands: atStart }]);
    expect(outcomeOf('SB041', contextOf({ facts, ...absent }))).toBe('clean');
    expect(outcomeOf('SB041', contextOf())).toBe('skipped: binfmt_misc is no module that waits to be loaded');
    const { doctor: _, ...setup } = contextOf({ facts, ...absent });
    expect(outcomeOf('SB041', setup)).toBe('skipped: only the doctor looks at this');
  });

  it('that does not load a blocked module for a private table is why that cannot be mounted', () => {
    const attempted = (said: string, stage: 'mount' | 'map' = 'mount') => {
      const attempt = { ok: false, stage, said } as const;
      const known = { wanted: true, built: true, seccomp: false, missingHelpers: [], subUids: 0, subGids: 0 };
      const namespaces: NamespaceFacts = { ...known, attempt };
      const { doctor: _, ...setup } = contextOf({ facts: { table: { state: 'not-loaded' }, namespaces } });
      return { found: outcomeOf('SB041', setup), first: preflight(setup.facts)?.id };
    };
    for (const said of ["mount: unknown filesystem type 'binfmt_misc'", 'mounting failed: No such device']) {
      const { found, first } = attempted(said);
      expect(found).toMatchObject([{ evidence: expect.stringContaining(said) }]);
      expect(first).toBe('SB041');
    }
    expect(attempted('mount: permission denied').first).not.toBe('SB041');
    expect(attempted('No such device', 'map').first).not.toBe('SB041');
  });

  it('that drops entries with the last mount is told of where nothing is mounted', () => {
    const table = { state: 'not-mounted' as const };
    expect(outcomeOf('SB013', contextOf({ facts: { table } }))).toMatchObject([{ severity: 'info' }]);
    expect(outcomeOf('SB013', contextOf({ facts: { table, release: '5.15.0' } }))).toBe('clean');
    expect(outcomeOf('SB013', contextOf())).toBe('skipped: it is mounted here');
  });
});
