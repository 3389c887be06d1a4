import { describe, expect, it } from 'vitest';
import { fillCommands, fillSentence } from '../../../../src/doctor/kinds/fill.ts';
import type { View } from '../../../../src/doctor/kinds/kind.ts';

/** What a command takes from a log or an engine; a shell, or a program, would make more of it. */
const FOREIGN = [
  'linux/arm64$(touch pwned)',
  'linux/arm64;reboot',
  "linux/arm64'",
  'linux/arm64 --image evil',
  '--image=evil',
  'linux/arm64\nreboot',
  '{program}',
  "$&$`$'$$",
];

/** All that is known is this text. */
const view = (text: string): View =>
  ({
    ...{ platform: text, machine: text, host: {}, log: { matches: [] } },
    match: { program: text, image: text },
  }) as unknown as View;

describe('fillCommands', () => {
  it.each(FOREIGN)('writes no command of %j', (text) => {
    const commands = [
      'x setup {platform}',
      'x {platform}',
      'x {machine}',
      'x {program}',
      'x {entry}',
      'x IMAGE',
    ];
    expect(fillCommands(commands, view(text))).toEqual([
      'x setup',
      'x PLATFORM',
      'x MACHINE',
      'x THE_PROGRAM',
      'x ENTRY',
      'x IMAGE',
    ]);
  });

  it('fills in what is plain', () => {
    const commands = ['x setup {platform} --persist', 'x setup {platform} {platform}'];
    expect(fillCommands(commands, view('linux/arm/v7'))).toEqual([
      'x setup linux/arm/v7 --persist',
      'x setup linux/arm/v7 linux/arm/v7',
    ]);
  });
});

describe('fillSentence', () => {
  it.each(FOREIGN)('writes no command of %j, and shows it as it is', (text) => {
    const sentence = 'Run x setup {platform} for {platform}';
    expect(fillSentence(sentence, view(text))).toBe(`Run x setup for ${text}`);
  });
});
