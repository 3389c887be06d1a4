/**
 * Holds every `uses:` of the workflows and examples to .github/actions.json, which names one version of each action and
 * the commit of its tag:
 *
 *   node tools/pins.mjs [--root FOLDER]           writes commits, and versions as comments, into workflows and examples
 *   node tools/pins.mjs --check [--root FOLDER]   changes nothing, and ends with 1 where one differs
 *
 * This repository's own action is named by its major version there, as users name it, and by `$/` in its own workflows.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
  },
});
const { root } = values;

/** How the examples name this action. */
const OWN = 'org/setup-binfmt';
const USES = /^([ \t]*(?:- )?uses: )([\w.-]+\/[\w.-]+)((?:\/[\w./-]+)?)@(\S+)(.*)$/gm;

const table = JSON.parse(readFileSync(join(root, '.github/actions.json'), 'utf8'));
const files = pinnedFiles().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const complaints = files.flatMap(({ file, text }) => unknownActions(text).map((each) => `${file}: ${each}`));
if (complaints.length === 0) {
  const wrong = files.filter(({ text }) => pin(text) !== text);
  if (!values.check) for (const { file, text } of wrong) writeFileSync(join(root, file), pin(text));
  else
    complaints.push(
      ...wrong.map(({ file }) => `${file} is not pinned as .github/actions.json says: npm run pins`),
    );
  complaints.push(
    ...majorProblems(readFileSync(join(root, 'README.md'), 'utf8')).map((each) => `README.md: ${each}`),
  );
  complaints.push(...unusedActions());
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;

/** Actions that the table does not name, or without a whole commit. */
function unknownActions(text) {
  return usesIn(text).flatMap(({ action }) =>
    /^[0-9a-f]{40}$/.test(table[action]?.commit) ? [] : [`${action} has no commit in .github/actions.json`],
  );
}

/** The text with each action pinned as the table says. */
function pin(text) {
  return text.replace(USES, (line, before, action, path) => {
    if (action === OWN) return line;
    const { version, commit } = table[action];
    return `${before}${action}${path}@${commit} # ${version}`;
  });
}

/** The README names majors, to be read easily: those that are not the table's. */
function majorProblems(text) {
  return usesIn(text).flatMap(({ action, reference }) => {
    const major = table[action]?.version.split('.')[0];
    return reference === major ? [] : [`${action}@${reference} is not ${major}`];
  });
}

function unusedActions() {
  const used = new Set(files.flatMap(({ text }) => usesIn(text).map(({ action }) => action)));
  return Object.keys(table).flatMap((action) => (used.has(action) ? [] : [`${action} is used by nothing`]));
}

function usesIn(text) {
  const found = Array.from(text.matchAll(USES), ([, , action, , reference]) => ({ action, reference }));
  return found.filter(({ action }) => action !== OWN);
}

function pinnedFiles() {
  return ['.github/workflows', 'examples', 'examples/other-ci'].flatMap((folder) => {
    const names = readdirSync(join(root, folder)).filter((name) => /\.ya?ml$/.test(name));
    return names.map((name) => `${folder}/${name}`);
  });
}
