/**
 * Proxies on loopback that connect names of the test's own to local ports, and note what they were asked: HTTP (RFC 9110,
 * CONNECT and whole addresses) and SOCKS 5 (RFC 1928, 1929). Certificates of an authority of one's own.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  isIP,
  type Server,
  type Socket,
} from 'node:net';
import { join } from 'node:path';

export interface TestProxy {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Where each connection or request was to go. */
  readonly asked: readonly string[];
  /** All that came in before a connection was made, headers and passwords too. */
  readonly heard: readonly string[];
  readonly close: () => Promise<void>;
}

export interface ProxySettings {
  /** Local ports by `name:port`; what is not there is refused. */
  readonly places: Readonly<Record<string, number>>;
  /** `name:password`, where it asks for it. */
  readonly login?: string;
  /** Answers this status to all that it is asked. */
  readonly status?: number;
  /** Answers with these headers besides, where it refuses. */
  readonly headers?: Readonly<Record<string, string>>;
  /** It is spoken to by TLS. */
  readonly tls?: Issued;
}

/** An HTTP proxy. */
export async function startHttpProxy(settings: ProxySettings): Promise<TestProxy> {
  const asked: string[] = [];
  const heard: string[] = [];
  const expected = settings.login && `Basic ${Buffer.from(settings.login).toString('base64')}`;
  const refusal = (place: string, authorization: string | undefined): number | undefined => {
    if (expected !== undefined && authorization !== expected) return 407;
    return settings.status ?? (place in settings.places ? undefined : 502);
  };
  const server =
    settings.tls === undefined
      ? createServer()
      : createTlsServer({
          cert: readFileSync(settings.tls.certificate),
          key: readFileSync(settings.tls.key),
        });
  server.on('request', (incoming, response) => {
    const url = new URL(incoming.url ?? '');
    const place = `${url.hostname}:${url.port || 80}`;
    asked.push(`${incoming.method} ${place}`);
    heard.push(JSON.stringify(incoming.headers));
    const status = refusal(place, incoming.headers['proxy-authorization']);
    if (status !== undefined) {
      response.writeHead(status, settings.headers).end('no');
      return;
    }
    const { 'proxy-authorization': _, ...headers } = incoming.headers;
    const port = settings.places[place];
    const options = {
      host: '127.0.0.1',
      port,
      path: url.pathname + url.search,
      method: incoming.method,
      headers,
    };
    const onward = request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket: Socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    heard.push(JSON.stringify(incoming.headers));
    socket.on('error', () => undefined);
    const status = refusal(incoming.url ?? '', incoming.headers['proxy-authorization']);
    if (status !== undefined) {
      const more = Object.entries(settings.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.end(`HTTP/1.1 ${status} No\r\n${more.join('')}content-length: 2\r\n\r\nno`);
      return;
    }
    const onward = connect(settings.places[incoming.url ?? ''] ?? 0, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
  });
  return { ...(await listening(server)), asked, heard };
}

/** A SOCKS 5 proxy. */
export async function startSocks({ places, login }: ProxySettings): Promise<TestProxy> {
  const asked: string[] = [];
  const heard: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    let step: 'hello' | 'login' | 'where' | 'through' = 'hello';
    let bytes = Buffer.alloc(0);
    const take = (length: number): Buffer => {
      const taken = bytes.subarray(0, length);
      bytes = bytes.subarray(length);
      return taken;
    };
    socket.on('data', (piece: Buffer) => {
      if (step === 'through') return;
      heard.push(piece.toString('latin1'));
      bytes = Buffer.concat([bytes, piece]);
      if (step === 'hello' && bytes.length >= 2 && bytes.length >= 2 + (bytes[1] ?? 0)) {
        const methods = take(2 + (bytes[1] ?? 0)).subarray(2);
        const method = login === undefined ? 0 : 2;
        if (!methods.includes(method)) {
          socket.end(Buffer.of(5, 0xff));
          return;
        }
        socket.write(Buffer.of(5, method));
        step = login === undefined ? 'where' : 'login';
      } else if (step === 'login') {
        const name = bytes[1] ?? 0;
        const word = bytes[2 + name] ?? 0;
        const whole = take(3 + name + word);
        const given = `${whole.subarray(2, 2 + name)}:${whole.subarray(3 + name)}`;
        socket.write(Buffer.of(1, given === login ? 0 : 1));
        if (given === login) step = 'where';
        else socket.end();
      } else if (step === 'where') {
        const isName = bytes[3] === 3;
        const length = isName ? (bytes[4] ?? 0) : bytes[3] === 1 ? 4 : 16;
        const start = isName ? 5 : 4;
        const address = bytes.subarray(start, start + length);
        const name = isName ? address.toString() : bytes[3] === 1 ? [...address].join('.') : 'v6';
        const place = `${name}:${bytes.readUInt16BE(start + length)}`;
        asked.push(place);
        const reply = (code: number): Buffer => Buffer.of(5, code, 0, 1, 0, 0, 0, 0, 0, 0);
        const port = places[place];
        if (port === undefined) {
          socket.end(reply(4));
          return;
        }
        step = 'through';
        const onward = connect(port, '127.0.0.1', () => {
          socket.write(reply(0));
          socket.pipe(onward).pipe(socket);
        });
        onward.on('error', () => socket.destroy());
      }
    });
  });
  return { ...(await listening(server)), asked, heard };
}

/** Listens on a free loopback port; `close` ends connections in a handshake, too. */
export async function listening(
  server: Server,
): Promise<{ readonly host: string; readonly port: number; readonly close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Paths of a certificate and its key, PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

export interface Authority {
  readonly certificate: string;
  /** Issues a certificate for hosts; `expired` had its time yesterday. */
  readonly issue: (name: string, hosts: readonly string[], how?: { readonly expired?: true }) => Issued;
}

/** Makes an authority, with openssl, in `folder`. */
export function makeAuthority(folder: string, name = 'authority'): Authority {
  const openssl = (...args: readonly string[]): unknown =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.crt`,
  );
  return {
    certificate: join(folder, `${name}.crt`),
    issue: (leaf, hosts, { expired } = {}) => {
      const names = hosts.map((host) => `${isIP(host) === 0 ? 'DNS' : 'IP'}:${host}`).join();
      writeFileSync(join(folder, `${leaf}.ext`), names === '' ? '' : `subjectAltName=${names}\n`);
      openssl('req', ...key, '-subj', `/CN=${leaf}`, '-keyout', `${leaf}.key`, '-out', `${leaf}.csr`);
      const until = ['-days', expired ? '-1' : '2'];
      const sign = [
        '-CA',
        `${name}.crt`,
        '-CAkey',
        `${name}.key`,
        '-extfile',
        `${leaf}.ext`,
        '-out',
        `${leaf}.crt`,
      ];
      openssl('x509', '-req', '-in', `${leaf}.csr`, ...sign, '-CAcreateserial', ...until);
      return { certificate: join(folder, `${leaf}.crt`), key: join(folder, `${leaf}.key`) };
    },
  };
}
