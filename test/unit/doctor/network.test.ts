import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examineNetwork } from '../../../src/doctor/network.ts';
import { fakeHost } from '../../support/fake-host.ts';

describe('examineNetwork', () => {
  let server: Server;
  let status: number;
  let asked: (string | undefined)[];
  const name = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end('x'.repeat(100));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    status = 401;
    asked = [];
  });
  afterAll(() => void server.close());

  it('takes the question for a password for an answer', async () => {
    expect(await examineNetwork(fakeHost(), [{ registry: name() }])).toEqual({
      proxies: [],
      registries: [{ name: name() }],
    });
    expect(asked).toEqual(['/v2/']);
  });

  it('says what is wrong', async () => {
    status = 503;
    const { registries } = await examineNetwork(fakeHost(), [
      { registry: name() },
      { registry: 'localhost:1' },
      { registry: name(), secure: true },
    ]);
    expect(registries).toEqual([
      { name: name(), problem: 'it answered 503' },
      { name: 'localhost:1', problem: expect.stringMatching(/ECONNREFUSED/) },
      // It speaks no TLS.
      { name: name(), problem: expect.stringMatching(/SSL|EPROTO/) },
    ]);
  });

  it('names the proxies, and shows no address', async () => {
    const env = { https_proxy: 'http://user:secret@proxy.example', NO_PROXY: 'localhost', PATH: '/bin' };
    const { proxies } = await examineNetwork(fakeHost({ values: { env } }), []);
    expect(proxies).toEqual(['https_proxy', 'NO_PROXY']);
  });
});
