/** Puts the program by which later steps enter a private table in its place, and ends what holds the table. */
import { readlinkSync } from 'node:fs';
import { endGroup } from '../namespace/holder.ts';
import type { PrivateTable } from '../namespace/private-table.ts';
import { type Entrance, renderWithBinfmt, shellLine } from '../namespace/with-binfmt.ts';
import type { Host } from './host.ts';

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
  const folder = host.makeTemporary('setup-binfmt-', host.env.RUNNER_TEMP);
  host.makeMode(folder, 0o755);
  const program = `${folder}/with-binfmt`;
  const { rootEnvironment } = table;
  const { namespaces } = table.inner;
  const nsenter = host.which('nsenter') ?? 'nsenter';
  host.writeFile(program, renderWithBinfmt({ own, inner, namespaces, rootEnvironment, nsenter }), 0o755);
  return {
    folder,
    shell: shellLine(host.which('bash') !== undefined, program),
    entrances: own.pid === inner.pid ? [inner] : [own, inner],
  };
}

function entranceOf(pid: number): Entrance {
  return { pid, mountNamespace: readlinkSync(`/proc/${pid}/ns/mnt`) };
}

/** Ends the process and its children, if it is still the one that was started. */
export function endHolder({ pid, mountNamespace }: Entrance): void {
  if (namespaceOf(pid) === mountNamespace) endGroup(pid);
}

function namespaceOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/mnt`);
  } catch {
    return undefined;
  }
}
