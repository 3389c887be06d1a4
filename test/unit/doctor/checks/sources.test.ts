import { describe, expect, it } from 'vitest';
import { findAfterSetup } from '../../../../src/doctor/checks/index.ts';
import type { SourceTrouble } from '../../../../src/qemu/handler.ts';
import { contextOf, outcomeOf } from '../../../support/doctor.ts';

const PINNED = `docker.io/a/b:1@sha256:${'0'.repeat(64)}`;
const met = (troubles: readonly SourceTrouble[]) => ({ ...contextOf(), troubles });

describe('where QEMU came from', () => {
  it('is looked at where QEMU was asked for, and nowhere else', () => {
    for (const id of ['SB045', 'SB046', 'SB047']) {
      expect(outcomeOf(id, contextOf())).toBe('skipped: only a setup that needs QEMU looks at this');
      expect(outcomeOf(id, met([]))).toBe('clean');
    }
  });

  it('names what to write in the place of a tag', () => {
    const context = met([{ kind: 'unpinned', image: 'docker.io/a/b:1', pinned: PINNED }]);
    expect(outcomeOf('SB045', context)).toEqual([
      {
        id: 'SB045',
        severity: 'warning',
        title: 'the image is named without a digest',
        evidence: `docker.io/a/b:1 names no digest, so it can change from run to run. Now it is ${PINNED}`,
        remedy: `Write image: ${PINNED} to keep it`,
        commands: [`node dist/cli.js setup --image ${PINNED}`],
        link: 'docs/doctor.md#sb045',
      },
    ]);
    expect(outcomeOf('SB046', context)).toBe('clean');
  });

  it('says how to ask for a digest that somebody else has resolved', () => {
    expect(outcomeOf('SB045', met([{ kind: 'unpinned', image: 'docker.io/a/b:1' }]))).toMatchObject([
      {
        evidence: 'docker.io/a/b:1 names no digest, so it can change from run to run',
        commands: ["docker image inspect --format '{{index .RepoDigests 0}}' docker.io/a/b:1"],
      },
    ]);
  });

  it('names each binary that was damaged', () => {
    const troubles = ['arm64', 's390x'].map(
      (arch) => ({ kind: 'damaged', arch, reason: 'it has 1 byte\n::error::x' }) as const,
    );
    expect(outcomeOf('SB046', met(troubles))).toMatchObject(
      ['arm64', 's390x'].map((arch) => ({
        severity: 'warning',
        evidence: `The stored QEMU for ${arch} is damaged: it has 1 byte : :error: :x. It is not used but fetched again`,
      })),
    );
  });

  it('tells that something old is used', () => {
    const troubles = [{ kind: 'unrefreshed', used: 'package qemu-user 1', reason: 'no network' }] as const;
    expect(outcomeOf('SB047', met(troubles))).toMatchObject([
      {
        evidence: 'apt cannot say whether there is a newer QEMU (no network); package qemu-user 1 is used',
      },
    ]);
  });

  it('tells once what is used in the place of what was asked for', () => {
    const [asked, used] = [
      'the image a.b/c:1@sha256:00',
      'arm64 from apt (package x); arm from host (/usr/bin)',
    ];
    const supply = [{ kind: 'replaced', asked, used, reason: 'image: no network' }] as const;
    expect(outcomeOf('SB048', met(supply))).toMatchObject([
      {
        severity: 'warning',
        evidence: `QEMU was asked of ${asked}, and is taken elsewhere: ${used}. Why: image: no network`,
      },
    ]);
  });

  it('tells once what is kept in the place of the image that was asked for', () => {
    const kept = { kind: 'kept', image: 'a.b/c:1', kept: 'arm64: QEMU 9.0.0, registered by somebody else' };
    expect(outcomeOf('SB049', met([{ ...kept, kind: 'kept' }]))).toMatchObject([
      { severity: 'warning', evidence: expect.stringMatching(/a\.b\/c:1 .*: arm64: QEMU 9\.0\.0/) },
    ]);
  });

  it('is warned of after a setup', () => {
    const { doctor: _, ...context } = met([{ kind: 'damaged', arch: 'arm', reason: 'x' }]);
    expect(findAfterSetup(context).map(({ id }) => id)).toEqual(['SB046']);
  });
});
