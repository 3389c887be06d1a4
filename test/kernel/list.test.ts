/** `list` and `platforms`: what runs here and by whom, on a real table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandOf, reportOf } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { type Lab, noLab, openLab } from '../support/setup-lab.ts';

describe.skipIf(noLab() !== undefined)('list', () => {
  let lab: Lab;
  const cli = (...args: readonly string[]) => lab.run([...commandOf('cli.js'), ...args]);
  beforeAll(async () => {
    lab = await openLab(await debianQemu());
    await lab.cli('setup', 'arm64');
    lab.claim('s390x', { name: 'of-others', interpreter: '/bin/true', flags: '' });
    lab.table.register(':python:E::py::/usr/bin/python3:');
  }, 600_000);
  afterAll(() => lab.close());

  it('says what runs here, by whom, what does not, and what else the table holds', async () => {
    const before = lab.entries();
    const { code, stdout, stderr } = await cli('list');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^✓ linux\/\S+ +native$/m);
    expect(stdout).toMatch(/^✓ linux\/arm64 +QEMU [\d.]+, \w+ +qemu-aarch64 +\/\S+$/m);
    expect(stdout).toMatch(/^✗ linux\/s390x +broken +of-others +\/bin\/true$/m);
    expect(stdout).toMatch(/^ {2}linux\/s390x: \S/m);
    expect(stdout).toMatch(/^also in the table:\n {2}python +by extension +\/usr\/bin\/python3$/m);
    expect(lab.entries()).toEqual(before);
  });

  it('says the same as a document', async () => {
    const report = reportOf(await cli('list', '--json'));
    expect(report).toMatchObject({ mode: 'list', exitCode: 0, changed: false });
    expect(report.platforms).toContainEqual(
      expect.objectContaining({ platform: 'linux/arm64', entry: 'qemu-aarch64', proven: true }),
    );
    expect(report.entries?.map(({ name }) => name)).toEqual(['python', 'of-others', 'qemu-aarch64']);
  });

  it('needs no root to be asked what names there are', async () => {
    const { code, stdout } = await cli('platforms');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\* +linux\/arm64 +arm64, aarch64, /m)]);
    const document = JSON.parse((await cli('platforms', '--json')).stdout);
    expect(document).toMatchObject({ mode: 'platforms', known: expect.any(Array) });
    expect(document).not.toHaveProperty('host');
  });

  it('is followed by undo, which takes the set-up back', async () => {
    expect((await cli('undo')).code).toBe(0);
    expect([...lab.entries().keys()]).toEqual(['python', 'of-others']);
  });
});
