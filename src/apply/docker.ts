/**
 * The last way to register: no root, no sudo, but a Docker engine answers. The image's own installer runs once
 * as a privileged container. It keeps entries that are there already, and says success whatever happened, so
 * the table is read and the probes are run before and after.
 */
import { claimants, type PinnedEntry, TABLE_PATH } from '../binfmt/entry.ts';
import { observeTable, readEntries } from '../binfmt/table.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { observeMounts } from '../host/read.ts';
import { runFollowed } from '../host/run.ts';
import { environmentOf, programOf, tellWithheld } from '../host/trust.ts';
import { type Applied, type Installed, NOTHING_APPLIED } from '../plan/plan.ts';
import { qemuName, type Target } from '../platform/platforms.ts';
import { openProber, runProbe, sideBySide } from '../probe/probe.ts';
import { explainResult, judgeRun } from '../probe/verdict.ts';
import { PROGRAM, printable } from '../text/text.ts';

/** Pulling the image is a part of it. */
const LIMIT_MS = 600_000;

/** So many characters of the end of its output say why it failed. */
const LAST_WORDS = 300;

/**
 * Has the installer of `image` register the targets, and proves each. What Docker and the installer print goes to
 * `line`. Never throws for what goes wrong.
 */
export async function applyThroughDocker(
  host: Host,
  facts: HostFacts,
  targets: readonly Target[],
  image: string,
  line: (text: string) => void,
): Promise<Applied> {
  const docker = programOf(host, 'docker');
  if (docker === undefined) return failed('the docker program is missing');
  // Without a mount on the host, the entries would go with the container's own mount.
  if (facts.table.state !== 'ready') {
    return failed(
      `binfmt_misc is not mounted on the host (${facts.table.state}), and a container cannot mend that`,
    );
  }
  const before = new Set(facts.table.entries.map(({ name }) => name));
  const isTaken = (target: Target): boolean => before.has(qemuName(target));
  const free = targets.filter((target) => !isTaken(target));
  const blocked = targets.filter(isTaken).map((target): Installed => {
    const name = qemuName(target);
    const problem = `an entry ${name} is there, and the installer of the image keeps what is there: take it away first (${PROGRAM} remove ${name}), or run this step as root or with sudo`;
    return { arch: target.arch, name, changed: false, replaced: [], problem };
  });
  if (free.length === 0) return { ...NOTHING_APPLIED, installed: blocked };
  const names = free.map(({ arch }) => arch).join(',');
  const said = await runInstaller(host, facts, docker, image, ['--install', names], line);
  const table = observeTable(host, observeMounts(host), facts.kernel.release, TABLE_PATH);
  if (said !== undefined || table.state !== 'ready')
    return failed(`the installer of the image failed: ${said}`);
  const prober = openProber(host, facts.mounts);
  try {
    const installed = await sideBySide(free, async (target): Promise<Installed> => {
      const run = await runProbe(prober, target, 'chroot', { version: true });
      const [entry] = claimants(table.entries, target);
      const result = judgeRun(run);
      return {
        arch: target.arch,
        name: entry?.name ?? qemuName(target),
        changed: entry !== undefined && !before.has(entry.name),
        replaced: [],
        run,
        problem: result === 'works' ? undefined : explainResult(result, run, entry?.interpreter),
      };
    });
    return { ...NOTHING_APPLIED, installed: [...installed, ...blocked] };
  } finally {
    prober.close();
  }
}

/**
 * Runs the installer to its end; gives what it said last where it failed. It runs where an engine has answered, which is
 * that of this machine: a context of the client's may lead to another one.
 */
async function runInstaller(
  host: Host,
  facts: HostFacts,
  docker: string,
  image: string,
  words: readonly string[],
  line: (text: string) => void,
): Promise<string | undefined> {
  const at = ['--host', facts.docker.endpoint];
  tellWithheld(host, 'docker', line);
  const args = [...at, 'run', '--rm', '--privileged', '--', image, ...words];
  const { code, tail } = await runFollowed(docker, args, {
    env: environmentOf(host),
    timeoutMs: LIMIT_MS,
    line,
  });
  if (code === 0) return undefined;
  return printable(tail.slice(-LAST_WORDS)) || `docker ended with ${code ?? 'a signal'}`;
}

/**
 * Has the installer of `image` take entries away, and looks which of them are gone. It takes a word for the end of a
 * name, too: what could mean another entry is left to others.
 */
export async function uninstallThroughDocker(
  host: Host,
  facts: HostFacts,
  remove: readonly PinnedEntry[],
  image: string,
  line: (text: string) => void,
): Promise<Applied> {
  const docker = programOf(host, 'docker');
  if (docker === undefined) return failed('the docker program is missing');
  const { path, entries } = facts.table;
  const isPlain = ({ name }: PinnedEntry): boolean =>
    /^qemu-[\w.+-]+$/.test(name) && !entries.some((other) => other.name.endsWith(`-${name}`));
  const words = remove.filter(isPlain).map(({ name }) => name);
  const said =
    words.length === 0
      ? undefined
      : await runInstaller(host, facts, docker, image, ['--uninstall', words.join(',')], line);
  const left = new Set(readEntries({ host, table: path }).map(({ name }) => name));
  const stays = remove.filter(({ name }) => left.has(name));
  const why = said ?? 'the installer of the image takes away no such entry';
  return {
    ...NOTHING_APPLIED,
    removed: remove.flatMap(({ name }) => (left.has(name) ? [] : [name])),
    problems: stays.map(
      ({ name }) => `entry ${printable(name, 60)} stays: ${why} (root and sudo can take it away)`,
    ),
  };
}

function failed(cause: string): Applied {
  const problem = `the way through Docker failed: ${cause} (run this step as root, or allow this user passwordless sudo)`;
  return { ...NOTHING_APPLIED, problems: [problem] };
}
