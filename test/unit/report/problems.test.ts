import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/binfmt/entry.ts';
import { persistentPath } from '../../../src/binfmt/persist.ts';
import { type Rule, ruleOfEntry } from '../../../src/binfmt/rule.ts';
import type { HostFacts } from '../../../src/facts/facts.ts';
import type { Decision } from '../../../src/plan/decide.ts';
import { type Applied, NOTHING_APPLIED } from '../../../src/plan/plan.ts';
import { formatMatrix, planMatrix } from '../../../src/platform/matrix.ts';
import { TARGETS } from '../../../src/platform/platforms.ts';
import { parseRunners } from '../../../src/platform/runners.ts';
import type { Verdict } from '../../../src/probe/verdict.ts';
import {
  notOffered,
  obstacle,
  refusal,
  tooLarge,
  unpersisted,
  unproven,
  unregistered,
  unremoved,
  wrongRules,
} from '../../../src/report/problems.ts';
import type { PlatformReport, Request, RunResult } from '../../../src/report/report.ts';
import {
  addPreviousRounds,
  conclude,
  downgradeToWarning,
  explainRequests,
  listRules,
  notTakenOver,
  summarise,
} from '../../../src/report/result.ts';
import { SetupProblem } from '../../../src/text/problem.ts';
import { entryFor } from '../../support/entries.ts';
import { JAR } from '../../support/rules.ts';

const [target] = TARGETS;
if (target === undefined) throw new Error('the table is empty');

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

describe('notTakenOver', () => {
  const request = (arch: string, action: Request['action'] = 'install'): Request => ({
    platform: { arch },
    action,
    reason: 'replace is asked for',
  });
  const proven = (arch: string, entry?: string): readonly [string, Verdict] => [
    arch,
    {
      ...{ arch, status: 'emulated', reason: '', ms: 1 },
      ...(entry === undefined ? {} : { entry: entryFor('arm64', { name: entry }) }),
    },
  ];
  const applied: Applied = {
    ...NOTHING_APPLIED,
    installed: [
      { arch: 'arm64', name: 'qemu-aarch64', changed: false, replaced: [], problem: 'it crashed' },
      { arch: 's390x', name: 'qemu-s390x', changed: true, replaced: [] },
    ],
  };
  const absent = [{ arch: 'arm', reason: 'apt: no such package' }];

  it('names who goes on, and why, once for each architecture', () => {
    const verdicts = new Map([proven('arm64', 'theirs'), proven('arm'), proven('s390x', 'qemu-s390x')]);
    const requests = ['arm64', 'arm', 'arm', 's390x', 'riscv64'].map((arch) => request(arch));
    expect(notTakenOver(requests, absent, applied, verdicts)).toEqual([
      'arm64 is still run by theirs: it crashed',
      'arm is still run by this host: apt: no such package',
    ]);
  });

  it('says nothing of what was not to be taken over', () => {
    const verdicts = new Map([proven('arm64', 'theirs')]);
    expect(notTakenOver([request('arm64', 'keep')], [], applied, verdicts)).toEqual([]);
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
  const material: RunResult = {
    mode: 'setup',
    facts: FACTS,
    verdicts,
    requested: [],
    registered: [],
    removed: [],
    changed: false,
    findings: [],
    notes: ['a note'],
  };
  const { runners } = parseRunners('default=self-hosted');
  const planned = planMatrix(platforms, runners);
  const problem = notOffered([{ arch: 'riscv64' }]);
  const names = (matrix: RunResult['matrix']) => matrix?.include.map(({ platform }) => platform);

  it('keeps the legs of what runs here, whatever the rows are', () => {
    const ended = conclude(material, { platforms, strict: true }, planned, undefined);
    expect(names(ended.matrix)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(ended).toEqual({ ...material, matrix: ended.matrix });
  });

  it('keeps the legs that are native on their runner, proven here or not', () => {
    const native = planMatrix(platforms, parseRunners('default=self-hosted\ns390x=["s390x"]').runners);
    const ended = conclude(
      { ...material, verdicts: new Map() },
      { platforms, strict: true },
      native,
      undefined,
    );
    expect(names(ended.matrix)).toEqual(['linux/s390x']);
  });

  it('ends with the problem, and the matrix is there all the same', () => {
    const ended = conclude(material, { platforms, strict: true }, planned, problem);
    expect(ended).toMatchObject({ problem: { id: 'SB090' }, findings: [], notes: ['a note'] });
    expect(names(ended.matrix)).toEqual(['linux/amd64', 'linux/arm64']);
  });

  it('without strict makes it a warning, and says what the matrix leaves out', () => {
    const ended = conclude(material, { platforms, strict: false }, planned, problem);
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
    const ended = conclude(material, { platforms: few, strict: false }, planMatrix(few, runners), problem);
    expect(ended.notes).toEqual(['a note']);
    expect(formatMatrix(ended.matrix ?? { include: [] })).toContain('linux/arm64');
  });

  it('puts the warning before what was found', () => {
    const [first] = downgradeToWarning(
      material,
      refusal([{ target, action: 'refuse', reason: 'x', replaces: [] }]) ?? never(),
    ).findings;
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
  const row = (name: string, registered: boolean) => ({ name, interpreter: '/usr/bin/jexec', registered });

  it('is none when every rule is in the table', () => {
    expect(unregistered([], NOTHING_APPLIED)).toBeUndefined();
    expect(unregistered([row('jar', true)], NOTHING_APPLIED)).toBeUndefined();
  });

  it('names each rule that is not, with its reason', () => {
    const applied: Applied = {
      ...NOTHING_APPLIED,
      rules: [
        { name: 'ok', changed: true },
        { name: 'jar', changed: false, problem: 'the kernel refused the line' },
      ],
    };
    const problem = unregistered([row('jar', false), row('ok', true), row('wasm', false)], applied);
    expect(problem?.message).toMatch(
      /^Cannot register jar, wasm: the kernel refused the line; rule wasm was not tried\. /,
    );
    expect(problem?.exitCode).toBe(1);
    expect(unregistered([row('jar', false)], NOTHING_APPLIED)?.message).toContain('rule jar was not tried');
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
  const inputs = (archs: readonly string[], rules: readonly Rule[] = [], persist = true) => ({
    persist,
    platforms: archs.map((arch) => ({ arch })),
    rules,
  });
  const verdicts = new Map([
    ['amd64', verdict('amd64')],
    ['arm64', verdict('arm64', own)],
    ['arm', verdict('arm', own)],
    ['s390x', verdict('s390x', foreign)],
  ]);

  it.each<[string, ReturnType<typeof inputs>, readonly Rule[]]>([
    ['nothing is to be kept', inputs(['arm64'], [JAR], false), []],
    ['the fragment holds all that answers', inputs(['amd64', 'arm64'], [JAR]), [...kept(own), JAR]],
    ['nothing answers for what was asked for', inputs(['ppc64le']), []],
  ])('is none when %s', (_, asked, persisted) => {
    expect(unpersisted(asked, verdicts, persisted)).toBeUndefined();
  });

  it('names each handler and each rule once that the fragment does not hold as they are', () => {
    const [rule] = kept(own);
    if (rule === undefined) throw new Error('not understood');
    const problem = unpersisted(inputs(['arm64', 'arm'], [JAR]), verdicts, [{ ...rule, flags: 'F' }]);
    expect(problem?.message).toMatch(
      /^Cannot keep qemu-aarch64, jar over a reboot: it is not in the fragment that was written\. /,
    );
    expect(problem?.exitCode).toBe(1);
  });

  it('says whose handler it is that is not ours to keep, in safe words', () => {
    const message = unpersisted(inputs(['arm64', 's390x']), verdicts, kept(own))?.message ?? '';
    expect(message).toMatch(/qemu-s390x runs \/usr\/bin\/a.*b, which is not ours to keep/);
    expect(message).not.toContain('\u001b');
    const noFile = new Map([['arm64', verdict('arm64', parseEntry('bpf', 'enabled\nbpf x\nflags: \n'))]]);
    expect(unpersisted(inputs(['arm64']), noFile, [])?.message).toContain(
      'bpf runs a handler that is no file, which',
    );
  });
});

describe('listRules', () => {
  const text = (state: string, interpreter = '/usr/bin/jexec') =>
    parseEntry('jar', `${state}\ninterpreter ${interpreter}\nflags: \nextension .jar\n`);

  it.each<[string, readonly ReturnType<typeof text>[], boolean]>([
    ['an empty table', [], false],
    ['the entry that was asked for', [text('enabled')], true],
    ['an entry that is switched off', [text('disabled')], false],
    ['another entry of the same name', [text('enabled', '/usr/bin/java')], false],
  ])('%s', (_, entries, registered) => {
    expect(listRules([JAR], entries)).toEqual([{ name: 'jar', interpreter: '/usr/bin/jexec', registered }]);
  });
});

describe('summarise', () => {
  it('changed nothing when nothing was done', () => {
    expect(summarise(NOTHING_APPLIED)).toEqual({
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
    expect(summarise(applied)).toEqual({
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
    expect(summarise({ ...NOTHING_APPLIED, ...change }).changed).toBe(true);
  });
});

describe('addEarlier', () => {
  const material: RunResult = {
    mode: 'setup',
    facts: FACTS,
    verdicts: new Map(),
    requested: [],
    registered: ['b'],
    removed: [],
    changed: false,
    findings: [],
    notes: ['a note'],
  };

  it('adds nothing for a first round', () => {
    expect(addPreviousRounds({}, material)).toEqual(material);
  });

  it('keeps what an earlier round has mended, and nothing that is looked at again', () => {
    const finding = (id: string) =>
      ({ id, severity: 'warning', title: '', evidence: '', remedy: '', commands: [], link: '' }) as const;
    const earlier = { findings: [finding('SB046'), finding('SB045')] };
    const findings = [finding('SB045')];
    expect(addPreviousRounds(earlier, { ...material, findings }).findings).toEqual([
      finding('SB045'),
      finding('SB046'),
    ]);
  });

  it('names each entry once, and what was changed once stays changed', () => {
    const earlier = { registered: ['a', 'b'], removed: ['c'], changed: true };
    expect(addPreviousRounds(earlier, { ...material, removed: ['c', 'd'] })).toEqual({
      ...material,
      registered: ['a', 'b'],
      removed: ['c', 'd'],
      changed: true,
    });
    expect(addPreviousRounds({ changed: false }, { ...material, changed: true }).changed).toBe(true);
  });
});
