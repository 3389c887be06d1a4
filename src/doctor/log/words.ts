/** Finds which of many words a text holds, in any case of its letters, in one pass (Aho and Corasick, 1975). */

/** Characters that words may be made of: ASCII. */
const LETTERS = 128;

const CAPITALS = 65;
const SMALL = 97;
const ALPHABET = 26;

/** For each state and letter, the next state: in half the room where their numbers fit. */
type Steps = Uint16Array | Uint32Array;
const MOST_OF_16_BITS = 0x10000;

/** Makes a search for words of lower-case ASCII. It gives the places in the list of those that a text holds, each once. */
export function findWords(words: readonly string[]): (text: string) => readonly number[] {
  const states = countStates(words);
  const next: Steps = new (states > MOST_OF_16_BITS ? Uint32Array : Uint16Array)(states * LETTERS);
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

/** One state for nothing read, and one for each beginning that words share or have. */
function countStates(words: readonly string[]): number {
  let states = 1;
  let last = '';
  for (const word of [...words].sort()) {
    let shared = 0;
    while (shared < word.length && word[shared] === last[shared]) shared += 1;
    states += word.length - shared;
    last = word;
  }
  return states;
}

/** Adds, to each state, the way on where no word goes on: to the longest end of what was read that begins a word. */
function follow(next: Steps, ends: number[][]): void {
  const fail = new Uint32Array(ends.length);
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
