/** sha256 of files. */
import { createHash } from 'node:crypto';
import { formatDigests, formatIdentity, isSettled, parseDigests, type Remembered } from '../apply/digests.ts';
import type { Host } from './host.ts';
import { textOr } from './read.ts';

/** The sha256 of a file in lower-case hex. Throws the errno exception. */
export function sha256Of(host: Host, path: string): string {
  const hash = createHash('sha256');
  host.readPieces(path, (piece) => hash.update(piece));
  return hash.digest('hex');
}

/** Digests of files. Each is hashed once, and again when the kernel does not say that it is unchanged. */
export interface Digests {
  /** The sha256 of a file in lower-case hex. Throws the errno exception. */
  readonly of: (path: string) => string;
  /** What later processes may go by, as a text; `undefined` when nothing is new. */
  readonly news: () => string | undefined;
}

/** Goes by the text that an earlier process kept, as far as it is of this boot. `now` gives milliseconds since 1970. */
export function openDigests(host: Host, kept = '', now: () => number = Date.now): Digests {
  const boot = textOr(host, '/proc/sys/kernel/random/boot_id', '').trim();
  const earlier = parseDigests(kept, boot);
  const known = new Map(earlier);
  const lasting = new Map<string, Remembered>();
  return {
    of: (path) => {
      const begun = now();
      const found = host.stat(path);
      const identity = found === undefined ? '' : formatIdentity(found);
      const remembered = known.get(path);
      if (remembered?.identity === identity) return remembered.sha256;
      const sha256 = sha256Of(host, path);
      known.set(path, { identity, sha256 });
      if (found !== undefined && isSettled(found, host.fileSystemType(path), begun)) {
        lasting.set(path, { identity, sha256 });
      }
      return sha256;
    },
    news: () => {
      if (boot === '' || lasting.size === 0) return undefined;
      const unchanged = [...earlier].filter(([path, { identity }]) => {
        const found = host.stat(path);
        return found !== undefined && formatIdentity(found) === identity;
      });
      return formatDigests(boot, new Map([...unchanged, ...lasting]));
    },
  };
}
