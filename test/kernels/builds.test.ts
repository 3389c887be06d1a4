/**
 * On hosts of amd64 and arm64, under four builds of QEMU: what BuildKit lists, and whether real programs do what the probe
 * says. KERNELS=all runs all programs, which takes long, and writes docs/qemu-builds.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lackedBy, parseAnswers } from '../../src/probe/behaviours.ts';
import { buildProbe } from '../../src/probe/programs.ts';
import type { Report } from '../../src/report/report.ts';
import { noPrivateTable } from '../support/private-table.ts';
import { type Ended, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type Lab, openLab, target } from '../support/setup-lab.ts';
import {
  ASKED,
  archutil,
  BUILDS,
  guestItems,
  guestLines,
  judgeRuns,
  type Lists,
  listsOf,
  type ProgramEnd,
  type ProgramRun,
} from './builds.ts';
import { type HostResult, writeHostSection } from './builds-document.ts';
import { bootHost, HOSTS } from './hosts.ts';
import type { GuestResult, GuestRun } from './machine.ts';
import { obstacle } from './obstacle.ts';
import { AMD64_PROGRAMS, PROGRAMS, programRoot, type RealProgram } from './programs.ts';

const reason = obstacle() ?? noPrivateTable();
if (reason !== undefined) console.log(`skipped: builds of QEMU: ${reason}`);
const isAll = process.env.KERNELS === 'all';
if (!isAll)
  console.log('skipped: real programs under builds of QEMU, but for x86-64-v3: KERNELS=all runs them');
const HOURS = 3 * 3_600_000;

/** Writes what was seen of a host, where all of it was looked at. */
function document(result: HostResult): void {
  if (isAll && result.builds.size === BUILDS.length)
    writeHostSection(join(import.meta.dirname, '../../docs/qemu-builds.md'), result);
}

/** Programs do what the probe said, where it said something; and all of them run under what is current. */
function expectTruth(
  version: string,
  { program, times, worked, failed, warned, reported }: ProgramRun,
): void {
  const what = `${program.arch}: ${program.what}`;
  if (program.needs !== undefined)
    expect({ what, warned, worked, failed }).toMatchObject({ warned: worked === 0 });
  const isCurrent = version === '10.0' || version === '11.1';
  if (isCurrent && reported.length === 0) expect({ what, worked, failed }).toMatchObject({ worked: times });
}

describe.skipIf(reason !== undefined)('a host of amd64', () => {
  const result: HostResult = {
    title: 'amd64',
    detail: `Linux ${release()}, ${cpus()[0]?.model ?? 'of a CPU without a name'}`,
    builds: new Map(),
  };
  afterAll(() => document(result));

  describe.each(BUILDS)('with QEMU $version', ({ suite, version }) => {
    let lab: Lab;
    let setup: Report;
    beforeAll(async () => {
      lab = await openLab(await debianQemu(suite));
      setup = reportOf(await lab.cli('setup', ...ASKED, '--no-strict', '--json'));
    }, HOURS);
    afterAll(() => lab?.close());

    it(
      'lists what BuildKit lists',
      async () => {
        const lists = listsOf(setup, (await lab.run([archutil('amd64')])).stdout);
        result.builds.set(version, { lists, programs: [] });
        expect(lists.ours).toEqual(lists.buildkit);
        expect(lists.ours).toContain('linux/arm64');
      },
      HOURS,
    );

    it.runIf(isAll)(
      'runs what the probe says that it runs',
      async () => {
        const runs: ProgramRun[] = [];
        for (const arch of new Set(PROGRAMS.map((program) => program.arch))) {
          const doctor = reportOf(await lab.cli('doctor', arch, '--json'));
          for (const program of PROGRAMS.filter((one) => one.arch === arch))
            runs.push(judgeRuns(program, await runProgram(lab, program), doctor));
        }
        const lists = result.builds.get(version)?.lists as Lists;
        result.builds.set(version, { lists, programs: runs });
        for (const run of runs) expectTruth(version, run);
      },
      HOURS,
    );
  });

  /** Runs a program so often in a chroot of its architecture. */
  async function runProgram(lab: Lab, { arch, command, times }: RealProgram): Promise<readonly ProgramEnd[]> {
    const root = programRoot(arch);
    const script = `mount --rbind /proc "$0/proc" && mount --rbind /dev "$0/dev" && mount -t tmpfs none "$0/tmp" &&
exec timeout --signal=KILL 300 chroot "$0" "$@"`;
    const ends: ProgramEnd[] = [];
    for (let turn = 0; turn < times; turn++) {
      const ended = await lab.run(['unshare', '--mount', 'bash', '-c', script, root, ...command], {
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      });
      ends.push(endOf(ended));
    }
    return ends;
  }
});

/** A program whose end is not reported to a shell has no code. */
const endOf = ({ code, stdout, stderr }: Ended): ProgramEnd => ({ code: code ?? 132, text: stdout + stderr });

/** Programs of a level, which are run on one of the hosts. */
const LEVEL = `run $suite.level cli setup amd64/v3 --qemu-from host
run $suite.vector chroot /amd64 /opt/vector
run $suite.doctor cli doctor amd64/v3`;

const ARM64 = [
  {
    title: 'arm64',
    detail: 'Linux 6.12 on a Cortex-A76, which runs 32-bit programs itself',
    cpu: 'cortex-a76',
    runsArm: true,
  },
  {
    title: 'arm64 without arm',
    detail: 'Linux 6.12 on an A64FX, which runs no 32-bit programs',
    cpu: 'a64fx',
    runsArm: false,
  },
] as const;

describe.skipIf(reason !== undefined).each(ARM64)('a host of $title', ({ title, detail, cpu, runsArm }) => {
  const host = HOSTS.find(({ arch }) => arch === 'arm64');
  if (host === undefined) throw new Error('no host of arm64');
  const result: HostResult = { title, detail, builds: new Map() };
  afterAll(() => document(result));
  const withPrograms = isAll && runsArm;
  let guest: GuestResult;
  const run = (name: string): GuestRun => {
    const found = guest.runs.get(name);
    if (found === undefined) throw new Error(`the guest did not run ${name}:\n${guest.console.slice(-2000)}`);
    return found;
  };
  const report = (name: string): Report => {
    const { exit, ...said } = run(name);
    return reportOf({ ...said, code: exit });
  };

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-builds-'));
    try {
      writeFileSync(join(folder, 'probe'), buildProbe(target('arm')));
      const args = host.system.args.map((word) => (word === 'cortex-a76' ? cpu : word));
      const script = readFileSync(join(import.meta.dirname, 'guest/builds.sh'), 'utf8');
      const booted = await bootHost(
        { ...host, emulators: [], system: { ...host.system, args } },
        [
          `builds='${BUILDS.map(({ suite }) => suite).join(' ')}'`,
          `asked='${ASKED.join(' ')}'`,
          `programs() {\n${runsArm ? LEVEL : ':'}\n${withPrograms ? guestLines() : ''}\n}`,
          script,
        ].join('\n'),
        [
          { path: '/probe-arm', kind: 'file', from: join(folder, 'probe'), mode: 0o755 },
          ...(await guestItems()),
        ],
        HOURS / 1000,
      );
      guest = { ...booted, panicked: false };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, HOURS);

  it('boots, runs every case and ends', () => expect(guest.ended, guest.console.slice(-3000)).toBe(true));

  it.runIf(runsArm)('runs the probe of arm itself, all of it', () => {
    const { exit, stdout, stderr } = run('arm');
    const answers = parseAnswers(stdout);
    // Started with one word.
    expect([exit, answers?.level], stderr).toEqual([2, 7]);
    expect(lackedBy(target('arm'), answers ?? {}, true)).toEqual([]);
  });
  it.runIf(!runsArm)('does not run the probe of arm itself', () =>
    // What a shell says of a file that the kernel refuses differs; the probe, had it run, would answer.
    expect(run('arm').stdout).toBe(''),
  );

  it.each(BUILDS)('lists what BuildKit lists, with QEMU $version', ({ suite, version }) => {
    const lists = listsOf(report(`${suite}.setup`), run(`${suite}.buildkit`).stdout);
    result.builds.set(version, { lists, programs: [], level: runsArm ? levelOf(suite) : undefined });
    expect(lists.ours).toEqual(lists.buildkit);
    expect(lists.ours).toEqual(expect.arrayContaining(['linux/amd64', 'linux/arm/v7', 'linux/riscv64']));
  });

  const levelOf = (suite: string) => ({
    setup: report(`${suite}.level`),
    program: { code: run(`${suite}.vector`).exit, text: run(`${suite}.vector`).stdout },
  });

  it.runIf(runsArm).each(BUILDS)(
    'proves linux/amd64/v3 where its programs run, with QEMU $version',
    ({ suite, version }) => {
      const { setup, program } = levelOf(suite);
      const runs = version !== '5.2';
      expect(setup.platforms).toMatchObject([{ platform: 'linux/amd64/v3', proven: runs }]);
      expect(setup.exitCode).toBe(runs ? 0 : 1);
      expect(program).toEqual(runs ? { code: 0, text: '2812736\n' } : { code: 132, text: '' });
      // BuildKit refuses its steps all the same, and setup says so.
      expect(setup.findings.map(({ id }) => id).includes('SB094')).toBe(runs);
      expect(run(`${suite}.buildkit`).stdout).not.toContain('linux/amd64/v3');
    },
  );

  it.runIf(withPrograms).each(BUILDS)(
    'runs what the probe says, with QEMU $version',
    ({ suite, version }) => {
      const doctor = report(`${suite}.doctor`);
      const runs = AMD64_PROGRAMS.map((program, at) => {
        const ends = Array.from({ length: program.times }, (_, turn) => {
          const { exit, stdout, stderr } = run(`${suite}.${at}.${turn}`);
          return { code: exit, text: stdout + stderr };
        });
        return judgeRuns(program, ends, doctor);
      });
      const before = result.builds.get(version);
      if (before !== undefined) result.builds.set(version, { ...before, programs: runs });
      for (const each of runs) expectTruth(version, each);
    },
  );

  it('is left without an entry', () => {
    for (const { suite } of BUILDS) expect(run(`${suite}.remove`).exit).toBe(0);
  });
});
