import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HttpAnswer, type HttpFailure, openHttp, readWhole } from '../../../../src/host/http.ts';
import type { NetworkOptions } from '../../../../src/host/network/connections.ts';
import { fakeHost } from '../../../support/fake-host.ts';
import {
  type Authority,
  type Issued,
  listening,
  makeAuthority,
  startHttpProxy,
  startSocks,
} from '../../../support/proxies.ts';

const SECRET = 'very-secret-word';
const LOGIN = `anna:${SECRET}`;

let folder: string;
let authority: Authority;
let client: Issued;
let plain: { readonly port: number; readonly close: () => Promise<void> };
let secure: typeof plain;
let mutual: typeof plain;
let heard: string[] = [];
const undo: (() => unknown)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-network-'));
  authority = makeAuthority(folder);
  const server = authority.issue('server', ['r.test', '127.0.0.1']);
  client = authority.issue('client', []);
  const answer: RequestListener = (request, response) => {
    heard.push(JSON.stringify(request.headers));
    response.end(`hello from ${request.headers.host}`);
  };
  const files = { cert: readFileSync(server.certificate), key: readFileSync(server.key) };
  plain = await listening(createServer(answer));
  secure = await listening(createTlsServer(files, answer));
  const ca = readFileSync(authority.certificate);
  mutual = await listening(
    createTlsServer({ ...files, ca, requestCert: true, rejectUnauthorized: true }, answer),
  );
});
afterAll(async () => {
  await Promise.all([plain, secure, mutual].map(({ close }) => close()));
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  heard = [];
  for (const each of undo.splice(0).reverse()) await each();
});

type Files = Readonly<Record<string, string>>;

/** Asks an address on a machine that has these variables and files; gives what was said, and what was told. */
async function ask(address: string, env: Files = {}, files: Files = {}, more: Partial<NetworkOptions> = {}) {
  const trusted = { '/trusted.crt': readFileSync(authority.certificate, 'utf8') };
  const host = more.host ?? fakeHost({ values: { env }, files: { ...trusted, ...files } });
  const told: string[] = [];
  const http = openHttp({ machine: true, log: (line) => told.push(line), ...more, host });
  const deadline = performance.now() + 10_000;
  const answer = await http.send(
    { url: new URL(address), headers: { authorization: 'Bearer mine' } },
    deadline,
  );
  const said = 'failure' in answer ? answer : await textOf(answer, deadline);
  http.close();
  return { said, told, text: typeof said === 'string' ? said : said.failure };
}

async function textOf(answer: HttpAnswer, deadline: number): Promise<string | HttpFailure> {
  const bytes = await readWhole(answer, 1000, deadline);
  return 'failure' in bytes ? bytes : `${answer.status} ${bytes}`;
}

const places = () => ({ 'r.test:443': secure.port, 'r.test:80': plain.port, '203.0.113.9:443': secure.port });
const TRUST = { SSL_CERT_FILE: '/trusted.crt' };

describe('a proxy', () => {
  it('of HTTP is spoken to with name and password, which nobody else hears', async () => {
    const proxy = await startHttpProxy({ places: places(), login: LOGIN });
    undo.push(proxy.close);
    const env = {
      ...TRUST,
      HTTPS_PROXY: `http://${LOGIN}@${proxy.host}`,
      http_proxy: `${LOGIN}@${proxy.host}`,
    };
    const { text, told } = await ask('https://r.test/', env);
    expect(text).toBe('200 hello from r.test');
    expect(told).toEqual([`r.test is asked through the proxy http://${proxy.host} (HTTPS_PROXY)`]);
    expect((await ask('http://r.test/', env)).text).toBe('200 hello from r.test');
    expect(proxy.asked).toEqual(['CONNECT r.test:443', 'CONNECT r.test:443', 'GET r.test:80']);
    expect(heard.join()).not.toMatch(/proxy-auth/i);
    // What is for the server stays in the tunnel.
    expect(proxy.heard.slice(0, 2).join()).not.toContain('mine');
  });

  it('of TLS is spoken to by TLS', async () => {
    const tls = authority.issue('proxy', ['127.0.0.1']);
    const proxy = await startHttpProxy({ places: places(), login: LOGIN, tls });
    undo.push(proxy.close);
    const address = `https://${LOGIN}@${proxy.host}`;
    for (const url of ['https://r.test/', 'http://r.test/'])
      expect((await ask(url, { ...TRUST, ALL_PROXY: address })).text).toBe('200 hello from r.test');
  });

  it.each(['socks5h', 'socks'])('of SOCKS 5 (%s) is given the name', async (scheme) => {
    const proxy = await startSocks({ places: places(), login: LOGIN });
    undo.push(proxy.close);
    for (const url of ['https://r.test/', 'http://r.test/'])
      expect((await ask(url, { ...TRUST, ALL_PROXY: `${scheme}://${LOGIN}@${proxy.host}` })).text).toBe(
        '200 hello from r.test',
      );
    expect(proxy.asked).toEqual(['r.test:443', 'r.test:443', 'r.test:80']);
    expect(heard.join()).not.toContain(SECRET);
  });

  it('of SOCKS 5 is given an address that was looked up here', async () => {
    const proxy = await startSocks({ places: places() });
    undo.push(proxy.close);
    const { text } = await ask('https://203.0.113.9/', { ...TRUST, ALL_PROXY: `socks5://${proxy.host}` });
    expect(proxy.asked[0]).toBe('203.0.113.9:443');
    expect(text).toMatch(/altnames|IP: 203\.0\.113\.9/);
  });

  it.each([
    [407, {}, /^the proxy http:\/\/\S+ \(HTTPS_PROXY\) does not take the name and the password \(407\)$/],
    [403, {}, /does not connect to r\.test \(403\)$/],
    [502, {}, /does not connect to r\.test \(502\)$/],
    [200 + 1, {}, /does not connect to r\.test \(201\)$/],
    [302, { location: 'https://evil.test/' }, /does not connect to r\.test \(302\)$/],
    [
      401,
      { 'www-authenticate': 'Bearer realm="https://evil.test/token"' },
      /does not connect to r\.test \(401\)$/,
    ],
  ])('that answers %d itself is not taken for the server', async (status, headers, expected) => {
    const proxy = await startHttpProxy({ places: places(), status, headers });
    undo.push(proxy.close);
    const { said, text } = await ask('https://r.test/', { HTTPS_PROXY: `http://${LOGIN}@${proxy.host}` });
    expect(text).toMatch(expected);
    expect(said).toMatchObject({
      status,
      proxy: `the proxy http://${proxy.host} (HTTPS_PROXY)`,
      host: 'r.test',
    });
    expect(text).not.toContain(SECRET);
    expect(proxy.asked).toEqual(['CONNECT r.test:443']);
    expect(heard).toEqual([]);
  });

  it('that wants a password for plain HTTP says so', async () => {
    const proxy = await startHttpProxy({ places: places(), login: LOGIN });
    undo.push(proxy.close);
    expect((await ask('http://r.test/', { http_proxy: proxy.host })).text).toMatch(
      /asks for a name and a password \(407\)$/,
    );
  });

  it.each([
    [
      'HTTPS_PROXY',
      'http://127.0.0.1:1',
      /through the proxy http:\/\/127\.0\.0\.1:1 \(HTTPS_PROXY\): .*ECONNREFUSED/,
    ],
    [
      'all_proxy',
      `socks5h://${LOGIN}@127.0.0.1:1`,
      /through the proxy socks5h:\/\/127\.0\.0\.1:1 \(all_proxy\)/,
    ],
    [
      'HTTPS_PROXY',
      'ftp://127.0.0.1',
      /^HTTPS_PROXY names a proxy that cannot be spoken to: its scheme is ftp/,
    ],
  ])('that cannot be spoken to is named with %s=%s', async (variable, address, expected) => {
    const { text, said } = await ask('https://r.test/', { [variable]: address });
    expect(text).toMatch(expected);
    expect(text).not.toContain(SECRET);
    expect(said).toMatchObject({ proxy: expect.stringContaining(variable) });
  });

  it('of one kind that is taken for another is named', async () => {
    const [http, socks] = [
      await startHttpProxy({ places: places() }),
      await startSocks({ places: places() }),
    ];
    undo.push(http.close, socks.close);
    expect((await ask('https://r.test/', { ALL_PROXY: `socks5://${LOGIN}@${http.host}` })).text).toMatch(
      /\(ALL_PROXY\)/,
    );
    const wrong = await startSocks({ places: places(), login: 'x:y' });
    undo.push(wrong.close);
    const refused = await ask('https://r.test/', { ALL_PROXY: `socks5h://${LOGIN}@${wrong.host}` });
    expect(refused.text).toMatch(/\(ALL_PROXY\) does not take the name and the password \(SOCKS\)$/);
    expect(refused.said).toMatchObject({ status: 407, passing: false, loggedIn: true });
    expect((await ask('https://r.test/', { ALL_PROXY: `socks5h://${wrong.host}` })).text).toMatch(
      /\(ALL_PROXY\) asks for a name and a password \(SOCKS\)$/,
    );
  });

  it('of SOCKS that does not connect is named, with its own word', async () => {
    const proxy = await startSocks({ places: {} });
    undo.push(proxy.close);
    const { text, said } = await ask('https://r.test/', { ALL_PROXY: `socks5h://${proxy.host}` });
    expect(text).toMatch(/\(ALL_PROXY\) does not connect to r\.test \(HostUnreachable\)$/);
    expect(said).toMatchObject({ status: 502, passing: true, host: 'r.test' });
  });

  it.each(['socks5', 'SOCKS5'])('of SOCKS (%s) looks up what is not known here', async (scheme) => {
    const proxy = await startSocks({ places: places() });
    undo.push(proxy.close);
    const { text, told } = await ask('https://r.test/', { ...TRUST, ALL_PROXY: `${scheme}://${proxy.host}` });
    expect(text).toBe('200 hello from r.test');
    const through = (kind: string) => `r.test is asked through the proxy ${kind}://${proxy.host} (ALL_PROXY)`;
    const how = `r.test is not known here, and the proxy socks5://${proxy.host} (ALL_PROXY) is to look it up`;
    expect(told).toEqual([through('socks5'), how, through('socks5h')]);
    expect(new Set(proxy.asked)).toEqual(new Set(['r.test:443']));
  });

  it('that is itself not known is not asked to look names up', async () => {
    const proxy = { ALL_PROXY: 'socks5://p.invalid:1' };
    const { text, told, said } = await ask('https://203.0.113.9/', proxy);
    expect(text).toMatch(/the name p\.invalid is not known \(ENOTFOUND\)|no name server answers for p\.inv/);
    expect(told).toEqual(['203.0.113.9 is asked through the proxy socks5://p.invalid:1 (ALL_PROXY)']);
    expect(said).toMatchObject({ proxy: expect.stringContaining('p.invalid') });
  });

  it('with a certificate that nobody knows is told apart from the server', async () => {
    const tls = authority.issue('unknown-proxy', ['127.0.0.1']);
    const proxy = await startHttpProxy({ places: places(), tls });
    undo.push(proxy.close);
    for (const url of ['https://r.test/', 'http://r.test/']) {
      const { text, said } = await ask(url, { ALL_PROXY: `https://${proxy.host}` });
      expect(text).toMatch(/^the proxy https:\/\/\S+ \(ALL_PROXY\): unable to verify the first certificate$/);
      expect(said).toMatchObject({ ofProxy: true, host: proxy.host, passing: false });
    }
    const open = await startHttpProxy({ places: places() });
    undo.push(open.close);
    const { text, said } = await ask('https://r.test/', { ALL_PROXY: open.host });
    expect(text).toMatch(/^r\.test through the proxy \S+ \(ALL_PROXY\): unable to verify/);
    expect(said).not.toHaveProperty('ofProxy');
  });

  it('that is spared is named, with who says so', async () => {
    const { told } = await ask('https://r.invalid/', { HTTPS_PROXY: 'u:secret-word@p:1', NO_PROXY: '*' });
    expect(told).toEqual(['r.invalid is asked without the proxy http://p:1 (HTTPS_PROXY), as NO_PROXY says']);
    const config = { proxies: { default: { noProxy: '.invalid' } } };
    const files = { '/root/.docker/config.json': JSON.stringify(config) };
    expect((await ask('https://r.invalid/', { HTTPS_PROXY: 'p:1' }, files)).told).toEqual([
      'r.invalid is asked without the proxy http://p:1 (HTTPS_PROXY), as noProxy in /root/.docker/config.json says',
    ]);
  });

  it('for containers is done without where it is not reached', async () => {
    const proxy = await startHttpProxy({ places: places() });
    undo.push(proxy.close);
    const config = { proxies: { default: { httpsProxy: 'http://127.0.0.1:1' } } };
    const files = {
      '/root/.docker/config.json': JSON.stringify(config),
      '/etc/docker/daemon.json': JSON.stringify({ proxies: { 'https-proxy': `http://${proxy.host}` } }),
    };
    const { text, told } = await ask('https://r.test/', TRUST, files);
    expect(text).toBe('200 hello from r.test');
    const [first, second] = [
      'httpsProxy in /root/.docker/config.json',
      'https-proxy in /etc/docker/daemon.json',
    ];
    expect(told).toEqual([
      `r.test is asked through the proxy http://127.0.0.1:1 (${first})`,
      `the proxy http://127.0.0.1:1 (${first}) is for containers, and is not reached from here (ECONNREFUSED)`,
      `r.test is asked through the proxy http://${proxy.host} (${second})`,
    ]);
    const daemon = {
      '/etc/docker/daemon.json': JSON.stringify({ proxies: { 'https-proxy': 'http://127.0.0.1:1' } }),
    };
    expect((await ask('https://r.test/', TRUST, daemon)).text).toMatch(
      /127\.0\.0\.1:1 refuses the connection/,
    );
  });

  const inFiles = async (files: (proxy: string) => Files, from: string, env: Files = {}) => {
    const proxy = await startHttpProxy({ places: places(), login: LOGIN });
    undo.push(proxy.close);
    const written = files(`http://${LOGIN}@${proxy.host}`);
    const { text, told } = await ask('https://r.test/', { ...TRUST, HOME: '/home/u', ...env }, written);
    expect(told.at(-1)).toBe(`r.test is asked through the proxy http://${proxy.host} (${from})`);
    expect(text).toBe('200 hello from r.test');
    // The machine's files are left alone on request.
    const host = fakeHost({ values: { env }, files: written });
    expect((await ask('https://r.test/', {}, {}, { host, machine: false })).told).toEqual([]);
  };
  const json = (value: unknown) => JSON.stringify(value);

  it.each<[string, (proxy: string) => Files, Files?]>([
    [
      'httpsProxy in /home/u/.docker/config.json',
      (p) => ({ '/home/u/.docker/config.json': json({ proxies: { default: { httpsProxy: p } } }) }),
    ],
    [
      'httpsProxy in /dc/config.json',
      (p) => ({ '/dc/config.json': json({ proxies: { default: { httpsProxy: p } } }) }),
      { DOCKER_CONFIG: '/dc' },
    ],
    [
      'https-proxy in /etc/docker/daemon.json',
      (p) => ({ '/etc/docker/daemon.json': json({ proxies: { 'https-proxy': p } }) }),
    ],
    [
      'https-proxy in /home/u/.config/docker/daemon.json',
      (p) => ({ '/home/u/.config/docker/daemon.json': json({ proxies: { 'https-proxy': p } }) }),
    ],
    [
      'HTTPS_PROXY in /etc/systemd/system/docker.service.d/proxy.conf',
      (p) => ({
        '/etc/systemd/system/docker.service.d/proxy.conf': `[Service]\nEnvironment="HTTPS_PROXY=${p}"\n`,
      }),
    ],
    [
      'HTTPS_PROXY in /home/u/.config/systemd/user/docker.service.d/p.conf',
      (p) => ({ '/home/u/.config/systemd/user/docker.service.d/p.conf': `Environment=HTTPS_PROXY=${p}` }),
    ],
    [
      'HTTPS_PROXY in /etc/proxies',
      (p) => ({
        '/run/systemd/system/docker.service.d/p.conf': 'EnvironmentFile=-/etc/proxies',
        '/etc/proxies': `HTTPS_PROXY="${p}"`,
      }),
    ],
    ['https_proxy in /etc/default/docker', (p) => ({ '/etc/default/docker': `export https_proxy="${p}"` })],
  ])('is taken from %s', (from, files, env) => inFiles(files, from, env));

  it('of the engine is asked for where nothing is reached without one', async () => {
    const proxy = await startHttpProxy({ places: places() });
    undo.push(proxy.close);
    const docker = {
      programs: { docker: '/usr/bin/docker' },
      files: { '/var/run/docker.sock': '', '/trusted.crt': readFileSync(authority.certificate, 'utf8') },
    };
    const info = { HttpsProxy: `http://${proxy.host}`, NoProxy: 'n.invalid' };
    const host = fakeHost({
      ...docker,
      values: { env: TRUST },
      run: () => ({ code: 0, stdout: json(info) }),
    });
    const { text, told } = await ask('https://r.test/', {}, {}, { host });
    expect(told).toEqual([
      `r.test is asked through the proxy http://${proxy.host} (HttpsProxy of the Docker engine)`,
    ]);
    expect(text).toBe('200 hello from r.test');
    // Of the client's contexts, none leads elsewhere.
    const at = ['--host', 'unix:///var/run/docker.sock'];
    expect(host.commands.map(({ args }) => args)).toEqual([[...at, 'info', '--format', '{{json .}}']]);
    const reached = fakeHost({ ...docker, values: { env: TRUST } });
    expect((await ask(`https://127.0.0.1:${secure.port}/`, {}, {}, { host: reached })).text).toMatch(/^200/);
    expect((await ask('https://n.invalid/', {}, {}, { host })).text).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect(reached.commands).toEqual([]);
    const remote = fakeHost({ ...docker, values: { env: { DOCKER_HOST: 'tcp://far:2375' } } });
    await ask('https://r.invalid/', {}, {}, { host: remote });
    expect(remote.commands).toEqual([]);
  });

  it('is not looked for in a file that cannot be read, which is told once', async () => {
    const files = { '/etc/docker/daemon.json': '{"proxies', '/etc/default/docker': 'x' };
    const host = fakeHost({ files, errors: { '/etc/default/docker': 'EACCES' } });
    const { told } = await ask(`http://127.0.0.1:${plain.port}/`, {}, {}, { host });
    expect(told).toEqual([
      '/etc/docker/daemon.json is no JSON object and was left out',
      '/etc/default/docker cannot be read (EACCES) and was left out',
    ]);
  });
});

describe('a certificate', () => {
  const address = () => `https://127.0.0.1:${secure.port}/`;
  const trusted = () => readFileSync(authority.certificate, 'utf8');

  it('of an authority that nobody knows is refused, with its code', async () => {
    const { said } = await ask(address());
    expect(said).toMatchObject({ failure: expect.stringMatching(/certificate/), passing: false });
    expect(heard).toEqual([]);
  });

  it.each<[string, Files, () => Files]>([
    ['SSL_CERT_FILE', { SSL_CERT_FILE: '/x.pem' }, () => ({ '/x.pem': `rubbish\n${trusted()}` })],
    [
      'SSL_CERT_DIR',
      { SSL_CERT_DIR: '/none:/certs' },
      () => ({ '/certs/a.pem': trusted(), '/certs/README': 'x' }),
    ],
    ['NODE_EXTRA_CA_CERTS', { NODE_EXTRA_CA_CERTS: '/x.pem' }, () => ({ '/x.pem': trusted() })],
    ["Debian's system", {}, () => ({ '/etc/ssl/certs/ca-certificates.crt': trusted() })],
    ["Fedora's system", {}, () => ({ '/etc/pki/tls/certs/ca-bundle.crt': trusted() })],
    ["Alpine's system", {}, () => ({ '/etc/ssl/cert.pem': trusted() })],
    ['Docker', {}, () => ({ [`/etc/docker/certs.d/127.0.0.1:${secure.port}/ca.crt`]: trusted() })],
    ['podman', {}, () => ({ [`/etc/containers/certs.d/127.0.0.1:${secure.port}/any.crt`]: trusted() })],
    [
      'rootless Docker',
      { XDG_CONFIG_HOME: '/c' },
      () => ({ [`/c/docker/certs.d/127.0.0.1:${secure.port}/ca.crt`]: trusted() }),
    ],
  ])('of an authority in the files of %s is trusted', async (_, env, files) => {
    expect((await ask(address(), env, files())).text).toMatch(/^200 hello/);
  });

  it('in files of the machine does not count where these are left alone, nor for another host', async () => {
    const files = { [`/etc/docker/certs.d/127.0.0.1:${secure.port}/ca.crt`]: trusted() };
    const host = fakeHost({ files });
    expect((await ask(address(), {}, {}, { host, machine: false })).text).toMatch(/certificate/);
    expect((await ask(address(), {}, { '/etc/docker/certs.d/127.0.0.1:1/ca.crt': trusted() })).text).toMatch(
      /certificate/,
    );
  });

  it.each([
    ['CERT_HAS_EXPIRED', ['127.0.0.1'], { expired: true }],
    ['ERR_TLS_CERT_ALTNAME_INVALID', ['other.test'], {}],
  ] as const)('with %s is refused', async (code, hosts, how) => {
    const issued = authority.issue(code, hosts, how);
    const files = { cert: readFileSync(issued.certificate), key: readFileSync(issued.key) };
    const server = await listening(createTlsServer(files, (_request, response) => response.end()));
    undo.push(server.close);
    const { said } = await ask(`https://127.0.0.1:${server.port}/`, TRUST);
    expect(said).toMatchObject({ passing: false, cause: { code } });
  });

  it('of ours is shown to a registry that asks for it', async () => {
    const at = `/etc/docker/certs.d/127.0.0.1:${mutual.port}`;
    const files = {
      [`${at}/ca.crt`]: trusted(),
      [`${at}/client.cert`]: readFileSync(client.certificate, 'utf8'),
    };
    const key = { [`${at}/client.key`]: readFileSync(client.key, 'utf8') };
    const url = `https://127.0.0.1:${mutual.port}/`;
    expect((await ask(url, {}, { ...files, ...key })).text).toMatch(/^200 hello/);
    const without = await ask(url, {}, files);
    expect(without.told).toEqual([`${at}/client.cert has no ${at}/client.key beside it and was left out`]);
    expect(without.said).toMatchObject({ cause: { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' } });
    const broken = await ask(url, {}, { ...files, [`${at}/client.key`]: 'x' });
    expect(broken.told).toEqual([expect.stringMatching(/client\.key cannot be used .* and was left out$/)]);
    const other = await ask(
      url,
      {},
      {},
      {
        trust: () => ({ authorities: ['/trusted.crt'], client: { certificate: '/c', key: '/k' } }),
        host: fakeHost({
          files: {
            '/trusted.crt': trusted(),
            '/c': files[`${at}/client.cert`] ?? '',
            '/k': key[`${at}/client.key`] ?? '',
          },
        }),
      },
    );
    expect(other.text).toMatch(/^200 hello/);
  });

  it('that is none is told of, and the rest of its file counts', async () => {
    const bad = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    const { text, told } = await ask(address(), { SSL_CERT_FILE: '/x.pem' }, { '/x.pem': bad + trusted() });
    expect(text).toMatch(/^200 hello/);
    expect(told).toEqual(['/x.pem holds what is no certificate, which was left out']);
  });

  it('of any kind is taken where the machine asks for no proof', async () => {
    expect(
      (await ask(address(), {}, {}, { trust: () => ({ authorities: [], unchecked: true }) })).text,
    ).toMatch(/^200/);
  });
});
