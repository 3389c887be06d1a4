/** What the judgement of a log may know of the host: a smaller view of the facts and verdicts. */

import { handlersOf } from '../doctor/checks/claims.ts';
import type { CheckContext, CheckResult } from '../doctor/checks/index.ts';
import type { InterpreterFacts } from '../doctor/facts.ts';
import { diagnoseLog } from '../doctor/log/diagnose.ts';
import type { EntryFacts, LogFacts, LogReport } from '../doctor/log/signature.ts';
import type { TableState } from '../facts/facts.ts';
import { formatPlatform, type Platform, parsePlatform } from '../platform/platforms.ts';
import type { Verdict } from '../probe/verdict.ts';
import { isOlder } from './qemu-version.ts';

const NOT_MOUNTED: readonly TableState[] = ['not-loaded', 'autofs', 'not-mounted'];
const NOT_SUPPORTED: readonly TableState[] = ['unsupported', 'module-missing'];
const ET_EXEC = 2;

/** The facts of a host as the log's signatures ask for them. What is not known is left out. */
export function logFacts(context: CheckContext, results: readonly CheckResult[]): LogFacts {
  const { facts, doctor, verdicts, asked = [] } = context;
  const { state } = facts.table;
  const handlers = handlersOf(context);
  const versions = handlers.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ qemuVersion }) => qemuVersion ?? []),
  );
  const oldest = versions.reduce<string | undefined>(
    (a, b) => (a === undefined || isOlder(b, a) ? b : a),
    undefined,
  );
  const types = handlers.flatMap(({ file }) => file?.elf?.type ?? []);
  const stale = results.find(({ id }) => id === 'SB053');
  return {
    kernel: facts.kernel.release,
    ...(facts.architecture === undefined ? {} : { hostArch: facts.architecture }),
    ...(state === 'masked' ? {} : { supported: !NOT_SUPPORTED.includes(state) }),
    ...(state === 'masked' ? {} : { mounted: ![...NOT_MOUNTED, ...NOT_SUPPORTED].includes(state) }),
    ...(state === 'ready' ? { entries: handlers.map(({ entry, file }) => entryFacts(entry, file)) } : {}),
    ...(asked.length === 0 ? {} : { asked }),
    verdicts: Object.fromEntries(
      [...(verdicts?.values() ?? [])].map((verdict) => [verdict.arch, wordOf(verdict)]),
    ),
    ...(oldest === undefined ? {} : { qemuVersion: oldest }),
    ...(types.length === 0 ? {} : { interpreterType: types.includes(ET_EXEC) ? 'exec' : 'dyn' }),
    ...(doctor === undefined
      ? {}
      : { docker: doctor.engine.client, remoteEngine: doctor.engine.remote !== undefined }),
    ...(doctor?.engine.server === undefined ? {} : { rootless: doctor.engine.server.rootless }),
    contained: facts.container !== undefined || facts.userNamespace,
    ...(stale === undefined || stale.state === 'skipped' ? {} : { staleBuilder: stale.state === 'found' }),
  };
}

/** The foreign platforms that a log names whose failure comes from running them, each once. */
export function blamedPlatforms(log: LogReport, hostArch: string | undefined): readonly Platform[] {
  if (diagnoseLog(log).verdict !== 'emulation') return [];
  const named = log.platforms.flatMap((text) => {
    const platform = parsePlatform(text);
    return 'unknown' in platform || platform.arch === hostArch ? [] : [platform];
  });
  return [...new Map(named.map((platform) => [formatPlatform(platform), platform])).values()];
}

function entryFacts(
  entry: { readonly name: string; readonly enabled: boolean; readonly flags: string },
  file: InterpreterFacts | undefined,
): EntryFacts {
  const interpreter = interpreterOf(file);
  return {
    name: entry.name,
    enabled: entry.enabled,
    fixed: entry.flags.includes('F'),
    credentials: entry.flags.includes('C'),
    preserved: entry.flags.includes('P'),
    ...(interpreter === undefined ? {} : { interpreter }),
  };
}

function interpreterOf(file: InterpreterFacts | undefined): EntryFacts['interpreter'] {
  if (file?.state === 'missing') return 'missing';
  if (file?.kind === 'script') return 'script';
  if (file?.elf === undefined || !file.elf.complete) return undefined;
  return file.elf.interpreter ? 'dynamic' : 'static';
}

function wordOf({ status, result }: Verdict): 'native' | 'emulated' | 'broken' | 'missing' {
  if (status === 'absent') return 'missing';
  if (status === 'outside-only') return result === 'works' ? 'emulated' : 'broken';
  return status;
}
