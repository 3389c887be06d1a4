/** The program by which later steps of a job enter a private table, and the line that makes it their shell. */

import { CONTAINER_TOOLS } from '../core/rootless-tools.ts';
import { isObject } from '../text/parse.ts';

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
  readonly namespaces: readonly ('user' | 'mount')[];
  /** Variables for commands that are root. */
  readonly rootEnvironment: Readonly<Record<string, string>>;
  /** Full path of nsenter. */
  readonly nsenter: string;
}

/** The text of the program: a script for any POSIX shell. */
export function renderWithBinfmt({ own, inner, namespaces, rootEnvironment, nsenter }: WithBinfmt): string {
  const exports = Object.entries(rootEnvironment).map(([name, value]) => `  export ${name}=${value}\n`);
  const options = [
    ...namespaces.map((name) => `--${name}`),
    ...(namespaces.includes('user') ? ['--preserve-credentials'] : []),
  ].join(' ');
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
case "\${1-}" in
  ${CONTAINER_TOOLS.flatMap((tool) => [tool, `*/${tool}`]).join(' | ')}) root=yes ;;
esac
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
exec '${nsenter}' ${options} --target="$pid" -- /bin/sh -c 'cd "$0" && exec "$@"' "$PWD" "$@"
`;
}

/** The value of `shell` for a step: what the runner itself would start, with the program before it. */
export function shellLine(hasBash: boolean, program?: string): string {
  const shell = hasBash ? 'bash --noprofile --norc -eo pipefail {0}' : 'sh -e {0}';
  if (program === undefined) return shell;
  // The runner splits at the first space: a path that holds one is left to PATH.
  return `${/\s/.test(program) ? 'with-binfmt' : program} ${shell}`;
}

/** What the post step has to end, as one line; read again by `parseEntrances`. */
export function formatEntrances(entrances: readonly Entrance[]): string {
  return JSON.stringify(entrances);
}

/** Reads what `formatEntrances` wrote; whatever is none is left out. */
export function parseEntrances(text: string | undefined): readonly Entrance[] {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return Array.isArray(value) ? value.filter(isEntrance) : [];
}

function isEntrance(value: unknown): value is Entrance {
  const { pid, mountNamespace } = isObject(value) ? value : {};
  const known = typeof mountNamespace === 'string' && /^mnt:\[\d+\]$/.test(mountNamespace);
  return Number.isSafeInteger(pid) && Number(pid) > 1 && known;
}
