/** The terminal's arguments: `<mode> [platform ...] [--<input name> value] [--json] [-- command ...]`. */

import { TABLE_PATH } from '../binfmt/entry.ts';
import { SOURCE_NAMES } from '../qemu/handler.ts';
import { isRunId } from '../text/parse.ts';
import { printable } from '../text/text.ts';
import {
  CONFLICT_POLICIES,
  INPUT_DEFAULTS,
  inputProblem,
  listInputProblems,
  listMisplaced,
  MODES,
  type Purpose,
  type RawInputs,
  SCOPES,
} from './inputs.ts';

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

/** Programs in Go take options with one dash as well. */
const ONE_DASH = /^-(?=(?:install|uninstall|mount|arch|persistent|no-autoload|version|help)(?:=|$))/;

/** What has no input of the same meaning: `--run`, and options of tonistiigi/binfmt. */
const OTHER_OPTIONS = ['--run', '--install', '--uninstall', '--mount'] as const;
type Others = Partial<Record<'run' | 'install' | 'uninstall' | 'mount', string>>;
const NOT_WITH_RUN = '--run is for remove alone, without platforms';
const BOOLEAN = /^(?:true|false)$/;

/** The arguments by their kinds, before anything is made of them. */
interface Scan {
  readonly problems: string[];
  readonly raw: Record<string, string>;
  readonly others: Others;
  readonly words: readonly string[];
  readonly json: boolean;
  readonly mapRoot: boolean;
  readonly command: readonly string[] | undefined;
  /** Wins over everything else. */
  readonly only?: 'help' | 'version';
}

function scan(args: readonly string[]): Scan {
  const problems: string[] = [];
  const raw: Record<string, string> = {};
  const others: Others = {};
  const words: string[] = [];
  let json = false;
  let mapRoot = false;
  let command: readonly string[] | undefined;
  let only: Scan['only'];
  const rest = [...args];
  for (let given = rest.shift(); given !== undefined; given = rest.shift()) {
    const argument = given.replace(ONE_DASH, '--');
    if (argument === '--help' || argument === '-h') only ??= 'help';
    else if (argument === '--version' || argument === '-V') only ??= 'version';
    else if (argument === '--json') json = true;
    else if (argument === '--map-root') mapRoot = true;
    else if (argument === '--') command = rest.splice(0);
    else if (readOther(argument, rest, others, problems)) continue;
    else if (argument.startsWith('--')) readOption(argument.slice(2), rest, raw, problems);
    else if (argument.startsWith('-')) problems.push(`there is no option "${printable(argument, 40)}"`);
    else words.push(argument);
  }
  return { problems, raw, others, words, json, mapRoot, command, only };
}

/**
 * The mode to be named in the JSON document, when one is asked for; to be told even of arguments that are wrong. What
 * names no mode counts as the default.
 */
export function documentMode(args: readonly string[]): string | undefined {
  const { json, words, raw, others } = scan(args);
  if (!json) return undefined;
  const removes = others.uninstall !== undefined && others.install === undefined;
  const asked = words[0] ?? raw.mode ?? (removes ? 'remove' : undefined);
  return ['exec', ...MODES].find((mode) => mode === asked) ?? INPUT_DEFAULTS.mode;
}

/**
 * Reads the arguments after the program's name.
 * @throws SetupProblem of kind `input` that lists every argument that is wrong, and every value.
 */
export function parseArguments(args: readonly string[]): Arguments {
  const { problems, raw, others, words, json, mapRoot, command, only } = scan(args);
  if (only !== undefined) return { kind: only };
  const [mode, ...platforms] = words;
  const exec = mode === 'exec';
  const [program, ...programArguments] = command ?? [];
  if (mode !== undefined && !exec) set(raw, 'mode', mode, problems);
  problems.push(...(exec ? execProblems(raw, json, program) : otherProblems(mapRoot, command)));
  // A blank word is an unset variable of a script, and must not come to mean all platforms.
  if (platforms.some((word) => word.trim() === '')) problems.push('a platform is blank');
  else if (platforms.length > 0) set(raw, 'platforms', platforms.join(' '), problems);
  addInstallation(others, raw, problems);
  const { run, mount } = others;
  const onlyMount = mount !== undefined && raw.mode === undefined && raw.platforms === undefined && !exec;
  const more = onlyMount ? Object.keys(raw) : [];
  if (more.length > 0) problems.push(`--mount alone takes no --${more.join(', --')}`);
  if (run !== undefined && (mode !== 'remove' || words.length > 1)) problems.push(NOT_WITH_RUN);
  if (run !== undefined && run !== 'last' && !isRunId(run))
    problems.push('--run is no id of a run, and not "last"');
  const asked = raw.mode ?? 'setup';
  const purpose = exec ? 'exec' : MODES.find((each) => each === asked.toLowerCase());
  if (purpose === undefined) problems.push(modeProblem(asked));
  else if (!onlyMount) problems.push(...misplaced(raw, purpose));
  const readable = purpose === undefined ? { ...raw, mode: undefined } : raw;
  if (problems.length > 0) throw inputProblem([...problems, ...listInputProblems(readable)]);
  if (run !== undefined) return { kind: 'undo', run, json };
  if (onlyMount) return { kind: 'mount', json };
  if (program === undefined) return { kind: 'run', raw, json };
  return { kind: 'exec', raw, mapRoot, command: [program, ...programArguments] };
}

/** What is wrong with a mode that there is not. */
function modeProblem(mode: string): string {
  if (mode === 'exec') return 'exec is no value of --mode but a word: exec [platform ...] -- command';
  return `mode is "${printable(mode, 40)}", and must be one of ${[...MODES, 'exec'].join(', ')}`;
}

/** Options that mean nothing in the mode, or nothing on a terminal. */
function misplaced(raw: RawInputs, purpose: Purpose): readonly string[] {
  const post = 'the action alone, which has a post step: remove --run last takes changes back here';
  const ofTheAction = [
    raw.cleanup === undefined || raw.cleanup === INPUT_DEFAULTS.cleanup ? '' : `--cleanup is for ${post}`,
    raw.summary === undefined ? '' : '--summary is for the action alone',
  ];
  const elsewhere = listMisplaced({ ...raw, cleanup: undefined }, purpose).map(
    ({ name, modes }) => `--${name} is for ${modes.join(', ')}, and means nothing to ${purpose}`,
  );
  return [...ofTheAction.filter((problem) => problem !== ''), ...elsewhere];
}

function execProblems(raw: RawInputs, json: boolean, program: string | undefined): readonly string[] {
  return [
    program === undefined || program === '' ? 'exec needs a command: exec [platform ...] -- command' : '',
    json ? 'exec prints no report, and takes no --json' : '',
    ...['mode', 'scope'].map((name) => (raw[name] === undefined ? '' : `exec takes no --${name}`)),
  ].filter((problem) => problem !== '');
}

function otherProblems(mapRoot: boolean, command: readonly string[] | undefined): readonly string[] {
  return [
    mapRoot ? 'only exec takes --map-root' : '',
    command === undefined ? '' : 'only exec takes a command after "--"',
  ].filter((problem) => problem !== '');
}

/** Reads an option that is no input; false for any other word. */
function readOther(argument: string, rest: string[], others: Others, problems: string[]): boolean {
  const [given, inline] = splitOnce(argument);
  const option = OTHER_OPTIONS.find((each) => each === given);
  if (option === undefined) return false;
  if (option === '--mount') {
    const path = inline ?? (rest[0]?.startsWith('/') ? rest.shift() : undefined) ?? TABLE_PATH;
    if (path !== TABLE_PATH)
      problems.push(`--mount is "${printable(path, 60)}", and ${TABLE_PATH} is where programs look`);
    others.mount = path;
    return true;
  }
  const value = inline ?? (rest[0]?.startsWith('-') ? '' : (rest.shift() ?? ''));
  if (value.trim() === '') problems.push(`${option} needs a value`);
  else set(others, option.slice(2), value, problems);
  return true;
}

/** Adds what `--install` and `--uninstall` mean as mode and platforms. */
function addInstallation(
  { install, uninstall }: Others,
  raw: Record<string, string>,
  problems: string[],
): void {
  if (install !== undefined && uninstall !== undefined && uninstall !== EVERY_QEMU) {
    const [away, come] = [uninstall, install].map((names) => printable(names, 60));
    problems.push(
      `--uninstall and --install are two commands here: first "remove ${away}", then "setup ${come}"`,
    );
    return;
  }
  const names = install ?? uninstall;
  if (names === undefined) return;
  set(raw, 'mode', install === undefined ? 'remove' : 'setup', problems);
  set(raw, 'platforms', names, problems);
  if (install !== undefined && uninstall !== undefined) set(raw, 'reset', 'true', problems);
}

function readOption(text: string, rest: string[], raw: Record<string, string>, problems: string[]): void {
  const [given = '', inline] = splitOnce(text);
  const positive = given.startsWith('no-') ? given.slice(3) : given;
  const name = OTHER_NAMES.get(positive) ?? positive;
  const fallback = Object.hasOwn(INPUT_DEFAULTS, name) ? INPUT_DEFAULTS[name] : undefined;
  if (fallback === undefined) {
    problems.push(`there is no option "--${printable(given, 40)}"`);
    return;
  }
  const isBoolean = BOOLEAN.test(fallback);
  if (positive !== given) {
    if (isBoolean && inline === undefined) set(raw, name, 'false', problems);
    else problems.push(`--${given} takes no ${isBoolean ? 'value' : '"no-"'}`);
    return;
  }
  const next = rest[0] ?? '';
  const takesNext = isBoolean ? BOOLEAN.test(next) : !next.startsWith('--');
  const value = inline ?? (takesNext ? rest.shift() : undefined) ?? (isBoolean ? 'true' : '');
  if (value.trim() === '') problems.push(`--${given} needs a value`);
  else set(raw, name, value, problems);
}

function splitOnce(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function set(raw: Record<string, string | undefined>, name: string, value: string, problems: string[]): void {
  if (raw[name] !== undefined && raw[name] !== value) problems.push(`${name} is given twice`);
  raw[name] = value;
}

/** What `--help` prints. */
export function renderHelp(): string {
  return `Makes this Linux host run programs of other architectures, and proves that it does.

  setup-binfmt <mode> [platform ...] [--<option> value] [--json]
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
  --qemu-from LIST       where QEMU comes from, in order: ${SOURCE_NAMES.join(', ')} (${INPUT_DEFAULTS['qemu-from']})
  --image REFERENCE      the image that holds QEMU, best with its digest
  --registry-mirrors L   registries that are asked before the image's own
  --on-conflict POLICY   ${CONFLICT_POLICIES.join(', ')} (${INPUT_DEFAULTS['on-conflict']})
  --reset                take every qemu-* entry away first
  --rules TEXT           further rules, one a line (:name:M:offset:magic:mask:interpreter:flags)
  --persist              survive a reboot and a restart of systemd-binfmt
  --mount                make sure that binfmt_misc is mounted, and no more
  --run ID|last          with remove: take back what that run did
  --no-credentials       register without the C flag (setuid programs then run without their rights)
  --no-autoload          do not load the module, do not mount binfmt_misc
  --scope SCOPE          whose table: ${SCOPES.join(', ')} (${INPUT_DEFAULTS.scope}); private is what exec does
  --map-root             exec: the command is root in there, with the user's subordinate ids
  --no-strict            warn where a platform is not proven, in place of failing
  --matrix-from IMAGE    take the platforms of an image's index
  --runners TEXT         which runner a platform gets in the matrix, one prefix=label a line
  --log FILE             (doctor) read the log of a failed build, too; - for standard input
  --network              (doctor) ask the registries, too
  --json                 print the report alone, as JSON
  --help, --version

Exit codes
  0 done and proven   1 a platform is not proven, or the doctor found an error
  2 wrong input       3 this host cannot do it
  of exec, once the command runs: those of the command
`.replace('<mode>', `<${MODES.join('|')}>`);
}
