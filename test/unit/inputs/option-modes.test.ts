import { describe, expect, it } from 'vitest';
import { INPUT_DEFAULTS, listMisplaced } from '../../../src/inputs/inputs.ts';
import { MODES } from '../../../src/inputs/options.ts';

describe('listMisplaced', () => {
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
