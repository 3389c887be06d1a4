/** Asks each registry, mirror and proxy in turn whether it is there, where a person wants to know. */
import { connect } from 'node:net';
import type { Host } from '../host/host.ts';
import { formatStatus, type Http, openHttp, statusFailure } from '../host/http.ts';
import { withoutName } from '../host/network/failures.ts';
import { listProxies } from '../host/network/machine.ts';
import type { BadProxy, ProxyServer } from '../host/network/proxy.ts';
import { type Endpoint, trustOf } from '../oci/endpoints.ts';
import { findEndpoints, findEngineMirrors } from '../oci/machine-registries.ts';
import { type ImageReference, type Mirror, registryOrigin } from '../oci/reference.ts';
import { remedyFor } from '../oci/remedies.ts';
import { errnoOf, reasonOf } from '../text/problem.ts';
import { printable } from '../text/text.ts';
import type { NetworkFacts, PlaceFacts } from './facts.ts';

const ANSWER_LIMIT_MS = 10_000;

/** Answers by which nothing is to be had, whatever the login. */
const REFUSALS: readonly number[] = [402, 403, 429];

/** What is to be asked. */
export interface NetworkQuestion {
  readonly image: ImageReference;
  readonly mirrors: readonly Mirror[];
  readonly registryConfig: boolean;
}

/**
 * Connects to each proxy, and asks each registry for its API (OCI distribution specification, `GET /v2/`) by the way that a
 * pull would take. Any answer below 500 is one, and the question for a login too. Throws nothing.
 */
export async function examineNetwork(host: Host, question: NetworkQuestion): Promise<NetworkFacts> {
  const { image, mirrors, registryConfig } = question;
  const troubles = new Set<string>();
  const tell = (trouble: string): unknown => troubles.add(trouble);
  const places: PlaceFacts[] = [];
  for (const proxy of listProxies(host, registryConfig, tell)) {
    places.push('problem' in proxy ? unusable(proxy) : await askProxy(proxy));
  }
  // What lies on this machine is at no registry.
  const isHere = image.local !== undefined;
  const { endpoints: named, blocked } = isHere
    ? { endpoints: [] }
    : await findEndpoints(host, image, mirrors, registryConfig, tell);
  const ofEngine = !isHere && registryConfig ? await findEngineMirrors(host, image, named, tell) : [];
  const endpoints = [...named, ...ofEngine];
  if (blocked !== undefined) tell(`${blocked} blocks ${image.registry}/${image.repository}`);
  const at = (each: Endpoint): string => new URL(registryOrigin(each.reference)).host;
  const http = openHttp({
    ...{ host, machine: registryConfig },
    trust: (url) => trustOf(endpoints.filter((each) => at(each) === url.host)),
  });
  for (const endpoint of endpoints) places.push(await askRegistry(http, endpoint, image));
  http.close();
  return { places, troubles: [...troubles] };
}

async function askRegistry(
  http: Http,
  { reference, from }: Endpoint,
  image: ImageReference,
): Promise<PlaceFacts> {
  const started = performance.now();
  const ask = (insecure: ImageReference['insecure']) =>
    http.send(
      { url: new URL(`${registryOrigin({ ...reference, insecure })}/v2/`), headers: {} },
      started + ANSWER_LIMIT_MS,
    );
  let answer = await ask(reference.insecure);
  if ('failure' in answer && reference.insecure === 'any') answer = await ask('plain');
  const isOwn = reference.registry === image.registry && reference.repository === image.repository;
  const place = {
    kind: isOwn ? ('registry' as const) : ('mirror' as const),
    name: reference.registry,
    from,
    ms: Math.round(performance.now() - started),
  };
  if ('failure' in answer) {
    const said = withoutName(answer.failure, place.name);
    return { ...place, reached: false, answer: printable(said, 200), remedy: remedyFor([answer]) };
  }
  answer.body.destroy();
  const { status, proxy } = answer;
  const through = proxy === undefined ? '' : `, through ${proxy}`;
  const word = `${status === 401 ? '401, asks for a login' : formatStatus(status)}${through}`;
  const reached = status < 500 && !REFUSALS.includes(status);
  const failure = { ...statusFailure(answer, place.name), host: place.name };
  return { ...place, reached, answer: word, remedy: reached ? undefined : remedyFor([failure]) };
}

/** What is written where the address of a proxy should be. */
function unusable({ problem, from }: BadProxy): PlaceFacts {
  const place = { kind: 'proxy', name: from, from, ms: 0 } as const;
  return { ...place, reached: false, answer: problem, remedy: `Correct or unset ${from}` };
}

/** A connection is an answer: what the proxy lets through shows where the registries are asked through it. */
function askProxy({ url, name, from }: ProxyServer): Promise<PlaceFacts> {
  const started = performance.now();
  const standard = url.protocol === 'https:' ? 443 : url.protocol === 'http:' ? 80 : 1080;
  const place = { kind: 'proxy', name, from } as const;
  return new Promise((resolve) => {
    const socket = connect({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || standard,
    });
    const end = (reached: boolean, answer: string): void => {
      clearTimeout(timer);
      socket.destroy();
      const ms = Math.round(performance.now() - started);
      resolve({ ...place, ms, reached, answer, remedy: reached ? undefined : `Correct or unset ${from}` });
    };
    const timer = setTimeout(() => end(false, 'does not answer'), ANSWER_LIMIT_MS);
    socket.once('connect', () => end(true, 'connects'));
    socket.once('error', (thrown) => end(false, errnoOf(thrown) ?? reasonOf(thrown)));
  });
}
