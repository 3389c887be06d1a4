/**
 * How a process ends that is told to: not in the middle of a change, after the programs that work for it, and without its
 * temporary folders. Those of one that was killed are removed by the next: their names tell whose they were.
 */

import * as fs from 'node:fs';
import { join } from 'node:path';
import { orUndefined } from '../text/problem.ts';
import { type Identity, isUnshared, namesOf, removeOwn, removeTree } from './files.ts';
import { parseStartTime } from './proc.ts';

/** The temporary folders that this process has made; those that are gone do no harm. */
const made = new Map<string, Identity>();

/**
 * Makes a fresh private folder below `parent`, which goes with this process unless it `stays`, and removes those of this
 * name that dead processes of this user have left. Throws the errno exception.
 */
export function makeTemporary(prefix: string, parent: string, stays = false): string {
  if (stays) return fs.mkdtempSync(join(parent, prefix));
  const mark = ownMark();
  sweep(parent, prefix, mark);
  const path = fs.mkdtempSync(join(parent, `${prefix}${mark}`));
  made.set(path, fs.lstatSync(path));
  return path;
}

/** Tells this process from all others: the namespace of its number, the number, and its start time (proc_pid_stat(5)). */
function ownMark(): string {
  const space = orUndefined(() => fs.statSync('/proc/self/ns/pid').ino);
  const started = startOf('self');
  return space === undefined || started === undefined ? '' : `${space}-${process.pid}-${started}-`;
}

function startOf(pid: string): string | undefined {
  return orUndefined(() => parseStartTime(fs.readFileSync(`/proc/${pid}/stat`, 'latin1')));
}

function sweep(parent: string, prefix: string, mark: string): void {
  const [space] = mark.split('-');
  if (mark === '') return;
  removeLeft(parent, prefix, (name) => {
    const [, where, pid = '', started] = /^(\d+)-(\d+)-(\d+)-/.exec(name.slice(prefix.length)) ?? [];
    return where === space && startOf(pid) !== started;
  });
}

/** Removes what this user has left in `parent` under a name that begins with `prefix`, where nothing has touched it for `ageMs`. */
export function removeForgotten(parent: string, prefix: string, ageMs: number, now: number): void {
  removeLeft(parent, prefix, (_, { mtimeMs }) => now - mtimeMs > ageMs);
}

/** So many names are looked at, so long, in milliseconds, and so many removed. The rest is left to later runs. */
const LEFT_LIMITS = { names: 20_000, ms: 2_000, removed: 1_000 };

/**
 * Removes what is this user's and `isLeft`, and nothing where others can give what is not theirs such a name. Others may put
 * as many such names there as they like: whose each is comes before all other questions.
 */
function removeLeft(
  parent: string,
  prefix: string,
  isLeft: (name: string, found: fs.Stats) => boolean,
): void {
  const own = process.geteuid?.();
  if (orUndefined(() => isUnshared(parent)) !== true) return;
  const end = Date.now() + LEFT_LIMITS.ms;
  let left = LEFT_LIMITS.removed;
  orUndefined(() => {
    for (const name of namesOf(parent, LEFT_LIMITS.names)) {
      if (left === 0 || Date.now() > end) return;
      if (!name.startsWith(prefix)) continue;
      const path = join(parent, name);
      const found = orUndefined(() => fs.lstatSync(path));
      if (found?.uid !== own || found === undefined || !isLeft(name, found)) continue;
      left--;
      removeOwn(path, found);
    }
  });
}

/** A program that works for this process, and is to end before it does. */
interface Helper {
  readonly name: string;
  /** Tells it to end. It does so within seconds, or is killed by what runs it. */
  readonly stop: () => void;
  readonly ended: Promise<unknown>;
}

const helpers = new Set<Helper>();

let changes = 0;
let ending: (() => void) | undefined;
let isEnding = false;

/**
 * Waits for a program that works for this process, and gives what it ended with. When this process is told to end, the
 * program is told first; what was to be done with its result is then not done.
 */
export async function whileHelped<T>(name: string, stop: () => void, ended: Promise<T>): Promise<T> {
  const helper = { name, stop, ended };
  helpers.add(helper);
  try {
    const result = await ended;
    return isEnding ? await new Promise<never>(() => undefined) : result;
  } finally {
    helpers.delete(helper);
  }
}

/** Does what must not be left half done: this process is not ended meanwhile, as far as it is asked. */
export async function undisturbed<T>(work: () => Promise<T>): Promise<T> {
  changes++;
  try {
    return await work();
  } finally {
    changes--;
    if (changes === 0) {
      const end = ending;
      ending = undefined;
      end?.();
    }
  }
}

/**
 * Ends the programs that work for this process, removes its temporary folders and calls `end` with the names of those
 * programs, as soon as nothing would be left half done.
 */
export function endSoon(end: (stopped: readonly string[]) => void): void {
  const finish = (stopped: readonly Helper[]): void => {
    for (const [path, meant] of made) orUndefined(() => removeTree(path, meant));
    end(stopped.map(({ name }) => name));
  };
  const stop = (): void => {
    isEnding = true;
    const stopped = [...helpers];
    for (const helper of stopped) helper.stop();
    // What they write meanwhile would lie in folders that are removed.
    if (stopped.length === 0) finish([]);
    else Promise.allSettled(stopped.map((helper) => helper.ended)).then(() => finish(stopped));
  };
  if (changes === 0) stop();
  else ending = stop;
}
