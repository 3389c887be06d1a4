import { describe, expect, it } from 'vitest';
import { examineEngine } from '../../../src/doctor/engine.ts';
import type { Command, Outcome } from '../../../src/host/host.ts';
import { hostFacts } from '../../support/facts.ts';
import { type FakeMachine, fakeHost } from '../../support/fake-host.ts';

const INFO = '{"ServerVersion":"28.5.2","KernelVersion":"6.12.8-amd64","OperatingSystem":"Debian"}';
const LISTED =
  '{"Name":"default","Driver":"docker","Nodes":[{"Status":"running","Platforms":["linux/amd64"]}]}';

/** A client that answers by its first two arguments. */
function client(
  answers: Readonly<Record<string, Partial<Outcome>>>,
  env: Record<string, string> = {},
  files = {},
) {
  const run = ({ args }: Command): Partial<Outcome> => answers[args.slice(0, 2).join(' ')] ?? {};
  const machine: FakeMachine = { programs: { docker: '/usr/bin/docker' }, run, values: { env }, files };
  return fakeHost(machine);
}
const here = hostFacts({ docker: { endpoint: 'unix:///var/run/docker.sock', reachable: true } });
const GOOD = {
  'context inspect': { code: 0, stdout: 'unix:///var/run/docker.sock\n' },
  'info --format': { code: 0, stdout: INFO },
  'buildx version': { code: 0, stdout: 'github.com/docker/buildx v0.29.1 abc\n' },
  'buildx ls': { code: 0, stdout: LISTED },
};

describe('examineEngine', () => {
  it('has nothing to ask without a client', async () => {
    expect(await examineEngine(fakeHost(), hostFacts())).toEqual({ client: false, builders: [] });
  });

  it('asks an engine that listens, and its builders', async () => {
    expect(await examineEngine(client(GOOD), here)).toEqual({
      client: true,
      server: { version: '28.5.2', kernel: '6.12.8-amd64', rootless: false, system: 'Debian' },
      buildx: '0.29.1',
      builders: [{ name: 'default', driver: 'docker', running: true, platforms: ['linux/amd64'] }],
    });
  });

  it('does not ask where nothing listens, and no builders where no engine answers', async () => {
    const host = client(GOOD);
    expect(await examineEngine(host, hostFacts())).toEqual({
      client: true,
      silence: 'nothing listens at its socket /var/run/docker.sock',
      buildx: '0.29.1',
      builders: [],
    });
    expect(host.commands.map(({ args }) => args[0])).toEqual(['context', 'buildx']);
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['DOCKER_HOST', { DOCKER_HOST: 'ssh://jane@build.example' }, {}],
    ['DOCKER_CONTEXT', { DOCKER_CONTEXT: 'far' }, {}],
    ['a context of the client', { HOME: '/h' }, { '/h/.docker/config.json': '{"currentContext": "far"}' }],
    ['a configuration elsewhere', { DOCKER_CONFIG: '/c' }, { '/c/config.json': '{"currentContext":"far"}' }],
  ])('asks the client where it may lead elsewhere: %s', async (_, env, files) => {
    const far = { ...GOOD, 'context inspect': { code: 0, stdout: 'ssh://jane@build.example\n' } };
    const found = await examineEngine(client(far, env, files), hostFacts());
    expect(found).toMatchObject({ remote: 'ssh', server: { version: '28.5.2' } });
    expect(JSON.stringify(found)).not.toMatch(/jane|example/);
  });

  it('stays here with the client’s default context', async () => {
    const files = { '/h/.docker/config.json': '{"currentContext":"default"}' };
    const found = await examineEngine(client(GOOD, { HOME: '/h' }, files), hostFacts());
    expect(found).not.toHaveProperty('server', expect.anything());
  });

  it.each<[Partial<Outcome>, string]>([
    [{ code: null, timedOut: true }, 'the engine did not answer within 6 s'],
    [
      { code: 1, stderr: 'permission denied at unix:///run/user/1000/docker.sock\n' },
      'permission denied at …',
    ],
    [
      { code: 1, stdout: '{"ServerErrors":["Cannot connect to tcp://10.1.2.3:2375."]}' },
      'Cannot connect to …',
    ],
    [{ code: 1 }, 'the engine does not answer'],
  ])('says why nothing is known: %o', async (info, silence) => {
    const found = await examineEngine(client({ ...GOOD, 'info --format': info }), here);
    expect(found).toMatchObject({ silence, builders: [] });
  });

  it('names no address of its own that is not the usual one', async () => {
    const facts = hostFacts({ docker: { endpoint: 'unix:///run/user/1000/docker.sock', reachable: false } });
    expect(await examineEngine(client(GOOD), facts)).toMatchObject({
      silence: 'nothing listens at its address',
    });
  });

  it('does without buildx', async () => {
    const found = await examineEngine(
      client({ ...GOOD, 'buildx version': { code: 1, stdout: 'v1.2.3' } }),
      here,
    );
    expect(found).not.toHaveProperty('buildx', expect.anything());
    expect(found.builders).toEqual([]);
  });
});
