import { describe, expect, it } from 'vitest';
import { INTERNAL, remedyAgainst, unforeseen } from '../../../src/host/unforeseen.ts';

const withErrno = (code: string): Error => Object.assign(new Error(`${code}: said so`), { code });

describe('unforeseen', () => {
  it('says what was done, what was thrown and where to send it', () => {
    const thrown = new TypeError('x is not a function\n::error::pwned');
    const problem = unforeseen(thrown, 'get QEMU from apt');
    expect(problem).toMatchObject({ id: INTERNAL, kind: 'unproven', cause: thrown });
    expect(problem.message).toMatch(
      /^Cannot get QEMU from apt: x is not a function .*\(this was not foreseen\)\. Please send this line and the log/,
    );
    expect(problem.message).not.toMatch(/\n|::/);
  });

  it('says what helps, where that is known', () => {
    expect(unforeseen(withErrno('EMFILE'), 'x').remedy).toMatch(
      /^Let this program open more files \(ulimit -n\); where that does not help, send this line/,
    );
  });
});

it.each([
  ['ENOSPC', /^Make room/],
  ['EMFILE', /ulimit -n/],
  ['ENFILE', /fs\.file-max/],
])('%s has a remedy', (errno, remedy) => expect(remedyAgainst(errno)).toMatch(remedy));
it.each(['EIO', '', undefined])('%s has none', (errno) => expect(remedyAgainst(errno)).toBeUndefined());
