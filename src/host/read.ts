/** Reading what may not be there, or not be for this user: an answer in any case, never an exception. */
import type { Host } from './host.ts';

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
