/**
 * Makes the package for npm:
 *
 *   node tools/pack.mjs FOLDER        writes FOLDER/setup-binfmt-<version>.tgz
 *
 * It holds the `files` of package.json, which are bundles: so its own package.json names no dependency. Ours, which names
 * some 300 MB of them for building and testing, stays private.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [destination = '.'] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-pack-'));
try {
  const {
    private: _private,
    scripts: _scripts,
    dependencies: _dependencies,
    devDependencies: _development,
    optionalDependencies: _optional,
    ...published
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of [...published.files, 'README.md', 'LICENSE'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  const options = ['--ignore-scripts', '--pack-destination', resolve(destination)];
  execFileSync('npm', ['pack', ...options], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
