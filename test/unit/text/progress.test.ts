import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bufferProgress } from '../../../src/text/progress.ts';

/** A buffer, and what came through it. */
function open(isTerminal: boolean) {
  const said: string[] = [];
  const progress = {
    group: (title: string) => said.push(`# ${title}`),
    line: (text: string) => said.push(text),
  };
  return { said, buffer: bufferProgress(progress, isTerminal) };
}

describe('bufferProgress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps everything until it is told to tell, and then passes on what comes', () => {
    const { said, buffer } = open(false);
    buffer.group('QEMU');
    buffer.line('fetching');
    vi.runAllTimers();
    expect(said).toEqual([]);
    buffer.tell();
    buffer.line('done');
    expect(said).toEqual(['# QEMU', 'fetching', 'done']);
  });

  it('speaks by itself on a terminal, once a person has waited', () => {
    const { said, buffer } = open(true);
    buffer.line('fetching');
    expect(said).toEqual([]);
    vi.runAllTimers();
    expect(said).toEqual(['fetching']);
  });

  it('keeps for good what was not told when it is closed', () => {
    const { said, buffer } = open(true);
    buffer.line('fetching');
    buffer.close();
    vi.runAllTimers();
    expect(said).toEqual([]);
  });
});
