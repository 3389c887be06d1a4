/** The inputs of the action and the options of the terminal: raw strings in, values or every problem at once out. */

import { entryNameProblem } from '../binfmt/entry.ts';
import { parseRules, type Rule } from '../binfmt/rule.ts';
import {
  type ImageReference,
  type Mirror,
  type NotAReference,
  parseImageReference,
  parseMirror,
} from '../oci/reference.ts';
import {
  CONTAINER_ARCHITECTURES,
  formatPlatform,
  type Platform,
  parsePlatform,
  platformNamed,
} from '../platform/platforms.ts';
import { parseRunners, type RunnerMap } from '../platform/runners.ts';
import { DEFAULT_IMAGE } from '../qemu/default-image.ts';
import { SOURCE_NAMES, type SourceName } from '../qemu/handler.ts';
import { splitList } from '../text/parse.ts';
import { SetupProblem } from '../text/problem.ts';
import { printableInput } from '../text/text.ts';
import { hintAt, hintOf } from './meant.ts';
import {
  CONFLICT_POLICIES,
  type ConflictPolicy,
  MODES,
  type Mode,
  NO,
  OPTIONS,
  OWN_COMMANDS,
  type Purpose,
  SCOPES,
  type ScopeName,
  YES,
} from './options.ts';

export interface Inputs {
  readonly mode: Mode;
  /** In the order asked for, each once; `all` stands for the container architectures, `none` for nothing. */
  readonly platforms: readonly Platform[];
  /** `all` was asked for: what the host runs itself is left out of what is set up. */
  readonly all: boolean;
  /** The runner of each leg of the matrix. */
  readonly runners: RunnerMap;
  /** Its index gives the platforms, cut with `platforms` where those are named. */
  readonly matrixFrom?: ImageReference;
  readonly qemuFrom: readonly SourceName[];
  /** The image that holds QEMU. */
  readonly image: ImageReference;
  /** The image was named, and is not the default. */
  readonly imageNamed: boolean;
  /** Registries that are asked before an image's own, in this order. */
  readonly mirrors: readonly Mirror[];
  /** Use what the machine's files say of mirrors, plain registries, proxies and certificates. */
  readonly registryConfig: boolean;
  /** Believe a tag of a registry that does not prove who it is. */
  readonly insecureTags: boolean;
  /** Keep QEMU in the Actions cache, where there is one. */
  readonly cache: boolean;
  /** Whose table: the host's, one of our own, or that of a rootless engine. */
  readonly scope: ScopeName;
  readonly onConflict: ConflictPolicy;
  readonly credentials: boolean;
  readonly autoload: boolean;
  /** In mode `remove`: names of entries, besides what `platforms` names; `*` stands for anything. */
  readonly names: readonly string[];
  /** Take every `qemu-*` entry away first. */
  readonly reset: boolean;
  /** Further rules of the user's own. */
  readonly rules: readonly Rule[];
  /** Survive a reboot and a restart of systemd-binfmt. */
  readonly persist: boolean;
  /** Undo in the post step what this step did. */
  readonly cleanup: boolean;
  readonly strict: boolean;
  /** Put QEMU on PATH of later steps. */
  readonly addToPath: boolean;
  readonly summary: boolean;
  /** For the doctor, where the logs of what failed are: files and patterns, `-`, `engine`, `jobs`, `none`. */
  readonly log: readonly string[];
  /** For GitHub's API. */
  readonly token: string;
  /** For the doctor: ask the registries, too. */
  readonly network: boolean;
}

/** The defaults of all inputs by their names. */
export const INPUT_DEFAULTS: Readonly<Record<string, string>> = Object.fromEntries(
  OPTIONS.flatMap(({ name, fallback }) => (fallback === undefined ? [] : [[name, fallback]])),
);

const MAX_INPUT_LENGTH = 4096;

/** Rules are long lines, and there can be many. */
const MAX_RULES_LENGTH = 65_536;

/** Raw input strings by name; absent and empty mean the default. */
export type RawInputs = Readonly<Record<string, string | undefined>>;

/**
 * Reads all inputs, of the terminal or of a step of the action.
 * @throws SetupProblem of kind `input` that lists every problem there is.
 */
export function parseInputs(raw: RawInputs, isStep = false): Inputs {
  const problems: string[] = [];
  const inputs = readInputs(raw, problems);
  // A runner may leave it open for ever.
  if (isStep && inputs.log.includes('-'))
    problems.push('log: "-" is the standard input of a terminal, and a step is given none: name a file');
  if (problems.length > 0) throw inputProblem(problems);
  return inputs;
}

/** All that is wrong with the inputs, in words. */
export function listInputProblems(raw: RawInputs): readonly string[] {
  const problems: string[] = [];
  readInputs(raw, problems);
  return problems;
}

function readInputs(raw: RawInputs, problems: string[]): Inputs {
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(INPUT_DEFAULTS, name))
      problems.push(`there is no input "${printableInput(name, 40)}"`);
  }
  const text = (name: string): string => readText(raw, name, problems);
  const isTrue = (name: string, given = text(name)): boolean => readBoolean(name, given, problems);
  const mode = readMode(text('mode'), problems);
  const scope = readChoice('scope', text('scope'), SCOPES, problems);
  const [persist, cleanup] = [isTrue('persist'), isTrue('cleanup')];
  const image = (name: string, given: string): ImageReference | undefined =>
    accept(name, given, parseImageReference(given), problems);
  const matrixFrom = text('matrix-from');
  if (persist && scope !== 'host')
    problems.push(`persist keeps entries of the host: leave it out with scope ${scope}`);
  if (persist && cleanup && (mode === 'setup' || mode === 'plan'))
    problems.push('persist keeps what cleanup takes away again: leave one of the two out');
  return {
    mode,
    ...parsePlatforms(text('platforms'), mode, raw.platforms, problems),
    qemuFrom: readSources(raw, text, problems),
    image: image('image', raw.image ? text('image') : DEFAULT_IMAGE) ?? { registry: '', repository: '' },
    imageNamed: Boolean(raw.image),
    mirrors: splitList(text('registry-mirrors')).flatMap(
      (word) => accept('registry-mirrors', word, parseMirror(word), problems, withoutPassword) ?? [],
    ),
    registryConfig: isTrue('registry-config'),
    insecureTags: isTrue('insecure-tags'),
    cache: isTrue('cache', text('cache-image') || text('cache')),
    matrixFrom: matrixFrom === '' ? undefined : image('matrix-from', matrixFrom),
    scope,
    onConflict: readChoice('on-conflict', text('on-conflict'), CONFLICT_POLICIES, problems),
    credentials: isTrue('credentials'),
    autoload: isTrue('autoload'),
    reset: isTrue('reset'),
    rules: parseRules(text('rules'), problems),
    persist,
    cleanup,
    strict: isTrue('strict'),
    addToPath: isTrue('add-to-path'),
    summary: isTrue('summary'),
    log: readLogSources(text('log'), problems),
    token: text('github-token'),
    network: isTrue('network'),
    runners: readRunners(text('runners'), problems),
  };
}

function readMode(text: string, problems: string[]): Mode {
  const own = OWN_COMMANDS.find((command) => command === text.toLowerCase());
  if (own === undefined) return readChoice('mode', text, MODES, problems);
  problems.push(`mode is "${own}", a command of the terminal, and must be one of ${MODES.join(', ')}`);
  return MODES[0];
}

/** An image that is named is the one that is used: another source is asked where it is named, too. */
function readSources(
  { image, 'qemu-from': from }: RawInputs,
  text: (name: string) => string,
  problems: string[],
): readonly SourceName[] {
  if (from) return readList('qemu-from', text('qemu-from'), SOURCE_NAMES, problems);
  return image ? ['image'] : SOURCE_NAMES;
}

/** One error for all that is wrong with what was given. */
export function inputProblem(problems: readonly string[]): SetupProblem {
  const count = problems.length === 1 ? '' : `${problems.length} problems: `;
  return new SetupProblem({
    id: 'SB-INPUT',
    kind: 'input',
    what: 'use the inputs',
    cause: `${count}${problems.join('; ')}`,
    remedy: 'Correct them; nothing was changed.',
  });
}

function readText(raw: RawInputs, name: string, problems: string[]): string {
  const fallback = INPUT_DEFAULTS[name] as string;
  // An input that was not given is empty. Blank text was written, and is judged as what it is.
  const given = raw[name] || fallback;
  const limit = name === 'rules' ? MAX_RULES_LENGTH : MAX_INPUT_LENGTH;
  if (given.length > limit) {
    problems.push(`${name} is ${given.length} characters long, and ${limit} is the most`);
    return fallback;
  }
  if (/[^\P{Cc}\n\r\t]/u.test(given)) {
    problems.push(`${name} holds control characters`);
    return fallback;
  }
  return given.trim();
}

function parsePlatforms(
  text: string,
  mode: Mode,
  given: string | undefined,
  problems: string[],
): Pick<Inputs, 'platforms' | 'all' | 'names'> {
  const words = given ? splitList(text) : mode === 'remove' ? [] : ['all'];
  if (words.length === 0 && mode === 'remove')
    problems.push('remove takes the names of platforms or of entries, or the word all, and none is given');
  else if (words.length === 0) problems.push('platforms holds no name');
  const all = words.some((word) => word.toLowerCase() === 'all');
  if (words.some((word) => word.toLowerCase() === 'none')) {
    if (words.length > 1) problems.push('platforms: "none" stands alone');
    return { platforms: [], all: false, names: [] };
  }
  const names = mode === 'remove' ? words.filter(isEntryName) : [];
  const found = new Map<string, Platform>();
  const unknown: string[] = [];
  for (const word of words.filter((each) => !names.includes(each))) {
    for (const platform of expandPlatform(word, unknown)) found.set(formatPlatform(platform), platform);
  }
  const last = unknown.pop();
  const log = mode === 'doctor' ? words.find(isLikeNoPlatform) : undefined;
  const hint = log === undefined ? '' : `, and to have a log read, set log: ${printableInput(log, 60)}`;
  if (last !== undefined) problems.push(...unknown, `${last}; docs/platforms.md lists all names${hint}`);
  return { platforms: [...found.values()], all, names };
}

/** True for what names no platform and can name an entry, or several by a `*`. */
function isEntryName(word: string): boolean {
  if (word.toLowerCase() === 'all' || !('unknown' in parsePlatform(word))) return false;
  return entryNameProblem(word.replaceAll('*', '')) === undefined;
}

/** True for what is no slip of a platform's name: the doctor is given names of logs so. */
function isLikeNoPlatform(word: string): boolean {
  if (word.toLowerCase() === 'all' || otherSystem(word) !== undefined) return false;
  const parsed = parsePlatform(word);
  return 'unknown' in parsed && parsed.nearest === undefined;
}

function expandPlatform(word: string, problems: string[]): readonly Platform[] {
  if (word.toLowerCase() === 'all')
    return CONTAINER_ARCHITECTURES.flatMap((arch) => expandPlatform(arch, problems));
  const parsed = parsePlatform(word);
  if (!('unknown' in parsed)) return [parsed];
  const named = `platforms: "${printableInput(word, 60)}"`;
  const system = otherSystem(word);
  const hint = /^SB-?\w{1,12}$/i.test(word)
    ? ` (docs/doctor.md#${word.toLowerCase()} tells of it)`
    : hintOf(parsed.nearest ?? platformOf(word));
  const reason =
    system === undefined
      ? `is not known${hint}`
      : system === WEBASSEMBLY
        ? `is for ${system}, which QEMU does not run; a runtime for it can be registered by rules`
        : `is for ${system}: QEMU's user mode runs Linux programs alone, and no setting of this one changes that`;
  problems.push(`${named} ${reason}`);
  return [];
}

const WEBASSEMBLY = 'WebAssembly';

/** Systems that platforms are named for, and that QEMU's user mode does not run. */
const OTHER_SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['windows', 'Windows'],
  ['darwin', 'macOS'],
  ['macos', 'macOS'],
  ['freebsd', 'FreeBSD'],
  ['openbsd', 'OpenBSD'],
  ['netbsd', 'NetBSD'],
  ['wasi', WEBASSEMBLY],
  ['wasip1', WEBASSEMBLY],
  ['wasm', WEBASSEMBLY],
  ['wasm32', WEBASSEMBLY],
]);

/** The system that a word names before its first `/`, where that is another one. */
function otherSystem(word: string): string | undefined {
  return OTHER_SYSTEMS.get(word.toLowerCase().split('/', 1).join(''));
}

/** The platform of a QEMU program or entry: `qemu-aarch64-static`. */
function platformOf(word: string): string | undefined {
  return platformNamed(/^qemu-([\w]+?)(?:-static)?$/i.exec(word)?.[1] ?? '');
}

/** What was read of a word, or nothing and a problem. */
function accept<T extends object>(
  name: string,
  word: string,
  parsed: T | NotAReference,
  problems: string[],
  shown = (text: string) => text,
): T | undefined {
  if (!('problem' in parsed)) return parsed;
  problems.push(`${name}: "${printableInput(shown(word), 100)}" ${parsed.problem}`);
  return undefined;
}

/** Nothing but a port comes behind a colon of a host: what a space or a comma has cut off a login is none. */
function withoutPassword(word: string): string {
  return word.replace(/:(?!\/\/|\d{1,5}(?:\/|$))[^@]*$/, ':…');
}

/** Names of files may hold spaces. */
function readLogSources(text: string, problems: string[]): readonly string[] {
  const words = text.split(/[\n,]/).map((word) => word.trim());
  const sources = [...new Set(words.filter((word) => word !== ''))];
  if (sources.length > 1 && sources.includes('none')) problems.push('log: "none" stands alone');
  return sources;
}

function readRunners(text: string, problems: string[]): RunnerMap {
  const { runners, problems: found } = parseRunners(text);
  problems.push(...found.map((problem) => `runners: ${problem}`));
  return runners;
}

function readBoolean(name: string, text: string, problems: string[]): boolean {
  if (!YES.test(text) && !NO.test(text)) {
    const hint = hintAt(text, ['true', 'false']);
    problems.push(`${name} is "${printableInput(text, 40)}", and must be true or false${hint}`);
  }
  return YES.test(text);
}

function readChoice<T extends string>(
  name: string,
  text: string,
  choices: readonly [T, ...T[]],
  problems: string[],
): T {
  const found = choices.find((choice) => choice === text.toLowerCase());
  if (found === undefined) {
    const hint = hintAt(text, choices);
    problems.push(
      `${name} is "${printableInput(text, 40)}", and must be one of ${choices.join(', ')}${hint}`,
    );
  }
  return found ?? choices[0];
}

function readList<T extends string>(
  name: string,
  text: string,
  choices: readonly [T, ...T[]],
  problems: string[],
): readonly T[] {
  const words = splitList(text);
  if (words.length === 0) problems.push(`${name} holds no name`);
  return [...new Set(words.map((word) => readChoice(name, word, choices, problems)))];
}

/** An option that was given, and means nothing in the mode. */
export interface Misplaced {
  readonly name: string;
  /** Where it would mean something. */
  readonly modes: readonly Purpose[];
}

/** All that was given and means nothing here; what was given as it is anyway asks for nothing. */
export function listMisplaced(raw: RawInputs, purpose: Purpose): readonly Misplaced[] {
  return OPTIONS.flatMap(({ name, modes }) =>
    modes.includes(purpose) || !isSet(name, raw[name]) ? [] : [{ name, modes }],
  );
}

/** True for an option that is given, and not as it is anyway. */
export function isSet(name: string, value: string | undefined): boolean {
  const text = value?.trim().toLowerCase() ?? '';
  const fallback = INPUT_DEFAULTS[name === 'cache-image' ? 'cache' : name] ?? '';
  if (text === '' || text === fallback) return false;
  return ![YES, NO].some((words) => words.test(text) && words.test(fallback));
}
