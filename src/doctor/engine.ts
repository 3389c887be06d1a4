/** Asks the Docker client what engine and builders there are. */

import type { HostFacts } from '../facts/facts.ts';
import type { Host, Outcome } from '../host/host.ts';
import { dockerConfig } from '../host/network/machine.ts';
import { textOr } from '../host/read.ts';
import { environmentOf, programOf } from '../host/trust.ts';
import { printable } from '../text/text.ts';
import { type EngineFacts, parseBuilders, parseDockerInfo } from './facts.ts';

/** Most time for each question, in milliseconds: an engine may be far away, or hang. */
const ANSWER_LIMIT_MS = 6_000;

/** What the client says of the engine that it would use. Throws nothing. */
export async function examineEngine(host: Host, facts: HostFacts): Promise<EngineFacts> {
  const docker = programOf(host, 'docker');
  if (docker === undefined) return { client: false, builders: [] };
  const env = environmentOf(host);
  const ask = (...args: readonly string[]): Promise<Outcome> =>
    host.run({ file: docker, args, env, timeoutMs: ANSWER_LIMIT_MS });
  const [context, info, buildx] = await Promise.all([
    ask('context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'),
    // A local socket at which nothing listens need not be asked through the client.
    mayAnswer(host, facts) ? ask('info', '--format', '{{json .}}') : undefined,
    ask('buildx', 'version'),
  ]);
  const remote = remoteScheme(host.env.DOCKER_HOST || context.stdout.trim());
  const server = info === undefined ? undefined : parseDockerInfo(info.stdout);
  const [, version] = /\bv?(\d+\.\d+\.\d+\S*)/.exec(buildx.code === 0 ? buildx.stdout : '') ?? [];
  const asks = version !== undefined && server !== undefined;
  const builders = asks ? parseBuilders((await ask('buildx', 'ls', '--format', 'json')).stdout) : [];
  return {
    client: true,
    remote,
    server,
    silence: server === undefined ? silenceOf(info, facts) : undefined,
    buildx: version,
    builders,
  };
}

/** Another context, or another address, may lead elsewhere: then only the client knows. */
function mayAnswer(host: Host, facts: HostFacts): boolean {
  const elsewhere = [host.env.DOCKER_HOST, host.env.DOCKER_CONTEXT].some((value) => (value ?? '') !== '');
  const contexts = /"currentContext"\s*:\s*"(?!default")/.test(textOr(host, dockerConfig(host), ''));
  return facts.docker.reachable || elsewhere || contexts;
}

/** `tcp`, `ssh` …; nothing for a socket of this machine. */
function remoteScheme(address: string): string | undefined {
  const scheme = /^([a-z]{2,10}):\/\//.exec(address)?.[1];
  return ['unix', 'npipe', 'fd'].includes(scheme ?? '') ? undefined : scheme;
}

function silenceOf(info: Outcome | undefined, facts: HostFacts): string {
  if (info === undefined) {
    const standard = facts.docker.endpoint === 'unix:///var/run/docker.sock';
    return `nothing listens at ${standard ? 'its socket /var/run/docker.sock' : 'its address'}`;
  }
  if (info.timedOut) return `the engine did not answer within ${ANSWER_LIMIT_MS / 1000} s`;
  const [line = ''] = /"ServerErrors":\["([^"]*)/.exec(info.stdout)?.slice(1) ?? info.stderr.split('\n');
  // The client repeats the address, which may be private.
  const said = printable(line.replace(/\b(?:unix|tcp|ssh|https?):\/\/\S+/g, '…'), 160);
  return said === '' ? 'the engine does not answer' : said;
}
