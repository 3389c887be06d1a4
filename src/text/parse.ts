/** JSON of others: what of it is an object, with members of which nothing is known. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that a text holds; `undefined` when it is no JSON, or another kind of value. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for an object that is no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Major, minor and patch number. */
export type Version = readonly [number, number, number];

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

/** Whether a dotted version is older than another; missing numbers count as 0. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [a, b] = [left[i] ?? 0, right[i] ?? 0];
    if (a !== b) return a < b;
  }
  return false;
}

/** Says of a text whether it can be the id of a run: a UUID, so it can be a file name too. */
export function isRunId(text: unknown): text is string {
  return (
    typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
  );
}

/** True for `localhost`, 127.0.0.0/8 and `[::1]`, with or without a port. */
export function isLoopback(hostAndPort: string): boolean {
  const host = hostAndPort.replace(/:\d+$/, '').toLowerCase();
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
