/**
 * Builds dist/ from scratch: one bundle that all doors share, the privileged program on its own, and a small
 * file for each door. With --check, builds elsewhere and compares every byte with what is committed.
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
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const DOORS = ['action', 'post', 'cli'].filter((door) => existsSync(join(root, `src/main/${door}.ts`)));

/** Compiles and bundles into `out`. */
function build(out) {
  // A copy, so that lib/ stays as it is; just below the checkout, because the bundle's module numbers follow from
  // the way between a module and node_modules, and must be the same wherever the checkout lies.
  const work = mkdtempSync(join(root, '.dist-'));
  try {
    for (const item of ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) {
      cpSync(join(root, item), join(work, item), { recursive: true });
    }
    run(
      [
        'node_modules/typescript/bin/tsc',
        '-p',
        join(work, 'tsconfig.build.json'),
        '--typeRoots',
        join(root, 'node_modules/@types'),
      ],
      work,
    );
    const doors = DOORS.map((door) => `export const ${door} = () => import('./${door}.js');\n`).join('');
    writeFileSync(join(work, 'lib/main/bundle.js'), doors);
    bundle(work, 'lib/main/bundle.js', join(out, 'bundle'), ['--license', 'licenses.txt']);
    bundle(work, 'lib/main/privileged.js', join(work, 'privileged'), []);
    const [program, ...more] = readdirSync(join(work, 'privileged')).filter(
      (name) => name !== 'package.json',
    );
    if (program !== 'index.js' || more.length > 0)
      throw new Error('the privileged program is no single file');
    renameSync(join(work, 'privileged/index.js'), join(out, 'privileged.js'));
    for (const door of DOORS) {
      writeFileSync(
        join(out, `${door}.js`),
        `#!/usr/bin/env node\nimport { ${door} } from './bundle/index.js';\n\nawait ${door}();\n`,
      );
    }
    writeFileSync(join(out, 'package.json'), '{\n  "type": "module"\n}\n');
    rmSync(join(out, 'bundle/package.json'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function bundle(work, entry, out, options) {
  run(
    [
      'node_modules/@vercel/ncc/dist/ncc/cli.js',
      'build',
      join(work, entry),
      '-o',
      out,
      '--no-cache',
      ...options,
    ],
    work,
  );
}

function run(args, work) {
  const [program, ...rest] = args;
  execFileSync(process.execPath, [join(root, program), ...rest], {
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

const out = join(root, 'dist');
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
    [...filesOf(out)].map(([name, bytes]) => `${String(bytes.length).padStart(9)} dist/${name}`).join('\n'),
  );
}
