/** The job matrix: which platform is built on which runner, and whether it needs QEMU there. */

import { listed } from '../doctor/checks/check.ts';
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
export const MAX_LEGS = 256;

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

export interface MatrixPicture {
  readonly text: string;
  readonly markdown: string;
}

/** Platform × runner, native or emulated, for a terminal and for the job summary. */
export function renderMatrix(matrix: Matrix): MatrixPicture {
  const { include } = matrix;
  if (include.length === 0) {
    const empty = 'No platform is left to build: the matrix is empty.';
    return { text: empty, markdown: empty };
  }
  const columns = columnsOf(include);
  const emulated = include.filter((leg) => leg.emulated).length;
  const legs = include.length === 1 ? '1 leg' : `${include.length} legs`;
  const sum = `${legs}: ${include.length - emulated} native, ${emulated} emulated`;
  return { text: `${alignColumns(columns)}\n\n${sum}`, markdown: `${tabulate(columns)}\n\n${sum}` };
}

type Column = readonly string[];

const NATIVE = '● native';
const EMULATED = '○ emulated';
const PLATFORM = 'platform';
const HOW = 'how';
const RUNNER = 'runner';
/** Words of our own in the picture; everything else in it is a platform or a label. */
const OWN_WORDS: ReadonlySet<string> = new Set([NATIVE, EMULATED, PLATFORM, HOW, RUNNER, '']);

/** Characters that the runners' names may take side by side; beyond that each leg names its own. */
const GRID_WIDTH = 80;

/** A column a runner while they fit side by side, else one column that names the runner of each leg. */
function columnsOf(legs: readonly Leg[]): readonly Column[] {
  const how = (leg: Leg) => (leg.emulated ? EMULATED : NATIVE);
  const names = legs.map(({ runner }) => (typeof runner === 'string' ? runner : runner.join(' + ')));
  const runners = Array.from(new Set(names));
  const platforms = [PLATFORM, ...legs.map((leg) => leg.platform)];
  if (runners.join('   ').length > GRID_WIDTH)
    return [platforms, [HOW, ...legs.map(how)], [RUNNER, ...names]];
  return [
    platforms,
    ...runners.map((runner) => [runner, ...legs.map((leg, row) => (names[row] === runner ? how(leg) : ''))]),
  ];
}

function joinColumns(columns: readonly Column[], between: string): Column {
  return columns.reduce((left, right) => left.map((cell, row) => `${cell}${between}${right[row]}`));
}

function alignColumns(columns: readonly Column[]): string {
  const padded = columns.map((column) => {
    const width = Math.max(...column.map((cell) => cell.length));
    return column.map((cell) => cell.padEnd(width));
  });
  return joinColumns(padded, '   ')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Nothing needs escaping: a label holds neither `|` nor a backtick (see isLabel in runners.ts). */
function tabulate(columns: readonly Column[]): string {
  const cells = columns.map((column) => {
    const [head, ...rest] = column.map((cell) => (OWN_WORDS.has(cell) ? cell : `\`${cell}\``));
    return [`${head}`, '---', ...rest];
  });
  return joinColumns(cells, ' | ')
    .map((line) => `| ${line} |`)
    .join('\n');
}
