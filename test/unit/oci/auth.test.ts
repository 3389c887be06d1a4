import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host/host.ts';
import { type Http, openHttp } from '../../../src/host/http.ts';
import {
  authorize,
  credentialsIn,
  findCredentials,
  parseAuthConfig,
  parseChallenges,
} from '../../../src/oci/auth.ts';
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
    http = openHttp({ host: nodeHost(), machine: false });
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
    expect(await authorized(bearer())).toEqual({ authorization: 'Bearer abc' });
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

  it.each([
    ...[
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::]',
      '0.0.0.0',
      '0',
      '127.1',
      '2130706433',
      'localhost.',
      'a.localhost',
    ],
    ...['169.254.169.254', '[fe80::1]'],
  ])('asks no service at %s for a registry elsewhere, by https either', async (host) => {
    expect(await authorized(`Bearer realm="https://${host}/token"`, 'r.example')).toEqual({
      failure: 'r.example names no token service that may be asked',
      passing: false,
    });
  });

  it('asks for the scope that the registry names, with name and password', async () => {
    login({ auth: Buffer.from('anna:x').toString('base64') });
    reply = { status: 200, body: '{"access_token":"def","token":""}' };
    expect(await authorized(`${bearer()},scope="repository:mapped/b:pull"`)).toEqual({
      authorization: 'Bearer def',
      from: join(place.home, '.docker/config.json'),
    });
    expect(asked[0]?.url.searchParams.get('scope')).toBe('repository:mapped/b:pull');
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('anna:x').toString('base64')}`);
  });

  it('exchanges an identity token by a form, never in an address', async () => {
    login({ identitytoken: 'secret' });
    expect(await authorized(bearer())).toMatchObject({ authorization: 'Bearer abc' });
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
    expect(await authorized('Basic realm="x"')).toMatchObject({
      authorization: `Basic ${Buffer.from('anna:x').toString('base64')}`,
    });
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

const parsed = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

describe('parseChallenges', () => {
  it('reads the challenge of a registry with a token service', () => {
    const header =
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull"';
    expect(parsed(header)).toEqual([
      [
        'bearer',
        {
          realm: 'https://auth.docker.io/token',
          service: 'registry.docker.io',
          scope: 'repository:a/b:pull',
        },
      ],
    ]);
  });

  it.each<[string, unknown]>([
    ['', []],
    ['Basic', [['basic', {}]]],
    ['basic realm=x', [['basic', { realm: 'x' }]]],
    ['BEARER Realm = "a \\"b\\", c" , error=', [['bearer', { realm: 'a "b", c', error: '' }]]],
    [
      'Basic realm="x", Bearer realm="y"',
      [
        ['basic', { realm: 'x' }],
        ['bearer', { realm: 'y' }],
      ],
    ],
    ['realm="x"', []],
    ['Bearer realm="x" "y', [['bearer', { realm: 'x' }]]],
  ])('reads %s', (header, expected) => {
    expect(parsed(header)).toEqual(expected);
  });

  it('ends on what cannot be read, however long', () => {
    expect(parsed(`Bearer ${'"'.repeat(100_000)}`)).toEqual([['bearer', {}]]);
    expect(parseChallenges('a '.repeat(100_000)).length).toBeLessThanOrEqual(4096);
  });
});

const encoded = (text: string) => Buffer.from(text).toString('base64');
const anna = { username: 'anna', password: 'pass:word' };

describe('credentialsIn', () => {
  const found = (auths: Readonly<Record<string, unknown>>, registry = 'ghcr.io', repository = 'a/b') =>
    credentialsIn({ auths, credHelpers: {} }, registry, repository);

  it.each(['ghcr.io', 'https://ghcr.io', 'https://ghcr.io/', 'http://ghcr.io/v1/', 'https://ghcr.io/v2/'])(
    'knows a registry by the key %s',
    (key) => {
      expect(found({ [key]: { auth: encoded('anna:pass:word') } })).toEqual(anna);
    },
  );

  it('knows Docker Hub by its old address', () => {
    const auths = { 'https://index.docker.io/v1/': { auth: encoded('anna:pass:word') } };
    expect(found(auths, 'docker.io')).toEqual(anna);
    expect(found({ 'docker.io': { auth: encoded('anna:pass:word') } }, 'docker.io')).toEqual(anna);
    expect(found(auths, 'ghcr.io')).toBeUndefined();
  });

  it('takes the most specific key, as podman writes them', () => {
    const auths = {
      'ghcr.io': { auth: encoded('all:1') },
      'ghcr.io/a': { auth: encoded('a:2') },
      'ghcr.io/a/b': { auth: encoded('ab:3') },
    };
    expect(found(auths, 'ghcr.io', 'a/b')).toMatchObject({ username: 'ab' });
    expect(found(auths, 'ghcr.io', 'a/c')).toMatchObject({ username: 'a' });
    expect(found(auths, 'ghcr.io', 'x')).toMatchObject({ username: 'all' });
  });

  it.each<[string, unknown, unknown]>([
    ['an identity token', { auth: encoded('anna:x'), identitytoken: 'token' }, { identityToken: 'token' }],
    ['name and password in the open', { username: 'anna', password: 'pass:word' }, anna],
    ['a name ended by NUL, as old clients wrote', { auth: encoded('anna:pass:word\0') }, anna],
    ['an empty entry', {}, undefined],
    ['no entry', 7, undefined],
    ['a text without a colon', { auth: encoded('anna') }, undefined],
    ['no base64', { auth: '%%%' }, undefined],
  ])('reads %s', (_name, entry, expected) => {
    expect(found({ 'ghcr.io': entry })).toEqual(expected);
  });
});

describe('parseAuthConfig', () => {
  it('takes what is there and leaves the rest empty', () => {
    expect(parseAuthConfig('{"auths":[],"credHelpers":null,"credsStore":""}')).toEqual({
      auths: {},
      credHelpers: {},
    });
    expect(parseAuthConfig('{"credsStore":"pass"}')).toEqual({
      auths: {},
      credHelpers: {},
      credsStore: 'pass',
    });
    expect(parseAuthConfig('[]')).toBeUndefined();
    expect(parseAuthConfig('{')).toBeUndefined();
  });
});

describe('findCredentials', () => {
  const path0 = process.env.PATH ?? '';
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'setup-binfmt-home-'));
  });
  afterEach(() => {
    process.env.PATH = path0;
    rmSync(home, { recursive: true });
  });

  function write(path: string, value: unknown): string {
    const full = join(home, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, typeof value === 'string' ? value : JSON.stringify(value));
    return full;
  }
  const search = (env: Readonly<Record<string, string>> = {}, registry = 'ghcr.io') =>
    findCredentials({ ...nodeHost(), env: { HOME: home, ...env } }, registry, 'a/b');
  const config = (name: string) => ({ auths: { 'ghcr.io': { auth: encoded(`${name}:x`) } } });

  /** A helper program on PATH that notes what it was asked. */
  function helper(name: string, answer: string, code = 0): void {
    const path = write(
      `bin/docker-credential-${name}`,
      `#!/bin/sh\necho "$@" > "$0.asked"; cat >> "$0.asked"; cat <<'E'\n${answer}\nE\nexit ${code}\n`,
    );
    chmodSync(path, 0o755);
    // The host looks on the PATH of this process.
    process.env.PATH = `${join(home, 'bin')}:${path0}`;
  }

  it('finds nothing where nobody has logged in', async () => {
    expect(await search()).toEqual({ troubles: [] });
  });

  it('looks in $REGISTRY_AUTH_FILE, then where Docker, then where podman keeps it', async () => {
    write('.config/containers/auth.json', config('podman'));
    expect((await search()).found).toMatchObject({ username: 'podman' });
    write('run/containers/auth.json', config('runtime'));
    const XDG_RUNTIME_DIR = join(home, 'run');
    expect((await search({ XDG_RUNTIME_DIR })).found).toMatchObject({ username: 'runtime' });
    write('.docker/config.json', config('docker'));
    expect((await search({ XDG_RUNTIME_DIR })).found).toMatchObject({ username: 'docker' });
    write('other/config.json', config('other'));
    const DOCKER_CONFIG = join(home, 'other');
    expect((await search({ DOCKER_CONFIG })).found).toMatchObject({ username: 'other' });
    const REGISTRY_AUTH_FILE = write('named.json', config('named'));
    expect((await search({ DOCKER_CONFIG, REGISTRY_AUTH_FILE })).found).toMatchObject({ username: 'named' });
  });

  it('takes what $DOCKER_AUTH_CONFIG holds before all files, and says where a login is from', async () => {
    const path = write('.docker/config.json', config('docker'));
    expect(await search()).toMatchObject({ from: path });
    const DOCKER_AUTH_CONFIG = JSON.stringify(config('variable'));
    const { found, from } = await search({ DOCKER_AUTH_CONFIG });
    expect([found, from]).toEqual([{ username: 'variable', password: 'x' }, '$DOCKER_AUTH_CONFIG']);
    expect(await search({ DOCKER_AUTH_CONFIG: '{"auths":"hunter2"' })).toMatchObject({
      found: { username: 'docker' },
      troubles: ['$DOCKER_AUTH_CONFIG could not be read as JSON and was left out'],
    });
  });

  it('goes on after a file that is broken, and says so without its contents', async () => {
    write('.docker/config.json', '{"auths":"hunter2"');
    write('.config/containers/auth.json', config('podman'));
    const { found, troubles } = await search();
    expect(found).toMatchObject({ username: 'podman' });
    expect(troubles).toEqual([`${home}/.docker/config.json could not be read as JSON and was left out`]);
  });

  it('asks the helper of a registry, by argument list and standard input', async () => {
    write('.docker/config.json', { credHelpers: { 'ghcr.io': 'one' }, credsStore: 'two' });
    helper('one', '{"ServerURL":"x","Username":"anna","Secret":"s"}');
    expect((await search()).found).toEqual({ username: 'anna', password: 's' });
    expect(readFileSync(join(home, 'bin/docker-credential-one.asked'), 'utf8')).toBe('get\nghcr.io');
  });

  it('asks the store for all other registries; Docker Hub by its old address', async () => {
    write('.docker/config.json', { credHelpers: { 'ghcr.io': 'one' }, credsStore: 'two' });
    helper('two', '{"Username":"<token>","Secret":"s"}');
    expect((await search({}, 'docker.io')).found).toEqual({ identityToken: 's' });
    expect(readFileSync(join(home, 'bin/docker-credential-two.asked'), 'utf8')).toBe(
      'get\nhttps://index.docker.io/v1/',
    );
  });

  it('takes what is in the file when the helper knows nothing', async () => {
    write('.docker/config.json', { ...config('file'), credsStore: 'two' });
    helper('two', 'credentials not found in native keychain', 1);
    expect(await search()).toMatchObject({ found: { username: 'file' }, troubles: [] });
  });

  it.each<[string, string, number, RegExp]>([
    ['fails', 'secret text', 1, /^docker-credential-two failed$/],
    [
      'answers with no JSON',
      'secret text',
      0,
      /^docker-credential-two gave no credentials that can be read$/,
    ],
    ['answers without a secret', '{"Username":"a","Secret":""}', 0, /gave no credentials/],
  ])('says that a helper %s, without what it said', async (_name, answer, code, expected) => {
    write('.docker/config.json', { credsStore: 'two' });
    helper('two', answer, code);
    expect(await search()).toEqual({ troubles: [expect.stringMatching(expected)] });
  });

  it.each(['../../bin/sh', 'a b', 'no-such-helper', '$(id)'])(
    'never runs a helper called %s',
    async (name) => {
      write('.docker/config.json', { credsStore: name });
      const { found, troubles } = await search();
      expect(found).toBeUndefined();
      expect(troubles).toEqual([`the credential helper docker-credential-${name} was not found`]);
    },
  );
});
