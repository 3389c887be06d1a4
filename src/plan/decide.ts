/** What becomes of working entries of our own: compared with what is asked for, or kept with a word about it. */

import type { Entry } from '../binfmt/entry.ts';
import { isOwnHandler, isPersistent } from '../binfmt/persist.ts';
import { STORE_TOOL, storeVersion } from '../core/store-path.ts';
import { type HostFacts, isPrivileged } from '../facts/facts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { formatImageReference } from '../oci/reference.ts';
import { answering, type Verdict } from '../probe/verdict.ts';
import { printable } from '../text/text.ts';
import { type Decision, entryName, replaceable } from './plan.ts';

/** What the inputs say of entries that work. */
type Asked = Pick<Inputs, 'persist' | 'onConflict' | 'credentials'>;

/**
 * Decides anew on entries of our own that are proven. They are compared with what the providers offer, and upgraded
 * or moved, when they are to persist or to be replaced; without that, they are registered again only with other
 * credentials than were asked for. What is in place already stays as it is (`isInPlace`).
 */
export function reconsider(
  decisions: readonly Decision[],
  facts: HostFacts,
  asked: Asked,
  store: string,
): readonly Decision[] {
  const { entries } = facts.table;
  return decisions.map((decision) => {
    const own = ownAnswering(decision, entries, store);
    const reason = own === undefined ? undefined : whyAnew(own, asked, isPrivileged(facts));
    if (reason === undefined) return decision;
    const goes = (entry: Entry): boolean =>
      asked.persist ||
      asked.onConflict === 'replace' ||
      isOwnHandler(entry.interpreter, store) ||
      entry.name === entryName(decision.target);
    const replaces = replaceable(entries, decision.target).filter(goes);
    return { ...decision, action: 'install', reason, replaces };
  });
}

/** The entry of our own that a decision keeps. */
function ownAnswering(
  { action, target }: Decision,
  entries: readonly Entry[],
  store: string,
): Entry | undefined {
  const entry = answering(entries, target);
  return action === 'keep' && isOwnHandler(entry?.interpreter, store) ? entry : undefined;
}

function whyAnew(entry: Entry, asked: Asked, mayReplace: boolean): string | undefined {
  if (asked.persist) return 'it is to persist, and is compared with what is offered';
  // What works is not put at risk for want of a right.
  if (!mayReplace || asked.onConflict === 'keep') return undefined;
  if (asked.onConflict === 'replace') return 'it is to be replaced, and is compared with what is offered';
  return otherCredentials(entry, asked);
}

function otherCredentials({ flags }: Entry, { credentials }: Asked): string | undefined {
  if (flags.includes('C') === credentials) return undefined;
  return credentials ? 'its entry lacks the C flag (credentials)' : 'its entry has the C flag (credentials)';
}

/**
 * One line for each entry of our own that is kept though it is not what was asked for, as far as that shows
 * without asking a provider; `decisions` are those after `reconsider`.
 */
export function noteKept(
  decisions: readonly Decision[],
  verdicts: ReadonlyMap<string, Verdict>,
  facts: HostFacts,
  asked: Asked & Pick<Inputs, 'image' | 'qemuFrom'>,
  store: string,
): readonly string[] {
  return decisions.flatMap((decision) => {
    const entry = ownAnswering(decision, facts.table.entries, store);
    if (entry === undefined) return [];
    const { arch } = decision.target;
    const name = printable(entry.name, 60);
    if (asked.onConflict === 'replace') return [`${arch}: kept ${name}: to replace it takes root or sudo`];
    const version = verdicts.get(arch)?.qemuVersion;
    const differs = [
      otherCredentials(entry, asked) ?? [],
      isFromElsewhere(entry, asked, store)
        ? `the image asked for is ${formatImageReference(asked.image)}`
        : [],
    ].flat();
    if (differs.length === 0) return [];
    const what = version === undefined ? name : `QEMU ${version} (${name})`;
    const remedy = isPrivileged(facts)
      ? 'on-conflict replace takes it over'
      : 'on-conflict replace takes it over, as root or with sudo';
    return [`${arch}: kept ${what}; ${differs.join(', and ')}: ${remedy}`];
  });
}

/** True when the path shows that it is not from the image that is asked first; a copy that stays does not tell. */
function isFromElsewhere(
  { interpreter }: Entry,
  { image, qemuFrom }: Pick<Inputs, 'image' | 'qemuFrom'>,
  store: string,
): boolean {
  if (qemuFrom[0] !== 'image' || image.digest === undefined || isPersistent(interpreter)) return false;
  const folder = `${store}/${STORE_TOOL}/${storeVersion('image', image.digest)}/`;
  return !String(interpreter).startsWith(folder);
}
