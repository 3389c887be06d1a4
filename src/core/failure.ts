/** The document of a run that ended before there was anything to report on. */

import { REPORT_SCHEMA, type Report } from '../report/report.ts';
import type { SetupProblem } from '../text/text.ts';

/** A report without a look at the host. */
export type Failure = Omit<Report, 'host'>;

/** What `--json` prints in the place of a report: the fields that every report has, and the problem. */
export function failureOf(mode: string, { id, message, exitCode }: SetupProblem): Failure {
  return {
    schema: REPORT_SCHEMA,
    mode,
    exitCode,
    healthy: false,
    changed: false,
    platforms: [],
    registered: [],
    removed: [],
    findings: [],
    notes: [],
    problem: { id, message },
    outputs: {},
  };
}
