import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TABLE_PATH } from '../../src/binfmt/entry.ts';
import { inTurn } from '../support/in-turn.ts';
import { type Ended, runProgram } from '../support/program.ts';
import { readEntries } from '../support/setup-lab.ts';
import { type DockerEngine, type EngineOptions, startDocker } from './docker-engine.ts';

/** A Docker engine beside a binfmt_misc table and a network that nobody else sees; nothing of it is left behind. */
export interface EngineRoom {
  readonly engine: DockerEngine;
  /** Everything that is made here lies in it. */
  readonly folder: string;
  /** A command that is put before another to run it in the room. */
  readonly enter: readonly [string, ...string[]];
  /** Runs a command in the room, with the engine's environment. */
  readonly run: (command: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ended>;
  readonly entries: () => ReadonlyMap<string, string>;
  /** Writes to a file of the table: one registration to `register`, `-1` to an entry. */
  readonly write: (file: string, text: string) => void;
  readonly close: () => Promise<void>;
}

/** Leaves behind what is mounted beneath, which a user namespace cannot. */
const OUTSIDE = `while umount ${TABLE_PATH} 2>/dev/null; do :; done; exec unshare --user --mount --net sh -c "$0"`;
const INSIDE = [
  'read -r mapped',
  `mount -t binfmt_misc none ${TABLE_PATH}`,
  'mount -t tmpfs none /run',
  'ip link set lo up',
  'echo ready',
  'exec cat',
].join(' && ');

/** All ids that matter, and not every one: runc would take this for the first namespace, and set up devices. */
const IDS = '0 0 1000000\n';

/** Opens a room; needs root, and a kernel with a table for each user namespace. */
export async function openEngineRoom(options: EngineOptions = {}): Promise<EngineRoom> {
  const holder = spawn('unshare', ['--mount', 'sh', '-c', OUTSIDE, INSIDE], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const pid = holder.pid ?? 0;
  while (!hasNoIds(pid)) await sleep(10);
  for (const map of ['uid_map', 'gid_map']) writeFileSync(`/proc/${pid}/${map}`, IDS);
  const answered = Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  holder.stdin.write('mapped\n');
  const [answer] = await answered;
  if (String(answer) !== 'ready\n') throw new Error(`no room: ${String(answer)}`);
  const enter: EngineRoom['enter'] = [
    ...(['/usr/bin/nsenter', '--preserve-credentials', '--user', '--mount', '--net'] as const),
    ...['--target', String(pid)],
  ];
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'setup-binfmt-room-')));
  const there = `/proc/${pid}/root${TABLE_PATH}`;
  const leave = async (): Promise<void> => {
    const gone = once(holder, 'exit');
    holder.stdin.end();
    await gone;
  };
  let engine: DockerEngine;
  try {
    engine = await startDocker(folder, {
      privileged: true,
      bridge: true,
      storageDriver: 'overlayfs',
      containerdStore: true,
      ...options,
      enter,
    });
  } catch (thrown) {
    await leave();
    throw thrown;
  }
  return {
    engine,
    folder,
    enter,
    run: (command, env = {}) => {
      const { PATH = '', DOCKER_HOST = '', DOCKER_CONFIG = '', BUILDX_CONFIG = '' } = engine.environment;
      const own = { PATH, DOCKER_HOST, DOCKER_CONFIG, BUILDX_CONFIG, HOME: folder };
      return runProgram([...enter, ...command], { env: { ...own, ...env } });
    },
    entries: () => readEntries(there),
    write: (file, text) => writeFileSync(join(there, file), text, { flag: 'r+' }),
    close: () =>
      inTurn(
        () => engine.stop(),
        leave,
        () => rmSync(folder, { recursive: true, force: true }),
      ),
  };
}

/** A new user namespace has no ids yet. */
function hasNoIds(pid: number): boolean {
  return readFileSync(`/proc/${pid}/uid_map`, 'utf8') === '';
}
