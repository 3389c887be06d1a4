/** What the kernel tells in /proc, as values. Source of mountinfo: proc_pid_mountinfo(5). */

export interface Mount {
  readonly id: number;
  readonly point: string;
  readonly type: string;
  readonly source: string;
  /** Options of this mount (`ro`, `nosuid` …). */
  readonly options: readonly string[];
  /** Options of the file system itself. */
  readonly superOptions: readonly string[];
}

/** Reads mountinfo, in the kernel's order: a later mount lies over an earlier one. Lines that are no mounts are left out. */
export function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => parseMount(line) ?? []);
}

function parseMount(line: string): Mount | undefined {
  const fields = line.split(' ');
  const [id, , , , point, options] = fields;
  const separator = fields.indexOf('-', 6);
  const [type, source, superOptions] = separator === -1 ? [] : fields.slice(separator + 1);
  if (id === undefined || !/^\d{1,10}$/.test(id)) return undefined;
  if (point === undefined || options === undefined || type === undefined || source === undefined)
    return undefined;
  return {
    id: Number(id),
    point: unescapeOctal(point),
    type,
    source: unescapeOctal(source),
    options: options.split(','),
    superOptions: (superOptions ?? '').split(','),
  };
}

/** Space, tab, newline and backslash come as `\040` … (fs/proc_namespace.c, `mangle`). */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

/** The mount that is seen at `path`: the last one with exactly this mount point. */
export function mountAt(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts.findLast((mount) => mount.point === path);
}

/** The mount that holds `path`: the one with the longest mount point above it, the last of equals. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const inside = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`);
    if (inside && mount.point.length >= (best?.point.length ?? 0)) best = mount;
  }
  return best;
}

/** True when the mount, or the file system under it, cannot be written. */
export function isReadOnly(mount: Mount): boolean {
  return mount.options.includes('ro') || mount.superOptions.includes('ro');
}

const CAP_SYS_ADMIN = 21n;

/** True when the capabilities hold CAP_SYS_ADMIN (include/uapi/linux/capability.h). */
export function maySysAdmin(capabilities: bigint): boolean {
  return ((capabilities >> CAP_SYS_ADMIN) & 1n) === 1n;
}

/**
 * Capabilities from /proc/self/status (proc_pid_status(5)): the effective ones, or the bounding set, which is all that
 * root can have through sudo (capabilities(7)). None when the line is missing.
 */
export function parseCapabilities(status: string, set: 'CapEff' | 'CapBnd' = 'CapEff'): bigint {
  const hex = new RegExp(`^${set}:\\s*([0-9a-f]{1,16})$`, 'm').exec(status)?.[1];
  return hex === undefined ? 0n : BigInt(`0x${hex}`);
}

/** True for the uid_map of a user namespace other than the first (user_namespaces(7)). */
export function isNestedNamespace(uidMap: string): boolean {
  return !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
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

/** The start time of a process from /proc/PID/stat; the program's name in it may hold spaces and brackets. */
export function parseStartTime(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const started = fields[19];
  return started !== undefined && /^\d+$/.test(started) ? started : undefined;
}

/** The soft limit of open files in /proc/PID/limits (proc_pid_limits(5)), as `ulimit -n` takes it. */
export function parseSoftFileLimit(limits: string): string | undefined {
  return /^Max open files +(\d{1,20}|unlimited) /m.exec(limits)?.[1];
}
