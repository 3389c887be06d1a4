import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { goPrograms } from '../support/go.ts';
import { debClosure } from '../support/packages.ts';
import { nodeBase } from './node-base.ts';

/** BuildKit for builders of the driver docker-container, built from its Go module: no image of it can be pulled here. */
const VERSION = 'v0.25.2';
const PROGRAMS = ['buildkitd', 'buildctl'];

/** The folder of the programs. */
function buildkitPrograms(): string {
  const packages = PROGRAMS.map((name) => `github.com/moby/buildkit/cmd/${name}`);
  return goPrograms(`buildkit-${VERSION}`, {
    module: `github.com/moby/buildkit@${VERSION}`,
    programs: packages,
  });
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
