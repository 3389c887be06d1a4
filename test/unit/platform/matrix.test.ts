import { describe, expect, it } from 'vitest';
import {
  choosePlatforms,
  findNativeRunners,
  formatMatrix,
  type ImageOffer,
  keepRunnable,
  type Matrix,
  matrixProblems,
  planMatrix,
} from '../../../src/platform/matrix.ts';
import { formatPlatform, type Platform, parsePlatform } from '../../../src/platform/platforms.ts';
import { BUILT_IN_RUNNERS, parseRunners } from '../../../src/platform/runners.ts';
import { renderMatrix } from '../../../src/report/lines.ts';
import { renderMatrix as renderTable } from '../../../src/report/markdown.ts';

const parse = (...names: readonly string[]) =>
  names.map((name): Platform => {
    const platform = parsePlatform(name);
    if ('unknown' in platform) throw new Error(`not a platform: ${name}`);
    return platform;
  });
const plan = (names: readonly string[], runners = '') =>
  planMatrix(parse(...names), parseRunners(runners).runners);
const variants = (count: number) =>
  Array.from({ length: count }, (_, index): Platform => ({ arch: 'arm', variant: `v${index + 5}` }));

describe('findNativeRunners', () => {
  const found = (names: readonly string[], runners = '') =>
    findNativeRunners(plan(names, runners), parseRunners(runners).runners);

  it.each([
    ['nothing where all is native', 'amd64 arm64 386', '', []],
    ['a runner of GitHub', 'amd64 arm64', 'ubuntu-24.04', [[['linux/arm64'], 'ubuntu-24.04-arm']]],
    [
      'a machine that the map names, by all its labels',
      'riscv64',
      'default=["self-hosted","riscv64"]\nlinux/riscv64=ubuntu-24.04',
      [[['linux/riscv64'], ['self-hosted', 'riscv64']]],
    ],
    [
      'none for what nobody has, beside one for what somebody has',
      'riscv64 arm64 arm/v7',
      'ubuntu-24.04',
      [
        [['linux/riscv64', 'linux/arm/v7'], undefined],
        [['linux/arm64'], 'ubuntu-24.04-arm'],
      ],
    ],
    ['nothing of a leg whose runner names no architecture', 'arm64', 'builders', []],
  ])('gives %s', (_, names, runners, expected) => {
    expect(found(names.split(' '), runners).map((each) => [each.platforms, each.runner])).toEqual(expected);
  });
});

describe('planMatrix', () => {
  it('gives the documented leg, keys in order', () => {
    expect(formatMatrix(plan(['arm/v7'], 'ubuntu-24.04'))).toBe(
      '{"include":[{"platform":"linux/arm/v7","slug":"linux-arm-v7","arch":"arm","variant":"v7","runner":"ubuntu-24.04","emulated":true}]}',
    );
  });

  it('gives an empty variant where a platform has none', () => {
    expect(plan(['riscv64']).include[0]).toEqual({
      platform: 'linux/riscv64',
      slug: 'linux-riscv64',
      arch: 'riscv64',
      variant: '',
      runner: 'ubuntu-24.04',
      emulated: true,
    });
  });

  it('keeps the order asked for and counts a platform once, however it is spelled', () => {
    const { include } = plan(['s390x', 'linux/arm64', 'aarch64', 'linux/amd64', 's390x', 'armhf', 'arm/v7']);
    expect(include.map((leg) => leg.platform)).toEqual([
      'linux/s390x',
      'linux/arm64',
      'linux/amd64',
      'linux/arm/v7',
    ]);
  });

  it('says of each leg whether its own runner needs QEMU', () => {
    const { include } = plan(['amd64', 'arm64', 'arm/v7', '386', 'riscv64']);
    expect(include.map((leg) => [leg.platform, leg.runner, leg.emulated])).toEqual([
      ['linux/amd64', 'ubuntu-24.04', false],
      ['linux/arm64', 'ubuntu-24.04-arm', false],
      ['linux/arm/v7', 'ubuntu-24.04-arm', true],
      ['linux/386', 'ubuntu-24.04', false],
      ['linux/riscv64', 'ubuntu-24.04', true],
    ]);
  });

  it('hands arrays of labels on as arrays', () => {
    const { include } = plan(['riscv64'], 'default=ubuntu-24.04\nriscv64=["self-hosted","riscv64"]');
    expect(include.map((leg) => [leg.runner, leg.emulated])).toEqual([[['self-hosted', 'riscv64'], false]]);
  });

  it('gives slugs that differ and are safe as file and artifact names', () => {
    const { include } = planMatrix(
      [...variants(256), ...parse('arm64', 'amd64', '386', 'mips64le')],
      BUILT_IN_RUNNERS,
    );
    const slugs = include.map((leg) => leg.slug);
    expect(new Set(slugs).size).toBe(260);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9][a-z0-9-]*$/);
  });

  it('gives no leg for no platform', () => {
    expect(plan([])).toEqual({ include: [] });
  });
});

describe('keepRunnable', () => {
  it('keeps what is native on its runner or proven here, and names the rest', () => {
    const { matrix, missing } = keepRunnable(plan(['arm64', 'riscv64', 's390x']), new Set(['linux/riscv64']));
    expect(matrix.include.map((leg) => leg.platform)).toEqual(['linux/arm64', 'linux/riscv64']);
    expect(missing).toEqual(['linux/s390x']);
  });
});

describe('matrixProblems', () => {
  it('accepts 0, 1, 7 and 256 legs', () => {
    for (const count of [0, 1, 7, 256]) {
      const matrix = planMatrix(variants(count), BUILT_IN_RUNNERS);
      expect([matrix.include.length, matrixProblems(matrix)]).toEqual([count, []]);
    }
  });

  it('refuses 257 legs', () => {
    expect(matrixProblems(planMatrix(variants(257), BUILT_IN_RUNNERS))).toEqual([
      'the matrix has 257 legs, and GitHub allows 256 jobs a matrix',
    ]);
  });

  it('refuses what a job’s outputs cannot hold, and counts it in UTF-16', () => {
    const label = 'x'.repeat(250);
    const runners = (labels: number) => parseRunners(JSON.stringify(Array(labels).fill(label))).runners;
    expect(matrixProblems(planMatrix(variants(256), runners(6)))).toEqual([]);
    expect(matrixProblems(planMatrix(variants(256), runners(8)))).toEqual([
      expect.stringMatching(/^the matrix takes \d+ bytes, and GitHub keeps 1 MiB of outputs a job$/),
    ]);
  });
});

describe('renderMatrix', () => {
  const text = (matrix: Matrix) => renderMatrix(matrix).join('\n');

  it('puts platforms against runners', () => {
    expect(text(plan(['amd64', 'arm64', 'arm/v7', 'riscv64']))).toBe(
      [
        'platform        ubuntu-24.04   ubuntu-24.04-arm',
        'linux/amd64     ● native',
        'linux/arm64                    ● native',
        'linux/arm/v7                   ○ emulated',
        'linux/riscv64   ○ emulated',
        '',
        '4 legs: 2 native, 2 emulated',
      ].join('\n'),
    );
  });

  it('gives a Markdown table of the same', () => {
    expect(renderTable(plan(['amd64', 'arm64', 'riscv64']))).toBe(
      [
        '| platform | `ubuntu-24.04` | `ubuntu-24.04-arm` |',
        '| --- | --- | --- |',
        '| `linux/amd64` | ● native |  |',
        '| `linux/arm64` |  | ● native |',
        '| `linux/riscv64` | ○ emulated |  |',
      ].join('\n'),
    );
  });

  it('names the runner in each line when the runners do not fit side by side', () => {
    const labels = (arch: string) => `${arch}=["self-hosted","linux","${arch}","builders","rack-1"]`;
    const runners = ['default=ubuntu-24.04', labels('riscv64'), labels('s390x')].join('\n');
    expect(text(plan(['amd64', 'riscv64', 's390x'], runners))).toBe(
      [
        'platform        how        runner',
        'linux/amd64     ● native   ubuntu-24.04',
        'linux/riscv64   ● native   self-hosted + linux + riscv64 + builders + rack-1',
        'linux/s390x     ● native   self-hosted + linux + s390x + builders + rack-1',
        '',
        '3 legs: 3 native, 0 emulated',
      ].join('\n'),
    );
  });

  it('counts one leg as one, and says that an empty matrix is empty', () => {
    expect(text(plan(['amd64']))).toMatch(/\n1 leg: 1 native, 0 emulated$/);
    const empty = 'No platform is left to build: the matrix is empty.';
    expect(text(plan([]))).toBe(empty);
    expect(renderTable(plan([]))).toBe(empty);
  });
});

describe('choosePlatforms', () => {
  const offer = (...names: readonly string[]): ImageOffer => ({
    platforms: names.map((name) => {
      const [os = '', architecture = '', variant] = name.split('/');
      return { os, architecture, variant };
    }),
  });
  const names = (platforms: readonly Platform[]) => platforms.map(formatPlatform).join(' ');

  it('keeps the order asked for and says what the image lacks', () => {
    const asked = { all: false, platforms: parse('riscv64', 'arm/v7', 'arm64') };
    const { platforms, absent } = choosePlatforms(
      asked,
      offer('linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/arm/v5'),
    );
    expect(names(platforms)).toBe('linux/arm/v7 linux/arm64');
    expect(names(absent)).toBe('linux/riscv64');
  });

  it('keeps variants apart', () => {
    expect(
      choosePlatforms({ all: false, platforms: parse('arm/v7') }, offer('linux/arm/v6')).platforms,
    ).toEqual([]);
  });

  it('takes each platform of the image for `all`, whatever is the default of `platforms`', () => {
    const asked = { all: true, platforms: parse('s390x') };
    const { platforms, notes } = choosePlatforms(
      asked,
      offer('linux/amd64', 'linux/arm64/v8', 'linux/arm/v7'),
    );
    expect(names(platforms)).toBe('linux/amd64 linux/arm64 linux/arm/v7');
    expect(notes).toEqual([]);
  });

  it('takes what is asked for in its order, and notes what the image does not have', () => {
    const asked = { all: false, platforms: parse('s390x', 'arm64', 'riscv64', 'amd64') };
    const { platforms, absent, notes } = choosePlatforms(asked, offer('linux/amd64', 'linux/arm64'));
    expect(names(platforms)).toBe('linux/arm64 linux/amd64');
    expect(absent.map(formatPlatform)).toEqual(['linux/s390x', 'linux/riscv64']);
    expect(notes).toEqual(['The image does not have linux/s390x, linux/riscv64.']);
  });

  it('notes what no Linux host runs, with foreign text made safe, and an empty variant is none', () => {
    const foreign = offer('windows/amd64', 'linux/a\u001b[2Jb', 'linux/amd64/');
    const { platforms, notes } = choosePlatforms({ all: true, platforms: [] }, foreign);
    expect(names(platforms)).toBe('linux/amd64');
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(
      /^The image also has windows\/amd64, linux\/a.*b, which cannot be made to run here\.$/,
    );
    expect(notes[0]).not.toContain('\u001b');
  });

  it('finds nothing in an empty index', () => {
    expect(choosePlatforms({ all: true, platforms: parse('arm64') }, offer())).toEqual({
      platforms: [],
      absent: [],
      notes: [],
    });
  });

  it('takes each platform once, however often and however spelled the image has it', () => {
    const twice = offer(
      'linux/amd64',
      'linux/arm64',
      'linux/aarch64/v8',
      'linux/amd64',
      'linux/arm',
      'linux/arm/v7',
    );
    expect(names(choosePlatforms({ all: true, platforms: [] }, twice).platforms)).toBe(
      'linux/amd64 linux/arm64 linux/arm/v7',
    );
    const asked = { all: false, platforms: parse('armhf', 'arm64', 's390x') };
    const chosen = choosePlatforms(asked, twice);
    expect(names(chosen.platforms)).toBe('linux/arm/v7 linux/arm64');
    expect(names(chosen.absent)).toBe('linux/s390x');
  });

  it('names the first few of what no Linux host runs, each once, and counts the others', () => {
    const versions = Array.from({ length: 300 }, (_, index) => `windows/amd64/v${index}`);
    const { notes } = choosePlatforms(
      { all: true, platforms: [] },
      offer('plan9/386', 'plan9/386', ...versions),
    );
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(
      /^The image also has plan9\/386, windows\/amd64\/v0, .* and 293 more, which cannot/,
    );
    expect(notes[0]?.length).toBeLessThan(300);
  });
});
