import { describe, expect, it } from 'vitest';
import { advisoriesFor } from '../../../src/qemu/advisories.ts';

const ALL = ['amd64', 'arm64', 'riscv64', 'ppc64le', 's390x', '386', 'mips64le', 'mips64', 'loong64', 'arm'];
const warnings = (version: string, more: Partial<Parameters<typeof advisoriesFor>[0]> = {}) =>
  advisoriesFor({ version, hostArch: 'amd64', targets: ALL, ...more })
    .filter(({ severity }) => severity === 'warning')
    .map(({ id }) => id);

describe('advisoriesFor', () => {
  it.each(['10.1.3', '10.2.3', 'qemu-v10.2.3-68', '11.0.2', '11.1.3'])(
    'gives no warning for %s on a current kernel',
    (version) => {
      for (const hostArch of ['amd64', 'arm64', 's390x', 'ppc64le', 'riscv64']) {
        for (const interpreterType of ['exec', 'dyn'] as const) {
          expect(warnings(version, { hostArch, kernelVersion: '6.18.44', interpreterType })).toEqual([]);
        }
      }
    },
  );

  it.each([
    ['4.2.1', ['ldconfig-bullseye']],
    ['5.2.0', ['guest-memory-5.2']],
    ['6.1.0', []],
    ['6.2.0', ['arm64-crashes-7']],
    ['7.0.0', ['arm64-crashes-7']],
    ['qemu-aarch64 version 7.2.22 (Debian 1:7.2+dfsg-7)', ['arm64-crashes-7']],
    ['8.1.5', ['brk-8']],
    ['8.2.2', ['ldconfig-8.2']],
    ['9.2.0', ['ldconfig-9.2.0']],
    ['9.2.2', []],
    ['10.0.13', []],
    ['10.1.2', []],
  ])('warns about %s by what was reported', (version, ids) => {
    expect(warnings(version)).toEqual(ids);
  });

  it.each([
    ['openat2', 'openat2'],
    ['heap', 'heap'],
    ['signal', 'signal'],
    ['thread', 'thread'],
    ['time64', 'time64'],
  ])('warns about %s where the probe could not do it, whatever the version', (lacked, id) => {
    const [first] = advisoriesFor({ version: '11.1.3', hostArch: 'amd64', targets: [], lacks: [lacked] });
    expect(first).toMatchObject({
      id,
      severity: 'warning',
      probed: true,
      text: expect.stringContaining('11.1.3'),
    });
  });

  it('warns of no system call that nothing misses, and tells of RVA23 alone', () => {
    const lacks = ['close-range', 'rva23'];
    const all = advisoriesFor({ version: '7.2.22', hostArch: 'amd64', targets: [], lacks });
    expect(all.filter(({ probed }) => probed).map(({ id, severity }) => [id, severity])).toEqual([
      ['rva23', 'info'],
    ]);
  });

  it('warns about a CPU of the first level, and of no other', () => {
    const at = (level: number) => warnings('5.2.0', { targets: ['amd64'], level });
    expect(at(1)).toEqual(['cpu-level-2']);
    expect(at(2)).toEqual([]);
  });

  it('looks at the targets', () => {
    expect(warnings('4.2.1', { targets: ['s390x'] })).toEqual([]);
    expect(warnings('4.2.1', { targets: ['arm64'] })).toEqual(['ldconfig-bullseye']);
  });

  it('looks at the host', () => {
    expect(warnings('11.0.2', { hostArch: 'arm' })).toEqual(['no-32-bit-hosts']);
    expect(warnings('10.2.3', { hostArch: 'arm' })).toEqual([]);
    const onArm = advisoriesFor({ version: '11.1.3', hostArch: 'arm64', targets: ['amd64'] });
    expect(onArm.map(({ id, severity }) => [id, severity])).toEqual([
      ['go-on-arm64', 'info'],
      ['mimalloc-on-arm64', 'info'],
    ]);
    const podman = advisoriesFor({ version: '8.2.2', hostArch: 'arm64', targets: ['amd64'] });
    expect(podman.map(({ id }) => id)).toContain('internal-sigsegv-8.2');
  });

  it('looks at how QEMU is linked and at the kernel', () => {
    const fixed = { interpreterType: 'exec', kernelVersion: '6.8.0-1020-azure' } as const;
    expect(warnings('9.2.2', fixed)).toContain('fixed-address-brk');
    expect(warnings('9.2.2', { interpreterType: 'exec' })).toContain('fixed-address-brk');
    expect(warnings('9.2.2', { interpreterType: 'exec', kernelVersion: 'unknown' })).toContain(
      'fixed-address-brk',
    );
    expect(warnings('9.2.2', { ...fixed, kernelVersion: '4.18.0-553.el8' })).not.toContain(
      'fixed-address-brk',
    );
    expect(warnings('9.2.2', { ...fixed, interpreterType: 'dyn' })).not.toContain('fixed-address-brk');
    expect(warnings('9.2.2', { ...fixed, hostArch: 'arm64' })).not.toContain('fixed-address-brk');
    const now = advisoriesFor({ version: '10.2.3', hostArch: 'amd64', targets: [], ...fixed });
    expect(now.map(({ id, severity }) => [id, severity])).toEqual([['fixed-address', 'info']]);
  });

  it('puts warnings first, and gives each a remedy and a source', () => {
    const all = [
      '4.0.0',
      '5.2.0',
      '6.1.0',
      '7.0.0',
      '8.1.5',
      '8.2.2',
      '9.2.0',
      '9.2.2',
      '10.1.3',
      '11.0.0',
    ].flatMap((version) =>
      ['amd64', 'arm64', 'arm'].map((hostArch) =>
        advisoriesFor({
          ...{ version, hostArch, targets: ALL, interpreterType: 'exec', level: 1 },
          lacks: ['openat2', 'heap', 'signal', 'thread', 'time64', 'rva23'],
        }),
      ),
    );
    for (const advisories of all) {
      const severities = advisories.map(({ severity }) => severity);
      expect(severities).toEqual([...severities].sort().reverse());
    }
    const each = new Map(all.flat().map((advisory) => [advisory.id, advisory]));
    expect(each.size).toBe(25);
    for (const { text, remedy, sources } of each.values()) {
      expect(text).not.toMatch(/\{(?:version|oldest)/);
      expect(remedy).toMatch(/^[A-Z]/);
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(source).toMatch(/^https:\/\//);
    }
  });

  it('says nothing of a version that it cannot read', () => {
    expect(advisoriesFor({ version: 'latest', hostArch: 'amd64', targets: ALL })).toEqual([]);
  });
});
