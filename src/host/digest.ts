/** sha256 of files. */
import { createHash } from 'node:crypto';
import type { Host } from './host.ts';

/** The sha256 of a file in lower-case hex. Throws the errno exception. */
export function sha256Of(host: Host, path: string): string {
  const hash = createHash('sha256');
  host.readPieces(path, (piece) => hash.update(piece));
  return hash.digest('hex');
}
