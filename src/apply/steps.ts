/** Single steps on the kernel's table. Each is recorded before it is made. */

import { basename } from 'node:path';
import { explainErrno, type PinnedEntry, parseEntry } from '../binfmt/entry.ts';
import { beginsAs, formatRule, isRuleOf, isStaleHelper, type Rule, ruleOfEntry } from '../binfmt/rule.ts';
import { readEntry } from '../binfmt/table.ts';
import { type Command, type Host, ROOT_PATH } from '../host/host.ts';
import { distrustOpening, makeSafeTemporary, systemProgram } from '../host/trust.ts';
import { ownRules } from '../journal/journal.ts';
import type { Change } from '../journal/record.ts';
import { ownLauncher } from '../probe/probe.ts';
import { errnoOf, type Failure, orUndefined, reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';

/** The number that a program finds its first inherited file under. */
const FIRST_INHERITED = 3;

/** The table, and where its changes are recorded. */
export interface Table {
  readonly host: Host;
  /** Folder of the table. */
  readonly table: string;
  readonly record: (change: Change) => void;
  /** Names of entries that are switched off where others are taken away (`Plan.aside`). */
  readonly aside?: readonly string[];
}

/**
 * Locks a folder, and waits `limitMs` at most for it: every process that sees a table shares its root inode, in
 * whatever mount namespace it lives, and the kernel lets go when the process ends. Gives how to let go (flock(1)).
 */
export async function lockFolder(
  host: Host,
  path: string,
  limitMs: number,
): Promise<{ readonly close: () => void } | Failure> {
  const failed = (why: string): Failure => ({ failure: `${path} cannot be locked: ${why}` });
  const locker = findLocker(host);
  if (locker === undefined) return failed('flock is missing (install util-linux)');
  const folder = orUndefined(() => host.open(path));
  if (folder === undefined) return failed('it cannot be opened (mount it first)');
  // The flock of busybox has no time limit of its own: that of the program that is run is what counts.
  const { code, error, timedOut } = await host.run(
    { ...locker.start, env: { PATH: ROOT_PATH }, timeoutMs: limitMs },
    [folder],
  );
  locker.close();
  if (code === 0) return folder;
  folder.close();
  if (!timedOut) return failed(`flock ended with ${error ?? code ?? 'a signal'}`);
  const seconds = Math.ceil(limitMs / 1000);
  return failed(`another process has held it for ${seconds} s (run this step again when it has ended)`);
}

interface Locker {
  readonly start: Pick<Command, 'file' | 'args'>;
  readonly close: () => void;
}

/** What locks its file number 3: flock(1), or where a small busybox has none, the launcher of probes. */
function findLocker(host: Host): Locker | undefined {
  const flock = systemProgram(host, 'flock');
  if (flock !== undefined)
    return { start: { file: flock, args: ['-x', String(FIRST_INHERITED)] }, close: () => undefined };
  const launcher = ownLauncher(host);
  return launcher && orUndefined(() => writeLocker(host, launcher));
}

function writeLocker(host: Host, launcher: Uint8Array): Locker {
  const folder = makeSafeTemporary(host, 'setup-binfmt-lock-');
  host.writeFile(`${folder}/launch`, launcher, 0o755);
  return {
    start: { file: `${folder}/launch`, args: ['lock'] },
    close: () => host.remove(folder),
  };
}

/** Registers; gives the reason when the kernel refuses. */
export function register(context: Table, rule: Rule): string | undefined {
  return recordFirst(context, { kind: 'register', rule }) ?? writeRule(context, rule);
}

/** Registers what was recorded otherwise. */
function writeRule(context: Table, rule: Rule): string | undefined {
  try {
    context.host.writeKernel(`${context.table}/register`, formatRule(rule));
    return undefined;
  } catch (thrown) {
    const errno = errnoOf(thrown);
    return errno === undefined
      ? reasonOf(thrown)
      : `${printable(rule.interpreter, 200)}: ${explainErrno('register', errno)}`;
  }
}

/** Why an entry that was there before cannot be registered again by its path; `undefined` where it seems that it can. */
export function cannotRegister({ host }: Table, { flags, interpreter }: Rule): string | undefined {
  if (!flags.includes('F')) return undefined;
  const objection = distrustOpening(host, interpreter);
  if (objection === undefined) return undefined;
  return `${printable(interpreter, 200)} may be another program by now: ${printable(objection, 200)}`;
}

/**
 * Registers what was there before, and whose path alone is known. With flag `F` the kernel opens what lies there now: that
 * must not be what others have put there.
 */
export function registerAgain(context: Table, rule: Rule): string | undefined {
  return cannotRegister(context, rule) ?? writeRule(context, rule);
}

/** Registers, and reads the entry again: what the kernel understood otherwise is taken away. Gives what is wrong. */
export function registerWhole(context: Table, rule: Rule): string | undefined {
  const { name } = rule;
  const refusal = register(context, rule);
  if (refusal !== undefined) return refusal;
  const entry = readEntry(context, name);
  if (entry === undefined) return `entry ${name} is not there after it was registered`;
  if (beginsAs(rule, entry) && isRuleOf(rule, entry)) return undefined;
  remove(context, name);
  return `entry ${name} reads otherwise than it was registered: "${printable(entry.text)}"`;
}

/**
 * Takes an entry away, or switches it off, if it still reads as it was observed. An entry that is gone is no problem.
 */
export function removePinned(context: Table, pinned: PinnedEntry): string | undefined {
  const { name } = pinned;
  const present = readEntry(context, name);
  if (present === undefined) return undefined;
  if (present.text !== pinned.text) return changedMeanwhile(name);
  if (context.aside?.includes(name))
    return recordFirst(context, { kind: 'off', name }) ?? disable(context, name);
  return recordFirst(context, { kind: 'remove', name }) ?? remove(context, name);
}

/** Puts an entry in place as it was observed before `removePinned`; gives the reason when that cannot be done. */
export function bringBack(context: Table, pinned: PinnedEntry): string | undefined {
  const entry = parseEntry(pinned.name, pinned.text);
  const rule = ruleOfEntry(entry);
  if (readEntry(context, pinned.name) !== undefined)
    return entry.enabled ? enable(context, pinned.name) : undefined;
  if (rule === undefined) return 'it is not understood';
  return registerAgain(context, rule) ?? (entry.enabled ? undefined : disable(context, pinned.name));
}

/** What cannot be recorded is not done: it could not be undone. */
export function recordFirst(context: Table, change: Change): string | undefined {
  try {
    context.record(change);
    return undefined;
  } catch (thrown) {
    return `a change cannot be recorded, and is not made: ${reasonOf(thrown)}`;
  }
}

/** What is said of an entry that does not read as it was observed. */
export function changedMeanwhile(name: string): string {
  return `entry ${printable(name, 60)} was changed or removed by somebody else meanwhile`;
}

/** Takes away what this run has registered, if it is still that. */
export function removeOwn(context: Table, { name, interpreter }: Rule): void {
  if (readEntry(context, name)?.interpreter === interpreter) remove(context, name);
}

/** Takes an entry away, whatever it reads. */
export function remove({ host, table }: Table, name: string): string | undefined {
  return switchEntry(host, `${table}/${name}`, '-1', name);
}

/** Switches an entry off. */
export function disable({ host, table }: Table, name: string): string | undefined {
  return switchEntry(host, `${table}/${name}`, '0', name);
}

/** Switches an entry on. */
export function enable({ host, table }: Table, name: string): string | undefined {
  return switchEntry(host, `${table}/${name}`, '1', name);
}

function switchEntry(host: Host, path: string, word: '-1' | '0' | '1', name: string): string | undefined {
  try {
    host.writeKernel(path, word);
    return undefined;
  } catch (thrown) {
    const errno = errnoOf(thrown);
    if (errno === 'ENOENT') return undefined;
    return `entry ${printable(name, 60)}: ${errno === undefined ? reasonOf(thrown) : explainErrno('switch', errno)}`;
  }
}

/** Takes away what a killed run has left under the name of a helper; true when something was there. */
export function removeStale(context: Table, helper: Rule): boolean {
  const entry = readEntry(context, helper.name);
  if (entry === undefined || !isStaleHelper(helper, entry, ownRules(context.host))) return false;
  return remove(context, helper.name) === undefined;
}

/** Most time for a program of the system, in milliseconds. */
const TOOL_LIMIT_MS = 30_000;

/** Runs a program of the system, for half a minute at most; gives what it says when it fails. Nothing of the job's environment gets there. */
export async function runTool(
  host: Host,
  file: string,
  args: readonly string[],
): Promise<string | undefined> {
  const { code, stderr, timedOut } = await host.run({
    file,
    args,
    env: { PATH: ROOT_PATH },
    timeoutMs: TOOL_LIMIT_MS,
  });
  if (code === 0) return undefined;
  const name = basename(file);
  if (timedOut) return `${name} did not end within ${TOOL_LIMIT_MS / 1000} s`;
  return printable(stderr) || `${name} ended with ${code}`;
}
