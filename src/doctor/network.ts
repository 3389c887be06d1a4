/** Asks registries whether they are there, where a person wants to know. */
import type { Host } from '../host/host.ts';
import { openHttp } from '../host/http.ts';
import { type RegistryAddress, registryOrigin } from '../oci/reference.ts';
import { errnoOf } from '../text/problem.ts';
import type { NetworkFacts } from './facts.ts';

const ANSWER_LIMIT_MS = 10_000;
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];

/** Asks each registry for its API (OCI distribution specification, `GET /v2/`). Any answer below 500 is one. */
export async function examineNetwork(
  host: Host,
  registries: readonly RegistryAddress[],
): Promise<NetworkFacts> {
  const proxies = Object.keys(host.env).filter((name) => PROXY_VARIABLES.includes(name.toUpperCase()));
  const http = openHttp();
  const deadline = performance.now() + ANSWER_LIMIT_MS;
  const answers = registries.map(async (address) => {
    const name = address.registry;
    const url = new URL(`${registryOrigin(address)}/v2/`);
    const answer = await http.send({ url, headers: {} }, deadline);
    if ('failure' in answer) return { name, problem: errnoOf(answer.cause) ?? answer.failure };
    answer.body.destroy();
    return answer.status < 500 ? { name } : { name, problem: `it answered ${answer.status}` };
  });
  const found = await Promise.all(answers);
  http.close();
  return { proxies, registries: found };
}
