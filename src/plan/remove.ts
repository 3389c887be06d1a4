/** Decides which entries go: in mode `remove`, and first of all when a setup resets. */

import { claimants, type Entry, isQemuEntry, type PinnedEntry, pin, TABLE_PATH } from '../binfmt/entry.ts';
import { isOwnHandler } from '../binfmt/persist.ts';
import { helperNames, isRuleOf, OWN_END, type Rule } from '../binfmt/rule.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { hintAt, hintOf } from '../inputs/meant.ts';
import { parsePlatform, qemuName, TARGETS, type Target } from '../platform/platforms.ts';
import { printable } from '../text/text.ts';
import { hasWildcards, matchesWildcards } from '../text/wildcard.ts';

export interface Removal {
  readonly remove: readonly PinnedEntry[];
  /** Names that shall not come back after a reboot. */
  readonly forget: readonly string[];
  /** What is named and stays, and why. */
  readonly refused: readonly string[];
  readonly notes: readonly string[];
  /** Names that nothing has, nor any platform, and what may have been meant: one a line. */
  readonly unknown: readonly string[];
}

/**
 * What mode `remove` takes away: with `all` every `qemu-*`; for a platform what claims it and is QEMU's or of
 * our store; by name what is one of these, or a rule that an earlier run brought in.
 */
export function planRemoval(
  asked: Pick<Inputs, 'all' | 'names'>,
  targets: readonly Target[],
  entries: readonly Entry[],
  store: string,
  ownRules: readonly Rule[],
  persisted: readonly Rule[],
): Removal {
  const chosen = new Set<Entry>(asked.all ? entries.filter(isQemuEntry) : []);
  const refused: string[] = [];
  const [notes, unknown]: [string[], string[]] = [[], []];
  const known = [...ownRules, ...persisted];
  const isOwn = (entry: Entry): boolean =>
    isQemuEntry(entry) ||
    isOwnHandler(entry.interpreter, store) ||
    known.some((rule) => isRuleOf(rule, entry));
  const choose = (found: readonly Entry[], what: string, kept: boolean, absent = notes): void => {
    if (found.length === 0 && !kept) absent.push(`there is no entry for ${what}`);
    for (const entry of found) {
      if (isOwn(entry)) chosen.add(entry);
      else refused.push(`entry ${printable(entry.name, 60)} ${NOT_OURS}${byHand(entry)}`);
    }
  };
  for (const target of asked.all ? [] : targets) {
    const named = entries.filter(({ name }) => name === qemuName(target));
    const claiming = claimants(entries, target);
    const found = [...new Set([...claiming.filter(isOwn), ...named])];
    const others = claiming.filter((entry) => !found.includes(entry));
    for (const entry of others)
      notes.push(
        `entry ${printable(entry.name, 60)}, which takes ${target.arch}, stays: it ${NOT_OURS}${byHand(entry)}`,
      );
    const kept = others.length > 0 || persisted.some(({ name }) => name === qemuName(target));
    choose(found, target.arch, kept);
  }
  for (const name of asked.names) {
    // A pattern only reaches what is surely ours; a name that is given whole is answered for.
    const found = entries.filter(
      (entry) =>
        (matchesWildcards(name, entry.name) && (!hasWildcards(name) || isOwn(entry))) ||
        isHelperOf(name, entry, isOwn, known),
    );
    choose(
      found,
      `"${printable(name, 60)}"${nearestTo(name, [...entries, ...persisted])}`,
      persisted.some((rule) => matchesWildcards(name, rule.name)),
      // An entry of QEMU's that is gone already is no slip, nor is a pattern that takes nothing.
      hasWildcards(name) || TARGETS.some((target) => name === qemuName(target)) ? notes : unknown,
    );
  }
  const forget = persisted.filter(
    (rule) =>
      (asked.all && isQemuEntry(rule)) ||
      targets.some((target) => rule.name === qemuName(target)) ||
      asked.names.some((name) => matchesWildcards(name, rule.name)),
  );
  return { remove: [...chosen].map(pin), forget: forget.map(({ name }) => name), refused, notes, unknown };
}

const NOT_OURS = "was not registered by this program, and is not QEMU's";

/** How root takes an entry of others out: its name is a file's, and may be any. */
function byHand({ name }: Entry): string {
  return /^[\w.-]{1,60}$/.test(name) ? ` (to take it out, as root: echo -1 > ${TABLE_PATH}/${name})` : '';
}

/** What may have been meant by a name that nothing has: an entry, or a platform. */
function nearestTo(name: string, there: readonly { readonly name: string }[]): string {
  const parsed = parsePlatform(name);
  const platform = 'unknown' in parsed ? parsed.nearest : undefined;
  const names = there.map((each) => each.name);
  return hintAt(name, names) || hintOf(platform);
}

/** True for what stands for a name: our own beside one of others, and what a killed run has left of its helpers. */
function isHelperOf(
  name: string,
  entry: Entry,
  isOwn: (entry: Entry) => boolean,
  known: readonly Rule[],
): boolean {
  if ([`${name}${OWN_END}`, ...helperNames(name)].includes(entry.name)) return isOwn(entry);
  return (
    entry.name.startsWith('setup-binfmt-undo-') &&
    known.some((rule) => rule.name === name && isRuleOf({ ...rule, name: entry.name }, entry))
  );
}
