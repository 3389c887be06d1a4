/**
 * What reaches people where they are: each row is a setting of a machine, and what becomes of a setup there. The QEMU that comes
 * is registered in a private table, and proven.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noDockerRegistry, PASSWORD, REPOSITORY } from '../support/docker-registry.ts';
import { machineSuite } from '../support/packages.ts';
import { noPrivateTable } from '../support/private-table.ts';
import {
  type NetworkLab,
  openNetworkLab,
  PROXY_PASSWORD,
  type Setting,
  SILENT_NAMES,
} from './network-lab.ts';

const able =
  process.getuid?.() === 0 &&
  noDockerRegistry() === undefined &&
  machineSuite() !== undefined &&
  !noPrivateTable();

let lab: NetworkLab;

/** A name, a setting, and what is told: where `fails`, in the error, else on the way to what is proven. */
interface Row extends Setting {
  readonly told?: readonly RegExp[];
  readonly fails?: RegExp;
}

const json = (value: unknown): string => JSON.stringify(value);
const at = (host: string): string => `${host}/${REPOSITORY}@${lab.digest}`;
const tagAt = (host: string): string => `${host}/${REPOSITORY}:latest`;
const far = (): string => at('far.lab');
const trust = () => ({ SSL_CERT_FILE: lab.authority.certificate });
const ca = () => readFileSync(lab.authority.certificate, 'utf8');
const proxied = (env: Readonly<Record<string, string>>, told?: RegExp): Row => ({
  image: far(),
  env: { ...trust(), ...env },
  ...(told === undefined ? {} : { told: [told] }),
});
const withLogin = (proxy: string): string => `${lab.proxyLogin}@${proxy}`;
const daemon = (value: unknown): Setting['files'] => ({ '/etc/docker/daemon.json': json(value) });
const mirrorConf = (...mirrors: readonly string[]): string =>
  `[[registry]]\nprefix = "docker.io"\n${mirrors.map((mirror) => `[[registry.mirror]]\nlocation = "${mirror}"\n`).join('')}`;
const conf = (text: string): Setting['files'] => ({ '/etc/containers/registries.conf': text });
const refused = (host: string, fails: RegExp): Row => ({ image: at(host), fails });
const certified = (host: string, files: Setting['files'], env = {}): Row => ({ image: at(host), files, env });
const login = (auth: string) => json({ auths: { [`login.lab:${lab.locked.port}`]: { auth } } });

const ROWS: Readonly<Record<string, () => Row>> = {
  'HTTPS_PROXY=http://': () =>
    proxied(
      { HTTPS_PROXY: `http://${lab.proxies.http.host}` },
      /far\.lab is asked through the proxy http:\/\/\S+ \(HTTPS_PROXY\)/,
    ),
  'https_proxy without a scheme': () => proxied({ https_proxy: lab.proxies.http.host }),
  'ALL_PROXY=http://': () => proxied({ ALL_PROXY: `http://${lab.proxies.http.host}` }),
  'HTTPS_PROXY with a password': () =>
    proxied({ HTTPS_PROXY: `http://${withLogin(lab.proxies.guarded.host)}` }),
  'HTTPS_PROXY=https://': () => proxied({ HTTPS_PROXY: `https://${withLogin(lab.proxies.tls.host)}` }),
  'ALL_PROXY=socks5h://': () => proxied({ ALL_PROXY: `socks5h://${lab.proxies.socks.host}` }),
  'HTTPS_PROXY=socks5h:// with a password': () =>
    proxied({ HTTPS_PROXY: `socks5h://${withLogin(lab.proxies.guardedSocks.host)}` }),
  'HTTPS_PROXY=socks5://, which is given an address': () => ({
    ...proxied({ HTTPS_PROXY: `socks5://${lab.proxies.socks.host}` }),
    image: at('near.lab'),
  }),
  'HTTPS_PROXY=socks5:// of a name that the proxy alone knows': () =>
    proxied(
      { HTTPS_PROXY: `socks5://${withLogin(lab.proxies.guardedSocks.host)}` },
      /far\.lab is not known here, and the proxy socks5:\/\/\S+ \(HTTPS_PROXY\) is to look it up/,
    ),
  "the proxies of Docker's client": () => ({
    ...proxied({}, /\(httpsProxy in \S+\/\.docker\/config\.json\)/),
    files: {
      '~/.docker/config.json': json({
        proxies: { default: { httpsProxy: `http://${lab.proxies.http.host}` } },
      }),
    },
  }),
  'a proxy for containers that this machine does not reach, and that of daemon.json': () => ({
    ...proxied({}, /\(httpsProxy in \S+\/config\.json\) is for containers, and is not reached from here/),
    files: {
      '~/.docker/config.json': json({ proxies: { default: { httpsProxy: 'http://proxy.invalid:3128' } } }),
      ...daemon({ proxies: { 'https-proxy': `http://${withLogin(lab.proxies.guarded.host)}` } }),
    },
  }),
  'the proxies of daemon.json': () => ({
    ...proxied({}, /\(https-proxy in \/etc\/docker\/daemon\.json\)/),
    files: daemon({ proxies: { 'https-proxy': `http://${withLogin(lab.proxies.guarded.host)}` } }),
  }),
  "the daemon's drop-in of systemd": () => ({
    ...proxied({}, /\(HTTPS_PROXY in \/etc\/systemd\/system\/docker\.service\.d\/http-proxy\.conf\)/),
    files: {
      '/etc/systemd/system/docker.service.d/http-proxy.conf': `[Service]\nEnvironment="HTTPS_PROXY=http://${lab.proxies.http.host}"\n`,
    },
  }),
  'the proxy that the engine says it has': () => proxied(lab.engine, /\(HttpsProxy of the Docker engine\)/),
  'NO_PROXY for the registry': () => ({
    ...proxied(
      { HTTPS_PROXY: `http://${withLogin(lab.proxies.guarded.host)}`, NO_PROXY: '.lab' },
      /far\.lab is asked without the proxy http:\/\/127\S+ \(HTTPS_PROXY\), as NO_PROXY says/,
    ),
    fails: /far\.lab: .*(?:ENOTFOUND|EAI_AGAIN).* Check the name of the registry and the name servers/,
  }),
  'no_proxy=*, which counts before NO_PROXY': () => ({
    ...proxied(
      { HTTPS_PROXY: 'http://127.0.0.1:1', no_proxy: '*', NO_PROXY: 'other.example' },
      /is asked without the proxy http:\/\/127\.0\.0\.1:1 \(HTTPS_PROXY\), as no_proxy says/,
    ),
    image: at(`near.lab:${lab.tls.port}`),
  }),
  'a proxy with a wrong password': () => ({
    ...proxied({ HTTPS_PROXY: `http://x:yyyyy@${lab.proxies.guarded.host}` }),
    fails:
      /\(HTTPS_PROXY\) does not take the name and the password \(407\).* Correct name and password in the address of the proxy/,
  }),
  'a proxy that wants a password': () => ({
    ...proxied({ HTTPS_PROXY: `http://${lab.proxies.guarded.host}` }),
    fails:
      /\(HTTPS_PROXY\) asks for a name and a password \(407\).* Write name and password into the address of the proxy/,
  }),
  'a SOCKS proxy with a wrong password': () => ({
    ...proxied({ ALL_PROXY: `socks5h://x:yyyyy@${lab.proxies.guardedSocks.host}` }),
    fails:
      /\(ALL_PROXY\) does not take the name and the password \(SOCKS\).* Correct name and password in the address/,
  }),
  'a SOCKS proxy that wants a password': () => ({
    ...proxied({ ALL_PROXY: `socks5h://${lab.proxies.guardedSocks.host}` }),
    fails:
      /\(ALL_PROXY\) asks for a name and a password \(SOCKS\).* Write name and password into the address/,
  }),
  'a proxy of TLS whose certificate nobody knows': () => ({
    image: far(),
    env: { HTTPS_PROXY: `https://${withLogin(lab.proxies.tls.host)}` },
    fails:
      /: the proxy https:\/\/\S+ \(HTTPS_PROXY\): \S.* Name the certificate of the authority of the proxy https:.* in SSL_CERT_FILE/,
  }),
  'a proxy that gets nowhere': () => ({
    ...proxied({ HTTPS_PROXY: `http://${lab.proxies.http.host}` }),
    image: at('elsewhere.lab'),
    fails:
      /\(HTTPS_PROXY\) does not connect to elsewhere\.lab \(502\).* See what keeps the proxy http:\S+ \(HTTPS_PROXY\) from elsewhere\.lab/,
  }),
  'a SOCKS proxy that gets nowhere': () => ({
    ...proxied({ ALL_PROXY: `socks5h://${lab.proxies.socks.host}` }),
    image: at('elsewhere.lab'),
    fails: /\(ALL_PROXY\) does not connect to elsewhere\.lab \(HostUnreachable\).* See what keeps the proxy/,
  }),
  'a proxy without an address': () => ({
    ...proxied({ HTTPS_PROXY: 'http://' }),
    fails: /HTTPS_PROXY names no address of a proxy.* Check the address in HTTPS_PROXY, or name the host/,
  }),
  'a proxy that is not there': () => ({
    ...proxied({ HTTPS_PROXY: 'http://127.0.0.1:1' }),
    fails: /through the proxy http:\/\/127\.0\.0\.1:1 \(HTTPS_PROXY\): .*ECONNREFUSED.* Check the proxy/,
  }),
  'a SOCKS proxy that is called one of HTTP': () => ({
    ...proxied({ HTTPS_PROXY: `http://${lab.proxies.socks.host}` }),
    fails: /\(HTTPS_PROXY\).* Check the proxy/,
  }),
  'a proxy of an unknown kind': () => ({
    ...proxied({ HTTPS_PROXY: 'ftp://127.0.0.1' }),
    fails:
      /HTTPS_PROXY names a proxy that cannot be spoken to: its scheme is ftp.* Check the address in HTTPS_PROXY, or/,
  }),
  'a proxy that lets nobody there': () => ({
    ...proxied({ HTTPS_PROXY: `http://${lab.proxies.refusing.host}` }),
    fails: /\(HTTPS_PROXY\) does not connect to far\.lab \(403\).* Allow far\.lab in the proxy/,
  }),

  'the mirror of daemon.json, and an origin that is not reached': () => ({
    files: daemon({ 'registry-mirrors': [`http://${lab.plain.host}`] }),
    told: [/docker\.io: 127\.0\.0\.1:\d+ is asked, as \/etc\/docker\/daemon\.json says/],
  }),
  "a rootless engine's daemon.json": () => ({
    files: { '~/.config/docker/daemon.json': json({ 'registry-mirrors': [`http://${lab.plain.host}/`] }) },
  }),
  'a mirror of daemon.json by plain HTTP elsewhere': () => ({
    files: daemon({ 'registry-mirrors': [`http://plain.lab:${lab.plain.port}`] }),
    told: [/plain\.lab:\d+ is asked without proof of who it is/],
  }),
  'a mirror of registries.conf': () => ({
    files: conf(mirrorConf(lab.plain.host)),
    told: [/is asked, as \/etc\/containers\/registries\.conf says/],
  }),
  'a mirror for digests alone': () => ({
    files: conf(`${mirrorConf(lab.plain.host)}pull-from-mirror = "digest-only"\n`),
  }),
  'a drop-in that moves a registry': () => ({
    files: {
      '/etc/containers/registries.conf.d/99.conf': `[[registry]]\nprefix = "docker.io"\nlocation = "${lab.plain.host}"\n`,
    },
  }),
  'a registry that is blocked': () => ({
    files: conf('[[registry]]\nlocation = "docker.io"\nblocked = true\n'),
    fails:
      /\/etc\/containers\/registries\.conf blocks it.* Name a mirror in --registry-mirrors, or give --no-registry-config/,
  }),
  "containerd's hosts.toml, with an authority": () => ({
    files: {
      '/etc/containerd/certs.d/docker.io/hosts.toml': `[host."https://tls.lab:${lab.tls.port}"]\nca = "${lab.authority.certificate}"\n`,
    },
  }),
  "containerd's hosts.toml, with a path": () => ({
    files: {
      '/etc/containerd/certs.d/_default/hosts.toml': `[host."http://${lab.plain.host}/v2"]\noverride_path = true\n`,
    },
  }),
  'registry-config: false': () => ({
    files: daemon({ 'registry-mirrors': [`http://${lab.plain.host}`] }),
    inputs: ['--registry-config', 'false'],
    fails: /ECONNREFUSED/,
  }),
  'a mirror that lies, and then one that does not': () => ({
    files: conf(mirrorConf(lab.servers.liar.host, lab.plain.host)),
    told: [/gave a manifest with a wrong digest/],
  }),
  'a mirror that lies alone': () => ({
    files: conf(mirrorConf(lab.servers.liar.host)),
    fails: /wrong digest.* Find out what changes it on the way/,
  }),
  'a slow mirror': () => ({ files: conf(mirrorConf(lab.servers.slow.host)) }),
  'a mirror whose quota is spent, and then another': () => ({
    files: conf(mirrorConf(lab.servers.spent.host, lab.plain.host)),
    told: [/answered 402/],
  }),
  'a mirror whose quota is spent': () => ({
    files: conf(mirrorConf(lab.servers.spent.host)),
    fails: /answered 402.* The quota of 127\.0\.0\.1:\d+ is spent/,
  }),
  'the input before the machine': () => ({
    files: daemon({ 'registry-mirrors': [`http://${lab.servers.liar.host}`] }),
    inputs: ['--registry-mirrors', lab.plain.host],
  }),
  'a malformed file of somebody else': () => ({
    files: { '/etc/docker/daemon.json': '{"registry-mirrors', ...conf(mirrorConf(lab.plain.host)) },
    told: [/\/etc\/docker\/daemon\.json is no JSON object and was left out/],
  }),
  'a malformed registries.conf': () => ({
    files: { ...daemon({ 'registry-mirrors': [`http://${lab.plain.host}`] }), ...conf('[[registry') },
    told: [/\/etc\/containers\/registries\.conf is no TOML and was left out/],
  }),

  'a registry of insecure-registries, by digest': () => ({
    image: at(`plain.lab:${lab.plain.port}`),
    files: daemon({ 'insecure-registries': [`plain.lab:${lab.plain.port}`] }),
    told: [/without proof of who it is, as \/etc\/docker\/daemon\.json says/],
  }),
  'the same by tag': () => ({
    image: tagAt(`plain.lab:${lab.plain.port}`),
    files: daemon({ 'insecure-registries': [`plain.lab:${lab.plain.port}`] }),
    fails:
      /does not prove who it is, and its tag latest is not believed.* Write the digest .* give --insecure-tags/,
  }),
  'the same by tag, which is believed': () => ({
    image: tagAt(`plain.lab:${lab.plain.port}`),
    files: daemon({ 'insecure-registries': [`plain.lab:${lab.plain.port}`] }),
    inputs: ['--insecure-tags'],
  }),
  'an insecure registry of registries.conf, with a certificate of nobody': () => ({
    image: at(`tls.lab:${lab.tls.port}`),
    files: conf(`[[registry]]\nlocation = "tls.lab:${lab.tls.port}"\ninsecure = true\n`),
  }),
  'a registry by plain HTTP that no file names': () =>
    refused(
      `plain.lab:${lab.plain.port}`,
      /See that plain\.lab:\d+ speaks TLS there; one without belongs into insecure-registries/,
    ),

  "Docker's certs.d": () =>
    certified(`tls.lab:${lab.tls.port}`, { [`/etc/docker/certs.d/tls.lab:${lab.tls.port}/ca.crt`]: ca() }),
  "containers' certs.d": () =>
    certified(`tls.lab:${lab.tls.port}`, {
      [`/etc/containers/certs.d/tls.lab:${lab.tls.port}/ca.crt`]: ca(),
    }),
  'certs.d for this machine itself': () =>
    certified(lab.tls.host, { [`/etc/docker/certs.d/${lab.tls.host}/ca.crt`]: ca() }),
  SSL_CERT_FILE: () => certified(`tls.lab:${lab.tls.port}`, {}, trust()),
  SSL_CERT_DIR: () =>
    certified(`tls.lab:${lab.tls.port}`, { '/etc/lab/authority.pem': ca() }, { SSL_CERT_DIR: '/etc/lab' }),
  NODE_EXTRA_CA_CERTS: () =>
    certified(`tls.lab:${lab.tls.port}`, {}, { NODE_EXTRA_CA_CERTS: lab.authority.certificate }),
  "the system's store": () =>
    certified(`tls.lab:${lab.tls.port}`, { '/etc/ssl/certs/ca-certificates.crt': ca() }),
  'an authority that nobody knows': () =>
    refused(
      `tls.lab:${lab.tls.port}`,
      /certificate.* Put the certificate of its authority into \/etc\/docker\/certs\.d\/tls\.lab:\d+\/ca\.crt/,
    ),
  'a certificate that is old': () => ({
    ...refused(
      `tls.lab:${lab.servers.expired.port}`,
      /expired.* Have the certificate of tls\.lab:\d+ renewed/,
    ),
    env: trust(),
  }),
  'a certificate for another name': () => ({
    ...refused(
      `tls.lab:${lab.servers.renamed.port}`,
      /altnames.* Ask for tls\.lab:\d+ by a name that is in its certificate/,
    ),
    env: trust(),
  }),
  'a certificate of ours': () =>
    certified(
      `mutual.lab:${lab.mutual.port}`,
      Object.fromEntries(
        [
          ['ca.crt', lab.authority.certificate],
          ['client.cert', lab.client.certificate],
          ['client.key', lab.client.key],
        ].map(([name, path]) => [
          `/etc/docker/certs.d/mutual.lab:${lab.mutual.port}/${name}`,
          readFileSync(path ?? '', 'utf8'),
        ]),
      ),
    ),
  'a certificate of ours that is missing': () => ({
    ...refused(
      `mutual.lab:${lab.mutual.port}`,
      /Put client\.cert and client\.key into \/etc\/docker\/certs\.d\/mutual\.lab:\d+/,
    ),
    env: trust(),
  }),

  "a login in Docker's file": () => ({
    ...certified(`login.lab:${lab.locked.port}`, { '~/.docker/config.json': login(lab.login) }, trust()),
  }),
  DOCKER_AUTH_CONFIG: () =>
    certified(`login.lab:${lab.locked.port}`, {}, { ...trust(), DOCKER_AUTH_CONFIG: login(lab.login) }),
  'a login that is wrong': () => ({
    ...refused(
      `login.lab:${lab.locked.port}`,
      /answered 401.*, with the login of \S+\/\.docker\/config\.json.* Log in to the registry/,
    ),
    env: trust(),
    files: { '~/.docker/config.json': login(Buffer.from('anna:wrong-word').toString('base64')) },
  }),
  'a login that is missing': () =>
    refused(lab.servers.denied.host, /asks for a name and a password \(401\).* Log in to the registry/),

  'an answer of 402': () =>
    refused(
      lab.servers.spent.host,
      /answered 402 \(to be paid for\).* The quota of \S+ is spent: have it raised/,
    ),
  'an answer of 403': () =>
    refused(
      lab.servers.forbidden.host,
      /answered 403 \(forbidden\).* Log in to the registry before this command \(docker login\), see that/,
    ),
  'an answer of 404': () =>
    refused(lab.servers.empty.host, /answered 404 \(not found\).* Check the name and the digest/),
  'an answer of 429 with Retry-After': () =>
    refused(lab.servers.busy.host, /answered 429 \(too many requests\).* wait 7200 s/),
  'an answer of 429 with a short Retry-After': () => ({
    image: at(lab.servers.soon.host),
    told: [/asking 127\.0\.0\.1:\d+ again in 1\.\d s \(2 of 8\)/],
  }),
  'an answer of 500': () =>
    refused(
      lab.servers.broken.host,
      /answered 500 \(an error of the server\).* Run this again when the registry answers/,
    ),
  'a connection that is cut': () =>
    refused(lab.servers.cut.host, /: the connection was cut \(ECONNRESET\).* Run this again; if it stays/),
  'a name that there is not': () => refused('nowhere.invalid', /(?:ENOTFOUND|EAI_AGAIN).* name servers/),
  'name servers that do not answer': () => ({
    ...refused(
      'nowhere.example',
      /nowhere\.example: no name server answers for it \(EAI_AGAIN\).* Check the name of the registry and the name servers/,
    ),
    files: { '/etc/resolv.conf': `nameserver ${SILENT_NAMES}\noptions timeout:1 attempts:1\n` },
  }),
  'nobody there': () =>
    refused('127.0.0.1:1', /it refuses the connection \(ECONNREFUSED\).* See that a registry listens/),

  'a layout': () => ({ image: `oci:${lab.layout}:multi@${lab.digest}` }),
  'a layout by its tag': () => ({ image: `oci:${lab.layout}:multi`, told: [/is sha256:/] }),
  'an archive of a layout': () => ({ image: `oci-archive:${lab.archives.oci}@${lab.digest}` }),
  'an archive of Docker': () => ({ image: `docker-archive:${lab.archives.docker}:example/binfmt:lab` }),
  "an archive of Docker by the image's id": () => ({
    image: `docker-archive:${lab.archives.docker}@${lab.id}`,
  }),
  'an engine that holds it': () => ({ image: 'docker-daemon:example/binfmt:lab', env: lab.engine }),
  'an engine that holds it, by id': () => ({
    image: `docker-daemon:example/binfmt:lab@${lab.id}`,
    env: lab.engine,
  }),
  'a layout with another digest': () => ({
    image: `oci:${lab.layout}@sha256:${'0'.repeat(64)}`,
    fails: /and not sha256:0+.* Name the digest that it has/,
  }),
  'an engine with another digest': () => ({
    image: `docker-daemon:example/binfmt:lab@sha256:${'0'.repeat(64)}`,
    env: lab.engine,
    fails: /docker knows it by sha256:\w+, and not by sha256:0+/,
  }),
  'an engine that does not hold it': () => ({
    image: 'docker-daemon:example/none',
    env: lab.engine,
    fails: /docker does not have it.* Load it first/,
  }),
};

/** What the doctor says of all that is asked, in its table and beside it. */
const EXAMINED: Readonly<Record<string, () => Setting & { readonly told: readonly RegExp[] }>> = {
  'proxies and mirrors of files': () => ({
    env: { HTTPS_PROXY: `http://x:yyyyy@${lab.proxies.guarded.host}` },
    files: daemon({
      'registry-mirrors': [lab.servers.busy, lab.servers.spent, lab.plain].map(
        ({ host }) => `http://${host}`,
      ),
      proxies: { 'https-proxy': `socks5h://${withLogin(lab.proxies.guardedSocks.host)}` },
    }),
    told: [
      /^asked +where +named by +answer +ms$/m,
      /^proxy +http:\/\/127\.\S+ +HTTPS_PROXY +connects +\d+$/m,
      /^proxy +socks5h:\/\/127\.\S+ +https-proxy in \/etc\/docker\/daemon\.json +connects +\d+$/m,
      /^mirror +127\.\S+ +\/etc\/docker\/daemon\.json +429 \(too many requests\) +\d+$/m,
      /^mirror +127\.\S+ +\/etc\/docker\/daemon\.json +402 \(to be paid for\) +\d+$/m,
      /^mirror +127\.\S+ +\/etc\/docker\/daemon\.json +200 +\d+$/m,
      /^registry +docker\.io +the image +the proxy \S+ \(HTTPS_PROXY\) does not take the name and the password \(407\) +\d+$/m,
      /the mirror \S+: 429 \(too many requests\)\.\s+Log in to the registry before this command, wait 7200 s/,
      /the mirror \S+: 402 \(to be paid for\)\.\s+The quota of \S+ is spent/,
    ],
  }),
  'a registry behind a proxy': () => ({
    ...proxied({ ALL_PROXY: `socks5h://${withLogin(lab.proxies.guardedSocks.host)}` }),
    told: [/^registry +far\.lab +the image +200, through the proxy socks5h:\/\/\S+ \(ALL_PROXY\) +\d+$/m],
  }),
  'a proxy that cannot be spoken to': () => ({
    ...proxied({ ALL_PROXY: 'ftp://x:yyyyy@127.0.0.1' }),
    told: [
      /^proxy +ALL_PROXY +ALL_PROXY +ALL_PROXY names a proxy that cannot be spoken to: its scheme is ftp/m,
      /Correct or unset ALL_PROXY\./,
    ],
  }),
};

describe.skipIf(!able)('a machine with', () => {
  const said: string[] = [];

  beforeAll(async () => {
    lab = await openNetworkLab();
  });
  afterAll(() => lab?.close());

  for (const [name, row] of Object.entries(ROWS)) {
    it(name, async () => {
      const { told = [], fails, ...setting } = row();
      const { code, stdout, stderr } = await lab.setUp(setting);
      const all = stdout + stderr;
      said.push(all);
      if (fails === undefined)
        expect([code, all]).toEqual([0, expect.stringMatching(/1 of 1 platforms run here/)]);
      else expect([code, all.replaceAll('\n', ' ')]).toEqual([1, expect.stringMatching(fails)]);
      for (const line of told) expect(all).toMatch(line);
    });
  }

  for (const [name, row] of Object.entries(EXAMINED)) {
    it(`${name}, as the doctor sees it`, async () => {
      const { told, ...setting } = row();
      const { code, stdout, stderr } = await lab.examine(setting);
      said.push(stdout + stderr);
      expect(code, stderr).toBe(0);
      for (const line of told) expect(stdout).toMatch(line);
    });
  }

  it('passwords shows them to nobody they are not for', () => {
    expect(said).toHaveLength(Object.keys({ ...ROWS, ...EXAMINED }).length);
    const proxies = Object.values(lab.proxies).flatMap(({ heard }) => heard);
    const [word, encoded] = [PROXY_PASSWORD, Buffer.from(lab.proxyLogin).toString('base64')];
    // The lab's passwords were used at all.
    expect(proxies.join()).toContain(encoded);
    const open = [lab.proxies.http, lab.proxies.socks, lab.proxies.refusing].flatMap(({ heard }) => heard);
    const servers = [...lab.heard.values()].flat();
    for (const secret of [word, encoded, PASSWORD, lab.login, 'wrong-word', 'yyyyy']) {
      const hearing =
        secret === PASSWORD || secret === lab.login
          ? [...said, ...servers, ...proxies]
          : [...said, ...servers, ...open];
      expect(hearing.filter((text) => text.includes(secret))).toEqual([]);
    }
    for (const headers of servers) expect(headers).not.toMatch(/authorization/i);
  });
});
