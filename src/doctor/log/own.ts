/** Tells what this program printed into a log: what it said of another failure is no evidence of this one. */

import { allKinds } from '../kinds/index.ts';

/** A finding or a problem, by its id; a registry that is asked again; a platform or a rule of a set-up. */
const LINE =
  /\bSB(?:\d{3}|-[A-Z]{3,12})\b|\basking \S{1,200} again in [\d.]{1,8} s \(\d of \d\)|; try \d of \d$|^[✓✗+] (?:linux\/|rule )/;
const LINE_WORDS = ['SB', ' again in ', '; try ', '✓', '✗', '+ '];

/** The first line of an answer to a log, and of what the checks found. */
const HEADLINE =
  /^(?:[^:]{1,120}: )?(?:This failure (?:most likely comes|comes|does not come) from emulation|Whether (?:this failure comes from emulation|anything failed) is not known|Nothing in this log failed\.$|The log is empty\.$|\d{1,4} of \d{1,4} failures comes? from emulation)|^Not healthy: \d{1,3} (?:error|warning)|^Healthy(?:, with \d|: linux\/)|^Nothing is set up yet: /;

/** Its further lines: indented, or about the host. */
const FURTHER =
  /^ {2}(?: {2})?[^\s=>#-]|^(?:On this host the checks found|What failed ran on other machines|Look at the (?:first error in|last errors of) the log|See whether )/;

/** What stands between the answer and what else is known, and what that ends with. */
const RULE = /^─{40}$/;
const TALLY = /^\d{1,3} checks found nothing, \d{1,3} found something/;
const MOST_LINES = 400;

/** Lines of one answer above the rule. */
const MOST_FURTHER = 100;

/** What tells of a step of a build or a job, or how one ended: this program prints none of it. */
const STEP =
  /^(?:#\d{1,6} |\s{0,4}=?> (?:[A-Z]+ )?\[|-{6,}$|(?:Step|STEP) \d|Run \S|The command '|Error: |ERROR: |error building|Process completed)|did not complete successfully|executor failed running|returned a non-zero code|\bexit(?:ed)?(?: with)? (?:code|status):? [1-9]/;

/** How GitHub, Azure and their tools mark an error. */
export const ERROR_MARK = /##\[error\]|::error[ :]/;

/** What stands before a cause, and marks an annotation. */
const MARK = /^##\[(?:error|warning)\]|^ {0,2}(?:Possible|Cause(?: \(SB\d{3}\))?): /;
/** Letters of a sentence by which it is known. */
const BEGIN = 24;
const MIDDLE = 40;

interface Sentences {
  readonly titles: ReadonlySet<string>;
  /** How causes begin. */
  readonly begins: ReadonlySet<string>;
  /** What those have within that begin with a word that is filled in. */
  readonly within: readonly string[];
}

/** Made for the first log, as the index of signs is. */
let sentences: Sentences | undefined;

function ownSentences(): Sentences {
  const causes = allKinds().flatMap((kind) => kind.causes);
  const isFixed = (text: string): boolean => !text.slice(0, BEGIN).includes('{');
  return {
    titles: new Set(allKinds().map(({ title }) => title)),
    begins: new Set(
      causes
        .map(({ text, remedy }) => `${text}. ${remedy}`)
        .filter(isFixed)
        .map((text) => text.slice(0, BEGIN)),
    ),
    within: causes
      .map(({ text }) => text)
      .filter((text) => !isFixed(text))
      .map((text) =>
        text
          .split(/\{\w+\}/)
          .reduce((a, b) => (b.length > a.length ? b : a))
          .slice(0, MIDDLE),
      ),
  };
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

/**
 * Hands on, in order, what this program did not print. What stands below its rule is left out where its tally ends it, and no
 * step of another program is told of among it: two lines that somebody else has printed hide nothing.
 */
export function openOwn(give: (line: RawLine) => void): OwnReading {
  sentences ??= ownSentences();
  const { titles, begins, within } = sentences;
  /** How many lines of an answer may still come, and those below its rule, until it is known whose they are. */
  let left = 0;
  let held: RawLine[] | undefined;
  let own = 0;

  const isSentence = (line: string): boolean => {
    const text = line.replace(MARK, '').replace(MARK, '');
    return begins.has(text.slice(0, BEGIN)) || within.some((part) => text.includes(part));
  };
  const isOwn = (line: string): boolean => {
    const begun = (LINE_WORDS.some((word) => line.includes(word)) && LINE.test(line)) || HEADLINE.test(line);
    if (begun) left = MOST_FURTHER;
    else left = left > 0 && (FURTHER.test(line) || titles.has(line)) ? left - 1 : 0;
    return begun || left > 0 || isSentence(line);
  };
  const judge = (line: RawLine): void => {
    if (isOwn(line.raw.trimEnd())) own += 1;
    else give(line);
  };
  /** Each by itself, now; a rule among them begins nothing, so that no line is looked at a third time. */
  const release = (): void => {
    const lines = held ?? [];
    held = undefined;
    lines.forEach(judge);
  };

  return {
    take: (line) => {
      const text = line.raw.trimEnd();
      if (held === undefined) {
        if (left > 0 && RULE.test(text)) held = [line];
        else judge(line);
        return;
      }
      held.push(line);
      if (TALLY.test(text)) {
        own += held.length;
        [held, left] = [undefined, 0];
      } else if (held.length > MOST_LINES || STEP.test(line.whole) || ERROR_MARK.test(line.raw)) release();
    },
    end: () => {
      release();
      return own;
    },
  };
}
