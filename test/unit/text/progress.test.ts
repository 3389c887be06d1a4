import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  barMeter,
  bufferProgress,
  type Download,
  type LongGroup,
  lineMeter,
} from '../../../src/text/progress.ts';

/** A buffer, and what came through it. */
function open(isTerminal: boolean, long?: LongGroup) {
  const said: string[] = [];
  const progress = {
    group: (title: string) => said.push(`# ${title}`),
    line: (text: string) => said.push(text),
    download: (download: Download) => lineMeter((text) => said.push(text), download),
  };
  return { said, buffer: bufferProgress(progress, isTerminal, long) };
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

  it('tells of downloads after a second, also where nobody looks, and of no other thing there', () => {
    const { said, buffer } = open(false);
    buffer.line('fetching');
    const meter = buffer.download?.(DOWNLOAD);
    meter?.add(1_000_000);
    vi.advanceTimersByTime(1000);
    expect(said).toEqual(['downloading the blob from a.example, 4.0 MB']);
    meter?.add(1_000_000);
    vi.advanceTimersByTime(1000);
    meter?.end(true);
    expect(said.at(-1)).toBe('downloaded 2.0 MB in 2 s (1.0 MB/s)');
    buffer.download?.(DOWNLOAD).end(false);
    expect(said).toHaveLength(3);
  });

  const LONG = { title: 'QEMU', words: 'the command waits for QEMU' };

  it('says what is waited for a second after a long group has begun, and goes on until the next one', () => {
    const { said, buffer } = open(false, LONG);
    buffer.group('Host');
    buffer.line('a host');
    vi.advanceTimersByTime(5000);
    buffer.group('QEMU');
    vi.advanceTimersByTime(999);
    buffer.line('asking');
    expect(said).toEqual([]);
    vi.advanceTimersByTime(1);
    buffer.line('asking again');
    buffer.group('Changes');
    buffer.line('registered');
    vi.runAllTimers();
    expect(said).toEqual(['the command waits for QEMU: asking', 'asking again']);
  });

  it('says what is waited for where nothing has been said of it', () => {
    const { said, buffer } = open(false, LONG);
    buffer.line('a host');
    buffer.group('QEMU');
    vi.runAllTimers();
    expect(said).toEqual(['the command waits for QEMU']);
  });

  it('says nothing of a group that did not take long, nor what is told already', () => {
    const quick = open(false, LONG);
    quick.buffer.group('QEMU');
    quick.buffer.group('Changes');
    vi.runAllTimers();
    const ended = open(false, LONG);
    ended.buffer.group('QEMU');
    ended.buffer.close();
    vi.runAllTimers();
    const watched = open(true, LONG);
    watched.buffer.group('QEMU');
    vi.runAllTimers();
    expect([quick.said, ended.said, watched.said]).toEqual([[], [], ['# QEMU']]);
  });

  it('tells nothing of a download that is over by then', () => {
    const { said, buffer } = open(true);
    buffer.download?.(DOWNLOAD).end(true);
    vi.runAllTimers();
    expect(said).toEqual([]);
  });

  it('can do without a meter', () => {
    vi.useRealTimers();
    const buffer = bufferProgress({ group: () => undefined, line: () => undefined }, true);
    buffer.tell();
    const meter = buffer.download?.(DOWNLOAD);
    expect(() => [meter?.add(1), meter?.end(true)]).not.toThrow();
    buffer.close();
  });
});

const DOWNLOAD: Download = { what: 'the blob', from: 'a.example', bytes: 4_000_000 };

describe('a download', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is told in a log when it begins, every ten seconds, and when it has ended', () => {
    const said: string[] = [];
    const meter = lineMeter((text) => said.push(text), DOWNLOAD);
    vi.advanceTimersByTime(10_000);
    meter.add(500_000);
    vi.advanceTimersByTime(10_000);
    meter.add(3_500_000);
    vi.advanceTimersByTime(60_000 - 1);
    meter.end(true);
    vi.runAllTimers();
    expect(said.filter((_, at) => at < 3 || at === said.length - 1)).toEqual([
      'downloading the blob from a.example, 4.0 MB',
      'waiting for a.example, 10 s',
      '500.0 kB of 4.0 MB, 25.0 kB/s, 2 min 20 s left',
      'downloaded 4.0 MB in 1 min 20 s (50.0 kB/s)',
    ]);
  });

  it('is told without a size that nobody knows, and without an end where it broke off', () => {
    const said: string[] = [];
    const meter = lineMeter((text) => said.push(text), { ...DOWNLOAD, bytes: 0 });
    meter.add(2_000_000);
    vi.advanceTimersByTime(10_000);
    meter.end(false);
    expect(said).toEqual(['downloading the blob from a.example', '2.0 MB, 200.0 kB/s']);
  });

  it('that gave nothing has no speed', () => {
    const said: string[] = [];
    lineMeter((text) => said.push(text), { ...DOWNLOAD, bytes: 0 }).end(true);
    expect(said.at(-1)).toBe('downloaded in 0 s');
  });

  it('is a bar on a terminal, which is taken away in the end', () => {
    const said: string[] = [];
    const drawn: string[] = [];
    const meter = barMeter(
      (text) => said.push(text),
      (text) => drawn.push(text),
      DOWNLOAD,
    );
    meter.add(1_000_000);
    vi.advanceTimersByTime(1000);
    const [before] = drawn;
    expect(before).toBe('  [....................] waiting for a.example, 0 s');
    expect(drawn.at(-1)).toBe('  [#####...............] 1.0 MB of 4.0 MB, 1.0 MB/s, 3 s left');
    meter.add(4_000_000);
    meter.end(true);
    vi.runAllTimers();
    expect(drawn.at(-1)).toBe('');
    expect(said).toEqual(['downloading the blob from a.example', 'downloaded 5.0 MB in 1 s (5.0 MB/s)']);
    for (const line of drawn) expect(line.length).toBeLessThan(79);
  });

  it('of unknown size has no bar, and tells no end where it broke off', () => {
    const drawn: string[] = [];
    const said: string[] = [];
    const meter = barMeter(
      (text) => said.push(text),
      (text) => drawn.push(text),
      { ...DOWNLOAD, bytes: 0 },
    );
    meter.add(1000);
    vi.advanceTimersByTime(1000);
    meter.end(false);
    expect(drawn.slice(-2)).toEqual(['  1.0 kB, 1.0 kB/s', '']);
    expect(said).toHaveLength(1);
  });
});
