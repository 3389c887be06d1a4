/** Versions as dotted numbers (`10.2.3`): how kernels, programs and images write them, and which is older. */

/** Two to four numbers; more of them are no version of a kernel or of QEMU. */
const NUMBERS = '(\\d{1,4}(?:\\.\\d{1,8}){1,3})(?![\\d.])';
const ANSWER = new RegExp(`^(qemu-[\\w-]{1,20}) version ${NUMBERS}`, 'm');
const RELEASE = new RegExp(`(?:^|qemu-)v?${NUMBERS}`);

/** Which emulator a QEMU says that it is (`qemu-aarch64`), and its version. */
export interface QemuAnswer {
  readonly name: string;
  readonly version: string;
}

/**
 * Reads what a QEMU says of itself: `qemu-aarch64 version 10.0.13 (Debian …)` (linux-user/main.c, for `--version` and for
 * QEMU_VERSION in the environment). Gives `undefined` for what any other program says.
 */
export function readQemuAnswer(text: string): QemuAnswer | undefined {
  const [, name, version] = ANSWER.exec(text) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

/** The version alone. */
export function parseQemuAnswer(text: string): string | undefined {
  return readQemuAnswer(text)?.version;
}

/**
 * Reads the version in a release (`5.10.0-28-amd64`, `v24.1.0`, `10.2`), in the tag of an image (`qemu-v10.2.3-68`),
 * or in the answer of a QEMU; gives `undefined` where there is none.
 */
export function parseVersion(text: string): string | undefined {
  return parseQemuAnswer(text) ?? RELEASE.exec(text)?.[1];
}

/** True for a text that is a version and nothing else. */
export function isVersion(value: unknown): value is string {
  return typeof value === 'string' && parseVersion(value) === value;
}

/** Tells whether a version is older than another; missing numbers count as 0. */
export function isOlder(version: string, than: string): boolean {
  const [numbers = [], others = []] = [version, than].map((text) => text.split('.').map(Number));
  const differences = [0, 1, 2, 3].map((at) => (numbers[at] ?? 0) - (others[at] ?? 0));
  return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}

/** True when the version is known and not older than `wanted`. */
export function atLeast(version: string | undefined, wanted: string): boolean {
  return version !== undefined && !isOlder(version, wanted);
}
