/** What all logs together may cost: whatever is done with them counts, and between its parts others have their turn. */
import { setImmediate } from 'node:timers/promises';

/** What is read of all logs together. */
interface LogLimits {
  readonly bytes: number;
  /** Time of a processor that the work with them takes, in milliseconds: a machine that does other things reads no less. */
  readonly ms: number;
}

const LIMITS: LogLimits = { bytes: 256 * 1024 ** 2, ms: 30_000 };

/** After so much work, in milliseconds, others have their turn: a signal that is to end this program, too. */
const TURN_MS = 20;

/** What is left to spend on logs. */
export interface LogBudget {
  /** Throws where so many bytes are more than is left, or no time is. */
  readonly require: (bytes: number) => void;
  /** Does a short piece of work with so many bytes, and counts both. Throws as `require` does, before it is done. */
  readonly work: <T>(work: () => T, bytes?: number) => Promise<T>;
}

/** Time of a processor that this process has taken so far, in milliseconds. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Begins to count. */
export function openBudget({ bytes, ms }: LogLimits = LIMITS): LogBudget {
  const spent = `of all logs together no more is read than ${bytes / 1024 ** 2} MiB, and for no longer than ${ms / 1000} s of a processor: give the end of this one alone`;
  const left = { bytes, ms };
  let turn = 0;
  const require = (size: number): void => {
    if (size > left.bytes || left.ms <= 0) throw new Error(spent);
  };
  return {
    require,
    work: async (work, size = 0) => {
      require(size);
      const begun = processorMs();
      const done = work();
      const took = processorMs() - begun;
      left.ms -= took;
      left.bytes -= size;
      turn += took;
      if (turn > TURN_MS) {
        await setImmediate();
        turn = 0;
      }
      return done;
    },
  };
}
