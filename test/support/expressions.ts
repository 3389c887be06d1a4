/** Workflow expressions as GitHub sees them, by its own evaluator (@actions/expressions). */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

export type Contexts = Readonly<Record<string, unknown>>;

const converted = new WeakMap<Contexts, data.Dictionary>();

function toDictionary(contexts: Contexts): data.Dictionary {
  const known = converted.get(contexts);
  if (known !== undefined) return known;
  const dictionary: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
  if (!(dictionary instanceof data.Dictionary)) throw new TypeError('contexts are a dictionary');
  converted.set(contexts, dictionary);
  return dictionary;
}

/** Nothing failed before. */
const failure = { name: 'failure', minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(false) };

function calculate(expression: string, contexts: Contexts): unknown {
  const parser = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), [failure]);
  const evaluator = new Evaluator(parser.parse(), toDictionary(contexts), new Map([[failure.name, failure]]));
  return JSON.parse(JSON.stringify(evaluator.evaluate(), data.replacer));
}

/**
 * The value of one expression without its `${{ }}`. Throws where GitHub reports an error, and also where it
 * would silently go on: when the expression names a context value that is not there.
 */
function evaluate(expression: string, contexts: Contexts): unknown {
  for (const [path] of expression.matchAll(/\b(?:matrix|needs|steps|env|github|runner)\.[\w.-]+/g)) {
    if (calculate(path, contexts) === null) throw new Error(`${path} has no value`);
  }
  return calculate(expression, contexts);
}

/** A workflow value with its expressions filled in; a text that is one expression takes on its type. */
export function fill(value: unknown, contexts: Contexts): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, contexts));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, contexts)]));
  }
  if (typeof value !== 'string') return value;
  const whole = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value)?.[1];
  if (whole !== undefined) return evaluate(whole, contexts);
  return value.replace(/\$\{\{(.*?)\}\}/gs, (_, inner: string) => String(evaluate(inner, contexts)));
}

/** Whether a job or step with this `if` runs. */
export function runs(condition: string | undefined, contexts: Contexts): boolean {
  return condition === undefined || evaluate(`!!(${condition})`, contexts) === true;
}
