import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../../src/doctor/checks/index.ts';
import { logFacts } from '../../../../src/doctor/log/facts.ts';
import {
  type ContextChange,
  contextOf,
  elfHeader,
  engineFacts,
  interpreterFacts,
  verdictOf,
} from '../../../support/doctor.ts';
import { entryFor } from '../../../support/entries.ts';

const of = (change: ContextChange = {}) => {
  const context = contextOf(change);
  return logFacts(context, runChecks(context));
};

describe('what the log’s judgement knows of the host', () => {
  it('is little on a machine where nothing is set up', () => {
    expect(of({ verdicts: [verdictOf('arm64', 'absent')] })).toEqual({
      kernel: '6.12.8-amd64',
      hostArch: 'amd64',
      supported: true,
      mounted: true,
      archs: [
        { arch: 'amd64', verdict: 'native' },
        { arch: 'arm64', verdict: 'missing' },
      ],
      docker: false,
      remoteEngine: false,
      contained: false,
    });
  });

  it('is what the entries, files and probes say', () => {
    const files = {
      arm64: interpreterFacts(),
      s390x: interpreterFacts({ elf: elfHeader('amd64', { interpreter: true, type: 2 }) }),
      riscv64: { state: 'missing' },
      arm: { state: 'file', kind: 'script' },
      ppc64le: { state: 'hidden' },
      loong64: interpreterFacts({ elf: elfHeader('amd64', { complete: false }) }),
    } as const;
    const archs = Object.keys(files) as (keyof typeof files)[];
    const entries = archs.map((arch) => entryFor(arch, { flags: arch === 'arm' ? '' : 'POCF' }));
    const interpreters = new Map(
      archs.map((arch, index) => [entries[index]?.interpreter ?? '', files[arch]]),
    );
    const found = of({
      facts: { table: { entries }, container: 'docker' },
      verdicts: [
        verdictOf('arm64', 'emulated', { qemuVersion: '11.1.3' }),
        verdictOf('s390x', 'emulated', { qemuVersion: '7.2.22' }),
        verdictOf('riscv64', 'broken'),
        verdictOf('arm', 'outside-only', { result: 'works' }),
        verdictOf('ppc64le', 'outside-only', { result: 'no-interpreter' }),
        verdictOf('loong64', 'emulated', { qemuVersion: '10.0.13' }),
      ],
      doctor: { interpreters },
    });
    expect(found.contained).toBe(true);
    const told = found.archs
      ?.slice(1)
      .map(({ entry, verdict, fixed, interpreter, linked }) => [
        ...[entry, verdict, fixed, interpreter, linked],
      ]);
    expect(told).toEqual([
      ['qemu-aarch64', 'emulated', true, 'static', 'dyn'],
      ['qemu-s390x', 'emulated', true, 'dynamic', 'exec'],
      ['qemu-riscv64', 'broken', true, 'missing', undefined],
      ['qemu-arm', 'emulated', false, 'script', undefined],
      ['qemu-ppc64le', 'broken', true, undefined, undefined],
      ['qemu-loongarch64', 'emulated', true, undefined, 'dyn'],
    ]);
    expect(found.archs?.[1]).toMatchObject({
      ...{ enabled: true, credentials: true, preserved: true, qemuVersion: '11.1.3' },
    });
  });

  it('names the entry that is switched off', () => {
    const entries = [entryFor('arm64', { enabled: false })];
    const found = of({ facts: { table: { entries } }, verdicts: [verdictOf('arm64', 'absent')] });
    expect(found.archs?.[1]).toMatchObject({ entry: 'qemu-aarch64', enabled: false, verdict: 'missing' });
  });

  it('sees interpreters of another machine, shifted arguments, and a table that is switched off', () => {
    const entries = [entryFor('arm64', { interpreter: '/q' })];
    const interpreters = new Map([['/q', interpreterFacts({ elf: elfHeader('arm64') })]]);
    const verdict = { ...verdictOf('arm64', 'broken'), result: 'arguments' } as const;
    const found = of({
      facts: { table: { entries, state: 'disabled' } },
      verdicts: [verdict],
      doctor: { interpreters },
    });
    expect(found).toMatchObject({ tableOff: true });
    expect(found.archs?.[1]).toMatchObject({ interpreter: 'foreign', shifted: true });
  });

  it('sees an entry whose name promises more than its magic', () => {
    const entries = [entryFor('s390x', { name: 'qemu-aarch64' })];
    const found = of({ facts: { table: { entries } }, verdicts: [verdictOf('arm64', 'absent')] });
    expect(found.archs?.[1]).toEqual({ arch: 'arm64', verdict: 'missing', misnamed: true });
  });

  it.each([
    ['unsupported', { supported: false, mounted: false }],
    ['module-missing', { supported: false, mounted: false }],
    ['autofs', { supported: true, mounted: false }],
    ['read-only', { supported: true, mounted: true }],
  ] as const)('%s', (state, expected) => {
    expect(of({ facts: { table: { state } } })).toMatchObject(expected);
  });

  it('says nothing of a table that cannot be seen', () => {
    const found = of({ facts: { table: { state: 'masked' } } });
    expect(found).not.toHaveProperty('supported', expect.anything());
    expect(found).not.toHaveProperty('mounted', expect.anything());
    expect(found).not.toHaveProperty('archs', expect.anything());
  });

  it('knows the engine and whether its builder is stale', () => {
    const builders = [{ name: 'b', driver: 'docker-container', running: true, platforms: ['linux/amd64'] }];
    const entries = [entryFor('arm64')];
    const stale = { facts: { table: { entries } }, verdicts: [verdictOf('arm64', 'emulated')] };
    expect(of({ ...stale, doctor: { engine: engineFacts({ builders }) } })).toMatchObject({
      docker: true,
      rootless: false,
      remoteEngine: false,
      staleBuilder: true,
    });
    const knowing = [{ name: 'b', driver: 'docker', running: true, platforms: ['linux/arm64'] }];
    expect(
      of({ ...stale, doctor: { engine: engineFacts({ builders: knowing, remote: 'tcp' }) } }),
    ).toMatchObject({
      remoteEngine: true,
    });
    expect(of({ ...stale, doctor: { engine: engineFacts({ builders: knowing }) } }).staleBuilder).toBe(false);
  });

  it('makes do with facts alone', () => {
    const { doctor: _d, verdicts: _v, ...context } = contextOf({ facts: { userNamespace: true } });
    const facts = { ...context.facts, architecture: undefined };
    expect(logFacts({ facts }, [])).toEqual({
      kernel: '6.12.8-amd64',
      supported: true,
      mounted: true,
      contained: true,
    });
  });
});
