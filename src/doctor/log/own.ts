/** Tells what this program printed into a log: what it said of another failure is no evidence of this one. */

import { allKinds } from '../kinds/index.ts';

/** A finding or a problem, by its id; a registry that is asked again; a platform or a rule of a set-up. */
const LINE =
  /\bSB(?:\d{3}|-[A-Z]{3,12})\b|\basking \S{1,200} again in [\d.]{1,8} s \(\d of \d\)|; try \d of \d$|^[✓✗+] (?:linux\/|rule )/;
const LINE_WORDS = ['SB', ' again in ', '; try ', '✓', '✗', '+ '];

/** The first line of an answer to a log, and of what the checks found. */
const HEADLINE =
  /^(?:[^:]{1,120}: )?(?:This failure (?:most likely comes|comes|does not come) from emulation|Whether (?:this failure comes from emulation|anything failed) is not known|Nothing in this log failed\.$|The log is empty\.$|\d{1,4} of \d{1,4} failures comes? from emulation)|^Not healthy: \d{1,3} (?:error|warning)|^Healthy(?:, with \d|: linux\/)/;

/** Its further lines: indented, or about the host. */
const FURTHER =
  /^ {2}(?: {2})?[^\s=>#-]|^(?:On this host the checks found|What failed ran on other machines|Look at the (?:first error in|last errors of) the log|See whether )/;

/** What stands between the answer and what else is known, and what that ends with. */
const RULE = /^─{40}$/;
const TALLY = /^\d{1,3} checks found nothing, \d{1,3} found something/;
const MOST_LINES = 400;

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

/** Begins to look; says of each line, without its frame and in order, whether this program printed it. */
export function openOwn(): (line: string) => boolean {
  sentences ??= ownSentences();
  const { titles, begins, within } = sentences;
  /** In an answer, or below its rule, and for how many lines at most. */
  let answer = false;
  let left = 0;

  const isSentence = (line: string): boolean => {
    const text = line.replace(MARK, '').replace(MARK, '');
    return begins.has(text.slice(0, BEGIN)) || within.some((part) => text.includes(part));
  };
  return (line) => {
    if (left > 0) {
      left = TALLY.test(line) ? 0 : left - 1;
      return true;
    }
    if (answer && RULE.test(line)) {
      left = MOST_LINES;
      answer = false;
      return true;
    }
    const begun = (LINE_WORDS.some((word) => line.includes(word)) && LINE.test(line)) || HEADLINE.test(line);
    answer = begun || (answer && (FURTHER.test(line) || titles.has(line)));
    return answer || isSentence(line);
  };
}
