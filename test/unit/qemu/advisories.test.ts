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
    ['4.2.1', ['qemu-too-old', 'openat2-missing', 'ldconfig-bullseye', 'cpu-level-2']],
    ['5.2.0', ['qemu-too-old', 'openat2-missing', 'guest-memory-5.2', 'cpu-level-2']],
    ['6.1.0', ['qemu-too-old', 'openat2-missing', 'threads-6.1', 'cpu-level-2']],
    ['6.2.0', ['qemu-too-old', 'openat2-missing', 'arm64-crashes-7', 'cpu-level-2']],
    ['7.0.0', ['qemu-too-old', 'openat2-missing', 'arm64-crashes-7', 'cpu-level-2']],
    [
      'qemu-aarch64 version 7.2.22 (Debian 1:7.2+dfsg-7)',
      ['qemu-too-old', 'openat2-missing', 'arm64-crashes-7'],
    ],
    ['8.1.5', ['qemu-too-old', 'openat2-missing', 'brk-8']],
    ['8.2.2', ['qemu-too-old', 'openat2-missing', 'ubuntu-24.04-package']],
    ['9.2.0', ['qemu-too-old', 'openat2-flags', 'ldconfig-9.2.0']],
    ['9.2.2', ['qemu-too-old', 'openat2-flags']],
    ['10.0.13', ['qemu-too-old', 'openat2-flags']],
    ['10.1.2', ['qemu-too-old', 'openat2-flags']],
  ])('warns about %s', (version, ids) => {
    expect(warnings(version)).toEqual(ids);
  });

  it('names the version', () => {
    expect(advisoriesFor({ version: 'v8.2.2', hostArch: 'amd64', targets: [] })[0]).toMatchObject({
      id: 'qemu-too-old',
      text: expect.stringContaining('QEMU 8.2.2 is older than 10.1.3'),
    });
  });

  it('looks at the targets', () => {
    expect(warnings('10.0.13', { targets: ['s390x'] })).toEqual(['qemu-too-old']);
    expect(warnings('4.2.1', { targets: [] })).toEqual(['qemu-too-old', 'openat2-missing']);
  });

  it('looks at the host', () => {
    expect(warnings('8.1.5', { hostArch: 'arm64' })).toContain('amd64-on-arm64-8.1');
    expect(warnings('11.0.2', { hostArch: 'arm' })).toEqual(['no-32-bit-hosts']);
    expect(warnings('10.2.3', { hostArch: 'arm' })).toEqual([]);
    const onArm = advisoriesFor({ version: '11.1.3', hostArch: 'arm64', targets: ['amd64'] });
    expect(onArm.map(({ id, severity }) => [id, severity])).toEqual([['go-on-arm64', 'info']]);
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
        advisoriesFor({ version, hostArch, targets: ALL, interpreterType: 'exec' }),
      ),
    );
    for (const advisories of all) {
      const severities = advisories.map(({ severity }) => severity);
      expect(severities).toEqual([...severities].sort().reverse());
    }
    const each = new Map(all.flat().map((advisory) => [advisory.id, advisory]));
    expect(each.size).toBe(21);
    for (const { text, remedy, sources } of each.values()) {
      expect(text).not.toContain('{');
      expect(remedy).toMatch(/^[A-Z]/);
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(source).toMatch(/^https:\/\//);
    }
  });

  it('says nothing of a version that it cannot read', () => {
    expect(advisoriesFor({ version: 'latest', hostArch: 'amd64', targets: ALL })).toEqual([]);
  });
});
