/** The job matrix: which platform is built on which runner, and whether it needs QEMU there. */

import { listed } from '../text/text.ts';
import { formatPlatform, type Platform, parsePlatform, slugOf } from './platforms.ts';
import {
  BUILT_IN_RUNNERS,
  needsEmulation,
  type Runner,
  type RunnerMap,
  runnerArchitecture,
  runnerFor,
} from './runners.ts';

/** One job of a workflow's `strategy.matrix`; the order of the keys is that of the output. */
export interface Leg {
  readonly platform: string;
  /** The platform as an artifact or file name (`linux-arm-v7`). */
  readonly slug: string;
  readonly arch: string;
  /** Empty when the platform has none. */
  readonly variant: string;
  readonly runner: Runner;
  /** Whether the leg's runner (not this host) needs QEMU for the platform; true where that is not known. */
  readonly emulated: boolean;
}

export interface Matrix {
  readonly include: readonly Leg[];
}

/** One leg a platform, in the order asked for; a platform that is named twice, however it is spelled, counts once. */
export function planMatrix(platforms: readonly Platform[], runners: RunnerMap): Matrix {
  const distinct = new Map(platforms.map((platform) => [formatPlatform(platform), platform]));
  const include = [...distinct.values()].map((platform): Leg => {
    const runner = runnerFor(platform, runners);
    return {
      platform: formatPlatform(platform),
      slug: slugOf(platform),
      arch: platform.arch,
      variant: platform.variant ?? '',
      runner,
      emulated: needsEmulation(platform, runner),
    };
  });
  return { include };
}

/** Legs that need QEMU where they are, and a runner that runs them natively, where one is known. */
export interface EmulatedLegs {
  readonly platforms: readonly string[];
  readonly runner?: Runner;
}

/**
 * The legs that need QEMU, by the runner that would not: of those that `runners` names, then of those that GitHub offers.
 * A leg whose own runner names no architecture is left out: it may be the native one.
 */
export function findNativeRunners({ include }: Matrix, runners: RunnerMap): readonly EmulatedLegs[] {
  const known = [runners, BUILT_IN_RUNNERS].flatMap((map) => [map.default, ...map.prefixes.values()]);
  const groups = new Map<Runner | undefined, string[]>();
  for (const { platform, arch, runner, emulated } of include) {
    if (!emulated || runnerArchitecture(runner) === undefined) continue;
    const native = known.find((each) => !needsEmulation({ arch }, each));
    groups.set(native, [...(groups.get(native) ?? []), platform]);
  }
  return [...groups].map(([runner, platforms]) => ({ platforms, runner }));
}

/** The output `matrix`: one line of JSON for `fromJSON`. */
export function formatMatrix(matrix: Matrix): string {
  return JSON.stringify(matrix);
}

/** What an image offers, as its registry says it. */
export interface ImageOffer {
  readonly platforms: readonly {
    readonly os: string;
    readonly architecture: string;
    readonly variant?: string;
  }[];
}

/**
 * The platforms that are asked for and that an image has, each once, in the order asked for; `all` asks for each of
 * the image. `absent` are those that it does not have, and `notes` tell people what was left out.
 */
export function choosePlatforms(
  asked: { readonly platforms: readonly Platform[]; readonly all: boolean },
  offer: ImageOffer,
): {
  readonly platforms: readonly Platform[];
  readonly absent: readonly Platform[];
  readonly notes: readonly string[];
} {
  const foreign = new Set<string>();
  const offered = new Map<string, Platform>();
  for (const { os, architecture, variant } of offer.platforms) {
    const name = [os, architecture, variant].filter(Boolean).join('/');
    const platform = parsePlatform(name);
    if ('unknown' in platform) foreign.add(name);
    else offered.set(formatPlatform(platform), platform);
  }
  const has = (platform: Platform): boolean => offered.has(formatPlatform(platform));
  const platforms = asked.all ? [...offered.values()] : asked.platforms.filter(has);
  const absent = asked.all ? [] : asked.platforms.filter((platform) => !has(platform));
  const notes = [
    foreign.size > 0 ? `The image also has ${listed([...foreign])}, which cannot be made to run here.` : '',
    absent.length > 0 ? `The image does not have ${listed(absent.map(formatPlatform))}.` : '',
  ];
  return { platforms, absent, notes: notes.filter((note) => note !== '') };
}

/**
 * The legs that are sure to run: proven on this host (platform names in `proven`), or native on their runner. `missing`
 * are the platforms of the others.
 */
export function keepRunnable(
  { include }: Matrix,
  proven: ReadonlySet<string>,
): { readonly matrix: Matrix; readonly missing: readonly string[] } {
  const runs = (leg: Leg): boolean => !leg.emulated || proven.has(leg.platform);
  return {
    matrix: { include: include.filter(runs) },
    missing: include.filter((leg) => !runs(leg)).map(({ platform }) => platform),
  };
}

/** GitHub's limit of jobs that one matrix may make. */
const MAX_LEGS = 256;

/** GitHub's limit for all outputs of a job together, in bytes of UTF-16, less a share for the other outputs. */
const MAX_OUTPUT_BYTES = 1024 * 1024 - 128 * 1024;

/** Why GitHub would refuse this matrix. An empty one is no problem here: `count` lets a workflow skip it. */
export function matrixProblems(matrix: Matrix): readonly string[] {
  const legs = matrix.include.length;
  const bytes = formatMatrix(matrix).length * 2;
  const problems: string[] = [];
  if (legs > MAX_LEGS)
    problems.push(`the matrix has ${legs} legs, and GitHub allows ${MAX_LEGS} jobs a matrix`);
  if (bytes > MAX_OUTPUT_BYTES) {
    problems.push(`the matrix takes ${bytes} bytes, and GitHub keeps 1 MiB of outputs a job`);
  }
  return problems;
}
