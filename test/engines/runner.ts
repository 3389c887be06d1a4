import { execFileSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commandFile } from '../support/command-file.ts';
import { node24, repository } from './product.ts';
import type { RunnerUser } from './runner-user.ts';

/** The action as a runner downloads and starts it. */

/** A step of the action: what the runner keeps of it between main and post. */
export interface ActionRun {
  readonly exit: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Both streams, for a failing test and for workflow commands. */
  readonly told: string;
}

export interface RunnerWork {
  readonly folder: string;
  readonly main: (inputs: Readonly<Record<string, string>>) => ActionRun;
  /** Runs the post step with what main saved. */
  readonly post: (inputs: Readonly<Record<string, string>>, saved: ActionRun) => ActionRun;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post: string };
}

/** Copies action.yml and dist/ as a runner downloads an action; gives the folder. */
export function downloadedAction(folder: string): string {
  const action = join(folder, '_work/_actions/example/setup-binfmt/v1');
  mkdirSync(action, { recursive: true });
  for (const part of ['action.yml', 'dist'])
    cpSync(join(repository, part), join(action, part), { recursive: true });
  return action;
}

/** Node 24 where every user may run it; gives the folder that goes on PATH. */
export function sharedNode(folder: string): string {
  const bin = join(folder, 'externals/node24/bin');
  mkdirSync(bin, { recursive: true });
  if (!existsSync(join(bin, 'node'))) cpSync(node24, join(bin, 'node'));
  chmodSync(join(bin, 'node'), 0o755);
  return bin;
}

/**
 * Lays out a runner's work folder for a user. Main and post are started as the runner does
 * (NodeScriptActionHandler of actions/runner): one file for each kind of command, every input with its default in
 * INPUT_<NAME>, saved state in STATE_<name>, Node 24, the workspace as working folder.
 */
export function runnerWork(folder: string, user: RunnerUser): RunnerWork {
  chmodSync(folder, 0o755);
  const action = downloadedAction(folder);
  const node = join(sharedNode(folder), 'node');
  const file = parse(readFileSync(join(action, 'action.yml'), 'utf8')) as ActionFile;
  for (const part of ['_work/_temp', '_work/_tool', '_work/repo/repo', 'home']) {
    mkdirSync(join(folder, part), { recursive: true });
    execFileSync('chown', [String(user.uid), join(folder, part)]);
  }
  const temp = join(folder, '_work/_temp');
  let step = 0;
  const start = (
    script: string,
    inputs: Readonly<Record<string, string>>,
    state: Readonly<Record<string, string>>,
  ): ActionRun => {
    step += 1;
    const files = Object.fromEntries(
      ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map((kind) => [
        `GITHUB_${kind}`,
        join(temp, `${kind}_${step}`),
      ]),
    );
    for (const path of Object.values(files)) {
      writeFileSync(path, '');
      execFileSync('chown', [String(user.uid), path]);
    }
    const defaults = Object.entries(file.inputs).map(
      ([name, { default: text }]) => [name, text ?? ''] as const,
    );
    const given = [...defaults, ...Object.entries(inputs)];
    const env: Record<string, string> = {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: join(folder, 'home'),
      LANG: 'C.UTF-8',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_REPOSITORY: 'example/setup-binfmt',
      GITHUB_ACTION_REF: 'v1',
      GITHUB_REPOSITORY: 'repo/repo',
      GITHUB_WORKSPACE: join(folder, '_work/repo/repo'),
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
      RUNNER_TEMP: temp,
      RUNNER_TOOL_CACHE: join(folder, '_work/_tool'),
      RUNNER_ENVIRONMENT: 'self-hosted',
      ...files,
      ...Object.fromEntries(
        given.map(([name, text]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, text]),
      ),
      ...Object.fromEntries(Object.entries(state).map(([name, text]) => [`STATE_${name}`, text])),
    };
    const done: SpawnSyncReturns<string> = user.run([node, join(action, script)], {
      cwd: join(folder, '_work/repo/repo'),
      env,
    });
    const told = (kind: string): string => readFileSync(files[`GITHUB_${kind}`] ?? '', 'utf8');
    return {
      exit: done.status,
      outputs: commandFile(told('OUTPUT')),
      state: commandFile(told('STATE')),
      summary: told('STEP_SUMMARY'),
      told: `${done.stdout}\n${done.stderr}`,
    };
  };
  const { main, post } = file.runs;
  return {
    folder,
    main: (inputs) => start(main, inputs, {}),
    post: (inputs, saved) => start(post, inputs, saved.state),
  };
}
