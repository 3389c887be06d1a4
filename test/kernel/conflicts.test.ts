/** What others registered: what is wrong with it is named and mended, and what works never stops working. */
import { mkdirSync, watch as watchFile, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildProbe } from '../../src/probe/programs.ts';
import type { Report } from '../../src/report/report.ts';
import { commandOf, type Ended, fromLib, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import {
  type Claim,
  copyProgram,
  type Lab,
  noLab,
  openLab,
  probeCommand,
  target,
} from '../support/setup-lab.ts';
import { fakeQemu } from '../support/static-program.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu() : '';

describe.skipIf(!able)('entries of others', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab(qemu);
  });
  afterEach(() => lab.close());

  /** A program of Debian's QEMU at a path of its own. */
  const emulator = (name: string) =>
    copyProgram(join(qemu, `qemu-${name}-static`), join(lab.work, 'others', `qemu-${name}-static`));
  const setup = async (...args: readonly string[]): Promise<{ ended: Ended; report: Report }> => {
    const ended = await lab.cli('setup', ...args, '--json');
    return { ended, report: reportOf(ended) };
  };
  const worksInChroot = async (arch: string) =>
    (await lab.run(probeCommand(lab.work, arch, 'chroot'))).code === 42;
  const names = () => [...lab.entries().keys()];
  /** A text as it reads when its entry is switched off. */
  const off = (text: string | undefined) => text?.replace(/^enabled/, 'disabled');
  const switchEntry = (name: string, text: string) =>
    writeFileSync(join(lab.table.folder, name), text, { flag: 'r+' });

  const wrong: readonly {
    readonly what: string;
    readonly make: () => readonly Claim[];
    readonly off?: string;
    readonly ours?: string;
    readonly worksOutside?: boolean;
    readonly reason: RegExp;
  }[] = [
    {
      what: 'without F',
      make: () => [{ name: 'qemu-aarch64', interpreter: emulator('aarch64'), flags: 'POC' }],
      worksOutside: true,
      reason: /lacks the F flag/,
    },
    {
      what: 'without F, under another name',
      make: () => [{ name: 'arm64-of-others', interpreter: emulator('aarch64'), flags: 'POC' }],
      ours: 'qemu-aarch64',
      worksOutside: true,
      reason: /lacks the F flag/,
    },
    {
      what: 'with a missing interpreter',
      make: () => [{ name: 'qemu-aarch64', interpreter: '/nowhere/qemu-aarch64', flags: '' }],
      reason: /\/nowhere\/qemu-aarch64 does not exist/,
    },
    {
      what: 'switched off',
      make: () => [{ name: 'qemu-aarch64', interpreter: emulator('aarch64'), flags: 'POCF' }],
      off: 'qemu-aarch64',
      reason: /qemu-aarch64 is switched off/,
    },
    {
      what: 'with a wrong QEMU',
      make: () => [{ name: 'qemu-aarch64', interpreter: emulator('s390x'), flags: 'POCF' }],
      reason: /qemu-s390x-static emulates another architecture/,
    },
    {
      what: 'shadowed by a newer one',
      make: () => [
        { name: 'qemu-aarch64', interpreter: emulator('aarch64'), flags: 'POCF' },
        { name: 'shadow', interpreter: emulator('s390x'), flags: 'POCF' },
      ],
      reason: /qemu-s390x-static emulates another architecture/,
    },
  ];

  it.each(wrong)('$what: found, named and replaced', async (one) => {
    const { make, worksOutside, reason, ours = 'qemu-aarch64.setup-binfmt' } = one;
    const claims = make();
    for (const claim of claims) lab.claim('arm64', claim);
    if (one.off !== undefined) switchEntry(one.off, '0');
    const before = [...lab.entries()];
    expect(await worksInChroot('arm64')).toBe(false);

    const found = reportOf(await lab.cli('plan', 'arm64', '--json'));
    expect(found.platforms).toMatchObject([
      { action: 'install', proven: false, reason: expect.stringMatching(reason) },
    ]);

    const watch = worksOutside === true ? lab.watch('arm64', 'plain') : undefined;
    const { ended, report } = await setup('arm64');
    const seen = await watch?.stop();
    expect(ended.code, ended.stderr).toBe(0);
    expect(report).toMatchObject({ healthy: true, changed: true, registered: [ours] });
    const replaced = claims.map(({ name }) => name).filter((name) => name !== one.off);
    expect([...report.removed].sort()).toEqual(replaced.sort());
    for (const name of replaced) expect(ended.stderr).toContain(`switched off the old entry ${name}`);
    expect(lab.entries().get(ours)).toContain(lab.env.RUNNER_TOOL_CACHE);
    // Theirs are where they were, and are asked no more.
    expect([...lab.entries()].slice(1)).toEqual(before.map(([name, text]) => [name, off(text)]));
    expect(await worksInChroot('arm64')).toBe(true);
    expect((await lab.cli('remove', '--run', 'last')).code).toBe(0);
    expect([...lab.entries()]).toEqual(before);
    if (seen !== undefined) {
      expect(seen.runs).toBeGreaterThan(3);
      expect(seen.failures).toBe(0);
    }
  });

  it.each(['chroot', 'plain'] as const)(
    'replace takes over a working entry without a gap (%s)',
    async (place) => {
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: emulator('aarch64'), flags: 'POCF' });
      lab.claim('arm64', { name: 'second', interpreter: emulator('aarch64'), flags: 'OCF' });
      const watch = lab.watch('arm64', place);
      const { ended, report } = await setup('arm64', '--on-conflict', 'replace');
      const { runs, failures } = await watch.stop();
      expect(ended.code, ended.stderr).toBe(0);
      expect([...report.removed].sort()).toEqual(['qemu-aarch64', 'second']);
      const ours = 'qemu-aarch64.setup-binfmt';
      expect(names()).toEqual([ours, 'second', 'qemu-aarch64']);
      expect(lab.entries().get(ours)).toContain(lab.env.RUNNER_TOOL_CACHE);
      const again = await setup('arm64', '--on-conflict', 'replace');
      expect(again.report).toMatchObject({ healthy: true, changed: false });
      // By the name that it would have, it is taken away too.
      expect((await lab.cli('remove', 'qemu-aarch64')).code).toBe(0);
      expect(names()).toEqual(['second']);
      expect(runs).toBeGreaterThan(3);
      expect(failures).toBe(0);
    },
  );

  it('replace takes over what shadows an entry of our own', async () => {
    expect((await setup('arm64')).ended.code).toBe(0);
    lab.claim('arm64', { name: 'newer', interpreter: emulator('aarch64'), flags: 'POCF' });
    const { report } = await setup('arm64', '--on-conflict', 'replace');
    expect(report).toMatchObject({ healthy: true, changed: true });
    expect(names()).toEqual(['qemu-aarch64', 'newer']);
    expect(lab.entries().get('newer')).toMatch(/^disabled/);
  });

  it.each(['repair', 'replace', 'keep', 'fail'])(
    '%s leaves an entry of others that bears our name and takes other files',
    async (policy) => {
      lab.table.register(':qemu-aarch64:M::ODDITY::/bin/true:');
      const before = [...lab.entries()];
      const { ended, report } = await setup('arm64', '--on-conflict', policy);
      expect([ended.code, report.registered, report.removed]).toEqual([0, ['qemu-aarch64.setup-binfmt'], []]);
      expect([...lab.entries()].slice(1)).toEqual(before);
      expect(await worksInChroot('arm64')).toBe(true);
      expect((await setup('arm64', '--on-conflict', policy)).report.changed).toBe(false);
    },
  );

  it('repair and keep leave a working entry of somebody else as it is', async () => {
    lab.claim('arm64', { name: 'theirs', interpreter: emulator('aarch64'), flags: 'POCF' });
    const before = [...lab.entries()];
    for (const policy of ['repair', 'keep']) {
      const { ended, report } = await setup('arm64', '--on-conflict', policy);
      expect(ended.code, ended.stderr).toBe(0);
      expect(report).toMatchObject({ changed: false, platforms: [{ action: 'keep', entry: 'theirs' }] });
      expect([...lab.entries()]).toEqual(before);
    }
  });

  it('keep leaves a broken one too, and fails; fail refuses before anything is done', async () => {
    lab.claim('arm64', { name: 'theirs', interpreter: emulator('s390x'), flags: 'POCF' });
    const before = [...lab.entries()];
    const kept = await setup('arm64', 's390x', '--on-conflict', 'keep');
    expect(kept.ended.code).toBe(1);
    expect(kept.report.problem?.message).toMatch(/linux\/arm64: .*emulates another architecture/);
    expect(lab.entries().get('theirs')).toBe(before[0]?.[1]);

    const refused = await setup('arm64', 'riscv64', '--on-conflict', 'fail');
    expect(refused.ended.code).toBe(1);
    expect(refused.report).toMatchObject({ changed: false, problem: { id: 'SB010' } });
    expect(refused.report.problem?.message).toContain('arm64: another entry claims it (theirs)');
    expect(names()).not.toContain('qemu-riscv64');
  });

  it('repair mends a broken one beside a working one of its own', async () => {
    expect((await setup('arm64')).ended.code).toBe(0);
    lab.claim('arm64', { name: 'newer', interpreter: emulator('s390x'), flags: 'POCF' });
    const { ended, report } = await setup('arm64');
    expect(ended.code, ended.stderr).toBe(0);
    expect(report).toMatchObject({ healthy: true, changed: true });
    expect(names()).toEqual(['qemu-aarch64', 'newer']);
  });

  it('keeps a working entry when the new handler is not proven', async () => {
    lab.claim('arm64', { name: 'theirs', interpreter: emulator('aarch64'), flags: 'POCF' });
    const before = [...lab.entries()];
    // What says to be the QEMU that is looked for, and runs nothing, before the right one on PATH.
    const path = join(lab.work, 'wrong');
    mkdirSync(path);
    writeFileSync(join(path, 'qemu-aarch64-static'), fakeQemu('aarch64'), { mode: 0o755 });
    const watch = lab.watch('arm64', 'chroot');
    const ended = await lab.run(
      [...commandOf('cli.js'), 'setup', 'arm64', '--qemu-from', 'host', '--on-conflict', 'replace', '--json'],
      { PATH: `${path}:${lab.env.PATH}` },
    );
    const { runs, failures } = await watch.stop();
    expect([runs > 3, failures]).toEqual([true, 0]);
    expect(ended.stderr).toMatch(/arm64: .*qemu-aarch64\S* ended with exit 0 and did not run the program/);
    expect(reportOf(ended)).toMatchObject({
      ...{ exitCode: 1, changed: false, registered: [], removed: [] },
      platforms: [{ arch: 'arm64', proven: true }],
      problem: {
        id: 'SB087',
        message: expect.stringMatching(/arm64 is still run by theirs: .*did not run the program/),
      },
    });
    expect([...lab.entries()]).toEqual(before);
  });

  it('leaves what it does not understand byte for byte, and never writes to status', async () => {
    const lines = [
      ':WSLInterop:M::MZ::/init:P',
      `:rosetta:M::SETUPBINFMT::/mnt/lima-rosetta/rosetta:OC`,
      ':python3.11:E::pyc-of-a-test::/usr/bin/python3.11:',
      ':DOSWin:E::exe-of-a-test::/usr/bin/wine:',
      '|odd name|E||odd||/bin/sh\nflags: F\n::warning::x|',
      '|line\nbreak|M||ODDITY||/bin/true|',
      ':-1:M::MINUS::/bin/true:',
      ':...:M::DOTS::/bin/true:P',
    ];
    for (const line of lines) lab.table.register(line);
    // One that claims an architecture, and is a translator that somebody chose.
    lab.claim('s390x', { name: 'rosetta-s390x', interpreter: '/mnt/lima-rosetta/rosetta', flags: 'OC' });
    lab.claim('arm64', { name: 'qemu-aarch64', interpreter: emulator('s390x'), flags: 'POCF' });
    switchEntry('DOSWin', '0');
    const before = [...lab.entries()].filter(([name]) => name !== 'qemu-aarch64');
    expect(before).toHaveLength(lines.length + 1);

    const writes: string[] = [];
    const watcher = watchFile(join(lab.table.folder, 'status'), (event) => writes.push(event));
    try {
      const { ended, report } = await setup('arm64', 's390x', 'riscv64', '--on-conflict', 'replace');
      expect(ended.code, ended.stderr).toBe(0);
      expect(report).toMatchObject({ healthy: true, removed: ['qemu-aarch64'] });
      expect(await worksInChroot('s390x')).toBe(true);
      const after = lab.entries();
      for (const [name, text] of before) expect([name, after.get(name)]).toEqual([name, text]);
      // The one that was replaced is there, too.
      expect(after.size).toBe(before.length + 4);

      expect(writes).toEqual([]);
      // The watcher would have seen it.
      switchEntry('status', '1');
      await expect.poll(() => writes.length).toBeGreaterThan(0);
    } finally {
      watcher.close();
    }
  });

  it('does not take an entry away that was changed since it was looked at', async () => {
    lab.claim('arm64', { name: 'theirs', interpreter: emulator('s390x'), flags: 'POCF' });
    const before = [...lab.entries()];
    const handler = emulator('aarch64');
    const plan = {
      schema: 1,
      prepare: [],
      remove: [{ name: 'theirs', text: 'enabled\ninterpreter /something/else\n' }],
      install: [
        {
          arch: 'arm64',
          name: 'qemu-aarch64',
          interpreter: handler,
          flagChoices: ['POCF'],
          sha256: '0'.repeat(64),
          replaces: [{ name: 'theirs', text: 'enabled\ninterpreter /something/else\n' }],
        },
      ],
      prove: [],
      store: lab.work,
    };
    const applied = await apply(plan, 5_000);
    expect(applied).toMatchObject({
      removed: [],
      installed: [{ changed: false, problem: expect.stringContaining('theirs was changed or removed') }],
      problems: [],
      notes: [expect.stringContaining('stays')],
    });
    expect([...lab.entries()]).toEqual(before);
    expect(await apply({ ...plan, install: [] }, 5_000)).toMatchObject({
      removed: [],
      problems: [expect.stringContaining('theirs was changed or removed')],
    });
    expect([...lab.entries()]).toEqual(before);
  });

  it('gives up when another process holds the table for too long, and says so', async () => {
    mkdirSync(join(lab.work, 'x'));
    const blocker = lab.run([
      'flock',
      '/proc/sys/fs/binfmt_misc',
      'sh',
      '-c',
      `while [ -e ${lab.work}/x ]; do sleep 0.1; done`,
    ]);
    await lab.run(['sh', '-c', 'until ! flock -n /proc/sys/fs/binfmt_misc true; do sleep 0.05; done']);
    const interpreter = emulator('aarch64');
    const install = [{ arch: 'arm64', interpreter, flagChoices: ['F'], sha256: '', replaces: [] }];
    const applied = await apply(
      { schema: 1, prepare: [], remove: [], install, prove: [], store: lab.work },
      1_000,
    );
    expect(applied).toMatchObject({
      installed: [],
      problems: [
        '/proc/sys/fs/binfmt_misc cannot be locked: another process has held it for 1 s (run this step again when it has ended)',
      ],
    });
    expect(names()).toEqual([]);
    await lab.run(['rmdir', join(lab.work, 'x')]);
    await blocker;
  });

  /** Carries a plan out inside the table, without the rest of the flow. */
  async function apply(plan: unknown, lockLimitMs: number): Promise<unknown> {
    const script = `
      import { apply } from ${JSON.stringify(fromLib('apply/apply.js'))};
      import { nodeHost } from ${JSON.stringify(fromLib('host/host.js'))};
      const options = { table: '/proc/sys/fs/binfmt_misc', mounts: [], record: () => {}, lockLimitMs: ${lockLimitMs} };
      console.log(JSON.stringify(await apply(nodeHost(), ${JSON.stringify(plan)}, options)));`;
    const ended = await lab.run([process.execPath, '--input-type=module', '-e', script]);
    expect(ended.stderr).toBe('');
    return JSON.parse(ended.stdout);
  }
});

describe.skipIf(!able)('entries of our own', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab(qemu);
  });
  afterEach(() => lab.close());

  const setup = async (...args: readonly string[]): Promise<Report> => {
    const ended = await lab.cli('setup', 'arm64', '--json', ...args);
    expect(ended.code, ended.stderr).toBe(0);
    return reportOf(ended);
  };

  it('are upgraded by replace without a gap, once', async () => {
    const older = await debianQemu('bookworm');
    const newer = await debianQemu('trixie');
    const from = async (folder: string, ...args: readonly string[]): Promise<Report> =>
      reportOf(
        await lab.run([...commandOf('cli.js'), 'setup', 'arm64', '--qemu-from', 'host', '--json', ...args], {
          PATH: `${folder}:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
        }),
      );
    expect((await from(older)).outputs['qemu-version']).toMatch(/^7\.2/);
    const before = [...lab.entries()];
    expect(await from(newer)).toMatchObject({ changed: false, healthy: true });
    expect([...lab.entries()]).toEqual(before);

    const watch = lab.watch('arm64', 'chroot');
    const report = await from(newer, '--on-conflict', 'replace');
    const { runs, failures } = await watch.stop();
    expect([runs > 3, failures]).toEqual([true, 0]);
    expect(report).toMatchObject({ exitCode: 0, changed: true, registered: ['qemu-aarch64'] });
    expect(report.outputs['qemu-version']).toMatch(/^10\./);
    expect([...lab.entries().keys()]).toEqual(['qemu-aarch64']);
    const after = [...lab.entries()];
    expect(await from(newer, '--on-conflict', 'replace')).toMatchObject({ changed: false, registered: [] });
    expect([...lab.entries()]).toEqual(after);
  });

  it('are registered again with the credentials that are asked for, and kept with other ones under keep', async () => {
    const flags = () => /^flags: (.*)$/m.exec(lab.entries().get('qemu-aarch64') ?? '')?.[1];
    await setup();
    expect(flags()).toBe('POCF');
    const kept = await setup('--no-credentials', '--on-conflict', 'keep');
    expect([kept.changed, flags()]).toEqual([false, 'POCF']);
    expect(kept.notes).toEqual([
      expect.stringMatching(
        /^arm64: kept qemu-aarch64 .* has the C flag .*: give --on-conflict replace to have it taken over$/,
      ),
    ]);
    expect([(await setup('--no-credentials')).changed, flags()]).toEqual([true, 'POF']);
    expect([(await setup('--no-credentials')).changed, flags()]).toEqual([false, 'POF']);
    expect([(await setup('--on-conflict', 'replace')).changed, flags()]).toEqual([true, 'POCF']);
    expect([(await setup('--on-conflict', 'replace')).changed, flags()]).toEqual([false, 'POCF']);
  });

  it('of another image are kept with a word about it, and nobody is asked over the network', async () => {
    await setup();
    const before = [...lab.entries()];
    const image = `registry.invalid/qemu@sha256:${'ab'.repeat(32)}`;
    const ended = await lab.run([...commandOf('cli.js'), 'setup', 'arm64', '--image', image, '--json']);
    const report = reportOf(ended);
    expect(report).toMatchObject({ exitCode: 0, changed: false });
    expect(report.findings.map(({ id, severity }) => [id, severity])).toContainEqual(['SB049', 'warning']);
    expect(JSON.stringify(report.findings)).toContain('registry.invalid/qemu');
    expect([...lab.entries()]).toEqual(before);
  });
});

/** Programs that are no emulators: Debian's busybox, which is what its name says, and two made of machine code. */
describe.skipIf(!able)('handlers that do not emulate', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab(qemu);
  });
  afterEach(() => lab.close());

  /** The host's own probe with its code replaced. */
  function program(name: string, code: string): string {
    const bytes = Buffer.from(buildProbe(target(process.arch === 'arm64' ? 'arm64' : 'amd64')));
    bytes.fill(0, 120);
    Buffer.from(code, 'hex').copy(bytes, 120);
    const path = join(lab.work, name);
    writeFileSync(path, bytes, { mode: 0o755 });
    return path;
  }

  it.skipIf(process.arch !== 'x64')(
    'are not proven, each with its reason, and are replaced',
    async () => {
      const { staticBusybox } = await import('../support/packages.ts');
      const busybox = (applet: string) => copyProgram(staticBusybox(), join(lab.work, 'bin', applet));
      // pause(2) for ever; no instruction at all.
      const hang = program('hang', 'b8220000000f05ebf7');
      const crash = program('crash', '');
      const claims = [
        ['arm64', busybox('true'), /linux\/arm64: .*bin\/true ended with exit 0 and did not run the program/],
        ['s390x', crash, /linux\/s390x: .*crash crashed \(SIG/],
        ['riscv64', hang, /linux\/riscv64: .*hang did not end within the time limit/],
        [
          'ppc64le',
          busybox('cat'),
          /linux\/ppc64le: .*bin\/cat ended with exit 1 and did not run the program/,
        ],
      ] as const;
      const architectures = claims.map(([arch]) => arch);
      for (const [arch, interpreter] of claims)
        lab.claim(arch, { name: `fake-${arch}`, interpreter, flags: 'F' });
      const before = [...lab.entries()];

      const kept = await lab.cli('setup', ...architectures, '--on-conflict', 'keep', '--json');
      expect(kept.code).toBe(1);
      const { problem, outputs, platforms } = reportOf(kept);
      for (const [, , reason] of claims) expect(problem?.message).toMatch(reason);
      expect(platforms.map(({ proven }) => proven)).toEqual(architectures.map(() => false));
      expect(outputs.emulated).toBe('');
      expect([...lab.entries()]).toEqual(before);

      const lenient = await lab.cli(
        'setup',
        'arm64',
        's390x',
        '--on-conflict',
        'keep',
        '--strict',
        'false',
        '--json',
      );
      expect(lenient.code).toBe(0);
      expect(reportOf(lenient)).toMatchObject({
        healthy: false,
        findings: [{ id: 'SB089', severity: 'warning', title: expect.stringMatching(/linux\/s390x/) }],
      });

      const mended = await lab.cli('setup', ...architectures, '--json');
      expect(mended.code, mended.stderr).toBe(0);
      expect([...reportOf(mended).removed].sort()).toEqual(before.map(([name]) => name).sort());
      expect(lab.entries().size).toBe(8);
      expect((await lab.cli('remove', '--run', 'last')).code).toBe(0);
      expect([...lab.entries()]).toEqual(before);
    },
    300_000,
  );
});
