/** `exec`: one command with a table of its own. */

import { needsSubordinateIds } from '../core/rootless-tools.ts';
import { type End, endLike, runInForeground } from '../host/foreground.ts';
import type { Host } from '../host/host.ts';
import { enterCommand } from '../namespace/inside.ts';
import { openScope, type Scope } from '../namespace/scope.ts';
import type { Report } from '../report/report.ts';

export interface ExecRequest {
  readonly command: readonly [string, ...string[]];
  readonly mapRoot: boolean;
}

/**
 * Makes a private table, has it filled, and runs the command in it. Gives the exit code of the command, or that
 * of the report when there is no table to run it in; ends by the signal that ended the command.
 */
export async function execPrivately(
  host: Host,
  request: ExecRequest,
  fill: (scope: Scope) => Promise<Report>,
): Promise<number> {
  const scope = await openScope(host, 'private');
  const end = await fillAndRun(host, scope, request, fill).finally(scope.close);
  return typeof end === 'number' ? end : endLike(end);
}

async function fillAndRun(
  host: Host,
  scope: Scope,
  { command, mapRoot }: ExecRequest,
  fill: (scope: Scope) => Promise<Report>,
): Promise<number | End> {
  const report = await fill(scope);
  const { table } = scope;
  if (report.exitCode !== 0 || table === undefined) return report.exitCode;
  const [file, ...args] = command;
  const asRoot = mapRoot || needsSubordinateIds(file);
  const space = asRoot ? table.inner : table.own;
  return runInForeground({
    ...enterCommand(host, space, { file, args, cwd: workingFolder(host) }),
    environment: asRoot ? table.rootEnvironment : {},
  });
}

/** The name that the shell has for it, where that is the same folder: it may have links in it. */
function workingFolder(host: Host): string {
  const physical = process.cwd();
  const named = host.env.PWD;
  return named?.startsWith('/') && host.realPath(named) === physical ? named : physical;
}
