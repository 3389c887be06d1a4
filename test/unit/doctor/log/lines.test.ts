import { describe, expect, it } from 'vitest';
import { LINE_LIMIT, openLines, undecorated } from '../../../../src/doctor/log/lines.ts';

/** The lines of a text that comes in these pieces, each with its number, and how many there are. */
function linesOf(...pieces: readonly (string | Uint8Array)[]): readonly (string | number)[] {
  const taken: (string | number)[] = [];
  const lines = openLines((line, number) => taken.push(`${number} ${line}`));
  pieces.forEach(lines.feed);
  const count = lines.end();
  return [...taken, count];
}

describe('openLines', () => {
  it('counts lines as an editor does', () => {
    expect(linesOf('')).toEqual([0]);
    expect(linesOf('a')).toEqual(['1 a', 1]);
    expect(linesOf('a\nb\n')).toEqual(['1 a', '2 b', 2]);
    expect(linesOf('a\r\nb\r\nc')).toEqual(['1 a', '2 b', '3 c', 3]);
  });

  it('reads what a progress bar wrote over', () => {
    expect(linesOf('5%\r10%\r100%\nb')).toEqual(['1 5%', '1 10%', '1 100%', '2 b', 2]);
  });

  it('does not care where pieces are cut', () => {
    expect(linesOf('a\r', '\nb', 'c\n')).toEqual(linesOf('a\r\nbc\n'));
    const bytes = new TextEncoder().encode('ä\nö');
    expect(linesOf(bytes.subarray(0, 1), bytes.subarray(1))).toEqual(['1 ä', '2 ö', 2]);
  });

  it('passes over the rest of a long line', () => {
    const long = 'x'.repeat(LINE_LIMIT);
    expect(linesOf(`${long}yz\nb`)).toEqual([`1 ${long}`, '2 b', 2]);
  });
});

describe('undecorated', () => {
  it.each([
    ['nothing', ''],
    ['GitHub', '2024-12-31T07:18:16.4450240Z '],
    ['GitHub’s groups', '2024-12-31T07:18:16.4450240Z ##[group]'],
    ['GitHub’s errors', '##[error]'],
    ['gh run view --log', 'build\tSet up QEMU\t\ufeff2024-12-31T07:18:16.4450240Z '],
    ['GitLab', '2024-05-01T10:00:00.123456Z 01O '],
    ['GitLab’s sections', 'section_start:1560896352:build[collapsed=true]'],
    ['a quotation', '> > '],
    ['Azure', '2024-12-31T07:18:16.4450240Z ##[section]'],
    ['Jenkins and bake', '[2026-02-18T09:48:49.571Z] [docker-bake] [WARNING] [stderr] '],
    ['a timestamper', '[12:34:56] '],
    ['balena', '[main]     '],
    ['compose', 'web_1  | '],
    ['an old workflow command', '::error::'],
    ['a byte order mark', '\ufeff'],
  ])('takes off what %s adds', (_what, prefix) => {
    expect(undecorated(`${prefix}qemu: it failed  `)).toBe('qemu: it failed');
  });

  it('takes off what a script says before the words of BuildKit', () => {
    expect(undecorated('[10:31:23] Build the image: #46 0.812 Error')).toBe('#46 0.812 Error');
    expect(undecorated('release failed: #7 ERROR: x')).toBe('#7 ERROR: x');
    expect(undecorated('see #46 and #47')).toBe('see #46 and #47');
  });

  it('leaves labels of steps as they are', () => {
    for (const line of [
      '> [build 1/2] RUN x:',
      '[linux/arm64 build 1/2] RUN true',
      '#7 [2/3] RUN true',
      '[build 1/2] RUN x',
    ])
      expect(undecorated(line)).toBe(line);
  });
});
