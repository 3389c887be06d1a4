/**
 * Which proxy an address is asked through: variables as curl and Go read them (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`,
 * lower case before upper case), and what other places say in the same words.
 */
import { BlockList, isIP } from 'node:net';
import { isInward, splitList } from '../../text/parse.ts';
import { printable } from '../../text/text.ts';
import { rememberSecret } from '../../text/used.ts';

/** The address of a proxy as it is written, and where: a variable, or a field of a file. */
export interface NamedProxy {
  readonly address: string;
  readonly from: string;
  /** It is meant for containers: where it is not reached, this machine may do without. */
  readonly forContainers?: true;
}

/** The proxies that one place names. */
export interface ProxyNames {
  readonly http?: NamedProxy;
  readonly https?: NamedProxy;
  /** What is asked without a proxy, as `NO_PROXY` has it, and who says so. */
  readonly no: readonly string[];
  readonly noFrom?: string;
}

/** A proxy that can be spoken to. */
export interface ProxyServer extends Omit<NamedProxy, 'address'> {
  readonly url: URL;
  /** Its address without name and password, and who names it; for people. */
  readonly name: string;
  /** Both as the words of a sentence. */
  readonly shown: string;
}

/** Why no proxy can be made of what is written; a whole sentence without its end. */
export interface BadProxy {
  readonly problem: string;
  readonly from: string;
  /** The address, as the words of a sentence. */
  readonly shown: string;
}

const SCHEMES = ['http:', 'https:', 'socks:', 'socks4:', 'socks4a:', 'socks5:', 'socks5h:'];

/**
 * The proxies that variables name; a variable that is empty counts as none. `fields` says what they are called where they come
 * from, if that is another name.
 */
export function proxiesOfVariables(
  env: Readonly<Record<string, string | undefined>>,
  suffix = '',
  fields: Readonly<Record<string, string>> = {},
): ProxyNames {
  const named = (variable: string): NamedProxy | undefined => {
    const name = [variable, variable.toUpperCase()].find((each) => env[each]?.trim());
    if (name === undefined) return undefined;
    return { address: env[name]?.trim() ?? '', from: `${fields[name] ?? name}${suffix}` };
  };
  const all = named('all_proxy');
  const no = named('no_proxy');
  return {
    http: named('http_proxy') ?? all,
    https: named('https_proxy') ?? all,
    no: splitList(no?.address ?? ''),
    noFrom: no?.from,
  };
}

/**
 * The proxy for an address: the first that a place names for its scheme, unless any of them lets it be asked directly. This
 * machine itself is never asked through one.
 */
export function chooseProxy(url: URL, places: readonly ProxyNames[]): NamedProxy | undefined {
  if (isInward(url.host) || places.some(({ no }) => isExcepted(url, no))) return undefined;
  return firstNamed(url, places);
}

/** Where an address is asked directly although a proxy is named for it: which one, and who says so. */
export function sparedProxy(
  url: URL,
  places: readonly ProxyNames[],
): { readonly proxy: NamedProxy; readonly by: string } | undefined {
  const proxy = firstNamed(url, places);
  const by = places.find(({ no }) => isExcepted(url, no))?.noFrom;
  return proxy === undefined || by === undefined || isInward(url.host) ? undefined : { proxy, by };
}

function firstNamed(url: URL, places: readonly ProxyNames[]): NamedProxy | undefined {
  const scheme = url.protocol === 'https:' ? 'https' : 'http';
  return places.map((place) => place[scheme]).find((proxy) => proxy !== undefined);
}

/** The same SOCKS proxy, which is to look names up itself; `undefined` where it does so already, or is of another kind. */
export function lookingUp({ address, ...named }: NamedProxy): NamedProxy | undefined {
  const other = address.replace(/^socks([45]):/i, (_, version) =>
    version === '4' ? 'socks4a:' : 'socks5h:',
  );
  return other === address ? undefined : { ...named, address: other };
}

/** Reads the address of a proxy; without a scheme it is one of HTTP, as for curl. Keeps its password from being shown. */
export function parseProxy({ address, from, forContainers }: NamedProxy): ProxyServer | BadProxy {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  const written = { from, shown: `the address in ${from}` };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isKnown = url !== undefined && SCHEMES.includes(url.protocol);
  if (url === undefined || (isKnown && url.hostname === ''))
    return { ...written, problem: `${from} names no address of a proxy` };
  if (!isKnown) {
    const known = SCHEMES.map((scheme) => scheme.slice(0, -1)).join(', ');
    return {
      ...written,
      problem: `${from} names a proxy that cannot be spoken to: its scheme is ${printable(url.protocol.slice(0, -1), 20)}, and known are ${known}`,
    };
  }
  // What is no escape sequence stands for itself: libraries throw at it.
  url.username = asEscaped(url.username);
  url.password = asEscaped(url.password);
  const name = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  if (password !== '') {
    for (const secret of [password, url.password, `${name}:${password}`]) rememberSecret(secret);
  }
  const shown = printable(`${url.protocol}//${url.host}`, 120);
  return { url, name: shown, from, forContainers, shown: `the proxy ${shown} (${from})` };
}

function asEscaped(text: string): string {
  return text.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      decodeURIComponent(run);
      return run;
    } catch {
      return run.replaceAll('%', '%25');
    }
  });
}

/** Domains with what is below them, hosts, addresses, networks in CIDR notation, each with a port or without; `*` is all. */
function isExcepted(url: URL, words: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const host = url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  return words.some((word) => {
    if (word === '*') return true;
    const [, bracketed, bare = '', wanted] = /^(?:\[([^\]]*)\]|([^[\]]*?))(?::(\d+))?$/.exec(word) ?? [];
    // An address of version 6 needs no brackets where it has no port.
    const whole = isIP(word.split('/')[0] ?? '') === 6;
    if (!whole && wanted !== undefined && wanted !== port) return false;
    return matches(host, (whole ? word : (bracketed ?? bare)).toLowerCase());
  });
}

function matches(host: string, pattern: string): boolean {
  if (isIP(pattern.split('/')[0] ?? '') !== 0) return liesIn(host, pattern);
  const domain = pattern.replace(/^\*?\.?/, '').replace(/\.$/, '');
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}

/** True for an address that is, or lies in, a network in CIDR notation; false for a name, which is not looked up. */
export function liesIn(address: string, network: string): boolean {
  const [start = '', bits] = network.split('/');
  const family = isIP(start);
  const most = family === 4 ? 32 : 128;
  const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (family === 0 || isIP(address) !== family || length < 0 || length > most) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(start, length, kind);
  return list.check(address, kind);
}
