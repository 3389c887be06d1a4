/**
 * `npm run bench:peer`: measures the action against docker/setup-qemu-action, in turn, on a Docker engine of our
 * own with its usual bridge, and one image from one registry on this machine; as root, and as an ordinary user with
 * sudo, with the inputs that a runner gives where none are written.
 *
 *   --action DIR       a checkout of docker/setup-qemu-action
 *   --installer FILE   the program of tonistiigi/binfmt: CGO_ENABLED=0 go build ./cmd/binfmt
 *   --rounds N         runs of each, of which the half counts that others disturbed least (30)
 *   --only ROW[,ROW…]  only these rows: cold, first, later, repeat
 *   --input NAME=VALUE an input for whichever of the two has it; may be given more than once
 *   --write            writes its part of docs/benchmarks.md
 *
 * Needs root. Engine, registry, table, user and rights are in namespaces of their own, and end with them.
 */
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { CONTAINER_ARCHITECTURES, targetOf } from '../src/platform/platforms.ts';
import { dockerPackages } from '../test/engines/docker-engine.ts';
import { noDockerRegistry, qemuLayout } from '../test/support/docker-registry.ts';
import { noPrivateTable } from '../test/support/private-table.ts';
import { noTestUsers } from '../test/support/users.ts';
import { TIME } from './measure.ts';
import type { Inputs, PeerOrder, PeerResults } from './peer-inside.ts';
import { runApart } from './support/namespace.ts';
import { machine, markdownTable, writePart } from './support/page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const WHO = { root: 'root', user: 'a user with sudo' };

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      action: { type: 'string' },
      installer: { type: 'string' },
      rounds: { type: 'string', default: '30' },
      only: { type: 'string', default: 'cold,first,later,repeat' },
      input: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
    },
  });
  const { action, installer } = values;
  if (action === undefined || installer === undefined) {
    console.error(
      'Cannot compare: --action DIR and --installer FILE are needed. See the top of bench/peer.ts.',
    );
    return 2;
  }
  const lacking =
    (existsSync(TIME) ? undefined : `${TIME} is not installed`) ??
    noTestUsers() ??
    noPrivateTable() ??
    noDockerRegistry();
  if (lacking !== undefined) {
    console.log(`skipped: ${lacking}`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-peer-'));
  try {
    // The user may not see where these lie.
    chmodSync(folder, 0o755);
    const reachable = (path: string, name: string): string => {
      cpSync(path, join(folder, name), { recursive: true });
      return join(folder, name);
    };
    const given = new Map(values.input.map((each) => each.split(/=(.*)/s, 2) as [string, string]));
    // Inside there is no network.
    dockerPackages();
    const order: PeerOrder = {
      folder,
      node: reachable(process.execPath, 'node'),
      dist: reachable(join(root, 'dist'), 'dist'),
      peer: join(reachable(join(resolve(action), 'dist'), 'peer'), 'index.cjs'),
      inputs: inputsOf(root, given),
      peerInputs: inputsOf(resolve(action), given),
      layout: await qemuLayout(process.arch === 'arm64' ? 'arm64' : 'amd64', targets(), resolve(installer)),
      rounds: Number(values.rounds),
      only: values.only.split(','),
    };
    const inside = fileURLToPath(new URL('peer-inside.ts', import.meta.url));
    const printed = await runApart([process.execPath, inside], {
      users: true,
      seen: true,
      network: true,
      input: JSON.stringify(order),
    });
    const text = render(JSON.parse(printed), values.input);
    console.log(text);
    if (values.write) writePart('peer', text);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function targets(): readonly string[] {
  return CONTAINER_ARCHITECTURES.flatMap((arch) => targetOf(arch)?.qemu ?? []);
}

/** What a runner gives an action where a workflow writes nothing, and what was asked for here. */
function inputsOf(folder: string, given: ReadonlyMap<string, string>): Inputs {
  const { inputs } = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: usual = '' }]) => [
      name,
      // No token is here.
      given.get(name) ?? (usual.includes('${{') ? '' : usual),
    ]),
  );
}

function render({ rows, memory, runs }: PeerResults, given: readonly string[]): string {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const mebibytes = (value: number): string => `${(value / 1024).toFixed(0)} MiB`;
  const times = rows.map(({ what, who, ours, theirs, floor }) => [
    what,
    WHO[who],
    ms(ours.time),
    ms(theirs.time),
    (theirs.time / ours.time).toFixed(1),
    `${ms(ours.cpu)}, ${ms(theirs.cpu)}`,
    floor === undefined ? '' : `${ms(floor)}: ${(ours.time / floor).toFixed(1)} ×`,
  ]);
  const memories = memory.map(({ what, who, ours, theirs }) => [
    what,
    WHO[who],
    mebibytes(ours),
    mebibytes(theirs),
    (theirs / ours).toFixed(1),
  ]);
  const names = ['this action', 'docker/setup-qemu-action', 'factor'];
  const changed = given.length === 0 ? '' : ` but for \`${given.join('`, `')}\``;
  return [
    `Medians of ${runs} runs of each, made in turn on ${machine()}, with the default inputs of both${changed}.`,
    '',
    markdownTable([['what', 'who', ...names, 'CPU of each', 'floor, and this action to it'], ...times]),
    '',
    markdownTable([['most memory at one time', 'who', ...names], ...memories]),
  ].join('\n');
}
