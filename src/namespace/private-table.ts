/**
 * A table of binfmt_misc of one's own: a user namespace whose root is this user, and a mount namespace in which
 * the table is mounted (Linux 6.7 and newer, fs/binfmt_misc.c, `bm_fill_super`). No privilege is needed.
 */
import { TABLE_PATH } from '../binfmt/entry.ts';
import type { NamespaceFacts, Stage } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { hasSeccompFilter, parseAppArmorProfile, parseCapabilities, parseSysctl } from '../host/proc.ts';
import { isListed, textOr } from '../host/read.ts';
import { makeSafeTemporary, systemEnvironment, systemProgram } from '../host/trust.ts';
import { errnoOf, reasonOf } from '../text/problem.ts';
import { type Holder, SILENT, startHolder } from './holder.ts';
import {
  chooseIdMaps,
  countIds,
  formatIdMap,
  type IdFacts,
  type IdMaps,
  type MapChoice,
  parseIdMap,
  parseSubordinateIds,
  restoreIds,
  userName,
} from './id-maps.ts';
import { enterCommand, type Space } from './inside.ts';

/** A table of one's own, as long as it is held. */
export interface PrivateTable {
  /** Where this user is root, and where the table is filled. */
  readonly inner: Space;
  /** Where commands keep the ids of the user who started them; the same as `inner` for root. */
  readonly own: Space;
  /** Where the table is mounted in there. */
  readonly table: string;
  /** Number of user ids that are known in there. */
  readonly ids: number;
  /** Variables for commands that are root in there. */
  readonly rootEnvironment: Readonly<Record<string, string>>;
  /** Lets the holders live on without this process. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

export interface Refusal {
  readonly stage: Stage;
  readonly said: string;
}

/** What the process that holds the table does, as a shell's words: wait for this one, or watch another. */
export type Hold = { readonly until: 'closed' } | { readonly until: 'gone'; readonly pid: number };

/** Waits for the maps; the second program then starts as root of the namespace, with all that belongs to it. */
const AWAIT = 'read -r go && exec /bin/sh -c "$@"';
const MOUNT = 'mount -t binfmt_misc binfmt_misc "$1"';

const UNTIL_CLOSED = 'exec cat >/dev/null';
const UNTIL_GONE = 'exec </dev/null >/dev/null 2>&1 && while [ -e "/proc/$2" ]; do sleep 5; done';
const FOR_EVER = 'exec sleep 2147483647 </dev/null >/dev/null 2>&1';

/** Makes a table of one's own and mounts it; or says at which step that failed, and with which words. */
export async function openPrivateTable(
  host: Host,
  hold: Hold = { until: 'closed' },
): Promise<PrivateTable | Refusal> {
  const unshare = systemProgram(host, 'unshare');
  if (
    unshare === undefined ||
    systemProgram(host, 'nsenter') === undefined ||
    systemProgram(host, 'mount') === undefined
  )
    return { stage: 'tools', said: 'unshare, nsenter or mount is missing' };
  let refusal: Refusal = { stage: 'unshare', said: 'nothing was tried' };
  for (const choice of chooseIdMaps(idFacts(host))) {
    const opened = await openOnce(host, unshare, choice, hold);
    if (!('stage' in opened)) return opened;
    refusal = opened;
    // A process that may not gain rights (no_new_privs) can be root of a namespace by the last way alone.
    if ((refusal.stage !== 'map' && refusal.stage !== 'mount') || refusal.said.endsWith(SILENT)) break;
  }
  return refusal;
}

async function openOnce(
  host: Host,
  unshare: string,
  maps: MapChoice,
  hold: Hold,
): Promise<PrivateTable | Refusal> {
  let folder: string | undefined;
  try {
    if (!isListed(host, TABLE_PATH)) folder = makeSafeTemporary(host, 'setup-binfmt-table-');
  } catch (thrown) {
    return { stage: 'mount', said: reasonOf(thrown) };
  }
  const table = folder ?? TABLE_PATH;
  const opened: Holder[] = [];
  const close = async (): Promise<void> => {
    for (const holder of opened.toReversed()) await holder.end();
    if (folder !== undefined) host.remove(folder);
  };
  const { words, watched } = holdWords(host, hold);
  /** A shell that waits for its maps, does what comes `first`, says that it is ready, and holds. */
  const holding = (first: string, at: string): readonly string[] => [
    '/bin/sh',
    '-c',
    `echo ready && ${AWAIT}`,
    'sh',
    `${first}echo ready && ${words}`,
    'sh',
    at,
    watched,
  ];
  const first = await startMapped(
    unshare,
    [
      '--user',
      '--mount',
      ...(maps.kind === 'own' ? ['--map-root-user'] : []),
      ...holding(`${MOUNT} && `, table),
    ],
    (pid) => writeMaps(host, pid, maps),
    'mount',
  );
  if ('stage' in first) {
    await close();
    return first;
  }
  opened.push(first);
  const inner: Space = { pid: first.pid };
  let own = inner;
  if (maps.kind !== 'all') {
    // A namespace below the first, in which every id is what it is outside. The mount of the table is copied into it.
    const { file, args } = enterCommand(host, inner, {
      file: unshare,
      args: ['--user', '--mount', ...holding('', '')],
    });
    const second = await startMapped(
      file,
      args,
      (pid) => writeInnerMaps(host, inner, pid, restoreIds(maps)),
      'map',
    );
    if ('stage' in second) {
      await close();
      return second;
    }
    opened.push(second);
    own = { pid: second.pid };
  }
  const release = (): void => {
    for (const one of opened) one.release();
  };
  const rootEnvironment = own === inner ? {} : rootlessEnvironment(host.uid, host.gid);
  return { inner, own, table, ids: countIds(maps.users), rootEnvironment, release, close };
}

/** Starts a holder, writes the maps that it waits for, and waits until it is ready; `last` is what it does then. */
async function startMapped(
  file: string,
  args: readonly string[],
  write: (pid: number) => Promise<string | undefined>,
  last: Stage,
): Promise<Holder | Refusal> {
  const holder = await startHolder(file, args);
  if (typeof holder === 'string') return { stage: 'unshare', said: holder };
  const refuse = async (stage: Stage, said: string): Promise<Refusal> => {
    await holder.end();
    return { stage, said };
  };
  if ((await holder.line()) !== 'ready') return refuse(stageOf(holder.complaint()), holder.complaint());
  const unwritten = await write(holder.pid);
  if (unwritten !== undefined) return refuse('map', unwritten);
  holder.say('go');
  return (await holder.line()) === 'ready' ? holder : refuse(last, holder.complaint());
}

/** unshare(1) itself writes the map of one id, and makes the mounts of the new namespace private. */
function stageOf(complaint: string): Stage {
  if (/propagation/.test(complaint)) return 'mount';
  return /[ug]id_map|setgroups/.test(complaint) ? 'map' : 'unshare';
}

const LIMIT_MS = 30_000;

/** What a holder does once it is ready, and the process that it watches. */
function holdWords(host: Host, hold: Hold): { readonly words: string; readonly watched: string } {
  if (hold.until === 'closed') return { words: UNTIL_CLOSED, watched: '' };
  // A process that cannot be seen from here is not waited for, nor is the parent of all.
  const seen = hold.pid > 1 && host.stat(`/proc/${hold.pid}`) !== undefined;
  return { words: seen ? UNTIL_GONE : FOR_EVER, watched: String(hold.pid) };
}

/** Writes the maps of a new namespace from the one above it; gives the reason when that is refused. */
async function writeMaps(host: Host, pid: number, maps: MapChoice): Promise<string | undefined> {
  if (maps.kind === 'own') return undefined;
  if (maps.kind === 'ranges') {
    return (
      (await runHelper(host, 'newuidmap', pid, maps.users)) ??
      (await runHelper(host, 'newgidmap', pid, maps.groups))
    );
  }
  try {
    host.writeKernel(`/proc/${pid}/uid_map`, formatIdMap(maps.users));
    host.writeKernel(`/proc/${pid}/gid_map`, formatIdMap(maps.groups));
    return undefined;
  } catch (thrown) {
    return errnoOf(thrown) ?? reasonOf(thrown);
  }
}

/** The same from inside of `space`: only a process of the namespace above may write maps, and root of it any. */
async function writeInnerMaps(
  host: Host,
  space: Space,
  pid: number,
  { users, groups }: IdMaps,
): Promise<string | undefined> {
  const script = 'printf %s "$1" >"/proc/$0/uid_map" && printf %s "$2" >"/proc/$0/gid_map"';
  const args = ['-c', script, String(pid), formatIdMap(users), formatIdMap(groups)];
  const written = await host.run({
    ...enterCommand(host, space, { file: '/bin/sh', args }),
    env: systemEnvironment(host),
    timeoutMs: LIMIT_MS,
  });
  return written.code === 0 ? undefined : written.stderr;
}

async function runHelper(
  host: Host,
  name: string,
  pid: number,
  extents: IdMaps['users'],
): Promise<string | undefined> {
  const numbers = extents.flatMap(({ inside, outside, count }) => [inside, outside, count].map(String));
  const outcome = await host.run({
    file: systemProgram(host, name) ?? `/usr/bin/${name}`,
    args: [String(pid), ...numbers],
    env: systemEnvironment(host),
    timeoutMs: LIMIT_MS,
  });
  if (outcome.code === 0) return undefined;
  return outcome.stderr.trim() || `${name} ended with ${outcome.signal ?? outcome.code ?? outcome.error}`;
}

/** What is known about ids here, and who may map them. */
function idFacts(host: Host): IdFacts {
  const { uid, gid } = host;
  const names = [userName(textOr(host, '/etc/passwd', ''), uid) ?? host.env.USER ?? '', String(uid)];
  return {
    uid,
    gid,
    here: {
      users: parseIdMap(textOr(host, '/proc/self/uid_map', '')),
      groups: parseIdMap(textOr(host, '/proc/self/gid_map', '')),
    },
    mayMapAll: uid === 0 && (capabilities(host) & MAPPING_RIGHTS) === MAPPING_RIGHTS,
    subUids: parseSubordinateIds(textOr(host, '/etc/subuid', ''), names),
    subGids: parseSubordinateIds(textOr(host, '/etc/subgid', ''), names),
    helpers: missingHelpers(host).length === 0,
  };
}

/** CAP_SETGID and CAP_SETUID (include/uapi/linux/capability.h). */
const MAPPING_RIGHTS = (1n << 6n) | (1n << 7n);

function capabilities(host: Host): bigint {
  return parseCapabilities(textOr(host, '/proc/self/status', ''));
}

function missingHelpers(host: Host): readonly string[] {
  return ['newuidmap', 'newgidmap'].filter((name) => systemProgram(host, name) === undefined);
}

/** Collects what decides about namespaces. Without the refusal of an attempt, one is made. */
export async function observeNamespaces(
  host: Host,
  { wanted, refusal }: { readonly wanted: boolean; readonly refusal?: Refusal },
): Promise<NamespaceFacts> {
  const { subUids, subGids } = idFacts(host);
  const sysctl = (name: string): number | undefined => parseSysctl(textOr(host, `/proc/sys/${name}`, ''));
  const isOn = (name: string): boolean | undefined => {
    const value = sysctl(name);
    return value === undefined ? undefined : value !== 0;
  };
  return {
    wanted,
    attempt: refusal === undefined ? await attempt(host) : { ok: false, ...refusal },
    built: host.stat('/proc/self/ns/user') !== undefined,
    limit: sysctl('user/max_user_namespaces'),
    unprivilegedClone: isOn('kernel/unprivileged_userns_clone'),
    appArmorRestricts: isOn('kernel/apparmor_restrict_unprivileged_userns'),
    appArmorProfile: parseAppArmorProfile(textOr(host, '/proc/self/attr/current', '')),
    seccomp: hasSeccompFilter(textOr(host, '/proc/self/status', '')),
    missingHelpers: missingHelpers(host),
    subUids: countIds(subUids),
    subGids: countIds(subGids),
  };
}

async function attempt(host: Host): Promise<NamespaceFacts['attempt']> {
  const opened = await openPrivateTable(host);
  if ('stage' in opened) return { ok: false, ...opened };
  await opened.close();
  return { ok: true, ids: opened.ids };
}

/**
 * Tells buildah, podman and skopeo that this root is an ordinary user, whose images lie in that user's home
 * (containers/storage, pkg/unshare, `IsRootless`; `buildah unshare` sets the same).
 */
export function rootlessEnvironment(uid: number, gid: number): Readonly<Record<string, string>> {
  return {
    _CONTAINERS_USERNS_CONFIGURED: 'done',
    _CONTAINERS_ROOTLESS_UID: String(uid),
    _CONTAINERS_ROOTLESS_GID: String(gid),
  };
}
