/**
 * A network on loopback of real parts: Debian's registry by plain HTTP, by TLS, with client certificates and with a login;
 * proxies of HTTP, TLS and SOCKS; mirrors that lie, are slow, or answer what they should not; an engine that holds the image.
 */
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TABLE_PATH } from '../../src/binfmt/entry.ts';
import {
  htpasswd,
  layoutDigest,
  NAME,
  PASSWORD,
  push,
  qemuLayout,
  REPOSITORY,
  startDockerRegistry,
} from '../support/docker-registry.ts';
import { inTurn } from '../support/in-turn.ts';
import { commandOf, type Ended, runProgram } from '../support/program.ts';
import { type Issued, listening, makeAuthority, startHttpProxy, startSocks } from '../support/proxies.ts';
import { machineArchitecture } from '../support/static-program.ts';
import { type DockerEngine, startDocker } from './docker-engine.ts';

/** The password of every proxy here. */
export const PROXY_PASSWORD = 'word-of-proxies';
const PROXY_LOGIN = `proxy-user:${PROXY_PASSWORD}`;

/** The address of a name server that says nothing. */
export const SILENT_NAMES = '127.0.0.77';

/** A table, and a folder of records, that nobody else sees. */
const TABLE = `exec unshare --user --map-root-user --mount sh -c 'mount -t binfmt_misc none ${TABLE_PATH} && mount -t tmpfs none /run && exec "$@"' sh "$@"`;

/** What a machine has besides, for one try. */
export interface Setting {
  readonly image?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files by their paths; those below `~/` are this user's. */
  readonly files?: Readonly<Record<string, string>>;
  readonly inputs?: readonly string[];
}

export type NetworkLab = Awaited<ReturnType<typeof openNetworkLab>>;

/** Starts it; needs root, and a kernel with a table for each user namespace. */
export async function openNetworkLab() {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-network-'));
  chmodSync(folder, 0o755);
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const closing = <T extends { readonly close: () => unknown }>(part: T): T => {
    undo.push(part.close);
    return part;
  };

  const layout = await qemuLayout(machineArchitecture, ['aarch64', 'x86_64']);
  const digest = layoutDigest(layout);
  const storage = join(folder, 'storage');
  const plain = closing(await startDockerRegistry({ storage }));
  push(layout, plain);
  const authority = makeAuthority(folder);
  const certified = ['tls.lab', 'far.lab', 'near.lab', 'mutual.lab', 'login.lab', '127.0.0.1', 'localhost'];
  const server = authority.issue('server', certified);
  const client = authority.issue('client', []);
  const tls = closing(await startDockerRegistry({ storage, tls: server }));
  const asking = { ...server, clientcas: [authority.certificate] };
  const mutual = closing(await startDockerRegistry({ storage, tls: asking }));
  const locked = closing(await startDockerRegistry({ storage, tls: server, more: htpasswd(folder) }));

  /** All headers that servers of the test's own were sent, by the server. */
  const heard = new Map<string, string[]>();
  const serve = async (name: string, answer: RequestListener, cert?: Issued) => {
    const lines: string[] = [];
    heard.set(name, lines);
    const listener: RequestListener = (request, response) => {
      lines.push(JSON.stringify(request.headers));
      answer(request, response);
    };
    const files = cert && { cert: readFileSync(cert.certificate), key: readFileSync(cert.key) };
    return closing(
      await listening(files === undefined ? createServer(listener) : createTlsServer(files, listener)),
    );
  };
  const says =
    (status: number, headers = {}): RequestListener =>
    (_request, response) =>
      void response.writeHead(status, headers).end('{}');
  /** Passes a question on to the registry, and its answer back as `change` has it. */
  const passing =
    (change: (bytes: Buffer) => Buffer, waitMs = 0): RequestListener =>
    async (request, response) => {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      const answer = await fetch(`http://${plain.host}${request.url}`, {
        headers: { accept: request.headers.accept ?? '*/*' },
      });
      const bytes = change(Buffer.from(await answer.arrayBuffer()));
      response
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
        .end(bytes);
    };
  /** Answers the first question in its own way. */
  const after = (first: RequestListener, then: RequestListener): RequestListener => {
    let count = 0;
    return (request, response) => (count++ === 0 ? first : then)(request, response);
  };
  const servers = {
    liar: await serve(
      'liar',
      passing((bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('?')])),
    ),
    slow: await serve(
      'slow',
      passing((bytes) => bytes, 1500),
    ),
    spent: await serve('spent', says(402)),
    denied: await serve('denied', says(401, { 'www-authenticate': 'Basic realm="x"' })),
    forbidden: await serve('forbidden', says(403)),
    empty: await serve('empty', says(404)),
    busy: await serve('busy', says(429, { 'retry-after': '7200' })),
    soon: await serve(
      'soon',
      after(
        says(429, { 'retry-after': '1' }),
        passing((bytes) => bytes),
      ),
    ),
    broken: await serve('broken', says(500)),
    cut: await serve('cut', (_request, response: ServerResponse) => void response.destroy()),
    expired: await serve('expired', says(200), authority.issue('expired', ['tls.lab'], { expired: true })),
    renamed: await serve('renamed', says(200), authority.issue('renamed', ['other.lab'])),
  };

  // A name server that never answers.
  const names = createSocket('udp4');
  await new Promise<void>((resolve) => names.bind(53, SILENT_NAMES, resolve));
  undo.push(() => names.close());

  const places = { 'far.lab:443': tls.port, '127.0.0.1:443': tls.port, 'far.lab:80': plain.port };
  const proxies = {
    http: closing(await startHttpProxy({ places })),
    guarded: closing(await startHttpProxy({ places, login: PROXY_LOGIN })),
    tls: closing(await startHttpProxy({ places, login: PROXY_LOGIN, tls: server })),
    socks: closing(await startSocks({ places })),
    guardedSocks: closing(await startSocks({ places, login: PROXY_LOGIN })),
    refusing: closing(await startHttpProxy({ places, status: 403 })),
  };

  // The engine has its proxy from its environment, as a drop-in of systemd gives it.
  const engine: DockerEngine = await withVariable('HTTPS_PROXY', `http://${proxies.http.host}`, () =>
    startDocker(folder),
  );
  undo.push(engine.stop);
  const archives = { oci: join(folder, 'image.oci.tar'), docker: join(folder, 'image.docker.tar') };
  const copy = (...words: readonly string[]) => execFileSync('skopeo', ['copy', '-q', ...words]);
  copy('--all', `oci:${layout}:multi`, `oci-archive:${archives.oci}:multi`);
  copy(`oci:${layout}:${machineArchitecture}`, `docker-archive:${archives.docker}:example/binfmt:lab`);
  const loaded = engine.docker('load', '-i', archives.docker);
  if (loaded.status !== 0) throw new Error(loaded.stderr);
  const id = engine.docker('image', 'inspect', '--format', '{{.Id}}', 'example/binfmt:lab').stdout.trim();

  const hosts = ['tls.lab', 'near.lab', 'mutual.lab', 'login.lab', 'plain.lab', 'registry-1.docker.io'];
  let count = 0;

  const run = async (words: (image: string) => readonly string[], setting: Setting): Promise<Ended> => {
    const at = join(folder, `try-${count++}`);
    const home = join(at, 'home');
    const files = { '/etc/hosts': `127.0.0.1 localhost ${hosts.join(' ')}\n`, ...setting.files };
    for (const [path, text] of Object.entries(files)) {
      const file = path.replace(/^~/, home).replace(/^\/etc/, join(at, 'etc'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    mkdirSync(home, { recursive: true });
    const program = [...commandOf('cli.js'), ...words(setting.image ?? `docker.io/${REPOSITORY}@${digest}`)];
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: home,
      RUNNER_TOOL_CACHE: join(at, 'tools'),
      TMPDIR: '/tmp',
    };
    const overlay = `mount -t overlay overlay -o lowerdir=${at}/etc:/etc /etc`;
    const ended = await runProgram(
      [
        'unshare',
        '--mount',
        'sh',
        '-c',
        `${overlay} && ${TABLE}`,
        'sh',
        ...program,
        ...(setting.inputs ?? []),
      ],
      { env: { ...env, ...setting.env } },
    );
    rmSync(at, { recursive: true, force: true });
    return ended;
  };
  const other = machineArchitecture === 'arm64' ? 'amd64' : 'arm64';
  return {
    /** Sets a private table up with QEMU from an image, on this machine with other files in /etc. */
    setUp: (setting: Setting) =>
      run((image) => ['setup', other, '--qemu-from', 'image', '--image', image], setting),
    /** Has the doctor ask all that the image is asked of there. */
    examine: (setting: Setting) => run((image) => ['doctor', '--network', '--image', image], setting),
    ...{
      digest,
      id,
      layout,
      archives,
      plain,
      tls,
      mutual,
      locked,
      servers,
      proxies,
      authority,
      client,
      heard,
    },
    /** Pushes nothing: the environment that leads a client to the engine. */
    engine: { DOCKER_HOST: engine.environment.DOCKER_HOST ?? '', PATH: engine.environment.PATH ?? '' },
    proxyLogin: PROXY_LOGIN,
    login: Buffer.from(`${NAME}:${PASSWORD}`).toString('base64'),
    close: () => inTurn(...undo.toReversed()),
  };
}

async function withVariable<T>(name: string, value: string, work: () => Promise<T>): Promise<T> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}
