import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debClosure, debPackage, packageCache } from '../support/packages.ts';
import { node24 } from './product.ts';

/** What a container of Debian's "slim" kind has of what the program and its recipes use. */
const PACKAGES = ['coreutils', 'dash', 'grep', 'libstdc++6', 'mount', 'sed', 'util-linux'];

/**
 * The root of a base image with Node 24, as `node:24-…-slim` has it: Debian's packages, and no more. It takes the place of
 * images of a registry. Kept between runs.
 */
export function nodeBase(): string {
  const folder = join(packageCache, 'images', 'node-base');
  if (existsSync(folder)) return folder;
  const work = `${folder}-${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'usr/local/bin'), { recursive: true });
  for (const from of [debClosure(...PACKAGES), debPackage('libc6')])
    execFileSync('cp', ['-a', `${from}/.`, work]);
  for (const name of ['usr/share', 'var/lib']) rmSync(join(work, name), { recursive: true, force: true });
  cpSync(node24, join(work, 'usr/local/bin/node'));
  for (const name of ['dev', 'etc', 'proc', 'root', 'run', 'sys', 'tmp', 'var/tmp'])
    mkdirSync(join(work, name), { recursive: true });
  writeFileSync(join(work, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n');
  writeFileSync(join(work, 'etc/group'), 'root:x:0:\nnogroup:x:65534:\n');
  execFileSync('ln', ['-sf', 'dash', join(work, 'bin/sh')]);
  execFileSync('chmod', ['1777', join(work, 'tmp')]);
  try {
    renameSync(work, folder);
  } catch {
    // Made before, by another process.
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
