import { describe, expect, it } from 'vitest';
import {
  broken,
  either,
  evidenceIs,
  fixedAddress,
  kernelOlder,
  logShows,
  machineIs,
  missing,
  not,
  only,
  platformIs,
  programIs,
  qemuOlder,
  qemuWithin,
  runsHere,
  someEntry,
  switchedOff,
  thirtyTwoBit,
} from '../../../../src/doctor/kinds/conditions.ts';
import type { ArchFacts, LogFacts, View } from '../../../../src/doctor/kinds/kind.ts';
import { readLog } from '../../../support/logs.ts';

const ARM64: ArchFacts = { arch: 'arm64', verdict: 'emulated', entry: 'qemu-aarch64', enabled: true };

/** What conditions see of a log on a host with these architectures. */
function viewOf(
  archs: readonly ArchFacts[] | undefined,
  change: Partial<View> = {},
  host: LogFacts = {},
): View {
  const log = readLog('exec /opt/tool: exec format error\n');
  const [match] = log.matches;
  if (match === undefined) throw new Error('no match');
  const known = { hostArch: 'amd64', archs, ...host };
  return { log, match, host: known, platform: 'linux/arm64', machine: 'amd64', ...change };
}

describe('conditions', () => {
  it('turn facts round, and leave open what is not known', () => {
    expect([not(true), not(false), not(undefined)]).toEqual([false, true, undefined]);
    const unknown = () => undefined;
    expect(either(unknown, () => false)(viewOf([]))).toBe(false);
    expect(either(unknown)(viewOf([]))).toBeUndefined();
    expect(only(unknown)(viewOf([]))).toBe(false);
  });

  it('ask of the platform in question, of what was asked for, or of all foreign ones', () => {
    const off = { ...ARM64, enabled: false };
    const arm = { ...ARM64, arch: 'arm', entry: 'qemu-arm' };
    expect(switchedOff(viewOf([off, arm]))).toBe(true);
    expect(switchedOff(viewOf([off, arm], { platform: 'linux/arm/v7' }))).toBe(false);
    expect(switchedOff(viewOf([off, arm], { platform: 'linux/s390x' }))).toBeUndefined();
    expect(switchedOff(viewOf([off, arm], { platform: undefined }))).toBe(true);
    expect(switchedOff(viewOf([off, arm], { platform: undefined }, { asked: ['linux/arm/v7'] }))).toBe(false);
    const own = { arch: '386', verdict: 'native' } as const;
    expect(missing(viewOf([own], { platform: undefined }))).toBeUndefined();
    expect(switchedOff(viewOf(undefined))).toBeUndefined();
  });

  it('know what runs an architecture', () => {
    for (const [arch, expected] of [
      [{ arch: 'arm64', verdict: 'missing' }, [true, false, false]],
      [{ ...ARM64, verdict: 'missing' }, [false, false, false]],
      [{ ...ARM64, verdict: 'broken' }, [false, true, false]],
      [ARM64, [false, false, true]],
      [{ arch: 'arm64' }, [undefined, undefined, undefined]],
    ] as const) {
      const view = viewOf([arch]);
      expect([missing(view), broken(view), runsHere(view)]).toEqual(expected);
    }
    expect(someEntry(() => true)(viewOf([{ arch: 'arm64' }]))).toBeUndefined();
  });

  it('know the emulator', () => {
    const old = (qemuVersion?: string) => viewOf([{ ...ARM64, qemuVersion }]);
    expect(qemuOlder('10.1.3')(old('7.2.22'))).toBe(true);
    expect(qemuOlder('10.1.3')(old('11.0.0'))).toBe(false);
    expect(qemuOlder('10.1.3')(old())).toBeUndefined();
    expect(qemuWithin('9.2.0', '10.1.3')(old('7.2.22'))).toBe(false);
    expect(qemuWithin('9.2.0', '10.1.3')(old('10.0.0'))).toBe(true);
    expect(fixedAddress(viewOf([{ ...ARM64, linked: 'exec' }]))).toBe(true);
    expect(fixedAddress(viewOf([{ ...ARM64, linked: 'dyn' }]))).toBe(false);
    expect(fixedAddress(viewOf([ARM64]))).toBeUndefined();
    for (const condition of [qemuOlder('10.1.3'), fixedAddress]) {
      expect(condition(viewOf([{ arch: 'arm64' }]))).toBe(false);
      expect(condition(viewOf([{ arch: 'arm64' }], {}, { rootless: true }))).toBeUndefined();
      expect(condition(viewOf(undefined))).toBeUndefined();
    }
  });

  it('know the kernel, the machine and the platform', () => {
    const kernel = (release?: string) => viewOf([], {}, { kernel: release });
    expect([kernel('3.10.0'), kernel('6.1.0'), kernel('?'), kernel()].map(kernelOlder('4.8'))).toEqual([
      ...[true, false, undefined, undefined],
    ]);
    expect([machineIs('amd64'), machineIs('arm64')].map((is) => is(viewOf([])))).toEqual([true, false]);
    expect(machineIs('amd64')(viewOf([], { machine: undefined }))).toBeUndefined();
    expect([platformIs('arm64'), platformIs('arm')].map((is) => is(viewOf([])))).toEqual([true, false]);
    expect(platformIs('arm64')(viewOf([], { platform: undefined }))).toBeUndefined();
    const bits = ['linux/arm/v6', 'linux/arm64', undefined].map((platform) =>
      thirtyTwoBit(viewOf([], { platform })),
    );
    expect(bits).toEqual([true, false, undefined]);
  });

  it('read the log', () => {
    const view = viewOf([]);
    expect([logShows('exec-format-error'), logShows('disk-full')].map((shows) => shows(view))).toEqual([
      ...[true, undefined],
    ]);
    expect([evidenceIs(/exec/), evidenceIs(/nothing/)].map((is) => is(view))).toEqual([true, undefined]);
    expect([programIs(/tool$/), programIs(/sh$/)].map((is) => is(view))).toEqual([true, false]);
    const nameless = { ...view, match: { ...view.match, program: undefined } };
    expect(programIs(/tool$/)(nameless)).toBeUndefined();
  });
});
