/** An image with another digest, from a real registry: what it means for entries that an earlier one brought in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import {
  type DockerRegistry,
  layoutDigest,
  noDockerRegistry,
  push,
  qemuLayout,
  REPOSITORY,
  startDockerRegistry,
} from '../support/docker-registry.ts';
import { inTurn } from '../support/in-turn.ts';
import { commandOf, reportOf } from '../support/program.ts';
import { type Lab, noLab, openLab, probeCommand } from '../support/setup-lab.ts';
import { machineArchitecture } from '../support/static-program.ts';

const able = noDockerRegistry() === undefined && noLab() === undefined;

describe.skipIf(!able)('an image with another digest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-upgrade-'));
  let registry: DockerRegistry;
  let images: readonly { readonly reference: string; readonly digest: string }[];
  let lab: Lab;

  beforeAll(async () => {
    registry = await startDockerRegistry({ storage: join(folder, 'storage') });
    const layouts = [
      await qemuLayout(machineArchitecture, ['aarch64']),
      await qemuLayout(machineArchitecture, ['aarch64', 'riscv64']),
    ];
    images = layouts.map((layout) => {
      push(layout, registry);
      const digest = layoutDigest(layout);
      return { reference: `${registry.host}/${REPOSITORY}@${digest}`, digest };
    });
  }, 300_000);
  afterAll(() =>
    inTurn(
      () => registry?.close(),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  );
  beforeEach(async () => {
    lab = await openLab('/nowhere');
    return () => lab.close();
  });

  async function setUp(index: number, ...args: readonly string[]): Promise<Report> {
    const image = ['--image', images[index]?.reference ?? '', '--qemu-from', 'image'];
    const ended = await lab.run([...commandOf('cli.js'), 'setup', 'arm64', ...image, ...args, '--json']);
    expect(ended.code, ended.stderr).toBe(0);
    return reportOf(ended);
  }
  const digestOf = () =>
    images.findIndex(({ digest }) =>
      lab.entries().get('qemu-aarch64')?.includes(digest.slice('sha256:'.length).slice(0, 40)),
    );

  it('is mentioned under repair, and nothing is fetched', async () => {
    await setUp(0);
    const files = lab.store();
    const kept = await setUp(1);
    expect([kept.changed, digestOf(), lab.store()]).toEqual([false, 0, files]);
    const toldOf = ({ findings }: Report) => findings.filter(({ id }) => id === 'SB049');
    expect(toldOf(kept)).toMatchObject([
      {
        severity: 'warning',
        evidence: expect.stringMatching(/arm64: QEMU [\d.]+, our own, from image /),
        remedy: expect.stringContaining('on-conflict'),
      },
    ]);
    const same = await setUp(0);
    expect([same.notes, toldOf(same)]).toEqual([[], []]);
  });

  it('is taken under replace, once, and works at every moment', async () => {
    await setUp(0);
    const watch = lab.watch('arm64', 'chroot');
    const taken = await setUp(1, '--on-conflict', 'replace');
    const { runs, failures } = await watch.stop();
    expect([runs > 0, failures]).toEqual([true, 0]);
    expect([taken.changed, taken.registered, digestOf()]).toEqual([true, ['qemu-aarch64'], 1]);
    const before = [...lab.entries()];
    expect(await setUp(1, '--on-conflict', 'replace')).toMatchObject({ changed: false, registered: [] });
    expect([...lab.entries()]).toEqual(before);
    // And back.
    expect([(await setUp(0, '--on-conflict', 'replace')).changed, digestOf()]).toEqual([true, 0]);
    expect((await lab.run(probeCommand(lab.work, 'arm64', 'chroot'))).code).toBe(42);
  });

  it('is not taken where it cannot be had, and what works stays', async () => {
    await setUp(0);
    const before = [...lab.entries()];
    const nowhere = `${registry.host}/${REPOSITORY}@sha256:${'0'.repeat(64)}`;
    const ended = await lab.run([
      ...commandOf('cli.js'),
      ...['setup', 'arm64', '--image', nowhere, '--qemu-from', 'image', '--on-conflict', 'replace', '--json'],
    ]);
    expect(reportOf(ended)).toMatchObject({
      ...{ exitCode: 1, changed: false, healthy: false },
      platforms: [{ arch: 'arm64', proven: true }],
      problem: {
        id: 'SB080',
        message: expect.stringMatching(
          /^Cannot replace what is registered: arm64 is still run by qemu-aarch64: image: /,
        ),
      },
    });
    expect([...lab.entries()]).toEqual(before);
    const lenient = await lab.run([
      ...commandOf('cli.js'),
      ...['setup', 'arm64', '--image', nowhere, '--qemu-from', 'image', '--on-conflict', 'replace'],
      ...['--strict', 'false', '--json'],
    ]);
    expect(reportOf(lenient)).toMatchObject({
      ...{ exitCode: 0, changed: false },
      findings: expect.arrayContaining([expect.objectContaining({ id: 'SB080', severity: 'warning' })]),
    });
  });
});
