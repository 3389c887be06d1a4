/**
 * What the files of this machine say of proxies. They belong to others: what cannot be read or understood is told once, and
 * left out.
 */
import { join } from 'node:path/posix';
import { errnoOf } from '../../text/problem.ts';
import { printable } from '../../text/text.ts';
import type { Host } from '../host.ts';
import { settingsIn } from '../read.ts';
import { environmentOf, programOf } from '../trust.ts';
import {
  CLIENT_FIELDS,
  DAEMON_FIELDS,
  type DaemonFile,
  INFO_FIELDS,
  type ProxyVariables,
  parseClientProxies,
  parseDaemonFile,
  parseEnvironmentFile,
  parseInfo,
  parseUnit,
} from './docker-files.ts';
import {
  type BadProxy,
  type NamedProxy,
  type ProxyNames,
  type ProxyServer,
  parseProxy,
  proxiesOfVariables,
} from './proxy.ts';

/** Tells what is wrong with a file, one sentence without its end. */
export type Tell = (trouble: string) => void;

const INFO_LIMIT_MS = 6_000;

/** The text of a file that may be missing; `undefined` where it is, or cannot be read, which is told. */
export function readSetting(host: Host, path: string, tell: Tell): string | undefined {
  if (host.stat(path)?.kind !== 'file') return undefined;
  try {
    return host.readText(path);
  } catch (thrown) {
    tell(`${printable(path, 200)} cannot be read (${errnoOf(thrown) ?? 'no plain file'}) and was left out`);
    return undefined;
  }
}

/** Where this user's own configuration lies. */
export function configHome({ env }: Pick<Host, 'env'>): string {
  return env.XDG_CONFIG_HOME || join(env.HOME || '/root', '.config');
}

/** The configuration of Docker's client. */
export function dockerConfig({ env }: Pick<Host, 'env'>): string {
  return join(env.DOCKER_CONFIG || join(env.HOME || '/root', '.docker'), 'config.json');
}

/** What is written in daemon.json: that of a rootless engine of this user, then that of the machine's engine. */
export function readDaemonFiles(
  host: Host,
  tell: Tell,
): readonly { readonly path: string; readonly daemon: DaemonFile }[] {
  const paths = [join(configHome(host), 'docker/daemon.json'), '/etc/docker/daemon.json'];
  return paths.flatMap((path) => {
    const text = readSetting(host, path, tell);
    // The daemon takes an empty file for none.
    if (text === undefined || text.trim() === '') return [];
    const daemon = parseDaemonFile(text);
    if (daemon !== undefined) return { path, daemon };
    tell(`${path} is no JSON object and was left out`);
    return [];
  });
}

/** The proxies that files name: the client's, then the daemon's own. */
export function readProxyFiles(host: Host, tell: Tell): readonly ProxyNames[] {
  const { env } = host;
  const client = dockerConfig(host);
  const clientText = readSetting(host, client, tell);
  const named = clientText === undefined ? {} : parseClientProxies(clientText, env.DOCKER_HOST || undefined);
  if (named === undefined) tell(`${printable(client, 200)} is no JSON object and was left out`);
  return [
    forContainers(proxiesOfVariables(named ?? {}, ` in ${client}`, CLIENT_FIELDS)),
    ...readDaemonFiles(host, tell).map(({ path, daemon }) =>
      proxiesOfVariables(daemon.proxies, ` in ${path}`, DAEMON_FIELDS),
    ),
    ...readUnits(host, tell),
  ];
}

/** Docker's client sets those of its file in containers, and does not use them itself (docs.docker.com/engine/cli/proxy). */
function forContainers(names: ProxyNames): ProxyNames {
  const marked = (proxy: NamedProxy | undefined) => proxy && { ...proxy, forContainers: true as const };
  return { ...names, http: marked(names.http), https: marked(names.https) };
}

/** Parts of Docker's unit, and what the start scripts of machines without systemd read. The last that sets a variable counts. */
function readUnits(host: Host, tell: Tell): readonly ProxyNames[] {
  const folders = [
    join(configHome(host), 'systemd/user/docker.service.d'),
    '/etc/systemd/system/docker.service.d',
    '/run/systemd/system/docker.service.d',
    '/usr/lib/systemd/system/docker.service.d',
  ];
  const parts = folders.flatMap((folder) => settingsIn(host, folder, '.conf').toReversed());
  const named = (path: string, variables: ProxyVariables): ProxyNames =>
    proxiesOfVariables(variables, ` in ${path}`);
  const ofParts = parts.flatMap((path) => {
    const unit = parseUnit(readSetting(host, path, tell) ?? '');
    const files = unit.files
      .toReversed()
      .map((file) => named(file, parseEnvironmentFile(readSetting(host, file, tell) ?? '')));
    return [...files, named(path, unit.variables)];
  });
  const scripts = ['/etc/default/docker', '/etc/sysconfig/docker'];
  return [
    ...ofParts,
    ...scripts.map((path) => named(path, parseEnvironmentFile(readSetting(host, path, tell) ?? ''))),
  ];
}

/** What the engine of this machine says that it uses, wherever that is written; nothing where there is none, or one elsewhere. */
export async function askEngine(
  host: Host,
): Promise<{ readonly proxies: ProxyNames; readonly mirrors: readonly string[] }> {
  const docker = programOf(host, 'docker');
  const address = host.env.DOCKER_HOST || 'unix:///var/run/docker.sock';
  const socket = /^unix:\/\/(.+)$/.exec(address)?.[1];
  const isHere = docker !== undefined && socket !== undefined && host.stat(socket) !== undefined;
  if (!isHere) return { proxies: { no: [] }, mirrors: [] };
  // A context of the client's may lead to another engine than that of this machine.
  const args = ['--host', address, 'info', '--format', '{{json .}}'];
  const { stdout } = await host.run({
    file: docker,
    args,
    env: environmentOf(host),
    timeoutMs: INFO_LIMIT_MS,
  });
  const { proxies, mirrors } = parseInfo(stdout);
  return { proxies: proxiesOfVariables(proxies, ' of the Docker engine', INFO_FIELDS), mirrors };
}

/** All proxies that variables and files name, each once, or why one of them cannot be spoken to. */
export function listProxies(host: Host, machine: boolean, tell: Tell): readonly (ProxyServer | BadProxy)[] {
  const places = [proxiesOfVariables(host.env), ...(machine ? readProxyFiles(host, tell) : [])];
  const named = places.flatMap(({ http, https }) => [http, https].filter((each) => each !== undefined));
  return [...new Map(named.map((proxy) => [proxy.address, proxy])).values()].map(parseProxy);
}

/** The proxies that a program is told of: by variables, and in the words of a sentence. */
export interface ToldProxies {
  readonly variables: Readonly<Record<string, string>>;
  readonly shown: readonly string[];
}

/**
 * What a program is told of the proxies that this machine has, so that one that reads lower case alone and knows no ALL_PROXY
 * goes by them all the same. `socks5` is written as `socks5h`, the only kind that apt knows.
 */
export function proxiesFor(host: Host, machine: boolean, tell: Tell): ToldProxies {
  const places = [proxiesOfVariables(host.env), ...(machine ? readProxyFiles(host, tell) : [])];
  const no = places.flatMap((place) => place.no);
  const named = (['http', 'https'] as const).flatMap((scheme) => {
    const proxy = places.map((place) => place[scheme]).find((each) => each !== undefined);
    const known = proxy && parseProxy(proxy);
    if (known !== undefined && 'problem' in known) tell(known.problem);
    return known === undefined || 'problem' in known ? [] : [[scheme, known] as const];
  });
  const variables = named.map(([scheme, { url }]) => [
    `${scheme}_proxy`,
    url.href.replace(/^socks5?:/, 'socks5h:').replace(/\/$/, ''),
  ]);
  return {
    variables: { ...Object.fromEntries(variables), ...(no.length === 0 ? {} : { no_proxy: no.join(',') }) },
    shown: [...new Set(named.map(([, { shown }]) => shown))],
  };
}
