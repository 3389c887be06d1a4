/**
 * How a process ends that is told to: not in the middle of a change, and without its temporary folders. Those of one that
 * was killed are removed by the next: their names tell whose they were.
 */

import * as fs from 'node:fs';
import { join } from 'node:path';
import { orUndefined } from '../text/problem.ts';
import { othersMayExchange, removeTree } from './files.ts';
import { parseStartTime } from './proc.ts';

/** The temporary folders that this process has made; those that are gone do no harm. */
const made = new Set<string>();

/**
 * Makes a fresh private folder below `parent`, which goes with this process unless it `stays`, and removes those of this
 * name that dead processes of this user have left. Throws the errno exception.
 */
export function makeTemporary(prefix: string, parent: string, stays = false): string {
  if (stays) return fs.mkdtempSync(join(parent, prefix));
  const mark = ownMark();
  sweep(parent, prefix, mark);
  const path = fs.mkdtempSync(join(parent, `${prefix}${mark}`));
  made.add(path);
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
  const { uid: own = -1, space = '' } = { uid: process.geteuid?.(), space: mark.split('-')[0] };
  const around = orUndefined(() => fs.statSync(parent));
  // Where others may rename folders, what is looked at need not be what is removed.
  const isSafe = around !== undefined && [0, own].includes(around.uid) && !othersMayExchange(around);
  if (mark === '' || !isSafe) return;
  for (const name of orUndefined(() => fs.readdirSync(parent)) ?? []) {
    const [, where, pid = '', started] = name.startsWith(prefix)
      ? (/^(\d+)-(\d+)-(\d+)-/.exec(name.slice(prefix.length)) ?? [])
      : [];
    if (where !== space || startOf(pid) === started) continue;
    const path = join(parent, name);
    const isOwn = orUndefined(() => fs.lstatSync(path).uid) === own;
    if (isOwn) orUndefined(() => removeTree(path));
  }
}

let changes = 0;
let ending: (() => void) | undefined;

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

/** Removes the temporary folders of this process and calls `end`, as soon as nothing would be left half done. */
export function endSoon(end: () => void): void {
  const stop = (): void => {
    for (const path of made) orUndefined(() => removeTree(path));
    end();
  };
  if (changes === 0) stop();
  else ending = stop;
}
