/** "Did you mean": the nearest of some known words. */

/** Longer words are not misspelt names, and comparing them costs time. */
const LONGEST = 40;

/** A slip of two fingers is likelier than a wrong letter. */
const SWAP = 0.75;

/**
 * The known word with the fewest edits (insert, delete, replace, swap two neighbours) away from `word`, the
 * first of several; `undefined` when more than a third of the word would have to change.
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: { readonly word: string; readonly edits: number } | undefined;
  for (const candidate of known) {
    if (candidate === word) return word;
    const allowed = Math.floor(Math.max(word.length, candidate.length) / 3);
    // Each letter too many is an edit: most candidates need no comparing.
    if (Math.abs(word.length - candidate.length) > allowed) continue;
    const edits = editsBetween(word, candidate);
    if (edits <= allowed && (best === undefined || edits < best.edits)) best = { word: candidate, edits };
  }
  return best?.word;
}

/** The optimal string alignment distance of two words. */
function editsBetween(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + SWAP : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] as number;
}
