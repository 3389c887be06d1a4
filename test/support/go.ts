import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageCache } from './packages.ts';

export interface GoBuild {
  /** `path@version` of the module that they are built from. */
  readonly module: string;
  /** Packages of it, each a program; or the text of a program that uses it, and is called `main`. */
  readonly programs: readonly string[] | { readonly main: string };
  /** As Go calls it; that of this machine without one. */
  readonly arch?: string;
}

/** Builds static programs of a Go module (once) and gives their folder; takes minutes. */
export function goPrograms(name: string, { module, programs, arch }: GoBuild): string {
  const folder = join(packageCache, name);
  if (existsSync(folder)) return folder;
  const work = mkdtempSync(join(tmpdir(), 'setup-binfmt-go-'));
  const go = (...args: readonly string[]) =>
    execFileSync('go', args, {
      cwd: work,
      env: { ...process.env, CGO_ENABLED: '0', ...(arch === undefined ? {} : { GOARCH: arch }) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  try {
    const own = 'main' in programs;
    go('mod', 'init', 'main');
    if (own) writeFileSync(join(work, 'main.go'), programs.main);
    go('get', module);
    mkdirSync(join(work, 'out'));
    go('build', '-mod=mod', '-ldflags=-s -w', '-o', join(work, 'out/'), ...(own ? ['.'] : programs));
    mkdirSync(packageCache, { recursive: true });
    if (!existsSync(folder)) renameSync(join(work, 'out'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
