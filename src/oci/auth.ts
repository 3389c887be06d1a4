/**
 * Logging in to a registry: HTTP Basic, or a token from the service that the registry names (Docker registry v2
 * authentication: token and oauth2).
 */

import { join } from 'node:path/posix';
import type { Host } from '../host/host.ts';
import {
  type Http,
  type HttpAnswer,
  type HttpFailure,
  isAllowed,
  type Query,
  readWhole,
  statusFailure,
} from '../host/http.ts';
import { configHome, dockerConfig } from '../host/network/machine.ts';
import { textOr } from '../host/read.ts';
import { environmentOf, programOf, tellWithheld } from '../host/trust.ts';
import { isInward, isObject, parseObject, withoutEnd } from '../text/parse.ts';
import { printable } from '../text/text.ts';
import { rememberSecret } from '../text/used.ts';
import type { ImageReference } from './reference.ts';

/** Tokens and error texts are shorter; what is longer is not read. */
const TEXT_LIMIT = 64 * 1024;

export interface LoginContext {
  readonly host: Host;
  readonly http: Http;
  readonly log: (line: string) => void;
}

/** The value of the header `Authorization`, and who gave the name and password that it is made of, if any. */
export interface Login {
  readonly authorization: string;
  readonly from?: string;
}

/**
 * Gives what a registry's challenge (`WWW-Authenticate`) asks for, made with the login of the user, if there is one, or why
 * there is none.
 */
export async function authorize(
  context: LoginContext,
  { registry, repository, insecure }: ImageReference,
  challenge: string | undefined,
  deadline: number,
): Promise<Login | HttpFailure> {
  const challenges = parseChallenges(challenge ?? '');
  const search = await findCredentials(context.host, registry, repository);
  for (const trouble of search.troubles) context.log(printable(trouble));
  if (search.found !== undefined) secretsOf(search.found).forEach(rememberSecret);
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
  if (bearer !== undefined) {
    const realm = bearer.get('realm') ?? '';
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    // A registry elsewhere must not have us carry credentials to a service of this machine.
    const inward = url !== undefined && isInward(url.host) && !isInward(registry);
    // One that is asked by plain HTTP may be its own service.
    const isItself = insecure === 'plain' && url?.protocol === 'http:' && url.host === registry;
    if (url === undefined || !(isAllowed(url) || isItself) || inward) {
      return { failure: `${registry} names no token service that may be asked`, passing: false };
    }
    const service = bearer.get('service');
    const question = new URLSearchParams({
      ...(service === undefined ? {} : { service }),
      scope: bearer.get('scope') ?? `repository:${repository}:pull`,
    });
    const token = await fetchToken(context.http, tokenQuery(url, question, search.found), deadline);
    if (typeof token === 'string') return { authorization: token, from: search.from };
    const login = search.from === undefined ? '' : `, with the login of ${printable(search.from, 200)}`;
    return { ...token, failure: `${token.failure}${login}` };
  }
  const basic = challenges.some(({ scheme }) => scheme === 'basic');
  if (basic && search.found !== undefined && 'username' in search.found)
    return { authorization: basicHeader(search.found), from: search.from };
  const why = basic ? 'asks for a name and a password' : 'asks for a kind of login that is not supported';
  return { failure: `${registry} ${why} (401)`, passing: false, status: 401 };
}

/** What a registry says about an error, for people: the first code and message of its JSON. */
export async function errorText(answer: HttpAnswer, deadline: number): Promise<string> {
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
  return {
    url,
    headers: credentials === undefined ? { accept } : { accept, authorization: basicHeader(credentials) },
  };
}

async function fetchToken(http: Http, query: Query, deadline: number): Promise<string | HttpFailure> {
  const { host } = query.url;
  const answer = await http.send(query, deadline);
  if ('failure' in answer) return answer;
  if (answer.status !== 200) {
    return statusFailure(answer, `the token service ${host}`, await errorText(answer, deadline));
  }
  const { token, access_token: other } = parseObject(await bodyText(answer, deadline)) ?? {};
  const found = typeof token === 'string' && token !== '' ? token : other;
  // Nothing but visible characters may go into a header.
  if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found)) {
    rememberSecret(found);
    return `Bearer ${found}`;
  }
  return { failure: `the token service ${host} gave no token`, passing: true };
}

function secretsOf(login: Credentials): readonly string[] {
  if ('identityToken' in login) return [login.identityToken];
  return [login.password, basicHeader(login).replace('Basic ', '')];
}

function basicHeader(login: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}

/** A short text; what is too long or breaks off counts as empty. */
async function bodyText(answer: HttpAnswer, deadline: number): Promise<string> {
  const bytes = await readWhole(answer, TEXT_LIMIT, deadline);
  return 'failure' in bytes ? '' : bytes.toString('utf8');
}

/** A name and a secret, or a token that the token service exchanges. */
export type Credentials =
  | { readonly username: string; readonly password: string }
  | { readonly identityToken: string };

export interface CredentialSearch {
  readonly found?: Credentials;
  /** The file, variable or helper that gave them. */
  readonly from?: string;
  /** Files and helpers that could not be used, for people; without any secret. */
  readonly troubles: readonly string[];
}

/** The part of a configuration file that is about credentials. */
export interface AuthConfig {
  readonly auths: Readonly<Record<string, unknown>>;
  readonly credHelpers: Readonly<Record<string, unknown>>;
  readonly credsStore?: string;
}

const HELPER_TIMEOUT_MS = 10000;
const HUB_KEY = 'https://index.docker.io/v1/';

/** What helpers send for a user name when the secret is an identity token. */
const TOKEN_USER = '<token>';

/**
 * Looks for the credentials of a repository, in this order: $DOCKER_AUTH_CONFIG (which holds what the files do),
 * $REGISTRY_AUTH_FILE, Docker's configuration ($DOCKER_CONFIG or ~/.docker), podman's auth.json. What cannot be read is a
 * trouble, not a failure.
 */
export async function findCredentials(
  host: Host,
  registry: string,
  repository: string,
): Promise<CredentialSearch> {
  const troubles: string[] = [];
  for (const [from, text] of configTexts(host)) {
    const config = parseAuthConfig(text);
    if (config === undefined) {
      troubles.push(`${from} could not be read as JSON and was left out`);
      continue;
    }
    const helped = await askHelper(host, config, registry, troubles);
    if (helped !== undefined) return { ...helped, troubles };
    const found = credentialsIn(config, registry, repository);
    if (found !== undefined) return { found, from, troubles };
  }
  return { troubles };
}

function configTexts(host: Host): readonly (readonly [from: string, text: string])[] {
  const { DOCKER_AUTH_CONFIG } = host.env;
  const files = configFiles(host).filter((path) => host.stat(path)?.kind === 'file');
  return [
    ...(DOCKER_AUTH_CONFIG ? [['$DOCKER_AUTH_CONFIG', DOCKER_AUTH_CONFIG] as const] : []),
    ...files.map((path) => [path, textOr(host, path, '')] as const),
  ];
}

/** The credentials that a configuration file holds itself: the most specific of its keys wins. */
export function credentialsIn(
  config: AuthConfig,
  registry: string,
  repository: string,
): Credentials | undefined {
  const parts = repository.split('/');
  const paths = parts.map((_, index) => `${registry}/${parts.slice(0, parts.length - index).join('/')}`);
  const hub = registry === 'docker.io' ? [HUB_KEY, 'index.docker.io'] : [];
  // Of several keys that say the same, the first counts.
  const auths = new Map<string, unknown>();
  for (const [name, entry] of Object.entries(config.auths))
    for (const key of [name, bareHost(name)]) if (!auths.has(key)) auths.set(key, entry);
  return [...paths, registry, ...hub]
    .map((key) => parseCredentials(auths.get(key)))
    .find((found) => found !== undefined);
}

/** Reads a configuration file's text; `undefined` when it is no JSON object. */
export function parseAuthConfig(text: string): AuthConfig | undefined {
  const config = parseObject(text);
  if (config === undefined) return undefined;
  const { auths, credHelpers, credsStore } = config;
  return {
    auths: isObject(auths) ? auths : {},
    credHelpers: isObject(credHelpers) ? credHelpers : {},
    credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
  };
}

function configFiles(host: Host): readonly string[] {
  const { REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR } = host.env;
  return [
    ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
    dockerConfig(host),
    ...(XDG_RUNTIME_DIR ? [join(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
    join(configHome(host), 'containers/auth.json'),
  ];
}

/** `docker-credential-<name> get`: the registry's key on stdin, JSON on stdout. */
async function askHelper(
  host: Host,
  config: AuthConfig,
  registry: string,
  troubles: string[],
): Promise<Pick<CredentialSearch, 'found' | 'from'> | undefined> {
  const key = registry === 'docker.io' ? HUB_KEY : registry;
  const named = config.credHelpers[registry] ?? config.credHelpers[key] ?? config.credsStore;
  if (typeof named !== 'string' || named === '') return undefined;
  const program = `docker-credential-${named}`;
  const file = /^[A-Za-z0-9._-]+$/.test(named) ? programOf(host, program) : undefined;
  if (file === undefined) {
    troubles.push(`the credential helper ${printable(program, 80)} was not found`);
    return undefined;
  }
  tellWithheld(host, program, (line) => troubles.push(line));
  const outcome = await host.run({
    file,
    args: ['get'],
    env: environmentOf(host),
    stdin: key,
    timeoutMs: HELPER_TIMEOUT_MS,
  });
  if (outcome.code !== 0) {
    // "credentials not found" is how helpers say that there is no login.
    const said = outcome.timedOut ? 'did not answer in time' : 'failed';
    if (!/not found/i.test(outcome.stdout + outcome.stderr)) troubles.push(`${program} ${said}`);
    return undefined;
  }
  const answer = parseHelperAnswer(outcome.stdout);
  if (answer === undefined) troubles.push(`${program} gave no credentials that can be read`);
  return answer && { found: answer, from: program };
}

function parseHelperAnswer(text: string): Credentials | undefined {
  const { Username, Secret } = parseObject(text) ?? {};
  if (typeof Username !== 'string' || typeof Secret !== 'string' || Secret === '') return undefined;
  return Username === TOKEN_USER ? { identityToken: Secret } : { username: Username, password: Secret };
}

function parseCredentials(entry: unknown): Credentials | undefined {
  if (!isObject(entry)) return undefined;
  const { auth, identitytoken, username, password } = entry;
  if (typeof identitytoken === 'string' && identitytoken !== '') return { identityToken: identitytoken };
  if (typeof auth === 'string' && auth !== '') {
    const text = withoutEnd(Buffer.from(auth, 'base64').toString('utf8'), '\0');
    const colon = text.indexOf(':');
    if (colon > 0) return { username: text.slice(0, colon), password: text.slice(colon + 1) };
  }
  if (typeof username === 'string' && username !== '' && typeof password === 'string') {
    return { username, password };
  }
  return undefined;
}

/** Docker's old keys are addresses: `https://host/v1/` means `host`. */
function bareHost(key: string): string {
  return key
    .replace(/^https?:\/\//, '')
    .replace(/\/v[12]\/?$/, '')
    .replace(/\/$/, '');
}

/** `WWW-Authenticate` (RFC 9110, 11.6.1), as registries send it for a token or for a name and password. */
export interface Challenge {
  /** Lower case: `bearer`, `basic`. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

const PART = /^[\s,]*([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/;

/** Reads one header, which may hold several challenges. What cannot be read ends the list. */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let rest = header.slice(0, 8192);
  for (let part = PART.exec(rest); part !== null; part = PART.exec(rest)) {
    rest = rest.slice(part[0].length);
    const name = (part[1] as string).toLowerCase();
    const value = part[2]?.replace(/\\(.)/g, '$1') ?? part[3];
    if (value === undefined) challenges.push({ scheme: name, parameters: new Map() });
    else challenges.at(-1)?.parameters.set(name, value);
  }
  return challenges;
}
