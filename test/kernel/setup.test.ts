/** `setup` by the program of the terminal, on real private tables with real emulators. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOREIGN, foreignBusybox } from '../support/foreign.ts';
import { type Ended, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { copyProgram, type Lab, noLab, openLab, probeCommand } from '../support/setup-lab.ts';

const able = noLab() === undefined;
// Debian's loong64 programs use vector instructions, which QEMU has had since 8.2.
const qemu = able ? await debianQemu('trixie') : '';
const architectures = FOREIGN.map(({ arch }) => arch);

describe.skipIf(!able)('setup on an empty table', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(qemu);
  });
  afterAll(() => lab.close());

  it('changes nothing when it only plans', async () => {
    const planned = reportOf(await lab.cli('plan', 'arm64', '--json'));
    expect(planned).toMatchObject({
      mode: 'plan',
      exitCode: 0,
      changed: false,
      platforms: [{ platform: 'linux/arm64', action: 'install', proven: false }],
    });
    expect(lab.entries().size).toBe(0);
    expect(readdirSync(lab.work)).not.toContain('tools');
  });

  it('makes seven architectures run, and lists them', async () => {
    const ended = await lab.cli('setup', ...architectures, '386', '--json');
    const report = reportOf(ended);
    expect(ended.code, ended.stderr).toBe(0);
    expect(report).toMatchObject({ exitCode: 0, healthy: true, changed: true });
    expect(report.platforms.map(({ arch, proven }) => [arch, proven])).toEqual(
      [...architectures, '386'].map((arch) => [arch, true]),
    );
    const emulated = report.outputs.emulated?.split(',') ?? [];
    expect(emulated).toEqual(
      expect.arrayContaining([
        'linux/arm64',
        'linux/arm/v7',
        'linux/arm/v6',
        'linux/riscv64',
        'linux/s390x',
        'linux/ppc64le',
        'linux/mips64le',
        'linux/loong64',
      ]),
    );
    expect(report.outputs.registered?.split(',').sort()).toEqual([...lab.entries().keys()].sort());
    expect(report.outputs['qemu-version']).toMatch(/^\d+\.\d+/);
    expect(lab.entries().size).toBe(7);
    for (const text of lab.entries().values()) expect(text).toMatch(/^enabled\n.*\nflags: POCF\n/s);
  });

  it.skipIf(process.arch !== 'x64')('leaves 386 to the CPU', async () => {
    const report = reportOf(await lab.cli('setup', '386', '--json'));
    expect(report.platforms).toMatchObject([{ platform: 'linux/386', status: 'native', proven: true }]);
    expect(report.outputs.native?.split(',')).toContain('linux/386');
    expect([...lab.entries().keys()]).not.toContain('qemu-i386');
  });

  it.each(FOREIGN)('runs a foreign program in a chroot without QEMU: $arch', async (foreign) => {
    const jail = join(lab.work, `root-${foreign.arch}`);
    mkdirSync(jail);
    copyProgram(foreignBusybox(foreign), join(jail, 'busybox'));
    const ended = await lab.run(['chroot', jail, '/busybox', 'uname', '-m']);
    expect([ended.code, ended.stdout.trim(), ended.stderr]).toEqual([0, foreign.machine, '']);
    // A program of many names finds its own by argv[0]: the P flag is right.
    copyProgram(foreignBusybox(foreign), join(jail, 'echo'));
    const echo = await lab.run(['chroot', jail, '/echo', 'a', 'b']);
    expect([echo.code, echo.stdout]).toEqual([0, 'a b\n']);
  });

  it('changes nothing the second time, and says so', async () => {
    const before = lab.entries();
    const ended = await lab.cli('setup', ...architectures, '--json');
    const report = reportOf(ended);
    expect(report).toMatchObject({ exitCode: 0, healthy: true, changed: false, registered: [] });
    expect(report.outputs).toMatchObject({ changed: 'false', registered: '' });
    expect([...lab.entries()]).toEqual([...before]);
    const spoken = await lab.cli('setup', ...architectures);
    expect(spoken.stdout).toMatch(/7 of 7 platforms run here; nothing had to be changed\.\n$/);
  });

  it('takes the version of what it has stored from the record, and the doctor asks the handler', async () => {
    const stored = lab.store().find((path) => path.endsWith('/qemu-aarch64.json')) ?? '';
    const record = readFileSync(stored, 'utf8');
    const versionOf = (ended: Ended) =>
      reportOf(ended).platforms.find(({ platform }) => platform === 'linux/arm64')?.qemuVersion;
    const real = versionOf(await lab.cli('setup', 'arm64', '--json'));
    expect(real).toMatch(/^\d+\.\d+\.\d+$/);
    writeFileSync(stored, JSON.stringify({ ...JSON.parse(record), version: '99.0.1' }));
    expect(versionOf(await lab.cli('setup', 'arm64', '--json'))).toBe('99.0.1');
    expect(versionOf(await lab.cli('doctor', 'arm64', '--json'))).toBe(real);
    writeFileSync(stored, record);
  });

  it('changes nothing under replace when what it would write is there', async () => {
    const before = lab.entries();
    const ended = await lab.cli('setup', ...architectures, '--on-conflict', 'replace', '--json');
    expect(reportOf(ended)).toMatchObject({ exitCode: 0, changed: false });
    expect([...lab.entries()]).toEqual([...before]);
  });

  it('notices a handler in the store whose bytes were changed, and takes a good one', async () => {
    await lab.cli('remove', 'arm64', 's390x');
    const stored = lab.store().find((path) => path.endsWith('/qemu-aarch64'));
    if (stored === undefined) throw new Error('nothing was stored');
    const bytes = readFileSync(stored);
    bytes[bytes.length >> 1] = ~(bytes[bytes.length >> 1] ?? 0);
    writeFileSync(stored, bytes);
    const ended = await lab.cli('setup', 'arm64', 's390x', '--json');
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stderr).toContain('looking again');
    const report = reportOf(ended);
    expect([...report.registered].sort()).toEqual(['qemu-aarch64', 'qemu-s390x']);
    expect(report.notes).toEqual([]);
    expect(report.findings.filter(({ id }) => id === 'SB046')).toMatchObject([
      { evidence: expect.stringMatching(/stored QEMU for arm64 is damaged: its sha256 is/) },
    ]);
    expect(readFileSync(stored).equals(bytes)).toBe(false);
  });

  it('leaves nothing in the temporary folder', () => {
    expect(readdirSync(join(lab.work, 'tmp'))).toEqual([]);
  });

  it('prints colours only where they are looked at', async () => {
    const ended = await lab.cli('setup', 'arm64');
    expect(ended.stdout + ended.stderr).not.toContain('\u001b');
  });
});

describe.skipIf(!able)('setup beside other jobs', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(qemu);
  });
  afterAll(() => lab.close());

  it('lets two at once end well, each entry written once', async () => {
    const reports = await Promise.all([
      lab.cli('setup', 'arm64', 's390x', '--json'),
      lab.cli('setup', 'arm64', 's390x', '--json'),
    ]);
    for (const ended of reports) expect(ended.code, ended.stderr).toBe(0);
    expect([...lab.entries().keys()].sort()).toEqual(['qemu-aarch64', 'qemu-s390x']);
    const written = reports.flatMap((ended) => reportOf(ended).registered);
    expect([...written].sort()).toEqual(['qemu-aarch64', 'qemu-s390x']);
  });

  it('waits for who holds the table', async () => {
    const holder = lab.run([
      'flock',
      '/proc/sys/fs/binfmt_misc',
      'sh',
      '-c',
      'sleep 2; ls /proc/sys/fs/binfmt_misc',
    ]);
    await lab.run(['sh', '-c', 'until ! flock -n /proc/sys/fs/binfmt_misc true; do sleep 0.05; done']);
    const ended = await lab.cli('setup', 'riscv64', '--json');
    expect(ended.code, ended.stderr).toBe(0);
    expect((await holder).stdout).toMatch(/^register$/m);
    expect((await holder).stdout).not.toContain('qemu-riscv64');
    expect([...lab.entries().keys()]).toContain('qemu-riscv64');
  });
});

describe.skipIf(!able)('setup where the table is not mounted', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(qemu);
    // Over the table, so that nothing is seen of it, whatever the machine has mounted there.
    await lab.run(['mount', '-t', 'tmpfs', 'none', '/proc/sys/fs/binfmt_misc']);
  });
  afterAll(() => lab.close());
  const seen = async () => (await lab.run(['ls', '-A', '/proc/sys/fs/binfmt_misc'])).stdout.trim();

  it('does not mount it when it may not', async () => {
    const ended = await lab.cli('setup', 'arm64', '--autoload', 'false', '--json');
    expect(ended.code).toBe(3);
    expect(reportOf(ended)).toMatchObject({
      changed: false,
      healthy: false,
      problem: { id: 'SB009', message: expect.stringContaining('autoload is off') },
    });
    expect(await seen()).toBe('');
  });

  it('mounts it otherwise, and leaves it mounted', async () => {
    const ended = await lab.cli('setup', 'arm64', '--json');
    expect(ended.code, ended.stderr).toBe(0);
    expect(reportOf(ended)).toMatchObject({ changed: true, registered: ['qemu-aarch64'] });
    expect(await seen()).toContain('qemu-aarch64');
    expect((await lab.run(probeCommand(lab.work, 'arm64', 'chroot'))).code).toBe(42);
  });
});

describe.skipIf(!able)('setup on a table that cannot be written', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(qemu);
    expect((await lab.cli('setup', 'arm64')).code).toBe(0);
    await lab.run(['mount', '-o', 'remount,bind,ro', '/proc/sys/fs/binfmt_misc']);
  });
  afterAll(() => lab.close());

  it('is content with what runs already', async () => {
    const ended = await lab.cli('setup', 'arm64', '--json');
    expect(ended.code, ended.stderr).toBe(0);
    expect(reportOf(ended)).toMatchObject({ healthy: true, changed: false, host: { table: 'read-only' } });
  });

  it('says so when there is something to do', async () => {
    const ended = await lab.cli('setup', 'arm64', 's390x', '--json');
    expect(ended.code).toBe(3);
    expect(reportOf(ended)).toMatchObject({ changed: false, problem: { id: 'SB007' } });
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
  });
});

describe.skipIf(!able)('setup where somebody switched the table off', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(qemu);
    writeFileSync(join(lab.table.folder, 'status'), '0', { flag: 'r+' });
  });
  afterAll(() => lab.close());

  it('leaves it off, and says so', async () => {
    const ended = await lab.cli('setup', 'arm64', '--json');
    expect(ended.code).toBe(3);
    expect(reportOf(ended)).toMatchObject({ changed: false, problem: { id: 'SB006' } });
    expect(readFileSync(join(lab.table.folder, 'status'), 'utf8')).toBe('disabled\n');
    expect(lab.entries().size).toBe(0);
  });
});

describe.skipIf(!able)('setup with what it cannot use', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(qemu);
    lab.table.register(':WSLInterop:M::MZ::/init:P');
  });
  afterAll(() => lab.close());

  it.each<[string, readonly string[], readonly RegExp[]]>([
    ['an unknown platform', ['setup', 'armm64'], [/"armm64" is not known \(the nearest is linux\/arm64\)/]],
    ['an empty list', ['setup', '--platforms', ','], [/platforms holds no name/]],
    ['an unset variable', ['setup', ''], [/a platform is blank/]],
    ['control characters', ['setup', 'arm64\u001b]0;x\u0007'], [/platforms holds control characters/]],
    ['10 kB', ['setup', 'x'.repeat(10_240)], [/platforms is 10240 characters long/]],
    [
      'contradictions',
      ['setup', 'arm64', '--mode', 'plan', '--autoload', '--no-autoload'],
      [/mode is given twice/, /autoload is given twice/],
    ],
    [
      'everything at once',
      ['setpu', 'armm64', '--on-conflict', 'ask', '--strict=perhaps', '--nonsense'],
      [/setpu/, /linux\/arm64/, /on-conflict is "ask"/, /strict is "perhaps"/, /"--nonsense"/],
    ],
  ])('%s: one error, exit 2, nothing changed', async (_, args, words) => {
    const before = lab.entries();
    const ended = await lab.cli(...args);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    for (const word of words) expect(ended.stderr).toMatch(word);
    expect([...lab.entries()]).toEqual([...before]);
  });
});
