/** What `--help` prints: of the whole program, and of a mode. */

import { VARIABLE } from './environment.ts';
import { OPTIONS, type Option, PURPOSES, type Purpose, TEXT } from './options.ts';

/** A mode for people. */
interface Description {
  /** What stands behind its name. */
  readonly usage: string;
  /** One line, for the list of modes. */
  readonly does: string;
  /** What else is worth knowing, a line each. */
  readonly more?: readonly string[];
  /** Two commands, each with what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[];
}

const DESCRIBED: Readonly<Record<Purpose, Description>> = {
  setup: {
    usage: '[platform ...] [--<option> value]',
    does: 'make the platforms run here and prove it (the default)',
    more: ['Needs root, sudo without a password, or a Docker engine. undo takes it back.'],
    examples: [
      ['setup arm64 riscv64', 'run programs of these two architectures'],
      ['setup all --qemu-from apt --persist', "every platform of containers, by Debian's QEMU, for good"],
    ],
  },
  plan: {
    usage: '[platform ...] [--<option> value]',
    does: 'say what setup would do; changes nothing, and needs no privilege',
    more: ['Also makes the matrix for a job that builds each platform on its own runner.'],
    examples: [
      ['plan linux/amd64,linux/arm64', 'what runs here, what would be set up, and the matrix'],
      ['plan --matrix-from docker.io/library/debian:trixie-slim', 'the same for the platforms of an image'],
    ],
  },
  doctor: {
    usage: '[platform ...] [--<option> value]',
    does: 'say what is wrong here and how to mend it; changes nothing, and needs no privilege',
    examples: [
      ['doctor', 'this host, and the builds that the engine knows to have failed'],
      ['doctor arm64 --log build.log', 'why a build for arm64 failed, by its log'],
    ],
  },
  remove: {
    usage: 'platform|entry|all ... [--<option> value]',
    does: 'take entries away: those of the platforms, those named, or with all every qemu-*',
    more: [
      'Whoever made it; what is not named stays. undo takes it back, but for what was kept by --persist.',
    ],
    examples: [
      ['remove arm64', 'the entry that runs arm64'],
      ['remove all', 'every entry whose name begins with qemu-'],
    ],
  },
  exec: {
    usage: '[platform ...] [--<option> value] -- command [argument ...]',
    does: 'run one command with a table of its own; needs no privilege (Linux 6.7 or newer)',
    more: ['uname -m in there names this machine still: what it starts for other platforms is emulated.'],
    examples: [
      ['exec arm64 -- ./program-for-arm64', 'run one program'],
      [
        'exec riscv64 -- buildah bud --isolation chroot --platform linux/riscv64 .',
        'build an image without root',
      ],
    ],
  },
  list: {
    usage: '[--scope host|engine] [--json]',
    does: 'say what runs here and by whom, and which runs can be taken back; changes nothing',
    examples: [
      ['list', 'platforms, their entries and handlers'],
      ['list --json', 'the same as a document'],
    ],
  },
  platforms: {
    usage: '[--json]',
    does: 'list the platforms that are known, with all their names',
    examples: [
      ['platforms', 'a line for each platform'],
      ['platforms --json', 'the same as a document'],
    ],
  },
  undo: {
    usage: '[last|RUN] [--json]',
    does: 'take back what the last run did, or the run of that id',
    more: ['A run that changes something prints its id, and list names the runs that there are.'],
    examples: [
      ['undo', 'take back what the last run did'],
      ['undo 0123abcd-0123-4567-89ab-0123456789ab', 'take back what this run did'],
    ],
  },
};

const EXIT_CODES = `Exit codes
  0 done and proven   1 a platform is not proven, or the doctor found an error
  2 wrong input       3 this host cannot do it`;

/** What exit codes 0 and 1 mean in a mode, and whether there is a host that cannot do it. */
const ENDS: Readonly<Record<Purpose, readonly [good: string, bad: string, host?: true]>> = {
  setup: ['done and proven', 'a platform is not proven', true],
  plan: ['told', '', true],
  doctor: ['no error was found', 'an error was found', true],
  remove: ['done', 'something that is there did not go', true],
  exec: ['done and proven', 'a platform is not proven', true],
  list: ['told', '', true],
  platforms: ['told', ''],
  undo: ['done', 'something did not go or come back', true],
};

function exitCodes(mode: Purpose): string {
  const [good, bad, host] = ENDS[mode];
  const codes = [`0 ${good}`, bad && `1 ${bad}`, '2 wrong input', host && '3 this host cannot do it'];
  return ['Exit codes', ...codes.flatMap((code) => (code ? `  ${code}` : []))].join('\n');
}

/** Help on the whole program, or on one mode, with commands as whoever asks has to write them. */
export function renderHelp(about?: Purpose, program = 'setup-binfmt'): string {
  return about === undefined ? renderAll() : renderMode(about, program);
}

function renderAll(): string {
  return `Makes this Linux host run programs of other architectures, and proves that it does.

  setup-binfmt <mode> [platform ...] [--<option> value] [--json]

Modes
${PURPOSES.map((mode) => `  ${mode.padEnd(10)} ${DESCRIBED[mode].does}`).join('\n')}
  help MODE  what a mode takes, with examples
  version    print the version of this program

Platforms
  names such as arm64, linux/arm/v7, riscv64, aarch64, armhf; or all (the default);
  none for --rules alone

Options
${OPTIONS.flatMap(helpLine).join('\n')}

Environment
  what no argument gives: ${VARIABLE}PLATFORMS, ${VARIABLE}ON_CONFLICT, and so on

${EXIT_CODES}
  of exec, once the command runs: those of the command`;
}

function renderMode(mode: Purpose, program: string): string {
  const { usage, does, more = [], examples } = DESCRIBED[mode];
  // A table of exec's own is what exec is for.
  const isTaken = ({ name, modes }: Option) => modes.includes(mode) && !(mode === 'exec' && name === 'scope');
  const options = OPTIONS.filter(isTaken).flatMap(helpLine);
  return [
    `${does.replace(/^./, (letter) => letter.toUpperCase())}.`,
    ...more,
    '',
    `  setup-binfmt ${mode} ${usage}`,
    '',
    'Examples',
    ...examples.flatMap(([command, meaning]) => [`  # ${meaning}`, `  ${program} ${command}`]),
    '',
    'Options',
    ...options,
    '',
    exitCodes(mode),
    ...(mode === 'exec' ? ['  once the command runs: those of the command'] : []),
  ].join('\n');
}

/** Characters before what is said of an option. */
const INDENT = 22;

/** Switches are shown as they are written to change something; the pinned image is too long to be shown. */
function helpLine({ name, kind, fallback = '', help }: Option): readonly string[] {
  if (help === undefined) return [];
  const at = kind === TEXT ? help.indexOf(': ') : 0;
  const usage = `--${fallback === 'true' ? 'no-' : ''}${name} ${help.slice(0, at)}`;
  const text = at === 0 ? help : help.slice(at + 2);
  const shown = kind === TEXT && fallback !== '' && name !== 'image' ? ` (${fallback})` : '';
  const [first = '', ...rest] = `${text}${shown}`.split('\n');
  return [`  ${usage.padEnd(INDENT)} ${first}`, ...rest.map((line) => `  ${' '.repeat(INDENT)} ${line}`)];
}
