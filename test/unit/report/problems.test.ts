import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/binfmt/entry.ts';
import { persistentPath } from '../../../src/binfmt/persist.ts';
import { type Rule, ruleOfEntry } from '../../../src/binfmt/rule.ts';
import { preflight } from '../../../src/doctor/checks/index.ts';
import type { HostFacts } from '../../../src/facts/facts.ts';
import { type Applied, NOTHING_APPLIED } from '../../../src/plan/plan.ts';
import { formatMatrix, planMatrix } from '../../../src/platform/matrix.ts';
import { type Platform, targetOf } from '../../../src/platform/platforms.ts';
import { parseRunners } from '../../../src/platform/runners.ts';
import type { Verdict } from '../../../src/probe/verdict.ts';
import {
  notOffered,
  obstacle,
  obstacleToMount,
  obstacleToRemoval,
  refusal,
  tooLarge,
  unfitness,
  unmounted,
  unpersisted,
  unproven,
  unregistered,
  unremoved,
  wrongRules,
} from '../../../src/report/problems.ts';
import type { PlatformReport } from '../../../src/report/report.ts';
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
  type PlatformResult,
  type RunResult,
} from '../../../src/report/result.ts';
import { SetupProblem } from '../../../src/text/problem.ts';
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

const REFUSED = { action: 'refuse', reason: 'another entry claims it (x)' } as const;

describe('the obstacles to other commands', () => {
  const open: HostFacts = { ...FACTS, table: { ...FACTS.table, state: 'not-mounted' } };
  const powerless: HostFacts = { ...FACTS, uid: 1000, privilege: 'none' };

  it('are none where the table can be changed, or needs no mount', () => {
    expect(obstacleToRemoval(FACTS)).toBeUndefined();
    expect(obstacleToMount(FACTS)).toBeUndefined();
    expect(obstacleToMount(open)).toBeUndefined();
    expect(obstacleToMount(powerless)).toBeUndefined();
  });

  it('say what cannot be done', () => {
    expect(obstacleToRemoval(powerless)?.message).toMatch(/^Cannot take entries away: user 1000 /);
    expect(obstacleToMount({ ...powerless, table: open.table })?.message).toMatch(
      /^Cannot mount binfmt_misc: user 1000 /,
    );
    const finding = preflight({ ...FACTS, system: 'darwin' });
    expect(finding && unfitness(finding)).toMatchObject({ id: 'SB001', exitCode: 3 });
  });

  it('tell what went wrong with a mount', () => {
    expect(unmounted([])).toBeUndefined();
    expect(unmounted(['not permitted'])).toMatchObject({ id: 'SB009', exitCode: 3 });
  });
});

describe('tooLarge and refusal', () => {
  it('are none without a cause', () => {
    expect(tooLarge([])).toBeUndefined();
    expect(refusal(platformResults([request('amd64')]))).toBeUndefined();
  });

  it('list every cause', () => {
    expect(tooLarge(['one', 'two'])?.message).toBe(
      'Cannot make a matrix of these platforms: one; two. Ask for fewer platforms.',
    );
    const problem = refusal(platformResults([request('amd64', REFUSED)]));
    expect(problem?.message).toContain('amd64: another entry claims it (x)');
    expect(problem?.exitCode).toBe(1);
  });
});

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
    expect(joined.map(({ implied }) => implied)).toEqual([false, true, false]);
  });
});

describe('judgePlatforms', () => {
  const wanted = platformResults([request('arm64', { action: 'install' })]);
  const failed: Applied = {
    ...NOTHING_APPLIED,
    installed: [{ arch: 'arm64', name: 'qemu-aarch64', changed: false, replaced: [], problem: 'it crashed' }],
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

  const strict = { tableReady: true, strict: true };

  it('is none when all are proven', () => {
    expect(unproven([row('linux/arm64', true)], [], strict)).toBeUndefined();
  });

  it('lists each platform with its reason, or the one problem that stopped all', () => {
    const rows = [row('linux/arm64', false), row('linux/arm', true), row('linux/s390x', false)];
    expect(unproven(rows, [], strict)?.message).toMatch(
      /^Cannot prove linux\/arm64, linux\/s390x: linux\/arm64: why linux\/arm64; linux\/s390x: why linux\/s390x\./,
    );
    const stopped = unproven(rows, ['it cannot be mounted: no right'], strict);
    expect(stopped?.message).toMatch(
      /^Cannot prove linux\/arm64, linux\/s390x: it cannot be mounted: no right\. Run/,
    );
    expect(stopped?.exitCode).toBe(1);
  });

  it('gives a reason that several share once', () => {
    const rows = [row('linux/arm64', false), row('linux/arm', false)].map((one) => ({ ...one, reason: 'x' }));
    expect(unproven(rows, [], strict)?.reason).toBe('linux/arm64, linux/arm: x');
  });

  it('has id and remedy of what kept QEMU from being fetched, and keeps it as its cause', () => {
    const failure = new SetupProblem({
      id: 'SB080',
      kind: 'host',
      what: 'pull a/b',
      cause: 'it answered 429',
      remedy: 'Log in',
    });
    const problem = unproven([row('linux/arm64', false)], [], { ...strict, failure });
    expect(problem).toMatchObject({ id: 'SB080', remedy: 'Log in', exitCode: 1, cause: failure });
  });

  it('does not advise what is done already', () => {
    const failed = [row('linux/arm64', false)];
    expect(unproven(failed, [], strict)?.message).toMatch(
      / more, or set strict to false to go on without\.$/,
    );
    expect(unproven(failed, [], { tableReady: true, strict: false })?.message).toMatch(/for more\.$/);
  });

  it('says that the host cannot where the table could not be brought up', () => {
    const blocked = unproven([row('linux/arm64', false)], ['binfmt_misc cannot be loaded: not permitted'], {
      tableReady: false,
      strict: true,
    });
    expect(blocked?.exitCode).toBe(3);
  });
});

describe('notOffered', () => {
  it('is none where the image has all that was asked for', () => {
    expect(notOffered([])).toBeUndefined();
  });

  it('names what the image does not have', () => {
    const problem = notOffered([{ arch: 's390x' }, { arch: 'arm', variant: 'v6' }]);
    expect(problem).toMatchObject({ id: 'SB090', exitCode: 1 });
    expect(problem?.message).toMatch(
      /^Cannot prove linux\/s390x, linux\/arm\/v6: the image .* does not have it\./,
    );
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
      evidence: 'cannot take over what others registered: amd64: x',
      remedy: expect.stringMatching(/^Set on-conflict/),
    });
  });
});

function never(): never {
  throw new Error('no problem');
}

describe('wrongRules and unremoved', () => {
  it('are none without a cause', () => {
    expect(wrongRules([])).toBeUndefined();
    expect(unremoved([])).toBeUndefined();
  });

  it('list every cause; wrong rules are an input that is bad, entries that stay are not', () => {
    const wrong = wrongRules(['rule a: no', 'rule b: neither']);
    expect(wrong?.message).toMatch(/^Cannot register the rules: rule a: no; rule b: neither\. /);
    expect(wrong?.exitCode).toBe(2);
    const left = unremoved(['entry a is there', 'entry b too']);
    expect(left?.message).toMatch(/^Cannot leave .*: entry a is there; entry b too\. /);
    expect(left?.exitCode).toBe(1);
  });
});

describe('unregistered', () => {
  const row = (name: string, registered: boolean, failure?: string) => ({
    ...{ name, interpreter: '/usr/bin/jexec', registered, failure },
  });

  it('is none when every rule is in the table', () => {
    expect(unregistered([])).toBeUndefined();
    expect(unregistered([row('jar', true)])).toBeUndefined();
  });

  it('names each rule that is not, with its reason', () => {
    const refused = row('jar', false, 'the kernel refused the line');
    const problem = unregistered([refused, row('ok', true), row('wasm', false)]);
    expect(problem?.message).toMatch(
      /^Cannot register jar, wasm: the kernel refused the line; rule wasm was not tried\. /,
    );
    expect(problem?.exitCode).toBe(1);
  });
});

describe('unpersisted', () => {
  const own = entryFor('arm64', { interpreter: persistentPath('ab'.repeat(32), 'aarch64') });
  const foreign = entryFor('s390x', { interpreter: '/usr/bin/a\u001b[2Jb' });
  const verdict = (arch: string, entry?: Verdict['entry']): Verdict => ({
    arch,
    status: 'emulated',
    reason: '',
    ms: 1,
    ...(entry === undefined ? {} : { entry }),
  });
  const kept = (...entries: readonly (typeof own)[]) => entries.flatMap((entry) => ruleOfEntry(entry) ?? []);
  const inputs = (rules: readonly Rule[] = [], persist = true) => ({ persist, rules });
  const verdicts = new Map([
    ['amd64', verdict('amd64')],
    ['arm64', verdict('arm64', own)],
    ['arm', verdict('arm', own)],
    ['s390x', verdict('s390x', foreign)],
  ]);
  const run = (...archs: readonly string[]): readonly PlatformResult[] =>
    platformResults(
      archs.map((arch) => request(arch)),
      verdicts,
    );

  it.each<[string, ReturnType<typeof inputs>, readonly PlatformResult[], readonly Rule[]]>([
    ['nothing is to be kept', inputs([JAR], false), run('arm64'), []],
    ['the fragment holds all that answers', inputs([JAR]), run('amd64', 'arm64'), [...kept(own), JAR]],
    ['nothing answers for what was asked for', inputs(), run('ppc64le'), []],
  ])('is none when %s', (_, asked, platforms, persisted) => {
    expect(unpersisted(asked, platforms, persisted)).toBeUndefined();
  });

  it('names each handler and each rule once that the fragment does not hold as they are', () => {
    const [rule] = kept(own);
    if (rule === undefined) throw new Error('not understood');
    const problem = unpersisted(inputs([JAR]), run('arm64', 'arm'), [{ ...rule, flags: 'F' }]);
    expect(problem?.message).toMatch(
      /^Cannot keep qemu-aarch64, jar over a reboot: it is not in the fragment that was written\. /,
    );
    expect(problem?.exitCode).toBe(1);
  });

  it('says whose handler it is that is not ours to keep, in safe words', () => {
    const message = unpersisted(inputs(), run('arm64', 's390x'), kept(own))?.message ?? '';
    expect(message).toMatch(/qemu-s390x runs \/usr\/bin\/a.*b, which is not ours to keep/);
    expect(message).not.toContain('\u001b');
    const noFile = verdict('arm64', parseEntry('bpf', 'enabled\nbpf x\nflags: \n'));
    const byNoFile = platformResults([request('arm64')], new Map([['arm64', noFile]]));
    expect(unpersisted(inputs(), byNoFile, [])?.message).toContain(
      'bpf runs a handler that is no file, which',
    );
  });
});

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
      changed: true,
      outdated: true,
    });
  });

  it.each<[string, Partial<Applied>]>([
    ['a mount', { prepared: ['mount'] }],
    ['a removal', { removed: ['gone'] }],
    ['something put back', { restored: ['back'] }],
    ['a rule', { rules: [{ name: 'jar', changed: true }] }],
    ['what survives a reboot', { persisted: true }],
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
    const earlier = { ...blank, registered: ['a', 'b'], removed: ['c'], changed: true };
    expect(addPreviousRounds(earlier, { ...result, removed: ['c', 'd'] })).toEqual({
      ...result,
      registered: ['a', 'b'],
      removed: ['c', 'd'],
      changed: true,
    });
    expect(addPreviousRounds(blank, { ...result, changed: true }).changed).toBe(true);
  });
});
