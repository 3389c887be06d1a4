/**
 * Looks for regular expressions of src/ that can take longer than in proportion to the text: `npm run expressions`. recheck
 * decides it by automata, for those that stand in the sources and those that modules make when they are loaded. Counted
 * repetitions multiply the work by a number that no text changes, so few stand for many; and a look around is taken for
 * text. What automata cannot decide, or not in time, is said.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import recheck from 'recheck';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Most time for one, in milliseconds. */
const TIME_LIMIT_MS = 20_000;

/** Found by mistake: how one begins that is linear all the same, and why. */
const LINEAR = new Map([['(?<![^\\s@])', 'it begins only where nothing like it went before']]);

const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.ts'));
const expressions = [...written(), ...(await made())];
const distinct = new Map(expressions.map((one) => [`/${one.source}/${one.flags}`, one]));
const [found, undecided] = [[], []];
for (const [expression, { source, flags, place }] of distinct) {
  const linear = [...LINEAR.keys()].some((begin) => source.startsWith(begin));
  for (const text of linear ? [] : textsOf(source)) {
    const { status, complexity, attack } = await recheck.check(text, flags.replace(/[gy]/g, ''), {
      checker: 'automaton',
      timeout: TIME_LIMIT_MS,
    });
    if (status === 'vulnerable')
      found.push(`${place}: ${expression} (${complexity.summary}, ${attack.pattern})`);
    if (status === 'unknown') undecided.push(`${place}: ${expression}`);
  }
}
for (const one of undecided) console.log(`not decided: ${one}`);
for (const one of found) console.log(one);
console.log(
  `${distinct.size} expressions, ${undecided.length} not decided, ${found.length} that are not linear`,
);
process.exit(found.length === 0 ? 0 : 1);

/** The expressions that the sources hold. */
function written() {
  return files.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    const literals = [];
    const visitor = new Visitor({
      Literal: ({ regex, start }) => {
        if (regex)
          literals.push({ source: regex.pattern, flags: regex.flags, place: placeIn(file, text, start) });
      },
    });
    visitor.visit(parseSync(file, text).program);
    return literals;
  });
}

function placeIn(file, text, start) {
  return `src/${file}:${text.slice(0, start).split('\n').length}`;
}

/** The expressions that modules make when they are loaded; the programs themselves would run. */
async function made() {
  const { RegExp: Original } = globalThis;
  const list = [];
  let place = '';
  globalThis.RegExp = class extends Original {
    constructor(...args) {
      super(...args);
      list.push({ source: this.source, flags: this.flags, place });
    }
  };
  for (const file of files.filter((each) => !/^main\/(?:action|cli|post|privileged)\.ts$/.test(each))) {
    place = `src/${file}`;
    await import(join(src, file));
  }
  globalThis.RegExp = Original;
  return list;
}

/** What stands for an expression: itself with looks around as text, and what it must not see. */
function textsOf(source) {
  const unseen = [];
  const begins = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!])|\{(\d+)(,?)(\d*)\}/gs;
  const few = (_, least, comma, most) => {
    const from = Math.min(Number(least), 2);
    return `{${from}${comma}${most === '' ? '' : Math.max(from, Math.min(Number(most), 3))}}`;
  };
  const shorten = (text) =>
    text.replace(begins, (whole, least, comma, most) =>
      whole.startsWith('{') ? few(whole, least, comma, most) : whole,
    );
  const plain = (text) => {
    let shown = '';
    let at = 0;
    for (const { 0: begin, index } of text.matchAll(begins)) {
      if (index < at || !begin.startsWith('(?')) continue;
      const end = endOf(text, index);
      const inner = plain(text.slice(index + begin.length, end));
      if (begin.endsWith('!')) unseen.push(inner);
      shown += `${text.slice(at, index)}${begin.endsWith('!') ? '' : `(?:${inner})`}`;
      at = end + 1;
    }
    return shown + text.slice(at);
  };
  return [plain(shorten(source)), ...unseen.map((text) => `^(?:${text})`)];
}

/** Where the group ends that begins there. */
function endOf(text, begin) {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/gs)) {
    if (index < begin) continue;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ')' && depth === 0) return index;
  }
  return text.length;
}
