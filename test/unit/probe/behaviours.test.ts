import { describe, expect, it } from 'vitest';
import { TARGETS, type Target, targetOf } from '../../../src/platform/platforms.ts';
import { type Behaviour, lackedBy, PROBE_MARKER, parseAnswers } from '../../../src/probe/behaviours.ts';

const target = (arch: string) => targetOf(arch) as Target;
const told = (text: string) => parseAnswers(`${PROBE_MARKER}${text}`);

describe('parseAnswers', () => {
  it.each<[string, readonly Behaviour[], number | undefined]>([
    ['cbsor3\n', ['start', 'heap', 'signal', 'openat2', 'close-range'], 3],
    ['cbstorw7\n', ['start', 'heap', 'signal', 'thread', 'openat2', 'close-range', 'time64'], 7],
    ['cbv\n', ['start', 'heap', 'rva23'], undefined],
    ['\n', [], undefined],
  ])('reads %j', (text, done, level) => {
    expect(told(text)).toEqual({ done: new Set(done), level });
  });

  it('takes the marker alone for a probe that tells no more', () => expect(told('')).toEqual({}));

  it.each(['cbs', 'cbs\nmore', '12\n', 'CBS\n', ' \n'])('believes nothing of %j', (text) => {
    expect(told(text)).toBeUndefined();
  });

  it('asks for the marker first', () => expect(parseAnswers('cbs\n')).toBeUndefined());
});

describe('lackedBy', () => {
  const nothing = { done: new Set<Behaviour>() };
  it.each<[string, boolean, readonly Behaviour[]]>([
    ['arm64', false, ['start', 'heap', 'signal', 'openat2', 'close-range']],
    ['arm64', true, ['start', 'heap', 'signal', 'thread', 'openat2', 'close-range']],
    ['arm', false, ['start', 'heap', 'signal', 'openat2', 'close-range', 'time64']],
    ['riscv64', false, ['start', 'heap', 'signal', 'openat2', 'close-range', 'rva23']],
    ['alpha', true, []],
  ])('of %s, thorough %s, is all that it is asked', (arch, thorough, lacked) => {
    expect(lackedBy(target(arch), nothing, thorough)).toEqual(lacked);
  });

  it('is nothing where a probe only wrote the marker', () => {
    for (const each of TARGETS) expect(lackedBy(each, {}, true)).toEqual([]);
  });

  it('is what was not done', () => {
    expect(lackedBy(target('arm64'), { done: new Set<Behaviour>(['start', 'heap', 'signal']) })).toEqual([
      'openat2',
      'close-range',
    ]);
  });
});
