/** Lines for people, and a JSON report where VITEST_REPORT names a file. */
export function reporters(): { reporters: string[]; outputFile?: { json: string } } {
  const file = process.env.VITEST_REPORT;
  if (file === undefined || file === '') return { reporters: ['default'] };
  return { reporters: ['default', 'json'], outputFile: { json: file } };
}
