/** What decides whether a user can have namespaces, and in them a table of their own. */

/** At which step a table of one's own could not be had; `engine`: there is none to whose namespace one could go. */
export type Stage = 'tools' | 'engine' | 'unshare' | 'map' | 'mount';

/** What became of trying. */
export type Attempt =
  /** `ids` is the number of user ids that are known in there. */
  | { readonly ok: true; readonly ids: number }
  | { readonly ok: false; readonly stage: Stage; readonly said: string };

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

/** The value of a sysctl file that holds a number. */
export function parseSysctl(text: string): number | undefined {
  return /^-?\d{1,19}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** True when a filter (mode 2) is at work (proc_pid_status(5)). */
export function hasSeccompFilter(status: string): boolean {
  return /^Seccomp:\s*2$/m.test(status);
}

/** The AppArmor profile in /proc/self/attr/current; `undefined` for none and for other security modules. */
export function parseAppArmorProfile(text: string): string | undefined {
  const [, name] = /^(.+) \((?:enforce|complain|kill)\)$/.exec(text.trim()) ?? [];
  return name;
}
