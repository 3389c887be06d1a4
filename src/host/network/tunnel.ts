/**
 * Connections that a proxy of HTTP passes on (CONNECT; RFC 9110, 9.3.6). Its answer is read by Node's own parser, which takes
 * no head without an end: packages for this (https-proxy-agent 7) keep whatever comes until there is one.
 */
import type { ClientRequest } from 'node:http';
import type { Agent, AgentOptions, RequestOptions } from 'node:https';
import { isIP, isIPv6 } from 'node:net';
import { errnoOf, reasonOf } from '../../text/problem.ts';
import type { TlsOptions } from './certificates.ts';
import type { ProxyServer } from './proxy.ts';

/** Most of an answer before the connection, in bytes, and most time for it: whoever asked has given up before. */
const HEAD_BYTES = 16 * 1024;
const ANSWER_MS = 35_000;

/** What kept a proxy from connecting us: what it answered, or what was thrown on the way to it. */
export class TunnelFailure extends Error {
  readonly code?: string;
  /** The status that it answered. */
  readonly status?: number;

  constructor(cause: unknown, status?: number) {
    super(reasonOf(cause), { cause });
    this.code = errnoOf(cause);
    this.status = status;
  }
}

/** An agent whose connections go through a proxy, which is spoken to by TLS where its address says so. */
export async function openTunnels(
  { url }: Pick<ProxyServer, 'url'>,
  settings: AgentOptions,
  tls: TlsOptions,
): Promise<Agent> {
  const [plain, secure] = await Promise.all([import('node:http'), import('node:https')]);
  const agent = new secure.Agent(settings);
  const encrypt = agent.createConnection.bind(agent);
  const end = agent.destroy.bind(agent);
  const waiting = new Set<ClientRequest>();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'https:';
  const proxy = {
    ...{ host, port: Number(url.port) || (isSecure ? 443 : 80), agent: false, maxHeaderSize: HEAD_BYTES },
    ...(isSecure ? { ...tls, servername: isIP(host) === 0 ? host : '', ALPNProtocols: ['http/1.1'] } : {}),
  };
  agent.createConnection = (options, done) => {
    const to = `${isIPv6(options.host ?? '') ? `[${options.host}]` : options.host}:${options.port}`;
    const asked = (isSecure ? secure : plain).request({
      ...{ ...proxy, method: 'CONNECT', path: to },
      headers: { host: to, 'proxy-connection': 'keep-alive', ...loginOf(url) },
    });
    waiting.add(asked);
    const timer = setTimeout(() => asked.destroy(new Error('it did not answer')), ANSWER_MS);
    const over = (): void => {
      clearTimeout(timer);
      waiting.delete(asked);
    };
    asked.once('connect', ({ statusCode = 0 }, socket, head) => {
      over();
      if (statusCode === 200) {
        if (head.length > 0) socket.unshift(head);
        // What is written is told apart from `path` of a local socket; the types do not know that it takes a connection.
        const inside = { ...options, path: undefined, socket } as RequestOptions;
        done?.(null, encrypt(inside) as typeof socket);
      } else {
        // Not a word of it is the server's.
        socket.destroy();
        done?.(new TunnelFailure(`it answered ${statusCode}`, statusCode), socket);
      }
    });
    asked.once('error', (thrown) => {
      over();
      done?.(new TunnelFailure(thrown), undefined as never);
    });
    asked.end();
    return undefined;
  };
  agent.destroy = () => {
    for (const asked of waiting) asked.destroy();
    end();
  };
  return agent;
}

function loginOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (`${username}${password}` === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}
