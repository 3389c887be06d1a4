/** Finds which of many words a text holds, in any case of its letters, in one pass (Aho and Corasick, 1975). */

/** Characters that words may be made of: ASCII. */
const LETTERS = 128;

const CAPITALS = 65;
const SMALL = 97;
const ALPHABET = 26;

/** Makes a search for words of lower-case ASCII. It gives the places in the list of those that a text holds, each once. */
export function findWords(words: readonly string[]): (text: string) => readonly number[] {
  const most = words.reduce((sum, { length }) => sum + length, 1);
  const next = new Uint16Array(most * LETTERS);
  /** The words that end in each state, by their place in the list. */
  const ends: number[][] = [[]];
  words.forEach((word, index) => {
    let state = 0;
    for (let at = 0; at < word.length; at += 1) {
      const edge = state * LETTERS + word.charCodeAt(at);
      if (next[edge] === 0) next[edge] = ends.push([]) - 1;
      state = next[edge] as number;
    }
    (ends[state] as number[]).push(index);
  });
  follow(next, ends);
  for (let state = 0; state < ends.length * LETTERS; state += LETTERS) {
    next.copyWithin(state + CAPITALS, state + SMALL, state + SMALL + ALPHABET);
  }

  return (text) => {
    let found: number[] | undefined;
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      state = code < LETTERS ? (next[state * LETTERS + code] as number) : 0;
      const ended = ends[state] as number[];
      if (ended.length === 0) continue;
      found ??= [];
      for (const index of ended) if (!found.includes(index)) found.push(index);
    }
    return found ?? NONE;
  };
}

const NONE: readonly number[] = [];

/** Adds, to each state, the way on where no word goes on: to the longest end of what was read that begins a word. */
function follow(next: Uint16Array, ends: number[][]): void {
  const fail = new Uint16Array(ends.length);
  const queue = [0];
  for (const state of queue) {
    const back = (fail[state] as number) * LETTERS;
    for (let code = 0; code < LETTERS; code += 1) {
      const edge = state * LETTERS + code;
      const child = next[edge] as number;
      const other = state === 0 ? 0 : (next[back + code] as number);
      if (child === 0) {
        next[edge] = other;
        continue;
      }
      fail[child] = other;
      (ends[child] as number[]).push(...(ends[other] as number[]));
      queue.push(child);
    }
  }
}
