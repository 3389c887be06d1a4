import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Http, openHttp } from '../../../src/host/http.ts';
import { authorize } from '../../../src/oci/auth.ts';
import { makePlace, type Place } from '../../support/image-run.ts';

interface Asked {
  readonly method: string | undefined;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly body: string;
}

describe('authorize', () => {
  let place: Place;
  let http: Http;
  let service: ReturnType<typeof createServer>;
  let realm: string;
  let reply: { readonly status: number; readonly body: string };
  let asked: Asked[];

  beforeEach(async () => {
    place = makePlace();
    http = openHttp();
    asked = [];
    reply = { status: 200, body: '{"token":"abc"}' };
    service = createServer(async (request, response) => {
      asked.push({
        method: request.method,
        url: new URL(request.url ?? '', 'http://x'),
        authorization: request.headers.authorization,
        body: await textOf(request),
      });
      response.writeHead(reply.status).end(reply.body);
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    realm = `http://127.0.0.1:${(service.address() as AddressInfo).port}/token?account=x`;
  });
  afterEach(async () => {
    http.close();
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
    place.remove();
  });

  function login(entry: object): void {
    mkdirSync(join(place.home, '.docker'), { recursive: true });
    writeFileSync(
      join(place.home, '.docker/config.json'),
      JSON.stringify({ auths: { 'localhost:5000': entry } }),
    );
  }
  const authorized = (challenge: string | undefined, registry = 'localhost:5000') => {
    const context = { host: place.context.host, http, log: place.context.log };
    const reference = { registry, repository: 'a/b' };
    return authorize(context, reference, challenge, performance.now() + 5000);
  };
  const bearer = () => `Bearer realm="${realm}",service="localhost:5000"`;

  it('asks for pulling this repository, without a name', async () => {
    expect(await authorized(bearer())).toBe('Bearer abc');
    const [{ method, url, authorization } = {}] = asked;
    expect([method, authorization]).toEqual(['GET', undefined]);
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
      account: 'x',
      service: 'localhost:5000',
      scope: 'repository:a/b:pull',
    });
  });

  it('carries nothing to a service of this machine for a registry elsewhere', async () => {
    const failure = { failure: 'r.example names no token service that may be asked', passing: false };
    expect(await authorized(bearer(), 'r.example')).toEqual(failure);
    expect(asked).toEqual([]);
  });

  it('asks for the scope that the registry names, with name and password', async () => {
    login({ auth: Buffer.from('anna:x').toString('base64') });
    reply = { status: 200, body: '{"access_token":"def","token":""}' };
    expect(await authorized(`${bearer()},scope="repository:mapped/b:pull"`)).toBe('Bearer def');
    expect(asked[0]?.url.searchParams.get('scope')).toBe('repository:mapped/b:pull');
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('anna:x').toString('base64')}`);
  });

  it('exchanges an identity token by a form, never in an address', async () => {
    login({ identitytoken: 'secret' });
    expect(await authorized(bearer())).toBe('Bearer abc');
    const [{ method, url, authorization, body } = {}] = asked;
    expect([method, authorization, url?.search]).toEqual(['POST', undefined, '?account=x']);
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'setup-binfmt',
      refresh_token: 'secret',
      service: 'localhost:5000',
      scope: 'repository:a/b:pull',
    });
  });

  it('sends name and password itself where the registry wants them', async () => {
    login({ username: 'anna', password: 'x' });
    expect(await authorized('Basic realm="x"')).toBe(`Basic ${Buffer.from('anna:x').toString('base64')}`);
    expect(asked).toEqual([]);
  });

  it('passes the service by when it gives an error, and says what it said', async () => {
    reply = { status: 403, body: '{"errors":[{"code":"DENIED","message":"no \\u001b[31mred"}]}' };
    expect(await authorized(bearer())).toMatchObject({
      failure: expect.stringMatching(/token service .* 403 \(DENIED: no red\)/),
      passing: false,
    });
  });

  it.each(['', '{}', '[]', '{"token":7}', '{"token":"a b"}', '{"token":"a\\r\\nX: y"}', 'x'.repeat(100_000)])(
    'takes no token from %j',
    async (body) => {
      reply = { status: 200, body };
      expect(await authorized(bearer())).toMatchObject({ failure: expect.stringMatching(/gave no token/) });
    },
  );

  it.each([
    ['Bearer realm="http://example.com/token"', /no token service that may be asked/],
    ['Bearer realm="file:///etc/passwd"', /no token service that may be asked/],
    ['Bearer realm="nonsense"', /no token service that may be asked/],
    ['Bearer', /no token service that may be asked/],
    ['Basic realm="x"', /asks for a name and a password/],
    ['Negotiate', /not supported/],
    [undefined, /not supported/],
  ])('gives a reason for %s', async (challenge, expected) => {
    expect(await authorized(challenge)).toMatchObject({
      failure: expect.stringMatching(expected),
      passing: false,
    });
  });
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}
