/** Ranks the causes of what a log shows by what the host's facts support. */

import type { TableState } from '../../binfmt/table.ts';
import { ET_EXEC } from '../../platform/elf.ts';
import { formatPlatform, type Platform, parsePlatform } from '../../platform/platforms.ts';
import type { Verdict } from '../../probe/verdict.ts';
import { linksOf } from '../../text/text.ts';
import { isOlder } from '../../text/version.ts';
import type { CheckContext, CheckResult } from '../checks/check.ts';
import { type ClaimingHandler, handlersOf } from '../checks/claims.ts';
import { CRASHING } from './crashing.ts';
import { FETCHING } from './fetching.ts';
import { REGISTERING } from './registering.ts';
import { RUNNING } from './running.ts';
import type { EntryFacts, LogFacts, LogLine, LogMatch, LogReport, Signature } from './signature.ts';

/** Every signature; the more telling stand first. */
export const SIGNATURES: readonly Signature[] = [...CRASHING, ...REGISTERING, ...RUNNING, ...FETCHING];

/** Ranks what a log showed by what the host's facts support. Facts that are left out rule nothing out. */
export function diagnoseLog(log: LogReport, facts: LogFacts = {}): LogDiagnosis {
  const seen = SIGNATURES.flatMap((signature) => {
    const match = log.matches.find((candidate) => candidate.id === signature.id);
    return match === undefined || signature.applies?.(facts, log) === false ? [] : [{ signature, match }];
  });
  const explained = new Set(seen.flatMap(({ signature }) => signature.explains ?? []));
  const diagnoses = seen
    .filter(({ signature }) => !explained.has(signature.id))
    .flatMap(({ signature, match }) => diagnose(signature, match, log, facts))
    .sort(byWeight);
  const [first] = diagnoses;
  return {
    verdict: first?.standing ?? 'not-emulation',
    headline: log.lines === 0 ? 'The log is empty.' : headlineOf(first),
    next: first?.causes[0].remedy ?? (log.lines === 0 ? EMPTY : NEXT),
    diagnoses,
  };
}

const EMPTY = 'See whether the build ran at all, and whether its output was written to this log';
const NEXT = 'Look for the first error in the log: what follows is often only its echo';

const STANDINGS: readonly LogVerdict[] = ['emulation', 'possible', 'not-emulation'];

/** What bears on emulation first, then what the facts support, then what the log shows first. */
function byWeight(a: Diagnosis, b: Diagnosis): number {
  return (
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    Number(b.causes[0].supported) - Number(a.causes[0].supported) ||
    firstLine(a) - firstLine(b)
  );
}

function firstLine({ evidence }: Diagnosis): number {
  return Math.min(...evidence.map(({ line }) => line));
}

function headlineOf(first: Diagnosis | undefined): string {
  if (first === undefined) return 'Nothing in this log points to emulation.';
  const lead = {
    emulation: 'Another architecture plays a part in this failure',
    possible: 'Another architecture may play a part in this failure',
    'not-emulation': 'Nothing in this log points to emulation; it shows',
  };
  return `${lead[first.standing]}: ${first.title}.`;
}

/** One diagnosis; none for a clue, which has no cause of its own. */
function diagnose(
  signature: Signature,
  match: LogMatch,
  log: LogReport,
  facts: LogFacts,
): Diagnosis | readonly [] {
  const [likeliest, ...others] = rankCauses(signature, log, facts);
  if (likeliest === undefined) return [];
  const causes: Diagnosis['causes'] = [likeliest, ...others];
  return {
    id: signature.id,
    title: signature.title,
    standing: standingOf(signature, match, causes),
    count: match.count,
    evidence: match.evidence,
    causes,
    alsoSeen: (signature.explains ?? []).filter((id) => log.matches.some((other) => other.id === id)),
    link: `docs/troubleshooting.md#${signature.id}`,
    sources: linksOf(signature.sources ?? ''),
  };
}

/** What only may be emulation is decided by the causes that are left, and by the lines around it. */
function standingOf(signature: Signature, match: LogMatch, causes: Diagnosis['causes']): LogVerdict {
  const { relevance = 'emulation' } = signature;
  if (relevance === 'note') return 'possible';
  if (causes.every(({ elsewhere }) => elsewhere)) return 'not-emulation';
  if (causes[0].supported) return causes[0].elsewhere ? 'not-emulation' : 'emulation';
  if (relevance === 'emulation' || match.nearEmulator) return 'emulation';
  return relevance === 'possible' ? 'possible' : 'not-emulation';
}

/** Supported causes before those that are merely possible, specific before general; ruled out ones are left out. */
function rankCauses(signature: Signature, log: LogReport, facts: LogFacts): readonly RankedCause[] {
  const platform = platformOf(log, facts);
  const judged = signature.causes.map((cause) => ({ cause, support: cause.when?.(facts, log) }));
  const possible = judged.filter(({ support }) => support !== false);
  return (possible.length > 0 ? possible : judged)
    .map(({ cause, support }) => ({ cause, rank: support === true ? (cause.specific ? 0 : 1) : 2 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ cause: { text, remedy, elsewhere = false, commands = [] }, rank }) => ({
      text,
      supported: rank < 2,
      elsewhere,
      remedy,
      commands: commands.map((command) => command.replaceAll('{platform}', platform)),
    }));
}

/** The foreign platform that the log names, else the one that is asked for most. */
function platformOf(log: LogReport, facts: LogFacts): string {
  const foreign = log.platforms.find((platform) => platform.split('/')[1] !== facts.hostArch);
  return foreign ?? (facts.hostArch === 'arm64' ? 'linux/amd64' : 'linux/arm64');
}

interface RankedCause {
  readonly text: string;
  /** The host's facts or the log support this cause; otherwise it is merely not ruled out. */
  readonly supported: boolean;
  /** This cause lies outside of emulation. */
  readonly elsewhere: boolean;
  readonly remedy: string;
  readonly commands: readonly string[];
}

/** Whether the failure comes from running or fetching another architecture. */
export type LogVerdict = 'emulation' | 'possible' | 'not-emulation';

export interface Diagnosis {
  readonly id: string;
  readonly title: string;
  readonly standing: LogVerdict;
  /** How many lines showed it. */
  readonly count: number;
  readonly evidence: readonly LogLine[];
  /** The most likely first; never empty. The first one's remedy is the next thing to do. */
  readonly causes: readonly [RankedCause, ...RankedCause[]];
  /** Other signatures that this one explains. */
  readonly alsoSeen: readonly string[];
  /** Into the page of the documentation. */
  readonly link: string;
  readonly sources: readonly string[];
}

export interface LogDiagnosis {
  readonly verdict: LogVerdict;
  /** One sentence that answers the question. */
  readonly headline: string;
  /** In the imperative: the next thing to do. */
  readonly next: string;
  /** What points to emulation first. */
  readonly diagnoses: readonly Diagnosis[];
}

const NOT_MOUNTED: readonly TableState[] = ['not-loaded', 'autofs', 'not-mounted'];
const NOT_SUPPORTED: readonly TableState[] = ['unsupported', 'module-missing'];

/** The facts of a host as the log's signatures ask for them. What is not known is left out. */
export function logFacts(context: CheckContext, results: readonly CheckResult[]): LogFacts {
  const { facts, doctor, verdicts, asked } = context;
  const { state } = facts.table;
  const handlers = handlersOf(context);
  const versions = handlers.flatMap((handler) =>
    handler.verdicts.flatMap(({ qemuVersion }) => qemuVersion ?? []),
  );
  const types = handlers.flatMap(({ file }) => file?.elf?.type ?? []);
  const stale = results.find(({ id }) => id === 'SB053')?.state ?? 'skipped';
  const hidden = state === 'masked';
  return {
    kernel: facts.kernel.release,
    hostArch: facts.architecture,
    supported: hidden ? undefined : !NOT_SUPPORTED.includes(state),
    mounted: hidden ? undefined : ![...NOT_MOUNTED, ...NOT_SUPPORTED].includes(state),
    entries: state === 'ready' ? handlers.map(entryFacts) : undefined,
    asked,
    verdicts: Object.fromEntries(
      [...(verdicts?.values() ?? [])].map((verdict) => [verdict.arch, wordOf(verdict)]),
    ),
    qemuVersion: versions.sort((a, b) => (isOlder(a, b) ? -1 : 1))[0],
    interpreterType: types.length === 0 ? undefined : types.includes(ET_EXEC) ? 'exec' : 'dyn',
    docker: doctor?.engine.client,
    remoteEngine: doctor && doctor.engine.remote !== undefined,
    rootless: doctor?.engine.server?.rootless,
    contained: facts.container !== undefined || facts.userNamespace,
    staleBuilder: stale === 'skipped' ? undefined : stale === 'found',
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

function entryFacts({ entry: { name, enabled, flags }, file }: ClaimingHandler): EntryFacts {
  return {
    name,
    enabled,
    fixed: flags.includes('F'),
    credentials: flags.includes('C'),
    preserved: flags.includes('P'),
    interpreter: interpreterOf(file),
  };
}

function interpreterOf(file: ClaimingHandler['file']): EntryFacts['interpreter'] {
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
