/** What a run has changed is taken back, on real private tables, through the programs. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatRule } from '../../src/binfmt/rule.ts';
import { DIGESTS_FILE } from '../../src/journal/journal.ts';
import { stateVariables } from '../support/command-file.ts';
import { built, commandOf, reportOf, runProgram } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { copyProgram, type Lab, noLab, openLab, probeCommand, target } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu('trixie') : '';
const STATE = '/run/setup-binfmt';

const NOTHING_LEFT = 'there is no record of a run that could be taken back\nnothing was left to take back.\n';

describe.skipIf(!able)('taking a run back', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab(qemu);
  });
  afterEach(() => lab.close());

  const texts = () => [...lab.entries()];
  const works = async (arch: string): Promise<boolean> =>
    (await lab.run(probeCommand(lab.work, arch, 'chroot'))).code === 42;
  const setUp = async (...args: readonly string[]): Promise<void> => {
    const ended = await lab.cli('setup', ...args);
    expect(ended.code, ended.stderr).toBe(0);
  };
  const undo = () => lab.cli('remove', '--run', 'last');
  /** Records and leases; which bytes were hashed is no change of a run, and stays known. */
  const stateFiles = async (): Promise<readonly string[]> => {
    const found = await lab.run(['find', STATE, '-type', 'f', '!', '-name', DIGESTS_FILE]);
    return found.stdout.split('\n').filter((path) => path !== '');
  };

  /** Runs one step of the action inside, with a state file for its post step. */
  const job = (name: string, inputs: Readonly<Record<string, string>> = {}) => {
    const file = join(lab.work, `${name}.state`);
    writeFileSync(file, '');
    const given = Object.entries({ 'QEMU-FROM': 'host', SUMMARY: 'false', CACHE: 'false', ...inputs });
    const env = {
      ...Object.fromEntries(given.map(([key, value]) => [`INPUT_${key}`, value])),
      GITHUB_STATE: file,
    };
    const states = () => stateVariables(readFileSync(file, 'utf8'));
    return {
      env,
      states,
      main: () => lab.run([process.execPath, built('action.js')], env),
      post: () => lab.run([process.execPath, built('post.js')], states()),
      /** In a namespace of processes of its own, the step is the first, and sees none above it. */
      mainContained: () => lab.run(['unshare', '--pid', '--fork', process.execPath, built('action.js')], env),
      /** Ends the process that is the job's runner with the step. */
      mainAlone: () => lab.run(['sh', '-c', `"${process.execPath}" "$0"; exit $?`, built('action.js')], env),
    };
  };

  it('brings back what was replaced, byte for byte, in its order and as it was switched', async () => {
    lab.claim('arm64', { name: 'broken', interpreter: '/bin/false', flags: 'F' });
    lab.claim('arm64', { name: 'qemu-aarch64', interpreter: '/bin/true', flags: 'PF' });
    lab.claim('arm64', { name: 'off', interpreter: '/nowhere', flags: '' });
    writeFileSync(join(lab.table.folder, 'off'), '0', { flag: 'r+' });
    lab.table.register(':WSLInterop:M::MZ::/bin/true:PF');
    lab.table.register(':python:E::py::/usr/bin/env:');
    const before = texts();
    await setUp('arm64', 's390x');
    expect(await works('arm64')).toBe(true);
    expect([...lab.entries().keys()].sort()).toEqual([
      'WSLInterop',
      'broken',
      'off',
      'python',
      'qemu-aarch64',
      'qemu-aarch64.setup-binfmt',
      'qemu-s390x',
    ]);
    const ended = await undo();
    expect(ended.code, ended.stderr).toBe(0);
    expect(new Map(texts())).toEqual(new Map(before));
    expect(texts()).toEqual(before);
    expect(await stateFiles()).toEqual([]);
  });

  it('says first which run it takes back, the latest or the one that is named', async () => {
    await setUp('arm64');
    await setUp('s390x');
    const known = async () => reportOf(await lab.run([...commandOf('cli.js'), 'list', '--json'])).runs ?? [];
    expect((await known()).map(({ did }) => did)).toEqual([
      'registered qemu-s390x',
      'registered qemu-aarch64',
    ]);
    const [latest, first] = await known();
    const named = await lab.run([...commandOf('cli.js'), 'undo', first?.id ?? '']);
    expect(named.stderr.split('\n')[0]).toMatch(`  the run to take back: ${first?.id} of `);
    expect([...lab.entries().keys()]).toEqual(['qemu-s390x']);
    const gone = await lab.run([...commandOf('cli.js'), 'undo', first?.id ?? '']);
    expect([gone.code, gone.stderr]).toEqual([
      2,
      expect.stringContaining(`there is no record of it; there are those of ${latest?.id}. `),
    ]);
    await setUp('arm64');
    const [line, next] = (await undo()).stderr.split('\n');
    expect(line).toMatch(/^ {2}the run to take back: \S+ of \S+ \S+: registered qemu-aarch64$/);
    expect(next).toBe('  it is the latest of 2, and list names the others');
    expect((await known()).map(({ id }) => id)).toEqual([latest?.id]);
  });

  it('leaves what a later run has registered in its turn to that run, and takes the runs back one by one', async () => {
    const cli = (...args: readonly string[]) => lab.run([...commandOf('cli.js'), ...args]);
    const did = async () => reportOf(await cli('list', '--json')).runs?.map((run) => run.did);
    await setUp('arm64');
    const [first] = reportOf(await cli('list', '--json')).runs ?? [];
    await cli('remove', 'arm64');
    await setUp('arm64');
    expect(await did()).toEqual(['registered qemu-aarch64']);
    const named = await cli('undo', first?.id ?? '');
    expect([named.code, named.stdout]).toEqual([
      0,
      'entry qemu-aarch64 was registered anew by a later run, and stays\nnothing was left to take back.\n',
    ]);
    expect(named.stderr).not.toContain('Changes');
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
    const latest = await cli('undo');
    expect(latest.stdout).toBe('removed qemu-aarch64.\n');
    expect(texts()).toEqual([]);
    expect(await did()).toEqual([]);
    const none = await cli('undo');
    expect([none.code, none.stdout]).toEqual([0, NOTHING_LEFT]);
    expect(none.stderr).not.toMatch(/Changes|the run to take back/);
  });

  it('takes back what was set up, removed and set up again in the order of a stack', async () => {
    await setUp('arm64');
    const before = texts();
    await lab.cli('remove', 'arm64');
    await setUp('arm64');
    const ended = [await undo(), await undo(), await undo()].map(({ stdout }) => stdout);
    expect(ended).toEqual(['removed qemu-aarch64.\n', 'put back qemu-aarch64.\n', 'removed qemu-aarch64.\n']);
    expect([before.length, texts(), await stateFiles()]).toEqual([1, [], []]);
  });

  it('keeps a translator in front of what comes back, though nobody had touched it', async () => {
    // In the kernel's order: rosetta is asked before the entry that is replaced.
    lab.claim('arm64', { name: 'old', interpreter: '/bin/false', flags: '' });
    lab.claim('arm64', { name: 'rosetta', interpreter: '/bin/true', flags: 'OCF' });
    const before = texts();
    await setUp('arm64', '--on-conflict', 'replace');
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64', 'rosetta', 'old']);
    await undo();
    expect(texts()).toEqual(before);
  });

  it('leaves what somebody else has changed since', async () => {
    await setUp('arm64', 's390x');
    lab.table.unregister('qemu-aarch64');
    lab.claim('arm64', { name: 'qemu-aarch64', interpreter: '/bin/true', flags: '' });
    const theirs = lab.entries().get('qemu-aarch64');
    const ended = await undo();
    expect(ended.stdout).toContain('entry qemu-aarch64 was changed by somebody else since, and stays');
    expect(texts()).toEqual([['qemu-aarch64', theirs]]);
  });

  /** What docker/setup-qemu-action leaves: entries whose handlers lie in a container that is gone. */
  const leaveByContainer = (archs: readonly string[]): void => {
    const image = join(lab.work, 'container');
    for (const arch of archs) {
      const name = `qemu-${target(arch).qemu}`;
      const interpreter = copyProgram(join(qemu, `${name}-static`), join(image, name));
      lab.claim(arch, { name, interpreter, flags: 'POCF' });
    }
    rmSync(image, { recursive: true });
  };
  const LEFT = ['arm64', 'arm', 'riscv64', 's390x', 'ppc64le', 'mips64le', 'mips64', 'loong64'];

  it('puts back what lives on in the kernel alone, after replace with cleanup', async () => {
    leaveByContainer(LEFT);
    const before = texts();
    const replacing = job('replacing', { 'ON-CONFLICT': 'replace', PLATFORMS: LEFT.join(), CLEANUP: 'true' });
    const main = await replacing.main();
    expect(main.code, main.stdout + main.stderr).toBe(0);
    expect(lab.entries().size).toBe(16);
    for (const arch of LEFT) expect(await works(arch)).toBe(true);
    // Nothing of it is a fault.
    const doctor = reportOf(await lab.cli('doctor', ...LEFT, '--json'));
    expect(doctor.findings.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['SB027']));
    expect(doctor.findings.filter(({ evidence }) => evidence.includes('qemu-aarch64 '))).toEqual([]);
    const post = await replacing.post();
    expect(post.code, post.stdout + post.stderr).toBe(0);
    expect(texts()).toEqual(before);
    for (const arch of LEFT) expect(await works(arch)).toBe(true);
    expect(await stateFiles()).toEqual([]);
  });

  it('puts it back when another run has replaced ours meanwhile, in either order, and with reset', async () => {
    leaveByContainer(['arm64', 's390x']);
    const before = texts();
    const first = job('first', { 'ON-CONFLICT': 'replace', PLATFORMS: 'arm64', CLEANUP: 'true' });
    const second = job('second', {
      RESET: 'true',
      PLATFORMS: 'arm64',
      CREDENTIALS: 'false',
      CLEANUP: 'true',
    });
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      expect((await first.main()).code).toBe(0);
      expect((await second.main()).code).toBe(0);
      expect([await works('arm64'), await works('s390x')]).toEqual([true, false]);
      expect((await one.post()).code).toBe(0);
      expect(await works('arm64')).toBe(true);
      const last = await other.post();
      expect(last.code, last.stdout + last.stderr).toBe(0);
      expect(texts()).toEqual(before);
    }
    expect(await stateFiles()).toEqual([]);
  });

  it('says of what is removed for good that it cannot be put back, and removes it for a while with cleanup', async () => {
    leaveByContainer(['arm64']);
    const before = texts();
    const removing = job('removing', { MODE: 'remove', PLATFORMS: 'arm64', CLEANUP: 'true' });
    expect((await removing.main()).stdout).toContain('switched off qemu-aarch64');
    expect(await works('arm64')).toBe(false);
    expect((await removing.post()).code).toBe(0);
    expect(texts()).toEqual(before);
    const removed = await lab.cli('remove', 'arm64');
    expect(removed.stdout).toMatch(
      /entry qemu-aarch64 cannot be put back: \S+ is not there, and the kernel alone held it/,
    );
    const undone = await undo();
    expect([undone.code, undone.stderr]).toEqual([
      1,
      expect.stringMatching(
        /SB087 .*entry qemu-aarch64 cannot be put back: \S+container\/qemu-aarch64: the interp.*ENOENT/,
      ),
    ]);
    expect(undone.stderr).not.toContain('setup-binfmt-undo');
  });

  it('takes its mount away, unless somebody else has registered in it', async ({ skip }) => {
    const mounted = () => existsSync(join(lab.table.folder, 'status'));
    for (const guest of [false, true]) {
      expect((await lab.run(['umount', '/proc/sys/fs/binfmt_misc'])).code).toBe(0);
      if (mounted()) skip("the machine's own table is mounted below the private one");
      await setUp('arm64');
      expect([mounted(), await works('arm64')]).toEqual([true, true]);
      if (guest) lab.table.register(':python:E::py::/usr/bin/env:');
      const ended = await undo();
      expect([ended.code, ended.stderr.includes('unmounted binfmt_misc')]).toEqual([0, !guest]);
      expect(mounted()).toBe(guest);
      if (!guest) await lab.run(['mount', '-t', 'binfmt_misc', 'none', '/proc/sys/fs/binfmt_misc']);
    }
    expect([...lab.entries().keys()]).toEqual(['python']);
  });

  it('mounts the table alone where that is asked for, and takes it back', async ({ skip }) => {
    const mounted = () => existsSync(join(lab.table.folder, 'status'));
    expect((await lab.run(['umount', '/proc/sys/fs/binfmt_misc'])).code).toBe(0);
    if (mounted()) skip("the machine's own table is mounted below the private one");
    const program = commandOf('cli.js');
    const first = await lab.run([...program, '--mount', '--json']);
    expect(first.code, first.stderr).toBe(0);
    expect(reportOf(first)).toMatchObject({ mode: 'mount', changed: true, registered: [], platforms: [] });
    expect([mounted(), lab.entries().size]).toEqual([true, 0]);
    const again = await lab.run([...program, '-mount']);
    expect([again.code, again.stdout]).toEqual([
      0,
      expect.stringMatching(/^these run here: linux\/.*\nnothing had to be changed\.\n$/),
    ]);
    expect(existsSync(join(lab.work, 'tools'))).toBe(false);

    const hint = /to take this back: (node \S+cli\.js undo \S+)/.exec(first.stderr)?.[1] ?? '';
    expect(hint).toContain(program[1]);
    const undone = await lab.run([program[0], ...hint.split(' ').slice(1)]);
    expect([undone.code, mounted()], undone.stderr).toEqual([0, false]);
  });

  it('is what the post step of the action does, and only with cleanup', async () => {
    const kept = job('kept', { PLATFORMS: 'arm64' });
    expect((await kept.main()).code).toBe(0);
    const ended = await kept.post();
    expect([ended.code, ended.stdout]).toEqual([0, '']);
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);

    const cleaned = job('cleaned', { PLATFORMS: 'arm64 s390x', CLEANUP: 'true' });
    expect((await cleaned.main()).code).toBe(0);
    expect(lab.entries().size).toBe(2);
    const post = await cleaned.post();
    expect(post.code, post.stdout + post.stderr).toBe(0);
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
  });

  it('is done for a job in a container, too, which does not see the process of its runner', async () => {
    const cleaned = job('contained', { PLATFORMS: 'arm64', CLEANUP: 'true' });
    const main = await cleaned.mainContained();
    expect(main.code, main.stdout + main.stderr).toBe(0);
    expect(lab.entries().size).toBe(1);
    const [lease = ''] = (await stateFiles()).filter((path) => path.includes('/leases/'));
    expect(JSON.parse((await lab.run(['cat', lease])).stdout)).not.toHaveProperty('holder');
    const post = await cleaned.post();
    expect(post.code, post.stdout + post.stderr).toBe(0);
    expect([texts(), await stateFiles()]).toEqual([[], []]);
  });

  it.each<[string, string, boolean]>([
    ['whose record and lease are gone', STATE, true],
    ['that has changed nothing, as its lease tells', '/nowhere', false],
  ])('says what it knows of a run %s', async (_, lost, isUnknown) => {
    const first = job('first', { PLATFORMS: 'arm64' });
    if (!isUnknown) expect((await first.main()).code).toBe(0);
    const cleaned = job('cleaned', { PLATFORMS: 'arm64', CLEANUP: 'true' });
    expect((await cleaned.main()).code).toBe(0);
    const before = texts();
    await lab.run(['sh', '-c', 'rm -rf "$1"/*', 'sh', lost]);
    const post = await cleaned.post();
    expect(post.code, post.stdout + post.stderr).toBe(0);
    expect(texts()).toEqual(before);
    expect(/^::warning title=SB091 .*no record.*not known/m.test(post.stdout)).toBe(isUnknown);
    expect(post.stdout.includes('nothing was left to take back')).toBe(!isUnknown);
    if (isUnknown)
      expect(post.stdout).toMatch(/SB091 .*\(mode: doctor\).*\(mode: remove with platforms: NAME\)/);
  });

  it('leaves what another live job relies on, and goes when that ends', async () => {
    const first = job('first', { PLATFORMS: 'arm64', CLEANUP: 'true' });
    const second = job('second', { PLATFORMS: 'arm64', CLEANUP: 'true' });
    // Without cleanup it takes a lease too, since others might clean up under its feet.
    const third = job('third', { PLATFORMS: 'arm64' });
    for (const one of [first, second, third]) expect((await one.main()).code).toBe(0);
    expect((await stateFiles()).filter((path) => path.includes('/leases/'))).toHaveLength(3);
    expect((await first.post()).stdout).toContain(
      'entry qemu-aarch64 stays as long as another job relies on it',
    );
    expect(await works('arm64')).toBe(true);
    await second.post();
    expect(await works('arm64')).toBe(true);
    expect((await third.post()).code).toBe(0);
    expect(texts()).toEqual([]);
    expect(await stateFiles()).toEqual([]);
  });

  it('keeps nothing for a job whose entry was removed by name since', async () => {
    const first = job('first', { PLATFORMS: 'arm64 s390x', CLEANUP: 'true' });
    const second = job('second', { PLATFORMS: 'arm64 s390x', CLEANUP: 'true' });
    await first.main();
    expect((await lab.cli('remove', 'arm64')).code).toBe(0);
    await second.main();
    const { stdout } = await second.post();
    expect(stdout).not.toContain('stays as long');
    expect(texts().map(([name]) => name)).toEqual(['qemu-s390x']);
    await first.post();
    expect(texts()).toEqual([]);
    expect((await stateFiles()).filter((path) => path.includes('/leases/'))).toEqual([]);
  });

  it('does not wait for a job that has died', async () => {
    const first = job('first', { PLATFORMS: 'arm64', CLEANUP: 'true' });
    await first.main();
    await job('dead', { PLATFORMS: 'arm64', CLEANUP: 'true' }).mainAlone();
    expect((await first.post()).stdout).not.toContain('stays as long');
    expect(texts()).toEqual([]);
  });

  it('works when the main step was killed after any of its changes', async () => {
    lab.claim('arm64', { name: 'theirs', interpreter: '/bin/false', flags: 'F' });
    lab.table.register(':python:E::py::/usr/bin/env:');
    const before = new Map(texts());
    let seen = 0;
    for (let changes = 1, finished = false; !finished; changes++) {
      const killed = job(`killed-${changes}`, { PLATFORMS: 'arm64 s390x', CLEANUP: 'true' });
      finished = await killAfter(changes, killed.env);
      if (!finished) seen++;
      const post = await killed.post();
      expect(post.code, post.stdout + post.stderr).toBe(0);
      expect(new Map(texts())).toEqual(before);
    }
    // The table, trial and helper entries, two registrations, a removal.
    expect(seen).toBeGreaterThanOrEqual(4);
    expect(await stateFiles()).toEqual([]);
  });

  /** Kills a main step as soon as its record has so many lines; true when it ended before that. */
  async function killAfter(changes: number, more: Readonly<Record<string, string>>): Promise<boolean> {
    const [enter, ...args] = lab.table.enter;
    const main = spawn(enter, [...args, process.execPath, built('action.js')], {
      env: { ...lab.env, ...more },
      stdio: 'ignore',
    });
    const gone = once(main, 'exit');
    const folder = lab.table.folder.replace('/proc/sys/fs/binfmt_misc', STATE);
    while (main.exitCode === null && linesIn(folder) < changes) await setImmediate();
    main.kill('SIGKILL');
    const [, signal] = await gone;
    return signal === null;
  }

  it('undoes rules, and takes entries away by platform, by name and all together', async () => {
    const rule = {
      name: 'tool',
      match: { kind: 'extension', extension: 'tool' },
      interpreter: '/usr/bin/env',
      flags: '',
    } as const;
    lab.table.register(':WSLInterop:M::MZ::/bin/true:PF');
    lab.claim('riscv64', { name: 'qemu-riscv64', interpreter: '/bin/false', flags: '' });
    await setUp('arm64', 's390x', '--rules', formatRule(rule));
    expect((await lab.cli('remove', 'linux/arm64', 'tool')).code).toBe(0);
    expect([...lab.entries().keys()].sort()).toEqual(['WSLInterop', 'qemu-riscv64', 'qemu-s390x']);
    const refused = await lab.cli('remove', 'WSLInterop');
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('entry WSLInterop was not registered'),
    ]);
    expect((await lab.cli('remove', 'status', 'nothing')).code).toBe(2);
    expect((await lab.cli('--uninstall', 'qemu-*')).code).toBe(0);
    expect([...lab.entries().keys()]).toEqual(['WSLInterop']);
    // A removal can be taken back as well.
    await undo();
    expect([...lab.entries().keys()].sort()).toEqual(['WSLInterop', 'qemu-riscv64', 'qemu-s390x']);
    expect((await lab.cli('remove', 'all')).code).toBe(0);
    expect(readFileSync(join(lab.table.folder, 'status'), 'utf8')).toBe('enabled\n');
  });

  it('undoes what was done to a table of thousands of entries, and removes them by a plan', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `qemu-of-${index}`);
    const magic = (index: number) => `\\x${(index % 256).toString(16).padStart(2, '0')}`.repeat(60);
    for (const [index, name] of names.entries())
      lab.table.register(
        `:${name}:M::entry${index}${magic(index)}:${'\\xff'.repeat(5 + String(index).length + 60)}:/bin/true:F`,
      );
    const before = texts();
    await setUp('arm64', 's390x');
    expect(lab.entries().size).toBe(3002);
    expect((await undo()).code).toBe(0);
    expect(texts()).toEqual(before);
    const plan = {
      ...{ schema: 1, prepare: [], install: [], prove: [], store: '/nowhere' },
      remove: before.map(([name, text]) => ({ name, text })),
      run: '01234567-89ab-4cde-8f01-23456789abcd',
    };
    const ended = await runProgram([...lab.table.enter, ...commandOf('privileged.js')], {
      env: lab.env,
      stdin: JSON.stringify(plan),
    });
    expect([ended.stderr, JSON.parse(ended.stdout).removed.length, lab.entries().size]).toEqual([
      '',
      3000,
      0,
    ]);
    const undone = await undo();
    expect([undone.code, undone.stderr.match(/put qemu-of-/g)?.length]).toEqual([0, 3000]);
    expect(texts()).toEqual(before);
  }, 300_000);

  it('leaves alone what another table has become of the one that was changed, and says that a run has no record', async () => {
    lab.claim('s390x', { name: 'qemu-s390x', interpreter: '/bin/false', flags: 'F' });
    await setUp('arm64', 's390x', '--reset');
    await job('lease', { PLATFORMS: 'arm64', CLEANUP: 'true' }).mainAlone();
    expect(await stateFiles()).not.toEqual([]);
    // The namespace goes on with a new, empty table, as one does that has the number of one that is gone.
    expect((await lab.run(['umount', '/proc/sys/fs/binfmt_misc'])).code).toBe(0);
    expect((await lab.run(['mount', '-t', 'binfmt_misc', 'none', '/proc/sys/fs/binfmt_misc'])).code).toBe(0);
    const none = await undo();
    expect([none.code, none.stdout]).toEqual([0, NOTHING_LEFT]);
    const unknown = await lab.cli('remove', '--run', '01234567-89ab-4cde-8f01-23456789abcd');
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(/Cannot take the run 01234567\S+ back: there is no record of it\./),
    ]);
    expect(texts()).toEqual([]);
    await setUp('arm64');
    expect((await undo()).code).toBe(0);
    expect([texts(), await stateFiles()]).toEqual([[], []]);
  });

  it('counts a job by its holder, whatever the clock says', async () => {
    const first = job('first', { PLATFORMS: 'arm64', CLEANUP: 'true' });
    expect((await first.main()).code).toBe(0);
    const [lease = ''] = (await stateFiles()).filter((path) => path.includes('/leases/'));
    const { holder, expires } = JSON.parse((await lab.run(['cat', lease])).stdout);
    expect([holder.pid, expires]).toEqual([process.pid, undefined]);
    await first.post();
  });

  it('removes what is named, or all in words, and works while the table is switched off', async () => {
    await setUp('arm64', 's390x');
    const before = texts();
    for (const args of [['remove'], ['remove', '--platforms', '']]) {
      const refused = await lab.cli(...args);
      expect([refused.code, texts()]).toEqual([2, before]);
      expect(refused.stderr).toMatch(/platforms needs a value|or the word all, and none is given/);
    }
    const empty = job('empty', { MODE: 'remove', PLATFORMS: '' });
    expect((await empty.main()).code).toBe(2);
    expect(texts()).toEqual(before);
    const status = join(lab.table.folder, 'status');
    writeFileSync(status, '0', { flag: 'r+' });
    const removed = await lab.cli('remove', 'arm64', '--json');
    expect([removed.code, reportOf(removed).removed, [...lab.entries().keys()]]).toEqual([
      0,
      ['qemu-aarch64'],
      ['qemu-s390x'],
    ]);
    expect((await undo()).code).toBe(0);
    expect(new Map(texts())).toEqual(new Map(before));
    expect(readFileSync(status, 'utf8')).toBe('disabled\n');
  });

  it('resets nothing before all that is asked for can be had', async () => {
    await setUp('arm64', 's390x');
    const before = texts();
    const without = { PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };
    const program = [...commandOf('cli.js'), 'setup', 'riscv64', '--qemu-from', 'host', '--reset', '--json'];
    const ended = await lab.run(program, without);
    expect([ended.code, reportOf(ended).changed, texts()]).toEqual([1, false, before]);
    expect(reportOf(ended).notes).toContainEqual(expect.stringContaining('what was to be reset stays'));
  });

  it('tells in the log of the action how to take it back, and not where the post step does', async () => {
    const hint = /to take this back: (.*undo \S+)/;
    expect((await job('cleans', { PLATFORMS: 'arm64', CLEANUP: 'true' }).main()).stdout).not.toMatch(hint);
    const [, command = ''] = hint.exec((await job('stays', { PLATFORMS: 's390x' }).main()).stdout) ?? [];
    expect((await lab.run(['sh', '-c', command])).code).toBe(0);
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
  });

  it('resets: every qemu-* goes, and what is asked for works at every moment', async () => {
    await setUp('arm64');
    lab.claim('s390x', { name: 'qemu-s390x', interpreter: '/bin/false', flags: '' });
    lab.claim('arm64', { name: 'qemu-other', interpreter: join(qemu, 'qemu-aarch64-static'), flags: 'F' });
    lab.table.register(':WSLInterop:M::MZ::/bin/true:PF');
    const watch = lab.watch('arm64', 'chroot');
    await setUp('arm64', 'riscv64', '--reset');
    const { runs, failures } = await watch.stop();
    expect([runs > 0, failures]).toEqual([true, 0]);
    expect([...lab.entries().keys()].sort()).toEqual(['WSLInterop', 'qemu-aarch64', 'qemu-riscv64']);
    expect(await works('arm64')).toBe(true);
  });
});

/** How many changes the records below a folder hold. */
function linesIn(folder: string): number {
  const texts = globSync(`${folder}/**/*.jsonl`).map((path) => readFileSync(path, 'utf8'));
  return texts
    .join('')
    .split('\n')
    .filter((line) => line !== '').length;
}
