/** The package for npm, as people get it: packed, looked into, installed and run without a network. */
import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = `setup-binfmt-${version}.tgz`;
let folder = '';
const npm = (program: 'npm' | 'npx', args: readonly string[], cwd = folder): SpawnSyncReturns<string> =>
  spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      npm_config_cache: join(folder, 'cache'),
      npm_config_prefix: join(folder, 'prefix'),
    },
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  execFileSync(process.execPath, ['tools/pack.mjs', folder], { cwd: root, stdio: 'pipe' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds the bundles and what npm shows, and nothing else', () => {
  const listed = execFileSync('tar', ['-tzf', join(folder, file)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const bundles = readdirSync(join(root, 'dist')).map((name) => `dist/${name}`);
  const wanted = [...bundles, 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
  expect(listed.sort()).toEqual(wanted.map((name) => `package/${name}`).sort());
});

it('needs no other package, runs no script, and says where it comes from', () => {
  const text = execFileSync('tar', ['-xzOf', join(folder, file), 'package/package.json'], {
    encoding: 'utf8',
  });
  const described = JSON.parse(text);
  expect(Object.keys(described).filter((key) => /dependencies|scripts|private/i.test(key))).toEqual([]);
  expect(described).toMatchObject({
    name: 'setup-binfmt',
    version,
    bin: { 'setup-binfmt': 'dist/cli.js' },
    repository: { url: 'git+https://github.com/org/setup-binfmt.git' },
    publishConfig: { provenance: true },
  });
});

it('runs by npx from the packed file', () => {
  const run = (...args: readonly string[]) =>
    npm('npx', ['--yes', '--offline', '--package', `./${file}`, 'setup-binfmt', ...args]);
  expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
  const plan = run('plan', 'arm64', '--json', '--qemu-from', 'host');
  const report = JSON.parse(plan.stdout);
  expect(report).toMatchObject({ schema: 2, mode: 'plan' });
  expect(run('plan', 'amr64')).toMatchObject({ status: 2, stderr: expect.stringContaining('arm64') });
});

it('is installed with nothing beside it, its program of root included', () => {
  mkdirSync(join(folder, 'installed'));
  const done = npm('npm', ['install', '--offline', '--no-audit', `../${file}`], join(folder, 'installed'));
  expect(done.status, done.stderr).toBe(0);
  const modules = join(folder, 'installed/node_modules');
  expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['setup-binfmt']);
  expect(existsSync(join(modules, 'setup-binfmt/dist/privileged.js'))).toBe(true);
});

it('is linked by npm without a trace in the clone', () => {
  const clone = join(folder, 'clone');
  mkdirSync(clone);
  const tracked = execFileSync(
    'git',
    ['ls-files', '-z', '--', '*.json', '.npmrc', '.gitignore', 'dist', 'LICENSE'],
    { cwd: root, encoding: 'utf8' },
  );
  for (const name of tracked.split('\0').filter((each) => each !== ''))
    cpSync(join(root, name), join(clone, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: clone, encoding: 'utf8' });
  git('init', '-q');
  git('add', '-A');
  const done = npm('npm', ['link', '--offline', '--no-audit'], clone);
  expect(done.status, done.stderr).toBe(0);
  expect(
    git('status', '--porcelain')
      .split('\n')
      .filter((line) => !line.startsWith('A  ')),
  ).toEqual(['']);
  const linked = spawnSync(join(folder, 'prefix/bin/setup-binfmt'), ['--version'], { encoding: 'utf8' });
  expect(linked).toMatchObject({ status: 0, stdout: `${version}\n` });
});
