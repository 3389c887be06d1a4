/**
 * The last way to register: no root, no sudo, but a Docker engine answers. The image's own installer runs once
 * as a privileged container. It keeps entries that are there already, and says success whatever happened, so
 * the table is read and the probes are run before and after.
 */
import { claimants, TABLE_PATH } from '../binfmt/entry.ts';
import { observeTable } from '../binfmt/table.ts';
import type { HostFacts } from '../facts/facts.ts';
import type { Host } from '../host/host.ts';
import { observeMounts } from '../host/read.ts';
import { runFollowed } from '../host/run.ts';
import { type Applied, type Installed, NOTHING_APPLIED } from '../plan/plan.ts';
import { qemuName, type Target } from '../platform/platforms.ts';
import { openProber, runProbe, sideBySide } from '../probe/probe.ts';
import { explainResult, judgeRun } from '../probe/verdict.ts';
import { printable } from '../text/text.ts';

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
  const docker = host.which('docker');
  if (docker === undefined) return failed('the docker program is missing');
  // Without a mount on the host, the entries would go with the container's own mount.
  if (facts.table.state !== 'ready') {
    return failed(
      `binfmt_misc is not mounted on the host (${facts.table.state}), and a container cannot mend that`,
    );
  }
  const names = targets.map(({ arch }) => arch).join(',');
  const args = ['run', '--rm', '--privileged', '--', image, '--install', names];
  const { code, tail } = await runFollowed(docker, args, { timeoutMs: LIMIT_MS, line });
  const table = observeTable(host, observeMounts(host), facts.kernel.release, TABLE_PATH);
  if (code !== 0 || table.state !== 'ready') {
    const said = printable(tail.slice(-LAST_WORDS)) || `docker ended with ${code ?? 'a signal'}`;
    return failed(`the installer of the image failed: ${said}`);
  }
  const before = new Set(facts.table.entries.map(({ name }) => name));
  const prober = openProber(host, facts.mounts);
  try {
    const installed = await sideBySide(targets, async (target): Promise<Installed> => {
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
    return { ...NOTHING_APPLIED, installed };
  } finally {
    prober.close();
  }
}

function failed(cause: string): Applied {
  const problem = `the way through Docker failed: ${cause} (run this step as root, or allow this user passwordless sudo)`;
  return { ...NOTHING_APPLIED, problems: [problem] };
}
