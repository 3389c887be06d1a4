/**
 * Whatever is set up, removed, undone, killed half-way or changed by others: in the end others find what they
 * left, and nothing of ours is there that does not work. Over a model of the kernel's table.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deed, deeds, killAnywhere, live, ROUNDS, SEED, type World } from '../support/guest-model.ts';
import { modelMachine } from '../support/model-machine.ts';
import { target } from '../support/setup-lab.ts';

/** The handlers of the model hold nothing. */
const EMPTY = createHash('sha256').digest('hex');

const world: World = {
  store: '/store',
  handler: (arch) => ({ path: `/store/qemu-${target(arch).qemu}`, sha256: EMPTY }),
  theirs: (arch) => `/theirs/qemu-${target(arch).qemu}`,
};

const liveOnce = (todo: readonly Deed[]) => live(modelMachine(), world, todo);

/** Expects no fault wherever the deed is killed, and that it was killed more often than this. */
async function expectNoFault(todo: (dies: number) => readonly Deed[], kills: number): Promise<void> {
  const seen = await killAnywhere(liveOnce, todo);
  expect(seen.faults).toEqual([]);
  expect(seen.kills).toBeGreaterThan(kills);
}

describe('a good guest', () => {
  it('leaves others as they were, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (todo) => {
        expect((await liveOnce(todo)).faults).toEqual([]);
      }),
      { numRuns: 20 * ROUNDS, seed: SEED },
    );
  });

  it('survives being killed after each of its changes, in a setup that replaces and in its undo', async () => {
    const claims = [
      { do: 'claim', name: 'one', arch: 'arm64', works: false, fixed: true },
      { do: 'claim', name: 'two', arch: 'arm64', works: true, fixed: false },
      { do: 'claim', name: 'three', arch: 's390x', works: false, fixed: false },
      { do: 'switch', which: 0, word: '0' },
    ] as const;
    const setup = { do: 'setup', archs: ['arm64', 's390x'], policy: 'replace' } as const;
    await expectNoFault((dies) => [...claims, { ...setup, dies }], 10);
    await expectNoFault((dies) => [...claims, { ...setup, dies }, setup], 10);
    await expectNoFault((dies) => [...claims, setup, { do: 'end', which: 0, dies }], 7);
  });

  it('survives being killed after each of its changes, in a rule that replaces another and in removals', async () => {
    const rule = (runs: string) => ({ do: 'rule', name: 'foo', takes: 'E::foo', runs }) as const;
    const [old, fresh] = [rule('/bin/false'), rule('/bin/true')];
    const remove = { do: 'remove-entry', name: 'foo' } as const;
    for (const next of [fresh, old, { ...fresh, takes: 'E::bar' }, remove])
      await expectNoFault((dies) => [old, { ...fresh, dies }, next], 10);
    await expectNoFault((dies) => [old, { ...remove, dies }, remove], 3);
  });

  it('survives being killed in an undo that registers again what a later run brought', async () => {
    const todo = (dies: number): readonly Deed[] => [
      { do: 'claim', name: 'one', arch: 'arm64', works: false, fixed: false },
      { do: 'setup', archs: ['arm64', 's390x'], policy: 'repair' },
      { do: 'rule', name: 'foo', takes: 'E::foo', runs: '/bin/false' },
      { do: 'end', which: 0, dies },
    ];
    await expectNoFault(todo, 7);
  });

  it('takes away by name what a killed replacement has left of a handler', async () => {
    const setup = { do: 'setup', archs: ['arm64'], policy: 'replace' } as const;
    const claim = { do: 'claim', name: 'one', arch: 'arm64', works: true, fixed: false } as const;
    const removal = { do: 'remove-entry', name: 'qemu-aarch64' } as const;
    await expectNoFault((dies) => [claim, { ...setup, dies }, removal], 10);
  });
});
