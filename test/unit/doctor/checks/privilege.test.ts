import { describe, expect, it } from 'vitest';
import { contextOf, outcomeOf, verdictOf } from '../../../support/doctor.ts';

const absent = { verdicts: [verdictOf('arm64', 'absent')], asked: ['arm64'] };
const runs = { verdicts: [verdictOf('arm64', 'emulated')], asked: ['arm64'] };
const shut = { container: 'docker', capabilities: 0n, table: { state: 'not-mounted' } } as const;

describe('privilege', () => {
  it('is needed where something does not run yet', () => {
    const facts = { privilege: 'none', uid: 1000 } as const;
    expect(outcomeOf('SB008', contextOf({ facts, ...absent }))).toMatchObject([
      { severity: 'error', evidence: 'user 1000 is not root, and sudo does not work without a password' },
    ]);
    expect(outcomeOf('SB008', contextOf({ facts, ...runs }))).toMatchObject([{ severity: 'info' }]);
    expect(outcomeOf('SB008', contextOf(absent))).toBe('clean');
  });

  it('of a container without CAP_SYS_ADMIN does not suffice to mount', () => {
    expect(outcomeOf('SB017', contextOf({ facts: shut, ...absent }))).toMatchObject([
      {
        severity: 'error',
        evidence: 'this is a container (docker) without CAP_SYS_ADMIN, and its binfmt_misc is not-mounted',
      },
    ]);
    const remedies = [true, false].map((workflow) =>
      outcomeOf('SB017', contextOf({ facts: { ...shut, workflow }, ...absent })),
    );
    expect(remedies).toMatchObject([
      [{ remedy: expect.stringMatching(/^Run this step on the runner itself .*ubuntu-latest/) }],
      [
        {
          remedy: expect.stringMatching(/^Run this step on the machine itself instead of in a container; or/),
        },
      ],
    ]);
    expect(outcomeOf('SB017', contextOf({ facts: { container: 'docker' } }))).toBe('clean');
    expect(outcomeOf('SB017', contextOf({ facts: { ...shut, capabilities: 1n << 21n } }))).toBe('clean');
    expect(outcomeOf('SB017', contextOf())).toBe('skipped: this is no container that is known');
  });

  it('is that of root where an ordinary user asks, who has no capability', () => {
    for (const privilege of ['sudo', 'none'] as const) {
      const facts = { ...shut, uid: 1000, privilege };
      expect(outcomeOf('SB017', contextOf({ facts, ...absent }))).toBe('clean');
      const bound = { ...facts, bounding: 0n };
      expect(outcomeOf('SB017', contextOf({ facts: bound, ...absent }))).toMatchObject([
        { severity: 'error' },
      ]);
    }
    const sudo = { ...shut, uid: 1000, privilege: 'sudo' } as const;
    expect(outcomeOf('SB008', contextOf({ facts: sudo, ...absent }))).toBe('clean');
    expect(outcomeOf('SB008', contextOf({ facts: { ...sudo, bounding: 0n }, ...absent }))).toMatchObject([
      {
        evidence:
          'binfmt_misc is not mounted, and root inside a container (docker) lacks CAP_SYS_ADMIN to mount it',
      },
    ]);
    const nested = { uid: 1000, privilege: 'sudo', table: { owner: 65534 } } as const;
    expect(outcomeOf('SB008', contextOf({ facts: nested, ...absent }))).toMatchObject([
      { evidence: expect.stringMatching(/^the table belongs to another user namespace/) },
    ]);
  });

  it('of a user namespace before Linux 6.7 does not reach the table', () => {
    const facts = { userNamespace: true, release: '6.1.0', table: { state: 'not-mounted' } } as const;
    expect(outcomeOf('SB018', contextOf({ facts, ...absent }))).toMatchObject([{ severity: 'error' }]);
    expect(outcomeOf('SB018', contextOf({ facts: { ...facts, release: '6.7.0' }, ...absent }))).toBe('clean');
    expect(outcomeOf('SB018', contextOf({ facts: { userNamespace: true, release: '6.1.0' } }))).toBe('clean');
    expect(outcomeOf('SB018', contextOf())).toBe('skipped: this is the first user namespace');
  });

  it('that is too little for a chroot leaves the F flag unproven, and says what forbids it', () => {
    const verdicts = [verdictOf('arm64', 'outside-only', { result: 'works' })];
    const seen = (doctor: NonNullable<Parameters<typeof contextOf>[0]>['doctor'] = {}) =>
      outcomeOf('SB019', contextOf({ facts: { uid: 1000 }, verdicts, doctor }));
    expect(seen()).toMatchObject([
      {
        severity: 'info',
        evidence: 'arm64: runs here as user 1000, but not proven in a chroot: no chroot could be entered',
      },
    ]);
    const sysctls = {
      'user.max_user_namespaces': 0,
      'kernel.unprivileged_userns_clone': 0,
      'kernel.apparmor_restrict_unprivileged_userns': 1,
    };
    expect(seen({ sysctls })).toMatchObject([
      {
        evidence: expect.stringContaining(
          'user.max_user_namespaces is 0, kernel.unprivileged_userns_clone is 0, kernel.apparmor_restrict_unprivileged_userns is 1',
        ),
      },
    ]);
    expect(outcomeOf('SB019', contextOf())).toBe('clean');
    const { verdicts: _, ...unprobed } = contextOf();
    expect(outcomeOf('SB019', unprobed)).toBe('clean');
  });
});
