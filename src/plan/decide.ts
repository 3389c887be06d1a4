/** Decides what becomes of each architecture that is asked for: it runs natively, is kept, gets a handler, or is refused. */

import { answering, claimants, type Entry, isQemuEntry, keptOutBy, matchesHeader } from '../binfmt/entry.ts';
import { isOwnHandler } from '../binfmt/persist.ts';
import { handlerNames, ruleOfEntry } from '../binfmt/rule.ts';
import { type HostFacts, isPrivileged } from '../facts/facts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { ConflictPolicy } from '../inputs/options.ts';
import { formatImageReference, type ImageReference } from '../oci/reference.ts';
import { headersOf } from '../platform/elf.ts';
import { qemuName, TARGETS, type Target } from '../platform/platforms.ts';
import type { Verdict } from '../probe/verdict.ts';
import type { SourceTrouble } from '../qemu/handler.ts';
import { imageVersion, STORE_TOOL } from '../qemu/store-layout.ts';
import { listed, printable } from '../text/text.ts';

export type Action = 'native' | 'keep' | 'install' | 'refuse';

/** What is to happen with one requested architecture, and why. */
export interface Decision {
  readonly target: Target;
  readonly action: Action;
  /** For people; completes "because". */
  readonly reason: string;
  readonly replaces: readonly Entry[];
}

/** Decides for each requested architecture from what runs now. Entries whose interpreter lies in `store` are our own. */
export function decide(
  targets: readonly Target[],
  verdicts: ReadonlyMap<string, Verdict>,
  entries: readonly Entry[],
  policy: ConflictPolicy,
  store: string,
): readonly Decision[] {
  const owned = (entry: Entry): boolean => isOwnHandler(entry.interpreter, store);
  return targets.map((target) => decideOne(target, verdicts.get(target.arch), entries, policy, owned));
}

function decideOne(
  target: Target,
  verdict: Verdict | undefined,
  entries: readonly Entry[],
  policy: ConflictPolicy,
  owned: (entry: Entry) => boolean,
): Decision {
  const decided = (action: Action, reason: string): Decision => ({ target, action, reason, replaces: [] });
  if (verdict?.status === 'native') return decided('native', 'this host runs it itself');
  const claiming = claimants(entries, target);
  const works = verdict?.status === 'emulated';
  const foreign = claiming.filter((entry) => !owned(entry));
  const answers = claiming.find(({ enabled }) => enabled);
  if (works && (answers === undefined || owned(answers))) return decided('keep', 'its handler is proven');
  if (policy === 'fail' && foreign.length > 0) {
    const names = foreign.map(({ name }) => printable(name, 60)).join(', ');
    return decided('refuse', `another entry claims it (${names})`);
  }
  if (policy === 'keep' && foreign.length > 0) {
    return decided('keep', 'another entry claims it, and such are to be kept');
  }
  if (policy === 'repair' && works) return decided('keep', 'an entry of someone else is proven');
  if (policy === 'repair' && answers !== undefined && verdict?.result === 'slow')
    return decided('keep', 'this machine is too slow to tell whether its handler works');
  const reason = works
    ? 'entries of others are to be replaced'
    : (verdict?.reason ?? 'nothing is known of it');
  return { ...decided('install', reason), replaces: replaceable(entries, target, owned) };
}

/** The entries that are to go for an architecture: those that would answer, and what is our own under our names. */
function replaceable(
  entries: readonly Entry[],
  target: Target,
  owned: (entry: Entry) => boolean,
): readonly Entry[] {
  const names: readonly string[] = handlerNames(target);
  const claiming = claimants(entries, target).filter(({ enabled }) => enabled);
  return entries.filter(
    (entry) =>
      (owned(entry) && names.includes(entry.name)) ||
      (claiming.includes(entry) && isReplaceable(entry, target)),
  );
}

const FOREIGN_NAMES = /^(?:WSLInterop|rosetta|fex|box64|box86|python|jar|java|wine|cli|llvm)/i;
const FOREIGN_INTERPRETERS = /(?:^|\/)(?:rosetta|FEX\w*|box(?:64|86))$/;

/**
 * True for an entry that may be taken away for `target`: fully understood, for this architecture alone, and
 * not of a translator that was chosen in QEMU's place. Others are left as they are; a newer entry of our
 * own is asked before them.
 */
export function isReplaceable(entry: Entry, target: Target): boolean {
  const rule = ruleOfEntry(entry);
  if (rule === undefined || FOREIGN_NAMES.test(rule.name) || FOREIGN_INTERPRETERS.test(rule.interpreter))
    return false;
  const { match } = rule;
  if (match.kind !== 'magic') return false;
  const others = TARGETS.filter(({ elf }) => elf.machine !== target.elf.machine);
  return !others.some(({ elf }) => matchesHeader(match, headersOf(elf)));
}

/**
 * Decides as if no `qemu-*` entry were there; those of a wanted architecture go once its new handler is proven.
 */
export const decideAfterReset: typeof decide = (targets, verdicts, entries, policy, store) => {
  const everyQemu = entries.filter(isQemuEntry);
  const rest = entries.filter((entry) => !isQemuEntry(entry));
  const voided = new Map(
    [...verdicts].map(([arch, verdict]) => {
      const gone = verdict.entry !== undefined && isQemuEntry(verdict.entry);
      const reason = 'every qemu-* entry is reset';
      return [arch, gone ? { ...verdict, status: 'absent' as const, reason } : verdict];
    }),
  );
  return decide(targets, voided, rest, policy, store).map((decision) => {
    if (decision.action !== 'install') return decision;
    const old = replaceable(everyQemu, decision.target, ({ name }) => name === qemuName(decision.target));
    return { ...decision, replaces: [...decision.replaces, ...old] };
  });
};

/** What the inputs say of entries that work. */
type Asked = Pick<Inputs, 'persist' | 'onConflict' | 'credentials'>;
type AskedImage = Asked & Pick<Inputs, 'image' | 'imageNamed' | 'qemuFrom'>;

/**
 * Decides anew on entries of our own that are proven. Those that are to persist or to be replaced are compared with what
 * the sources offer, and upgraded or moved; the others are registered again only when their credentials are not those
 * asked for. What is in place already stays as it is (`isInPlace`).
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
    const names: readonly string[] = handlerNames(decision.target);
    const left = own !== undefined && isPrivileged(facts) && !names.includes(own.name);
    const reason = left ? LEFT : own && whyAnew(own, asked, isPrivileged(facts));
    if (reason === undefined) return decision;
    const owned = (entry: Entry): boolean => isOwnHandler(entry.interpreter, store);
    const replaces = replaceable(entries, decision.target, owned).filter(
      (entry) => asked.onConflict === 'replace' || owned(entry),
    );
    return { ...decision, action: 'install', reason, replaces };
  });
}

const LEFT = 'its entry is what a run that was killed has left';

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
 * One line for all entries of our own that are kept though they are not what was asked for in the same respect, as far as
 * that shows without asking a source; `decisions` are those after `reconsider`.
 */
export function noteKept(
  decisions: readonly Decision[],
  verdicts: ReadonlyMap<string, Verdict>,
  facts: HostFacts,
  asked: AskedImage,
  store: string,
  originsOf: (interpreter: string) => readonly string[],
): readonly string[] {
  const remedy = `set on-conflict: replace to have it taken over${isPrivileged(facts) ? '' : ', as root or with sudo'}`;
  const kept = decisions.flatMap((decision) => {
    const entry = ownAnswering(decision, facts.table.entries, store);
    if (entry === undefined) return [];
    const { arch } = decision.target;
    const name = printable(entry.name, 60);
    if (asked.onConflict === 'replace') return [{ arch, name, why: ': to replace it takes root or sudo' }];
    const version = verdicts.get(arch)?.qemuVersion;
    const differs = [
      otherCredentials(entry, asked) ?? [],
      // Whoever wants what is there kept asks for no other image.
      asked.onConflict !== 'keep' &&
      !asked.imageNamed &&
      isFromElsewhere(originsOf(String(entry.interpreter)), asked)
        ? `the default image is ${formatImageReference(asked.image)}`
        : [],
    ].flat();
    if (differs.length === 0) return [];
    const what = version === undefined ? '' : ` (QEMU ${version})`;
    return [{ arch, name, why: `${what}; ${differs.join(', and ')}: ${remedy}` }];
  });
  return [...new Set(kept.map(({ why }) => why))].map((why) => {
    const alike = kept.filter((each) => each.why === why);
    return `${alike.map(({ arch }) => arch).join(', ')}: kept ${alike.map(({ name }) => name).join(', ')}${why}`;
  });
}

/** One line for each entry of others that is kept and takes fewer programs than ours would. */
export function noteNarrow(decisions: readonly Decision[], entries: readonly Entry[]): readonly string[] {
  return decisions.flatMap(({ target, action }) => {
    const entry = action === 'keep' ? answering(entries, target) : undefined;
    const keptOut = entry === undefined ? [] : keptOutBy(entry, target);
    if (entry === undefined || keptOut.length === 0) return [];
    const what = listed(keptOut);
    return `${target.arch}: kept ${printable(entry.name, 60)}, whose mask keeps out ${what}: set on-conflict: replace to have it taken over`;
  });
}

/**
 * What is kept though an image was named that it is not shown to come from, its digest given; `undefined` where there is
 * nothing of the kind. `decisions` are those after `reconsider`.
 */
export function findKept(
  decisions: readonly Decision[],
  verdicts: ReadonlyMap<string, Verdict>,
  { table: { entries } }: HostFacts,
  asked: AskedImage,
  store: string,
  originsOf: (interpreter: string) => readonly string[],
): SourceTrouble | undefined {
  if (!asked.imageNamed || asked.qemuFrom[0] !== 'image') return undefined;
  const kept = new Map<string, readonly string[]>();
  for (const decision of decisions.filter(({ action }) => action === 'keep')) {
    const { arch } = decision.target;
    const own = ownAnswering(decision, entries, store);
    const origins = own === undefined ? [] : originsOf(String(own.interpreter));
    if (origins.includes(originOfImage(asked.image) ?? '')) continue;
    const what = `QEMU ${verdicts.get(arch)?.qemuVersion ?? 'of a version that is not known'}`;
    const whose = own === undefined ? 'registered by somebody else' : `our own, ${wordOrigin(origins)}`;
    const words = `${what}, ${whose}`;
    kept.set(words, [...(kept.get(words) ?? []), arch]);
  }
  if (kept.size === 0) return undefined;
  const lines = [...kept].map(([words, archs]) => `${archs.join(', ')}: ${words}`);
  return { kind: 'kept', image: formatImageReference(asked.image), kept: lines.join('; ') };
}

function wordOrigin([origin = '']: readonly string[]): string {
  const version = origin.slice(origin.lastIndexOf('/') + 1);
  const [, source, identity] = /-([a-z]+)-(.{1,12})/.exec(version) ?? [];
  return source === undefined ? 'and its source is not known' : `from ${source} ${identity}`;
}

/** True when its origins show that it is not from the image that is asked first. */
function isFromElsewhere(
  origins: readonly string[],
  { image, qemuFrom }: Pick<Inputs, 'image' | 'qemuFrom'>,
): boolean {
  const wanted = originOfImage(image);
  return qemuFrom[0] === 'image' && wanted !== undefined && origins.length > 0 && !origins.includes(wanted);
}

/** The origin of what is taken from an image, as `originOf` gives it; `undefined` for a tag alone. */
function originOfImage({ digest, local }: ImageReference): string | undefined {
  return digest === undefined ? undefined : `${STORE_TOOL}/${imageVersion({ local }, digest)}`;
}
