/** The job matrix: which platform is built on which runner, and whether it needs QEMU there. */

import { listed } from '../text/text.ts';
import { formatPlatform, type Platform, parsePlatform, slugOf } from './platforms.ts';
import { needsEmulation, type Runner, type RunnerMap, runnerFor } from './runners.ts';

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

/** One leg a platform, in the order asked for; a platform that is named twice counts once. */
export function planMatrix(platforms: readonly Platform[], runners: RunnerMap): Matrix {
  const include = distinct(platforms).map((platform): Leg => {
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

/** Each platform once, however it was spelled, in the order of their first naming. */
function distinct(platforms: readonly Platform[]): readonly Platform[] {
  return [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
}

/** The output `matrix`: one line of JSON for `fromJSON`. */
export function formatMatrix(matrix: Matrix): string {
  return JSON.stringify(matrix);
}

export interface Intersection {
  readonly platforms: readonly Platform[];
  /** Asked for, but not in the image's index. */
  readonly absent: readonly Platform[];
}

/** The platforms asked for that an image's index holds, in the order asked for. Both sides are normalised. */
export function intersectPlatforms(asked: readonly Platform[], inIndex: readonly Platform[]): Intersection {
  const names = new Set(inIndex.map(formatPlatform));
  const holds = (platform: Platform) => names.has(formatPlatform(platform));
  return { platforms: asked.filter(holds), absent: asked.filter((platform) => !holds(platform)) };
}

/** What an image offers, as its registry says it. */
export interface ImageOffer {
  readonly platforms: readonly {
    readonly os: string;
    readonly architecture: string;
    readonly variant?: string | undefined;
  }[];
  /** Signatures and provenance in the index. */
  readonly attestationsSkipped: number;
}

/** The platforms of an image that are asked for (`all` asks for each of them), each once, and what was left out. */
export function choosePlatforms(
  asked: { readonly platforms: readonly Platform[]; readonly all: boolean },
  offer: ImageOffer,
): Intersection & { readonly notes: readonly string[] } {
  const foreign: string[] = [];
  const offered = offer.platforms.flatMap(({ os, architecture, variant }) => {
    const name = [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
    const platform = parsePlatform(name);
    if (!('unknown' in platform)) return [platform];
    foreign.push(name);
    return [];
  });
  const { platforms, absent } = asked.all
    ? { platforms: distinct(offered), absent: [] }
    : intersectPlatforms(asked.platforms, offered);
  const others = listed([...new Set(foreign)]);
  const notes = [
    foreign.length > 0 ? `The image also has ${others}, which cannot be made to run here.` : '',
    absent.length > 0 ? `The image does not have ${listed(absent.map(formatPlatform))}.` : '',
  ];
  return { platforms, absent, notes: notes.filter((note) => note !== '') };
}

export interface RunnableMatrix {
  readonly matrix: Matrix;
  /** Platforms that were not proven here and whose runner would have to emulate them. */
  readonly missing: readonly string[];
}

/** The legs that are sure to run: proven on this host (platform names in `proven`), or native on their runner. */
export function keepRunnable(matrix: Matrix, proven: ReadonlySet<string>): RunnableMatrix {
  const runs = (leg: Leg) => !leg.emulated || proven.has(leg.platform);
  return {
    matrix: { include: matrix.include.filter(runs) },
    missing: matrix.include.filter((leg) => !runs(leg)).map((leg) => leg.platform),
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
