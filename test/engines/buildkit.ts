import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debClosure, packageCache } from '../support/packages.ts';
import { nodeBase } from './node-base.ts';

/** BuildKit for builders of the driver docker-container, built from its Go module: no image of it can be pulled here. */
const VERSION = 'v0.25.2';
const PROGRAMS = ['buildkitd', 'buildctl'];

/** Builds the programs (once) and gives their folder; takes minutes. */
function buildkitPrograms(): string {
  const folder = join(packageCache, `buildkit-${VERSION}`);
  if (PROGRAMS.every((name) => existsSync(join(folder, name)))) return folder;
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'buildkit-'));
  const go = (...args: readonly string[]) =>
    execFileSync('go', args, {
      cwd: work,
      env: { ...process.env, CGO_ENABLED: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  try {
    go('mod', 'init', 'x');
    go('get', `github.com/moby/buildkit@${VERSION}`);
    const packages = PROGRAMS.map((name) => `github.com/moby/buildkit/cmd/${name}`);
    go('build', '-mod=mod', '-ldflags=-s -w', '-o', `${folder}/`, ...packages);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** Lays the root of an image with BuildKit and runc into a folder. */
export function writeBuildkitRoot(folder: string): void {
  execFileSync('cp', ['-a', nodeBase(), folder]);
  const programs = buildkitPrograms();
  const bin = join(folder, 'usr/bin');
  for (const name of readdirSync(programs)) cpSync(join(programs, name), join(bin, name));
  const runc = debClosure('runc');
  execFileSync('cp', ['-a', `${runc}/.`, folder]);
  cpSync(join(runc, 'usr/sbin/runc'), join(bin, 'buildkit-runc'));
}
