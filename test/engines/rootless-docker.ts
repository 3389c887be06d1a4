import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { debClosure, debPackage, libraryPath } from '../support/packages.ts';
import type { PlainUser } from '../support/private-exec.ts';

/** What rootlesskit runs in its namespaces, and how it is spoken to. */
export interface RootlessEngine {
  /** The process inside. */
  readonly child: number;
  readonly stop: () => Promise<void>;
}

export interface RootlessDocker extends RootlessEngine {
  /** Environment that makes any Docker client of this user use it. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs the Docker client as the user. */
  readonly docker: (...args: readonly string[]) => SpawnSyncReturns<string>;
}

const stateFolder = (user: PlainUser): string => join(user.env.XDG_RUNTIME_DIR ?? '', 'dockerd-rootless');

/**
 * Starts rootlesskit as the user, as dockerd-rootless.sh does, with `command` inside. /dev/net/tun is open to
 * everybody on an ordinary machine; here it is made so in a mount namespace.
 */
export async function startRootlessKit(
  user: PlainUser,
  command: string,
  path: string,
  libraries: string,
): Promise<RootlessEngine> {
  const tools = debClosure('rootlesskit', 'slirp4netns');
  const log = join(user.home, 'rootlesskit.log');
  const logFd = openSync(log, 'a');
  const tun = 'mount -t tmpfs none /dev/net && mknod -m 666 /dev/net/tun c 10 200 && exec "$@"';
  const kit: ChildProcess = spawn(
    'unshare',
    [
      ...['--mount', 'sh', '-c', tun, 'sh'],
      ...user.as(
        join(tools, 'usr/bin/rootlesskit'),
        `--state-dir=${stateFolder(user)}`,
        ...['--net=slirp4netns', '--disable-host-loopback', '--copy-up=/etc', '--copy-up=/run'],
        ...[
          '--propagation=rslave',
          'sh',
          '-c',
          `rm -f /run/docker /run/containerd /run/xtables.lock; ${command}`,
        ],
      ),
    ],
    {
      env: {
        ...user.env,
        PATH: `${tools}/usr/bin:${path}:/usr/sbin:${user.env.PATH}`,
        LD_LIBRARY_PATH: `${libraryPath(tools)}:${libraries}`,
      },
      cwd: user.home,
      stdio: ['ignore', logFd, logFd],
    },
  );
  closeSync(logFd);
  const ended = new Promise<void>((done) => kit.once('close', () => done()));
  const stop = async (): Promise<void> => {
    kit.kill('SIGTERM');
    await Promise.race([ended, sleep(15_000, undefined, { ref: false })]);
    kit.kill('SIGKILL');
    await ended;
  };
  const told = join(stateFolder(user), 'child_pid');
  for (let left = 100; !existsSync(told); left--) {
    if (left === 0 || kit.exitCode !== null) {
      await stop();
      throw new Error(`rootlesskit did not start:\n${readFileSync(log, 'utf8').slice(-4000)}`);
    }
    await sleep(100);
  }
  return { child: Number(readFileSync(told, 'utf8')), stop };
}

/** Starts a rootless Docker engine of Debian's current release; throws with its log when it does not answer. */
export async function startRootlessDocker(user: PlainUser): Promise<RootlessDocker> {
  const parts = debClosure('containerd', 'runc');
  const engine = debPackage('docker.io', { suite: 'sid' });
  const client = debPackage('docker-cli', { suite: 'sid' });
  const buildx = debPackage('docker-buildx', { suite: 'sid' });
  const config = join(user.home, 'docker-config');
  mkdirSync(join(config, 'cli-plugins'), { recursive: true });
  symlinkSync(
    join(buildx, 'usr/libexec/docker/cli-plugins/docker-buildx'),
    join(config, 'cli-plugins/docker-buildx'),
  );
  writeFileSync(join(user.home, 'daemon.json'), '{}');
  spawnSync('chown', ['-R', user.name, config]);
  const socket = join(user.home, 'docker.sock');
  const daemon = [
    ...[join(engine, 'usr/sbin/dockerd'), '--rootless', '--host', `unix://${socket}`],
    ...['--data-root', join(user.home, 'docker-data'), '--exec-root', join(user.home, 'docker-exec')],
    ...['--pidfile', join(user.home, 'docker-pid'), '--config-file', join(user.home, 'daemon.json')],
    ...['--storage-driver', 'vfs', '--bridge', 'none', '--iptables=false', '--ip6tables=false'],
  ];
  const kit = await startRootlessKit(
    user,
    `exec ${daemon.join(' ')}`,
    [join(parts, 'usr/bin'), join(parts, 'usr/sbin'), join(engine, 'usr/sbin')].join(':'),
    libraryPath(parts),
  );
  const env = {
    ...user.env,
    DOCKER_HOST: `unix://${socket}`,
    DOCKER_CONFIG: config,
    BUILDX_CONFIG: join(user.home, 'buildx'),
    PATH: `${join(client, 'usr/bin')}:${user.env.PATH}`,
  };
  const docker: RootlessDocker['docker'] = (...args) => {
    const [file = '', ...rest] = user.as(join(client, 'usr/bin/docker'), ...args);
    return spawnSync(file, rest, { encoding: 'utf8', env, cwd: user.home, maxBuffer: 64 << 20 });
  };
  for (let left = 120; docker('version').status !== 0; left--) {
    if (left === 0) {
      await kit.stop();
      const log = readFileSync(join(user.home, 'rootlesskit.log'), 'utf8').slice(-4000);
      throw new Error(`the rootless engine did not answer:\n${log}`);
    }
    await sleep(500);
  }
  return { ...kit, env, docker };
}
