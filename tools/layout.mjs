/**
 * The layout of src/ as rules: which folder may import which, what is pure, who may open which door. Read from the
 * imports that the files have, type imports included. `npm run check` tells what breaks them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each folder, from above to below, and the folders (or files of them) that it may import besides itself. */
export const MAY_IMPORT = {
  main: ['*'],
  commands: ['*', '!main'],
  report: ['doctor', 'plan', 'probe', 'facts', 'inputs', 'binfmt', 'platform', 'host', 'text'],
  apply: ['plan', 'journal', 'probe', 'facts', 'binfmt', 'platform', 'host', 'text'],
  doctor: ['probe', 'facts', 'qemu', 'oci', 'binfmt', 'platform', 'host', 'text'],
  plan: [
    ...['inputs', 'probe', 'journal/record', 'facts', 'qemu/store-layout', 'oci/reference'],
    ...['binfmt', 'platform', 'text'],
  ],
  namespace: ['facts', 'inputs', 'binfmt', 'host', 'text'],
  inputs: ['qemu/handler', 'qemu/default-image', 'oci', 'binfmt', 'platform', 'text'],
  probe: ['facts', 'binfmt', 'platform', 'host', 'text'],
  qemu: ['oci', 'platform', 'host', 'text'],
  journal: ['binfmt', 'host', 'text'],
  facts: ['binfmt', 'platform', 'host', 'text'],
  oci: ['host', 'text'],
  binfmt: ['platform', 'host', 'text'],
  platform: ['text'],
  host: ['text'],
  text: [],
};

/** Imports of types alone: what is below may be spoken of without being used. */
const ONLY_TYPES = { apply: ['facts'], namespace: ['inputs'] };

/** Files and folders without effects: no `node:*`, no package, no value of a file that is not listed here. */
export const PURE = [
  ...[
    'text',
    'platform',
    'inputs/inputs',
    'inputs/options',
    'plan',
    'doctor/checks',
    'doctor/log',
    'doctor/facts',
    'facts/facts',
  ],
  ...[
    'host/proc',
    'binfmt/entry',
    'binfmt/rule',
    'binfmt/persist',
    'probe/machine-code',
    'probe/programs',
    'probe/verdict',
  ],
  ...[
    'journal/record',
    'namespace/id-maps',
    'oci/reference',
    'oci/manifest',
    'qemu/handler',
    'qemu/store-layout',
  ],
  ...[
    'qemu/advisories',
    'qemu/default-image',
    'report/report',
    'report/result',
    'report/problems',
    'report/text',
  ],
  ...['report/markdown', 'report/narrate'],
];

/** Packages, and the only files that may import them. */
const DOORS = {
  '@actions/cache': ['qemu/actions-cache'],
  '@actions/core': ['main', 'report/github'],
  '@actions/exec': ['host/run'],
  '@actions/http-client': ['host/http'],
  '@actions/tool-cache': ['qemu/store'],
  'tar-stream': ['host/tar'],
};

/** All that the program that root runs may reach. */
const PRIVILEGED = [
  ...['main/privileged', 'apply', 'plan/plan', 'plan/parse-plan', 'plan/undo', 'journal', 'probe', 'binfmt'],
  ...['platform', 'host', 'text'],
];

const MOST_FILES = 12;
const MOST_LINES = 400;
const LEAST_LINES = 30;
/** Short for a reason: each is the only place that knows one thing. */
const SHORT = [
  'qemu/default-image',
  'host/tar',
  'probe/programs',
  'main/state',
  'doctor/evidence/evidence',
  'commands/context',
];

/** What breaks the rules, one sentence each; none where the layout holds. */
export function layoutProblems(sources = readSources()) {
  const names = new Set(sources.keys());
  const problems = [];
  for (const [name, { imports, lines }] of sources) {
    for (const found of imports) problems.push(...importProblems(name, found, names));
    if (lines > MOST_LINES) problems.push(`src/${name}.ts has ${lines} lines, and ${MOST_LINES} is the most`);
    if (lines < LEAST_LINES && !SHORT.includes(name)) {
      problems.push(`src/${name}.ts has ${lines} lines: too few for a file of its own`);
    }
  }
  for (const folder of new Set([...names].map(dirname))) {
    const count = [...names].filter((name) => dirname(name) === folder).length;
    if (count > MOST_FILES) problems.push(`src/${folder} has ${count} files, and ${MOST_FILES} is the most`);
  }
  for (const circle of circles(sources)) problems.push(`import circle: ${circle.join(' -> ')}`);
  for (const name of reachable('main/privileged', sources)) {
    if (!isBelow(name, PRIVILEGED)) problems.push(`src/main/privileged.ts reaches src/${name}.ts`);
  }
  return problems;
}

function importProblems(name, { to, type, lazy }, names) {
  const from = `src/${name}.ts`;
  if (!names.has(to)) {
    if (isBelow(name, PURE) && !type) return [`${from} is pure, and imports ${to}`];
    const doors = DOORS[to.replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1')];
    if (to.startsWith('node:') || (doors !== undefined && isBelow(name, doors))) return [];
    return [
      `${from} imports ${to}${doors === undefined ? ', which has no place' : ': only '}${doors?.join(', ') ?? ''}`,
    ];
  }
  const problems = [];
  if (lazy) problems.push(`${from} loads src/${to}.ts late: own files come with the program`);
  const [folder] = name.split('/');
  const allowed = MAY_IMPORT[folder];
  const [target] = to.split('/');
  if (allowed === undefined) problems.push(`src/${folder} is no folder of the layout`);
  else if (target !== folder && !mayImport(allowed, to)) problems.push(`${from} may not import src/${to}.ts`);
  else if (!type && ONLY_TYPES[folder]?.includes(target)) {
    problems.push(`${from} may import nothing but types of src/${to}.ts`);
  }
  if (!type && isBelow(name, PURE) && !isBelow(to, PURE)) {
    problems.push(`${from} is pure, and src/${to}.ts is not`);
  }
  return problems;
}

function mayImport(allowed, to) {
  if (allowed.includes('*')) return !allowed.includes(`!${to.split('/')[0]}`);
  return isBelow(to, allowed);
}

function isBelow(name, places) {
  return places.some((place) => name === place || name.startsWith(`${place}/`));
}

/** Every file of src/ by its name without ending, with what it imports. */
function readSources() {
  const src = join(root, 'src');
  const files = readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return new Map(
    files.sort().map((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const name = file.slice(0, -'.ts'.length);
      const imports = importsOf(text).map(({ from, ...rest }) => {
        const to = from.startsWith('.')
          ? relative(src, join(src, dirname(file), from)).replace(/\.ts$/, '')
          : from;
        return { to, ...rest };
      });
      return [name, { imports, lines: text.split('\n').length - 1 }];
    }),
  );
}

/** The imports and re-exports in a source text; an import is of types where each name in it is. */
export function importsOf(text) {
  const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const still = [...code.matchAll(/^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'/gm)].map(
    ([, type, names, from]) => ({ from, type: type !== undefined || allTypes(names), lazy: false }),
  );
  const bare = [...code.matchAll(/^import\s+'([^']+)'/gm)].map(([, from]) => ({
    from,
    type: false,
    lazy: false,
  }));
  const late = [...code.matchAll(/(typeof\s+)?\bimport\(\s*'([^']+)'\s*\)/g)].map(([, type, from]) => ({
    from,
    type: type !== undefined,
    lazy: type === undefined,
  }));
  return [...still, ...bare, ...late];
}

function allTypes(names) {
  const inner = /^\{([\s\S]*)\}$/.exec(names)?.[1];
  if (inner === undefined) return false;
  const each = inner
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

/** One way round for each circle, type imports included. */
function circles(sources) {
  const found = new Map();
  const done = new Set();
  const visit = (name, path) => {
    const at = path.indexOf(name);
    if (at >= 0) {
      const circle = path.slice(at);
      found.set([...circle].sort().join(), [...circle, name]);
      return;
    }
    if (done.has(name)) return;
    for (const { to } of sources.get(name)?.imports ?? []) if (sources.has(to)) visit(to, [...path, name]);
    done.add(name);
  };
  for (const name of sources.keys()) visit(name, []);
  return [...found.values()];
}

function reachable(start, sources) {
  const seen = new Set();
  const queue = [start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const { to, type } of sources.get(name)?.imports ?? []) if (!type && sources.has(to)) queue.push(to);
  }
  return [...seen];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = layoutProblems();
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
