/** Measures how cost grows, inside a namespace with a table of its own; prints the results as JSON. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_PATH } from '../src/binfmt/entry.ts';
import { mayRunNatively, TARGETS } from '../src/platform/platforms.ts';
import {
  emptyTable,
  environment,
  hideDocker,
  inFirstJob,
  inLaterJob,
  inPlace,
  makeSetting,
  type Setting,
  yardstick,
} from './cases.ts';
import { type Command, measureInTurn, median, runUnmeasured } from './measure.ts';
import { openRelay } from './support/relay.ts';

/** What scale.ts wants measured. */
export interface ScaleOrder {
  readonly folder: string;
  readonly node: string;
  readonly dist: string;
  /** Of the registry. */
  readonly port: number;
  /** `name@sha256:…` */
  readonly name: string;
  readonly parts: readonly string[];
  readonly most: number;
  readonly rounds: number;
}

/** Where jobs run: each as on a machine of its own, also with a registry that refuses what is too fast, or all on one. */
const PLACES = ['own', 'limited', 'shared'] as const;
type Place = (typeof PLACES)[number];

interface JobRow {
  readonly jobs: number;
  readonly where: Place;
  readonly requests: number;
  readonly refused: number;
  readonly bytes: number;
  /** Times in milliseconds. */
  readonly all: number;
  readonly median: number;
  readonly failed: number;
}

export interface ScaleResults {
  readonly jobs: readonly JobRow[];
  /** Times in milliseconds of `true`, Node alone, `setup`, `setup` again and `doctor`. */
  readonly entries: readonly { readonly count: number; readonly times: readonly number[] }[];
  readonly platforms: readonly {
    readonly count: number;
    readonly first: number;
    readonly later: number;
    readonly repeat: number;
    /** In KiB. */
    readonly memory: number;
  }[];
}

const LIMIT = 20;
const JOBS = [1, 10, 50, 200];
const ENTRIES = [0, 100, 500, 1000, 2000, 5000];
const PLATFORMS = [1, 2, 4, 8, 16, TARGETS.length];

const order: ScaleOrder = JSON.parse(readFileSync(0, 'utf8'));
const { folder, node, dist, rounds } = order;
const usage = join(folder, 'usage');
hideDocker();
const measures = {
  jobs: measureJobs,
  entries: measureEntries,
  platforms: measurePlatforms,
};
const results: ScaleResults = { jobs: [], entries: [], platforms: [] };
for (const [part, measure] of Object.entries(measures))
  if (order.parts.includes(part)) Object.assign(results, { [part]: await measure() });
process.stdout.write(JSON.stringify(results));

function setup(setting: Setting, image: string, ...words: readonly string[]): Command {
  const args = ['setup', ...words, '--image', image, '--qemu-from', 'image'];
  return { args: [node, join(dist, 'cli.js'), ...args], env: environment(setting) };
}

async function measureJobs(): Promise<readonly JobRow[]> {
  const rows: JobRow[] = [];
  for (const where of PLACES) {
    for (const jobs of [...new Set(JOBS.map((count) => Math.min(count, order.most)))]) {
      progress(`${jobs} jobs, ${where}`);
      rows.push(await startAtOnce(jobs, where));
    }
  }
  return rows;
}

async function startAtOnce(jobs: number, where: Place): Promise<JobRow> {
  const relay = await openRelay(order.port, where === 'limited' ? LIMIT : undefined);
  const image = `127.0.0.1:${relay.port}/${order.name}`;
  const base = join(folder, `jobs-${jobs}`);
  mkdirSync(base);
  const shared = where === 'shared' ? makeSetting(join(base, 'shared'), node, dist) : undefined;
  const settings = Array.from(
    { length: jobs },
    (_, index) => shared ?? makeSetting(join(base, String(index)), node, dist),
  );
  const started = performance.now();
  const ended = await Promise.all(
    settings.map(async (setting) => {
      const code = await runJob(setup(setting, image, 'arm64'), where !== 'shared');
      const took = performance.now() - started;
      // Two hundred tool caches are more than a disk may have room for.
      if (shared === undefined) rmSync(setting.folder, { recursive: true });
      return { code, took };
    }),
  );
  const times = ended.map(({ took }) => took);
  const traffic = relay.taken();
  relay.close();
  emptyTable();
  rmSync(base, { recursive: true });
  const failed = ended.filter(({ code }) => code !== 0).length;
  return { jobs, where, ...traffic, all: Math.max(...times), median: median(times), failed };
}

/** Runs a job, as on a machine of its own where it is to have its own table and /run; gives its exit code. */
async function runJob({ args, env }: Command, alone: boolean): Promise<number | null> {
  const inside = 'mount -t binfmt_misc none "$0" && mount -t tmpfs none /run && exec "$@"';
  const apart = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', inside, TABLE_PATH];
  const [file = '', ...rest] = [...(alone ? apart : []), ...args];
  const child = spawn(file, rest, { env, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  return code;
}

async function measureEntries(): Promise<ScaleResults['entries']> {
  const setting = makeSetting(join(folder, 'entries'), node, dist);
  const command = setup(setting, `127.0.0.1:${order.port}/${order.name}`, 'arm64');
  const doctor: Command = { args: [node, join(dist, 'cli.js'), 'doctor'], env: environment(setting) };
  runUnmeasured(command);
  const rows = [];
  for (const [index, count] of ENTRIES.entries()) {
    progress(`${count} foreign entries`);
    for (let number = ENTRIES[index - 1] ?? 0; number < count; number++) register(number);
    const commands = [
      { args: ['/bin/true'] as const, env: {} },
      yardstick(setting),
      inLaterJob({ shown: '', command }).command,
      inPlace({ shown: '', command }).command,
      inPlace({ shown: '', command: doctor }, command).command,
    ];
    const pairs = await measureInTurn(commands, yardstick(setting), rounds, usage);
    rows.push({ count, times: pairs.map(({ runs }) => median(runs.map(({ wall }) => wall))) });
  }
  for (let number = 0; number < Math.max(...ENTRIES); number++)
    writeFileSync(join(TABLE_PATH, `foreign-${number}`), '-1', { flag: 'r+' });
  return rows;
}

/** An entry of somebody else: half of them by magic, half by a file's ending. */
function register(number: number): void {
  const match = number % 2 === 0 ? `M::bench${String(number).padStart(6, '0')}:` : `E::bench-${number}:`;
  writeFileSync(join(TABLE_PATH, 'register'), `:foreign-${number}:${match}:/bin/true:`);
}

async function measurePlatforms(): Promise<ScaleResults['platforms']> {
  const setting = makeSetting(join(folder, 'platforms'), node, dist);
  const image = `127.0.0.1:${order.port}/${order.name}`;
  const native = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const foreign = TARGETS.map(({ arch }) => arch).filter((arch) => !mayRunNatively(native, arch));
  const rows = [];
  for (const count of new Set(PLATFORMS.map((most) => Math.min(most, foreign.length)))) {
    progress(`${count} platforms`);
    const command = setup(setting, image, ...foreign.slice(0, count));
    runUnmeasured(command);
    const shown = { shown: '', command };
    const commands = [inFirstJob(shown), inLaterJob(shown), inPlace(shown)].map((each) => each.command);
    const pairs = await measureInTurn(commands, yardstick(setting), rounds, usage);
    const [first = 0, later = 0, repeat = 0] = pairs.map(({ runs }) => median(runs.map(({ wall }) => wall)));
    const memory = Math.max(...pairs.flatMap(({ runs }) => runs.map((run) => run.memory)));
    rows.push({ count, first, later, repeat, memory });
  }
  emptyTable();
  return rows;
}

function progress(text: string): void {
  process.stderr.write(`measuring: ${text}\n`);
}
