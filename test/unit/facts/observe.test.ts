import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../../src/doctor/checks/index.ts';
import type { HostFacts } from '../../../src/facts/facts.ts';
import { observe } from '../../../src/facts/observe.ts';
import { nodeHost } from '../../../src/host/host.ts';
import { obstacle } from '../../../src/report/problems.ts';
import { type FakeMachine, fakeHost } from '../../support/fake-host.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/kernel/${name}.txt`, import.meta.url), 'utf8');
const TABLE = '/proc/sys/fs/binfmt_misc';
const FILESYSTEMS = 'nodev\tsysfs\nnodev\tproc\n\text4\n';
const WITH_BINFMT = `${FILESYSTEMS}nodev\tbinfmt_misc\n`;
const ALL_CAPABILITIES = 'Name:\tnode\nCapEff:\t000001ffffffffff\n';
const DOCKER_CAPABILITIES = 'Name:\tnode\nCapEff:\t00000000a80425fb\n';
const FIRST_NAMESPACE = '         0          0 4294967295\n';

/** A machine seen by root, where no engine answers. */
function machine(
  files: Readonly<Record<string, string>>,
  values: FakeMachine['values'] = {},
  more: Omit<FakeMachine, 'files' | 'values'> = {},
): Promise<HostFacts> {
  return observe(
    fakeHost({
      files: {
        '/proc/self/status': ALL_CAPABILITIES,
        '/proc/self/uid_map': FIRST_NAMESPACE,
        '/proc/filesystems': WITH_BINFMT,
        '/proc/sys/fs/file-max': '1\n',
        ...files,
      },
      values: { uid: 0, env: { DOCKER_HOST: 'unix:///nowhere/docker.sock' }, ...values },
      ...more,
    }),
  );
}
const READY = {
  '/proc/self/mountinfo': fixture('mountinfo-private-table'),
  [`${TABLE}/status`]: 'enabled\n',
  [`${TABLE}/register`]: '',
};

describe('observe finds the table', () => {
  it('ready, with its entries in the kernel’s order', async () => {
    const { table } = await machine(
      {
        ...READY,
        [`${TABLE}/jar`]: fixture('entry-jar'),
        [`${TABLE}/qemu-aarch64`]: fixture('entry-qemu-aarch64'),
        [`${TABLE}/DOSWin`]: fixture('entry-DOSWin'),
        [`${TABLE}/locked`]: 'enabled\n',
      },
      {},
      {
        lists: { [TABLE]: ['qemu-aarch64', 'gone', 'DOSWin', 'locked', 'jar', 'register', 'status'] },
        errors: { [`${TABLE}/locked`]: 'EACCES' },
      },
    );
    expect(table).toMatchObject({ state: 'ready', path: TABLE, elsewhere: [] });
    expect(table.entries.map(({ name }) => name)).toEqual(['qemu-aarch64', 'DOSWin', 'jar']);
    expect(table.unreadable).toEqual([{ name: 'locked', errno: 'EACCES' }]);
  });

  it('behind an automount that was triggered', async () => {
    const { table } = await machine({
      ...READY,
      '/proc/self/mountinfo': fixture('mountinfo-autofs-triggered'),
    });
    expect(table.state).toBe('ready');
  });

  it('as an automount point that waits (Amazon Linux 2023), and leaves it waiting', async () => {
    const waiting = fakeHost({
      files: {
        '/proc/self/mountinfo': fixture('mountinfo-autofs'),
        '/proc/filesystems': WITH_BINFMT,
        [`${TABLE}/status`]: 'enabled\n',
      },
      values: { uid: 0, kernelRelease: '6.1.109-118.189.amzn2023.x86_64' },
    });
    const touched: string[] = [];
    const host = {
      ...waiting,
      readText: (path: string) => {
        touched.push(path);
        return waiting.readText(path);
      },
      readBytes: (path: string, length: number) => {
        touched.push(path);
        return waiting.readBytes(path, length);
      },
      list: (path: string) => {
        touched.push(path);
        return waiting.list(path);
      },
    };
    const facts = await observe(host);
    expect(facts.table).toMatchObject({ state: 'autofs', entries: [] });
    expect(touched).toContain('/proc/self/mountinfo');
    expect(touched.filter((path) => path.startsWith(TABLE))).toEqual([]);
    expect(facts.kernel.version).toBe('6.1.109');
    expect(preflight(facts)).toBeUndefined();
  });

  it('switched off', async () => {
    const facts = await machine({
      ...READY,
      [`${TABLE}/status`]: 'disabled\n',
      [`${TABLE}/jar`]: fixture('entry-jar'),
    });
    expect(facts.table).toMatchObject({ state: 'disabled', entries: [{ name: 'jar' }] });
    expect(preflight(facts)?.id).toBe('SB006');
  });

  it('read-only', async () => {
    const facts = await machine({ ...READY, '/proc/self/mountinfo': fixture('mountinfo-read-only') });
    expect(facts.table.state).toBe('read-only');
    expect(preflight(facts)).toBeUndefined();
    expect(obstacle(facts, { autoload: true })?.id).toBe('SB007');
  });

  it('mounted, but with a folder that cannot be listed', async () => {
    const { table } = await machine(READY, {}, { errors: { [TABLE]: 'EACCES' } });
    expect(table).toMatchObject({ state: 'ready', entries: [] });
  });

  it('mounted somewhere else', async () => {
    const { table } = await machine({
      '/proc/self/mountinfo': fixture('mountinfo-private-table').replace(TABLE, '/mnt/table'),
      [`${TABLE}/`]: '',
    });
    expect(table).toMatchObject({ state: 'not-mounted', elsewhere: ['/mnt/table'] });
  });

  it('not mounted, where the kernel has it', async () => {
    const { table } = await machine({ '/proc/self/mountinfo': '', [`${TABLE}/`]: '' });
    expect(table.state).toBe('not-mounted');
  });

  it.each([
    ['modules.dep', 'kernel/fs/binfmt_misc.ko.zst:\n', 'not-loaded', undefined],
    ['modules.dep', 'kernel/fs/binfmt_misc.ko:\n', 'not-loaded', undefined],
    ['modules.builtin', 'kernel/fs/binfmt_misc.ko\n', 'not-loaded', undefined],
    ['modules.dep', 'kernel/fs/fuse/fuse.ko:\n', 'module-missing', 'SB004'],
  ])('as a module: %s holds %j', async (file, text, state, stop) => {
    const facts = await machine({
      '/proc/filesystems': FILESYSTEMS,
      [`${TABLE}/`]: '',
      [`/lib/modules/6.12.8-amd64/${file}`]: text,
    });
    expect(facts.table.state).toBe(state);
    expect(preflight(facts)?.id).toBe(stop);
  });

  it('missing among the modules of another kernel', async () => {
    const { table } = await machine({
      '/proc/filesystems': FILESYSTEMS,
      [`${TABLE}/`]: '',
      '/lib/modules/6.12.9-amd64/modules.dep': 'kernel/fs/binfmt_misc.ko:\n',
    });
    expect(table.state).toBe('module-missing');
  });

  it('nowhere in a kernel that was built without it', async () => {
    const facts = await machine({ '/proc/filesystems': FILESYSTEMS });
    expect(facts.table.state).toBe('unsupported');
    expect(preflight(facts)?.id).toBe('SB003');
  });

  it.each([
    ['/proc/sys is not there', { '/proc/filesystems': FILESYSTEMS }],
    ['its folder is hidden', { '/proc/filesystems': WITH_BINFMT, '/proc/sys/fs/file-max': '1\n' }],
  ])('hidden: %s', async (_, files) => {
    const facts = await observe(fakeHost({ files, values: { uid: 0 } }));
    expect(facts.table.state).toBe('masked');
    expect(preflight(facts)).toBeUndefined();
    expect(obstacle(facts, { autoload: true })?.id).toBe('SB005');
  });
});

describe('observe knows kernels', () => {
  it.each(['3.10.0-1160.el7.x86_64', '4.4.0-210-generic'])(
    'too old for the F flag: %s is refused in one sentence',
    async (kernelRelease) => {
      const facts = await machine(READY, { kernelRelease });
      const finding = preflight(facts);
      expect(finding?.id).toBe('SB002');
      expect(finding?.evidence).toContain(kernelRelease);
      expect(finding?.evidence).toContain('F flag');
      expect(finding?.remedy).toContain('4.8');
    },
  );

  it.each([
    ['5.15.153.1-microsoft-standard-WSL2', 2],
    ['4.4.0-19041-Microsoft', 1],
    ['6.8.0-1017-azure', undefined],
  ])('%s is WSL %s', async (kernelRelease, wsl) => {
    expect((await machine(READY, { kernelRelease })).wsl).toBe(wsl);
  });

  it('read WSL’s own entry as any other', async () => {
    const facts = await machine(
      { ...READY, [`${TABLE}/WSLInterop`]: fixture('entry-WSLInterop') },
      { kernelRelease: '5.15.153.1-microsoft-standard-WSL2' },
    );
    expect(facts.table.entries).toMatchObject([{ name: 'WSLInterop', interpreter: '/init', flags: 'PF' }]);
    expect(preflight(facts)).toBeUndefined();
  });

  it.each([
    ['x64', 'little', 'amd64'],
    ['arm64', 'little', 'arm64'],
    ['s390x', 'big', 's390x'],
    ['vax', 'little', undefined],
  ] as const)('on %s (%s endian): %s', async (nodeArch, endian, architecture) => {
    const facts = await machine(READY, { nodeArch, endian });
    expect(facts.architecture).toBe(architecture);
  });
});

describe('observe knows containers', () => {
  it('without privilege (Docker): root that may not mount', async () => {
    const facts = await machine({
      '/.dockerenv': '',
      '/proc/self/mountinfo': fixture('mountinfo-container'),
      '/proc/self/status': DOCKER_CAPABILITIES,
      [`${TABLE}/`]: '',
    });
    expect(facts).toMatchObject({
      container: 'docker',
      privilege: 'root',
      userNamespace: false,
      table: { state: 'not-mounted' },
    });
    expect(preflight(facts)).toBeUndefined();
    expect(obstacle(facts, { autoload: true })).toMatchObject({
      id: 'SB008',
      exitCode: 3,
      message: expect.stringContaining('root inside a container (docker) lacks CAP_SYS_ADMIN'),
    });
  });

  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['podman', { '/run/.containerenv': '' }, 'podman'],
    ['systemd’s word', { '/run/systemd/container': 'systemd-nspawn\n' }, 'systemd-nspawn'],
    ['a word that is none', { '/run/systemd/container': '::error::x\n' }, undefined],
    ['Kubernetes', { '/proc/1/cgroup': '12:pids:/kubepods/besteffort/pod1\n' }, 'container'],
    ['none', { '/proc/1/cgroup': '0::/init.scope\n' }, undefined],
  ])('%s', async (_, files, container) => {
    expect((await machine({ ...READY, ...files })).container).toBe(container);
  });

  it('in a user namespace that sees the table of the one around it', async () => {
    const files = { ...READY, '/proc/self/uid_map': '0 1000 1\n' };
    const facts = await machine(files, {}, { owners: { [`${TABLE}/register`]: 65534 } });
    expect(facts).toMatchObject({ userNamespace: true, table: { state: 'ready', owner: 65534 } });
    expect(obstacle(facts, { autoload: true })).toMatchObject({
      id: 'SB008',
      message: expect.stringContaining('belongs to another user namespace'),
    });
    expect(obstacle(await machine(files), { autoload: true })).toBeUndefined();
  });
});

describe('observe knows privilege', () => {
  const sudo = { programs: { sudo: '/usr/bin/sudo' } };
  it('of root, without asking sudo', async () => {
    const host = fakeHost({ ...sudo, values: { uid: 0 } });
    expect((await observe(host)).privilege).toBe('root');
    expect(host.commands).toEqual([]);
  });

  it.each([
    [0, 'sudo'],
    [1, 'none'],
    [null, 'none'],
  ] as const)('through sudo that ends with %s: %s', async (code, privilege) => {
    const host = fakeHost({
      ...sudo,
      run: () => ({ code }),
      values: { env: { DOCKER_HOST: 'tcp://localhost:1' } },
    });
    expect((await observe(host)).privilege).toBe(privilege);
    const args = ['-n', '--', '/usr/bin/env', '-i', `SUDO_UID=${host.uid}`];
    expect(host.commands).toMatchObject([{ file: '/usr/bin/sudo', args }]);
  });

  it('of nobody, without asking sudo or an engine, where no right is asked for', async () => {
    const host = fakeHost({ ...sudo, run: () => ({ code: 0 }) });
    expect((await observe(host, TABLE, { asksRights: false })).privilege).toBe('none');
    expect(host.commands).toEqual([]);
  });

  it('of nobody, where there is no sudo', async () => {
    const facts = await observe(fakeHost({ values: { env: { DOCKER_HOST: 'ssh://host' } } }));
    expect(facts).toMatchObject({ privilege: 'none', docker: { endpoint: 'ssh://host', reachable: false } });
    expect(facts.capabilities).toBe(0n);
  });

  it('through an engine that answers', async () => {
    const real = nodeHost();
    const folder = real.makeTemporary('setup-binfmt-observe-', tmpdir());
    const path = join(folder, 'docker.sock');
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(path, resolve));
    try {
      const asked = (endpoint: string) =>
        observe({ ...fakeHost({ values: { env: { DOCKER_HOST: endpoint } } }), stat: real.stat });
      expect(await asked(`unix://${path}`)).toMatchObject({
        privilege: 'docker',
        docker: { reachable: true },
      });
      expect((await asked(`unix://${path}-not`)).docker.reachable).toBe(false);
      expect((await asked(`unix:///${'x'.repeat(300)}`)).docker.reachable).toBe(false);
    } finally {
      server.close();
      real.remove(folder);
    }
  });
});

describe('observe on a machine that shows nothing', () => {
  it('throws nothing', async () => {
    const facts = await observe(fakeHost({ values: { kernelRelease: 'weird' } }));
    expect(facts).toMatchObject({
      kernel: { release: 'weird', version: undefined },
      capabilities: 0n,
      mounts: [],
      table: { state: 'masked', entries: [] },
    });
  });
});

describe('observe counts those who can log in besides root and this job’s user', () => {
  const passwd = [
    ...[
      'root:*:0:0::/root:/bin/bash',
      'postgres:*:998:998::/:/bin/bash',
      'nobody:*:65534:65534::/:/bin/bash',
    ],
    ...['ann:*:1000:1000::/home/ann:/bin/bash', 'bob:*:1001:1001::/home/bob:', 'twin:*:1000:1000::/:/bin/sh'],
    ...[
      'svc:*:1500:1500::/:/usr/sbin/nologin',
      'off:*:1501:1501::/:/bin/false',
      'torn:*:1600',
      '',
      '+::::::',
    ],
  ].join('\n');
  const count = async (text: string, values: FakeMachine['values']) =>
    (await machine({ ...READY, '/etc/passwd': text }, values)).otherLogins;

  it.each<[number, FakeMachine['values']]>([
    [2, { uid: 0 }],
    [1, { uid: 0, env: { SUDO_UID: '1000' } }],
    [1, { uid: 1001, env: { SUDO_UID: '7' } }],
    [2, { uid: 0, env: { RUNNER_ENVIRONMENT: 'self-hosted' } }],
    [0, { uid: 0, env: { RUNNER_ENVIRONMENT: 'github-hosted' } }],
  ])('%s for %j', async (expected, values) => expect(await count(passwd, values)).toBe(expected));

  it('none where there is no list, or none that can be read', async () => {
    expect((await machine(READY)).otherLogins).toBe(0);
    expect(await count('::::\0\n:::::', { uid: 0 })).toBe(0);
  });
});
