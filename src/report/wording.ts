/** What is said in the words of the place where it is read: inputs in a workflow, options on a terminal. */

import type { LogAnswer } from '../doctor/log/diagnose.ts';
import { sentenceFor } from '../doctor/remedies.ts';
import { OPTIONS, type Option, SWITCH } from '../inputs/options.ts';
import { PROGRAM } from '../text/text.ts';
import type { HostlessReport } from './report.ts';

type Say = (text: string) => string;

/**
 * How a place says what is written everywhere with `the input NAME`, `set NAME: VALUE`, `this step` and the command of the
 * documentation.
 */
export interface Words {
  /** Sentences about this run. */
  readonly sentence: Say;
  /** Causes of what a log shows, in which a step is one of the build's. */
  readonly cause: Say;
  /** Commands to copy. */
  readonly command: Say;
}

/** Those of a workflow, for which commands are lines of it already. */
export const WORKFLOW_WORDS: Words = { sentence: sentenceFor, cause: sentenceFor, command: String };

/** The longer names first: `cache-image` is not `cache`. */
const NAMES = OPTIONS.filter(({ fallback }) => fallback !== undefined)
  .map(({ name }) => name)
  .sort((a, b) => b.length - a.length)
  .join('|');
const THE_INPUT = new RegExp(`the input (${NAMES})(?![\\w-])`, 'g');
const SETTING = `(${NAMES}): (\\S+?)(?=[.,;)]?(?:\\s|$))`;
const SETTINGS = new RegExp(`\\b([Ss]et|[Ww]rite) (${SETTING}(?: and ${SETTING})*)`, 'g');

/** Those of a terminal on which `program` is the command that starts this program. */
export function terminalWords(program: string): Words {
  const command: Say = (text) => text.replaceAll(PROGRAM, program);
  const cause: Say = (text) =>
    command(text)
      .replace(SETTINGS, (_, verb: string, settings: string) => asOptions(settings, /^[A-Z]/.test(verb)))
      .replace(THE_INPUT, '--$1')
      .replaceAll('docs/platforms.md', `${program} platforms`);
  const sentence: Say = (text) =>
    cause(text)
      .replaceAll('the inputs', 'the arguments')
      .replace(/\bthis step\b/g, 'this command');
  return { sentence, cause, command };
}

/** `give --persist and --on-conflict replace`; `leave --no-autoload out` for what is so by itself. */
function asOptions(settings: string, begins: boolean): string {
  let verb = 'give';
  const options = settings.replace(new RegExp(SETTING, 'g'), (_, name: string, value: string) => {
    const { kind, fallback } = OPTIONS.find((option) => option.name === name) as Option;
    if (kind !== SWITCH) return `--${name} ${value}`;
    if (value === fallback) verb = 'leave out';
    return fallback === 'true' ? `--no-${name}` : `--${name}`;
  });
  return `${begins ? verb.replace(/^./, (letter) => letter.toUpperCase()) : verb} ${options}`;
}

/** What gives advice: a finding, a cause. */
interface Advice {
  readonly remedy: string;
  readonly commands: readonly string[];
}

/** The report in the words of a place. What was seen of others, such as the lines of a log, stays as it is. */
export function reword<R extends HostlessReport>(report: R, { sentence, cause, command }: Words): R {
  const advise = <A extends Advice>(advice: A, say: Say): A => ({
    ...advice,
    remedy: say(advice.remedy),
    commands: advice.commands.map(command),
  });
  const answer = <A extends LogAnswer>(one: A): A => ({
    ...one,
    next: cause(one.next),
    diagnoses: one.diagnoses.map((each) => ({
      ...each,
      causes: each.causes.map((ranked) => advise(ranked, cause)),
    })),
  });
  const { findings, platforms, planned, checks, diagnosis, network, notes, problem } = report;
  const explain = <T extends { readonly reason?: string }>(one: T): T =>
    one.reason === undefined ? one : { ...one, reason: sentence(one.reason) };
  const tell = <T extends { readonly message: string }>(one: T): T => ({
    ...one,
    message: sentence(one.message),
  });
  return {
    ...report,
    findings: findings.map((one) => ({ ...advise(one, sentence), evidence: sentence(one.evidence) })),
    platforms: platforms.map(explain),
    planned: planned && { ...planned, stop: planned.stop && tell(planned.stop) },
    checks: checks?.map(explain),
    diagnosis: diagnosis && { ...answer(diagnosis), logs: diagnosis.logs.map(answer) },
    network: network?.map((place) => ({ ...place, remedy: place.remedy && sentence(place.remedy) })),
    notes: notes.map(sentence),
    problem: problem && tell(problem),
  };
}
