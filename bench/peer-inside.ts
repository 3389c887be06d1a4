/** Measures both actions inside namespaces with a table, a network and users of their own; prints the results as JSON. */
import { chmodSync, chownSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DockerEngine, dockerPackages, startDocker } from '../test/engines/docker-engine.ts';
import {
  type DockerRegistry,
  layoutDigest,
  push,
  REPOSITORY,
  startDockerRegistry,
} from '../test/support/docker-registry.ts';
import {
  action,
  after,
  emptyStore,
  emptyTable,
  environment,
  inLaterJob,
  inPlace,
  makeFolders,
  makeSetting,
  makeUser,
  onBootedMachine,
  type Setting,
  yardstick,
} from './cases.ts';
import {
  type Command,
  mean,
  measureInTurn,
  median,
  type Pairs,
  peakMemory,
  type Run,
  runUnmeasured,
  type User,
} from './measure.ts';
import { type ImageParts, imageParts } from './support/image-parts.ts';
import { forgetRead } from './support/page-cache.ts';
import { cpuTime, memory, treeOf } from './support/processes.ts';

export type Inputs = Readonly<Record<string, string>>;

/** What peer.ts wants measured. */
export interface PeerOrder {
  /** Everybody may enter it. */
  readonly folder: string;
  readonly node: string;
  readonly dist: string;
  /** The other action's program. */
  readonly peer: string;
  readonly inputs: Inputs;
  readonly peerInputs: Inputs;
  readonly layout: string;
  readonly rounds: number;
  readonly only: readonly string[];
}

/** Medians: times in milliseconds, memory in KiB. */
interface Sums {
  readonly time: number;
  readonly cpu: number;
}

type Who = 'root' | 'user';

export interface PeerResults {
  readonly rows: readonly {
    readonly what: string;
    readonly who: Who;
    readonly ours: Sums;
    readonly theirs: Sums;
    /** What the same bytes, a start of Node and one of sudo take. */
    readonly floor?: number;
  }[];
  readonly memory: readonly {
    readonly what: string;
    readonly who: Who;
    readonly ours: number;
    readonly theirs: number;
  }[];
  /** So many of each command count. */
  readonly runs: number;
}

/** One line of the table: the commands of both, from the same state. */
interface Match {
  readonly id: string;
  readonly what: string;
  readonly who: Who;
  readonly ours: Command;
  readonly theirs: Command;
  readonly floor?: Command;
}

const MEMORY_ROUNDS = 3;

const order: PeerOrder = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(await measureAll()));

async function measureAll(): Promise<PeerResults> {
  const { folder } = order;
  const registry = await startDockerRegistry({ storage: join(folder, 'registry') });
  let engine: DockerEngine | undefined;
  try {
    engine = await startDocker(folder, { privileged: true, bridge: true, storageDriver: 'overlay2' });
    push(order.layout, registry);
    return await compare(engine, registry);
  } finally {
    await engine?.stop();
    await registry.close();
  }
}

async function compare(engine: DockerEngine, registry: DockerRegistry): Promise<PeerResults> {
  const { folder, node, dist, rounds, only } = order;
  const image = `${registry.host}/${REPOSITORY}@${layoutDigest(order.layout)}`;
  const user = makeUser('setup-binfmt-bench');
  // As for members of the group `docker` on hosted runners.
  const socket = join(folder, 'docker.sock');
  chownSync(socket, 0, user.gid);
  chmodSync(socket, 0o660);
  const parts = await imageParts(image);
  const atRest = memory(treeOf(engine.pid));
  const matches = ([['root'], ['user', user]] as const).flatMap(([who, as]: readonly [Who, User?]) => {
    const ours = makeSetting(join(folder, `ours-${who}`), node, dist, as);
    const theirs = makeSetting(join(folder, `theirs-${who}`), node, dist, as);
    return matchesOf(who, { ours, theirs, image, engine, parts }).filter(({ id }) => only.includes(id));
  });
  const memories = [];
  for (const { id, what, who, ours, theirs } of matches) {
    if (id !== 'cold' && id !== 'later') continue;
    progress(`memory, ${id}, ${who}`);
    const server = { pid: engine.pid, atRest };
    memories.push({
      ...{ what, who, ours: await peakOf(ours) },
      theirs: await peakOf(theirs, server),
    });
  }
  const rows = [];
  let runs = 0;
  for (const id of only) {
    const these = matches.filter((match) => match.id === id);
    progress(id);
    const commands = these.flatMap(({ ours, theirs, floor }) => [ours, theirs, ...(floor ? [floor] : [])]);
    const usage = join(folder, 'usage');
    const pairs = await measureInTurn(commands, yardstick({ node, dist, folder }), rounds, usage);
    runs = pairs[0]?.runs.length ?? 0;
    const runsOf = (command: Command): readonly Run[] =>
      (pairs[commands.indexOf(command)] as Pairs | undefined)?.runs ?? [];
    for (const { what, who, ours, theirs, floor } of these) {
      rows.push({
        ...{ what, who, ours: sum(runsOf(ours)), theirs: sum(runsOf(theirs)) },
        ...(floor === undefined ? {} : { floor: sum(runsOf(floor)).time }),
      });
    }
  }
  return { rows, memory: memories, runs };
}

interface Sides {
  readonly ours: Setting;
  readonly theirs: Setting;
  readonly image: string;
  readonly engine: DockerEngine;
  readonly parts: ImageParts;
}

function matchesOf(who: Who, { ours, theirs, image, engine, parts }: Sides): readonly Match[] {
  const own = action(ours, { ...order.inputs, image });
  const other = peerAction(theirs, image, engine);
  const shown = '';
  const forget = (): void => forgetRead(engineFiles(theirs));
  return [
    {
      ...{ id: 'cold', who, what: 'nothing there, just started: download, set up' },
      ours: onBootedMachine({ shown, command: after(own, () => emptyStore(ours)) }, ours).command,
      theirs: after(other, () => forgetImages(engine, theirs), emptyTable, forget),
      floor: floorOf(ours, parts),
    },
    {
      ...{ id: 'first', who, what: 'QEMU and its image at hand, the machine just started' },
      ours: onBootedMachine({ shown, command: own }, ours).command,
      theirs: after(other, emptyTable, forget),
    },
    {
      ...{ id: 'later', who, what: 'the same in each later job' },
      ours: inLaterJob({ shown, command: own }).command,
      theirs: after(other, emptyTable),
    },
    {
      ...{ id: 'repeat', who, what: 'everything in place' },
      ours: inPlace({ shown, command: own }).command,
      theirs: after(other, emptyTable, () => runUnmeasured(other)),
    },
  ];
}

/** The other action, as a runner starts it. What the engine does for it is a part of what it takes. */
function peerAction(setting: Setting, image: string, engine: DockerEngine): Command {
  const like = action(setting, { ...order.peerInputs, image });
  const { DOCKER_HOST = '', PATH = '' } = engine.environment;
  return {
    ...like,
    env: { ...like.env, DOCKER_HOST, PATH },
    args: [setting.node, order.peer],
    serverTime: () => cpuTime(treeOf(engine.pid)),
  };
}

/** What the other action and the engine keep: images, what builds left, and what is in the tool cache and at home. */
function forgetImages({ docker }: DockerEngine, setting: Setting): void {
  for (const words of [
    ['system', 'prune', '--all', '--force', '--volumes'],
    ['builder', 'prune', '--all', '--force'],
  ]) {
    const { status, stderr } = docker(...words);
    if (status !== 0) throw new Error(`docker ${words.join(' ')}: ${stderr}`);
  }
  makeFolders(setting);
}

/** What an engine that has run nothing since the machine was started has not read; what runs stays in memory. */
function engineFiles({ folder }: Setting): readonly string[] {
  const { parts, client, init } = dockerPackages();
  return [parts, client, init, join(order.folder, 'data'), join(folder, 'store'), join(folder, 'home')];
}

/** The same bytes from the same registry, a start of Node, and one of sudo for who is not root. */
function floorOf(setting: Setting, { documents, layers }: ImageParts): Command {
  const accept =
    '-H "Accept: application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json"';
  const urls = [...documents, ...layers].map((url) => `"${url}"`).join(' ');
  const steps = [
    `curl -sf ${accept} ${urls} > /dev/null`,
    `"${setting.node}" -e 0`,
    ...(setting.user === undefined ? [] : ['sudo -n true']),
  ];
  const { user } = setting;
  return {
    args: ['/bin/sh', '-c', steps.join(' && ')],
    env: environment(setting),
    ...(user === undefined ? {} : { user }),
  };
}

async function peakOf(command: Command, server?: { pid: number; atRest: number }): Promise<number> {
  // The first run finds what others have left.
  runUnmeasured(command);
  const peaks = [];
  for (let round = 0; round < MEMORY_ROUNDS; round++) peaks.push(await peakMemory(command, server));
  return median(peaks);
}

function sum(runs: readonly Run[]): Sums {
  return { time: median(runs.map(({ wall }) => wall)), cpu: mean(runs.map(({ cpu }) => cpu)) };
}

function progress(text: string): void {
  process.stderr.write(`measuring: ${text}\n`);
}
