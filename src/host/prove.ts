/** Probes architectures side by side and brings what came back together with the facts. */

import type { HostFacts } from '../facts/facts.ts';
import type { Applied } from '../plan/plan.ts';
import { type Target, targetOf } from '../platform/platforms.ts';
import { openProber, type Prober, runProbe, SIDE_BY_SIDE, sideBySide } from '../probe/probe.ts';
import { answering, judge, judgeRun, mayRunNatively, type ProbeRun, type Verdict } from '../probe/verdict.ts';
import type { Host } from './host.ts';

/** The runs of one architecture; none for one that nothing could run. */
export interface Runs {
  readonly target: Target;
  readonly chroot?: ProbeRun;
  readonly plain?: ProbeRun;
}

/**
 * Probes the targets, in the chroot first; what fails there, or where none can be entered, is probed plainly
 * too. The probe of the host's own architecture is the control: if it fails in the chroot, no run in there
 * counts. A target that no entry takes, and that the host cannot run itself, needs no run. A handler whose version
 * `versionOf` knows by its path is not asked for it: that takes as long as the probe does.
 */
export async function probeAll(
  host: Host,
  facts: HostFacts,
  targets: readonly Target[],
  versionOf: (interpreter: string) => string | undefined = () => undefined,
): Promise<readonly Runs[]> {
  const prober = openProber(host, facts.mounts);
  const probe = (target: Target): Promise<ProbeRun> => {
    const entry = answering(facts.table.entries, target);
    const known = entry?.interpreter === undefined ? undefined : versionOf(entry.interpreter);
    return runProbe(host, prober, target, 'chroot', { version: known ?? entry !== undefined });
  };
  try {
    const control = facts.architecture === undefined ? undefined : targetOf(facts.architecture);
    const wanted = targets.filter((target) => isWorthRunning(target, facts));
    const inside = prober.chroot === undefined ? [] : await sideBySide(wanted, SIDE_BY_SIDE, probe);
    const usable =
      control === undefined || inside.some((run) => run.arch === control.arch && judgeRun(run) === 'works');
    const chroots = new Map(usable ? inside.map((run) => [run.arch, run]) : []);
    const again = wanted.filter(({ arch }) => isUnexplained(chroots.get(arch)));
    const plains = new Map((await runPlainly(host, prober, again)).map((run) => [run.arch, run]));
    return targets.map((target) => {
      const chroot = chroots.get(target.arch);
      const plain = plains.get(target.arch);
      return {
        target,
        ...(chroot === undefined ? {} : { chroot }),
        ...(plain === undefined ? {} : { plain }),
      };
    });
  } finally {
    prober.close();
  }
}

/** True for a run that leaves open whether it is the chroot or the handler that fails. */
function isUnexplained(run: ProbeRun | undefined): boolean {
  const result = run === undefined ? undefined : judgeRun(run);
  return result !== 'works' && result !== 'hung' && result !== 'wrong-emulator' && result !== 'no-marker';
}

function runPlainly(host: Host, prober: Prober, targets: readonly Target[]): Promise<readonly ProbeRun[]> {
  return sideBySide(targets, SIDE_BY_SIDE, (target) =>
    runProbe(host, prober, target, 'plain', { version: true }),
  );
}

function isWorthRunning(target: Target, facts: HostFacts): boolean {
  if (facts.table.state !== 'ready' || mayRunNatively(facts.architecture, target.arch)) return true;
  return answering(facts.table.entries, target) !== undefined;
}

/** Verdicts by architecture, in the order of the targets. */
export function judgeAll(runs: readonly Runs[], facts: HostFacts): ReadonlyMap<string, Verdict> {
  const { architecture: host, table } = facts;
  return new Map(runs.map((run) => [run.target.arch, judge({ ...run, host, entries: table.entries })]));
}

/** The verdicts after changes: those whose architecture was probed again while they were made are judged anew. */
export function rejudge(
  before: ReadonlyMap<string, Verdict>,
  applied: Applied,
  facts: HostFacts,
): ReadonlyMap<string, Verdict> {
  const runs = [
    ...applied.proofs,
    ...applied.installed.flatMap(({ run, problem }) => (problem === undefined ? (run ?? []) : [])),
  ];
  const anew = new Map(
    runs.flatMap((chroot) => {
      const target = targetOf(chroot.arch);
      return target === undefined
        ? []
        : [
            [
              chroot.arch,
              judge({ target, chroot, host: facts.architecture, entries: facts.table.entries }),
            ] as const,
          ];
    }),
  );
  return new Map([...before].map(([arch, verdict]) => [arch, anew.get(arch) ?? verdict]));
}
