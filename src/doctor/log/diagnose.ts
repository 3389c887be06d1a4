/** Ranks the kinds and causes of what a log shows by the log itself and by what the host's facts support. */

import { formatPlatform, type Platform, parsePlatform } from '../../platform/platforms.ts';
import { hideSecrets } from '../../text/redact.ts';
import { linksOf, listed, printable, sentence } from '../../text/text.ts';
import { archOf, emulatedOrForeign } from '../kinds/conditions.ts';
import { ONLY_FAILED } from '../kinds/emulator/silence.ts';
import { fillCommands, fillSentence, titleOf } from '../kinds/fill.ts';
import { allKinds } from '../kinds/index.ts';
import type { Cause, Kind, LogFacts, View } from '../kinds/kind.ts';
import type { Evidence } from './evidence.ts';
import type { LogLine, LogMatch, LogReport } from './model.ts';
import { isForeign, platformOf } from './placing.ts';

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
  /** What the step ran that failed, where the log tells. */
  readonly step?: string;
}

/** One of the logs that were read. */
export interface NamedAnswer extends LogAnswer {
  readonly name: string;
  readonly from: Evidence['from'];
  /** This host printed it; left out where that is not known. */
  readonly here?: boolean;
}

/** The answer of the log that tells most, and all of them. */
export interface LogDiagnosis extends LogAnswer {
  readonly logs: readonly NamedAnswer[];
}

/** What is known of a log besides its text. */
export type LogOrigin = Pick<Evidence, 'here' | 'machine' | 'platform'>;

/** Judges one log. Facts that are left out rule nothing out. */
export function diagnoseLog(log: LogReport, facts: LogFacts = {}, origin: LogOrigin = {}): LogAnswer {
  const seen = log.matches.flatMap((match) => {
    const kind = allKinds().find(({ id }) => id === match.id) as Kind;
    const view = viewOf(log, match, facts, origin);
    const passed = isPast(match, log) || (kind.bearing === 'elsewhere' && isWarned(match, log));
    return passed || kind.applies?.(view) === false ? [] : [{ kind, match, view }];
  });
  const explained = new Set(seen.flatMap(({ kind }) => kind.explains ?? []));
  const judged = seen
    .filter(({ kind }) => !explained.has(kind.id) && kind.bearing !== 'clue')
    .map(({ kind, match, view }) => ({ kind, match, view, diagnosis: diagnose(kind, view) }));
  const blamed = judged.filter(
    ({ kind, match, diagnosis }) =>
      kind.rank !== 'echo' && diagnosis.standing === 'emulation' && !endedWell(match),
  );
  const ranked = [...judged].sort((a, b) => compare(weigh(a, log, blamed), weigh(b, log, blamed)));
  const [lead] = ranked;
  const diagnoses = ranked
    // What fails nothing by itself, and is about handlers, explains nothing of another failure.
    .filter(({ kind }) => kind.bearing !== 'note' || lead?.diagnosis.standing !== 'not-emulation')
    // What may be where nothing is known is no news where something is.
    .filter(({ kind }) => kind.id !== ONLY_FAILED || lead?.kind.bearing === 'note')
    // Its lines are those at which to look.
    .map(({ kind, diagnosis }) => (kind.id === ONLY_FAILED ? { ...diagnosis, evidence: [] } : diagnosis));
  if (lead !== undefined && lead.kind.bearing !== 'note')
    return { ...answerOf(lead.diagnosis), diagnoses, lookAt: [], step: stepOf(log) };
  const view = viewOf(log, { id: '', count: 0, evidence: [], last: 0, steps: [] }, facts, origin);
  return { ...answerWithout(log, view), diagnoses, step: stepOf(log) };
}

function stepOf({ failed }: LogReport): string | undefined {
  const command = failed?.command.replace(/:$/, '') ?? '';
  return command === '' ? undefined : printable(hideSecrets(command), 200);
}

/** Judges one of several logs. */
export function answerTo(
  { evidence, log }: { readonly evidence: Omit<Evidence, 'text'>; readonly log: LogReport },
  facts: LogFacts,
): NamedAnswer {
  const { name, from, here } = evidence;
  return { name, from, here, ...diagnoseLog(log, facts, evidence) };
}

/** The answer to all of several logs: that of the one that tells most leads. */
export function joinAnswers(logs: readonly NamedAnswer[]): LogDiagnosis | undefined {
  const [first] = [...logs].sort((a, b) => TELLING.indexOf(a.verdict) - TELLING.indexOf(b.verdict));
  if (first === undefined) return undefined;
  const { name: _name, from: _from, here: _here, ...answer } = first;
  return { ...answer, headline: headlineOf(first, logs), logs };
}

function headlineOf(first: NamedAnswer, logs: readonly NamedAnswer[]): string {
  if (logs.length === 1) return first.headline;
  const failed = logs.filter(({ verdict }) => verdict !== 'nothing-failed');
  const blamed = failed.filter(({ verdict }) => verdict === 'emulation');
  if (blamed.length === 0 || failed.length === 1) return `${first.name}: ${first.headline}`;
  const sure = blamed.filter(({ diagnoses }) => diagnoses[0]?.causes[0]?.supported === true).length;
  const how = sure === blamed.length ? '' : sure === 0 ? ', most likely' : `, ${sure} of them surely`;
  const come = blamed.length === 1 ? 'comes' : 'come';
  return `${blamed.length} of ${failed.length} failures ${come} from emulation${how}: ${listed(blamed.map(({ name }) => name))}.`;
}

/** What tells most comes first. */
export const TELLING: readonly LogVerdict[] = ['emulation', 'not-emulation', 'unknown', 'nothing-failed'];

/** All lines of it stand in steps that ended well, and another step failed: it explains nothing. */
function isPast(match: LogMatch, { failed }: LogReport): boolean {
  return failed !== undefined && endedWell(match);
}

function endedWell({ steps }: LogMatch): boolean {
  return steps.length > 0 && steps.every(({ state }) => state === 'done');
}

/** What a tool goes on after. */
const WARNING = /^(?:\w{1,12} )?\[?warn(?:ing)?\b|^W: |\blevel=warn/i;

/** It was a warning to whoever printed it, and another step failed. */
function isWarned({ evidence, steps }: LogMatch, { failed }: LogReport): boolean {
  const inside = steps.some(({ state }) => state === 'failed');
  return failed !== undefined && !inside && evidence.every(({ text }) => WARNING.test(text));
}

const RANKS = ['cause', 'symptom', 'echo'];
const STANDINGS: readonly LogVerdict[] = ['emulation', 'unknown', 'not-emulation'];

interface Ranked {
  readonly kind: Kind;
  readonly match: LogMatch;
  readonly view: View;
  readonly diagnosis: Diagnosis;
}

/** Lines between what fails and the last word of it; what stands further back is earlier noise. */
const REACH = 100;

/** Where no step is known to have failed, what the log ends with tells more than what it went on after. */
function isFarBack({ last }: LogMatch, { failed, errors }: LogReport): boolean {
  return failed === undefined && (errors.at(-1)?.line ?? 0) - last > REACH;
}

/** What is not there to be pushed, copied or run, for it was not built. */
const NOT_BUILT: readonly string[] = ['image-not-found', 'registry-unauthorized'];

/** It lies elsewhere, and an emulator failed later, or before, so that it is what came of that. */
function givesWay({ kind, match }: Ranked, blamed: readonly Ranked[], log: LogReport): boolean {
  if (kind.bearing !== 'elsewhere') return false;
  return (
    match.evidence.every(({ text }) => WARNING.test(text)) ||
    blamed.some(
      (other) =>
        (other.match.evidence[0] as LogLine).line > match.last ||
        (NOT_BUILT.includes(kind.id) && !isFarBack(other.match, log)),
    )
  );
}

/** Its cause is merely possible, and this host shows that of another failure, which the log alone does not. */
function isOutdone({ diagnosis: { causes } }: Ranked, blamed: readonly Ranked[]): boolean {
  return (
    !causes[0].supported && blamed.some(({ kind, view }) => kind.causes.some((one) => isShownHere(one, view)))
  );
}

function isShownHere({ finding, when }: Cause, view: View): boolean {
  return finding !== undefined && when?.(view) === true && when({ ...view, host: {} }) !== true;
}

/** Smaller goes first: what fails, what is proven here, what names the cause, what stands in the failed step, what bears on emulation. */
function weigh(one: Ranked, log: LogReport, blamed: readonly Ranked[]): readonly number[] {
  const { kind, match, diagnosis } = one;
  return [
    Number(kind.bearing === 'note'),
    Number(givesWay(one, blamed, log)),
    Number(isOutdone(one, blamed)),
    RANKS.indexOf(kind.rank ?? 'symptom'),
    Number(log.failed !== undefined && !match.steps.some(({ state }) => state === 'failed')),
    Number(isFarBack(match, log)),
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
function viewOf(told: LogReport, match: LogMatch, facts: LogFacts, origin: LogOrigin): View {
  const log = { ...told, machine: told.machine ?? origin.machine };
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

function diagnose(kind: Kind, view: View): Diagnosis {
  const { id, explains = [], sources = '' } = kind;
  const causes = rankCauses(kind, view);
  return {
    id,
    title: titleOf(kind, view),
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

function standingOf(
  { bearing = 'emulation', rank, doubtful }: Kind,
  view: View,
  first: RankedCause,
): Diagnosis['standing'] {
  const where = emulatedOrForeign(view);
  // That something failed, and not of what, proves nothing of a program that an emulator ran.
  if (bearing === 'elsewhere') {
    const open =
      rank === 'echo'
        ? where !== false
        : doubtful === true && (view.foreign ?? (where === true && view.platform === undefined));
    return open ? 'unknown' : 'not-emulation';
  }
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
      text: fillSentence(text, view),
      supported: support === true,
      elsewhere,
      remedy: fillSentence(remedy, view),
      commands: fillCommands(commands, view),
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
    if (log.running !== undefined) {
      const where = log.running.platform === undefined ? '' : ` for ${log.running.platform}`;
      return {
        verdict: 'unknown',
        headline: `Whether anything failed is not known: the log ends while a step${where} ran, and does not say how that ended.`,
        next: 'See whether the log was cut off; if the step stopped saying anything, run it natively, and set a time limit',
        lookAt: [],
      };
    }
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
  if (platform !== undefined && (foreign ?? archOf(platform) !== (machine ?? 'amd64'))) {
    const headline = `Whether this failure comes from emulation is not known: ${platform} plays a part here, so that an emulator may; what failed is no kind that this program knows.`;
    const next = `Look at the last errors of the log, and run the same step natively: on a runner for ${platform}, or in a stage FROM --platform=$BUILDPLATFORM`;
    return { verdict: 'unknown', headline, next, lookAt };
  }
  const others = log.platforms.map(({ platform: other }) => other);
  const seen = others.some((other) => archOf(other) !== (machine ?? 'amd64'))
    ? `the log names ${listed(others)}`
    : log.emulated
      ? 'an emulator speaks in the log'
      : 'the log names no other platform';
  const headline = `Whether this failure comes from emulation is not known: ${seen}, and what failed is no kind that this program knows.`;
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
