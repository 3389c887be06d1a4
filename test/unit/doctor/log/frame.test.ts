import { describe, expect, it } from 'vitest';
import { openFrame } from '../../../../src/doctor/log/frame.ts';

/** The lines without their frame. */
function framed(...lines: readonly string[]): readonly string[] {
  const given: string[] = [];
  const frame = openFrame((line) => given.push(line));
  for (const [index, line] of lines.entries()) frame.take(line, index + 1);
  frame.end();
  return given;
}

describe('openFrame', () => {
  it('takes off what nearly all lines have, and leaves what some have', () => {
    expect(framed('> a', '> b', '> c')).toEqual(['a', 'b', 'c']);
    expect(framed('> a', 'b', 'c')).toEqual(['> a', 'b', 'c']);
    expect(framed('me:', '  a', '  b', '    c')).toEqual(['me:', 'a', 'b', '  c']);
    expect(framed('| a', '|---', '| b')).toEqual(['a', '|---', 'b']);
  });

  it('leaves labels and what an emulated machine’s kernel says', () => {
    const labels = ['[1/3] FROM a', '[2/3] RUN b'];
    expect(framed(...labels)).toEqual(labels);
    const console = [
      '[    0.000000] Linux version 6.1',
      '[10142.118245] systemd[1]: Detected architecture arm64.',
    ];
    expect(framed(...console)).toEqual(console);
    const bug = ['[BUG] Segmentation fault at 0x0'];
    expect(framed(...bug)).toEqual(bug);
  });

  it('knows it after the first lines, and keeps to it', () => {
    const lines = [...Array(100).keys()].map(
      (number) => `12:00:${String(number % 60).padStart(2, '0')} ${number}`,
    );
    expect(framed(...lines, 'end')).toEqual([...[...Array(100).keys()].map(String), 'end']);
  });

  it('begins anew with each code of Markdown', () => {
    expect(framed('- a', '- b', '```sh', '  $ c', '```', '> d')).toEqual(['- a', '- b', '$ c', 'd']);
  });

  it('takes off colours, Buildkite’s times, and an escape within a section of GitLab’s', () => {
    expect(
      framed('\u001b[36;1ma\u001b[0m', '\u001b_bk;t=1700000000000\u0007b', 'section_end:1:x\u001b[0Kc'),
    ).toEqual(['a', 'b', 'section_end:1:xc']);
  });

  it('leaves a record that is none, or cut off, as it is', () => {
    expect(framed('{"log":"a')).toEqual(['{"log":"a']);
    expect(framed('{"log":"\\x"}')).toEqual(['{"log":"\\x"}']);
    expect(framed('{"log":"\\u001b[1ma\\n","stream":"stderr"}')).toEqual(['a']);
  });
});
