import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/binfmt/entry.ts';
import { persistentPath } from '../../../src/binfmt/persist.ts';
import { type Rule, ruleOfEntry } from '../../../src/binfmt/rule.ts';
import { preflight } from '../../../src/doctor/checks/index.ts';
import type { HostFacts } from '../../../src/facts/facts.ts';
import { TAKEN } from '../../../src/plan/changes.ts';
import type { Verdict } from '../../../src/probe/verdict.ts';
import {
  noRun,
  notOffered,
  obstacle,
  obstacleToMount,
  obstacleToRemoval,
  obstacleToUndo,
  refusal,
  tooLarge,
  unfitness,
  unkeepable,
  unknownNames,
  unmounted,
  unpersisted,
  unproven,
  unrecorded,
  unregistered,
  unremoved,
  unreplaced,
  wrongRules,
} from '../../../src/report/problems.ts';
import type { PlatformReport } from '../../../src/report/report.ts';
import type { PlatformResult } from '../../../src/report/result.ts';
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
  otherLogins: 0,
  capabilities: 1n << 21n,
  bounding: 1n << 21n,
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
    const absent: HostFacts = { ...FACTS, table: { ...FACTS.table, state: 'not-mounted' } };
    expect(obstacle(absent, { autoload: false })?.message).toMatch(/is not mounted, and autoload is off/);
  });
});

const REFUSED = { action: 'refuse', reason: 'another entry claims it (x)' } as const;

describe('the obstacles to other commands', () => {
  const open: HostFacts = { ...FACTS, table: { ...FACTS.table, state: 'not-mounted' } };
  const powerless: HostFacts = { ...FACTS, uid: 1000, privilege: 'none' };

  it('are none where the table can be changed, or needs no mount', () => {
    expect(obstacleToRemoval(FACTS)).toBeUndefined();
    expect(obstacleToRemoval({ ...FACTS, table: { ...FACTS.table, state: 'disabled' } })).toBeUndefined();
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

  it('are mended by a right alone: what gives platforms in another way is no remedy', () => {
    const attempt = { ok: true, ids: 1 } as const;
    const namespaces = { wanted: false, attempt, built: true, seccomp: false, missingHelpers: [] };
    const told = [true, false].flatMap((workflow) => {
      const facts: HostFacts = {
        ...powerless,
        workflow,
        namespaces: { ...namespaces, subUids: 0, subGids: 0 },
      };
      const shut: HostFacts = { ...facts, table: open.table };
      return [obstacleToRemoval(facts), obstacleToUndo(facts), obstacleToMount(shut)];
    });
    expect(told).toHaveLength(6);
    for (const problem of told)
      expect(problem).toMatchObject({
        id: 'SB008',
        remedy: 'Run this step as root, or allow this user passwordless sudo',
      });
  });

  it('keep the remedy of what else stands in the way', () => {
    const masked: HostFacts = { ...powerless, table: { ...FACTS.table, state: 'masked' } };
    expect(obstacleToRemoval(masked)).toMatchObject({
      id: 'SB005',
      remedy: expect.stringMatching(/^Run this step on the host itself/),
    });
  });

  it('leave no run to who has Docker and no right: its record is root’s', () => {
    const docker: HostFacts = { ...powerless, privilege: 'docker' };
    expect(obstacleToRemoval(docker)).toBeUndefined();
    expect(obstacleToUndo(docker)?.message).toMatch(/^Cannot take the run back: user 1000 is not root/);
    for (const privilege of ['root', 'sudo'] as const)
      expect(obstacleToUndo({ ...FACTS, privilege })).toBeUndefined();
  });

  it('name the runs that there are where one is not', () => {
    const runs = ['a', 'b', 'c', 'd'].map((id) => ({ id, begun: 1, did: 'registered qemu-arm' }));
    expect(noRun('x', [])).toMatchObject({
      id: 'SB-INPUT',
      exitCode: 2,
      message:
        'Cannot take the run x back: there is no record of it. See what runs here, and which runs can be taken back (node dist/cli.js list).',
    });
    expect(noRun('x', runs).message).toMatch(
      /^Cannot take the run x back: there is no record of it; there are those of a, b, c and 1 more\. See /,
    );
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
    expect(unproven(rows, [], strict)?.reason).toBe('x');
    const others = [...rows, row('linux/s390x', false)];
    expect(unproven(others, [], strict)?.reason).toMatch(/^linux\/arm64, linux\/arm: x; linux\/s390x: /);
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
    expect(unproven(failed, [], strict)?.message).toMatch(/ more, or set strict: false to go on without\.$/);
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

describe('unrecorded', () => {
  it('says that nothing is known, and how to look', () => {
    expect(unrecorded('1-2').message).toMatch(
      /^Cannot take the run 1-2 back: there is no record of it: .* not known.* list\).* remove NAME\)\.$/,
    );
  });
});

describe('unknownNames', () => {
  it('says which names nothing has, and is none without any', () => {
    expect(unknownNames([])).toBeUndefined();
    expect(unknownNames(['there is no entry for "arm46"'])).toMatchObject({
      id: 'SB100',
      message: expect.stringMatching(
        /^Cannot take away all .*: there is no entry for "arm46"\. See .* list\)/,
      ),
    });
  });
});

describe('wrongRules and unremoved', () => {
  it('are none without a cause', () => {
    expect(wrongRules([])).toBeUndefined();
    expect(unremoved([])).toBeUndefined();
  });

  it('list every cause; wrong rules are an input that is bad, entries that stay are not', () => {
    const wrong = wrongRules(['rule a: no', 'rule b: neither']);
    expect(wrong?.message).toMatch(/^Cannot register the rules: rule a: no; rule b: neither\. /);
    expect(wrong?.exitCode).toBe(2);
    expect(wrong?.remedy).toBe('Correct the rules');
    expect(wrongRules([`rule a: ${TAKEN}`, 'rule b: no'])?.remedy).toBe(
      'Correct the rules, or set on-conflict: replace where a name is taken',
    );
    const left = unremoved(['entry a is there', 'entry b too']);
    expect(left?.message).toMatch(/^Cannot leave .*: entry a is there; entry b too\. /);
    expect(left?.exitCode).toBe(1);
  });
});

describe('unregistered', () => {
  const row = (name: string, registered: boolean, failure?: string) => ({
    ...{ name, interpreter: '/usr/bin/jexec', registered, failure },
  });

  const root = { privilege: 'root' } as const;

  it('is none when every rule is in the table', () => {
    expect(unregistered([], root)).toBeUndefined();
    expect(unregistered([row('jar', true)], root)).toBeUndefined();
  });

  it('names each rule that is not, with its reason', () => {
    const refused = row('jar', false, 'the kernel refused the line');
    const problem = unregistered([refused, row('ok', true), row('wasm', false)], root);
    expect(problem?.message).toMatch(
      /^Cannot register jar, wasm: the kernel refused the line; rule wasm was not tried\. /,
    );
    expect(problem?.exitCode).toBe(1);
    expect(problem?.remedy).toBe('Correct the rules');
    const advice = unregistered([refused], { privilege: 'docker' })?.remedy;
    expect(advice).toBe('Correct the rules, or run this step as root or with sudo');
  });
});

it('unreplaced names what has stayed in the place of a handler of ours, by the first failure of QEMU’s sources', () => {
  const verdict = { arch: 'arm64', status: 'emulated', reason: '', ms: 1, entry: entryFor('arm64') } as const;
  const results = (failure?: string) =>
    platformResults([request('arm64', { failure })], new Map([['arm64', verdict]]));
  expect(unreplaced(results(), undefined)).toBeUndefined();
  expect(unreplaced(results('it crashed'), undefined)).toMatchObject({
    ...{ id: 'SB087', exitCode: 1 },
    message: expect.stringMatching(
      /^Cannot replace what is registered: arm64 is still run by \S+: it crashed\. /,
    ),
  });
  const failure = new SetupProblem({ id: 'SB080', kind: 'host', what: 'x', cause: 'y', remedy: 'Wait' });
  expect(unreplaced(results('no answer'), failure)).toMatchObject({ id: 'SB080', remedy: 'Wait' });
});

it('unkeepable names what binfmt-support keeps, and for whom', () => {
  expect(unkeepable([])).toBeUndefined();
  const formats = [
    { name: 'qemu-arm', owner: 'a' },
    { name: 'qemu-s390x', owner: 'b' },
  ];
  expect(unkeepable(formats)).toMatchObject({ id: 'SB088', exitCode: 3 });
  expect(unkeepable(formats)?.message).toBe(
    'Cannot keep qemu-arm, qemu-s390x over a reboot: binfmt-support keeps qemu-arm for a; binfmt-support keeps qemu-s390x for b. Remove what registered it (the package a), or leave out the input persist.',
  );
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
