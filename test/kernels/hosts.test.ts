import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { writeHostsDocument } from './document.ts';
import { bootHost, HOSTS } from './hosts.ts';
import type { GuestResult, GuestRun } from './machine.ts';
import { obstacle } from './obstacle.ts';

/** Hosts of other architectures, with a user land of busybox alone: no util-linux, no shell but ash. */

const reason = obstacle();
if (reason !== undefined) console.log(`skipped: hosts of other architectures: ${reason}`);

const told: { arch: string; result: GuestResult }[] = [];
const script = readFileSync(join(import.meta.dirname, 'guest/host.sh'), 'utf8');

describe.skipIf(reason !== undefined).each(HOSTS)('a host of $arch', (host) => {
  const wanted = host.arch === 'arm64' ? ['amd64', 'riscv64', 's390x'] : ['arm64', 'riscv64', 's390x'];
  let result: GuestResult;
  const run = (name: string): GuestRun => {
    const found = result.runs.get(name);
    if (found === undefined)
      throw new Error(`the guest did not run ${name}:\n${result.console.slice(-2000)}`);
    return found;
  };
  const report = (name: string): Report => {
    const { stdout, stderr, exit } = run(name);
    try {
      return JSON.parse(stdout) as Report;
    } catch {
      throw new Error(`${name} gave no report (exit ${exit}): ${stdout}${stderr}`);
    }
  };
  const entries = (name: string): readonly string[] => run(name).stdout.split('\n').filter(Boolean);

  beforeAll(async () => {
    const booted = await bootHost(host, `all='${wanted.join(' ')}'\n${script}`);
    result = { ...booted, panicked: false };
    told.push({ arch: host.arch, result });
  });
  afterAll(() => {
    if (told.length === HOSTS.length)
      writeHostsDocument(join(import.meta.dirname, '../../docs/kernels.md'), told);
  });

  it('boots, runs every case and ends', () => expect(result.ended, result.console.slice(-3000)).toBe(true));
  it('is left as it was by plan and doctor', () => {
    expect(report('unloaded.plan')).toMatchObject({ changed: false, host: { architecture: host.arch } });
    expect(run('unloaded.after').stdout).toBe('');
  });
  it('is set up, and again without a change', () => {
    for (const [name, changed] of [
      ['setup', true],
      ['again', false],
    ] as const) {
      expect(report(name), run(name).stderr).toMatchObject({ exitCode: 0, healthy: true, changed });
      expect(report(name).platforms.map(({ status }) => status)).toEqual(wanted.map(() => 'emulated'));
    }
    expect(entries('setup.entries')).toHaveLength(wanted.length);
  });
  it('is healthy to the doctor', () =>
    expect(report('doctor').findings.filter(({ severity }) => severity === 'error')).toEqual([]));
  it('has private tables', () => expect(run('exec').stdout, run('exec').stderr).toBe('enabled\n'));
  it.runIf(host.arch === 'arm64')('proves linux/amd64/v3, and warns that BuildKit refuses its steps', () => {
    const level = report('level');
    expect(level).toMatchObject({ healthy: true, platforms: [{ platform: 'linux/amd64/v3', proven: true }] });
    expect(level.findings.map(({ id }) => id)).toContain('SB094');
    expect(level.outputs.platforms).toBe(
      'linux/arm64,linux/arm/v7,linux/arm/v6,linux/amd64,linux/amd64/v2,linux/riscv64,linux/s390x',
    );
  });
  it('is left as it was by remove, and by what undoes a run', () => {
    expect([entries('remove.entries'), entries('undo.entries')]).toEqual([[], []]);
    expect(run('undo').exit).toBe(0);
  });
});
