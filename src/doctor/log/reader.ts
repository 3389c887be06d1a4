/**
 * Reads a build's log, of any size and however it was decorated, and notes which kinds of failure it shows. Keeps
 * counts and the first lines of evidence only, so that memory does not grow with the log.
 */

import { hideSecrets } from '../../text/redact.ts';
import { printable } from '../../text/text.ts';
import { ENGINE_CLUES, openImages } from '../kinds/engines.ts';
import { allKinds } from '../kinds/index.ts';
import type { Sign } from '../kinds/kind.ts';
import { openFrame } from './frame.ts';
import { bodyOf, isMember, openLines, undecorated } from './lines.ts';
import type { LogLine, LogReport, Step } from './model.ts';
import { ERROR_MARK, openOwn, type RawLine } from './own.ts';
import { openPlaces } from './places.ts';
import { openSteps } from './steps.ts';
import { findWords } from './words.ts';

/** Lines of evidence that are kept for one kind. */
export const EVIDENCE_LIMIT = 3;

/** Lines that are counted for one kind. */
export const COUNT_LIMIT = 1000;

/** Lines of which the lines around are asked what they are about; a log with more of them says the same again. */
const ASK_LIMIT = 5000;

/** Steps that are kept for one kind. */
const STEPS_KEPT = 4;

/** How many lines before may tell what a line is about. */
const NEARNESS = 12;

/** Lines that speak of an error, of which the last are kept. */
const ERROR_LINES = 3;

/** Lines of the end that are kept to look for them. */
const LAST_LINES = 200;

/** What a package manager is to install says nothing of what runs. */
const INSTALLS =
  /\b(?:apt(?:-get)?|apk|yum|dnf|microdnf|tdnf|zypper|pacman)(?: -\S{1,40}){0,6} (?:install|add|-S\w{0,4})\b[^&;|\n]{0,2000}/g;

/** A log that is being read. */
export interface LogReading {
  /** Takes the next piece, cut anywhere: text, or bytes of UTF-8. */
  feed(piece: string | Uint8Array): void;
  /** Ends the log and says what it showed. */
  report(): LogReport;
}

interface Seen {
  count: number;
  last: number;
  program: string | undefined;
  readonly near: string | undefined;
  readonly image: string | undefined;
  readonly steps: Set<Step>;
  readonly evidence: LogLine[];
}

/** What is kept of a line that shows a kind; made once, whatever number of kinds it shows. */
interface Shown {
  readonly text: string;
  readonly program: string | undefined;
}

interface SignIndex {
  /** Finds the literal texts that signs begin with, each by its number. */
  readonly textsIn: (line: string) => readonly number[];
  /** The signs of each of these texts. */
  readonly signsOf: readonly (readonly { readonly id: string; readonly sign: Sign }[])[];
}

/** Made for the first log: it takes longer than all other steps of the start, and most runs read no log. */
let index: SignIndex | undefined;

function indexSigns(): SignIndex {
  const signs = new Map<string, SignIndex['signsOf'][number]>();
  for (const { id, signs: own } of allKinds()) {
    for (const sign of own) signs.set(sign.has, [...(signs.get(sign.has) ?? []), { id, sign }]);
  }
  return { textsIn: findWords([...signs.keys()]), signsOf: [...signs.values()] };
}

/** What quoting adds. */
const QUOTES = /^`(?=[\w#])|`$/g;

const FAILURE =
  /^(?:E|ERR|ERROR|FATAL|FAIL):? |\bERR!|\b(?:error|errors|fatal|fail(?:ed|ure|s)?|panic|cannot|can't|denied|abort(?:ed)?|killed|cancell?ed|exception|refused|not found|not available|unavailable|does not exist|no such|no space left|too many|unknown|isn't supported|didn't match|quota|could not|unsupported|not supported|invalid|missing|exit(?:ed)? (?:code|status|with)|unable|crash(?:ed)?|timed out|timeout|errored|not allowed|terminated|trap|fault|unsatisfiable|no solution|only supported on|not permitted|not implemented|no permissions?|illegal|assertion (?:at|failed)|core dumped|does not have|problem|expired|mismatch(?:ed)?|broken|corrupt(?:ed)?|not yet valid|does not contain|must support|segfault|conflict|enoexec|unauthori[sz]ed|unauthenticated|forbidden|not authori[sz]ed|insufficient|prevents|wrong (?:architecture|platform)|(?:don't|doesn't|do not|does not) match|ran longer|[a-z]{3,40}(?:error|exception)(?!-)|sig(?:segv|ill|bus|abrt|trap))\b|\bcurl: \(\d/i;
/** How a tool refuses in words; elsewhere than at a log's end it is advice. */
const REFUSAL =
  /^(?!.{0,20}(?:warn|notice|info|hint)).*(?:\bonly\b.{1,80}\b(?:is|are) supported\b|\brequires?\b.{1,80}\b(?:packages?|installed|hosts?|versions?|kernel|root|privileges?|at least|or (?:newer|later))\b|\b(?:is|are) required\b|\b(?:must|needs? to) be\b|\bplease (?:install|enable|upgrade|update|use|set|run)\b|\brefus(?:es|ing)\b|\baborting\b|\bgiving up\b|\b(?:does|do|did) not (?:work|run|start|support)\b|\bgot signal\b)/i;
/** What stands in the last lines of what went well. */
const ENDED_WELL = /\b(?:done|success(?:ful(?:ly)?)?|finished|completed?)\b/i;
/** Lines of the end in which it may. */
const END_LINES = 8;
/** The label of a step: its command may hold any word. */
const COMMAND =
  /^(?:(?:\S{1,60} ){0,3}?\[(?:[\w/>.-]{1,80} ){0,2} {0,3}\d{1,4}\/\d{1,4}\] |(?:Step|STEP) \d{1,4}(?:\/\d{1,4})? ?: )/;
/** A command that asks how the one before it ended, and the answer. */
const ASKS_STATUS =
  /\.ExitCode ?\}\}\S?(?: [\w.-]{1,80})?$|\becho\b.{0,60}(?:\$\?|\$\{?PIPESTATUS|%ERRORLEVEL%|\$LASTEXITCODE|\$status)\S{0,6}$/i;
const STATUS = /^\D{0,30}\b([1-9]\d{0,2})$/;
/** Lines that say that there was none. */
const NO_FAILURE =
  /\b0 (?:errors?|fail(?:ed|ures?))\b|\bno errors?\b|fail-fast|continue-on-error|error[-_]?(?:log|page|handl)|unable to reserve cache|cache not found for|no files were found with the|\blevel=(?:info|debug)\b/i;

/** Begins to read a log. */
export function openLog(): LogReading {
  index ??= indexSigns();
  const { textsIn, signsOf } = index;
  const seen = new Map<string, Seen>();
  const steps = openSteps();
  const places = openPlaces();
  const images = openImages();
  const recent: string[] = [];
  /** Lines so far of which the lines around were asked. */
  let asked = 0;
  /** The end of the log, in which a failure says so, or is marked as one. */
  const last: Ending[number][] = [];

  /** Without the lines around, what is about them counts, whatever they are. */
  const fits = (sign: Sign, line: string, around?: () => string): boolean =>
    (sign.and === undefined || sign.and.test(line)) &&
    (sign.not === undefined || !sign.not.test(line)) &&
    (sign.about === undefined || around === undefined || (asked < ASK_LIMIT && sign.about.test(around())));

  const note = (id: string, shown: () => Shown, number: number, step: Step | undefined): void => {
    const entry = seen.get(id) ?? {
      ...{ count: 0, last: 0, program: undefined, near: places.near(), image: images.named() },
      ...{ steps: new Set(), evidence: [] },
    };
    seen.set(id, entry);
    entry.count += 1;
    entry.last = number;
    if (step !== undefined && entry.steps.size < STEPS_KEPT) entry.steps.add(step);
    if (entry.evidence.length >= EVIDENCE_LIMIT) return;
    const { text, program } = shown();
    entry.program ??= program;
    // BuildKit says what a failed step said once more at the end.
    if (!entry.evidence.some((one) => one.text === text)) entry.evidence.push({ line: number, text });
  };

  const add = ({ raw, whole, number }: RawLine): void => {
    const step = steps.stepOf(whole);
    if (step?.platform !== undefined && step.command !== '') places.step(step.platform);
    const unquoted = whole.includes('`') ? whole.replace(QUOTES, '') : whole;
    const line = bodyOf(unquoted);
    places.look(line);
    images.look(line);
    const status = ASKS_STATUS.test(recent.at(-1) ?? '') ? STATUS.exec(line)?.[1] : undefined;
    const said = status === undefined ? line : `exit code: ${status}`;
    const hits = isMember(line) ? [] : textsIn(said);
    if (hits.length > 0) {
      let text: string | undefined;
      const around = (): string => {
        if (text === undefined) asked += 1;
        text ??= [step?.command, ...recent, said].join('\n').replace(INSTALLS, '');
        return text;
      };
      const found = new Set<string>();
      for (const hit of hits) {
        for (const { id, sign } of signsOf[hit] as SignIndex['signsOf'][0]) {
          const known = found.has(id) || (seen.get(id)?.count ?? 0) >= COUNT_LIMIT;
          if (!known && fits(sign, said, around)) found.add(id);
        }
      }
      let shown: Shown | undefined;
      const show = (): Shown => {
        shown ??= { text: printable(hideSecrets(line), 240), program: programOf(line) };
        return shown;
      };
      for (const id of found) note(id, show, number, step);
    }
    recent.push(line);
    if (recent.length > NEARNESS) recent.shift();
    last.push({ line: number, text: line, said, marked: ERROR_MARK.test(raw) });
    if (last.length > 2 * LAST_LINES) last.splice(0, LAST_LINES);
  };
  const bears = ({ whole }: RawLine): boolean => {
    const line = bodyOf(whole);
    return (
      !isMember(line) &&
      textsIn(line).some((hit) =>
        // Which engine wrote the log is no failure: answers are full of its commands.
        (signsOf[hit] as SignIndex['signsOf'][0]).some(
          ({ id, sign }) => !ENGINE_CLUES.has(id) && fits(sign, line),
        ),
      )
    );
  };
  const fails = ({ whole }: RawLine): boolean => FAILURE.test(whole) && !NO_FAILURE.test(whole);
  const own = openOwn(add, { bears, fails });
  const frame = openFrame((raw, number) => {
    const whole = undecorated(raw);
    if (whole !== '') own.take({ raw, whole, number });
  });
  const lines = openLines(frame.take);

  return {
    feed: lines.feed,
    report: () => {
      const count = lines.end();
      frame.end();
      const left = own.end();
      const failed = steps.failed();
      const running = steps.running();
      const at = failed ?? running;
      if (at?.platform !== undefined) places.label(at.platform);
      return {
        ...places.report(),
        lines: count,
        own: left,
        failed,
        running,
        stage: steps.stage(),
        buildkit: steps.buildkit(),
        errors: errorsOf(last)
          .slice(-ERROR_LINES)
          .map(({ line, text }) => ({ line, text: printable(hideSecrets(text), 240) })),
        matches: [...seen].map(([id, match]) => ({
          id,
          count: match.count,
          last: match.last,
          program: match.program,
          near: match.near,
          image: match.image,
          steps: [...match.steps],
          evidence: match.evidence,
        })),
      };
    },
  };
}

type Ending = readonly (LogLine & { readonly said: string; readonly marked: boolean })[];

/** The lines that speak of an error; where none does, what refuses in words at the very end. */
function errorsOf(ending: Ending): Ending {
  const errors = ending.filter(
    ({ said, marked }) => (marked || (FAILURE.test(said) && !COMMAND.test(said))) && !NO_FAILURE.test(said),
  );
  if (errors.length > 0 || ending.slice(-3).some(({ said }) => ENDED_WELL.test(said))) return errors;
  return ending.slice(-END_LINES).filter(({ said }) => REFUSAL.test(said));
}

/** How tools name the program that did not start; the first that matches. */
const PROGRAMS: readonly RegExp[] = [
  // The program that a shell names, and not the shell.
  /^(?:npm \S{1,6} )?-?(?:\S{0,60}\/)?(?:ba|da|a|z|k)?sh: (?:(?:line )?\d{1,4}: )?([^\s:'"]{1,200}): /,
  /chroot: failed to run command [`'"‘]?([^`'"’\s]{1,200})/,
  /(?<![\w])(?:exec|execv\w{0,3}\(?\)?|spawning|fork\/exec|executing|spawn(?:Sync)?|cannot run program|could not execute process|exec container process|starting container process caused: exec:)(?![a-z]) ?:? ?[`'"‘]?(\/?[\w@.+~/-]{1,200})(?=[`'"’:,)\s])/i,
  /(?:^|[\s:])(\/?[\w@.+~/-]{1,200}): cannot execute/,
  /(?:^|[\s:'"‘`])((?:\.{0,2}\/)[\w@.+~/-]{1,200})['"’`]?: (?:line \d{1,4}: )?(?:exec format error|\d{1,3}: )/i,
  /exec format error(?: \(os error 8\))?(?:: | - )[`'"]?([\w@.+~/-]{1,200})/i,
];

/** Words that stand where a program's name could, and are none. */
const NO_PROGRAM = /^(?:user|container|format|error|process|caused|failed|command|line|fork|exec)$/i;

function programOf(line: string): string | undefined {
  for (const pattern of PROGRAMS) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined && !NO_PROGRAM.test(found)) return printable(hideSecrets(found), 120);
  }
  return undefined;
}
