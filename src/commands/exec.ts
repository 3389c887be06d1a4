/** `exec`: one command with a table of its own. */

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { readStart } from '../host/files.ts';
import type { Command, FileStat, Host } from '../host/host.ts';
import { parseSoftFileLimit } from '../host/proc.ts';
import { headOf, textOr } from '../host/read.ts';
import { enterCommand, SHELL_NAME } from '../namespace/inside.ts';
import { type OpenScope, openScope } from '../namespace/scope.ts';
import { namedTool, needsSubordinateIds } from '../namespace/with-binfmt.ts';
import { isSameMachine, readElf } from '../platform/elf.ts';
import { TARGETS } from '../platform/platforms.ts';
import type { Report } from '../report/report.ts';
import { errnoOf, SetupProblem } from '../text/problem.ts';
import { printable } from '../text/text.ts';

export interface ExecRequest {
  readonly command: readonly [string, ...string[]];
  readonly mapRoot: boolean;
}

/**
 * Makes a private table, has it filled, and runs the command in it. Gives the exit code of the command, or that
 * of the report when there is no table to run it in; ends by the signal that ended the command. `complain` takes a hint
 * for a command that failed, and `refuse` why one cannot be started.
 */
export async function execPrivately(
  host: Host,
  request: ExecRequest,
  fill: (scope: OpenScope) => Promise<Report>,
  complain: (line: string) => void,
  refuse: (problem: SetupProblem) => void,
): Promise<number> {
  const [program] = request.command;
  const obstacle = whyNotStarted(host, program);
  if (obstacle !== undefined) {
    const { why: cause, remedy, code } = obstacle;
    refuse(
      new SetupProblem({
        id: 'SB-INPUT',
        kind: 'input',
        what: `run ${printable(program, 100)}`,
        cause,
        remedy,
      }),
    );
    return code;
  }
  const scope = await openScope(host, 'private');
  const end = await fillAndRun(host, scope, request, fill, complain).finally(scope.close);
  return typeof end === 'number' ? end : endLike(end);
}

async function fillAndRun(
  host: Host,
  scope: OpenScope,
  { command, mapRoot }: ExecRequest,
  fill: (scope: OpenScope) => Promise<Report>,
  complain: (line: string) => void,
): Promise<number | End> {
  const report = await fill(scope);
  const { table } = scope;
  if (report.exitCode !== 0 || table === undefined) return report.exitCode;
  const asRoot = mapRoot || needsSubordinateIds(command);
  const [file, ...args] = asGiven(host, command);
  const end = await runInForeground({
    ...enterCommand(host, asRoot ? table.inner : table.own, { file, args, cwd: workingFolder(host) }),
    environment: asRoot ? table.rootEnvironment : {},
  });
  const tool = asRoot || end.code === 0 || end.code === NOT_FOUND ? undefined : namedTool(command);
  if (tool !== undefined)
    complain(`${tool} needs the ids of many users: exec --map-root … -- command gives them`);
  const unasked = end.code === REFUSED ? foreignArch(host, command[0]) : undefined;
  if (
    unasked !== undefined &&
    !report.outputs.platforms?.split(',').some((one) => one.split('/')[1] === unasked)
  )
    complain(
      `${printable(command[0], 100)} is a program of linux/${unasked}, which was not named: exec linux/${unasked} … -- command sets that up`,
    );
  return end;
}

/**
 * The command with the soft limit of open files that the shell before us has: Node raises its own to the hard limit, and
 * nothing else tells what it was.
 */
function asGiven(host: Host, command: ExecRequest['command']): ExecRequest['command'] {
  const soft = parseSoftFileLimit(textOr(host, `/proc/${process.ppid}/limits`, ''));
  if (soft === undefined) return command;
  // What the shell itself says begins with the name that it is given.
  return ['/bin/sh', '-c', 'ulimit -S -n "$1" && shift && exec "$@"', SHELL_NAME, soft, ...command];
}

/** What shells end with where a command cannot be executed, and where there is none. */
const REFUSED = 126;
const NOT_FOUND = 127;

/** Where a command is looked for. */
function pathsOf({ env }: Host, program: string): readonly string[] {
  if (program.includes('/')) return [program];
  return env.PATH?.split(':').map((folder) => `${folder || '.'}/${program}`) ?? [];
}

function isExecutable({ kind, mode }: FileStat): boolean {
  return kind === 'file' && (mode & 0o111) !== 0;
}

/** Why a command cannot be started, with the exit code that shells have for that; a table would be of no use to it. */
function whyNotStarted(
  host: Host,
  program: string,
): { readonly why: string; readonly remedy: string; readonly code: number } | undefined {
  const isPath = program.includes('/');
  if (!isPath && host.env.PATH === undefined) return undefined;
  const found = pathsOf(host, program).flatMap((path) => host.stat(path) ?? []);
  if (found.some(isExecutable)) return undefined;
  if (found.length > 0)
    return {
      why: 'it is no program, or may not be executed',
      remedy: 'Name a program, and see that it may be executed',
      code: REFUSED,
    };
  return isPath
    ? { why: 'there is no such file', remedy: 'Name a file that is there', code: NOT_FOUND }
    : {
        why: 'no program of this name is on PATH',
        remedy: 'Name it by its path, or put its folder on PATH',
        code: NOT_FOUND,
      };
}

/** The architecture of the program that a command starts, where it is an ELF file of one that is known. */
function foreignArch(host: Host, program: string): string | undefined {
  const path = pathsOf(host, program).find((each) => {
    const stat = host.stat(each);
    return stat !== undefined && isExecutable(stat);
  });
  const header = path === undefined ? undefined : readElf(headOf(host, path, ELF_BYTES));
  return header && TARGETS.find(({ elf }) => isSameMachine(elf, header))?.arch;
}

const ELF_BYTES = 4096;

/** The name that the shell has for it, where that is the same folder: it may have links in it. */
function workingFolder(host: Host): string {
  const physical = process.cwd();
  const named = host.env.PWD;
  return named?.startsWith('/') && host.realPath(named) === physical ? named : physical;
}

/** How the program ended. */
interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** errno name, when it could not be started. */
  readonly error?: string;
}

interface ForegroundCommand extends Pick<Command, 'file' | 'args'> {
  /** Variables besides those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

const PASSED_ON: readonly NodeJS.Signals[] = [
  'SIGTERM',
  'SIGHUP',
  'SIGUSR1',
  'SIGUSR2',
  'SIGCONT',
  'SIGWINCH',
];

/** What the terminal sends to everybody in the foreground by itself. */
const FROM_TERMINAL: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];

/**
 * Runs the program in this process's own group and session, so that a shell with job control works in it, and
 * waits for its end. Signals that reach this process alone are passed on.
 */
function runInForeground(command: ForegroundCommand): Promise<End> {
  // Before the program is there: whoever hears from it may send a signal at once, which would end this process.
  const handlers = [...PASSED_ON, ...FROM_TERMINAL].map((name) => {
    const pass = (): void => {
      if (!FROM_TERMINAL.includes(name) || !isInForeground()) child.kill(name);
    };
    process.on(name, pass);
    return { name, pass };
  });
  const child = spawn(command.file, command.args, {
    stdio: 'inherit',
    env: { ...process.env, ...command.environment },
  });
  return new Promise((resolve) => {
    const finish = (end: End): void => {
      for (const { name, pass } of handlers) process.off(name, pass);
      resolve(end);
    };
    child.on('error', (problem) => {
      if (child.pid !== undefined) return;
      finish({ code: null, signal: null, error: errnoOf(problem) ?? 'EUNKNOWN' });
    });
    child.on('exit', (code, signal) => finish({ code, signal }));
  });
}

/** True when this process's group has the terminal: a Ctrl-C then reaches the program without our help. */
function isInForeground(): boolean {
  try {
    // proc_pid_stat(5): after the name come state, ppid, pgrp, session, tty_nr and tpgid.
    const text = readStart('/proc/self/stat', 4096).toString('latin1');
    const [, , group, , , foreground] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return group === foreground;
  } catch {
    return false;
  }
}

/** Signals that end a process and say no more than that. */
const PLAIN_ENDS: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'];

/** Ends this process as the program ended: with its exit code, or by the same signal. */
function endLike(end: End): number {
  if (end.signal === null) return end.code ?? 127;
  if (PLAIN_ENDS.includes(end.signal)) {
    // Nothing of ours is to be cleared up any more.
    process.removeAllListeners(end.signal);
    process.kill(process.pid, end.signal);
  }
  return 128 + constants.signals[end.signal];
}
