import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errnoOf, isMistake, problemIn, reasonOf, SetupProblem } from '../../../src/text/problem.ts';
import {
  asMarkdown,
  asWholeMarkdown,
  nearestWord,
  oneLine,
  printable,
  safeLine,
  sentence,
} from '../../../src/text/text.ts';
import { brought, shownText } from '../../attacks/support/markdown.ts';
import { codePoint } from '../../support/any-text.ts';

const text = {
  id: 'SB-TEST',
  kind: 'host',
  what: 'register arm64',
  cause: 'the table is read-only',
  remedy: 'Mount it for writing',
} as const;

describe('SetupProblem', () => {
  it('says what, why and how to mend it', () => {
    const problem = new SetupProblem(text);
    expect(problem.message).toBe('Cannot register arm64: the table is read-only. Mount it for writing.');
    expect(problem).toBeInstanceOf(Error);
    expect(problem.name).toBe('SetupProblem');
    expect(problem).toMatchObject({
      id: 'SB-TEST',
      kind: 'host',
      what: 'register arm64',
      reason: 'the table is read-only',
      remedy: 'Mount it for writing',
    });
  });

  it.each([
    ['unproven', 1],
    ['input', 2],
    ['host', 3],
  ] as const)('of kind %s ends the program with %i', (kind, code) => {
    expect(new SetupProblem({ ...text, kind }).exitCode).toBe(code);
  });

  it('keeps its cause', () => {
    const cause = new Error('EROFS');
    expect(new SetupProblem(text, { cause }).cause).toBe(cause);
  });
});

describe('sentence', () => {
  it.each([
    ['a', 'a.'],
    ['a.', 'a.'],
    ['a!', 'a!'],
    ['a?  ', 'a?'],
    ['', '.'],
  ])('%j becomes %j', (given, made) => expect(sentence(given)).toBe(made));
});

describe('printable', () => {
  it.each([
    ['plain', 'plain'],
    ['  two   spaces ', 'two spaces'],
    ['line\nbreak\r\tand tab', 'line break and tab'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007after', 'after'],
    ['\u001b]8;;http://x\u001b\\link', 'link'],
    ['::set-output name=a::b', ': :set-output name=a: :b'],
    [':\u0000:x', ': :x'],
    [':::', ': : :'],
    ['##[error]x', '## [error]x'],
    ['###[error]x', '### [error]x'],
    ['a ##vso[task.complete]##teamcity[x]', 'a ##vso [task.complete]##teamcity [x]'],
    ['#\u001b[0K#teamcity[x', '# #teamcity[x'],
    ['\r\u001b[0Ktravis_fold:start:x travis_time:start:x', 'travis_fold :start:x travis_time :start:x'],
    ['section_start:1:x\r\u001b[0K section_end:1:x', 'section_start :1:x section_end :1:x'],
    ['subsections: ##no command [x', 'subsections: ##no command [x'],
    ['#\u200b#[x', '# #[x'],
    ['left\u202eright', 'left right'],
    ['\ud800 alone', '\ufffd alone'],
    ['€ 😀', '€ 😀'],
  ])('%j becomes %j', (given, made) => expect(printable(given)).toBe(made));

  it('cuts to the limit and says so', () => {
    expect(printable('a'.repeat(11), 10)).toBe(`${'a'.repeat(9)}…`);
    expect(printable('a'.repeat(10), 10)).toBe('a'.repeat(10));
    expect(printable('a'.repeat(1_000_000)).length).toBe(300);
  });

  it('does not leave half a character where it cuts', () => {
    expect(printable('😀'.repeat(10), 6)).toBe('😀😀\ufffd…');
  });

  const hostile = fc.string({
    unit: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[':', '#', '[', '\u001b', ']', '\n', '\r', '\u0007', '\\', ' '],
          ...['##vso', 'travis_fold', 'section_end'],
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: codePoint, minLength: 1, maxLength: 1 }) },
    ),
    maxLength: 60,
  });

  it('lets nothing through that a terminal or a workflow log would obey', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 40 }), (given, limit) => {
        for (const shown of [printable(given, limit), oneLine(given, 1000)]) {
          expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
          expect(shown).not.toContain('::');
          expect(shown).not.toMatch(/##\w*\[|travis_fold:|section_end:/);
          expect(Buffer.from(shown, 'utf8').toString('utf8')).toBe(shown);
        }
        expect(printable(given, limit).length).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing that it has made', () => {
    fc.assert(fc.property(hostile, (given) => printable(printable(given)) === printable(given)));
  });
});

describe('oneLine', () => {
  it('keeps the spaces and the length of a line', () => {
    expect(oneLine(`  a    b${'c'.repeat(500)}\nd`, 600)).toBe(`  a    b${'c'.repeat(500)} d`);
  });
});

describe('safeLine', () => {
  it.each([
    ["  echo ':x:M::MZ::/y:' | tee z", "  echo ':x:M::MZ::/y:' | tee z"],
    ['::error::a::b', ': :error::a::b'],
    ['\u00a0 ::error::', '\u00a0 : :error::'],
    ['\r::error::', ' : :error::'],
    ['a ##[error]b', 'a ## [error]b'],
    ['--- a --- b', ' --- a --- b'],
    ['+++\ta', ' +++ a'],
    ['~~~ a', ' ~~~ a'],
    ['^^^ +++', ' ^^^ +++'],
    ['---', '---'],
    ['----- a', '----- a'],
    ['\u001b[31ma\u00adb\u{e0041}c', ' a b c'],
  ])('%j becomes %j', (given, made) => expect(safeLine(given)).toBe(made));
});

describe('asMarkdown', () => {
  it.each([
    ['x', 'x'],
    [
      '(off), “it’s” "a read-only" table: 12 (at least 2).',
      '(off), “it’s” "a read-only" table: 12 (at least 2).',
    ],
    ['/usr/bin/x, (qemu-s390x) SB041!', '`/usr/bin/x`, (qemu-s390x) SB041!'],
    ['1. a', '1\\. a'],
    ['- a', '`-` a'],
    ['a|b || c', '`a`\\|`b` \\|\\| c'],
    ['`a ``b', '`` `a `` ``` ``b ```'],
    ['GH-12 #12 ab12', '`GH-12` `#12` ab12'],
    ['qemu-loongarch64, 32-bit, a1b2c3d 0ab12cd', 'qemu-loongarch64, 32-bit, `a1b2c3d` `0ab12cd`'],
    ['A1B2C3D a1b2c3d-dirty a1b2c3dx', '`A1B2C3D` `a1b2c3d-dirty` a1b2c3dx'],
  ])('%j becomes %j', (given, made) => expect(asMarkdown(given)).toBe(made));

  const pieces = fc.constantFrom(
    ...[
      '@pwned',
      '$',
      '`',
      '``',
      '|',
      '~~',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '&lt;',
      '\\',
      '#',
      '-',
    ],
    ...[
      '1.',
      '=',
      '"',
      "'",
      ':',
      ' ',
      'pwned',
      'https://pwned.example',
      'www.pwned.example',
      '<b>',
      '</details>',
    ],
  );
  const places = ['%', '- %', '**%** x', '### a: %', '| a | b |\n| --- | --- |\n| % | x |'];

  it('means nothing but the text, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.constantFrom(...places), (given, place) => {
        const text = printable(`x ${given.join('')}`);
        const markdown = place.replace('%', () => asWholeMarkdown(text));
        expect(brought(markdown)).toEqual([]);
        expect(shownText(markdown)).toContain(text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('versions in Markdown', () => {
  it.each([
    ['QEMU 10.2.3, by 7.2.22.', 'QEMU 10.2.3, by 7.2.22.'],
    ['10.2.3 is new', '10\\.2.3 is new'],
    ['v10.2.3 and 1.2.3.4.5', '`v10.2.3` and `1.2.3.4.5`'],
  ])('%s', (text, markdown) => expect(asWholeMarkdown(text)).toBe(markdown));
});

describe('problemIn', () => {
  it('finds a problem that lies behind another error', () => {
    const first = new SetupProblem(text);
    expect(problemIn(first)).toBe(first);
    expect(problemIn(new Error('the provider gave up', { cause: first }))).toBe(first);
  });

  it('finds none where there is none, in whatever circle causes run', () => {
    const circle = new Error('lost');
    circle.cause = circle;
    expect([problemIn(circle), problemIn('lost')]).toEqual([undefined, undefined]);
  });
});

describe('reasonOf and errnoOf', () => {
  it('read what was thrown, whatever it is', () => {
    expect(reasonOf(new Error('a\nb'))).toBe('a b');
    expect(reasonOf('::x')).toBe(': :x');
    expect(reasonOf(undefined)).toBe('undefined');
    expect(errnoOf(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBe('ENOENT');
    expect(errnoOf(Object.assign(new Error('x'), { code: 5 }))).toBeUndefined();
    expect(errnoOf(new Error('x'))).toBeUndefined();
    expect(errnoOf({ code: 'ENOENT' })).toBeUndefined();
  });
});

describe('isMistake', () => {
  const withCode = (code: string, error = new Error('x')): Error => Object.assign(error, { code });
  it.each<[string, unknown, boolean]>([
    ['an errno', withCode('ENOENT'), false],
    ['an errno of digits', withCode('E2BIG'), false],
    ['what this program says no with', new Error('it is not a plain file'), false],
    ['a problem for people', new SetupProblem(text), false],
    ['a TypeError', new TypeError('x is not a function'), true],
    ['a RangeError', new RangeError('Maximum call stack size exceeded'), true],
    ['a code of Node', withCode('ERR_INVALID_ARG_TYPE', new TypeError('x')), true],
    ['another code of Node', withCode('ERR_STREAM_DESTROYED'), true],
    ['no error', 'ENOENT', true],
    ['nothing', undefined, true],
  ])('%s', (_, thrown, expected) => expect(isMistake(thrown)).toBe(expected));
});

describe('nearestWord', () => {
  it.each([
    ['plan', 'plan'],
    ['setpu', 'setup'],
    ['dcotor', 'doctor'],
    ['remov', 'remove'],
    ['remoove', 'remove'],
    ['zzz', undefined],
    ['', undefined],
    ['setup'.repeat(9), undefined],
  ])('%j is near to %j', (word, nearest) => {
    expect(nearestWord(word, ['setup', 'plan', 'doctor', 'remove'])).toBe(nearest);
  });
});
