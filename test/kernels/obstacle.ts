import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { machineSuite } from '../support/packages.ts';

/** Why this suite cannot run here, or undefined when it can. */
export function obstacle(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'boots x86-64 kernels on x86-64 only';
  if (machineSuite() === undefined) return 'needs the packages of a Debian machine';
  if (!existsSync(resolve(import.meta.dirname, '../../dist/cli.js')))
    return 'dist/ is not built (npm run dist)';
  return undefined;
}
