/** The probes: small static programs, one for each target, that write a marker and exit with their argument count; and what starts them. */
import { buildProgram, type ProgramOptions } from '../platform/elf.ts';
import type { Target } from '../platform/platforms.ts';
import { PROBE_MARKER } from './behaviours.ts';
import { LAUNCHER_CODE, MACHINE_CODE } from './machine-code.ts';

/**
 * How many arguments a probe is started with, its own name (`argv[0]`) among them. It exits with the count
 * that it sees: one more or one less tells that kernel and emulator disagree about the flag `P`.
 */
export const PROBE_ARGUMENTS = 42;

const CODE: ReadonlyMap<string, string> = new Map(Object.entries(MACHINE_CODE));
const LAUNCHERS: ReadonlyMap<string, string> = new Map(Object.entries(LAUNCHER_CODE));

/**
 * The probe of a target: below 3 KB. What it needs to run is the kernel's execve, write and exit; what else it tries, it tells.
 * @throws Error for a target without machine code.
 */
export function buildProbe({ arch, elf }: Target, options: ProgramOptions = {}): Uint8Array {
  const code = CODE.get(arch);
  if (code === undefined) throw new Error(`there is no machine code for ${arch}`);
  return buildProgram(elf, code + Buffer.from(PROBE_MARKER, 'latin1').toString('hex'), options);
}

/** The program that starts a probe on a host of this architecture, and never a shell in its place (probes/launch.c). */
export function buildLauncher({ arch, elf }: Target): Uint8Array | undefined {
  const code = LAUNCHERS.get(arch);
  return code === undefined ? undefined : buildProgram(elf, code);
}
