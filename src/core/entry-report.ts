/** The entries of the table in the doctor's report: all of them, whoever registered them. */

import type { Entry, Match } from '../binfmt/entry.ts';
import { printable } from '../text/text.ts';

/** One entry as it is in the table. */
export interface EntryReport {
  readonly name: string;
  readonly enabled: boolean;
  /** What it looks at in a file: its bytes, or how its name ends. */
  readonly kind: Match['kind'];
  readonly interpreter?: string;
  readonly flags: string;
}

/** The entries in the order given, which is that in which the kernel asks them. */
export function reportEntries(entries: readonly Entry[]): readonly EntryReport[] {
  return entries.map(({ name, enabled, match, interpreter, flags }) => ({
    name: printable(name, 100),
    enabled,
    kind: match.kind,
    ...(interpreter === undefined ? {} : { interpreter: printable(interpreter, 300) }),
    flags: printable(flags, 20),
  }));
}

/** The names in one line, those that are switched off marked; none for an empty table. */
export function nameEntries(entries: readonly EntryReport[]): readonly string[] {
  if (entries.length === 0) return [];
  const names = entries.map(({ name, enabled }) => (enabled ? name : `${name} (off)`));
  return [`in the table, the newest first: ${names.join(', ')}`];
}
