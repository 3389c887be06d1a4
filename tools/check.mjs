/** Everything that can be said of the sources without running them. Reads only; ends with 1 on any complaint. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layoutProblems, mirrorProblems, tableProblems } from './layout.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const steps = [
  ['format, lint', ['node_modules/.bin/biome', 'check', '--colors=off', '--error-on-warnings', '.']],
  ['types', ['node_modules/.bin/tsc', '-p', '.']],
  ['nothing unused: files, exports, types, packages', ['node_modules/.bin/knip', '--no-progress']],
  ['nothing that only tests use', ['node_modules/.bin/knip', '--no-progress', '--production']],
  ['action.yml, workflows, examples', [process.execPath, 'tools/check-workflows.mjs']],
  ['pinned actions', [process.execPath, 'tools/pins.mjs', '--check']],
  ['types of inputs and outputs', [process.execPath, 'tools/action-types.mjs']],
  ['documentation', [process.execPath, 'tools/docs.mjs', '--check']],
];

const failed = steps.filter(([title, [program, ...args]]) => {
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  return report(title, status === 0 ? [] : [`ended with ${status}`]);
});
if (report('layout', [...layoutProblems(), ...tableProblems(), ...mirrorProblems()])) failed.push('layout');
if (report('version', versionProblems())) failed.push('version');
process.exitCode = failed.length === 0 ? 0 : 1;

function report(title, problems) {
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${title}`);
  for (const problem of problems) console.log(`     ${problem}`);
  return problems.length > 0;
}

function versionProblems() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const source = readFileSync(join(root, 'src/text/text.ts'), 'utf8');
  return source.includes(`'${version}'`) ? [] : [`src/text/text.ts does not say ${version}`];
}
