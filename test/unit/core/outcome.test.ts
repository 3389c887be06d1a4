import { describe, expect, it } from 'vitest';
import type { HostFacts } from '../../../src/core/facts.ts';
import { explainRequests, obstacle, refusal, tooLarge, unproven } from '../../../src/core/outcome.ts';
import { type Applied, type Decision, NOTHING_APPLIED } from '../../../src/core/plan.ts';
import { TARGETS } from '../../../src/core/platforms.ts';
import type { PlatformReport, Request } from '../../../src/core/report.ts';

const [target] = TARGETS;
if (target === undefined) throw new Error('the table is empty');

const FACTS: HostFacts = {
  system: 'linux',
  kernel: { release: '6.8.0', version: [6, 8, 0] },
  architecture: 'amd64',
  cpus: 4,
  nodeVersion: 'v24.0.0',
  uid: 0,
  capabilities: 1n << 21n,
  userNamespace: false,
  privilege: 'root',
  docker: { endpoint: 'unix:///var/run/docker.sock', reachable: false },
  table: { state: 'ready', path: '/proc/sys/fs/binfmt_misc', entries: [], unreadable: [], elsewhere: [] },
  mounts: [],
};

describe('obstacle', () => {
  it('is none for root on a mounted table, and on one that may be mounted', () => {
    expect(obstacle(FACTS, { autoload: false })).toBeUndefined();
    const unmounted: HostFacts = { ...FACTS, table: { ...FACTS.table, state: 'not-mounted' } };
    expect(obstacle(unmounted, { autoload: true })).toBeUndefined();
  });

  it('is the lack of privilege, which this host cannot mend', () => {
    const problem = obstacle({ ...FACTS, uid: 1000, privilege: 'none' }, { autoload: true });
    expect(problem?.exitCode).toBe(3);
    expect(problem?.id).toBe('SB008');
    expect(problem?.message).toMatch(/^Cannot register handlers: .*1000.*\. Run this step as root/);
  });

  it('is a table that may not be brought up', () => {
    const facts: HostFacts = { ...FACTS, table: { ...FACTS.table, state: 'autofs' } };
    expect(obstacle(facts, { autoload: false })?.message).toMatch(/\(autofs\), and autoload is off/);
  });
});

describe('tooLarge and refusal', () => {
  it('are none without a cause', () => {
    expect(tooLarge([])).toBeUndefined();
    expect(refusal([{ target, action: 'keep', reason: 'it works', replaces: [] }])).toBeUndefined();
  });

  it('list every cause', () => {
    expect(tooLarge(['one', 'two'])?.message).toBe(
      'Cannot make a matrix of these platforms: one; two. Ask for fewer platforms.',
    );
    const refused: Decision = {
      target,
      action: 'refuse',
      reason: 'another entry claims it (x)',
      replaces: [],
    };
    const problem = refusal([refused]);
    expect(problem?.message).toContain('amd64: another entry claims it (x)');
    expect(problem?.exitCode).toBe(1);
  });
});

describe('explainRequests', () => {
  const request: Request = { platform: { arch: 'arm64' }, action: 'install', reason: 'nothing runs it' };
  const failed: Applied = {
    ...NOTHING_APPLIED,
    installed: [{ arch: 'arm64', name: 'qemu-aarch64', changed: false, replaced: [], problem: 'it crashed' }],
  };
  const absent = [{ arch: 'arm64', reason: 'apt: no such package' }];

  it('prefers what happened last', () => {
    const reasonOf = (missing: typeof absent, applied: Applied) =>
      explainRequests([request], missing, applied, new Map())[0]?.failure;
    expect(reasonOf(absent, failed)).toBe('it crashed');
    expect(reasonOf(absent, NOTHING_APPLIED)).toBe('apt: no such package');
    expect(reasonOf([], { ...NOTHING_APPLIED, problems: ['no lock'] })).toBe('no lock');
    expect(reasonOf([], NOTHING_APPLIED)).toBe('nothing was done');
  });

  it('leaves alone what is proven and what was not to be installed', () => {
    const proven = new Map([['arm64', { arch: 'arm64', status: 'emulated', reason: '', ms: 1 } as const]]);
    const kept: Request = { ...request, action: 'keep' };
    expect(explainRequests([request], absent, failed, proven)).toEqual([request]);
    expect(explainRequests([kept], absent, failed, new Map())).toEqual([kept]);
  });
});

describe('unproven', () => {
  const row = (platform: string, proven: boolean): PlatformReport => ({
    platform,
    arch: platform.slice('linux/'.length),
    status: proven ? 'emulated' : 'absent',
    proven,
    action: 'install',
    reason: `why ${platform}`,
    ms: 0,
  });

  it('is none when all are proven', () => {
    expect(unproven([row('linux/arm64', true)], [])).toBeUndefined();
  });

  it('lists each platform with its reason, or the one problem that stopped all', () => {
    const rows = [row('linux/arm64', false), row('linux/arm', true), row('linux/s390x', false)];
    expect(unproven(rows, [])?.message).toMatch(
      /^Cannot prove linux\/arm64, linux\/s390x: linux\/arm64: why linux\/arm64; linux\/s390x: why linux\/s390x\./,
    );
    const stopped = unproven(rows, ['Cannot mount it: no right.']);
    expect(stopped?.message).toMatch(
      /^Cannot prove linux\/arm64, linux\/s390x: Cannot mount it: no right\. Run/,
    );
    expect(stopped?.exitCode).toBe(1);
  });

  it('says that the host cannot where the table could not be brought up', () => {
    const blocked = unproven([row('linux/arm64', false)], ['Cannot load binfmt_misc: not permitted.'], false);
    expect(blocked?.exitCode).toBe(3);
  });
});
