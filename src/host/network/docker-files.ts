/** What Docker's own files say of the network: its client's configuration, daemon.json, and the unit of the daemon. Pure. */
import { isObject, parseObject, textsOf } from '../../text/parse.ts';

/** Proxies in the words of variables: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`. */
export type ProxyVariables = Readonly<Record<string, string>>;

/** What variables are called in each place. */
export const CLIENT_FIELDS = {
  http_proxy: 'httpProxy',
  https_proxy: 'httpsProxy',
  all_proxy: 'allProxy',
  no_proxy: 'noProxy',
};
export const DAEMON_FIELDS = { http_proxy: 'http-proxy', https_proxy: 'https-proxy', no_proxy: 'no-proxy' };
export const INFO_FIELDS = { http_proxy: 'HttpProxy', https_proxy: 'HttpsProxy', no_proxy: 'NoProxy' };

/** What daemon.json says that concerns us (docs.docker.com/reference/cli/dockerd). */
export interface DaemonFile {
  readonly proxies: ProxyVariables;
  /** For Docker Hub alone. */
  readonly mirrors: readonly string[];
  /** Hosts with or without port, and networks in CIDR notation. */
  readonly insecure: readonly string[];
}

/** Reads daemon.json; `undefined` when it is no JSON object. Values of another kind than they should be are left out. */
export function parseDaemonFile(text: string): DaemonFile | undefined {
  const file = parseObject(text);
  if (file === undefined) return undefined;
  const proxies = isObject(file.proxies) ? file.proxies : {};
  return {
    proxies: variables(proxies, DAEMON_FIELDS),
    mirrors: textsOf(file['registry-mirrors']),
    insecure: textsOf(file['insecure-registries']),
  };
}

/**
 * The `proxies` of the client's config.json: those of the engine that it would use, else the default ones
 * (docs.docker.com/engine/cli/proxy). `undefined` when the text is no JSON object.
 */
export function parseClientProxies(
  text: string,
  engine = 'unix:///var/run/docker.sock',
): ProxyVariables | undefined {
  const file = parseObject(text);
  if (file === undefined) return undefined;
  const all = isObject(file.proxies) ? file.proxies : {};
  const chosen = [all[engine], all.default].find(isObject) ?? {};
  return variables(chosen, CLIENT_FIELDS);
}

/** What the engine says of itself by `docker info --format '{{json .}}'`; nothing where that is another text. */
export function parseInfo(text: string): Pick<DaemonFile, 'proxies' | 'mirrors'> {
  const info = parseObject(text) ?? {};
  const registries = isObject(info.RegistryConfig) ? info.RegistryConfig : {};
  return { proxies: variables(info, INFO_FIELDS), mirrors: textsOf(registries.Mirrors) };
}

/** The fields of an object by the variables that they stand for. */
function variables(
  object: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string>>,
): ProxyVariables {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = object[field];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );
}

/** What a unit of systemd sets: variables, and the files that it reads further ones from. */
export interface UnitEnvironment {
  readonly variables: ProxyVariables;
  readonly files: readonly string[];
}

/** Reads `Environment=` and `EnvironmentFile=` of a unit or of a part of one (systemd.exec(5)). */
export function parseUnit(text: string): UnitEnvironment {
  let variables: Record<string, string> = {};
  let files: string[] = [];
  for (const line of text.replace(/\\\r?\n/g, ' ').split('\n')) {
    const [, name, written = ''] = /^\s*(Environment|EnvironmentFile)\s*=(.*)$/s.exec(line) ?? [];
    const value = written.trim();
    // An empty one takes back all that was set before.
    if (name === 'EnvironmentFile' && value === '') files = [];
    else if (name === 'EnvironmentFile') files.push(value.replace(/^-/, ''));
    if (name !== 'Environment') continue;
    if (value === '') variables = {};
    for (const word of unitWords(value))
      Object.assign(variables, Object.fromEntries(assignment(word.replaceAll('%%', '%'))));
  }
  return { variables, files };
}

/** Reads a file of variables, one a line, as systemd and the start scripts of other systems have them. */
export function parseEnvironmentFile(text: string): ProxyVariables {
  const lines = text.split('\n').map((line) => line.trim().replace(/^export\s+/, ''));
  const set = lines.filter((line) => !/^[#;]/.test(line)).flatMap((line) => assignment(withoutQuotes(line)));
  return Object.fromEntries(set);
}

/** Quotes around all that stands behind a `=`. */
function withoutQuotes(line: string): string {
  const quote = line.charAt(line.length - 1);
  const at = line.indexOf(`=${quote}`);
  const isQuoted = (quote === '"' || quote === "'") && at >= 0 && at + 2 < line.length;
  return isQuoted ? `${line.slice(0, at + 1)}${line.slice(at + 2, -1)}` : line;
}

function assignment(word: string): readonly (readonly [name: string, value: string])[] {
  const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
  return name === undefined ? [] : [[name, value]];
}

/** Words are separated by blanks; quotes hold them together, around the whole or a part of a word. */
function unitWords(text: string): readonly string[] {
  const words = text.match(/(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\\.|[^\s"'\\])+/g) ?? [];
  return words.map((word) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|\\(.)/g, (_, double, single, one) =>
      String(double ?? single ?? one).replace(/\\(.)/g, '$1'),
    ),
  );
}
