/**
 * A machine that is slow: forty programs that use all of its two cores, and one in software. Twenty times set up anew and
 * looked at, it finds what it finds when nothing else runs, and no more. `LOAD` and `RUNS` are how many; the figures are
 * printed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { boot, debianKernel, type GuestResult } from '../kernels/machine.ts';
import { obstacle } from '../kernels/obstacle.ts';
import { type Ended, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type Lab, noLab, openLab } from '../support/setup-lab.ts';

const LOAD = Number(process.env.LOAD ?? 40);
const RUNS = Number(process.env.RUNS ?? 20);
const HOURS = 3 * 3_600_000;

/** What a run says of the machine: how it ended, what was proven, what was found. */
function said({ exitCode, healthy, platforms, findings, problem }: Report): unknown {
  return {
    ...{ exitCode, healthy, problem: problem?.id },
    platforms: platforms.map(({ platform, status }) => `${platform} ${status}`),
    findings: findings.map(({ id }) => id).sort(),
  };
}

/** How long the runs took, where that is known, and their slowest probe. */
function print(what: string, reports: readonly Report[], seconds?: readonly number[]): void {
  const [least = 0, ...others] = [...(seconds ?? [])].sort((a, b) => a - b);
  const took = `${least.toFixed(1)} to ${(others.at(-1) ?? least).toFixed(1)} s each`;
  const slowest = Math.max(...reports.flatMap(({ platforms }) => platforms.map(({ ms }) => ms)));
  const load = `load ${loadavg()[0]?.toFixed(0)} on ${cpus().length} cores`;
  const figures = [`${reports.length} runs`, ...(seconds === undefined ? [] : [took])];
  console.log(`${what}: ${figures.join(', ')}; slowest probe ${slowest.toFixed(0)} ms; ${load}`);
}

describe.skipIf(noLab() !== undefined)(`beside ${LOAD} programs that use the CPU`, () => {
  let lab: Lab;
  const busy: ChildProcess[] = [];
  const calm = new Map<string, unknown>();
  const setup = async (): Promise<Ended> => {
    expect((await lab.cli('remove', 'all')).code).toBe(0);
    return lab.cli('setup', '--json');
  };
  const doctor = (): Promise<Ended> => lab.cli('doctor', 'all', '--json');

  beforeAll(async () => {
    lab = await openLab(await debianQemu('trixie'));
    // The first fills the store.
    await lab.cli('setup');
    calm.set('setup', said(reportOf(await setup())));
    calm.set('doctor', said(reportOf(await doctor())));
    for (let count = 0; count < LOAD; count++)
      busy.push(
        spawn('setpriv', ['--pdeathsig', 'KILL', 'sh', '-c', 'while :; do :; done'], { stdio: 'ignore' }),
      );
  }, HOURS);
  afterAll(async () => {
    for (const child of busy) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    await lab?.close();
  });

  it(
    `sets up and looks ${RUNS} times, and finds what it finds without them`,
    async () => {
      for (const [mode, work] of [
        ['setup', setup],
        ['doctor', doctor],
      ] as const) {
        const reports: Report[] = [];
        const seconds: number[] = [];
        for (let turn = 0; turn < RUNS; turn++) {
          const begun = performance.now();
          reports.push(reportOf(await work()));
          seconds.push((performance.now() - begun) / 1000);
        }
        print(`${mode} beside ${LOAD} programs`, reports, seconds);
        for (const report of reports) {
          expect(said(report)).toEqual(calm.get(mode));
          expect([report.healthy, report.findings.some(({ id }) => id === 'SB096')]).toEqual([true, false]);
        }
      }
    },
    HOURS,
  );
});

const GUEST = `
cli() { node /dist/cli.js "$@" --json; }
all='arm64 riscv64 s390x'
for turn in ${Array.from({ length: RUNS }, (_, turn) => turn).join(' ')}; do
  run $turn.setup cli setup $all --qemu-from host
  run $turn.doctor cli doctor $all
  node /dist/cli.js remove all >/dev/null 2>&1
done
`;

const reason = obstacle();
if (reason !== undefined) console.log(`skipped: a machine in software: ${reason}`);
describe.skipIf(reason !== undefined)('in a machine in software', () => {
  let guest: GuestResult;
  beforeAll(async () => {
    guest = await boot(debianKernel('trixie', '6.12'), GUEST, { timeoutSeconds: HOURS / 1000 });
  }, HOURS);

  it.each(['setup', 'doctor'])(`%s finds the same in all of ${RUNS} runs, and no fault`, (mode) => {
    expect(guest.ended, guest.console.slice(-3000)).toBe(true);
    const reports = Array.from({ length: RUNS }, (_, turn) => {
      const run = guest.runs.get(`${turn}.${mode}`);
      return reportOf({ code: run?.exit ?? null, stdout: run?.stdout ?? '', stderr: run?.stderr ?? '' });
    });
    print(`${mode} in a machine in software`, reports);
    for (const report of reports) {
      expect(report.exitCode).toBe(0);
      expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(report.findings.map(({ id }) => id)).not.toContain('SB096');
      expect(said(report)).toEqual(said(reports.at(-1) as Report));
    }
  });
});
