/** What was seen of the host, as plain values, and what follows from them without looking further. */

import type { TableFacts } from '../binfmt/table.ts';
import { type Mount, maySysAdmin } from '../host/proc.ts';
import { atLeast } from '../text/version.ts';

export interface KernelFacts {
  /** `uname -r`, e.g. `6.8.0-1017-azure`. */
  readonly release: string;
  /** `undefined` when the release does not begin with numbers. */
  readonly version: string | undefined;
}

/** By which right changes can be made: as root, through `sudo -n`, through a Docker engine, or not at all. */
export type Privilege = 'root' | 'sudo' | 'docker' | 'none';

export interface HostFacts {
  /** `process.platform`; everything below is only meaningful for `linux`. */
  readonly system: string;
  readonly kernel: KernelFacts;
  /** OCI architecture of the kernel, `undefined` for one that is not in the table. */
  readonly architecture: string | undefined;
  readonly cpus: number;
  readonly nodeVersion: string;
  readonly uid: number;
  /** Users who can log in here besides root and this job's, as far as /etc/passwd tells; none on a hosted runner. */
  readonly otherLogins: number;
  /** Effective capabilities as a bit set (CapEff of /proc/self/status). */
  readonly capabilities: bigint;
  /** What root could have here (CapBnd of the same file): sudo gives no more than that. */
  readonly bounding: bigint;
  /** True inside a user namespace that is not the first one. */
  readonly userNamespace: boolean;
  /** Kind of container this process lives in (`docker`, `podman`, `lxc` …). */
  readonly container?: string;
  readonly wsl?: 1 | 2;
  readonly privilege: Privilege;
  /** A workflow's step reads what is said: its lines are what can be changed, and not a command on a terminal. */
  readonly workflow?: boolean;
  /** The local Docker engine's address and whether something answers there. */
  readonly docker: { readonly endpoint: string; readonly reachable: boolean };
  /** What was seen of user namespaces; absent where nothing depends on them. */
  readonly namespaces?: NamespaceFacts;
  readonly table: TableFacts;
  readonly mounts: readonly Mount[];
}

/** First kernel that opens the interpreter at registration (flag `F`, fs/binfmt_misc.c). */
export const FIX_BINARY_SINCE = '4.8';

/** What the kernel can do, by its version. */
export interface KernelAbilities {
  /** Flag `F`. A release that cannot be read is given the benefit of the doubt: the read-back tells. */
  readonly fixBinary: boolean;
  /** Flag `P` is told to the interpreter in AT_FLAGS (5.12, and stable 5.10 from .225 on). */
  readonly tellsPreserve: boolean;
  /** Every user namespace can have a table of its own (6.7). */
  readonly tablePerNamespace: boolean;
  /** Entries are dropped with the last mount of the table (6.7 and the stable kernels of August 2024). */
  readonly entriesDieWithMount: boolean;
}

/** Derives the abilities from the kernel's version. */
export function kernelAbilities({ version }: KernelFacts): KernelAbilities {
  const stable = (from: string, below: string): boolean => atLeast(version, from) && !atLeast(version, below);
  return {
    fixBinary: version === undefined || atLeast(version, FIX_BINARY_SINCE),
    tellsPreserve: atLeast(version, '5.12') || stable('5.10.225', '5.11'),
    tablePerNamespace: atLeast(version, '6.7'),
    entriesDieWithMount:
      atLeast(version, '6.7') ||
      stable('5.4.283', '5.5') ||
      stable('5.10.225', '5.11') ||
      stable('6.1.107', '6.2'),
  };
}

/** True where this program may change the table itself. */
export function isPrivileged({ privilege }: Pick<HostFacts, 'privilege'>): boolean {
  return privilege === 'root' || privilege === 'sudo';
}

/** True where root, whether this user is root or has to become it, may mount a file system. */
export function mayRootMount({ uid, capabilities, bounding }: HostFacts): boolean {
  return maySysAdmin(uid === 0 ? capabilities : bounding);
}

/** True where another table than the host's was asked for and cannot be had: nothing of the host's counts for it. */
export function isTableLost({ namespaces }: Pick<HostFacts, 'namespaces'>): boolean {
  return namespaces?.wanted === true && !namespaces.attempt.ok;
}

/** At which step a table of one's own could not be had; `engine`: there is none to whose namespace one could go. */
export type Stage = 'tools' | 'engine' | 'unshare' | 'map' | 'mount';

/** What became of trying. */
type Attempt =
  /** `ids` is the number of user ids that are known in there. */
  | { readonly ok: true; readonly ids: number }
  | { readonly ok: false; readonly stage: Stage; readonly said: string };

/** What decides whether a user can have namespaces, and in them a table of their own. */
export interface NamespaceFacts {
  /** A table of one's own is what was asked for, so what forbids it is an error. */
  readonly wanted: boolean;
  readonly attempt: Attempt;
  /** /proc/self/ns/user is there: the kernel is built with user namespaces. */
  readonly built: boolean;
  /** user.max_user_namespaces of this namespace. */
  readonly limit?: number;
  /** Debian's kernel.unprivileged_userns_clone. */
  readonly unprivilegedClone?: boolean;
  /** Ubuntu's kernel.apparmor_restrict_unprivileged_userns. */
  readonly appArmorRestricts?: boolean;
  /** The AppArmor profile that confines this process. */
  readonly appArmorProfile?: string;
  /** A seccomp filter is at work on this process. */
  readonly seccomp: boolean;
  /** Helper programs of the package uidmap that are missing. */
  readonly missingHelpers: readonly string[];
  /** Subordinate ids that this user has been granted. */
  readonly subUids: number;
  readonly subGids: number;
}
