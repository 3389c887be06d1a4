/** What the probe says of four builds of QEMU: the faults that these are known for, and no others. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Target, targetOf } from '../../src/platform/platforms.ts';
import { type Behaviour, lackedBy, parseAnswers } from '../../src/probe/behaviours.ts';
import { buildProbe } from '../../src/probe/programs.ts';
import { machineSuite } from '../support/packages.ts';
import { debianQemu } from '../support/qemu.ts';

/** Debian's builds, all with glibc: what each lacks on every target, and the x86-64 level that it shows. */
const BUILDS: readonly {
  readonly suite: string;
  readonly version: string;
  readonly lacks: readonly Behaviour[];
  readonly rva23: boolean;
  readonly level: number;
}[] = [
  { suite: 'bullseye', version: '5.2', lacks: ['openat2', 'close-range'], rva23: false, level: 1 },
  { suite: 'bookworm', version: '7.2', lacks: ['openat2'], rva23: false, level: 3 },
  { suite: 'trixie', version: '10.0', lacks: [], rva23: true, level: 3 },
  { suite: 'sid', version: '11.1', lacks: [], rva23: true, level: 3 },
];

const ASKED = [
  'amd64',
  '386',
  'arm64',
  'arm64be',
  'arm',
  'riscv64',
  'riscv32',
  'ppc64le',
  'ppc64',
  'ppc',
].concat(['s390x', 'mips', 'mipsle', 'mips64', 'mips64le', 'loong64']);

const able = machineSuite() !== undefined && process.arch === 'x64';
if (!able) console.log('skipped: needs an x86-64 machine with packages of Debian');
const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-behaviours-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!able).each(BUILDS)('QEMU $version of $suite', async ({ suite, lacks, rva23, level }) => {
  const programs = able ? await debianQemu(suite) : '';
  const handlerOf = ({ qemu }: Target): string => join(programs, `qemu-${qemu}-static`);
  const targets = ASKED.flatMap((arch) => targetOf(arch) ?? []).filter((one) => existsSync(handlerOf(one)));

  it.each(targets)('$arch lacks what it is known to lack, and nothing else', (target) => {
    const probe = join(folder, target.arch);
    writeFileSync(probe, buildProbe(target), { mode: 0o755 });
    // The first word asks for a thread, too.
    const { stdout, status } = spawnSync(handlerOf(target), [probe, 't'], {
      encoding: 'latin1',
      timeout: 60_000,
    });
    const answers = parseAnswers(stdout) ?? {};
    const expected = target.arch === 'riscv64' && !rva23 ? [...lacks, 'rva23'] : lacks;
    expect([status, lackedBy(target, answers, true)]).toEqual([2, expected]);
    expect(answers.done?.has('start')).toBe(true);
    if (target.arch === 'amd64') expect(answers.level).toBe(level);
    if (target.arch === 'arm') expect(answers.level).toBe(7);
  });

  it('shows arm programs the generation of the CPU that is asked for', () => {
    const target = targetOf('arm') as Target;
    const probe = join(folder, 'arm-cpu');
    writeFileSync(probe, buildProbe(target), { mode: 0o755 });
    for (const [cpu, generation] of [
      ['arm926', 5],
      ['arm1136', 6],
      ['cortex-a7', 7],
    ] as const) {
      const { stdout } = spawnSync(handlerOf(target), ['-cpu', cpu, probe], { encoding: 'latin1' });
      expect(parseAnswers(stdout)?.level, cpu).toBe(generation);
    }
  });
});
