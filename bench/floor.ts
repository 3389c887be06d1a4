/** The least that a set-up of all platforms could take: a start of Node, the same writes to the table, and the probes. */
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { TABLE_PATH } from '../src/binfmt/entry.ts';
import { formatRule, handlerRule } from '../src/binfmt/rule.ts';
import { CONTAINER_ARCHITECTURES, qemuName, targetsOf } from '../src/platform/platforms.ts';
import { buildProbe, PROBE_ARGUMENTS } from '../src/probe/programs.ts';
import { environment, type Setting } from './cases.ts';
import type { Command } from './measure.ts';

/** Makes the program of the floor, with the handlers that are in a setting's store by now, and gives its command. */
export function floorCommand(setting: Setting): Command {
  const store = readdirSync(join(setting.folder, 'store'), { recursive: true, encoding: 'utf8' });
  const targets = targetsOf(CONTAINER_ARCHITECTURES);
  const rules = targets.flatMap((target) => {
    const found = store.find((path) => basename(path) === qemuName(target));
    return found === undefined
      ? []
      : formatRule(handlerRule(target, join(setting.folder, 'store', found), 'F'));
  });
  const probes = targets.map((target) => {
    const path = join(setting.folder, `probe-${target.arch}`);
    writeFileSync(path, buildProbe(target));
    chmodSync(path, 0o755);
    return path;
  });
  const words = Array.from({ length: PROBE_ARGUMENTS - 1 }, () => 'x');
  const program = join(setting.folder, 'floor.js');
  writeFileSync(
    program,
    `const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
for (const rule of ${JSON.stringify(rules)}) writeFileSync('${TABLE_PATH}/register', rule);
const left = ${JSON.stringify(probes)};
function next() {
  const probe = left.shift();
  if (probe === undefined) return;
  spawn(probe, ${JSON.stringify(words)}, { stdio: 'ignore' }).on('exit', (code) => {
    if (code !== ${PROBE_ARGUMENTS}) throw new Error(probe + ' ended with ' + code);
    next();
  });
}
for (let core = 0; core < ${availableParallelism()}; core++) next();
`,
  );
  return { args: [setting.node, program], env: environment(setting) };
}
