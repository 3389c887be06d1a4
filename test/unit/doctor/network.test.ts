import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examineNetwork } from '../../../src/doctor/network.ts';
import { type FakeMachine, fakeHost } from '../../support/fake-host.ts';
import { startHttpProxy } from '../../support/proxies.ts';

describe('examineNetwork', () => {
  let server: Server;
  let status: number;
  let asked: (string | undefined)[];
  const name = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const imageAt = (registry: string) => ({ registry, repository: 'a/b' });
  const question = (registry = name()) => ({ image: imageAt(registry), mirrors: [], registryConfig: true });
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status, { 'retry-after': '60' }).end('x'.repeat(100));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    status = 401;
    asked = [];
  });
  afterAll(() => void server.close());

  it('takes the question for a password for an answer', async () => {
    expect(await examineNetwork(fakeHost(), question())).toEqual({
      places: [
        {
          kind: 'registry',
          name: name(),
          answer: '401, asks for a login',
          reached: true,
          ms: expect.any(Number),
        },
      ],
      troubles: [],
    });
    expect(asked).toEqual(['/v2/']);
  });

  it.each([
    [402, '402 (to be paid for)', /quota/],
    [403, '403 (forbidden)', /lets this login pull/],
    [429, '429 (too many requests)', /, wait 60 s, or name a mirror/],
    [503, '503 (out of service)', /^Run this again when the registry answers/],
  ])('says of %d how it is mended', async (code, answer, remedy) => {
    status = code;
    const { places } = await examineNetwork(fakeHost(), question());
    expect(places).toMatchObject([{ answer, reached: false, remedy: expect.stringMatching(remedy) }]);
  });

  it('asks mirrors before the registry, in order, and says who names them', async () => {
    const files = {
      '/etc/containers/registries.conf':
        '[[registry]]\nlocation="localhost:1"\n[[registry.mirror]]\nlocation="localhost:2"\n',
    };
    const mirrors = [{ registry: name(), prefix: '', secure: true } as const];
    const { places } = await examineNetwork(fakeHost({ files }), { ...question('localhost:1'), mirrors });
    expect(places.map(({ kind, name, from, reached }) => [kind, name, from, reached])).toEqual([
      ['mirror', name(), 'registry-mirrors', false],
      ['mirror', 'localhost:2', '/etc/containers/registries.conf', false],
      ['registry', 'localhost:1', '/etc/containers/registries.conf', false],
    ]);
    // It speaks no TLS.
    expect(places[0]?.answer).toMatch(/SSL|EPROTO/);
    expect(places[2]?.answer).toMatch(/ECONNREFUSED/);
  });

  const proxied = (values: FakeMachine['values'], files: FakeMachine['files'] = {}) =>
    examineNetwork(fakeHost({ values, files }), question());

  it('connects to proxies, and shows no name and password', async () => {
    const env = {
      https_proxy: `http://user:secret@${name()}`,
      ALL_PROXY: 'socks5://127.0.0.1:1',
      NO_PROXY: '*',
    };
    const { places } = await proxied({ env });
    expect(places.slice(0, 2)).toEqual([
      {
        kind: 'proxy',
        name: 'socks5://127.0.0.1:1',
        from: 'ALL_PROXY',
        answer: 'ECONNREFUSED',
        reached: false,
        ms: expect.any(Number),
        remedy: 'Correct or unset ALL_PROXY',
      },
      {
        kind: 'proxy',
        name: `http://${name()}`,
        from: 'https_proxy',
        answer: 'connects',
        reached: true,
        ms: expect.any(Number),
      },
    ]);
  });

  it('says which proxy a registry was asked through', async () => {
    const proxy = await startHttpProxy({ places: { 'r.test:80': Number(name().split(':')[1]) } });
    const question = { image: { ...imageAt('r.test'), insecure: 'plain' as const }, mirrors: [] };
    const host = fakeHost({ values: { env: { http_proxy: `http://${proxy.host}` } } });
    const { places } = await examineNetwork(host, { ...question, registryConfig: true });
    await proxy.close();
    const answer = `401, asks for a login, through the proxy http://${proxy.host} (http_proxy)`;
    expect(places).toMatchObject([{ kind: 'proxy' }, { kind: 'registry', name: 'r.test', answer }]);
  });

  it('asks the mirrors that only the engine knows of', async () => {
    const info = JSON.stringify({
      RegistryConfig: { Mirrors: [`http://${name()}/`, 'http://127.0.0.1:2/'] },
    });
    const files = {
      '/var/run/docker.sock': '',
      '/etc/docker/daemon.json': JSON.stringify({ 'registry-mirrors': ['http://127.0.0.1:2'] }),
    };
    const run = () => ({ code: 0, stdout: info });
    const asking = (programs: Readonly<Record<string, string>>, registryConfig: boolean) =>
      examineNetwork(
        fakeHost({ files, programs, run, values: { env: { HTTPS_PROXY: 'http://127.0.0.1:1' } } }),
        {
          ...question('docker.io'),
          registryConfig,
        },
      );
    const found = async (...how: Parameters<typeof asking>) =>
      (await asking(...how)).places.flatMap(({ kind, name, from }) =>
        kind === 'mirror' ? [[name, from]] : [],
      );
    const docker = { docker: '/usr/bin/docker' };
    const ofFile = ['127.0.0.1:2', '/etc/docker/daemon.json'];
    expect(await found(docker, true)).toEqual([ofFile, [name(), 'the Docker engine']]);
    expect(await found({}, true)).toEqual([ofFile]);
    expect(await found(docker, false)).toEqual([]);
  });

  it('says what is wrong with variables and files, and goes on', async () => {
    const { places, troubles } = await proxied(
      { env: { HTTPS_PROXY: 'ftp://x' } },
      { '/etc/docker/daemon.json': '{', '/etc/containers/registries.conf': '= x' },
    );
    expect(places).toMatchObject([
      {
        ...{ kind: 'proxy', name: 'HTTPS_PROXY', from: 'HTTPS_PROXY', reached: false },
        answer: expect.stringMatching(
          /^HTTPS_PROXY names a proxy that cannot be spoken to: its scheme is ftp/,
        ),
        remedy: 'Correct or unset HTTPS_PROXY',
      },
      { kind: 'registry' },
    ]);
    expect(troubles).toEqual([
      '/etc/docker/daemon.json is no JSON object and was left out',
      expect.stringMatching(/^\/etc\/containers\/registries\.conf is no TOML and was left out/),
    ]);
  });
});
