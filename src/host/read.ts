/** Reads files that may not be there, or not be for this user. */

import { orUndefined } from '../text/problem.ts';
import type { Host } from './host.ts';
import { isNestedNamespace, type Mount, parseMounts, parseStartTime } from './proc.ts';

/** The text of a file, or `otherwise` where it cannot be read. */
export function textOr<T>(host: Host, path: string, otherwise: T): string | T {
  return orUndefined(() => host.readText(path)) ?? otherwise;
}

/** The first `length` bytes of a file, or as many as there are; none where it cannot be read. */
export function headOf(host: Host, path: string, length: number): Uint8Array {
  return orUndefined(() => host.readBytes(path, length)) ?? new Uint8Array();
}

/** The same as text. */
export function headText(host: Host, path: string, length: number): string {
  return new TextDecoder().decode(headOf(host, path, length));
}

/** The names in a folder; none where it cannot be listed. */
export function namesIn(host: Host, path: string): readonly string[] {
  return orUndefined(() => host.list(path)) ?? [];
}

/** More files of settings lie in no folder, but where others fill one: each would be read. */
const SETTINGS_LIMIT = 500;

/** The paths of the files of settings in a folder whose names end so, sorted by name. */
export function settingsIn(host: Host, folder: string, ending = ''): readonly string[] {
  return namesIn(host, folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .slice(0, SETTINGS_LIMIT)
    .map((name) => `${folder}/${name}`);
}

/** True when a folder is there, as the one above lists it: a look at it itself can wait for an automount. */
export function isListed(host: Host, path: string): boolean {
  const end = path.lastIndexOf('/');
  return namesIn(host, path.slice(0, end)).includes(path.slice(end + 1));
}

/** By FUSE each user may make a thousand mounts (mount_max of fuse.conf), whose lines have up to 16 kB. */
const MOUNTS_LIMIT = 64 * 1024 ** 2;

/** The mounts that this process sees. Throws the errno exception, and where there are too many to read. */
export function readMounts(host: Pick<Host, 'readBytes'>): readonly Mount[] {
  const bytes = host.readBytes('/proc/self/mountinfo', MOUNTS_LIMIT);
  if (bytes.length >= MOUNTS_LIMIT) throw new Error('there are too many mounts');
  return parseMounts(new TextDecoder().decode(bytes));
}

/** The same; none where they cannot be read. */
export function observeMounts(host: Host): readonly Mount[] {
  return orUndefined(() => readMounts(host)) ?? [];
}

/**
 * Whether this process sees every user under its own number: true outside of user namespaces. In one, files of
 * root may seem to belong to `nobody`, and other users may not exist. Source: user_namespaces(7), /proc/self/uid_map.
 */
export function seesEveryUser(host: Host): boolean {
  const map = orUndefined(() => host.readText('/proc/self/uid_map'));
  return map === undefined || !isNestedNamespace(map);
}

/** Seconds since the machine was started (proc_uptime(5)); 0 where it does not tell. */
export function uptime(host: Host): number {
  return Number.parseFloat(textOr(host, '/proc/uptime', '')) || 0;
}

/** When a process was started, in hundredths of a second since the machine was; `undefined` when there is none. */
export function startOf(host: Host, pid: number | undefined): string | undefined {
  return pid === undefined ? undefined : parseStartTime(textOr(host, `/proc/${pid}/stat`, ''));
}
