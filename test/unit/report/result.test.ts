import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/binfmt/entry.ts';
import type { HostFacts } from '../../../src/facts/facts.ts';
import { type Applied, NOTHING_APPLIED } from '../../../src/plan/plan.ts';
import { formatMatrix, planMatrix } from '../../../src/platform/matrix.ts';
import { type Platform, targetOf } from '../../../src/platform/platforms.ts';
import { parseRunners } from '../../../src/platform/runners.ts';
import type { Verdict } from '../../../src/probe/verdict.ts';
import { notOffered, refusal } from '../../../src/report/problems.ts';
import {
  addPreviousRounds,
  changesIn,
  conclude,
  decisionsTo,
  downgradeToWarning,
  joinPlatforms,
  judgePlatforms,
  judgeRules,
  listNotTakenOver,
  newResult,
  noteImplied,
  noteUnasked,
  type RunResult,
} from '../../../src/report/result.ts';
import { entryFor } from '../../support/entries.ts';
import { platformResults, request } from '../../support/results.ts';
import { JAR } from '../../support/rules.ts';

const FACTS: HostFacts = {
  system: 'linux',
  kernel: { release: '6.8.0', version: '6.8.0' },
  architecture: 'amd64',
  cpus: 4,
  nodeVersion: 'v24.0.0',
  uid: 0,
  otherLogins: 0,
  capabilities: 1n << 21n,
  bounding: 1n << 21n,
  userNamespace: false,
  privilege: 'root',
  docker: { endpoint: 'unix:///var/run/docker.sock', reachable: false },
  table: { state: 'ready', path: '/proc/sys/fs/binfmt_misc', entries: [], unreadable: [], elsewhere: [] },
  mounts: [],
};

describe('joinPlatforms', () => {
  const verdicts = new Map<string, Verdict>([['arm', { arch: 'arm', status: 'absent', reason: '', ms: 0 }]]);
  const decided = (arch: string, action: 'native' | 'install') => {
    const target = targetOf(arch);
    if (target === undefined) throw new Error(`no target ${arch}`);
    return { target, action, reason: 'so', replaces: [] };
  };
  const decisions = [decided('amd64', 'native'), decided('arm', 'install')];
  const v7: Platform = { arch: 'arm', variant: 'v7' };
  const platforms = [v7, { arch: 'amd64' }, { arch: 'arm', variant: 'v6' }, { arch: 'nowhere' }];

  it('gives each platform its decision and its verdict, in the order asked for', () => {
    const joined = joinPlatforms({ platforms, all: false }, decisions, verdicts);
    expect(joined.map(({ platform }) => platform)).toEqual(platforms.slice(0, 3));
    expect(joined[0]).toEqual({
      platform: v7,
      decision: decisions[1],
      verdict: verdicts.get('arm'),
      implied: false,
    });
    expect(joined[1]?.verdict).toBeUndefined();
    expect(decisionsTo('install', joined)).toEqual([decisions[1]]);
  });

  it('marks what the host runs by itself where all was asked for', () => {
    const joined = joinPlatforms({ platforms, all: true }, decisions, verdicts);
    expect(noteImplied(joined)).toEqual(['all leaves out linux/amd64: this host runs it by itself']);
    expect(joined.map(({ implied }) => implied)).toEqual([false, true, false]);
    const twice = [...joined, ...joined];
    expect(noteImplied(twice)).toEqual([
      'all leaves out linux/amd64, linux/amd64: this host runs them by itself',
    ]);
    expect(noteImplied([])).toEqual([]);
  });
});

describe('judgePlatforms', () => {
  const wanted = platformResults([request('arm64', { action: 'install' })]);
  const failed: Applied = {
    ...NOTHING_APPLIED,
    installed: [
      { arch: 'arm', name: 'qemu-arm', changed: true, replaced: [] },
      { arch: 'arm64', name: 'qemu-aarch64', changed: false, replaced: [], problem: 'it crashed' },
    ],
  };
  const absent = [{ arch: 'arm64', reason: 'apt: no such package' }];

  it('prefers what happened last', () => {
    const reasonOf = (missing: typeof absent, applied: Applied) =>
      judgePlatforms(wanted, new Map(), missing, applied)[0]?.failure;
    expect(reasonOf(absent, failed)).toBe('it crashed');
    expect(reasonOf(absent, NOTHING_APPLIED)).toBe('apt: no such package');
    expect(reasonOf([], { ...NOTHING_APPLIED, problems: ['no lock'] })).toBe('no lock');
    expect(reasonOf([], NOTHING_APPLIED)).toBe('nothing was done');
  });

  it('has the new verdict, and no reason for what is proven or was not to be installed', () => {
    const verdict = { arch: 'arm64', status: 'emulated', reason: '', ms: 1 } as const;
    const [proven] = judgePlatforms(wanted, new Map([['arm64', verdict]]), [], NOTHING_APPLIED);
    expect(proven).toMatchObject({ verdict, failure: undefined });
    const kept = platformResults([request('arm64')]);
    expect(judgePlatforms(kept, new Map(), absent, failed)[0]?.failure).toBeUndefined();
  });
});

it('noteUnasked names variants that no probe tells', () => {
  const platforms = platformResults([request('arm64'), request('amd64/v3'), request('arm/v7')]);
  expect(noteUnasked(platforms)).toEqual([]);
  expect(noteUnasked([...platforms, ...platformResults([request('arm64/v9')])])).toEqual([
    'linux/arm64/v9: proven is what every CPU of the architecture has; of this variant no probe tells',
  ]);
});

describe('listNotTakenOver', () => {
  const proven = (arch: string, entry?: string): readonly [string, Verdict] => [
    arch,
    {
      ...{ arch, status: 'emulated', reason: '', ms: 1 },
      ...(entry === undefined ? {} : { entry: entryFor('arm64', { name: entry }) }),
    },
  ];

  it('names who goes on, and why, once for each architecture', () => {
    const verdicts = new Map([proven('arm64', 'theirs'), proven('arm'), proven('s390x', 'qemu-s390x')]);
    const platforms = platformResults(
      [
        request('arm64', { failure: 'it crashed' }),
        request('arm/v7', { failure: 'apt: no such package' }),
        request('arm/v6', { failure: 'apt: no such package' }),
        request('s390x'),
        request('riscv64', { failure: 'it is not proven' }),
      ],
      verdicts,
    );
    expect(listNotTakenOver(platforms)).toEqual([
      'arm64 is still run by theirs: it crashed',
      'arm is still run by this host: apt: no such package',
    ]);
  });
});

describe('conclude', () => {
  const platforms = [
    { arch: 'amd64' },
    { arch: 'arm64' },
    { arch: 's390x' },
    { arch: 'amd64', variant: 'v4' },
  ];
  const verdicts = new Map<string, Verdict>([
    ['amd64', { arch: 'amd64', status: 'native', reason: '', ms: 1 }],
    ['arm64', { arch: 'arm64', status: 'emulated', reason: '', ms: 1 }],
    ['s390x', { arch: 's390x', status: 'absent', reason: 'no entry takes it', ms: 0 }],
  ]);
  const result: RunResult = {
    ...newResult('setup', FACTS),
    platforms: platforms.flatMap((platform) =>
      platformResults([{ platform, action: 'keep', reason: '' }], verdicts),
    ),
    notes: ['a note'],
  };
  const { runners } = parseRunners('default=self-hosted');
  const planned = planMatrix(platforms, runners);
  const strict = (strict: boolean, matrix = planned) => ({ inputs: { strict }, matrix });
  const problem = notOffered([{ arch: 'riscv64' }]);
  const names = (matrix: RunResult['matrix']) => matrix?.include.map(({ platform }) => platform);

  it('keeps the legs of what runs here, whatever the rows are', () => {
    const ended = conclude(result, strict(true), undefined);
    expect(names(ended.matrix)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(ended).toEqual({ ...result, matrix: ended.matrix });
  });

  it('keeps the legs that are native on their runner, proven here or not', () => {
    const native = planMatrix(platforms, parseRunners('default=self-hosted\ns390x=["s390x"]').runners);
    const ended = conclude({ ...result, platforms: [] }, strict(true, native), undefined);
    expect(names(ended.matrix)).toEqual(['linux/s390x']);
  });

  it('ends with the problem, and the matrix is there all the same', () => {
    const ended = conclude(result, strict(true), problem);
    expect(ended).toMatchObject({ problem: { id: 'SB090' }, findings: [], notes: ['a note'] });
    expect(names(ended.matrix)).toEqual(['linux/amd64', 'linux/arm64']);
  });

  it('without strict makes it a warning, and says what the matrix leaves out', () => {
    const ended = conclude(result, strict(false), problem);
    expect(ended).not.toHaveProperty('problem', expect.anything());
    expect(ended).toMatchObject({
      waived: true,
      findings: [{ id: 'SB090', severity: 'warning', link: 'docs/doctor.md#sb090' }],
      notes: ['a note', expect.stringMatching(/^The matrix leaves out linux\/s390x, linux\/amd64\/v4: /)],
    });
    expect(names(ended.matrix)).toEqual(['linux/amd64', 'linux/arm64']);
  });

  it('without strict says nothing of a matrix that is whole', () => {
    const few = [{ arch: 'arm64' }];
    const ended = conclude(result, strict(false, planMatrix(few, runners)), problem);
    expect(ended.notes).toEqual(['a note']);
    expect(formatMatrix(ended.matrix ?? { include: [] })).toContain('linux/arm64');
  });

  it('puts the warning before what was found', () => {
    const refused = refusal(platformResults([request('amd64', { action: 'refuse', reason: 'x' })]));
    const [first] = downgradeToWarning(result, refused ?? never()).findings;
    expect(first).toMatchObject({
      id: 'SB010',
      severity: 'warning',
      title: 'cannot take over what others registered',
      evidence: 'amd64: x',
      remedy: expect.stringMatching(/^Set on-conflict/),
    });
  });
});

function never(): never {
  throw new Error('no problem');
}

describe('judgeRules', () => {
  const text = (state: string, interpreter = '/usr/bin/jexec') =>
    parseEntry('jar', `${state}\ninterpreter ${interpreter}\nflags: \nextension .jar\n`);

  it.each<[string, readonly ReturnType<typeof text>[], boolean]>([
    ['an empty table', [], false],
    ['the entry that was asked for', [text('enabled')], true],
    ['an entry that is switched off', [text('disabled')], false],
    ['another entry of the same name', [text('enabled', '/usr/bin/java')], false],
  ])('%s', (_, entries, registered) => {
    const rules = [{ name: 'jar', changed: false, problem: 'no' }];
    const jar = { name: 'jar', interpreter: '/usr/bin/jexec', registered };
    expect(judgeRules([JAR], entries, NOTHING_APPLIED)).toEqual([jar]);
    expect(judgeRules([JAR], entries, { ...NOTHING_APPLIED, rules })).toEqual([{ ...jar, failure: 'no' }]);
  });
});

describe('changesIn', () => {
  it('changed nothing when nothing was done', () => {
    expect(changesIn(NOTHING_APPLIED)).toEqual({
      registered: [],
      removed: [],
      replaced: [],
      changed: false,
      outdated: false,
    });
  });

  it('lists what was written, taken away and put back', () => {
    const applied: Applied = {
      ...NOTHING_APPLIED,
      removed: ['gone'],
      installed: [
        { arch: 'arm64', name: 'qemu-aarch64', changed: true, replaced: ['old'] },
        { arch: 'arm', name: 'qemu-arm', changed: false, replaced: [] },
      ],
      rules: [
        { name: 'jar', changed: true },
        { name: 'wasm', changed: false },
      ],
      restored: ['back'],
      outdated: true,
    };
    expect(changesIn(applied)).toEqual({
      registered: ['qemu-aarch64', 'jar', 'back'],
      removed: ['gone', 'old'],
      replaced: ['old'],
      changed: true,
      outdated: true,
    });
  });

  it.each<[string, Partial<Applied>]>([
    ['a mount', { prepared: ['mount'] }],
    ['a removal', { removed: ['gone'] }],
    ['something put back', { restored: ['back'] }],
    ['a rule', { rules: [{ name: 'jar', changed: true }] }],
    ['what survives a reboot', { persisted: 'wrote' }],
  ])('counts %s alone as a change', (_, change) => {
    expect(changesIn({ ...NOTHING_APPLIED, ...change }).changed).toBe(true);
  });
});

describe('addPreviousRounds', () => {
  const blank = newResult('setup', FACTS);
  const result: RunResult = { ...blank, registered: ['b'], notes: ['a note'] };

  it('adds nothing for a first round', () => {
    expect(addPreviousRounds(undefined, result)).toEqual(result);
  });

  it('keeps what an earlier round has mended, and nothing that is looked at again', () => {
    const finding = (id: string) =>
      ({ id, severity: 'warning', title: '', evidence: '', remedy: '', commands: [], link: '' }) as const;
    const earlier = { ...blank, findings: [finding('SB046'), finding('SB045')] };
    const findings = [finding('SB045')];
    expect(addPreviousRounds(earlier, { ...result, findings }).findings).toEqual([
      finding('SB045'),
      finding('SB046'),
    ]);
  });

  it('names each entry once, and what was changed once stays changed', () => {
    const earlier = { ...blank, registered: ['a', 'b'], removed: ['c'], replaced: ['c'], changed: true };
    const now = { ...result, removed: ['c', 'd'], replaced: ['d'] };
    expect(addPreviousRounds(earlier, now)).toEqual({
      ...result,
      registered: ['a', 'b'],
      removed: ['c', 'd'],
      replaced: ['c', 'd'],
      changed: true,
    });
    expect(addPreviousRounds(blank, { ...result, changed: true }).changed).toBe(true);
  });
});
