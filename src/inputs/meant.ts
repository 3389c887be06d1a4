/** What people may have meant by a word that is not known: a misspelt one, or that of another program. */

import { parsePlatform } from '../platform/platforms.ts';
import { nearestWord } from '../text/text.ts';
import { OPTIONS, PURPOSES, type Purpose, TEXT } from './options.ts';

/** The words that may stand first on a terminal. */
export const FIRST_WORDS: readonly string[] = [...PURPOSES, 'help', 'version'];

/** Words of other programs for what a mode does. */
const OTHER_MODES: ReadonlyMap<string, Purpose> = new Map(
  Object.entries({
    setup: 'install add register enable',
    remove: 'uninstall rm delete unregister clean disable',
    list: 'ls status show info',
    doctor: 'check diagnose test why',
    exec: 'run shell enter',
    plan: 'matrix preview',
    undo: 'revert rollback restore',
    platforms: 'platform targets architectures',
  } satisfies Partial<Record<Purpose, string>>).flatMap(([mode, words]) =>
    words.split(' ').map((word) => [word, mode as Purpose] as const),
  ),
);

/** Options that others have, and what is done here in their place; `takes` where the next word is their value. */
const OTHER_OPTIONS: ReadonlyMap<string, { readonly instead: string; readonly takes?: true }> = new Map([
  ['mirror', { instead: 'the nearest is --registry-mirrors', takes: true }],
  ['format', { instead: 'the nearest is --json', takes: true }],
  ['output', { instead: 'the nearest is --json', takes: true }],
  ['o', { instead: 'the nearest is --json', takes: true }],
  ['dry-run', { instead: 'the mode plan says what setup would do' }],
  ['n', { instead: 'the mode plan says what setup would do' }],
  ['force', { instead: 'the nearest is --on-conflict replace' }],
  ['f', { instead: 'the nearest is --on-conflict replace' }],
  ['yes', { instead: 'nothing is asked here' }],
  ['y', { instead: 'nothing is asked here' }],
  ['verbose', { instead: 'there is one manner of telling; --json gives the whole report' }],
  ['v', { instead: 'there is one manner of telling; --json gives the whole report' }],
  ['debug', { instead: 'there is one manner of telling; --json gives the whole report' }],
  ['quiet', { instead: 'what is said on the way goes to standard error' }],
  ['q', { instead: 'what is said on the way goes to standard error' }],
]);

/** The nearest of the words that are known, for the end of a problem; empty where none is near. */
export function hintAt(word: string, known: Iterable<string>): string {
  return hintOf(nearestWord(word.toLowerCase(), known));
}

/** The same for what is known to be the nearest. */
export function hintOf(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` (the nearest is ${nearest})`;
}

/** The mode, `help` or `version` that a first word is near to, or that another program calls so. */
export function nearestMode(word: string): string | undefined {
  return OTHER_MODES.get(word.toLowerCase()) ?? nearestWord(word.toLowerCase(), FIRST_WORDS);
}

/** What may have been meant by an option that there is not. */
export interface MeantOption {
  /** For the end of the problem. */
  readonly hint: string;
  /** The next word is its value, and no platform. */
  readonly takesNext: boolean;
}

/** Takes the name of an option without dashes. */
export function meantOption(name: string): MeantOption {
  const other = OTHER_OPTIONS.get(name);
  if (other !== undefined) return { hint: ` (${other.instead})`, takesNext: other.takes === true };
  const names = OPTIONS.map((option) => option.name);
  const begun = name.length < 3 ? [] : names.filter((each) => each.startsWith(name));
  const near = nearestWord(name, names) ?? (begun.length === 1 ? begun[0] : undefined);
  if (near !== undefined) {
    const kind = OPTIONS.find((option) => option.name === near)?.kind;
    return { hint: hintOf(`--${near}`), takesNext: kind === TEXT };
  }
  const isPlatform = /^(?:all|none)$/i.test(name) || !('unknown' in parsePlatform(name));
  return { hint: isPlatform ? ` (without dashes: ${name})` : '', takesNext: false };
}
