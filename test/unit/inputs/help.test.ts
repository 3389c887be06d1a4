import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/inputs/arguments.ts';
import { renderHelp } from '../../../src/inputs/help.ts';
import { INPUT_DEFAULTS, parseInputs } from '../../../src/inputs/inputs.ts';
import { MODES, OWN_COMMANDS, PURPOSES } from '../../../src/inputs/options.ts';
import { BUILT_IN_RUNNERS, formatRunners } from '../../../src/platform/runners.ts';

const optionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name as string);

const commandsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}setup-binfmt (.*)$/gm)].map(([, line]) => line as string);

describe('renderHelp', () => {
  it('names the modes that there are', () => {
    for (const mode of PURPOSES) expect(renderHelp()).toMatch(new RegExp(`^ {2}${mode} +\\w`, 'm'));
  });
  it.each([undefined, ...PURPOSES])('fits a terminal (%s)', (mode) => {
    for (const line of renderHelp(mode).split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
  it('names options that there are', () => {
    const own = ['json', 'map-root', 'help', 'version', 'run', 'mount'];
    const options = optionsIn(renderHelp());
    expect(options.length).toBeGreaterThan(3);
    for (const option of options.filter((name) => !own.includes(name)))
      expect(Object.keys(INPUT_DEFAULTS)).toContain(option.replace(/^no-/, ''));
  });
  it('offers no scope that a mode refuses, or that is of no use in it', () => {
    for (const mode of PURPOSES) expect(renderHelp(mode)).not.toContain('private');
    expect(optionsIn(renderHelp('list'))).toContain('scope');
    expect(optionsIn(renderHelp('exec'))).not.toContain('scope');
  });
  it('shows the runners that are built in, where a matrix is made', () => {
    for (const mode of ['plan', 'setup'] as const)
      for (const line of formatRunners(BUILT_IN_RUNNERS)) expect(renderHelp(mode)).toContain(` ${line}\n`);
  });
  it('says what an option does, and not only what it is like', () => {
    expect(renderHelp('remove')).toMatch(/--run ID\|last +take this run back/);
  });
  it.each(['list', 'platforms', 'undo', 'plan'] as const)(
    'tells of %s no exit code of the doctor',
    (mode) => {
      expect(renderHelp(mode)).not.toMatch(/doctor found|1 a platform is not proven/);
      expect(renderHelp(mode)).toMatch(/^ {2}0 \w.*\n(?: {2}1 .*\n)? {2}2 wrong input/m);
    },
  );
  it('tells what the exit codes of a mode mean', () => {
    expect(renderHelp('doctor')).toContain('  1 an error was found\n');
    expect(renderHelp('platforms')).not.toMatch(/^ {2}[13] /m);
  });
  it('names the options of a mode alone', () => {
    expect(optionsIn(renderHelp('plan'))).toContain('matrix-from');
    expect(optionsIn(renderHelp('plan'))).not.toContain('log');
    expect(optionsIn(renderHelp('doctor'))).toContain('log');
    expect(optionsIn(renderHelp('platforms'))).toEqual(['json', 'help', 'version']);
    expect(optionsIn(renderHelp('exec'))).toContain('map-root');
  });
  it.each(PURPOSES)('shows two examples of %s, which can be typed', (mode) => {
    const [usage, ...examples] = commandsIn(renderHelp(mode));
    expect(usage).toMatch(mode);
    expect(examples).toHaveLength(2);
    for (const example of examples) {
      const asked = parseArguments(example.split(' '));
      const own = OWN_COMMANDS.find((name) => name === mode);
      expect(asked.kind).toBe(own ?? 'run');
      if (asked.kind === 'run') expect(MODES).toContain(parseInputs(asked.raw).mode);
    }
  });
});

describe('the pages on migrating', () => {
  const folder = new URL('../../../docs/migrating/', import.meta.url);
  const index = readFileSync(new URL('../migrating.md', folder), 'utf8');
  it.each(readdirSync(folder))('%s has lines that can be typed, and is in the index', (name) => {
    const page = readFileSync(new URL(name, folder), 'utf8');
    const lines = [...page.matchAll(/^setup-binfmt (.*)$/gm)].map(([, line = '']) => line);
    expect(lines.length > 0 || page.includes('uses: org/setup-binfmt@v1')).toBe(true);
    // The shell takes one of two backslashes.
    for (const line of lines) {
      const asked = parseArguments(line.replaceAll('\\\\', '\\').split(' '));
      if (asked.kind === 'run') parseInputs(asked.raw);
    }
    expect(index).toContain(`(migrating/${name})`);
  });
});
