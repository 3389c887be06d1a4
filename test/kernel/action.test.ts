/** The action's main step, as a runner starts it: inputs by environment; outputs, summary and state by files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandFile } from '../support/command-file.ts';
import { commandOf, type Ended } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { copyProgram, type Lab, noLab, openLab, target } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu() : '';

/** What a runner would take for a command: `::` at the beginning of a line, `##[` anywhere. */
const COMMAND = /^\s*::|##\[/;

describe.skipIf(!able)('the action', () => {
  let lab: Lab;
  let files: {
    readonly output: string;
    readonly summary: string;
    readonly state: string;
    readonly temp: string;
  };
  beforeEach(async () => {
    lab = await openLab(qemu);
    const at = (name: string) => join(lab.work, name);
    files = { output: at('output'), summary: at('summary'), state: at('state'), temp: at('temp') };
    for (const file of [files.output, files.summary, files.state]) writeFileSync(file, '');
    mkdirSync(files.temp);
  });
  afterEach(() => lab.close());

  /** Starts the step; all inputs are there, as a runner gives them, empty where nothing is set. */
  function step(
    inputs: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const given: Record<string, string> = { 'qemu-from': 'host', cache: 'false', ...inputs };
    const asked = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return lab.run([...commandOf('action.js')], {
      ...environment,
      ...Object.fromEntries(asked),
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_STATE: files.state,
      RUNNER_TEMP: files.temp,
    });
  }
  /** The outputs that were written, by the runner's own rules. */
  const outputs = (): ReadonlyMap<string, string> =>
    new Map(Object.entries(commandFile(readFileSync(files.output, 'utf8'))));
  const commands = (ended: Ended) => ended.stdout.split('\n').filter((line) => COMMAND.test(line));

  it('makes platforms run, and says so in outputs, summary, report and log', async () => {
    const ended = await step({ platforms: 'linux/arm64\nlinux/s390x' });
    expect(ended.code, ended.stdout).toBe(0);
    const emitted = outputs();
    expect(emitted.get('emulated')).toBe('linux/arm64,linux/s390x');
    expect(emitted.get('platforms')).toMatch(/^linux\/.*,linux\/arm64,linux\/s390x$/);
    expect(emitted.get('registered')?.split(',').sort()).toEqual(['qemu-aarch64', 'qemu-s390x']);
    expect(emitted.get('changed')).toBe('true');
    expect(emitted.get('healthy')).toBe('true');
    expect(emitted.get('qemu-version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(emitted.get('cache-hit')).toBe('false');

    const report = JSON.parse(readFileSync(emitted.get('report') ?? '', 'utf8'));
    expect(report).toMatchObject({ schema: 2, mode: 'setup', healthy: true });
    for (const [name, value] of Object.entries(report.outputs)) expect(emitted.get(name)).toBe(value);

    const summary = readFileSync(files.summary, 'utf8');
    expect(summary).toContain('| Platform | How | QEMU | Flags | Proven | ms |');
    expect(summary).toMatch(/\| `linux\/arm64` \| emulated \| [\d.]+ \| POCF \| ✅ \| [\d.]+ \|/);

    const used = commands(ended).map((line) => line.trim().split(' ')[0]?.split('::')[1]);
    expect(used.filter((name) => name === 'group')).toHaveLength(used.filter((n) => n === 'endgroup').length);
    expect(ended.stdout).toMatch(/✓ linux\/arm64 +emulated/);
    expect(ended.stdout).not.toContain('\u001b');
  });

  it('puts QEMU on PATH where it is asked to, also for what is kept', async () => {
    const path = join(lab.work, 'path');
    for (const changed of ['true', 'false']) {
      writeFileSync(path, '');
      writeFileSync(files.output, '');
      const ended = await step(
        { platforms: 'arm64,amd64,386', 'add-to-path': 'true' },
        { GITHUB_PATH: path },
      );
      expect(ended.code, ended.stdout).toBe(0);
      expect(outputs().get('changed')).toBe(changed);
      const folder = outputs().get('qemu-dir') ?? '';
      expect(readFileSync(path, 'utf8')).toBe(`${folder}\n`);
      expect(readdirSync(folder).sort()).toEqual(['qemu-aarch64', 'qemu-aarch64-static']);
      const told = spawnSync(join(folder, 'qemu-aarch64'), ['--version'], { encoding: 'utf8' });
      expect(told.stdout).toMatch(/^qemu-aarch64 version/);
    }
  });

  it('says nothing in the summary when it shall not', async () => {
    expect((await step({ platforms: 'arm64', summary: 'false' })).code).toBe(0);
    expect(readFileSync(files.summary, 'utf8')).toBe('');
  });

  it('takes empty inputs for the defaults, and needs no files', async () => {
    const ended = await lab.run([...commandOf('action.js')], {
      'INPUT_QEMU-FROM': 'host',
      INPUT_PLATFORMS: 'riscv64',
      INPUT_STRICT: '',
      'INPUT_ON-CONFLICT': '',
    });
    expect(ended.code, ended.stdout).toBe(0);
    expect([...lab.entries().keys()]).toEqual(['qemu-riscv64']);
  });

  it('fails with one annotation that lists every wrong input', async () => {
    const ended = await step({ platforms: 'armm64', strict: 'perhaps', 'on-conflict': 'ask' });
    expect(ended.code).toBe(2);
    const [annotation, ...more] = commands(ended);
    expect(more).toEqual([]);
    expect(annotation).toMatch(/^::error title=SB-INPUT::Cannot use the inputs: 3 problems: /);
    for (const part of ['linux/arm64', 'perhaps', 'ask']) expect(annotation).toContain(part);
    expect(lab.entries().size).toBe(0);
    expect(readFileSync(files.output, 'utf8')).toBe('');
    expect(readdirSync(files.temp)).toEqual([]);
  });

  it('goes on with inputs that mean nothing to the mode, and notes them', async () => {
    const ended = await step({ mode: 'plan', platforms: 'arm64', log: 'build.log', network: 'true' });
    expect(ended.code, ended.stdout).toBe(0);
    for (const name of ['log', 'network']) {
      const note = `the input ${name} is for doctor, and means nothing to plan`;
      expect(ended.stdout).toContain(note);
      expect(readFileSync(files.summary, 'utf8')).toContain(note);
    }
    expect(ended.stdout).not.toContain('the input qemu-from');
  });

  it('does not keep and take away at once', async () => {
    const ended = await step({ platforms: 'arm64', persist: 'true', cleanup: 'true' });
    expect(ended.code).toBe(2);
    expect(commands(ended)).toEqual([expect.stringContaining('persist keeps what cleanup takes away again')]);
    expect(lab.entries().size).toBe(0);
  });

  it.skipIf(process.arch !== 'x64')(
    'lists in the matrix what runs natively too, where the runner is of any architecture',
    async () => {
      const ended = await step({ runners: 'default=self-hosted', strict: 'false' });
      expect(ended.code, ended.stdout).toBe(0);
      const running = new Set(outputs().get('platforms')?.split(','));
      const { include } = JSON.parse(outputs().get('matrix') ?? '');
      const legs = include.map(({ platform }: { platform: string }) => platform);
      expect(legs).toEqual(
        expect.arrayContaining(['linux/amd64', 'linux/386', 'linux/arm64', 'linux/s390x']),
      );
      for (const leg of legs) expect(running).toContain(leg);
      expect(outputs().get('count')).toBe(String(legs.length));
    },
  );

  describe('where it cannot go on', () => {
    const platforms = 'linux/amd64, linux/arm64, linux/s390x';
    const legs = () =>
      JSON.parse(outputs().get('matrix') ?? '').include.map(({ platform }: { platform: string }) => platform);
    const foreign = () =>
      lab.claim('s390x', { name: 'theirs', interpreter: join(qemu, 'qemu-s390x-static'), flags: '' });
    const stops: readonly [string, string, number, Readonly<Record<string, string>>, () => unknown][] = [
      [
        'the table was switched off',
        'SB006',
        3,
        {},
        () => writeFileSync(join(lab.table.folder, 'status'), '0'),
      ],
      [
        'the table cannot be written',
        'SB007',
        3,
        {},
        () => lab.run(['mount', '-o', 'remount,bind,ro', '/proc/sys/fs/binfmt_misc']),
      ],
      [
        'the table is not mounted and may not be',
        'SB009',
        3,
        { autoload: 'false' },
        () => lab.run(['mount', '-t', 'tmpfs', 'none', '/proc/sys/fs/binfmt_misc']),
      ],
      ['others claim an architecture', 'SB010', 1, { 'on-conflict': 'fail' }, foreign],
    ];

    it.each(stops)(
      'because %s: the matrix of what is sure, and the error',
      async (_, id, code, more, prepare) => {
        await prepare();
        const ended = await step({ platforms, runners: 'default=self-hosted\nlinux/arm64=arm64', ...more });
        expect(ended.code, ended.stdout).toBe(code);
        expect(
          commands(ended).filter((line) => line.startsWith(`::error title=${id}::Cannot `)),
        ).toHaveLength(1);
        expect(legs()).toEqual(['linux/amd64', 'linux/arm64']);
        expect(outputs().get('count')).toBe('2');
      },
    );

    it.each(stops)('because %s: without strict a warning', async (_, id, __, more, prepare) => {
      await prepare();
      const runners = 'default=self-hosted\nlinux/arm64=arm64';
      const ended = await step({ platforms, runners, strict: 'false', ...more });
      expect(ended.code, ended.stdout).toBe(0);
      expect(commands(ended).filter((line) => line.startsWith('::error'))).toEqual([]);
      expect(commands(ended).some((line) => line.startsWith(`::warning title=${id} cannot `))).toBe(true);
      expect(legs()).toEqual(['linux/amd64', 'linux/arm64']);
      expect(outputs().get('count')).toBe('2');
      expect(outputs().get('healthy')).toBe('false');
      // What nobody claims is set up all the same.
      expect(outputs().get('registered')).toBe(id === 'SB010' ? 'qemu-aarch64' : '');
    });
  });

  it('lets no entry, name or path of others give orders to the runner', async () => {
    const hostile = 'x\n::error::owned\n::set-output name=platforms::owned\n##[error]owned';
    const wrong = copyProgram(
      join(qemu, 'qemu-s390x-static'),
      join(lab.work, 'wrong ##[error]owned', 'qemu'),
    );
    // Another delimiter, since these names hold the usual one.
    lab.table.register(`|${hostile}|M||${claim('arm64')}|${wrong}|F`);
    lab.table.register(`|riscv\n::error::owned|M||${claim('riscv64')}|/nowhere\n::error::owned|`);
    lab.table.register('|odd|E||odd||/bin/sh\n::error::owned\n##[error]owned|');

    for (const policy of ['keep', 'fail', 'replace']) {
      const ended = await step({ platforms: 'arm64 riscv64', 'on-conflict': policy });
      expect(ended.code, ended.stdout).toBe(policy === 'replace' ? 0 : 1);
      expect(ended.stdout).toContain('owned');
      const allowed = /^::(?:(?:end)?group::|(?:error|warning|notice) title=)/;
      for (const line of commands(ended)) {
        expect(line).toMatch(allowed);
        // What follows the command is its message, in which the runner looks for no others.
        expect(line.replace(allowed, '')).not.toMatch(/##\[|::error::/);
      }
    }
    for (const [name, value] of outputs()) expect([name, value.includes('owned')]).toEqual([name, false]);
    const summary = readFileSync(files.summary, 'utf8');
    expect(summary.split('\n').filter((line) => COMMAND.test(line))).toEqual([]);
    for (const row of summary.split('\n').filter((line) => line.startsWith('| `')))
      expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8);
  });

  function claim(arch: string): string {
    const { magic, mask } = target(arch);
    const bytes = (hex: string) => hex.replace(/../g, '\\x$&');
    return `${bytes(magic)}|${bytes(mask)}`;
  }
});
