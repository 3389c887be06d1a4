/** Helper entries that a run which was killed has left in the table. */

import { readEntry, remove, type Table } from '../apply/steps.ts';
import { isLeftBehind, type Rule } from '../binfmt/rule.ts';
import { ownRules } from '../journal/journal.ts';

/** Takes away what a killed run has left under the name of a helper; true when something was there. */
export function removeStale(context: Table, helper: Rule): boolean {
  const entry = readEntry(context, helper.name);
  if (entry === undefined || !isLeftBehind(helper, entry, ownRules(context.host))) return false;
  return remove(context, helper.name) === undefined;
}
