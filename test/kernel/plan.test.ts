/** What `plan` foretells is what `setup` then does, on a real private table. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type Lab, noLab, openLab } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu() : '';
const RULE = ':tool:E::tool::/usr/bin/env:';

describe.skipIf(!able)('plan', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab(qemu);
  });
  afterEach(() => lab.close());

  const report = async (...args: readonly string[]) => reportOf(await lab.cli(...args, '--json'));
  /** The plan, its text, and the setup that follows; the plan has changed nothing. */
  async function both(...args: readonly string[]) {
    const before = [...lab.entries()];
    const planned = await report('plan', ...args);
    const { stdout } = await lab.cli('plan', ...args);
    expect([planned.exitCode, planned.changed, [...lab.entries()]]).toEqual([0, false, before]);
    return { planned: planned.planned, text: stdout, done: await report('setup', ...args) };
  }
  const claimForeign = () =>
    lab.claim('s390x', { name: 'theirs', interpreter: join(qemu, 'qemu-s390x-static'), flags: '' });

  it('has nothing to tell where all runs that is asked for', async () => {
    expect((await report('setup', 'arm64')).exitCode).toBe(0);
    const { planned, text, done } = await both('arm64');
    expect(planned).toEqual({ changes: false, replaced: [], removed: [], rules: [], persisted: [] });
    expect(text).toMatch(/^✓ linux\/arm64 {2}emulated/m);
    expect(text).not.toContain('etup would');
    expect(done).toMatchObject({ exitCode: 0, changed: false });
  });

  it('names what a reset takes away, and what is set up again', async () => {
    claimForeign();
    lab.claim('arm64', { name: 'qemu-old', interpreter: join(qemu, 'qemu-aarch64-static'), flags: 'F' });
    lab.claim('arm', { name: 'qemu-arm', interpreter: join(qemu, 'qemu-arm-static'), flags: 'F' });
    const { planned, text, done } = await both('s390x', 'arm64', '--reset');
    expect(planned).toMatchObject({ changes: true, removed: ['qemu-arm'] });
    expect([...(planned?.replaced ?? [])].sort()).toEqual(['qemu-old', 'theirs']);
    expect(text).toMatch(
      /^\+ linux\/arm64 .*would be set up again if it differs: every qemu-\* entry is reset$/m,
    );
    expect(text).toMatch(/^Setup would remove qemu-arm\.$/m);
    expect(done.exitCode).toBe(0);
    expect([...done.removed].sort()).toEqual(
      [...(planned?.replaced ?? []), ...(planned?.removed ?? [])].sort(),
    );
  });

  it('says that setup would refuse what others claim', async () => {
    claimForeign();
    const { planned, text, done } = await both('s390x', '--on-conflict', 'fail');
    expect(planned?.stop).toEqual(done.problem);
    expect(planned?.stop?.id).toBe('SB010');
    expect(text).toMatch(
      /^Setup would stop here: SB010 Cannot take over what others registered: s390x: .*theirs/m,
    );
  });

  it('without strict says that setup would warn of it, and go on', async () => {
    claimForeign();
    const { planned, text, done } = await both(
      's390x',
      'arm64',
      '--on-conflict',
      'fail',
      '--strict',
      'false',
    );
    expect(planned).not.toHaveProperty('stop');
    expect(text).toMatch(/^Setup would warn: Cannot take over what others registered/m);
    expect(done).toMatchObject({ exitCode: 0, registered: ['qemu-aarch64'] });
    expect(done.findings.map(({ id, severity }) => [id, severity])).toContainEqual(['SB010', 'warning']);
  });

  it('says what stops the table from being brought up', async () => {
    await lab.run(['mount', '-t', 'tmpfs', 'none', '/proc/sys/fs/binfmt_misc']);
    const { planned, done } = await both('s390x', '--autoload', 'false');
    expect(planned?.stop).toEqual(done.problem);
    expect(planned?.stop?.id).toBe('SB009');
  });

  it('says that the table would be brought up first', async () => {
    await lab.run(['mount', '-t', 'tmpfs', 'none', '/proc/sys/fs/binfmt_misc']);
    const { planned, text, done } = await both('s390x');
    expect(planned).toMatchObject({ changes: true, prepared: ['mount'] });
    expect(text).toMatch(/^Setup would mount binfmt_misc\.$/m);
    expect(done).toMatchObject({ exitCode: 0, host: { table: 'ready' } });
  });

  it('names rules, and what would be kept over a reboot', async () => {
    const args = ['plan', 's390x', '--rules', RULE, '--persist'];
    const { planned } = await report(...args);
    expect(planned).toMatchObject({ changes: true, rules: ['tool'], persisted: ['qemu-s390x', 'tool'] });
    const { stdout } = await lab.cli(...args);
    expect(stdout).toMatch(
      /^Setup would register the rules tool\.\nSetup would keep qemu-s390x, tool over a reboot\.$/m,
    );
  });
});
