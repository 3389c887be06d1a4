/** How each address is connected to: straight or through a proxy, and trusting whom. */
import type { Agent } from 'node:http';
import { reasonOf } from '../../text/problem.ts';
import type { Host } from '../host.ts';
import { type HostTrust, readHostTrust, type TlsOptions, tlsOptions } from './certificates.ts';
import { codeOf, isUnknownSigner } from './failures.ts';
import { askEngine, readProxyFiles, type Tell } from './machine.ts';
import {
  type BadProxy,
  chooseProxy,
  lookingUp,
  type ProxyNames,
  type ProxyServer,
  parseProxy,
  proxiesOfVariables,
  sparedProxy,
} from './proxy.ts';
import { openTunnels } from './tunnel.ts';

export interface NetworkOptions {
  readonly host: Host;
  /** Use what the files of this machine say of proxies and certificates, and ask its engine. */
  readonly machine: boolean;
  /** What is told on the way; nothing without it. */
  readonly log?: (line: string) => void;
  /** What is known of the certificates of one host besides. */
  readonly trust?: (url: URL) => HostTrust | undefined;
}

/** How one request is sent. */
export interface Connection {
  readonly agent: Agent;
  readonly tls: TlsOptions;
  readonly proxy?: ProxyServer;
}

/** What was thrown where there was no answer, or that there was nothing at all for too long. */
interface Unanswered {
  readonly cause?: unknown;
  readonly silent?: true;
}

export interface Connections {
  readonly to: (url: URL) => Promise<Connection | BadProxy>;
  /** After a failure without an answer: true where there is another way that was not tried yet. */
  readonly another: (url: URL, used: Connection, failure: Unanswered) => Promise<boolean>;
  readonly close: () => void;
}

const UNKNOWN_NAME = ['ENOTFOUND', 'EAI_AGAIN'];

/** Nothing was reached: where an engine gets through, it is by a proxy. */
const UNREACHED = [...UNKNOWN_NAME, 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT', 'ECONNRESET'];

/** Docker Hub's registry has a name of its own, and its files often bear the other one. */
const HUB = ['registry-1.docker.io', 'docker.io', 'index.docker.io'];

/** Opens no connection, and reads nothing yet. */
export function openConnections({ host, machine, log, trust }: NetworkOptions): Connections {
  const settings = { keepAlive: true, maxSockets: 4 };
  const agents = new Map<string, Agent>();
  const options = new Map<string, TlsOptions>();
  /** Hosts that show certificates which Node does not know. */
  const wide = new Set<string>();
  let places: readonly ProxyNames[] | undefined;
  /** Proxies that look names up, since they are not known here. */
  const lookedUp = new Set<string>();
  let asked = false;
  const told = new Set<string>();
  const tell: Tell = (trouble) => {
    if (!told.has(trouble)) log?.(trouble);
    told.add(trouble);
  };

  const proxyFor = (url: URL): ProxyServer | BadProxy | undefined => {
    places ??= [proxiesOfVariables(host.env), ...(machine ? readProxyFiles(host, tell) : [])];
    const named = chooseProxy(url, places);
    if (named === undefined) {
      const spared = sparedProxy(url, places);
      if (spared !== undefined)
        tell(`${url.host} is asked without ${parseProxy(spared.proxy).shown}, as ${spared.by} says`);
      return undefined;
    }
    const proxy = parseProxy((lookedUp.has(named.address) && lookingUp(named)) || named);
    if ('url' in proxy) tell(`${url.host} is asked through ${proxy.shown}`);
    return proxy;
  };

  /** Other ways to go where a proxy was asked in vain: it may look the name up, or be none for this machine. */
  const aroundProxy = (url: URL, proxy: ProxyServer, code: string, cause: unknown): boolean => {
    const named = chooseProxy(url, places ?? []);
    if (named === undefined) return false;
    const isUnknown = UNKNOWN_NAME.includes(code) && reasonOf(cause).includes(url.hostname);
    if (isUnknown && lookingUp(named) !== undefined && !lookedUp.has(named.address)) {
      lookedUp.add(named.address);
      tell(`${url.host} is not known here, and ${proxy.shown} is to look it up`);
      return true;
    }
    if (!proxy.forContainers || !UNREACHED.includes(code)) return false;
    places = places?.map(({ http, https, ...rest }) =>
      http?.forContainers || https?.forContainers ? rest : { http, https, ...rest },
    );
    tell(`${proxy.shown} is for containers, and is not reached from here (${code})`);
    return true;
  };

  const tlsFor = (url: URL): TlsOptions => {
    if (url.protocol !== 'https:') return {};
    const known = options.get(url.host);
    if (known !== undefined) return known;
    const names = HUB.includes(url.hostname)
      ? HUB
      : [url.host, ...(url.port === '' ? [`${url.host}:443`] : [])];
    const files = machine ? readHostTrust(host, names, tell) : { authorities: [] };
    const more = trust?.(url);
    const all: HostTrust = {
      authorities: [...files.authorities, ...(more?.authorities ?? [])],
      client: more?.client ?? files.client,
      unchecked: more?.unchecked,
    };
    const made = tlsOptions(host, all, wide.has(url.host), tell);
    options.set(url.host, made);
    return made;
  };

  const agentFor = async (url: URL, proxy: ProxyServer | undefined): Promise<Agent> => {
    const key = `${url.protocol} ${proxy?.url.href ?? ''}`;
    const agent = agents.get(key) ?? (await makeAgent(url, proxy));
    agents.set(key, agent);
    return agent;
  };

  /** Libraries that speak to proxies are loaded for them alone: they cost more than the rest of a pull. */
  const makeAgent = async (url: URL, proxy: ProxyServer | undefined): Promise<Agent> => {
    if (proxy === undefined) {
      const { Agent } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
      return new Agent(settings);
    }
    if (proxy.url.protocol.startsWith('socks')) {
      const { SocksProxyAgent } = await import('socks-proxy-agent');
      return new SocksProxyAgent(proxy.url, settings);
    }
    // A proxy that is spoken to by TLS may have a certificate of the system's authorities.
    const tls = proxy.url.protocol === 'https:' ? tlsOptions(host, { authorities: [] }, true, tell) : {};
    if (url.protocol === 'http:') {
      const { HttpProxyAgent } = await import('http-proxy-agent');
      return new HttpProxyAgent(proxy.url, { ...settings, ...tls });
    }
    return openTunnels(proxy, settings, tls);
  };

  return {
    to: async (url) => {
      const proxy = proxyFor(url);
      if (proxy !== undefined && 'problem' in proxy) return proxy;
      return { agent: await agentFor(url, proxy), tls: tlsFor(url), proxy };
    },
    another: async (url, { proxy }, { cause, silent }) => {
      const code = silent ? 'ETIMEDOUT' : codeOf(cause);
      if (isUnknownSigner(code) && !wide.has(url.host)) {
        wide.add(url.host);
        options.delete(url.host);
        return true;
      }
      if (proxy !== undefined) return aroundProxy(url, proxy, code, cause);
      if (!machine || asked || !UNREACHED.includes(code)) return false;
      asked = true;
      places = [...(places ?? []), (await askEngine(host)).proxies];
      return chooseProxy(url, places) !== undefined;
    },
    close: () => {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}
