/**
 * What people have logged in with: the configuration files of Docker and podman, and their helper programs.
 * Formats: docker/cli (config/configfile), docker-credential-helpers' protocol, containers-auth.json(5).
 */
import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { isObject, parseObject } from '../text/parse.ts';
import { printable } from '../text/text.ts';

/** A name and a secret, or a token that the token service exchanges. */
export type Credentials =
  | { readonly username: string; readonly password: string }
  | { readonly identityToken: string };

export interface CredentialSearch {
  readonly found?: Credentials;
  /** Files and helpers that could not be used, for people; without any secret. */
  readonly troubles: readonly string[];
}

/** The part of a configuration file that is about credentials. */
export interface AuthConfig {
  readonly auths: Readonly<Record<string, unknown>>;
  readonly credHelpers: Readonly<Record<string, unknown>>;
  readonly credsStore?: string;
}

const HELPER_TIMEOUT_MS = 10_000;
const HUB_KEY = 'https://index.docker.io/v1/';
/** What helpers send for a user name when the secret is an identity token. */
const TOKEN_USER = '<token>';

/**
 * Looks for the credentials of a repository, in this order: $REGISTRY_AUTH_FILE, Docker's configuration
 * ($DOCKER_CONFIG or ~/.docker), podman's auth.json. A file that cannot be read is a trouble, not a failure.
 */
export async function findCredentials(
  host: Host,
  registry: string,
  repository: string,
): Promise<CredentialSearch> {
  const troubles: string[] = [];
  for (const path of configFiles(host)) {
    if (host.stat(path)?.kind !== 'file') continue;
    const config = readConfig(host, path);
    if (config === undefined) {
      troubles.push(`${path} could not be read as JSON and was left out`);
      continue;
    }
    const found =
      (await askHelper(host, config, registry, troubles)) ?? credentialsIn(config, registry, repository);
    if (found !== undefined) return { found, troubles };
  }
  return { troubles };
}

/** The credentials that a configuration file holds itself: the most specific of its keys wins. */
export function credentialsIn(
  config: AuthConfig,
  registry: string,
  repository: string,
): Credentials | undefined {
  const parts = repository.split('/');
  const paths = parts.map((_, index) => `${registry}/${parts.slice(0, parts.length - index).join('/')}`);
  const keys =
    registry === 'docker.io' ? [...paths, registry, HUB_KEY, 'index.docker.io'] : [...paths, registry];
  for (const key of keys) {
    const entry = Object.entries(config.auths).find(([name]) => name === key || bareHost(name) === key)?.[1];
    const found = parseEntry(entry);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads a configuration file's text; `undefined` when it is no JSON object. */
export function parseAuthConfig(text: string): AuthConfig | undefined {
  const config = parseObject(text);
  if (config === undefined) return undefined;
  const { auths, credHelpers, credsStore } = config;
  return {
    auths: isObject(auths) ? auths : {},
    credHelpers: isObject(credHelpers) ? credHelpers : {},
    ...(typeof credsStore === 'string' && credsStore !== '' ? { credsStore } : {}),
  };
}

function configFiles(host: Host): readonly string[] {
  const { REGISTRY_AUTH_FILE, DOCKER_CONFIG, XDG_RUNTIME_DIR, XDG_CONFIG_HOME, HOME } = host.env;
  const home = HOME || '/root';
  return [
    ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
    join(DOCKER_CONFIG || join(home, '.docker'), 'config.json'),
    ...(XDG_RUNTIME_DIR ? [join(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
    join(XDG_CONFIG_HOME || join(home, '.config'), 'containers/auth.json'),
  ];
}

function readConfig(host: Host, path: string): AuthConfig | undefined {
  try {
    return parseAuthConfig(host.readText(path));
  } catch {
    return undefined;
  }
}

/** `docker-credential-<name> get`: the registry's key on stdin, JSON on stdout. */
async function askHelper(
  host: Host,
  config: AuthConfig,
  registry: string,
  troubles: string[],
): Promise<Credentials | undefined> {
  const key = registry === 'docker.io' ? HUB_KEY : registry;
  const named = config.credHelpers[registry] ?? config.credHelpers[key] ?? config.credsStore;
  if (typeof named !== 'string' || named === '') return undefined;
  const program = `docker-credential-${named}`;
  const file = /^[A-Za-z0-9._-]+$/.test(named) ? host.which(program) : undefined;
  if (file === undefined) {
    troubles.push(`the credential helper ${printable(program, 80)} was not found`);
    return undefined;
  }
  const outcome = await host.run({ file, args: ['get'], stdin: key, timeoutMs: HELPER_TIMEOUT_MS });
  if (outcome.code !== 0) {
    // "credentials not found" is the helpers' way to say that nobody has logged in there.
    const said = outcome.timedOut ? 'did not answer in time' : 'failed';
    if (!/not found/i.test(outcome.stdout + outcome.stderr)) troubles.push(`${program} ${said}`);
    return undefined;
  }
  const answer = parseHelperAnswer(outcome.stdout);
  if (answer === undefined) troubles.push(`${program} gave no credentials that can be read`);
  return answer;
}

function parseHelperAnswer(text: string): Credentials | undefined {
  const { Username, Secret } = parseObject(text) ?? {};
  if (typeof Username !== 'string' || typeof Secret !== 'string' || Secret === '') return undefined;
  return Username === TOKEN_USER ? { identityToken: Secret } : { username: Username, password: Secret };
}

function parseEntry(entry: unknown): Credentials | undefined {
  if (!isObject(entry)) return undefined;
  const { auth, identitytoken, username, password } = entry;
  if (typeof identitytoken === 'string' && identitytoken !== '') return { identityToken: identitytoken };
  if (typeof auth === 'string' && auth !== '') {
    const text = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
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
