/** Rootless engines: each lives in a user namespace of its own, where its user is root and may enter. */

import { TABLE_PATH } from '../binfmt/entry.ts';
import type { Host } from '../host/host.ts';
import { isListed, namesIn, seesEveryUser, textOr } from '../host/read.ts';
import { distrustOpening, programOf, systemEnvironment, systemProgram } from '../host/trust.ts';
import { enterCommand, type Space } from './inside.ts';
import type { Refusal } from './private-table.ts';

/** The namespaces of a rootless engine, with its table mounted. */
export interface EngineTable {
  readonly name: string;
  readonly space: Space;
  readonly table: string;
}

/**
 * In a namespace that was there before. What lies at the table's place may be the host's own, handed down with all
 * other mounts, or be this namespace's: each has one table, and its device number tells, by a trial mount elsewhere.
 */
const MOUNT_ONCE = [
  `own=$(unshare --mount /bin/sh -c 'mount -t binfmt_misc binfmt_misc "$1" && stat -c %d "$1"' sh "\${1%/*}")`,
  '{ [ "$own" = "$(stat -c %d "$1")" ] || mount -t binfmt_misc binfmt_misc "$1"; }',
].join(' && ');

const LIMIT_MS = 30_000;

/** Engines that are found by their processes where no file tells of them. */
const DAEMONS: ReadonlyMap<string, string> = new Map([
  ['dockerd', 'Docker'],
  ['buildkitd', 'BuildKit'],
]);

/**
 * Finds this user's rootless engine and mounts the table in its namespaces, where it stays as long as the engine lives;
 * or says why not. Engines tell their processes in files: rootlesskit(1) in `child_pid` of its state folder,
 * dockerd-rootless.sh in `docker.pid`, podman(1) in `pause.pid`.
 */
export async function openEngineTable(host: Host): Promise<EngineTable | Refusal> {
  if (systemProgram(host, 'nsenter') === undefined || systemProgram(host, 'unshare') === undefined)
    return { stage: 'tools', said: 'unshare or nsenter is missing' };
  // Root may enter any namespace, and what runs in there would do so as root.
  if (host.uid === 0 && seesEveryUser(host)) return { stage: 'engine', said: ROOT_HAS_NONE };
  const engine = findEngine(host) ?? (await startPodman(host));
  if (engine === undefined) return { stage: 'engine', said: nothingFound(host) };
  const { name, pid } = engine;
  const space: Space = { pid, byRoot: true };
  const visible = isListed(host, `/proc/${pid}/root${TABLE_PATH}`);
  const table = visible ? TABLE_PATH : `${runtimeFolders(host)[0]}/setup-binfmt-table`;
  const prepared = await host.run({
    ...enterCommand(host, space, {
      file: '/bin/sh',
      args: ['-c', visible ? MOUNT_ONCE : `mkdir -p "$1" && ${MOUNT_ONCE}`, 'sh', table],
    }),
    env: systemEnvironment(host),
    timeoutMs: LIMIT_MS,
  });
  if (prepared.code === 0) return { name, space, table };
  const said = prepared.stderr.trim() || `ended with ${prepared.signal ?? prepared.code}`;
  return { stage: 'mount', said: `rootless ${name} (process ${pid}): ${said}` };
}

const ROOT_HAS_NONE = 'root has no rootless engine, and its engines use the table of the host';

interface Found {
  readonly name: string;
  readonly pid: number;
}

/** The first engine, Docker before podman, that lives in a namespace other than ours. Files of theirs tell before names. */
function findEngine(host: Host): Found | undefined {
  const { env, uid } = host;
  const folders = runtimeFolders(host);
  const state = env.DOCKERD_ROOTLESS_ROOTLESSKIT_STATE_DIR;
  const docker = [
    ...(state === undefined ? [] : [`${state}/child_pid`]),
    ...folders.flatMap((folder) => [`${folder}/dockerd-rootless/child_pid`, `${folder}/docker.pid`]),
  ];
  const podman = [...folders, `/tmp/podman-run-${uid}`, `/tmp/storage-run-${uid}`].map(
    (folder) => `${folder}/libpod/tmp/pause.pid`,
  );
  const told = (name: string, paths: readonly string[]): readonly Found[] =>
    paths.flatMap((path) => {
      // In /tmp, anybody can make a file of this name.
      if (distrustOpening(host, path) !== undefined) return [];
      const pid = parsePid(textOr(host, path, ''));
      return pid === undefined ? [] : [{ name, pid }];
    });
  return [...told('Docker', docker), ...told('podman', podman), ...findDaemons(host)].find(
    ({ pid }) => isOwn(host, pid) && isElsewhere(host, pid) && isNoContainer(host, pid),
  );
}

/** Podman makes its namespace with the first command that needs it, and keeps it. */
async function startPodman(host: Host): Promise<Found | undefined> {
  const podman = programOf(host, 'podman');
  if (podman === undefined || host.uid === 0) return undefined;
  await host.run({ file: podman, args: ['unshare', 'true'], timeoutMs: LIMIT_MS });
  return findEngine(host);
}

function runtimeFolders({ env, uid }: Host): readonly string[] {
  const given = env.XDG_RUNTIME_DIR;
  return [...(given?.startsWith('/') ? [given] : []), `/run/user/${uid}`];
}

function findDaemons(host: Host): readonly Found[] {
  return namesIn(host, '/proc').flatMap((name) => {
    const pid = parsePid(name);
    if (pid === undefined || !isOwn(host, pid)) return [];
    const engine = DAEMONS.get(textOr(host, `/proc/${pid}/comm`, '').trim());
    return engine === undefined ? [] : [{ name: engine, pid }];
  });
}

/** True for a process of this user: its folder in /proc belongs to its effective user (fs/proc/base.c, task_dump_owner). */
function isOwn(host: Host, pid: number): boolean {
  return host.stat(`/proc/${pid}`)?.uid === host.uid;
}

/** True for a living process in another user namespace than ours, into which we can look. */
function isElsewhere(host: Host, pid: number): boolean {
  const [theirs, ours] = [host.stat(`/proc/${pid}/ns/user`), host.stat('/proc/self/ns/user')];
  return theirs !== undefined && ours !== undefined && theirs.inode !== ours.inode;
}

/**
 * True for a process that lives on this machine, and in no container of the engine's, where one can have any name: it is
 * among the same processes as we are, and has the same files, down to the shell that is started in there. Rootlesskit(1)
 * and podman(1) keep both for their engines.
 */
function isNoContainer(host: Host, pid: number): boolean {
  const shell = host.realPath('/bin/sh') ?? '/bin/sh';
  const root = `/proc/${pid}/root`;
  return [
    [`/proc/${pid}/ns/pid`, '/proc/self/ns/pid'],
    [root, '/'],
    [`${root}${shell}`, shell],
  ].every(([theirs = '', ours = '']) => {
    const [one, other] = [host.stat(theirs), host.stat(ours)];
    return one !== undefined && one.device === other?.device && one.inode === other.inode;
  });
}

function nothingFound(host: Host): string {
  const folders = [...new Set(runtimeFolders(host))].join(' and ');
  return `user ${host.uid} has no rootless Docker, BuildKit or podman at work (looked in ${folders} and among the processes)`;
}

function parsePid(text: string): number | undefined {
  return /^[1-9]\d{0,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
