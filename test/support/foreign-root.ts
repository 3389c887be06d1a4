import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { debClosureOf, debPackage, type PackageOrigin, packageCache } from './packages.ts';

/** Folders that Debian's packages expect to be links to those below /usr, and mount points. */
const MERGED = ['bin', 'lib', 'sbin', 'lib64'];
const EMPTY = ['dev', 'etc', 'opt', 'proc', 'tmp', 'usr/lib64', 'usr/sbin'];

/** Over the links, as the package manager does it. */
const COPY = 'tar -C "$0" -cf - . | tar -C "$1" -xf - --keep-directory-symlink';

/**
 * The root of a small Debian of any architecture: packages with all that they need, the C library, and what `add` puts
 * there. A chroot into it runs their programs. Kept between runs, by `name`: nothing may be written there later.
 */
export function foreignRoot(
  name: string,
  origin: Required<PackageOrigin>,
  packages: readonly string[],
  add: (root: string) => void = () => undefined,
): string {
  const folder = join(packageCache, 'roots', name);
  if (existsSync(folder)) return folder;
  const work = `${folder}-${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  try {
    for (const path of ['usr/lib', ...EMPTY]) mkdirSync(join(work, path), { recursive: true });
    for (const path of MERGED) symlinkSync(`usr/${path}`, join(work, path));
    for (const part of [debClosureOf(origin, ...packages), debPackage('libc6', origin)])
      execFileSync('sh', ['-c', COPY, part, work]);
    add(work);
    // Another process may have been quicker.
    if (!existsSync(folder)) renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
