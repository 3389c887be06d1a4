import type { LogReport } from '../../src/doctor/log/model.ts';
import { openLog } from '../../src/doctor/log/reader.ts';

/** Reads a whole log that is in memory. */
export function readLog(text: string): LogReport {
  const reading = openLog();
  reading.feed(text);
  return reading.report();
}
