import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/binfmt/entry.ts';
import type { TableFacts } from '../../../../src/binfmt/table.ts';
import { contextOf, outcomeOf, verdictOf } from '../../../support/doctor.ts';
import { entryFor } from '../../../support/entries.ts';

const absent = { verdicts: [verdictOf('arm64', 'absent')], asked: ['arm64'] };
const inState = (state: TableFacts['state'], more: Partial<TableFacts> = {}) =>
  contextOf({ facts: { table: { state, ...more } }, ...absent });

describe('the table of a container', () => {
  const inside = (entries: readonly Entry[], more: { userNamespace?: boolean; release?: string } = {}) =>
    contextOf({ facts: { container: 'podman', userNamespace: true, table: { entries }, ...more } });
  it('that is its own and empty hides that of the host', () => {
    expect(outcomeOf('SB095', inside([]))).toMatchObject([
      { severity: 'warning', evidence: expect.stringContaining('hides what the host has') },
    ]);
    expect(outcomeOf('SB095', inside([entryFor('arm64')]))).toBe('clean');
    expect(outcomeOf('SB095', inside([], { userNamespace: false }))).toBe('clean');
    expect(outcomeOf('SB095', inside([], { release: '6.6.1' }))).toBe('clean');
    expect(outcomeOf('SB095', contextOf())).toBe('skipped: this is no container');
  });
});

describe('the table', () => {
  it.each([
    ['SB005', 'masked', 'cannot be seen from here'],
    ['SB006', 'disabled', 'no entry is used'],
    ['SB007', 'read-only', 'is mounted read-only'],
    ['SB009', 'not-mounted', 'nothing is mounted at'],
    ['SB009', 'not-loaded', 'the module binfmt_misc is not loaded'],
    ['SB009', 'autofs', 'nobody has looked into yet'],
  ] as const)('%s: %s', (id, state, evidence) => {
    expect(outcomeOf(id, inState(state))).toMatchObject([
      { severity: 'error', evidence: expect.stringContaining(evidence) },
    ]);
    expect(outcomeOf(id, inState('ready'))).toBe('clean');
  });

  it('that is not there would be empty: setup mounts and fills it', () => {
    const SETUP = 'node dist/cli.js setup linux/arm64';
    expect(outcomeOf('SB009', inState('autofs'))).toMatchObject([
      { commands: ['ls /proc/sys/fs/binfmt_misc', SETUP] },
    ]);
    const { verdicts } = absent;
    for (const asked of [['arm64'], []])
      expect(
        outcomeOf('SB009', contextOf({ facts: { table: { state: 'not-mounted' } }, verdicts, asked })),
      ).toMatchObject([
        { remedy: expect.stringMatching(/^Run setup for these platforms, .*: it mounts/), commands: [SETUP] },
      ]);
  });

  it('behind which everything runs needs no more than to be looked into, or mounted', () => {
    const running = (state: TableFacts['state']) =>
      contextOf({
        facts: { table: { state } },
        verdicts: [verdictOf('arm64', 'emulated')],
        asked: ['arm64'],
      });
    expect(outcomeOf('SB009', running('autofs'))).toMatchObject([
      { commands: ['ls /proc/sys/fs/binfmt_misc'] },
    ]);
    expect(outcomeOf('SB009', running('not-mounted'))).toMatchObject([
      {
        severity: 'info',
        commands: ['sudo modprobe binfmt_misc || true', expect.stringMatching(/^sudo mount /)],
      },
    ]);
  });

  it('that is mounted in the wrong place, or for others only', () => {
    const elsewhere = inState('not-mounted', { elsewhere: ['/mnt/binfmt'] });
    expect(outcomeOf('SB014', elsewhere)).toMatchObject([
      {
        severity: 'warning',
        evidence: 'binfmt_misc is mounted at /mnt/binfmt, and not at /proc/sys/fs/binfmt_misc',
      },
    ]);
    const forInit = (state: TableFacts['state'], mountedForInit?: boolean) =>
      outcomeOf(
        'SB014',
        contextOf({
          facts: { table: { state } },
          doctor: mountedForInit === undefined ? {} : { mountedForInit },
        }),
      );
    expect(forInit('ready', false)).toMatchObject([
      { evidence: expect.stringContaining('ends with this namespace') },
    ]);
    expect(forInit('not-mounted', true)).toMatchObject([
      { evidence: expect.stringContaining('not in the mount namespace of this process') },
    ]);
    for (const [state, there] of [
      ['ready', true],
      ['ready', undefined],
      ['not-mounted', false],
      ['not-mounted', undefined],
    ] as const)
      expect(forInit(state, there)).toBe('clean');
  });

  it('of a user namespace', () => {
    const inside = (release: string) => contextOf({ facts: { userNamespace: true, release } });
    expect(outcomeOf('SB015', inside('6.8.0'))).toMatchObject([{ severity: 'info' }]);
    expect(outcomeOf('SB015', inside('6.1.0'))).toBe('clean');
    expect(outcomeOf('SB015', contextOf())).toBe('skipped: this is the first user namespace');
    const idle = contextOf({
      facts: { userNamespace: true, table: { entries: [entryFor('arm64')] } },
      verdicts: [verdictOf('arm64', 'broken', { result: 'no-handler' })],
    });
    expect(outcomeOf('SB015', idle)).toMatchObject([
      {
        severity: 'error',
        evidence: expect.stringMatching(/^qemu-aarch64: the kernel does not use what is seen here/),
      },
    ]);
    expect(outcomeOf('SB034', idle)).toBe('clean');
    const shut = contextOf({ facts: { userNamespace: true, table: { state: 'not-mounted' } } });
    expect(outcomeOf('SB015', shut)).toBe('clean');
  });

  it('with entries that cannot be read', () => {
    const unreadable = [{ name: 'qemu-arm', errno: 'EACCES' }];
    expect(outcomeOf('SB016', inState('ready', { unreadable }))).toMatchObject([
      { severity: 'warning', evidence: 'qemu-arm (EACCES)' },
    ]);
    expect(outcomeOf('SB016', inState('ready'))).toBe('clean');
    expect(outcomeOf('SB016', inState('masked'))).toBe('skipped: the table cannot be read');
  });

  it('of WSL without the entry that starts Windows programs', () => {
    const wsl = (table: Partial<TableFacts>) =>
      contextOf({ facts: { wsl: 2, release: '5.15.167.4-microsoft-standard-WSL2', table } });
    const interop = entryFor('arm64', { name: 'WSLInterop' });
    expect(outcomeOf('SB042', wsl({}))).toMatchObject([
      {
        severity: 'warning',
        evidence: 'no entry starts Windows programs on this WSL 2 (5.15.167.4-microsoft-standard-WSL2)',
        commands: ["echo ':WSLInterop:M::MZ::/init:PF' | sudo tee /proc/sys/fs/binfmt_misc/register"],
      },
    ]);
    expect(outcomeOf('SB042', wsl({ entries: [interop] }))).toBe('clean');
    expect(outcomeOf('SB042', wsl({ entries: [{ ...interop, enabled: false }] }))).toHaveLength(1);
    expect(outcomeOf('SB042', wsl({ state: 'not-mounted' }))).toBe('skipped: the table cannot be read');
    expect(outcomeOf('SB042', contextOf())).toBe('skipped: this is not WSL');
  });
});
