/** Looks at the host. */

import { connect } from 'node:net';
import { TABLE_PATH } from '../binfmt/entry.ts';
import { observeTable } from '../binfmt/table.ts';
import { asRoot, type Host } from '../host/host.ts';
import { parseCapabilities } from '../host/proc.ts';
import { headText, observeMounts, seesEveryUser, textOr } from '../host/read.ts';
import { NOBODY, programOf } from '../host/trust.ts';
import { nativeArchitecture } from '../platform/platforms.ts';
import { parseVersion } from '../text/version.ts';
import type { HostFacts, KernelFacts, Privilege } from './facts.ts';

/**
 * Collects all facts; `tablePath` is where the table is looked for. The slow ones (sudo, the engine's socket) are asked
 * side by side, while files are read. What cannot be read becomes a fact: nothing is thrown, and nothing is changed. Who
 * wants nothing of the host's own table asks for no right to change it: without `asksRights`, sudo is not started.
 */
export async function observe(
  host: Host,
  tablePath = TABLE_PATH,
  { asksRights = true }: { readonly asksRights?: boolean } = {},
): Promise<HostFacts> {
  const release = host.kernelRelease;
  const kernel: KernelFacts = { release, version: parseVersion(release) };
  const mounts = observeMounts(host);
  const architecture = nativeArchitecture(host.nodeArch, host.endian);
  const endpoint = host.env.DOCKER_HOST || 'unix:///var/run/docker.sock';
  const status = textOr(host, '/proc/self/status', '');
  const asking = Promise.all([asksRights && hasSudo(host), answers(host, endpoint)]);
  const seen = {
    system: host.system,
    kernel,
    architecture,
    cpus: host.cpus,
    nodeVersion: host.nodeVersion,
    uid: host.uid,
    otherLogins: countOtherLogins(host),
    capabilities: parseCapabilities(status),
    bounding: parseCapabilities(status, 'CapBnd'),
    userNamespace: !seesEveryUser(host),
    container: observeContainer(host),
    wsl: observeWsl(release),
    workflow: host.env.GITHUB_ACTIONS === 'true',
    table: observeTable(host, mounts, release, tablePath),
    mounts,
  };
  const [sudo, reachable] = await asking;
  return {
    ...seen,
    privilege: privilegeOf(host, sudo, asksRights && reachable),
    docker: { endpoint, reachable },
  };
}

function privilegeOf(host: Host, sudo: boolean, docker: boolean): Privilege {
  if (host.uid === 0) return 'root';
  if (sudo) return 'sudo';
  return docker ? 'docker' : 'none';
}

async function hasSudo(host: Host): Promise<boolean> {
  if (host.uid === 0) return false;
  const sudo = programOf(host, 'sudo');
  if (sudo === undefined) return false;
  const outcome = await host.run({ file: sudo, args: asRoot(host), timeoutMs: 10_000 });
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

function observeContainer(host: Host): string | undefined {
  if (host.stat('/.dockerenv') !== undefined) return 'docker';
  if (host.stat('/run/.containerenv') !== undefined) return 'podman';
  const systemd = textOr(host, '/run/systemd/container', '').trim();
  if (/^[a-z][a-z0-9-]{0,30}$/.test(systemd)) return systemd;
  if (/(?:^|\/)(?:kubepods|docker|lxc|containerd)/m.test(textOr(host, '/proc/1/cgroup', '')))
    return 'container';
  return undefined;
}

/** How much of /etc/passwd is read. */
const PASSWD_BYTES = 1024 * 1024;

/**
 * Ids of people begin at 1000, and 65534 is nobody (passwd(5)). A hosted runner is a machine for one job, whoever has an
 * account there. Through sudo, the job is that of the user who called it.
 */
function countOtherLogins(host: Host): number {
  if (host.env.RUNNER_ENVIRONMENT === 'github-hosted') return 0;
  const own = host.uid === 0 ? Number(host.env.SUDO_UID ?? 0) : host.uid;
  const ids = headText(host, '/etc/passwd', PASSWD_BYTES)
    .split('\n')
    .map((line) => line.split(':'))
    .filter(([, , , , , , shell]) => shell !== undefined && !/\/(?:nologin|false)$/.test(shell))
    .map(([, , id]) => Number(id));
  return new Set(ids.filter((id) => id >= 1000 && id !== NOBODY && id !== own)).size;
}

function observeWsl(release: string): 1 | 2 | undefined {
  if (/microsoft-standard/i.test(release)) return 2;
  return /microsoft/i.test(release) ? 1 : undefined;
}
