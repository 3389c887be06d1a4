/**
 * The layout of src/ as rules: which folder may import which, which files are pure, which file may use a package,
 * how large files and folders may be, and that test/unit mirrors src/. `npm run check` reports what breaks them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { join as joinNames } from 'node:path/posix';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each folder, from top to bottom, and the folders (or files of them) that it may import besides itself. */
export const MAY_IMPORT = {
  main: ['*'],
  commands: ['*', '!main'],
  report: [
    'doctor',
    'plan',
    'probe',
    'facts',
    'inputs',
    'journal/record',
    'binfmt',
    'platform',
    'host',
    'text',
  ],
  apply: ['plan', 'journal', 'probe', 'facts', 'binfmt', 'platform', 'host', 'text'],
  doctor: ['probe', 'facts', 'qemu', 'oci', 'binfmt', 'platform', 'host', 'text'],
  plan: [
    ...['inputs', 'probe', 'journal/record', 'facts', 'qemu/handler', 'qemu/store-layout', 'oci/reference'],
    ...['binfmt', 'platform', 'text'],
  ],
  namespace: ['facts', 'inputs', 'binfmt', 'host', 'text'],
  inputs: ['qemu/handler', 'qemu/default-image', 'oci', 'binfmt', 'platform', 'text'],
  probe: ['facts', 'binfmt', 'platform', 'host', 'text'],
  qemu: ['oci', 'archive', 'platform', 'host', 'text'],
  journal: ['binfmt', 'host', 'text'],
  facts: ['binfmt', 'platform', 'host', 'text'],
  oci: ['archive', 'host', 'text'],
  archive: ['host', 'text'],
  binfmt: ['platform', 'host', 'text'],
  platform: ['text'],
  host: ['text'],
  text: [],
};

/** Folders from which a folder may import types, and no values. */
const ONLY_TYPES = { apply: ['facts'], namespace: ['inputs'] };

/** Files and folders without effects: no `node:*`, no package, no value of a file that is not listed here. */
export const PURE = [
  ...[
    'text',
    'platform',
    'inputs/inputs',
    'inputs/options',
    'inputs/help',
    'inputs/meant',
    'inputs/environment',
    'plan',
    'doctor/checks',
    'doctor/log',
    'doctor/kinds',
    'doctor/remedies',
    'doctor/facts',
    'facts/facts',
  ],
  ...[
    'host/proc',
    'host/network/docker-files',
    'host/network/failures',
    'binfmt/entry',
    'binfmt/rule',
    'binfmt/persist',
    'probe/behaviours',
    'probe/machine-code',
    'probe/programs',
    'probe/verdict',
  ],
  ...[
    'journal/record',
    'namespace/id-maps',
    'archive/limits',
    'archive/members',
    'oci/reference',
    'oci/manifest',
    'oci/registries-conf',
    'oci/endpoints',
    'oci/remedies',
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
  ...[
    'report/markdown',
    'report/narrate',
    'report/lines',
    'report/listing',
    'report/story',
    'report/wording',
  ],
];

/** Packages, and the only files and folders that may import them. */
const PACKAGES = {
  '@actions/cache': ['qemu/actions-cache'],
  '@actions/core': ['main', 'host/output'],
  '@actions/exec': ['host/run'],
  'http-proxy-agent': ['host/network/connections'],
  'smol-toml': ['oci/machine-registries'],
  'socks-proxy-agent': ['host/network/connections'],
};

/**
 * The only folder that opens, creates or copies files by path: what lies there can be a FIFO, a device or a link, or be
 * exchanged meanwhile, which host/files.ts knows, and the port Host is made of. Others use one of these.
 */
const OPENERS = ['host'];

/** The functions of node:fs and node:fs/promises by which a path is opened, whatever their ending. */
const OPENING =
  /^(?:open|openAsBlob|readFile|writeFile|appendFile|copyFile|cp|truncate|createReadStream|createWriteStream)(?:Sync)?$/;

/** Looking for a program by PATH, which is the job's: host/trust.ts knows what root may start of that. */
const BY_PATH = /\.which\(\s*[^,()]+\)/;

/** All that the program that root runs may reach. */
const PRIVILEGED = [
  ...[
    'main/privileged',
    'main/program',
    'apply',
    'plan/plan',
    'plan/parse-plan',
    'plan/undo',
    'journal',
    'probe',
  ],
  ...[
    'binfmt',
    'platform',
    'host/host',
    'host/digests',
    'host/ending',
    'host/files',
    'host/proc',
    'host/network/docker-files',
    'host/read',
    'host/room',
    'host/trust',
    'host/unforeseen',
    'text',
  ],
];

const MOST_FILES = 12;
const MOST_LINES = 400;
const LEAST_LINES = 30;
/** Files that may be shorter: each is the only place that knows one thing. */
const SHORT = [
  'qemu/default-image',
  'probe/programs',
  'doctor/evidence/evidence',
  'doctor/log/evidence',
  'commands/context',
  'commands/mount',
  'commands/list',
  'main/action',
  'main/cli',
  'main/post',
];

/** Unit tests of what is not in src/ nor in tools/: they mirror no file. */
const TESTS_OF_OTHER_FILES = ['action-manifest'];

/**
 * What breaks the rules of src/, one sentence each. Takes the text of each file by its name, which is its path in
 * src/ without the ending: `binfmt/entry`.
 */
export function layoutProblems(texts = textsBelow('src')) {
  const sources = new Map([...texts].map(([name, text]) => [name, sourceOf(name, text)]));
  const names = new Set(sources.keys());
  const problems = [];
  for (const [name, { imports, opened, byPath, lines }] of sources) {
    for (const found of imports) problems.push(...importProblems(name, found, names));
    if (!isBelow(name, OPENERS)) {
      for (const each of opened)
        problems.push(`src/${name}.ts opens a path by ${each}(), which only host/files.ts may`);
      if (byPath)
        problems.push(`src/${name}.ts looks for a program by which(), which only host/trust.ts may`);
    }
    if (lines > MOST_LINES) problems.push(`src/${name}.ts has ${lines} lines, and ${MOST_LINES} is the most`);
    if (lines < LEAST_LINES && !SHORT.includes(name)) {
      problems.push(`src/${name}.ts has ${lines} lines: too few for a file of its own`);
    }
  }
  for (const folder of new Set([...names].map(dirname))) {
    if (MAY_IMPORT[folder.split('/')[0]] === undefined)
      problems.push(`src/${folder} is no folder of the layout`);
    const count = [...names].filter((name) => dirname(name) === folder).length;
    if (count > MOST_FILES) problems.push(`src/${folder} has ${count} files, and ${MOST_FILES} is the most`);
  }
  for (const circle of circles(sources)) problems.push(`import circle: ${circle.join(' -> ')}`);
  for (const name of reachable('main/privileged', sources)) {
    if (!isBelow(name, PRIVILEGED)) problems.push(`src/main/privileged.ts reaches src/${name}.ts`);
  }
  return problems;
}

/** Places in the tables above where no file is. Takes the names of all files of src/. */
export function tableProblems(names = [...textsBelow('src').keys()]) {
  const places = [
    ...Object.entries(MAY_IMPORT).flatMap(([folder, allowed]) => [folder, ...allowed]),
    ...[...PURE, ...OPENERS, ...PRIVILEGED, ...SHORT, ...Object.values(PACKAGES).flat()],
  ];
  return [...new Set(places)]
    .filter((place) => !/^[!*]/.test(place) && !names.some((name) => isBelow(name, [place])))
    .map((place) => `the layout names src/${place}, where no file is`);
}

/** The unit tests that mirror no file. Takes names of test files, and of the files that they may mirror. */
export function mirrorProblems(tests = namesOfTests(), names = namesToMirror()) {
  return tests
    .filter((test) => !names.includes(test) && !TESTS_OF_OTHER_FILES.includes(test))
    .map((test) => `test/unit/${test}.test.ts tests no file of that name`);
}

function importProblems(name, { to, type, lazy }, names) {
  const from = `src/${name}.ts`;
  if (!names.has(to)) {
    if (isBelow(name, PURE) && !type) return [`${from} is pure, and imports ${to}`];
    const users = PACKAGES[to.replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1')];
    if (to.startsWith('node:') || (users !== undefined && isBelow(name, users))) return [];
    return [
      `${from} imports ${to}${users === undefined ? ', a package that no file may use' : `, which only ${users.join(', ')} may`}`,
    ];
  }
  const problems = [];
  if (lazy)
    problems.push(`${from} loads src/${to}.ts by import(): a file of src/ is loaded with the program`);
  const [folder] = name.split('/');
  const allowed = MAY_IMPORT[folder];
  const [target] = to.split('/');
  if (allowed === undefined) return problems;
  if (target !== folder && !mayImport(allowed, to)) problems.push(`${from} may not import src/${to}.ts`);
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

/** The text of each TypeScript file in a folder of the checkout, by its path there without the ending. */
function textsBelow(folder) {
  const files = readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith('.ts'));
  return new Map(
    files.sort().map((file) => [file.replace(/\.ts$/, ''), readFileSync(join(root, folder, file), 'utf8')]),
  );
}

function namesOfTests() {
  return [...textsBelow('test/unit').keys()].map((name) => name.replace(/\.test$/, ''));
}

function namesToMirror() {
  const tools = readdirSync(join(root, 'tools'), { recursive: true });
  return [
    ...textsBelow('src').keys(),
    ...tools.map((file) => joinNames('tools', file.replace(/\.(?:mjs|ts)$/, ''))),
  ];
}

/** What a file imports, own files by their names, by what it opens paths, and how many lines it has. */
function sourceOf(name, text) {
  const imports = importsOf(text).map(({ from, ...rest }) => {
    const to = from.startsWith('.') ? joinNames(dirname(name), from).replace(/\.ts$/, '') : from;
    return { to, ...rest };
  });
  const code = withoutComments(text);
  const lines = text.split('\n').length - 1;
  return { imports, opened: openedBy(code), byPath: BY_PATH.test(code), lines };
}

/** The imports and re-exports of a text; an import is one of types where each of its names is. */
function importsOf(text) {
  const code = withoutComments(text);
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

function withoutComments(text) {
  return text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
}

/** The functions of node:fs by which a text opens paths: imported by name, under another, or as members of what is imported whole. */
function openedBy(code) {
  const imports = [...code.matchAll(/^import\s+([^'";]*?)\s*from\s+'(?:node:)?fs(?:\/promises)?'/gm)];
  const used = imports.flatMap(([, names]) => {
    const [, inner = ''] = /\{([\s\S]*)\}/.exec(names) ?? [];
    const named = inner.split(',').map((name) => name.trim().split(/\s+as\s+/)[0]);
    const whole = names.replace(/\{[\s\S]*\}/, '').match(/\w+(?=\s*(?:,|$))/g) ?? [];
    const handles = [...whole, ...(named.includes('promises') ? ['promises'] : [])];
    const members = handles.flatMap((handle) =>
      [...code.matchAll(new RegExp(`\\b${handle}(?:\\.promises)?\\.(\\w+)`, 'g'))].map(([, name]) => name),
    );
    return [...named, ...members];
  });
  return [...new Set(used)].filter((name) => OPENING.test(name));
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

/** One path around each import circle, type imports included. */
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
  const problems = [...layoutProblems(), ...tableProblems(), ...mirrorProblems()];
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
