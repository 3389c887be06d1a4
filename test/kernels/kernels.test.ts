import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { type KernelResults, writeKernelsDocument } from './document.ts';
import { boot, debianKernel, type GuestResult, type GuestRun } from './machine.ts';
import { obstacle } from './obstacle.ts';

/**
 * Debian's kernels; all have binfmt_misc as a module. In 5.10 entries outlive the last mount, and upstream QEMU is not
 * told that argv[0] is preserved, so that flag P cannot be used with it.
 */
const kernels = [
  {
    suite: 'bullseye',
    series: '5.10',
    entriesOutliveMount: true,
    preservesArgv0: false,
    privateTables: false,
  },
  {
    suite: 'bookworm',
    series: '6.1',
    entriesOutliveMount: false,
    preservesArgv0: true,
    privateTables: false,
  },
  { suite: 'trixie', series: '6.12', entriesOutliveMount: false, preservesArgv0: true, privateTables: true },
  { suite: 'sid', series: '7.', entriesOutliveMount: false, preservesArgv0: true, privateTables: true },
] as const;

/** Kernels without the table, and the check that has to say so. */
const hosts = [
  {
    title: 'the module is not installed',
    suite: 'trixie',
    series: '6.12',
    options: { withModules: false },
    finding: 'SB004',
    doctor: 'SB004',
    hasFolder: true,
  },
  {
    // The kernel makes the folder in this initcall exactly when CONFIG_BINFMT_MISC is set (fs/file_table.c).
    title: 'the kernel has no binfmt_misc',
    suite: 'trixie',
    series: '6.12',
    options: { withModules: false, append: 'initcall_blacklist=init_fs_stat_sysctls' },
    finding: 'SB003',
    doctor: 'SB003',
    hasFolder: false,
  },
  {
    title: 'the module is there but the kernel refuses it',
    suite: 'bookworm',
    series: '6.1',
    options: { append: 'module_blacklist=binfmt_misc' },
    finding: 'SB089',
    doctor: 'SB009',
    hasFolder: true,
  },
] as const;

/** Three panics in a row are the emulated processor's: nothing can be said of this kernel here. */
const PANICKED = 'the kernel panicked each time that it was booted under software emulation';

const machines = 'arm64=aarch64\nriscv64=riscv64\ns390x=s390x';
const noMachines = 'arm64=\nriscv64=\ns390x=';
const requested = ['linux/arm64', 'linux/riscv64', 'linux/s390x'];

const reason = obstacle();
if (reason !== undefined) console.log(`skipped: kernels: ${reason}`);

const documented: KernelResults = { kernels: [], hosts: [] };
const script = (name: string): string => readFileSync(join(import.meta.dirname, 'guest', name), 'utf8');

/** Reads the runs of one booted guest; a run that did not happen fails the test with the console's last words. */
function reader(result: () => GuestResult): {
  run: (name: string) => GuestRun;
  text: (name: string) => string;
  report: (name: string) => Report;
} {
  const run = (name: string): GuestRun => {
    const found = result().runs.get(name);
    if (found === undefined)
      throw new Error(`the guest did not run ${name}:\n${result().console.slice(-2000)}`);
    return found;
  };
  return {
    run,
    text: (name) => run(name).stdout.trim(),
    report: (name) => {
      const { stdout, stderr, exit } = run(name);
      try {
        return JSON.parse(stdout) as Report;
      } catch {
        throw new Error(`${name} gave no report (exit ${exit}): ${stdout}${stderr}`);
      }
    },
  };
}

describe.skipIf(reason !== undefined).each(kernels)('Linux $series of $suite', (kernel) => {
  let result: GuestResult;
  const { run, text, report } = reader(() => result);
  const proven = (name: string): readonly string[] =>
    report(name)
      .platforms.filter((platform) => platform.proven && platform.status === 'emulated')
      .map(({ platform }) => platform);
  const errors = (name: string): readonly string[] =>
    report(name)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ id }) => id);
  const found = (name: string): Report['findings'] =>
    report(name).findings.filter(({ severity, id }) => severity !== 'info' || id === 'SB039');
  const evidence = (name: string): string =>
    found(name)
      .map((finding) => finding.evidence)
      .join('\n');

  beforeAll(async () => {
    result = await boot(debianKernel(kernel.suite, kernel.series), script('full.sh'));
    documented.kernels.push({ ...kernel, result });
  });
  beforeEach(({ skip }) => skip(result.panicked, PANICKED));

  it('boots, runs every case and ends', () => {
    expect(result.ended, result.console.slice(-3000)).toBe(true);
    expect(text('release').startsWith(kernel.series)).toBe(true);
  });

  describe('module not loaded', () => {
    it('is so, and nothing is mounted', () => {
      expect([text('unloaded.loaded'), text('unloaded.mounted')]).toEqual(['', '']);
    });
    it('the doctor does not load it', () => expect(text('unloaded.after-doctor')).toBe(''));
    it('plan changes nothing', () => {
      expect(run('unloaded.plan').exit, run('unloaded.plan').stderr).toBe(0);
      expect(report('unloaded.plan')).toMatchObject({ changed: false, host: { table: 'not-loaded' } });
    });
    it('setup without autoload is refused and changes nothing', () => {
      expect(run('unloaded.no-autoload').exit).toBe(3);
      expect(report('unloaded.no-autoload').problem?.message).toMatch(/autoload/);
      expect(text('unloaded.still')).toBe('');
    });
  });

  describe('module loaded, not mounted', () => {
    it('is so', () => expect([text('loaded.loaded'), text('loaded.mounted')]).toEqual(['binfmt_misc', '']));
    it('setup without autoload is refused', () => {
      expect(run('loaded.no-autoload').exit).toBe(3);
      expect(report('loaded.no-autoload').host.table).toBe('not-mounted');
    });
    it('setup mounts, registers and proves', () => {
      expect(run('loaded.setup').exit, run('loaded.setup').stderr).toBe(0);
      expect(proven('loaded.setup')).toEqual(requested);
      expect(text('loaded.machines')).toBe(machines);
    });
  });

  describe('setup from nothing', () => {
    it('loads the module, mounts and proves three architectures', () => {
      expect(text('nothing.loaded')).toBe('');
      expect(run('nothing.setup').exit, run('nothing.setup').stderr).toBe(0);
      expect(proven('nothing.setup')).toEqual(requested);
      expect(report('nothing.setup')).toMatchObject({ changed: true, healthy: true });
      expect(report('nothing.setup').registered).toHaveLength(3);
      expect([text('nothing.loaded-after'), text('nothing.mounted-after')]).toEqual([
        'binfmt_misc',
        'mounted',
      ]);
    });
    it('foreign programs run in a chroot without an emulator', () => {
      expect(text('nothing.machines')).toBe(machines);
    });
    it('changes nothing the second time', () => {
      expect(run('nothing.again').exit).toBe(0);
      expect(report('nothing.again')).toMatchObject({ changed: false, registered: [], healthy: true });
    });
    it('registers flags that agree with what programs see', () => {
      expect(text('flags.argv0'), 'argv[0] of a multi-call program').toBe(
        kernel.preservesArgv0 ? 'aarch64' : '',
      );
      expect(text('nothing.entries')).toMatch(
        kernel.preservesArgv0 ? /qemu-aarch64 POCF/ : /qemu-aarch64 OCF/,
      );
      expect(text('flags.arguments'), 'arguments are not shifted').toBe('one two three');
      expect(text('flags.setuid'), 'su by an ordinary user').toBe('0');
    });
  });

  describe('unmounted and mounted again', () => {
    it(`entries ${kernel.entriesOutliveMount ? 'are still there' : 'are gone'}`, () => {
      const left = text('lost.entries')
        .split('\n')
        .filter((line) => line !== '');
      expect(left).toHaveLength(kernel.entriesOutliveMount ? 3 : 0);
    });
    it('setup leaves or brings back all of them', () => {
      expect(run('lost.setup').exit, run('lost.setup').stderr).toBe(0);
      expect(report('lost.setup').changed).toBe(!kernel.entriesOutliveMount);
      expect(text('lost.machines')).toBe(machines);
    });
  });

  describe('an entry of others without F', () => {
    it('does not work in a chroot', () => expect(text('outside.machines')).toBe(noMachines));
    it('on-conflict fail and keep end with an error and leave it', () => {
      expect([run('outside.fail').exit, run('outside.keep').exit]).toEqual([1, 1]);
      expect(text('outside.untouched')).toBe(text('outside.entries'));
    });
    it('is switched off by repair, and ours answers', () => {
      expect(run('outside.repair').exit, run('outside.repair').stderr).toBe(0);
      expect(report('outside.repair').removed).toEqual(['other-arm64']);
      expect(text('outside.repaired')).toMatch(/^qemu-aarch64: enabled .*F/m);
      expect(text('outside.repaired')).toMatch(/^other-arm64: disabled /m);
      expect(text('outside.machine')).toBe('aarch64');
    });
  });

  it('an entry whose handler is no emulator is switched off, and ours answers', () => {
    expect(run('broken.repair').exit, run('broken.repair').stderr).toBe(0);
    expect(text('broken.entries')).toMatch(/^qemu-aarch64: enabled \/bin\/busybox F/);
    expect(text('broken.repaired')).toMatch(/^qemu-aarch64: disabled \/bin\/busybox F/m);
    expect(text('broken.repaired')).toMatch(/^qemu-aarch64\.setup-binfmt: enabled .*F/m);
    expect(text('broken.machine')).toBe('aarch64');
  });

  describe('doctor', () => {
    it.each([
      ['the module is not loaded', 'unloaded.doctor', 'SB009'],
      ['nothing is mounted', 'loaded.doctor', 'SB009'],
      ['an entry has no F', 'outside.doctor', 'SB020'],
      ['a handler is no emulator', 'broken.doctor', 'SB034'],
    ])('says that %s', (_, name, id) => {
      expect(run(name).exit).toBe(1);
      expect(errors(name)).toEqual([id]);
    });
    it('names the entry', () => {
      expect(evidence('outside.doctor')).toContain('other-arm64');
      expect(evidence('broken.doctor')).toContain('qemu-aarch64');
    });
    it('finds nothing after setup but that the guest has another user', () => {
      expect(run('nothing.doctor').exit).toBe(0);
      expect(found('nothing.doctor').map(({ id }) => id)).toEqual(['SB036']);
    });
    it(`finds entries ${kernel.entriesOutliveMount ? 'that outlive the mount in order' : 'lost'}`, () => {
      expect(run('lost.doctor').exit).toBe(kernel.entriesOutliveMount ? 0 : 1);
      expect(errors('lost.doctor')).toEqual(kernel.entriesOutliveMount ? [] : ['SB011']);
    });
  });

  describe('remove', () => {
    it('takes out what is named, then every qemu entry, and no other', () => {
      expect([run('remove.one').exit, run('remove.all').exit]).toEqual([0, 0]);
      expect(text('remove.one-entries')).not.toMatch(/^qemu-aarch64:/m);
      expect(text('remove.one-entries')).toContain('qemu-s390x');
      expect(text('remove.all-entries')).toMatch(/^foreign-thing: [^\n]*$/);
      expect(text('remove.machines')).toBe(noMachines);
    });
  });

  describe('exec in a private table', () => {
    it(kernel.privateTables ? 'runs' : 'is refused with the reason', () => {
      expect(run('exec.uname').exit, run('exec.uname').stderr).toBe(kernel.privateTables ? 0 : 3);
      if (kernel.privateTables) expect(text('exec.uname')).toBe('aarch64');
      else expect(run('exec.uname').stderr).toMatch(/6\.7/);
      expect(text('exec.entries'), "the host's table is as it was").toBe(text('remove.all-entries'));
    });
  });
});

describe.skipIf(reason !== undefined).each(hosts)('$title', (host) => {
  let result: GuestResult;
  const { run, report, text } = reader(() => result);

  beforeAll(async () => {
    result = await boot(debianKernel(host.suite, host.series), script('without.sh'), host.options);
    documented.hosts.push({ ...host, result });
  });
  beforeEach(({ skip }) => skip(result.panicked, PANICKED));

  it('is such a kernel', () => {
    expect(result.ended, result.console.slice(-3000)).toBe(true);
    expect(run('folder').exit === 0).toBe(host.hasFolder);
  });
  it('setup cannot, says why, and changes nothing', () => {
    const { exit, stdout, stderr } = run('setup');
    expect(exit, stdout + stderr).toBe(3);
    expect(report('setup')).toMatchObject({ changed: false, healthy: false, registered: [] });
    expect(report('setup').problem?.message).toMatch(/binfmt_misc/);
    expect(report('setup').problem?.id).toBe(host.finding);
    expect(text('mounts')).not.toMatch(/ binfmt_misc /);
  });
  it('doctor says why', () => {
    expect(run('doctor').exit).toBe(1);
    expect(report('doctor').findings.map(({ id }) => id)).toContain(host.doctor);
  });
});

afterAll(() => {
  const whole = documented.kernels.length === kernels.length && documented.hosts.length === hosts.length;
  const all = [...documented.kernels, ...documented.hosts];
  if (whole && all.every(({ result }) => result.ended) && process.env.CI === undefined) {
    writeKernelsDocument(resolve(import.meta.dirname, '../../docs/kernels.md'), documented);
  }
});
