import { type CheckContext, type Finding, runChecks } from '../../src/doctor/checks/index.ts';
import type { DoctorFacts, EngineFacts, InterpreterFile } from '../../src/doctor/facts.ts';
import { type ElfHeader, readElf } from '../../src/platform/elf.ts';
import { targetOf } from '../../src/platform/platforms.ts';
import { buildProbe } from '../../src/probe/programs.ts';
import type { Status, Verdict } from '../../src/probe/verdict.ts';
import { type FactsChange, hostFacts } from './facts.ts';

export const QEMU = 'qemu-aarch64 version 11.1.3 (Debian 1:11.1.3+ds-1)';

/** What the doctor sees of an ordinary machine without Docker, and with the changes. */
function doctorFacts(change: Partial<DoctorFacts> = {}): DoctorFacts {
  return {
    moduleBlocks: [],
    sysctls: { 'kernel.randomize_va_space': 2 },
    interpreters: new Map(),
    systemdBinfmt: false,
    dpkgTrigger: false,
    binfmtSupport: false,
    rules: [],
    engine: { client: false, builders: [] },
    qemuVariables: [],
    places: [],
    ...change,
  };
}

/** A local engine that answers, on this machine's kernel. */
export function engineFacts(change: Partial<EngineFacts> = {}): EngineFacts {
  return {
    client: true,
    server: { version: '28.5.2', kernel: '6.12.8-amd64', rootless: false, system: 'Debian GNU/Linux 13' },
    buildx: '0.29.1',
    builders: [],
    ...change,
  };
}

/** The header of a static program of an architecture, and with the changes. */
export function elfHeader(arch = 'amd64', change: Partial<ElfHeader> = {}): ElfHeader {
  const target = targetOf(arch);
  const header = target === undefined ? undefined : readElf(buildProbe(target, { pie: true }));
  if (header === undefined) throw new Error(`no target ${arch}`);
  return { ...header, ...change };
}

/** A static emulator of this host that says its version, and with the changes. */
export function interpreterFacts(change: Partial<InterpreterFile> = {}): InterpreterFile {
  return { state: 'file', kind: 'elf', elf: elfHeader(), version: QEMU, ...change };
}

/** A verdict, as the probe of a current QEMU gives it. */
export function verdictOf(arch: string, status: Status, change: Partial<Verdict> = {}): Verdict {
  const answer = status === 'emulated' ? { qemuVersion: '11.1.3', handlerVersion: QEMU } : {};
  return { arch, status, reason: status === 'broken' ? 'it broke' : '', ms: 5, ...answer, ...change };
}

export interface ContextChange {
  readonly facts?: FactsChange;
  /** Besides that of the host's own architecture. */
  readonly verdicts?: readonly Verdict[];
  readonly asked?: readonly string[];
  readonly doctor?: Partial<DoctorFacts>;
}

/** What checks look at in the doctor, on an ordinary machine. */
export function contextOf({ facts, verdicts = [], asked = [], doctor }: ContextChange = {}): CheckContext {
  const all = [verdictOf('amd64', 'native', { result: 'works', level: 3 }), ...verdicts];
  return {
    facts: hostFacts(facts),
    verdicts: new Map(all.map((verdict) => [verdict.arch, verdict])),
    asked,
    doctor: doctorFacts(doctor),
  };
}

/** What one check makes of a context: its findings, or its state with the reason. */
export function outcomeOf(id: string, context: CheckContext): readonly Finding[] | string {
  const result = runChecks(context).find((one) => one.id === id);
  if (result === undefined) throw new Error(`no check ${id}`);
  if (result.state === 'found') return result.findings;
  return 'reason' in result ? `${result.state}: ${result.reason}` : result.state;
}
