/**
 * Whatever is set up, removed, undone, killed half-way or changed by others: in the end others find what they
 * left, and nothing of ours is there that does not work. Over a model of the kernel's table.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deeds, live, type World } from '../support/guest-model.ts';
import { modelMachine } from '../support/model-machine.ts';
import { target } from '../support/setup-lab.ts';

const world: World = {
  store: '/store',
  handler: (arch) => ({ path: `/store/qemu-${target(arch).qemu}`, sha256: 'a'.repeat(64), checked: true }),
  theirs: (arch) => `/theirs/qemu-${target(arch).qemu}`,
};

describe('a good guest', () => {
  it('leaves others as they were, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (todo) => {
        expect(await live(modelMachine(), world, todo)).toEqual([]);
      }),
      // The same sequences in every run; TEST_SEED brings others.
      { numRuns: 1000, seed: Number(process.env.TEST_SEED ?? 1) },
    );
  });

  it('survives being killed after each of its changes, in a setup that replaces and in its undo', async () => {
    const claims = [
      { do: 'claim', name: 'one', arch: 'arm64', works: false, fixed: true },
      { do: 'claim', name: 'two', arch: 'arm64', works: true, fixed: false },
      { do: 'claim', name: 'three', arch: 's390x', works: false, fixed: false },
      { do: 'switch', which: 0, word: '0' },
    ] as const;
    for (let dies = 0; dies <= 40; dies++) {
      const setup = { do: 'setup', archs: ['arm64', 's390x'], policy: 'replace' } as const;
      const killed = [...claims, { ...setup, dies }];
      expect(await live(modelMachine(), world, killed)).toEqual([]);
      expect(await live(modelMachine(), world, [...killed, setup])).toEqual([]);
      expect(await live(modelMachine(), world, [...claims, setup, { do: 'end', which: 0, dies }])).toEqual(
        [],
      );
    }
  });

  it('survives being killed after each of its changes, in a rule that replaces another and in removals', async () => {
    const rule = (runs: string) => ({ do: 'rule', name: 'foo', takes: 'E::foo', runs }) as const;
    const [old, fresh] = [rule('/bin/false'), rule('/bin/true')];
    const remove = { do: 'remove-entry', name: 'foo' } as const;
    for (let dies = 0; dies <= 20; dies++) {
      const killed = [old, { ...fresh, dies }];
      expect(await live(modelMachine(), world, [...killed, fresh])).toEqual([]);
      expect(await live(modelMachine(), world, [...killed, old])).toEqual([]);
      expect(await live(modelMachine(), world, [...killed, { ...fresh, takes: 'E::bar' }])).toEqual([]);
      expect(await live(modelMachine(), world, [...killed, remove])).toEqual([]);
      expect(await live(modelMachine(), world, [old, { ...remove, dies }, remove])).toEqual([]);
    }
  });

  it('takes away by name what a killed replacement has left of a handler', async () => {
    const setup = { do: 'setup', archs: ['arm64'], policy: 'replace' } as const;
    const claim = { do: 'claim', name: 'one', arch: 'arm64', works: true, fixed: false } as const;
    for (let dies = 0; dies <= 40; dies++) {
      const removal = { do: 'remove-entry', name: 'qemu-aarch64' } as const;
      expect(await live(modelMachine(), world, [claim, { ...setup, dies }, removal])).toEqual([]);
    }
  });
});
