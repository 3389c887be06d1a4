import { expect } from 'vitest';
import type { Ended } from '../../support/program.ts';
import { target } from '../../support/setup-lab.ts';
import type { Env, Job } from './job.ts';
import { expectSilent } from './silence.ts';

/** Asks the doctor for people and for programs. */
export async function expectSilentDoctor(
  job: Job,
  more: readonly string[] = [],
  env: Env = {},
): Promise<void> {
  for (const args of [['doctor'], ['doctor', '--json']]) {
    const ended = await job.cli([...args, ...more], env);
    expectSilentRun(ended);
    expect(ended.stdout.length).toBeGreaterThan(100);
  }
}

/** Nothing foreign speaks on standard output and standard error. */
export function expectSilentRun({ stdout, stderr }: Ended): void {
  expectSilent(stdout);
  expectSilent(stderr);
}

/** Registers an entry for arm64 whose name and interpreter may hold anything but `\x01`, a NUL and, in the name, `/`. */
export function claim(job: Job, name: string, interpreter: string, arch = 'arm64'): void {
  const { magic, mask } = target(arch);
  const escaped = (hex: string) => hex.replace(/../g, (byte) => `\\x${byte}`);
  job.table.register(['', name, 'M', '0', escaped(magic), escaped(mask), interpreter, ''].join('\u0001'));
}
