import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAnnotation, formatOutput } from '../../../src/report/github.ts';

/** Reads an environment file as `FileCommandManager.cs` of actions/runner does: line by line, to the delimiter. */
function readOutputs(text: string): readonly (readonly [string, string])[] {
  const lines = text.split('\n');
  const found: [string, string][] = [];
  for (let at = 0; at < lines.length - 1; ) {
    const [name = '', delimiter = ''] = (lines[at] ?? '').split(/<<(.*)/s);
    const end = lines.indexOf(delimiter, at + 1);
    if (delimiter === '' || end < 0) throw new Error(`the runner refuses line ${at + 1}`);
    found.push([name, lines.slice(at + 1, end).join('\n')]);
    at = end + 1;
  }
  return found;
}

describe('formatAnnotation', () => {
  it('escapes what would end the command or the property', () => {
    expect(formatAnnotation('error', 'SB001: a, b', '100 %\r\n::warning::x')).toBe(
      '::error title=SB001%3A a%2C b::100 %25%0D%0A::warning::x\n',
    );
  });

  it('is one line that begins with the command, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, text) => {
        const line = formatAnnotation('warning', title, text);
        expect(line.split(/\r|\n/)).toHaveLength(2);
        expect(line).toMatch(/^::warning title=[^:,]*::/);
      }),
    );
  });
});

describe('formatOutput', () => {
  it('reads back as it was, whatever the value holds', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('\n', 'end-of-a', '-', '<<', 'x'), { maxLength: 8 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(value, value, (first, second) => {
        const text = formatOutput('a', first) + formatOutput('b', second);
        expect(readOutputs(text)).toEqual([
          ['a', first],
          ['b', second],
        ]);
      }),
    );
  });
});
