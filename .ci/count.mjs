/** Prints passed, failed and skipped tests of a vitest JSON report; a report that cannot be read is one failure. */
import { readFileSync } from 'node:fs';

try {
  const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  // A file that could not even be loaded holds no test that failed.
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const failed = report.numFailedTests + broken.length;
  const incomplete = report.success || failed > 0 ? 0 : 1;
  console.log(report.numPassedTests, failed + incomplete, report.numPendingTests + report.numTodoTests);
} catch {
  console.log(0, 1, 0);
}
