import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideHomes, hideHomesIn } from '../../../src/text/redact.ts';

describe('hideHomes', () => {
  it.each([
    ['/home/jane/.cache/qemu-arm', undefined, '~/.cache/qemu-arm'],
    ['at /Users/jane, "/home/joe"', undefined, 'at ~, "~"'],
    ['/srv/people/jane/x and /srv/people/janet', '/srv/people/jane', '~/x and /srv/people/janet'],
    ['/srv/people/jane', '/srv/people/jane/', '~'],
    ['/home/jane/x', '/home/jane', '~/x'],
    ['/usr/home/x', '/', '/usr/home/x'],
    ['/var/home.d/x', undefined, '/var/home.d/x'],
    ['a+b', 'a+', 'a+b'],
  ])('%s', (text, home, hidden) => expect(hideHomes(text, home)).toBe(hidden));

  it('leaves no name of a home folder', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{3,20}$/).filter((one) => !'home/Users'.includes(one));
    fc.assert(
      fc.property(name, fc.constantFrom('/home/', '/Users/'), (user, folder) => {
        expect(hideHomes(`cannot open ${folder}${user}/x: ${folder}${user}`)).toBe('cannot open ~/x: ~');
      }),
    );
  });
});

describe('hideHomesIn', () => {
  it('reaches every string of a value, and leaves the rest', () => {
    const value = { a: ['/home/jane/x', 1, null], b: { c: '/srv/jane/y', d: true, e: undefined } };
    expect(hideHomesIn(value, '/srv/jane')).toEqual({
      a: ['~/x', 1, null],
      b: { c: '~/y', d: true, e: undefined },
    });
  });
});
