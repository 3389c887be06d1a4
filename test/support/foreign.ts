import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { debPackage } from './packages.ts';

/** Architectures of which Debian has a static busybox: its own name, a suite, and what `uname -m` says there. */
export const FOREIGN: readonly {
  readonly arch: string;
  readonly debian: string;
  readonly suite: string;
  readonly machine: string;
}[] = [
  { arch: 'arm64', debian: 'arm64', suite: 'trixie', machine: 'aarch64' },
  { arch: 'arm', debian: 'armhf', suite: 'trixie', machine: 'armv7l' },
  { arch: 'riscv64', debian: 'riscv64', suite: 'trixie', machine: 'riscv64' },
  { arch: 's390x', debian: 's390x', suite: 'trixie', machine: 's390x' },
  { arch: 'ppc64le', debian: 'ppc64el', suite: 'trixie', machine: 'ppc64le' },
  { arch: 'mips64le', debian: 'mips64el', suite: 'bookworm', machine: 'mips64' },
  { arch: 'loong64', debian: 'loong64', suite: 'sid', machine: 'loongarch64' },
];

/** The path of that busybox; throws with apt's words when it cannot be had. */
export function foreignBusybox({ debian, suite }: (typeof FOREIGN)[number]): string {
  const folder = debPackage('busybox-static', { arch: debian, suite });
  const path = ['usr/bin/busybox', 'bin/busybox'].map((file) => join(folder, file)).find(existsSync);
  if (path === undefined) throw new Error(`no busybox in ${folder}`);
  return path;
}
