import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurn } from '../../support/in-turn.ts';
import { openPrivateTable, type PrivateTable } from '../../support/private-table.ts';
import { commandOf, type Ended, runProgram } from '../../support/program.ts';
import { readEntries } from '../../support/setup-lab.ts';

/** A job on a machine of its own: the built programs as a runner starts them, and everything that they leave. */
export interface Job {
  /** Everything lies below it; gone with the job. */
  readonly folder: string;
  readonly home: string;
  /** The first folder of PATH, for programs of a test. */
  readonly programs: string;
  readonly env: Readonly<Record<string, string>>;
  readonly table: PrivateTable;
  /** The main step, with these inputs. */
  readonly main: (inputs: Inputs, env?: Env) => Promise<Step>;
  /** The post step of a main step, without its inputs, as runners start it. */
  readonly post: (main: Step, env?: Env) => Promise<Step>;
  readonly cli: (args: readonly string[], env?: Env, stdin?: string) => Promise<Ended>;
  readonly entries: () => ReadonlyMap<string, string>;
  /** Puts a shell script on PATH. */
  readonly program: (name: string, script: string) => void;
  /** Has apt-get be that of this machine. */
  readonly realApt: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export type Inputs = Readonly<Record<string, string>>;
export type Env = Readonly<Record<string, string>>;

/** What one step has said and left. */
export interface Step {
  readonly code: number | null;
  /** Standard output and standard error: what the runner reads. */
  readonly log: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  readonly summary: string;
  /** The text of the JSON report; empty where there is none. */
  readonly report: string;
  /** What people read: log, summary and report. */
  readonly told: string;
  /** All texts together, files of the runner's included. */
  readonly all: string;
}

export interface JobOptions {
  /** Where it lies, made anew; a fresh folder without it. */
  readonly folder?: string;
  /** The folder of the programs' build, where it is not the usual one. */
  readonly doors?: string;
  readonly env?: Env;
  /** Its table, which is closed with it; one of its own, with root alone as a user, without it. */
  readonly table?: PrivateTable;
}

const APT = '/usr/bin/apt-get';
const RUNNER_FILES = ['STATE', 'OUTPUT', 'ENV', 'PATH', 'STEP_SUMMARY'];

/** Opens a job with an empty private table and an empty tool cache. No apt-get and no engine answer in it. */
export async function openJob(options: JobOptions = {}): Promise<Job> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'setup-binfmt-attack-'));
  rmSync(folder, { recursive: true, force: true });
  const [home, programs, files] = ['home', 'bin', 'files'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const each of [home, programs, files, ...['temp', 'tools', 'work'].map((name) => join(home, name))])
    mkdirSync(each, { recursive: true });
  chmodSync(folder, 0o755);
  const table = options.table ?? (await openPrivateTable());
  const env = {
    PATH: `${programs}:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    HOME: home,
    TMPDIR: join(home, 'temp'),
    RUNNER_TEMP: join(home, 'temp'),
    RUNNER_TOOL_CACHE: join(home, 'tools'),
    GITHUB_WORKSPACE: join(home, 'work'),
    DOCKER_HOST: 'unix:///nowhere/docker.sock',
    ...options.env,
  };
  const file = (name: string) =>
    options.doors === undefined ? commandOf(name) : doorIn(options.doors, name);
  const program = (name: string, script: string) =>
    writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  program('apt-get', 'echo "E: there is no package" >&2; exit 100');
  // Root takes that of the distribution, wherever PATH leads to.
  const inside = (...words: readonly string[]) => runProgram([...table.enter, ...words], { env });
  if (existsSync(APT)) await inside('mount', '--bind', join(programs, 'apt-get'), APT);
  let count = 0;

  async function step(name: string, more: Env): Promise<Step> {
    count++;
    const texts = new Map(RUNNER_FILES.map((each) => [each, join(files, `${each}-${count}`)]));
    for (const path of texts.values()) writeFileSync(path, '');
    const named = Object.fromEntries([...texts].map(([each, path]) => [`GITHUB_${each}`, path]));
    const ended = await runProgram([...table.enter, ...file(name)], { env: { ...env, ...named, ...more } });
    const text = (each: string) => readFileSync(texts.get(each) ?? '', 'utf8');
    const outputs = readPairs(text('OUTPUT'));
    const path = outputs.get('report') ?? '';
    const report = path !== '' && existsSync(path) ? readFileSync(path, 'utf8') : '';
    const log = `${ended.stdout}${ended.stderr}`;
    const told = [log, text('STEP_SUMMARY'), report].join('\n');
    const all = [log, report, ...RUNNER_FILES.map(text)].join('\n');
    return {
      code: ended.code,
      log,
      outputs,
      state: readPairs(text('STATE')),
      summary: text('STEP_SUMMARY'),
      report,
      told,
      all,
    };
  }

  return {
    folder,
    home,
    programs,
    env,
    table,
    program,
    realApt: async () => {
      await inside('umount', APT);
    },
    main: (inputs, more = {}) => {
      const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      return step('action.js', { ...Object.fromEntries(named), ...more });
    },
    post: (main, more = {}) => {
      const kept = [...main.state].map(([name, value]) => [`STATE_${name}`, value]);
      return step('post.js', { ...Object.fromEntries(kept), ...more });
    },
    cli: (args, more = {}, stdin = '') =>
      runProgram([...table.enter, ...file('cli.js'), ...args], { env: { ...env, ...more }, stdin }),
    entries: () => readEntries(table.folder),
    close: () => inTurn(table.close, () => rmSync(folder, { recursive: true, force: true })),
  };
}

function doorIn(folder: string, name: string): readonly [string, string] {
  return [commandOf(name)[0], join(folder, name)];
}

/** A file of `name=value` lines and of values between delimiters, as the runner reads it (FileCommandManager.cs). */
function readPairs(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, name, delimiter] = /^([^=<]*)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1);
      pairs.set(name, lines.slice(at + 1, end).join('\n'));
      at = end < 0 ? lines.length : end;
    } else if (line.includes('=')) {
      pairs.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
    }
  }
  return pairs;
}
