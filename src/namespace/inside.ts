/** The port for a machine as root of other namespaces sees it: files by /proc/PID/root, programs by nsenter. */

import type { Command, Host } from '../host/host.ts';
import { systemEnvironment, systemProgram } from '../host/trust.ts';

/** The user and the mount namespace of a living process. */
export interface Space {
  readonly pid: number;
  /** The process is not of our own making: what it has for its root is entered, which was looked at, and not that of its mounts. */
  readonly byRoot?: true;
}

/** Puts the way into the namespaces before a program; `cwd` is where it starts in there. */
export function enterCommand(
  host: Host,
  space: Space,
  command: Pick<Command, 'file' | 'args' | 'cwd'>,
): Pick<Command, 'file' | 'args'> {
  const { file, args } = command;
  // Nsenter keeps the folder that it is in where it changes the root.
  const cwd = command.cwd ?? (space.byRoot ? '/' : undefined);
  const program =
    cwd === undefined ? [file, ...args] : ['/bin/sh', '-c', CHANGE_FOLDER, SHELL_NAME, cwd, file, ...args];
  return {
    file: systemProgram(host, 'nsenter') ?? '/usr/bin/nsenter',
    args: [...ENTER, ...(space.byRoot ? ['--root'] : []), `--target=${space.pid}`, '--', ...program],
  };
}

/** What a shell of ours calls itself when it says something. */
export const SHELL_NAME = 'setup-binfmt';

/** The options of nsenter(1). */
export const ENTER = ['--user', '--mount', '--preserve-credentials'];

/** A working folder that was opened outside would have no name inside. */
export const CHANGE_FOLDER = 'cd "$1" && shift && exec "$@"';

/**
 * The host as its root sees it inside; owners of files, whom the namespace may not know, have their numbers outside.
 * Handlers are still opened by their paths outside when they are registered.
 */
export function insideOf(host: Host, space: Space): Host {
  const root = `/proc/${space.pid}/root`;
  const seen = (path: string): string =>
    path.startsWith('/proc/self/') ? `/proc/${space.pid}/${path.slice('/proc/self/'.length)}` : root + path;
  return {
    ...host,
    uid: 0,
    gid: 0,
    readText: (path) => host.readText(seen(path)),
    readBytes: (path, length) => host.readBytes(seen(path), length),
    list: (path) => host.list(seen(path)),
    isAbsent: (path) => host.isAbsent(seen(path)),
    stat: (path, follow) => {
      const found = host.stat(seen(path), follow);
      return found?.uid === host.uid ? { ...found, uid: 0 } : found;
    },
    readLink: (path) => host.readLink(seen(path)),
    fileSystemType: (path) => host.fileSystemType(seen(path)),
    writeKernel: (path, text) => host.writeKernel(seen(path), text),
    makeTemporary: (prefix, parent, stays) =>
      host.makeTemporary(prefix, seen(parent), stays).slice(root.length),
    makeFolder: (path, mode) => host.makeFolder(seen(path), mode),
    makeMode: (path, mode) => host.makeMode(seen(path), mode),
    isWritable: (path) => host.isWritable(seen(path)),
    readable: (path) => host.readable(seen(path)),
    writeFile: (path, bytes, mode) => host.writeFile(seen(path), bytes, mode),
    appendDurably: (path, text) => host.appendDurably(seen(path), text),
    remove: (path) => host.remove(seen(path)),
    open: (path) => host.open(seen(path)),
    run: ({ cwd, ...command }, inherit) =>
      host.run(
        {
          env: systemEnvironment(host),
          ...command,
          ...enterCommand(host, space, { ...command, cwd }),
        },
        inherit,
      ),
  };
}
