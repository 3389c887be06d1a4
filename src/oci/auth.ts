/**
 * Logging in to a registry: HTTP Basic, or a token from the service that the registry names (Docker registry v2
 * authentication: token and oauth2).
 */
import { parseChallenges } from '../core/auth-challenge.ts';
import type { Host } from '../host/host.ts';
import {
  type Answer,
  type Failure,
  type Http,
  isAllowed,
  type Query,
  readBody,
  statusFailure,
} from '../host/http.ts';
import { type Credentials, findCredentials } from '../qemu/credentials.ts';
import { isObject, parseObject } from '../text/parse.ts';
import { printable } from '../text/text.ts';
import { type ImageReference, isLoopback } from './reference.ts';

/** Tokens and error texts are shorter; what is longer is not read. */
const TEXT_LIMIT = 64 * 1024;

export interface LoginContext {
  readonly host: Host;
  readonly http: Http;
  readonly log: (line: string) => void;
}

/**
 * The value of `Authorization` that a registry's challenge asks for, made with what the user has logged in with, if
 * anything.
 */
export async function authorize(
  context: LoginContext,
  { registry, repository }: ImageReference,
  challenge: string | undefined,
  deadline: number,
): Promise<string | Failure> {
  const challenges = parseChallenges(challenge ?? '');
  const search = await findCredentials(context.host, registry, repository);
  for (const trouble of search.troubles) context.log(printable(trouble));
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
  if (bearer !== undefined) {
    const realm = bearer.get('realm') ?? '';
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    // A registry elsewhere must not have us carry credentials to a service of this machine.
    const inward = url !== undefined && isLoopback(url.host) && !isLoopback(registry);
    if (url === undefined || !isAllowed(url) || inward) {
      return { failure: `${registry} names no token service that may be asked`, passing: false };
    }
    const service = bearer.get('service');
    const question = new URLSearchParams({
      ...(service === undefined ? {} : { service }),
      scope: bearer.get('scope') ?? `repository:${repository}:pull`,
    });
    return fetchToken(context.http, tokenQuery(url, question, search.found), deadline);
  }
  const basic = challenges.some(({ scheme }) => scheme === 'basic');
  if (basic && search.found !== undefined && 'username' in search.found) return basicHeader(search.found);
  const why = basic ? 'asks for a name and a password' : 'asks for a kind of login that is not supported';
  return { failure: `${registry} ${why} (401)`, passing: false, status: 401 };
}

/** What a registry says about an error, for people: the first code and message of its JSON. */
export async function errorText(answer: Answer, deadline: number): Promise<string> {
  const { errors } = parseObject(await bodyText(answer, deadline)) ?? {};
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const { code, message } = isObject(first) ? first : {};
  return printable([code, message].filter((part) => typeof part === 'string').join(': '), 160);
}

/** An identity token is sent in a form, as OAuth 2 has it; a name and password in the header. */
function tokenQuery(url: URL, question: URLSearchParams, credentials: Credentials | undefined): Query {
  const accept = 'application/json';
  if (credentials !== undefined && 'identityToken' in credentials) {
    question.set('grant_type', 'refresh_token');
    question.set('client_id', 'setup-binfmt');
    question.set('refresh_token', credentials.identityToken);
    const headers = { accept, 'content-type': 'application/x-www-form-urlencoded' };
    return { url, headers, form: question.toString() };
  }
  for (const [name, value] of question) url.searchParams.append(name, value);
  const login = credentials === undefined ? {} : { authorization: basicHeader(credentials) };
  return { url, headers: { accept, ...login } };
}

async function fetchToken(http: Http, query: Query, deadline: number): Promise<string | Failure> {
  const { host } = query.url;
  const answer = await http.send(query, deadline);
  if ('failure' in answer) return answer;
  if (answer.status !== 200) {
    return statusFailure(answer, `the token service ${host}`, await errorText(answer, deadline));
  }
  const { token, access_token: other } = parseObject(await bodyText(answer, deadline)) ?? {};
  const found = typeof token === 'string' && token !== '' ? token : other;
  // Nothing but visible characters may go into a header.
  if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found)) return `Bearer ${found}`;
  return { failure: `the token service ${host} gave no token`, passing: true };
}

function basicHeader(login: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}

/** A short text; what is too long or breaks off counts as empty. */
async function bodyText(answer: Answer, deadline: number): Promise<string> {
  const pieces: Buffer[] = [];
  const size = await readBody(answer, TEXT_LIMIT, deadline, (piece) => pieces.push(piece));
  return typeof size === 'number' ? Buffer.concat(pieces, size).toString('utf8') : '';
}
