import { describe, expect, it } from 'vitest';
import { INPUT_DEFAULTS, listMisplaced, MODES, OPTION_MODES } from '../../../src/inputs/inputs.ts';

describe('listMisplaced', () => {
  it('knows inputs that there are, and leaves out what every mode takes', () => {
    const everywhere = ['platforms', 'mode', 'scope', 'summary'];
    expect(Object.keys(INPUT_DEFAULTS).sort()).toEqual([...Object.keys(OPTION_MODES), ...everywhere].sort());
  });

  it.each(MODES)('has nothing to say of the defaults in mode %s, nor of what is empty', (mode) => {
    expect(listMisplaced(INPUT_DEFAULTS, mode)).toEqual([]);
    const empty = Object.fromEntries(Object.keys(INPUT_DEFAULTS).map((name) => [name, ' ']));
    expect(listMisplaced(empty, mode)).toEqual([]);
    expect(listMisplaced({ strict: 'TRUE', 'cache-image': 'true' }, mode)).toEqual([]);
  });

  it('lists all that means nothing in the mode', () => {
    const given = { log: 'x', network: 'true', 'cache-image': 'false', strict: 'false' };
    expect(listMisplaced(given, 'setup').map(({ name }) => name)).toEqual(['log', 'network']);
    expect(listMisplaced(given, 'doctor')).toEqual([
      { name: 'cache-image', modes: ['setup', 'plan', 'exec'] },
      { name: 'strict', modes: ['setup', 'plan', 'exec'] },
    ]);
    expect(listMisplaced({ cleanup: 'true' }, 'remove')).toEqual([]);
  });
});
