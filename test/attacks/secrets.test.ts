/** Kind 3: secrets stay with their origin, and are in nothing that is said or left behind. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCacheServer } from '../support/cache-server.ts';
import { type Certificate, makeCertificate } from '../support/docker-registry.ts';
import { inTurn } from '../support/in-turn.ts';
import type { MadeImage } from '../support/oci-image.ts';
import { serve } from '../support/registry-server.ts';
import { imageOf, REPOSITORY, realEntries } from './support/image.ts';
import { type Job, openJob, type Step } from './support/job.ts';

const SECRET = 'Xq7Jw2Lr9Tz4Kb1V';
const BASIC = `Basic ${Buffer.from(`anna:${SECRET}`).toString('base64')}`;
const TOKEN = 'Gm5Rp8Ys3Nd6Hc0Wtoken';
/** All that is ours and nobody else's, in the forms in which it could be seen. */
const OURS = [SECRET, BASIC.slice(6), TOKEN, Buffer.from(SECRET).toString('base64').slice(0, 18)];

const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

let image: MadeImage;
let folder: string;
let certificate: Certificate;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-attack-'));
  image = await imageOf(await realEntries('aarch64'));
  certificate = makeCertificate(folder, '127.0.0.1');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Listener {
  /** `http://127.0.0.1:port`, or with another name of this machine or scheme. */
  readonly origin: string;
  readonly host: string;
  readonly heard: Heard[];
}

type Answer = (heard: Heard, response: ServerResponse) => void;

/** A server that writes down all it is told. */
async function listen(answer: Answer, name = '127.0.0.1', tls = false): Promise<Listener> {
  const heard: Heard[] = [];
  const take: RequestListener = async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const one = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(pieces).toString(),
    };
    heard.push(one);
    answer(one, response);
  };
  const server = tls
    ? createTlsServer(
        { cert: readFileSync(certificate.certificate), key: readFileSync(certificate.key) },
        take,
      )
    : createServer(take);
  await new Promise<void>((resolve) => server.listen(0, name, resolve));
  const host = `${name}:${(server.address() as AddressInfo).port}`;
  undo.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );
  return { origin: `${tls ? 'https' : 'http'}://${host}`, host, heard };
}

function json(response: ServerResponse, value: unknown, status = 200, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

function redirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { location });
  response.end();
}

const images: Answer = ({ path }, response) => serve(REPOSITORY, image, path, response);

/** A registry that wants a token of the service, or a name and password where it has none. */
function guarded(challenge: () => string, allowed: string): Answer {
  return (heard, response) => {
    if (heard.headers.authorization === allowed) return images(heard, response);
    json(response, { errors: [] }, 401, { 'www-authenticate': challenge() });
  };
}

/** Nothing of ours was heard, and no form was posted. */
function expectNothingOfOurs({ heard }: Listener): void {
  for (const { method, body, headers, path } of heard) {
    expect([method, body]).toEqual(['GET', '']);
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('content-type');
    expect(path).not.toMatch(/refresh_token|grant_type|client_id/);
  }
  expectUnseen(JSON.stringify(heard));
}

function expectUnseen(text: string): void {
  for (const secret of OURS) expect(text).not.toContain(secret);
}

/** A job of somebody who has logged in to these registries. */
async function loggedIn(login: 'name' | 'identity', ...hosts: readonly string[]): Promise<Job> {
  const job = await openJob({ env: { NODE_EXTRA_CA_CERTS: certificate.certificate } });
  undo.push(job.close);
  const entry = login === 'name' ? { auth: BASIC.slice(6) } : { identitytoken: SECRET };
  mkdirSync(join(job.home, '.docker'));
  const auths = Object.fromEntries(hosts.map((host) => [host, entry]));
  writeFileSync(join(job.home, '.docker/config.json'), JSON.stringify({ auths }));
  return job;
}

async function pull(job: Job, host: string, more: Readonly<Record<string, string>> = {}): Promise<Step> {
  const step = await job.main({
    platforms: 'arm64',
    image: `${host}/${REPOSITORY}@${image.digest}`,
    'qemu-from': 'image',
    ...more,
  });
  expectUnseen(step.all);
  return step;
}

const STATUSES = [301, 302, 303, 307, 308];
/** Where a redirect leads to: another port, another name, another scheme. */
const ELSEWHERE: Readonly<Record<string, readonly [string, boolean]>> = {
  'another port': ['127.0.0.1', false],
  'another host': ['127.0.0.2', false],
  'another name of the same host': ['localhost', false],
  'another scheme': ['127.0.0.1', true],
};

describe('a token service that redirects', () => {
  for (const login of ['identity', 'name'] as const) {
    for (const status of STATUSES) {
      for (const [where, [name, tls]] of Object.entries(ELSEWHERE)) {
        // All statuses to another port, and all places for the status that keeps method and body.
        if (where !== 'another port' && status !== 307) continue;
        it(`with ${status} to ${where} hears nothing there of the ${login === 'identity' ? 'refresh token' : 'password'}`, async () => {
          const thief = await listen((_heard, response) => json(response, { token: TOKEN }), name, tls);
          const service = await listen((_heard, response) =>
            redirect(response, status, `${thief.origin}/steal?kept=1`),
          );
          const registry = await listen(
            guarded(() => `Bearer realm="${service.origin}/token",service="s"`, `Bearer ${TOKEN}`),
          );
          const job = await loggedIn(login, registry.host);
          await pull(job, registry.host);
          expect(service.heard.length).toBeGreaterThan(0);
          expectNothingOfOurs(thief);
        });
      }
    }
  }

  it('to itself gets the form again, and the login works', async () => {
    let asked = 0;
    const service: Listener = await listen((heard, response) => {
      asked++;
      if (asked === 1) return redirect(response, 307, `${service.origin}/other`);
      json(response, heard.body.includes(SECRET) ? { access_token: TOKEN } : {});
    });
    const registry = await listen(guarded(() => `Bearer realm="${service.origin}/token"`, `Bearer ${TOKEN}`));
    const job = await loggedIn('identity', registry.host);
    expect((await pull(job, registry.host)).code).toBe(0);
    expect(service.heard.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /token',
      'POST /other',
    ]);
  });

  it('there and back again gets no form at its second turn', async () => {
    const back: Listener = await listen((_heard, response) =>
      redirect(response, 307, `${service.origin}/again`),
    );
    const service: Listener = await listen(({ path }, response) =>
      path === '/again' ? json(response, {}) : redirect(response, 307, `${back.origin}/x`),
    );
    const registry = await listen(guarded(() => `Bearer realm="${service.origin}/token"`, `Bearer ${TOKEN}`));
    const job = await loggedIn('identity', registry.host);
    await pull(job, registry.host);
    expectNothingOfOurs(back);
    expectNothingOfOurs({ ...service, heard: service.heard.filter(({ path }) => path === '/again') });
  });
});

describe('a registry that redirects', () => {
  for (const [kind, allowed] of [
    ['password', BASIC],
    ['token', `Bearer ${TOKEN}`],
  ] as const) {
    for (const status of STATUSES) {
      it(`with ${status} has its blobs from another port, without the ${kind}`, async () => {
        const store = await listen(images);
        const service = await listen((_heard, response) => json(response, { token: TOKEN }));
        const challenge = kind === 'token' ? `Bearer realm="${service.origin}/token"` : 'Basic realm="x"';
        const registry = await listen((heard, response) => {
          if (heard.headers.authorization === allowed && heard.path.includes('/blobs/'))
            return redirect(response, status, `${store.origin}${heard.path}`);
          guarded(() => challenge, allowed)(heard, response);
        });
        const job = await loggedIn('name', registry.host);
        const step = await pull(job, registry.host);
        expect([step.code, store.heard.length > 0]).toEqual([0, true]);
        expectNothingOfOurs(store);
      });
    }
  }

  for (const [where, [name, tls]] of Object.entries(ELSEWHERE)) {
    it(`to ${where} tells it neither password nor token for manifests`, async () => {
      const store = await listen(images, name, tls);
      const registry = await listen((heard, response) => {
        if (heard.headers.authorization === BASIC)
          return redirect(response, 307, `${store.origin}${heard.path}`);
        guarded(() => 'Basic realm="x"', BASIC)(heard, response);
      });
      const job = await loggedIn('name', registry.host, store.host);
      await pull(job, registry.host);
      expect(store.heard.length).toBeGreaterThan(0);
      expectNothingOfOurs(store);
    });
  }

  it('from TLS to plain HTTP tells nothing there', async () => {
    const store = await listen(images);
    const registry = await listen(
      (heard, response) =>
        heard.headers.authorization === BASIC
          ? redirect(response, 307, `${store.origin}${heard.path}`)
          : guarded(() => 'Basic realm="x"', BASIC)(heard, response),
      '127.0.0.1',
      true,
    );
    const job = await loggedIn('name', registry.host);
    await pull(job, registry.host);
    expectNothingOfOurs(store);
  });

  it('there and back again gets no password at its second turn', async () => {
    const away: Listener = await listen(({ path }, response) =>
      redirect(response, 307, `${registry.origin}/back${path}`),
    );
    const registry: Listener = await listen((heard, response) => {
      if (heard.path.startsWith('/back')) return json(response, {}, 404);
      if (heard.headers.authorization === BASIC)
        return redirect(response, 307, `${away.origin}${heard.path}`);
      guarded(() => 'Basic realm="x"', BASIC)(heard, response);
    });
    const job = await loggedIn('name', registry.host);
    await pull(job, registry.host);
    expectNothingOfOurs({
      ...registry,
      heard: registry.heard.filter(({ path }) => path.startsWith('/back')),
    });
  });

  it('to a store that asks for a login gets none, whoever it says it is', async () => {
    const service = await listen((_heard, response) => json(response, { token: TOKEN }));
    const store = await listen((_heard, response) =>
      json(response, {}, 401, {
        'www-authenticate': `Bearer realm="${service.origin}/token", Basic realm="x"`,
      }),
    );
    const registry = await listen((heard, response) =>
      redirect(response, 302, `${store.origin}${heard.path}`),
    );
    const job = await loggedIn('identity', registry.host, store.host);
    expect((await pull(job, registry.host)).code).toBe(1);
    expectNothingOfOurs(store);
    expect(service.heard).toEqual([]);
  });

  it.each([
    ['of a cloud', 'X-Amz-Credential=AKIA%2F20260101%2Fus&X-Amz-Signature=ab%2Bcd+ef%20gh&x=%7E~'],
    ['with odd letters', 'sig=a%3D%3D&se=2026-01-01T00%3A00%3A00Z&&empty=&b=%C3%A4'],
  ])('to a signed address %s keeps it to the letter', async (_name, query) => {
    const signed: string[] = [];
    const store = await listen(({ path, ...rest }, response) => {
      const [bare = '', given = ''] = path.split('?');
      signed.push(given);
      if (given !== query) return json(response, {}, 403);
      images({ ...rest, path: bare }, response);
    });
    const registry = await listen((heard, response) =>
      heard.path.includes('/blobs/')
        ? redirect(response, 307, `${store.origin}${heard.path}?${query}`)
        : images(heard, response),
    );
    const job = await loggedIn('name', registry.host);
    const step = await pull(job, registry.host);
    expect(step.code).toBe(0);
    expect([...new Set(signed)]).toEqual([query]);
    expect(step.all).not.toContain(query.slice(0, 20));
  });

  it('to a signed address that fails does not show its signature', async () => {
    const store = await listen((_heard, response) => json(response, { errors: [] }, 403));
    const registry = await listen((heard, response) =>
      redirect(response, 307, `${store.origin}${heard.path}?X-Amz-Signature=${SECRET}`),
    );
    const job = await loggedIn('identity', registry.host);
    expect((await pull(job, registry.host)).code).toBe(1);
  });

  it('to an address with a name and a password in it does not show them', async () => {
    const store = await listen((_heard, response) => json(response, {}, 403));
    const registry = await listen((heard, response) =>
      redirect(response, 307, `http://bob:${SECRET}@${store.host}${heard.path}`),
    );
    const job = await openJob();
    undo.push(job.close);
    expect((await pull(job, registry.host)).code).toBe(1);
  });
});

describe('a secret that is said back', () => {
  /** What a service says in its errors, made of what it was told. */
  const echoes: Readonly<Record<string, (heard: Heard) => unknown>> = {
    'the header': ({ headers }) => ({
      errors: [{ code: 'DENIED', message: `bad ${headers.authorization}` }],
    }),
    'the password': () => ({ errors: [{ code: 'DENIED', message: `wrong password ${SECRET} for anna` }] }),
    'the password as a code': () => ({ errors: [{ code: SECRET, message: 'no' }] }),
    'the password in an address': () => ({
      errors: [{ code: 'DENIED', message: `see https://anna:${SECRET}@registry.example/` }],
    }),
    'its beginning, and titles of a terminal without end': () => ({
      errors: [{ code: 'DENIED', message: `${SECRET.charAt(0)}${'\u001b]\0\0'.repeat(8000)}` }],
    }),
    'the password cut by a break': () => ({
      errors: [{ code: 'DENIED', message: `pw=${SECRET}\n::add-mask::x` }],
    }),
  };
  for (const [name, echo] of Object.entries(echoes)) {
    it(`by a registry, which repeats ${name}, is shown nowhere`, async () => {
      const registry = await listen((heard, response) =>
        heard.headers.authorization === undefined
          ? json(response, {}, 401, { 'www-authenticate': 'Basic realm="x"' })
          : json(response, echo(heard), 403),
      );
      const job = await loggedIn('name', registry.host);
      expect((await pull(job, registry.host)).code).toBe(1);
    });
    it(`by a token service, which repeats ${name}, is shown nowhere`, async () => {
      const service = await listen((heard, response) => json(response, echo(heard), 403));
      const registry = await listen(guarded(() => `Bearer realm="${service.origin}/token"`, 'no'));
      const job = await loggedIn('name', registry.host);
      expect((await pull(job, registry.host)).code).toBe(1);
    });
  }

  /** How programs write a text for others: in addresses, forms, JSON, HTML, and headers. */
  const escapes: Readonly<Record<string, (text: string) => string>> = {
    'for an address (JavaScript)': encodeURIComponent,
    'for an address (Go)': (text) =>
      encodeURIComponent(text)
        .replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('%20', '+'),
    'for an address, in small letters': (text) =>
      new URLSearchParams([['', text]])
        .toString()
        .slice(1)
        .replace(/%../g, (one) => one.toLowerCase()),
    'for an address, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
    'for an address, each letter': (text) => `%${Buffer.from(text).toString('hex').match(/../g)?.join('%')}`,
    'for JSON': (text) => JSON.stringify(text),
    'for JSON, each letter': (text) =>
      [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    'for HTML': (text) => text.replace(/[<>&"']/g, (one) => `&#${one.charCodeAt(0)};`),
    'in base64 for addresses': (text) => Buffer.from(text).toString('base64url'),
  };
  const odd = `${SECRET}~ "<>?$value(9)" ${SECRET}`;
  it.each(Object.entries(escapes))('by a registry, written %s, is shown nowhere', async (_name, write) => {
    const registry = await listen(({ headers }, response) =>
      headers.authorization === undefined
        ? json(response, {}, 401, { 'www-authenticate': 'Basic realm="x"' })
        : json(response, { errors: [{ code: 'DENIED', message: `no: ${write(odd)}` }] }, 403),
    );
    const auth = Buffer.from(`anna:${odd}`).toString('base64');
    const job = await openJob({
      env: { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { [registry.host]: { auth } } }) },
    });
    undo.push(job.close);
    const { all } = await pull(job, registry.host);
    expect(all).toMatch(/DENIED: no: "?…/);
    expect(all).not.toContain(write(odd).slice(0, 12));
  });

  it('by a token service, which repeats the form, is shown nowhere', async () => {
    const service = await listen(({ body }, response) =>
      json(response, { errors: [{ code: 'DENIED', message: `bad form ${body.slice(-60)}` }] }, 403),
    );
    const registry = await listen(guarded(() => `Bearer realm="${service.origin}/token"`, 'no'));
    const job = await loggedIn('identity', registry.host);
    expect((await pull(job, registry.host)).code).toBe(1);
  });

  it('by a registry, which repeats the token, is shown nowhere', async () => {
    const service = await listen((_heard, response) => json(response, { token: TOKEN }));
    const registry = await listen((heard, response) =>
      heard.headers.authorization === undefined
        ? json(response, {}, 401, { 'www-authenticate': `Bearer realm="${service.origin}/token"` })
        : json(response, { errors: [{ code: 'X', message: `${heard.headers.authorization}` }] }, 403),
    );
    const job = await loggedIn('name', registry.host);
    expect((await pull(job, registry.host)).code).toBe(1);
  });
});

describe('a secret on this machine', () => {
  it.each<[string, string, string]>([
    ['a login file that is no JSON', '.docker/config.json', `{"auths":{"x":{"auth":"${BASIC.slice(6)}"`],
    ['a login file of another shape', '.docker/config.json', `["${SECRET}"]`],
  ])('in %s is shown nowhere', async (_name, path, text) => {
    const registry = await listen((_heard, response) =>
      json(response, {}, 401, { 'www-authenticate': 'Basic realm="x"' }),
    );
    const job = await openJob();
    undo.push(job.close);
    mkdirSync(join(job.home, '.docker'));
    writeFileSync(join(job.home, path), text);
    expect((await pull(job, registry.host)).code).toBe(1);
  });

  it.each([
    ['fails and says it', `echo "cannot give ${SECRET}" >&2; echo ${SECRET}; exit 1`],
    ['gives it in no JSON', `echo '{"Username":"anna","Secret":"${SECRET}"'`],
  ])('of a credential helper that %s is shown nowhere', async (_name, script) => {
    const registry = await listen((_heard, response) =>
      json(response, {}, 401, { 'www-authenticate': 'Basic realm="x"' }),
    );
    const job = await openJob();
    undo.push(job.close);
    mkdirSync(join(job.home, '.docker'));
    writeFileSync(join(job.home, '.docker/config.json'), '{"credsStore":"test"}');
    job.program('docker-credential-test', script);
    expect((await pull(job, registry.host)).code).toBe(1);
  });

  it.each([
    ['image', `anna:${SECRET}@registry.example/a/b:latest`],
    ['image', `https://anna:${SECRET}@registry.example/a/b`],
    ['registry-mirrors', `https://anna:${SECRET}@mirror.example`],
    ['matrix-from', `anna:${SECRET}@registry.example/a/b`],
  ])('in the input %s (%s) is shown nowhere', async (input, value) => {
    const job = await openJob();
    undo.push(job.close);
    const step = await job.main({ platforms: 'arm64', 'qemu-from': 'host', [input]: value });
    expect(step.code).toBe(2);
    expectUnseen(step.all);
  });

  it('in the address of a proxy is shown nowhere, and reaches the proxy alone', async () => {
    const job = await openJob({ env: { HTTPS_PROXY: `http://anna:${SECRET}@127.0.0.1:9` } });
    undo.push(job.close);
    const step = await pull(job, 'registry.invalid');
    expect(step.code).toBe(1);
    const doctor = await job.cli(['doctor', '--network', '--image', 'registry.invalid/a/b']);
    expectUnseen(doctor.stdout + doctor.stderr);
  });

  it('of the Actions cache is shown nowhere, whatever its service repeats', async () => {
    const cache = await startCacheServer();
    const registry = await listen(images);
    const job = await openJob({ env: { ...cache.env, ACTIONS_RUNTIME_TOKEN: SECRET } });
    undo.push(cache.close, job.close);
    cache.fail((_asked, response) => {
      json(response, { code: 'denied', msg: `the token ${SECRET} may not do this` }, 403);
      return true;
    });
    const step = await pull(job, registry.host);
    expect(step.code).toBe(0);
    expectUnseen((await job.post(step)).all);
  });

  it('in the environment is in neither report nor log of the doctor', async () => {
    const job = await openJob({
      env: { GITHUB_TOKEN: SECRET, 'INPUT_GITHUB-TOKEN': SECRET, QEMU_SET_ENV: `A=${SECRET}` },
    });
    undo.push(job.close);
    for (const args of [['doctor'], ['doctor', '--json']]) {
      const { stdout, stderr } = await job.cli(args);
      expectUnseen(stdout + stderr);
    }
  });
});
