import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TABLE_PATH } from '../../src/binfmt/entry.ts';
import { debClosure, debPackage, libraryPath } from '../support/packages.ts';

/**
 * A Docker engine of our own: Debian's current dockerd, client and buildx beside the machine's containerd and runc,
 * in namespaces of its own (mounts, processes, network), so that nothing of it outlives `stop`.
 */
export interface DockerEngine {
  /** Runs the Docker client against this engine. */
  readonly docker: (...args: readonly string[]) => SpawnSyncReturns<string>;
  /** Environment that makes any Docker client use this engine. */
  readonly environment: NodeJS.ProcessEnv;
  /** The process that all others of the engine, and its containers, descend from. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export interface EngineOptions {
  /** Whether privileged containers are started. */
  readonly privileged?: boolean;
  /** Shares the network of the caller and gives containers the usual bridge; by default there is no network. */
  readonly bridge?: boolean;
  /** Keeps images in containerd, so that a build may be for several platforms. */
  readonly containerdStore?: boolean;
  /** A command that is put before another to run it where the engine is to live; by default, here. */
  readonly enter?: readonly string[];
  /** Mounts the table where the engine looks, as a host has it. */
  readonly table?: boolean;
  /** A folder with `buildkit-qemu-*`, which the engine’s BuildKit takes for the emulators that it carries. */
  readonly carries?: string;
  /** By default `vfs`, which works on any file system. */
  readonly storageDriver?: string;
  /** What its daemon.json says besides. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

const WITH_TABLE = `mount -t binfmt_misc none ${TABLE_PATH} && exec "$0" "$@"`;

/** The folders of the packages that an engine is made of, fetched where they are not there yet. */
export function dockerPackages() {
  return {
    parts: debClosure('containerd', 'runc'),
    engine: debPackage('docker.io', { suite: 'sid' }),
    client: debPackage('docker-cli', { suite: 'sid' }),
    buildx: debPackage('docker-buildx', { suite: 'sid' }),
    init: debPackage('tini'),
  };
}

/** Starts an engine whose files all lie in `folder`; throws with the engine's log when it does not answer. */
export async function startDocker(folder: string, options: EngineOptions = {}): Promise<DockerEngine> {
  const { parts, engine, client, buildx, init } = dockerPackages();
  mkdirSync(join(folder, 'config', 'cli-plugins'), { recursive: true });
  const plugin = join(folder, 'config/cli-plugins/docker-buildx');
  rmSync(plugin, { force: true });
  symlinkSync(join(buildx, 'usr/libexec/docker/cli-plugins/docker-buildx'), plugin);
  const socket = join(folder, 'docker.sock');
  // What the engine calls so; builders of the driver docker-container are started under it.
  mkdirSync(join(folder, 'bin'), { recursive: true });
  rmSync(join(folder, 'bin/docker-init'), { force: true });
  symlinkSync(join(init, 'usr/bin/tini-static'), join(folder, 'bin/docker-init'));
  const path = [
    join(folder, 'bin'),
    join(parts, 'usr/bin'),
    join(parts, 'usr/sbin'),
    join(engine, 'usr/sbin'),
    options.carries,
    process.env.PATH,
  ]
    .filter((folder) => folder !== undefined)
    .join(':');
  const log = join(folder, 'dockerd.log');
  writeFileSync(
    join(folder, 'daemon.json'),
    JSON.stringify({
      ...(options.privileged === true ? narrowRuntime(folder, parts) : {}),
      ...(options.containerdStore === true ? { features: { 'containerd-snapshotter': true } } : {}),
      ...options.settings,
    }),
  );
  const groups = controlGroups();
  const logFd = openSync(log, 'a');
  const [program = 'unshare', ...inside] = [...(options.enter ?? []), 'unshare'];
  const daemon = spawn(
    program,
    [
      ...inside,
      ...[
        '--mount',
        '--pid',
        ...(options.bridge === true ? [] : ['--net']),
        '--fork',
        '--kill-child',
        '--mount-proc',
        ...(options.table === true ? ['sh', '-c', WITH_TABLE] : []),
        join(engine, 'usr/sbin/dockerd'),
      ],
      ...[
        '--data-root',
        join(folder, 'data'),
        '--exec-root',
        join(folder, 'exec'),
        '--pidfile',
        join(folder, 'pid'),
      ],
      ...[
        '--host',
        `unix://${socket}`,
        '--config-file',
        join(folder, 'daemon.json'),
        '--storage-driver',
        options.storageDriver ?? 'vfs',
      ],
      ...(options.bridge === true ? [] : ['--bridge', 'none', '--iptables=false', '--ip6tables=false']),
    ],
    {
      env: { ...process.env, PATH: path, LD_LIBRARY_PATH: libraryPath(parts) },
      stdio: ['ignore', logFd, logFd],
    },
  );
  closeSync(logFd);
  const kill = (): boolean => daemon.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((done) => {
    daemon.once('close', () => done());
  });
  const environment = {
    ...process.env,
    DOCKER_HOST: `unix://${socket}`,
    DOCKER_CONFIG: join(folder, 'config'),
    BUILDX_CONFIG: join(folder, 'buildx'),
    PATH: `${join(client, 'usr/bin')}:${process.env.PATH}`,
  };
  const docker = (...args: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(join(client, 'usr/bin/docker'), args, {
      encoding: 'utf8',
      env: environment,
      maxBuffer: 64 << 20,
    });
  const stop = async (): Promise<void> => {
    for (const pid of children(daemon.pid)) process.kill(pid, 'SIGTERM');
    await Promise.race([ended, sleep(15_000, undefined, { ref: false })]);
    kill();
    await ended;
    process.removeListener('exit', kill);
    for (const group of controlGroups()) if (!groups.includes(group)) removeGroup(group);
    rmSync(socket, { force: true });
  };
  for (let left = 60; docker('version').status !== 0; left--) {
    if (left === 0 || daemon.exitCode !== null) {
      await stop();
      throw new Error(`dockerd did not answer:\n${readFileSync(log, 'utf8').slice(-4000)}`);
    }
    await sleep(500);
  }
  return { docker, environment, pid: daemon.pid ?? 0, stop };
}

/**
 * Settings with a runtime that asks for no CAP_SYS_RESOURCE in privileged containers: a machine that is itself
 * confined may not have it to give, and nothing here needs it. Nor is the group of terminals known in a user
 * namespace that has root alone.
 */
function narrowRuntime(folder: string, parts: string): object {
  const runtime = join(folder, 'runtime');
  const script = `#!/bin/sh
bundle=
for word; do
  [ "$last" = --bundle ] && bundle=$word
  last=$word
done
[ -n "$bundle" ] && sed -i -e 's/,"CAP_SYS_RESOURCE"//g' -e 's/"CAP_SYS_RESOURCE",//g' -e 's/,"gid=5"//' "$bundle/config.json"
exec ${join(parts, 'usr/sbin/runc')} "$@"
`;
  writeFileSync(runtime, script, { mode: 0o755 });
  return { runtimes: { narrow: { path: runtime } }, 'default-runtime': 'narrow' };
}

/** The platforms that the engine's own builder lists, sorted. */
export function builderPlatforms(engine: DockerEngine): readonly string[] {
  const told = engine.docker('buildx', 'inspect');
  const line = /^Platforms:\s*(.*)$/m.exec(told.stdout)?.[1];
  if (line === undefined) throw new Error(`buildx inspect lists no platforms: ${told.stdout}${told.stderr}`);
  return line
    .split(',')
    .map((platform) => platform.trim().replace(/\*$/, ''))
    .sort();
}

function children(pid: number | undefined): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split(' ')
    .map(Number)
    .filter((child) => child > 0);
}

/** Control groups that engines make at the top of each hierarchy. */
function controlGroups(): readonly string[] {
  const top = '/sys/fs/cgroup';
  const tops = existsSync(top) ? readdirSync(top).map((name) => join(top, name)) : [];
  return [top, ...tops].map((folder) => join(folder, 'docker')).filter((folder) => existsSync(folder));
}

/** Control groups are removed from the leaves up; one that is still in use stays. */
function removeGroup(group: string): void {
  for (const entry of readdirSync(group, { withFileTypes: true })) {
    if (entry.isDirectory()) removeGroup(join(group, entry.name));
  }
  try {
    rmdirSync(group);
  } catch {
    // Its last process may not have left yet: an empty control group harms nobody.
  }
}
