import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnoseLog } from '../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../support/logs.ts';

/** What tools print last, with what a right answer says of it where nothing else is known; `\n` and `\t` as written. */
const ROWS = readFileSync(new URL('../../../corpus/lines.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t') as [verdict: string, platform: string, lines: string]);

it.each(ROWS)('says %s, on %s, of: %s', (verdict, platform, lines) => {
  const on = platform === '-' ? '' : `${platform} `;
  const shown = lines.replaceAll('\\t', '\t').split('\\n');
  const log = [
    `#9 [${on}build 4/6] RUN ./build.sh`,
    ...shown.map((line) => `#9 12.31 ${line}`),
    '#9 ERROR: process "/bin/sh -c ./build.sh" did not complete successfully: exit code: 1',
  ].join('\n');
  expect(diagnoseLog(readLog(`${log}\n`), {}, { here: false }).verdict).toBe(verdict);
});
