import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allKinds } from '../../src/doctor/kinds/index.ts';
import { diagnoseLog } from '../../src/doctor/log/diagnose.ts';
import { LINE_LIMIT } from '../../src/doctor/log/lines.ts';
import type { LogReport } from '../../src/doctor/log/model.ts';
import { PLATFORM_LIMIT } from '../../src/doctor/log/places.ts';
import { EVIDENCE_LIMIT, openLog } from '../../src/doctor/log/reader.ts';
import { EXAMPLES } from '../../tools/docs/examples.ts';
import { readLog } from '../support/logs.ts';

/** What no log may bring about, whatever it holds. */
function expectBounded(log: LogReport): void {
  expect(log.matches.length).toBeLessThanOrEqual(allKinds().length);
  expect(log.platforms.length).toBeLessThanOrEqual(PLATFORM_LIMIT);
  for (const { platform } of log.platforms)
    expect(platform).toMatch(/^linux\/[a-z0-9]{1,12}(?:\/v\d{1,2})?$/);
  for (const { evidence, count, program = '' } of log.matches) {
    expect(program.length).toBeLessThanOrEqual(120);
    expect(evidence.length).toBeLessThanOrEqual(Math.min(EVIDENCE_LIMIT, count));
    for (const { line, text } of evidence) {
      expect(line).toBeLessThanOrEqual(log.lines);
      expect(text.length).toBeLessThanOrEqual(240);
      expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]|::|##\[/);
    }
  }
  const { verdict, diagnoses } = diagnoseLog(log);
  expect(diagnoses.length === 0 && verdict === 'emulation').toBe(false);
}

/** Text in which the signatures' own words are likely. */
const WORDS = [
  ...allKinds().flatMap(({ signs }) => signs.map(({ has }) => has)),
  ...Object.values(EXAMPLES).flat(),
];
const DECORATION = ['2024-09-27T03:16:11.7069951Z ', '#12 3.456 ', '[a] ', '/home/x/', 'https://u:p@h/?q '];
const BREAKS = ['\n', '\r', '\r\n', ' ', '\t', '::error::', '##[group]', '\u001b[31m', '\u001b[', '\ufeff'];
const logLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(...WORDS),
      fc.constantFrom(...BREAKS, ...DECORATION, 'qemu ', 'linux/arm64 '),
      fc.string({ maxLength: 40 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('a hostile log', () => {
  it('of arbitrary bytes is read to its end', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 }), (pieces) => {
        const reading = openLog();
        for (const piece of pieces) reading.feed(piece);
        expectBounded(reading.report());
      }),
      { numRuns: 300 },
    );
  });

  it('made of the kinds’ own words stays bounded and printable', () => {
    fc.assert(
      fc.property(logLike, (text) => expectBounded(readLog(text))),
      { numRuns: 400 },
    );
  });

  it('says the same however it is cut', () => {
    fc.assert(
      fc.property(logLike, fc.integer({ min: 1, max: 50 }), (text, size) => {
        const reading = openLog();
        for (let at = 0; at < text.length; at += size) reading.feed(text.slice(at, at + size));
        expect(reading.report()).toEqual(readLog(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '\u001b[',
    `\u001b[${'0;'.repeat(200)}`,
    '1',
    'a\t',
    '[a] ',
    '2024-09-27T03:16:11.7Z ',
    '/',
    `"'`,
    'https://',
    '://a',
    '://?',
    ' ',
    ':',
    'token= ',
    'linux/arm',
    'exec ',
    'exec /a',
    '#1 [linux/arm64 1/2] ',
    ' > [linux/arm64 a',
    '--platform linux/arm64',
    ...WORDS,
  ])('that repeats %j does not hold the reader up', (unit) => {
    for (const tail of ['', '\n', ' exec format error', ' no such file or directory: x509: tar: ']) {
      expectBounded(readLog(`qemu ${unit.repeat(Math.ceil((2 * LINE_LIMIT) / unit.length))}${tail}`));
    }
  });

  it('of one endless line takes no more memory than a short one', () => {
    const reading = openLog();
    for (let piece = 0; piece < 2000; piece += 1) reading.feed('exec format error '.repeat(500));
    const log = reading.report();
    expect(log.lines).toBe(1);
    expect(log.matches.find(({ id }) => id === 'exec-format-error')).toMatchObject({ count: 1 });
    expectBounded(log);
  });
});
