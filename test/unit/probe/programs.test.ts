import { expect, it } from 'vitest';
import { TARGETS, type Target } from '../../../src/platform/platforms.ts';
import { PROBE_MARKER } from '../../../src/probe/behaviours.ts';
import { buildLauncher, buildProbe } from '../../../src/probe/programs.ts';

it.each(TARGETS)('the probe of $arch ends with what it writes', (target) => {
  expect(Buffer.from(buildProbe(target)).toString('latin1').endsWith(PROBE_MARKER)).toBe(true);
});

it('there is no probe of a target without machine code', () => {
  const [first] = TARGETS;
  expect(() => buildProbe({ ...first, arch: 'pdp11' } as Target)).toThrow('no machine code for pdp11');
});

it('there is a launcher for hosts, and none for what no host is', () => {
  const [amd64] = TARGETS;
  const header = Buffer.from(buildLauncher(amd64 as Target) ?? []).subarray(0, 4);
  expect(header.toString('latin1')).toBe('\x7fELF');
  expect(buildLauncher({ ...amd64, arch: 'pdp11' } as Target)).toBeUndefined();
});
