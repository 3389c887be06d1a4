import { describe, expect, it } from 'vitest';
import type { TableState } from '../../../../src/binfmt/table.ts';
import {
  asProblem,
  CHECKS,
  type Finding,
  findAfterSetup,
  findingOf,
  findingsOf,
  preflight,
  runChecks,
} from '../../../../src/doctor/checks/index.ts';
import type { Behaviour } from '../../../../src/probe/behaviours.ts';
import { contextOf, verdictOf } from '../../../support/doctor.ts';
import { entryFor } from '../../../support/entries.ts';
import { type FactsChange, hostFacts } from '../../../support/facts.ts';

const NO_CAPABILITIES = 0n;
const found = (id: string, change: FactsChange) => findingOf(id, { facts: hostFacts(change) });
const checkOf = (id: string) => CHECKS.find((check) => check.id === id);

describe('the checks', () => {
  it('have ids of their own, and words for people', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
    for (const { id, title, remedy } of CHECKS) {
      expect(id).toMatch(/^SB\d{3}$/);
      expect(title).not.toBe('');
      expect(remedy).toMatch(/^[A-Z].*[^.]$/s);
    }
  });

  it('find nothing wrong with an ordinary machine', () => {
    expect(preflight(hostFacts())).toBeUndefined();
    expect(CHECKS.flatMap(({ id }) => findingOf(id, { facts: hostFacts() }) ?? [])).toEqual([]);
  });

  const state = (value: TableState): FactsChange => ({ table: { state: value } });
  it.each<[string, FactsChange, string]>([
    ['SB001', { system: 'darwin' }, 'this is darwin'],
    ['SB002', { release: '3.10.0-1160.el7.x86_64' }, '3.10.0-1160.el7.x86_64 is older than 4.8'],
    ['SB002', { release: '4.4.0-210-generic' }, 'has no F flag'],
    ['SB003', state('unsupported'), 'built without CONFIG_BINFMT_MISC'],
    ['SB004', state('module-missing'), 'not among the installed modules'],
    ['SB005', state('masked'), 'cannot be seen from here'],
    ['SB006', state('disabled'), 'status reads "disabled"'],
    ['SB007', state('read-only'), 'is mounted read-only'],
    ['SB008', { privilege: 'none', uid: 1000 }, 'user 1000 is not root, and sudo'],
    ['SB008', { privilege: 'none', uid: 1000, container: 'docker' }, 'not root inside a container (docker)'],
    ['SB008', { table: { owner: 65534 } }, 'the table belongs to another user namespace'],
    [
      'SB008',
      { capabilities: NO_CAPABILITIES, container: 'podman', ...state('not-mounted') },
      'root inside a container (podman) lacks CAP_SYS_ADMIN to mount it',
    ],
  ])('%s finds case %#', (id, change, evidence) => {
    const { severity, preflight: stops } = checkOf(id) ?? {};
    const finding = found(id, change);
    expect(finding).toMatchObject({ id, severity, evidence: expect.stringContaining(evidence) });
    expect(preflight(hostFacts(change))?.id).toBe(stops ? id : undefined);
  });

  it.each<[string, FactsChange]>([
    ['SB008', { privilege: 'sudo', uid: 1000 }],
    ['SB008', { capabilities: NO_CAPABILITIES }],
    ['SB008', state('not-mounted')],
    ['SB002', { release: '4.8.0' }],
    ['SB003', state('not-loaded')],
    ['SB006', state('ready')],
  ])('%s does not find case %#', (id, change) => expect(found(id, change)).toBeUndefined());

  it('name the first thing that is wrong, in their order', () => {
    const change = { release: '3.10.0', ...state('disabled') };
    expect(preflight(hostFacts(change))?.id).toBe('SB002');
  });

  it('keep text of the host from being obeyed', () => {
    expect(found('SB002', { release: '3.10.0\n::error::x' })?.evidence).toContain('3.10.0 : :error: :x');
  });
});

describe('aftermath', () => {
  const warningsOf = (qemuVersion: string, flags = 'POCF', lacks?: readonly Behaviour[]) => {
    const told = { qemuVersion, handlerVersion: '', result: 'works', lacks } as const;
    const verdict = verdictOf('arm64', 'emulated', told);
    const { doctor: _, ...context } = contextOf({
      facts: { table: { entries: [entryFor('arm64', { flags })] } },
      verdicts: [verdict],
      asked: ['arm64'],
    });
    return findAfterSetup(context).map(({ id }) => id);
  };
  it('warns of what was set up, and of nothing that only the doctor sees', () => {
    expect(warningsOf('7.2.22', 'POCF', ['openat2'])).toEqual(['SB040', 'SB043']);
  });
  it('has nothing to say of a current QEMU', () => expect(warningsOf('11.1.3', 'OF')).toEqual([]));
});

describe('findingsOf', () => {
  it('puts errors first, and keeps the order of the checks', () => {
    const context = contextOf({
      facts: {
        nodeVersion: 'v18.0.0',
        table: { entries: [entryFor('amd64'), entryFor('arm64', { flags: 'P' })] },
      },
      verdicts: [verdictOf('arm64', 'emulated', { result: 'works' })],
    });
    const found = findingsOf(runChecks(context)).map(({ id, severity }) => `${severity} ${id}`);
    expect(found.slice(0, 2)).toEqual(['error SB030', 'warning SB062']);
    expect(found.at(-1)).toBe('info SB050');
  });
});

describe('findingOf', () => {
  it('throws for an id that no check has', () =>
    expect(() => findingOf('SB999', { facts: hostFacts() })).toThrow('no check SB999'));
});

describe('asProblem', () => {
  it('is a sentence that says what, why and how to mend it, and exit 3', () => {
    const problem = asProblem(found('SB002', { release: '3.10.0' }) as Finding, 'make platforms run here');
    expect(problem.exitCode).toBe(3);
    expect(problem.id).toBe('SB002');
    expect(problem.message).toMatch(
      /^Cannot make platforms run here: kernel 3\.10\.0 is older than 4\.8 .*\. Upgrade the kernel to 4\.8 or newer\.$/,
    );
  });
});
