import { diagnoseLog } from '../../src/doctor/log/diagnose.ts';
import type { LogReport } from '../../src/doctor/log/model.ts';
import { openLog } from '../../src/doctor/log/reader.ts';

/** Reads a whole log that is in memory. */
export function readLog(text: string): LogReport {
  const reading = openLog();
  reading.feed(text);
  return reading.report();
}

/** What a log of another machine is judged to be: the verdict, and the kind that leads. */
export function answerOf(log: string): string {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  return `${verdict} ${diagnoses[0]?.id ?? '-'}`;
}
