/**
 * Cuts a release out of what lies here:
 *
 *   node tools/release.mjs 1.2.0 [--date 2026-01-31] [--root FOLDER]
 *   node tools/release.mjs --notes 1.2.0 [--root FOLDER]   prints what the changelog says of a version
 *
 * Writes the version to where it is written (package.json, package-lock.json, src/text/text.ts), and gives what stands under
 * "Unreleased" in CHANGELOG.md the version and the date as its title. Run `npm run dist` after it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const UNRELEASED = '## Unreleased';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    notes: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
  },
});
const [version = ''] = positionals;
const read = (file) => readFileSync(join(values.root, file), 'utf8');
const changelog = read('CHANGELOG.md');

try {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`"${version}" is no version such as 1.2.0`);
  if (!/^\d{4}-\d\d-\d\d$/.test(values.date))
    throw new Error(`"${values.date}" is no date such as 2026-01-31`);
  if (values.notes) console.log(sectionOf(version));
  else cut();
} catch ({ message }) {
  console.error(`Cannot cut a release: ${message}`);
  process.exitCode = 1;
}

function cut() {
  const before = JSON.parse(read('package.json')).version;
  if (!follows(version, before)) throw new Error(`${version} does not follow ${before}`);
  if (!changelog.includes(`\n${UNRELEASED}\n`)) throw new Error(`CHANGELOG.md has no "${UNRELEASED}"`);
  if (sectionOf('Unreleased') === '') throw new Error('nothing is unreleased');
  const title = `${UNRELEASED}\n\n## ${version} - ${values.date}`;
  write('CHANGELOG.md', changelog, UNRELEASED, title);
  write('package.json', read('package.json'), `"version": "${before}"`, `"version": "${version}"`);
  const lock = JSON.parse(read('package-lock.json'));
  lock.version = version;
  lock.packages[''].version = version;
  writeFileSync(join(values.root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  const program = 'src/text/text.ts';
  write(program, read(program), `PROGRAM_VERSION = '${before}'`, `PROGRAM_VERSION = '${version}'`);
}

function write(file, text, from, to) {
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  writeFileSync(join(values.root, file), text.replace(from, to));
}

/** What the changelog says under a title, without it; throws where there is no such title. */
function sectionOf(title) {
  const [, ...sections] = changelog.split(/^## /m);
  const found = sections.find((section) => section.split(/[\s]/)[0] === title);
  if (found === undefined) throw new Error(`CHANGELOG.md says nothing of ${title}`);
  return found.slice(found.indexOf('\n')).trim();
}

/** Whether a version is later than another. */
function follows(version, before) {
  const [one, other] = [version, before].map((each) => each.split('.').map(Number));
  const index = one.findIndex((number, place) => number !== other[place]);
  return index >= 0 && one[index] > other[index];
}
