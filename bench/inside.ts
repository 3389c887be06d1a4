/** Measures inside a user namespace with a binfmt_misc table of its own; prints the results as JSON. */
import { chmodSync, chownSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  after,
  type Build,
  type Case,
  coldCase,
  emptyStore,
  emptyTable,
  environment,
  floorCase,
  hideDocker,
  makeSetting,
  makeUser,
  platformCases,
  type Setting,
  timedCases,
  yardstick,
} from './cases.ts';
import { type Fetching, measureFetch } from './fetch.ts';
import { floorCommand } from './floor.ts';
import {
  type Command,
  mean,
  measureInTurn,
  median,
  type Run,
  runOnce,
  runUnmeasured,
  type User,
} from './measure.ts';
import { openRelay } from './support/relay.ts';

/** What bench.ts wants measured. */
export interface Order {
  readonly node: string;
  /** A build's dist/, and that of another one to compare it with. */
  readonly dist: string;
  readonly before?: string;
  /** Everybody may enter it. */
  readonly folder: string;
  /** `127.0.0.1:port/name@sha256:…` */
  readonly image: string;
  readonly rounds: number;
  readonly only: readonly string[];
  readonly against: readonly string[];
  /** Other users than root can be had: all ids are mapped, and nobody else sees this /etc. */
  readonly users: boolean;
}

/** What is known of one case when it has been measured. Times in milliseconds, memory in KiB. */
export interface Measured {
  readonly id: string;
  readonly title: string;
  readonly shown: string;
  readonly state: string;
  readonly runs: number;
  /** Medians. `before` is that of the other build. */
  readonly time: number;
  readonly yardstick: number;
  readonly before?: number;
  /** Means. */
  readonly cpu: number;
  readonly yardstickCpu: number;
  readonly memory: number;
  readonly yardstickMemory: number;
  /** The share of all cores that others used, from 0 to 1. */
  readonly disturbed: number;
  readonly budget?: number;
  readonly floorBudget?: number;
}

export interface Results {
  readonly timed: readonly Measured[];
  /** One for each of PLATFORM_COUNTS. */
  readonly platforms: readonly Measured[];
  /** Bytes that crossed the loopback interface to and from the registry. */
  readonly network?: { readonly first: number; readonly second: number };
  readonly fetching?: Fetching;
}

const order: Order = JSON.parse(readFileSync(0, 'utf8'));
const { image } = order;
const usage = join(order.folder, 'usage');
// Docker's client is kept from what is measured, unless what this is compared with needs it.
const docker = order.against.length > 0;
if (!docker) hideDocker();
const user = order.users ? makeUser('setup-binfmt-bench') : undefined;
const now = makeBuild(order.dist, 'now');
const before = order.before === undefined ? undefined : makeBuild(order.before, 'before');
process.stdout.write(JSON.stringify(await measureAll()));

async function measureAll(): Promise<Results> {
  const wanted = ({ id }: { readonly id: string }): boolean =>
    order.only.length === 0 || order.only.includes(id);
  const ours = ofBothBuilds((build) => timedCases(build, image, docker));
  const floor = floorCase(floorCommand(now.asRoot));
  const cases = [...ours, floor, ...order.against.flatMap(againstCases)].filter(wanted);
  const cold = ofBothBuilds(({ asRoot }) => [coldCase(asRoot, image)]).filter(wanted);
  const platforms = wanted({ id: 'platforms' })
    ? ofBothBuilds(({ asRoot }) => platformCases(asRoot, image))
    : [];
  return {
    timed: [...(await measure(cases, order.rounds)), ...(await measure(cold, Math.ceil(order.rounds / 2)))],
    platforms: await measure(platforms, order.rounds),
    ...(wanted({ id: 'network' }) ? { network: await measureNetwork() } : {}),
    ...(wanted({ id: 'fetch' }) ? { fetching: await measureFetching() } : {}),
  };
}

/** Makes the folders of a build, and fills its stores. */
function makeBuild(dist: string, name: string): Build {
  const settingOf = (who: string, user?: User): Setting => {
    const setting = makeSetting(join(order.folder, `${name}-${who}`), order.node, dist, user);
    progress(`filling the store of ${setting.folder}`);
    runUnmeasured(coldCase(setting, image).command);
    return setting;
  };
  const asRoot = settingOf('root');
  if (user === undefined) return { asRoot };
  const inOpenCache = settingOf('open', user);
  const cache = join(inOpenCache.folder, 'store');
  chmodSync(cache, 0o777);
  chownSync(cache, 0, 0);
  return { asRoot, asUser: settingOf('user', user), inOpenCache };
}

async function measureFetching(): Promise<Fetching> {
  progress('download and unpack alone');
  return measureFetch(image, order.folder, Math.ceil(order.rounds / 2));
}

/** The cases of this build, each with the command of the other one, where there is one. */
function ofBothBuilds(casesOf: (build: Build) => readonly Case[]): readonly Case[] {
  const others = before === undefined ? [] : casesOf(before);
  return casesOf(now).map((one, index) => {
    const other = others[index];
    return other === undefined ? one : { ...one, before: other.command };
  });
}

async function measure(cases: readonly Case[], rounds: number): Promise<readonly Measured[]> {
  if (cases.length > 0) progress(cases.map(({ id }) => id).join(', '));
  const commands = cases.flatMap(({ command, before = command }) => [...new Set([command, before])]);
  const pairs = await measureInTurn(commands, yardstick(now.asRoot), rounds, usage);
  // They were made in turn: what one of them met, all did, and the more of them, the less chance there is in a ratio.
  const bare = pairs.flatMap(({ yardstick }) => yardstick);
  const runsOf = new Map(commands.map((command, index) => [command, pairs[index]?.runs ?? []]));
  return cases.map((one) => summarise(one, runsOf, bare));
}

function summarise(
  { id, title, shown, state, budget, floorBudget, untilFirst, command, before }: Case,
  runsOf: ReadonlyMap<Command, readonly Run[]>,
  bare: readonly Run[],
): Measured {
  const runs = runsOf.get(command) ?? [];
  const timeOf = (some: readonly Run[]): number =>
    median(some.map(({ first, wall }) => (untilFirst === true ? first : wall)));
  return {
    id,
    title,
    shown,
    state,
    runs: runs.length,
    time: timeOf(runs),
    yardstick: median(bare.map(({ wall }) => wall)),
    ...(before === undefined ? {} : { before: timeOf(runsOf.get(before) ?? []) }),
    cpu: mean(runs.map(({ cpu }) => cpu)),
    yardstickCpu: mean(bare.map(({ cpu }) => cpu)),
    memory: median(runs.map(({ memory }) => memory)),
    yardstickMemory: median(bare.map(({ memory }) => memory)),
    disturbed: median([...runs, ...bare].map(({ disturbed }) => disturbed)),
    ...(budget === undefined ? {} : { budget }),
    ...(floorBudget === undefined ? {} : { floorBudget }),
  };
}

/** Another tool: run by a shell as a person would run it, with an empty table, and again with what it left there. */
function againstCases(line: string, index: number): readonly Case[] {
  const command: Command = { args: ['/bin/sh', '-c', line], env: environment(now.asRoot) };
  const common = { title: `\`${line}\``, shown: line };
  return [
    {
      ...common,
      id: `against-${index + 1}`,
      state: 'nothing registered',
      command: after(command, emptyTable),
    },
    { ...common, id: `against-${index + 1}-repeat`, state: 'everything in place', command },
  ];
}

/** Sets up twice through a relay that counts; the second time with an empty table and a filled store. */
async function measureNetwork(): Promise<NonNullable<Results['network']>> {
  progress('bytes over the network');
  const [address = '', name = ''] = image.split(/\/(.*)/s);
  const relay = await openRelay(Number(address.split(':')[1]));
  const through = `127.0.0.1:${relay.port}/${name}`;
  const { command } = coldCase(now.asRoot, through);
  const counts: number[] = [];
  for (const prepare of [() => emptyStore(now.asRoot), () => undefined]) {
    relay.taken();
    const run = await runOnce(after({ ...command, prepare }, emptyTable), usage);
    if (run.code !== 0) throw new Error(`setup through the relay ended with ${run.code}:\n${run.output}`);
    counts.push(relay.taken().bytes);
  }
  relay.close();
  const [first = Number.NaN, second = Number.NaN] = counts;
  return { first, second };
}

function progress(text: string): void {
  process.stderr.write(`measuring: ${text}\n`);
}
