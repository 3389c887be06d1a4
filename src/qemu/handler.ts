/** What a source of QEMU is asked for, what it is given, and what it gives. */

import type { Host } from '../host/host.ts';
import type { RegistryRights } from '../oci/registry.ts';
import { ET_DYN, ET_EXEC, isSameMachine, readElf } from '../platform/elf.ts';
import { type Target, targetOf } from '../platform/platforms.ts';
import type { SetupProblem } from '../text/problem.ts';
import type { Progress } from '../text/progress.ts';
import { printable } from '../text/text.ts';

/** What is wanted: one architecture (OCI name) and QEMU's own name of it. */
export type TargetName = Pick<Target, 'arch' | 'qemu'>;

/** The sources by name: an OCI image, the packages of Debian and Ubuntu, what the host has installed. */
export const SOURCE_NAMES = ['image', 'apt', 'host'] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

/** One QEMU binary in the store: static, of this host's architecture. */
export interface Handler {
  /** OCI architecture that it emulates. */
  readonly arch: string;
  /** Absolute path in the store. */
  readonly path: string;
  /** What was recorded; whoever registers it hashes it first. */
  readonly sha256: string;
  /** QEMU version (`10.2.3`) where the source says it; the kernel's answer comes from a probe. */
  readonly version?: string;
  readonly source: SourceName;
  /**
   * The build takes its arguments as flag `P` gives them even where the kernel does not say so
   * (`QEMU_PRESERVE_ARGV0` in the image's configuration).
   */
  readonly assumesPreserve: boolean;
}

/** A wanted architecture that the source does not have, and why, for people. */
export interface Missing {
  readonly arch: string;
  readonly reason: string;
}

export interface SourceResult {
  readonly handlers: readonly Handler[];
  /** Empty when everything wanted was given. */
  readonly missing: readonly Missing[];
  /** One line for people: image and digest, package and version, or folder. */
  readonly origin: string;
  /** Bytes that came over the network; 0 when the store or the Actions cache had everything. */
  readonly downloadedBytes: number;
  /** Everything came from the store or the Actions cache: no network but the cache's own. */
  readonly cacheHit: boolean;
  /** What people should know besides, a line each. */
  readonly notes: readonly string[];
  /** What becomes a warning. */
  readonly troubles: readonly SourceTrouble[];
  /** Why it could not give the rest, where that is no property of the source: a registry that fails, a full disk. */
  readonly failure?: SetupProblem;
  /** Plain JSON for the post step: what it saves in the Actions cache. Absent when there is nothing to save. */
  readonly toCache?: CacheRecord;
}

/** What the post step needs to save downloads in the Actions cache; plain JSON. */
export interface CacheRecord {
  readonly key: string;
  /** Absolute path of the one folder that is saved. */
  readonly folder: string;
}

export interface SourceContext extends RegistryRights {
  readonly host: Host;
  /** OCI architecture of this host (`amd64`, `arm64`). */
  readonly hostArch: string;
  /** Root of the tool cache, as `storeRoot` gives it. */
  readonly storeRoot: string;
  /** One line of progress for people. */
  readonly log: (line: string) => void;
  /** Is told how far a download is. */
  readonly download?: Progress['download'];
  /** Hash what the store holds: something in it was not what was recorded. */
  readonly rehash: boolean;
  /** Most time that one source may take, in milliseconds. */
  readonly timeLimitMs: number;
}

/**
 * Fetches from one source. Gives the handlers that it has of those wanted (the others are in `missing`); throws a
 * SetupProblem when it can give none, with the reason.
 */
export type FetchFrom = (wanted: readonly TargetName[], context: SourceContext) => Promise<SourceResult>;

/** What is wrong with a source that works all the same. */
export type SourceTrouble =
  /** The image is named by a tag alone; `pinned` says what that was this time, where it is known. */
  | { readonly kind: 'unpinned'; readonly image: string; readonly pinned?: string }
  /** What the store holds is not what was put there. */
  | { readonly kind: 'damaged'; readonly arch: string; readonly reason: string }
  /** It could not be found out whether there is something newer than what is used. */
  | { readonly kind: 'unrefreshed'; readonly used: string; readonly reason: string }
  /** The source that was asked first does not give all: what is used in its place. */
  | {
      readonly kind: 'replaced';
      readonly asked: string;
      readonly used: string;
      readonly reason: string;
      /** How it is mended, where the first source failed. */
      readonly remedy?: string;
    }
  /** Entries are kept that are not shown to be from the image that was named: which, and of whom. */
  | { readonly kind: 'kept'; readonly image: string; readonly kept: string };

const AS_ROOT = ' (as root or with sudo)';

/** How each kind is mended, where nothing more is known. */
export const TROUBLE_REMEDIES: Readonly<Record<SourceTrouble['kind'], string>> = {
  unpinned: 'Write its digest behind it',
  damaged: 'Find out who else writes to the tool cache of this machine',
  unrefreshed: 'See that the package sources of this machine can be reached',
  replaced: 'Mend that, or name in the input qemu-from the sources that may be used',
  kept: `Set on-conflict: replace${AS_ROOT} to have the image used for them, too`,
};

/** What was seen, and how to mend it; who `hasRight` to change the table is not told to get it. */
export function wordTrouble(
  trouble: SourceTrouble,
  hasRight: boolean,
): { readonly evidence: string; readonly remedy: string } {
  const general = TROUBLE_REMEDIES[trouble.kind];
  const remedy = hasRight ? general.replace(AS_ROOT, '') : general;
  switch (trouble.kind) {
    case 'unpinned': {
      const { image, pinned } = trouble;
      const now = pinned === undefined ? '' : `. Now it is ${pinned}`;
      return {
        evidence: `${image} names no digest, so it can change from run to run${now}`,
        remedy: pinned === undefined ? remedy : `Write image: ${pinned} to keep it`,
      };
    }
    case 'damaged':
      return {
        evidence: `The stored QEMU for ${trouble.arch} is damaged: ${printable(trouble.reason)}. It is not used but fetched again`,
        remedy,
      };
    case 'unrefreshed':
      return {
        evidence: `apt cannot say whether there is a newer QEMU (${printable(trouble.reason)}); ${printable(trouble.used)} is used`,
        remedy,
      };
    case 'replaced':
      return {
        evidence: `QEMU was asked of ${trouble.asked}, and is taken elsewhere: ${printable(trouble.used)}. Why: ${printable(trouble.reason, 600)}`,
        remedy: trouble.remedy ?? remedy,
      };
    case 'kept':
      return {
        evidence: `The image ${trouble.image} was asked for, and is not used for what works already and is kept: ${printable(trouble.kept, 900)}`,
        remedy,
      };
  }
}

/** Why a binary cannot be a handler on this host, or `undefined`. It must need nothing but the kernel. */
export function refusalOf(firstBytes: Uint8Array, hostArch: string): string | undefined {
  const elf = readElf(firstBytes);
  const own = targetOf(hostArch)?.elf;
  if (elf === undefined) return 'it is not an ELF program';
  if (own === undefined || !isSameMachine(elf, own)) return `it is not a program for ${hostArch}`;
  if (elf.type !== ET_EXEC && elf.type !== ET_DYN) return 'it is not a program that can be started';
  if (!elf.complete) return 'its program headers cannot be read';
  if (elf.interpreter) return 'it is not statically linked';
  return undefined;
}

/** The version that QEMU's `--version` text gives, which stands in the binary as it is printed (linux-user/main.c). */
export function versionAfter(label: string, bytes: Buffer): string | undefined {
  const at = bytes.indexOf(label, 0, 'latin1');
  if (at < 0) return undefined;
  const rest = bytes.toString('latin1', at + label.length, at + label.length + 20);
  return /^\d+\.\d+\.\d+/.exec(rest)?.[0];
}
