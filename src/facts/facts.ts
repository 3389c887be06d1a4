/** What was seen of the host, as plain values, and what follows from them without looking further. */

import type { Entry } from '../binfmt/entry.ts';
import type { NamespaceFacts } from '../core/namespaces.ts';
import type { Mount } from '../host/proc.ts';

/** Major, minor and patch number. */
export type Version = readonly [number, number, number];

export interface KernelFacts {
  /** `uname -r`, e.g. `6.8.0-1017-azure`. */
  readonly release: string;
  /** `undefined` when the release does not begin with numbers. */
  readonly version: Version | undefined;
}

/**
 * - `unsupported`: the kernel is built without binfmt_misc
 * - `masked`: /proc/sys cannot be seen, so nothing can be said
 * - `module-missing`: a module that is not among the modules of the running kernel
 * - `not-loaded`: a module that can be loaded
 * - `autofs`: an automount point waits for its first access
 * - `not-mounted`, `read-only`, `disabled` (the whole table is switched off), `ready`
 */
export type TableState =
  | 'unsupported'
  | 'masked'
  | 'module-missing'
  | 'not-loaded'
  | 'autofs'
  | 'not-mounted'
  | 'read-only'
  | 'disabled'
  | 'ready';

export interface TableFacts {
  readonly state: TableState;
  readonly path: string;
  /** Newest first, as the kernel lists them and asks them. */
  readonly entries: readonly Entry[];
  /** Names that are listed but could not be read, with the errno. */
  readonly unreadable: readonly { readonly name: string; readonly errno: string }[];
  /** Other places where binfmt_misc is mounted. */
  readonly elsewhere: readonly string[];
  /** User that the mounted table belongs to, as this process sees users. */
  readonly owner?: number;
}

/** By which right changes can be made: as root, through `sudo -n`, through a Docker engine, or not at all. */
export type Privilege = 'root' | 'sudo' | 'docker' | 'none';

export interface HostFacts {
  /** `process.platform`; everything below is only meaningful for `linux`. */
  readonly system: string;
  readonly kernel: KernelFacts;
  /** OCI architecture of the kernel, `undefined` for one that is not in the table. */
  readonly architecture: string | undefined;
  /** x86-64 microarchitecture level of the CPU, on amd64 only. */
  readonly amd64Level?: 1 | 2 | 3 | 4;
  readonly cpus: number;
  readonly nodeVersion: string;
  readonly uid: number;
  /** Effective capabilities as a bit set (CapEff of /proc/self/status). */
  readonly capabilities: bigint;
  /** True inside a user namespace that is not the first one. */
  readonly userNamespace: boolean;
  /** Kind of container this process lives in (`docker`, `podman`, `lxc` …). */
  readonly container?: string;
  readonly wsl?: 1 | 2;
  readonly privilege: Privilege;
  /** The local Docker engine's address and whether something answers there. */
  readonly docker: { readonly endpoint: string; readonly reachable: boolean };
  /** What was seen of user namespaces; absent where nothing depends on them. */
  readonly namespaces?: NamespaceFacts;
  readonly table: TableFacts;
  readonly mounts: readonly Mount[];
}

/** The leading numbers of a kernel release (`5.10.0-28-amd64` is 5.10.0). */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = /^v?(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?/.exec(text) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  return [Number(major), Number(minor), Number(patch ?? 0)];
}

/** Negative when `a` is older than `b`, zero when equal, positive when newer. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** True when the version is known and at least `wanted`. */
export function atLeast(version: Version | undefined, wanted: Version): boolean {
  return version !== undefined && compareVersions(version, wanted) >= 0;
}

/** First kernel that opens the interpreter at registration (flag `F`, fs/binfmt_misc.c). */
export const FIX_BINARY_SINCE: Version = [4, 8, 0];

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
  const stable = (major: number, minor: number, patch: number): boolean =>
    version !== undefined && version[0] === major && version[1] === minor && version[2] >= patch;
  return {
    fixBinary: version === undefined || atLeast(version, FIX_BINARY_SINCE),
    tellsPreserve: atLeast(version, [5, 12, 0]) || stable(5, 10, 225),
    tablePerNamespace: atLeast(version, [6, 7, 0]),
    entriesDieWithMount:
      atLeast(version, [6, 7, 0]) || stable(5, 4, 283) || stable(5, 10, 225) || stable(6, 1, 107),
  };
}

const CAP_SYS_ADMIN = 21n;

/** True when the effective capabilities hold CAP_SYS_ADMIN (include/uapi/linux/capability.h). */
export function maySysAdmin(facts: Pick<HostFacts, 'capabilities'>): boolean {
  return ((facts.capabilities >> CAP_SYS_ADMIN) & 1n) === 1n;
}

const AMD64_LEVELS: readonly (readonly string[])[] = [
  ['cx16', 'lahf_lm', 'popcnt', 'sse4_1', 'sse4_2', 'ssse3'],
  ['abm', 'avx', 'avx2', 'bmi1', 'bmi2', 'f16c', 'fma', 'movbe', 'xsave'],
  ['avx512f', 'avx512bw', 'avx512cd', 'avx512dq', 'avx512vl'],
];

/** The x86-64 level (psABI, "Micro-Architecture Levels") from the first CPU in /proc/cpuinfo. */
export function parseAmd64Level(cpuinfo: string): 1 | 2 | 3 | 4 {
  const flags = new Set(/^flags\s*:\s*(.*)$/m.exec(cpuinfo)?.[1]?.split(' '));
  const missing = AMD64_LEVELS.findIndex((needed) => !needed.every((flag) => flags.has(flag)));
  return missing === -1 ? 4 : ((missing + 1) as 1 | 2 | 3);
}

/** Effective capabilities from /proc/self/status (proc_pid_status(5)); none when the line is missing. */
export function parseCapabilities(status: string): bigint {
  const hex = /^CapEff:\s*([0-9a-f]{1,16})$/m.exec(status)?.[1];
  return hex === undefined ? 0n : BigInt(`0x${hex}`);
}

/** True where this program may change the table itself. */
export function isPrivileged({ privilege }: Pick<HostFacts, 'privilege'>): boolean {
  return privilege === 'root' || privilege === 'sudo';
}

/** True for the uid_map of a user namespace other than the first (user_namespaces(7)). */
export function isNestedNamespace(uidMap: string): boolean {
  return !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
}
