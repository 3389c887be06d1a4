/** What is measured: the commands, the state that each starts from, and the budget that it has to keep. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_PATH } from '../src/binfmt/entry.ts';
import { SYSTEM_FOLDERS } from '../src/host/host.ts';
import { DIGESTS_FILE } from '../src/journal/journal.ts';
import { STATE_ROOT } from '../src/journal/record.ts';
import type { Command } from './measure.ts';

/** Where a run of the benchmark finds its parts; made by bench.ts, used inside the namespace. */
export interface Setting {
  readonly node: string;
  readonly dist: string;
  /** A folder for stores, homes and what GNU time writes. */
  readonly folder: string;
  /** `127.0.0.1:port/name@sha256:…`, where there is a registry. */
  readonly image?: string;
  readonly rounds: number;
  readonly only: readonly string[];
  readonly against: readonly string[];
}

export interface Case {
  readonly id: string;
  readonly title: string;
  /** How a person runs it, with the folders left out. */
  readonly shown: string;
  readonly state: string;
  readonly command: Command;
  /** Most that it may take, as a multiple of the yardstick's time. */
  readonly budget?: number;
  /** Measured until the first output instead of the end. */
  readonly untilFirst?: boolean;
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

/** Docker's client is kept from what is measured, unless what this is compared with needs it. */
export function hidesDocker({ against }: Setting): boolean {
  return against.length === 0;
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
 * Empties the private table, and forgets who filled it, as post steps do; what root has hashed since the machine was
 * started stays known. Only ever called in a namespace of its own.
 */
export function emptyTable(): void {
  if (existsSync(STATE_ROOT)) {
    for (const entry of readdirSync(STATE_ROOT, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name !== DIGESTS_FILE) rmSync(join(entry.parentPath, entry.name));
    }
  }
  for (const name of readdirSync(TABLE_PATH)) {
    if (name !== 'register' && name !== 'status') writeFileSync(join(TABLE_PATH, name), '-1', { flag: 'r+' });
  }
}

/** As after the start of the machine. */
export function startAnew(): void {
  emptyTable();
  rmSync(STATE_ROOT, { recursive: true, force: true });
}

export function emptyStore(setting: Setting): void {
  const store = join(setting.folder, 'store');
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store);
}

/** `setup` on a terminal. */
export function cli(setting: Setting, ...args: readonly string[]): Command {
  const { node, dist } = setting;
  return { args: [node, join(dist, 'cli.js'), ...args], env: environment(setting) };
}

/** The main step of the action, as a runner starts it. */
export function action(setting: Setting, inputs: Readonly<Record<string, string>>): Command {
  const { node, dist, folder } = setting;
  const files = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map((name) => `GITHUB_${name}`);
  const paths = files.map((name) => [name, join(folder, name)] as const);
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return {
    args: [node, join(dist, 'action.js')],
    env: { ...environment(setting), ...Object.fromEntries([...paths, ...given]) },
    prepare: () => {
      for (const [, path] of paths) writeFileSync(path, '');
    },
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

/** The cases that are timed, in the order of the table. */
export function timedCases(setting: Setting, image: string, doctor: boolean): readonly Case[] {
  const from = ['--image', image, '--qemu-from', 'image'];
  const setup = cli(setting, 'setup', ...from);
  const inputs = { image, 'qemu-from': 'image' };
  const cases: Case[] = [
    {
      id: 'start-cli',
      title: 'Start-up until the first line, on a terminal',
      shown: 'node dist/cli.js plan',
      state: 'any',
      command: cli(setting, 'plan'),
      budget: 2,
      untilFirst: true,
    },
    {
      id: 'start-action',
      title: 'Start-up until the first line, as an action',
      shown: 'INPUT_MODE=plan node dist/action.js',
      state: 'any',
      command: action(setting, { mode: 'plan' }),
      budget: 2,
      untilFirst: true,
    },
    {
      id: 'warm-first',
      title: 'Set up and prove all ten platforms',
      shown: 'node dist/cli.js setup',
      state: 'QEMU in the tool cache, nothing registered, for the first time since the machine was started',
      command: after(setup, startAnew),
      budget: 6,
    },
    {
      id: 'warm',
      title: 'The same in each later job',
      shown: 'node dist/cli.js setup',
      state: 'QEMU in the tool cache, nothing registered',
      command: after(setup, emptyTable),
      budget: 6,
    },
    {
      id: 'warm-action',
      title: 'The same, as an action',
      shown: 'node dist/action.js',
      state: 'QEMU in the tool cache, nothing registered',
      command: after(action(setting, inputs), emptyTable),
    },
    {
      id: 'repeat',
      title: 'Set up again',
      shown: 'node dist/cli.js setup',
      state: 'everything in place',
      command: setup,
      budget: 4,
    },
    {
      id: 'repeat-action',
      title: 'The same, as an action',
      shown: 'node dist/action.js',
      state: 'everything in place',
      command: action(setting, inputs),
    },
  ];
  if (doctor) {
    cases.push({
      id: 'doctor',
      title: 'Examine this host',
      shown: 'node dist/cli.js doctor',
      state: hidesDocker(setting) ? 'everything in place, no Docker client' : 'everything in place',
      command: cli(setting, 'doctor'),
      // What Docker's own client takes is not the doctor's.
      ...(hidesDocker(setting) ? { budget: 10 } : {}),
    });
  }
  return cases;
}

/** `setup` with nothing on this machine: QEMU comes from a registry. */
export function coldCase(setting: Setting, image: string): Case {
  const setup = cli(setting, 'setup', '--image', image, '--qemu-from', 'image');
  return {
    id: 'cold',
    title: 'Download QEMU, set up and prove all ten platforms',
    shown: 'node dist/cli.js setup --image 127.0.0.1:5000/tonistiigi/binfmt@sha256:…',
    state: 'empty tool cache, nothing registered, a registry on the same machine',
    command: after(setup, () => emptyStore(setting), startAnew),
  };
}
