import { describe, expect, it } from 'vitest';
import { type Check, doctorCheck, ONLY_THE_DOCTOR, runCheck } from '../../../../src/doctor/checks/check.ts';
import { listed, shellWord } from '../../../../src/text/text.ts';
import { contextOf, verdictOf } from '../../../support/doctor.ts';
import { hostFacts } from '../../../support/facts.ts';

const check = (look: Check['look'], change: Partial<Check> = {}): Check => ({
  id: 'SB999',
  severity: 'error',
  title: 'a title',
  remedy: 'Mend it',
  commands: ['mend'],
  look,
  ...change,
});
const { skip: _skip, severity: _severity, id: _id, title: _title, ...words } = check(() => []);
const context = { facts: hostFacts() };

describe('runCheck', () => {
  it('gives what was found, with the words of the check', () => {
    expect(
      runCheck(
        check(() => 'it is so'),
        context,
      ),
    ).toEqual({
      id: 'SB999',
      title: 'a title',
      state: 'found',
      findings: [
        {
          id: 'SB999',
          severity: 'error',
          title: 'a title',
          evidence: 'it is so',
          remedy: 'Mend it',
          commands: ['mend'],
          link: 'docs/doctor.md#sb999',
        },
      ],
    });
  });

  it('lets an observation have words of its own', () => {
    const own = { evidence: 'so', severity: 'info', remedy: 'Leave it', commands: [] } as const;
    const more = { evidence: 'so', severity: 'error', remedy: 'Mend it', commands: ['mend'] };
    const findings = (look: Check['look']) => runCheck(check(look), context);
    expect(findings(() => own)).toMatchObject({ findings: [own] });
    expect(findings(() => ['so', false, own])).toMatchObject({ findings: [more, own] });
  });

  it('has no commands where the check has none', () => {
    const { commands: _commands, ...silent } = check(() => 'so');
    expect(runCheck(silent, context)).toMatchObject({ findings: [{ commands: [] }] });
  });

  it('is clean when nothing was seen', () => {
    expect(
      runCheck(
        check(() => [undefined, false, '']),
        context,
      ),
    ).toEqual({ id: 'SB999', title: 'a title', state: 'clean' });
  });

  it('is skipped with the reason, and then does not look', () => {
    const never = check(() => expect.unreachable(), { skip: () => 'there is none' });
    expect(runCheck(never, context)).toEqual({
      id: 'SB999',
      title: 'a title',
      state: 'skipped',
      reason: 'there is none',
    });
    expect(
      runCheck(
        check(() => [], { skip: () => undefined }),
        context,
      ).state,
    ).toBe('clean');
  });

  it('makes a result of a check that fails, safe to print', () => {
    const broken = check(() => {
      throw new Error('oops\n::x');
    });
    expect(runCheck(broken, context)).toEqual({
      id: 'SB999',
      title: 'a title',
      state: 'failed',
      reason: 'the check itself failed: Error: oops : :x',
    });
  });
});

describe('a check of the doctor’s', () => {
  const own = doctorCheck('error', 'SB999', 'a title', {
    ...words,
    look: (doctor) => doctor.dpkgTrigger && 'there',
  });

  it('is skipped where the doctor has not looked, and finds nothing there', () => {
    expect(runCheck(own, context)).toMatchObject({ state: 'skipped', reason: ONLY_THE_DOCTOR });
    expect(own.look(context)).toBe(undefined);
  });

  it('gets what the doctor saw, also to skip', () => {
    const seeing = contextOf({ doctor: { dpkgTrigger: true } });
    expect(runCheck(own, seeing).state).toBe('found');
    const skipping = doctorCheck('error', 'SB999', 'a title', {
      ...words,
      skip: () => 'no',
      look: () => 'x',
    });
    expect(runCheck(skipping, seeing)).toMatchObject({ state: 'skipped', reason: 'no' });
  });
});

describe('how much it matters that nothing can be registered', () => {
  const arm64 = (status: 'emulated' | 'absent') => [verdictOf('arm64', status)];
  it.each([
    ['nothing was probed', context, 'error'],
    ['what was asked for does not run', contextOf({ verdicts: arm64('absent'), asked: ['arm64'] }), 'error'],
    [
      'one of two does not run',
      contextOf({ verdicts: arm64('emulated'), asked: ['arm64', 's390x'] }),
      'error',
    ],
    [
      'all that was asked for runs',
      contextOf({ verdicts: arm64('emulated'), asked: ['arm64', 'amd64'] }),
      'info',
    ],
    ['nothing was asked for, and something runs', contextOf({ verdicts: arm64('emulated') }), 'info'],
    ['nothing was asked for, and nothing runs', contextOf({ verdicts: arm64('absent') }), 'warning'],
  ])('%s', (_, one, severity) => {
    const blocking = check(() => 'shut', { blocking: true });
    expect(runCheck(blocking, one)).toMatchObject({ findings: [{ evidence: 'shut', severity }] });
  });
});

describe('listed', () => {
  it('names a few, and counts the rest', () => {
    expect(listed(['a', 'b'])).toBe('a, b');
    expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
    expect(listed(['a\n::b'])).toBe('a : :b');
  });
});

describe('shellWord', () => {
  it.each([
    ['/proc/sys/fs/binfmt_misc/qemu-arm', '/proc/sys/fs/binfmt_misc/qemu-arm'],
    ['a b', "'a b'"],
    ["it's", "'it'\\''s'"],
    ['$(id)', "'$(id)'"],
    ['', "''"],
  ])('%s', (text, word) => expect(shellWord(text)).toBe(word));
});
