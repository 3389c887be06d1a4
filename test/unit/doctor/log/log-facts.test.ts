import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../../src/doctor/checks/index.ts';
import { blamedPlatforms, logFacts } from '../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../src/doctor/log/reader.ts';
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
      entries: [],
      asked: [],
      verdicts: { amd64: 'native', arm64: 'missing' },
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
    expect(found).toMatchObject({
      verdicts: {
        arm64: 'emulated',
        s390x: 'emulated',
        riscv64: 'broken',
        arm: 'emulated',
        ppc64le: 'broken',
      },
      qemuVersion: '7.2.22',
      interpreterType: 'exec',
      contained: true,
    });
    expect(found.entries?.map(({ name, fixed, interpreter }) => [name, fixed, interpreter])).toEqual([
      ['qemu-aarch64', true, 'static'],
      ['qemu-s390x', true, 'dynamic'],
      ['qemu-riscv64', true, 'missing'],
      ['qemu-arm', false, 'script'],
      ['qemu-ppc64le', true, undefined],
      ['qemu-loongarch64', true, undefined],
    ]);
    expect(found.entries?.[0]).toMatchObject({ enabled: true, credentials: true, preserved: true });
  });

  it('says of a static-pie QEMU that it is one', () => {
    const entries = [entryFor('arm64')];
    const interpreters = new Map([['/usr/bin/qemu-aarch64-static', interpreterFacts()]]);
    const found = of({
      facts: { table: { entries } },
      verdicts: [verdictOf('arm64', 'emulated')],
      doctor: { interpreters },
    });
    expect(found.interpreterType).toBe('dyn');
  });

  it.each([
    ['unsupported', { supported: false, mounted: false }],
    ['module-missing', { supported: false, mounted: false }],
    ['autofs', { supported: true, mounted: false }],
    ['read-only', { supported: true, mounted: true }],
  ] as const)('%s', (state, expected) => {
    const found = of({ facts: { table: { state } } });
    expect(found).toMatchObject(expected);
    expect(found).not.toHaveProperty('entries', expect.anything());
  });

  it('says nothing of a table that cannot be seen', () => {
    const found = of({ facts: { table: { state: 'masked' } } });
    expect(found).not.toHaveProperty('supported', expect.anything());
    expect(found).not.toHaveProperty('mounted', expect.anything());
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

  it('knows what was asked for', () => {
    expect(of({ asked: ['arm64'] }).asked).toEqual(['arm64']);
  });

  it('makes do with facts alone', () => {
    const { doctor: _d, verdicts: _v, ...context } = contextOf({ facts: { userNamespace: true } });
    const facts = { ...context.facts, architecture: undefined };
    expect(logFacts({ facts }, [])).toEqual({
      kernel: '6.12.8-amd64',
      supported: true,
      mounted: true,
      entries: [],
      verdicts: {},
      contained: true,
    });
  });
});

describe('the platforms on which a build failed', () => {
  const steps =
    '#5 [linux/riscv64 2/2] RUN a\n#6 [linux/amd64 2/2] RUN a\n# linux/arm linux/arm/v7 linux/riscv128\n';

  it('are the foreign ones that its log names', () => {
    const blamed = blamedPlatforms(readLog(`${steps}exec /bin/sh: exec format error\n`), 'amd64');
    expect(blamed).toEqual([{ arch: 'riscv64' }, { arch: 'arm', variant: 'v7' }]);
  });

  it('are none where it failed for another reason', () => {
    expect(blamedPlatforms(readLog(`${steps}npm ERR!\n`), 'amd64')).toEqual([]);
  });
});
