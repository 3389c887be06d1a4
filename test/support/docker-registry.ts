import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, isIP, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageCache } from './packages.ts';
import { debianQemu } from './qemu.ts';

/** A real registry (Debian's docker-registry) with a real image, made and pushed by umoci and skopeo. */

export const NAME = 'anna';
export const PASSWORD = 'hunter2';
/** The image's name in every registry of the tests. */
export const REPOSITORY = 'tonistiigi/binfmt';
const PASSWORD_HASH = '$2b$05$abcdefghijklmnopqrstuuoXuKqgZXLiJqzfmMXDDhSFPIvxV7t8.';
const TOOLS = ['docker-registry', 'skopeo', 'umoci', 'openssl'];

/** Why the tests with a real registry cannot run here, printed; `undefined` when they can. */
export function noDockerRegistry(): string | undefined {
  const lacking = TOOLS.filter(
    (tool) => !['/usr/bin', '/bin'].some((folder) => existsSync(join(folder, tool))),
  );
  if (lacking.length === 0) return undefined;
  const reason = `not installed: ${lacking.join(', ')}`;
  console.log(`skipped: no real registry, ${reason}`);
  return reason;
}

/**
 * An OCI layout with a two-platform image, whose `hostArch` side holds Debian's QEMU for `targets`, and, as its
 * entrypoint, the program `installer` if there is one.
 */
export async function qemuLayout(
  hostArch: string,
  targets: readonly string[],
  installer?: string,
): Promise<string> {
  const programs = await debianQemu();
  const key = createHash('sha256')
    .update([programs, hostArch, ...targets, ...(installer === undefined ? [] : [installer])].join())
    .digest('hex')
    .slice(0, 12);
  const folder = join(packageCache, 'images', key);
  if (existsSync(folder)) return folder;
  mkdirSync(join(packageCache, 'images'), { recursive: true });
  const work = mkdtempSync(join(packageCache, 'images', '.work-'));
  const layout = join(work, 'layout');
  const umoci = (...args: string[]) =>
    execFileSync('umoci', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  umoci('init', '--layout', layout);
  const other = hostArch === 'arm64' ? 'amd64' : 'arm64';
  for (const arch of [hostArch, other]) {
    const image = `${layout}:${arch}`;
    const bundle = join(work, arch);
    umoci('new', '--image', image);
    umoci('config', '--image', image, '--os', 'linux', '--architecture', arch);
    if (installer !== undefined) umoci('config', '--image', image, '--config.entrypoint', '/usr/bin/binfmt');
    umoci('unpack', '--rootless', '--image', image, bundle);
    const bin = join(bundle, 'rootfs/usr/bin');
    mkdirSync(bin, { recursive: true });
    if (arch === hostArch) {
      for (const target of targets) {
        copyFileSync(join(programs, `qemu-${target}-static`), join(bin, `qemu-${target}`));
      }
      if (installer !== undefined) copyFileSync(installer, join(bin, 'binfmt'));
    } else writeFileSync(join(bin, 'qemu-none'), arch);
    umoci('repack', '--image', image, bundle);
  }
  addIndex(layout, [hostArch, other]);
  if (!existsSync(folder)) renameSync(layout, folder);
  rmSync(work, { recursive: true, force: true });
  return folder;
}

/** Joins the images of a layout to an index under the name `multi`, as no tool of this suite does. */
function addIndex(layout: string, archs: readonly string[]): void {
  const file = join(layout, 'index.json');
  const listed = JSON.parse(readFileSync(file, 'utf8'));
  const named = (arch: string) =>
    listed.manifests.find(
      (each: { annotations?: Record<string, string> }) =>
        each.annotations?.['org.opencontainers.image.ref.name'] === arch,
    );
  const manifests = archs.map((arch) => {
    const { mediaType, digest, size } = named(arch);
    return { mediaType, digest, size, platform: { os: 'linux', architecture: arch } };
  });
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
  const hex = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(layout, 'blobs/sha256', hex), bytes);
  const annotations = { 'org.opencontainers.image.ref.name': 'multi' };
  listed.manifests.push({ mediaType, digest: `sha256:${hex}`, size: bytes.length, annotations });
  writeFileSync(file, JSON.stringify(listed));
}

/** The digest of the index in a layout made here. */
export function layoutDigest(layout: string): string {
  const { manifests } = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
  return manifests.at(-1).digest;
}

export interface DockerRegistry {
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface RegistrySettings {
  /** Where it keeps its contents; registries may share it. */
  readonly storage: string;
  /** Further top-level parts of its configuration, in YAML (JSON will do). */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly tls?: {
    readonly certificate: string;
    readonly key: string;
    /** Authorities whose certificates clients must show. */
    readonly clientcas?: readonly string[];
  };
}

/** Starts `docker-registry serve` on a free loopback port, and waits until it answers. */
export async function startDockerRegistry(settings: RegistrySettings): Promise<DockerRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-registry-'));
  const port = await freePort();
  const tls = settings.tls === undefined ? {} : { tls: settings.tls };
  const config = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: settings.storage } },
    http: { addr: `127.0.0.1:${port}`, ...tls },
    ...settings.more,
  };
  const file = join(folder, 'config.yml');
  writeFileSync(file, JSON.stringify(config));
  const child = spawn('docker-registry', ['serve', file], {
    stdio: ['ignore', 'ignore', process.env.TEST_VERBOSE ? 'inherit' : 'ignore'],
    env: { PATH: process.env.PATH, OTEL_TRACES_EXPORTER: 'none' },
  });
  await untilListening(port, child);
  return {
    host: `127.0.0.1:${port}`,
    port,
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Pushes a layout's index under a name and tag. */
export function push(layout: string, registry: DockerRegistry, name: string = REPOSITORY): void {
  const target = `docker://${registry.host}/${name}:latest`;
  execFileSync('skopeo', ['copy', '-q', '--all', '--dest-tls-verify=false', `oci:${layout}:multi`, target]);
}

export function htpasswd(folder: string): Readonly<Record<string, unknown>> {
  const path = join(folder, 'htpasswd');
  writeFileSync(path, `${NAME}:${PASSWORD_HASH}\n`);
  return { auth: { htpasswd: { realm: 'test', path } } };
}

export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** A self-signed certificate for a host name or address, as PEM files in `folder`. */
export function makeCertificate(folder: string, host: string): Certificate {
  const certificate = join(folder, `${host}.crt`);
  const key = join(folder, `${host}.key`);
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`],
      ...[
        '-addext',
        `subjectAltName=${isIP(host) === 0 ? 'DNS' : 'IP'}:${host}`,
        '-keyout',
        key,
        '-out',
        certificate,
      ],
    ],
    { stdio: 'ignore' },
  );
  return { certificate, key };
}

export interface TokenService {
  /** The part of docker-registry's configuration that makes it ask this service. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** `Authorization` of each request. */
  readonly asked: readonly (string | undefined)[];
  readonly close: () => Promise<void>;
}

/** A token service as the registry's documentation describes it. Only `anna` gets a token that is worth anything. */
export async function startTokenService(folder: string): Promise<TokenService> {
  const { certificate, key } = makeCertificate(folder, 'token.example.test');
  const der = new X509Certificate(readFileSync(certificate)).raw.toString('base64');
  const secret = createPrivateKey(readFileSync(key));
  const asked: (string | undefined)[] = [];
  const login = `Basic ${Buffer.from(`${NAME}:${PASSWORD}`).toString('base64')}`;
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const server = createServer((incoming, response) => {
    const { searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    asked.push(incoming.headers.authorization);
    const [type, name, actions = ''] = (searchParams.get('scope') ?? '').split(':');
    const known = incoming.headers.authorization === login;
    const access = known ? [{ type, name, actions: actions.split(',') }] : [];
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: 'test',
      aud: 'registry',
      sub: NAME,
      nbf: now - 60,
      iat: now,
      exp: now + 300,
      jti: randomUUID(),
      access,
    };
    const body = `${part({ typ: 'JWT', alg: 'RS256', x5c: [der] })}.${part(claims)}`;
    const signature = sign('sha256', Buffer.from(body), secret).toString('base64url');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ token: `${body}.${signature}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      auth: {
        token: {
          realm: `http://127.0.0.1:${port}/token`,
          service: 'registry',
          issuer: 'test',
          rootcertbundle: certificate,
        },
      },
    },
    asked,
    close: () => closed(server),
  };
}

export interface Proxy {
  readonly url: string;
  /** What it was asked to connect to. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** An HTTP proxy that tunnels every CONNECT to one port of this machine, whatever its name. */
export async function startProxy(port: number): Promise<Proxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (incoming, socket: Socket, head) => {
    asked.push(incoming.url ?? '');
    const target = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    for (const each of [socket, target]) {
      sockets.add(each);
      each.on('error', () => each.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return closed(server);
    },
  };
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  for (let count = 0; count < 200; count++) {
    if (child.exitCode !== null) throw new Error(`docker-registry ended with ${child.exitCode}`);
    const answered = await new Promise<boolean>((resolve) => {
      const probe = request({ port, host: '127.0.0.1', path: '/' }, (response) => {
        response.resume();
        resolve(true);
      });
      probe.on('error', () => resolve(false));
      probe.end();
    });
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('docker-registry does not answer');
}
