import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageCache } from '../support/packages.ts';

/**
 * A runner program that interprets workflows: `act`, the one that a public registry has whole (as a Go module). GitHub's own
 * actions/runner is in none of npm, PyPI and Debian.
 */
const VERSION = 'v0.2.89';

/** Why act cannot be had or used here; `undefined` when it can. */
export function noAct(): string | undefined {
  if (spawnSync('go', ['version']).status !== 0) return 'needs Go to build act';
  return spawnSync('git', ['--version']).status === 0 ? undefined : 'needs git';
}

/** Builds act (once) and gives the program. */
export function actProgram(): string {
  const folder = join(packageCache, `act-${VERSION}`);
  const program = join(folder, 'act');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('go', ['install', `github.com/nektos/act@${VERSION}`], {
      env: { ...process.env, GOBIN: folder, GOFLAGS: '-buildvcs=false' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }
  return program;
}
