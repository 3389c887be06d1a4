/** Tells what this program printed into a log: what it said of another failure is no evidence of this one. */

import { escaped } from '../../text/redact.ts';
import { allKinds } from '../kinds/index.ts';
import { bodyOf } from './lines.ts';

/**
 * Lines that are this program's by their own form, each whole: a finding or a problem, which begins with its id; a registry
 * that is asked again; a platform or a rule of a set-up; what it says of its own reading.
 */
const LINE =
  /^ {0,2}(?:SB(?:\d{3}|-[A-Z]{3,12}) \S|asking \S{1,200} again in [\d.]{1,8} s \(\d of \d\)|\S{1,200}: .{1,200}; try \d of \d$)|^[✓✗+] (?:linux\/[\w/]{2,20} {2,}|rule .{1,100} {2})\S|^(?:also \(doctor and --json say more\)|Setup would stop here): SB|^On this host the checks found (?:nothing wrong|\d)|^lines that this program itself printed were left out: |^the log of .{1,300} cannot be read: |^no (?:file matches .{1,4000}: no log was read by that name|logs of jobs were read: )|^the engine's record of builds was not read: |^(?:asked|registry|mirror|proxy) {2,}\S.* {2,}(?:ms|\d+)$/;
/** What each of them begins with, behind spaces. */
const LINE_BEGIN =
  /^ {0,2}(?:SB[\d-]|asking |\S{1,200}: |[✓✗+] |also |Setup |On this |lines |the (?:log|engine)|no |asked|registry|mirror|proxy)/;

/** The same as the runner is told of it. */
const COMMAND = /^(?:\S{1,40} )?::(?:error|warning|notice) title=SB(?:\d{3}|-[A-Z]{3,12})\b/;

/** The first line of an answer to a log, and of what the checks found. */
const HEADLINE =
  /^(?:[^:]{1,120}: )?(?:This failure (?:most likely comes|comes|does not come) from emulation|Whether (?:this failure comes from emulation|anything failed) is not known|Nothing in this log failed\.$|The log is empty\.$|\d{1,4} of \d{1,4} failures comes? from emulation)|^Not healthy: \d{1,3} (?:error|warning)|^Healthy(?:, with \d|: linux\/)|^Nothing is set up yet: /;

/** What it quotes below that, and what it says of it. */
const QUOTED =
  /^ {2}(?:line \d{1,9}: |The step that failed: |(?:Cause|Possible)\b|(?:https:\/\/\S{1,300}\/)?docs\/[\w.-]{1,60}\.md#[\w-]{1,80}$)|^See whether this is the log of the step that failed\.?$/;

/** Its further lines: indented, or about the host. */
const FURTHER =
  /^ {2}(?: {2})?[^\s=>#-]|^(?:What failed ran on other machines|Look at the (?:first error in|last errors of) the log|See whether )/;

/** What stands between the answer and what else is known, and what that ends with. */
const RULE = /^─{40}$/;
const TALLY = /^\d{1,3} checks found nothing, \d{1,3} found something/;
const MOST_LINES = 400;

/** Lines of one answer above the rule. */
const MOST_FURTHER = 100;

/** What tells of a step of a build or a job, or how one ended: this program prints none of it. */
const STEP =
  /^(?:#\d{1,6} |\s{0,4}=?> (?:[A-Z]+ )?\[|-{6,}$|(?:Step|STEP) \d|Run \S|The command '|Error: |ERROR: |error building|Process completed)|did not complete successfully|executor failed running|returned a non-zero code|\bexit(?:ed)?(?: with)? (?:code|status):? [1-9]|\*{3} .{0,300}\bError \d|^\s*(?:\S{1,60}: )?(?:error|fatal|panic|Error response from daemon)\b ?:/i;

/** How GitHub, Azure and their tools mark an error. */
export const ERROR_MARK = /##\[error\]|::error[ :]/;

/** What stands before a cause, and marks an annotation. */
const MARK =
  /^##\[(?:error|warning)\]|^ {0,2}(?:Possible|Cause)(?:, if that does not mend it)?(?: \(SB\d{3}\))?: /;
/** Letters of a sentence by which it is known. */
const BEGIN = 24;
const MIDDLE = 40;

interface Sentences {
  readonly titles: ReadonlySet<string>;
  /** How causes and remedies begin. */
  readonly begins: ReadonlySet<string>;
  /** Those that begin with a word that is filled in: a part of each, and the whole beginning. */
  readonly filled: readonly { readonly part: string; readonly whole: RegExp }[];
}

/** Made for the first log, as the index of signs is. */
let sentences: Sentences | undefined;

function ownSentences(): Sentences {
  const causes = allKinds().flatMap((kind) => kind.causes);
  const texts = causes.flatMap(({ text, remedy }) => [`${text}. ${remedy}`, text, remedy]);
  const isFixed = (text: string): boolean => !text.slice(0, BEGIN).includes('{');
  return {
    titles: new Set(allKinds().flatMap(({ title, titles = [] }) => [title, ...titles])),
    begins: new Set(texts.filter(isFixed).map((text) => text.slice(0, BEGIN))),
    filled: texts.filter((text) => !isFixed(text)).map(filledIn),
  };
}

/** What a place in a sentence is filled with: a word, or a list of them. */
const FILLED = '(?:(?:its|the|an?|this|that) )?\\S{1,200}(?:(?:,| and) \\S{1,200}){0,8}';

function filledIn(text: string): Sentences['filled'][number] {
  const pieces = text.split(/\{\w+\}/).slice(0, 3);
  const part = pieces.reduce((a, b) => (b.length > a.length ? b : a)).slice(0, MIDDLE);
  const end = pieces.findIndex((piece) => piece.includes(part));
  const written = [...pieces.slice(0, end), part].map(escaped);
  return { part, whole: new RegExp(`^${written.join(FILLED)}`) };
}

/** A line of a log, whole and without its decoration. */
export interface RawLine {
  /** Without its frame. */
  readonly raw: string;
  /** As the program printed it. */
  readonly whole: string;
  readonly number: number;
}

/** Lines that go on to whoever reads them. */
export interface OwnReading {
  readonly take: (line: RawLine) => void;
  /** Ends the log; gives the number of lines that were left out. */
  readonly end: () => number;
}

/** What the kinds see in a line. */
export interface LineSigns {
  /** A sign of a kind matches it. */
  readonly bears: (line: RawLine) => boolean;
  /** It speaks of an error, whatever that is. */
  readonly fails: (line: RawLine) => boolean;
}

/**
 * Hands on, in order, what this program did not print. A line that bears a sign, or tells of a step of another program, is
 * left out where it is this program's by its own form alone, whatever stands around it; others also where they stand in
 * an answer, or between its rule and its tally.
 */
export function openOwn(give: (line: RawLine) => void, signs: LineSigns): OwnReading {
  sentences ??= ownSentences();
  const { titles, begins, filled } = sentences;
  /** How many lines of an answer may still come, and those below its rule, until it is known whose they are. */
  let left = 0;
  let held: RawLine[] | undefined;
  /** A title that bears a sign: the next line tells whose it is. */
  let title: RawLine | undefined;
  let own = 0;

  const isSentence = (line: string): boolean => {
    const text = line.replace(MARK, '').replace(MARK, '').replace(/^ {2}/, '');
    return (
      begins.has(text.slice(0, BEGIN)) ||
      filled.some(({ part, whole }) => text.includes(part) && whole.test(text))
    );
  };
  const isFormed = (text: string, raw: string): boolean =>
    (LINE_BEGIN.test(text) && LINE.test(text)) || HEADLINE.test(text) || COMMAND.test(raw);
  const isForeign = (line: RawLine): boolean =>
    STEP.test(line.whole) || ERROR_MARK.test(line.raw) || signs.bears(line);
  const whose = (line: RawLine): 'own' | 'title' | 'other' => {
    const text = bodyOf(line.whole);
    if (isFormed(text, line.raw)) {
      left = MOST_FURTHER;
      return 'own';
    }
    const titled = titles.has(text);
    const within = left > 1 && (titled || FURTHER.test(text));
    left = within ? left - 1 : 0;
    if (isSentence(text) || (within && QUOTED.test(text))) return 'own';
    if (!within) return 'other';
    return isForeign(line) ? (titled ? 'title' : 'other') : 'own';
  };
  /** Says whose the title was, now that the next line is there. */
  const settle = (next = ''): void => {
    if (title === undefined) return;
    if (QUOTED.test(next)) own += 1;
    else {
      give(title);
      left = 0;
    }
    title = undefined;
  };
  const judge = (line: RawLine): void => {
    settle(bodyOf(line.whole));
    const answer = whose(line);
    if (answer === 'own') own += 1;
    else if (answer === 'title') title = line;
    else give(line);
  };
  /** Each by itself, now; a rule among them begins nothing, so that no line is looked at a third time. */
  const release = (): void => {
    const lines = held ?? [];
    held = undefined;
    lines.forEach(judge);
  };
  const mayBeOwn = (line: RawLine): boolean =>
    isFormed(bodyOf(line.whole), line.raw) || !(isForeign(line) || signs.fails(line));

  return {
    take: (line) => {
      const text = bodyOf(line.whole);
      if (held === undefined) {
        if (left > 0 && RULE.test(text)) {
          settle();
          held = [line];
        } else judge(line);
        return;
      }
      held.push(line);
      if (TALLY.test(text)) {
        own += held.length;
        [held, left] = [undefined, 0];
      } else if (held.length > MOST_LINES || !mayBeOwn(line)) release();
    },
    end: () => {
      release();
      settle();
      return own;
    },
  };
}
