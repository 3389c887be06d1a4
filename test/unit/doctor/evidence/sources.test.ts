import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles, gatherEvidence, jobBegin } from '../../../../src/doctor/evidence/sources.ts';
import { nodeHost } from '../../../../src/host/host.ts';
import { hostFacts } from '../../../support/facts.ts';
import { fakeHost } from '../../../support/fake-host.ts';

const host = nodeHost();

const until = Number.POSITIVE_INFINITY;

async function filesOf(pattern: string): Promise<readonly string[]> {
  const { files, all } = await findFiles(host, pattern, { folders: 100, names: 1000, until });
  expect(all).toBe(true);
  return files;
}

describe('files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-sources-'));
    mkdirSync(join(folder, 'out/deep/deeper'), { recursive: true });
    const names = [
      'a.log',
      'b.log',
      'b.txt',
      '.hidden.log',
      'out/c.log',
      'out/deep/d.log',
      'out/deep/deeper/e[1].log',
    ];
    for (const name of names) writeFileSync(join(folder, name), `${name}\n`);
    mkdirSync(join(folder, 'folder.log'));
    symlinkSync('..', join(folder, 'out/round'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each<[string, readonly string[]]>([
    ['*.log', ['a.log', 'b.log']],
    ['?.???', ['a.log', 'b.log', 'b.txt']],
    ['.*.log', ['.hidden.log']],
    ['*/*.log', ['out/c.log']],
    ['out/**/d.log', ['out/deep/d.log']],
    ['**/e[1].*', ['out/deep/deeper/e[1].log']],
    ['**/*.log', ['a.log', 'b.log', 'out/c.log', 'out/deep/d.log', 'out/deep/deeper/e[1].log']],
    ['**/**/**/d.log', ['out/deep/d.log']],
    ['out/**/**', ['out/c.log', 'out/deep/d.log', 'out/deep/deeper/e[1].log']],
    ['out/**', ['out/c.log', 'out/deep/d.log', 'out/deep/deeper/e[1].log']],
    ['*.none', []],
    ['none/*.log', []],
  ])('finds what %s names', async (pattern, names) => {
    expect(await filesOf(join(folder, pattern))).toEqual(names.map((name) => join(folder, name)));
  });

  it('gives what is nearest, and says so, where there is too much to look at', async () => {
    const search = (pattern: string, folders: number, names = 1000) =>
      findFiles(host, `${folder}/${pattern}`, { folders, names, until });
    expect(await search('**/*.log', 30)).toMatchObject({ files: { length: 5 }, all: true });
    expect(await search('**/*.log', 9)).toMatchObject({
      files: ['a.log', 'b.log', 'out/c.log'].map((name) => join(folder, name)),
      all: false,
    });
    expect((await search('**/*.log', 30, 3)).all).toBe(false);
    expect((await search('*/../*/../*/../a.log', 60)).all).toBe(true);
    expect((await search(`${'*/../'.repeat(20)}a.log`, 30)).all).toBe(false);
  });

  it('looks below the working folder, and takes a name without signs as it is', async () => {
    expect(await filesOf('test/fixtures/builds/inspect-t*.json')).toEqual([
      'test/fixtures/builds/inspect-typo.json',
    ]);
    expect(await filesOf('no such.log')).toEqual(['no such.log']);
  });

  it('ends in time, and gives others their turn, however long it takes to compare names', async () => {
    const names: string[] = Array(100_000).fill('a'.repeat(250));
    const full = { ...host, list: () => names };
    const begun = performance.now();
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 1);
    const left = { folders: 100, names: 1e6, until: begun + 150 };
    const found = await findFiles(full, `${folder}/*${'a'.repeat(120)}b`, left);
    clearInterval(turn);
    expect(found).toMatchObject({ files: [], all: false });
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(turns).toBeGreaterThan(1);
  });

  it('finds nothing by a part of a pattern that is longer than any name', async () => {
    const longest = `${'a'.repeat(254)}?`;
    writeFileSync(join(folder, 'a'.repeat(255)), '');
    expect(await filesOf(join(folder, longest))).toHaveLength(1);
    expect(await filesOf(join(folder, `${longest}*`))).toEqual([]);
    rmSync(join(folder, 'a'.repeat(255)));
  });

  it('shows no login of an address that was given for a file', async () => {
    const { evidence } = await gather('https://bob:hunter2@host/x', 'https://bob:hunter2@host/*');
    expect(evidence.map(({ name }) => name)).toEqual(['…@host/x']);
  });

  it('gathers several sources in their order, and says what gave nothing', async () => {
    const options = {
      registryConfig: false,
      token: '',
      engine: Promise.resolve({ client: false, builders: [] }),
      facts: hostFacts(),
      runner: 1,
    };
    const sources = [
      '-',
      join(folder, 'b.*'),
      join(folder, '*.none'),
      join(folder, 'gone.log'),
      'engine',
      'jobs',
    ];
    const { evidence, notes } = await gatherEvidence(fakeless(), { ...options, sources });
    expect(evidence.map(({ name, from }) => [name, from])).toEqual([
      ['standard input', 'stdin'],
      [join(folder, 'b.log'), 'file'],
      [join(folder, 'b.txt'), 'file'],
      [join(folder, 'gone.log'), 'file'],
    ]);
    expect(notes).toEqual([
      `no file matches ${join(folder, '*.none')}: no log was read by that name`,
      "the engine's record of builds was not read: there is no docker here",
      'no logs of jobs were read: this is no job of GitHub Actions',
    ]);
    expect(await gatherEvidence(host, { ...options, sources: ['none'] })).toEqual({
      evidence: [],
      notes: [],
    });
  });

  const gather = (...sources: readonly string[]) =>
    gatherEvidence(fakeless(), {
      ...{ sources, registryConfig: false, token: '', runner: 1, facts: hostFacts() },
      engine: Promise.resolve({ client: false, builders: [] }),
    });

  it('reads no more logs than a person can mean, whatever patterns name them', async () => {
    const many = mkdtempSync(join(folder, 'many-'));
    for (let index = 0; index < 70; index += 1) writeFileSync(join(many, `${index}.txt`), '');
    const alone = await gather(join(many, '*'));
    expect(alone.evidence).toHaveLength(64);
    expect(alone.notes).toEqual(['6 further logs were not read: no more than 64 are']);
    const patterns = Array.from({ length: 10 }, (_, digit) => join(many, `*${digit}.txt`));
    const several = await gather(...patterns, join(many, '*'));
    expect(several.evidence).toHaveLength(64);
    expect(several.notes).toEqual(['6 further logs were not read: no more than 64 are']);
    const both = await gather('-', join(many, '*'));
    expect(both.evidence).toHaveLength(64);
    expect(both.notes).toEqual(['7 further logs were not read: no more than 64 are']);
  });

  it('reads each file once, by whatever names it is found', async () => {
    const named = mkdtempSync(join(folder, 'named-'));
    writeFileSync(join(named, 'a.log'), '');
    symlinkSync('a.log', join(named, 'b.log'));
    linkSync(join(named, 'a.log'), join(named, 'c.log'));
    symlinkSync('.', join(named, 'again'));
    const patterns = [
      'a*.log',
      '?.log',
      '**/*.log',
      '../*/a.log',
      'a.log',
      'again/a.log',
      'gone',
      'gone',
      '*.log',
    ];
    const { evidence, notes } = await gather('-', ...patterns.map((name) => `${named}/${name}`), '-');
    expect(evidence.map(({ name }) => name)).toEqual(['standard input', `${named}/a.log`, `${named}/gone`]);
    expect(notes).toEqual([]);
  });

  it('follows links from names that a pattern finds only within the folder that it begins with', async () => {
    const outside = mkdtempSync(join(folder, 'outside-'));
    const checkout = mkdtempSync(join(folder, 'checkout-'));
    const at = (name: string): string => join(checkout, name);
    for (const path of [join(outside, 'a.log'), join(outside, 'b.log'), at('own.txt')])
      writeFileSync(path, '');
    mkdirSync(at('sub'));
    symlinkSync(join(outside, 'a.log'), at('a.log'));
    symlinkSync(join(outside, 'b.log'), at('sub/b.log'));
    symlinkSync(outside, at('led'));
    symlinkSync('../own.txt', at('sub/own.log'));
    const named = async (...sources: readonly string[]) => {
      const { evidence, notes } = await gather(...sources);
      return [evidence.map(({ name }) => name), notes.map((note) => Number.parseInt(note, 10))];
    };
    expect(await named(at('*.log'))).toEqual([[], [1]]);
    expect(await named(at('**/*.log'))).toEqual([[at('sub/own.log')], [2]]);
    expect(await named(at('*/*.log'))).toEqual([[at('sub/own.log')], [3]]);
    expect(await named(at('**/led/b.log'))).toEqual([[], [1]]);
    // What is written out is meant, and no link hides it.
    expect(await named(at('a.log'), at('led/b*'))).toEqual([[at('a.log'), at('led/b.log')], []]);
    expect(await named(at('**/*.log'), join(outside, 'b.log'))).toEqual([
      [at('sub/own.log'), join(outside, 'b.log')],
      [2],
    ]);
  });

  it('says once what found nothing', async () => {
    const none = Array.from({ length: 12 }, (_, at) => join(folder, `*.none${at}`));
    const { notes } = await gather(...none, join(folder, 'b.log'));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^no file matches .*\*\.none7 and 4 more: no log was read by that name$/);
  });

  it('has a pattern stand for itself where nothing else is there', async () => {
    const source = join(folder, '*.none');
    const { evidence, notes } = await gather(source);
    expect([evidence.map(({ name }) => name), notes]).toEqual([[source], []]);
  });

  it('ends its search in a tree without an end', async () => {
    const tree = mkdtempSync(join(folder, 'tree-'));
    for (const name of ['a', 'b']) mkdirSync(join(tree, name));
    const source = `${tree}/${'*/../'.repeat(60)}*.none`;
    const options = {
      registryConfig: false,
      token: '',
      engine: Promise.resolve({ client: false, builders: [] }),
      facts: hostFacts(),
      runner: 1,
    };
    const { notes } = await gatherEvidence(host, { ...options, sources: [source] });
    expect(notes).toEqual([
      `the search for ${source} ended after 50000 folders, 500000 names or 10 s: name a folder that is nearer to the files`,
    ]);
  });

  /** This machine, outside of any job. */
  function fakeless(): typeof host {
    return { ...host, env: {} };
  }
});

describe('jobBegin', () => {
  const NOW = Date.parse('2026-11-28T20:00:00Z');
  const files = {
    '/proc/7/stat': '7 (Runner.Worker) S 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 360050 0 0',
    '/proc/uptime': '3900.50 7000.00\n',
  };

  it('is when the process of the runner was started, in a job of GitHub', () => {
    const inJob = fakeHost({ files, values: { env: { GITHUB_ACTIONS: 'true' } } });
    expect(jobBegin(inJob, 7, NOW)).toBe(NOW - 300_000);
    expect(jobBegin(inJob, 8, NOW)).toBe(NOW - 6 * 3_600_000);
  });

  it('is what GitLab says, and else some hours ago', () => {
    const gitlab = fakeHost({ files, values: { env: { CI_JOB_STARTED_AT: '2026-11-28T19:59:00Z' } } });
    expect(jobBegin(gitlab, 7, NOW)).toBe(NOW - 60_000);
    expect(jobBegin(fakeHost({ files }), 7, NOW)).toBe(NOW - 6 * 3_600_000);
  });

  it('lies a moment before now for a process that was just started', () => {
    const inJob = { ...host, env: { GITHUB_ACTIONS: 'true' } };
    const begin = jobBegin(inJob, process.pid, Date.now());
    expect(Date.now() - begin).toBeGreaterThanOrEqual(0);
    expect(begin).toBeGreaterThan(Date.now() - 3_600_000);
  });
});
