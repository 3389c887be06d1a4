/** What is measured: the commands, the state that each starts from, and the budget that it has to keep. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { TABLE_PATH } from '../src/binfmt/entry.ts';
import { PERSIST_ROOT } from '../src/binfmt/persist.ts';
import { SYSTEM_FOLDERS } from '../src/host/host.ts';
import { DIGESTS_FILE } from '../src/journal/journal.ts';
import { STATE_ROOT } from '../src/journal/record.ts';
import { type Command, runUnmeasured, type User } from './measure.ts';
import { forgetRead } from './support/page-cache.ts';

export const FLOOR = 'floor';
/** So many platforms are set up to see what each further one takes. */
export const PLATFORM_COUNTS = [1, 2, 4, 8];
const EIGHT = ['arm64', 'riscv64', 'ppc64le', 's390x', 'mips64le', 'mips64', 'loong64', 'arm'];

/** The programs and modules of sudo. */
const SUDO = ['/usr/bin/sudo', '/usr/libexec/sudo', '/usr/lib/sudo'].filter((path) => existsSync(path));

/** One build, and who runs it. */
export interface Setting {
  readonly node: string;
  readonly dist: string;
  /** A folder of its own, for the store and the home. */
  readonly folder: string;
  /** An ordinary user with sudo; root where it is left out. */
  readonly user?: User;
}

/** One build, and all who run it. */
export interface Build {
  readonly asRoot: Setting;
  readonly asUser?: Setting;
  /** The same user, with a tool cache of mode 0777, as on hosted runners. */
  readonly inOpenCache?: Setting;
}

export interface Case {
  readonly id: string;
  readonly title: string;
  /** How a person runs it, with the folders left out. */
  readonly shown: string;
  readonly state: string;
  readonly command: Command;
  /** The same of the build that this one is compared with. */
  readonly before?: Command;
  /** Most that it may take, as a multiple of the yardstick's time, and of the floor's. */
  readonly budget?: number;
  readonly floorBudget?: number;
  /** Measured until the first output instead of the end. */
  readonly untilFirst?: boolean;
}

/** Makes a setting, and its folders in `folder`. */
export function makeSetting(folder: string, node: string, dist: string, user?: User): Setting {
  const setting = { node, dist, folder, ...(user === undefined ? {} : { user }) };
  makeFolders(setting);
  return setting;
}

/** Makes the folders of a setting, which are empty then. */
export function makeFolders({ folder, user }: Setting): void {
  for (const path of [folder, ...['home', 'store', 'temp'].map((each) => join(folder, each))]) {
    if (path !== folder) rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    if (user !== undefined) chownSync(path, user.uid, user.gid);
  }
}

/**
 * Makes an ordinary user who may do everything by sudo without a password, as on hosted runners. Only ever called where
 * /etc is a copy that ends with the namespace.
 */
export function makeUser(name: string): User {
  execFileSync('useradd', ['--no-create-home', '--no-log-init', '--shell', '/bin/sh', name]);
  writeFileSync(`/etc/sudoers.d/${name}`, `${name} ALL=(ALL) NOPASSWD: ALL\n`, { mode: 0o440 });
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** The environment of all runs: no settings of the user who measures, and a store of its own. */
export function environment(setting: Setting): Readonly<Record<string, string>> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(setting.folder, 'home'),
    RUNNER_TOOL_CACHE: join(setting.folder, 'store'),
    RUNNER_TEMP: join(setting.folder, 'temp'),
  };
}

/**
 * Covers every Docker client with a file that cannot be executed: programs look into the system's folders, too,
 * whatever PATH says. Only ever called in a mount namespace of its own.
 */
export function hideDocker(): void {
  const folders = [...(process.env.PATH ?? '').split(':'), ...SYSTEM_FOLDERS].filter((path) => path !== '');
  for (const path of new Set(folders.map((folder) => join(folder, 'docker')))) {
    if (!existsSync(path)) continue;
    execFileSync('mount', ['--bind', '/dev/null', realpathSync(path)]);
  }
}

/** `node -e 0`: what everything is compared with. */
export function yardstick(setting: Setting): Command {
  return { args: [setting.node, '-e', '0'], env: environment(setting) };
}

/**
 * Empties the private table of QEMU, and forgets who filled it, as post steps do, with root's copies of handlers; what
 * root has hashed since the machine was started stays known. Only ever called in a namespace of its own.
 */
export function emptyTable(): void {
  if (existsSync(STATE_ROOT)) {
    for (const entry of readdirSync(STATE_ROOT, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name !== DIGESTS_FILE) rmSync(join(entry.parentPath, entry.name));
    }
  }
  rmSync(PERSIST_ROOT, { recursive: true, force: true });
  for (const name of readdirSync(TABLE_PATH)) {
    if (name.startsWith('qemu-')) writeFileSync(join(TABLE_PATH, name), '-1', { flag: 'r+' });
  }
}

/** As after the start of the machine. */
function startAnew(): void {
  emptyTable();
  rmSync(STATE_ROOT, { recursive: true, force: true });
}

export function emptyStore(setting: Setting): void {
  const store = join(setting.folder, 'store');
  for (const name of readdirSync(store)) rmSync(join(store, name), { recursive: true });
}

/** The program of a terminal. */
function cli(setting: Setting, ...args: readonly string[]): Command {
  return command(setting, 'cli.js', args);
}

/** The main step of the action, as a runner starts it. */
export function action(setting: Setting, inputs: Readonly<Record<string, string>>): Command {
  const files = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map((name) => `GITHUB_${name}`);
  const paths = files.map((name) => [name, join(setting.folder, name)] as const);
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const bare = command(setting, 'action.js', []);
  return {
    ...bare,
    env: { ...bare.env, ...Object.fromEntries([...paths, ...given]) },
    prepare: () => {
      for (const [, path] of paths) {
        writeFileSync(path, '');
        chmodSync(path, 0o666);
      }
    },
  };
}

function command(setting: Setting, program: string, args: readonly string[]): Command {
  const { node, dist, user } = setting;
  return {
    args: [node, join(dist, program), ...args],
    env: environment(setting),
    ...(user === undefined ? {} : { user }),
  };
}

/** The command after these steps, and its own. */
export function after(command: Command, ...steps: readonly (() => void)[]): Command {
  return {
    ...command,
    prepare: () => {
      command.prepare?.();
      for (const step of steps) step();
    },
  };
}

/** What a person runs, and what is run for it. */
type Shown = Pick<Case, 'shown' | 'command'>;
type Started = Pick<Case, 'shown' | 'command' | 'state'>;

/** In the first job since the machine was started, when it has read everything before all the same. */
export function inFirstJob({ shown, command }: Shown): Started {
  const state =
    'QEMU in the tool cache, nothing registered, for the first time since the machine was started';
  return { shown, state, command: after(command, startAnew) };
}

/** In the first job of a machine that was just started: what only this action reads is not in memory. */
export function onBootedMachine({ shown, command }: Shown, setting: Setting): Started {
  const state = 'QEMU in the tool cache, nothing registered, just started: neither is in memory';
  const forget = (): void => forgetRead([join(setting.folder, 'store'), ...(setting.user ? SUDO : [])]);
  return { shown, state, command: after(command, startAnew, forget) };
}

/** In each later job: the same ran before, and its entries are gone. */
export function inLaterJob({ shown, command }: Shown): Started {
  const state = 'QEMU in the tool cache, nothing registered';
  return { shown, state, command: after(command, startAnew, () => runUnmeasured(command), emptyTable) };
}

/** With all in place that `setup` has left there, which is the same command where nothing else is given. */
export function inPlace({ shown, command }: Shown, setup: Command = command): Started {
  return {
    shown,
    state: 'everything in place',
    command: after(command, startAnew, () => runUnmeasured(setup)),
  };
}

/** `setup` on a terminal, of all platforms where none are named, with QEMU from the image. */
function setupOnTerminal(setting: Setting, image: string, ...platforms: readonly string[]): Command {
  return cli(setting, 'setup', ...platforms, '--image', image, '--qemu-from', 'image');
}

function setupAsAction(setting: Setting, image: string): Shown {
  const command = action(setting, { image, 'qemu-from': 'image' });
  return { shown: 'node dist/action.js', command };
}

/** The cases that are timed, in the order of the table. */
export function timedCases(
  { asRoot, asUser, inOpenCache }: Build,
  image: string,
  docker: boolean,
): readonly Case[] {
  const plan = { shown: 'node dist/cli.js plan', command: cli(asRoot, 'plan') };
  const planAsAction = {
    shown: 'INPUT_MODE=plan node dist/action.js',
    command: action(asRoot, { mode: 'plan' }),
  };
  const setup = { shown: 'node dist/cli.js setup', command: setupOnTerminal(asRoot, image) };
  const asAction = setupAsAction(asRoot, image);
  const doctor = { shown: 'node dist/cli.js doctor', command: cli(asRoot, 'doctor') };
  const starting = { state: 'any', budget: 2, untilFirst: true };
  return [
    { id: 'start-cli', title: 'Start-up until the first line, on a terminal', ...plan, ...starting },
    {
      id: 'start-action',
      title: 'Start-up until the first line, as an action',
      ...planAsAction,
      ...starting,
    },
    {
      id: 'warm-first',
      title: 'Set up and prove all ten platforms',
      ...inFirstJob(setup),
      budget: 6,
      floorBudget: 2,
    },
    {
      id: 'booted',
      title: 'The same, read from the disk',
      ...onBootedMachine(setup, asRoot),
    },
    { id: 'warm', title: 'The same in each later job', ...inLaterJob(setup), budget: 5, floorBudget: 1.5 },
    { id: 'warm-action', title: 'The same, as an action', ...inLaterJob(asAction) },
    { id: 'repeat', title: 'Set up again', ...inPlace(setup), budget: 3.5 },
    { id: 'repeat-action', title: 'The same, as an action', ...inPlace(asAction) },
    {
      id: 'doctor',
      title: 'Examine this host',
      ...inPlace(doctor, setup.command),
      // What Docker's own client takes is not the doctor's.
      ...(docker ? {} : { state: 'everything in place, no Docker client', budget: 10 }),
    },
    ...(asUser === undefined ? [] : userCases('user', asUser, image)),
    ...(inOpenCache === undefined
      ? []
      : userCases('open', inOpenCache, image, ', in a tool cache of mode 0777')),
  ];
}

function userCases(id: string, setting: Setting, image: string, where = ''): readonly Case[] {
  const who = `as an action of a user with sudo${where}`;
  const setup = setupAsAction(setting, image);
  return [
    { id: `${id}-first`, title: `Set up and prove all ten platforms, ${who}`, ...inFirstJob(setup) },
    { id: `${id}-booted`, title: 'The same, read from the disk', ...onBootedMachine(setup, setting) },
    { id: `${id}-warm`, title: 'The same in each later job', ...inLaterJob(setup) },
    { id: `${id}-repeat`, title: `Set up again, ${who}`, ...inPlace(setup) },
  ];
}

/** The least that a set-up of all could take. */
export function floorCase(command: Command): Case {
  return {
    id: FLOOR,
    title: 'The floor of both: the same entries written, ten probes over the cores, nothing else',
    shown: 'node floor.js',
    state: 'nothing registered',
    command: after(command, startAnew),
  };
}

/** `setup` of so many platforms, for each of PLATFORM_COUNTS. */
export function platformCases(setting: Setting, image: string): readonly Case[] {
  return PLATFORM_COUNTS.map((count) => {
    const platforms = EIGHT.slice(0, count);
    const shown = `node dist/cli.js setup ${platforms.join(' ')}`;
    return {
      id: `platforms-${count}`,
      title: `Set up ${count} of the platforms`,
      ...inLaterJob({ shown, command: setupOnTerminal(setting, image, ...platforms) }),
    };
  });
}

/** `setup` with nothing on this machine: QEMU comes from a registry. */
export function coldCase(setting: Setting, image: string): Case {
  return {
    id: 'cold',
    title: 'Download QEMU, set up and prove all ten platforms',
    shown: 'node dist/cli.js setup --image 127.0.0.1:5000/tonistiigi/binfmt@sha256:…',
    state: 'empty tool cache, nothing registered, a registry on the same machine',
    command: after(setupOnTerminal(setting, image), () => emptyStore(setting), startAnew),
  };
}
