import { describe, expect, it } from 'vitest';
import { knownPlatforms, parsePlatform } from '../../../src/platform/platforms.ts';
import { PLAIN } from '../../../src/report/lines.ts';
import { describeRun, renderKnown, renderListing, reportKnown } from '../../../src/report/listing.ts';
import { emptyReport, type PlatformReport, type Report } from '../../../src/report/report.ts';
import { renderText } from '../../../src/report/text.ts';

const row = (more: Partial<PlatformReport>): PlatformReport => ({
  platform: 'linux/arm64',
  arch: 'arm64',
  status: 'emulated',
  proven: true,
  action: 'keep',
  reason: 'it is proven',
  entry: 'qemu-aarch64',
  interpreter: '/store/qemu-aarch64',
  flags: 'POCF',
  qemuVersion: '10.2.3',
  ms: 4,
  ...more,
});
const native = row({
  platform: 'linux/amd64',
  status: 'native',
  entry: undefined,
  interpreter: undefined,
  flags: undefined,
  qemuVersion: undefined,
});
const listing = (more: Partial<Report>): Report => ({
  ...emptyReport('list'),
  host: { kernel: '6.8.0', architecture: 'amd64', privilege: 'none', table: 'ready' },
  ...more,
});

describe('a run', () => {
  const begun = new Date(2026, 10, 9, 7, 5).getTime();

  it('is named by its id, its time on this machine, and what it did', () => {
    expect(describeRun({ id: 'x', begun, did: 'registered qemu-arm' })).toBe(
      'x of 2026-11-09 07:05: registered qemu-arm',
    );
  });

  it('stands below what runs here, where it can be taken back', () => {
    const runs = [
      { id: 'b', begun, did: 'took away qemu-arm' },
      { id: 'a', begun, did: 'registered qemu-arm' },
    ];
    expect(renderListing(listing({ platforms: [native], runs }), PLAIN).slice(1)).toEqual([
      '1 of 1 platforms run here: 1 natively, 0 emulated.',
      'Runs that can be taken back (undo ID), the latest first:',
      '  b of 2026-11-09 07:05: took away qemu-arm',
      '  a of 2026-11-09 07:05: registered qemu-arm',
    ]);
  });
});

describe('renderListing', () => {
  it('says what runs here, by whom, and what else the table holds', () => {
    const broken = row({
      platform: 'linux/riscv64',
      status: 'broken',
      proven: false,
      reason: 'its handler is gone',
      entry: 'qemu-riscv64',
      flags: '',
      interpreter: '/gone',
    });
    const lines = renderListing(
      listing({
        platforms: [native, row({}), broken],
        entries: [
          { name: 'python', enabled: true, kind: 'extension', interpreter: '/usr/bin/python3', flags: '' },
          { name: 'wine', enabled: false, kind: 'magic', flags: '' },
          { name: 'qemu-aarch64', enabled: true, kind: 'magic', flags: 'POCF' },
          { name: 'qemu-riscv64', enabled: true, kind: 'magic', flags: '' },
        ],
        notes: ['a note'],
      }),
      PLAIN,
    );
    expect(lines).toEqual([
      '✓ linux/amd64     native',
      '✓ linux/arm64     QEMU 10.2.3, POCF   qemu-aarch64   /store/qemu-aarch64',
      '✗ linux/riscv64   broken              qemu-riscv64   /gone',
      '  linux/riscv64: its handler is gone',
      'also in the table:',
      '  python   by extension   /usr/bin/python3',
      '  wine     switched off',
      'a note',
      '2 of 3 platforms run here: 1 natively, 1 emulated.',
    ]);
  });
  it('is what the text of such a report is', () => {
    const told = listing({ platforms: [row({})] });
    expect(renderText(told)).toEqual(renderListing(told, PLAIN));
  });
  it('says of a QEMU that does not tell its version that it emulates', () =>
    expect(renderListing(listing({ platforms: [row({ qemuVersion: undefined })] }), PLAIN)).toEqual([
      '✓ linux/arm64   emulated, POCF   qemu-aarch64   /store/qemu-aarch64',
      '1 of 1 platforms run here: 0 natively, 1 emulated.',
    ]));
  it.each([
    [[native], '1 platform runs here.'],
    [[native, native], '2 platforms run here.'],
  ])('says where there is no table', (platforms, end) => {
    const { host } = listing({});
    const lines = renderListing(listing({ platforms, host: { ...host, table: 'not-loaded' } }), PLAIN);
    expect(lines.at(-1)).toBe(`binfmt_misc: not-loaded; ${end}`);
  });
});

describe('the known platforms', () => {
  const known = knownPlatforms();
  it('are each found under every name', () => {
    for (const { platform, names } of known)
      for (const name of names) expect(parsePlatform(name), name).toEqual(parsePlatform(platform));
  });
  it('have a line each', () => {
    const lines = renderKnown(known);
    expect(lines).toContain('*   linux/arm64          arm64, aarch64, arm64v8, armv8');
    expect(lines.filter((line) => /^[* ] {3}linux/.test(line))).toHaveLength(known.length);
    expect(lines.find((line) => line.includes('linux/arm/v6'))).toMatch(/^ {4}.*armel/);
    expect(lines.filter((line) => /^\* {3}/.test(line))).toHaveLength(10);
    expect(lines).toContain(
      '* is one of the 10 that all means; those that a host runs by itself are not set up there.',
    );
    expect(lines.find((line) => line.includes('sparc64'))).toMatch(/^ {4}/);
  });
  it('are a document without a host', () =>
    expect(reportKnown(known)).toMatchObject({ mode: 'platforms', healthy: true, exitCode: 0, known }));
});
