/** What the bytes of a binary tell, taken in piece by piece as they pass. */
import { createHash } from 'node:crypto';

export interface Inspected {
  /** In lower-case hex. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** The version that a QEMU states of itself (`10.2.3`), where it does. */
  readonly version?: string;
}

/** An inspection under way. Pieces come in order and are not kept. */
export interface Inspection {
  readonly take: (piece: Buffer) => void;
  readonly end: () => Inspected;
}

/** Longer than a label and its number. */
const SEAM = 128;

/** Begins the inspection of the program of this name (`qemu-aarch64`). */
export function openInspection(name: string): Inspection {
  const label = `${name} version `;
  const hash = createHash('sha256');
  let size = 0;
  let version: string | undefined;
  let tail: Buffer = Buffer.alloc(0);
  return {
    take: (piece) => {
      hash.update(piece);
      size += piece.length;
      // The last one counts: a number that the end of a piece cuts stands whole in the seam after it.
      const seam = Buffer.concat([tail, piece.subarray(0, SEAM)]);
      version = versionAfter(label, piece) ?? versionAfter(label, seam) ?? version;
      tail = Buffer.concat([tail, piece.subarray(-SEAM)]).subarray(-SEAM);
    },
    end: () => {
      const sha256 = hash.digest('hex');
      return version === undefined ? { sha256, size } : { sha256, size, version };
    },
  };
}

/** QEMU's `--version` text (linux-user/main.c), which stands in the binary as it is printed. */
function versionAfter(label: string, bytes: Buffer): string | undefined {
  const at = bytes.indexOf(label, 0, 'latin1');
  if (at < 0) return undefined;
  const rest = bytes.toString('latin1', at + label.length, at + label.length + 20);
  return /^\d+\.\d+\.\d+/.exec(rest)?.[0];
}
