/** The terminal's arguments: `<mode> [platform ...] [--<input name> value] [--json] [-- command ...]`. */

import { parseArgs } from 'node:util';
import { TABLE_PATH } from '../binfmt/entry.ts';
import { isRunId } from '../text/parse.ts';
import { nearestWord, printable } from '../text/text.ts';
import { INPUT_DEFAULTS, inputProblem, listInputProblems, listMisplaced, type RawInputs } from './inputs.ts';
import { MODES, OPTIONS, type Option, type Purpose, SWITCH, TEXT, WORD } from './options.ts';

export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly raw: RawInputs; readonly json: boolean }
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

/** Inputs that are about later steps of a job. */
const OF_THE_ACTION = ['add-to-path', 'summary'];

/** What the variables begin with that give inputs by environment: SETUP_BINFMT_ON_CONFLICT. */
const VARIABLE = 'SETUP_BINFMT_';

type Environment = Readonly<Record<string, string | undefined>>;

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
    args: own.map((argument) => argument.replace(/^-(?=[^-].)/s, '--')),
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
    const option = OPTIONS.find(({ name }) => name === (OTHER_NAMES.get(positive) ?? positive));
    const negative = positive !== token.name;
    const [next] = tokens;
    const word = next?.kind === 'positional' && !negative ? next.value : undefined;
    const takesNext = token.value === undefined && word !== undefined && option?.kind.takes?.test(word);
    const value = token.value ?? (takesNext ? word : option?.kind.alone) ?? '';
    const problem = optionProblem(option, negative, token.value, value);
    if (takesNext) tokens.shift();
    if (problem !== undefined) problems.push(`${shownAs(own[token.index] ?? '')} ${problem}`);
    else if (option === undefined) problems.push(`there is no option "${shownAs(own[token.index] ?? '')}"`);
    else set(given, option.name, negative ? 'false' : value, problems);
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
  if (inline !== undefined && (negative || option.kind === WORD)) return 'takes no value';
  return value.trim() === '' ? 'needs a value' : undefined;
}

/** An option as it was written, without its value. */
function shownAs(argument: string): string {
  const [, dashes, name = ''] = /^(--?)([^=]*)/.exec(argument) ?? [];
  return `${dashes}${printable(name, 40)}`;
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
  const removes = given.uninstall !== undefined && given.install === undefined;
  const asked = words[0] ?? given.mode ?? (removes ? 'remove' : environment[variableOf('mode')]);
  return ['exec', ...MODES].find((mode) => mode === asked) ?? INPUT_DEFAULTS.mode;
}

/**
 * Reads the arguments after the program's name, and from the environment the inputs that they do not give.
 * @throws SetupProblem of kind `input` that lists every argument that is wrong, and every value.
 */
export function parseArguments(args: readonly string[], environment: Environment = {}): Arguments {
  const { problems, given, words, command } = scan(args);
  if (given.help !== undefined) return { kind: 'help' };
  if (given.version !== undefined) return { kind: 'version' };
  const [mode, ...platforms] = words;
  const exec = mode === 'exec';
  const [program, ...programArguments] = command ?? [];
  const json = given.json !== undefined;
  const mapRoot = given['map-root'] !== undefined;
  const { run, mount } = given;
  const complain = (wrong: boolean, problem: string): void => void (wrong && problems.push(problem));

  complain(exec && !program, 'exec needs a command: exec [platform ...] -- command');
  complain(exec && json, 'exec prints no report, and takes no --json');
  for (const name of ['mode', 'scope'])
    complain(exec && given[name] !== undefined, `exec takes no --${name}`);
  complain(!exec && mapRoot, 'only exec takes --map-root');
  complain(!exec && command !== undefined, 'only exec takes a command after "--"');
  if (mode !== undefined && !exec) set(given, 'mode', mode, problems);
  // A blank word is an unset variable of a script, and must not come to mean all platforms.
  if (platforms.some((word) => word.trim() === '')) problems.push('a platform is blank');
  else if (platforms.length > 0) set(given, 'platforms', platforms.join(' '), problems);
  addInstallation(given, problems);

  const onlyMount = mount !== undefined && given.mode === undefined && given.platforms === undefined && !exec;
  if (!onlyMount && run === undefined) addEnvironment(given, environment, exec, problems);
  const raw = Object.fromEntries(
    Object.entries(given).filter(([name]) => Object.hasOwn(INPUT_DEFAULTS, name)),
  );
  const more = onlyMount ? Object.keys(raw) : [];
  complain(
    mount !== undefined && mount !== TABLE_PATH,
    `--mount is "${printable(mount ?? '', 60)}", and ${TABLE_PATH} is where programs look`,
  );
  complain(more.length > 0, `--mount alone takes no --${more.join(', --')}`);
  complain(
    run !== undefined && (mode !== 'remove' || words.length > 1),
    '--run is for remove alone, without platforms',
  );
  complain(run !== undefined && run !== 'last' && !isRunId(run), '--run is no id of a run, and not "last"');
  const asked = raw.mode ?? 'setup';
  const purpose = exec ? 'exec' : purposeOf(asked);
  if (purpose === undefined) problems.push(modeProblem(asked));
  else if (!onlyMount) problems.push(...misplaced(raw, purpose));
  const named = run === undefined ? raw : { ...raw, platforms: 'all' };
  const readable = purpose === undefined ? { ...named, mode: undefined } : named;
  if (problems.length > 0) throw inputProblem([...problems, ...listInputProblems(readable)]);
  if (run !== undefined) return { kind: 'undo', run, json };
  if (onlyMount) return { kind: 'mount', json };
  if (program === undefined) return { kind: 'run', raw, json };
  return { kind: 'exec', raw, mapRoot, command: [program, ...programArguments] };
}

/** Adds what `--install` and `--uninstall` mean as mode and platforms. */
function addInstallation(given: Given, problems: string[]): void {
  const { install, uninstall } = given;
  if (install !== undefined && uninstall !== undefined && uninstall !== EVERY_QEMU) {
    const [away, come] = [uninstall, install].map((names) => printable(names, 60));
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

/**
 * Adds what variables give and the arguments do not, where the mode has a use for it: those of a container hold for each
 * command in it.
 */
function addEnvironment(given: Given, environment: Environment, exec: boolean, problems: string[]): void {
  const inputs = OPTIONS.filter(({ name }) => Object.hasOwn(INPUT_DEFAULTS, name));
  const take = (name: string): void => {
    const value = environment[variableOf(name)];
    if (value && given[name] === undefined) given[name] = value;
  };
  if (!exec) take('mode');
  const purpose = exec ? 'exec' : purposeOf(given.mode ?? 'setup');
  for (const { name, modes } of inputs) {
    const itsOwn = exec && (name === 'mode' || name === 'scope');
    if (purpose !== undefined && modes.includes(purpose) && !itsOwn) take(name);
  }
  const known = inputs.map(({ name }) => variableOf(name).slice(VARIABLE.length));
  for (const variable of Object.keys(environment).filter((each) => each.startsWith(VARIABLE))) {
    const word = variable.slice(VARIABLE.length);
    const near = nearestWord(word, known);
    if (near !== undefined && near !== word)
      problems.push(`there is no variable ${printable(variable, 60)}; the nearest is ${VARIABLE}${near}`);
  }
}

/** The variable that gives an input. */
function variableOf(name: string): string {
  return VARIABLE + name.replaceAll('-', '_').toUpperCase();
}

function purposeOf(mode: string): Purpose | undefined {
  return MODES.find((each) => each === mode.toLowerCase());
}

/** What is wrong with a mode that there is not. */
function modeProblem(mode: string): string {
  if (mode === 'exec') return 'exec is no value of --mode but a word: exec [platform ...] -- command';
  return `mode is "${printable(mode, 40)}", and must be one of ${[...MODES, 'exec'].join(', ')}`;
}

/** Options that mean nothing in the mode, or nothing on a terminal. */
function misplaced(raw: RawInputs, purpose: Purpose): readonly string[] {
  const post = 'the action alone, which has a post step: remove --run last takes changes back here';
  const cleansUp = raw.cleanup !== undefined && raw.cleanup !== INPUT_DEFAULTS.cleanup;
  return [
    ...(cleansUp ? [`--cleanup is for ${post}`] : []),
    ...OF_THE_ACTION.filter((name) => raw[name] !== undefined).map(
      (name) => `--${name} is for the action alone`,
    ),
    ...listMisplaced({ ...raw, cleanup: undefined, 'add-to-path': undefined }, purpose).map(
      ({ name, modes }) => `--${name} is for ${modes.join(', ')}, and means nothing to ${purpose}`,
    ),
  ];
}

/** What `--help` prints. */
export function renderHelp(): string {
  return `Makes this Linux host run programs of other architectures, and proves that it does.

  setup-binfmt <${MODES.join('|')}> [platform ...] [--<option> value] [--json]
  setup-binfmt exec [platform ...] [--<option> value] -- command [argument ...]

Modes
  setup    make the platforms run here and prove it (the default)
  plan     say what setup would do; needs no privilege and changes nothing
  doctor   say what is wrong here and how to mend it; needs no privilege and changes nothing
  remove   take entries away: those of the platforms, those named, or with all every qemu-*
  exec     run one command with a table of its own; needs no privilege (Linux 6.7 or newer)

Platforms
  names such as arm64, linux/arm/v7, riscv64, aarch64, armhf; or all (the default);
  none for --rules alone

Options
${OPTIONS.flatMap(helpLine).join('\n')}

Environment
  what no argument gives: ${VARIABLE}PLATFORMS, ${VARIABLE}ON_CONFLICT, and so on

Exit codes
  0 done and proven   1 a platform is not proven, or the doctor found an error
  2 wrong input       3 this host cannot do it
  of exec, once the command runs: those of the command`;
}

/** Switches are shown as they are written to change something; the pinned image is too long to be shown. */
function helpLine({ name, kind, fallback = '', help }: Option): readonly string[] {
  if (help === undefined) return [];
  const at = kind === TEXT ? help.indexOf(': ') : 0;
  const usage = `--${fallback === 'true' ? 'no-' : ''}${name} ${help.slice(0, at)}`;
  const text = at === 0 ? help : help.slice(at + 2);
  const shown = kind === TEXT && fallback !== '' && name !== 'image' ? ` (${fallback})` : '';
  return [`  ${usage.padEnd(22)} ${text}${shown}`];
}
