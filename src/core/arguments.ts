/** The terminal's arguments: `<mode> [platform ...] [--<input name> value] [--json]`. */
import {
  CONFLICT_POLICIES,
  INPUT_DEFAULTS,
  inputProblem,
  listInputProblems,
  MODES,
  PROVIDERS,
  type RawInputs,
} from './inputs.ts';
import { printable } from './problem.ts';

export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly raw: RawInputs; readonly json: boolean };

/** Other names of options, as other tools of the field have them. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['arch', 'platforms'],
  ['persistent', 'persist'],
]);
const BOOLEAN = /^(?:true|false)$/;

/**
 * Reads the arguments after the program's name.
 * @throws SetupProblem of kind `input` that lists every argument that is wrong, and every value.
 */
export function parseArguments(args: readonly string[]): Arguments {
  const problems: string[] = [];
  const raw: Record<string, string> = {};
  const words: string[] = [];
  let json = false;
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--help' || argument === '-h') return { kind: 'help' };
    if (argument === '--version' || argument === '-V') return { kind: 'version' };
    if (argument === '--json') json = true;
    else if (argument.startsWith('--')) readOption(argument.slice(2), rest, raw, problems);
    else if (argument.startsWith('-')) problems.push(`there is no option "${printable(argument, 40)}"`);
    else words.push(argument);
  }
  const [mode, ...platforms] = words;
  if (mode !== undefined) set(raw, 'mode', mode, problems);
  // A blank word is an unset variable of a script, and must not come to mean all platforms.
  if (platforms.some((word) => word.trim() === '')) problems.push('a platform is blank');
  else if (platforms.length > 0) set(raw, 'platforms', platforms.join(' '), problems);
  if (problems.length > 0) throw inputProblem([...problems, ...listInputProblems(raw)]);
  return { kind: 'run', raw, json };
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

function set(raw: Record<string, string>, name: string, value: string, problems: string[]): void {
  if (raw[name] !== undefined && raw[name] !== value) problems.push(`${name} is given twice`);
  raw[name] = value;
}

/** What `--help` prints. */
export function renderHelp(): string {
  return `Makes this Linux host run programs of other architectures, and proves that it does.

  setup-binfmt <mode> [platform ...] [--<option> value] [--json]

Modes
  setup    make the platforms run here and prove it (the default)
  plan     say what setup would do; needs no privilege and changes nothing

Platforms
  names such as arm64, linux/arm/v7, riscv64, aarch64, armhf; or all (the default)

Options
  --qemu-from LIST       where QEMU comes from, in order: ${PROVIDERS.join(', ')} (${INPUT_DEFAULTS['qemu-from']})
  --on-conflict POLICY   ${CONFLICT_POLICIES.join(', ')} (${INPUT_DEFAULTS['on-conflict']})
  --no-credentials       register without the C flag (setuid programs then run without their rights)
  --no-autoload          do not load the module, do not mount binfmt_misc
  --no-strict            warn where a platform is not proven, in place of failing
  --json                 print the report alone, as JSON
  --help, --version

Exit codes
  0 done and proven   1 a platform is not proven   2 wrong input   3 this host cannot do it
`.replace('<mode>', `<${MODES.slice(0, 2).join('|')}>`);
}
