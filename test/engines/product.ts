import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The repository's own folder. */
export const repository = resolve(import.meta.dirname, '../..');

/** Node 24, as the runner has it. */
export const node24 = resolve(
  repository,
  `node_modules/node-linux-${process.arch === 'arm64' ? 'arm64' : 'x64'}/bin/node`,
);

/** Why this suite cannot run here, or undefined when it can. */
export function obstacle(): string | undefined {
  if (process.platform !== 'linux') return 'this is not Linux';
  if (process.getuid?.() !== 0) return 'needs root';
  if (!existsSync('/usr/bin/apt-get')) return 'needs Debian packages';
  if (!existsSync('/proc/sys/fs/binfmt_misc')) return 'this kernel has no binfmt_misc';
  if (!existsSync(resolve(repository, 'dist/cli.js'))) return 'dist/ is not built (npm run dist)';
  return undefined;
}

export interface TerminalRun {
  readonly exit: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly told: string;
}

/** Runs the program of the terminal with --json; `told` is everything it printed, for a failing test. */
export function terminal(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): TerminalRun {
  const done: SpawnSyncReturns<string> = spawnSync(node24, ['dist/cli.js', ...args, '--json'], {
    cwd: repository,
    encoding: 'utf8',
    env: environment,
    maxBuffer: 64 << 20,
  });
  const told = `${done.stdout}\n${done.stderr}`;
  return { exit: done.status, outputs: outputsOf(done.stdout), told };
}

function outputsOf(report: string): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(report);
    if (typeof parsed !== 'object' || parsed === null || !('outputs' in parsed)) return {};
    return Object.fromEntries(
      Object.entries(Object(parsed.outputs)).map(([name, value]) => [name, String(value)]),
    );
  } catch {
    return {};
  }
}
