/** What reading an archive may still take, or reading several that share it. */
import type { ArchiveLimits } from './limits.ts';

/** Each function throws an error that says what there is too much of. */
export interface Budget {
  /** Takes bytes that are unpacked, before they are. */
  readonly takeBytes: (count: number) => void;
  /** Takes a header, or a piece that was packed by itself: a whole part, or a share of one. */
  readonly takePart: (share?: number) => void;
  /**
   * Does what reads, while the time runs. Where the time ends before the reading, and nothing comes in by which that
   * is noticed, `stop` is given the error.
   */
  readonly timed: <T>(work: () => Promise<T>, stop: (late: Error) => void) => Promise<T>;
}

/** `what` is who takes it, in an error's words. */
export function openBudget(limits: ArchiveLimits, what = 'it'): Budget {
  let { bytes, parts, timeMs } = limits;
  let end = Number.POSITIVE_INFINITY;
  const late = (): Error =>
    new Error(`${what} was not read within ${Number((limits.timeMs / 1000).toFixed(3))} s`);
  return {
    takeBytes: (count) => {
      bytes -= count;
      if (bytes < 0) throw new Error(`${what} unpacks to more than ${limits.bytes} bytes`);
    },
    takePart: (share = 1) => {
      parts -= share;
      if (parts < 0) throw new Error(`${what} has more than ${limits.parts} members and headers`);
      if (performance.now() >= end) throw late();
    },
    timed: async (work, stop) => {
      const begun = performance.now();
      end = begun + timeMs;
      const timer = setTimeout(() => stop(late()), timeMs);
      try {
        return await work();
      } finally {
        clearTimeout(timer);
        timeMs = Math.max(0, end - performance.now());
      }
    },
  };
}
