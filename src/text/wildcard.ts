/** Patterns as shells have them for names: `*` stands for any number of characters, and `?` for one. */

/** True for a text that a pattern may stand for, and not just for itself. */
export function hasWildcards(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * True when the pattern stands for the whole name. What a `*` stands for is made longer where the rest does not fit, and
 * only by the last one met: so no more is compared than the pattern's length times the name's, however many there are.
 */
export function matchesWildcards(pattern: string, name: string): boolean {
  let at = 0;
  let here = 0;
  /** Behind the last `*`, and where what it stands for ends. */
  let star: number | undefined;
  let end = 0;
  while (here < name.length) {
    const letter = pattern[at];
    if (letter === '*') {
      at += 1;
      star = at;
      end = here;
    } else if (letter === '?' || letter === name[here]) {
      at += 1;
      here += 1;
    } else if (star !== undefined) {
      at = star;
      end += 1;
      here = end;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
