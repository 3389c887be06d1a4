/** Inputs by variables, for who cannot give arguments: SETUP_BINFMT_ON_CONFLICT. */

import { printableInput } from '../text/text.ts';
import { hintAt } from './meant.ts';
import { MODES, OPTIONS, type Purpose } from './options.ts';

/** What the variables begin with. */
export const VARIABLE = 'SETUP_BINFMT_';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The inputs of the action: options of the terminal alone have no default. */
const INPUTS = OPTIONS.filter(({ fallback }) => fallback !== undefined);

/**
 * Adds what variables give and the arguments do not, where the mode has a use for it: those of a container hold for each
 * command in it. `own` is a command of the terminal; without it, a variable may name the mode, too.
 */
export function addEnvironment(
  given: Record<string, string | undefined>,
  environment: Environment,
  own: Purpose | undefined,
  problems: string[],
): void {
  const take = (name: string): void => {
    const value = environment[variableOf(name)];
    if (value && given[name] === undefined) given[name] = value;
  };
  if (own === undefined) take('mode');
  const asked = given.mode ?? 'setup';
  const purpose = own ?? MODES.find((mode) => mode === asked.toLowerCase());
  for (const { name, modes } of INPUTS) {
    const itsOwn = own === 'exec' && (name === 'mode' || name === 'scope');
    if (purpose !== undefined && modes.includes(purpose) && !itsOwn) take(name);
  }
  const known = INPUTS.map(({ name }) => variableOf(name));
  for (const variable of Object.keys(environment).filter((each) => each.startsWith(VARIABLE))) {
    if (known.includes(variable)) continue;
    const lower = (name: string): string => name.slice(VARIABLE.length).toLowerCase();
    const hint = hintAt(lower(variable), known.map(lower));
    // Others may have variables of such names.
    if (hint !== '') problems.push(`there is no variable ${printableInput(variable, 60)}${nameOf(hint)}`);
  }
}

/** The hint with the whole name of the variable. */
function nameOf(hint: string): string {
  return hint.replace(/is (\w+)/, (_, word: string) => `is ${VARIABLE}${word.toUpperCase()}`);
}

/** The variable that gives an input. */
export function variableOf(name: string): string {
  return VARIABLE + name.replaceAll('-', '_').toUpperCase();
}
