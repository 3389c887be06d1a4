/**
 * Scores the doctor on a corpus of logs, and prints how often its first cause is the true one, by kind of failure:
 * `npm run doctor:score`. `--aside` takes the logs that were put aside and writes their sums into docs/doctor-score.md;
 * `--cases FILE` takes another list; `--all` prints each case that is not right.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { casesOf, judge, OPEN, renderScore, sumsOf, tableOf } from './docs/score.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(root, 'docs/doctor-score.md');
const ASIDE = 'test/corpus/aside/cases.tsv';

const args = process.argv.slice(2);
const aside = args.includes('--aside');
const given = args.indexOf('--cases');
const lists =
  given >= 0 ? [args[given + 1]] : aside ? [join(root, ASIDE)] : OPEN.map((path) => join(root, path));
const judged = lists.flatMap(casesOf).map((one) => ({ one, result: judge(one) }));

if (args.includes('--all')) {
  for (const { one, result } of judged.filter(({ result }) => !result.right)) {
    console.log(`${one.file} [${one.kind}] expects ${one.verdict} ${one.platform}`);
    console.log(`  ${result.answer.verdict}: ${result.answer.headline}`);
    for (const { id, standing, causes } of result.answer.diagnoses.slice(0, 4)) {
      const [{ text, remedy, commands }] = causes;
      console.log(`  - ${id} (${standing}) ${text} | ${remedy} | ${commands.join('; ')}`);
    }
    console.log(`  ${result.why.join(', ')}\n`);
  }
}
console.log(tableOf(sumsOf(judged)));
if (aside) writeFileSync(PAGE, renderScore(readFileSync(PAGE, 'utf8'), 'aside', judged));
