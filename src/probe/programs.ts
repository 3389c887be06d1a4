/** The probes: small static programs, one for each target, that write a marker and exit with their argument count. */
import { buildProgram, type ProgramOptions } from '../platform/elf.ts';
import type { Target } from '../platform/platforms.ts';
import { MACHINE_CODE } from './machine-code.ts';

/** What every probe writes to its standard output. */
export const PROBE_MARKER = 'binfmt-ok\n';

/**
 * How many arguments a probe is started with, its own name (`argv[0]`) among them. It exits with the count
 * that it sees: one more or one less tells that kernel and emulator disagree about the flag `P`.
 */
export const PROBE_ARGUMENTS = 42;

const CODE: ReadonlyMap<string, string> = new Map(Object.entries(MACHINE_CODE));

/**
 * The probe of a target: below 200 bytes, and needs nothing but the kernel's execve, write and exit.
 * @throws Error for a target without machine code.
 */
export function buildProbe({ arch, elf }: Target, options: ProgramOptions = {}): Uint8Array {
  const code = CODE.get(arch);
  if (code === undefined) throw new Error(`there is no machine code for ${arch}`);
  return buildProgram(elf, code + Buffer.from(PROBE_MARKER, 'latin1').toString('hex'), options);
}
