import { describe, expect, it } from 'vitest';
import { FIX_BINARY_SINCE, isTableLost, kernelAbilities } from '../../../src/facts/facts.ts';
import { isNestedNamespace, maySysAdmin, parseCapabilities } from '../../../src/host/proc.ts';
import { parseVersion } from '../../../src/text/version.ts';

describe('isTableLost', () => {
  const seen = { built: true, seccomp: false, missingHelpers: [], subUids: 0, subGids: 0 };
  const failed = { ok: false, stage: 'engine', said: 'none' } as const;
  it.each([
    [true, { ...seen, wanted: true, attempt: failed }],
    [false, { ...seen, wanted: false, attempt: failed }],
    [false, { ...seen, wanted: true, attempt: { ok: true, ids: 1 } as const }],
    [false, undefined],
  ])('%s', (isLost, namespaces) => expect(isTableLost({ namespaces })).toBe(isLost));
});

describe('kernelAbilities', () => {
  const abilities = (release: string) =>
    Object.entries(kernelAbilities({ release, version: parseVersion(release) }))
      .filter(([, able]) => able)
      .map(([name]) => name)
      .join(' ');

  it.each([
    ['3.10.0-1160.el7.x86_64', ''],
    ['4.4.0-210-generic', ''],
    ['4.7.10', ''],
    ['4.8.0', 'fixBinary'],
    ['5.4.282', 'fixBinary'],
    ['5.4.283', 'fixBinary entriesDieWithMount'],
    ['5.10.224', 'fixBinary'],
    ['5.10.225', 'fixBinary tellsPreserve entriesDieWithMount'],
    ['5.11.0', 'fixBinary'],
    ['5.12.0', 'fixBinary tellsPreserve'],
    ['6.1.106', 'fixBinary tellsPreserve'],
    ['6.1.107', 'fixBinary tellsPreserve entriesDieWithMount'],
    ['6.6.0', 'fixBinary tellsPreserve'],
    ['6.7.0', 'fixBinary tellsPreserve tablePerNamespace entriesDieWithMount'],
    ['7.2.13', 'fixBinary tellsPreserve tablePerNamespace entriesDieWithMount'],
  ])('%s: %s', (release, able) => expect(abilities(release)).toBe(able));

  it('gives an unreadable release the benefit of the doubt for F alone', () => {
    expect(abilities('custom')).toBe('fixBinary');
  });

  it('begins at the version that it names', () => {
    const [major, minor] = FIX_BINARY_SINCE.split('.').map(Number) as [number, number];
    expect(abilities(`${major}.${minor}.0`)).toContain('fixBinary');
    expect(abilities(`${major}.${minor - 1}.99`)).not.toContain('fixBinary');
  });
});

describe('capabilities', () => {
  it.each([
    ['Name:\tnode\nCapEff:\t000001ffffffffff\nCapBnd:\t0\n', true],
    ['CapEff:\t0000000000000000\n', false],
    ['CapEff:\t00000000a80425fb\n', false],
    ['CapEff:\t0000000000200000\n', true],
    ['CapEff:\tnothing\n', false],
    ['', false],
  ])('%j may mount: %s', (status, may) => {
    expect(maySysAdmin(parseCapabilities(status))).toBe(may);
  });
  it('of root are those that bound this process', () => {
    const status = 'CapEff:\t0000000000000000\nCapBnd:\t0000000000200000\n';
    expect([parseCapabilities(status), parseCapabilities(status, 'CapBnd')]).toEqual([0n, 1n << 21n]);
  });
});

describe('isNestedNamespace', () => {
  it.each([
    ['         0          0 4294967295\n', false],
    ['0 0 4294967295', false],
    ['         0       1000          1\n', true],
    ['         0     100000      65536\n', true],
    ['0 0 4294967295\n1 1 1\n', true],
  ])('%j: %s', (map, nested) => expect(isNestedNamespace(map)).toBe(nested));
});
