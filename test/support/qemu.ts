import { linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { debPackage, machineSuite, packageCache } from './packages.ts';

/**
 * Debian's QEMU user emulators of a suite (the machine's own without one), for hosts of this architecture or another: a folder
 * that holds `qemu-<target>-static`, kept between runs. Newer suites call the same static programs `qemu-<target>`.
 * Throws with apt's own words when they cannot be had.
 */
export async function debianQemu(suite: string | undefined = machineSuite(), arch?: string): Promise<string> {
  const named = { ...(suite === undefined ? {} : { suite }), ...(arch === undefined ? {} : { arch }) };
  const [origin, suffix] =
    suite === 'bookworm' || suite === 'bullseye' ? ['qemu-user-static', '-static'] : ['qemu-user', ''];
  const programs = join(debPackage(origin, named), 'usr/bin');
  const folder = join(packageCache, 'qemu', `${suite ?? 'own'}${arch === undefined ? '' : `-${arch}`}`);
  const work = `${folder}-${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  // Hard links: each is a file of its own name, also for who copies it or follows no links.
  for (const entry of readdirSync(programs, { withFileTypes: true })) {
    const target = /^qemu-(\w+?)(-static)?$/.exec(entry.name);
    if (!entry.isFile() || target === null || (target[2] ?? '') !== suffix) continue;
    linkSync(join(programs, entry.name), join(work, `qemu-${target[1]}-static`));
  }
  try {
    renameSync(work, folder);
  } catch {
    // Made before, by this or another process, from the same package.
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
