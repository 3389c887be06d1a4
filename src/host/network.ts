/** Asks registries whether they are there. Only done when a person asked for it. */
import type { NetworkFacts } from '../core/doctor-facts.ts';
import { registryOrigin } from '../core/image-reference.ts';
import { errnoOf, reasonOf } from '../core/problem.ts';
import type { Host } from './host.ts';

const ANSWER_LIMIT_MS = 5_000;
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];

/** Asks each registry for its API (OCI distribution specification, `GET /v2/`). Any answer below 500 is one. */
export async function examineNetwork(host: Host, registries: readonly string[]): Promise<NetworkFacts> {
  const { HttpClient } = await import('@actions/http-client');
  const proxies = Object.keys(host.env).filter((name) => PROXY_VARIABLES.includes(name.toUpperCase()));
  const answers = registries.map(async (name) => {
    const client = new HttpClient('setup-binfmt', [], {
      socketTimeout: ANSWER_LIMIT_MS,
      allowRetries: false,
    });
    try {
      const response = await client.get(`${registryOrigin(name)}/v2/`);
      const status = response.message.statusCode ?? 0;
      response.message.destroy();
      return status < 500 ? { name } : { name, problem: `it answered ${status}` };
    } catch (thrown) {
      return { name, problem: errnoOf(thrown) ?? reasonOf(thrown) };
    } finally {
      client.dispose();
    }
  });
  return { proxies, registries: await Promise.all(answers) };
}
