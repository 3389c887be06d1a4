import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gatherBuilds, parseInspection, parseRecords } from '../../../../src/doctor/evidence/build-record.ts';
import type { EngineFacts } from '../../../../src/doctor/facts.ts';
import type { Command, Outcome } from '../../../../src/host/host.ts';
import { hostFacts } from '../../../support/facts.ts';
import { fakeHost } from '../../../support/fake-host.ts';

/** What a real engine and buildx said: SOURCES.md. */
const recorded = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/builds/${name}`, import.meta.url), 'utf8');

const KERNEL = '6.12.8-amd64';
const facts = hostFacts({ release: KERNEL });
const builder = { name: 'default', driver: 'docker', running: true, platforms: ['linux/amd64'] };
const engine: EngineFacts = {
  client: true,
  server: { version: '28.5.2', kernel: KERNEL, rootless: false, system: 'Debian' },
  buildx: '0.29.1',
  builders: [builder, builder],
};

/** A client that answers with what was recorded. */
function client(others: (args: readonly string[]) => Partial<Outcome> | undefined = () => undefined) {
  const run = ({ args }: Command): Partial<Outcome> => {
    const other = others(args);
    if (other !== undefined) return other;
    const [, , verb, ref = ''] = args;
    const name = ref.replace('_before', '');
    if (verb === 'ls') return { code: 0, stdout: recorded('ls.jsonl') };
    if (verb === 'inspect') return { code: 0, stdout: recorded(`inspect-${name}.json`) };
    return verb === 'logs' ? { code: 0, stderr: recorded(`logs-${name}.txt`) } : {};
  };
  return fakeHost({ programs: { docker: '/usr/bin/docker' }, run });
}

async function textOf(text: AsyncIterable<string | Uint8Array>): Promise<string> {
  let whole = '';
  for await (const piece of text) whole += String(piece);
  return whole;
}

describe('gatherBuilds', () => {
  it('gives the last attempt at each build that failed, the newest first, and the cancelled last', async () => {
    const host = client();
    const { evidence, notes } = await gatherBuilds(host, engine, facts, 0);
    expect(notes).toEqual([]);
    expect(evidence.map(({ name, platform }) => [name, platform])).toEqual([
      ['build of app/Dockerfile.typo', 'linux/amd64'],
      ['build of app/Dockerfile.absent', 'linux/amd64'],
      ['build of app (base) (linux/arm64)', 'linux/arm64'],
      ['build of app (linux/amd64, linux/arm64)', undefined],
    ]);
    expect(host.commands.filter(({ args }) => args[2] === 'ls')).toHaveLength(1);
  });

  it('gives the step, the lines of the Dockerfile and the log of one', async () => {
    const { evidence } = await gatherBuilds(client(), engine, facts, 0);
    const one = evidence[2];
    expect(one).toMatchObject({
      from: 'engine',
      here: true,
      machine: 'amd64',
      step: {
        name: '[base 3/3] RUN /bin/busybox uname -m',
        command: '/bin/sh -c /bin/busybox uname -m',
        exit: 1,
        error: 'process "/bin/sh -c /bin/busybox uname -m" did not complete successfully: exit code: 1',
      },
    });
    const text = await textOf(one?.text ?? (async function* () {})());
    expect(text).toMatch(/^#\d+ [\d.]+ exec \/bin\/sh: exec format error$/m);
    expect(text).toContain('\n   5 | >>> RUN /bin/busybox uname -m\n');
  });

  it.each([
    ['linux/arm64$(touch pwned)', undefined],
    ['linux/$&', undefined],
    ['windows/amd64', undefined],
    ['arm64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm/v7', 'linux/arm/v7'],
  ])('takes %j of an engine for the platform %j', async (written, platform) => {
    const answer = (args: readonly string[]) =>
      args[2] === 'inspect'
        ? { code: 0, stdout: JSON.stringify({ Platform: [written], Target: '', Status: 'error' }) }
        : undefined;
    const { evidence } = await gatherBuilds(client(answer), engine, facts, 0);
    expect(evidence[0]?.platform).toBe(platform);
  });

  it('leaves out what failed and succeeded later', async () => {
    const good = recorded('inspect-completed.json').replace('linux/amd64"', 'linux/amd64","linux/arm64"');
    const answer = (args: readonly string[]) =>
      args[3] === 'completed' ? { code: 0, stdout: good } : undefined;
    const { evidence } = await gatherBuilds(client(answer), engine, facts, 0);
    expect(evidence.map(({ name }) => name)).not.toContain('build of app (linux/amd64, linux/arm64)');
    expect(evidence.map(({ name }) => name)).toContain('build of app/Dockerfile.wait');
  });

  it('says that nothing failed since the job began', async () => {
    const since = Date.parse('2026-11-28T21:07:31Z');
    expect(await gatherBuilds(client(), engine, facts, since)).toEqual({
      evidence: [],
      notes: ['the engine has no record of a failed build since 2026-11-28 21:07 UTC'],
    });
  });

  it.each<[string, Partial<EngineFacts>, boolean | undefined]>([
    ['another machine', { remote: 'tcp' }, false],
    [
      'another kernel',
      { server: { version: '28', kernel: '6.8.0-desktop', rootless: false, system: '' } },
      false,
    ],
    [
      'a kernel that is not told',
      { server: { version: '28', kernel: '', rootless: false, system: '' } },
      undefined,
    ],
    ['a builder of its own', { builders: [{ ...builder, elsewhere: true }] }, false],
  ])('knows whether this host built it: %s', async (_, more, here) => {
    const { evidence } = await gatherBuilds(client(), { ...engine, ...more }, facts, 0);
    expect(evidence[0]).toMatchObject({ here, machine: undefined, platform: undefined });
    expect(evidence[2]?.platform).toBe('linux/arm64');
  });

  it.each<[Partial<EngineFacts>, string]>([
    [{ client: false }, 'there is no docker here'],
    [{ buildx: undefined }, 'docker has no buildx here'],
    [{ server: undefined, silence: 'permission denied at …' }, 'permission denied at …'],
    [{ server: undefined }, 'the engine does not answer'],
    [{ buildx: '0.13.1+ds1' }, 'buildx 0.13.1+ds1 cannot show it (0.21.0 can)'],
    [{ builders: [{ ...builder, running: false }] }, 'no builder runs'],
  ])('says what hinders it, and asks nothing: %j', async (more, why) => {
    const host = client();
    const { evidence, notes } = await gatherBuilds(host, { ...engine, ...more }, facts, 0);
    expect([evidence, notes]).toEqual([[], [`the engine's record of builds was not read: ${why}`]]);
    expect(host.commands).toEqual([]);
  });

  it.each<[Partial<Outcome>, string]>([
    [
      { code: 1, stderr: '\nERROR: unknown service moby.buildkit.v1.Control\n' },
      'ERROR: unknown service moby.buildkit.v1.Control',
    ],
    [{ code: null, timedOut: true }, 'no answer within 10 s'],
  ])('says what a builder answers that shows none: %j', async (outcome, why) => {
    const { evidence, notes } = await gatherBuilds(
      client(() => outcome),
      engine,
      facts,
      0,
    );
    expect([evidence, notes]).toEqual([[], [`the builder default shows no record of builds: ${why}`]]);
  });

  it('throws where a log cannot be had', async () => {
    const answer = (args: readonly string[]) =>
      args[2] === 'logs' ? { code: 1, stderr: 'ERROR: no record found\n' } : undefined;
    const { evidence } = await gatherBuilds(client(answer), engine, facts, 0);
    await expect(textOf(evidence[0]?.text ?? (async function* () {})())).rejects.toThrow(
      'ERROR: no record found',
    );
  });

  it('gives what is left of a build that cannot be looked at', async () => {
    const answer = (args: readonly string[]) => (args[2] === 'inspect' ? { code: 1 } : undefined);
    const { evidence } = await gatherBuilds(client(answer), engine, facts, 0);
    expect(evidence[0]).toMatchObject({
      name: 'build of app/Dockerfile.wait',
      platform: undefined,
      step: undefined,
    });
  });
});

describe('what buildx prints', () => {
  it('passes over lines that are no records, and builds that still run', () => {
    const running = '{"ref":"a/b/c","name":"app","status":"Running","created_at":"2026-11-28T20:55:22Z"}';
    const odd = [
      '',
      'WARNING: no',
      '{"ref":1}',
      '{"ref":"a/b/--help","name":"x","completed_at":"2026-11-28T20:55:22Z"}',
    ];
    expect(parseRecords([running, ...odd].join('\n'), builder)).toEqual([]);
  });

  it('takes an error without a step for what it is', () => {
    expect(parseInspection(recorded('inspect-typo.json'))).toMatchObject({
      canceled: false,
      platforms: [],
      step: { name: undefined, error: expect.stringMatching(/unknown instruction: RUNN/) },
      source: expect.stringContaining('   3 | >>> RUNN true'),
    });
    expect(parseInspection(recorded('inspect-canceled.json'))).toMatchObject({ canceled: true });
    expect(parseInspection('ERROR')).toBeUndefined();
  });

  it('takes no platform for a text that is none, however deep it nests', () => {
    const record = `{"Platform":["linux/arm64",${'['.repeat(50_000)}${']'.repeat(50_000)}]}`;
    expect(parseInspection(record)?.platforms).toEqual(['linux/arm64']);
  });

  it('cuts what nobody reads to its end, and keeps the exit code', () => {
    const Message = `process "/bin/sh -c ${'x'.repeat(1e6)}" did not complete successfully: exit code: 3`;
    const record = { Error: { Message, Name: 'y'.repeat(1e6) }, Platform: Array(1e4).fill('z'.repeat(100)) };
    const { platforms = [], step } = parseInspection(JSON.stringify(record)) ?? {};
    expect(step?.exit).toBe(3);
    for (const text of [step?.command, step?.error, step?.name, platforms.join('')])
      expect(text?.length).toBeLessThan(70_000);
  });
});
