/**
 * HTTP for registries, on the toolkit's client (proxies from HTTPS_PROXY, HTTP_PROXY and NO_PROXY). Redirects
 * are followed here, so that credentials stay with the host they are for. Nothing throws: a failure is a value.
 */
import type { IncomingMessage } from 'node:http';
import type { HttpClient } from '@actions/http-client';
import { isLoopback } from '../core/image-reference.ts';
import { errnoOf, reasonOf } from '../core/problem.ts';

const SOCKET_TIMEOUT_MS = 30_000;
const REDIRECT_LIMIT = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** Answers that the same question may change: too many requests, and the server's own trouble. */
const PASSING: readonly number[] = [408, 429, 500, 502, 503, 504];
/** Failures of the network that will be the same at the next try. */
const LASTING_ERRORS: readonly string[] = [
  'ENOTFOUND',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** A request that gave nothing. `passing`: worth another try at the same place. */
export interface Failure {
  readonly failure: string;
  readonly passing: boolean;
  /** What the server asked us to wait, in milliseconds. */
  readonly waitMs?: number;
  /** The status code, where there was an answer. */
  readonly status?: number;
}

export interface Answer {
  /** Where the answer came from, after redirects. */
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: IncomingMessage;
}

export interface Query {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** A form to POST; without it, GET. */
  readonly form?: string;
}

/** Connections that are kept open between requests; `close` ends all of them. */
export interface Http {
  /** Sends a query and gives the answer's head, after redirects. The caller reads or destroys the body. */
  readonly send: (query: Query, deadline: number) => Promise<Answer | Failure>;
  readonly close: () => void;
}

/** Loads the toolkit's client. `deadline` everywhere is a moment of `performance.now()`. */
export async function openHttp(): Promise<Http> {
  const { HttpClient } = await import('@actions/http-client');
  const client = new HttpClient('setup-binfmt', [], {
    allowRedirects: false,
    allowRetries: false,
    keepAlive: true,
    maxSockets: 4,
    socketTimeout: SOCKET_TIMEOUT_MS,
  });
  return {
    send: (query, deadline) => sendFollowing(client, query, deadline),
    close: () => client.dispose(),
  };
}

/** Reads a body to its end, piece by piece. Gives the number of bytes, or why it broke off. */
export async function readBody(
  answer: Answer,
  limit: number,
  deadline: number,
  onPiece: (piece: Buffer) => void,
): Promise<number | Failure> {
  const timer = setTimeout(
    () => answer.body.destroy(new Error('the time limit was reached')),
    Math.max(0, deadline - performance.now()),
  );
  let size = 0;
  let broken: unknown;
  try {
    for await (const piece of answer.body as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > limit) {
        answer.body.destroy();
        return { failure: `the answer is longer than ${limit} bytes`, passing: true };
      }
      try {
        onPiece(piece);
      } catch (thrown) {
        broken = thrown;
        break;
      }
    }
  } catch (thrown) {
    return networkFailure(thrown);
  } finally {
    clearTimeout(timer);
  }
  // What the receiver threw (a full disk) is no failure of the network: no other try would mend it.
  if (broken !== undefined) throw broken;
  return size;
}

/** True for an address that may be asked: https, or http on this machine. */
export function isAllowed(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.host));
}

/** The failure that an answer's status says, with the pause that its Retry-After asks for. */
export function statusFailure(answer: Pick<Answer, 'status' | 'headers'>, where: string, said = ''): Failure {
  const wait = retryAfterMs(answer.headers['retry-after'], Date.now());
  const more = said === '' ? '' : ` (${said})`;
  return {
    failure: `${where} answered ${answer.status}${more}`,
    passing: PASSING.includes(answer.status),
    status: answer.status,
    ...(wait === undefined ? {} : { waitMs: wait }),
  };
}

/** Retry-After (RFC 9110, 10.2.3): seconds or a date. Gives milliseconds from `now` (epoch). */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

async function sendFollowing(client: HttpClient, query: Query, deadline: number): Promise<Answer | Failure> {
  let { url } = query;
  let headers = { ...query.headers };
  for (let step = 0; step <= REDIRECT_LIMIT; step++) {
    const answer = await sendOnce(client, { ...query, url, headers }, deadline);
    if ('failure' in answer || !REDIRECTS.includes(answer.status)) return answer;
    answer.body.resume();
    const next = redirectTarget(url, answer.headers.location);
    if (next === undefined)
      return { failure: `${url.host} redirects to a place that may not be asked`, passing: false };
    if (next.origin !== url.origin) headers = withoutCredentials(headers);
    url = next;
  }
  return { failure: `${query.url.host} redirects more than ${REDIRECT_LIMIT} times`, passing: false };
}

/** A host elsewhere must not send us to a service of this machine, nor from https to http. */
function redirectTarget(from: URL, location: string | undefined): URL | undefined {
  if (location === undefined || !URL.canParse(location, from.href)) return undefined;
  const next = new URL(location, from);
  if (!isAllowed(next)) return undefined;
  if (isLoopback(next.host) && !isLoopback(from.host)) return undefined;
  return next;
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'),
  );
}

async function sendOnce(client: HttpClient, query: Query, deadline: number): Promise<Answer | Failure> {
  const { url, headers, form } = query;
  const left = deadline - performance.now();
  if (left <= 0) return { failure: 'the time limit was reached', passing: true };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), left);
  });
  const request = client.request(form === undefined ? 'GET' : 'POST', url.href, form ?? null, { ...headers });
  try {
    const response = await Promise.race([request, late]);
    if (response === undefined) {
      request.then(
        ({ message }) => message.destroy(),
        () => undefined,
      );
      return { failure: `${url.host} did not answer within the time limit`, passing: true };
    }
    const { message } = response;
    return { url, status: message.statusCode ?? 0, headers: message.headers, body: message };
  } catch (thrown) {
    return networkFailure(thrown, url.host);
  } finally {
    clearTimeout(timer);
  }
}

function networkFailure(thrown: unknown, host?: string): Failure {
  const code = errnoOf(thrown);
  const where = host === undefined ? '' : `${host}: `;
  // The client's own words would print the path, with whatever a redirect signed it with.
  const reason = reasonOf(thrown).replace(/^Request timeout:.*$/, 'no answer for 30 seconds');
  return { failure: `${where}${reason}`, passing: code === undefined || !LASTING_ERRORS.includes(code) };
}
