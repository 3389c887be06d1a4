/** What a plan says of the setup that would follow: the values, and their wording. */

import { listed } from '../doctor/checks/check.ts';
import { printable } from '../text/text.ts';

/** What setup would do, as far as it can be told without asking for the emulators. */
export interface Foreseen {
  /** Something would be written; handlers that are in place already are only compared with what is offered. */
  readonly changes: boolean;
  /** Names of the entries that go when a new one in their place is proven. */
  readonly replaced: readonly string[];
  /** Names of the other entries that go. */
  readonly removed: readonly string[];
  /** Names of the rules that would be registered. */
  readonly rules: readonly string[];
  /** Names of the entries that would be kept over a reboot. */
  readonly persisted: readonly string[];
}

/** The same, and where setup would stop. */
export interface Planned extends Foreseen {
  readonly stop?: { readonly id: string; readonly message: string };
}

/** The same, with the names of others made safe. */
export function reportPlanned(planned: Planned): Planned {
  const safe = (names: readonly string[]) => names.map((name) => printable(name, 100));
  return { ...planned, replaced: safe(planned.replaced), removed: safe(planned.removed) };
}

/** What setup would do besides making platforms run, a sentence each. */
export function intentionsOf({ replaced, removed, rules, persisted, stop }: Planned): readonly string[] {
  return [
    replaced.length > 0 ? `Setup would replace ${listed(replaced)}.` : '',
    removed.length > 0 ? `Setup would remove ${listed(removed)}.` : '',
    rules.length > 0 ? `Setup would register the rules ${listed(rules)}.` : '',
    persisted.length > 0 ? `Setup would keep ${listed(persisted)} over a reboot.` : '',
    stop === undefined ? '' : `Setup would stop here: ${stop.id} ${stop.message}`,
  ].filter((line) => line !== '');
}

/** What would become of a platform that is to be set up; one that is in place already stays (`isInPlace` in plan.ts). */
export function renderIntention(row: { readonly proven: boolean; readonly reason: string }): string {
  return `${row.proven ? 'runs; would be set up again if it differs' : 'would be set up'}: ${row.reason}`;
}
