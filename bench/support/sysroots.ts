/** Roots of Debian's programs for one architecture each, and what is run in them: by the CPU itself, or by a QEMU. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { debClosureOf, debPackage, type PackageOrigin, packageCache } from '../../test/support/packages.ts';
import type { Command } from '../measure.ts';

/** What is run, as its arguments in the root; each reads what `makeInputs` has made. */
export const WORKLOADS = {
  compile: ['cc1', '-quiet', '-fpreprocessed', '-O2', '/bench/program.i', '-o', '/bench/program.s'],
  interpret: ['/usr/bin/perl', '/bench/loop.pl'],
  compress: ['/usr/bin/xz', '-1', '-T1', '-c', '/bench/text'],
  hash: ['/usr/bin/openssl', 'dgst', '-sha256', '/bench/bytes'],
} as const;

export type Workload = keyof typeof WORKLOADS;

const PACKAGES = ['cpp', 'perl-base', 'xz-utils', 'openssl'];

/** A root that a program sees as `/`. */
export interface Sysroot {
  readonly path: string;
  /** The compiler itself, which the package `cpp` brings: what it starts would be another program. */
  readonly compiler: string;
}

/** Unpacks the packages of an architecture and suite into a root of their own in `folder`. */
export function makeSysroot(folder: string, origin: Required<PackageOrigin>): Sysroot {
  const path = mkdtempSync(join(folder, `${origin.arch}-`));
  for (const part of [debClosureOf(origin, ...PACKAGES), debPackage('libc6', origin)]) {
    // Hard links: neither is written to.
    execFileSync('cp', ['-al', '--force', `${part}/.`, path]);
  }
  // What a Debian root has links for, and packages rely on.
  for (const name of ['bin', 'lib', 'lib64']) {
    if (existsSync(join(path, 'usr', name)) && !existsSync(join(path, name)))
      symlinkSync(`usr/${name}`, join(path, name));
  }
  mkdirSync(join(path, 'bench'));
  for (const name of readdirSync(join(folder, 'inputs')))
    linkSync(join(folder, 'inputs', name), join(path, 'bench', name));
  const found = execFileSync('find', [join(path, 'usr'), '-name', 'cc1', '-type', 'f'], { encoding: 'utf8' });
  return { path, compiler: found.trim().slice(path.length) };
}

/** A folder for roots, where what was unpacked can be linked to; `remove` ends it. */
export function openSysroots(): { readonly folder: string; readonly remove: () => void } {
  mkdirSync(packageCache, { recursive: true });
  const folder = mkdtempSync(join(packageCache, '.emulation-'));
  makeInputs(join(folder, 'inputs'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The same for every architecture: a program that includes nothing, text with repetitions, and bytes. */
function makeInputs(folder: string): void {
  mkdirSync(folder);
  const functions = Array.from(
    { length: 6 },
    (_, index) => `int f${index}(const int *a, int n) {
  int s = ${index};
  for (int i = 0; i < n; i++) {
    switch (a[i] & 7) {
      case 0: s += a[i] * ${index + 3}; break;
      case 1: s ^= a[i] >> ${index % 13}; break;
      case 2: s -= ${index === 0 ? 'n' : `f${index - 1}(a, n - 1)`}; break;
      default: s = s * 31 + a[n - i - 1] % ${index + 7};
    }
  }
  return s;
}
`,
  );
  writeFileSync(join(folder, 'program.i'), functions.join(''));
  // Perl reads a program on its command line from /dev/null first, which is not there.
  const loop = 'for my $i (1 .. 400_000) { $s = ($s * 31 + $i) % 65521 } print "$s\\n";\n';
  writeFileSync(join(folder, 'loop.pl'), loop);
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  };
  const words = Array.from({ length: 100_000 }, () => `word${next() % 5000} `);
  writeFileSync(join(folder, 'text'), words.join(''));
  writeFileSync(join(folder, 'bytes'), Buffer.alloc(32 << 20, words.join('').slice(0, 65_521)));
}

/** A workload in a root: run by the CPU itself, or by the QEMU that `emulator` names, with settings by its environment. */
export function runIn(
  { path, compiler }: Sysroot,
  workload: Workload,
  emulator?: string,
  settings: Readonly<Record<string, string>> = {},
): Command {
  const [program, ...args] = WORKLOADS[workload];
  const shown = program === 'cc1' ? compiler : program;
  return {
    args: [
      ...(['/usr/bin/unshare', '--user', '--map-root-user', `--root=${path}`] as const),
      ...(emulator === undefined ? [] : [emulator]),
      ...[shown, ...args],
    ],
    env: { PATH: '/usr/bin:/bin', ...settings },
  };
}

/** Puts a QEMU into a root; gives its path there. */
export function addEmulator({ path }: Sysroot, file: string, name: string): string {
  copyFileSync(file, join(path, 'bench', name));
  return `/bench/${name}`;
}
