/** Asks registries whether they are there. Only done when a person asked for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '../host/host.ts';
import { type RegistryAddress, registryOrigin } from '../oci/reference.ts';
import { errnoOf, reasonOf } from '../text/problem.ts';
import type { NetworkFacts } from './facts.ts';

const ANSWER_LIMIT_MS = 5_000;
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];

/** Asks each registry for its API (OCI distribution specification, `GET /v2/`). Any answer below 500 is one. */
export async function examineNetwork(
  host: Host,
  registries: readonly RegistryAddress[],
): Promise<NetworkFacts> {
  const { HttpClient } = await import('@actions/http-client');
  const proxies = Object.keys(host.env).filter((name) => PROXY_VARIABLES.includes(name.toUpperCase()));
  const answers = registries.map(async (address) => {
    const name = address.registry;
    const client = new HttpClient('setup-binfmt', [], {
      socketTimeout: ANSWER_LIMIT_MS,
      allowRetries: false,
    });
    // The socket's own limit does not cover what comes before it: names, and proxies.
    const limit = new AbortController();
    const late = sleep(2 * ANSWER_LIMIT_MS, undefined, { ref: false, signal: limit.signal });
    try {
      const response = await Promise.race([client.get(`${registryOrigin(address)}/v2/`), late]);
      const status = response?.message.statusCode;
      response?.message.destroy();
      if (status === undefined) return { name, problem: 'it did not answer in time' };
      return status < 500 ? { name } : { name, problem: `it answered ${status}` };
    } catch (thrown) {
      return { name, problem: errnoOf(thrown) ?? reasonOf(thrown) };
    } finally {
      late.catch(() => undefined);
      limit.abort();
      client.dispose();
    }
  });
  return { proxies, registries: await Promise.all(answers) };
}
