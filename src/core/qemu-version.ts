/** QEMU's version numbers: as programs and packages write them, and which are too old to be used unwarned. */

/**
 * The oldest QEMU without known faults that break common builds: older ones lack openat2 or mistranslate its
 * flags (`tar` fails), crash in ldconfig, or clash with the kernel's brk randomisation.
 */
export const OLDEST_TRUSTED = '10.1.3';

/** Finds the version in what `qemu-<target> --version` prints: `qemu-aarch64 version 10.0.13 (Debian …)`. */
export function parseVersionLine(text: string): string | undefined {
  return /^qemu-[a-z0-9_]{1,20} version (\d{1,3}(?:\.\d{1,4}){1,3})(?![\d.])/m.exec(text)?.[1];
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
