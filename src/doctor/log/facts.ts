/** The facts of a host as the kinds of failure ask for them. */

import type { TableState } from '../../binfmt/table.ts';
import { ET_EXEC } from '../../platform/elf.ts';
import { qemuName } from '../../platform/platforms.ts';
import type { Verdict } from '../../probe/verdict.ts';
import type { CheckContext, CheckResult } from '../checks/check.ts';
import { claimsOf } from '../checks/claims.ts';
import { isHostProgram } from '../checks/qemu.ts';
import type { InterpreterFile } from '../facts.ts';
import type { ArchFacts, LogFacts } from '../kinds/kind.ts';

const NOT_MOUNTED: readonly TableState[] = ['not-loaded', 'autofs', 'not-mounted'];
const NOT_SUPPORTED: readonly TableState[] = ['unsupported', 'module-missing'];

/** What is not known is left out. */
export function logFacts(context: CheckContext, results: readonly CheckResult[]): LogFacts {
  const { facts, doctor } = context;
  const { state } = facts.table;
  const stale = results.find(({ id }) => id === 'SB053')?.state ?? 'skipped';
  const hidden = state === 'masked';
  return {
    kernel: facts.kernel.release,
    hostArch: facts.architecture,
    supported: hidden ? undefined : !NOT_SUPPORTED.includes(state),
    mounted: hidden ? undefined : ![...NOT_MOUNTED, ...NOT_SUPPORTED].includes(state),
    tableOff: state === 'disabled' || undefined,
    archs: hidden || context.verdicts === undefined ? undefined : archFacts(context),
    docker: doctor?.engine.client,
    remoteEngine: doctor && doctor.engine.remote !== undefined,
    rootless: doctor?.engine.server?.rootless,
    contained: facts.container !== undefined || facts.userNamespace,
    staleBuilder: stale === 'skipped' ? undefined : stale === 'found',
  };
}

function archFacts(context: CheckContext): readonly ArchFacts[] {
  return claimsOf(context).map(({ target, verdict, claiming, answering }) => {
    const { arch } = target;
    const entry = answering ?? claiming[0];
    const word = wordOf(verdict);
    const misnamed = context.facts.table.entries.some(({ name }) => name === qemuName(target)) || undefined;
    if (entry === undefined) return { arch, verdict: word, misnamed };
    const { flags, interpreter = '' } = entry;
    const file = context.doctor?.interpreters.get(interpreter);
    const elf = file?.elf;
    return {
      arch,
      verdict: word,
      entry: entry.name,
      enabled: entry.enabled,
      fixed: flags.includes('F'),
      credentials: flags.includes('C'),
      preserved: flags.includes('P'),
      interpreter: interpreterOf(file, context.facts.architecture),
      shifted: verdict.result === 'arguments' || undefined,
      qemuVersion: verdict.qemuVersion,
      linked: elf && (elf.type === ET_EXEC ? 'exec' : 'dyn'),
    };
  });
}

function interpreterOf(file: InterpreterFile | undefined, own: string | undefined): ArchFacts['interpreter'] {
  if (file?.state === 'missing') return 'missing';
  if (file?.kind === 'script') return 'script';
  if (file?.elf === undefined || !file.elf.complete) return undefined;
  if (!isHostProgram(file.elf, own)) return 'foreign';
  return file.elf.interpreter ? 'dynamic' : 'static';
}

function wordOf({ status, result }: Verdict): ArchFacts['verdict'] {
  if (status === 'absent') return 'missing';
  if (status === 'outside-only') return result === 'works' ? 'emulated' : 'broken';
  return status;
}
