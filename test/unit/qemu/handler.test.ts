import { describe, expect, it } from 'vitest';
import { type SourceTrouble, wordTrouble } from '../../../src/qemu/handler.ts';
import { sentence } from '../../../src/text/text.ts';

describe('wordTrouble', () => {
  it.each<[SourceTrouble, RegExp]>([
    [
      { kind: 'unpinned', image: 'a.b/c:1', pinned: 'a.b/c:1@sha256:00' },
      /^a\.b\/c:1 names no digest, .*\. Now it is a\.b\/c:1@sha256:00\. Write image: a\.b\/c:1@sha256:00 to keep it\.$/,
    ],
    [{ kind: 'unpinned', image: 'a.b/c:1' }, /from run to run\. Write its digest behind it\.$/],
    [
      { kind: 'damaged', arch: 'arm64', reason: 'it has\n3 bytes' },
      /^The stored QEMU for arm64 is damaged: it has 3 bytes\. It is not used but fetched again\. Find out/,
    ],
    [
      { kind: 'unrefreshed', used: 'package qemu-user 1', reason: 'no network' },
      /^apt cannot say .* \(no network\); package qemu-user 1 is used\. See that/,
    ],
    [
      {
        kind: 'replaced',
        asked: 'the image a.b/c:1',
        used: 'arm64 from host (/usr/bin)',
        reason: 'it\nis gone',
      },
      /^QEMU was asked of the image a\.b\/c:1, and is taken elsewhere: arm64 from host \(\/usr\/bin\)\. Why: it is gone\. Mend/,
    ],
    [
      { kind: 'replaced', asked: 'x', used: 'y', reason: 'z', remedy: 'Log in' },
      /^QEMU was asked of x, .* Why: z\. Log in\.$/,
    ],
  ])('%j', (trouble, line) => {
    const { evidence, remedy } = wordTrouble(trouble, false);
    expect(`${sentence(evidence)} ${sentence(remedy)}`).toMatch(line);
  });

  it('tells nobody to get a right that is there', () => {
    const kept = { kind: 'kept', image: 'x', kept: 'y' } as const;
    expect(wordTrouble(kept, false).remedy).toMatch(/replace \(as root or with sudo\) to have/);
    expect(wordTrouble(kept, true).remedy).toMatch(/replace to have/);
  });
});
