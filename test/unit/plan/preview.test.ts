import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/binfmt/entry.ts';
import type { Decision } from '../../../src/plan/decide.ts';
import { previewChanges } from '../../../src/plan/preview.ts';
import { type Target, targetOf } from '../../../src/platform/platforms.ts';
import { entryFor } from '../../support/entries.ts';
import { type FactsChange, hostFacts } from '../../support/facts.ts';
import { JAR } from '../../support/rules.ts';

const decided = (arch: string, replaces: readonly Entry[] = []): Decision => ({
  target: targetOf(arch) as Target,
  action: 'install',
  reason: 'nothing runs it',
  replaces,
});
const NOTHING = { changes: false, replaced: [], removed: [], rules: [], persisted: [] };

function seen(
  wanted: readonly Decision[],
  inputs: Partial<Parameters<typeof previewChanges>[0]['inputs']> = {},
  entries: readonly Entry[] = [],
  facts: FactsChange = {},
) {
  const asked = wanted.map(({ target: { arch } }) => ({ arch }));
  return previewChanges({
    inputs: {
      platforms: asked,
      credentials: true,
      reset: false,
      rules: [],
      onConflict: 'repair',
      persist: false,
      cleanup: false,
      autoload: true,
      ...inputs,
    },
    facts: hostFacts({ table: { entries }, ...facts }),
    verdicts: new Map(),
    wanted,
    store: '/store',
    persisted: [],
    recorded: [],
  });
}

describe('foresee', () => {
  it('is nothing where all that is asked for runs', () => {
    expect(seen([], {}, [entryFor('arm64')])).toEqual(NOTHING);
  });

  it('is a change where a handler is wanted', () => {
    expect(seen([decided('arm64')])).toEqual({ ...NOTHING, changes: true });
  });

  it('tells how the table would be brought up first, where setup would do that', () => {
    const prepared = (facts: FactsChange, autoload = true, wanted = [decided('arm64')]) =>
      seen(wanted, { autoload }, [], facts).prepared;
    const lost: FactsChange = { table: { state: 'not-loaded' } };
    expect(prepared(lost)).toEqual(['load-module', 'mount']);
    expect(prepared({ table: { state: 'not-mounted' } })).toEqual(['mount']);
    expect(prepared({ ...lost, privilege: 'sudo', uid: 1000 })).toEqual(['load-module', 'mount']);
    for (const privilege of ['docker', 'none'] as const)
      expect(prepared({ ...lost, privilege, uid: 1000 })).toBeUndefined();
    expect(prepared(lost, false)).toBeUndefined();
    expect(prepared(lost, true, [])).toBeUndefined();
    expect(prepared({})).toBeUndefined();
  });

  it('names what goes for a new handler', () => {
    const old = entryFor('arm64', { name: 'old' });
    expect(seen([decided('arm64', [old])], {}, [old])).toMatchObject({ replaced: ['old'], removed: [] });
  });

  it('names what a reset takes away, apart from what goes for a new handler', () => {
    const [arm64, arm] = [entryFor('arm64'), entryFor('arm')];
    const table = [arm64, arm, entryFor('s390x', { name: 'theirs' })];
    expect(seen([decided('arm64', [arm64])], { reset: true }, table)).toMatchObject({
      replaced: ['qemu-aarch64'],
      removed: ['qemu-arm'],
    });
    expect(seen([], { reset: true }, [arm])).toMatchObject({ changes: true, removed: ['qemu-arm'] });
    expect(seen([], {}, [arm])).toMatchObject({ removed: [] });
  });

  it('names rules that are not there, and what is to be kept over a reboot', () => {
    expect(seen([], { rules: [JAR] })).toEqual({ ...NOTHING, changes: true, rules: ['jar'] });
    expect(seen([decided('arm64')], { rules: [JAR], persist: true }).persisted).toEqual([
      'qemu-aarch64',
      'jar',
    ]);
  });
});
