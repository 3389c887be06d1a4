/** What forbids a private table, made for real on this machine, and what is then said. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { FOREIGN, foreignBusybox } from '../support/foreign.ts';
import { makePlainUser, noPlainUser, type PlainUser } from '../support/private-exec.ts';
import { built, type Ended, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';

const able = noPlainUser() === undefined;
const qemu = able ? await debianQemu('trixie') : '';
/** System call numbers (asm/unistd_64.h, asm-generic/unistd.h). */
const CALLS = {
  x64: { audit: 0xc000003e, unshare: 272, mount: 165 },
  arm64: { audit: 0xc00000b7, unshare: 97, mount: 40 },
} as const;
const calls = process.arch === 'arm64' ? CALLS.arm64 : CALLS.x64;
const noPython = spawnSync('python3', ['-c', 'import ctypes']).status !== 0;
if (noPython) console.log('skipped: no python3 here to make a seccomp filter with');

describe.skipIf(!able)('a private table', () => {
  let user: PlainUser;
  let busybox: string;
  beforeAll(() => {
    user = makePlainUser('binfmt-forbidden', qemu);
    busybox = foreignBusybox(FOREIGN[0] as (typeof FOREIGN)[number]);
  });
  afterAll(() => user.remove());

  const command = (...args: readonly string[]) => [
    process.execPath,
    built('cli.js'),
    ...args,
    ...(args[0] === 'doctor' ? [] : ['--qemu-from', 'host']),
  ];
  const exec = () => [...command('exec', 'arm64'), '--', busybox, 'uname', '-m'];

  /** Runs a command as the user in namespaces that root has prepared by a script; every id is as outside. */
  async function runIn(kind: 'user' | 'mount', script: string, words: readonly string[]): Promise<Ended> {
    const inside = [`${script}; exec "$@"`, 'sh', ...user.as(...words)];
    const child: ChildProcess = spawn(
      'unshare',
      [
        ...(kind === 'user' ? ['--user'] : []),
        '--mount',
        'sh',
        '-c',
        'echo ready; read -r go; exec sh -c "$@"',
        'sh',
        ...inside,
      ],
      { env: user.env, cwd: user.home, stdio: 'pipe' },
    );
    let [stdout, stderr] = ['', ''];
    child.stderr?.on('data', (text) => {
      stderr += String(text);
    });
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (text) => {
        stdout += String(text);
        if (stdout.startsWith('ready\n')) resolve();
      });
    });
    if (kind === 'user')
      for (const map of ['uid_map', 'gid_map']) writeFileSync(`/proc/${child.pid}/${map}`, '0 0 1000000\n');
    child.stdin?.end('go\n');
    const [code] = await once(child, 'close');
    return { code, stdout: stdout.replace('ready\n', ''), stderr };
  }

  /** A program that forbids system calls with EPERM, as the seccomp profiles of container engines do. */
  function forbidding(names: readonly ('unshare' | 'mount')[], words: readonly string[]): readonly string[] {
    const program = `
import ctypes, os, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
numbers = [${names.map((name) => calls[name]).join(', ')}]
# linux/filter.h: load the number, compare it with each, answer EPERM for these and allow the rest.
code = [(0x20, 0, 0, 0)]
for index, number in enumerate(numbers): code.append((0x15, len(numbers) - index, 0, number))
code += [(0x06, 0, 0, 0x7fff0000), (0x06, 0, 0, 0x00050001)]
packed = ctypes.create_string_buffer(b''.join(struct.pack('HBBI', *one) for one in code))
class Program(ctypes.Structure): _fields_ = [('length', ctypes.c_ushort), ('code', ctypes.c_void_p)]
filter = Program(len(code), ctypes.addressof(packed))
if libc.prctl(22, 2, ctypes.byref(filter), 0, 0) != 0: sys.exit('no filter: %d' % ctypes.get_errno())
os.execvp(sys.argv[1], sys.argv[1:])
`;
    return ['python3', '-c', program, ...user.as(...words)];
  }

  const doctorsFindings = (ended: Ended) =>
    new Map((reportOf(ended) as Report).findings.map((finding) => [finding.id, finding]));

  it('is had where nothing forbids it (the control)', async () => {
    expect(await runIn('user', ':', exec())).toEqual({ code: 0, stdout: 'aarch64\n', stderr: '' });
    expect(await runIn('mount', ':', exec())).toEqual({ code: 0, stdout: 'aarch64\n', stderr: '' });
  });

  it('SB071: user.max_user_namespaces is 0', async () => {
    const limit = 'echo 0 > /proc/sys/user/max_user_namespaces';
    const ended = await runIn('user', limit, exec());
    expect([ended.code, ended.stdout]).toEqual([3, '']);
    expect(ended.stderr).toContain(
      'SB071 Cannot make platforms run here: user.max_user_namespaces is 0. Raise',
    );
    const found = doctorsFindings(await runIn('user', limit, command('doctor', '--json')));
    expect(found.get('SB071')).toMatchObject({
      severity: 'info',
      commands: ['sysctl -w user.max_user_namespaces=15000  # as root'],
    });
  });

  it('SB071: the limit is reached further out', async () => {
    const ended = await runIn('user', 'echo 1 > /proc/sys/user/max_user_namespaces', exec());
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/SB071 .*allows no more \(it is 1 here, and may be less outside\)/);
  });

  it.skipIf(noPython)('SB074: a seccomp filter forbids unshare', async () => {
    const ended = await user.run(forbidding(['unshare'], exec()));
    expect([ended.code, ended.stdout]).toEqual([3, '']);
    expect(ended.stderr).toMatch(/SB074 .*Operation not permitted\), and a seccomp filter is at work/);
  });

  it.skipIf(noPython)('SB075: mounting is forbidden', async () => {
    const ended = await user.run(forbidding(['mount'], exec()));
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(
      /SB075 Cannot make platforms run here: the table could not be mounted in a namespace of our own: /,
    );
  });

  it.skipIf(noPython).each([
    ['SB072', 'mkdir -p kernel; echo 0 > kernel/unprivileged_userns_clone', 'unprivileged_userns_clone is 0'],
    [
      'SB073',
      'mkdir -p kernel; echo 1 > kernel/apparmor_restrict_unprivileged_userns',
      'apparmor_restrict_unprivileged_userns is 1',
    ],
  ])('%s: the switches of distributions', async (id, script, words) => {
    // This kernel lacks them: the files are stand-ins, and the refusal is real.
    const prepare = `mount -t tmpfs none /proc/sys && cd /proc/sys && ${script} && chmod -R a+rX . && cd /`;
    const ended = await runForbidden(prepare, ['unshare'], exec());
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain(`${id} Cannot make platforms run here: kernel.${words}`);
  });

  /** Both: prepared mounts, and forbidden calls. */
  function runForbidden(prepare: string, names: readonly ('unshare' | 'mount')[], words: readonly string[]) {
    return user.run([
      'unshare',
      '--mount',
      'sh',
      '-c',
      `${prepare}; cd ${user.home}; exec "$@"`,
      'sh',
      ...forbidding(names, words),
    ]);
  }

  it('is mounted elsewhere where /proc/sys is masked', async () => {
    const ended = await runIn('mount', 'mount -t tmpfs none /proc/sys', exec());
    expect(ended).toEqual({ code: 0, stdout: 'aarch64\n', stderr: '' });
  });

  it('is mounted over a read-only /proc/sys, as container engines make it', async () => {
    const readOnly = 'mount --bind /proc/sys /proc/sys && mount -o remount,bind,ro /proc/sys';
    expect(await runIn('mount', readOnly, exec())).toEqual({ code: 0, stdout: 'aarch64\n', stderr: '' });
  });

  it('needs no rights that no_new_privs takes away', async () => {
    const [file = '', ...rest] = user.as(...exec());
    const ended = await user.run([file, '--no-new-privs', ...rest]);
    expect(ended).toEqual({ code: 0, stdout: 'aarch64\n', stderr: '' });
  });

  it('SB079: without newuidmap there is one id, and programs run all the same', async () => {
    const mask = 'for helper in newuidmap newgidmap; do mount --bind /bin/false $(command -v $helper); done';
    expect(await runIn('mount', mask, exec())).toEqual({ code: 0, stdout: 'aarch64\n', stderr: '' });
    const found = doctorsFindings(await runIn('mount', mask, command('doctor', '--json')));
    expect(found.get('SB079')?.evidence).toMatch(
      /^a namespace has 1 of the 65537 user ids .*newuidmap could not map them/,
    );
  });

  it('SB079: too few subordinate ids', async () => {
    // All of /etc: a mount over the file itself goes when another test makes a user, and so replaces the file.
    const etc = join(user.home, 'etc');
    const grant = `echo ${user.name}:100000:10 | tee ${etc}/subuid >${etc}/subgid`;
    const mask = `rm -rf ${etc} && cp -a /etc ${etc} && ${grant} && mount --bind ${etc} /etc`;
    expect(await runIn('mount', mask, exec())).toEqual({ code: 0, stdout: 'aarch64\n', stderr: '' });
    const found = doctorsFindings(await runIn('mount', mask, command('doctor', '--json')));
    expect(found.get('SB079')?.evidence).toMatch(
      /^a namespace has 11 of .*grants user \d+ 10 ids, and \/etc\/subgid 10$/,
    );
  });

  it('SB077: root without SETFCAP', async () => {
    const powerless = ['setpriv', '--bounding-set=-all', '--inh-caps=-all', ...exec()];
    const ended = await user.run(powerless);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain(
      'SB077 Cannot make platforms run here: root without the capability SETFCAP',
    );
  });

  it('is what setup points to where there is no privilege', async () => {
    const ended = await user.run(user.as(...command('setup', 'hexagon', '--json')));
    expect(ended.code).toBe(3);
    expect(reportOf(ended).problem).toMatchObject({
      id: 'SB008',
      message: expect.stringContaining('Use exec in place of setup, which works here without any privilege'),
    });
  });
});
