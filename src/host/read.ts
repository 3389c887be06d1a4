/** Reading what may not be there, or not be for this user: an answer in any case, never an exception. */
import { createHash } from 'node:crypto';
import type { Host } from './host.ts';
import { type Mount, parseMounts } from './proc.ts';

/** The text of a file, or `otherwise` where it cannot be read. */
export function textOr<T>(host: Host, path: string, otherwise: T): string | T {
  try {
    return host.readText(path);
  } catch {
    return otherwise;
  }
}

/** The first `length` bytes of a file, or as many as there are; none where it cannot be read. */
export function headOf(host: Host, path: string, length: number): Uint8Array {
  try {
    return host.readBytes(path, length);
  } catch {
    return new Uint8Array();
  }
}

/** The same as text. */
export function headText(host: Host, path: string, length: number): string {
  return new TextDecoder().decode(headOf(host, path, length));
}

/** The names in a folder; none where it cannot be listed. */
export function namesIn(host: Host, path: string): readonly string[] {
  try {
    return host.list(path);
  } catch {
    return [];
  }
}

/** The sha256 of a file in lower-case hex. Throws the errno exception. */
export function sha256Of(host: Host, path: string): string {
  const hash = createHash('sha256');
  host.readPieces(path, (piece) => hash.update(piece));
  return hash.digest('hex');
}

/** The mounts that this process sees. */
export function observeMounts(host: Host): readonly Mount[] {
  return parseMounts(textOr(host, '/proc/self/mountinfo', ''));
}

/**
 * Whether this process sees every user under its own number: true outside of user namespaces. In one, files of
 * root may seem to be nobody's, and other users may not exist. Source: user_namespaces(7), /proc/self/uid_map.
 */
export function seesEveryUser(host: Host): boolean {
  try {
    return /^\s*0\s+0\s+4294967295\s*$/.test(host.readText('/proc/self/uid_map'));
  } catch {
    return true;
  }
}
