/**
 * `npm run bench:peer`: measures the action against docker/setup-qemu-action, in turn, on a Docker engine of our
 * own with its usual bridge, and one image from one registry on this machine.
 *
 *   --action FILE     `dist/index.cjs` of a checkout of docker/setup-qemu-action
 *   --installer FILE  the program of tonistiigi/binfmt: CGO_ENABLED=0 go build ./cmd/binfmt
 *   --rounds N        runs of each, of which the half counts that others disturbed least (16)
 *
 * Prints a Markdown table. Needs root, for the Docker engine; the machine's own binfmt_misc is never touched.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONTAINER_ARCHITECTURES, targetOf } from '../src/platform/platforms.ts';
import { type DockerEngine, dockerPackages, startDocker } from '../test/engines/docker-engine.ts';
import {
  layoutDigest,
  noDockerRegistry,
  push,
  qemuLayout,
  REPOSITORY,
  startDockerRegistry,
} from '../test/support/docker-registry.ts';
import { noPrivateTable } from '../test/support/private-table.ts';
import { debianQemu } from '../test/support/qemu.ts';
import { action, after, emptyStore, emptyTable, type Setting, startAnew, yardstick } from './cases.ts';
import { type Command, measureInTurn, median, TIME } from './measure.ts';

const INSIDE = 'SETUP_BINFMT_BENCH_INSIDE';
const root = fileURLToPath(new URL('..', import.meta.url));

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      action: { type: 'string' },
      installer: { type: 'string' },
      rounds: { type: 'string', default: '16' },
    },
  });
  const { action: peer, installer } = values;
  if (peer === undefined || installer === undefined) {
    console.error(
      'Cannot compare: --action FILE and --installer FILE are needed. See the top of bench/peer.ts.',
    );
    return 2;
  }
  const lacking =
    (existsSync(TIME) ? undefined : `${TIME} is not installed`) ?? noPrivateTable() ?? noDockerRegistry();
  if (lacking !== undefined) {
    console.log(`skipped: ${lacking}`);
    return 0;
  }
  if (process.env[INSIDE] === undefined) {
    // Inside there is no network.
    dockerPackages();
    await debianQemu();
    return enter();
  }
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-peer-'));
  try {
    await compare(folder, resolve(peer), resolve(installer), Number(values.rounds));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs this program again in namespaces whose table and network nobody else sees. */
function enter(): number {
  const prepare = [
    'mount -t binfmt_misc none /proc/sys/fs/binfmt_misc',
    'mount -t tmpfs none /run',
    'ip link set lo up',
    'exec "$@"',
  ].join(' && ');
  const again = [process.execPath, ...process.argv.slice(1)];
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const run = spawnSync(
    'unshare',
    ['--user', '--map-root-user', '--mount', '--net', 'sh', '-c', prepare, 'sh', ...again],
    { stdio: 'inherit', env: { ...env, [INSIDE]: '1' } },
  );
  return run.status ?? 1;
}

async function compare(folder: string, peer: string, installer: string, rounds: number): Promise<void> {
  const registry = await startDockerRegistry({ storage: join(folder, 'registry') });
  let engine: DockerEngine | undefined;
  try {
    chmodSync(folder, 0o755);
    const program = join(folder, 'installer');
    copyFileSync(installer, program);
    chmodSync(program, 0o755);
    engine = await startDocker(folder, { privileged: true, bridge: true, storageDriver: 'overlay2' });
    const { docker, environment } = engine;
    const hostArch = process.arch === 'arm64' ? 'arm64' : 'amd64';
    const targets = CONTAINER_ARCHITECTURES.flatMap((arch) => targetOf(arch)?.qemu ?? []);
    const layout = await qemuLayout(hostArch, targets, program);
    push(layout, registry);
    const image = `${registry.host}/${REPOSITORY}@${layoutDigest(layout)}`;
    for (const name of ['home', 'store', 'temp']) mkdirSync(join(folder, name));
    const setting: Setting = { node: process.execPath, dist: join(root, 'dist'), folder };
    const ours = action(setting, { image, 'qemu-from': 'image' });
    const theirs = peerAction(setting, peer, image, environment);
    const forget = (): void => {
      docker('rmi', '--force', image);
    };
    const rows: readonly (readonly [string, Command, Command])[] = [
      [
        'nothing there: download, set up',
        after(ours, () => emptyStore(setting), startAnew),
        after(theirs, forget, emptyTable),
      ],
      [
        'QEMU in the tool cache, image already pulled; nothing registered, for the first time since the machine was started',
        after(ours, startAnew),
        after(theirs, emptyTable),
      ],
      ['the same in each later job', after(ours, emptyTable), after(theirs, emptyTable)],
      ['everything in place', ours, theirs],
    ];
    console.log('| what | this action | docker/setup-qemu-action | factor |\n|---|---|---|---|');
    for (const [what, ...commands] of rows) {
      const [own, other] = await measureInTurn(commands, yardstick(setting), rounds, join(folder, 'usage'));
      const [mine = Number.NaN, others = Number.NaN] = [own, other].map((pairs) =>
        median((pairs?.runs ?? []).map(({ wall }) => wall)),
      );
      console.log(
        `| ${what} | ${mine.toFixed(0)} ms | ${others.toFixed(0)} ms | ${(others / mine).toFixed(1)} |`,
      );
    }
  } finally {
    await engine?.stop();
    await registry.close();
  }
}

/** The other action, as a runner starts it, without the Actions cache, which is not here. */
function peerAction(setting: Setting, peer: string, image: string, engine: NodeJS.ProcessEnv): Command {
  const like = action(setting, { image, platforms: 'all', reset: 'false', 'cache-image': 'false' });
  const { DOCKER_HOST = '', DOCKER_CONFIG = '', PATH = '' } = engine;
  const env = { ...like.env, DOCKER_HOST, DOCKER_CONFIG, PATH };
  return { ...like, args: [setting.node, peer], env };
}
