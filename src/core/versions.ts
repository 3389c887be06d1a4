/** Versions of QEMU and of the kernel, as numbers. */

export type Version = readonly [major: number, minor: number, patch: number];

const NUMBERS = /(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?/;

/** Reads a version at its first digits (`v10.2.3-68`, `6.8.0-1020-azure`); a missing third part is 0. */
export function parseVersion(text: string): Version | undefined {
  const found = NUMBERS.exec(text.slice(0, 200));
  if (found === null) return undefined;
  return [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
}

/**
 * Reads the answer of `QEMU_VERSION=1` (linux-user/main.c): `qemu-aarch64 version 7.2.22 (Debian 1:7.2+…)`.
 * An image tag such as `qemu-v10.2.3-68` and a bare `10.2.3` are understood as well.
 */
export function parseQemuVersion(text: string): Version | undefined {
  const word = /\bversion\s{1,4}(\S{1,60})/.exec(text.slice(0, 400));
  return parseVersion(word?.[1] ?? text.replace(/^(?:docker\.io\/)?[\w./-]{0,80}:(?=qemu-)/, ''));
}

/** Less than 0 when `a` is older than `b`, 0 when they are equal. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

export function isOlder(a: Version, b: Version): boolean {
  return compareVersions(a, b) < 0;
}

export function formatVersion(version: Version): string {
  return version.join('.');
}
