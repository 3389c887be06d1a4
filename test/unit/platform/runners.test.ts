import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Platform, parsePlatform } from '../../../src/platform/platforms.ts';
import {
  BUILT_IN_RUNNERS,
  formatRunners,
  needsEmulation,
  noteRunners,
  parseRunners,
  type Runner,
  type RunnerMap,
  runnerArchitecture,
  runnerFor,
} from '../../../src/platform/runners.ts';

/** The platform of a name that is known to name one. */
function platformOf(name: string): Platform {
  const platform = parsePlatform(name);
  if ('unknown' in platform) throw new Error(`not a platform: ${name}`);
  return platform;
}

/** What a mapping gives for these platforms; fails when the mapping has problems. */
function chosen(text: string, ...platforms: readonly string[]): readonly Runner[] {
  const { runners, problems } = parseRunners(text);
  expect(problems).toEqual([]);
  return platforms.map((platform) => runnerFor(platformOf(platform), runners));
}

describe('the mapping', () => {
  it('is the built-in one when nothing is written', () => {
    expect(parseRunners(' \n ')).toEqual({ runners: BUILT_IN_RUNNERS, problems: [] });
    expect(chosen('', 'linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/riscv64')).toEqual([
      'ubuntu-24.04',
      'ubuntu-24.04-arm',
      'ubuntu-24.04-arm',
      'ubuntu-24.04',
    ]);
  });

  it('takes one label for every platform', () => {
    expect(chosen('ubuntu-latest', 'linux/amd64', 'linux/s390x')).toEqual(['ubuntu-latest', 'ubuntu-latest']);
    expect(chosen('["self-hosted", "linux"]', 'linux/amd64')).toEqual([['self-hosted', 'linux']]);
  });

  it('lets the most specific prefix win, wherever its line stands', () => {
    const text = `
      linux/arm/v7=seven
      linux/arm=arms
      default=rest
      linux=linuxes
    `;
    expect(chosen(text, 'linux/arm/v7', 'linux/arm/v6', 'linux/arm64')).toEqual(['seven', 'arms', 'linuxes']);
  });

  it('gives the default to what no prefix names, and keeps linux/arm apart from linux/arm64', () => {
    expect(chosen('default=a\r\nlinux/arm=b', 'linux/arm64', 'linux/arm/v6')).toEqual(['a', 'b']);
  });

  it('takes every spelling of a platform as prefix', () => {
    expect(chosen('default=a\naarch64=b\narmhf=c', 'linux/arm64', 'linux/arm/v7', 'linux/arm/v6')).toEqual([
      'b',
      'c',
      'a',
    ]);
  });

  it('splits at the first "=" only, so that a label may hold one', () => {
    expect(chosen('default=a\nlinux/arm64=runs-on=1/family=c7g', 'linux/arm64')).toEqual([
      'runs-on=1/family=c7g',
    ]);
    expect(chosen('default=runs-on,runner=2cpu-linux-arm64', 'linux/arm64')).toEqual([
      'runs-on,runner=2cpu-linux-arm64',
    ]);
  });

  it('takes JSON arrays of labels', () => {
    const text = 'default=ubuntu-24.04\nlinux/riscv64=["self-hosted","linux","riscv64"]';
    expect(chosen(text, 'linux/riscv64')).toEqual([['self-hosted', 'linux', 'riscv64']]);
  });

  it('names every problem at once, and then gives the built-in map', () => {
    const { runners, problems } = parseRunners(
      [
        'linux/arm64',
        'linux/nonsense=ubuntu-24.04',
        'linux/riscv46=ubuntu-24.04',
        'linux/amd64=',
        'linux/s390x=two words',
        'linux/riscv64=["self-hosted"',
        'linux/ppc64le=[]',
        'linux/mips64=["self-hosted", 7]',
        'linux/386=a',
        'linux/386=b',
      ].join('\n'),
    );
    expect(runners).toBe(BUILT_IN_RUNNERS);
    expect(problems).toEqual([
      '"linux/arm64": no "=" between a platform and its runner',
      '"linux/nonsense=ubuntu-24.04": "linux/nonsense" names no platform',
      '"linux/riscv46=ubuntu-24.04": "linux/riscv46" names no platform (the nearest is linux/riscv64)',
      expect.stringMatching(/^"linux\/amd64=": a label is /),
      expect.stringMatching(/^"linux\/s390x=two words": a label is /),
      '"linux/riscv64=["self-hosted"": not a JSON array of labels',
      expect.stringMatching(/^"linux\/ppc64le=\[\]": a label is /),
      expect.stringMatching(/^"linux\/mips64=\["self-hosted", 7\]": a label is /),
      '"linux/386=b": linux/386 is named twice',
    ]);
  });

  it('puts lines without a default over the built-in ones, and with one takes them alone', () => {
    const asked = ['linux/riscv64', 'linux/arm64', 'linux/arm/v7', 'linux/amd64'];
    expect(chosen('riscv64=rise\nlinux/arm64=mine', ...asked)).toEqual([
      'rise',
      'mine',
      'ubuntu-24.04-arm',
      'ubuntu-24.04',
    ]);
    expect(chosen('default=a\nriscv64=rise', ...asked)).toEqual(['rise', 'a', 'a', 'a']);
    expect(parseRunners('default=two words').problems).toHaveLength(1);
  });

  it('does not take a list by comma for one label', () => {
    const { problems } = parseRunners('default=ubuntu-24.04, linux/arm64=ubuntu-24.04-arm');
    expect(problems).toEqual([expect.stringMatching(/write one platform a line$/)]);
  });

  it('never prints a control character or a workflow command of the input', () => {
    const { problems } = parseRunners('\u001b[31m::error::x=y\u0007');
    expect(problems).not.toEqual([]);
    expect(problems.join()).not.toMatch(/[\u0000-\u001f]|::/);
  });

  it('never throws, and any map that it accepts has a runner for every platform', () => {
    const line = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('default', 'linux', 'linux/arm', 'arm64', '/'), fc.string())
        .map(([prefix, label]) => `${prefix}=${label}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const { runners } = parseRunners(lines.join('\n'));
        expect(runnerFor(platformOf('arm/v6'), runners).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the architecture of a runner', () => {
  it.each<readonly [Runner, string | undefined]>([
    ['ubuntu-24.04', 'amd64'],
    ['ubuntu-latest', 'amd64'],
    ['ubuntu-slim', 'amd64'],
    ['ubuntu-26.04', 'amd64'],
    ['ubuntu-24.04-arm', 'arm64'],
    ['ubuntu-22.04-arm', 'arm64'],
    ['ubuntu-24.04-riscv', 'riscv64'],
    ['ubuntu-24.04-s390x', 's390x'],
    ['ubuntu-24.04-ppc64le', 'ppc64le'],
    ['buildjet-4vcpu-ubuntu-2204-arm', 'arm64'],
    ['runs-on=1/runner=2cpu-linux-x64', 'amd64'],
    ['my-x86_64-machine', 'amd64'],
    [['self-hosted', 'Linux', 'X64'], 'amd64'],
    [['self-hosted', 'Linux', 'ARM64'], 'arm64'],
    [['self-hosted', 'Linux', 'ARM'], 'arm'],
    [['self-hosted', 'linux', 'riscv64'], 'riscv64'],
    [['self-hosted', 'linux', 'aarch64', 'arm64'], 'arm64'],
    [['self-hosted', 'linux'], undefined],
    [['self-hosted', 'ubuntu-24.04'], undefined],
    [['X64', 'ARM64'], undefined],
    ['ubuntu-24.04-16core', undefined],
    ['ubuntu-24.04-ppc64le-p10', 'ppc64le'],
    ['ubuntu-26.04-riscv', 'riscv64'],
    ['ubuntu-latest-4-cores', 'amd64'],
    ['ubuntu-latest-16-cores-arm', 'arm64'],
    ['blacksmith-4vcpu-ubuntu-2404', 'amd64'],
    ['blacksmith-16vcpu-ubuntu-2204-arm', 'arm64'],
    ['buildjet-4vcpu-ubuntu-2204', 'amd64'],
    ['depot-ubuntu-24.04', 'amd64'],
    ['depot-ubuntu-latest-4', 'amd64'],
    ['depot-ubuntu-24.04-arm-8', 'arm64'],
    ['depot-ubuntu-24.04,dagger=0.20.3', 'amd64'],
    ['ubicloud', 'amd64'],
    ['ubicloud-standard-2', 'amd64'],
    ['ubicloud-standard-4-ubuntu-2404', 'amd64'],
    ['ubicloud-standard-4-arm', 'arm64'],
    ['ubicloud-standard-4-arm-ubuntu-2404', 'arm64'],
    ['nscloud-ubuntu-22.04-amd64-4x16', 'amd64'],
    ['nscloud-ubuntu-24.04-arm64-4x8', 'arm64'],
    ['nscloud-ubuntu-24.04-amd64-4x8-with-cache', 'amd64'],
    ['namespace-profile-default', undefined],
    ['namespace-profile-linux-amd64-4x8', 'amd64'],
    // Never native for a platform of Linux.
    ['windows-latest', undefined],
    ['windows-11-arm', undefined],
    ['windows-2025-x64', undefined],
    ['macos-15', undefined],
    ['macos-15-arm64', undefined],
    ['depot-macos-15', undefined],
    ['depot-windows-2025-arm', undefined],
    ['nscloud-macos-tahoe-arm64-6x14', undefined],
    ['blacksmith-4vcpu-windows-2025', undefined],
    [['self-hosted', 'Windows', 'X64'], undefined],
    [['self-hosted', 'macOS', 'ARM64'], undefined],
    ['charm-armada', undefined],
    ['alpha', undefined],
  ])('%j is %s', (runner, architecture) => {
    expect(runnerArchitecture(runner)).toBe(architecture);
  });
});

describe('whether a leg needs QEMU', () => {
  const on = (platform: string, runner: Runner) => needsEmulation(platformOf(platform), runner);

  it('is no for the runner’s own architecture, every variant of it, and 386 on amd64', () => {
    for (const platform of [
      'linux/amd64',
      'linux/amd64/v2',
      'linux/amd64/v3',
      'linux/amd64/v4',
      'linux/386',
    ]) {
      expect([platform, on(platform, 'ubuntu-24.04')]).toEqual([platform, false]);
    }
    expect(on('linux/arm64', 'ubuntu-24.04-arm')).toBe(false);
    expect(on('linux/arm/v7', ['self-hosted', 'ARM'])).toBe(false);
    expect(on('linux/riscv64', ['self-hosted', 'riscv64'])).toBe(false);
  });

  it('is yes for another architecture', () => {
    expect(on('linux/arm64', 'ubuntu-24.04')).toBe(true);
    expect(on('linux/amd64', 'ubuntu-24.04-arm')).toBe(true);
    expect(on('linux/386', 'ubuntu-24.04-arm')).toBe(true);
    expect(on('linux/amd64', ['self-hosted', 'x86'])).toBe(true);
  });

  it('is yes where it cannot be known beforehand', () => {
    expect(on('linux/arm/v7', 'ubuntu-24.04-arm')).toBe(true);
    expect(on('linux/amd64', ['self-hosted', 'linux'])).toBe(true);
    expect(on('linux/amd64', ['X64', 'ARM64'])).toBe(true);
  });

  it('is yes where the runner is no Linux machine', () => {
    expect(on('linux/arm64', 'windows-11-arm')).toBe(true);
    expect(on('linux/arm64', 'macos-15')).toBe(true);
    expect(on('linux/386', ['self-hosted', 'Windows', 'X64'])).toBe(true);
  });
});

it('the built-in map is what docker/github-builder documents', () => {
  const documented = parseRunners(
    'default=ubuntu-24.04\nlinux/arm=ubuntu-24.04-arm\nlinux/arm64=ubuntu-24.04-arm',
  );
  const entries = (map: RunnerMap) => [map.default, Array.from(map.prefixes).sort()];
  expect(entries(documented.runners)).toEqual(entries(BUILT_IN_RUNNERS));
});

describe('formatRunners', () => {
  it('writes a map as it is read', () => {
    expect(formatRunners(BUILT_IN_RUNNERS)).toEqual([
      'default=ubuntu-24.04',
      'linux/arm64=ubuntu-24.04-arm',
      'linux/arm=ubuntu-24.04-arm',
    ]);
    const runners = { default: ['self-hosted', 'x64'], prefixes: new Map([['linux/arm', 'a']]) };
    expect(parseRunners(formatRunners(runners).join('\n'))).toEqual({ runners, problems: [] });
  });
});

describe('noteRunners', () => {
  it('warns of a label that names no architecture', () => {
    expect(noteRunners(parseRunners('builders').runners)).toEqual([
      'the input runners: the label builders names no architecture, so every platform counts as emulated there',
    ]);
    expect(noteRunners(parseRunners('').runners)).toEqual([]);
    expect(noteRunners(parseRunners('default=ubuntu-24.04-arm').runners)).toEqual([]);
  });

  it('warns of every label that is used, once, and of machines that run no Linux', () => {
    const { runners } = parseRunners(
      'linux/arm64=windows-latest\nlinux/s390x=["big","iron"]\nlinux/386=["big","iron"]',
    );
    expect(noteRunners(runners)).toEqual([
      'the input runners: the label windows-latest is of a machine that runs no programs of Linux: no step of ours works there',
      'the input runners: the label big, iron names no architecture, so every platform counts as emulated there',
    ]);
  });
});
