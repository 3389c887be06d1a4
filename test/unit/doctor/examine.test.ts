import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../src/doctor/examine.ts';
import { nodeHost } from '../../../src/host/host.ts';
import { buildProbe } from '../../../src/probe/programs.ts';
import { entryFor } from '../../support/entries.ts';
import { type FactsChange, hostFacts } from '../../support/facts.ts';
import { type FakeMachine, fakeHost } from '../../support/fake-host.ts';
import { target } from '../../support/setup-lab.ts';

const STORE = { store: '/opt/tools/setup-binfmt', engine: Promise.resolve({ client: false, builders: [] }) };
const examineFake = (machine: FakeMachine, facts: FactsChange = {}) =>
  examine(fakeHost(machine), hostFacts(facts), STORE);

/** A file of bytes as the fake host holds it. */
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('the kernel’s configuration', () => {
  it('is read beside the kernel', async () => {
    const files = { '/boot/config-6.12.8-amd64': 'CONFIG_BINFMT_MISC=m\n' };
    const { kernelConfig } = await examineFake({ files });
    expect(kernelConfig?.path).toBe('/boot/config-6.12.8-amd64');
    expect(kernelConfig?.options.get('CONFIG_BINFMT_MISC')).toBe('m');
  });

  it('is read from the kernel itself', async () => {
    const packed = gzipSync('CONFIG_BINFMT_MISC=y\n');
    const host = { ...fakeHost(), readBytes: () => packed };
    const { kernelConfig } = await examine(host, hostFacts(), STORE);
    expect(kernelConfig).toMatchObject({ path: '/proc/config.gz' });
    expect(kernelConfig?.options.get('CONFIG_BINFMT_MISC')).toBe('y');
  });

  it('may be nowhere, or no configuration', async () => {
    expect(await examineFake({})).not.toHaveProperty('kernelConfig', expect.anything());
    expect(await examineFake({ files: { '/proc/config.gz': 'junk' } })).not.toHaveProperty(
      'kernelConfig',
      expect.anything(),
    );
  });
});

describe('what blocks the module', () => {
  const files = {
    '/etc/modprobe.d/cis.conf': 'install binfmt_misc /bin/false\n',
    '/etc/modprobe.d/notes.txt': 'install binfmt_misc /bin/false\n',
    '/proc/cmdline': 'quiet module_blacklist=usb,binfmt_misc root=/dev/sda1\n',
  };
  it('is looked for where it waits to be loaded', async () => {
    const { moduleBlocks } = await examineFake({ files }, { table: { state: 'not-loaded' } });
    expect(moduleBlocks).toEqual([
      { where: '/etc/modprobe.d/cis.conf', rule: 'install binfmt_misc /bin/false' },
      { where: 'the kernel’s command line', rule: 'module_blacklist=usb,binfmt_misc' },
    ]);
    const other = await examineFake(
      { files: { '/proc/cmdline': 'quiet\n' } },
      { table: { state: 'not-loaded' } },
    );
    expect(other.moduleBlocks).toEqual([]);
  });
  it('does not matter elsewhere', async () => {
    expect((await examineFake({ files })).moduleBlocks).toEqual([]);
  });
});

describe('sysctls', () => {
  it('are those that this kernel has', async () => {
    const files = {
      '/proc/sys/kernel/randomize_va_space': '2\n',
      '/proc/sys/kernel/modules_disabled': 'x\n',
    };
    expect((await examineFake({ files })).sysctls).toEqual({ 'kernel.randomize_va_space': 2 });
  });
});

describe('process 1', () => {
  const table = '36 25 0:31 / /proc/sys/fs/binfmt_misc rw shared:14 - binfmt_misc binfmt_misc rw\n';
  it('shows what it has mounted, where it shares the user namespace', async () => {
    const shared = { '/proc/self/ns/user': '', '/proc/1/ns/user': '' };
    expect((await examineFake({ files: { ...shared, '/proc/1/mountinfo': table } })).mountedForInit).toBe(
      true,
    );
    expect((await examineFake({ files: { ...shared, '/proc/1/mountinfo': 'x\n' } })).mountedForInit).toBe(
      false,
    );
    expect(await examineFake({ files: shared })).not.toHaveProperty('mountedForInit', expect.anything());
  });
  it('tells nothing where it does not, or hides it', async () => {
    expect(await examineFake({ files: { '/proc/1/mountinfo': table } })).not.toHaveProperty(
      'mountedForInit',
      expect.anything(),
    );
    const files = { '/proc/self/ns/user': '', '/proc/1/mountinfo': table };
    expect(await examineFake({ files })).not.toHaveProperty('mountedForInit', expect.anything());
  });
});

describe('interpreters', () => {
  const PATH = '/usr/bin/qemu-aarch64-static';
  const entries = [entryFor('arm64'), entryFor('arm64', { name: 'again' })];
  const examineFile = async (machine: FakeMachine, path = PATH) => {
    const facts = { table: { entries: entries.map((entry) => ({ ...entry, interpreter: path })) } };
    const host = fakeHost(machine);
    const { interpreters } = await examine(host, hostFacts(facts), STORE);
    return { found: interpreters.get(path), asked: host.commands.map(({ file }) => file) };
  };
  const program = latin(buildProbe(target('arm64')));
  // The fake host encodes text as UTF-8: below 0x80 it is the same, and the header's machine number is above.
  const elf = latin(buildProbe(target('386')));

  it('are read once each, and a QEMU is asked for its version', async () => {
    const run = () => ({ stdout: 'qemu-aarch64 version 11.1.3 (Debian 1:11.1.3)\nCopyright\n', code: 0 });
    const { found, asked } = await examineFile({ files: { [PATH]: elf }, run });
    expect(found).toMatchObject({
      state: 'file',
      kind: 'elf',
      elf: { machine: 3 },
      version: 'qemu-aarch64 version 11.1.3 (Debian 1:11.1.3)',
    });
    expect(asked).toEqual([PATH]);
    expect(program).not.toBe(elf);
  });

  it('that are no QEMU by name are not started; what does not answer as one says nothing', async () => {
    const other = await examineFile({ files: { '/opt/rosetta': elf } }, '/opt/rosetta');
    expect(other.asked).toEqual([]);
    expect(other.found).not.toHaveProperty('version', expect.anything());
    const mute = await examineFile({ files: { [PATH]: elf }, run: () => ({ stdout: 'hello\n' }) });
    expect(mute.found).not.toHaveProperty('version', expect.anything());
  });

  it.each([
    [{ files: { [PATH]: '#!/bin/sh\n' } }, { state: 'file', kind: 'script' }],
    [{ files: { [PATH]: 'junk' } }, { state: 'file', kind: 'other' }],
    [{ files: { [PATH]: '' } }, { state: 'file', kind: 'other' }],
    [{ files: { [`${PATH}/x`]: '' } }, { state: 'no-file' }],
    [{ files: { '/usr/bin/.': '', '/usr/bin/other': '' } }, { state: 'missing' }],
    [{ files: { '/usr/bin/other': '' } }, { state: 'hidden' }],
    [{ files: { [PATH]: elf }, errors: { [PATH]: 'EACCES' } }, { state: 'hidden' }],
    [{}, { state: 'missing' }],
  ] as const)('case %#', async (machine, expected) => {
    expect((await examineFile(machine)).found).toEqual(expected);
  });
});

describe('other owners', () => {
  it('are systemd, its trigger, and binfmt-support', async () => {
    const unit = '/usr/lib/systemd/system/systemd-binfmt.service';
    const found = await examineFake({
      files: {
        '/run/systemd/system/': '',
        [unit]: '',
        '/var/lib/dpkg/triggers/File': '/usr/lib/binfmt.d systemd/noawait\n',
        '/etc/binfmt.d/qemu.conf': ':qemu-arm:M::a::/usr/bin/qemu-arm:F\n',
        '/usr/lib/binfmt.d/README': ':no:M::a::/x:\n',
      },
      programs: { 'update-binfmts': '/usr/sbin/update-binfmts' },
    });
    expect(found).toMatchObject({
      systemdBinfmt: true,
      dpkgTrigger: true,
      binfmtSupport: true,
      rules: [{ file: '/etc/binfmt.d/qemu.conf', name: 'qemu-arm' }],
    });
  });

  it('are not there without systemd, or with the unit masked or missing', async () => {
    const unit = '/etc/systemd/system/systemd-binfmt.service';
    const running = { '/run/systemd/system/': '' };
    const masked = { ...fakeHost({ files: { ...running, [unit]: '' } }), realPath: () => '/dev/null' };
    expect((await examine(masked, hostFacts(), STORE)).systemdBinfmt).toBe(false);
    for (const files of [{ [unit]: '' }, running])
      expect((await examineFake({ files })).systemdBinfmt).toBe(false);
  });
});

describe('the environment', () => {
  it('gives names of QEMU’s variables, and no values', async () => {
    const env = { QEMU_CPU: 'secret', QEMU_VERSION: '', 'QEMU_x;y': '', HOME: '/' };
    expect((await examineFake({ values: { env } })).qemuVariables).toEqual(['QEMU_CPU', 'QEMU_VERSION']);
  });

  it('gives folders with their space and options', async () => {
    const mounts = [
      { id: 1, point: '/', type: 'ext4', source: '/dev/sda1', options: ['rw'], superOptions: ['rw'] },
      {
        id: 2,
        point: '/tmp',
        type: 'tmpfs',
        source: 'none',
        options: ['rw', 'noexec'],
        superOptions: ['rw'],
      },
    ];
    const host = { ...fakeHost({ files: { '/tmp/': '', '/opt/': '' } }), freeBytes: () => 1000 };
    const { places } = await examine(host, hostFacts({ mounts }), STORE);
    expect(places).toEqual([
      { what: 'temporary folder', path: '/tmp', freeBytes: 1000, noexec: true },
      { what: 'store of emulators', path: STORE.store, freeBytes: 1000, noexec: false },
    ]);
    const relative = await examineFake({ values: { env: { TMPDIR: 'x' } } });
    expect(relative.places).toEqual([]);
  });
});

describe('this machine', () => {
  it('can be examined, whatever it is', async () => {
    const found = await examine(nodeHost(), hostFacts(), STORE);
    expect(found.places.length).toBeGreaterThan(0);
    expect(found.sysctls['kernel.randomize_va_space']).toBeGreaterThanOrEqual(0);
  });
});

describe('buildah', () => {
  const run = () => ({ stdout: 'buildah version 1.43.2 (image-spec 1.1.1, runtime-spec 1.3.0)\n' });
  const programs = { buildah: '/usr/bin/buildah' };
  const inside = { values: { env: { container: 'podman' } } };
  it('is asked for its version where it would take this for a container', async () => {
    expect(await examineFake({ ...inside, programs, run })).toMatchObject({ buildahInContainer: '1.43.2' });
  });
  it.each([
    ['is not here', inside],
    ['is not in a container', { programs, run }],
    ['says something else', { ...inside, programs }],
  ])('%s', async (_, machine) => {
    expect((await examineFake(machine)).buildahInContainer).toBeUndefined();
  });
});
