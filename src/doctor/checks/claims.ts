/** What the table says of each architecture that was probed, for the checks of entries. */

import { claimants, type Entry, TABLE_PATH } from '../../binfmt/entry.ts';
import { targetOf } from '../../platform/platforms.ts';
import type { Verdict } from '../../probe/verdict.ts';
import { listed, PROGRAM, printable, shellWord } from '../../text/text.ts';
import type { InterpreterFile } from '../facts.ts';
import type { CheckContext, Claim, Observation } from './check.ts';

/**
 * The claims on the architectures in question: those that were asked for by name and the host's own, or all that
 * were probed where none was named.
 */
export function claimsOf({ facts, verdicts, asked = [], claims }: CheckContext): readonly Claim[] {
  if (claims !== undefined) return claims;
  return [...(verdicts?.values() ?? [])].flatMap((verdict) => {
    const target = targetOf(verdict.arch);
    const wanted = asked.length === 0 || asked.includes(verdict.arch) || verdict.arch === facts.architecture;
    if (target === undefined || !wanted) return [];
    const claiming = claimants(facts.table.entries, target);
    return [{ target, verdict, claiming, answering: claiming.find(({ enabled }) => enabled) }];
  });
}

/** The architectures that nothing runs and no entry claims; where some were asked for by name, those alone. */
export function absentOf(context: CheckContext): readonly string[] {
  const absent = claimsOf(context).filter(
    ({ verdict, claiming }) => verdict.status === 'absent' && claiming.length === 0,
  );
  const archs = absent.map(({ target }) => target.arch);
  const asked = archs.filter((arch) => context.asked?.includes(arch));
  return asked.length > 0 ? asked : archs;
}

/** A claim that an entry answers. */
export interface AnsweredClaim extends Claim {
  readonly answering: Entry;
}

/** Those of the claims that an entry answers. */
export function answeredClaimsOf(context: CheckContext): readonly AnsweredClaim[] {
  return claimsOf(context).filter((claim): claim is AnsweredClaim => claim.answering !== undefined);
}

/** An entry that answers for foreign architectures, with the file behind it. */
export interface ClaimingHandler {
  readonly entry: Entry;
  readonly path: string;
  readonly archs: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** Absent where the doctor did not look. */
  readonly file: InterpreterFile | undefined;
}

/** Each answering entry once, with all architectures that it answers for; the host's own is left out. */
export function handlersOf(context: CheckContext): readonly ClaimingHandler[] {
  const found = new Map<string, ClaimingHandler>();
  for (const { target, verdict, answering } of answeredClaimsOf(context)) {
    const path = answering.interpreter;
    if (path === undefined || target.arch === context.facts.architecture) continue;
    const known = found.get(answering.name);
    found.set(answering.name, {
      entry: answering,
      path,
      archs: [...(known?.archs ?? []), target.arch],
      verdicts: [...(known?.verdicts ?? []), verdict],
      file: context.doctor?.interpreters.get(path),
    });
  }
  return [...found.values()];
}

/** The handlers for people: `qemu-arm (/usr/bin/qemu-arm)` for each. */
export function describeHandlers(handlers: readonly ClaimingHandler[]): string {
  const names = handlers.map(({ entry, path }) => `${printable(entry.name, 60)} (${path})`);
  return listed(names, 8, 400);
}

/**
 * What is seen of some handlers, with the command that sets their platforms up anew; nothing where there are none. `replace`
 * is for faults of what may work: setup replaces by itself what does not, and findings of one entry name one command.
 */
export function observeHandlers(
  handlers: readonly ClaimingHandler[],
  evidence: string,
  { replace = false, persist = false } = {},
): Observation | undefined {
  if (handlers.length === 0) return undefined;
  const archs = handlers.flatMap((handler) => handler.archs);
  const isKept = handlers.some(({ verdicts }) =>
    verdicts.some(({ status, result }) => status === 'emulated' || result === 'slow'),
  );
  return { evidence, commands: [`${setupCommand(archs, replace && isKept)}${persist ? ' --persist' : ''}`] };
}

/** Commands that write `word` to each entry; none for names that cannot be shown as they are. */
export function entryCommands(word: '0' | '1' | '-1', entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ name }) =>
    printable(name) !== name ? [] : [`echo ${word} | sudo tee ${shellWord(`${TABLE_PATH}/${name}`)}`],
  );
}

/** The command that sets architectures (OCI names) up anew. */
export function setupCommand(archs: readonly string[], replace = false): string {
  const names = archs.map((arch) => `linux/${arch}`).join(' ');
  return `${PROGRAM} setup ${names}${replace ? ' --on-conflict replace' : ''}`;
}

/** For the documentation; a finding names the platforms in question. */
export const EXAMPLE_SETUP = [setupCommand(['arm64'])];
export const EXAMPLE_REPLACE = [setupCommand(['arm64'], true)];
