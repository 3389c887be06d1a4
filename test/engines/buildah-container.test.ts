/**
 * A buildah that takes its surroundings for a container, and mounts a table of its own: real builds as an ordinary user, in
 * the root of a Debian with its files in binfmt.d, and what the doctor says there.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatRule, handlerRule } from '../../src/binfmt/rule.ts';
import type { Report } from '../../src/report/report.ts';
import { type Arena, type Attacked, noArena, openArena } from '../attacks/support/arena.ts';
import { FOREIGN, foreignBusybox } from '../support/foreign.ts';
import { foreignRoot } from '../support/foreign-root.ts';
import { machineArch } from '../support/packages.ts';
import { built, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { copyProgram, target } from '../support/setup-lab.ts';
import { node24 } from './product.ts';

const able = noArena() === undefined;
const qemu = able ? await debianQemu('trixie') : '';

const PACKAGES = [
  'buildah',
  'coreutils',
  'crun',
  'dash',
  'libstdc++6',
  'mount',
  'netavark',
  'passwd',
  'util-linux',
];

/** Makes the root of the container that of this process, with an ordinary user and what is built there. */
const INSIDE = `set -e
root=$1 bundle=$2 node=$3 work=$4
shift 4
mount --bind "$root" "$root"
cd "$root"
for each in proc dev sys; do mount --rbind "/$each" "$each"; done
cp -a etc "$work/etc.$$"
for each in tmp run var root etc; do mkdir -p "$each"; mount -t tmpfs -o mode=1777 none "$each"; done
cp -a "$work/etc.$$/." etc
rm -r "$work/etc.$$"
mkdir -p tmp/old tmp/home tmp/bundle tmp/work var/tmp run/user etc/binfmt.d
chmod 755 etc run
chmod 1777 var/tmp
echo 'root:x:0:0:root:/root:/bin/sh' >etc/passwd
echo 'user:x:1000:1000::/tmp/home:/bin/sh' >>etc/passwd
printf 'root:x:0:\\nuser:x:1000:\\n' >etc/group
for each in etc/subuid etc/subgid; do echo user:100000:65536 >$each; done
chown 1000:1000 tmp/home run/user
mount --bind "$bundle" tmp/bundle
mount --bind "$work" tmp/work
touch tmp/node
mount --bind "$node" tmp/node
pivot_root . tmp/old
cd /
umount -l tmp/old
export PATH=/usr/sbin:/usr/bin HOME=/tmp/home XDG_RUNTIME_DIR=/run/user TMPDIR=/tmp
exec "$@"`;

const AS_USER = ['setpriv', '--reuid', '1000', '--regid', '1000', '--clear-groups', '--inh-caps=-all'];
const DOCKERFILE = `FROM scratch
COPY busybox /busybox
RUN ["/busybox", "uname", "-m"]
`;
/** What a package brings that has nothing to do with emulators. */
const PYTHON = ':python3.13:M::\\xf3\\x0d\\x0d\\x0a::/usr/bin/python3.13:';

describe.skipIf(!able).each(['trixie', 'sid'])('buildah of %s', (suite) => {
  let arena: Arena;
  let root: string;
  const rule = handlerRule(target('arm64'), '/tmp/work/qemu-aarch64', 'POCF');

  beforeAll(async () => {
    root = foreignRoot(`buildah-${suite}`, { suite, arch: machineArch() }, PACKAGES);
    arena = await openArena(qemu);
    const handler = copyProgram(join(qemu, 'qemu-aarch64-static'), join(arena.work, 'qemu-aarch64'));
    arena.table.register(formatRule({ ...rule, interpreter: handler }));
    const arm64 = FOREIGN.find(({ arch }) => arch === 'arm64');
    if (arm64 !== undefined) copyProgram(foreignBusybox(arm64), join(arena.work, 'busybox'));
    writeFileSync(join(arena.work, 'Dockerfile'), DOCKERFILE);
    writeFileSync(join(arena.work, 'policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}');
    writeFileSync(join(arena.work, 'registries.conf'), '');
  });
  afterAll(() => arena?.close());

  /** Runs a command as the user in the container, where binfmt.d holds these rules. */
  function inside(rules: readonly string[], env: string, ...command: readonly string[]): Promise<Attacked> {
    writeFileSync(join(arena.work, 'rules.conf'), rules.map((line) => `${line}\n`).join(''));
    const conf = rules.length === 0 ? ':' : 'cp /tmp/work/rules.conf /etc/binfmt.d/rules.conf';
    const where = [root, dirname(built('cli.js')), node24, arena.work];
    const start = ['sh', '-c', `${conf}; exec "$@"`, 'sh', ...AS_USER, 'env', env, ...command];
    return arena.run(['unshare', '--mount', 'sh', '-c', INSIDE, 'sh', ...where, ...start], {
      limitMs: 200_000,
    });
  }
  const build = (rules: readonly string[], env: string): Promise<Attacked> =>
    inside(
      rules,
      env,
      ...['buildah', '--storage-driver', 'vfs', '--registries-conf', '/tmp/work/registries.conf'],
      ...[
        'build',
        '--signature-policy',
        '/tmp/work/policy.json',
        '--isolation',
        'chroot',
        '--network',
        'host',
      ],
      ...['--platform', 'linux/arm64', '/tmp/work'],
    );
  const doctor = async (rules: readonly string[], env: string): Promise<Report> =>
    reportOf(await inside(rules, env, '/tmp/node', '/tmp/bundle/cli.js', 'doctor', 'arm64', '--json'));
  const warned = (report: Report) => report.findings.filter(({ id }) => id === 'SB098');

  it('builds in the table of the host, and the doctor finds nothing', async () => {
    for (const [rules, env] of [
      [[], 'container=podman'],
      [[PYTHON], 'other=1'],
    ] as const) {
      const ended = await build(rules, env);
      expect(ended.code, ended.stderr).toBe(0);
      expect(warned(await doctor(rules, env))).toEqual([]);
    }
  });

  it('does not run what the host has, where binfmt.d has something else, and the doctor says so', async () => {
    const ended = await build([PYTHON], 'container=podman');
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain('exec format error');
    const report = await doctor([PYTHON], 'container=podman');
    expect(report.platforms).toMatchObject([{ platform: 'linux/arm64', proven: true }]);
    expect(warned(report)).toMatchObject([
      {
        severity: 'warning',
        evidence: expect.stringMatching(/rules\.conf: buildah 1\.\d+.*linux\/arm64 does/),
      },
    ]);
  });

  it('registers what is kept in binfmt.d', async () => {
    const kept = [PYTHON, formatRule(rule)];
    const ended = await build(kept, 'container=podman');
    expect(ended.code, ended.stderr).toBe(0);
    expect(warned(await doctor(kept, 'container=podman'))).toEqual([]);
  });
});
