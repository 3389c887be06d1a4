/** The terminal's arguments: `<mode> [platform ...] [--<input name> value] [--json] [-- command ...]`. */

import { parseArgs } from 'node:util';
import { TABLE_PATH } from '../binfmt/entry.ts';
import { parsePlatform } from '../platform/platforms.ts';
import { isRunId } from '../text/parse.ts';
import { printableInput } from '../text/text.ts';
import { addEnvironment, type Environment, variableOf } from './environment.ts';
import {
  INPUT_DEFAULTS,
  inputProblem,
  isSet,
  listInputProblems,
  listMisplaced,
  type RawInputs,
} from './inputs.ts';
import { FIRST_WORDS, hintAt, hintOf, meantOption, nearestMode } from './meant.ts';
import {
  MODES,
  NO,
  OPTIONS,
  type Option,
  PURPOSES,
  type Purpose,
  SCOPES,
  SWITCH,
  WORD,
  YES,
} from './options.ts';

export type Arguments =
  /** `about` is the mode that help is wanted for. */
  | { readonly kind: 'help'; readonly about?: Purpose }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly raw: RawInputs; readonly json: boolean }
  /** What runs here, and by whom. */
  | { readonly kind: 'list'; readonly raw: RawInputs; readonly json: boolean }
  /** The names of platforms that are known. */
  | { readonly kind: 'platforms'; readonly json: boolean }
  /** Make sure that the table is mounted, and no more. */
  | { readonly kind: 'mount'; readonly json: boolean }
  /** Run a command with a table of its own. */
  | {
      readonly kind: 'exec';
      readonly raw: RawInputs;
      /** The command is root in there. */
      readonly mapRoot: boolean;
      readonly command: readonly [string, ...string[]];
    }
  /** Take back what an earlier run did; `last` is the latest one. */
  | { readonly kind: 'undo'; readonly run: string; readonly json: boolean };

/** Other names of options, as other tools of the field have them. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['arch', 'platforms'],
  ['persistent', 'persist'],
]);
/** What tonistiigi/binfmt is given to take everything away. */
const EVERY_QEMU = 'qemu-*';

/** Inputs that are about a job of GitHub's alone, and what of it. */
const OF_THE_ACTION: Readonly<Record<string, string>> = {
  'add-to-path': 'which has later steps',
  summary: 'which has a job summary',
  cache: 'which has the Actions cache: QEMU is kept in the tool cache here',
  'cache-image': 'which has the Actions cache: QEMU is kept in the tool cache here',
};

/** Whose table can be asked for by name: a private one is exec's. */
const SCOPES_HERE = SCOPES.filter((scope) => scope !== 'private');

/** Values by the names of their options. */
type Given = Record<string, string | undefined>;

/**
 * Tells options with their values, words, and the command after `--` apart. parseArgs reads the dashes, and the table
 * knows which options take the next word.
 */
function scan(args: readonly string[]) {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const { tokens } = parseArgs({
    // Programs in Go take options with one dash as well.
    args: own.map((argument) => argument.replace(/^-\?$/, '-h').replace(/^-(?=[^-].)/s, '--')),
    options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'V' } },
    strict: false,
    tokens: true,
  });
  const problems: string[] = [];
  const given: Given = {};
  const words: string[] = [];
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const positive = token.name.replace(/^no-/, '');
    const name = OTHER_NAMES.get(positive) ?? positive;
    const option = OPTIONS.find((each) => each.name === name);
    const meant = option === undefined ? meantOption(name) : undefined;
    const negative = positive !== token.name;
    const [next] = tokens;
    const word = next?.kind === 'positional' && !negative ? next.value : undefined;
    // What follows a misspelt option is no platform either.
    const takes = word !== undefined && (meant?.takesNext ?? option?.kind.takes?.test(word));
    const takesNext = token.value === undefined && takes;
    const value = token.value ?? (takesNext ? word : option?.kind.alone) ?? '';
    const problem = optionProblem(option, negative, token.value, value);
    if (takesNext) tokens.shift();
    const shown = shownAs(own[token.index] ?? '');
    if (problem !== undefined) problems.push(`${shown} ${problem}`);
    else if (option === undefined) problems.push(`there is no option "${shown}"${meant?.hint}`);
    else if (option.kind !== WORD || YES.test(value))
      set(given, option.name, negative ? 'false' : value, problems);
  }
  return { problems, given, words, command: end < 0 ? undefined : args.slice(end + 1) };
}

/** What is wrong with the way in which an option of the table is written, if anything; completes its name. */
function optionProblem(
  option: Option | undefined,
  negative: boolean,
  inline: string | undefined,
  value: string,
): string | undefined {
  if (option === undefined) return undefined;
  if (negative && option.kind !== SWITCH) return 'takes no "no-"';
  if (inline !== undefined && negative) return 'takes no value';
  if (inline && option.kind === WORD && !YES.test(inline) && !NO.test(inline))
    return 'is either given or not';
  return value.trim() === '' ? 'needs a value' : undefined;
}

/** An option as it was written, without its value. */
function shownAs(argument: string): string {
  const [, dashes, name = ''] = /^(--?)([^=]*)/.exec(argument) ?? [];
  return `${dashes}${printableInput(name, 40)}`;
}

function set(given: Given, name: string, value: string, problems: string[]): void {
  const before = given[name];
  // Several logs may come one by one.
  if (name === 'log' && before !== undefined) given.log = `${before}\n${value}`;
  else if (before !== undefined && before !== value) problems.push(`${name} is given twice`);
  else given[name] = value;
}

/**
 * The mode to be named in the JSON document, when one is asked for; to be told even of arguments that are wrong. What
 * names no mode counts as the default.
 */
export function documentMode(args: readonly string[], environment: Environment = {}): string | undefined {
  const { words, given } = scan(args);
  if (given.json === undefined) return undefined;
  if (given.run !== undefined) return 'undo';
  const removes = given.uninstall !== undefined && given.install === undefined;
  const named = words[0] ?? given.mode ?? (removes ? 'remove' : environment[variableOf('mode')]);
  return purposeOf(named ?? '') ?? INPUT_DEFAULTS.mode;
}

/**
 * Reads the arguments after the program's name, and from the environment the inputs that they do not give.
 * @throws SetupProblem of kind `input` that lists every argument that is wrong, and every value.
 */
export function parseArguments(args: readonly string[], environment: Environment = {}): Arguments {
  const scanned = scan(args);
  const { given, words } = scanned;
  const [first = '', ...others] = words;
  const asksForHelp = first.toLowerCase() === 'help';
  if (asksForHelp || given.help !== undefined) return helpOn(asksForHelp ? others[0] : first, asksForHelp);
  if (given.version !== undefined || first.toLowerCase() === 'version') return { kind: 'version' };
  const purpose = purposeOf(first);
  switch (purpose) {
    case 'exec':
      return readExec(scanned, environment);
    case 'list':
    case 'platforms':
    case 'undo':
      return readAlone(scanned, purpose, environment);
    default:
      return readRun(scanned, environment);
  }
}

type Scanned = ReturnType<typeof scan>;

/** Help on what is named; a word that names no mode is no reason to refuse it but after `help` itself. */
function helpOn(word: string | undefined, strict: boolean): Arguments {
  if (strict && word !== undefined && !FIRST_WORDS.includes(word.toLowerCase()))
    throw inputProblem([modeProblem(word)]);
  const about = word === undefined ? undefined : purposeOf(word);
  return { kind: 'help', ...(about && { about }) };
}

/** The options that are inputs of the action. */
function inputsIn(given: Given): RawInputs {
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(INPUT_DEFAULTS, name)));
}

/** Adds the platforms after the mode. */
function addPlatforms(given: Given, platforms: readonly string[], problems: string[]): void {
  // A blank word is an unset variable of a script, and must not come to mean all platforms.
  if (platforms.some((word) => word.trim() === '')) problems.push('a platform is blank');
  else if (platforms.length > 0) set(given, 'platforms', platforms.join(' '), problems);
}

/** `exec [platform ...] -- command [argument ...]`. */
function readExec({ problems, given, words, command }: Scanned, environment: Environment): Arguments {
  const [program, ...programArguments] = command ?? [];
  // Without the two dashes, words and options of the command count as ours: they are not what is wrong.
  if (command === undefined) throw inputProblem([NO_COMMAND]);
  if (!program) problems.push(NO_COMMAND);
  if (given.json !== undefined) problems.push('exec prints no report, and takes no --json');
  for (const name of ['mode', 'scope'])
    if (given[name] !== undefined) problems.push(`exec takes no --${name}`);
  addPlatforms(given, words.slice(1), problems);
  addEnvironment(given, environment, 'exec', problems);
  const { mode: _, scope: __, ...raw } = inputsIn(given);
  problems.push(...misplaced({ ...given, json: undefined }, 'exec'), ...listInputProblems(raw));
  if (problems.length > 0 || program === undefined) throw inputProblem(problems);
  const mapRoot = given['map-root'] !== undefined;
  return { kind: 'exec', raw, mapRoot, command: [program, ...programArguments] };
}

const NO_COMMAND = 'exec needs a command after two dashes: exec [platform ...] -- command';
const NO_RUN = 'is no whole id of a run, and not "last" (list names the runs that can be taken back)';

/** `list`, `platforms`, and `undo [last|RUN]`. */
function readAlone(
  { problems, given, words, command }: Scanned,
  purpose: 'list' | 'platforms' | 'undo',
  environment: Environment,
): Arguments {
  const [run = 'last', ...more] = words.slice(1);
  const json = given.json !== undefined;
  addEnvironment(given, environment, purpose, problems);
  const raw = inputsIn(given);
  if (purpose === 'undo' && run !== 'last' && !isRunId(run))
    problems.push(`"${printableInput(run, 40)}" ${NO_RUN}`);
  if ((purpose === 'undo' ? more : words.slice(1)).length > 0) problems.push(NO_NAMES[purpose]);
  if (command !== undefined) problems.push(NOT_EXEC);
  if (purpose === 'list' && raw.scope === 'private')
    problems.push('a private table begins empty: list it from inside (exec -- setup-binfmt list)');
  problems.push(...misplaced(given, purpose), ...listProblems(raw));
  if (problems.length > 0) throw inputProblem(problems);
  if (purpose === 'list') return { kind: 'list', raw, json };
  return purpose === 'platforms' ? { kind: 'platforms', json } : { kind: 'undo', run, json };
}

/** Said of words behind what takes none. */
const NO_NAMES = {
  list: 'list takes no names: it says what runs here of all platforms',
  platforms: 'platforms takes no names: it lists all that are known',
  undo: 'undo takes back one run',
};

const NOT_EXEC = 'only exec takes a command after "--"';

/** A mode of the action, `--mount`, and `remove --run`. */
function readRun({ problems, given, words, command }: Scanned, environment: Environment): Arguments {
  const [mode, ...platforms] = words;
  const json = given.json !== undefined;
  const { run, mount } = given;
  const complain = (wrong: boolean, problem: string): void => void (wrong && problems.push(problem));
  const meant = mode === undefined ? undefined : nearestMode(mode);
  complain(command !== undefined && meant !== 'exec', NOT_EXEC);
  if (mode !== undefined) set(given, 'mode', mode, problems);
  addPlatforms(given, platforms, problems);
  addInstallation(given, problems);

  const onlyMount = mount !== undefined && given.mode === undefined && given.platforms === undefined;
  if (!onlyMount && run === undefined) addEnvironment(given, environment, undefined, problems);
  const raw = inputsIn(given);
  const more = onlyMount ? Object.keys(raw) : [];
  complain(
    mount !== undefined && mount !== TABLE_PATH,
    `--mount is "${printableInput(mount ?? '', 60)}", and ${TABLE_PATH} is where programs look`,
  );
  complain(more.length > 0, `--mount alone takes no --${more.join(', --')}`);
  complain(run !== undefined && words.length > 1, '--run is for remove alone, without platforms');
  complain(run !== undefined && run !== 'last' && !isRunId(run), `--run ${NO_RUN}`);
  const asked = raw.mode ?? 'setup';
  const purpose = MODES.find((each) => each === asked.toLowerCase());
  if (purpose === undefined) problems.push(modeProblem(asked, raw.platforms));
  else if (!onlyMount) problems.push(...misplaced(given, purpose));
  // Of what is wrong already, the names are not what is missing.
  const named = run === undefined && problems.length === 0 ? raw : { platforms: 'all', ...raw };
  // The platforms of a misspelt mode are judged as those of the mode that is meant.
  const readable = purpose === undefined ? { ...named, mode: MODES.find((each) => each === meant) } : named;
  const wrong = listProblems(readable);
  if (problems.length > 0 || raw.scope !== undefined) problems.push(...wrong);
  if (problems.length > 0) throw inputProblem(problems);
  if (run !== undefined) return { kind: 'undo', run, json };
  return onlyMount ? { kind: 'mount', json } : { kind: 'run', raw, json };
}

/** What is wrong with values, with what a terminal offers in their place. */
function listProblems(raw: RawInputs): readonly string[] {
  const { scope, ...others } = raw;
  const isKnown = scope === undefined || SCOPES.some((each) => each === scope.trim().toLowerCase());
  if (isKnown) return listInputProblems(raw);
  const [shown, known] = [printableInput(scope, 40), SCOPES_HERE.join(', ')];
  const problem = `scope is "${shown}", and must be one of ${known}${hintAt(scope, SCOPES_HERE)}`;
  return [problem, ...listInputProblems(others)];
}

/** Adds what `--install` and `--uninstall` mean as mode and platforms. */
function addInstallation(given: Given, problems: string[]): void {
  const { install, uninstall } = given;
  if (install !== undefined && uninstall !== undefined && uninstall !== EVERY_QEMU) {
    const [away, come] = [uninstall, install].map((names) => printableInput(names, 60));
    problems.push(
      `--uninstall and --install are two commands here: first "remove ${away}", then "setup ${come}"`,
    );
    return;
  }
  const names = install ?? uninstall;
  if (names === undefined) return;
  set(given, 'mode', install === undefined ? 'remove' : 'setup', problems);
  set(given, 'platforms', names, problems);
  if (install !== undefined && uninstall !== undefined) set(given, 'reset', 'true', problems);
}

/** What a mode is for, by its name in any case; `undefined` for what names none. */
function purposeOf(word: string): Purpose | undefined {
  return PURPOSES.find((each) => each === word.toLowerCase());
}

/** What is wrong with a mode that there is not. */
function modeProblem(mode: string, platforms = ''): string {
  const purpose = purposeOf(mode);
  if (purpose !== undefined)
    return `${purpose} is no value of --mode but a word: setup-binfmt ${purpose}${purpose === 'exec' ? ' [platform ...] -- command' : ''}`;
  const shown = printableInput(mode, 40);
  if (!('unknown' in parsePlatform(mode)))
    return `"${shown}" is a platform, and the mode comes before it: setup ${printableInput(`${mode} ${platforms}`, 60)}`;
  return `mode is "${shown}", and must be one of ${FIRST_WORDS.join(', ')}${hintOf(nearestMode(mode))}`;
}

/** Options of which something better can be said. */
const TOLD_APART = {
  ...Object.fromEntries(Object.keys(OF_THE_ACTION).map((name) => [name, undefined])),
  cleanup: undefined,
  install: undefined,
  uninstall: undefined,
};

/** Options that mean nothing in the mode, or nothing on a terminal. */
function misplaced(given: Given, purpose: Purpose): readonly string[] {
  const post = 'the action alone, which has a post step: undo takes changes back here';
  const cleansUp = isSet('cleanup', given.cleanup);
  return [
    ...(cleansUp ? [`--cleanup is for ${post}`] : []),
    ...Object.entries(OF_THE_ACTION).flatMap(([name, which]) =>
      given[name] === undefined ? [] : `--${name} is for the action alone, ${which}`,
    ),
    ...listMisplaced({ ...given, ...TOLD_APART }, purpose).map(
      ({ name, modes }) => `--${name} is for ${modes.join(', ')}, and means nothing to ${purpose}`,
    ),
  ];
}
