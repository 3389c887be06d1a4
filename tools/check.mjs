/** Everything that can be said of the sources without running them. Reads only; ends with 1 on any complaint. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LONGEST_FILE = 400;

const steps = [
  [
    'format, lint, import rules',
    ['node_modules/.bin/biome', 'check', '--colors=off', '--error-on-warnings', '.'],
  ],
  ['types', ['node_modules/.bin/tsc', '-p', '.']],
  ['action.yml, workflows, examples', [process.execPath, 'tools/check-workflows.mjs']],
  ['documentation', [process.execPath, 'tools/docs.mjs', '--check']],
];

const failed = steps.filter(([title, [program, ...args]]) => {
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  return report(title, status === 0 ? [] : [`ended with ${status}`]);
});
const problems = [...longFiles(), ...versionProblems()];
if (report('file lengths, version', problems)) failed.push('files');
process.exitCode = failed.length === 0 ? 0 : 1;

function report(title, problems) {
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${title}`);
  for (const problem of problems) console.log(`     ${problem}`);
  return problems.length > 0;
}

function longFiles() {
  const names = readdirSync(join(root, 'src'), { recursive: true }).filter((name) => name.endsWith('.ts'));
  return names.flatMap((name) => {
    const lines = readFileSync(join(root, 'src', name), 'utf8').split('\n').length - 1;
    return lines > LONGEST_FILE ? [`src/${name} has ${lines} lines, and ${LONGEST_FILE} is the most`] : [];
  });
}

function versionProblems() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const source = readFileSync(join(root, 'src/core/version.ts'), 'utf8');
  return source.includes(`'${version}'`) ? [] : [`src/core/version.ts does not say ${version}`];
}
