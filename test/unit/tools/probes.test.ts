import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nativeArchitecture, TARGETS } from '../../../src/platform/platforms.ts';
import { LAUNCHER_CODE, MACHINE_CODE } from '../../../src/probe/machine-code.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tool = join(root, 'tools/probes.mjs');
const table = 'src/probe/machine-code.ts';

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'setup-binfmt-probes-'));
  for (const path of ['probes', table]) cpSync(join(root, path), join(copy, path), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

/** Runs the tool where no program can be found, and so no assembler. */
function runTool(...options: readonly string[]) {
  const env = { PATH: join(root, 'probes') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...options], {
    encoding: 'utf8',
    env,
  });
  return { status, stderr, lines: stdout.trimEnd().split('\n') };
}

/** Target, source, assembler and its package, the last two of those that have one. */
const all = runTool('--list').lines.map((line) => line.split(' '));
const isLauncher = ([, source]: readonly string[]) => source === 'launch.c';
const listed = all.filter((line) => !isLauncher(line));
const launchers = all.filter(isLauncher);

it('every target has a source, and no other has', () => {
  const targets = TARGETS.map(({ arch }) => arch).sort();
  expect(listed.map(([target]) => target).sort()).toEqual(targets);
  expect(Object.keys(MACHINE_CODE).sort()).toEqual(targets);
  // The header of the programs in C is a part of each of them.
  const sources = new Set(['system.h', ...all.map(([, source]) => source)]);
  expect([...sources].sort()).toEqual(readdirSync(join(root, 'probes')).sort());
});

it('there is a launcher for each architecture that Node is made for', () => {
  const made = ['x64', 'ia32', 'arm', 'arm64', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el'];
  const hosts = made.map((name) => nativeArchitecture(name, name === 's390x' ? 'big' : 'little'));
  expect(launchers.map(([target]) => target)).toEqual(expect.arrayContaining(hosts));
  expect(Object.keys(LAUNCHER_CODE).sort()).toEqual(launchers.map(([target]) => target).sort());
});

it('says of each target that it lacks the assembler, and which package brings it', () => {
  const { status, lines } = runTool('--check');
  const skipped = all.flatMap(([target, , program, origin]) =>
    program === undefined
      ? []
      : [`skipped: ${target}, since ${program} is not installed (Debian's ${origin})`],
  );
  expect(lines.slice(0, -1)).toEqual(skipped);
  const rest = all.length - skipped.length;
  expect(lines.at(-1)).toBe(`${table} is what the sources give: ${rest} of ${all.length} programs made anew`);
  expect(status).toBe(0);
});

it('notices a table that its sources do not give, and writes one that they give', () => {
  const source = join(copy, 'probes/nios2.words');
  const before = readFileSync(join(copy, table), 'utf8');
  writeFileSync(source, readFileSync(source, 'utf8').replace('01000044', '01000084'));

  const noticed = runTool('--check', '--root', copy);
  expect(noticed.status).toBe(1);
  expect(noticed.lines).toContainEqual(expect.stringMatching(/^nios2: nios2\.words gives 84000001/));
  expect(readFileSync(join(copy, table), 'utf8')).toBe(before);

  expect(runTool('--root', copy).status).toBe(0);
  expect(readFileSync(join(copy, table), 'utf8')).toBe(before.replace("'44000001", "'84000001"));
  expect(runTool('--check', '--root', copy).status).toBe(0);
});

it('notices a target too many in the table', () => {
  const file = join(copy, table);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('} as const', "  other: '00',\n} as const"));
  const { status, lines } = runTool('--check', '--root', copy);
  expect(lines.at(-1)).toMatch(/is not what npm run probes writes/);
  expect(status).toBe(1);
});

it('refuses what is no machine word', () => {
  const source = join(copy, 'probes/cris.words');
  writeFileSync(source, readFileSync(source, 'utf8').replace('9244', '924'));
  const { status, stderr } = runTool('--check', '--root', copy);
  expect(stderr).toContain('cris.words: "924" is no machine word');
  expect(status).toBe(1);
});
