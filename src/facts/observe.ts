/** Looks at the host. What cannot be read becomes a fact, never an exception; nothing is changed. */
import { connect } from 'node:net';
import { BINFMTFS_MAGIC, type Entry, parseEntry, parseStatus, TABLE_PATH } from '../binfmt/entry.ts';
import type { Host } from '../host/host.ts';
import { isReadOnly, type Mount, mountAt, parseMounts } from '../host/proc.ts';
import { headText, namesIn, textOr } from '../host/read.ts';
import { nativeArchitecture } from '../platform/platforms.ts';
import { errnoOf } from '../text/text.ts';
import {
  type HostFacts,
  isNestedNamespace,
  type KernelFacts,
  type Privilege,
  parseAmd64Level,
  parseCapabilities,
  parseVersion,
  type TableFacts,
  type TableState,
} from './facts.ts';

/** The mounts that this process sees. */
export function observeMounts(host: Host): readonly Mount[] {
  return parseMounts(textOr(host, '/proc/self/mountinfo', ''));
}

/** Collects all facts; the slow ones (sudo, the engine's socket) are asked side by side, while files are read. */
export async function observe(host: Host, tablePath = TABLE_PATH): Promise<HostFacts> {
  const release = host.kernelRelease;
  const kernel: KernelFacts = { release, version: parseVersion(release) };
  const mounts = observeMounts(host);
  const architecture = nativeArchitecture(host.nodeArch, host.endian);
  const endpoint = host.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
  const asking = Promise.all([hasSudo(host), answers(host, endpoint)]);
  const container = observeContainer(host);
  const wsl = observeWsl(kernel.release);
  const seen = {
    system: host.system,
    kernel,
    architecture,
    ...(architecture === 'amd64'
      ? { amd64Level: parseAmd64Level(headText(host, '/proc/cpuinfo', 8192)) }
      : {}),
    cpus: host.cpus,
    nodeVersion: host.nodeVersion,
    uid: host.uid,
    capabilities: parseCapabilities(textOr(host, '/proc/self/status', '')),
    userNamespace: isNestedNamespace(textOr(host, '/proc/self/uid_map', '')),
    ...(container === undefined ? {} : { container }),
    ...(wsl === undefined ? {} : { wsl }),
    table: observeTable(host, mounts, release, tablePath),
    mounts,
  };
  const [sudo, reachable] = await asking;
  return { ...seen, privilege: privilegeOf(host, sudo, reachable), docker: { endpoint, reachable } };
}

function privilegeOf(host: Host, sudo: boolean, docker: boolean): Privilege {
  if (host.uid === 0) return 'root';
  if (sudo) return 'sudo';
  return docker ? 'docker' : 'none';
}

async function hasSudo(host: Host): Promise<boolean> {
  if (host.uid === 0) return false;
  const sudo = host.which('sudo');
  if (sudo === undefined) return false;
  const outcome = await host.run({ file: sudo, args: ['-n', 'true'], timeoutMs: 10_000 });
  return outcome.code === 0;
}

/** True when something accepts a connection at a local engine's socket; other kinds of address are not tried. */
function answers(host: Host, endpoint: string): Promise<boolean> {
  const path = endpoint.slice('unix://'.length);
  // Most hosts without an engine have no socket either, and a look for it costs nothing.
  if (!endpoint.startsWith('unix:///') || host.stat(path) === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect(path);
    const finish = (reachable: boolean): void => {
      socket.destroy();
      resolve(reachable);
    };
    socket.setTimeout(500, () => finish(false));
    socket.on('connect', () => finish(true));
    socket.on('error', () => finish(false));
  });
}

/** The state of the table at `path` and its entries. */
export function observeTable(
  host: Host,
  mounts: readonly Mount[],
  release: string,
  path: string,
): TableFacts {
  const elsewhere = mounts
    .filter((mount) => mount.type === 'binfmt_misc' && mount.point !== path)
    .map((mount) => mount.point);
  const state = tableState(host, mounts, release, path);
  const readable = state === 'ready' || state === 'disabled' || state === 'read-only';
  const { entries, unreadable } = readable ? observeEntries(host, path) : { entries: [], unreadable: [] };
  const owner = readable ? host.stat(`${path}/register`)?.uid : undefined;
  return { state, path, entries, unreadable, elsewhere, ...(owner === undefined ? {} : { owner }) };
}

function tableState(host: Host, mounts: readonly Mount[], release: string, path: string): TableState {
  const mount = mountAt(mounts, path);
  if (mount?.type === 'binfmt_misc' && isVisible(host, path)) {
    if (parseStatus(textOr(host, `${path}/status`, '')) === 'disabled') return 'disabled';
    return isReadOnly(mount) ? 'read-only' : 'ready';
  }
  if (mount?.type === 'autofs') return 'autofs';
  if (/^nodev\s+binfmt_misc$/m.test(textOr(host, '/proc/filesystems', ''))) {
    return host.stat(path) === undefined ? 'masked' : 'not-mounted';
  }
  if (host.stat('/proc/sys/fs') === undefined) return 'masked';
  // The folder exists exactly when the option is y or m (fs/file_table.c), before any module is loaded.
  if (host.stat(path) === undefined) return 'unsupported';
  return moduleIsThere(host, release) ? 'not-loaded' : 'module-missing';
}

/** A mount over a folder above it (a new /proc, a cover over /proc/sys) hides it, and mountinfo does not tell. */
function isVisible(host: Host, path: string): boolean {
  const type = host.fileSystemType(path);
  return type === undefined ? host.stat(path) !== undefined : type === BINFMTFS_MAGIC;
}

/** modules.dep and modules.builtin (depmod(8)) tell without a search through the tree. */
function moduleIsThere(host: Host, release: string): boolean {
  return ['/lib/modules', '/usr/lib/modules'].some((folder) =>
    ['modules.dep', 'modules.builtin'].some((file) =>
      /(?:^|\/)binfmt_misc\.ko/m.test(textOr(host, `${folder}/${release}/${file}`, '')),
    ),
  );
}

function observeEntries(host: Host, path: string): Pick<TableFacts, 'entries' | 'unreadable'> {
  const entries: Entry[] = [];
  const unreadable: { name: string; errno: string }[] = [];
  for (const name of namesIn(host, path)) {
    if (name === 'register' || name === 'status') continue;
    try {
      entries.push(parseEntry(name, host.readText(`${path}/${name}`)));
    } catch (thrown) {
      // Another job may have removed it since it was listed: then it is simply not there.
      const errno = errnoOf(thrown) ?? 'EUNKNOWN';
      if (errno !== 'ENOENT') unreadable.push({ name, errno });
    }
  }
  return { entries, unreadable };
}

function observeContainer(host: Host): string | undefined {
  if (host.stat('/.dockerenv') !== undefined) return 'docker';
  if (host.stat('/run/.containerenv') !== undefined) return 'podman';
  const systemd = textOr(host, '/run/systemd/container', '').trim();
  if (/^[a-z][a-z0-9-]{0,30}$/.test(systemd)) return systemd;
  if (/(?:^|\/)(?:kubepods|docker|lxc|containerd)/m.test(textOr(host, '/proc/1/cgroup', '')))
    return 'container';
  return undefined;
}

function observeWsl(release: string): 1 | 2 | undefined {
  if (/microsoft-standard/i.test(release)) return 2;
  return /microsoft/i.test(release) ? 1 : undefined;
}
