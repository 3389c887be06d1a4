/**
 * A machine of its own for attacks: a user namespace that maps every id to itself, so that root and other users are
 * what they are anywhere, with a table, a /run and folders of the system of its own. Nothing of it is left behind.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Install, Plan } from '../../../src/plan/plan.ts';
import { buildProgram } from '../../../src/platform/elf.ts';
import type { PrivateTable } from '../../support/private-table.ts';
import { commandOf, type Ended } from '../../support/program.ts';
import { noLab, readEntries, target } from '../../support/setup-lab.ts';

/** The neighbour: a user who may do nothing. The number has no name, and needs none. */
export const NEIGHBOUR = 61_001;

/** The user of a job, where the job is not root's. */
export const RUNNER = 61_002;

/** Whoever has not ended by then waits for ever: a run takes half a second, and ten on a busy machine. Milliseconds. */
const WAITS_FOR_EVER_MS = 60_000;

export const TABLE = '/proc/sys/fs/binfmt_misc';

/** How a program ended; `hung` for one that had to be killed. */
export interface Attacked extends Ended {
  readonly hung: boolean;
}

interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly limitMs?: number;
  /** The user; root without it. */
  readonly user?: number;
}

/** A neighbour at work. */
export interface Attack {
  /** What it has printed since it was ready. */
  readonly said: () => string;
  /** The line that it was ready with. */
  readonly ready: string;
  readonly stop: () => Promise<void>;
}

export interface Arena {
  /** A folder that only root writes to. */
  readonly work: string;
  /** The tool cache, of mode 0777 and without a sticky bit, as on hosted runners. */
  readonly tools: string;
  readonly env: Readonly<Record<string, string>>;
  /** A path inside, as this process reaches it. */
  readonly there: (path: string) => string;
  /** Runs a command inside, to its end or until it seems to wait for ever. */
  readonly run: (command: readonly string[], options?: StartOptions) => Promise<Attacked>;
  /** Runs the terminal's program, with QEMU from the host. */
  readonly cli: (args: readonly string[], options?: StartOptions) => Promise<Attacked>;
  /** Runs the program that is root's, with this plan. */
  readonly privileged: (plan: unknown, options?: StartOptions) => Promise<Attacked>;
  /** Starts the neighbour (attacker.pl), and waits until it is ready. */
  readonly attack: (...args: readonly string[]) => Promise<Attack>;
  readonly entries: () => ReadonlyMap<string, string>;
  /** See `heldBy`. */
  readonly held: (arch: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
  /** Its table, for a job that ends with it. */
  readonly table: PrivateTable;
}

/** Why there is no arena here, printed; `undefined` when there is one. */
export function noArena(): string | undefined {
  const lab = noLab();
  if (lab !== undefined) return lab;
  const reason = process.getuid?.() === 0 ? undefined : 'attacks need root, who can be several users';
  if (reason !== undefined) console.log(`skipped: ${reason}`);
  return reason;
}

const COVERED = ['/usr/local/lib', '/etc/binfmt.d'];
const MOUNT_TABLE = `mount -t binfmt_misc none ${TABLE}`;
const INSIDE = [
  'read -r mapped',
  'eval "$0"',
  'mount -t tmpfs -o mode=755 none /run',
  ...COVERED.map((folder) => `mount -t tmpfs -o mode=755 none ${folder}`),
  'echo ready',
  'exec cat',
].join(' && ');
const OUTSIDE =
  'while umount "$0" 2>/dev/null; do :; done; eval "$1"; exec unshare --user --mount sh -c "$2" "$3"';
const EVERY_ID = '0 0 4294967295\n';

/**
 * Opens an arena; `qemu` is a folder with `qemu-*-static`. `before` is a shell line that root runs in the mount
 * namespace around it; without `table` none is mounted.
 */
export async function openArena(qemu: string, { before = ':', table = true } = {}): Promise<Arena> {
  const prepare = table ? MOUNT_TABLE : ':';
  const holder = spawn('unshare', ['--mount', 'sh', '-c', OUTSIDE, TABLE, before, INSIDE, prepare], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const pid = holder.pid ?? 0;
  await inNamespace(pid);
  for (const map of ['uid_map', 'gid_map']) writeFileSync(`/proc/${pid}/${map}`, EVERY_ID);
  const answered = Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  holder.stdin.write('mapped\n');
  const [answer] = await answered;
  if (String(answer) !== 'ready\n') throw new Error(`no arena: ${String(answer)}`);

  const work = realpathSync(mkdtempSync(join(tmpdir(), 'setup-binfmt-attack-')));
  chmodSync(work, 0o755);
  const tools = join(work, 'tools');
  for (const folder of [tools, join(work, 'home'), join(work, 'tmp')]) mkdirSync(folder);
  chmodSync(tools, 0o777);
  const env = {
    PATH: `${qemu}:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    HOME: join(work, 'home'),
    TMPDIR: join(work, 'tmp'),
    RUNNER_TOOL_CACHE: tools,
    DOCKER_HOST: 'unix:///nowhere/docker.sock',
  };
  const enter: PrivateTable['enter'] = [
    '/usr/bin/nsenter',
    '--preserve-credentials',
    '--user',
    '--mount',
    '--target',
    String(pid),
  ];
  const as = (user: number | undefined): readonly string[] =>
    user === undefined
      ? enter
      : [...enter, '/usr/bin/setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--'];
  const there = (path: string): string => `/proc/${pid}/root${path}`;
  const close = async (): Promise<void> => {
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    await gone;
    rmSync(work, { recursive: true, force: true });
  };
  const run: Arena['run'] = (command, options = {}) =>
    runBounded([...as(options.user), ...command], { ...options, env: { ...env, ...options.env } });
  return {
    work,
    tools,
    env,
    there,
    run,
    cli: (args, options) => {
      const [mode = '', ...rest] = args;
      const source = /^(?:remove|doctor)$/.test(mode) ? [] : ['--qemu-from', 'host'];
      return run([...commandOf('cli.js'), mode, ...source, ...rest], options);
    },
    privileged: (plan, options) =>
      run(commandOf('privileged.js'), {
        stdin: typeof plan === 'string' ? plan : JSON.stringify(plan),
        ...options,
      }),
    attack: (...args) => startAttack([...as(NEIGHBOUR), '/usr/bin/perl', SCRIPT, ...args]),
    entries: () => readEntries(there(TABLE)),
    held: (arch) => heldBy(enter, work, arch),
    close,
    table: {
      folder: there(TABLE),
      enter,
      register: (line) => writeFileSync(there(`${TABLE}/register`), line),
      unregister: (name) => writeFileSync(there(`${TABLE}/${name}`), '-1', { flag: 'r+' }),
      close,
    },
  };
}

/** Waits until a process has left the user namespace of this one. */
async function inNamespace(pid: number): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    const [own, theirs] = [nsOf('self'), nsOf(pid)];
    if (theirs !== undefined && theirs !== own) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('no user namespace');
}

function nsOf(pid: string | number): number | undefined {
  return statSync(`/proc/${pid}/ns/user`, { throwIfNoEntry: false })?.ino;
}

const SCRIPT = fileURLToPath(new URL('attacker.pl', import.meta.url));

async function startAttack([file = '', ...args]: readonly string[]): Promise<Attack> {
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let [text, errors] = ['', ''];
  child.stderr.on('data', (piece) => {
    errors += piece;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (piece) => {
      text += piece;
      if (text.startsWith('ready')) resolve();
    });
    child.on('exit', (code) => reject(new Error(`the attacker ended with ${code}: ${errors}`)));
  });
  const [ready = ''] = text.split('\n');
  return {
    ready,
    said: () => text.slice(ready.length + 1) + errors,
    stop: () => endOf(child),
  };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Runs a program in a process group of its own, and kills the group at the limit. */
function runBounded(
  [file = '', ...args]: readonly string[],
  options: StartOptions & { readonly env: Readonly<Record<string, string>> },
): Promise<Attacked> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: options.env, cwd: '/', detached: true, stdio: 'pipe' });
    let [stdout, stderr, hung] = ['', '', false];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const timer = setTimeout(() => {
      hung = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      child.stdout.destroy();
      child.stderr.destroy();
    }, options.limitMs ?? WAITS_FOR_EVER_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr, hung });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.stdin ?? '');
  });
}

/** A jump to itself, by architecture: while it runs, /proc/PID/exe is the handler that the kernel opened. */
const FOREVER: Readonly<Record<string, string>> = { arm64: '00000014', riscv64: '6f000000' };

/** What starts it; env hands what the kernel refuses to a shell. */
const STARTERS = ['/usr/bin/nsenter', '/usr/bin/env', '/bin/sh'];

/**
 * The sha256 of the file that the kernel itself has for an architecture, in the table that `enter` leads to; `undefined`
 * when it has none. `work` is a folder for the program that asks.
 */
export async function heldBy(
  enter: readonly string[],
  work: string,
  arch: string,
): Promise<string | undefined> {
  const path = join(work, `forever-${arch}`);
  if (!existsSync(path))
    writeFileSync(path, buildProgram(target(arch).elf, FOREVER[arch] ?? ''), { mode: 0o755 });
  const [file = '', ...args] = [...enter, '/usr/bin/env', '-i', path];
  const child = spawn(file, args, { stdio: 'ignore' });
  try {
    for (let tries = 0; tries < 2_000; tries++) {
      if (child.exitCode !== null || child.signalCode !== null) return undefined;
      const program = attempt(() => readlinkSync(`/proc/${child.pid}/exe`));
      if (program !== undefined && !STARTERS.some((path) => realpathSync(path) === program))
        return sha256(readFileSync(`/proc/${child.pid}/exe`));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('the foreign program was not started');
  } finally {
    await endOf(child);
  }
}

/** `undefined` for what throws: a process can be gone. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Gives a file, a folder with all it holds, or a link to a user. */
export function giveTo(user: number, ...paths: readonly string[]): void {
  execFileSync('chown', ['-R', '-h', `${user}:${user}`, ...paths]);
}

/** A file of root's that nobody else may read, and a check that it is what it was. */
export function makeVictim(folder: string, name = 'victim'): { path: string; look: () => unknown } {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'only root may change this\n', { mode: 0o600 });
  chmodSync(path, 0o600);
  chownSync(path, 0, 0);
  return { path, look: () => lookAt(path) };
}

/** What a victim is: its bytes, mode and owner; or that it is gone. */
export function lookAt(path: string): unknown {
  if (!existsSync(path)) return 'gone';
  const { mode, uid, gid } = statSync(path);
  return { text: readFileSync(path, 'utf8').slice(0, 200), mode: (mode & 0o7777).toString(8), uid, gid };
}

/** What `lookAt` gives of a victim that nobody has touched. */
export const UNTOUCHED = { text: 'only root may change this\n', mode: '600', uid: 0, gid: 0 };

/** QEMU with a line at its end: it runs as QEMU does, and is not the one that was checked. */
export function makeEvil(from: string, to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, Buffer.concat([readFileSync(from), Buffer.from('not what was checked')]), {
    mode: 0o755,
  });
  chmodSync(to, 0o755);
  return sha256(readFileSync(to));
}

/** A FIFO. */
export function makeFifo(path: string): void {
  const made = spawnSync('mkfifo', ['-m', '0666', path], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
}

/**
 * A plan that registers one handler of arm64, and is carried out as it is. It has the type of plans, so that an attack
 * goes on from what is allowed today.
 */
export function handlerPlan(
  install: Pick<Install, 'interpreter' | 'sha256'>,
  store: string,
): Plan & { readonly install: readonly [Install] } {
  return {
    schema: 1,
    prepare: [],
    remove: [],
    install: [{ arch: 'arm64', name: 'qemu-aarch64', flagChoices: ['POCF'], replaces: [], ...install }],
    prove: [],
    store,
    run: RUN,
  };
}

/** The id of a run. */
export const RUN = '01234567-89ab-4cde-8f01-23456789abcd';
