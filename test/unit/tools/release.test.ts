import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const FILES = ['package.json', 'package-lock.json', 'src/text/text.ts'];
const CHANGELOG =
  '# Changelog\n\nAll of it.\n\n## Unreleased\n\n- One thing.\n- Another.\n\n## 1.0.0 - 2026-01-02\n\nFirst.\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  mkdirSync(join(folder, 'src/text'), { recursive: true });
  for (const file of FILES) copyFileSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const release = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'tools/release.mjs'), ...args, '--root', folder], {
    encoding: 'utf8',
  });

it('writes the version everywhere, and dates what was unreleased', () => {
  const before = FILES.map(read);
  expect(release('97.8.9', '--date', '2027-02-03')).toMatchObject({ status: 0, stderr: '' });
  const current = /"version": "([^"]+)"/.exec(before[0] ?? '')?.[1] ?? '';
  expect(FILES.map(read)).toEqual([
    before[0]?.replace(current, '97.8.9'),
    before[1]?.replace(current, '97.8.9').replace(current, '97.8.9'),
    before[2]?.replace(`PROGRAM_VERSION = '${current}'`, "PROGRAM_VERSION = '97.8.9'"),
  ]);
  expect(read('CHANGELOG.md')).toBe(
    CHANGELOG.replace('## Unreleased\n', '## Unreleased\n\n## 97.8.9 - 2027-02-03\n'),
  );
  expect(release('--notes', '97.8.9').stdout).toBe('- One thing.\n- Another.\n');
  expect(release('98.0.0').stderr).toBe('Cannot cut a release: nothing is unreleased\n');
});

it('takes the day of today', () => {
  expect(release('97.8.9').status).toBe(0);
  expect(read('CHANGELOG.md')).toMatch(/^## 97\.8\.9 - 20\d\d-\d\d-\d\d$/m);
});

it.each([
  ['0.9.9', 'does not follow'],
  ['97.8', 'is no version'],
  ['v97.8.9', 'is no version'],
  ['', 'is no version'],
])('refuses %s, and changes nothing', (version, reason) => {
  const before = [...FILES, 'CHANGELOG.md'].map(read);
  const { status, stderr } = release(version);
  expect([status, stderr.includes(reason)]).toEqual([1, true]);
  expect([...FILES, 'CHANGELOG.md'].map(read)).toEqual(before);
});

it('has notes of what the changelog names, and of nothing else', () => {
  expect(release('--notes', '1.0.0').stdout).toBe('First.\n');
  expect(release('--notes', '1.0.1')).toMatchObject({ status: 1, stdout: '' });
});

it('keeps one version here, which the changelog knows', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const notes = execFileSync(process.execPath, [join(root, 'tools/release.mjs'), '--notes', version], {
    encoding: 'utf8',
  });
  expect(notes.length).toBeGreaterThan(10);
});
