/** Ranks the kinds and causes of what a log shows by the log itself and by what the host's facts support. */

import {
  formatPlatform,
  mayRunNatively,
  type Platform,
  parsePlatform,
  qemuName,
  targetOf,
} from '../../platform/platforms.ts';
import { linksOf, sentence } from '../../text/text.ts';
import { allKinds } from '../kinds/index.ts';
import { archOf, type Cause, type Kind, type LogFacts, type View } from '../kinds/kind.ts';
import { emulatedOrForeign } from '../kinds/runtimes.ts';
import type { Evidence } from './evidence.ts';
import type { KnownBy, LogLine, LogMatch, LogReport } from './model.ts';

/**
 * What a failure is: it comes from emulation; it does not, which something shows; nobody knows; there is none.
 */
type LogVerdict = 'emulation' | 'not-emulation' | 'unknown' | 'nothing-failed';

interface RankedCause {
  readonly text: string;
  /** The host's facts or the log prove this cause; otherwise it is merely possible. */
  readonly supported: boolean;
  /** This cause lies outside of emulation. */
  readonly elsewhere: boolean;
  readonly remedy: string;
  readonly commands: readonly string[];
  /** The check that found the same on this host. */
  readonly finding?: string;
}

export interface Diagnosis {
  readonly id: string;
  readonly title: string;
  readonly standing: Exclude<LogVerdict, 'nothing-failed'>;
  /** OCI platform of what failed, where it is known. */
  readonly platform?: string;
  /** How many lines showed it. */
  readonly count: number;
  readonly evidence: readonly LogLine[];
  /** The most likely first; never empty. The first one's remedy is the next thing to do. */
  readonly causes: readonly [RankedCause, ...RankedCause[]];
  /** Other kinds that this one explains. */
  readonly alsoSeen: readonly string[];
  /** Into the page of the documentation. */
  readonly link: string;
  readonly sources: readonly string[];
}

/** What one log shows. */
export interface LogAnswer {
  readonly verdict: LogVerdict;
  /** One sentence that answers the question. */
  readonly headline: string;
  /** In the imperative: the next thing to do. */
  readonly next: string;
  /** What explains the failure first. */
  readonly diagnoses: readonly Diagnosis[];
  /** Where nothing is known of the failure: the last lines that speak of an error. */
  readonly lookAt: readonly LogLine[];
}

/** One of the logs that were read. */
interface NamedAnswer extends LogAnswer {
  readonly name: string;
  readonly from: Evidence['from'];
}

/** The answer of the log that tells most, and all of them. */
export interface LogDiagnosis extends LogAnswer {
  readonly logs: readonly NamedAnswer[];
}

/** What is known of a log besides its text. */
export type LogOrigin = Pick<Evidence, 'here' | 'platform'>;

/** Judges one log. Facts that are left out rule nothing out. */
export function diagnoseLog(log: LogReport, facts: LogFacts = {}, origin: LogOrigin = {}): LogAnswer {
  const seen = log.matches.flatMap((match) => {
    const kind = allKinds().find(({ id }) => id === match.id) as Kind;
    const view = viewOf(log, match, facts, origin);
    return kind.applies?.(view) === false ? [] : [{ kind, match, view }];
  });
  const explained = new Set(
    seen.flatMap(({ kind, match }) => (isPast(match, log) ? [] : (kind.explains ?? []))),
  );
  const ranked = seen
    .filter(({ kind }) => !explained.has(kind.id) && kind.bearing !== 'clue')
    .map(({ kind, match, view }) => ({ kind, match, view, diagnosis: diagnose(kind, view) }))
    .sort((a, b) => compare(weigh(a, log), weigh(b, log)));
  const diagnoses = ranked.map(({ diagnosis }) => diagnosis);
  const lead = ranked.find(({ kind, match }) => kind.bearing !== 'note' && !isPast(match, log));
  if (lead !== undefined) {
    const others = diagnoses.filter((one) => one !== lead.diagnosis);
    return { ...answerOf(lead.diagnosis), diagnoses: [lead.diagnosis, ...others], lookAt: [] };
  }
  const view = viewOf(log, { id: '', count: 0, evidence: [], steps: [] }, facts, origin);
  return { ...answerWithout(log, view), diagnoses };
}

/** Judges several logs together: the one that tells most leads. */
export function diagnoseAll(
  read: readonly { readonly evidence: Omit<Evidence, 'text'>; readonly log: LogReport }[],
  facts: LogFacts,
): LogDiagnosis | undefined {
  const logs = read.map(({ evidence, log }) => ({
    name: evidence.name,
    from: evidence.from,
    ...diagnoseLog(log, facts, evidence),
  }));
  const [first] = [...logs].sort((a, b) => TELLING.indexOf(a.verdict) - TELLING.indexOf(b.verdict));
  if (first === undefined) return undefined;
  const { name, from: _from, ...answer } = first;
  const headline = logs.length === 1 ? answer.headline : `${name}: ${answer.headline}`;
  return { ...answer, headline, logs };
}

const TELLING: readonly LogVerdict[] = ['emulation', 'not-emulation', 'unknown', 'nothing-failed'];

/** All lines of it stand in steps that ended well, and another step failed. */
function isPast({ steps }: LogMatch, log: LogReport): boolean {
  return log.failed !== undefined && steps.length > 0 && steps.every(({ state }) => state === 'done');
}

const RANKS = ['cause', 'symptom', 'echo'];
const STANDINGS: readonly LogVerdict[] = ['emulation', 'unknown', 'not-emulation'];

interface Ranked {
  readonly kind: Kind;
  readonly match: LogMatch;
  readonly diagnosis: Diagnosis;
}

/** Smaller goes first: what fails, what names the cause, what stands in the failed step, what bears on emulation. */
function weigh({ kind, match, diagnosis }: Ranked, log: LogReport): readonly number[] {
  return [
    Number(kind.bearing === 'note'),
    Number(isPast(match, log)),
    RANKS.indexOf(kind.rank ?? 'symptom'),
    Number(log.failed !== undefined && !match.steps.some(({ state }) => state === 'failed')),
    STANDINGS.indexOf(diagnosis.standing),
    Number(!diagnosis.causes[0].supported),
    (match.evidence[0] as LogLine).line,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((value, index) => value - (b[index] as number));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** What conditions look at. The host explains nothing of a log that comes from a machine of another architecture. */
function viewOf(log: LogReport, match: LogMatch, facts: LogFacts, origin: LogOrigin): View {
  const elsewhere =
    origin.here === false ||
    (log.machine !== undefined && facts.hostArch !== undefined && log.machine !== facts.hostArch);
  const asked = facts.asked ?? [];
  const host = elsewhere ? {} : facts;
  const machine = log.machine ?? host.hostArch;
  const [platform, by] = platformOf(log, match, machine, asked, origin.platform);
  const sure = log.machine !== undefined || origin.here === true;
  return {
    log,
    match,
    host,
    platform,
    machine,
    here: origin.here,
    foreign: platform === undefined ? undefined : isForeign(platform, by, machine, sure, host),
  };
}

type Placed = readonly [platform: string | undefined, by: KnownBy];

/** The platform that a match is about: of its step, of the record, of the log's surest words, of the question. */
function platformOf(
  log: LogReport,
  { steps }: LogMatch,
  machine: string | undefined,
  asked: readonly string[],
  recorded: string | undefined,
): Placed {
  const step = steps.find(({ platform, state }) => platform !== undefined && state !== 'done');
  if (step?.platform !== undefined) return [step.platform, 'label'];
  if (recorded !== undefined) return [recorded, 'label'];
  const sure = log.platforms.filter(({ by }) => by !== 'name' && by !== 'mention');
  const likely = machine ?? 'amd64';
  const surest = sure.filter(({ by }) => by === sure[0]?.by);
  const named = surest.find(({ platform }) => archOf(platform) !== likely) ?? surest[0];
  const question = asked.length === 1 ? asked[0] : undefined;
  if (named !== undefined) return [named.platform, named.by];
  if (question !== undefined) return [question, 'option'];
  const [weak] = log.platforms.filter(({ platform }) => archOf(platform) !== machine);
  const same = log.platforms.filter(
    ({ platform, by }) =>
      archOf(platform) !== machine && by === weak?.by && archOf(platform) !== archOf(weak.platform),
  );
  return weak === undefined || same.length > 0 ? [undefined, 'mention'] : [weak.platform, weak.by];
}

/** Whether the platform is another one than the machine's; undefined where that is not known. */
function isForeign(
  platform: string,
  by: KnownBy,
  machine: string | undefined,
  sure: boolean,
  { archs = [] }: LogFacts,
): boolean | undefined {
  const arch = archOf(platform);
  if (arch === machine) return sure || by === 'label' ? false : undefined;
  if (mayRunNatively(machine, arch)) {
    const verdict = archs.find((one) => one.arch === arch)?.verdict;
    if (verdict === 'native' || arch === '386') return false;
    return verdict === undefined ? undefined : true;
  }
  // A cross-compiler names its target, too.
  if (by === 'mention' || by === 'name') return undefined;
  if (machine === undefined && by !== 'option' && arch === 'amd64') return undefined;
  return true;
}

function diagnose(kind: Kind, view: View): Diagnosis {
  const { id, title, explains = [], sources = '' } = kind;
  const causes = rankCauses(kind, view);
  return {
    id,
    title,
    standing: standingOf(kind, view, causes[0]),
    platform: view.platform,
    count: view.match.count,
    evidence: view.match.evidence,
    causes,
    alsoSeen: explains.filter((other) => view.log.matches.some((match) => match.id === other)),
    link: `docs/troubleshooting.md#${id}`,
    sources: linksOf(sources),
  };
}

function standingOf({ bearing = 'emulation' }: Kind, view: View, first: RankedCause): Diagnosis['standing'] {
  const where = emulatedOrForeign(view);
  if (bearing === 'elsewhere') return 'not-emulation';
  if (bearing === 'note') return 'unknown';
  if (bearing === 'foreign' && where === undefined && !first.supported) return 'unknown';
  if (first.elsewhere || (bearing === 'foreign' && where === false)) return 'not-emulation';
  return 'emulation';
}

/** Proven causes before those that are merely possible, specific before general; ruled out ones are left out. */
function rankCauses(kind: Kind, view: View): Diagnosis['causes'] {
  const judged = kind.causes.map((cause) => {
    const support = supportOf(cause, view) ?? cause.shown;
    const rank = cause.leading ? 0 : support === true ? (cause.specific ? 1 : 2) : 3;
    return { cause, support, rank };
  });
  const possible = judged.filter(({ support }) => support !== false);
  const ranked = (possible.length > 0 ? possible : judged)
    .sort((a, b) => a.rank - b.rank)
    .map(({ cause: { text, remedy, elsewhere = false, commands = [], finding }, support }) => ({
      text: fill(text, view, WORDS),
      supported: support === true,
      elsewhere,
      remedy: fill(remedy, view, WORDS),
      commands: commands.map((command) => fill(command, view, HOLES)),
      finding: support === true ? finding : undefined,
    }));
  // No kind is without a cause.
  const [first, ...others] = ranked;
  return [first as RankedCause, ...others];
}

/** A host that may not have printed the log can prove a cause, but rules none out. */
function supportOf({ when }: Cause, view: View): boolean | undefined {
  const support = when?.(view);
  return support === false && view.here !== true ? when?.({ ...view, host: {} }) : support;
}

/** What stands in a sentence, and in a command, where something is not known. */
const WORDS = {
  platform: 'its platform',
  machine: 'this machine',
  program: 'the program',
  entry: 'the entry',
};
const HOLES = { platform: 'PLATFORM', machine: 'MACHINE', program: 'THE_PROGRAM', entry: 'ENTRY' };

function fill(text: string, { platform, machine, match, host }: View, unknown: typeof WORDS): string {
  const arch = platform === undefined ? undefined : archOf(platform);
  const target = arch === undefined ? undefined : targetOf(arch);
  const known = {
    platform,
    machine,
    program: match.program,
    entry:
      host.archs?.find((one) => (arch === undefined ? one.enabled === false : one.arch === arch))?.entry ??
      (target && qemuName(target)),
  };
  const filled = text
    // A set-up without a platform sets all of them up.
    .replace(/ setup \{platform\}/, platform === undefined ? ' setup' : ` setup ${platform}`)
    .replace(/ \(\{(\w+)\}\)/g, (whole, name: keyof typeof known) =>
      known[name] === undefined ? '' : whole,
    );
  return filled.replace(/\{(\w+)\}/g, (_, name: keyof typeof known) => known[name] ?? unknown[name]);
}

function answerOf({
  standing,
  title,
  causes,
  platform,
}: Diagnosis): Pick<LogAnswer, 'verdict' | 'headline' | 'next'> {
  const [{ supported, remedy }] = causes;
  const where = platform === undefined || standing === 'not-emulation' ? '' : ` (${platform})`;
  const lead = {
    emulation: supported
      ? 'This failure comes from emulation'
      : 'This failure most likely comes from emulation',
    unknown: 'Whether this failure comes from emulation is not known',
    'not-emulation': 'This failure does not come from emulation',
  };
  return { verdict: standing, headline: `${lead[standing]}${where}: ${sentence(title)}`, next: remedy };
}

const LOOK = 'Look at the first error in the log: what follows is often only its echo';

/** The answer where no kind is known. */
function answerWithout(
  log: LogReport,
  { platform, foreign, machine }: View,
): Pick<LogAnswer, 'verdict' | 'headline' | 'next' | 'lookAt'> {
  if (log.lines === 0) {
    const next = 'See whether the build ran at all, and whether its output was written to this log';
    return { verdict: 'nothing-failed', headline: 'The log is empty.', next, lookAt: [] };
  }
  if (log.errors.length === 0 && log.failed === undefined) {
    return {
      verdict: 'nothing-failed',
      headline: 'Nothing in this log failed.',
      next: 'See whether this is the log of the step that failed',
      lookAt: [],
    };
  }
  const lookAt = log.errors;
  if (log.failed?.platform !== undefined && foreign === false) {
    const headline = `This failure does not come from emulation: the step that failed ran on the machine’s own platform (${platform}), and is no kind known here.`;
    return { verdict: 'not-emulation', headline, next: LOOK, lookAt };
  }
  if (platform !== undefined && archOf(platform) !== machine) {
    const headline = `${platform} plays a part here; what failed is no kind that this program knows.`;
    const next = `Look at the last errors of the log, and run the same step natively: on a runner for ${platform}, or in a stage FROM --platform=$BUILDPLATFORM`;
    return { verdict: 'unknown', headline, next, lookAt };
  }
  const headline = 'This log shows no other platform, and what failed is no kind that this program knows.';
  return { verdict: 'unknown', headline, next: LOOK, lookAt };
}

/** The foreign platforms that a log's failure is about, where it comes from running them; each once. */
export function blamedPlatforms(
  log: LogReport,
  hostArch: string | undefined,
  origin: LogOrigin = {},
): readonly Platform[] {
  const { verdict, diagnoses } = diagnoseLog(log, { hostArch }, origin);
  if (verdict !== 'emulation') return [];
  const named = diagnoses.slice(0, 1).flatMap(({ platform: text }) => {
    const platform = text === undefined ? undefined : parsePlatform(text);
    return platform === undefined || 'unknown' in platform || platform.arch === hostArch ? [] : [platform];
  });
  return [...new Map(named.map((platform) => [formatPlatform(platform), platform])).values()];
}
