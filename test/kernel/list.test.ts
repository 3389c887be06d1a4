/** `list` and `platforms`: what runs here and by whom, on a real table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, commandOf, reportOf } from '../support/program.ts';
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

  it('names the runs that can be taken back', async () => {
    const { stdout } = await cli('list');
    const did = 'of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d: registered qemu-aarch64';
    expect(stdout).toMatch(
      new RegExp(`^Runs that can be taken back .*:\\n {2}[0-9a-f-]{36} ${did}\\n$`, 'm'),
    );
    const { runs } = reportOf(await cli('list', '--json'));
    expect(runs).toEqual([
      { id: expect.any(String), begun: expect.any(Number), did: 'registered qemu-aarch64' },
    ]);
  });

  it('names no run of which nothing is left to take back, and undo takes the latest that is named', async () => {
    const did = async () => reportOf(await cli('list', '--json')).runs?.map((run) => run.did);
    await cli('remove', 'arm64');
    expect(await did()).toEqual(['took away qemu-aarch64']);
    const ended = await cli('undo');
    expect(ended.stdout).toMatch(/^put back qemu-aarch64/);
    expect(ended.stderr).not.toContain('it is the latest of');
    expect(await did()).toEqual(['registered qemu-aarch64']);
  });

  it('is told of by the warning for a name to be removed that nothing has', async () => {
    const ended = await cli('remove', 'arm46');
    expect([ended.code, ended.stdout]).toEqual([
      0,
      expect.stringMatching(
        /^SB100 .*there is no entry for "arm46" \(the nearest is linux\/arm64\)\. See .* list\)/,
      ),
    ]);
    const action = await lab.run([process.execPath, built('action.js')], {
      ...{ INPUT_MODE: 'remove', INPUT_PLATFORMS: 'arm46' },
    });
    expect([action.code, action.stdout]).toEqual([
      0,
      expect.stringMatching(/^::warning title=SB100 .*arm64/m),
    ]);
  });

  it('says nothing of another table in place of the one that is asked for, nor does any mode change it', async () => {
    const before = lab.entries();
    for (const words of [['list'], ['remove', 'arm64'], ['setup', 'arm64'], ['plan', 'arm64']]) {
      const { code, stdout, stderr } = await cli(...words, '--scope', 'engine');
      expect([words[0], code]).toEqual([words[0], words[0] === 'plan' ? 0 : 3]);
      expect(stdout).not.toMatch(/✓|QEMU|\bkeep\b/);
      expect(stdout + stderr).toMatch(/SB07\d Cannot /);
      expect(lab.entries()).toEqual(before);
    }
  });

  it('needs no root to be asked what names there are', async () => {
    const { code, stdout } = await cli('platforms');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\* +linux\/arm64 +arm64, aarch64, /m)]);
    const document = JSON.parse((await cli('platforms', '--json')).stdout);
    expect(document).toMatchObject({ mode: 'platforms', known: expect.any(Array) });
    expect(document).not.toHaveProperty('host');
  });

  it('is followed by undo, which takes the set-up back', async () => {
    const { code, stderr } = await cli('undo');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^ {2}the run to take back: [0-9a-f-]{36} of \S+ \S+: registered qemu-aarch64\nHost\n/,
    );
    expect([...lab.entries().keys()]).toEqual(['python', 'of-others']);
  });
});
