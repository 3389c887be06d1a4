/** Many jobs at once on one real private table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateVariables } from '../support/command-file.ts';
import { built, type Ended } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type Lab, noLab, openLab, probeCommand } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu('trixie') : '';
const ROUNDS = Number(process.env.TEST_ROUNDS ?? 5);
const QEMU_NAMES: Readonly<Record<string, string>> = {
  'qemu-aarch64': 'arm64',
  'qemu-s390x': 's390x',
  'qemu-riscv64': 'riscv64',
};

describe.skipIf(!able)('eight setups and removals at once', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(qemu);
    lab.table.register(':WSLInterop:M::MZ::/bin/true:PF');
    lab.table.register(':python:E::py::/usr/bin/env:');
    lab.claim('arm64', { name: 'theirs', interpreter: join(qemu, 'qemu-aarch64-static'), flags: '' });
    writeFileSync(join(lab.table.folder, 'theirs'), '0', { flag: 'r+' });
  });
  afterAll(() => lab.close());

  /** A job with both steps of the action, which cleans up after itself. */
  const job = async (name: string, platforms: string): Promise<Ended> => {
    const state = join(lab.work, `${name}.state`);
    writeFileSync(state, '');
    const env = {
      INPUT_PLATFORMS: platforms,
      'INPUT_QEMU-FROM': 'host',
      INPUT_CLEANUP: 'true',
      INPUT_CACHE: 'false',
      GITHUB_STATE: state,
    };
    const main = await lab.run([process.execPath, built('action.js')], env);
    if (main.code !== 0) return main;
    return lab.run([process.execPath, built('post.js')], stateVariables(readFileSync(state, 'utf8')));
  };

  it(`leave no error and no torn state, ${ROUNDS} times`, async () => {
    const foreign = ['WSLInterop', 'python', 'theirs'];
    const before = foreign.map((name) => lab.entries().get(name));
    for (let round = 1; round <= ROUNDS; round++) {
      const ended = await Promise.all([
        lab.cli('setup', 'arm64', 's390x'),
        lab.cli('setup', 'riscv64', 'arm64'),
        lab.cli('setup', 's390x', 'riscv64', '--reset'),
        lab.cli('remove', 'arm64'),
        lab.cli('remove', 's390x', 'riscv64'),
        lab.cli('remove', 'all'),
        job(`a${round}`, 'arm64 riscv64'),
        job(`b${round}`, 's390x'),
      ]);
      for (const one of ended) expect(one.code, one.stdout + one.stderr).toBe(0);
      const entries = lab.entries();
      expect(foreign.map((name) => entries.get(name))).toEqual(before);
      for (const name of [...entries.keys()].filter((each) => !foreign.includes(each))) {
        const arch = QEMU_NAMES[name];
        expect(arch, name).toBeDefined();
        const probed = await lab.run(probeCommand(lab.work, arch ?? '', 'chroot'));
        expect([name, probed.code]).toEqual([name, 42]);
      }
    }
    expect((await lab.run(['find', '/run/setup-binfmt', '-path', '*/leases/*'])).stdout).toBe('');
  }, 600_000);
});
