import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const tool = fileURLToPath(new URL('../../../tools/pins.mjs', import.meta.url));
const commit = 'ab'.repeat(20);
const TABLE = { 'a/checkout': { version: 'v7.0.1', commit }, 'a/code.ql': { version: 'v4.3.2', commit } };
const WORKFLOW = `steps:
  - uses: a/checkout@v6
  - uses: $/
  - id: x
    uses: a/code.ql/init@${'12'.repeat(20)} # v3
  - uses: org/setup-binfmt@v1
  - uses: ./.github/actions/own
`;
const PINNED = WORKFLOW.replace('@v6', `@${commit} # v7.0.1`).replace(
  /@(?:12){20} # v3/,
  `@${commit} # v4.3.2`,
);

let folder = '';
const workflow = (): string => join(folder, '.github/workflows/a.yml');
const write = (text: string, table: object = TABLE, readme = '- uses: a/checkout@v7\n'): void => {
  writeFileSync(workflow(), text);
  writeFileSync(join(folder, '.github/actions.json'), JSON.stringify(table));
  writeFileSync(join(folder, 'README.md'), readme);
};
const pins = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [tool, ...args, '--root', folder], {
    encoding: 'utf8',
  });
  return { status, stderr };
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pins-'));
  for (const each of ['.github/workflows', 'examples/other-ci'])
    mkdirSync(join(folder, each), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes commits and versions, but not for this repository itself, and is content with them', () => {
  write(WORKFLOW);
  expect(pins('--check')).toMatchObject({ status: 1, stderr: expect.stringMatching(/a\.yml is not pinned/) });
  expect(readFileSync(workflow(), 'utf8')).toBe(WORKFLOW);
  expect(pins()).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(workflow(), 'utf8')).toBe(PINNED);
  expect(pins('--check')).toEqual({ status: 0, stderr: '' });
});

it.each<[string, Parameters<typeof write>, string]>([
  ['an action that the table does not name', [`${PINNED}  - uses: b/c@v1\n`], 'b/c has no commit'],
  [
    'an action that nothing uses',
    [PINNED, { ...TABLE, 'b/c': { version: 'v1.0.0', commit } }],
    'b/c is used by nothing',
  ],
  [
    'a commit that is none',
    [PINNED, { ...TABLE, 'a/checkout': { version: 'v7.0.1', commit: 'v7' } }],
    'no commit',
  ],
  ['a wrong version as comment', [PINNED.replace('# v7.0.1', '# v7.0.0')], 'is not pinned'],
  ['another major in the README', [PINNED, TABLE, '- uses: a/checkout@v6\n'], 'a/checkout@v6 is not v7'],
])('complains of %s', (_, files, complaint) => {
  write(...files);
  const { status, stderr } = pins('--check');
  expect([status, stderr]).toEqual([1, expect.stringContaining(complaint)]);
});
