import { describe, expect, it } from 'vitest';
import type { InterpreterFile } from '../../../../src/doctor/facts.ts';
import type { Behaviour } from '../../../../src/probe/behaviours.ts';
import {
  type ContextChange,
  contextOf,
  elfHeader,
  interpreterFacts,
  outcomeOf,
  QEMU,
  verdictOf,
} from '../../../support/doctor.ts';
import { entryFor } from '../../../support/entries.ts';

const PATH = '/usr/bin/qemu-aarch64-static';
const broken = verdictOf('arm64', 'broken', { result: 'no-interpreter' });
const emulated = verdictOf('arm64', 'emulated', { result: 'works' });

function withFile(file: Partial<InterpreterFile>, verdict = broken, more: ContextChange = {}) {
  return contextOf({
    facts: { table: { entries: [entryFor('arm64')] } },
    verdicts: [verdict],
    doctor: {
      interpreters: new Map([[PATH, interpreterFacts(file)]]),
      sysctls: { 'kernel.randomize_va_space': 2 },
    },
    ...more,
  });
}
const { elf: _elf, version: _version, ...noElf } = interpreterFacts();

describe('the file behind an entry', () => {
  it.each<[string, Partial<InterpreterFile> | InterpreterFile, string]>([
    ['SB021', { state: 'missing' }, 'is no longer there'],
    ['SB022', { elf: elfHeader('amd64', { interpreter: true }) }, 'is linked dynamically'],
    ['SB023', { elf: elfHeader('arm64') }, 'is no amd64 program'],
    ['SB023', { elf: elfHeader('386') }, 'is no amd64 program'],
  ])('%s', (id, file, evidence) => {
    expect(outcomeOf(id, withFile(file))).toMatchObject([
      {
        severity: 'error',
        evidence: expect.stringContaining(`qemu-aarch64 (${PATH}) ${evidence}`),
        commands: ['node dist/cli.js setup linux/arm64'],
      },
    ]);
    // What is proven, setup keeps.
    const works = outcomeOf(id, withFile(file, emulated));
    expect(works).toMatchObject([
      { severity: 'info', commands: ['node dist/cli.js setup linux/arm64 --on-conflict replace'] },
    ]);
    expect(outcomeOf(id, withFile({}))).toBe('clean');
    expect(outcomeOf(id, contextOf())).toBe('skipped: no entry takes programs of another architecture');
  });

  it.each([
    [{ ...noElf, kind: 'script' as const }, 'is a script'],
    [{ ...noElf, kind: 'other' as const }, 'is no program'],
    [{ state: 'no-file' as const }, 'is no program'],
  ])('SB024: %o', (file, evidence) => {
    const context = contextOf({
      facts: { table: { entries: [entryFor('arm64')] } },
      verdicts: [broken],
      doctor: { interpreters: new Map([[PATH, file]]) },
    });
    expect(outcomeOf('SB024', context)).toMatchObject([
      { severity: 'error', evidence: expect.stringContaining(evidence) },
    ]);
    for (const id of ['SB022', 'SB023', 'SB025']) expect(outcomeOf(id, context)).toBe('clean');
    expect(outcomeOf('SB024', withFile({}))).toBe('clean');
  });

  it('of a host that is not in the table is not judged by its architecture', () => {
    const { architecture: _, ...facts } = withFile({ elf: elfHeader('arm64') }).facts;
    const context = {
      ...withFile({ elf: elfHeader('arm64') }),
      facts: { ...facts, architecture: undefined },
    };
    expect(outcomeOf('SB023', context)).toBe('clean');
  });

  it('that was replaced says another version than the kernel’s', () => {
    const newer = 'qemu-aarch64 version 11.1.4 (Debian 1:11.1.4+ds-1)';
    expect(outcomeOf('SB025', withFile({ version: newer }, emulated))).toMatchObject([
      {
        severity: 'warning',
        evidence: `qemu-aarch64 answers "${QEMU}", and the file says "${newer}"`,
        commands: ['node dist/cli.js setup linux/arm64 --on-conflict replace'],
      },
    ]);
    expect(outcomeOf('SB025', withFile({}, emulated))).toBe('clean');
    expect(outcomeOf('SB025', withFile({}, broken))).toBe('clean');
  });

  it('that one entry has for several architectures is told of once', () => {
    const wide = { ...entryFor('sparc'), match: { kind: 'magic', offset: 0, magic: '7f454c46' } as const };
    const context = contextOf({
      facts: { table: { entries: [wide] } },
      verdicts: [verdictOf('sparc', 'broken'), verdictOf('arm64', 'broken')],
      doctor: { interpreters: new Map([['/usr/bin/qemu-sparc-static', { state: 'missing' }]]) },
    });
    expect(outcomeOf('SB021', context)).toMatchObject([
      { commands: ['node dist/cli.js setup linux/sparc linux/arm64'] },
    ]);
  });
});

describe('the version that answers', () => {
  const answering = (arch: string, qemuVersion: string, handlerVersion = `qemu-x version ${qemuVersion}`) =>
    verdictOf(arch, 'emulated', { qemuVersion, handlerVersion, result: 'works' });
  const table = { table: { entries: [entryFor('arm64'), entryFor('arm')] } };

  const lacking = (arch: string, version: string, ...lacks: readonly Behaviour[]) => ({
    ...answering(arch, version),
    lacks,
  });

  it('lacks what programs use: one finding for all that one remedy mends, each fault once with its platforms', () => {
    const verdicts = [lacking('arm64', '7.2.22', 'openat2'), lacking('arm', '7.2.22', 'openat2')];
    expect(outcomeOf('SB040', contextOf({ facts: table, verdicts }))).toMatchObject([
      {
        severity: 'warning',
        evidence: expect.stringMatching(/^arm64, arm: QEMU 7\.2\.22 does not carry out openat2 /),
        remedy: expect.stringMatching(/^Use QEMU /),
        commands: ['node dist/cli.js setup linux/arm64 linux/arm --on-conflict replace --qemu-from image'],
      },
    ]);
    const two = [lacking('arm64', '7.2.22', 'openat2'), lacking('arm', '7.2.22', 'openat2', 'time64')];
    expect(outcomeOf('SB040', contextOf({ facts: table, verdicts: two }))).toMatchObject([
      {
        evidence: expect.stringMatching(
          /^arm64, arm: QEMU 7\.2\.22 does not carry out openat2 [^;]*; arm: QEMU 7\.2\.22 does not know the system calls for times/,
        ),
        commands: ['node dist/cli.js setup linux/arm64 linux/arm --on-conflict replace --qemu-from image'],
      },
    ]);
  });

  it('lacks much, of which the worst is told', () => {
    const much = lacking('arm', '7.2.22', 'openat2', 'heap', 'signal', 'thread', 'time64');
    expect(outcomeOf('SB040', contextOf({ facts: table, verdicts: [much] }))).toMatchObject([
      { evidence: expect.stringMatching(/; and 2 more$/) },
    ]);
  });

  it('shows amd64 programs a CPU of the first level', () => {
    const facts = { architecture: 'arm64', table: { entries: [entryFor('amd64')] } };
    const at = (level: number) => ({ ...answering('amd64', '5.2.0'), level });
    const seen = (level: number) =>
      outcomeOf('SB040', { ...contextOf({ facts }), verdicts: new Map([['amd64', at(level)]]) });
    expect(seen(1)).toMatchObject([{ evidence: expect.stringContaining('x86-64 CPU of the first level') }]);
    expect(seen(3)).toBe('clean');
  });

  it('lacks nothing because it is old, or because of another', () => {
    const verdicts = [answering('arm64', '7.2.22'), lacking('arm', '11.1.3', 'openat2')];
    expect(outcomeOf('SB040', contextOf({ facts: table, verdicts }))).toMatchObject([
      { evidence: expect.stringMatching(/^arm: QEMU 11\.1\.3 /) },
    ]);
  });

  it('has known trouble, the worst first', () => {
    const [found, ...others] = outcomeOf(
      'SB043',
      contextOf({ facts: table, verdicts: [answering('arm64', '7.2.0'), answering('arm', '7.2.0')] }),
    );
    expect(found).toMatchObject({
      severity: 'warning',
      evidence: expect.stringMatching(
        /^arm64: Under QEMU .*; arm64, arm: Images of .*; arm: Programs of 32-bit/,
      ),
    });
    expect(others).toEqual([]);
  });

  it('of today has nothing that warns', () => {
    const context = contextOf({
      facts: table,
      verdicts: [answering('arm64', '11.1.3'), answering('arm', '11.1.3')],
    });
    expect(outcomeOf('SB040', context)).toBe('clean');
    const known = outcomeOf('SB043', context);
    expect(known).toMatchObject([{ severity: 'info', commands: [] }]);
  });

  it('is not known where nothing answers', () => {
    for (const id of ['SB040', 'SB043']) expect(outcomeOf(id, contextOf())).toBe('skipped: no QEMU answers');
    expect(outcomeOf('SB026', contextOf())).toBe('skipped: no entry takes programs of another architecture');
  });

  it('of a QEMU at a fixed address warns of the heap', () => {
    const fixed = { elf: elfHeader('amd64', { type: 2 }) };
    const old = withFile(fixed, answering('arm64', '7.0.0'));
    expect(outcomeOf('SB026', old)).toMatchObject([
      {
        severity: 'warning',
        evidence: expect.stringMatching(/^arm64: This QEMU 7\.0\.0 is linked at a fixed address/),
      },
    ]);
    expect(outcomeOf('SB026', withFile(fixed, answering('arm64', '11.1.3')))).toMatchObject([
      { severity: 'info' },
    ]);
    expect(outcomeOf('SB026', withFile({}, answering('arm64', '7.0.0')))).toBe('clean');
    const still = { ...old, doctor: { ...old.doctor, sysctls: { 'kernel.randomize_va_space': 0 } } };
    expect(outcomeOf('SB026', still as typeof old)).toBe('skipped: this kernel does not randomise addresses');
    const nowhere = { ...old, facts: { ...old.facts, architecture: undefined } };
    expect(outcomeOf('SB026', nowhere)).toBe('clean');
  });
});

describe('QEMU_* variables', () => {
  it('are named, never shown', () => {
    expect(outcomeOf('SB044', contextOf({ doctor: { qemuVariables: ['QEMU_CPU'] } }))).toMatchObject([
      { severity: 'info', evidence: 'QEMU_CPU is exported here', commands: ['unset QEMU_CPU'] },
    ]);
    expect(
      outcomeOf('SB044', contextOf({ doctor: { qemuVariables: ['QEMU_VERSION', 'QEMU_CPU'] } })),
    ).toMatchObject([
      {
        severity: 'warning',
        evidence: expect.stringMatching(
          /^QEMU_VERSION, QEMU_CPU are exported here: with QEMU_VERSION no emulated program/,
        ),
      },
    ]);
    expect(outcomeOf('SB044', contextOf())).toBe('clean');
  });
});
