/** The program by which later steps of a job enter a private table, and the line that makes it their shell. */

import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { endGroup, type Host } from '../host/host.ts';
import { programOf, runnerFolder, systemProgram } from '../host/trust.ts';
import { isObject, parseList } from '../text/parse.ts';
import { orUndefined } from '../text/problem.ts';
import { CHANGE_FOLDER, ENTER } from './inside.ts';
import type { PrivateTable } from './private-table.ts';

/** A process that lives in the namespaces, told from a later one of the same number by its mount namespace. */
export interface Entrance {
  readonly pid: number;
  /** What /proc/PID/ns/mnt links to, such as `mnt:[4026532177]`. */
  readonly mountNamespace: string;
}

export interface WithBinfmt {
  /** Where commands keep their ids, and where they are root. */
  readonly own: Entrance;
  readonly inner: Entrance;
  /** Variables for commands that are root. */
  readonly rootEnvironment: Readonly<Record<string, string>>;
  /** Full path of nsenter. */
  readonly nsenter: string;
}

/** The text of the program: a script for any POSIX shell. */
export function renderWithBinfmt({ own, inner, rootEnvironment, nsenter }: WithBinfmt): string {
  const exports = Object.entries(rootEnvironment).map(([name, value]) => `  export ${name}=${value}\n`);
  return `#!/bin/sh
# with-binfmt [--map-root] command [argument ...]
# Runs a command with the private table of binfmt_misc that setup-binfmt made for this job.
pid=${own.pid}
namespace='${own.mountNamespace}'
root=
if [ "\${1-}" = --map-root ]; then
  shift
  root=yes
fi
for word in "$@"; do
  case "$word" in
    env | */env | [A-Za-z_]*=*) continue ;;
    ${CONTAINER_TOOLS.flatMap((tool) => [tool, `*/${tool}`]).join(' | ')}) root=yes ;;
  esac
  break
done
if [ $# -eq 0 ]; then
  echo 'with-binfmt: a command is needed: with-binfmt [--map-root] command [argument ...]' >&2
  exit 2
fi
here=$(readlink /proc/self/ns/mnt)
if [ "$here" = '${inner.mountNamespace}' ] || { [ "$here" = "$namespace" ] && [ -z "$root" ]; }; then
  exec "$@"
fi
if [ "$here" = "$namespace" ]; then
  echo 'with-binfmt: this shell has its own ids and cannot become root: call with-binfmt from a step with the usual shell' >&2
  exit 3
fi
if [ -n "$root" ]; then
  pid=${inner.pid}
  namespace='${inner.mountNamespace}'
${exports.join('')}fi
if [ "$(readlink "/proc/$pid/ns/mnt")" != "$namespace" ]; then
  echo 'with-binfmt: the private table is gone: it lasts as long as the job that made it' >&2
  exit 3
fi
exec '${nsenter}' ${ENTER.join(' ')} --target="$pid" -- /bin/sh -c '${CHANGE_FOLDER}' with-binfmt "$PWD" "$@"
`;
}

/** The value of `shell` for a step: what the runner itself would start, with the program before it. */
export function shellLine(hasBash: boolean, program?: string): string {
  const shell = hasBash ? 'bash --noprofile --norc -eo pipefail {0}' : 'sh -e {0}';
  if (program === undefined) return shell;
  // The runner splits at the first space: a path that holds one is left to PATH.
  return `${/\s/.test(program) ? 'with-binfmt' : program} ${shell}`;
}

/** How later steps come into the table, which they do not by themselves. GitHub takes no expression where a workflow names a shell. */
export function describeEntrance(hasBash: boolean): string {
  const shell = `with-binfmt ${hasBash ? 'bash' : 'sh'} -e {0}`;
  return `Later steps enter the private table with shell: ${shell}, or by with-binfmt before a command; other steps do not see it.`;
}

/** Reads entrances from the JSON that the main step leaves to the post step; whatever is none is left out. */
export function parseEntrances(text: string): readonly Entrance[] {
  return parseList(text, isEntrance);
}

function isEntrance(value: unknown): value is Entrance {
  const { pid, mountNamespace } = isObject(value) ? value : {};
  const known = typeof mountNamespace === 'string' && /^mnt:\[\d+\]$/.test(mountNamespace);
  return Number.isSafeInteger(pid) && Number(pid) > 1 && known;
}

export interface Wrapper {
  /** Folder for PATH that holds `with-binfmt`. */
  readonly folder: string;
  /** The value of `shell` for later steps. */
  readonly shell: string;
  /** The processes that hold the table. */
  readonly entrances: readonly Entrance[];
}

/** Writes the program into a fresh folder of the job. */
export function writeWrapper(host: Host, table: PrivateTable): Wrapper {
  const [own, inner] = [entranceOf(table.own.pid), entranceOf(table.inner.pid)];
  const folder = host.makeTemporary('setup-binfmt-', runnerFolder(host), true);
  host.makeMode(folder, 0o755);
  const program = `${folder}/with-binfmt`;
  const { rootEnvironment } = table;
  const nsenter = systemProgram(host, 'nsenter') ?? '/usr/bin/nsenter';
  host.writeFile(program, renderWithBinfmt({ own, inner, rootEnvironment, nsenter }), 0o755);
  return {
    folder,
    shell: shellLine(programOf(host, 'bash') !== undefined, program),
    entrances: own.pid === inner.pid ? [inner] : [own, inner],
  };
}

function entranceOf(pid: number): Entrance {
  return { pid, mountNamespace: readlinkSync(`/proc/${pid}/ns/mnt`) };
}

/** Ends the process and its children, if it is still the one that was started. */
export function endHolder({ pid, mountNamespace }: Entrance): void {
  if (orUndefined(() => entranceOf(pid))?.mountNamespace === mountNamespace) endGroup(pid, 'SIGTERM');
}

/** Tools that make images of many users: they take subordinate ids, and so root of the namespace that maps them. */
const CONTAINER_TOOLS: readonly string[] = ['buildah', 'podman'];

/** True for a command that runs as root in there without being asked to, by itself or behind env(1). */
export function needsSubordinateIds(command: readonly string[]): boolean {
  const program = command.find((word) => !/^(?:.*\/)?env$|^\w+=/.test(word)) ?? '';
  return CONTAINER_TOOLS.includes(basename(program));
}

/** The container tool that a command's words name, such as the script of `sh -c`. */
export function namedTool(command: readonly string[]): string | undefined {
  return CONTAINER_TOOLS.find((tool) => command.some((word) => new RegExp(`\\b${tool}\\b`).test(word)));
}
