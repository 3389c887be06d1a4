/** Which option means something in which mode: the one place that the terminal and the action ask. */
import { INPUT_DEFAULTS, type Mode, type RawInputs } from '../inputs/inputs.ts';

/** What a run is for; `exec` is of the terminal alone. */
export type Purpose = Mode | 'exec';

/** Plan says what setup would do, so it takes what setup takes. */
const SETUP: readonly Purpose[] = ['setup', 'plan'];
const FILLING: readonly Purpose[] = [...SETUP, 'exec'];
const LOOKING: readonly Purpose[] = [...FILLING, 'doctor'];

/** What is not listed means something in every mode. */
export const OPTION_MODES: Readonly<Record<string, readonly Purpose[]>> = {
  image: LOOKING,
  'registry-mirrors': LOOKING,
  'on-conflict': LOOKING,
  'qemu-from': FILLING,
  cache: FILLING,
  'cache-image': FILLING,
  credentials: FILLING,
  rules: FILLING,
  reset: FILLING,
  strict: FILLING,
  'matrix-from': FILLING,
  runners: SETUP,
  autoload: SETUP,
  persist: SETUP,
  cleanup: [...SETUP, 'remove'],
  log: ['doctor'],
  network: ['doctor'],
};

/** An option that was given, and means nothing in the mode. */
export interface Misplaced {
  readonly name: string;
  /** Where it would mean something. */
  readonly modes: readonly Purpose[];
}

/** All that was given and means nothing here; what was given as it is anyway asks for nothing. */
export function listMisplaced(raw: RawInputs, purpose: Purpose): readonly Misplaced[] {
  return Object.entries(OPTION_MODES).flatMap(([name, modes]) =>
    modes.includes(purpose) || !isSet(name, raw[name]) ? [] : [{ name, modes }],
  );
}

function isSet(name: string, value: string | undefined): boolean {
  const text = value?.trim().toLowerCase() ?? '';
  const fallback = INPUT_DEFAULTS[name === 'cache-image' ? 'cache' : name];
  return text !== '' && text !== fallback;
}
