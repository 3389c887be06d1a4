import { expect } from 'vitest';

/** What foreign text tries to be; each holds `pwned`. */
export const PAYLOADS: Readonly<Record<string, string>> = {
  'an error command on a line of its own': 'x\n::error title=pwned::pwned',
  'a command after a carriage return': 'x\r::add-mask::pwned',
  'a command that stops commands': 'x\n  ::stop-commands::pwned',
  'a command of the old form': 'x ##[error]pwned',
  'a colour and a title': 'x\u001b[31mpwned\u001b]0;pwned\u0007',
  'a link of a terminal': 'x\u001b]8;;http://pwned.example\u001b\\pwned\u001b]8;;\u001b\\',
  'control characters of one byte': 'x\u009b31mpwned\u0085\u2028::error::pwned',
  'text that runs backwards': 'x\u202epwned\u2066pwned\u200f',
  'commands of other CI systems':
    'x ##vso[task.complete]pwned ##teamcity[pwned] travis_fold:start:pwned section_start:1:pwned',
  'groups of other CI systems':
    '--- pwned\n+++ pwned\r~~~ pwned\n^^^ +++ pwned\n\r\u001b[0Ksection_start:1:pwned\r\u001b[0K',
  'letters of no width': 'x\u200bpwned\ufeff\u2060pwned',
};

/** All payloads in one, for places where each run costs much. */
export const WORST = Object.values(PAYLOADS).join(' ');

/** The commands that this program and the toolkit give themselves: groups, debug lines, and annotations with a title. */
const OWN = /^::(?:group::|endgroup::|debug::|(?:error|warning|notice) title=[^:,]*::)/;
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** What GitHub and other CI systems obey: anywhere in a line, and at its beginning. */
const ELSEWHERE = /##\w*\[|travis_(?:fold|time):|section_(?:start|end):|^(?:---|\+\+\+|~~~|\^\^\^)\s/;

/** The lines of a text that the runner or a terminal would take for more than text. */
function spoken(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => (/^\s*::/.test(line) && !OWN.test(line)) || ELSEWHERE.test(line) || UNSEEN.test(line));
}

/** Nothing foreign speaks in a text: a payload may be told of, and is no command, title or control character. */
export function expectSilent(text: string): void {
  expect(spoken(text)).toEqual([]);
  const titles = text.split('\n').flatMap((line) => /^::[^:]*::/.exec(line) ?? []);
  expect(titles.join('\n')).not.toContain('pwned');
}
