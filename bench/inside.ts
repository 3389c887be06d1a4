/** Measures inside a user namespace with a binfmt_misc table of its own; prints the results as JSON. */

import { mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import {
  after,
  type Case,
  cli,
  coldCase,
  emptyStore,
  emptyTable,
  environment,
  hideDocker,
  hidesDocker,
  type Setting,
  timedCases,
  yardstick,
} from './cases.ts';
import { type Command, mean, measureInTurn, median, type Pairs, runOnce, slope } from './measure.ts';

/** What is known of one case when it has been measured. Times in milliseconds, memory in KiB. */
export interface Measured {
  readonly id: string;
  readonly title: string;
  readonly shown: string;
  readonly state: string;
  readonly runs: number;
  /** Medians. */
  readonly time: number;
  readonly yardstick: number;
  /** Means. */
  readonly cpu: number;
  readonly yardstickCpu: number;
  readonly memory: number;
  readonly yardstickMemory: number;
  /** The share of all cores that others used, from 0 to 1. */
  readonly disturbed: number;
  readonly budget?: number;
}

export interface Results {
  readonly timed: readonly Measured[];
  /** Medians by number of platforms, and what each further one adds, in milliseconds. */
  readonly platforms?: { readonly counts: readonly (readonly [number, number])[]; readonly each: number };
  /** Bytes that crossed the loopback interface to and from the registry. */
  readonly network?: { readonly first: number; readonly second: number };
  /** What could not be measured, and why. */
  readonly skipped: readonly string[];
}

const EIGHT = ['arm64', 'riscv64', 'ppc64le', 's390x', 'mips64le', 'mips64', 'loong64', 'arm'];

const setting: Setting = JSON.parse(readFileSync(0, 'utf8'));
for (const name of ['home', 'store', 'temp']) mkdirSync(join(setting.folder, name), { recursive: true });
const usage = join(setting.folder, 'usage');
if (hidesDocker(setting)) hideDocker();
process.stdout.write(JSON.stringify(await measureAll()));

async function measureAll(): Promise<Results> {
  const { image, only } = setting;
  const skipped: string[] = [];
  const wanted = ({ id }: { readonly id: string }): boolean => only.length === 0 || only.includes(id);
  if (image === undefined) return { timed: [], skipped: ['everything: there is no QEMU to set up'] };

  progress('filling the store');
  const fill = await runOnce(coldCase(setting, image).command, usage);
  if (fill.code !== 0) throw new Error(`the first setup ended with ${fill.code}:\n${fill.output}`);
  const doctor = (await runOnce(cli(setting, 'doctor'), usage)).code !== 2;
  if (!doctor) skipped.push('doctor: this version has no such mode');

  const others = setting.against.flatMap(againstCases);
  const cases = [...timedCases(setting, image, doctor), ...others].filter(wanted);
  progress(cases.map(({ id }) => id).join(', '));
  const timed = await measure(cases, setting.rounds);
  const cold = [coldCase(setting, image)].filter(wanted);
  if (cold.length > 0) progress('cold');
  timed.push(...(await measure(cold, Math.ceil(setting.rounds / 2))));
  const platforms = wanted({ id: 'platforms' }) ? await measurePlatforms(image) : undefined;
  const network = wanted({ id: 'network' }) ? await measureNetwork(image) : undefined;
  return {
    timed,
    skipped,
    ...(platforms === undefined ? {} : { platforms }),
    ...(network === undefined ? {} : { network }),
  };
}

async function measure(cases: readonly Case[], rounds: number): Promise<Measured[]> {
  const pairs = await measureInTurn(
    cases.map(({ command }) => command),
    yardstick(setting),
    rounds,
    usage,
  );
  // They were made in turn: what one of them met, all did, and the more of them, the less chance there is in a ratio.
  const bare = pairs.flatMap(({ yardstick }) => yardstick);
  return cases.map((one, index) => summarise(one, { runs: pairs[index]?.runs ?? [], yardstick: bare }));
}

function summarise(one: Case, { runs, yardstick: bare }: Pairs): Measured {
  const { id, title, shown, state, budget } = one;
  return {
    id,
    title,
    shown,
    state,
    runs: runs.length,
    time: median(runs.map(({ first, wall }) => (one.untilFirst === true ? first : wall))),
    yardstick: median(bare.map(({ wall }) => wall)),
    cpu: mean(runs.map(({ cpu }) => cpu)),
    yardstickCpu: mean(bare.map(({ cpu }) => cpu)),
    memory: median(runs.map(({ memory }) => memory)),
    yardstickMemory: median(bare.map(({ memory }) => memory)),
    disturbed: median([...runs, ...bare].map(({ disturbed }) => disturbed)),
    ...(budget === undefined ? {} : { budget }),
  };
}

/** Another tool: run by a shell as a person would run it, with an empty table, and again with what it left there. */
function againstCases(line: string, index: number): readonly Case[] {
  const command: Command = { args: ['/bin/sh', '-c', line], env: environment(setting) };
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

/** Sets up 1, 2, 4 and 8 platforms; the slope is what each further one costs. */
async function measurePlatforms(image: string): Promise<NonNullable<Results['platforms']>> {
  progress('1, 2, 4, 8 platforms');
  const counts = [1, 2, 4, 8];
  // The store must hold all of them, whatever was measured before.
  await runOnce(coldCase(setting, image).command, usage);
  const commands = counts.map((count) =>
    after(
      cli(setting, 'setup', ...EIGHT.slice(0, count), '--image', image, '--qemu-from', 'image'),
      emptyTable,
    ),
  );
  const pairs = await measureInTurn(commands, yardstick(setting), setting.rounds, usage);
  const points = counts.map(
    (count, index) => [count, median((pairs[index]?.runs ?? []).map(({ wall }) => wall))] as const,
  );
  return { counts: points, each: slope(points) };
}

/** Sets up twice through a relay that counts; the second time with an empty table and a filled store. */
async function measureNetwork(image: string): Promise<NonNullable<Results['network']>> {
  progress('bytes over the network');
  const [address = '', name = ''] = image.split(/\/(.*)/s);
  const relay = await openRelay(Number(address.split(':')[1]));
  const through = `127.0.0.1:${relay.port}/${name}`;
  const { command } = coldCase(setting, through);
  const counts: number[] = [];
  for (const prepare of [() => emptyStore(setting), () => undefined]) {
    const before = relay.bytes();
    const run = await runOnce(after({ ...command, prepare }, emptyTable), usage);
    if (run.code !== 0) throw new Error(`setup through the relay ended with ${run.code}:\n${run.output}`);
    counts.push(relay.bytes() - before);
  }
  relay.close();
  const [first = Number.NaN, second = Number.NaN] = counts;
  return { first, second };
}

/** A relay on a loopback port that counts the bytes in both directions. */
async function openRelay(
  target: number,
): Promise<{ readonly port: number; readonly bytes: () => number; readonly close: () => void }> {
  let bytes = 0;
  const server = createServer((incoming) => {
    const outgoing = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      from.on('data', (piece) => {
        bytes += piece.length;
      });
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { port, bytes: () => bytes, close: () => server.close() };
}

function progress(text: string): void {
  process.stderr.write(`measuring: ${text}\n`);
}
