/**
 * Builds dist/ from scratch: one bundle that the action, the post step and the terminal share, a small file that
 * starts it for each, and the privileged program on its own. With --check, builds elsewhere and compares every byte
 * with what is committed; with --into, builds into that folder, for tests of what has just been written.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Each program is a file that starts what another one holds. */
const PROGRAMS = { action: 'main-step', post: 'post-step', cli: 'command-line' };
const BUNDLE = 'setup-binfmt';

/** Packages whose modules do nothing when they are loaded: what is not used of them is left out of the bundle. */
const WITHOUT_SIDE_EFFECTS = ['core', 'exec', 'glob', 'http-client', 'io', 'tool-cache'];

/** Of those that our own code uses. */
const NODE_MODULES_LOADED_LATE = ['child_process', 'crypto', 'net', 'readline', 'tls', 'v8', 'vm', 'zlib'];

/** Compiles and bundles into `out`. */
function build(out) {
  // A copy, so that lib/ stays as it is; just below the checkout, because the bundle's module numbers follow from
  // the way between a module and node_modules, and must be the same wherever the checkout lies.
  const work = mkdtempSync(join(root, '.dist-'));
  try {
    for (const item of ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) {
      cpSync(join(root, item), join(work, item), { recursive: true });
    }
    const types = join(root, 'node_modules/@types');
    run(work, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--typeRoots', types);
    copyToolkit(work);
    nameChunks(join(work, 'lib'));
    // All in one scope: what is wrapped in functions, module by module, is parsed twice.
    const all = Object.values(PROGRAMS).map((module) => `export * from './${module}.js';\n`);
    writeFileSync(join(work, 'lib/main/bundle.js'), all.join(''));
    bundle(work, 'lib/main/bundle.js', join(work, 'bundle'), '--license', '[name].licenses.txt');
    writeNamed(join(work, 'bundle'), out);
    bundle(work, 'lib/main/privileged.js', join(work, 'privileged'));
    const [program, ...more] = readdirSync(join(work, 'privileged')).filter(
      (name) => name !== 'package.json',
    );
    if (program !== 'index.js' || more.length > 0)
      throw new Error('the privileged program is no single file');
    renameSync(join(work, 'privileged/index.js'), join(out, 'privileged.js'));
    for (const [name, module] of Object.entries(PROGRAMS)) {
      const text = readFileSync(join(work, `lib/main/${name}.js`), 'utf8');
      writeFileSync(join(out, `${name}.js`), text.replace(`./${module}.js`, `./${BUNDLE}.js`));
    }
    // As npm makes the program that `bin` names, also in a clone that it links to.
    chmodSync(join(out, 'cli.js'), 0o755);
    writeFileSync(join(out, 'package.json'), '{\n  "type": "module"\n}\n');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Copies the toolkit to where its packages can be marked as free of side effects, which they do not say themselves. */
function copyToolkit(work) {
  const toolkit = join(work, 'node_modules/@actions');
  for (const name of [...WITHOUT_SIDE_EFFECTS, 'cache']) {
    cpSync(join(root, 'node_modules/@actions', name), join(toolkit, name), { recursive: true });
  }
  for (const name of WITHOUT_SIDE_EFFECTS) {
    const file = join(toolkit, name, 'package.json');
    const described = { ...JSON.parse(readFileSync(file, 'utf8')), sideEffects: false };
    writeFileSync(file, JSON.stringify(described));
  }
}

/** Gives each package that is loaded when it is used a chunk with its name. */
function nameChunks(lib) {
  for (const [name, bytes] of filesOf(lib)) {
    const text = bytes.toString('utf8');
    const named = text.replace(/\bimport\('([^']+)'\)/g, (_, from) => {
      const chunk = from.replace('@', '').replace('/', '-');
      return `import(/* webpackChunkName: "${chunk}" */ '${from}')`;
    });
    if (named !== text) writeFileSync(join(lib, name), named);
  }
}

/**
 * Writes the bundle into `out`, its chunks under the names of the packages that they are loaded for in place of the
 * numbers that ncc gives them. One that several packages share has the names of all.
 */
function writeNamed(from, out) {
  const main = readFileSync(join(from, 'index.js'), 'utf8');
  const chunks = readdirSync(from).filter((name) => /^\d+\.index\.js$/.test(name));
  const all = [main, ...chunks.map((name) => readFileSync(join(from, name), 'utf8'))].join('\n');
  const imports = [...all.matchAll(/\/\* import\(\) \| ([\w-]+) \*\/(.*?)\)\.then/g)].map(
    ([, name, loads]) => ({
      name,
      ids: loads.match(/\d+/g),
    }),
  );
  const names = Object.fromEntries(
    [...new Set(imports.flatMap(({ ids }) => ids))].sort().map((id) => {
      const alone = imports.find(({ ids }) => ids.length === 1 && ids[0] === id);
      const users = imports.filter(({ ids }) => ids.includes(id)).map(({ name }) => name);
      return [id, alone?.name ?? [...new Set(users)].sort().join('-and-')];
    }),
  );
  const ids = chunks.map((chunk) => chunk.replace('.index.js', ''));
  if (ids.some((id) => !(id in names)) || new Set(Object.values(names)).size !== chunks.length) {
    throw new Error(`chunks cannot be told apart by the packages that load them: ${JSON.stringify(names)}`);
  }
  for (const id of ids) renameSync(join(from, `${id}.index.js`), join(out, `${names[id]}.js`));
  const template = 'return "" + chunkId + ".index.js";';
  if (main.split(template).length !== 2) throw new Error('the bundle does not say how its chunks are called');
  const named = main.replace(template, `return ${JSON.stringify(names)}[chunkId] + ".js";`);
  writeFileSync(join(out, `${BUNDLE}.js`), loadLate(named));
  writeLicenses(from, out);
}

/**
 * Has modules of Node loaded when something of them is used first, as a bundle in CommonJS would: to load these takes
 * as long as half of Node's own start, and no run uses all. Each is asked for its properties, or by packages in CommonJS
 * for all of them.
 */
function loadLate(text) {
  return NODE_MODULES_LOADED_LATE.reduce((before, name) => {
    const load = new RegExp(
      ` = (__WEBPACK_EXTERNAL_createRequire\\(import\\.meta\\.url\\)\\("(?:node:)?${name}"\\));`,
      'g',
    );
    if (!load.test(before)) throw new Error(`the bundle does not load ${name}`);
    const property = '({ value: $1[key], enumerable: true, configurable: true })';
    const traps = `get: (_, key) => $1[key], ownKeys: () => Reflect.ownKeys($1), getOwnPropertyDescriptor: (_, key) => ${property}`;
    return before.replace(load, ` = new Proxy({}, { ${traps} });`);
  }, text);
}

/** Joins the licences of all files to one page: ncc collects them by chunk. */
function writeLicenses(from, out) {
  const ending = '.licenses.txt';
  const sections = readdirSync(from)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const chunk = name.slice(0, -ending.length);
      const title = `What ${chunk === 'main' ? BUNDLE : chunk}.js holds of other packages`;
      return `${title}\n${'='.repeat(title.length)}\n\n${readFileSync(join(from, name), 'utf8')}`;
    });
  writeFileSync(join(out, 'licenses.txt'), sections.join('\n\n'));
}

function bundle(work, entry, out, ...options) {
  run(
    work,
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    join(work, entry),
    '-o',
    out,
    '--no-cache',
    ...options,
  );
}

function run(work, program, ...args) {
  execFileSync(process.execPath, [join(root, program), ...args], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Every file below a folder, by relative path. */
function filesOf(folder) {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    names.map((entry) => [
      relative(folder, join(entry.parentPath, entry.name)),
      readFileSync(join(entry.parentPath, entry.name)),
    ]),
  );
}

const into = process.argv.indexOf('--into');
const out = into < 0 ? join(root, 'dist') : resolve(process.argv[into + 1]);
if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(join(tmpdir(), 'setup-binfmt-check-'));
  try {
    build(fresh);
    const [committed, built] = [filesOf(out), filesOf(fresh)];
    const names = [...new Set([...committed.keys(), ...built.keys()])].sort();
    const different = names.filter(
      (name) => !committed.get(name)?.equals(built.get(name) ?? Buffer.alloc(0)),
    );
    for (const name of different) console.error(`dist/${name} is not what the sources give`);
    console.log(
      different.length === 0
        ? `dist/ is what the sources give: ${names.length} files`
        : 'Run npm run dist and commit the result.',
    );
    process.exitCode = different.length === 0 ? 0 : 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  const fresh = mkdtempSync(join(root, '.dist-'));
  build(fresh);
  rmSync(out, { recursive: true, force: true });
  chmodSync(fresh, 0o755);
  renameSync(fresh, out);
  console.log(
    [...filesOf(out)]
      .map(([name, bytes]) => `${String(bytes.length).padStart(9)} ${relative(root, out)}/${name}`)
      .join('\n'),
  );
}
