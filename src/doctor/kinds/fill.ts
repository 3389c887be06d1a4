/** Fills in the sentences and commands of a kind what is known of one failure. */

import { qemuName, targetOf } from '../../platform/platforms.ts';
import { archOf } from './conditions.ts';
import type { View } from './kind.ts';

/** What stands in a sentence, and in a command, where something is not known. */
const WORDS = {
  platform: 'its platform',
  machine: 'this machine',
  program: 'the program',
  entry: 'the entry',
  runner: 'a runner of its own',
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
};

/** A sentence with what is known in the place of `{platform}`, `{machine}`, `{program}`, `{entry}` and `{runner}`. */
export function fillSentence(text: string, view: View): string {
  return fill(text, view, WORDS);
}

/** The same for commands to copy; those that would be for a runner that is not there are left out. */
export function fillCommands(commands: readonly string[], view: View): readonly string[] {
  return commands.map((command) => fill(command, view, HOLES)).filter((line) => !line.endsWith(NO_RUNNER));
}

/** Words that a shell takes as they are, and no program as an option: a log must not write commands. */
const PLAIN_WORD = /^[\w@%+=:,./][\w@%+=:,./-]{0,200}$/;

function fill(text: string, { platform, machine, match, host }: View, unknown: typeof WORDS): string {
  const arch = platform === undefined ? undefined : archOf(platform);
  const target = arch === undefined ? undefined : targetOf(arch);
  const known = {
    platform,
    machine,
    program: match.program,
    runner: RUNNERS.get(arch ?? ''),
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
