/** /proc/self/mountinfo. Source: proc_pid_mountinfo(5). */

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
