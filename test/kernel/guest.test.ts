/** What test/flow/guest.test.ts shows of a model, on a real private table with real emulators. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFile } from '../../src/host/files.ts';
import {
  type Deed,
  deeds,
  killAnywhere,
  type Life,
  live,
  ROUNDS,
  SEED,
  type World,
} from '../support/guest-model.ts';
import { debianQemu } from '../support/qemu.ts';
import { realMachine } from '../support/real-machine.ts';
import { copyProgram, type Lab, noLab, openLab, target } from '../support/setup-lab.ts';

const able = noLab() === undefined;
const qemu = able ? await debianQemu('trixie') : '';

describe.skipIf(!able)('a good guest', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(qemu);
  });
  afterAll(() => lab.close());

  const copyOf = (folder: string, arch: string): string => {
    const name = `qemu-${target(arch).qemu}`;
    return copyProgram(join(qemu, `${name}-static`), join(lab.work, folder, name));
  };
  const sums = new Map<string, string>();
  const sumOf = (path: string): string => {
    const sum = sums.get(path) ?? hashFile(path);
    sums.set(path, sum);
    return sum;
  };
  const world = (): World => ({
    store: join(lab.work, 'store'),
    handler: (arch) => {
      const path = copyOf('store', arch);
      return { path, sha256: sumOf(path) };
    },
    theirs: (arch) => copyOf('theirs', arch),
  });

  /** Lives through the deeds on a table that is empty, without any record of earlier runs. */
  function liveForReal(todo: readonly Deed[]): Promise<Life> {
    writeFileSync(join(lab.table.folder, 'status'), '-1', { flag: 'r+' });
    rmSync(join(lab.work, 'state'), { recursive: true, force: true });
    return live(realMachine(lab), world(), todo);
  }

  /** Expects no fault wherever the deed is killed, and that it was killed more often than this. */
  async function expectNoFault(todo: (dies: number) => readonly Deed[], kills: number): Promise<void> {
    const seen = await killAnywhere(liveForReal, todo);
    expect(seen.faults).toEqual([]);
    expect(seen.kills).toBeGreaterThan(kills);
  }

  it('leaves others as they were, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (todo) => {
        expect((await liveForReal(todo)).faults).toEqual([]);
      }),
      { numRuns: ROUNDS, seed: SEED, endOnFailure: true },
    );
  }, 600_000);

  it('survives being killed after each of its changes, in a setup that replaces and in its undo', async () => {
    const claims: readonly Deed[] = [
      { do: 'claim', name: 'one', arch: 'arm64', works: false, fixed: true },
      { do: 'claim', name: 'two', arch: 'arm64', works: true, fixed: false },
      { do: 'switch', which: 0, word: '0' },
    ];
    const setup: Deed = { do: 'setup', archs: ['arm64'], policy: 'replace' };
    await expectNoFault((dies) => [...claims, { ...setup, dies }, setup], 6);
    await expectNoFault((dies) => [...claims, setup, { do: 'end', which: 0, dies }], 4);
  }, 600_000);

  it('survives being killed after each of its changes, in a rule that replaces another and in removals', async () => {
    const rule = (runs: string) => ({ do: 'rule', name: 'foo', takes: 'E::foo', runs }) as const;
    const [old, fresh] = [rule('/bin/false'), rule('/bin/true')];
    const remove = { do: 'remove-entry', name: 'foo' } as const;
    // The model is also given what was there before, and another rule of this name.
    for (const next of [fresh, remove]) await expectNoFault((dies) => [old, { ...fresh, dies }, next], 10);
    await expectNoFault((dies) => [old, { ...remove, dies }, remove], 3);
  }, 600_000);

  it('takes away by name what a killed replacement has left of a handler', async () => {
    const setup = { do: 'setup', archs: ['arm64'], policy: 'replace' } as const;
    const claim = { do: 'claim', name: 'one', arch: 'arm64', works: true, fixed: false } as const;
    const removal = { do: 'remove-entry', name: 'qemu-aarch64' } as const;
    await expectNoFault((dies) => [claim, { ...setup, dies }, removal], 10);
  }, 600_000);
});
