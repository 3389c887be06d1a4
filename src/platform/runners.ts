/**
 * Which runner a platform is given, and what architecture such a runner has. The mapping is written as for
 * the `runner` input of docker/github-builder (README, "Runner mapping"): one label for every platform, or
 * lines of `prefix=label` with a `default`; here a label may also be a JSON array of labels.
 */

import { printable, printableInput } from '../text/text.ts';
import {
  architectureNamed,
  CONTAINER_ARCHITECTURES,
  formatPlatform,
  type Platform,
  parsePlatform,
} from './platforms.ts';

/** One label, or all the labels that a runner must have: what `runs-on` takes. */
export type Runner = string | readonly string[];

export interface RunnerMap {
  readonly default: Runner;
  /** Platform prefix (`linux`, `linux/arm`, `linux/arm/v7`) to runner. */
  readonly prefixes: ReadonlyMap<string, Runner>;
}

export interface ParsedRunners {
  /** The built-in map wherever `problems` is not empty. */
  readonly runners: RunnerMap;
  readonly problems: readonly string[];
}

/** Hosted runners: arm64 is the only other architecture that GitHub offers on Linux. */
export const BUILT_IN_RUNNERS: RunnerMap = {
  default: 'ubuntu-24.04',
  prefixes: new Map([
    ['linux/arm64', 'ubuntu-24.04-arm'],
    ['linux/arm', 'ubuntu-24.04-arm'],
  ]),
};

/**
 * Takes the input's text; gives the map, or every problem in it. With a default it is the whole map, without one its lines go
 * over the built-in map, and no text gives that.
 */
export function parseRunners(text: string): ParsedRunners {
  const written = text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
  const [first] = written;
  if (first === undefined) return { runners: BUILT_IN_RUNNERS, problems: [] };
  const alone = written.length === 1 && (first.startsWith('[') || !first.includes('='));
  const lines = alone ? [`${DEFAULT}=${first}`] : written;

  const problems: string[] = [];
  const map = new Map<string, Runner>();
  for (const line of lines) {
    const refuse: Refuse = (problem) => void problems.push(`"${printableInput(line, 80)}": ${problem}`);
    const rule = parseRunnerRule(line, refuse);
    if (rule !== undefined && map.has(rule.prefix)) refuse(`${rule.prefix} is named twice`);
    else if (rule !== undefined) map.set(rule.prefix, rule.runner);
  }
  if (problems.length > 0) return { runners: BUILT_IN_RUNNERS, problems };
  const fallback = map.get(DEFAULT);
  if (fallback === undefined) {
    const prefixes = new Map([...BUILT_IN_RUNNERS.prefixes, ...map]);
    return { runners: { ...BUILT_IN_RUNNERS, prefixes }, problems };
  }
  map.delete(DEFAULT);
  return { runners: { default: fallback, prefixes: map }, problems };
}

/** A map as lines of the input. */
export function formatRunners({ default: fallback, prefixes }: RunnerMap): readonly string[] {
  const lines: readonly (readonly [string, Runner])[] = [[DEFAULT, fallback], ...prefixes];
  return lines.map(
    ([prefix, runner]) => `${prefix}=${typeof runner === 'string' ? runner : JSON.stringify(runner)}`,
  );
}

/** The runner of the most specific prefix that names this platform. */
export function runnerFor(platform: Platform, runners: RunnerMap): Runner {
  const { prefixes } = runners;
  return (
    prefixes.get(formatPlatform(platform)) ??
    prefixes.get(`linux/${platform.arch}`) ??
    prefixes.get('linux') ??
    runners.default
  );
}

/** Words that labels use in a sense of their own; all others are read as platform names. */
const LABEL_WORDS: ReadonlyMap<string, string> = new Map([
  ['arm', 'arm64'],
  ['riscv', 'riscv64'],
]);

/**
 * Labels that name no architecture and mean x64, of GitHub (larger runners by their usual names, too), Blacksmith, BuildJet,
 * Depot and Ubicloud: their Arm labels end in `-arm`, and Namespace's name both. Any other may stand for anything.
 */
const HOSTED_AMD64 = [
  /^ubuntu-(?:latest|slim|\d\d\.\d\d)(?:-\d+-cores)?$/,
  /^(?:blacksmith|buildjet)-\d+vcpu-ubuntu-\d{4}$/,
  /^depot-ubuntu-(?:latest|\d\d\.\d\d)(?:-\d+)?(?:,.*)?$/,
  /^ubicloud(?:-[a-z]+-\d+)?(?:-ubuntu-\d{4})?$/,
];

/** Words of labels whose machines run another system. They run nothing of Linux by themselves, whatever their CPU. */
const OTHER_SYSTEM = /^(?:windows|macos|darwin|osx)/;

/**
 * The architecture of the Linux programs that a runner runs, in OCI terms, by its labels; undefined where they name none,
 * or two, or another system. The runner application labels a 32-bit machine `ARM`; anywhere else (`ubuntu-24.04-arm`) that
 * word means arm64.
 */
export function runnerArchitecture(runner: Runner): string | undefined {
  const labels = (typeof runner === 'string' ? [runner] : runner).map((label) => label.toLowerCase());
  if (labels.some(isOfOtherSystem)) return undefined;
  const named = new Set(labels.flatMap(architecturesIn));
  const isHosted = (label: string): boolean => HOSTED_AMD64.some((pattern) => pattern.test(label));
  if (named.size === 0 && labels.every(isHosted)) return 'amd64';
  return named.size === 1 ? named.values().next().value : undefined;
}

/** What is worth knowing of the runners: a label that names no architecture may be a slip, and one of another system is. */
export function noteRunners({ default: fallback, prefixes }: RunnerMap): readonly string[] {
  const notes = [fallback, ...prefixes.values()].flatMap((runner) => {
    if (runnerArchitecture(runner) !== undefined) return [];
    const labels = [runner].flat();
    const label = `the input runners: the label ${printable(labels.join(', '), 80)}`;
    if (labels.some(isOfOtherSystem))
      return [`${label} is of a machine that runs no programs of Linux: no step of ours works there`];
    return [`${label} names no architecture, so every platform counts as emulated there`];
  });
  return [...new Set(notes)];
}

function architecturesIn(label: string): readonly string[] {
  if (label === 'arm') return ['arm'];
  return wordsOf(label).flatMap((word) => {
    const arch = architectureNamed(LABEL_WORDS.get(word) ?? word);
    // QEMU's rarer targets (alpha, cris) are everyday words, and no runner has them.
    return arch === undefined || !CONTAINER_ARCHITECTURES.includes(arch) ? [] : [arch];
  });
}

function isOfOtherSystem(label: string): boolean {
  return wordsOf(label.toLowerCase()).some((word) => OTHER_SYSTEM.test(word));
}

function wordsOf(label: string): readonly string[] {
  return label.replace(/x86[-_]64/g, 'amd64').split(/[^a-z0-9]+/);
}

/**
 * Whether this platform needs QEMU on this runner. Where that cannot be known beforehand (labels that name no
 * architecture; 32-bit ARM on an arm64 machine, where AArch32 is optional) the answer is yes: the step that
 * sets the leg up finds out by its probe, and registers nothing that runs natively.
 */
export function needsEmulation(platform: Platform, runner: Runner): boolean {
  const own = runnerArchitecture(runner);
  return own !== platform.arch && !(own === 'amd64' && platform.arch === '386');
}

const DEFAULT = 'default';
const LABEL = /^[\w.,=/+@-]{1,256}$/;

/** Notes why a line is refused, and stands for the value that it did not give. */
type Refuse = (problem: string) => undefined;

interface RunnerRule {
  readonly prefix: string;
  readonly runner: Runner;
}

function parseRunnerRule(line: string, refuse: Refuse): RunnerRule | undefined {
  const split = line.indexOf('=');
  if (split < 0) return refuse('no "=" between a platform and its runner');
  const prefix = parsePrefix(line.slice(0, split).trim(), refuse);
  const runner = parseRunner(line.slice(split + 1).trim(), refuse);
  return prefix === undefined || runner === undefined ? undefined : { prefix, runner };
}

function parsePrefix(text: string, refuse: Refuse): string | undefined {
  if (text === DEFAULT || text === 'linux') return text;
  const platform = parsePlatform(text);
  if ('unknown' in platform) {
    const hint = platform.nearest === undefined ? '' : ` (the nearest is ${platform.nearest})`;
    return refuse(`"${printableInput(text, 80)}" names no platform${hint}`);
  }
  // `linux/arm` is the prefix of every variant, though the platform of that name is one of them.
  const bare = text.toLowerCase().replace(/^linux\//, '') === platform.arch;
  return bare ? `linux/${platform.arch}` : formatPlatform(platform);
}

function parseRunner(text: string, refuse: Refuse): Runner | undefined {
  if (text.startsWith('[')) return parseLabels(text, refuse);
  if (/,\s*(?:default|linux(?:\/[^,=]*)?)=/.test(text)) return refuse('write one platform a line');
  return isLabel(text) ? text : refuse(NOT_A_LABEL);
}

function parseLabels(text: string, refuse: Refuse): readonly string[] | undefined {
  try {
    const labels: unknown = JSON.parse(text);
    if (Array.isArray(labels) && labels.length > 0 && labels.every(isLabel)) return labels;
    return refuse(NOT_A_LABEL);
  } catch {
    return refuse('not a JSON array of labels');
  }
}

const NOT_A_LABEL = 'a label is up to 256 letters, digits and . _ - = + @ / , without spaces';

function isLabel(value: unknown): value is string {
  return typeof value === 'string' && LABEL.test(value);
}
