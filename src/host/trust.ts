/** Who may change what lies at a path: whoever may write to it, or to a folder above it, and put another in its place. */

import { dirname } from 'node:path';
import { othersMayExchange } from './files.ts';
import type { FileStat, Host } from './host.ts';
import { seesEveryUser } from './read.ts';

/** The id by which the kernel shows users that a namespace does not know (/proc/sys/kernel/overflowuid). */
export const NOBODY = 65_534;

/** Folders that are root's on every system, though a user namespace may not show it: those above what is ours. */
const SYSTEM: readonly string[] = [
  ...['/', '/home', '/mnt', '/opt', '/run', '/run/user', '/srv', '/tmp'],
  ...['/usr', '/usr/local', '/usr/local/lib', '/var', '/var/lib', '/var/tmp'],
];

/**
 * Debian's group for /usr/local (base-passwd, "Users and groups"): its members can become root without our help, since
 * root runs what lies in /usr/local/sbin.
 */
const STAFF = { gid: 50, folders: ['/usr/local', '/usr/local/lib'] };

/**
 * Why others than root, the user of this process and `also` can put something else at a path; `undefined` when nobody
 * can. Nobody can take away or rename what is not theirs in a folder with the sticky bit. A link on the way is an
 * objection by itself. Where this process cannot see whose a folder is, those of the system are taken to be root's.
 */
export function distrust(host: Host, path: string, also: readonly number[] = []): string | undefined {
  const trusted = [0, host.uid, ...also];
  const unseen = seesEveryUser(host) ? [] : SYSTEM;
  for (let at = path; ; at = dirname(at)) {
    const found = host.stat(at, false);
    if (found === undefined) return `${at} is not there`;
    if (found.kind === 'link') return `${at} is a link`;
    const isRoots = found.uid === NOBODY && unseen.includes(at);
    if (!trusted.includes(found.uid) && !isRoots) return `${at} belongs to user ${found.uid}`;
    if (othersMayExchange(found) && !isForStaff(at, found)) return `others may write to ${at}`;
    if (at === '/') return undefined;
  }
}

function isForStaff(path: string, { mode, gid }: FileStat): boolean {
  return (mode & 0o002) === 0 && gid === STAFF.gid && STAFF.folders.includes(path);
}

/** The first of these folders that this process can write to, and in which nobody else can exchange what it makes. */
export function safeFolder(host: Host, paths: readonly (string | undefined)[]): string | undefined {
  return paths.find(
    (path) =>
      path?.startsWith('/') && distrust(host, path, sudoUser(host)) === undefined && host.isWritable(path),
  );
}

/** The user who has become root by sudo(8), and could do so again. */
export function sudoUser({ uid, env }: Host): readonly number[] {
  return uid === 0 && /^\d{1,10}$/.test(env.SUDO_UID ?? '') ? [Number(env.SUDO_UID)] : [];
}
