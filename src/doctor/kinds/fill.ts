/** Fills in the sentences and commands of a kind what is known of one failure. */

import { qemuName, targetOf } from '../../platform/platforms.ts';
import { archOf } from './conditions.ts';
import { forEngine } from './engines.ts';
import type { Kind, View } from './kind.ts';

/** What stands in a sentence, and in a command, where something is not known. */
const WORDS = {
  platform: 'its platform',
  machine: 'this machine',
  program: 'the program',
  entry: 'the entry',
  runner: 'a runner of its own',
  user: 'the user',
};

/** GitHub's own runners. */
const RUNNERS: ReadonlyMap<string, string> = new Map([
  ['amd64', 'ubuntu-24.04'],
  ['arm64', 'ubuntu-24.04-arm'],
]);
const NO_RUNNER = 'RUNNER';
/** For commands. */
const HOLES = {
  platform: 'PLATFORM',
  machine: 'MACHINE',
  program: 'THE_PROGRAM',
  entry: 'ENTRY',
  runner: NO_RUNNER,
  user: '"$USER"',
};

/** The title of a kind, or the one of its further titles that the log holds. */
export function titleOf({ title, titles = [] }: Kind, { match: { evidence } }: View): string {
  return titles.find((one) => evidence.some(({ text }) => text.includes(one))) ?? title;
}

/** A sentence with what is known in the place of `{platform}`, `{machine}`, `{program}`, `{entry}`, `{runner}` and `{user}`. */
export function fillSentence(text: string, view: View): string {
  return fill(text, view, WORDS);
}

/** The same for commands to copy, of the engine that wrote the log; those that would be for a runner that is not there are left out. */
export function fillCommands(commands: readonly string[], view: View): readonly string[] {
  return forEngine(commands, view)
    .map((command) => fillImage(fill(command, view, HOLES), view))
    .filter((line) => !line.endsWith(NO_RUNNER));
}

/** What starts programs of an image, or builds on it: a log must not choose which. */
const STARTS = /^FROM\b|\b(?:run|build)\b/;

/** A command that only looks into an image, with the one that the log names. */
function fillImage(command: string, { match: { image = '' } }: View): string {
  if (STARTS.test(command) || !PLAIN_WORD.test(image)) return command;
  return command.replace(/\bIMAGE\b/g, () => image);
}

/** Words that a shell takes as they are, and no program as an option: a log must not write commands. */
const PLAIN_WORD = /^[\w@%+=:,./][\w@%+=:,./-]{0,200}$/;

/** The user of whom an engine speaks, as names of users are written. */
const USER = /\bfor user \\?["']?([a-z_][a-z\d_-]{0,31})(?=[\\"'\s:,]|$)/;

function userIn({ matches }: View['log']): string | undefined {
  const lines = matches.find(({ id }) => id === 'no-subordinate-ids')?.evidence ?? [];
  return lines.map(({ text }) => USER.exec(text)?.[1]).find((name) => name !== undefined);
}

function fill(text: string, { platform, machine, match, host, log }: View, unknown: typeof WORDS): string {
  const arch = platform === undefined ? undefined : archOf(platform);
  const target = arch === undefined ? undefined : targetOf(arch);
  const known = {
    platform,
    machine,
    program: match.program,
    runner: RUNNERS.get(arch ?? ''),
    user: userIn(log),
    entry:
      host.archs?.find((one) => (arch === undefined ? one.enabled === false : one.arch === arch))?.entry ??
      (target && qemuName(target)),
  };
  const isPlain = (value = ''): boolean => PLAIN_WORD.test(value);
  const filled = text
    // A set-up without a platform sets all of them up.
    .replace(/ setup \{platform\}/g, (whole) => (isPlain(platform) ? whole : ' setup'))
    .replace(/ \(\{(\w+)\}\)/g, (whole, name: keyof typeof known) =>
      known[name] === undefined ? '' : whole,
    );
  return filled.replace(/\{(\w+)\}/g, (_, name: keyof typeof known) => {
    const value = known[name];
    const isHole = unknown === HOLES && name !== 'runner' && !isPlain(value);
    return isHole || value === undefined ? unknown[name] : value;
  });
}
