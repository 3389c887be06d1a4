/**
 * Writes the parts of the documentation that follow from the sources, so that they cannot drift. With --check,
 * says which are not up to date and changes nothing. Imports the sources as they are, which Node 24 can.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { between } from './docs/between.ts';
import { renderDoctorDocs } from './docs/doctor-docs.ts';
import { renderPlatforms } from './docs/platforms.ts';
import { renderReportSchema } from './docs/report-schema.ts';
import { casesOf, judge, OPEN, renderScore } from './docs/score.ts';
import { renderTroubleshooting } from './docs/troubleshooting.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const action = parse(read('action.yml'));

const pages = {
  'README.md': (text) => between(between(text, 'inputs', inputTable()), 'outputs', outputTable()),
  'docs/doctor.md': () => renderDoctorDocs(),
  'docs/report.schema.json': () => renderReportSchema(read('docs/report.md')),
  'docs/troubleshooting.md': () => renderTroubleshooting(),
  'docs/platforms.md': () => renderPlatforms(),
  'docs/doctor-score.md': (text) =>
    renderScore(
      text,
      'open',
      OPEN.flatMap((path) => casesOf(join(root, path))).map((one) => ({ one, result: judge(one) })),
    ),
};

const check = process.argv.includes('--check');
for (const [path, render] of Object.entries(pages)) {
  const before = existsSync(join(root, path)) ? read(path) : '';
  const after = render(before);
  if (before === after) continue;
  if (check) process.exitCode = 1;
  else writeFileSync(join(root, path), after);
  console.log(check ? `${path} is not up to date: run npm run docs` : `wrote ${path}`);
}

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

function inputTable() {
  const rows = Object.entries(action.inputs).map(([name, { description, default: fallback }]) => {
    const shown = fallback === undefined ? '' : `\`${fallback}\``;
    return `| \`${name}\` | ${shown} | ${cell(description.replace(/@sha256:[0-9a-f]+/, '@sha256:…'))} |\n`;
  });
  return `| input | default | meaning |\n| --- | --- | --- |\n${rows.join('')}`;
}

function outputTable() {
  const rows = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |\n`,
  );
  return `| output | meaning |\n| --- | --- |\n${rows.join('')}`;
}

function cell(text) {
  return text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
}
