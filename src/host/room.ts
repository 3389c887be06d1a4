/** Why nothing can be written in a folder, in words, and how that is mended. */

import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf, orUndefined, reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import { ForeignLink } from './trust.ts';
import { remedyAgainst } from './unforeseen.ts';

/** Completes "Cannot …: " and names the folder; the remedy is an imperative without a full stop. */
export interface NoRoom {
  readonly cause: string;
  readonly remedy: string;
}

/**
 * Says why `thrown` came of writing in `folder`, which need not be there: the errno alone does not tell a file system
 * without inodes from a full one, and mkdir(2) of what lies in a read-only one can say that nothing is there.
 */
export function whyNoRoom(folder: string, thrown: unknown): NoRoom {
  const shown = printable(folder, 300);
  if (thrown instanceof ForeignLink) return { cause: printable(thrown.message, 400), remedy: 'Take it away' };
  const there = nearest(folder);
  const errno = refusalOf(there) ?? errnoOf(thrown);
  switch (errno) {
    case 'ENOSPC':
      return hasInodes(there)
        ? { cause: `no space is left on the file system of ${shown}`, remedy: 'Make room there' }
        : { cause: `no inode is left on the file system of ${shown}`, remedy: 'Remove files there' };
    case 'EDQUOT':
      return { cause: `the quota of this user is used up in ${shown}`, remedy: 'Make room there' };
    case 'EROFS':
      return { cause: `the file system of ${shown} is read-only`, remedy: 'Mount it for writing' };
    case 'EACCES':
    case 'EPERM':
      return { cause: `this user may not write in ${shown}`, remedy: 'Let this user write there' };
    case 'EEXIST':
    case 'ENOTDIR':
    case 'ELOOP':
      return { cause: `${printable(there, 300)} is no folder`, remedy: 'Take it away' };
    default:
      return {
        cause: `${shown}: ${reasonOf(thrown)}`,
        remedy: remedyAgainst(errno) ?? 'Let this user write there',
      };
  }
}

/** True for what is thrown where a file system has no room, or may not be written to. */
export function isNoRoom(thrown: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EROFS'].includes(errnoOf(thrown) ?? '');
}

/** What is there of a path: itself, or what is nearest above it. */
function nearest(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (orUndefined(() => fs.lstatSync(at)) !== undefined || at === dirname(at)) return at;
  }
}

/** The errno with which access(2) refuses writing there. */
function refusalOf(path: string): string | undefined {
  try {
    fs.accessSync(path, fs.constants.W_OK);
    return undefined;
  } catch (thrown) {
    return errnoOf(thrown);
  }
}

/** Some file systems count none, and have them all the same (statfs(2): `f_files` is 0). */
function hasInodes(path: string): boolean {
  const found = orUndefined(() => fs.statfsSync(path));
  return found === undefined || found.files === 0 || found.ffree > 0;
}
