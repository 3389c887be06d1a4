/**
 * HTTP for registries and APIs: Node's own client, over the connections that this machine needs (host/network). Redirects
 * are followed here, so that what we send stays with the origin it is for. Nothing throws: a failure is a value.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isInward, isLoopback } from '../text/parse.ts';
import { formatBytes } from '../text/text.ts';
import {
  type Connection,
  type Connections,
  type NetworkOptions,
  openConnections,
} from './network/connections.ts';
import { codeOf, isCertificate, isNoHttp, socksRefusal, wordsOf } from './network/failures.ts';
import type { ProxyServer } from './network/proxy.ts';
import { TunnelFailure } from './network/tunnel.ts';

/** How long a server may keep us waiting for an answer, or for the next piece of one. */
const SILENCE_MS = 30_000;

/** The slowest line that is waited for, in bytes a second: 62 MB, what the largest package has, take 50 minutes on it. */
export const SLOWEST = 20_000;
const PACE_MS = 60_000;
const SILENCE = `${SILENCE_MS / 1000} seconds`;
const REDIRECT_LIMIT = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Answers that the same question may change: too many requests, and the server's own trouble. */
const PASSING: readonly number[] = [408, 429, 500, 502, 503, 504];

/** What an answer means of which its server says nothing more (RFC 9110, RFC 6585). */
const MEANINGS: Readonly<Record<number, string>> = {
  401: 'not logged in',
  402: 'to be paid for',
  403: 'forbidden',
  404: 'not found',
  429: 'too many requests',
  500: 'an error of the server',
  502: 'nothing behind it answers',
  503: 'out of service',
  504: 'nothing behind it answers in time',
};

/** A request that gave nothing. `passing`: worth another try at the same place. */
export interface HttpFailure {
  readonly failure: string;
  readonly passing: boolean;
  /** It took as long as silence may take: more than one further try is too much. */
  readonly silent?: true;
  /** What the server asked us to wait, in milliseconds. */
  readonly waitMs?: number;
  /** The status code, where there was an answer. */
  readonly status?: number;
  /** The bytes are not those that were asked for. */
  readonly wrongDigest?: true;
  /** The host that was asked, with its port. */
  readonly host?: string;
  /** The proxy that it was asked through, where it is that one that failed or may have. */
  readonly proxy?: string;
  /** It is the certificate of the proxy that is not trusted; `host` is the proxy's then. */
  readonly ofProxy?: true;
  /** A name and a password were sent along. */
  readonly loggedIn?: true;
  /** What was thrown where there was none; `errnoOf` gives its code (`ENOTFOUND`, `CERT_HAS_EXPIRED`). */
  readonly cause?: unknown;
}

export interface HttpAnswer {
  /** Where the answer came from, after redirects. */
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: IncomingMessage;
  /** The proxy that it came through. */
  readonly proxy?: string;
}

export interface Query {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** What is posted, such as a form; without it, GET. */
  readonly form?: string;
}

/** Connections that are kept open between requests; `close` ends all of them. */
export interface Http {
  /** Sends a query and gives the answer's head, after redirects. The caller reads or destroys the body. */
  readonly send: (query: Query, deadline: number) => Promise<HttpAnswer | HttpFailure>;
  readonly close: () => void;
}

/** Opens no connection yet. `deadline` everywhere is a moment of `performance.now()`, in milliseconds. */
export function openHttp(options: NetworkOptions): Http {
  const connections = openConnections(options);
  return {
    send: (query, deadline) => sendFollowing(connections, query, deadline),
    close: connections.close,
  };
}

/** What is said of a server that gives less than `SLOWEST`; `speed` in bytes a second. */
export function tooSlow(speed: number): string {
  return `is too slow: ${formatBytes(speed)} a second, and ${formatBytes(SLOWEST)} are the least`;
}

/**
 * The pieces of a body, to its end. Gives at last the number of bytes, or why it broke off: a silence of half a minute and
 * a minute with less than 20 kB a second end it, so that a slow line may take as long as it takes.
 */
export async function* piecesOf(
  answer: HttpAnswer,
  limit: number,
  deadline: number,
): AsyncGenerator<Buffer, number | HttpFailure> {
  let size = 0;
  let ended: HttpFailure | undefined;
  const end = (what: string, failure: Omit<HttpFailure, 'failure'>) => (): void => {
    ended ??= { failure: `${answer.url.host} ${what}`, ...failure };
    answer.body.destroy();
  };
  const left = Math.max(0, deadline - performance.now());
  const timer = setTimeout(end('did not give all within the time limit', { passing: true }), left);
  const silence = setTimeout(end(`sent nothing for ${SILENCE}`, { passing: true, silent: true }), SILENCE_MS);
  let before = 0;
  const pace = setInterval(() => {
    const speed = Math.round((size - before) / (PACE_MS / 1000));
    if (speed < SLOWEST) end(tooSlow(speed), { passing: false })();
    before = size;
  }, PACE_MS);
  const reclaim = openReclaimer();
  try {
    for await (const piece of answer.body as AsyncIterable<Buffer>) {
      silence.refresh();
      size += piece.length;
      if (size > limit) return { failure: `the answer is longer than ${limit} bytes`, passing: true };
      yield piece;
      reclaim(piece.length);
    }
  } catch (thrown) {
    return ended ?? networkFailure(thrown, answer.url.host);
  } finally {
    answer.body.destroy();
    clearTimeout(timer);
    clearTimeout(silence);
    clearInterval(pace);
  }
  return ended ?? size;
}

/** Reads a body to its end, or until `onPiece` throws, which is thrown on: no other try would mend a full disk. */
export async function readBody(
  answer: HttpAnswer,
  limit: number,
  deadline: number,
  onPiece: (piece: Buffer) => void,
): Promise<number | HttpFailure> {
  const pieces = piecesOf(answer, limit, deadline);
  try {
    for (;;) {
      const { done, value } = await pieces.next();
      if (done) return value;
      onPiece(value);
    }
  } finally {
    await pieces.return(0);
  }
}

/** Reads a short body whole. Gives its bytes, or why it broke off or is longer than `limit` bytes. */
export async function readWhole(
  answer: HttpAnswer,
  limit: number,
  deadline: number,
): Promise<Buffer | HttpFailure> {
  const pieces: Buffer[] = [];
  const size = await readBody(answer, limit, deadline, (piece) => pieces.push(piece));
  return typeof size === 'number' ? Buffer.concat(pieces, size) : size;
}

/** True for an address that may be asked: https, or http on this machine. */
export function isAllowed(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.host));
}

/** A status for people: `402 (to be paid for)`, with what the server itself says of it. */
export function formatStatus(status: number, said = ''): string {
  const more = said || MEANINGS[status];
  return more === undefined ? String(status) : `${status} (${more})`;
}

/** The failure that an answer's status says, with the pause that its Retry-After asks for. */
export function statusFailure(
  answer: Pick<HttpAnswer, 'status' | 'headers'>,
  where: string,
  said = '',
): HttpFailure {
  const wait = retryAfterMs(answer.headers['retry-after'], Date.now());
  return {
    failure: `${where} answered ${formatStatus(answer.status, said)}`,
    passing: PASSING.includes(answer.status),
    status: answer.status,
    waitMs: wait,
  };
}

/** Retry-After (RFC 9110, 10.2.3): seconds or a date. Gives milliseconds from `now` (epoch). */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

async function sendFollowing(
  connections: Connections,
  first: Query,
  deadline: number,
): Promise<HttpAnswer | HttpFailure> {
  let query = first;
  for (let step = 0; step <= REDIRECT_LIMIT; step++) {
    const { url } = query;
    const answer = await sendAnyWay(connections, query, deadline);
    if ('failure' in answer || !REDIRECTS.includes(answer.status)) return answer;
    passOver(answer.body);
    const next = redirectTarget(url, answer.headers.location);
    if (next === undefined)
      return { failure: `${url.host} redirects to a place that may not be asked`, passing: false };
    // Another place is told nothing of what this one was told: no form, no header but what we would like to have.
    query = next.origin === url.origin ? { ...query, url: next } : { url: next, headers: onlyAccept(query) };
  }
  return { failure: `${first.url.host} redirects more than ${REDIRECT_LIMIT} times`, passing: false };
}

/** A body of which nothing is wanted is read, where it is as short as they are, so that its connection can be used again. */
const PASSED_OVER = 64 * 1024;

function passOver(body: IncomingMessage): void {
  let size = 0;
  body.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > PASSED_OVER) body.destroy();
  });
  body.on('error', () => undefined);
}

function onlyAccept({ headers }: Query): Query['headers'] {
  return headers.accept === undefined ? {} : { accept: headers.accept };
}

/**
 * The address that an answer of `from` sends us to; `undefined` when it may not be asked: a host elsewhere must not send us
 * to a service of this machine, nor from https to http, nor by plain HTTP to another name.
 */
export function redirectTarget(from: URL, location: string | undefined): URL | undefined {
  if (location === undefined || !URL.canParse(location, from.href)) return undefined;
  const next = new URL(location, from);
  if (next.origin === from.origin) return next;
  // Who is asked by plain HTTP elsewhere may be anybody, and what lies at another name may be what this machine alone can reach:
  // services of a cloud for its machines, of a network for its own. They speak no TLS that we would believe.
  const isItself = next.protocol === from.protocol && next.hostname === from.hostname && !isInward(from.host);
  if (!isAllowed(next) && !(isItself && next.protocol === 'http:')) return undefined;
  if (isInward(next.host) && !isInward(from.host)) return undefined;
  return next;
}

/** Sends a query, and once more each time where nothing was reached and there is another way. */
async function sendAnyWay(
  connections: Connections,
  query: Query,
  deadline: number,
): Promise<HttpAnswer | HttpFailure> {
  for (;;) {
    const connection = await connections.to(query.url);
    if ('problem' in connection)
      return { failure: connection.problem, passing: false, proxy: connection.shown };
    const answer = await sendOnce(connection, query, deadline);
    if (!('failure' in answer) || answer.status !== undefined) return answer;
    if (!(await connections.another(query.url, connection, answer))) return answer;
  }
}

async function sendOnce(
  { agent, tls, proxy }: Connection,
  { url, headers, form }: Query,
  deadline: number,
): Promise<HttpAnswer | HttpFailure> {
  const left = deadline - performance.now();
  if (left <= 0) return { failure: 'the time limit was reached', passing: true };
  const { request } = await clientFor(url);
  const { host } = url;
  return new Promise((resolve) => {
    const method = form === undefined ? 'GET' : 'POST';
    const through = proxy === undefined ? '' : ` through ${proxy.shown}`;
    const outgoing = request(url, {
      ...{ method, agent, headers: { 'user-agent': 'setup-binfmt', ...headers } },
      ...tls,
    });
    const limitMs = Math.min(left, SILENCE_MS);
    const end = (failure: HttpFailure): void => {
      clearTimeout(timer);
      resolve({ host, ...failure, ...(proxy === undefined ? {} : { proxy: proxy.shown }) });
    };
    const timer = setTimeout(() => {
      const failure = `${host} did not answer within ${Math.ceil(limitMs / 1000)} seconds${through}`;
      end({ failure, passing: true, silent: true });
      outgoing.destroy();
    }, limitMs);
    outgoing.on('response', (body) => {
      clearTimeout(timer);
      const status = body.statusCode ?? 0;
      if (status === 407 && proxy !== undefined) {
        body.destroy();
        return end(proxyRefusal(proxy, host, status));
      }
      resolve({ url, status, headers: body.headers, body, proxy: proxy?.shown });
    });
    outgoing.on('error', (thrown) => {
      const ofProxy = proxy === undefined ? undefined : proxyFailure(proxy, url, thrown);
      end(ofProxy ?? networkFailure(thrown, host, through));
    });
    outgoing.end(form);
  });
}

/** What a proxy answers in the place of the server. */
function proxyRefusal(
  { url, shown }: ProxyServer,
  host: string,
  status: number,
  word = String(status),
): HttpFailure {
  const loggedIn = `${url.username}${url.password}` === '' ? undefined : true;
  const asks = loggedIn ? 'does not take the name and the password' : 'asks for a name and a password';
  const why = status === 407 ? asks : `does not connect to ${host}`;
  return { failure: `${shown} ${why} (${word})`, passing: PASSING.includes(status), status, loggedIn };
}

/** What was thrown before a proxy had connected us, where it is the proxy's own. */
function proxyFailure(proxy: ProxyServer, { host, protocol }: URL, thrown: unknown): HttpFailure | undefined {
  const inTunnel = thrown instanceof TunnelFailure;
  if (inTunnel && thrown.status !== undefined) return proxyRefusal(proxy, host, thrown.status);
  const refusal = socksRefusal(thrown);
  if (refusal !== undefined) return proxyRefusal(proxy, host, refusal.status, refusal.word);
  const code = codeOf(thrown);
  // Each try gives the same.
  if (inTunnel && isNoHttp(code)) return { ...networkFailure(thrown, proxy.shown), passing: false };
  const isOwn = inTunnel || protocol === 'http:';
  if (!isOwn || proxy.url.protocol !== 'https:' || !isCertificate(code)) return undefined;
  const { host: at } = proxy.url;
  return { ...networkFailure(thrown, proxy.shown), host: at, ofProxy: true };
}

/** Loaded with the first request: a run that finds all in the store needs none. */
function clientFor(url: URL): Promise<typeof import('node:http') | typeof import('node:https')> {
  return url.protocol === 'https:' ? import('node:https') : import('node:http');
}

function networkFailure(cause: unknown, host: string, through = ''): HttpFailure {
  const code = codeOf(cause);
  return {
    failure: `${host}${through}: ${wordsOf(cause, host)}`,
    passing: code !== 'ENOTFOUND' && !isCertificate(code),
    cause,
  };
}

const INTERVAL = 2 * 1024 * 1024;
let collect: ((options: { type: 'minor' }) => void) | undefined;

/**
 * Gives a function that is told how many bytes have passed, and has dead buffers freed after every 2 MiB. Without
 * it V8 lets them pile up: pulling a layer of 41 MB takes 2.3 times the memory of `node -e 0` on Node 20 and 3.3 times
 * on Node 24, with it 1.6 and 1.9 times, and 2 is the budget. Every 1 MiB is worse (2.3 and 2.4), since buffers that
 * are still in use grow old by it. It is made at need, as that takes milliseconds.
 */
export function openReclaimer(): (bytes: number) => void {
  let passed = 0;
  return (bytes) => {
    passed += bytes;
    if (passed < INTERVAL) return;
    passed = 0;
    if (collect === undefined) {
      setFlagsFromString('--expose-gc');
      collect = runInNewContext('gc');
    }
    collect?.({ type: 'minor' });
  };
}
